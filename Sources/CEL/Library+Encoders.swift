/// The encoders extension: base64 (RFC 4648).
extension Library {
    static let encoders: [Function] = [
        .unary("base64.encode", [.global([.bytes], .string)]) { activation, value in
            guard value.kind == .bytes else { return activation.failure(.noOverload) }
            return activation.make(utf8: Base64.encoded(activation.bytes(of: value)))
        },
        .unary("base64.decode", [.global([.string], .bytes)]) { activation, value in
            guard value.kind.isText else { return activation.failure(.noOverload) }
            return Base64.decoded(activation.bytes(of: value)).map { activation.make(bytes: $0) }
                ?? activation.failure(.badText, about: value)
        },
    ]
}

/// Bytes as letters.
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var start = 0
        while start < bytes.count {
            let count = min(3, bytes.count - start)
            let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < count ? bytes[start + $1] : 0) }
            for place in 0..<4 {
                result.append(place <= count ? letters[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
            }
            start += 3
        }
        return result
    }

    /// The bytes that letters stand for, with or without padding at the end; nil for what is no base64.
    static func decoded(_ text: [UInt8]) -> [UInt8]? {
        var body = text[...]
        while body.last == UInt8(ascii: "="), text.count - body.count < 2 { body.removeLast() }
        guard body.count % 4 != 1, body.count == text.count || text.count % 4 == 0 else { return nil }
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for letter in body {
            guard let value = value(of: letter) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= (1 << count) - 1
            }
        }
        return result
    }

    private static func value(of letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - 65)
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - 71)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter + 4)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
