/// A reader that takes the one way canonical JSON has of writing a value.
///
/// It keeps what it reads, or only looks at it: then nothing is allocated, and every value comes out as null.
struct CanonicalReader {
    typealias Fault = CanonicalJSON.Fault

    private let bytes: [UInt8]
    private let keeps: Bool
    private var position: Int

    init(_ bytes: [UInt8], from start: Int = 0, keeps: Bool = true) {
        self.bytes = bytes
        position = start
        self.keeps = keeps
    }

    mutating func document() throws(Fault) -> JSON {
        let value = try value(depth: 0)
        guard position == bytes.count else { throw fault(.trailing) }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSON {
        guard position < bytes.count else { throw fault(.cutShort) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""):
            let range = try string()
            return keeps ? .string(try text(in: range)) : .null
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): throw fault(.valueWithoutForm)
        default:
            let number = try integer()
            return keeps ? .integer(number) : .null
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSON {
        guard depth < CanonicalJSON.depthLimit else { throw fault(.tooDeep) }
        position += 1
        var members: [JSON.Member] = []
        var last: Range<Int>?
        while !skip(UInt8(ascii: "}")) {
            if last != nil { try expect(UInt8(ascii: ",")) }
            let key = try key(after: last)
            try expect(UInt8(ascii: ":"))
            let value = try value(depth: depth + 1)
            if keeps { members.append(JSON.Member(try text(in: key), value)) }
            last = key
        }
        return keeps ? .object(members) : .null
    }

    /// The place of a key without its quotation marks, which comes after the one before it.
    private mutating func key(after last: Range<Int>?) throws(Fault) -> Range<Int> {
        let start = position
        let key = try string()
        guard CanonicalJSON.isKey(bytes[key]) else { throw Fault(kind: .key(try text(in: key)), offset: start) }
        if let last, !bytes[last].lexicographicallyPrecedes(bytes[key]) {
            let name = try text(in: key)
            throw Fault(kind: bytes[last].elementsEqual(bytes[key]) ? .duplicateKey(name) : .keyOrder(name), offset: start)
        }
        return key
    }

    private mutating func array(depth: Int) throws(Fault) -> JSON {
        guard depth < CanonicalJSON.depthLimit else { throw fault(.tooDeep) }
        position += 1
        var elements: [JSON] = []
        var isFirst = true
        while !skip(UInt8(ascii: "]")) {
            if !isFirst { try expect(UInt8(ascii: ",")) }
            let value = try value(depth: depth + 1)
            if keeps { elements.append(value) }
            isFirst = false
        }
        return keeps ? .array(elements) : .null
    }

    /// Digits with an optional minus; no leading zero, no minus zero.
    private mutating func integer() throws(Fault) -> Int64 {
        let start = position
        let isNegative = skip(UInt8(ascii: "-"))
        let digits = position
        var magnitude: Int64 = 0
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            // 2^53 has 16 digits; what is longer is refused below, whatever it comes to.
            magnitude = magnitude &* 10 &+ Int64(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        let count = position - digits
        guard count > 0 else { throw position < bytes.count ? fault(.notCanonical) : fault(.cutShort) }
        if bytes[digits] == UInt8(ascii: "0"), isNegative || count > 1 { throw Fault(kind: .notCanonical, offset: start) }
        if position < bytes.count, ".eE".utf8.contains(bytes[position]) { throw fault(.valueWithoutForm) }
        guard count <= 16, magnitude < CanonicalJSON.integerLimit else { throw Fault(kind: .integerTooLarge, offset: start) }
        return isNegative ? -magnitude : magnitude
    }

    /// The place of a string without its quotation marks; escapes within are checked, and so is UTF-8.
    private mutating func string() throws(Fault) -> Range<Int> {
        try expect(UInt8(ascii: "\""))
        let start = position
        var isASCII = true
        while true {
            guard position < bytes.count else { throw fault(.cutShort) }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                _ = try escape(at: position)
            } else {
                guard byte >= 0x20 else { throw fault(.notCanonical) }
                if byte >= 0x80 { isASCII = false }
                position += 1
            }
        }
        let range = start..<position
        position += 1
        guard isASCII || isUTF8(bytes[range]) else { throw Fault(kind: .invalidUTF8, offset: start) }
        return range
    }

    /// The text that stands at the place of a string.
    private mutating func text(in range: Range<Int>) throws(Fault) -> String {
        guard bytes[range].contains(UInt8(ascii: "\\")) else { return String(decoding: bytes[range], as: UTF8.self) }
        let end = position
        defer { position = end }
        var text: [UInt8] = []
        position = range.lowerBound
        while position < range.upperBound {
            if bytes[position] == UInt8(ascii: "\\") {
                text.append(try escape(at: position))
            } else {
                text.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// One of the escapes that the canonical form needs; all that it can do without are refused.
    private mutating func escape(at start: Int) throws(Fault) -> UInt8 {
        guard start + 1 < bytes.count else {
            position = bytes.count
            throw fault(.cutShort)
        }
        let letter = bytes[start + 1]
        position = start + 2
        if letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "\\") { return letter }
        if let short = shortJSONEscapes.first(where: { $0.letter == letter }) { return short.byte }
        guard letter == UInt8(ascii: "u"), position + 4 <= bytes.count else { throw Fault(kind: .notCanonical, offset: start) }
        var value = 0
        for digit in bytes[position..<position + 4] {
            guard let digit = hexadecimalValue(digit) else { throw Fault(kind: .notCanonical, offset: start) }
            value = value << 4 | Int(digit)
        }
        position += 4
        guard value < 0x20, !shortJSONEscapes.contains(where: { $0.byte == value }) else {
            throw Fault(kind: .notCanonical, offset: start)
        }
        return UInt8(value)
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(Fault) -> JSON {
        let letters = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard unsafe bytes[position...].starts(with: letters) else {
            throw position + letters.count > bytes.count ? fault(.cutShort) : fault(.notCanonical)
        }
        position += letters.count
        return keeps ? value : .null
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(Fault) {
        guard !skip(byte) else { return }
        throw position < bytes.count ? fault(.notCanonical) : fault(.cutShort)
    }

    private func fault(_ kind: Fault.Kind) -> Fault {
        Fault(kind: kind, offset: position)
    }
}

/// True where the bytes are UTF-8, surrogates and longer forms than needed excluded.
func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { unsafe (try? UTF8Span(validating: $0.span)) != nil }
}
