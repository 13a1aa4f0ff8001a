package import Diagnostics
package import Times

/// A value during an evaluation: sixteen trivial bytes, copied for nothing.
///
/// Numbers, symbols, moments and references to host rows stand in the value itself; texts, lists and maps made at run
/// time live in the activation's arena, and a value that refers to them is good until the next evaluation. An optional
/// value is the value it holds, wrapped once more.
package struct Value: BitwiseCopyable, Sendable {
    /// What a value is; `optional` is never stored, it is what a wrapped value says of itself.
    package enum Tag: UInt8, Sendable, BitwiseCopyable {
        case null, bool, int, uint, double, symbol, string, bytes, list, rows, hostList, map
        case timestamp, duration, type, record, address, network, none, failure, unset, optional
    }

    /// What the value is when its wraps are not looked at.
    let tag: Tag
    /// How many optionals are around the value.
    let wraps: UInt8
    let extra: UInt32
    let payload: UInt64

    @inline(__always)
    init(_ tag: Tag, wraps: UInt8 = 0, extra: UInt32 = 0, payload: UInt64 = 0) {
        self.tag = tag
        self.wraps = wraps
        self.extra = extra
        self.payload = payload
    }

    /// What the value is.
    @inline(__always)
    package var kind: Tag {
        wraps != 0 || tag == .none ? .optional : tag
    }
}

extension Value {
    /// The language's `null`, which is no optional.
    package static let null = Value(.null)
    /// The optional that holds nothing.
    package static let none = Value(.none)
    static let unset = Value(.unset)

    /// A true or false.
    package static func bool(_ value: Bool) -> Value { Value(.bool, payload: value ? 1 : 0) }
    /// A signed number of 64 bits.
    package static func int(_ value: Int64) -> Value { Value(.int, payload: UInt64(bitPattern: value)) }
    /// An unsigned number of 64 bits, such as `1u`.
    package static func uint(_ value: UInt64) -> Value { Value(.uint, payload: value) }
    /// A number in floating point; not a number and infinities are values like others.
    package static func double(_ value: Double) -> Value { Value(.double, payload: value.bitPattern) }
    /// A text that the host keeps as a symbol.
    package static func symbol(_ symbol: Symbol) -> Value { Value(.symbol, payload: UInt64(symbol.id)) }

    /// A row of a host table; `type` is the name of the declared record type.
    package static func record(_ type: Symbol, row: UInt32) -> Value {
        Value(.record, extra: type.id, payload: UInt64(row))
    }

    /// A list that is a stretch of rows of a host table, read in place.
    package static func rows(_ type: Symbol, start: UInt32, count: UInt32) -> Value {
        Value(.rows, extra: type.id, payload: pair(start, count))
    }

    /// A list whose elements a declared `HostList` reads, from position `start` on.
    package static func hostList(_ list: Symbol, start: UInt32, count: UInt32) -> Value {
        Value(.hostList, extra: list.id, payload: pair(start, count))
    }

    /// A moment, to the nanosecond.
    package static func timestamp(_ moment: Timestamp) -> Value {
        Value(.timestamp, extra: UInt32(moment.nanoseconds), payload: UInt64(bitPattern: moment.seconds))
    }

    /// A duration in nanoseconds.
    package static func duration(nanoseconds: Int64) -> Value {
        Value(.duration, payload: UInt64(bitPattern: nanoseconds))
    }

    /// A type as a value, by its name in the language.
    package static func type(named name: Symbol) -> Value { Value(.type, payload: UInt64(name.id)) }

    /// The optional that holds a value.
    package static func optional(_ value: Value) -> Value {
        precondition(value.wraps < .max, "an optional is nested at most 255 times; the bound on depth sees to it")
        return Value(value.tag, wraps: value.wraps + 1, extra: value.extra, payload: value.payload)
    }

    /// The value in an optional that is not empty.
    var unwrapped: Value { Value(tag, wraps: wraps - 1, extra: extra, payload: payload) }

    @inline(__always)
    static func pair(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(low) | UInt64(high) << 32 }

    /// The lower half of the payload: an offset, a row, a symbol.
    @inline(__always)
    var low: UInt32 { UInt32(truncatingIfNeeded: payload) }
    /// The upper half of the payload: a length, a count.
    @inline(__always)
    var high: UInt32 { UInt32(truncatingIfNeeded: payload >> 32) }
}

extension Value {
    /// True for an error as a value.
    package var isFailure: Bool { tag == .failure }
    /// True for `null`; false for an optional that holds it.
    package var isNull: Bool { tag == .null && wraps == 0 }
    /// True for `true` alone: neither for an optional that holds it nor for a failure.
    package var isTrue: Bool { tag == .bool && wraps == 0 && payload == 1 }
    /// True for `false` alone: neither for an optional that holds it nor for a failure.
    package var isFalse: Bool { tag == .bool && wraps == 0 && payload == 0 }
    /// True for an optional, whether it holds something or not.
    package var isOptional: Bool { wraps != 0 || tag == .none }
    /// True for `optional.none()`.
    package var isEmptyOptional: Bool { wraps == 0 && tag == .none }

    /// The truth value; nil when the value is of another kind, an optional among them.
    package var boolValue: Bool? { kind == .bool ? payload == 1 : nil }
    /// The signed number; nil when the value is of another kind, `uint` and `double` among them.
    package var intValue: Int64? { kind == .int ? asInt : nil }
    /// The unsigned number; nil when the value is of another kind, `int` and `double` among them.
    package var uintValue: UInt64? { kind == .uint ? payload : nil }
    /// The number in floating point; nil when the value is of another kind, `int` and `uint` among them.
    package var doubleValue: Double? { kind == .double ? asDouble : nil }
    /// The host's symbol; nil when the value is of another kind, a text made at run time among them.
    package var symbolValue: Symbol? { kind == .symbol ? asSymbol : nil }

    /// The record type's name and the row.
    package var recordValue: (type: Symbol, row: UInt32)? {
        kind == .record ? (Symbol(id: extra), low) : nil
    }

    /// The moment; nil when the value is of another kind.
    package var timestampValue: Timestamp? { kind == .timestamp ? asTimestamp : nil }
    /// In nanoseconds.
    package var durationValue: Int64? { kind == .duration ? asInt : nil }

    @inline(__always)
    var asInt: Int64 { Int64(bitPattern: payload) }
    @inline(__always)
    var asDouble: Double { Double(bitPattern: payload) }
    var asSymbol: Symbol { Symbol(id: low) }
    var asTimestamp: Timestamp { Timestamp(seconds: asInt, nanoseconds: Int32(extra)) }
    var range: Range<Int> { Int(low)..<Int(low) + Int(high) }
}
