import CEL
import Diagnostics
import LocatedYAML

/// A rule ready to be asked. Its texts are compiled when they are shown.
struct CompiledRule: Sendable {
    let pack: Symbol
    let draft: RuleDraft
    let binding: Binding
    let condition: Program
    let group: Program?
    /// What the client exempts, compiled for this rule's names.
    var exemptions: [CompiledExemption] = []
    var levelChange: CompiledLevelChange?

    var id: Symbol { draft.id }
    var title: Phrase { draft.title?.phrase ?? Phrase(verbatim: draft.id.text) }
    /// The rule with everything that explains it, made when somebody asks.
    var rule: Rule { Rule(self) }

    /// Compiles a rule; nil where it cannot be asked, and everything that is wrong is reported.
    static func compile(_ draft: RuleDraft, pack: Symbol, _ book: inout EnvironmentBook, log: inout DiagnosticLog) -> CompiledRule? {
        guard draft.title != nil, draft.why != nil, draft.message != nil, let writtenBinding = draft.binding,
            let writtenCondition = draft.condition
        else { return nil }
        if draft.level == .prove, draft.prove == nil {
            log.add(Diagnostic("rule-without-reading", .error, .noReading, at: draft.idSpan, help: [.addProve]))
        }
        if draft.level == .ask, draft.ask == nil {
            log.add(Diagnostic("rule-without-question", .error, .noQuestion, at: draft.idSpan, help: [.addAsk]))
        }
        for example in draft.examples ?? [] where (example.fires == nil) == (example.silent == nil) {
            log.add(Diagnostic("rule-example", .error, .unclearExample, at: example.place))
        }
        var reader = BindingReader(writtenBinding)
        guard let binding = reader.read(&book, log: &log) else { return nil }
        let condition = writtenCondition.compile(in: binding.environment, expecting: .bool, log: &log)
        let group = draft.group?.compile(in: binding.environment, log: &log)
        guard let condition, writtenCondition.refuseVolatile(condition, log: &log) else { return nil }
        if let written = draft.group {
            guard let group, written.refuseVolatile(group, log: &log), written.refuseUnfitGroup(group, log: &log) else { return nil }
        }
        return CompiledRule(pack: pack, draft: draft, binding: binding, condition: condition, group: group)
    }

    /// The texts, compiled; what is wrong with them is reported.
    func texts(log: inout DiagnosticLog) -> CompiledTexts {
        CompiledTexts(draft, in: binding.environment, log: &log)
    }
}

extension WrittenExpression {
    /// Reports a group that identifies nothing.
    fileprivate func refuseUnfitGroup(_ group: Program, log: inout DiagnosticLog) -> Bool {
        let type = group.type
        switch type {
        case .string, .int, .bool: return true
        case .record(let word) where FactTables.table(of: word)?.identity != nil: return true
        default:
            log.add(Diagnostic("rule-group", .error, .unfitGroup(type.shown), at: node.span, help: [.groupBy]))
            return false
        }
    }
}

/// What a rule says, ready to be filled in.
struct CompiledTexts: Sendable {
    struct Bilingual: Sendable {
        let en: Template
        let ru: Template
    }

    struct Question: Sendable {
        let whom: Program
        let recall: Bilingual
        let readBack: Program
    }

    struct Reading: Sendable {
        let observe: Program
        let expect: Bilingual
        let how: Bilingual
    }

    struct Help: Sendable {
        let condition: Program?
        let text: Bilingual
    }

    /// Nil where the text could not be compiled.
    var message: Bilingual?
    var question: Question?
    var reading: Reading?
    var help: [Help] = []
    /// False where anything could not be compiled.
    var isSound = true

    fileprivate init(_ draft: RuleDraft, in environment: Environment, log: inout DiagnosticLog) {
        let errors = log.errorCount
        message = Self.text(draft.message, environment, &log)
        if let ask = draft.ask { question = Self.question(ask, environment, &log) }
        if let prove = draft.prove { reading = Self.reading(prove, environment, &log) }
        for item in draft.help {
            let condition = item.condition?.compile(in: environment, expecting: .bool, log: &log)
            guard let text = Self.text(item.text, environment, &log), item.condition == nil || condition != nil else { continue }
            help.append(Help(condition: condition, text: text))
        }
        isSound = log.errorCount == errors
    }

    private static func text(_ text: WrittenText?, _ environment: Environment, _ log: inout DiagnosticLog) -> Bilingual? {
        guard let text else { return nil }
        var english = TemplateReader(text.en, .en, in: environment)
        let en = english.read(log: &log)
        var russian = TemplateReader(text.ru, .ru, in: environment, knowing: english.programs)
        // One text for both languages is told of once.
        if en == nil, text.isSame { return nil }
        guard let ru = russian.read(log: &log), let en else { return nil }
        return Bilingual(en: en, ru: ru)
    }

    private static func question(_ ask: RuleDraft.AskDraft, _ environment: Environment, _ log: inout DiagnosticLog) -> Question? {
        let recall = text(ask.recall, environment, &log)
        guard let whomText = ask.whom, let whom = whomText.compile(in: environment, log: &log),
            let backText = ask.readBack, let readBack = backText.compile(in: environment, log: &log)
        else { return nil }
        guard isPeople(whom.type) else {
            log.add(Diagnostic("rule-question", .error, .notPeople(whom.type.shown), at: whomText.node.span))
            return nil
        }
        guard TemplateReader.isShowable(readBack.type) else {
            log.add(Diagnostic("rule-question", .error, .notReadable(readBack.type.shown), at: backText.node.span))
            return nil
        }
        return recall.map { Question(whom: whom, recall: $0, readBack: readBack) }
    }

    private static func reading(_ prove: RuleDraft.ProveDraft, _ environment: Environment, _ log: inout DiagnosticLog) -> Reading? {
        let observe = prove.observe?.compile(in: environment, expecting: .string, log: &log)
        guard let expect = text(prove.expect, environment, &log), let how = text(prove.how, environment, &log), let observe else {
            return nil
        }
        return Reading(observe: observe, expect: expect, how: how)
    }

    private static func isPeople(_ type: ValueType) -> Bool {
        switch type {
        case .list(let element): isPeople(element)
        case .record(let word): word == "Person" || word == "Party"
        default: false
        }
    }
}

extension Rule {
    fileprivate init(_ compiled: CompiledRule) {
        let draft = compiled.draft
        let none = Phrase(verbatim: "")
        self.init(
            id: draft.id, pack: compiled.pack, title: compiled.title, why: draft.why?.phrase ?? none,
            level: compiled.levelChange?.to ?? draft.level, levelChange: compiled.levelChange?.told,
            binding: draft.binding?.text ?? "", condition: draft.condition?.text ?? "", group: draft.group?.text ?? "",
            message: draft.message?.phrase ?? none,
            question: draft.ask.flatMap { ask in
                guard let whom = ask.whom, let recall = ask.recall, let readBack = ask.readBack else { return nil }
                return QuestionText(whom: whom.text, recall: recall.phrase, readBack: readBack.text)
            },
            reading: draft.prove.flatMap { prove in
                guard let observe = prove.observe, let expect = prove.expect, let how = prove.how else { return nil }
                return ReadingText(observe: observe.text, expect: expect.phrase, how: how.phrase)
            },
            help: draft.help.compactMap { item in
                item.text.map { HelpText(condition: item.condition?.text ?? "", text: $0.phrase) }
            },
            examples: draft.allExamples.compactMap(Example.init), place: draft.place)
    }
}

extension Rule.Example {
    /// Nil for an example that gives no facts.
    fileprivate init?(_ draft: RuleDraft.ExampleDraft) {
        guard let node = draft.fires ?? draft.silent else { return nil }
        self.init(fires: draft.fires != nil, node: node)
    }
}

extension Phrase {
    fileprivate static var unclearExample: Phrase {
        Phrase(en: "an example fires or is silent", ru: "пример либо срабатывает (`fires`), либо молчит (`silent`)")
    }

    fileprivate static var noReading: Phrase {
        Phrase(
            en: "a rule of level `prove` names the reading that settles it",
            ru: "правило уровня `prove` называет показание, которое его снимает")
    }

    fileprivate static var addProve: Phrase {
        Phrase(en: "add `prove` with `observe`, `expect` and `how`", ru: "добавьте `prove` с `observe`, `expect` и `how`")
    }

    fileprivate static var noQuestion: Phrase {
        Phrase(en: "a rule of level `ask` says who is asked what", ru: "правило уровня `ask` говорит, кого и о чём спросить")
    }

    fileprivate static var addAsk: Phrase {
        Phrase(en: "add `ask` with `whom`, `recall` and `read_back`", ru: "добавьте `ask` с `whom`, `recall` и `read_back`")
    }

    fileprivate static func unfitGroup(_ type: String) -> Phrase {
        Phrase(en: "findings cannot be grouped by this: it is \(type)", ru: "по этому нельзя объединять находки: это \(type)")
    }

    fileprivate static var groupBy: Phrase {
        Phrase(
            en: "group by an object such as `step.device`, or by a text",
            ru: "объединяйте по объекту, например `step.device`, или по тексту")
    }

    fileprivate static func notPeople(_ type: String) -> Phrase {
        Phrase(en: "people or parties are asked, and this is \(type)", ru: "спрашивают людей или стороны, а это \(type)")
    }

    fileprivate static func notReadable(_ type: String) -> Phrase {
        Phrase(en: "nobody can read this back: it is \(type)", ru: "это нельзя прочитать вслух: это \(type)")
    }
}
