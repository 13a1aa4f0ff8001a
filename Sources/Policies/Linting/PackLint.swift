import CEL
package import Diagnostics
import LocatedYAML
import Rehearsals

/// What is wrong with a pack, beyond what keeps it from being loaded.
package struct PackLint: Sendable {
    package private(set) var log = DiagnosticLog()
    /// How many rules could be read.
    package let ruleCount: Int

    /// Looks a pack over: what loading it reports, rules that cannot fire, examples that do not hold, and style.
    ///
    /// - Parameter texts: takes in the texts of the pack, so that places in them can be shown.
    package init(_ pack: PackText, texts: inout SourceTexts) {
        let set = PolicySet.load(alone: pack, texts: &texts, log: &log)
        ruleCount = set.compiled.count
        if let name = set.compiled.first?.pack.text, name != pack.name {
            log.add(Diagnostic("lint-pack-name", .warning, .otherName(name, folder: pack.name)))
        }
        for rule in set.compiled {
            add(reachOf: rule)
            add(examplesOf: rule, set)
            var style = RuleStyle(rule, texts)
            style.look()
            log.add(contentsOf: style.log)
        }
    }

    /// What can be told of a condition without facts.
    private mutating func add(reachOf rule: CompiledRule) {
        guard let written = rule.draft.condition else { return }
        for fault in rule.condition.reachFaults(by: FactVocabulary.laws) { log.add(.reach(fault, written.node)) }
        for help in rule.draft.help {
            guard let condition = help.condition, let program = condition.compile(in: rule.binding.environment, expecting: .bool) else {
                continue
            }
            for fault in program.reachFaults(by: FactVocabulary.laws) { log.add(.reach(fault, condition.node)) }
        }
    }

    private mutating func add(examplesOf rule: CompiledRule, _ set: PolicySet) {
        let runs = set.keeping(rule.id).runExamples()
        for run in runs where !run.passes {
            for fault in set.faults(of: run) { log.add(fault) }
        }
        for run in runs {
            var faults = DiagnosticLog()
            for said in Facts(example: run.example.node, log: &faults).wordsNeverSaid {
                log.add(
                    Diagnostic(
                        "lint-never-said", .error, .neverSaid(said.word, of: said.field), at: run.example.node.span,
                        help: [suggestion(for: said.word, among: said.known).map { .didYouMean($0) } ?? .words(said.known)]))
            }
        }
        for fires in [true, false] where !runs.contains(where: { $0.example.fires == fires }) {
            log.add(Diagnostic("lint-examples", .warning, .noExample(fires: fires), at: rule.draft.idSpan))
        }
    }
}

extension WrittenExpression {
    /// The expression compiled; what is wrong with it has been reported before.
    fileprivate func compile(in environment: Environment, expecting type: ValueType) -> Program? {
        var log = DiagnosticLog()
        return compile(in: environment, expecting: type, log: &log)
    }
}

// MARK: - Words

extension Diagnostic {
    fileprivate static func reach(_ fault: ReachFault, _ node: Node) -> Diagnostic {
        let place = node.span(of: fault.range)
        return switch fault.kind {
        case .neverSaid(let word, let known):
            Diagnostic(
                "lint-never-said", .error, .neverSaid(word), at: place,
                help: [suggestion(for: word, among: known).map { .didYouMean($0) } ?? .words(known)])
        case .neverHolds: Diagnostic("lint-never-fires", .error, .neverHolds, at: place)
        case .contradicts(let other):
            Diagnostic(
                "lint-never-fires", .error, .contradiction, at: place, related: [Related(node.span(of: other), .contradicted)])
        case .idle: Diagnostic("lint-idle-part", .warning, .idle, at: place)
        case .alwaysHolds: Diagnostic("lint-always-holds", .warning, .alwaysHolds, at: place, help: [.sayTrue])
        }
    }
}

extension Phrase {
    fileprivate static func neverSaid(_ word: String) -> Phrase {
        Phrase(en: "this is never `\(word)`", ru: "здесь никогда не бывает `\(word)`")
    }

    fileprivate static func neverSaid(_ word: String, of field: String) -> Phrase {
        Phrase(en: "`\(field)` is never `\(word)`", ru: "`\(field)` никогда не бывает `\(word)`")
    }

    fileprivate static func otherName(_ name: String, folder: String) -> Phrase {
        Phrase(
            en: "the pack is called `\(name)`, and its folder `\(folder)`", ru: "пакет называется `\(name)`, а его папка — `\(folder)`")
    }

    fileprivate static let neverHolds = Phrase(
        en: "this can never be true, so the rule never fires", ru: "это никогда не бывает истинно: правило не сработает")

    fileprivate static let contradiction = Phrase(
        en: "this contradicts another part, so the rule never fires", ru: "это противоречит другой части: правило не сработает никогда")

    fileprivate static let contradicted = Phrase(en: "both cannot be true", ru: "вместе они не бывают истинны")

    fileprivate static let idle = Phrase(
        en: "this is never true where the rule fires", ru: "это никогда не истинно, когда правило срабатывает")

    fileprivate static let alwaysHolds = Phrase(en: "this is always true", ru: "это всегда истинно")
    fileprivate static let sayTrue = Phrase(
        en: "write `true` if each subject is meant", ru: "если имеется в виду каждый объект, напишите `true`")

    fileprivate static func noExample(fires: Bool) -> Phrase {
        fires
            ? Phrase(en: "no example shows when the rule fires", ru: "ни один пример не показывает, когда правило срабатывает")
            : Phrase(en: "no example shows when the rule is silent", ru: "ни один пример не показывает, когда правило молчит")
    }
}
