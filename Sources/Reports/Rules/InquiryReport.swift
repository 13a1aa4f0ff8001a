package import Diagnostics
package import Policies
package import Seals

/// Why a rule found something in an order, or did not: each subject with the condition taken apart.
package struct InquiryReport: Sendable {
    let inquiry: RuleInquiry
    let order: String
    /// The cases that were asked for; they are shown in full.
    let chosen: [RuleInquiry.Case]?

    /// A report on one rule; `chosen` is nil where nothing was asked for in particular, and then what fires is shown in full and all
    /// else is summed up by what decided.
    package init(_ inquiry: RuleInquiry, order: String, chosen: [RuleInquiry.Case]?) {
        self.inquiry = inquiry
        self.order = order
        self.chosen = chosen
    }

    /// The name of the document's form.
    package static let schemaName = "primum.explanation/1"

    /// The rule, what it was asked of, and each case.
    package func text(_ typesetter: Typesetter) -> String {
        InquiryText(self, typesetter).text
    }

    /// The same as a document, `primum.explanation/1`: every case in full, or those that were chosen.
    package func json(_ language: Language) -> JSON {
        let rule = inquiry.rule
        return [
            "schema": .string(Self.schemaName), "order": .string(order), "rule": .string(rule.id.text), "pack": .string(rule.pack.text),
            "level": .string(rule.level.word), "title": .string(rule.title[language]), "for": .string(rule.binding),
            "when": .string(rule.condition),
            "counts": .object(RuleInquiry.Outcome.allCases.map { JSON.Member($0.rawValue, JSON(inquiry.count($0))) }),
            "failures": .strings(inquiry.failures.map { $0[language] }),
            "cases": .array(chosen ?? inquiry.cases) { json(of: $0, language) },
        ]
    }

    private func json(of found: RuleInquiry.Case, _ language: Language) -> JSON {
        .object(leavingOutNil: [
            "outcome": .string(found.outcome.rawValue), "step": found.step.map { .string($0.text) },
            "names": .array(found.names) { name, subject in
                [
                    "name": .string(name), "type": .string(subject.type.text), "key": .string(subject.key.text),
                    "label": .string(subject.label.text),
                ]
            },
            "group": found.group.map { .string($0.text) }, "decided_by": .strings(found.condition.deciding.map(\.text)),
            "condition": json(of: found.condition, language),
        ])
    }

    private func json(of part: ExplainedPart, _ language: Language) -> JSON {
        var members = [JSON.Member("text", .string(part.text))]
        if let element = part.element {
            members.append(JSON.Member("element", ["name": .string(element.name), "value": .string(element.value[language])]))
        }
        switch part.result {
        case .value(_, let value): members.append(JSON.Member("value", value))
        case .failed(let why): members.append(JSON.Member("failed", .string(why[language])))
        case .notLookedAt: members.append(JSON.Member("not_looked_at", true))
        }
        if part.isDeciding { members.append(JSON.Member("deciding", true)) }
        if !part.parts.isEmpty { members.append(JSON.Member("parts", .array(part.parts) { json(of: $0, language) })) }
        return .object(members)
    }
}

/// The report as people read it.
private struct InquiryText {
    let report: InquiryReport
    let typesetter: Typesetter
    /// Elements of a macro that are shown beside the one that decided.
    private static let elementLimit = 4
    /// Subjects that are named where many are summed up.
    private static let subjectLimit = 5

    init(_ report: InquiryReport, _ typesetter: Typesetter) {
        self.report = report
        self.typesetter = typesetter
    }

    private var inquiry: RuleInquiry { report.inquiry }
    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }
    private func painted(_ text: String, _ tone: Tone) -> String { typesetter.ink.painted(text, tone) }

    var text: String {
        var parts = [head, counts]
        if let chosen = report.chosen {
            parts += chosen.map { self.text(of: $0) }
        } else {
            parts += inquiry.cases.filter { $0.outcome == .fires }.map { self.text(of: $0) }
            for outcome in [RuleInquiry.Outcome.exempted, .silent, .failed] where inquiry.count(outcome) > 0 {
                parts.append(summary(of: outcome))
            }
        }
        return parts.joined(separator: "\n")
    }

    private var head: String {
        let rule = inquiry.rule
        let title = painted("\(say(rule.level.phrase))[\(rule.id)]", rule.level.tone) + ": \(say(rule.title))\n"
        return title + line("for", rule.binding) + line("when", rule.condition) + (rule.group.isEmpty ? "" : line("group", rule.group))
    }

    private func line(_ key: String, _ text: String) -> String {
        "  \(painted(key.padded(to: 5), .frame))  \(typesetter.wrapped(text, indent: 9))\n"
    }

    private var counts: String {
        let asked = inquiry.cases.isEmpty ? say(.askedOfNothing) : say(.asked(inquiry.cases.count))
        let outcomes = RuleInquiry.Outcome.allCases.filter { inquiry.count($0) > 0 }.map { say(.outcome($0, inquiry.count($0))) }
        let head = ([asked] + (outcomes.isEmpty ? [] : [outcomes.joined(separator: ", ")])).joined(separator: ": ")
        return head + "\n" + inquiry.failures.map { painted(say($0), .danger) + "\n" }.joined()
    }

    // MARK: One case

    private func text(of found: RuleInquiry.Case) -> String {
        let group = found.group.map { "  " + painted(say(.inGroup($0)), .frame) } ?? ""
        return painted(say(.word(found.outcome)), found.outcome.tone) + "  \(name(of: found))\(group)\n" + lines(of: found.condition, 0)
    }

    /// The step and what is bound, such as `S3, link PP-1:12`.
    private func name(of found: RuleInquiry.Case) -> String {
        let others = found.names.filter { $0.subject.type != "Step" }.map { "\($0.name) \($0.subject.label.text.displayed)" }
        return ((found.step.map { [$0.text] } ?? []) + others).joined(separator: ", ")
    }

    private func lines(of part: ExplainedPart, _ depth: Int) -> String {
        let below = shown(part.parts)
        let lines = line(of: part, depth) + below.parts.map { self.lines(of: $0, depth + 1) }.joined()
        return below.hidden == 0 ? lines : lines + indent(depth + 1, isMarked: false) + say(.moreElements(below.hidden)) + "\n"
    }

    private func line(of part: ExplainedPart, _ depth: Int) -> String {
        let element = part.element.map { "\($0.name) = \(say($0.value).displayed): " } ?? ""
        let start = indent(depth, isMarked: part.isDeciding)
        // The whole condition stands above already.
        let text = element + (depth == 0 && !part.parts.isEmpty ? "when" : part.text.displayed)
        let (value, tone) = value(of: part)
        let room = max(20, typesetter.width - 2 * depth - 4 - value.displayWidth)
        return "\(start)\(text.cut(to: room)) \(painted(value, tone))\n"
    }

    private func indent(_ depth: Int, isMarked: Bool) -> String {
        (isMarked ? painted(" >", .strong) : "  ") + String(repeating: " ", count: 2 * depth + 1)
    }

    private func value(of part: ExplainedPart) -> (String, Tone) {
        switch part.result {
        case .value(let value, _): ("→ \(say(value).displayed)", part.isDeciding ? .strong : .plain)
        case .failed(let why): ("→ \(say(.failed(why)))", .danger)
        case .notLookedAt: ("· \(say(.notLookedAt))", .frame)
        }
    }

    /// What is worth a line: no literals and names, and of a macro's elements the first few and the one that decided.
    private func shown(_ parts: [ExplainedPart]) -> (parts: [ExplainedPart], hidden: Int) {
        let worthy = parts.filter { !$0.isPlain || $0.isDeciding }
        let elements = worthy.filter { $0.element != nil && $0.deciding.isEmpty }.dropFirst(Self.elementLimit)
        guard !elements.isEmpty else { return (worthy, 0) }
        var seen = 0
        let kept = worthy.filter { part in
            guard part.element != nil, part.deciding.isEmpty else { return true }
            seen += 1
            return seen <= Self.elementLimit
        }
        return (kept, elements.count)
    }

    // MARK: Many cases

    /// The cases of one outcome by what decided, the most frequent first.
    private func summary(of outcome: RuleInquiry.Outcome) -> String {
        var groups: [(key: String, cases: [RuleInquiry.Case])] = []
        for found in inquiry.cases where found.outcome == outcome {
            let key = found.condition.deciding.map { "\($0.text) \(value(of: $0).0)" }.joined(separator: ", ")
            if let place = groups.firstIndex(where: { $0.key == key }) {
                groups[place].cases.append(found)
            } else {
                groups.append((key, [found]))
            }
        }
        groups.sort { $0.cases.count > $1.cases.count }
        let lines = groups.map { group in
            let names = group.cases.prefix(Self.subjectLimit).map { name(of: $0) }
            let more = group.cases.count > names.count ? " " + say(.andMore(group.cases.count - names.count)) : ""
            return "\(indent(0, isMarked: true))\(typesetter.wrapped(group.key.displayed, indent: 5))\n     "
                + typesetter.wrapped(names.joined(separator: "; ") + more, indent: 5) + "\n"
        }
        return painted(say(.word(outcome)), outcome.tone) + "  \(say(.decidedBy))\n" + lines.joined()
    }
}

extension RuleInquiry.Outcome {
    fileprivate var tone: Tone {
        switch self {
        case .fires: .caution
        case .failed: .danger
        case .silent, .exempted: .strong
        }
    }
}

extension Phrase {
    fileprivate static let subject = Noun(en: ("subject", "subjects"), ru: ("объекте", "объектах", "объектах"))

    fileprivate static func asked(_ count: Int) -> Phrase {
        let counted = subject.counted(count)
        return Phrase(en: "asked of \(counted.en)", ru: "проверено на \(counted.ru)")
    }

    fileprivate static let askedOfNothing = Phrase(
        en: "asked of nothing: the order has none of what the rule is for", ru: "проверять не на чем: в заявке нет того, о чём правило")

    fileprivate static func outcome(_ outcome: RuleInquiry.Outcome, _ count: Int) -> Phrase {
        let word = word(outcome)
        return Phrase(en: "\(word.en) for \(count)", ru: "\(word.ru): \(count)")
    }

    fileprivate static func word(_ outcome: RuleInquiry.Outcome) -> Phrase {
        switch outcome {
        case .fires: Phrase(en: "fires", ru: "срабатывает")
        case .exempted: Phrase(en: "exempted", ru: "исключено")
        case .silent: Phrase(en: "silent", ru: "молчит")
        case .failed: Phrase(en: "failed", ru: "не вычислено")
        }
    }

    fileprivate static func inGroup(_ group: Symbol) -> Phrase {
        Phrase(en: "(in the finding on \(group))", ru: "(в замечании: \(group))")
    }

    fileprivate static let decidedBy = Phrase(en: "decided by", ru: "решило")
    fileprivate static let notLookedAt = Phrase(en: "not looked at", ru: "не понадобилось")

    fileprivate static func failed(_ why: Phrase) -> Phrase {
        Phrase(en: "failed: \(why.en)", ru: "ошибка: \(why.ru)")
    }

    fileprivate static func moreElements(_ count: Int) -> Phrase {
        let elements = Noun(en: ("element", "elements"), ru: ("элемент", "элемента", "элементов")).counted(count)
        return Phrase(en: "… and \(elements.en) more", ru: "… и ещё \(elements.ru)")
    }
}
