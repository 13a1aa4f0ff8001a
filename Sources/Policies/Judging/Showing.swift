import CEL
package import Diagnostics
import Rehearsals
package import Times

/// Values as people are shown them, in one language.
struct Showing {
    let activation: Activation
    let language: Language
    let timezone: TimeZoneRules
    /// Longer lists end in "and … more".
    private static let listLimit = 8

    /// A value as people are shown it.
    func shown(_ value: Value) -> String {
        switch value.kind {
        case .symbol, .string: return activation.text(of: value)
        case .timestamp: return value.timestampValue.map(shown) ?? ""
        case .duration: return value.durationValue.map { Period(seconds: $0 / 1_000_000_000).phrase[language] } ?? ""
        case .record: return activation.label(of: value) ?? ""
        case .list, .rows, .hostList: return list((0..<activation.count(of: value)).map { shown(activation.element(of: value, at: $0)) })
        case .null: return Phrase.nobody[language]
        default: return activation.formatted(value)
        }
    }

    private func shown(_ moment: Timestamp) -> String {
        let written = timezone.rfc3339(moment)
        return "\(written.prefix(10)) \(written.dropFirst(11).prefix(5))"
    }

    private func list(_ items: [String]) -> String {
        guard let last = items.last else { return Phrase.nobody[language] }
        guard items.count > 1 else { return last }
        if items.count > Self.listLimit {
            let shown = items.prefix(Self.listLimit - 1)
            return shown.joined(separator: ", ") + Phrase.andMore(items.count - shown.count)[language]
        }
        return items.dropLast().joined(separator: ", ") + Phrase.and[language] + last
    }
}

/// The texts of a rule about one binding, in both languages: an expression that several of them hold is evaluated once.
struct Wording {
    private let activation: Activation
    private let english: Showing
    private let russian: Showing
    private var known: [Known] = []

    /// An expression with its value, as people are shown it and as a number.
    private struct Known {
        let program: Program
        let shown: Phrase
        let count: Int64
    }

    init(_ activation: Activation, timezone: TimeZoneRules) {
        self.activation = activation
        english = Showing(activation: activation, language: .en, timezone: timezone)
        russian = Showing(activation: activation, language: .ru, timezone: timezone)
    }

    /// A text, the English one first.
    ///
    /// - Throws: why an expression in it has no value.
    mutating func phrase(of text: CompiledTexts.Bilingual) throws(Failure) -> Phrase {
        let en = try self.text(of: text.en.parts, .en, number: nil)
        return Phrase(en: en, ru: try self.text(of: text.ru.parts, .ru, number: nil))
    }

    private mutating func text(of parts: [Template.Part], _ language: Language, number: Int64?) throws(Failure) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .number: text += number.map { String($0) } ?? "#"
            case .hole(let program): text += try value(of: program).shown[language]
            case .plural(let program, let forms):
                let count = try value(of: program).count
                text += try self.text(of: forms[Self.form(of: count, language)] ?? forms["other"] ?? [.number], language, number: count)
            }
        }
        return text
    }

    private mutating func value(of program: Program) throws(Failure) -> Known {
        if let known = known.first(where: { $0.program === program }) { return known }
        let value = try program.evaluate(activation).get()
        let fresh = Known(
            program: program, shown: Phrase(en: english.shown(value), ru: russian.shown(value)), count: value.intValue ?? 0)
        known.append(fresh)
        return fresh
    }

    private static func form(of count: Int64, _ language: Language) -> String {
        switch language {
        case .en: count == 1 ? "one" : "other"
        case .ru: Plural.russian(Int(count)).rawValue
        }
    }
}

extension Phrase {
    fileprivate static var nobody: Phrase { Phrase(verbatim: "—") }
    fileprivate static var and: Phrase { Phrase(en: " and ", ru: " и ") }
    fileprivate static func andMore(_ count: Int) -> Phrase { Phrase(en: " and \(count) more", ru: " и ещё \(count)") }
}

extension Period {
    /// The length as people are told it, such as `1 h 20 min`; its sign is left out.
    package var phrase: Phrase {
        var rest = abs(seconds)
        var parts: [Phrase] = []
        let units: [(Int64, Phrase)] = [
            (86_400, Phrase(en: "d", ru: "дн.")), (3_600, Phrase(en: "h", ru: "ч")), (60, Phrase(en: "min", ru: "мин")),
            (1, Phrase(en: "s", ru: "с")),
        ]
        for (length, unit) in units where rest >= length {
            parts.append(Phrase(en: "\(rest / length) \(unit.en)", ru: "\(rest / length) \(unit.ru)"))
            rest %= length
        }
        guard !parts.isEmpty else { return Phrase(en: "0 min", ru: "0 мин") }
        return Phrase(en: parts.map(\.en).joined(separator: " "), ru: parts.map(\.ru).joined(separator: " "))
    }
}
