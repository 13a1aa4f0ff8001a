extension JSON {
    /// The value on one line, members in the order they have.
    package var compact: String { String(decoding: bytes(.compact), as: UTF8.self) }

    /// The value with two spaces of indentation for each level; no line end behind it.
    package var pretty: String { String(decoding: bytes(.pretty), as: UTF8.self) }

    /// How a value is laid out.
    package enum Layout: Sendable {
        case compact, pretty
    }

    /// The value as UTF-8. Beyond what JSON demands, controls above U+007E and marks that reorder text are escaped, so
    /// that a terminal shows them.
    package func bytes(_ layout: Layout) -> [UInt8] {
        var writer = JSONWriter(isPretty: layout == .pretty)
        writer.write(self, depth: 0)
        return writer.bytes
    }
}

/// Writes JSON into bytes.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    let isPretty: Bool

    init(isPretty: Bool) {
        self.isPretty = isPretty
    }

    mutating func write(_ value: JSON, depth: Int) {
        switch value {
        case .null: put("null")
        case .bool(let truth): put(truth ? "true" : "false")
        case .integer(let number): put(String(number))
        case .number(let number):
            precondition(number.isFinite, "JSON has no infinite numbers")
            put(number.description)
        case .string(let text): putJSONString(text, escapesUnseen: true, into: &bytes)
        case .array(let elements):
            sequence("[", elements, "]", depth) { $0.write($1, depth: depth + 1) }
        case .object(let members):
            sequence("{", members, "}", depth) { writer, member in
                putJSONString(member.key, escapesUnseen: true, into: &writer.bytes)
                writer.put(writer.isPretty ? ": " : ":")
                writer.write(member.value, depth: depth + 1)
            }
        }
    }

    private mutating func sequence<Element>(
        _ open: String, _ elements: [Element], _ close: String, _ depth: Int, _ write: (inout JSONWriter, Element) -> Void
    ) {
        put(open)
        for (index, element) in elements.enumerated() {
            if index > 0 { put(",") }
            breakLine(depth + 1)
            write(&self, element)
        }
        if !elements.isEmpty { breakLine(depth) }
        put(close)
    }

    private mutating func breakLine(_ depth: Int) {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func put(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

/// Writes a text between quotation marks with the escapes of RFC 8785, section 3.2.2.2: the short ones, and `\u001b` in
/// lower case for the other controls below U+0020. Escapes also what a terminal would not show, where that is asked for.
func putJSONString(_ text: String, escapesUnseen: Bool, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if escapesUnseen, text.utf8.contains(where: { $0 >= 0x7F }) {
        for scalar in text.unicodeScalars {
            if isUnseen(scalar) {
                putEscaped(scalar, into: &bytes)
            } else {
                for byte in UTF8.encode(scalar)! { putByte(byte, into: &bytes) }
            }
        }
    } else {
        for byte in text.utf8 { putByte(byte, into: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
}

private func putByte(_ byte: UInt8, into bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0x20...: bytes.append(byte)
    default:
        if let letter = shortJSONEscapes.first(where: { $0.byte == byte })?.letter {
            bytes += [UInt8(ascii: "\\"), letter]
        } else {
            putEscaped(Unicode.Scalar(byte), into: &bytes)
        }
    }
}

/// The controls that have an escape of two characters.
let shortJSONEscapes: [(byte: UInt8, letter: UInt8)] = [
    (0x08, UInt8(ascii: "b")), (0x09, UInt8(ascii: "t")), (0x0A, UInt8(ascii: "n")), (0x0C, UInt8(ascii: "f")), (0x0D, UInt8(ascii: "r")),
]

private func putEscaped(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    for unit in UTF16.encode(scalar)! {
        let digits = String(unit, radix: 16)
        bytes += "\\u".utf8
        bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        bytes += digits.utf8
    }
}

/// Controls above ASCII's printable letters, and marks that reorder or hide text.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x061C, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF: true
    default: false
    }
}
