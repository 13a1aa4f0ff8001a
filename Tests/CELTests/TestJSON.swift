/// A JSON value as the tests read it; numbers stay text.
indirect enum TestJSON {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([TestJSON])
    case object([(key: String, value: TestJSON)])

    subscript(key: String) -> TestJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }

    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var array: [TestJSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    var members: [(key: String, value: TestJSON)] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    var isTrue: Bool {
        guard case .bool(let value) = self else { return false }
        return value
    }
}

/// Reads JSON that is known to be well formed; stops the test otherwise.
struct TestJSONReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func value() -> TestJSON {
        skipBlanks()
        switch bytes[position] {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return array()
        case UInt8(ascii: "\""): return .string(string())
        case UInt8(ascii: "t"):
            position += 4
            return .bool(true)
        case UInt8(ascii: "f"):
            position += 5
            return .bool(false)
        case UInt8(ascii: "n"):
            position += 4
            return .null
        default:
            let start = position
            while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
            return .number(String(decoding: bytes[start..<position], as: UTF8.self))
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard bytes[position] == UInt8(ascii: letter) else { return false }
        position += 1
        return true
    }

    private mutating func object() -> TestJSON {
        position += 1
        var members: [(key: String, value: TestJSON)] = []
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            let key = string()
            precondition(take(":"), "the test data is JSON")
            members.append((key, value()))
        } while take(",")
        precondition(take("}"), "the test data is JSON")
        return .object(members)
    }

    private mutating func array() -> TestJSON {
        position += 1
        var elements: [TestJSON] = []
        if take("]") { return .array([]) }
        repeat { elements.append(value()) } while take(",")
        precondition(take("]"), "the test data is JSON")
        return .array(elements)
    }

    private mutating func string() -> String {
        position += 1
        var units: [UInt16] = []
        var text = ""
        while bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\") {
                position += 1
                units.append(escape())
            } else {
                units.append(UInt16(bytes[position]))
                position += 1
            }
        }
        position += 1
        text += String(decoding: units, as: UTF16.self)
        return text
    }

    private mutating func escape() -> UInt16 {
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
            position += 4
            return UInt16(digits, radix: 16)!
        default: return UInt16(letter)
        }
    }
}
