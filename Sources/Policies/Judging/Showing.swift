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

    /// The text of a template.
    ///
    /// - Throws: why an expression in it has no value.
    func text(of template: Template) throws(Failure) -> String {
        try text(of: template.parts, number: nil)
    }

    private func text(of parts: [Template.Part], number: Int64?) throws(Failure) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .number: text += number.map { String($0) } ?? "#"
            case .hole(let program): text += shown(try program.evaluate(activation).get())
            case .plural(let program, let forms):
                let count = try program.evaluate(activation).get().intValue ?? 0
                text += try self.text(of: forms[form(of: count)] ?? forms["other"] ?? [.number], number: count)
            }
        }
        return text
    }

    private func form(of count: Int64) -> String {
        switch language {
        case .en: count == 1 ? "one" : "other"
        case .ru: Plural.russian(Int(count)).rawValue
        }
    }

    /// A value as people are shown it.
    func shown(_ value: Value) -> String {
        switch value.kind {
        case .symbol, .string: return activation.text(of: value)
        case .timestamp: return value.timestampValue.map(shown) ?? ""
        case .duration: return value.durationValue.map { Period(seconds: $0 / 1_000_000_000).phrase[language] } ?? ""
        case .record: return activation.label(of: value) ?? ""
        case .list, .rows, .hostList: return list(value)
        case .null: return Phrase.nobody[language]
        default: return activation.formatted(value)
        }
    }

    private func shown(_ moment: Timestamp) -> String {
        let written = timezone.rfc3339(moment)
        return "\(written.prefix(10)) \(written.dropFirst(11).prefix(5))"
    }

    private func list(_ value: Value) -> String {
        let count = activation.count(of: value)
        let shownCount = count > Self.listLimit ? Self.listLimit - 1 : count
        let items = (0..<shownCount).map { shown(activation.element(of: value, at: $0)) }
        guard let last = items.last else { return Phrase.nobody[language] }
        if count > shownCount { return items.joined(separator: ", ") + Phrase.andMore(count - shownCount)[language] }
        guard count > 1 else { return last }
        return items.dropLast().joined(separator: ", ") + Phrase.and[language] + last
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
