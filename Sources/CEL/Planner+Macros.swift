/// Macros that walk over lists and maps, and those that bind a name.
extension Planner {
    func planFold(_ node: Node.ID, _ fold: Node.Fold) -> Step {
        guard case .slots(let first) = checked.meanings[node] else { return failing(node, .noOverload) }
        var walk = Walk(
            node: node, range: plan(fold.range), first: first, second: fold.second == nil ? nil : first + 1,
            cost: cost(fold.body) + (fold.condition.map { cost($0) } ?? 0) + 1, keepsArena: !blockSlots.isEmpty || mode != .plain)
        let body = plan(fold.body)
        walk.condition = fold.condition.map { plan($0) }
        switch fold.kind {
        case .all: return planQuantifier(walk, body, decisive: false)
        case .exists: return planQuantifier(walk, body, decisive: true)
        case .existsOne: return planExistsOne(walk, body)
        case .filter: return planFilter(walk, body)
        case .map, .transformList: return planMapping(walk, body)
        case .transformMap: return planTransformMap(walk, body)
        case .transformMapEntry: return planTransformMapEntry(walk, body)
        case .sortBy: return planSortBy(walk, body)
        }
    }

    /// What all walking macros have in common.
    struct Walk: Sendable {
        let node: Node.ID
        let range: Step
        let first: Int
        let second: Int?
        /// Steps that one element takes.
        let cost: Int
        /// True when what a body makes may be looked at later.
        let keepsArena: Bool
        var condition: Step?

        /// The list or map to walk over, or a failure.
        @inline(__always)
        func items(_ activation: Activation) -> Value {
            let value = range(activation)
            switch value.kind {
            case .list, .rows, .hostList, .map, .failure: return value
            default: return activation.failure(.noOverload).stamped(node)
            }
        }

        /// Binds the variables to an element; false when the budget is spent.
        @inline(__always)
        func bind(_ items: Value, _ index: Int, _ activation: Activation) -> Bool {
            guard activation.spend(cost) else { return false }
            if items.tag == .map {
                let place = Int(items.low) + 2 * index
                activation.locals[first] = activation.arenaValues[place]
                if let second { activation.locals[second] = activation.arenaValues[place + 1] }
            } else if let second {
                activation.locals[first] = .int(Int64(index))
                activation.locals[second] = activation.element(of: items, at: index)
            } else {
                activation.locals[first] = activation.element(of: items, at: index)
            }
            return true
        }

        /// What the condition says: true where there is none.
        @inline(__always)
        func takes(_ activation: Activation) -> Value {
            guard let condition else { return .bool(true) }
            let value = condition(activation)
            return value.kind == .bool || value.isFailure ? value : activation.failure(.notBool).stamped(node)
        }
    }

    /// `all` and `exists`: the decisive value ends the walk and wins over errors.
    private func planQuantifier(_ walk: Walk, _ body: @escaping Step, decisive: Bool) -> Step {
        let decision: UInt64 = decisive ? 1 : 0
        return { activation in
            let items = walk.items(activation)
            if items.isFailure { return items }
            var failure: Value?
            let mark = activation.mark
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else { return activation.failure(.exhausted).stamped(walk.node) }
                let value = body(activation)
                if value.tag == .bool, value.wraps == 0 {
                    if value.payload == decision { return value }
                    if failure == nil, !walk.keepsArena { activation.release(to: mark) }
                } else if failure == nil {
                    failure = value.isFailure ? value : activation.failure(.notBool).stamped(walk.node)
                }
            }
            return failure ?? .bool(!decisive)
        }
    }

    private func planExistsOne(_ walk: Walk, _ body: @escaping Step) -> Step {
        return { activation in
            let items = walk.items(activation)
            if items.isFailure { return items }
            var found = 0
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else { return activation.failure(.exhausted).stamped(walk.node) }
                let value = body(activation)
                guard value.kind == .bool else { return value.isFailure ? value : activation.failure(.notBool).stamped(walk.node) }
                if value.payload == 1 { found += 1 }
            }
            return .bool(found == 1)
        }
    }

    private func planFilter(_ walk: Walk, _ body: @escaping Step) -> Step {
        return { activation in
            let items = walk.items(activation)
            if items.isFailure { return items }
            let mark = activation.scratch.count
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else {
                    return activation.drop(to: mark, activation.failure(.exhausted).stamped(walk.node))
                }
                let element = activation.locals[walk.first]
                let value = body(activation)
                guard value.kind == .bool else {
                    return activation.drop(to: mark, value.isFailure ? value : activation.failure(.notBool).stamped(walk.node))
                }
                if value.payload == 1 { activation.scratch.append(element) }
            }
            return activation.makeList(from: mark)
        }
    }

    private func planMapping(_ walk: Walk, _ body: @escaping Step) -> Step {
        return { activation in
            let items = walk.items(activation)
            if items.isFailure { return items }
            let mark = activation.scratch.count
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else {
                    return activation.drop(to: mark, activation.failure(.exhausted).stamped(walk.node))
                }
                let taken = walk.takes(activation)
                if taken.isFailure { return activation.drop(to: mark, taken) }
                if taken.payload == 0 { continue }
                let value = body(activation)
                if value.isFailure { return activation.drop(to: mark, value) }
                activation.scratch.append(value)
            }
            return activation.makeList(from: mark)
        }
    }

    private func planTransformMap(_ walk: Walk, _ body: @escaping Step) -> Step {
        return { activation in
            let items = walk.items(activation)
            if items.isFailure { return items }
            let mark = activation.scratch.count
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else {
                    return activation.drop(to: mark, activation.failure(.exhausted).stamped(walk.node))
                }
                let key = activation.locals[walk.first]
                let taken = walk.takes(activation)
                if taken.isFailure { return activation.drop(to: mark, taken) }
                if taken.payload == 0 { continue }
                let value = body(activation)
                if value.isFailure { return activation.drop(to: mark, value) }
                activation.scratch.append(key)
                activation.scratch.append(value)
            }
            return activation.makeMap(from: mark)
        }
    }

    /// A map put together from the entries of maps; no key may come twice.
    private func planTransformMapEntry(_ walk: Walk, _ body: @escaping Step) -> Step {
        return { activation in
            let items = walk.items(activation)
            if items.isFailure { return items }
            let mark = activation.scratch.count
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else {
                    return activation.drop(to: mark, activation.failure(.exhausted).stamped(walk.node))
                }
                let taken = walk.takes(activation)
                if taken.isFailure { return activation.drop(to: mark, taken) }
                if taken.payload == 0 { continue }
                let value = body(activation)
                guard value.kind == .map else {
                    return activation.drop(to: mark, value.isFailure ? value : activation.failure(.noOverload).stamped(walk.node))
                }
                for (key, inner) in activation.entries(of: value) {
                    if activation.hasKey(key, from: mark) {
                        return activation.drop(to: mark, activation.failure(.repeatedKey, about: key).stamped(walk.node))
                    }
                    activation.scratch.append(key)
                    activation.scratch.append(inner)
                }
            }
            return activation.makeMap(from: mark)
        }
    }

    /// The elements of a list in the order of what the body gives for each.
    private func planSortBy(_ walk: Walk, _ body: @escaping Step) -> Step {
        return { activation in
            let items = walk.items(activation)
            guard items.kind.isList else { return items.isFailure ? items : activation.failure(.noOverload).stamped(walk.node) }
            let mark = activation.scratch.count
            for index in 0..<Int(items.high) {
                guard walk.bind(items, index, activation) else {
                    return activation.drop(to: mark, activation.failure(.exhausted).stamped(walk.node))
                }
                let key = body(activation)
                if key.isFailure { return activation.drop(to: mark, key) }
                activation.scratch.append(key)
            }
            let sorted = activation.sorted(activation.elements(of: items), by: activation.scratch[mark...])
            return activation.drop(to: mark, sorted.stamped(walk.node))
        }
    }

    // MARK: Names

    func planBind(_ node: Node.ID, _ value: Node.ID, _ body: Node.ID) -> Step {
        guard case .slots(let slot) = checked.meanings[node] else { return failing(node, .noOverload) }
        let (one, two) = (plan(value), plan(body))
        return { activation in
            activation.locals[slot] = one(activation)
            return two(activation)
        }
    }

    /// Slots are filled when they are first looked at.
    func planBlock(_ node: Node.ID, _ slots: [Node.ID], _ body: Node.ID) -> Step {
        guard case .slots(let first) = checked.meanings[node] else { return failing(node, .noOverload) }
        for (index, slot) in slots.enumerated() {
            let step = plan(slot)
            blockSlots[first + index] = step
        }
        let count = slots.count
        let step = plan(body)
        return { activation in
            for slot in first..<first + count { activation.locals[slot] = .unset }
            return step(activation)
        }
    }

    func planOptionalMap(_ node: Node.ID, _ operand: Node.ID, _ body: Node.ID, isFlat: Bool) -> Step {
        guard case .slots(let slot) = checked.meanings[node] else { return failing(node, .noOverload) }
        let (one, two) = (plan(operand), plan(body))
        return { activation in
            let value = one(activation)
            guard value.isOptional else { return value.isFailure ? value : activation.failure(.noOverload).stamped(node) }
            if value.isEmptyOptional { return value }
            activation.locals[slot] = value.unwrapped
            let result = two(activation)
            if result.isFailure { return result }
            if isFlat { return result.isOptional ? result : activation.failure(.noOverload).stamped(node) }
            return activation.optional(result).stamped(node)
        }
    }
}

extension Activation {
    /// Sizes of the arena, to come back to.
    struct Mark {
        let bytes: Int
        let values: Int
    }

    var mark: Mark { Mark(bytes: arenaBytes.count, values: arenaValues.count) }

    /// Gives back what was made since a mark; nothing of it may be looked at any more.
    @inline(__always)
    func release(to mark: Mark) {
        if arenaBytes.count > mark.bytes { arenaBytes.removeLast(arenaBytes.count - mark.bytes) }
        if arenaValues.count > mark.values { arenaValues.removeLast(arenaValues.count - mark.values) }
    }

    /// The optional of a value; fails when there are optionals around it without end.
    func optional(_ value: Value) -> Value {
        value.wraps < 200 ? .optional(value) : failure(.tooDeep)
    }
}
