package import Diagnostics

extension Form {
    /// A mapping with named keys.
    package static func shape(_ shape: Shape<Value>) -> Form {
        Form(shape.schema, handingOn: { node, log, use in shape.read(node, &log, use) })
    }
}

extension Shape {
    /// How JSON Schema will say it.
    package var schema: Schema {
        let table = table
        return .object(name: name, about: about) {
            table.entries.map { Schema.FieldSchema(key: $0.key, about: $0.about, isRequired: $0.isRequired, schema: $0.schema) }
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
        var value = start(node)
        let isMapping = unsafe withUnsafeMutablePointer(to: &value) { unsafe table.read(node, into: UnsafeMutableRawPointer($0), &log) }
        if isMapping { use(value) }
    }
}
