/// Where the lines of a text begin, and how many scalars there are before each of its blocks.
///
/// A line ends with a line feed, a carriage return, or both in that order. A byte-order mark has no column.
package final class LineIndex: Sendable {
    /// Ascending; the first is 0.
    private let starts: [UInt32]
    /// Scalars before each 4,096 bytes, so that columns of endless lines are cheap as well.
    private let scalarsBefore: [UInt32]
    private static let blockSize = 4_096

    init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        var scalarsBefore: [UInt32] = []
        var scalars: UInt32 = 0
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.blockSize == 0 { scalarsBefore.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
            if byte == lineFeed || byte == carriageReturn && (offset + 1 == bytes.count || bytes[offset + 1] != lineFeed) {
                starts.append(UInt32(offset + 1))
            }
        }
        self.starts = starts
        self.scalarsBefore = scalarsBefore
    }

    /// How many lines there are; an empty text has one.
    package var count: Int { starts.count }

    /// The number of the line, from 1, that holds an offset.
    func line(of offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        // Invariant: starts[low] <= offset, and starts[high], if any, lies behind it.
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The bytes of a line, from 1, without its end.
    func range(of line: Int, in bytes: [UInt8]) -> Range<Int> {
        let start = Int(starts[line - 1])
        guard line < starts.count else { return start..<bytes.count }
        var end = Int(starts[line])
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let offset = min(offset, bytes.count)
        let line = line(of: offset)
        let start = Int(starts[line - 1])
        let mark = start == 0 && offset >= 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
        return (line, scalars(before: offset, in: bytes) - scalars(before: start, in: bytes) - mark + 1)
    }

    private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
        let block = offset / Self.blockSize
        guard block < scalarsBefore.count else { return scalarsBefore.isEmpty ? 0 : tail(block - 1, offset, bytes) }
        return tail(block, offset, bytes)
    }

    private func tail(_ block: Int, _ offset: Int, _ bytes: [UInt8]) -> Int {
        Int(scalarsBefore[block]) + bytes[block * Self.blockSize..<offset].count { $0 & 0xC0 != 0x80 }
    }
}
