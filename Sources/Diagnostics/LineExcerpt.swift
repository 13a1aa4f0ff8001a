/// The part of a line around a span that fits into a width, and where the span lies in it.
struct LineExcerpt {
    /// What is shown; `…` stands where the line goes on.
    private(set) var text: String
    /// Columns before the span.
    private(set) var column: Int
    /// Columns of the span that are shown, at least one.
    private(set) var length: Int

    /// Bytes to either side of the span's start that are looked at: enough for any width, little of an endless line.
    private static let reach = 1_024

    /// The excerpt for the first line of a span; `room` is in columns.
    init(_ source: SourceText, _ span: Span, room: Int) {
        let bytes = source.bytes
        var line = source.lines.range(of: source.lines.line(of: min(Int(span.start), bytes.count)), in: bytes)
        // A byte-order mark is no part of what people see.
        if line.lowerBound == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line = 3..<max(3, line.upperBound) }
        let start = min(max(Int(span.start), line.lowerBound), line.upperBound)
        let end = min(max(Int(span.end), start), line.upperBound)
        let seen = Self.aligned(max(line.lowerBound, start - Self.reach)..<min(line.upperBound, start + Self.reach), in: bytes, line)
        let cells = displayCells(bytes[seen])
        let columns = cells.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.width) }
        let first = cells.firstIndex { start < $0.end } ?? cells.count
        let last = max(first, (cells.lastIndex { $0.start < end } ?? -1) + 1)
        let marked = columns[first]..<columns[last]
        let isCut = (left: seen.lowerBound > line.lowerBound, right: seen.upperBound < line.upperBound)
        if !isCut.left, !isCut.right, columns[cells.count] <= room {
            text = cells.map(\.text).joined()
            (column, length) = (marked.lowerBound, max(1, marked.count))
        } else {
            (text, column, length) = Self.window(cells, columns, marked, isCut, room)
        }
        while text.last == " " { text.removeLast() }
    }

    /// Moves both ends of a range of a line inwards to where a scalar begins.
    private static func aligned(_ range: Range<Int>, in bytes: [UInt8], _ line: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        for _ in 0..<3 where start > line.lowerBound && start < end && bytes[start] & 0xC0 == 0x80 { start += 1 }
        for _ in 0..<3 where end < line.upperBound && end > start && bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return start..<end
    }

    /// The cells that fit into the room with an ellipsis at either side, the span's start among them.
    private static func window(
        _ cells: [DisplayCell], _ columns: [Int], _ marked: Range<Int>, _ isCut: (left: Bool, right: Bool), _ room: Int
    ) -> (String, Int, Int) {
        let fitsAtLeft = !isCut.left && min(marked.upperBound, marked.lowerBound + room / 2) < room - 1
        let leftmost = fitsAtLeft ? 0 : max(0, marked.lowerBound - room / 3)
        let first = columns.firstIndex { $0 >= leftmost } ?? 0
        let opens = isCut.left || first > 0
        let limit = columns[first] + room - (opens ? 2 : 1)
        let behind = columns.lastIndex { $0 <= limit } ?? first
        let closes = isCut.right || behind < cells.count
        let shown = cells[first..<max(first, min(behind, cells.count))].map(\.text).joined()
        let column = marked.lowerBound - columns[first] + (opens ? 1 : 0)
        let length = max(1, min(marked.upperBound, columns[behind]) - marked.lowerBound)
        return ((opens ? "…" : "") + shown + (closes ? "…" : ""), column, length)
    }
}
