import CEL
import Diagnostics
import Inventories
import Rehearsals

/// What is judged, as all who take part in judging it see it.
struct Scene {
    let facts: Facts
    let store: FactStore
    let surroundings: Surroundings
    /// The place of each step in the order.
    private let places: [Ref<StepFact>: Int]

    init(_ facts: Facts, _ surroundings: Surroundings) {
        self.facts = facts
        self.surroundings = surroundings
        store = FactStore(facts)
        places = Dictionary(facts[facts.order.steps].enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The place of a step in the order; behind all others where there is none.
    func place(of step: Ref<StepFact>?) -> Int {
        step.flatMap { places[$0] } ?? Int.max
    }
}

/// Bindings that are one finding.
struct Group {
    let subject: Finding.Subject
    let fingerprint: String
    var members: [Bound]
}

/// A binding for which something in a rule could not be worked out.
struct RuleFailure {
    let about: Bound
    let failure: Failure
}

extension Scene {
    /// The level of a rule at the moment at which the facts are judged.
    func level(of rule: CompiledRule) -> (level: Level, change: Finding.LevelChange?) {
        guard let change = rule.levelChange else { return (rule.draft.level, nil) }
        if let end = change.end, facts.now >= end { return (rule.draft.level, nil) }
        return (change.to, change.told)
    }

    /// What is bound, as findings name it.
    func bound(_ rule: CompiledRule, _ values: [Value], _ activation: Activation) -> Bound {
        var subjects: [Finding.Subject] = []
        var (step, ownStep): (Ref<StepFact>?, Ref<StepFact>?)
        var rank = Bound.Rank()
        for (part, value) in zip(rule.binding.parts, values) {
            guard let (word, row) = value.recordValue else { continue }
            if let subject = subject(of: value, activation) { subjects.append(subject) }
            if word == StepFact.word { step = Ref(Int(row)) } else { ownStep = facts.step(of: word, Int(row)) ?? ownStep }
            rank = max(rank, facts.rank(part.word, Int(row)))
        }
        step = step ?? ownStep
        let fingerprint = String.fingerprint(
            client: facts.client, order: facts.order.id, rule: rule.id, step: step.map { facts.steps[Int($0.index)].id },
            subjects: subjects.filter { $0.type != StepFact.word })
        return Bound(values: values, subjects: subjects, step: step, rank: rank, fingerprint: fingerprint)
    }

    /// An object or text by type and key; nil for what is not there.
    func subject(of value: Value, _ activation: Activation) -> Finding.Subject? {
        if let (word, row) = value.recordValue {
            let key = FactTables.table(of: word)?.identity?(row, store).symbolValue ?? .empty
            return Finding.Subject(type: word, key: key, label: activation.label(of: value).map { Symbol($0) } ?? key)
        }
        if value.isNull || value.isEmptyOptional { return nil }
        let text = Symbol(activation.formatted(value))
        return Finding.Subject(type: "Text", key: text, label: text)
    }

    func fingerprint(_ rule: CompiledRule, subject: Finding.Subject) -> String {
        .fingerprint(client: facts.client, order: facts.order.id, rule: rule.id, subjects: [subject])
    }
}
