import Diagnostics

/// The list of moves that people have: from, to, label, in the headings of either language.
///
/// Separated by comma, semicolon or tab; quotes as in RFC 4180; lines that begin with `#` are remarks.
enum CutSheet {
    /// A field of a row with its place, blanks and quotes taken away.
    struct Cell {
        var text: String
        var span: Span
        /// True when a fault in it was reported: its row says nothing.
        var isBroken = false
    }

    struct Row {
        var from: Cell
        var to: Cell
        var label: Symbol?
        var span: Span
    }

    private enum Column {
        case from, to, label
    }

    static func read(_ text: SourceText, file: FileID, _ log: inout DiagnosticLog) -> [Row] {
        if let line = foreignLine(of: text.bytes) {
            log.add(.listEncoding(text.name, at: Span(file: file, start: UInt32(line.lowerBound), end: UInt32(line.upperBound))))
            return []
        }
        var lines = CellReader(text.bytes, file: file).lines(&log)
        guard let first = lines.first else {
            log.add(.listEmpty(text.name, at: Span(file: file, start: 0, end: 0)))
            return []
        }
        let columns: [Column?]
        if first.contains(where: { column($0.text) != nil }) {
            columns = first.map { column($0.text) }
            lines.removeFirst()
            for (cell, column) in zip(first, columns) where column == nil && !cell.text.isEmpty {
                log.add(.listColumn(cell.text, at: cell.span))
            }
        } else {
            // A sheet without a heading is understood when its first line holds two ports.
            columns = first.prefix(2).count { $0.text.utf8.contains(UInt8(ascii: ":")) } == 2 ? [.from, .to, .label] : []
        }
        let missing = [(Column.from, "from"), (.to, "to")].filter { !columns.contains($0.0) }.map(\.1)
        guard missing.isEmpty else {
            log.add(.listHeading(missing, at: span(of: first)))
            return []
        }
        if lines.isEmpty { log.add(.listEmpty(text.name, at: span(of: first))) }
        return lines.compactMap { row($0, columns, &log) }
    }

    private static func row(_ cells: [Cell], _ columns: [Column?], _ log: inout DiagnosticLog) -> Row? {
        func cell(_ column: Column) -> Cell? {
            guard let index = columns.firstIndex(of: column), index < cells.count, !cells[index].text.isEmpty else { return nil }
            return cells[index]
        }
        guard !cells.contains(where: \.isBroken) else { return nil }
        guard let from = cell(.from), let to = cell(.to) else {
            log.add(.listRow(cell(.from) == nil ? "from" : "to", at: span(of: cells)))
            return nil
        }
        if let extra = cells.dropFirst(columns.count).first(where: { !$0.text.isEmpty }) { log.add(.listExtraCell(at: extra.span)) }
        return Row(from: from, to: to, label: cell(.label).map { Symbol($0.text) }, span: span(of: cells))
    }

    /// The first line that is not UTF-8, as in an export in a code page of Windows; nil where all are.
    private static func foreignLine(of bytes: [UInt8]) -> Range<Int>? {
        bytes.split(separator: UInt8(ascii: "\n")).first { String(validating: $0, as: UTF8.self) == nil }?.indices
    }

    private static func span(of cells: [Cell]) -> Span {
        var span = cells[0].span
        span.end = max(span.end, cells[cells.count - 1].span.end)
        return span
    }

    private static func column(_ heading: String) -> Column? {
        let key = heading.lowercased().filter { !" _-./".contains($0) }.replacing("ё", with: "е")
        return if headings.from.contains(key) {
            .from
        } else if headings.to.contains(key) {
            .to
        } else if headings.label.contains(key) {
            .label
        } else {
            nil
        }
    }

    /// The headings people use, letters small, blanks and points left out.
    private static let headings: (from: Set<String>, to: Set<String>, label: Set<String>) = (
        from: [
            "from", "source", "src", "old", "oldport", "current", "currentport", "fromport", "sourceport", "was", "a", "aside",
            "откуда", "из", "источник", "старый", "старыйпорт", "было", "текущий", "текущийпорт", "сторонаа", "портоткуда", "изпорта",
        ],
        to: [
            "to", "destination", "dest", "dst", "target", "new", "newport", "toport", "targetport", "destinationport", "becomes", "b",
            "bside", "z", "куда", "в", "назначение", "новый", "новыйпорт", "стало", "будет", "сторонаб", "сторонаb", "порткуда", "впорт",
        ],
        label: [
            "label", "cable", "cablelabel", "cableid", "id", "tag", "cord", "метка", "маркировка", "кабель", "бирка", "шнур", "номер",
            "номеркабеля", "меткакабеля", "патчкорд",
        ]
    )
}

/// The cells of a text with separators.
private struct CellReader {
    private let bytes: [UInt8]
    private let file: FileID
    private let separator: UInt8

    init(_ bytes: [UInt8], file: FileID) {
        self.bytes = bytes
        self.file = file
        let heading = bytes.prefix { $0 != UInt8(ascii: "\n") }
        separator = [UInt8(ascii: ";"), UInt8(ascii: "\t")].first { heading.contains($0) } ?? UInt8(ascii: ",")
    }

    /// The rows that hold something and are no remark.
    func lines(_ log: inout DiagnosticLog) -> [[CutSheet.Cell]] {
        var lines: [[CutSheet.Cell]] = []
        var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while offset < bytes.count {
            let cells = line(at: &offset, &log)
            if cells.contains(where: { !$0.text.isEmpty }), !cells[0].text.hasPrefix("#") { lines.append(cells) }
        }
        return lines
    }

    /// The cells up to the end of a line, `offset` moved behind it.
    private func line(at offset: inout Int, _ log: inout DiagnosticLog) -> [CutSheet.Cell] {
        var cells: [CutSheet.Cell] = []
        while true {
            cells.append(cell(at: &offset, &log))
            guard offset < bytes.count else { return cells }
            offset += 1
            if bytes[offset - 1] == UInt8(ascii: "\n") { return cells }
        }
    }

    /// One cell, `offset` moved to the separator or line end behind it.
    private func cell(at offset: inout Int, _ log: inout DiagnosticLog) -> CutSheet.Cell {
        while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
        let start = offset
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quotedCell(at: &offset, &log) }
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        var end = offset
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return CutSheet.Cell(text: String(decoding: bytes[start..<end], as: UTF8.self), span: span(start, end))
    }

    private func quotedCell(at offset: inout Int, _ log: inout DiagnosticLog) -> CutSheet.Cell {
        let start = offset
        var text: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\"") {
                offset += 1
                guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { break }
            }
            text.append(bytes[offset])
            offset += 1
        }
        let end = offset
        let isOpen = bytes[end - 1] != UInt8(ascii: "\"") || end == start + 1
        if isOpen { log.add(.listQuote(at: span(start, start + 1))) }
        while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
        let rest = offset
        while offset < bytes.count, bytes[offset] != separator, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        if rest < offset { log.add(.listAfterQuote(at: span(rest, offset))) }
        return CutSheet.Cell(text: String(decoding: text, as: UTF8.self), span: span(start, end), isBroken: isOpen || rest < offset)
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte != separator && (byte == 0x20 || byte == 0x0D || byte == 0x09)
    }

    private func span(_ start: Int, _ end: Int) -> Span {
        Span(file: file, start: UInt32(start), end: UInt32(end))
    }
}
