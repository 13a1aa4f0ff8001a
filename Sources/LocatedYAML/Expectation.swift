package import Diagnostics
package import Times

/// What a form wanted where something else is written.
package enum Expectation: Sendable {
    case text
    case identifier
    case integer(ClosedRange<Int>)
    case number
    case boolean(meant: Bool?)
    case timestamp
    case moment
    case date
    case period(meant: Period?)
    case list
    case mapping
    /// A mapping with named keys: its name, and a key that it has.
    case shape(String, String?)
    case either(scalar: Bool, sequence: Bool, mapping: Bool)
    /// A form of its own: what is wanted, and an example as it is written in a file.
    case other(Phrase, example: String)
}

extension DiagnosticLog {
    /// Reports that the value is not what is wanted; silent where a fault was reported while the text was read.
    package mutating func addMismatch(_ expected: Expectation, at node: Node) {
        guard !node.isBroken else { return }
        let key = node.key?.string
        add(
            Diagnostic(
                "wrong-value", .error, .mustBe(expected.noun, key: key), at: node.span, label: .found(node),
                help: [.example(expected.example, key: key)] + expected.cures(for: node)))
    }

    /// Reports that the value is none of the words it can be.
    mutating func addChoice(_ words: [String], at node: Node) {
        guard !node.isBroken else { return }
        let near = node.kind == .scalar ? suggestion(for: node.string, among: words) : nil
        let help: [Phrase] = near.map { [.didYouMean($0)] } ?? []
        add(
            Diagnostic(
                "wrong-value", .error, .mustBeOneOf(words, key: node.key?.string), at: node.span, label: .found(node), help: help))
    }
}

// MARK: - Words

extension Expectation {
    fileprivate var noun: Phrase {
        switch self {
        case .text: Phrase(en: "text", ru: "текст")
        case .identifier: Phrase(en: "a name on one line", ru: "имя в одну строку")
        case .integer(let range): .integer(range)
        case .number: Phrase(en: "a number", ru: "число")
        case .boolean: Phrase(en: "`true` or `false`", ru: "`true` или `false`")
        case .timestamp:
            Phrase(en: "a moment with its distance from UTC", ru: "момент времени со смещением от UTC")
        case .moment: Phrase(en: "a date or a moment", ru: "дата или момент времени")
        case .date: Phrase(en: "a date", ru: "дата")
        case .period: Phrase(en: "a span of time in ISO 8601", ru: "промежуток времени по ISO 8601")
        case .list: Phrase(en: "a list", ru: "список")
        case .mapping, .shape: Phrase(en: "a mapping of keys to values", ru: "набор пар «ключ: значение»")
        case .either(let scalar, let sequence, let mapping): .either(scalar, sequence, mapping)
        case .other(let noun, _): noun
        }
    }

    fileprivate var example: String {
        switch self {
        case .text: "\"24/7\""
        case .identifier: "sw-1"
        case .integer(let range): String(range.contains(42) ? 42 : range.contains(1) ? 1 : range.lowerBound)
        case .number: "1.5"
        case .boolean(let meant): meant == false ? "false" : "true"
        case .timestamp: "2026-12-05T22:00:00+03:00"
        case .moment: "2026-11-01"
        case .date: "2026-11-01"
        case .period(let meant): (meant ?? .minutes(15)).iso8601
        case .list: "[a, b]"
        case .mapping: "{key: value}"
        case .shape(_, let key): "{\(key ?? "key"): …}"
        case .either(let scalar, let sequence, _): scalar ? "sw-1" : sequence ? "[a, b]" : "{key: value}"
        case .other(_, let example): example
        }
    }

    /// What is to be done about the very thing that stands there.
    fileprivate func cures(for node: Node) -> [Phrase] {
        guard node.kind == .scalar else { return [] }
        switch self {
        case .boolean(.some(let meant)): return [.writeInstead(node.string, meant ? "true" : "false")]
        case .period(.some(let meant)): return [.writeInstead(node.string, meant.iso8601)]
        case .integer, .number:
            return node.isQuoted && Double(node.string) != nil ? [.withoutQuotes] : []
        default: return node.isNull ? [.leaveKeyOut] : []
        }
    }
}

extension Phrase {
    fileprivate static func mustBe(_ noun: Phrase, key: String?) -> Phrase {
        guard let key else { return Phrase(en: "this must be \(noun.en)", ru: "здесь нужно: \(noun.ru)") }
        return Phrase(en: "`\(key)` must be \(noun.en)", ru: "для `\(key)` нужно: \(noun.ru)")
    }

    fileprivate static func mustBeOneOf(_ words: [String], key: String?) -> Phrase {
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        return mustBe(Phrase(en: "one of \(list)", ru: "одно из \(list)"), key: key)
    }

    fileprivate static func integer(_ range: ClosedRange<Int>) -> Phrase {
        switch (range.lowerBound, range.upperBound) {
        case (Int.min, Int.max): Phrase(en: "a whole number", ru: "целое число")
        case (let lowest, Int.max): Phrase(en: "a whole number from \(lowest)", ru: "целое число не меньше \(lowest)")
        case (Int.min, let highest): Phrase(en: "a whole number up to \(highest)", ru: "целое число не больше \(highest)")
        case (let lowest, let highest):
            Phrase(en: "a whole number from \(lowest) to \(highest)", ru: "целое число от \(lowest) до \(highest)")
        }
    }

    fileprivate static func either(_ scalar: Bool, _ sequence: Bool, _ mapping: Bool) -> Phrase {
        var nouns: [Phrase] = []
        if scalar { nouns.append(Phrase(en: "text", ru: "текст")) }
        if sequence { nouns.append(Phrase(en: "a list", ru: "список")) }
        if mapping { nouns.append(Phrase(en: "a mapping of keys to values", ru: "набор пар «ключ: значение»")) }
        return Phrase(en: nouns.map(\.en).joined(separator: " or "), ru: nouns.map(\.ru).joined(separator: " или "))
    }

    /// What stands under the caret.
    fileprivate static func found(_ node: Node) -> Phrase {
        switch node.kind {
        case .sequence: Phrase(en: "this is a list", ru: "это список")
        case .mapping: Phrase(en: "this is a mapping of keys to values", ru: "это набор пар «ключ: значение»")
        case .scalar where node.isNull: Phrase(en: "nothing is written here", ru: "здесь ничего не написано")
        case .scalar where node.isQuoted: Phrase(en: "this is text in quotes", ru: "это текст в кавычках")
        case .scalar: Phrase(en: "this is something else", ru: "это нечто другое")
        }
    }

    fileprivate static func example(_ value: String, key: String?) -> Phrase {
        let line = key.map { "\($0): \(value)" } ?? value
        return Phrase(en: "for example: `\(line)`", ru: "например: `\(line)`")
    }

    fileprivate static func writeInstead(_ written: String, _ right: String) -> Phrase {
        Phrase(en: "write `\(right)` instead of `\(written)`", ru: "напишите `\(right)` вместо `\(written)`")
    }

    fileprivate static var withoutQuotes: Phrase {
        Phrase(en: "write the number without quotes", ru: "напишите число без кавычек")
    }

    fileprivate static var leaveKeyOut: Phrase {
        Phrase(en: "leave the key out if there is nothing to say", ru: "если сказать нечего, уберите и ключ")
    }

    /// A near miss.
    static func didYouMean(_ word: String) -> Phrase {
        Phrase(en: "did you mean `\(word)`?", ru: "может быть, `\(word)`?")
    }
}
