package import Diagnostics

/// What tells one shape from another: trees keep which of their keys are which of its fields.
package final class ShapeIdentity: Sendable {}

extension Form {
    /// A mapping with named keys.
    package static func shape(_ shape: Shape<Value>) -> Form {
        Form(shape.schema) { node, log in shape.read(node, &log) }
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
        guard node.kind == .mapping else {
            log.addMismatch(.shape(name, fields.first { $0.isRequired }?.key ?? fields.first?.key), at: node)
            return nil
        }
        var value = start(node)
        var seen: UInt128 = 0
        let keyFields = node.tree.keyFields(of: identity)
        node.forEachPair { key, part in
            let field = keyFields.field(of: Int(key.row.next)) {
                fields.firstIndex { node.tree.words(of: key.row, equal: $0.key) }
            }
            guard let field else {
                log.add(.unknownKey(key, in: name, among: fields.map(\.key)))
                return
            }
            seen |= 1 << UInt128(field)
            fields[field].read(&value, part, &log)
        }
        if seen & required != required { reportMissing(seen, at: node, &log) }
        return value
    }

    private func reportMissing(_ seen: UInt128, at node: Node, _ log: inout DiagnosticLog) {
        for (index, field) in fields.enumerated() where field.isRequired && seen & (1 << UInt128(index)) == 0 {
            log.add(.missingKey(field.key, field.about, in: name, at: node))
        }
    }
}
