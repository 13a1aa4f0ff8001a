import Seals
import Times

/// A ledger checked entry by entry from its beginning: nothing that is kept in it is trusted.
struct Audit {
    /// One entry as it lies in the file. The content is the salt and the body behind it, none where it is gone.
    struct Row {
        var number = 0
        var leaf: [UInt8] = []
        var content: [UInt8] = []
        /// The attachments by place: the salt and the bytes behind it.
        var attachments: [(place: Int, content: [UInt8])] = []
    }

    let origin: String
    private(set) var tree = HashTree()
    private(set) var keys: [LedgerKey] = []
    /// Entries whose content a later entry declares gone.
    private(set) var redacted: Set<Int> = []
    private(set) var lastAt: Timestamp?
    /// Entries whose content is gone, and nothing has said so yet.
    private var missing: Set<Int> = []

    init(origin: String) {
        self.origin = origin
    }

    /// The key that signs the ledger as it is.
    var key: NoteKey? { keys.last?.key }

    /// The key whose signature a checkpoint of a size bears.
    func key(atSize size: Int) -> NoteKey? { keys.last { $0.since < size }?.key }

    /// Checks an entry, which follows those that were checked.
    mutating func take(_ row: Row) throws(LedgerTrouble) {
        let number = tree.size
        guard row.number == number else { throw .damaged(.place, entry: number) }
        guard let leaf = Leaf(row.leaf, of: origin) else { throw .damaged(.leaf, entry: number) }
        guard leaf.number == number else { throw .damaged(.place, entry: number) }
        guard (leaf.kind == .genesis) == (number == 0) else { throw .damaged(.genesis, entry: number) }
        guard leaf.isClockBack == (lastAt.map { leaf.at < $0 } ?? false) else { throw .damaged(.clock, entry: number) }
        try takeContent(row, leaf)
        tree.append(Digest(leaf: row.leaf))
        lastAt = leaf.at
    }

    private mutating func takeContent(_ row: Row, _ leaf: Leaf) throws(LedgerTrouble) {
        guard !row.content.isEmpty else {
            guard row.attachments.isEmpty else { throw .damaged(.attachment(place: row.attachments[0].place), entry: leaf.number) }
            missing.insert(leaf.number)
            return
        }
        guard row.content.count > Salt.length, Digest(of: row.content) == leaf.body,
            CanonicalJSON.isCanonical(row.content, from: Salt.length)
        else { throw .damaged(.body, entry: leaf.number) }
        for (place, file) in leaf.files.enumerated() {
            guard place < row.attachments.count, row.attachments[place].place == place, Digest(of: row.attachments[place].content) == file
            else { throw .damaged(.attachment(place: place), entry: leaf.number) }
        }
        guard row.attachments.count == leaf.files.count else { throw .damaged(.attachment(place: leaf.files.count), entry: leaf.number) }
        if leaf.kind.isOfLedger { try takeRecord(Array(row.content.dropFirst(Salt.length)), leaf) }
    }

    /// Reads what the ledger wrote for itself: its keys, and what was redacted.
    private mutating func takeRecord(_ body: [UInt8], _ leaf: Leaf) throws(LedgerTrouble) {
        guard let record = try? JSON(canonical: body) else { throw .damaged(.body, entry: leaf.number) }
        switch leaf.kind {
        case .redacted:
            guard let number = record["entry"]?.wholeNumber.map({ Int($0) }), number < leaf.number else {
                throw .damaged(.record, entry: leaf.number)
            }
            redacted.insert(number)
            missing.remove(number)
        default:
            guard let key = record["key"]?.text.flatMap({ NoteKey($0) }), key.name == origin, key.purpose == .note,
                leaf.kind == .genesis || isHandedOver(to: key, record, leaf)
            else { throw .damaged(.record, entry: leaf.number) }
            keys.append(LedgerKey(key: key, since: leaf.number))
        }
    }

    private func isHandedOver(to key: NoteKey, _ record: JSON, _ leaf: Leaf) -> Bool {
        guard let old = self.key, let note = record["handover"]?.text.flatMap({ Note($0.utf8) }) else { return false }
        return note.text == LedgerKey.handover(to: key, entry: leaf.number) && note.isSigned(by: old)
    }

    /// Ends the check: what is gone must have been declared gone.
    func requireAccounted() throws(LedgerTrouble) {
        if let number = missing.min() { throw .damaged(.contentMissing, entry: number) }
    }
}
