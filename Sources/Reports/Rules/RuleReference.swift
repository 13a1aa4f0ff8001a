package import Diagnostics
package import Policies

/// The rules of a pack as a reference in Markdown: a table, and a section for each rule.
package struct RuleReference: Sendable {
    let rules: [Rule]
    let language: Language

    package init(_ rules: [Rule], _ language: Language) {
        self.rules = rules
        self.language = language
    }

    /// The reference; an article of a documentation catalogue as it stands.
    package var markdown: String {
        let packs = rules.map(\.pack.text).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let head = "# \(say(.title(packs)))\n\n\(say(.introduction(rules.count)))\n\n## \(say(.allRules))\n\n"
        let table = "| \(say(.rule)) | \(say(.level)) | \(say(.danger)) |\n| --- | --- | --- |\n"
        let rows = rules.map { "| `\($0.id)` | `\($0.level.word)` | \(Self.cell(say($0.title))) |\n" }.joined()
        return head + table + rows + rules.map { "\n" + section($0) }.joined()
    }

    private func say(_ phrase: Phrase) -> String { phrase[language] }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

    private func section(_ rule: Rule) -> String {
        var lines = ["## `\(rule.id)`\n", "**`\(rule.level.word)`**: \(say(rule.title)). \(oneLine(say(rule.why)))\n"]
        lines.append("- \(say(.askedOf)): `\(rule.binding)`" + (rule.group.isEmpty ? "" : "; \(say(.grouped)) `\(rule.group)`"))
        lines.append("- \(say(.fires)): `\(oneLine(rule.condition))`")
        lines.append("- \(say(.says)): \(quoted(rule.message))")
        if let question = rule.question {
            lines.append("- \(say(.asks)): \(quoted(question.recall)) (`\(question.whom)`; \(say(.readBack)): `\(question.readBack)`)")
        }
        if let reading = rule.reading {
            lines.append("- \(say(.proof)): \(quoted(reading.expect)), \(say(reading.how)) (`\(reading.observe)`)")
        }
        for help in rule.help {
            lines.append("- \(say(.helps)): \(quoted(help.text))" + (help.condition.isEmpty ? "" : " (\(say(.when)) `\(help.condition)`)"))
        }
        let settling = say(rule.settling)
        lines.append("- \(settling.prefix(1).uppercased())\(settling.dropFirst()).")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text with its holes, as it is written.
    private func quoted(_ text: Phrase) -> String { "“\(oneLine(say(text)))”" }

    private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Phrase {
    fileprivate static func title(_ packs: [String]) -> Phrase {
        let list = packs.joined(separator: ", ")
        return Phrase(en: "Rules of \(list)", ru: "Правила \(list)")
    }

    fileprivate static func introduction(_ count: Int) -> Phrase {
        let rules = Noun.rule.counted(count)
        return Phrase(
            en: """
                \(rules.en), each with its reason, its condition, what it says and asks, and how its findings go away. Holes `{…}` in texts \
                are filled when something is found.
                """,
            ru: """
                \(rules.ru): зачем каждое нужно, при каком условии срабатывает, что говорит и спрашивает и чем снимаются замечания. \
                Места `{…}` в текстах заполняются, когда что-то найдено.
                """)
    }

    fileprivate static let allRules = Phrase(en: "All rules", ru: "Все правила")
    fileprivate static let rule = Phrase(en: "rule", ru: "правило")
    fileprivate static let level = Phrase(en: "level", ru: "уровень")
    fileprivate static let danger = Phrase(en: "danger", ru: "опасность")
    fileprivate static let askedOf = Phrase(en: "Asked of", ru: "О чём")
    fileprivate static let grouped = Phrase(en: "one finding for each", ru: "одно замечание на каждое")
    fileprivate static let fires = Phrase(en: "Fires when", ru: "Срабатывает, когда")
    fileprivate static let when = Phrase(en: "when", ru: "когда")
    fileprivate static let says = Phrase(en: "Says", ru: "Говорит")
    fileprivate static let asks = Phrase(en: "Asks", ru: "Спрашивает")
    fileprivate static let readBack = Phrase(en: "to be read back", ru: "назвать в ответе")
    fileprivate static let proof = Phrase(en: "Reading that settles it", ru: "Показание, которое его снимает")
    fileprivate static let helps = Phrase(en: "Helps with", ru: "Советует")
}
