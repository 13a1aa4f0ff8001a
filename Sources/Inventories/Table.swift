package import Diagnostics

/// The number of a row in the table of its kind: four bytes, typed.
package struct Ref<Row>: Hashable, Sendable, BitwiseCopyable {
    package let index: UInt32

    /// The reference to the row with a number.
    package init(_ index: Int) {
        self.index = UInt32(index)
    }
}

/// Rows that lie beside each other in a table.
package struct Rows<Row>: Hashable, Sendable, BitwiseCopyable {
    package let start: UInt32
    package let count: UInt32

    /// No rows.
    package static var none: Rows { Rows(start: 0, count: 0) }

    /// As many rows from one on.
    package init(start: Int, count: Int) {
        self.start = UInt32(start)
        self.count = UInt32(count)
    }

    /// References to all of the rows, in order.
    package var refs: some RandomAccessCollection<Ref<Row>> {
        (Int(start)..<Int(start + count)).lazy.map { Ref<Row>($0) }
    }
}

/// The rows of one kind in the order in which they were read, with the place of each in a parallel array.
package struct Table<Row: Sendable>: Sendable {
    package private(set) var rows: [Row] = []
    private var spans: [Span?] = []

    package init() {}

    /// How many rows there are.
    package var count: Int { rows.count }

    /// References to all rows, in order.
    package var refs: some RandomAccessCollection<Ref<Row>> {
        rows.indices.lazy.map { Ref<Row>($0) }
    }

    /// Adds a row behind all others, with the place where it is written.
    @discardableResult
    package mutating func append(_ row: Row, at span: Span?) -> Ref<Row> {
        rows.append(row)
        spans.append(span)
        return Ref(rows.count - 1)
    }

    /// The row with a number, which must be one of this table.
    package subscript(ref: Ref<Row>) -> Row {
        get { rows[Int(ref.index)] }
        _modify { yield &rows[Int(ref.index)] }
    }

    /// The rows that lie beside each other.
    package subscript(range: Rows<Row>) -> ArraySlice<Row> {
        rows[Int(range.start)..<Int(range.start + range.count)]
    }

    /// Where the row is written; nil for rows that no file holds (parts of a device type, an order's own cable).
    package func span(of ref: Ref<Row>) -> Span? {
        spans[Int(ref.index)]
    }

    /// Makes room for as many rows.
    package mutating func reserve(_ count: Int) {
        rows.reserveCapacity(count)
        spans.reserveCapacity(count)
    }
}
