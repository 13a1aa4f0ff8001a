import CEL
import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Rehearsals
import Times

/// Brings packs and a client's policy together.
struct PolicyLoader {
    private(set) var set = PolicySet()
    private(set) var log = DiagnosticLog()
    private let inventory: Inventory?
    private let timezone: TimeZoneRules
    /// False where only the parameters of packs are wanted.
    private let readsRules: Bool
    /// Where each rule is in `set.compiled`.
    private var places: [Symbol: Int] = [:]

    static let defaultPack = "do-no-harm"

    init(_ inventory: Inventory?, readsRules: Bool = true) {
        self.inventory = inventory
        self.readsRules = readsRules
        timezone = inventory?.client.timezone ?? TimeZoneRules(offset: 0)
    }

    mutating func load(_ packs: [PackText], _ client: NodeTree?, _ texts: inout SourceTexts) {
        let policy = client.flatMap { $0.roots.first }.flatMap { ClientPolicy.shape.read($0, &log) } ?? ClientPolicy()
        if let uses = policy.uses {
            for use in uses { self.use(use, packs, &texts) }
        } else {
            self.use(named: Self.defaultPack, packs, nil, &texts)
        }
        if readsRules { for exemption in policy.exemptions { add(exemption) } }
    }

    private mutating func use(_ use: ClientPolicy.Use, _ packs: [PackText], _ texts: inout SourceTexts) {
        let name = use.pack.value.text
        let names = (packs + PackText.shipped).map(\.name)
        guard names.contains(name) else {
            guard !name.isEmpty else { return }
            let near = suggestion(for: name, among: names)
            log.add(
                Diagnostic(
                    "unknown-pack", .error, .unknownPack(name), at: use.pack.span,
                    help: [near.map { .didYouMean($0) } ?? .words(names)]))
            return
        }
        self.use(named: name, packs, use, &texts)
    }

    private mutating func use(named name: String, _ packs: [PackText], _ use: ClientPolicy.Use?, _ texts: inout SourceTexts) {
        // A pack that the client brings stands before one of the same name that comes with the program.
        guard let text = (packs + PackText.shipped).first(where: { $0.name == name }) else {
            preconditionFailure("the pack \(name) comes with the program")
        }
        // The texts and examples of what comes with the program are read when they are shown: tests have seen to their faults.
        let isShipped = PackText.shipped.contains { $0.name == name && $0.files.first === text.files.first }
        let draft = PackDraft.read(readsRules ? text : text.withoutRules, readsExamples: !isShipped, texts: &texts, log: &log)
        var parameters = Parameters()
        parameters.define(draft.parameters, log: &log)
        parameters.override(use?.parameters ?? [], log: &log)
        set.shelfLife.periods.merge(parameters.shelfLife.periods) { $1 }
        set.effects.possible.merge(parameters.effects.possible) { $1 }
        guard readsRules else { return }
        var book = EnvironmentBook(pack: draft.name, parameters: parameters.values)
        let first = set.compiled.count
        for rule in draft.rules {
            if let place = places[rule.id] {
                log.add(.repeatedRule(rule, first: set.compiled[place].draft.idSpan))
            } else if let compiled = CompiledRule.compile(rule, pack: draft.name, &book, log: &log) {
                places[rule.id] = set.compiled.count
                set.compiled.append(compiled)
                if !isShipped { _ = compiled.texts(log: &log) }
            }
        }
        for entry in use?.levels ?? [] { change(entry, from: first, draft) }
    }

    // MARK: Levels

    private mutating func change(_ entry: Entry<ClientPolicy.LevelChange>, from first: Int, _ pack: PackDraft) {
        guard let place = places[entry.key], place >= first else {
            // A rule that could not be read has been reported; only a name that no rule has is a fault of the policy.
            if !pack.rules.contains(where: { $0.id == entry.key }) {
                log.add(.unknownRule(entry.key, at: entry.keySpan, among: pack.rules.map(\.id.text)))
            }
            return
        }
        let (change, own) = (entry.value, set.compiled[place].draft.level)
        if change.to == .prove, set.compiled[place].draft.prove == nil {
            log.add(Diagnostic("rule-without-reading", .error, .nothingToRead(entry.key.text), at: change.place))
            return
        }
        if change.to < own {
            guard !change.reason.isEmpty, change.approvedBy != nil, change.until != nil else {
                log.add(Diagnostic("lowered-level", .error, .lowered(own, change.to), at: change.place, help: [.lowerThus]))
                return
            }
        }
        if let person = change.approvedBy, !isContact(person) { return }
        let told = Finding.LevelChange(
            from: own, reason: change.reason, approvedBy: change.approvedBy?.value ?? .empty, until: change.until?.symbol ?? .empty)
        set.compiled[place].levelChange = CompiledLevelChange(
            to: change.to, told: told, end: change.until.map { ClientPolicy.end($0, in: timezone) }, place: change.place)
    }

    private mutating func isContact(_ person: Located<Symbol>) -> Bool {
        guard let inventory, inventory.contact(person.value.text) == nil else { return true }
        let near = inventory.suggestions(for: person.value.text, among: .contact).first
        log.add(
            Diagnostic(
                "unknown-person", .error, .unknownPerson(person.value.text), at: person.span, help: near.map { [.didYouMean($0)] } ?? []))
        return false
    }

    // MARK: Exemptions

    private mutating func add(_ exemption: ClientPolicy.Exemption) {
        guard let rule = exemption.rule, let person = exemption.approvedBy, let expires = exemption.expires, !exemption.reason.isEmpty
        else { return }
        guard let place = places[rule.value] else {
            log.add(.unknownRule(rule.value, at: rule.span, among: set.compiled.map(\.id.text)))
            return
        }
        guard isContact(person) else { return }
        var condition: Program?
        if let written = exemption.condition {
            let program = written.compile(in: set.compiled[place].binding.environment, expecting: .bool, log: &log)
            guard let program, written.refuseVolatile(program, log: &log) else { return }
            condition = program
        }
        set.compiled[place].exemptions.append(
            CompiledExemption(
                condition: condition, reason: exemption.reason, approvedBy: person.value, expires: expires.symbol,
                end: ClientPolicy.end(expires, in: timezone), place: exemption.place))
    }
}

extension Diagnostic {
    fileprivate static func repeatedRule(_ rule: RuleDraft, first: Span) -> Diagnostic {
        Diagnostic(
            "repeated-rule", .error, .repeatedRule(rule.id.text), at: rule.idSpan, related: [Related(first, .firstRule)])
    }

    fileprivate static func unknownRule(_ id: Symbol, at span: Span, among known: [String]) -> Diagnostic {
        let near = suggestion(for: id.text, among: known)
        return Diagnostic("unknown-rule", .error, .unknownRule(id.text), at: span, help: near.map { [.didYouMean($0)] } ?? [.listRules])
    }
}

extension Phrase {
    fileprivate static func unknownPack(_ name: String) -> Phrase {
        Phrase(en: "there is no pack `\(name)`", ru: "нет пакета `\(name)`")
    }

    fileprivate static func unknownRule(_ id: String) -> Phrase {
        Phrase(en: "there is no rule `\(id)`", ru: "нет правила `\(id)`")
    }

    fileprivate static var listRules: Phrase {
        Phrase(en: "`primum policy list` shows all rules", ru: "все правила показывает `primum policy list`")
    }

    fileprivate static func repeatedRule(_ id: String) -> Phrase {
        Phrase(en: "there are two rules `\(id)`", ru: "правил `\(id)` два")
    }

    fileprivate static var firstRule: Phrase {
        Phrase(en: "the first one is here", ru: "первое здесь")
    }

    fileprivate static func nothingToRead(_ id: String) -> Phrase {
        Phrase(en: "`\(id)` names no reading that could prove anything", ru: "у `\(id)` нет показания, которым можно что-то доказать")
    }

    fileprivate static func lowered(_ own: Level, _ level: Level) -> Phrase {
        Phrase(
            en: "to lower `\(own.word)` to `\(level.word)`, somebody must say why, approve it, and set an end",
            ru: "чтобы понизить `\(own.word)` до `\(level.word)`, надо сказать почему, кто одобрил и до какого времени")
    }

    fileprivate static var lowerThus: Phrase {
        Phrase(
            en: "for example: `{to: note, reason: one rack only, approved_by: petrova, until: 2027-03-01}`",
            ru: "например: `{to: note, reason: только одна стойка, approved_by: petrova, until: 2027-03-01}`")
    }

    fileprivate static func unknownPerson(_ id: String) -> Phrase {
        Phrase(en: "`\(id)` is no contact of the client", ru: "у клиента нет контакта `\(id)`")
    }
}
