import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable, BitwiseCopyable {
    // Four words, so that a million digests are a million rows and no more.
    private let first, second, third, fourth: UInt64

    init(_ hash: SHA256Digest) {
        (first, second, third, fourth) = unsafe hash.withUnsafeBytes { bytes in
            (unsafe Self.word(0, of: bytes), unsafe Self.word(1, of: bytes), unsafe Self.word(2, of: bytes), unsafe Self.word(3, of: bytes))
        }
    }

    /// The digest of some bytes, one part after another.
    package init(of parts: [UInt8]...) {
        var hash = SHA256()
        for part in parts { hash.update(data: part) }
        self.init(hash.finalize())
    }

    /// The digest of a text's UTF-8.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// A digest that was kept as 32 bytes; nil for any other number of them.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        let bytes = Array(bytes)
        (first, second, third, fourth) = unsafe bytes.withUnsafeBytes { bytes in
            (unsafe Self.word(0, of: bytes), unsafe Self.word(1, of: bytes), unsafe Self.word(2, of: bytes), unsafe Self.word(3, of: bytes))
        }
    }

    /// Reads `sha256:` and 64 hexadecimal digits in lower case; nil for anything else.
    package init?(_ text: some StringProtocol) {
        self.init(written: Array(text.utf8)[...])
    }

    /// Reads the bytes of `sha256:` and 64 hexadecimal digits in lower case; nil for anything else.
    package init?(written: ArraySlice<UInt8>) {
        let digits = written.dropFirst(Self.prefix.count)
        guard digits.count == 64, written.starts(with: Self.prefix) else { return nil }
        var isSound = true
        func word(_ index: Int) -> UInt64 {
            var word: UInt64 = 0
            for digit in digits[digits.startIndex + index * 16..<digits.startIndex + index * 16 + 16] {
                let value = hexadecimalValues[Int(digit)]
                isSound = isSound && value < 16
                word = word << 4 | UInt64(value & 15)
            }
            return word
        }
        (first, second, third, fourth) = (word(0), word(1), word(2), word(3))
        guard isSound else { return nil }
    }

    private static let prefix = Array("sha256:".utf8)

    private static func word(_ index: Int, of bytes: UnsafeRawBufferPointer) -> UInt64 {
        UInt64(bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }

    /// 32 bytes.
    package var bytes: [UInt8] {
        unsafe withUnsafeBytes(of: bigEndianWords) { unsafe Array($0) }
    }

    /// The four words as they follow each other in memory, for hashing.
    var bigEndianWords: (UInt64, UInt64, UInt64, UInt64) { (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian) }

    /// The form that is written: `sha256:` and 64 hexadecimal digits.
    package var text: String { "sha256:\(hex)" }

    /// 64 hexadecimal digits in lower case.
    package var hex: String { hexadecimal(bytes) }

    /// The first 128 bits as 32 hexadecimal digits, which is a fingerprint.
    package var fingerprint: String { hexadecimal(bytes.prefix(16)) }
}

extension JSON {
    /// The digest of the canonical form.
    ///
    /// - Throws: `CanonicalJSON.Fault` where the value has none.
    package func digest() throws(CanonicalJSON.Fault) -> Digest {
        Digest(of: try canonicalBytes())
    }
}
