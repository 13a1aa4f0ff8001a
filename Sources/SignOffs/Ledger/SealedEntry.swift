import GRDB
import Seals
import Times

/// An entry ready to be written: numbered, dated, its contents behind salts.
struct SealedEntry {
    let row: Audit.Row
    private let salt: Salt
    private let body: [UInt8]
    private let attachments: [(salt: Salt, bytes: [UInt8])]

    init(
        _ draft: Draft, number: Int, of ledger: String, at now: Timestamp, after last: Timestamp?,
        using numbers: inout some RandomNumberGenerator
    ) throws(LedgerTrouble) {
        body = try draft.requireFit()
        salt = Salt(using: &numbers)
        var attachments: [(salt: Salt, bytes: [UInt8])] = []
        for bytes in draft.attachments { attachments.append((Salt(using: &numbers), bytes)) }
        self.attachments = attachments
        let at = Timestamp(seconds: now.seconds)
        let leaf = Leaf(
            number: number, at: at, isClockBack: last.map { at < $0 } ?? false, ledger: ledger, kind: draft.kind, order: draft.order,
            question: draft.question, says: draft.says, body: Digest(committing: body, salt),
            files: attachments.map { Digest(committing: $0.bytes, $0.salt) })
        row = Audit.Row(
            number: number, leaf: leaf.canonicalBytes, content: salt.bytes + body,
            attachments: attachments.enumerated().map { ($0.offset, $0.element.salt.bytes + $0.element.bytes) })
    }

    func insert(into database: Database) throws {
        let entry = try Query(database, "INSERT INTO entry (n, leaf, salt, body) VALUES (?, ?, ?, ?)")
        entry.bind(row.number, at: 1)
        entry.bind(text: row.leaf, at: 2)
        entry.bind(blob: salt.bytes, at: 3)
        entry.bind(text: body, at: 4)
        try entry.run()
        for (place, attachment) in attachments.enumerated() {
            let query = try Query(database, "INSERT INTO attachment (n, place, salt, bytes) VALUES (?, ?, ?, ?)")
            query.bind(row.number, at: 1)
            query.bind(place, at: 2)
            query.bind(blob: attachment.salt.bytes, at: 3)
            query.bind(blob: attachment.bytes, at: 4)
            try query.run()
        }
    }
}
