/// What shows to anybody that an entry is in a ledger: the place, the path, and a signed checkpoint (C2SP tlog-proof@v1).
package struct LogProof: Hashable, Sendable {
    private static let opening = "c2sp.org/tlog-proof@v1"
    /// No tree below 2^53 leaves has a longer path.
    private static let pathLimit = 53

    package let inclusion: InclusionProof
    package let checkpoint: SignedCheckpoint

    package init(inclusion: InclusionProof, checkpoint: SignedCheckpoint) {
        self.inclusion = inclusion
        self.checkpoint = checkpoint
    }

    /// Reads a proof; nil where the bytes are none. Nothing is checked. A line `extra`, which we do not write, may be there
    /// and is left aside.
    package init?(_ written: [UInt8]) {
        guard written.count <= Note.sizeLimit else { return nil }
        var rest = written[...]
        func line() -> Substring? {
            guard let end = rest.firstIndex(of: 0x0A), let line = String(validating: rest[..<end], as: UTF8.self) else { return nil }
            rest = rest[(end + 1)...]
            return Substring(line)
        }
        guard line() == Substring(Self.opening), var next = line() else { return nil }
        if let extra = next.words(behind: "extra ") {
            guard Base64.bytes(extra) != nil, let following = line() else { return nil }
            next = following
        }
        guard let index = next.words(behind: "index ").flatMap({ wholeNumber($0) }) else { return nil }
        var path: [Digest] = []
        while let hash = line(), !hash.isEmpty {
            guard path.count < Self.pathLimit, let digest = Base64.bytes(hash).flatMap({ Digest(bytes: $0) }) else { return nil }
            path.append(digest)
        }
        guard let checkpoint = SignedCheckpoint(rest) else { return nil }
        inclusion = InclusionProof(index: index, path: path)
        self.checkpoint = checkpoint
    }

    /// The proof as it is written.
    package var written: String {
        let hashes = inclusion.path.map { Base64.text($0.bytes) + "\n" }.joined()
        return "\(Self.opening)\nindex \(inclusion.index)\n\(hashes)\n\(checkpoint.note.written)"
    }

    /// True where the ledger's key signed the checkpoint and the leaf is where the proof says.
    package func holds(for leafHash: Digest, signedBy key: NoteKey) -> Bool {
        checkpoint.isSigned(by: key) && inclusion.holds(for: leafHash, in: checkpoint.head)
    }
}

extension Substring {
    fileprivate func words(behind opening: String) -> Substring? {
        utf8.starts(with: opening.utf8) ? Substring(utf8.dropFirst(opening.utf8.count)) : nil
    }
}
