import Diagnostics

/// Names that stand for many: `Gi1/0/[1-24]`, `[a-c]`, `[1,3,5-7]`, `[ge,xe]-0/0/[0-9]`, as NetBox has them.
package enum NameRange {
    /// How many names one pattern may stand for.
    package static let limit = 10_000

    /// What is wrong with a pattern.
    package enum Fault: Error, Hashable {
        /// A range that runs backwards or between unlike ends.
        case unordered(String)
        case tooLong
    }

    /// All names of a pattern, the first range turning slowest; the text itself where it holds no range.
    ///
    /// A bracket is a range when it holds letters, digits and at least one comma or hyphen between them; any other
    /// bracket is part of the name. A first number with leading zeros keeps its width (`[01-12]`).
    ///
    /// - Throws: a `Fault` when a range runs backwards or the names would be too many.
    package static func names(_ pattern: String) throws(Fault) -> [String] {
        guard let (head, body, tail) = firstRange(Array(pattern.utf8)[...]) else { return [pattern] }
        let values = try Self.values(String(decoding: body, as: UTF8.self))
        let rest = try names(String(decoding: tail, as: UTF8.self))
        guard values.count * rest.count <= limit else { throw .tooLong }
        let start = String(decoding: head, as: UTF8.self)
        return values.flatMap { value in rest.map { start + value + $0 } }
    }

    /// True when a text holds a range.
    package static func isPattern(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "[")) && firstRange(Array(text.utf8)[...]) != nil
    }

    private typealias Bytes = ArraySlice<UInt8>

    private static func firstRange(_ text: Bytes) -> (head: Bytes, body: Bytes, tail: Bytes)? {
        var from = text.startIndex
        while let open = text[from...].firstIndex(of: UInt8(ascii: "[")) {
            let after = text.index(after: open)
            if let close = text[after...].firstIndex(of: UInt8(ascii: "]")), isRange(text[after..<close]) {
                return (text[..<open], text[after..<close], text[(close + 1)...])
            }
            from = after
        }
        return nil
    }

    private static func isRange(_ body: Bytes) -> Bool {
        let parts = body.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
        return parts.count > 1 && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { isDigit($0) || isLetter($0) } }
    }

    private static func values(_ body: String) throws(Fault) -> [String] {
        var values: [String] = []
        for part in body.split(separator: ",") {
            let ends = part.split(separator: "-")
            switch ends.count {
            case 1: values.append(String(part))
            case 2: values += try Self.values(from: ends[0], to: ends[1])
            default: throw .unordered(String(part))
            }
            guard values.count <= limit else { throw .tooLong }
        }
        return values
    }

    private static func values(from first: Substring, to last: Substring) throws(Fault) -> [String] {
        let fault = Fault.unordered("\(first)-\(last)")
        if first.utf8.allSatisfy(isDigit), last.utf8.allSatisfy(isDigit) {
            guard let low = Int(first), let high = Int(last), low <= high else { throw fault }
            guard high - low < limit else { throw .tooLong }
            let width = first.first == "0" ? first.utf8.count : 0
            return (low...high).map { padded(String($0), to: width) }
        }
        guard let low = first.utf8.first, let high = last.utf8.first, first.utf8.count == 1, last.utf8.count == 1,
            isLetter(low), isLetter(high), low & 0x20 == high & 0x20, low <= high
        else { throw fault }
        return (low...high).map { String(UnicodeScalar($0)) }
    }

    private static func padded(_ number: String, to width: Int) -> String {
        String(repeating: "0", count: max(0, width - number.utf8.count)) + number
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}
