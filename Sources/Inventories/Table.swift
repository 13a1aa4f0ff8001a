package import Diagnostics

/// The number of a row in the table of its kind: four bytes, typed.
package struct Ref<Row>: Hashable, Sendable, BitwiseCopyable {
    package let index: UInt32

    /// The reference to the row with a number.
    @inlinable package init(_ index: Int) {
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
    @inlinable package init(start: Int, count: Int) {
        self.start = UInt32(start)
        self.count = UInt32(count)
    }

    /// References to all of the rows, in order.
    @inlinable package var refs: RefRange<Row> { RefRange(Int(start)..<Int(start + count)) }
}

/// References to rows that follow each other.
package struct RefRange<Row>: RandomAccessCollection, Sendable {
    /// Their numbers.
    package let indices: Range<Int>

    /// The references to the rows with these numbers.
    @inlinable package init(_ indices: Range<Int>) {
        self.indices = indices
    }

    // All that a loop needs is inlinable: modules above this one walk over millions of rows.
    @inlinable package var startIndex: Int { indices.lowerBound }
    @inlinable package var endIndex: Int { indices.upperBound }
    @inlinable package var count: Int { indices.count }
    @inlinable package subscript(index: Int) -> Ref<Row> { Ref(index) }
    @inlinable package func index(after index: Int) -> Int { index + 1 }
    @inlinable package func index(before index: Int) -> Int { index - 1 }
    @inlinable package func makeIterator() -> Iterator { Iterator(indices) }

    /// Gives one reference after the other.
    package struct Iterator: IteratorProtocol, Sendable {
        @usableFromInline var left: Range<Int>

        @inlinable init(_ indices: Range<Int>) {
            left = indices
        }

        /// The next reference; nil behind the last one.
        @inlinable package mutating func next() -> Ref<Row>? {
            guard !left.isEmpty else { return nil }
            defer { left = left.lowerBound + 1..<left.upperBound }
            return Ref(left.lowerBound)
        }
    }
}

/// The rows of one kind in the order in which they were read, with the place of each in a parallel array.
package struct Table<Row: Sendable>: Sendable {
    package private(set) var rows: [Row] = []
    private var spans: [Span?] = []

    package init() {}

    /// How many rows there are.
    @inlinable package var count: Int { rows.count }

    /// References to all rows, in order.
    @inlinable package var refs: RefRange<Row> { RefRange(rows.indices) }

    /// Adds a row behind all others, with the place where it is written.
    @discardableResult
    package mutating func append(_ row: Row, at span: Span?) -> Ref<Row> {
        rows.append(row)
        spans.append(span)
        return Ref(rows.count - 1)
    }

    /// The row with a number, which must be one of this table.
    package subscript(ref: Ref<Row>) -> Row {
        @inlinable get { rows[Int(ref.index)] }
        _modify { yield &rows[Int(ref.index)] }
    }

    /// The rows that lie beside each other.
    @inlinable package subscript(range: Rows<Row>) -> ArraySlice<Row> {
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
