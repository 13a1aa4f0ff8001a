import Diagnostics

/// Faults of a text as a whole, of its nesting, its anchors and its keys.
extension Diagnostic {
    static func tooDeep(at span: Span) -> Diagnostic {
        Diagnostic("too-deep", .error, .tooDeep, at: span, label: .tooDeepLabel, notes: [.restNotRead])
    }

    static func tooManyAliases(at span: Span) -> Diagnostic {
        Diagnostic(
            "too-many-aliases", .error, .tooManyAliases, at: span, label: .tooManyAliasesLabel, notes: [.restNotRead], help: [.writeOut])
    }

    static func unknownAlias(_ name: String, at span: Span, among names: [String]) -> Diagnostic {
        let near = suggestion(for: name, among: names.sorted())
        return Diagnostic(
            "unknown-alias", .error, .unknownAlias(name), at: span, label: .unknownAliasLabel,
            help: [near.map { .didYouMean("*\($0)") } ?? .quoteStar(name)])
    }

    static func aliasOfItself(_ name: String, at span: Span, anchor: Span) -> Diagnostic {
        Diagnostic(
            "alias-of-itself", .error, .aliasOfItself(name), at: span, label: .aliasOfItselfLabel,
            related: [Related(anchor, .anchorLabel(name))], help: [.writeOut])
    }

    static func aliasAsKey(at span: Span, anchor: Span) -> Diagnostic {
        Diagnostic("alias-as-key", .error, .aliasAsKey, at: span, related: [Related(anchor, .standsFor)], help: [.writeKeyOut])
    }

    static func complexKey(at span: Span) -> Diagnostic {
        Diagnostic("complex-key", .error, .complexKey, at: span, label: .complexKeyLabel, help: [.quoteBraces])
    }

    static func mergeOfNoMapping(at span: Span) -> Diagnostic {
        Diagnostic("wrong-merge", .error, .mergeOfNoMapping, at: span, label: .mergeLabel, help: [.mergeExample])
    }

    static func unknownTag(at span: Span) -> Diagnostic {
        Diagnostic("unknown-tag", .error, .unknownTag, at: span, label: .unknownTagLabel, help: [.removeTag])
    }

    static func textTooLarge(at span: Span) -> Diagnostic {
        Diagnostic("text-too-large", .error, .textTooLarge, at: span, help: [.splitText])
    }
}

extension Phrase {
    /// A note at faults that end the reading.
    static var restNotRead: Phrase {
        Phrase(en: "the rest of the file is not read", ru: "остаток файла не прочитан")
    }

    fileprivate static var tooDeep: Phrase {
        Phrase(en: "values are nested deeper than 128 levels", ru: "значения вложены глубже 128 уровней")
    }

    fileprivate static var tooDeepLabel: Phrase {
        Phrase(en: "this is level 129", ru: "это 129-й уровень")
    }

    fileprivate static var tooManyAliases: Phrase {
        Phrase(
            en: "the aliases of this file stand for more than a million values",
            ru: "псевдонимы этого файла разворачиваются больше чем в миллион значений")
    }

    fileprivate static var tooManyAliasesLabel: Phrase {
        Phrase(en: "the bound is passed here", ru: "здесь превышен предел")
    }

    fileprivate static var writeOut: Phrase {
        Phrase(en: "write the values out", ru: "напишите сами значения")
    }

    fileprivate static func unknownAlias(_ name: String) -> Phrase {
        Phrase(en: "nothing is named `&\(name)` before this place", ru: "до этого места ничто не названо `&\(name)`")
    }

    fileprivate static var unknownAliasLabel: Phrase {
        Phrase(en: "an alias of nothing", ru: "псевдоним неизвестно чего")
    }

    fileprivate static func quoteStar(_ name: String) -> Phrase {
        Phrase(en: "if it is text, put it in quotes: `\"*\(name)\"`", ru: "если это текст, возьмите его в кавычки: `\"*\(name)\"`")
    }

    fileprivate static func aliasOfItself(_ name: String) -> Phrase {
        Phrase(en: "the value `&\(name)` holds itself", ru: "значение `&\(name)` содержит само себя")
    }

    fileprivate static var aliasOfItselfLabel: Phrase {
        Phrase(en: "inside the value that it stands for", ru: "внутри значения, которое здесь подставляется")
    }

    fileprivate static func anchorLabel(_ name: String) -> Phrase {
        Phrase(en: "`&\(name)` begins here", ru: "`&\(name)` начинается здесь")
    }

    fileprivate static var aliasAsKey: Phrase {
        Phrase(en: "a key cannot be an alias", ru: "ключ не может быть псевдонимом")
    }

    fileprivate static var standsFor: Phrase {
        Phrase(en: "it stands for this", ru: "он означает вот это")
    }

    fileprivate static var writeKeyOut: Phrase {
        Phrase(en: "write the key out", ru: "напишите ключ целиком")
    }

    fileprivate static var complexKey: Phrase {
        Phrase(en: "a key must be text", ru: "ключ должен быть текстом")
    }

    fileprivate static var complexKeyLabel: Phrase {
        Phrase(en: "this key is a list or a mapping", ru: "этот ключ — список или набор пар")
    }

    fileprivate static var quoteBraces: Phrase {
        Phrase(
            en: "text that begins with a brace or a bracket is written in quotes: `\"{…}\"`",
            ru: "текст, который начинается со скобки, пишется в кавычках: `\"{…}\"`")
    }

    fileprivate static var mergeOfNoMapping: Phrase {
        Phrase(en: "`<<` takes its keys from a mapping", ru: "`<<` берёт ключи из набора пар")
    }

    fileprivate static var mergeLabel: Phrase {
        Phrase(en: "this is no mapping", ru: "это не набор пар")
    }

    fileprivate static var mergeExample: Phrase {
        Phrase(en: "for example: `<<: *base`, where `&base` names a mapping", ru: "например: `<<: *base`, где `&base` — имя набора пар")
    }

    fileprivate static var unknownTag: Phrase {
        Phrase(en: "tags such as `!name` have no meaning here", ru: "метки вида `!name` здесь ничего не значат")
    }

    fileprivate static var unknownTagLabel: Phrase {
        Phrase(en: "the tag is not followed", ru: "метка не выполняется")
    }

    fileprivate static var removeTag: Phrase {
        Phrase(
            en: "remove the tag; text that begins with `!` is written in quotes",
            ru: "уберите метку; текст, который начинается с `!`, пишется в кавычках")
    }

    fileprivate static var textTooLarge: Phrase {
        Phrase(en: "the file is larger than 2 GB and is not read", ru: "файл больше 2 ГБ и не прочитан")
    }

    fileprivate static var splitText: Phrase {
        Phrase(en: "split it into several files", ru: "разделите его на несколько файлов")
    }
}
