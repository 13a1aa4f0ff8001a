/// A 48-bit hardware address, equal however it was written.
package struct MACAddress: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// The address in the lower 48 bits.
    package let value: UInt64

    /// The address with a value of at most 48 bits.
    package init(value: UInt64) {
        self.value = value & 0xFFFF_FFFF_FFFF
    }

    /// Reads `00:1b:21:ab:cd:ef`, `001b.21ab.cdef`, `001b-21ab-cdef`, `001b21-abcdef`, `00 1b 21 ab cd ef`, `2:c0:0:0:1:3` and
    /// `001B21ABCDEF`; nil for anything else, addresses of seven bytes included.
    package init?(_ text: some StringProtocol) {
        // No form is longer than six bytes with a separator after each.
        guard text.utf8.count <= 20 else { return nil }
        self.init(Array(text.utf8))
    }

    init?(_ bytes: some Collection<UInt8>) {
        var groups: [(value: UInt64, digits: Int)] = [(0, 0)]
        var separator: UInt8?
        guard (11...20).contains(bytes.count) else { return nil }
        for byte in bytes {
            if let digit = hexDigit(byte) {
                groups[groups.count - 1].value = groups[groups.count - 1].value << 4 | UInt64(digit)
                groups[groups.count - 1].digits += 1
            } else {
                guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: " "),
                    separator == nil || separator == byte
                else { return nil }
                separator = byte
                groups.append((0, 0))
            }
        }
        let digits = 12 / groups.count
        guard [1, 2, 3, 6].contains(groups.count) else { return nil }
        // Six groups may lack their leading zeros, as net-snmp writes them.
        guard groups.allSatisfy({ $0.digits == digits || groups.count == 6 && $0.digits == 1 && separator == UInt8(ascii: ":") }) else {
            return nil
        }
        value = groups.reduce(0) { $0 << UInt64(4 * digits) | $1.value }
    }

    /// The address of six bytes; nil for any other number of them.
    init?(octets: some Collection<UInt8>) {
        guard octets.count == 6 else { return nil }
        value = octets.reduce(0) { $0 << 8 | UInt64($1) }
    }

    package static func < (left: MACAddress, right: MACAddress) -> Bool { left.value < right.value }

    /// True where a station can have it: a group's address, and none at all, belong to nobody.
    package var isStation: Bool { value != 0 && value >> 40 & 1 == 0 }

    /// The address as it is commonly written: `00:1b:21:ab:cd:ef`.
    package var text: String {
        let digits = Array("0123456789abcdef".utf8)
        var bytes: [UInt8] = []
        for index in stride(from: 40, through: 0, by: -8) {
            let octet = Int(value >> UInt64(index) & 0xFF)
            bytes += [digits[octet >> 4], digits[octet & 15], UInt8(ascii: ":")]
        }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}

extension MACAddress: CustomStringConvertible {
    package var description: String { text }
}

/// The value of a hexadecimal digit in either case; nil for another byte.
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
