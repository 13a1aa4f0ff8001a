import Diagnostics

/// Turns a checked expression into closures.
final class Planner {
    /// One planned node: evaluates itself and all below.
    typealias Step = @Sendable (Activation) -> Value

    enum Mode {
        /// Notes nothing and pays nothing for it.
        case plain
        /// Notes each host fact that is read.
        case tracing
        /// Notes the value of each node.
        case explaining
    }

    let checked: CheckedSyntax
    let environment: Environment
    let mode: Mode
    /// What fills the slots of blocks that are in scope.
    var blockSlots: [Int: Step] = [:]

    init(_ checked: CheckedSyntax, _ environment: Environment, mode: Mode) {
        self.checked = checked
        self.environment = environment
        self.mode = mode
    }

    func plan() -> Step {
        plan(checked.syntax.root)
    }

    func plan(_ node: Node.ID) -> Step {
        let step = planned(node)
        guard mode == .explaining else { return step }
        return { activation in
            activation.explainer?.open()
            let value = step(activation)
            activation.explainer?.close(node, value, activation)
            return value
        }
    }

    private func planned(_ node: Node.ID) -> Step {
        switch checked.syntax[node].form {
        case .fault: return failing(node, .noOverload)
        case .literal(let value): return { _ in value }
        case .bytes(let bytes): return { $0.make(bytes: bytes) }
        case .name(let name, _): return planName(node, name)
        case .select(let operand, let field, let isOptional): return planSelect(node, operand, field, isOptional: isOptional)
        case .presence(let operand, let field): return planPresence(node, operand, field)
        case .index(let operand, let key, let isOptional): return noting(node, planIndex(node, operand, key, isOptional: isOptional))
        case .unary(let sign, let operand): return planUnary(node, sign, operand)
        case .binary(let sign, let left, let right): return planBinary(node, sign, left, right)
        case .all(let terms): return planLogic(node, terms, decisive: false)
        case .any(let terms): return planLogic(node, terms, decisive: true)
        case .conditional(let condition, let yes, let no): return planConditional(node, condition, yes, no)
        case .call(_, let arguments): return planCall(node, arguments, isMember: false)
        case .method(let receiver, _, let arguments):
            if case .qualifiedFunction = checked.meanings[node] { return planCall(node, arguments, isMember: false) }
            return planCall(node, [receiver] + arguments, isMember: true)
        case .list(let elements): return planList(node, elements)
        case .map(let entries): return planMap(node, entries)
        case .structure(let name, _): return failing(node, .unknownName, about: name)
        case .fold(let fold): return planFold(node, fold)
        case .bind(_, let value, let body): return planBind(node, value, body)
        case .block(let slots, let body): return planBlock(node, slots, body)
        case .optionalMap(let operand, _, let body, let isFlat): return planOptionalMap(node, operand, body, isFlat: isFlat)
        }
    }

    /// A step that always fails.
    func failing(_ node: Node.ID, _ code: Failure.Code, about name: String? = nil) -> Step {
        let symbol = name.map { Value.symbol(Symbol($0)) }
        return { $0.failure(code, about: symbol).stamped(node) }
    }

    /// The value of a node that is a literal.
    func constant(_ node: Node.ID) -> Value? {
        guard mode != .explaining, case .literal(let value) = checked.syntax[node].form else { return nil }
        return value
    }

    /// How many nodes a subtree has: the cost of evaluating it once.
    func cost(_ node: Node.ID) -> Int { costs[node] }

    /// The costs of all nodes; children stand before their parents.
    private lazy var costs = checked.syntax.nodes.reduce(into: [Int]()) { costs, node in
        costs.append(node.form.children.reduce(1) { $0 + costs[$1] })
    }

    // MARK: Names and literals

    private func planName(_ node: Node.ID, _ name: String) -> Step {
        switch checked.meanings[node] {
        case .local(let slot):
            guard let fill = blockSlots[slot] else { return { $0.locals[slot] } }
            return { activation in
                let value = activation.locals[slot]
                if value.tag != .unset { return value }
                let filled = fill(activation)
                activation.locals[slot] = filled
                return filled
            }
        case .variable(let place): return planVariable(node, place)
        case .typeName(let symbol): return { _ in .type(named: symbol) }
        default: return failing(node, .unknownName, about: name)
        }
    }

    func planVariable(_ node: Node.ID, _ place: Int) -> Step {
        let name = environment.variables[place].name
        let symbol = Value.symbol(Symbol(name))
        let isTracing = mode == .tracing
        return { activation in
            let value = activation.bindings[place]
            if value.tag == .unset { return activation.failure(.unboundVariable, about: symbol).stamped(node) }
            if isTracing { activation.recorder?.note(variable: name, value, activation) }
            return value
        }
    }

    private func planList(_ node: Node.ID, _ elements: [Node.Element]) -> Step {
        let steps = elements.map { (step: plan($0.node), isOptional: $0.isOptional) }
        return { activation in
            let mark = activation.scratch.count
            for (step, isOptional) in steps {
                let value = step(activation)
                if value.isFailure { return activation.drop(to: mark, value) }
                if !isOptional {
                    activation.scratch.append(value)
                } else if !value.isOptional {
                    return activation.drop(to: mark, activation.failure(.noOverload).stamped(node))
                } else if !value.isEmptyOptional {
                    activation.scratch.append(value.unwrapped)
                }
            }
            return activation.makeList(from: mark)
        }
    }

    private func planMap(_ node: Node.ID, _ entries: [Node.Entry]) -> Step {
        let steps = entries.map { (key: plan($0.key), value: plan($0.value), isOptional: $0.isOptional) }
        return { activation in
            let mark = activation.scratch.count
            for (keyStep, valueStep, isOptional) in steps {
                let key = keyStep(activation)
                if key.isFailure { return activation.drop(to: mark, key) }
                guard key.isKey else { return activation.drop(to: mark, activation.failure(.badKey).stamped(node)) }
                var value = valueStep(activation)
                if value.isFailure { return activation.drop(to: mark, value) }
                if isOptional {
                    guard value.isOptional else { return activation.drop(to: mark, activation.failure(.noOverload).stamped(node)) }
                    if value.isEmptyOptional { continue }
                    value = value.unwrapped
                }
                if activation.hasKey(key, from: mark) {
                    return activation.drop(to: mark, activation.failure(.repeatedKey, about: key).stamped(node))
                }
                activation.scratch.append(key)
                activation.scratch.append(value)
            }
            return activation.makeMap(from: mark)
        }
    }
}

extension Value {
    /// True for values that may be keys of a map literal.
    var isKey: Bool {
        switch kind {
        case .bool, .int, .uint, .symbol, .string: true
        default: false
        }
    }
}

/// The stack on which lists and maps are put together.
extension Activation {
    func drop(to mark: Int, _ value: Value) -> Value {
        scratch.removeLast(scratch.count - mark)
        return value
    }

    func makeList(from mark: Int) -> Value {
        drop(to: mark, make(list: scratch[mark...]))
    }

    func makeMap(from mark: Int) -> Value {
        drop(to: mark, make(map: scratch[mark...]))
    }

    /// True when a key already stands on the stack.
    func hasKey(_ key: Value, from mark: Int) -> Bool {
        var index = mark
        _ = spend((scratch.count - mark) >> 3)
        while index < scratch.count {
            if equal(scratch[index], key) == true { return true }
            index += 2
        }
        return false
    }
}
