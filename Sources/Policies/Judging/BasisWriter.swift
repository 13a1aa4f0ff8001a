import CEL
import Diagnostics
import Inventories
import Rehearsals
import Seals
import Times

/// Works out what answers about the findings of one rule rest on, by evaluating the rule once more and noting what it reads.
struct BasisWriter {
    private let scene: Scene
    private let activation: Activation
    private let digest: Digest
    /// What decides whether there is a finding and who is asked.
    private let decisions: [TracedProgram]
    /// What people are shown.
    private let shown: [TracedProgram]
    private var steps: [Ref<StepFact>: (fields: JSON, window: JSON?)] = [:]

    init(_ scene: Scene, _ rule: CompiledRule, _ texts: CompiledTexts, _ activation: Activation) {
        self.scene = scene
        self.activation = activation
        let language = scene.surroundings.language
        digest = rule.digest(in: language, at: scene.level(of: rule).level)
        let templates = [texts.message, texts.question?.recall].compactMap { $0.map { language == .en ? $0.en : $0.ru } }
        decisions = [rule.condition, rule.group, texts.question?.whom].compactMap { $0?.tracing() }
        shown = (templates.flatMap(\.programs) + [texts.question?.readBack].compactMap { $0 }).map { $0.tracing() }
    }

    /// What an answer about the binding at hand rests on.
    ///
    /// - Throws: when there is too much to note; then no answer could be held to it.
    mutating func basis(of bound: Bound, _ fingerprint: String) throws(Failure) -> Basis {
        var reads = Reads(scene, activation)
        for program in decisions { try reads.note(program) }
        for program in shown { try reads.note(program, isShown: true) }
        let step = bound.step.map { fields(of: $0) }
        let part = Basis.Part(
            fingerprint: fingerprint, step: step?.fields, window: step?.window, reads: reads.sorted, consequence: consequence(of: bound))
        return Basis(rule: digest, parts: [part])
    }

    /// The impacts that begin with the step: all of them, or the one that is asked about.
    private func consequence(of bound: Bound) -> [Basis.Consequence] {
        guard let step = bound.step else { return [] }
        let facts = scene.facts
        let asked = bound.values.last?.recordValue.flatMap { $0.type == ImpactFact.word ? Ref<ImpactFact>(Int($0.row)) : nil }
        let impacts =
            asked.map { [$0] } ?? facts[facts.steps[Int(step.index)].impacts].filter { facts.impacts[Int($0.index)].since == step }
        return impacts.map { facts.impacts[Int($0.index)] }
            .map { impact in
                let service = impact.service.map { facts.services[Int($0.index)].id } ?? .empty
                return Basis.Consequence(service: service, atBest: impact.atBest, atWorst: impact.atWorst)
            }
            .sorted { $0.service.precedes($1.service) }
    }

    private mutating func fields(of step: Ref<StepFact>) -> (fields: JSON, window: JSON?) {
        if let known = steps[step] { return known }
        let row = scene.facts.steps[Int(step.index)]
        let written = (scene.facts.ownFields(of: row), row.window.map { scene.facts.fields(of: scene.facts.windows[Int($0.index)]) })
        steps[step] = written
        return written
    }
}

/// Facts that programs read, each once.
private struct Reads {
    private let scene: Scene
    private let activation: Activation
    private var facts: [String: Set<String>] = [:]
    private var evidence: [String: (sources: Set<Basis.ReadFact.Source>, seen: Timestamp?)] = [:]

    init(_ scene: Scene, _ activation: Activation) {
        self.scene = scene
        self.activation = activation
    }

    /// Evaluates a program and notes what it reads.
    mutating func note(_ program: TracedProgram, isShown: Bool = false) throws(Failure) {
        let outcome = program.evaluate(activation)
        // A program that fails is told of where its value is wanted; what it read until then counts.
        if case .failure(let failure) = outcome.result, failure.code == .exhausted { throw failure }
        if isShown, case .success(let value) = outcome.result { noteLabels(in: value) }
        for read in outcome.reads where !isWayOnly(read.value) {
            facts[read.path, default: []].insert(read.value.canonicalText)
            noteEvidence(of: read)
        }
    }

    /// What is known has no value of its own: its fields are what is read.
    private func isWayOnly(_ value: Datum) -> Bool {
        if case .record(let type, _, _) = value { FactTables.table(of: type)?.known != nil } else { false }
    }

    /// An object is shown by its label, which is no field of it that the program reads.
    private mutating func noteLabels(in value: Value) {
        switch value.kind {
        case .record:
            guard let (word, _) = value.recordValue, let label = activation.label(of: value) else { return }
            let key = activation.keyText(of: value) ?? activation.identityText(of: value) ?? ""
            facts["\(word)[\(key)]", default: []].insert(JSON.string(label).compact)
        case .list, .rows, .hostList:
            for place in 0..<activation.count(of: value) { noteLabels(in: activation.element(of: value, at: place)) }
        default: break
        }
    }

    private mutating func noteEvidence(of read: Read) {
        guard evidence[read.path] == nil, let (word, row) = read.record?.recordValue, let table = FactTables.table(of: word),
            table.known != nil, let list = table.fields.first(where: { $0.name == "evidence" })?.read(row, scene.store)
        else { return }
        var (sources, seen): (Set<Basis.ReadFact.Source>, Timestamp?) = ([], nil)
        for place in 0..<activation.count(of: list) {
            guard let row = activation.element(of: list, at: place).recordValue?.row else { continue }
            let fact = scene.facts.evidence[Int(row)]
            sources.insert(Basis.ReadFact.Source(source: fact.source, by: fact.by))
            seen = [seen, fact.seen].compactMap { $0 }.max()
        }
        evidence[read.path] = (sources, seen)
    }

    /// By path, then by value.
    var sorted: [Basis.ReadFact] {
        facts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap { path, values in
            let behind = evidence[path]
            let sources = (behind?.sources ?? []).sorted { left, right in
                left.source == right.source ? left.by.precedes(right.by) : left.source.precedes(right.source)
            }
            return values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
                Basis.ReadFact(path: path, value: $0, evidence: sources, seen: behind?.seen)
            }
        }
    }
}

extension Facts {
    /// What the order says of a step itself: neither its place nor anything that the rehearsal found.
    fileprivate func ownFields(of step: StepFact) -> JSON {
        .object(leavingOutNil: [
            "id": .string(step.id.text), "verb": .string(step.verb.text), "text": .string(step.text.text),
            "takes": step.takes.map { .string($0.iso8601) }, "procedure": .string(step.procedure.text),
            "targets": texts(self[step.targets].map { targets[Int($0.index)] }.map { "\($0.kind) \($0.label)" }),
            "connects": texts(self[step.connects].map { connections[Int($0.index)] }.map { "\($0.label) \($0.cableType)" }),
            "wishes": texts(self[step.wishes].map { wishes[Int($0.index)].id.text }),
            "mitigations": texts(self[step.mitigations].map { Symbol(id: $0.index).text }),
            "undo": step.undo.map { .string(undos[Int($0.index)].kind.text) },
            "verify": step.verify.map { fields(of: observations[Int($0.index)]) },
            "hold": step.hold.map { fields(of: holds[Int($0.index)]) },
        ])
    }

    private func texts(_ texts: [String]) -> JSON { .strings(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }) }

    fileprivate func fields(of window: WindowFact) -> JSON {
        ["id": .string(window.id.text), "from": .string(window.from.rfc3339), "to": .string(window.to.rfc3339)]
    }

    private func fields(of observation: ObservationFact) -> JSON {
        [
            "observe": .string(observation.observe.text), "expect": .string(observation.expect.text),
            "witness": .string(name(of: observation.witness)),
        ]
    }

    private func fields(of hold: HoldFact) -> JSON {
        [
            "observe": .string(hold.observe.text), "expect": .string(hold.expect.text), "how": .string(hold.how.text),
            "witness": .string(name(of: hold.witness)),
        ]
    }

    private func name(of person: Ref<PersonFact>?) -> String { person.map { people[Int($0.index)].id.text } ?? "" }
}
