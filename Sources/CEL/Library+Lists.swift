/// The lists extension.
extension Library {
    private static let list = ValueType.list(element)

    static let lists: [Function] = [
        Function.unary("flatten", [.member(.list(list), list), .member(.list(.dyn), [.int], .list(.dyn))]) {
            $0.flattened($1, depth: .int(1))
        }.with { $0.flattened($1, depth: $2) },
        .unary("distinct", [.member(list, list)]) { $0.distinct($1) },
        .unary("sort", [.member(list, list)]) { $0.sorted($1) },
        Function("slice", [.member(list, [.int, .int], list)]).with { $0.slice($1, from: $2, to: $3) },
        .unary("lists.range", [.global([.int], .list(.int))]) { $0.range($1) },
        .unary("first", [.member(list, .optional(element))]) { $0.end(of: $1, isFirst: true) },
        .unary("last", [.member(list, .optional(element))]) { $0.end(of: $1, isFirst: false) },
    ]

    /// The sets extension: lists taken as sets.
    static let sets: [Function] = [
        .binary("sets.contains", [.global([list, list], .bool)]) { $0.containsAll($1, $2) },
        .binary("sets.equivalent", [.global([list, list], .bool)]) { activation, one, two in
            let first = activation.containsAll(one, two)
            return first.isTrue ? activation.containsAll(two, one) : first
        },
        .binary("sets.intersects", [.global([list, list], .bool)]) { activation, one, two in
            guard one.kind.isList, two.kind.isList else { return activation.failure(.noOverload) }
            for index in 0..<activation.count(of: two) {
                let found = activation.membership(activation.element(of: two, at: index), one)
                if !found.isFalse { return found }
            }
            return .bool(false)
        },
    ]
}

extension Activation {
    func elements(of list: Value) -> [Value] {
        (0..<count(of: list)).map { element(of: list, at: $0) }
    }

    /// The elements of the lists of a list, one after another, so many levels deep; what is no list stays what it is.
    fileprivate func flattened(_ list: Value, depth: Value) -> Value {
        guard list.kind.isList, depth.kind == .int else { return failure(.noOverload) }
        guard depth.asInt >= 0 else { return failure(.range, about: depth) }
        var result: [Value] = []
        guard append(list, depth: depth.asInt, to: &result) else { return outOfMemory }
        return make(list: result)
    }

    private func append(_ list: Value, depth: Int64, to result: inout [Value]) -> Bool {
        for element in elements(of: list) {
            guard spend(1), result.count < environment.limits.memory / 16 else { return false }
            if element.kind.isList, depth > 0 {
                guard append(element, depth: depth - 1, to: &result) else { return false }
            } else {
                result.append(element)
            }
        }
        return true
    }

    fileprivate func distinct(_ list: Value) -> Value {
        guard list.kind.isList else { return failure(.noOverload) }
        var result: [Value] = []
        for element in elements(of: list) {
            guard spend(1 + result.count >> 2) else { return failure(.exhausted) }
            if !result.contains(where: { equal($0, element) == true }) { result.append(element) }
        }
        return make(list: result)
    }

    fileprivate func sorted(_ list: Value) -> Value {
        guard list.kind.isList else { return failure(.noOverload) }
        let elements = elements(of: list)
        return sorted(elements, by: elements[...])
    }

    /// Elements in the order of their keys, equal ones as they came; keys are of one kind that has an order.
    func sorted(_ elements: [Value], by keys: ArraySlice<Value>) -> Value {
        guard let kind = keys.first?.kind else { return make(list: elements) }
        let isOrdered = keys.allSatisfy { key in
            (key.kind == kind || key.kind.isText && kind.isText) && order(key, key) != nil
        }
        guard isOrdered else { return failure(.noOverload) }
        let steps = elements.count * (Int.bitWidth - elements.count.leadingZeroBitCount)
        guard spend(steps) else { return failure(.exhausted) }
        let pairs = zip(keys, elements).enumerated().sorted { one, two in
            let order = order(one.element.0, two.element.0)
            return order == .less || order != .greater && one.offset < two.offset
        }
        return make(list: pairs.map(\.element.1))
    }

    fileprivate func slice(_ list: Value, from start: Value, to end: Value) -> Value {
        guard list.kind.isList, start.kind == .int, end.kind == .int else { return failure(.noOverload) }
        guard start.asInt >= 0, start.asInt <= end.asInt else { return failure(.noSuchIndex, about: start) }
        guard end.asInt <= Int64(count(of: list)) else { return failure(.noSuchIndex, about: end) }
        return make(list: (Int(start.asInt)..<Int(end.asInt)).map { element(of: list, at: $0) })
    }

    fileprivate func range(_ count: Value) -> Value {
        guard count.kind == .int else { return failure(.noOverload) }
        guard count.asInt <= Int64(environment.limits.memory / 16), spend(Int(max(0, count.asInt))) else { return outOfMemory }
        return make(list: (0..<max(0, count.asInt)).map { Value.int($0) })
    }

    fileprivate func end(of list: Value, isFirst: Bool) -> Value {
        guard list.kind.isList else { return failure(.noOverload) }
        let count = count(of: list)
        return count == 0 ? .none : optional(element(of: list, at: isFirst ? 0 : count - 1))
    }

    /// Whether a list has every element of another.
    fileprivate func containsAll(_ list: Value, _ others: Value) -> Value {
        guard list.kind.isList, others.kind.isList else { return failure(.noOverload) }
        for index in 0..<count(of: others) {
            let found = membership(element(of: others, at: index), list)
            if !found.isTrue { return found }
        }
        return .bool(true)
    }

    /// The elements in the opposite order.
    func reversed(_ list: Value) -> Value {
        make(list: elements(of: list).reversed())
    }
}
