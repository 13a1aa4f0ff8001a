import Diagnostics

/// One line of a raw text, with its place.
struct Line: Sendable {
    /// What a person sees of it; the indices are the offsets in the text.
    let bytes: ArraySlice<UInt8>
    let file: FileID

    var span: Span { Span(file: file, start: UInt32(bytes.startIndex), end: UInt32(bytes.endIndex)) }

    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    /// True where nothing but the strokes of a table is on it.
    var isRuler: Bool {
        var strokes = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "="): strokes += 1
            case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: return false
            }
        }
        return strokes >= 2
    }

    var isIndented: Bool { bytes.first.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? false }

    var text: String { String(decoding: trimmed(bytes), as: UTF8.self) }

    /// What stands between blanks.
    var words: [Word] {
        var words: [Word] = []
        var start: Int?
        for index in bytes.indices {
            if bytes[index] <= 0x20 {
                if let first = start { words.append(Word(bytes: bytes[first..<index])) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let start { words.append(Word(bytes: bytes[start...])) }
        return words
    }

    /// The text of the columns from one to another, counted from the beginning of the line; what is not there is empty.
    func column(_ start: Int, _ end: Int = .max) -> String {
        let low = min(bytes.endIndex, bytes.startIndex + start)
        let high = end == .max ? bytes.endIndex : min(bytes.endIndex, bytes.startIndex + end)
        return low < high ? String(decoding: trimmed(bytes[low..<high]), as: UTF8.self) : ""
    }

    /// The text from one word to another, as it stands between them; empty where there is none.
    func text(from first: Word, to last: Word) -> String {
        String(decoding: bytes[first.bytes.startIndex..<last.bytes.endIndex], as: UTF8.self)
    }

    /// The text of some of its words, as it stands; empty where there are none.
    func text(_ words: ArraySlice<Word>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return text(from: first, to: last)
    }

    /// True where a text begins with these words, whatever the case and the blanks between and before them.
    func begins(with phrase: StaticString) -> Bool { rest(after: phrase) != nil }

    /// What follows the words with which the line begins; nil where it begins otherwise.
    func rest(after phrase: StaticString) -> ArraySlice<UInt8>? {
        var rest = bytes.drop { $0 <= 0x20 }
        for index in 0..<phrase.utf8CodeUnitCount {
            let wanted = unsafe phrase.utf8Start[index]
            if wanted == UInt8(ascii: " ") {
                guard rest.first.map({ $0 <= 0x20 }) ?? false else { return nil }
                rest = rest.drop { $0 <= 0x20 }
            } else {
                guard let byte = rest.first, lowered(byte) == lowered(wanted) else { return nil }
                rest = rest.dropFirst()
            }
        }
        return rest
    }

    /// True where all these words stand on the line in this order, whatever is between them.
    func holds(_ words: StaticString...) -> Bool {
        var start = bytes.startIndex
        for word in words {
            guard let found = offset(of: word, from: start) else { return false }
            start = found + word.utf8CodeUnitCount
        }
        return true
    }

    /// Where a text begins on the line, whatever its case.
    func offset(of word: StaticString, from start: Int? = nil) -> Int? {
        let length = word.utf8CodeUnitCount
        var index = start ?? bytes.startIndex
        let first = unsafe lowered(word.utf8Start[0])
        while index + length <= bytes.endIndex {
            if lowered(bytes[index]) == first {
                var isSame = true
                for offset in 1..<max(1, length) where unsafe lowered(bytes[index + offset]) != lowered(word.utf8Start[offset]) {
                    isSame = false
                    break
                }
                if isSame { return index }
            }
            index += 1
        }
        return nil
    }

    /// The column at which a heading's word begins, counted from the beginning of the line.
    func column(of word: StaticString) -> Int? { offset(of: word).map { $0 - bytes.startIndex } }
}

/// One word of a line, with its place.
struct Word: Sendable {
    let bytes: ArraySlice<UInt8>

    var text: String { String(decoding: bytes, as: UTF8.self) }

    var isNumber: Bool { bytes.allSatisfy(isDigit) }

    var hasDigit: Bool { bytes.contains(where: isDigit) }

    var mac: MACAddress? { MACAddress(bytes) }

    /// True where the word is this one, whatever its case.
    func reads(_ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        for (offset, byte) in bytes.enumerated() where unsafe lowered(byte) != lowered(word.utf8Start[offset]) { return false }
        return true
    }

    /// True where the word is one of these, whatever its case.
    func isAny(of words: StaticString...) -> Bool { words.contains { reads($0) } }
}

extension Line {
    /// The lines of a text as a terminal would have shown them: a pager's prompt and what it wiped out is left out.
    static func all(in text: SourceText, file: FileID) -> [Line] {
        var lines: [Line] = []
        let bytes = text.bytes[(text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            lines.append(Line(bytes: seen(bytes[start..<end]), file: file))
            start = end + 1
        }
        return lines
    }

    /// What is left on the screen of one line: carriage returns and steps back begin it anew.
    private static func seen(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = bytes
        while line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard let last = line.lastIndex(where: { $0 == UInt8(ascii: "\r") || $0 == 0x08 }) else { return line }
        return line[(last + 1)...]
    }
}

/// A slice without the blanks around it.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return bytes
}

/// A Latin letter made small.
func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
