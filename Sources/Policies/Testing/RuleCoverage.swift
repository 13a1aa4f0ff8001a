import CEL
package import Diagnostics
import LocatedYAML
package import Rehearsals

/// What facts have shown of a pack's rules: which fired, and which branches of their conditions were seen true and seen false.
package struct RuleCoverage: Sendable {
    private var rules: [Entry]

    private struct Entry: Sendable {
        let rule: CompiledRule
        let branches: [Range<Int>]
        var hasFired = false
        var seen: Set<Sight> = []
    }

    /// One branch seen with one truth.
    private struct Sight: Hashable, Sendable {
        let range: Range<Int>
        let truth: Bool
    }

    /// A branch that was never seen true, or never false.
    package struct Missing: Sendable {
        package let rule: Symbol
        /// The branch as it is written.
        package let text: String
        package let truth: Bool
        package let place: Span
    }

    /// The coverage of a set's rules by nothing yet.
    package init(of set: PolicySet) {
        rules = set.compiled.map { Entry(rule: $0, branches: $0.condition.branches) }
    }

    /// Asks all rules of facts, or one.
    package mutating func add(_ facts: Facts, to rule: Symbol? = nil) {
        let store = FactStore(facts)
        for place in rules.indices where rule == nil || rules[place].rule.id == rule {
            let own = rules[place].rule
            let activation = Activation(own.binding.environment, facts: store)
            own.forEachBinding(activation, failed: { _, _ in }) { _ in
                let (result, whole) = own.condition.explain(activation)
                if case .success(let value) = result, value.isTrue { rules[place].hasFired = true }
                if let whole { note(whole, at: place) }
            }
        }
    }

    private mutating func note(_ part: Explanation, at place: Int) {
        if let truth = part.truth, rules[place].branches.contains(part.range) {
            rules[place].seen.insert(Sight(range: part.range, truth: truth))
        }
        for below in part.parts { note(below, at: place) }
    }

    /// How many rules there are.
    package var ruleCount: Int { rules.count }
    /// How many of them fired.
    package var firedCount: Int { rules.count { $0.hasFired } }
    /// Each branch counts twice: true and false.
    package var branchCount: Int { rules.reduce(0) { $0 + 2 * $1.branches.count } }
    /// How many branches were seen.
    package var seenCount: Int { rules.reduce(0) { $0 + $1.seen.count } }

    /// Rules that never fired.
    package var silent: [Symbol] { rules.filter { !$0.hasFired }.map(\.rule.id) }

    /// What was not seen, in the order of rules and of their texts.
    package var missing: [Missing] {
        rules.flatMap { entry in
            let source = Array(entry.rule.condition.source.utf8)
            return entry.branches.flatMap { range in
                [true, false].filter { !entry.seen.contains(Sight(range: range, truth: $0)) }.map { truth in
                    Missing(
                        rule: entry.rule.id, text: String(decoding: source[range], as: UTF8.self), truth: truth,
                        place: entry.rule.draft.condition?.node.span(of: range) ?? entry.rule.draft.idSpan)
                }
            }
        }
    }
}
