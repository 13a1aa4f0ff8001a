import Diagnostics

/// What is wrong with a text that is to be JSON.
extension Diagnostic {
    private static func json(_ summary: Phrase, at span: Span, label: Phrase, related: [Related] = [], help: [Phrase]) -> Diagnostic {
        Diagnostic("json-syntax", .error, summary, at: span, label: label, related: related, notes: [.restNotRead], help: help)
    }

    static func jsonMore(at span: Span) -> Diagnostic {
        json(.jsonMore, at: span, label: .jsonMoreLabel, help: [.jsonOneValue])
    }

    static func jsonEnd(at span: Span) -> Diagnostic {
        json(.jsonEnd, at: span, label: .jsonEndLabel, help: [.jsonWhole])
    }

    static func jsonKey(at span: Span) -> Diagnostic {
        json(.jsonKey, at: span, label: .jsonKeyLabel, help: [.jsonKeyHelp])
    }

    static func jsonColon(at span: Span) -> Diagnostic {
        json(.jsonColon, at: span, label: .jsonColonLabel, help: [.jsonColonHelp])
    }

    static func jsonComma(_ closing: String, at span: Span, opened: Span) -> Diagnostic {
        json(
            .jsonComma(closing), at: span, label: .jsonCommaLabel(closing), related: [Related(opened, .openedHere)], help: [.jsonCommaHelp])
    }

    static func jsonWord(at span: Span) -> Diagnostic {
        json(.jsonWord, at: span, label: .jsonWordLabel, help: [.jsonWordHelp])
    }

    static func jsonEscape(at span: Span) -> Diagnostic {
        json(.jsonEscape, at: span, label: .jsonEscapeLabel, help: [.jsonEscapeHelp])
    }

    static func jsonQuote(at span: Span) -> Diagnostic {
        json(.unclosedQuote, at: span, label: .unclosedQuoteLabel, help: [.jsonQuoteHelp])
    }

    static func jsonBracket(_ opening: String, _ closing: String, at span: Span) -> Diagnostic {
        json(.unclosedBracket(opening), at: span, label: .neverClosed, help: [.closeBracket(closing)])
    }

    static func jsonControl(at span: Span, isLineEnd: Bool, quote: Span) -> Diagnostic {
        isLineEnd
            ? jsonQuote(at: quote)
            : json(.jsonControl, at: span, label: .jsonControlLabel, help: [.jsonControlHelp])
    }
}

extension Phrase {
    fileprivate static var jsonMore: Phrase {
        Phrase(en: "something follows the end of the JSON value", ru: "после конца значения JSON идёт что-то ещё")
    }

    fileprivate static var jsonMoreLabel: Phrase {
        Phrase(en: "the value has ended before this", ru: "значение закончилось раньше")
    }

    fileprivate static var jsonOneValue: Phrase {
        Phrase(en: "a JSON file holds one value; put several into a list", ru: "в файле JSON одно значение; несколько поместите в список")
    }

    fileprivate static var jsonEnd: Phrase {
        Phrase(en: "the JSON ends in the middle of a value", ru: "JSON обрывается посреди значения")
    }

    fileprivate static var jsonEndLabel: Phrase {
        Phrase(en: "the file ends here", ru: "файл кончается здесь")
    }

    fileprivate static var jsonWhole: Phrase {
        Phrase(en: "see whether the file was saved or transferred whole", ru: "проверьте, целиком ли сохранён или передан файл")
    }

    fileprivate static var jsonKey: Phrase {
        Phrase(en: "a key in JSON is written in double quotes", ru: "ключ в JSON пишется в двойных кавычках")
    }

    fileprivate static var jsonKeyLabel: Phrase {
        Phrase(en: "a key was expected here", ru: "здесь ожидался ключ")
    }

    fileprivate static var jsonKeyHelp: Phrase {
        Phrase(
            en: "write `\"key\": value`; after the last pair there is no comma",
            ru: "напишите `\"key\": value`; после последней пары запятой нет")
    }

    fileprivate static var jsonColon: Phrase {
        Phrase(en: "a key without `:`", ru: "ключ без `:`")
    }

    fileprivate static var jsonColonLabel: Phrase {
        Phrase(en: "`:` was expected here", ru: "здесь ожидалось `:`")
    }

    fileprivate static var jsonColonHelp: Phrase {
        Phrase(en: "write `\"key\": value`", ru: "напишите `\"key\": value`")
    }

    fileprivate static func jsonComma(_ closing: String) -> Phrase {
        Phrase(en: "neither `,` nor `\(closing)` after a value", ru: "после значения нет ни `,`, ни `\(closing)`")
    }

    fileprivate static func jsonCommaLabel(_ closing: String) -> Phrase {
        Phrase(en: "`,` or `\(closing)` was expected here", ru: "здесь ожидалось `,` или `\(closing)`")
    }

    fileprivate static var jsonCommaHelp: Phrase {
        Phrase(en: "put a comma between the values", ru: "поставьте между значениями запятую")
    }

    fileprivate static var jsonWord: Phrase {
        Phrase(en: "this is no JSON value", ru: "это не значение JSON")
    }

    fileprivate static var jsonWordLabel: Phrase {
        Phrase(en: "a value was expected here", ru: "здесь ожидалось значение")
    }

    fileprivate static var jsonWordHelp: Phrase {
        Phrase(
            en: "text is written in double quotes; after the last value there is no comma; there are no comments",
            ru: "текст пишется в двойных кавычках; после последнего значения запятой нет; комментариев нет")
    }

    fileprivate static var jsonEscape: Phrase {
        Phrase(en: "an escape that JSON does not have", ru: "такой escape-последовательности в JSON нет")
    }

    fileprivate static var jsonEscapeLabel: Phrase {
        Phrase(en: "not an escape of JSON", ru: "не из JSON")
    }

    fileprivate static var jsonEscapeHelp: Phrase {
        Phrase(en: "a backslash itself is written `\\\\`", ru: "сама обратная косая черта пишется `\\\\`")
    }

    fileprivate static var jsonQuoteHelp: Phrase {
        Phrase(
            en: "close it on the same line; a line end inside is written `\\n`",
            ru: "закройте её в той же строке; конец строки внутри пишется `\\n`")
    }

    fileprivate static var jsonControl: Phrase {
        Phrase(en: "a control character in a JSON text", ru: "управляющий символ в тексте JSON")
    }

    fileprivate static var jsonControlLabel: Phrase {
        Phrase(en: "an invisible character", ru: "невидимый символ")
    }

    fileprivate static var jsonControlHelp: Phrase {
        Phrase(
            en: "write it as an escape: `\\t` for a tab, `\\n` for a line end",
            ru: "запишите его так: `\\t` для табуляции, `\\n` для конца строки")
    }
}
