package import Diagnostics

/// A kind of rows in the host's tables, as expressions see it: its fields and how they are read in place.
///
/// The same table feeds the checker, the evaluation, documentation and schemas.
package struct RecordType: Sendable {
    /// Reads one field of one row; the second argument is the activation's store.
    package typealias Reader = @Sendable (UInt32, AnyObject) -> Value

    /// One field: its name, its type, and how it is read from a row.
    package struct Field: Sendable {
        package let name: String
        /// `optional(T)` for what may be absent.
        package let type: ValueType
        package let documentation: Phrase
        /// True for what changes without meaning, such as an age or a place in a file; see `Program.usage`.
        package let isVolatile: Bool
        package let read: Reader

        package init(
            _ name: String, _ type: ValueType, _ documentation: Phrase = Phrase(verbatim: ""), isVolatile: Bool = false,
            read: @escaping Reader
        ) {
            self.name = name
            self.type = type
            self.documentation = documentation
            self.isVolatile = isVolatile
            self.read = read
        }
    }

    package let name: Symbol
    package let documentation: Phrase
    package private(set) var fields: [Field]
    /// The text by which people know a row.
    package var label: Reader?
    /// What identifies a row across runs; a record without one is part of the record it was read from.
    package var key: Reader?
    /// What tells a row from others of the same list, where there is no key.
    package var identity: Reader?
    private var places: [String: Int] = [:]

    /// A kind of rows whose fields have different names.
    package init(
        _ name: Symbol, _ documentation: Phrase = Phrase(verbatim: ""), fields: [Field], label: Reader? = nil, key: Reader? = nil,
        identity: Reader? = nil
    ) {
        self.name = name
        self.documentation = documentation
        self.fields = fields
        self.label = label
        self.key = key
        self.identity = identity
        for (index, field) in fields.enumerated() {
            precondition(places.updateValue(index, forKey: field.name) == nil, "a record type has each field once: \(field.name)")
        }
    }

    /// The place of a field in `fields`.
    package func index(of field: String) -> Int? { places[field] }
}

extension RecordType.Field {
    /// A field read from a store of one known class, without a cast at the call site.
    ///
    /// The activation that evaluates must have a store of that class.
    package static func of<Store: AnyObject>(
        _ store: Store.Type, _ name: String, _ type: ValueType, _ documentation: Phrase = Phrase(verbatim: ""),
        isVolatile: Bool = false, read: @escaping @Sendable (UInt32, Store) -> Value
    ) -> RecordType.Field {
        RecordType.Field(name, type, documentation, isVolatile: isVolatile) { row, store in
            // Sound because `Activation` checks the class of its store once, against the environment's.
            unsafe read(row, unsafeDowncast(store, to: Store.self))
        }
    }
}

/// A list that the host keeps in its own form, such as symbols or row numbers in a flat array.
package struct HostList: Sendable {
    package let name: Symbol
    package let element: ValueType
    /// Reads the element at a position of the host's own array.
    package let read: RecordType.Reader

    package init(_ name: Symbol, of element: ValueType, read: @escaping RecordType.Reader) {
        self.name = name
        self.element = element
        self.read = read
    }

    /// A list read from a store of one known class.
    package static func of<Store: AnyObject>(
        _ store: Store.Type, _ name: Symbol, of element: ValueType, read: @escaping @Sendable (UInt32, Store) -> Value
    ) -> HostList {
        HostList(name, of: element) { position, store in
            // Sound for the same reason as in `RecordType.Field.of`.
            unsafe read(position, unsafeDowncast(store, to: Store.self))
        }
    }
}
