/// A reader that takes the one way canonical JSON has of writing a value.
struct CanonicalReader {
    typealias Fault = CanonicalJSON.Fault

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(Fault) -> JSON {
        let value = try value(depth: 0)
        guard position == bytes.count else { throw fault(.trailing) }
        return value
    }

    private mutating func value(depth: Int) throws(Fault) -> JSON {
        guard position < bytes.count else { throw fault(.cutShort) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect("false")
            return .bool(false)
        case UInt8(ascii: "n"): throw fault(.valueWithoutForm)
        default: return .integer(try integer())
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> [JSON.Member] {
        guard depth < CanonicalJSON.depthLimit else { throw fault(.tooDeep) }
        var members: [JSON.Member] = []
        try expect("{")
        while !skip("}") {
            if !members.isEmpty { try expect(",") }
            let start = position
            let key = try string()
            guard CanonicalJSON.isKey(key.utf8) else { throw Fault(kind: .key(key), offset: start) }
            if let last = members.last?.key {
                guard last != key else { throw Fault(kind: .duplicateKey(key), offset: start) }
                guard last.utf8.lexicographicallyPrecedes(key.utf8) else { throw Fault(kind: .keyOrder(key), offset: start) }
            }
            try expect(":")
            members.append(JSON.Member(key, try value(depth: depth + 1)))
        }
        return members
    }

    private mutating func array(depth: Int) throws(Fault) -> [JSON] {
        guard depth < CanonicalJSON.depthLimit else { throw fault(.tooDeep) }
        var elements: [JSON] = []
        try expect("[")
        while !skip("]") {
            if !elements.isEmpty { try expect(",") }
            elements.append(try value(depth: depth + 1))
        }
        return elements
    }

    /// Digits with an optional minus; no leading zero, no minus zero.
    private mutating func integer() throws(Fault) -> Int64 {
        let start = position
        let isNegative = skip("-")
        let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        position += digits.count
        guard let first = digits.first else { throw position < bytes.count ? fault(.notCanonical) : fault(.cutShort) }
        if first == UInt8(ascii: "0"), isNegative || digits.count > 1 { throw Fault(kind: .notCanonical, offset: start) }
        if position < bytes.count, ".eE".utf8.contains(bytes[position]) { throw fault(.valueWithoutForm) }
        // 2^53 has 16 digits.
        guard digits.count <= 16 else { throw Fault(kind: .integerTooLarge, offset: start) }
        let magnitude = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        guard magnitude < CanonicalJSON.integerLimit else { throw Fault(kind: .integerTooLarge, offset: start) }
        return isNegative ? -magnitude : magnitude
    }

    private mutating func string() throws(Fault) -> String {
        try expect("\"")
        let start = position
        var text: [UInt8] = []
        while true {
            guard position < bytes.count else { throw fault(.cutShort) }
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                guard let valid = String(validating: text, as: UTF8.self) else { throw Fault(kind: .invalidUTF8, offset: start) }
                return valid
            case UInt8(ascii: "\\"): text.append(try escape())
            case 0x20...:
                text.append(byte)
                position += 1
            default: throw fault(.notCanonical)
            }
        }
    }

    /// One of the escapes that the canonical form needs; all that it can do without are refused.
    private mutating func escape() throws(Fault) -> UInt8 {
        let start = position
        try expect("\\")
        guard position < bytes.count else { throw fault(.cutShort) }
        let letter = bytes[position]
        position += 1
        if letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "\\") { return letter }
        if let short = shortJSONEscapes.first(where: { $0.letter == letter }) { return short.byte }
        guard letter == UInt8(ascii: "u"), position + 4 <= bytes.count else { throw Fault(kind: .notCanonical, offset: start) }
        let digits = bytes[position..<position + 4]
        position += 4
        let isLowerCase = digits.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        guard isLowerCase, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value < 0x20,
            !shortJSONEscapes.contains(where: { $0.byte == value })
        else { throw Fault(kind: .notCanonical, offset: start) }
        return value
    }

    private mutating func skip(_ literal: String) -> Bool {
        guard bytes[position...].starts(with: literal.utf8) else { return false }
        position += literal.utf8.count
        return true
    }

    private mutating func expect(_ literal: String) throws(Fault) {
        guard !skip(literal) else { return }
        throw position + literal.utf8.count > bytes.count ? fault(.cutShort) : fault(.notCanonical)
    }

    private func fault(_ kind: Fault.Kind) -> Fault {
        Fault(kind: kind, offset: position)
    }
}
