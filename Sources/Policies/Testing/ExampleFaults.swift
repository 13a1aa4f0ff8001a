package import Diagnostics
import LocatedYAML
import Rehearsals
import Times

extension PolicySet {
    /// What is wrong with an example that does not hold: the example itself, else what the rule found or what decided.
    package func faults(of run: ExampleRun) -> [Diagnostic] {
        guard run.faults.isEmpty else { return run.faults }
        let failures = run.findings.filter { $0.rule != run.rule }.map(\.message)
        return [
            Diagnostic(
                "example-fails", .error, .exampleFails(fires: run.example.fires), at: run.example.node.span,
                notes: failures + decisions(of: run.rule, in: run.example))
        ]
    }

    private func decisions(of rule: Symbol, in example: Rule.Example) -> [Phrase] {
        var log = DiagnosticLog()
        let facts = Facts(example: example.node, log: &log)
        return inquiry(into: rule.text, of: facts, in: .utc)?.decisions() ?? []
    }
}

extension RuleCoverage {
    /// Takes in what an example shows of its own rule.
    package mutating func add(_ run: ExampleRun) {
        var log = DiagnosticLog()
        add(Facts(example: run.example.node, log: &log), to: run.rule)
    }
}

extension Phrase {
    fileprivate static func exampleFails(fires: Bool) -> Phrase {
        fires
            ? Phrase(en: "the rule does not fire on this example", ru: "на этом примере правило не срабатывает")
            : Phrase(en: "the rule is not silent on this example", ru: "на этом примере правило не молчит")
    }
}
