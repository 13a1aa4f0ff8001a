package import Diagnostics
package import Policies
package import Seals

/// The explanation of one rule.
package enum RulePage: Sendable {
    case rule(Rule)
    case engine(EngineFinding)

    /// Reason, level, condition, what is said and asked, how it is settled, and examples.
    package func text(_ typesetter: Typesetter) -> String {
        switch self {
        case .engine(let own): EnginePage(own, typesetter).text
        case .rule(let rule): RuleText(rule, typesetter).text
        }
    }

    /// As a document, `primum.rule/1`.
    package func json(_ language: Language) -> JSON {
        switch self {
        case .engine(let own):
            [
                "schema": "primum.rule/1", "rule": .string(own.rawValue), "level": .string(Level.inconclusive.word),
                "title": .string(own.title[language]), "why": .string(own.why[language]),
                "settled_by": .string(Phrase.settling(.inconclusive)[language]),
            ]
        case .rule(let rule): .object([JSON.Member("schema", "primum.rule/1")] + rule.members(language))
        }
    }
}

/// A list of rules.
package struct RuleBook: Sendable {
    let rules: [Rule]

    package init(_ rules: [Rule]) {
        self.rules = rules
    }

    /// One line for each rule: id, level, title.
    package func list(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        let all = rules.map { ($0.id.text, $0.level, $0.title) } + EngineFinding.allCases.map { ($0.rawValue, .inconclusive, $0.title) }
        let width = all.map(\.0.displayWidth).max() ?? 0
        let levelWidth = all.map { $0.1.phrase[language].displayWidth }.max() ?? 0
        return all.map { id, level, title in
            "\(id.padded(to: width))  \(typesetter.ink.painted(level.phrase[language].padded(to: levelWidth), level.tone))  \(title[language])\n"
        }.joined()
    }

    /// As a document, `primum.rules/1`.
    package func json(_ language: Language) -> JSON {
        ["schema": "primum.rules/1", "rules": .array(rules) { .object($0.members(language)) }]
    }
}

private struct EnginePage {
    let own: EngineFinding
    let typesetter: Typesetter

    init(_ own: EngineFinding, _ typesetter: Typesetter) {
        self.own = own
        self.typesetter = typesetter
    }

    var text: String {
        let language = typesetter.language
        let head = typesetter.ink.painted("\(Level.inconclusive.phrase[language])[\(own.rawValue)]", .danger)
        return "\(head): \(own.title[language])\n\n\(own.why[language])\n\n\(Phrase.settling(.inconclusive)[language])\n"
    }
}

private struct RuleText {
    let rule: Rule
    let typesetter: Typesetter

    init(_ rule: Rule, _ typesetter: Typesetter) {
        self.rule = rule
        self.typesetter = typesetter
    }

    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }

    var text: String {
        let head = typesetter.ink.painted("\(say(rule.level.phrase))[\(rule.id)]", rule.level.tone)
        var parts = ["\(head): \(say(rule.title))\n", say(rule.why) + "\n"]
        parts.append(section(.applies, [rule.binding] + (rule.condition.isEmpty ? [] : ["\(say(.when)) \(rule.condition)"]) + grouping))
        parts.append(section(.says, [say(rule.message)]))
        if let question = rule.question {
            parts.append(section(.asks, ["\(question.whom): \(say(question.recall))", "\(say(.readBack)): \(question.readBack)"]))
        }
        if let reading = rule.reading {
            parts.append(section(.reads, ["\(reading.observe): \(say(reading.expect)) (\(say(reading.how)))"]))
        }
        if !rule.help.isEmpty {
            parts.append(section(.help, rule.help.map { say($0.text) + ($0.condition.isEmpty ? "" : "  [\(say(.when)) \($0.condition)]") }))
        }
        parts.append(section(.goesAway, [say(rule.settling)]))
        for fires in [true, false] {
            let examples = rule.examples.filter { $0.fires == fires }.map(\.text)
            if !examples.isEmpty { parts.append(section(fires ? .fires : .silent, examples)) }
        }
        return parts.joined(separator: "\n")
    }

    private var grouping: [String] { rule.group.isEmpty ? [] : ["\(say(.oneForEach)) \(rule.group)"] }

    private func section(_ title: Phrase, _ lines: [String]) -> String {
        let indented = lines.flatMap { $0.split(separator: "\n") }.map { "  \($0)\n" }.joined()
        return typesetter.ink.painted(say(title), .strong) + "\n" + indented
    }
}

extension Rule {
    fileprivate func members(_ language: Language) -> [JSON.Member] {
        let object = JSON.object(leavingOutNil: [
            "rule": .string(id.text), "pack": .string(pack.text), "level": .string(level.word), "title": .string(title[language]),
            "why": .string(why[language]), "for": .string(binding), "when": .string(condition),
            "group": group.isEmpty ? nil : .string(group), "message": .string(message[language]),
            "ask": question.map { question in
                .object(leavingOutNil: [
                    "whom": .string(question.whom), "recall": .string(question.recall[language]), "read_back": .string(question.readBack),
                ])
            },
            "prove": reading.map { reading in
                .object(leavingOutNil: [
                    "observe": .string(reading.observe), "expect": .string(reading.expect[language]), "how": .string(reading.how[language]),
                ])
            },
            "help": .array(help) { help in
                .object(leavingOutNil: [
                    "when": help.condition.isEmpty ? nil : .string(help.condition), "text": .string(help.text[language]),
                ])
            },
            "settled_by": .string(settling[language]),
            "examples": .array(examples) { .object(leavingOutNil: ["fires": .bool($0.fires), "facts": .string($0.text)]) },
        ])
        return object.members ?? []
    }
}

extension Phrase {
    fileprivate static let applies = Phrase(en: "Applies to", ru: "Относится к")
    fileprivate static let when = Phrase(en: "when", ru: "когда")
    fileprivate static let oneForEach = Phrase(en: "one finding for each", ru: "одно замечание на каждое")
    fileprivate static let says = Phrase(en: "Says", ru: "Говорит")
    fileprivate static let asks = Phrase(en: "Asks", ru: "Спрашивает")
    fileprivate static let readBack = Phrase(en: "to be read back", ru: "назвать в ответе")
    fileprivate static let reads = Phrase(en: "Takes the reading", ru: "Снимает показание")
    fileprivate static let help = Phrase(en: "Helps with", ru: "Советует")
    fileprivate static let goesAway = Phrase(en: "Goes away by", ru: "Снимается")
    fileprivate static let fires = Phrase(en: "Finds something in", ru: "Сработает на")
    fileprivate static let silent = Phrase(en: "Finds nothing in", ru: "Промолчит на")
}
