import Diagnostics

/// A word of an action, with its place in the text; what stood in quotes is one word.
struct Word: Sendable {
    let text: String
    let span: Span
    let isQuoted: Bool

    init(text: String, span: Span, isQuoted: Bool) {
        self.text = text
        self.span = span
        self.isQuoted = isQuoted
        key = isQuoted ? "" : text.lowercased().replacing("ё", with: "е")
    }

    /// Letters small, ё as е: by which a word that is no name is compared; empty for what stood in quotes.
    let key: String

    /// The words of a text; a comma and a semicolon are words of their own unless they stand inside one.
    static func words(of text: SourceText, file: FileID) -> [Word] {
        var reader = WordReader(text.bytes, file: file)
        return reader.words()
    }
}

private struct WordReader {
    private let bytes: [UInt8]
    private let file: FileID
    private var offset = 0

    init(_ bytes: [UInt8], file: FileID) {
        self.bytes = bytes
        self.file = file
    }

    /// Quotes that people and word processors put around names: what opens, what closes.
    private static let quotes: [(open: [UInt8], close: [UInt8])] = [
        ("\"", "\""), ("'", "'"), ("`", "`"), ("«", "»"), ("“", "”"), ("„", "“"), ("‘", "’"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    mutating func words() -> [Word] {
        var words: [Word] = []
        while skipBlanks() {
            if let quote = Self.quotes.first(where: { bytes[offset...].starts(with: $0.open) }) {
                words.append(quoted(quote))
            } else {
                words += plain()
            }
        }
        return words
    }

    private mutating func skipBlanks() -> Bool {
        while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
        return offset < bytes.count
    }

    /// A quoted name; a quote that nobody closes runs to the end.
    private mutating func quoted(_ quote: (open: [UInt8], close: [UInt8])) -> Word {
        let start = offset
        offset += quote.open.count
        let inner = offset
        while offset < bytes.count, !bytes[offset...].starts(with: quote.close) { offset += 1 }
        let text = String(decoding: bytes[inner..<offset], as: UTF8.self)
        offset = min(bytes.count, offset + quote.close.count)
        return Word(text: text, span: span(start, offset), isQuoted: true)
    }

    /// A run without blanks; marks at its end are split off, brackets with commas in them (`[1,3]`) are kept.
    private mutating func plain() -> [Word] {
        let start = offset
        var depth = 0
        while offset < bytes.count, bytes[offset] > 0x20 || depth > 0 {
            if bytes[offset] == UInt8(ascii: "[") { depth += 1 }
            if bytes[offset] == UInt8(ascii: "]") { depth = max(0, depth - 1) }
            if depth == 0, bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: ";") { break }
            offset += 1
        }
        var words: [Word] = []
        var end = offset
        while end > start, [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[end - 1]) { end -= 1 }
        if end > start {
            words.append(Word(text: String(decoding: bytes[start..<end], as: UTF8.self), span: span(start, end), isQuoted: false))
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ",") || bytes[offset] == UInt8(ascii: ";") {
            words.append(Word(text: bytes[offset] == UInt8(ascii: ",") ? "," : ";", span: span(offset, offset + 1), isQuoted: false))
            offset += 1
        }
        return words
    }

    private func span(_ start: Int, _ end: Int) -> Span {
        Span(file: file, start: UInt32(start), end: UInt32(end))
    }
}
