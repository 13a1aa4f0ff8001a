/// A summary of a whole ledger: its origin, size and root, to be signed as a note (C2SP tlog-checkpoint, without extensions).
package struct Checkpoint: Hashable, Sendable {
    /// Which ledger it is.
    package let origin: String
    package let head: TreeHead

    package init(origin: String, head: TreeHead) {
        self.origin = origin
        self.head = head
    }

    /// Reads the three lines; nil for anything else.
    package init?(text: String) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
        guard lines.count == 4, lines[3].isEmpty, NoteKey.isName(String(lines[0])), let size = wholeNumber(lines[1]),
            let root = Base64.bytes(lines[2]).flatMap({ Digest(bytes: $0) })
        else { return nil }
        origin = String(lines[0])
        head = TreeHead(size: size, root: root)
    }

    /// The three lines.
    package var text: String { "\(origin)\n\(head.size)\n\(Base64.text(head.root.bytes))\n" }

    /// The checkpoint with a signature under it.
    package func signed(by signer: NoteSigner) -> SignedCheckpoint {
        guard var note = Note(text: text) else { preconditionFailure("the lines of a checkpoint are a note") }
        note.sign(signer)
        return SignedCheckpoint(checkpoint: self, note: note)
    }
}

/// A checkpoint with the note that it was read from or written as.
package struct SignedCheckpoint: Hashable, Sendable {
    package let checkpoint: Checkpoint
    package private(set) var note: Note

    fileprivate init(checkpoint: Checkpoint, note: Note) {
        self.checkpoint = checkpoint
        self.note = note
    }

    /// Reads a signed checkpoint; nil where the bytes are none. No signature is checked.
    package init?(_ written: some Collection<UInt8>) {
        guard let note = Note(written), let checkpoint = Checkpoint(text: note.text) else { return nil }
        self.note = note
        self.checkpoint = checkpoint
    }

    /// Its size and root.
    package var head: TreeHead { checkpoint.head }

    /// True where the key of the ledger itself signed it: one that bears the origin as its name.
    package func isSigned(by key: NoteKey) -> Bool {
        key.name == checkpoint.origin && key.purpose == .note && note.isSigned(by: key)
    }

    /// Adds the line of a witness, with the time in seconds since 1970.
    package mutating func cosign(_ witness: NoteSigner, time: UInt64) {
        precondition(witness.key.purpose == .cosignature, "a witness signs with a key for cosignatures")
        note.sign(witness, time: time)
    }
}

/// A whole number without sign and leading zeros, below 2^53; nil for anything else.
func wholeNumber(_ digits: some StringProtocol) -> Int? {
    let bytes = Array(digits.utf8)
    guard (1...16).contains(bytes.count), bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
        bytes.count == 1 || bytes[0] != UInt8(ascii: "0"), let number = Int(digits), number < CanonicalJSON.integerLimit
    else { return nil }
    return number
}
