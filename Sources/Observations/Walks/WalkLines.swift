import Diagnostics

/// One value of a walk: its number, what it is, and its place.
struct WalkEntry {
    /// Numbers of the object and its instance.
    let oid: [UInt32]
    let value: WalkValue
    let span: Span
}

/// A value as `snmpwalk` prints it; the same column changes its type from row to row.
enum WalkValue: Equatable {
    case octets([UInt8])
    case integer(Int64)
    /// Hundredths of a second.
    case ticks(Int64)
    case object([UInt32])
    /// The agent has no such thing.
    case missing

    var integer: Int64? {
        switch self {
        case .integer(let value), .ticks(let value): value
        default: nil
        }
    }

    var octets: [UInt8]? {
        guard case .octets(let octets) = self else { return nil }
        return octets
    }

    /// The text, where the bytes are one; a closing zero byte is left out.
    var text: String? {
        guard var octets else { return nil }
        while octets.last == 0 { octets.removeLast() }
        let text = Identifier.tidied(String(decoding: octets, as: UTF8.self))
        return text.isEmpty ? nil : text
    }
}

/// Reads what `snmpwalk -On` prints, with types or without them (`-OnQ`).
struct WalkLines {
    private let bytes: [UInt8]
    private let file: FileID
    private var offset: Int

    init(_ text: SourceText, file: FileID) {
        bytes = text.bytes
        self.file = file
        offset = text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// True where a text looks like a walk in numbers.
    static func isWalk(_ text: SourceText) -> Bool {
        var lines = WalkLines(text, file: FileID(index: 0))
        for _ in 0..<20 {
            guard let line = lines.nextLine() else { return false }
            if head(line) != nil { return true }
        }
        return false
    }

    /// The next entry whose object is wanted; entries of other objects are passed over without being read.
    mutating func next(where wanted: ([UInt32]) -> Bool) -> WalkEntry? {
        while let line = nextLine() {
            guard let (oid, start) = Self.head(line) else { continue }
            // A text may go on over lines, until a line is the next entry.
            var end = line.endIndex
            while let (following, after) = peekLine(), Self.head(following) == nil {
                end = following.endIndex
                offset = after
            }
            guard wanted(oid) else { continue }
            let value = Self.value(bytes[start..<end])
            return WalkEntry(oid: oid, value: value, span: Span(file: file, start: UInt32(line.startIndex), end: UInt32(end)))
        }
        return nil
    }

    private mutating func nextLine() -> ArraySlice<UInt8>? {
        guard let (line, after) = peekLine() else { return nil }
        offset = after
        return line
    }

    private func peekLine() -> (line: ArraySlice<UInt8>, after: Int)? {
        guard offset < bytes.count else { return nil }
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var line = bytes[offset..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return (line, min(end + 1, bytes.count))
    }

    /// The numbers at the beginning of a line, and where its value begins; nil where it begins otherwise.
    private static func head(_ line: ArraySlice<UInt8>) -> (oid: [UInt32], start: Int)? {
        var rest = line
        var oid: [UInt32] = []
        if rest.starts(with: Array("iso.".utf8)) {
            oid.append(1)
            rest = rest.dropFirst(3)
        }
        guard rest.first == UInt8(ascii: ".") else { return nil }
        while rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            var value: UInt64 = 0
            let digits = rest.prefix(while: isDigit)
            guard (1...10).contains(digits.count) else { return nil }
            for digit in digits { value = value * 10 + UInt64(digit - UInt8(ascii: "0")) }
            // No object has more than 128 numbers (RFC 2578).
            guard value <= UInt32.max, oid.count < 128 else { return nil }
            oid.append(UInt32(value))
            rest = rest.dropFirst(digits.count)
        }
        guard oid.count >= 4, rest.isEmpty || rest.first == UInt8(ascii: " ") else { return nil }
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "=") { rest = rest.dropFirst() }
        if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
        return (oid, rest.startIndex)
    }

    private static func value(_ bytes: ArraySlice<UInt8>) -> WalkValue {
        let text = trimmed(bytes)
        guard let colon = text.prefix(24).firstIndex(of: UInt8(ascii: ":")), text.first != UInt8(ascii: "\"") else { return untyped(text) }
        let rest = trimmed(text[(colon + 1)...])
        switch String(decoding: text[..<colon], as: UTF8.self) {
        case "STRING": return .octets(unquoted(rest))
        case "Hex-STRING": return .octets(hex(rest) ?? [])
        case "IpAddress", "Network Address": return .octets(address(rest))
        case "OID": return .object(head(rest)?.oid ?? [])
        case "Timeticks":
            let digits = rest.drop { !isDigit($0) }.prefix(while: isDigit)
            return Int64(String(decoding: digits, as: UTF8.self)).map(WalkValue.ticks) ?? .missing
        case "INTEGER", "Gauge32", "Counter32", "Counter64", "Unsigned32", "UInteger32": return number(rest)
        default: return untyped(text)
        }
    }

    /// A number, also behind its name: `up(1)`.
    private static func number(_ text: ArraySlice<UInt8>) -> WalkValue {
        let open = text.firstIndex(of: UInt8(ascii: "(")).map { $0 + 1 } ?? text.startIndex
        let digits = text[open...].prefix { isDigit($0) || $0 == UInt8(ascii: "-") }
        return Int64(String(decoding: digits, as: UTF8.self)).map(WalkValue.integer) ?? .missing
    }

    /// Without types, a text in quotes that is nothing but pairs of digits is bytes: no port is called so.
    private static func untyped(_ text: ArraySlice<UInt8>) -> WalkValue {
        if text.first == UInt8(ascii: "\"") {
            let inner = unquoted(text)
            let isHex = inner.count >= 3 && inner.last == UInt8(ascii: " ")
            return .octets(isHex ? hex(inner[...]) ?? inner : inner)
        }
        if text.starts(with: Array("No Such".utf8)) || text.starts(with: Array("No more".utf8)) { return .missing }
        if text.first == UInt8(ascii: "."), let (oid, _) = head(text) { return .object(oid) }
        if let number = Int64(String(decoding: text, as: UTF8.self)) { return .integer(number) }
        if let ticks = clockTicks(text) { return .ticks(ticks) }
        return .octets(Array(text))
    }

    /// `0:0:00:51.00`: days, hours, minutes, seconds and hundredths.
    private static func clockTicks(_ text: ArraySlice<UInt8>) -> Int64? {
        let parts = text.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }.map { Int64(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 5, text.contains(UInt8(ascii: ".")), !parts.contains(where: { $0 == nil || $0! < 0 || $0! > 100_000 }) else {
            return nil
        }
        let numbers = parts.map { $0! }
        return ((numbers[0] * 24 + numbers[1]) * 60 + numbers[2]) * 6_000 + numbers[3] * 100 + numbers[4]
    }

    private static func unquoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.first == UInt8(ascii: "\"") else { return Array(text) }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in text.dropFirst() {
            if isEscaped {
                result.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                break
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func hex(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        for word in text.split(whereSeparator: { $0 <= 0x20 }) {
            guard word.count == 2, let high = hexDigit(word.first!), let low = hexDigit(word.last!) else { return nil }
            result.append(high << 4 | low)
        }
        return result
    }

    private static func address(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }.compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
    }
}
