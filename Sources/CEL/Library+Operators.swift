/// Operators: their types, and arithmetic that reports what does not fit.
extension Library {
    static let operators: [Operator: Function] = [
        .not: Function("!_", [.global([.bool], .bool)]),
        .negate: Function("-_", [.global([.int], .int), .global([.double], .double)]),
        .add: Function(
            "_+_",
            same([.int, .uint, .double, .string, .bytes, .list(element)]) + [
                .global([.timestamp, .duration], .timestamp), .global([.duration, .timestamp], .timestamp),
                .global([.duration, .duration], .duration),
            ]),
        .subtract: Function(
            "_-_",
            same([.int, .uint, .double]) + [
                .global([.timestamp, .timestamp], .duration), .global([.timestamp, .duration], .timestamp),
                .global([.duration, .duration], .duration),
            ]),
        .multiply: Function("_*_", same([.int, .uint, .double])),
        .divide: Function("_/_", same([.int, .uint, .double])),
        .modulo: Function("_%_", same([.int, .uint])),
        .equal: Function("_==_", [.global([element, element], .bool)]),
        .notEqual: Function("_!=_", [.global([element, element], .bool)]),
        .less: Function("_<_", ordered), .lessEqual: Function("_<=_", ordered),
        .greater: Function("_>_", ordered), .greaterEqual: Function("_>=_", ordered),
        .in: Function("@in", [.global([element, .list(element)], .bool), .global([element, .map(element, other)], .bool)]),
    ]

    static let index = Function(
        "_[_]",
        [
            .global([.list(element), .int], element), .global([.map(element, other), element], other),
            .global([.optional(.list(element)), .int], .optional(element)),
            .global([.optional(.map(element, other)), element], .optional(other)),
        ])

    static let optionalIndex = Function(
        "_[?_]",
        [
            .global([.list(element), .int], .optional(element)), .global([.map(element, other), element], .optional(other)),
            .global([.optional(.list(element)), .int], .optional(element)),
            .global([.optional(.map(element, other)), element], .optional(other)),
        ])

    private static func same(_ types: [ValueType]) -> [Function.Overload] {
        types.map { .global([$0, $0], $0) }
    }

    private static let ordered: [Function.Overload] = {
        let numbers: [ValueType] = [.int, .uint, .double]
        let mixed = numbers.flatMap { one in numbers.map { Function.Overload.global([one, $0], .bool) } }
        return mixed + [.bool, .string, .bytes, .timestamp, .duration].map { .global([$0, $0], .bool) }
    }()

    /// Operators that compute; the operands are no failures.
    static let arithmetic: [Operator: Function.Binary] = [
        .add: { $0.sum($1, $2) }, .subtract: { $0.difference($1, $2) }, .multiply: { $0.product($1, $2) },
        .divide: { $0.quotient($1, $2) }, .modulo: { $0.remainder($1, $2) },
    ]
}

extension Activation {
    private func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
        result.overflow ? failure(.overflow) : .int(result.partialValue)
    }

    private func checked(_ result: (partialValue: UInt64, overflow: Bool)) -> Value {
        result.overflow ? failure(.overflow) : .uint(result.partialValue)
    }

    func negated(_ value: Value) -> Value {
        switch value.kind {
        case .int: checked(Int64(0).subtractingReportingOverflow(value.asInt))
        case .double: .double(-value.asDouble)
        default: failure(.noOverload)
        }
    }

    func sum(_ left: Value, _ right: Value) -> Value {
        switch (left.kind, right.kind) {
        case (.int, .int): checked(left.asInt.addingReportingOverflow(right.asInt))
        case (.uint, .uint): checked(left.payload.addingReportingOverflow(right.payload))
        case (.double, .double): .double(left.asDouble + right.asDouble)
        case (.symbol, .symbol), (.symbol, .string), (.string, .symbol), (.string, .string):
            make(utf8: bytes(of: left) + bytes(of: right))
        case (.bytes, .bytes): make(bytes: bytes(of: left) + bytes(of: right))
        case (.timestamp, .duration): moment(left, plus: right.asInt)
        case (.duration, .timestamp): moment(right, plus: left.asInt)
        case (.duration, .duration): span(left.asInt.addingReportingOverflow(right.asInt))
        default: left.kind.isList && right.kind.isList ? concatenated(left, right) : failure(.noOverload)
        }
    }

    private func concatenated(_ left: Value, _ right: Value) -> Value {
        if left.high == 0 { return right }
        if right.high == 0 { return left }
        let mark = scratch.count
        for list in [left, right] {
            for index in 0..<count(of: list) { scratch.append(element(of: list, at: index)) }
        }
        return makeList(from: mark)
    }

    func difference(_ left: Value, _ right: Value) -> Value {
        switch (left.kind, right.kind) {
        case (.int, .int): checked(left.asInt.subtractingReportingOverflow(right.asInt))
        case (.uint, .uint): checked(left.payload.subtractingReportingOverflow(right.payload))
        case (.double, .double): .double(left.asDouble - right.asDouble)
        case (.timestamp, .timestamp): elapsed(from: right, to: left)
        case (.timestamp, .duration):
            right.asInt == .min ? failure(.overflow) : moment(left, plus: -right.asInt)
        case (.duration, .duration): span(left.asInt.subtractingReportingOverflow(right.asInt))
        default: failure(.noOverload)
        }
    }

    func product(_ left: Value, _ right: Value) -> Value {
        switch (left.kind, right.kind) {
        case (.int, .int): checked(left.asInt.multipliedReportingOverflow(by: right.asInt))
        case (.uint, .uint): checked(left.payload.multipliedReportingOverflow(by: right.payload))
        case (.double, .double): .double(left.asDouble * right.asDouble)
        default: failure(.noOverload)
        }
    }

    func quotient(_ left: Value, _ right: Value) -> Value {
        switch (left.kind, right.kind) {
        case (.int, .int):
            right.payload == 0 ? failure(.divideByZero) : checked(left.asInt.dividedReportingOverflow(by: right.asInt))
        case (.uint, .uint): right.payload == 0 ? failure(.divideByZero) : .uint(left.payload / right.payload)
        case (.double, .double): .double(left.asDouble / right.asDouble)
        default: failure(.noOverload)
        }
    }

    func remainder(_ left: Value, _ right: Value) -> Value {
        switch (left.kind, right.kind) {
        case (.int, .int):
            right.payload == 0 ? failure(.moduloByZero) : checked(left.asInt.remainderReportingOverflow(dividingBy: right.asInt))
        case (.uint, .uint): right.payload == 0 ? failure(.moduloByZero) : .uint(left.payload % right.payload)
        default: failure(.noOverload)
        }
    }

    private func span(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
        result.overflow ? failure(.overflow) : .duration(nanoseconds: result.partialValue)
    }
}
