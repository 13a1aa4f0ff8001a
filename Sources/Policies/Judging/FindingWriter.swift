import CEL
import Diagnostics
import Inventories
import Rehearsals

/// Writes what one rule found, for people.
struct FindingWriter {
    private let scene: Scene
    private let rule: CompiledRule
    private let activation: Activation
    /// Compiled when something is found.
    private var texts: CompiledTexts?
    /// What could not be worked out; findings stand all the same.
    private(set) var failures: [RuleFailure] = []

    init(_ scene: Scene, _ rule: CompiledRule, _ activation: Activation) {
        self.scene = scene
        self.rule = rule
        self.activation = activation
    }

    /// The finding of a group; `facts` takes in people who are asked because nobody else is named.
    mutating func finding(_ group: Group, _ facts: inout Facts) -> Finding {
        let texts = compiledTexts()
        let members = sorted(group.members)
        let (level, change) = scene.level(of: rule)
        // What people need only know is asked of nobody.
        let asks = level == .ask || rule.draft.ask != nil && level != .note
        let written = members.map { member(of: $0, texts, asks: asks, &facts) }
        let first = members[0]
        bind(first)
        var finding = Finding(
            rule: rule.id, title: rule.title, level: level, step: first.step, subject: group.subject, members: written,
            message: written[0].message, fingerprint: group.fingerprint, place: place(of: first.step), impacts: impacts(of: members),
            help: help(texts, about: first))
        finding.levelChange = change
        finding.gravity = scene.facts.gravity(of: written[0].subject.type, at: members.compactMap(\.step), finding.impacts)
        finding.question = question(of: written)
        bind(first)
        if level == .prove { prove(&finding, texts, members) }
        return finding
    }

    private mutating func compiledTexts() -> CompiledTexts {
        if let texts { return texts }
        var log = DiagnosticLog()
        let compiled = rule.texts(log: &log)
        texts = compiled
        return compiled
    }

    /// The worst first, then in the order of the work and of names; each binding once.
    private func sorted(_ members: [Bound]) -> [Bound] {
        var seen: Set<String> = []
        return members.filter { seen.insert(scene.fingerprint(rule, $0)).inserted }.sorted { left, right in
            if left.rank != right.rank { return left.rank > right.rank }
            let (one, two) = (scene.place(of: left.step), scene.place(of: right.step))
            if one != two { return one < two }
            let (name, other) = (left.subjects.last?.label.text ?? "", right.subjects.last?.label.text ?? "")
            if !name.utf8.elementsEqual(other.utf8) { return precedesNaturally(name, other) }
            return scene.fingerprint(rule, left) < scene.fingerprint(rule, right)
        }
    }

    private func bind(_ bound: Bound) {
        for (part, value) in zip(rule.binding.parts, bound.values) { activation.bind(part.name, value) }
    }

    private mutating func member(of bound: Bound, _ texts: CompiledTexts, asks: Bool, _ facts: inout Facts) -> Finding.Member {
        bind(bound)
        let subject = bound.subjects.last ?? Finding.Subject(type: "Rule", key: rule.id, label: rule.id)
        let message = texts.message.flatMap { phrase($0, about: bound) } ?? rule.title
        return Finding.Member(
            subject: subject, step: bound.step, message: message, fingerprint: scene.fingerprint(rule, bound),
            question: asks ? question(texts, about: bound, subject, &facts) : nil, reads: scene.tracesReads ? reads(texts) : [])
    }

    /// A text in both languages; nil where an expression in it has no value, which is then noted.
    private mutating func phrase(_ text: CompiledTexts.Bilingual, about bound: Bound) -> Phrase? {
        var wording = Wording(activation, timezone: scene.surroundings.timezone)
        do {
            return try wording.phrase(of: text)
        } catch {
            failures.append(RuleFailure(about: bound, failure: error))
            return nil
        }
    }

    private func showing(_ language: Language) -> Showing {
        Showing(activation: activation, language: language, timezone: scene.surroundings.timezone)
    }

    private func place(of step: Ref<StepFact>?) -> Span? {
        guard let step, scene.facts.stepPlaces.indices.contains(Int(step.index)) else { return nil }
        let places = scene.facts.stepPlaces[Int(step.index)]
        return places.target ?? places.step
    }

    /// Impacts that begin with the steps of the members.
    private func impacts(of members: [Bound]) -> [Ref<ImpactFact>] {
        var steps: [Ref<StepFact>] = []
        for step in members.compactMap(\.step) where !steps.contains(step) { steps.append(step) }
        return steps.flatMap { step in
            scene.facts[scene.facts.steps[Int(step.index)].impacts].filter { scene.facts.impacts[Int($0.index)].since == step }
        }
    }

    private mutating func help(_ texts: CompiledTexts, about bound: Bound) -> [Phrase] {
        var help: [Phrase] = []
        for item in texts.help {
            if let condition = item.condition {
                switch condition.evaluate(activation) {
                case .failure(let failure):
                    failures.append(RuleFailure(about: bound, failure: failure))
                    continue
                case .success(let value): guard value.isTrue else { continue }
                }
            }
            if let text = phrase(item.text, about: bound) { help.append(text) }
        }
        return help
    }
}

// MARK: - Questions

extension FindingWriter {
    /// The question about one member, to those who can say something about it.
    private mutating func question(
        _ texts: CompiledTexts, about bound: Bound, _ subject: Finding.Subject, _ facts: inout Facts
    ) -> Finding.Question {
        var (people, parties): ([Ref<PersonFact>], [Ref<PartyFact>]) = ([], [])
        if let whom = texts.question?.whom { add(whom, bound, &people, &parties) }
        if people.isEmpty, parties.isEmpty { people = scene.surroundings.questionsTo.map { facts.person($0) } }
        let recall = texts.question.flatMap { phrase($0.recall, about: bound) } ?? .whatIsIt(subject.label)
        return Finding.Question(whom: people, parties: parties, recall: recall, readBack: readBack(texts, bound) ?? subject.label)
    }

    /// The question of a whole finding: everybody's whom its members name, in the words of the first.
    private func question(of members: [Finding.Member]) -> Finding.Question? {
        let questions = members.compactMap(\.question)
        guard var question = questions.first else { return nil }
        for other in questions.dropFirst() {
            question.whom += other.whom.filter { !question.whom.contains($0) }
            question.parties += other.parties.filter { !question.parties.contains($0) }
        }
        return question
    }

    private mutating func add(
        _ whom: Program, _ member: Bound, _ people: inout [Ref<PersonFact>], _ parties: inout [Ref<PartyFact>]
    ) {
        switch whom.evaluate(activation) {
        case .failure(let failure):
            // Who is not on record cannot be asked; the client's own people are.
            if failure.code != .absent { failures.append(RuleFailure(about: member, failure: failure)) }
        case .success(let value):
            let isList = value.recordValue == nil && !value.isNull
            for asked in isList ? (0..<activation.count(of: value)).map({ activation.element(of: value, at: $0) }) : [value] {
                guard let (word, row) = asked.recordValue else { continue }
                if word == PersonFact.word, !people.contains(Ref(Int(row))) { people.append(Ref(Int(row))) }
                if word == PartyFact.word, !parties.contains(Ref(Int(row))) { parties.append(Ref(Int(row))) }
            }
        }
    }

    /// What is read back, as the rule says it; nil where that is nothing.
    private mutating func readBack(_ texts: CompiledTexts, _ bound: Bound) -> Symbol? {
        guard let program = texts.question?.readBack else { return nil }
        switch program.evaluate(activation) {
        case .success(let value) where !value.isNull:
            let text = Symbol(showing(.en).shown(value))
            return text.isEmpty ? nil : text
        case .failure(let failure) where failure.code != .absent:
            failures.append(RuleFailure(about: bound, failure: failure))
            return nil
        default: return nil
        }
    }
}

extension Facts {
    /// The row of somebody who is asked, added where there is none.
    fileprivate mutating func person(_ contact: Surroundings.Contact) -> Ref<PersonFact> {
        if let place = people.firstIndex(where: { $0.id == contact.id }) { return Ref(place) }
        var person = PersonFact()
        (person.id, person.name, person.contact) = (contact.id, contact.name, true)
        people.append(person)
        return Ref(people.count - 1)
    }
}

// MARK: - Readings

extension FindingWriter {
    /// Settles a finding by holds of the order, or proposes one for each reading that is missing.
    private mutating func prove(_ finding: inout Finding, _ texts: CompiledTexts, _ members: [Bound]) {
        guard let reading = texts.reading else { return }
        var (settled, open): ([Symbol], [HoldProposal]) = ([], [])
        for member in members {
            bind(member)
            guard case .success(let value) = reading.observe.evaluate(activation) else {
                open.append(HoldProposal(reading: "", expect: rule.title, how: rule.title))
                continue
            }
            let observed = activation.text(of: value)
            if let hold = scene.hold(before: member.step, reading: observed) {
                settled.append(hold)
            } else {
                let expect = phrase(reading.expect, about: member) ?? rule.title
                open.append(HoldProposal(reading: observed, expect: expect, how: phrase(reading.how, about: member) ?? expect))
            }
        }
        if open.isEmpty, let first = settled.first {
            finding.settledBy = .hold(step: first)
        } else {
            finding.proposal = HoldProposal.phrase(open.filter { !$0.reading.isEmpty }, avoiding: scene.stepNames)
        }
    }

    // MARK: Reads

    /// What the rule read of the facts for the binding at hand, in the order of the paths.
    private func reads(_ texts: CompiledTexts) -> [Finding.ReadFact] {
        var reads: [String: Datum] = [:]
        var programs = [rule.condition]
        for text in [texts.message, texts.question?.recall] { programs += text.map { $0.en.programs + $0.ru.programs } ?? [] }
        if let whom = texts.question?.whom { programs.append(whom) }
        if let reading = texts.reading { programs.append(reading.observe) }
        for program in programs {
            for read in program.trace(activation).reads { reads[read.path] = read.value }
        }
        return reads.map { Finding.ReadFact(path: $0.key, value: $0.value.canonicalText) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

extension Template {
    /// The expressions in the template.
    var programs: [Program] { Self.programs(in: parts) }

    private static func programs(in parts: [Part]) -> [Program] {
        parts.flatMap { part -> [Program] in
            switch part {
            case .text, .number: []
            case .hole(let program): [program]
            case .plural(let program, let forms): [program] + forms.values.flatMap(programs)
            }
        }
    }
}

extension Phrase {
    fileprivate static func whatIsIt(_ label: Symbol) -> Phrase {
        Phrase(en: "What do you know about \(label)?", ru: "Что вы знаете об этом: \(label)?")
    }
}
