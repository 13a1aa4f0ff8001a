package import Seals

extension FileRecord {
    /// What a ledger holds of the files that went out and came back.
    ///
    /// - Throws: `LedgerTrouble`.
    package init(_ ledger: Ledger) throws(LedgerTrouble) {
        var (asked, entered) = ([Digest: Asked](), [Digest: Int]())
        for entry in try ledger.entries(0..<ledger.head.size) {
            if let record = AskedRecord(entry) {
                asked[record.digest] = asked[record.digest] ?? Asked(entry: entry.leaf.number, file: record.questions)
            } else if let record = AnswerRecord(entry) {
                let digest = Digest(of: record.file)
                entered[digest] = entered[digest] ?? entry.leaf.number
            }
        }
        self.init(ledger: ledger.origin, asked: asked, entered: entered) { (try? ledger.isOwn($0)) == true }
    }
}

extension Ledger {
    /// True where a checkpoint was signed by the ledger's key and is of its own history, no further than it goes.
    ///
    /// - Throws: `LedgerTrouble`.
    package func isOwn(_ checkpoint: SignedCheckpoint) throws(LedgerTrouble) -> Bool {
        guard checkpoint.checkpoint.origin == origin, (1...head.size).contains(checkpoint.head.size),
            let key = key(atSize: checkpoint.head.size), checkpoint.isSigned(by: key)
        else { return false }
        return try head(atSize: checkpoint.head.size) == checkpoint.head
    }
}
