/// The math extension.
extension Library {
    static let numbers: [Function] = [
        extreme("math.greatest", .greater), extreme("math.least", .less),
        rounding("math.ceil") { $0.rounded(.up) }, rounding("math.floor") { $0.rounded(.down) },
        rounding("math.round") { $0.rounded(.toNearestOrAwayFromZero) }, rounding("math.trunc") { $0.rounded(.towardZero) },
        .unary("math.sqrt", [.global([.double], .double), .global([.int], .double), .global([.uint], .double)]) { activation, value in
            value.kind.isNumber ? .double(value.approximated.squareRoot()) : activation.failure(.noOverload)
        },
        .unary("math.abs", same([.int, .uint, .double])) { activation, value in
            switch value.kind {
            case .int: value.asInt == .min ? activation.failure(.overflow) : .int(abs(value.asInt))
            case .uint: value
            case .double: .double(abs(value.asDouble))
            default: activation.failure(.noOverload)
            }
        },
        .unary("math.sign", same([.int, .uint, .double])) { activation, value in
            switch value.kind {
            case .int: .int(value.asInt.signum())
            case .uint: .uint(value.payload == 0 ? 0 : 1)
            case .double: .double(value.asDouble.isNaN ? .nan : value.asDouble > 0 ? 1 : value.asDouble < 0 ? -1 : 0)
            default: activation.failure(.noOverload)
            }
        },
        question("math.isNaN") { $0.isNaN }, question("math.isInf") { $0.isInfinite }, question("math.isFinite") { $0.isFinite },
        bits("math.bitAnd") { $0 & $1 }, bits("math.bitOr") { $0 | $1 }, bits("math.bitXor") { $0 ^ $1 },
        .unary("math.bitNot", same([.int, .uint])) { activation, value in
            switch value.kind {
            case .int: .int(~value.asInt)
            case .uint: .uint(~value.payload)
            default: activation.failure(.noOverload)
            }
        },
        shift("math.bitShiftLeft") { $0 << $1 }, shift("math.bitShiftRight") { $0 >> $1 },
    ]

    private static func same(_ types: [ValueType]) -> [Function.Overload] {
        types.map { .global([$0], $0) }
    }

    private static func rounding(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Function {
        .unary(name, [.global([.double], .double)]) { activation, value in
            value.kind == .double ? .double(body(value.asDouble)) : activation.failure(.noOverload)
        }
    }

    private static func question(_ name: String, _ body: @escaping @Sendable (Double) -> Bool) -> Function {
        .unary(name, [.global([.double], .bool)]) { activation, value in
            value.kind == .double ? .bool(body(value.asDouble)) : activation.failure(.noOverload)
        }
    }

    private static func bits(_ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64) -> Function {
        .binary(name, [.global([.int, .int], .int), .global([.uint, .uint], .uint)]) { activation, one, two in
            guard one.kind == two.kind, one.kind == .int || one.kind == .uint else { return activation.failure(.noOverload) }
            return Value(one.tag, payload: body(one.payload, two.payload))
        }
    }

    /// Shifts without sign; 64 and more give zero, fewer than zero is an error.
    private static func shift(_ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64) -> Function {
        .binary(name, [.global([.int, .int], .int), .global([.uint, .int], .uint)]) { activation, value, count in
            guard value.kind == .int || value.kind == .uint, count.kind == .int else { return activation.failure(.noOverload) }
            guard count.asInt >= 0 else { return activation.failure(.range, about: count) }
            return Value(value.tag, payload: count.asInt > 63 ? 0 : body(value.payload, count.payload))
        }
    }

    /// The greatest or least of numbers or of a list of them; of equal ones, the first.
    private static func extreme(_ name: String, _ wanted: Activation.Order) -> Function {
        var function = Function(name, [])
        function.isVariadic = true
        for type in [ValueType.int, .uint, .double] {
            function.overloads += [.global([type], type), .global([.list(type)], type), .global([type, type], type)]
        }
        function.unary = { $0.extreme([$1], wanted) }
        function.binary = { $0.extreme([$1, $2], wanted) }
        function.ternary = { $0.extreme([$1, $2, $3], wanted) }
        function.variadic = { $0.extreme($1, wanted) }
        return function
    }
}

extension Activation {
    func extreme(_ values: [Value], _ wanted: Order) -> Value {
        var values = values
        if values.count == 1, values[0].kind.isList {
            let list = values[0]
            guard spend(count(of: list)) else { return failure(.exhausted) }
            values = (0..<count(of: list)).map { element(of: list, at: $0) }
        }
        guard var best = values.first, values.allSatisfy({ $0.kind.isNumber }) else { return failure(.noOverload) }
        for value in values.dropFirst() where Self.order(value, best) == wanted { best = value }
        return best
    }
}
