import Diagnostics

/// Operators, logic and calls.
extension Planner {
    func planUnary(_ node: Node.ID, _ sign: Operator, _ operand: Node.ID) -> Step {
        let step = plan(operand)
        if sign == .not {
            return { activation in
                let value = step(activation)
                if value.tag == .bool, value.wraps == 0 { return .bool(value.payload == 0) }
                return value.isFailure ? value : activation.failure(.noOverload).stamped(node)
            }
        }
        return { activation in
            let value = step(activation)
            return value.isFailure ? value : activation.negated(value).stamped(node)
        }
    }

    func planBinary(_ node: Node.ID, _ sign: Operator, _ left: Node.ID, _ right: Node.ID) -> Step {
        switch sign {
        case .equal: return planEquality(node, left, right, wanted: true)
        case .notEqual: return planEquality(node, left, right, wanted: false)
        case .less: return planOrder(node, left, right, { $0 < $1 }) { $0 == .less }
        case .lessEqual: return planOrder(node, left, right, { $0 <= $1 }) { $0 == .less || $0 == .equal }
        case .greater: return planOrder(node, left, right, { $0 > $1 }) { $0 == .greater }
        case .greaterEqual: return planOrder(node, left, right, { $0 >= $1 }) { $0 == .greater || $0 == .equal }
        case .in: return planMembership(node, left, right)
        default:
            guard let operation = Library.arithmetic[sign] else { return failing(node, .noOverload) }
            let (one, two) = (plan(left), plan(right))
            return { activation in
                let first = one(activation)
                if first.isFailure { return first }
                let second = two(activation)
                if second.isFailure { return second }
                return operation(activation, first, second).stamped(node)
            }
        }
    }

    private func planEquality(_ node: Node.ID, _ left: Node.ID, _ right: Node.ID, wanted: Bool) -> Step {
        let one = plan(left)
        if let constant = constant(right) {
            return { activation in
                let first = one(activation)
                if first.tag == constant.tag, first.wraps == 0, constant.tag == .symbol || constant.tag == .int {
                    return .bool((first.payload == constant.payload) == wanted)
                }
                return activation.equality(first, constant, wanted).stamped(node)
            }
        }
        let two = plan(right)
        return { activation in
            let first = one(activation)
            if first.isFailure { return first }
            let second = two(activation)
            if first.tag == .symbol, second.tag == .symbol, first.wraps == 0, second.wraps == 0 {
                return .bool((first.payload == second.payload) == wanted)
            }
            return activation.equality(first, second, wanted).stamped(node)
        }
    }

    private func planOrder(
        _ node: Node.ID, _ left: Node.ID, _ right: Node.ID, _ ints: @escaping @Sendable (Int64, Int64) -> Bool,
        _ holds: @escaping @Sendable (Activation.Order) -> Bool
    ) -> Step {
        let (one, two) = (plan(left), plan(right))
        return { activation in
            let first = one(activation)
            if first.isFailure { return first }
            let second = two(activation)
            if first.kind == .int, second.kind == .int { return .bool(ints(first.asInt, second.asInt)) }
            if second.isFailure { return second }
            guard let order = activation.order(first, second) else { return activation.failure(.noOverload).stamped(node) }
            return .bool(holds(order))
        }
    }

    private func planMembership(_ node: Node.ID, _ left: Node.ID, _ right: Node.ID) -> Step {
        let one = plan(left)
        if case .list(let elements) = checked.syntax[right].form {
            let constants = elements.compactMap { $0.isOptional ? nil : constant($0.node) }
            if constants.count == elements.count { return planConstantMembership(node, one, constants) }
        }
        let two = plan(right)
        return { activation in
            let value = one(activation)
            if value.isFailure { return value }
            let container = two(activation)
            if container.isFailure { return container }
            return activation.membership(value, container).stamped(node)
        }
    }

    private func planConstantMembership(_ node: Node.ID, _ step: @escaping Step, _ constants: [Value]) -> Step {
        return { activation in
            let value = step(activation)
            if value.isFailure { return value }
            for constant in constants {
                guard let same = activation.equal(value, constant) else { return activation.failure(.exhausted).stamped(node) }
                if same { return .bool(true) }
            }
            return .bool(false)
        }
    }

    // MARK: Logic

    /// `&&` and `||`: the decisive value wins over errors, whichever comes first.
    func planLogic(_ node: Node.ID, _ terms: [Node.ID], decisive: Bool) -> Step {
        let decision: UInt64 = decisive ? 1 : 0
        if terms.count == 2 {
            let (one, two) = (plan(terms[0]), plan(terms[1]))
            return { activation in
                let first = one(activation)
                if first.tag == .bool, first.wraps == 0 {
                    if first.payload == decision { return first }
                    let second = two(activation)
                    if second.tag == .bool, second.wraps == 0 { return second }
                    return second.isFailure ? second : activation.failure(.notBool).stamped(node)
                }
                let second = two(activation)
                if second.tag == .bool, second.wraps == 0, second.payload == decision { return second }
                return first.isFailure ? first : activation.failure(.notBool).stamped(node)
            }
        }
        let steps = terms.map { plan($0) }
        return { activation in
            var failure: Value?
            for step in steps {
                let value = step(activation)
                if value.kind == .bool {
                    if value.payload == decision { return value }
                } else if failure == nil {
                    failure = value.isFailure ? value : activation.failure(.notBool).stamped(node)
                }
            }
            return failure ?? .bool(!decisive)
        }
    }

    func planConditional(_ node: Node.ID, _ condition: Node.ID, _ yes: Node.ID, _ no: Node.ID) -> Step {
        let (test, one, two) = (plan(condition), plan(yes), plan(no))
        return { activation in
            let value = test(activation)
            guard value.kind == .bool else { return value.isFailure ? value : activation.failure(.notBool).stamped(node) }
            return value.payload == 1 ? one(activation) : two(activation)
        }
    }

    // MARK: Calls

    func planCall(_ node: Node.ID, _ arguments: [Node.ID], isMember: Bool) -> Step {
        let function: Function
        switch checked.meanings[node] {
        case .function(let found), .qualifiedFunction(let found): function = found
        case .unknownFunction(let name): return failing(node, .unknownFunction, about: name)
        default: return failing(node, .unknownFunction)
        }
        guard function.accepts(count: arguments.count, isMember: isMember) else { return failing(node, .noOverload) }
        switch arguments.count {
        case 0:
            guard let apply = function.nullary else { break }
            return { apply($0).stamped(node) }
        case 1:
            guard let apply = function.unary else { break }
            return planUnaryCall(node, plan(arguments[0]), apply)
        case 2:
            guard let apply = planned(pattern: function, arguments) ?? function.binary else { break }
            return planBinaryCall(node, plan(arguments[0]), plan(arguments[1]), apply)
        case 3:
            guard let apply = function.ternary else { break }
            return planTernaryCall(node, plan(arguments[0]), plan(arguments[1]), plan(arguments[2]), apply)
        default: break
        }
        guard let apply = function.variadic else { return failing(node, .unknownFunction, about: function.name) }
        return planVariadicCall(node, arguments.map { plan($0) }, apply)
    }

    /// `matches` with a literal pattern, compiled once.
    private func planned(pattern function: Function, _ arguments: [Node.ID]) -> Function.Binary? {
        guard function.name == "matches", let pattern = constant(arguments[1])?.symbolValue else { return nil }
        guard let regex = try? Regex(pattern.text) else { return nil }
        return { activation, text, _ in
            text.kind.isText ? activation.matches(text, regex) : activation.failure(.noOverload)
        }
    }

    private func planUnaryCall(_ node: Node.ID, _ step: @escaping Step, _ apply: @escaping Function.Unary) -> Step {
        { activation in
            let value = step(activation)
            return value.isFailure ? value : apply(activation, value).stamped(node)
        }
    }

    private func planBinaryCall(
        _ node: Node.ID, _ one: @escaping Step, _ two: @escaping Step, _ apply: @escaping Function.Binary
    ) -> Step {
        { activation in
            let first = one(activation)
            if first.isFailure { return first }
            let second = two(activation)
            if second.isFailure { return second }
            return apply(activation, first, second).stamped(node)
        }
    }

    private func planTernaryCall(
        _ node: Node.ID, _ one: @escaping Step, _ two: @escaping Step, _ three: @escaping Step, _ apply: @escaping Function.Ternary
    ) -> Step {
        { activation in
            let first = one(activation)
            if first.isFailure { return first }
            let second = two(activation)
            if second.isFailure { return second }
            let third = three(activation)
            if third.isFailure { return third }
            return apply(activation, first, second, third).stamped(node)
        }
    }

    private func planVariadicCall(_ node: Node.ID, _ steps: [Step], _ apply: @escaping Function.Variadic) -> Step {
        { activation in
            var values: [Value] = []
            for step in steps {
                let value = step(activation)
                if value.isFailure { return value }
                values.append(value)
            }
            return apply(activation, values).stamped(node)
        }
    }
}

extension Activation {
    /// `==` or `!=` of two values, errors included.
    func equality(_ left: Value, _ right: Value, _ wanted: Bool) -> Value {
        if left.isFailure { return left }
        if right.isFailure { return right }
        guard let same = equal(left, right) else { return failure(.tooDeep) }
        return .bool(same == wanted)
    }

    /// `value in container`.
    func membership(_ value: Value, _ container: Value) -> Value {
        switch container.kind {
        case .list, .rows, .hostList:
            guard spend(count(of: container) >> 2) else { return failure(.exhausted) }
            for index in 0..<count(of: container) {
                guard let same = equal(element(of: container, at: index), value) else { return failure(.tooDeep) }
                if same { return .bool(true) }
            }
            return .bool(false)
        case .map: return .bool(lookUp(value, in: container) != nil)
        default: return failure(.noOverload)
        }
    }
}
