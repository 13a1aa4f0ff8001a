import ChangeOrders
package import Diagnostics
import Inventories
import Policies
import Rehearsals
package import Seals
package import Verdicts

/// What would change for orders if another pack of rules were used.
package struct PolicyDiffReport: Sendable {
    let old: String
    let new: String
    let changes: [PolicyChange]

    /// A report on orders that were judged by both packs.
    package init(old: String, new: String, _ changes: [PolicyChange]) {
        self.old = old
        self.new = new
        self.changes = changes
    }

    /// The name of the document's form.
    package static let schemaName = "primum.policy-diff/1"

    /// True where every order gets the same verdict and the same findings.
    package var isNone: Bool { changes.allSatisfy(\.isNone) }

    /// Each order with what would change, and how many would.
    package func text(_ typesetter: Typesetter) -> String {
        let lines = changes.map { DiffText($0, typesetter).text }.joined()
        let count = changes.count { !$0.isNone }
        let tone = count == 0 ? Tone.good : .caution
        return lines + "\n" + typesetter.ink.painted(Phrase.summary(changes.count, count)[typesetter.language], tone) + "\n"
    }

    /// The same as a document, `primum.policy-diff/1`.
    package func json(_ language: Language) -> JSON {
        [
            "schema": .string(Self.schemaName), "old": .string(old), "new": .string(new), "changed": .bool(!isNone),
            "orders": .array(changes) { json(of: $0, language) },
        ]
    }

    private func json(of change: PolicyChange, _ language: Language) -> JSON {
        let check = change.check
        return [
            "order": .string(check.order.id.text), "file": .string(change.path), "now": .string(change.change.earlier.now),
            "changed": .bool(!change.isNone),
            "verdict": ["old": .string(change.change.earlier.verdict.word), "new": .string(check.verdict.word)],
            "appeared": .array(change.change.appeared) { place in
                let finding = check.findings[place]
                return [
                    "fingerprint": .string(finding.fingerprint), "rule": .string(finding.rule.text), "level": .string(finding.level.word),
                    "message": .string(finding.message[language]),
                ]
            },
            "gone": .array(change.change.gone) { entry in
                [
                    "fingerprint": .string(entry.fingerprint), "rule": .string(entry.rule), "level": .string(entry.level),
                    "message": .string(entry.message),
                ]
            },
            "altered": .array(change.change.changed) { place, before in
                let finding = check.findings[place]
                return [
                    "fingerprint": .string(finding.fingerprint), "rule": .string(finding.rule.text),
                    "old": ["level": .string(before.level), "settled": .bool(before.isSettled)],
                    "new": ["level": .string(finding.level.word), "settled": .bool(finding.settledBy != nil)],
                    "message": .string(finding.message[language]),
                ]
            },
        ]
    }
}

/// One order as people read it.
private struct DiffText {
    let change: PolicyChange
    let typesetter: Typesetter

    init(_ change: PolicyChange, _ typesetter: Typesetter) {
        self.change = change
        self.typesetter = typesetter
    }

    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }

    var text: String {
        let check = change.check
        let head = typesetter.ink.painted(check.order.id.text.displayed, .strong) + "  \(verdicts)  (\(change.path.displayed))\n"
        let appeared = change.change.appeared.map { place in
            let finding = check.findings[place]
            return line("+", .danger, "\(say(finding.level.phrase))[\(finding.rule)]: \(say(finding.message))")
        }
        let gone = change.change.gone.map { line("-", .good, "\(word($0.level))[\($0.rule)]: \($0.message)") }
        let altered = change.change.changed.map { place, before in
            let finding = check.findings[place]
            let levels = "\(state(before.level, before.isSettled)) → \(state(finding.level.word, finding.settledBy != nil))"
            return line("~", .caution, "[\(finding.rule)] \(levels): \(say(finding.message))")
        }
        return head + (appeared + gone + altered).joined()
    }

    private var verdicts: String {
        let (old, new) = (change.change.earlier.verdict, change.check.verdict)
        if change.isNone { return "\(say(new.headline)), \(say(.asBefore))" }
        return old == new ? say(new.headline) : "\(say(old.headline)) → \(say(new.headline))"
    }

    private func word(_ level: String) -> String { Level.allCases.first { $0.word == level }.map { say($0.phrase) } ?? level }

    private func state(_ level: String, _ isSettled: Bool) -> String { word(level) + (isSettled ? " (\(say(.settled)))" : "") }

    private func line(_ sign: String, _ tone: Tone, _ text: String) -> String {
        "  \(typesetter.ink.painted(sign, tone)) \(typesetter.wrapped(text.displayed, indent: 4))\n"
    }
}

extension Phrase {
    fileprivate static let asBefore = Phrase(en: "as before", ru: "как и прежде")

    fileprivate static func summary(_ count: Int, _ changed: Int) -> Phrase {
        let orders = Noun(en: ("order", "orders"), ru: ("заявка", "заявки", "заявок")).counted(count)
        return changed == 0
            ? Phrase(en: "\(orders.en): nothing would change", ru: "\(orders.ru): ничего не изменится")
            : Phrase(en: "\(orders.en): \(changed) would change", ru: "\(orders.ru): изменится \(changed)")
    }
}
