/// A text with signatures under it (C2SP signed-note).
package struct Note: Hashable, Sendable {
    /// The largest note, in bytes.
    package static let sizeLimit = 64 << 10
    /// The most signatures that a note bears.
    package static let signatureLimit = 64

    /// One line of signature, as it is written.
    package struct Signature: Hashable, Sendable {
        package let name: String
        /// Four bytes.
        package let keyID: [UInt8]
        package let bytes: [UInt8]
    }

    /// The text that is signed, its last line end included.
    package let text: String
    package private(set) var signatures: [Signature]

    /// A text without signatures yet; nil where it does not end its last line or has a control other than line ends.
    package init?(text: String) {
        guard text.utf8.last == 0x0A, text.utf8.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { return nil }
        self.text = text
        signatures = []
    }

    /// Reads a note; nil where it is none or too large. No signature is checked.
    package init?(_ written: some Collection<UInt8>) {
        guard written.count <= Self.sizeLimit, let all = String(validating: written, as: UTF8.self), all.utf8.last == 0x0A,
            let gap = Self.lastBlankLine(of: all), let note = Note(text: String(all[..<all.utf8.index(after: gap)]))
        else { return nil }
        self = note
        let lines = all.utf8[all.utf8.index(gap, offsetBy: 2)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard (1...Self.signatureLimit).contains(lines.count) else { return nil }
        for line in lines {
            guard let signature = Signature(line: Substring(line)) else { return nil }
            signatures.append(signature)
        }
    }

    /// The index of the first of the last two line ends that stand together.
    private static func lastBlankLine(of text: String) -> String.Index? {
        let bytes = text.utf8
        var index = bytes.endIndex
        var isAfterLineEnd = false
        while index > bytes.startIndex {
            index = bytes.index(before: index)
            let isLineEnd = bytes[index] == 0x0A
            if isLineEnd, isAfterLineEnd { return index }
            isAfterLineEnd = isLineEnd
        }
        return nil
    }

    /// The note as it is written.
    package var written: String { text + "\n" + signatures.map(\.line).joined() }

    /// Adds a signature over the text; for the purpose of a cosignature, with the time in seconds since 1970.
    package mutating func sign(_ signer: NoteSigner, time: UInt64 = 0) {
        let bytes: [UInt8]
        switch signer.key.purpose {
        case .note: bytes = signer.signature(over: Array(text.utf8))
        case .cosignature: bytes = bigEndianBytes(time) + signer.signature(over: Self.cosigned(text, at: time))
        }
        signatures.append(Signature(name: signer.key.name, keyID: signer.key.id, bytes: bytes))
    }

    /// True where a key signed the text. Of signatures under its name and id every one must hold.
    package func isSigned(by key: NoteKey) -> Bool {
        let own = signatures.filter { $0.name == key.name && $0.keyID == key.id }
        return !own.isEmpty
            && own.allSatisfy { signature in
                switch key.purpose {
                case .note: key.verifies(signature.bytes, over: Array(text.utf8))
                case .cosignature: time(of: signature, by: key) != nil
                }
            }
    }

    /// The latest time, in seconds since 1970, at which a witness cosigned the text; nil where it did not.
    package func cosigningTime(by key: NoteKey) -> UInt64? {
        guard key.purpose == .cosignature, isSigned(by: key) else { return nil }
        return signatures.filter { $0.name == key.name && $0.keyID == key.id }.compactMap { time(of: $0, by: key) }.max()
    }

    private func time(of signature: Signature, by key: NoteKey) -> UInt64? {
        guard signature.bytes.count == 72 else { return nil }
        let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return key.verifies(signature.bytes.dropFirst(8), over: Self.cosigned(text, at: time)) ? time : nil
    }

    private static func cosigned(_ text: String, at time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }
}

extension Note.Signature {
    private static let mark = "\u{2014} "

    /// Reads `— name base64`.
    fileprivate init?(line: Substring) {
        guard line.utf8.starts(with: Self.mark.utf8) else { return nil }
        let rest = Substring(line.utf8.dropFirst(Self.mark.utf8.count))
        guard let space = rest.utf8.firstIndex(of: 0x20), let bytes = Base64.bytes(rest[rest.utf8.index(after: space)...]), bytes.count > 4,
            NoteKey.isName(String(rest[..<space]))
        else { return nil }
        name = String(rest[..<space])
        keyID = Array(bytes.prefix(4))
        self.bytes = Array(bytes.dropFirst(4))
    }

    fileprivate var line: String { "\(Self.mark)\(name) \(Base64.text(keyID + bytes))\n" }
}

/// The eight bytes of a number, the highest first.
func bigEndianBytes(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
}
