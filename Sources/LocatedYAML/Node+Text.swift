package import Diagnostics

extension Node {
    /// What stands before and after the first of some byte in a scalar's text; nil without it, and for collections.
    package func symbols(around byte: UInt8) -> (before: Symbol, after: Symbol)? {
        let row = row
        guard !row.isCollection else { return nil }
        return unsafe tree.withWords(of: row) { words in
            guard let place = unsafe words.firstIndex(of: byte) else { return nil }
            let (before, after) = unsafe (words[..<place], words[(place + 1)...])
            return unsafe (Symbol(utf8: UnsafeBufferPointer(rebasing: before)), Symbol(utf8: UnsafeBufferPointer(rebasing: after)))
        }
    }
}
