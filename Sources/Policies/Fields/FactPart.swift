import CEL
import Diagnostics
import Inventories
import Rehearsals
import Times

/// What a field of a fact row can be: a value of few bytes that the language of rules reads in place.
///
/// A conformance says once what the part is called in the language, in JSON and in examples.
protocol FactPart: BitwiseCopyable, Sendable {
    /// The part's type in the language of rules.
    static var type: ValueType { get }
    /// What an absent part reads as: references read as null, all else as an empty optional.
    static var absent: Value { get }
    /// What an optional of the part is in the language of rules.
    static var optionalType: ValueType { get }
    var value: Value { get }
    /// What `value` makes of the part when it stands in an optional.
    var optionalValue: Value { get }

    /// The part from what an example writes; the kinds agree, as `type` says.
    init(_ written: WrittenPart)
}

/// A part of a fact row as an example gives it.
enum WrittenPart: Equatable {
    case text(Symbol)
    case number(Int64)
    case truth(Bool)
    case moment(Timestamp)
    case period(Period)
    case row(UInt32)
    case list(start: Int, count: Int)
    case nothing
}

extension FactPart {
    static var absent: Value { .none }
    static var optionalType: ValueType { .optional(type) }
    var optionalValue: Value { .optional(value) }
}

extension WrittenPart {
    /// The reader of examples chooses the kind by the field's type, so another one is a mistake of ours.
    func mismatch(_ type: ValueType) -> Never {
        preconditionFailure("\(self) was written where \(type) is wanted")
    }
}

extension Symbol: FactPart {
    static var type: ValueType { .string }
    var value: Value { .symbol(self) }

    init(_ written: WrittenPart) {
        guard case .text(let symbol) = written else { written.mismatch(Self.type) }
        self = symbol
    }
}

extension Int64: FactPart {
    static var type: ValueType { .int }
    var value: Value { .int(self) }

    init(_ written: WrittenPart) {
        guard case .number(let number) = written else { written.mismatch(Self.type) }
        self = number
    }
}

extension Bool: FactPart {
    static var type: ValueType { .bool }
    var value: Value { .bool(self) }

    init(_ written: WrittenPart) {
        guard case .truth(let truth) = written else { written.mismatch(Self.type) }
        self = truth
    }
}

extension Timestamp: FactPart {
    static var type: ValueType { .timestamp }
    var value: Value { .timestamp(self) }

    init(_ written: WrittenPart) {
        guard case .moment(let moment) = written else { written.mismatch(Self.type) }
        self = moment
    }
}

extension Period: FactPart {
    static var type: ValueType { .duration }
    var value: Value { .duration(nanoseconds: seconds.multipliedReportingOverflow(by: 1_000_000_000).partialValue) }

    init(_ written: WrittenPart) {
        guard case .period(let period) = written else { written.mismatch(Self.type) }
        self = period
    }
}

extension Ref: FactPart where Row: FactRow {
    static var type: ValueType { .record(Row.word) }
    static var absent: Value { Row.absent }
    static var optionalType: ValueType { type }
    var value: Value { .record(Row.word, row: index) }
    var optionalValue: Value { value }

    init(_ written: WrittenPart) {
        guard case .row(let row) = written else { written.mismatch(Self.type) }
        self.init(Int(row))
    }
}

extension Refs: FactPart where Row: FactListed {
    static var type: ValueType { .list(Row.elementType) }
    var value: Value { .hostList(Row.list, start: start, count: count) }

    init(_ written: WrittenPart) {
        guard case .list(let start, let count) = written else { written.mismatch(Self.type) }
        self.init(start: start, count: count)
    }
}

extension Optional: FactPart where Wrapped: FactPart {
    static var type: ValueType { Wrapped.optionalType }
    var value: Value { self?.optionalValue ?? Wrapped.absent }

    init(_ written: WrittenPart) {
        self = written == .nothing ? nil : Wrapped(written)
    }
}

extension Ref: FactListed where Row: FactRow {
    static var list: Symbol { Row.list }
    static var elementType: ValueType { .record(Row.word) }

    static func element(_ pooled: UInt32) -> Value { Row.element(pooled) }
}

/// What can stand in a list of facts: rows, and texts.
protocol FactListed {
    static var elementType: ValueType { get }
    /// The name of the list in the language of rules.
    static var list: Symbol { get }
    /// The value of an element of `Facts.pool`.
    static func element(_ pooled: UInt32) -> Value
}

extension Symbol: FactListed {
    static let list: Symbol = "[string]"
    static var elementType: ValueType { .string }

    static func element(_ pooled: UInt32) -> Value { .symbol(Symbol(id: pooled)) }
}

extension Bool: FactListed {
    static let list: Symbol = "[bool]"
    static var elementType: ValueType { .bool }

    static func element(_ pooled: UInt32) -> Value { .bool(pooled != 0) }
}

/// The way to a stored part, which threads can share.
typealias FieldPath<Root, Part> = any WritableKeyPath<Root, Part> & Sendable

/// A kind of rows in the facts.
protocol FactRow: BitwiseCopyable, Sendable, FactListed {
    /// The name of the kind in the language of rules, such as `Link`.
    static var word: Symbol { get }
    static var rows: FieldPath<Facts, [Self]> { get }
    /// What a reference to no row reads as.
    static var absent: Value { get }

    init()
}

extension FactRow {
    static var elementType: ValueType { .record(word) }
    static var absent: Value { .null }

    static func element(_ pooled: UInt32) -> Value { .record(word, row: pooled) }
}
