package import Diagnostics

extension Node {
    /// Where a part of a scalar's text is written: UTF-8 offsets of the text, escapes and folded lines taken into account.
    ///
    /// Offsets behind the text give its end; of a collection it is the place of its first token.
    package func span(of range: Range<Int>) -> Span {
        let row = row
        guard !row.isCollection else { return span }
        guard row.flags.contains(.aside) else {
            return Span(file: tree.file, start: place(row, range.lowerBound), end: place(row, range.upperBound))
        }
        var walk = ScalarWalk(tree.text.bytes, row)
        let start = walk.offset(of: range.lowerBound)
        let end = max(start, walk.offset(of: range.upperBound))
        return Span(file: tree.file, start: UInt32(start), end: UInt32(end))
    }

    private func place(_ row: Row, _ offset: Int) -> UInt32 { row.text + min(UInt32(offset), row.length) }
}

/// Walks over a scalar as it is written, beside the text that it stands for.
private struct ScalarWalk {
    private let bytes: [UInt8]
    private let end: Int
    private let style: Style
    /// Where the walk is in the source.
    private var place: Int
    /// How many bytes of the text lie behind it.
    private var passed = 0

    private enum Style {
        case plain, single, double, block
    }

    init(_ bytes: [UInt8], _ row: Row) {
        self.bytes = bytes
        place = Int(row.start)
        end = Int(row.end)
        switch bytes[place] {
        case UInt8(ascii: "\""): style = .double
        case UInt8(ascii: "'"): style = .single
        case UInt8(ascii: "|") where row.flags.contains(.block), UInt8(ascii: ">") where row.flags.contains(.block): style = .block
        default: style = .plain
        }
        if style == .block { skipHeader() } else if style != .plain { place += 1 }
    }

    private mutating func skipHeader() {
        while place < end, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
        skipSpaces()
    }

    private mutating func skipSpaces() {
        while place < end, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") { place += 1 }
    }

    /// The source offset at which a byte of the text is written; offsets are asked for in ascending order.
    mutating func offset(of target: Int) -> Int {
        while passed < target, place < end { advance() }
        return min(place, end)
    }

    private mutating func advance() {
        let byte = bytes[place]
        switch style {
        case .double where byte == UInt8(ascii: "\\"): advanceOverEscape()
        case .single where byte == UInt8(ascii: "'"):
            place += 2
            passed += 1
        case _ where isAtFold: advanceOverFold()
        default:
            place += 1
            passed += 1
        }
    }

    /// True where only blanks are left on the line.
    private var isAtFold: Bool {
        var index = place
        while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
        return index < end && (bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r"))
    }

    /// One line end is a space of the text, and so is its own in a block; each further one is a line end.
    private mutating func advanceOverFold() {
        var lines = 0
        while place < end {
            if bytes[place] == UInt8(ascii: "\n") { lines += 1 } else if bytes[place] > UInt8(ascii: " ") { break }
            place += 1
        }
        passed += max(1, lines - 1)
    }

    private mutating func advanceOverEscape() {
        guard place + 1 < end else {
            place = end
            return
        }
        switch bytes[place + 1] {
        case UInt8(ascii: "x"): advanceOverScalar(digits: 2)
        case UInt8(ascii: "u"): advanceOverScalar(digits: 4)
        case UInt8(ascii: "U"): advanceOverScalar(digits: 8)
        case UInt8(ascii: "N"), UInt8(ascii: "_"): step(2, over: 2)
        case UInt8(ascii: "L"), UInt8(ascii: "P"): step(2, over: 3)
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            place += 2
            while place < end, bytes[place] <= UInt8(ascii: " ") { place += 1 }
        default: step(2, over: 1)
        }
    }

    private mutating func step(_ source: Int, over text: Int) {
        place += source
        passed += text
    }

    private mutating func advanceOverScalar(digits: Int) {
        let code = hex(place + 2, digits)
        // JSON writes what lies beyond U+FFFF as two escapes.
        if (0xD800..<0xDC00).contains(code) { return step(12, over: 4) }
        step(2 + digits, over: code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4)
    }

    private func hex(_ start: Int, _ count: Int) -> UInt32 {
        guard start + count <= end else { return 0 }
        return UInt32(String(decoding: bytes[start..<start + count], as: UTF8.self), radix: 16) ?? 0
    }
}
