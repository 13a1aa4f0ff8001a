package import Diagnostics

/// How one value is read from a node, and the schema of what is accepted: one declaration for both.
///
/// Reading never throws: a value that is not acceptable is reported in the log and is nil.
///
/// What millions of values pass through is inlinable, so that each module has it for its own types: without, every value
/// would cost look-ups of its type's layout.
package struct Form<Value>: Sendable {
    package let schema: Schema
    package let read: @Sendable (Node, inout DiagnosticLog) -> Value?
    /// The same, the value handed on instead of returned: shapes read a million fields this way, and an optional of a type
    /// that is not known here would cost a look-up of its layout each time.
    @usableFromInline let handOn: @Sendable (Node, inout DiagnosticLog, (Value) -> Void) -> Void
    /// The plain form that it is, where it is one.
    @usableFromInline var plain: PlainForm?

    /// A form that reads a value, or reports why it cannot and gives nil.
    @inlinable package init(_ schema: Schema, _ read: @escaping @Sendable (Node, inout DiagnosticLog) -> Value?) {
        self.schema = schema
        self.read = read
        handOn = { node, log, use in
            if let value = read(node, &log) { use(value) }
        }
    }

    /// A form that hands its value on instead of returning it: for values that are read a million times.
    @inlinable package init(_ schema: Schema, handingOn: @escaping @Sendable (Node, inout DiagnosticLog, (Value) -> Void) -> Void) {
        self.schema = schema
        handOn = handingOn
        read = { node, log in
            var value: Value?
            handingOn(node, &log) { value = $0 }
            return value
        }
    }

    /// The same form, described otherwise.
    package func described(as schema: Schema) -> Form {
        var form = Form(schema, handingOn: handOn)
        form.plain = plain
        return form
    }

    /// The same form, its value turned into another; nil from `transform` means that the fault was reported there.
    @inlinable package func map<Other>(_ transform: @escaping @Sendable (Value, Node, inout DiagnosticLog) -> Other?) -> Form<Other> {
        let read = read
        return Form<Other>(schema) { node, log in
            read(node, &log).flatMap { transform($0, node, &log) }
        }
    }
}

/// What a form accepts, as JSON Schema will say it.
package indirect enum Schema: Sendable {
    case string(pattern: String? = nil, examples: [String] = [])
    case integer(minimum: Int64?, maximum: Int64?)
    case number
    case boolean
    case choice([String])
    case list(Schema)
    case map(values: Schema)
    case either([Schema])
    /// A mapping with named keys; written once and referred to by name.
    case object(name: String, about: String, fields: @Sendable () -> [FieldSchema])
    case anything
    /// A schema that is worked out when it is needed: for shapes that hold themselves.
    case lazy(@Sendable () -> Schema)

    /// One key of an object: what stands under it, and for what.
    package struct FieldSchema: Sendable {
        package let key: String
        package let about: String
        package let isRequired: Bool
        package let schema: Schema

        /// One key of a mapping.
        package init(key: String, about: String, isRequired: Bool, schema: Schema) {
            self.key = key
            self.about = about
            self.isRequired = isRequired
            self.schema = schema
        }
    }
}

/// A mapping with named keys: what `Form`s stand under which key, in the order of the documentation.
///
/// A key that is not among the fields is an error with a suggestion; a required key that is missing is an error at the mapping.
package struct Shape<Value>: Sendable {
    package let name: String
    package let about: String
    let start: @Sendable (Node) -> Value
    /// The fields without the type of the value.
    package let table: FieldTable

    /// At most 128 fields.
    @inlinable package init(
        _ name: String, _ about: String, start: @escaping @Sendable (Node) -> Value, fields: [Field<Value>]
    ) {
        self.init(name, about, start: start, table: FieldTable(name, fields.map { $0.entry }))
    }

    @usableFromInline init(_ name: String, _ about: String, start: @escaping @Sendable (Node) -> Value, table: FieldTable) {
        self.name = name
        self.about = about
        self.start = start
        self.table = table
    }
}

/// One key of a shape.
///
/// Made inline where it is written, so that neither its key path nor the types around it are worked out when a program starts:
/// a check begins with a thousand fields.
package struct Field<Value>: Sendable {
    @usableFromInline var entry: FieldTable.Entry

    package var key: String { entry.key }

    /// A field whose value goes to an optional part of the draft.
    @inlinable @inline(__always) package init<Part>(
        _ key: String, _ form: Form<Part>, required: Bool = false, _ path: any WritableKeyPath<Value, Part?> & Sendable, _ about: String
    ) {
        self.init(key, form, required: required, about) { value, part in value[keyPath: path] = part }
        if let plain = form.plain, let offset = MemoryLayout<Value>.offset(of: path) {
            entry.plain = FieldTable.PlainField(form: plain, offset: offset)
        }
    }

    /// A field whose setter needs no more than the value.
    @inlinable package init<Part>(
        _ key: String, _ form: Form<Part>, required: Bool = false, _ about: String,
        _ set: @escaping @Sendable (inout Value, Part) -> Void
    ) {
        self.init(key, form, required: required, about) { value, part, _ in set(&value, part) }
    }

    /// A field whose setter also wants the node, for its place.
    @inlinable package init<Part>(
        _ key: String, _ form: Form<Part>, required: Bool = false, _ about: String,
        _ set: @escaping @Sendable (inout Value, Part, Node) -> Void
    ) {
        let handOn = form.handOn
        entry = unsafe FieldTable.Entry(key: key, about: about, isRequired: required, schema: form.schema) { address, node, log in
            handOn(node, &log) { part in
                unsafe set(&address.assumingMemoryBound(to: Value.self).pointee, part, node)
            }
        }
    }
}
