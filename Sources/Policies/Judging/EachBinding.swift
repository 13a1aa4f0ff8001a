import CEL

extension CompiledRule {
    /// How often a rule is asked of the facts of one order: lists within lists multiply.
    private static let bindingLimit = 1_000_000

    /// Binds the rule's names to everything in turn, and hands on what is bound each time, in the order of the rule's `for`.
    ///
    /// - Parameter failed: takes a list that could not be worked out, and the first binding beyond the limit, with what was bound until
    ///   then.
    func forEachBinding(_ activation: Activation, failed: ([Value], Failure) -> Void, _ body: ([Value]) -> Void) {
        var rest = Self.bindingLimit
        bind([], activation, &rest, failed, body)
    }

    private func bind(
        _ values: [Value], _ activation: Activation, _ rest: inout Int, _ failed: ([Value], Failure) -> Void, _ body: ([Value]) -> Void
    ) {
        guard values.count < binding.parts.count else {
            rest -= 1
            return rest < 0 ? failed(values, .exhausted) : body(values)
        }
        let part = binding.parts[values.count]
        switch part.list.evaluate(activation) {
        case .failure(let failure):
            // What is not there has no elements.
            if failure.code != .absent { failed(values, failure) }
        case .success(let list):
            let elements = (0..<activation.count(of: list)).map { activation.element(of: list, at: $0) }
            for element in elements where rest >= 0 {
                activation.bind(part.name, element)
                bind(values + [element], activation, &rest, failed, body)
            }
        }
    }
}
