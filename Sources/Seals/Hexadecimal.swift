/// The value of a hexadecimal digit in lower case; nil for every other byte.
func hexadecimalValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
}

/// The value of each hexadecimal digit in lower case by its byte; 255 for all other bytes.
let hexadecimalValues = (0..<256).map { hexadecimalValue(UInt8($0)) ?? 255 }

/// Two hexadecimal digits in lower case for each byte.
package func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10 }
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        digits.append(digit(byte >> 4))
        digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
}

/// The bytes that hexadecimal digits in lower case spell; nil for anything else, an odd number of digits included.
package func bytes(hexadecimal digits: some StringProtocol) -> [UInt8]? {
    let values = digits.utf8.compactMap(hexadecimalValue)
    guard values.count == digits.utf8.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
}
