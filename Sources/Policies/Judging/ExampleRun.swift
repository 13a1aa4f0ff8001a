package import Diagnostics
import LocatedYAML
import Rehearsals
import Times

/// One example of a rule, run as the test that it is.
package struct ExampleRun: Sendable {
    package let rule: Symbol
    package let example: Rule.Example
    /// What the rule found, and what went wrong with it.
    package let findings: [Finding]
    /// What is wrong with the example itself.
    package let faults: [Diagnostic]

    /// True where the rule fires, or is silent, as the example says, and nothing went wrong.
    package var passes: Bool {
        faults.isEmpty && findings.allSatisfy { $0.rule == rule } && findings.isEmpty != example.fires
    }
}

extension PolicySet {
    /// Runs the examples of all rules, each on its rule alone.
    package func runExamples() -> [ExampleRun] {
        rules.flatMap { rule in
            let alone = keeping(rule.id)
            return rule.examples.map { alone.run($0, of: rule.id) }
        }
    }

    /// The set with one rule alone, and without what was wrong with the others.
    package func keeping(_ id: Symbol) -> PolicySet {
        var set = self
        set.compiled = compiled.filter { $0.id == id }
        set.faults = []
        return set
    }

    private func run(_ example: Rule.Example, of rule: Symbol) -> ExampleRun {
        var log = DiagnosticLog()
        let facts = Facts(example: example.node, log: &log)
        let findings = judge(facts, in: Surroundings(timezone: TimeZoneRules(offset: 0))).findings
        return ExampleRun(rule: rule, example: example, findings: findings, faults: log.kept)
    }
}
