import Diagnostics

/// Optional values.
extension Library {
    private static let some = ValueType.optional(element)

    static let optionals: [Function] = [
        .unary("optional.of", [.global([element], some)]) { $0.optional($1) },
        .unary("optional.ofNonZeroValue", [.global([element], some)]) { activation, value in
            activation.isZero(value) ? .none : activation.optional(value)
        },
        Function("optional.none", [.global([], some)]).with { (_: Activation) in .none },
        .unary("hasValue", [.member(some, .bool)]) { activation, value in
            value.isOptional ? .bool(!value.isEmptyOptional) : activation.failure(.noOverload)
        },
        .unary("value", [.member(some, element)]) { activation, value in
            guard value.isOptional else { return activation.failure(.noOverload) }
            return value.isEmptyOptional ? activation.failure(.noValue) : value.unwrapped
        },
        .binary("or", [.member(some, [some], some)]) { activation, value, other in
            guard value.isOptional, other.isOptional else { return activation.failure(.noOverload) }
            return value.isEmptyOptional ? other : value
        },
        .binary("orValue", [.member(some, [element], element)]) { activation, value, other in
            guard value.isOptional else { return activation.failure(.noOverload) }
            return value.isEmptyOptional ? other : value.unwrapped
        },
        .unary("optional.unwrap", [.global([.list(some)], .list(element))]) { $0.unwrapped($1) },
        .unary("unwrapOpt", [.member(.list(some), .list(element))]) { $0.unwrapped($1) },
    ]
}

extension Activation {
    /// What the optionals of a list hold.
    fileprivate func unwrapped(_ list: Value) -> Value {
        guard list.kind.isList else { return failure(.noOverload) }
        let elements = elements(of: list)
        guard elements.allSatisfy(\.isOptional) else { return failure(.noOverload) }
        return make(list: elements.filter { !$0.isEmptyOptional }.map(\.unwrapped))
    }

    /// True for the value that a field has when nobody set it.
    func isZero(_ value: Value) -> Bool {
        switch value.kind {
        case .null: true
        case .bool, .int, .uint, .duration: value.payload == 0
        case .double: value.asDouble == 0
        case .timestamp: value.payload == 0 && value.extra == 0
        case .symbol: value.asSymbol.isEmpty
        case .string, .bytes, .list, .rows, .hostList, .map: value.high == 0
        case .optional: value.isEmptyOptional
        default: false
        }
    }
}
