/// What an entry of the ledger records. The words are those of its leaf, and survive a redaction.
package enum EntryKind: String, CaseIterable, Sendable {
    // The record itself.
    case genesis, witness, redacted
    case ledgerKey = "ledger-key"
    // Who vouches, and what was asked and said.
    case people, asked, answer, reported, withdraw, revoke
    // The order as a whole.
    case stop, resume, override, released
    // The visit.
    case arrived, done, deviated, closed, accepted, disputed, lesson

    /// True for those that the ledger writes for itself: their bodies are read with every verification, and stay.
    var isOfLedger: Bool { self == .genesis || self == .ledgerKey || self == .redacted }
}

/// What a person says; the words are those of leaves and answer files.
package enum Says: String, CaseIterable, Sendable {
    case authorises, owns, disclaims, refuses
    case doesNotKnow = "does-not-know"
    case heardFrom = "heard-from"

    /// True for what leads to more caution: it counts from anybody, unsigned, at once.
    package var isCaution: Bool { self == .refuses || self == .doesNotKnow }
}
