import GRDB
package import Seals

extension Ledger {
    /// An entry with what is left of its content.
    ///
    /// - Throws: `LedgerTrouble.noSuchEntry`, and others where it is not what was checked at opening.
    package func entry(_ number: Int) throws(LedgerTrouble) -> Entry {
        guard let entry = try entries(number..<number + 1).first else { throw .noSuchEntry(number) }
        return entry
    }

    /// The entries with numbers in a range, as far as there are any.
    package func entries(_ range: Range<Int>) throws(LedgerTrouble) -> [Entry] {
        let range = range.clamped(to: 0..<head.size)
        return try LedgerTrouble.telling(file.path) {
            try file.read { database in
                var entries: [Entry] = []
                try Self.forEachRow(in: database, from: range.lowerBound, to: range.upperBound) { row in
                    guard let leaf = Leaf(row.leaf, of: origin) else { throw LedgerTrouble.damaged(.leaf, entry: row.number) }
                    entries.append(
                        Entry(
                            leaf: leaf, body: row.content.isEmpty ? nil : Self.content(row.content),
                            attachments: row.attachments.map { Self.content($0.content) }))
                }
                return entries
            }
        }
    }

    /// All checkpoints that were signed here, the smallest first.
    package func checkpoints() throws(LedgerTrouble) -> [SignedCheckpoint] {
        try LedgerTrouble.telling(file.path) { try file.read { try Self.checkpoints(in: $0) } }
    }

    /// What shows to anybody that an entry is in the ledger, with the last checkpoint that was signed; nil where none includes it.
    package func proof(of number: Int) throws(LedgerTrouble) -> LogProof? {
        guard (0..<head.size).contains(number) else { throw .noSuchEntry(number) }
        guard let checkpoint = try checkpoints().last, checkpoint.head.size > number else { return nil }
        let leaves = try leafHashes(checkpoint.head.size)
        return LogProof(inclusion: InclusionProof(index: number, in: leaves), checkpoint: checkpoint)
    }

    /// What shows that the ledger, as far as a later size, goes on from an earlier one.
    ///
    /// - Precondition: The earlier size has an entry and is no larger than the later one, which the ledger has.
    package func consistency(from earlier: Int, to later: Int) throws(LedgerTrouble) -> ConsistencyProof {
        ConsistencyProof(from: earlier, in: try leafHashes(later))
    }

    /// The head that the ledger had at a size, which it has reached.
    func head(atSize size: Int) throws(LedgerTrouble) -> TreeHead {
        var tree = HashTree()
        for leaf in try leafHashes(size) { tree.append(leaf) }
        return tree.head
    }

    private func leafHashes(_ count: Int) throws(LedgerTrouble) -> [Digest] {
        try LedgerTrouble.telling(file.path) {
            try file.read { database in
                let query = try Query(database, "SELECT leaf FROM entry WHERE n < ? ORDER BY n")
                query.bind(count, at: 1)
                var leaves: [Digest] = []
                while try query.next() { leaves.append(Digest(leaf: query.bytes(0))) }
                return leaves
            }
        }
    }

    private static func content(_ bytes: [UInt8]) -> Entry.Content {
        guard let salt = Salt(bytes: Array(bytes.prefix(Salt.length))) else { preconditionFailure("the audit has seen every salt") }
        return Entry.Content(salt: salt, bytes: Array(bytes.dropFirst(Salt.length)))
    }
}

extension Ledger {
    /// The origin that the first leaf names.
    static func origin(in database: Database) throws -> String {
        let query = try Query(database, "SELECT leaf FROM entry WHERE n = 0")
        guard try query.next() else { throw LedgerTrouble.damaged(.genesis, entry: 0) }
        let leaf = query.bytes(0)
        query.end()
        guard let origin = (try? JSON(canonical: leaf))?["ledger"]?.text, isOrigin(origin) else {
            throw LedgerTrouble.damaged(.leaf, entry: 0)
        }
        return origin
    }

    /// True for what names a ledger.
    package static func isOrigin(_ origin: String) -> Bool {
        let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "primum" && NoteKey(name: origin, publicKey: [UInt8](repeating: 0, count: 32)) != nil
            && Leaf.isOrderName(origin) && bytes(hexadecimal: parts[2])?.count == 8
    }

    static func leaf(_ number: Int, in database: Database) throws -> Leaf {
        let query = try Query(database, "SELECT leaf FROM entry WHERE n = ?")
        query.bind(number, at: 1)
        guard try query.next() else { throw LedgerTrouble.noSuchEntry(number) }
        let bytes = query.bytes(0)
        query.end()
        guard let leaf = Leaf(bytes, of: try origin(in: database)) else { throw LedgerTrouble.damaged(.leaf, entry: number) }
        return leaf
    }

    /// Reads rows in order, attachments included, into one buffer.
    static func forEachRow(in database: Database, from start: Int, to end: Int, _ body: (Audit.Row) throws -> Void) throws {
        let entries = try Query(database, "SELECT n, leaf, salt, body FROM entry WHERE n >= ? AND n < ? ORDER BY n")
        entries.bind(start, at: 1)
        entries.bind(end, at: 2)
        let attachments = try Query(
            database, "SELECT n, place, salt, bytes FROM attachment WHERE n >= ? AND n < ? ORDER BY n, place")
        attachments.bind(start, at: 1)
        attachments.bind(end, at: 2)
        defer {
            entries.end()
            attachments.end()
        }
        var hasAttachment = try attachments.next()
        var row = Audit.Row()
        while try entries.next() {
            row.number = entries.number(0)
            row.leaf.removeAll(keepingCapacity: true)
            row.content.removeAll(keepingCapacity: true)
            row.attachments.removeAll(keepingCapacity: true)
            entries.append(1, to: &row.leaf)
            entries.append(2, to: &row.content)
            entries.append(3, to: &row.content)
            while hasAttachment, attachments.number(0) <= row.number {
                guard attachments.number(0) == row.number else { throw LedgerTrouble.damaged(.place, entry: row.number) }
                row.attachments.append((attachments.number(1), attachments.bytes(2) + attachments.bytes(3)))
                hasAttachment = try attachments.next()
            }
            try body(row)
        }
        guard !hasAttachment else { throw LedgerTrouble.damaged(.place, entry: attachments.number(0)) }
    }

    /// The checkpoints of more entries than a size.
    static func checkpoints(in database: Database, behind size: Int = 0) throws -> [SignedCheckpoint] {
        let query = try Query(database, "SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size")
        query.bind(size, at: 1)
        defer { query.end() }
        var checkpoints: [SignedCheckpoint] = []
        while try query.next() {
            guard let checkpoint = SignedCheckpoint(query.bytes(1)), checkpoint.head.size == query.number(0) else {
                throw LedgerTrouble.damagedCheckpoint(size: query.number(0))
            }
            checkpoints.append(checkpoint)
        }
        return checkpoints
    }

    static func insert(_ checkpoint: SignedCheckpoint, into database: Database) throws {
        let query = try Query(database, "INSERT INTO checkpoint (size, note) VALUES (?, ?)")
        query.bind(checkpoint.head.size, at: 1)
        query.bind(text: Array(checkpoint.note.written.utf8), at: 2)
        try query.run()
    }
}
