import GRDB
import Seals

extension Ledger {
    /// A checkpoint that the audit is to come by.
    private struct Milestone {
        let checkpoint: SignedCheckpoint
        /// Where it lies; nil where that is the ledger itself.
        let known: KnownCheckpoint?

        var size: Int { checkpoint.head.size }
    }

    /// Checks the entries that an audit has not seen, and the ledger against every checkpoint on the way.
    static func catchUp(_ audit: inout Audit, _ database: Database, _ known: [KnownCheckpoint]) throws {
        let count = try entryCount(in: database)
        guard count >= audit.tree.size else { throw LedgerTrouble.damaged(.place, entry: count) }
        guard count > audit.tree.size else { return }
        let isWhole = audit.tree.size == 0
        var present: [Bool] = []
        var ahead = try milestones(behind: audit, database, known)[...]
        let last = ahead.last { $0.known == nil }?.size
        try forEachRow(in: database, from: audit.tree.size, to: .max) { row in
            try audit.take(row)
            if isWhole { present.append(!row.content.isEmpty) }
            while let next = ahead.first, next.size == audit.tree.size {
                try requireAgreement(audit, next, isLastOwn: next.size == last)
                ahead.removeFirst()
            }
        }
        try requireNothingLost(audit, ahead)
        try audit.requireAccounted()
        if let number = audit.redacted.first(where: { present.indices.contains($0) && present[$0] }) {
            throw LedgerTrouble.damaged(.contentThere, entry: number)
        }
    }

    private static func entryCount(in database: Database) throws -> Int {
        let query = try Query(database, "SELECT coalesce(max(n), -1) + 1 FROM entry")
        defer { query.end() }
        return try query.next() ? query.number(0) : 0
    }

    private static func milestones(behind audit: Audit, _ database: Database, _ known: [KnownCheckpoint]) throws -> [Milestone] {
        let own = try checkpoints(in: database, behind: audit.tree.size).map { Milestone(checkpoint: $0, known: nil) }
        let elsewhere = known.filter { $0.checkpoint.checkpoint.origin == audit.origin && $0.checkpoint.head.size > audit.tree.size }
            .map { Milestone(checkpoint: $0.checkpoint, known: $0) }
        return (own + elsewhere).sorted { $0.size < $1.size }
    }

    /// Stops where a key of this ledger has signed another history, and where a checkpoint in the ledger is none of its own.
    ///
    /// Of its own checkpoints only the last one's signature is verified: the others are as good as their roots.
    private static func requireAgreement(_ audit: Audit, _ milestone: Milestone, isLastOwn: Bool) throws {
        let checkpoint = milestone.checkpoint
        if let known = milestone.known {
            guard checkpoint.head == audit.tree.head || !isSigned(checkpoint, in: audit) else {
                throw LedgerTrouble.otherHistory(known: known)
            }
        } else {
            let isSigned = !isLastOwn || audit.key.map { checkpoint.isSigned(by: $0) } == true
            guard checkpoint.checkpoint.origin == audit.origin, checkpoint.head == audit.tree.head, isSigned else {
                throw LedgerTrouble.damagedCheckpoint(size: milestone.size)
            }
        }
    }

    /// Stops where a checkpoint speaks of more entries than there are; the largest says best what is lost.
    private static func requireNothingLost(_ audit: Audit, _ ahead: ArraySlice<Milestone>) throws {
        for lost in ahead.reversed() {
            guard let known = lost.known else { throw LedgerTrouble.damagedCheckpoint(size: lost.size) }
            if isSigned(lost.checkpoint, in: audit) { throw LedgerTrouble.rolledBack(size: audit.tree.size, known: known) }
        }
    }

    /// True where any key of the ledger signed a checkpoint.
    static func isSigned(_ checkpoint: SignedCheckpoint, in audit: Audit) -> Bool {
        audit.keys.contains { checkpoint.isSigned(by: $0.key) }
    }
}
