import Diagnostics

/// The columns of a table as the strokes below its heading mark them.
struct Ruler {
    /// Where each column begins, counted from the beginning of the line.
    let starts: [Int]

    /// The columns of a line of strokes; nil for another line.
    init?(_ line: Line) {
        guard line.isRuler else { return nil }
        var starts: [Int] = []
        var inside = false
        for (column, byte) in line.bytes.enumerated() {
            let isStroke = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=")
            if isStroke, !inside { starts.append(column) }
            inside = isStroke
        }
        self.starts = starts
    }

    /// The texts of a line below it, one for each column; each goes on to where the next begins.
    func cells(_ line: Line) -> [String] {
        starts.indices.map { index in
            line.column(starts[index], index + 1 < starts.count ? starts[index + 1] : .max)
        }
    }
}

extension OutputReading {
    /// Reads tables whose columns a ruler marks; a row whose first cell is empty goes on with the one above.
    ///
    /// - Parameters:
    ///   - keys: for each heading that is met, what its columns say; nil for a line that is no heading.
    mutating func readRuledTables(_ keys: (Line) -> [RowKey?]?) {
        var columns: [RowKey?]?
        var ruler: Ruler?
        for line in lines {
            if let found = keys(line) {
                (columns, ruler) = (found, nil)
                continue
            }
            guard let columns else { continue }
            if let found = Ruler(line) {
                ruler = found
                continue
            }
            if line.isBlank {
                // What follows a blank line has a heading of its own.
                ruler = nil
                continue
            }
            guard let ruler, !line.isSum else { continue }
            add(ruler.cells(line), under: columns, of: line)
        }
    }

    private mutating func add(_ cells: [String], under columns: [RowKey?], of line: Line) {
        guard let first = cells.first, let key = columns.first ?? nil else { return }
        if first.isEmpty, let last = rows.indices.last, cells.contains(where: { !$0.isEmpty }) {
            for (cell, key) in zip(cells, columns) where key != nil && !cell.isEmpty { rows[last].append(key!, cell) }
            rows[last].place.end = line.span.end
            return
        }
        guard !first.isEmpty, !first.contains(" ") || first.hasSuffix("|") else {
            note(line)
            return
        }
        var row = Row(place: line.span)
        row[key] = first
        for (cell, key) in zip(cells, columns).dropFirst() {
            if let key { row.set(key, cell.isEmpty ? [] : [cell]) }
        }
        rows.append(row)
    }
}
