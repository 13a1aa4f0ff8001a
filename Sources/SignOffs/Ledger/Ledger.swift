import GRDB
package import Seals
package import Times

/// An append-only record of what people said, in one file, that cannot be changed without being seen.
///
/// It knows digests and people, and nothing of what they are about. It is checked whole whenever it is opened, and against every
/// checkpoint that is known; after that each entry that other processes append is checked before anything is built on it.
/// Appending needs no key. Whatever a call returns has been brought to the disk before.
///
/// One machine writes; several processes of it may.
package final class Ledger {
    /// What a ledger is opened for.
    package enum Access: Sendable {
        case reading, writing
    }

    let file: LedgerFile
    private(set) var audit: Audit
    private let known: [KnownCheckpoint]

    /// Opens a ledger and checks all of it.
    ///
    /// - Parameters:
    ///   - known: Checkpoints that lie elsewhere. Those of other ledgers are left aside, and those that none of this ledger's keys
    ///     signed prove nothing; `unproven` tells which these are.
    ///   - patience: How long to wait for another process that writes, in seconds.
    /// - Throws: `LedgerTrouble`; nothing is read from a ledger that has any.
    package init(
        at path: String, for access: Access, known: [KnownCheckpoint] = [], patience: Double = 10
    ) throws(LedgerTrouble) {
        self.known = known
        (file, audit) = try LedgerTrouble.telling(path) {
            let file = try LedgerFile(at: path, for: access, patience: patience)
            let audit = try file.read { database in
                var audit = Audit(origin: try Self.origin(in: database))
                try Self.catchUp(&audit, database, known)
                return audit
            }
            return (file, audit)
        }
    }

    /// Makes a ledger with its first entry; a ledger that is made anew is another ledger.
    ///
    /// - Parameters:
    ///   - origin: As `Ledger.origin(client:using:)` makes it.
    ///   - key: The key that will sign its checkpoints, under the origin's name.
    ///   - older: The last known checkpoint of a ledger that was lost, and why it goes on here.
    /// - Throws: `LedgerTrouble.exists` where the path has a file; others where nothing can be written there.
    package static func create(
        at path: String, key: NoteKey, replacing older: (checkpoint: SignedCheckpoint, why: String)? = nil, at now: Timestamp,
        using numbers: inout some RandomNumberGenerator
    ) throws(LedgerTrouble) {
        var body: [JSON.Member] = [.init("key", .string(key.text)), .init("v", "primum/body/1")]
        if let older {
            body.append(.init("older", ["checkpoint": .string(older.checkpoint.note.written), "why": .string(older.why)]))
        }
        let draft = Draft(.genesis, body: .object(body))
        let sealed = try SealedEntry(draft, number: 0, of: key.name, at: now, after: nil, using: &numbers)
        try LedgerTrouble.telling(path) { try LedgerFile.create(at: path) { try sealed.insert(into: $0) } }
    }

    /// A name for a ledger, which no other has: `primum/<client>/<16 random hexadecimal digits>`.
    package static func origin(client: String, using numbers: inout some RandomNumberGenerator) -> String {
        let digits = (0..<8).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        return "primum/\(client)/\(hexadecimal(digits))"
    }

    /// Which ledger it is.
    package var origin: String { audit.origin }
    /// How many entries it has, and the hash that stands for all of them.
    package var head: TreeHead { audit.tree.head }
    /// Its keys, the one that signs it last.
    package var keys: [LedgerKey] { audit.keys }
    /// The entries whose content was destroyed.
    package var redacted: Set<Int> { audit.redacted }

    /// The known checkpoints under this ledger's name that none of its keys signed: forged, or signed by a key that was handed over to in
    /// entries that are lost. Whoever opens the ledger tells people of them.
    package var unproven: [KnownCheckpoint] {
        known.filter { $0.checkpoint.checkpoint.origin == origin && !Self.isSigned($0.checkpoint, in: audit) }
    }

    /// The key whose signature a checkpoint of a size must bear; nil where there is no such checkpoint.
    package func key(atSize size: Int) -> NoteKey? { audit.key(atSize: size) }
}

extension Ledger {
    /// Checks what other processes have appended since.
    ///
    /// - Throws: `LedgerTrouble`.
    package func refresh() throws(LedgerTrouble) {
        audit = try LedgerTrouble.telling(file.path) { try file.read { try caughtUp($0) } }
    }

    /// Appends an entry and returns its number, once it is on the disk.
    ///
    /// - Throws: `LedgerTrouble`; then nothing was acknowledged, and the ledger can be used on.
    @discardableResult
    package func append(_ draft: Draft, at now: Timestamp, using numbers: inout some RandomNumberGenerator) throws(LedgerTrouble) -> Int {
        try append([draft], at: now, using: &numbers).lowerBound
    }

    /// Appends entries that belong together, all or none, and returns their numbers, once they are on the disk.
    ///
    /// - Throws: `LedgerTrouble`; then nothing was acknowledged, and the ledger can be used on.
    @discardableResult
    package func append(
        _ drafts: [Draft], at now: Timestamp, using numbers: inout some RandomNumberGenerator
    ) throws(LedgerTrouble) -> Range<Int> {
        guard drafts.allSatisfy({ !$0.kind.isOfLedger }) else { throw .unfit(.kindOfLedger) }
        return try write(at: now, using: &numbers) { _ in drafts }
    }

    /// Destroys the salt and the content of an entry and says so in a new one, whose number is returned.
    ///
    /// Its leaf stays, and with it every proof. The reason stays for ever: it should name nobody.
    /// - Throws: `LedgerTrouble`.
    @discardableResult
    package func redact(
        _ number: Int, why: String, at now: Timestamp, using numbers: inout some RandomNumberGenerator
    ) throws(LedgerTrouble) -> Int {
        try write(at: now, using: &numbers) { audit in
            guard (0..<audit.tree.size).contains(number) else { throw LedgerTrouble.noSuchEntry(number) }
            guard !audit.redacted.contains(number), !audit.keys.contains(where: { $0.since == number }) else {
                throw LedgerTrouble.notRedactable(number)
            }
            return [Draft(.redacted, body: ["entry": JSON(number), "v": "primum/body/1", "why": .string(why)])]
        } after: { database in
            guard try Self.leaf(number, in: database).kind != .redacted else { throw LedgerTrouble.notRedactable(number) }
            let content = try Query(database, "UPDATE entry SET salt = NULL, body = NULL WHERE n = ?")
            content.bind(number, at: 1)
            try content.run()
            let attachments = try Query(database, "DELETE FROM attachment WHERE n = ?")
            attachments.bind(number, at: 1)
            try attachments.run()
        }.lowerBound
    }

    /// Hands the ledger over to another key, with the signature of the one that signs it.
    ///
    /// - Throws: `LedgerTrouble.wrongKey` where the signer has not the ledger's key, or the other is of another name.
    @discardableResult
    package func handOver(
        to key: NoteKey, signedBy signer: NoteSigner, at now: Timestamp, using numbers: inout some RandomNumberGenerator
    ) throws(LedgerTrouble) -> Int {
        try write(at: now, using: &numbers) { audit in
            guard signer.key == audit.key, key.name == audit.origin, key.purpose == .note, key != signer.key,
                var note = Note(text: LedgerKey.handover(to: key, entry: audit.tree.size))
            else { throw LedgerTrouble.wrongKey }
            note.sign(signer)
            return [Draft(.ledgerKey, body: ["handover": .string(note.written), "key": .string(key.text), "v": "primum/body/1"])]
        }.lowerBound
    }

    /// Signs the ledger as it is, or returns what was signed at this size before: no size ever has two checkpoints.
    ///
    /// - Throws: `LedgerTrouble.wrongKey` where the signer has not the ledger's key; others where it is not on the disk.
    package func checkpoint(signedBy signer: NoteSigner) throws(LedgerTrouble) -> SignedCheckpoint {
        let (audit, checkpoint) = try LedgerTrouble.telling(file.path) {
            try file.write { database in
                let audit = try caughtUp(database)
                guard signer.key == audit.key(atSize: audit.tree.size) else { throw LedgerTrouble.wrongKey }
                if let last = try Self.checkpoints(in: database).last, last.head.size == audit.tree.size {
                    guard last.head == audit.tree.head, last.isSigned(by: signer.key) else {
                        throw LedgerTrouble.damagedCheckpoint(size: last.head.size)
                    }
                    return (audit, last)
                }
                let checkpoint = Checkpoint(origin: audit.origin, head: audit.tree.head).signed(by: signer)
                try Self.insert(checkpoint, into: database)
                return (audit, checkpoint)
            }
        }
        self.audit = audit
        return checkpoint
    }

    private func write(
        at now: Timestamp, using numbers: inout some RandomNumberGenerator, _ drafts: (Audit) throws -> [Draft],
        after: (Database) throws -> Void = { _ in }
    ) throws(LedgerTrouble) -> Range<Int> {
        let (start, written) = try LedgerTrouble.telling(file.path) {
            try file.write { database in
                var audit = try caughtUp(database)
                let start = audit.tree.size
                for draft in try drafts(audit) {
                    let entry = try SealedEntry(
                        draft, number: audit.tree.size, of: audit.origin, at: now, after: audit.lastAt, using: &numbers)
                    try entry.insert(into: database)
                    try audit.take(entry.row)
                }
                try after(database)
                return (start, audit)
            }
        }
        audit = written
        return start..<written.tree.size
    }

    /// The audit as it is once everything in the file is checked.
    private func caughtUp(_ database: Database) throws -> Audit {
        var audit = audit
        try Self.catchUp(&audit, database, known)
        return audit
    }
}
