import CEL
import Diagnostics
import Rehearsals
import Testing

@testable import Policies

/// Whether the rules' examples notice when a rule's condition is not what it should be.
struct MutationTests {
    private struct Tally {
        var noticed = 0
        var missed: [String] = []

        var share: Double { Double(noticed) / Double(max(1, noticed + missed.count)) }
    }

    @Test func `examples notice nearly every slip in a condition`() throws {
        let set = PolicySet.shipped()
        var whole = Tally()
        for rule in set.compiled {
            let tally = Self.tally(rule, set)
            whole.noticed += tally.noticed
            whole.missed += tally.missed
        }
        let figure = "rules: \(whole.noticed) of \(whole.noticed + whole.missed.count) mutants noticed"
        print("\(figure), \((whole.share * 1000).rounded() / 10) %")
        #expect(whole.noticed > 700, "\(figure)")
        #expect(whole.share >= 0.98, "\(figure), missed:\n\(whole.missed.joined(separator: "\n"))")
    }

    @Test func `a rule without examples notices nothing`() throws {
        let set = PolicySet.shipped()
        var rule = try #require(set.compiled.first)
        rule.draft.examples = []
        let tally = Self.tally(rule, set)
        #expect(tally.noticed == 0 && !tally.missed.isEmpty)
    }

    private static func tally(_ rule: CompiledRule, _ set: PolicySet) -> Tally {
        var tally = Tally()
        var log = DiagnosticLog()
        let examples = rule.rule.examples.map { ($0.fires, Facts(example: $0.node, log: &log)) }
        for mutant in RuleMutants(rule.condition).all {
            // What cannot be loaded is no slip that examples would have to notice.
            guard let condition = Program.compile(mutant, in: rule.binding.environment, expecting: .bool).program else { continue }
            var changed = set
            changed.compiled = [rule]
            changed.compiled[0].condition = condition
            let isNoticed = examples.contains { fires, facts in
                let findings = changed.judge(facts, in: Shipped.surroundings).findings
                return findings.isEmpty == fires || findings.contains { $0.rule != rule.id }
            }
            if isNoticed { tally.noticed += 1 } else { tally.missed.append("\(rule.id): \(mutant)") }
        }
        return tally
    }
}
