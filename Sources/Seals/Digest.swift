import Crypto

/// A SHA-256 digest.
package struct Digest: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    /// The digest of some bytes, one part after another.
    package init(of parts: [UInt8]...) {
        var hash = SHA256()
        for part in parts { hash.update(data: part) }
        bytes = Array(hash.finalize())
    }

    /// The digest of a text's UTF-8.
    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// Reads `sha256:` and 64 hexadecimal digits in lower case; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let prefix = Array("sha256:".utf8)
        let written = Array(text.utf8)
        guard written.count == prefix.count + 64, written.starts(with: prefix) else { return nil }
        let digits = written.dropFirst(prefix.count).compactMap(Self.value)
        guard digits.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// The form that is written: `sha256:` and 64 hexadecimal digits.
    package var text: String { "sha256:\(hex)" }

    /// 64 hexadecimal digits in lower case.
    package var hex: String { Self.hex(bytes[...]) }

    /// The first 128 bits as 32 hexadecimal digits, which is a fingerprint.
    package var fingerprint: String { Self.hex(bytes.prefix(16)) }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
        var digits: [UInt8] = []
        digits.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension JSON {
    /// The digest of the canonical form.
    ///
    /// - Throws: `CanonicalJSON.Fault` where the value has none.
    package func digest() throws(CanonicalJSON.Fault) -> Digest {
        Digest(of: try canonicalBytes())
    }
}
