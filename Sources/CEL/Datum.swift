package import Diagnostics
package import Times

/// A value outside an evaluation: a tree that owns what it holds.
package indirect enum Datum: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Datum])
    case map([(key: Datum, value: Datum)])
    case timestamp(Timestamp)
    /// In nanoseconds.
    case duration(Int64)
    case type(String)
    case optional(Datum?)
    /// A host row; what identifies it where the record type says so.
    case record(type: Symbol, row: UInt32, key: String?)
    /// An IP address or a block of addresses, as written.
    case network(type: String, text: String)
}

extension Activation {
    /// A value as a tree that outlives the evaluation.
    package func datum(of value: Value) -> Datum {
        switch value.kind {
        case .null: .null
        case .bool: .bool(value.payload == 1)
        case .int: .int(value.asInt)
        case .uint: .uint(value.payload)
        case .double: .double(value.asDouble)
        case .symbol, .string: .string(text(of: value))
        case .bytes: .bytes(copiedBytes(of: value))
        case .list, .rows, .hostList: .list((0..<count(of: value)).map { datum(of: element(of: value, at: $0)) })
        case .map: .map(entries(of: value).map { (datum(of: $0.key), datum(of: $0.value)) })
        case .timestamp: .timestamp(value.asTimestamp)
        case .duration: .duration(value.asInt)
        case .type: .type(value.asSymbol.text)
        case .optional: .optional(value.isEmptyOptional ? nil : datum(of: value.unwrapped))
        case .record: .record(type: Symbol(id: value.extra), row: value.low, key: keyText(of: value) ?? identityText(of: value))
        case .address: .network(type: "net.IP", text: addressText(value))
        case .network: .network(type: "net.CIDR", text: addressText(value))
        case .failure, .unset, .none: .null
        }
    }

    /// The key of a record as text; nil when its type has none.
    package func keyText(of value: Value) -> String? {
        guard let (type, row) = value.recordValue, let read = environment.records[type]?.key else { return nil }
        return formatted(read(row, store))
    }

    /// What tells a record from others of its list; nil when its type says nothing of it.
    package func identityText(of value: Value) -> String? {
        guard let (type, row) = value.recordValue, let read = environment.records[type]?.identity else { return nil }
        return formatted(read(row, store))
    }

    /// The text by which people know a record; its key where it has no label.
    package func label(of value: Value) -> String? {
        guard let (type, row) = value.recordValue, let read = environment.records[type]?.label else { return keyText(of: value) }
        return formatted(read(row, store))
    }

    /// A tree as a value of this activation.
    package func value(of datum: Datum) -> Value {
        switch datum {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let text): .symbol(Symbol(text))
        case .bytes(let bytes): make(bytes: bytes)
        case .list(let elements): make(list: elements.map { value(of: $0) })
        case .map(let entries): make(map: entries.flatMap { [value(of: $0.key), value(of: $0.value)] })
        case .timestamp(let moment): .timestamp(moment)
        case .duration(let nanoseconds): .duration(nanoseconds: nanoseconds)
        case .type(let name): .type(named: Symbol(name))
        case .optional(let inner): inner.map { .optional(value(of: $0)) } ?? .none
        case .record(let type, let row, _): .record(type, row: row)
        case .network(_, let text): parsedNetwork(text)
        }
    }
}

extension Datum: Equatable {
    /// Same kind and same content; NaN equals NaN, and maps are equal in any order.
    package static func == (left: Datum, right: Datum) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let one), .bool(let two)): one == two
        case (.int(let one), .int(let two)): one == two
        case (.uint(let one), .uint(let two)): one == two
        case (.double(let one), .double(let two)): one == two && one.sign == two.sign || one.isNaN && two.isNaN
        case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
        case (.bytes(let one), .bytes(let two)): one == two
        case (.list(let one), .list(let two)): one == two
        case (.map(let one), .map(let two)):
            one.count == two.count && one.allSatisfy { entry in two.contains { $0.key == entry.key && $0.value == entry.value } }
        case (.timestamp(let one), .timestamp(let two)): one == two
        case (.duration(let one), .duration(let two)): one == two
        case (.type(let one), .type(let two)): one == two
        case (.optional(let one), .optional(let two)): one == two
        case (.record(let one, let row, _), .record(let two, let row2, _)): one == two && row == row2
        case (.network(let one, let text), .network(let two, let text2)): one == two && text == text2
        default: false
        }
    }
}
