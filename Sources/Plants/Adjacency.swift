/// For each row of one table, numbers of rows of another: two flat arrays (compressed sparse rows).
package struct Adjacency: Sendable {
    /// Where the list of each row begins; one more element than rows.
    private(set) var starts: [UInt32]
    private(set) var values: [UInt32]

    /// The pairs, row by row.
    ///
    /// - Parameters:
    ///   - pairs: calls its argument for each pair of row and value; it is run twice and must give the same pairs both times.
    /// - Complexity: linear in rows and pairs. Values keep the order in which they come.
    package init(rows: Int, pairs: ((_ row: UInt32, _ value: UInt32) -> Void) -> Void) {
        var starts = [UInt32](repeating: 0, count: rows + 1)
        pairs { row, _ in starts[Int(row) + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        var values = [UInt32](repeating: 0, count: Int(starts[rows]))
        var next = starts
        pairs { row, value in
            values[Int(next[Int(row)])] = value
            next[Int(row)] += 1
        }
        self.starts = starts
        self.values = values
    }

    /// The values of a row.
    package subscript(row: UInt32) -> ArraySlice<UInt32> {
        values[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])]
    }

    func count(_ row: UInt32) -> Int {
        Int(starts[Int(row) + 1] - starts[Int(row)])
    }
}
