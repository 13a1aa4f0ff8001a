import Diagnostics
import LocatedYAML

/// How a rule is written for people: both languages, and the style that all rules share.
struct RuleStyle {
    private let draft: RuleDraft
    private let texts: SourceTexts
    private(set) var log = DiagnosticLog()

    init(_ rule: CompiledRule, _ texts: SourceTexts) {
        draft = rule.draft
        self.texts = texts
    }

    mutating func look() {
        lookAtID()
        look(at: draft.title, mayEndSentence: false)
        look(at: draft.why, mayEndSentence: true)
        look(at: draft.message, mayEndSentence: false)
        if let ask = draft.ask { look(at: ask.recall, mayEndSentence: false, isQuestion: true) }
        for text in [draft.prove?.expect, draft.prove?.how] { look(at: text, mayEndSentence: false) }
        for help in draft.help { look(at: help.text, mayEndSentence: false) }
        if draft.help.isEmpty { tell("lint-help", .noHelp, draft.idSpan) }
    }

    private mutating func tell(_ code: String, _ summary: Phrase, _ span: Span, help: Phrase? = nil) {
        log.add(Diagnostic(code, .warning, summary, at: span, help: help.map { [$0] } ?? []))
    }

    // MARK: Names

    /// Words that begin a duty, a check or a class, and not a danger.
    private static let noDangers: Set = ["check", "ensure", "verify", "require", "must", "should", "validate", "rule", "always", "never"]

    private mutating func lookAtID() {
        let id = draft.id.text
        let words = id.split(separator: "-", omittingEmptySubsequences: false)
        let isKebab = words.allSatisfy {
            !$0.isEmpty
                && $0.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
        }
        if !isKebab { tell("lint-id", .idForm, draft.idSpan, help: .idExample) }
        if let first = words.first, Self.noDangers.contains(String(first)) {
            tell("lint-id", .idNamesNoDanger(String(first)), draft.idSpan, help: .idExample)
        }
        let file = texts[draft.idSpan.file].name.split(separator: "/").last.map(String.init) ?? ""
        if file != "\(id).yaml", file != "\(id).yml" { tell("lint-file", .otherFile(file, id), draft.idSpan) }
    }

    // MARK: Texts

    private mutating func look(at text: WrittenText?, mayEndSentence: Bool, isQuestion: Bool = false) {
        guard let text else { return }
        let nodes = text.isSame ? [text.en] : [text.en, text.ru]
        if text.isSame, text.phrase.en.contains(where: \.isLetter) {
            tell("lint-language", .oneLanguage(isRussian: Self.isRussian(text.phrase.en)), text.en.span)
        } else if !text.isSame {
            if Self.isRussian(text.phrase.en) { tell("lint-language", .russianInEnglish, text.en.span) }
            if Self.spoken(text.phrase.ru).contains(where: \.isLetter), !Self.isRussian(text.phrase.ru) {
                tell("lint-language", .notRussian, text.ru.span)
            }
        }
        for (node, words) in zip(nodes, [text.phrase.en, text.phrase.ru]) {
            if words.isEmpty { tell("lint-empty", .empty, node.span) }
            if isQuestion, !words.isEmpty, !words.hasSuffix("?") { tell("lint-question", .noQuestionMark, node.span) }
            if !mayEndSentence, words.hasSuffix("."), !words.hasSuffix("…") { tell("lint-full-stop", .fullStop, node.span) }
        }
    }

    private static func isRussian(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x400..<0x530).contains($0.value) }
    }

    /// What of a text is said in its language: all but the holes.
    private static func spoken(_ text: String) -> String {
        var depth = 0
        return String(
            text.filter { letter in
                if letter == "{" { depth += 1 }
                defer { if letter == "}" { depth -= 1 } }
                return depth == 0
            })
    }
}

extension Phrase {
    fileprivate static let noHelp = Phrase(
        en: "the rule says nothing of what to do about it", ru: "правило не говорит, что с этим делать")

    fileprivate static let idForm = Phrase(
        en: "an id is lower-case words joined by hyphens", ru: "id — слова строчными латинскими буквами через дефис")

    fileprivate static func idNamesNoDanger(_ word: String) -> Phrase {
        Phrase(
            en: "an id names the danger, and this begins with a duty: `\(word)`",
            ru: "id называет опасность, а этот начинается с обязанности: `\(word)`")
    }

    fileprivate static let idExample = Phrase(en: "for example: `unknown-link`", ru: "например: `unknown-link`")

    fileprivate static func otherFile(_ file: String, _ id: String) -> Phrase {
        Phrase(en: "the file of this rule is `\(file)`, not `\(id).yaml`", ru: "файл этого правила называется `\(file)`, а не `\(id).yaml`")
    }

    fileprivate static func oneLanguage(isRussian: Bool) -> Phrase {
        isRussian
            ? Phrase(en: "this text is missing in English", ru: "этого текста нет на английском")
            : Phrase(en: "this text is missing in Russian", ru: "этого текста нет на русском")
    }

    fileprivate static let russianInEnglish = Phrase(
        en: "the English text is written in Russian letters", ru: "английский текст написан русскими буквами")

    fileprivate static let notRussian = Phrase(en: "the Russian text is not in Russian", ru: "русский текст написан не по-русски")
    fileprivate static let empty = Phrase(en: "this text says nothing", ru: "этот текст пуст")
    fileprivate static let noQuestionMark = Phrase(en: "a question ends with `?`", ru: "вопрос кончается знаком `?`")
    fileprivate static let fullStop = Phrase(en: "this text takes no full stop at its end", ru: "в конце этого текста точка не ставится")
}
