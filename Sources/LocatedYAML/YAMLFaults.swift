import Diagnostics

/// What is wrong with the syntax of a YAML text, in our own words.
extension Diagnostic {
    private static func yaml(
        _ code: String, _ summary: Phrase, at span: Span, label: Phrase? = nil, related: [Related] = [], help: [Phrase]
    ) -> Diagnostic {
        Diagnostic(code, .error, summary, at: span, label: label, related: related, notes: [.restNotRead], help: help)
    }

    static func tab(at span: Span) -> Diagnostic {
        yaml("yaml-tab", .tab, at: span, label: .tabLabel, help: [.useSpaces])
    }

    static func unclosedQuote(at span: Span) -> Diagnostic {
        yaml("yaml-unclosed-quote", .unclosedQuote, at: span, label: .unclosedQuoteLabel, help: [.closeQuote])
    }

    static func unclosedBracket(_ opening: String, _ closing: String, at span: Span) -> Diagnostic {
        yaml("yaml-bracket", .unclosedBracket(opening), at: span, label: .neverClosed, help: [.closeBracket(closing)])
    }

    static func commaOrBracket(_ closing: String, at span: Span, opened: Span) -> Diagnostic {
        yaml(
            "yaml-bracket", .commaOrBracket(closing), at: span, label: .commaOrBracketLabel(closing),
            related: [Related(opened, .openedHere)], help: [.commaHelp])
    }

    static func lineWithoutColon(at span: Span) -> Diagnostic {
        yaml("yaml-no-colon", .lineWithoutColon, at: span, label: .lineWithoutColonLabel, help: [.writeColon])
    }

    static func longKey(at span: Span) -> Diagnostic {
        yaml("yaml-long-key", .longKey, at: span, label: .longKeyLabel, help: [.shortenKey])
    }

    static func colonInValue(at span: Span) -> Diagnostic {
        yaml("yaml-colon-in-value", .colonInValue, at: span, label: .colonInValueLabel, help: [.quoteColon])
    }

    static func strayColon(at span: Span) -> Diagnostic {
        yaml("yaml-indentation", .strayColon, at: span, label: .strayColonLabel, help: [.indentLikeAbove])
    }

    static func listOnKeyLine(at span: Span) -> Diagnostic {
        yaml("yaml-indentation", .listOnKeyLine, at: span, label: .listOnKeyLineLabel, help: [.listBelow])
    }

    static func otherIndentation(at span: Span, collection: Span, isList: Bool) -> Diagnostic {
        yaml(
            "yaml-indentation", .otherIndentation, at: span, label: isList ? .expectedDash : .expectedKey,
            related: [Related(collection, isList ? .listBegins : .mappingBegins)], help: [isList ? .alignDash : .alignKey])
    }

    static func textAfterValue(at span: Span) -> Diagnostic {
        yaml("yaml-text-after-value", .textAfterValue, at: span, label: .textAfterValueLabel, help: [.quoteWhole])
    }

    static func noValue(at span: Span) -> Diagnostic {
        yaml("yaml-no-value", .noValue, at: span, label: .noValueLabel, help: [.quoteIfText])
    }

    static func reserved(_ character: String, at span: Span) -> Diagnostic {
        yaml("yaml-reserved-character", .reserved(character), at: span, label: .reservedLabel, help: [.quoteIt(character)])
    }

    static func escape(at span: Span) -> Diagnostic {
        yaml("yaml-escape", .escape, at: span, label: .escapeLabel, help: [.escapeHelp])
    }

    static func badAnchor(_ character: String, at span: Span) -> Diagnostic {
        yaml("yaml-anchor", .badAnchor(character), at: span, label: .badAnchorLabel, help: [.quoteIt(character)])
    }

    static func badTag(at span: Span) -> Diagnostic {
        yaml("unknown-tag", .badTag, at: span, help: [.quoteIt("!")])
    }

    static func badDirective(at span: Span) -> Diagnostic {
        yaml("yaml-directive", .badDirective, at: span, help: [.removeDirective])
    }

    static func badBlockHeader(at span: Span) -> Diagnostic {
        yaml("yaml-block-text", .badBlockHeader, at: span, label: .badBlockHeaderLabel, help: [.blockHelp])
    }

    static func textAfterDocument(at span: Span) -> Diagnostic {
        yaml("yaml-text-after-value", .textAfterDocument, at: span, label: .textAfterDocumentLabel, help: [.newDocument])
    }

    static func notYAML(at span: Span) -> Diagnostic {
        yaml("yaml-syntax", .notYAML, at: span, label: .notYAMLLabel, help: [.quoteIfText])
    }
}

extension Phrase {
    static var unclosedQuote: Phrase {
        Phrase(en: "a quotation mark is never closed", ru: "кавычка не закрыта")
    }

    static var unclosedQuoteLabel: Phrase {
        Phrase(en: "the text in quotes begins here", ru: "текст в кавычках начинается здесь")
    }

    static var closeQuote: Phrase {
        Phrase(
            en: "close it on the same line; in single quotes an apostrophe is written twice: `'it''s'`",
            ru: "закройте её в той же строке; апостроф внутри одинарных кавычек пишется дважды: `'д''Артаньян'`")
    }

    static var openedHere: Phrase {
        Phrase(en: "opened here", ru: "открыто здесь")
    }

    fileprivate static var tab: Phrase {
        Phrase(en: "a tab stands where only spaces may", ru: "табуляция там, где могут быть только пробелы")
    }

    fileprivate static var tabLabel: Phrase {
        Phrase(en: "this is a tab", ru: "это табуляция")
    }

    fileprivate static var useSpaces: Phrase {
        Phrase(en: "indent with spaces", ru: "делайте отступы пробелами")
    }

    static func unclosedBracket(_ opening: String) -> Phrase {
        Phrase(en: "`\(opening)` is never closed", ru: "`\(opening)` не закрыта")
    }

    static var neverClosed: Phrase {
        Phrase(en: "opened here, and the text ends before it is closed", ru: "открыта здесь, и текст кончается раньше, чем она закрыта")
    }

    static func closeBracket(_ closing: String) -> Phrase {
        Phrase(en: "close it with `\(closing)`", ru: "закройте её: `\(closing)`")
    }

    fileprivate static func commaOrBracket(_ closing: String) -> Phrase {
        Phrase(en: "neither `,` nor `\(closing)` after a value in brackets", ru: "в скобках после значения нет ни `,`, ни `\(closing)`")
    }

    fileprivate static func commaOrBracketLabel(_ closing: String) -> Phrase {
        Phrase(en: "`,` or `\(closing)` was expected before this", ru: "перед этим ожидалось `,` или `\(closing)`")
    }

    fileprivate static var commaHelp: Phrase {
        Phrase(
            en: "separate the values with commas and close the bracket; text with `,`, `[`, `]`, `{` or `}` in it is written in quotes",
            ru: "разделите значения запятыми и закройте скобку; текст, в котором есть `,`, `[`, `]`, `{` или `}`, пишется в кавычках")
    }

    fileprivate static var lineWithoutColon: Phrase {
        Phrase(en: "a line without `:` between keys", ru: "строка без `:` среди ключей")
    }

    fileprivate static var lineWithoutColonLabel: Phrase {
        Phrase(
            en: "neither a key with its value nor the rest of the text above",
            ru: "это и не ключ со значением, и не продолжение текста выше")
    }

    fileprivate static var writeColon: Phrase {
        Phrase(
            en: "write `key: value` with a space after the colon; a text that goes on in the next line is indented deeper than its key",
            ru: "напишите `key: value` с пробелом после двоеточия; продолжение текста пишется с отступом глубже его ключа")
    }

    fileprivate static var longKey: Phrase {
        Phrase(en: "a key is longer than 1024 characters", ru: "ключ длиннее 1024 символов")
    }

    fileprivate static var longKeyLabel: Phrase {
        Phrase(en: "it begins here", ru: "он начинается здесь")
    }

    fileprivate static var shortenKey: Phrase {
        Phrase(
            en: "if this is text and not a key, put it in quotes; otherwise shorten it",
            ru: "если это текст, а не ключ, возьмите его в кавычки; иначе сократите")
    }

    fileprivate static var colonInValue: Phrase {
        Phrase(en: "a second `: ` on one line", ru: "второе `: ` в одной строке")
    }

    fileprivate static var colonInValueLabel: Phrase {
        Phrase(en: "this colon makes the text before it a key", ru: "это двоеточие делает текст перед ним ключом")
    }

    fileprivate static var quoteColon: Phrase {
        Phrase(
            en: "put a text that holds `: ` in quotes, or write the inner pairs as `{key: value}`",
            ru: "возьмите текст, в котором есть `: `, в кавычки, а вложенные пары пишите как `{key: value}`")
    }

    fileprivate static var strayColon: Phrase {
        Phrase(en: "a key where a value goes on", ru: "ключ там, где продолжается значение")
    }

    fileprivate static var strayColonLabel: Phrase {
        Phrase(en: "the line above has its value already", ru: "у строки выше уже есть значение")
    }

    fileprivate static var indentLikeAbove: Phrase {
        Phrase(
            en: "indent the key like the other keys of its mapping, or remove the value above it",
            ru: "выровняйте ключ с другими ключами его набора или уберите значение над ним")
    }

    fileprivate static var listOnKeyLine: Phrase {
        Phrase(en: "`- ` begins a list where none can begin", ru: "`- ` начинает список там, где он начаться не может")
    }

    fileprivate static var listOnKeyLineLabel: Phrase {
        Phrase(en: "a list cannot begin here", ru: "здесь список начаться не может")
    }

    fileprivate static var listBelow: Phrase {
        Phrase(
            en: "write each `- ` on a line of its own below the key, or the list in brackets: `[a, b]`",
            ru: "пишите каждое `- ` в своей строке под ключом или список в скобках: `[a, b]`")
    }

    fileprivate static var otherIndentation: Phrase {
        Phrase(en: "this line is indented like none above it", ru: "отступ этой строки не совпадает ни с одним из тех, что выше")
    }

    fileprivate static var expectedKey: Phrase {
        Phrase(en: "a key was expected, indented like the ones above", ru: "ожидался ключ с тем же отступом, что выше")
    }

    fileprivate static var expectedDash: Phrase {
        Phrase(en: "`- ` was expected, indented like the ones above", ru: "ожидалось `- ` с тем же отступом, что выше")
    }

    fileprivate static var mappingBegins: Phrase {
        Phrase(en: "its mapping begins here", ru: "набор пар начинается здесь")
    }

    fileprivate static var listBegins: Phrase {
        Phrase(en: "its list begins here", ru: "список начинается здесь")
    }

    fileprivate static var alignKey: Phrase {
        Phrase(en: "give all keys of a mapping the same indentation", ru: "сделайте у всех ключей набора одинаковый отступ")
    }

    fileprivate static var alignDash: Phrase {
        Phrase(en: "give all `- ` of a list the same indentation", ru: "сделайте у всех `- ` списка одинаковый отступ")
    }

    fileprivate static var textAfterValue: Phrase {
        Phrase(en: "something follows the end of a value on its line", ru: "в строке после конца значения идёт что-то ещё")
    }

    fileprivate static var textAfterValueLabel: Phrase {
        Phrase(en: "the value has ended before this", ru: "значение закончилось раньше")
    }

    fileprivate static var quoteWhole: Phrase {
        Phrase(en: "put the whole text in one pair of quotes", ru: "возьмите в кавычки весь текст целиком")
    }

    fileprivate static var noValue: Phrase {
        Phrase(en: "no value where one is needed", ru: "нет значения там, где оно нужно")
    }

    fileprivate static var noValueLabel: Phrase {
        Phrase(en: "a value was expected before this", ru: "перед этим ожидалось значение")
    }

    fileprivate static var quoteIfText: Phrase {
        Phrase(en: "if it is text, put it in quotes", ru: "если это текст, возьмите его в кавычки")
    }

    fileprivate static func reserved(_ character: String) -> Phrase {
        Phrase(en: "a value cannot begin with `\(character)`", ru: "значение не может начинаться с `\(character)`")
    }

    fileprivate static var reservedLabel: Phrase {
        Phrase(en: "YAML keeps this character for itself", ru: "этот символ YAML оставляет за собой")
    }

    fileprivate static func quoteIt(_ character: String) -> Phrase {
        Phrase(en: "put the text in quotes: `\"\(character)…\"`", ru: "возьмите текст в кавычки: `\"\(character)…\"`")
    }

    fileprivate static var escape: Phrase {
        Phrase(en: "an escape that does not exist", ru: "такой escape-последовательности нет")
    }

    fileprivate static var escapeLabel: Phrase {
        Phrase(
            en: "in double quotes a backslash begins an escape",
            ru: "в двойных кавычках обратная косая черта начинает escape-последовательность")
    }

    fileprivate static var escapeHelp: Phrase {
        Phrase(
            en: "write `\\\\` for a backslash, or use single quotes, in which it means itself",
            ru: "напишите `\\\\` или возьмите одинарные кавычки: в них она означает саму себя")
    }

    fileprivate static func badAnchor(_ character: String) -> Phrase {
        character == "*"
            ? Phrase(en: "`*` begins an alias, and no name follows it", ru: "`*` начинает псевдоним, а имени за ним нет")
            : Phrase(en: "`&` names a value, and no name follows it", ru: "`&` называет значение, а имени за ним нет")
    }

    fileprivate static var badAnchorLabel: Phrase {
        Phrase(en: "a name of letters, digits, `-` and `_` was expected", ru: "ожидалось имя из букв, цифр, `-` и `_`")
    }

    fileprivate static var badTag: Phrase {
        Phrase(en: "`!` begins a tag, and this is none", ru: "`!` начинает метку, а это не метка")
    }

    fileprivate static var badDirective: Phrase {
        Phrase(
            en: "a line that begins with `%` is an order to the YAML reader, and this one is unknown",
            ru: "строка с `%` в начале — указание читателю YAML, и такого указания нет")
    }

    fileprivate static var removeDirective: Phrase {
        Phrase(en: "remove the line; `%YAML 1.1` and `%YAML 1.2` are understood", ru: "уберите строку; понятны `%YAML 1.1` и `%YAML 1.2`")
    }

    fileprivate static var badBlockHeader: Phrase {
        Phrase(
            en: "`|` or `>` begins a text in lines, and something else follows it",
            ru: "`|` или `>` начинает текст строками, а за ним идёт что-то ещё")
    }

    fileprivate static var badBlockHeaderLabel: Phrase {
        Phrase(en: "the line must end here", ru: "здесь строка должна кончиться")
    }

    fileprivate static var blockHelp: Phrase {
        Phrase(
            en: "begin the text on the next line, or put it in quotes", ru: "начните текст со следующей строки или возьмите его в кавычки")
    }

    fileprivate static var textAfterDocument: Phrase {
        Phrase(en: "something follows the end of the file's value", ru: "после конца значения файла идёт что-то ещё")
    }

    fileprivate static var textAfterDocumentLabel: Phrase {
        Phrase(en: "the value has ended before this", ru: "значение закончилось раньше")
    }

    fileprivate static var newDocument: Phrase {
        Phrase(en: "a line with `---` begins another document", ru: "строка `---` начинает следующий документ")
    }

    fileprivate static var notYAML: Phrase {
        Phrase(en: "this is not YAML", ru: "это не YAML")
    }

    fileprivate static var notYAMLLabel: Phrase {
        Phrase(en: "reading ended here", ru: "чтение остановилось здесь")
    }
}
