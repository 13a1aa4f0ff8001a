package import ChangeOrders
package import Diagnostics
package import Inventories
import Plants
package import Policies
package import Rehearsals
package import Times

/// The one use case: a client's folder and an order go in, findings and a verdict come out.
package struct Check: Sendable {
    package let inventory: Inventory
    package let order: ChangeOrder
    package let now: Timestamp
    /// What was judged; findings refer to its rows.
    package let facts: Facts
    /// The gravest first, by level and by the harm that they tell of; then by step and rule.
    package let findings: [Finding]
    package let exemptions: [UsedExemption]
    package let verdict: Verdict
    /// All texts to which findings and diagnostics refer.
    package let texts: SourceTexts
    /// What was wrong with the folder, the order and the rules.
    package let log: DiagnosticLog

    /// Checks an order.
    ///
    /// Whatever could not be read of folder, order or rules makes the verdict inconclusive at least.
    ///
    /// - Parameters:
    ///   - reading: the order as far as it could be read; nil where the text is none, and then so is the check.
    ///   - texts: the folder's texts with the order's behind them.
    ///   - now: the moment at which knowledge is judged.
    package init?(
        _ reading: OrderReading, in texts: SourceTexts, of folder: ClientFolder, at now: Timestamp, packs: [PackText]
    ) {
        guard let order = reading.order, folder.isReadable else { return nil }
        // Reading the rules and rehearsing the order take equally long, and neither needs the other.
        let rulesToCome = Alongside {
            var (texts, log) = (texts, DiagnosticLog())
            let set = PolicySet.load(packs: packs, client: folder.policy, of: folder.inventory, texts: &texts, log: &log)
            return (set: set, texts: texts, log: log)
        }
        let parameters = PolicySet.parameters(packs: packs, client: folder.policy)
        let plant = Plant(folder.inventory, now: now, shelfLife: parameters.shelfLife)
        let rehearsal = Rehearsal.rehearse(order, on: plant, effects: parameters.effects)
        let rules = rulesToCome.outcome()
        var surroundings = Surroundings(folder.inventory)
        surroundings.brokenReferences += reading.log.kept.filter { $0.severity == .error }
        surroundings.hasSteps = !order.steps.isEmpty
        // What a rule read of the facts matters where an answer is bound to it; a check alone binds nothing.
        let judgement = rules.set.judge(rehearsal.facts, in: surroundings, tracesReads: false)
        var findings = judgement.findings
        let errorCount = folder.log.errorCount + reading.log.errorCount + rules.log.errorCount
        // Errors beyond the thousand that are kept, and any that the rules' engine does not take up, still forbid a pass.
        if errorCount > 0, !findings.contains(where: { $0.level == .inconclusive }) { findings.append(.unread(errorCount)) }

        var log = folder.log
        log.add(contentsOf: reading.log)
        log.add(contentsOf: rules.log)
        (inventory, self.order, self.now) = (folder.inventory, order, now)
        (facts, self.findings, exemptions) = (judgement.facts, findings, judgement.exemptions)
        verdict = Verdict(of: findings)
        (self.texts, self.log) = (rules.texts, log)
    }

    /// The first expiry of what the verdict rests on; nil where nothing of it expires.
    package var goodUntil: Timestamp? { facts.goodUntil }

    /// How many findings there are of each level, and how many of them are settled.
    package func count(_ level: Level, isSettled: Bool = false) -> Int {
        findings.count { $0.level == level && ($0.settledBy != nil) == isSettled }
    }
}

extension Finding {
    /// What stands for errors that no other finding names.
    fileprivate static func unread(_ count: Int) -> Finding {
        let subject = Subject(type: "Client", key: "client", label: "client")
        return Finding(
            rule: "unreadable-file", title: .unreadTitle, level: .inconclusive, subject: subject,
            members: [Member(subject: subject, message: .unread(count), fingerprint: unreadFingerprint, reads: [])],
            message: .unread(count),
            fingerprint: unreadFingerprint, help: [.validate])
    }

    private static let unreadFingerprint = "f1:" + String(repeating: "0", count: 32)
}

extension Phrase {
    fileprivate static let unreadTitle = Phrase(en: "what could not be read", ru: "то, что не удалось прочитать")

    fileprivate static func unread(_ count: Int) -> Phrase {
        let errors = Noun.error.counted(count)
        return Phrase(
            en: "\(errors.en) kept a part of the folder, the order or the rules from being read",
            ru: "часть папки, заявки или правил не прочитана: \(errors.ru)")
    }

    fileprivate static let validate = Phrase(
        en: "see them with: primum inventory validate", ru: "подробности: primum inventory validate")
}
