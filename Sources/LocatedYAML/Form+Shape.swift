package import Diagnostics

/// What tells one shape from another: trees keep which of their keys are which of its fields.
package final class ShapeIdentity: Sendable {
    package init() {}
}

extension Form {
    /// A mapping with named keys.
    package static func shape(_ shape: Shape<Value>) -> Form {
        Form(shape.schema, handingOn: { node, log, use in shape.read(node, &log, use) })
    }
}

extension Shape {
    /// How JSON Schema will say it.
    package var schema: Schema {
        let fields = fields
        return .object(name: name, about: about) {
            fields.map { Schema.FieldSchema(key: $0.key, about: $0.about, isRequired: $0.isRequired, schema: $0.schema) }
        }
    }

    /// Reads a mapping: every key it knows, whatever is wrong with the others.
    ///
    /// Nil when the node is no mapping; a required key that is missing is reported, and the value is returned all the same.
    package func read(_ node: Node, _ log: inout DiagnosticLog) -> Value? {
        var value: Value?
        read(node, &log) { value = $0 }
        return value
    }

    func read(_ node: Node, _ log: inout DiagnosticLog, _ use: (Value) -> Void) {
        guard node.kind == .mapping else {
            reportNoMapping(node, &log)
            return
        }
        var value = start(node)
        let seen = unsafe withUnsafeMutablePointer(to: &value) { unsafe readFields(of: node, into: UnsafeMutableRawPointer($0), &log) }
        if seen & required != required { reportMissing(seen, at: node, &log) }
        use(value)
    }

    /// Reads every field that is written; one bit for each of them.
    private func readFields(of node: Node, into address: UnsafeMutableRawPointer, _ log: inout DiagnosticLog) -> UInt128 {
        var seen: UInt128 = 0
        let keyFields = node.tree.keyFields(of: identity)
        node.forEachPair { key, part in
            guard let field = keyFields.field(of: key, resolve: { fieldNumber(of: key) }) else {
                reportUnknown(key, &log)
                return
            }
            seen |= 1 << UInt128(field)
            unsafe readers[field](address, part, &log)
        }
        return seen
    }

    /// Which field a key names, by its bytes.
    private func fieldNumber(of key: Node) -> Int? {
        fields.firstIndex { key.tree.words(of: key.row, equal: $0.key) }
    }

    private func reportUnknown(_ key: Node, _ log: inout DiagnosticLog) {
        log.add { .unknownKey(key, in: name, among: fields.map(\.key)) }
    }

    private func reportNoMapping(_ node: Node, _ log: inout DiagnosticLog) {
        log.addMismatch(.shape(name, fields.first { $0.isRequired }?.key ?? fields.first?.key), at: node)
    }

    private func reportMissing(_ seen: UInt128, at node: Node, _ log: inout DiagnosticLog) {
        for (index, field) in fields.enumerated() where field.isRequired && seen & (1 << UInt128(index)) == 0 {
            log.add { .missingKey(field.key, field.about, in: name, at: node) }
        }
    }
}
