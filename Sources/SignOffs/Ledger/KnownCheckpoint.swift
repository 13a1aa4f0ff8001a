package import Seals

/// A checkpoint that lies somewhere (in a question, a receipt, a repository, a state folder) and so is a witness of what was.
package struct KnownCheckpoint: Hashable, Sendable {
    package let checkpoint: SignedCheckpoint
    /// Where it lies, in words for people.
    package let place: String

    package init(_ checkpoint: SignedCheckpoint, at place: String) {
        self.checkpoint = checkpoint
        self.place = place
    }
}

/// A key of the ledger, and from which entry on it signs.
package struct LedgerKey: Hashable, Sendable {
    package let key: NoteKey
    package let since: Int

    /// What the key before it signs as a note, to hand over to it with an entry.
    static func handover(to key: NoteKey, entry: Int) -> String {
        "primum/ledger-key/1\n\(key.name)\n\(entry)\n\(key.text)\n"
    }
}
