import CEL
import Diagnostics
import Inventories
import Rehearsals

/// Asks every rule of one order's facts.
///
/// Each rule is asked for itself, and findings are ordered in the end, so that the order of rules changes nothing.
struct Judge {
    private let set: PolicySet
    private let scene: Scene
    private var judgement: Judgement
    /// By the names that are bound.
    private var activations: [String: Activation] = [:]

    init(_ set: PolicySet, _ scene: Scene) {
        self.set = set
        self.scene = scene
        judgement = Judgement(facts: scene.facts)
    }

    mutating func judge() -> Judgement {
        for rule in set.compiled { ask(rule) }
        judgement.findings += scene.findingsOfTheEngine(for: set)
        judgement.findings.sort(by: stands)
        return judgement
    }

    /// The gravest first, by level and by the harm that they tell of; then in the order of the work, of the rules' ids and of names.
    private func stands(_ left: Finding, before right: Finding) -> Bool {
        if left.level != right.level { return left.level > right.level }
        if left.gravity != right.gravity { return left.gravity > right.gravity }
        let (one, two) = (scene.place(of: left.step), scene.place(of: right.step))
        if one != two { return one < two }
        if left.rule != right.rule { return left.rule.precedes(right.rule) }
        if left.subject.label != right.subject.label { return precedesNaturally(left.subject.label.text, right.subject.label.text) }
        return left.fingerprint < right.fingerprint
    }

    // MARK: One rule

    /// What a rule found while it was asked.
    private struct Asking {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        var failures: [RuleFailure] = []
        var exempted: [[Symbol]] = []
    }

    private mutating func ask(_ rule: CompiledRule) {
        let activation = activation(for: rule.binding)
        var asking = Asking()
        asking.exempted = Array(repeating: [], count: rule.exemptions.count)
        rule.forEachBinding(activation) { values, failure in
            asking.failures.append(RuleFailure(about: scene.bound(rule, values, activation), failure: failure))
        } _: {
            ask(rule, activation, &asking, $0)
        }
        var writer = FindingWriter(scene, rule, activation)
        for group in asking.groups { judgement.findings.append(writer.finding(group, &judgement.facts)) }
        if let failed = scene.finding(ofFailures: asking.failures + writer.failures, in: rule) { judgement.findings.append(failed) }
        account(for: rule, asking.exempted)
    }

    private mutating func activation(for binding: Binding) -> Activation {
        if let activation = activations[binding.key] { return activation }
        let activation = Activation(binding.environment, facts: scene.store)
        activations[binding.key] = activation
        return activation
    }

    private func ask(_ rule: CompiledRule, _ activation: Activation, _ asking: inout Asking, _ values: [Value]) {
        switch rule.condition.evaluate(activation) {
        case .failure(let failure): asking.failures.append(RuleFailure(about: scene.bound(rule, values, activation), failure: failure))
        case .success(let value) where value.isTrue: add(rule, activation, &asking, values)
        case .success: break
        }
    }

    private func add(_ rule: CompiledRule, _ activation: Activation, _ asking: inout Asking, _ values: [Value]) {
        let bound = scene.bound(rule, values, activation)
        switch exemption(rule, activation) {
        case .failure(let failure): asking.failures.append(RuleFailure(about: bound, failure: failure))
        case .success(let place?): return asking.exempted[place].append(bound.subjects.last?.label ?? .empty)
        case .success(nil): break
        }
        let subject: Finding.Subject?
        switch group(rule, activation) {
        case .failure(let failure):
            asking.failures.append(RuleFailure(about: bound, failure: failure))
            subject = nil
        case .success(let found): subject = found
        }
        let fingerprint = subject.map { scene.fingerprint(rule, subject: $0) } ?? bound.fingerprint
        if let place = asking.places[fingerprint] {
            asking.groups[place].members.append(bound)
        } else {
            asking.places[fingerprint] = asking.groups.count
            let own = bound.subjects.last ?? Finding.Subject(type: "Rule", key: rule.id, label: rule.id)
            asking.groups.append(Group(subject: subject ?? own, fingerprint: fingerprint, members: [bound]))
        }
    }

    /// The exemption in force that lets the binding pass.
    private func exemption(_ rule: CompiledRule, _ activation: Activation) -> Result<Int?, Failure> {
        for (place, exemption) in rule.exemptions.enumerated() where scene.facts.now < exemption.end {
            guard let condition = exemption.condition else { return .success(place) }
            switch condition.evaluate(activation) {
            case .failure(let failure): return .failure(failure)
            case .success(let value): if value.isTrue { return .success(place) }
            }
        }
        return .success(nil)
    }

    /// The group's object; nil where each binding is a finding of its own.
    private func group(_ rule: CompiledRule, _ activation: Activation) -> Result<Finding.Subject?, Failure> {
        guard let program = rule.group else { return .success(nil) }
        switch program.evaluate(activation) {
        case .failure(let failure): return failure.code == .absent ? .success(nil) : .failure(failure)
        case .success(let value): return .success(scene.subject(of: value, activation))
        }
    }

    private mutating func account(for rule: CompiledRule, _ exempted: [[Symbol]]) {
        for (exemption, subjects) in zip(rule.exemptions, exempted) {
            if scene.facts.now >= exemption.end {
                judgement.findings.append(
                    scene.note("exemption-expired", .exemptionExpired(rule.id, exemption), rule, exemption.place))
            } else if subjects.isEmpty {
                judgement.findings.append(scene.note("exemption-unused", .exemptionUnused(rule.id), rule, exemption.place))
            } else {
                judgement.exemptions.append(
                    UsedExemption(
                        rule: rule.id, reason: exemption.reason, approvedBy: exemption.approvedBy, expires: exemption.expires,
                        place: exemption.place, subjects: subjects.sorted { precedesNaturally($0.text, $1.text) }))
            }
        }
        if let change = rule.levelChange, let end = change.end, scene.facts.now >= end {
            judgement.findings.append(scene.note("level-expired", .levelExpired(rule.id, change), rule, change.place))
        }
    }
}
