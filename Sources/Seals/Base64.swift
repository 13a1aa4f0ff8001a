/// Base 64 with the standard alphabet (RFC 4648, section 4), in which every run of bytes has exactly one form.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The value of each letter by its byte; 64 for all other bytes.
    private static let values = (0..<256).map { byte in UInt8(alphabet.firstIndex(of: UInt8(byte)) ?? 64) }

    /// The text for some bytes, padded to a multiple of four letters.
    package static func text(_ bytes: some Collection<UInt8>) -> String {
        var rest = Array(bytes)[...]
        var letters: [UInt8] = []
        letters.reserveCapacity((rest.count + 2) / 3 * 4)
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0..<4 {
                letters.append(place <= group.count ? alphabet[Int(bits >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The bytes that a text stands for; nil where it has another length, letter, padding or loose bits, white space included.
    package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var letters = Array(text.utf8)[...]
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padding = letters.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
        letters = letters.dropLast(padding)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 3 / 4)
        var (bits, width) = (UInt32(0), 0)
        for letter in letters {
            let value = values[Int(letter)]
            guard value < 64 else { return nil }
            (bits, width) = (bits << 6 | UInt32(value), width + 6)
            guard width >= 8 else { continue }
            width -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(width)))
            bits &= 1 << UInt32(width) - 1
        }
        return bits == 0 ? bytes : nil
    }
}
