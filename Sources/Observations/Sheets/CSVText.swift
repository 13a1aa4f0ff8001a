import Diagnostics

/// A text of cells as RFC 4180 has it, each with its place: separated by comma, semicolon or tab, quotes doubled inside quotes.
struct CSVText {
    /// One cell, blanks and quotes around it taken away.
    struct Cell: Hashable {
        let text: String
        let span: Span
    }

    /// The lines that hold anything; those that begin with `#` are remarks.
    private(set) var lines: [[Cell]] = []
    /// Where a quote opens that is never closed: what follows it cannot be told apart.
    private(set) var openQuote: Span?

    init(_ text: SourceText, file: FileID) {
        let bytes = text.bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var reader = Reader(bytes: bytes, file: file, offset: start, separator: Self.separator(of: bytes[start...]))
        while reader.offset < bytes.count, openQuote == nil {
            let line = reader.line()
            openQuote = reader.openQuote
            guard line.contains(where: { !$0.text.isEmpty }), line.first?.text.hasPrefix("#") != true, openQuote == nil else { continue }
            lines.append(line)
        }
    }

    /// The separator of which the first line holds most, quotes left aside.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var isBegun = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted {
                if isBegun { break }
                continue
            }
            isBegun = isBegun || byte > 0x20
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }!
    }

    private struct Reader {
        let bytes: [UInt8]
        let file: FileID
        var offset: Int
        let separator: UInt8
        var openQuote: Span?

        mutating func line() -> [Cell] {
            var cells = [cell()]
            while offset < bytes.count, bytes[offset] == separator {
                offset += 1
                cells.append(cell())
            }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
            return cells
        }

        private mutating func cell() -> Cell {
            while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return plainCell() }
            let start = offset
            var text: [UInt8] = []
            offset += 1
            while offset < bytes.count {
                if bytes[offset] == UInt8(ascii: "\"") {
                    guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
                    offset += 1
                }
                text.append(bytes[offset])
                offset += 1
            }
            let span = Span(file: file, start: UInt32(start), end: UInt32(min(offset + 1, bytes.count)))
            if offset >= bytes.count { openQuote = span }
            offset = min(offset + 1, bytes.count)
            // What stands between the closing quote and the separator belongs to no cell.
            while offset < bytes.count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r")
            {
                offset += 1
            }
            return Cell(text: String(decoding: trimmed(text[...]), as: UTF8.self), span: span)
        }

        private mutating func plainCell() -> Cell {
            let start = offset
            while offset < bytes.count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
            let text = trimmed(bytes[start..<offset])
            return Cell(
                text: String(decoding: text, as: UTF8.self),
                span: Span(file: file, start: UInt32(text.startIndex), end: UInt32(text.endIndex)))
        }
    }
}
