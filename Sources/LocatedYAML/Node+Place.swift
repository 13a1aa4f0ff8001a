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
        var walk = ScalarWalk(tree.text.bytes, row, of: string)
        let start = walk.start(of: range.lowerBound)
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
        case plain, single, double, literal, folded
    }

    /// Of a block: how many spaces of each line are no part of the text.
    private var indent = 0
    /// Of a block: the line begins with a blank of the text, so that its ends are kept.
    private var isIndentedFurther = false

    /// - Parameter text: the text that the scalar stands for.
    init(_ bytes: [UInt8], _ row: Row, of text: String) {
        self.bytes = bytes
        place = Int(row.start)
        end = Int(row.end)
        switch bytes[place] {
        case UInt8(ascii: "\""): style = .double
        case UInt8(ascii: "'"): style = .single
        case UInt8(ascii: "|") where row.flags.contains(.block): style = .literal
        case UInt8(ascii: ">") where row.flags.contains(.block): style = .folded
        default: style = .plain
        }
        switch style {
        case .plain: break
        case .single, .double: place += 1
        case .literal, .folded: enterBlock(Array(text.utf8))
        }
    }

    private var isBlock: Bool { style == .literal || style == .folded }

    /// Passes the header and the empty lines below it.
    private mutating func enterBlock(_ text: [UInt8]) {
        while place < end, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
        // What stands before the first word, less what of it is text.
        indent = max(0, Self.margin(bytes[min(place, end)..<end]) - Self.margin(text[...]))
        skipIndent()
        while isAtLineEnd {
            skipLineEnd()
            passed += 1
        }
        isIndentedFurther = isAtBlank
    }

    /// The blanks before the first word of a text.
    private static func margin(_ text: ArraySlice<UInt8>) -> Int {
        guard let word = text.firstIndex(where: { $0 > UInt8(ascii: " ") }) else { return 0 }
        let line = text[..<word].lastIndex { $0 == UInt8(ascii: "\n") }.map { $0 + 1 } ?? text.startIndex
        return word - line
    }

    private mutating func skipIndent() {
        var count = 0
        while place < end, count < indent, bytes[place] == UInt8(ascii: " ") {
            place += 1
            count += 1
        }
    }

    private var isAtLineEnd: Bool { place < end && (bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r")) }
    private var isAtBlank: Bool { place < end && (bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t")) }

    private mutating func skipLineEnd() {
        if bytes[place] == UInt8(ascii: "\r"), place + 1 < end, bytes[place + 1] == UInt8(ascii: "\n") { place += 1 }
        place += 1
        skipIndent()
    }

    /// The source offset at which a byte of the text is written; offsets are asked for in ascending order.
    mutating func offset(of target: Int) -> Int {
        while passed < target, place < end { advance() }
        return min(place, end)
    }

    /// The same where something begins: behind what stands for nothing.
    mutating func start(of target: Int) -> Int {
        _ = offset(of: target)
        while style == .double, isAtEscapedLineEnd { advance() }
        return min(place, end)
    }

    private var isAtEscapedLineEnd: Bool {
        place + 1 < end && bytes[place] == UInt8(ascii: "\\")
            && (bytes[place + 1] == UInt8(ascii: "\n") || bytes[place + 1] == UInt8(ascii: "\r"))
    }

    private mutating func advance() {
        let byte = bytes[place]
        switch style {
        case .double where byte == UInt8(ascii: "\\"): advanceOverEscape()
        case .single where byte == UInt8(ascii: "'"):
            place += 2
            passed += 1
        case _ where isBlock && isAtLineEnd: advanceOverLines()
        case _ where !isBlock && isAtFold: advanceOverFold()
        default:
            place += 1
            passed += 1
        }
    }

    /// In a block: a line end between two lines that are not indented further is folded to a space where lines are folded.
    private mutating func advanceOverLines() {
        var count = 0
        while isAtLineEnd {
            skipLineEnd()
            count += 1
        }
        let isFolded = style == .folded && !isIndentedFurther && !isAtBlank
        passed += isFolded ? max(1, count - 1) : count
        isIndentedFurther = isAtBlank
    }

    /// True where only blanks are left on the line.
    private var isAtFold: Bool {
        var index = place
        while index < end, bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") { index += 1 }
        return index < end && (bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r"))
    }

    /// One line end is a space of the text; each further one is a line end.
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
