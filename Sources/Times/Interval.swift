/// The moments from one to another, the second excluded.
package struct Interval: Hashable, Sendable, BitwiseCopyable {
    package let from: Timestamp
    package let to: Timestamp

    /// An interval; the end must not lie before the start.
    package init(from: Timestamp, to: Timestamp) {
        precondition(from <= to, "an interval ends before it begins")
        (self.from, self.to) = (from, to)
    }

    /// True where it holds no moment.
    package var isEmpty: Bool { from == to }

    /// From start to end, in whole seconds.
    package var length: Period { to - from }

    /// True for the start and what follows it, false for the end.
    package func contains(_ moment: Timestamp) -> Bool {
        from <= moment && moment < to
    }

    /// The moments in both; nil where there are none.
    package func overlap(with other: Interval) -> Interval? {
        let (start, end) = (max(from, other.from), min(to, other.to))
        return start < end ? Interval(from: start, to: end) : nil
    }
}
