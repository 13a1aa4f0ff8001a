import CEL
import Diagnostics
import Inventories
import Rehearsals
import Times

/// One kind of rows in the facts: the one declaration that the language of rules, JSON, schema, examples and documentation use.
struct FactTable: Sendable {
    /// Such as `Link`.
    let word: Symbol
    let about: Phrase
    /// The member of the facts document under which rows are kept by key; nil where they are written in full at each place.
    let document: String?
    /// Whether rules can begin a binding with all rows of the kind, under the name in `document`.
    let isRoot: Bool
    let fields: [FactField]
    /// The field that an example's bare word fills.
    let keyField: String?
    /// The text by which people know a row.
    let label: RecordType.Reader?
    /// What identifies a row in the whole of the facts.
    let key: RecordType.Reader?
    /// What identifies a row among those of its step, for fingerprints; the key where there is one.
    let identity: RecordType.Reader?
    /// Copies the rows, and behind them one as it is when nothing is written.
    let copy: @Sendable (Facts) -> FactStore.Table
    let count: @Sendable (Facts) -> Int
    /// Adds a row as it is when nothing is written; its number.
    let append: @Sendable (inout Facts) -> UInt32
    /// The list of rows of the kind, and how it is read.
    let list: Symbol
    let element: @Sendable (UInt32) -> Value
    /// For `Known`: the type of what is known.
    let known: ValueType?

    /// The kind as the language of rules has it.
    var record: RecordType {
        let fields = fields.map { RecordType.Field($0.name, $0.type, $0.about, isVolatile: $0.isVolatile, read: $0.read) }
        return RecordType(word, about, fields: fields, label: label, key: key)
    }
}

/// One field of a kind of rows.
struct FactField: Sendable {
    /// As rules, JSON and examples write it.
    let name: String
    let type: ValueType
    let about: Phrase
    /// Changes without meaning, such as a place in the order: rules cannot decide by it, and it is in no basis.
    let isVolatile: Bool
    let read: RecordType.Reader
    let write: @Sendable (inout Facts, UInt32, WrittenPart) -> Void
}

/// A field of rows of a known kind, while its table is put together.
///
/// Made inline where it is written, so that its key path becomes an offset when the program is built: it would cost more to work out
/// at the start than the field is read for.
@safe struct DeclaredField<Row: FactRow> {
    let name: String
    let type: ValueType
    let about: Phrase
    let isVolatile: Bool
    /// Reads the field of the row at an address.
    let read: @Sendable (UnsafeRawPointer) -> Value
    let write: @Sendable (inout Row, WrittenPart) -> Void

    /// A field; `Part` says what it is in the language of rules.
    @inline(__always)
    static func field<Part: FactPart>(
        _ name: String, _ path: FieldPath<Row, Part>, _ en: String, _ ru: String, isVolatile: Bool = false
    ) -> DeclaredField {
        let offset = offset(of: path, name)
        return unsafe DeclaredField(
            name: name, type: Part.type, about: Phrase(en: en, ru: ru), isVolatile: isVolatile,
            read: { unsafe $0.load(fromByteOffset: offset, as: Part.self).value }, write: { $0[keyPath: path] = Part($1) })
    }

    /// A field that may be absent even where a reference elsewhere would read as null: the value of `Known`.
    @inline(__always)
    static func optional<Part: FactPart>(
        _ name: String, _ path: FieldPath<Row, Part?>, _ en: String, _ ru: String
    ) -> DeclaredField {
        let offset = offset(of: path, name)
        return unsafe DeclaredField(
            name: name, type: .optional(Part.type), about: Phrase(en: en, ru: ru), isVolatile: false,
            read: { unsafe $0.load(fromByteOffset: offset, as: Part?.self).map { .optional($0.value) } ?? .none },
            write: { $0[keyPath: path] = Part?($1) })
    }

    @inline(__always)
    private static func offset<Part>(of path: FieldPath<Row, Part>, _ name: String) -> Int {
        guard let offset = MemoryLayout<Row>.offset(of: path) else { preconditionFailure("fields of facts are stored: \(name)") }
        return offset
    }

    /// The field of the table with a number.
    func numbered(_ table: Int) -> FactField {
        let (read, write) = unsafe (read, write)
        return FactField(
            name: name, type: type, about: about, isVolatile: isVolatile,
            read: { row, store in unsafe read(FactStore.of(store).place(table, row)) },
            write: { facts, row, written in write(&facts[keyPath: Row.rows][Int(row)], written) })
    }
}

/// A table that does not have its number yet.
struct DeclaredTable {
    let make: (_ number: Int) -> FactTable

    /// One kind of rows. `key`, `identity` and `label` name fields; of several keys the texts are joined, of several labels the
    /// first that is not empty counts.
    static func table<Row: FactRow>(
        _ row: Row.Type, _ en: String, _ ru: String, document: String? = nil, isRoot: Bool = false, key: [String] = [],
        identity: [String] = [], label: [String] = [], known: ValueType? = nil, _ declared: [DeclaredField<Row>]
    ) -> DeclaredTable {
        DeclaredTable { number in
            let fields = declared.map { $0.numbered(number) }
            func parts(_ names: [String]) -> [RecordType.Reader] {
                names.map { name in
                    guard let field = fields.first(where: { $0.name == name }) else {
                        preconditionFailure("no field \(name) in \(Row.word)")
                    }
                    return field.read
                }
            }
            let keyReader = FactText.joined(parts(key))
            return FactTable(
                word: Row.word, about: Phrase(en: en, ru: ru), document: document, isRoot: isRoot, fields: fields, keyField: key.first,
                label: FactText.first(parts(label)) ?? keyReader, key: keyReader,
                identity: FactText.joined(parts(identity)) ?? keyReader,
                copy: { FactStore.Table($0[keyPath: Row.rows]) }, count: { $0[keyPath: Row.rows].count },
                append: { facts in
                    facts[keyPath: Row.rows].append(Row())
                    return UInt32(facts[keyPath: Row.rows].count - 1)
                },
                list: Row.list, element: { Row.element($0) }, known: known)
        }
    }
}
