import ChangeOrders
package import Diagnostics
import Policies
import Times

extension Earlier {
    /// The result of a check, to be compared with another one of the same order.
    package init(_ check: Check, _ language: Language) {
        (order, verdict, now) = (check.order.id.text, check.verdict, check.now.rfc3339)
        entries = check.findings.map { finding in
            Entry(
                fingerprint: finding.fingerprint, rule: finding.rule.text, level: finding.level.word, message: finding.message[language],
                isSettled: finding.settledBy != nil)
        }
    }
}

/// One order judged by two packs.
package struct PolicyChange: Sendable {
    /// The order's file as people know it.
    package let path: String
    /// The check by the second pack.
    package let check: Check
    /// What is different from the check by the first.
    package let change: Change

    /// - Parameter language: of the messages that are kept of the first check.
    package init(_ path: String, from old: Check, to check: Check, _ language: Language) {
        self.path = path
        self.check = check
        change = Change(from: Earlier(old, language), to: check)
    }

    /// True where both packs say the same.
    package var isNone: Bool { change.isNone(check) }
}
