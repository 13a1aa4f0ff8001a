package import Diagnostics
import Inventories
import LocatedYAML
package import Rehearsals
import Times

/// What a test of a pack found against what it expects.
package struct TestOutcome: Sendable {
    package let test: PackTest
    /// Each expectation that was not met, at its place.
    package private(set) var faults: [Diagnostic] = []

    /// True where every expectation was met.
    package var passes: Bool { faults.isEmpty }

    /// The outcome of what was found; `decisions` says why a rule did not fire.
    ///
    /// - Parameter verdict: the word of an order's verdict; nil for facts.
    package init(
        of test: PackTest, in facts: Facts, _ findings: [Finding], verdict: String?, rules: [String],
        decisions: (PackTest.Expected) -> [Phrase]
    ) {
        self.test = test
        func steps(_ finding: Finding) -> [Symbol] {
            ([finding.step] + finding.members.map(\.step)).compactMap { $0.map { facts.steps[Int($0.index)].id } }
        }
        var met: Set<Int> = []
        for expected in test.fires {
            let found = findings.indices.filter { expected.matches(findings[$0], at: steps(findings[$0])) }
            met.formUnion(found)
            guard found.isEmpty else { continue }
            let near = findings.filter { $0.rule == expected.rule }.map { Phrase.foundInstead($0, steps($0).first) }
            faults.append(
                Diagnostic(
                    "test-missed", .error, .missed(expected.rule.text), at: expected.place,
                    notes: near.isEmpty ? decisions(expected) : near, help: Self.near(expected.rule.text, rules)))
        }
        for id in test.silent {
            if !rules.contains(id.value.text) {
                faults.append(
                    Diagnostic("unknown-rule", .error, .noRule(id.value.text), at: id.span, help: Self.near(id.value.text, rules)))
            }
            for finding in findings where finding.rule == id.value {
                faults.append(Diagnostic("test-fired", .error, .fired(finding), at: id.span))
            }
        }
        // A rule that fails says nothing, which must not pass for silence.
        for (place, finding) in findings.enumerated() where !met.contains(place) && (test.isComplete || finding.rule == "rule-failed") {
            faults.append(Diagnostic("test-unexpected", .error, .unexpected(finding), at: test.place))
        }
        if let expected = test.verdict, let verdict, expected.value != verdict {
            faults.append(Diagnostic("test-verdict", .error, .otherVerdict(verdict, expected.value), at: expected.span))
        }
    }

    /// The outcome of a test that could not be run.
    package init(unable test: PackTest, _ diagnostic: Diagnostic) {
        self.test = test
        faults = [diagnostic]
    }

    private static func near(_ id: String, _ rules: [String]) -> [Phrase] {
        guard !rules.contains(id) else { return [] }
        return suggestion(for: id, among: rules).map { [.didYouMean($0)] } ?? []
    }
}

extension PolicySet {
    /// Runs a test of facts.
    ///
    /// - Parameter coverage: takes in what the facts show of the rules' conditions.
    package func run(_ test: PackTest, coverage: inout RuleCoverage) -> TestOutcome? {
        guard let node = test.facts else { return nil }
        var log = DiagnosticLog()
        let facts = Facts(example: node, log: &log)
        if let fault = log.kept.first { return TestOutcome(unable: test, fault) }
        coverage.add(facts)
        let judgement = judge(facts, in: Surroundings(timezone: .utc))
        return outcome(of: test, in: judgement.facts, judgement.findings, verdict: nil)
    }

    /// What was found in an order's facts against what a test expects.
    package func outcome(of test: PackTest, in facts: Facts, _ findings: [Finding], verdict: String?) -> TestOutcome {
        TestOutcome(of: test, in: facts, findings, verdict: verdict, rules: compiled.map(\.id.text)) { expected in
            guard let inquiry = inquiry(into: expected.rule.text, of: facts, in: .utc) else { return [.noRule(expected.rule.text)] }
            return inquiry.decisions(step: expected.step)
        }
    }
}

extension PackTest.Expected {
    fileprivate func matches(_ finding: Finding, at steps: [Symbol]) -> Bool {
        guard finding.rule == rule else { return false }
        if let step, !steps.contains(step) { return false }
        if let subject, !finding.subject.isNamed(subject) { return false }
        if let level, level != finding.level.word { return false }
        if let message, message != finding.message.en, message != finding.message.ru { return false }
        return members.allSatisfy { name in finding.members.contains { $0.subject.isNamed(name) } }
    }
}

extension Finding.Subject {
    fileprivate func isNamed(_ name: Symbol) -> Bool { label == name || key == name }
}

extension Phrase {
    fileprivate static func noRule(_ id: String) -> Phrase {
        Phrase(en: "the pack has no rule `\(id)`", ru: "в пакете нет правила `\(id)`")
    }

    fileprivate static func missed(_ rule: String) -> Phrase {
        Phrase(en: "`\(rule)` did not find this", ru: "`\(rule)` этого не находит")
    }

    fileprivate static func foundInstead(_ finding: Finding, _ step: Symbol?) -> Phrase {
        let members = finding.members.map(\.subject.label.text).joined(separator: ", ")
        let place = [step?.text ?? "", finding.subject.label.text].filter { !$0.isEmpty }.joined(separator: ", ")
        return Phrase(
            en: "found: \(finding.level.word) at \(place) (\(members)): \(finding.message.en)",
            ru: "найдено: \(finding.level.word), \(place) (\(members)): \(finding.message.ru)")
    }

    fileprivate static func fired(_ finding: Finding) -> Phrase {
        Phrase(
            en: "`\(finding.rule)` is not silent: \(finding.message.en)", ru: "`\(finding.rule)` не молчит: \(finding.message.ru)")
    }

    fileprivate static func unexpected(_ finding: Finding) -> Phrase {
        Phrase(
            en: "this was not expected: \(finding.level.word)[\(finding.rule)]: \(finding.message.en)",
            ru: "этого не ждали: \(finding.level.word)[\(finding.rule)]: \(finding.message.ru)")
    }

    fileprivate static func otherVerdict(_ verdict: String, _ expected: String) -> Phrase {
        Phrase(en: "the verdict is `\(verdict)`, not `\(expected)`", ru: "вердикт `\(verdict)`, а не `\(expected)`")
    }
}
