extension Node {
    /// Lends a scalar's bytes, escapes resolved; none for collections. They are valid only inside `body`.
    package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let row = row
        return row.isCollection ? unsafe body(UnsafeBufferPointer(start: nil, count: 0)) : unsafe tree.withWords(of: row, body)
    }
}
