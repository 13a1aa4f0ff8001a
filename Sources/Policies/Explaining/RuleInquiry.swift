import CEL
package import Diagnostics
import Inventories
package import Rehearsals
package import Times

/// One rule asked of an order's facts: why it found something, or did not, part by part of its condition.
package struct RuleInquiry: Sendable {
    package let rule: Rule
    /// In the order in which the rule binds its names.
    package let cases: [Case]
    /// Lists of the rule's `for` that could not be worked out.
    package let failures: [Phrase]

    /// One binding of the rule's names.
    package struct Case: Sendable {
        /// What the names stand for, in the order of the rule's `for`.
        package let names: [(name: String, subject: Finding.Subject)]
        /// The id of the step that is bound, or to which what is bound belongs.
        package let step: Symbol?
        package let outcome: Outcome
        /// The rule's `group` for it, as people name it; nil where the rule has none or it does not fire.
        package let group: Symbol?
        /// The condition as a whole.
        package let condition: ExplainedPart
    }

    /// What came of one binding.
    package enum Outcome: String, CaseIterable, Sendable {
        case fires, exempted, silent, failed
    }

    /// How many cases came to this.
    package func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }
}

extension PolicySet {
    /// Asks one rule of facts, and keeps what each part of its condition came to; nil where no pack in use has the rule.
    ///
    /// - Parameter timezone: in which moments are told.
    package func inquiry(into id: String, of facts: Facts, in timezone: TimeZoneRules) -> RuleInquiry? {
        guard let rule = compiled.first(where: { $0.id.text == id }) else { return nil }
        return Inquirer(rule, facts, timezone).inquiry()
    }
}

/// Asks one rule.
struct Inquirer {
    private let rule: CompiledRule
    private let scene: Scene
    private let activation: Activation
    private let teller: ValueTeller

    init(_ rule: CompiledRule, _ facts: Facts, _ timezone: TimeZoneRules) {
        self.rule = rule
        scene = Scene(facts, Surroundings(timezone: timezone))
        activation = Activation(rule.binding.environment, facts: scene.store)
        teller = ValueTeller(scene.store, timezone)
    }

    func inquiry() -> RuleInquiry {
        var cases: [RuleInquiry.Case] = []
        var failures: [Phrase] = []
        rule.forEachBinding(activation) {
            failures.append($1.summary)
        } _: { values in
            if let found = self.case(of: values) { cases.append(found) }
        }
        return RuleInquiry(rule: rule.rule, cases: cases, failures: failures)
    }

    private func `case`(of values: [Value]) -> RuleInquiry.Case? {
        let bound = scene.bound(rule, values, activation)
        let (result, whole) = rule.condition.explain(activation)
        guard let whole else { return nil }
        let outcome = outcome(of: result)
        return RuleInquiry.Case(
            names: zip(rule.binding.parts, values).map { part, value in
                (part.name, scene.subject(of: value, activation) ?? Finding.Subject(type: part.word, key: .empty, label: part.word))
            },
            step: bound.step.map { scene.facts.steps[Int($0.index)].id }, outcome: outcome, group: outcome == .fires ? group : nil,
            condition: ExplainedPart(whole, of: rule.condition.source, teller))
    }

    private func outcome(of result: Result<Value, Failure>) -> RuleInquiry.Outcome {
        guard case .success(let value) = result else { return .failed }
        guard value.isTrue else { return .silent }
        let isExempted = rule.exemptions.contains { exemption in
            guard scene.facts.now < exemption.end else { return false }
            guard let condition = exemption.condition else { return true }
            return (try? condition.evaluate(activation).get())?.isTrue == true
        }
        return isExempted ? .exempted : .fires
    }

    private var group: Symbol? {
        guard let program = rule.group, let value = try? program.evaluate(activation).get() else { return nil }
        return scene.subject(of: value, activation)?.label
    }
}

extension RuleInquiry {
    /// What decided each case, those of one step where it is named; a few of them.
    func decisions(step: Symbol? = nil) -> [Phrase] {
        let cases = cases.filter { step == nil || $0.step == step }
        guard !cases.isEmpty else { return [.askedOfNothing(rule.binding)] }
        return cases.prefix(4).map { found in
            let name = found.names.map(\.subject.label.text).filter { !$0.isEmpty }.joined(separator: ", ")
            return .decided(name, found.condition.deciding)
        }
    }
}

extension Phrase {
    fileprivate static func askedOfNothing(_ binding: String) -> Phrase {
        Phrase(en: "the facts hold nothing for `\(binding)`", ru: "в фактах нет ничего для `\(binding)`")
    }

    fileprivate static func decided(_ name: String, _ parts: [ExplainedPart]) -> Phrase {
        func told(_ language: Language) -> String {
            parts.map { part in
                switch part.result {
                case .value(let value, _): "`\(part.text)` → \(value[language])"
                case .failed(let why): "`\(part.text)`: \(why[language])"
                case .notLookedAt: part.text
                }
            }.joined(separator: ", ")
        }
        return Phrase(en: "\(name): \(told(.en))", ru: "\(name): \(told(.ru))")
    }
}
