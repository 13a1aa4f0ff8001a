import Synchronization

/// A text that is kept once in the process and compared by number.
///
/// Names recur thousands of times in an inventory; a symbol is four bytes, copies for nothing and is equal exactly when
/// the UTF-8 is equal (never by canonical equivalence, as `String` is). Numbers are given in the order of first use, so
/// order by `text` or `precedes(_:)` where order is seen. Texts are never given back.
package struct Symbol: Hashable, Sendable, BitwiseCopyable {
    package let id: UInt32

    /// The empty text.
    package static let empty = Symbol(id: 0)

    /// The symbol with a number that another symbol gave.
    package init(id: UInt32) {
        self.id = id
    }

    /// The symbol of a text.
    package init(_ text: String) {
        var text = text
        self = text.withUTF8 { unsafe Symbol(utf8: $0) }
    }

    /// The symbol of a part of a text.
    package init(_ text: Substring) {
        var text = text
        self = text.withUTF8 { unsafe Symbol(utf8: $0) }
    }

    /// The symbol of UTF-8 that lies somewhere in memory; nothing is allocated where it is known already.
    ///
    /// Bytes that are no UTF-8 make a symbol of their own, whose `text` shows U+FFFD for them.
    package init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        id = SymbolTable.shared.withLock { unsafe $0.id(of: bytes) }
    }

    /// The symbol of UTF-8 in a span.
    package init(utf8 bytes: borrowing Swift.Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe Symbol(utf8: $0) }
    }

    /// How many texts the process has made symbols of, the empty one included.
    package static var count: Int { SymbolTable.shared.withLock { $0.count } }

    /// The text itself.
    ///
    /// - Complexity: a copy of the text, which allocates above 15 bytes.
    package var text: String {
        unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// True for the empty text.
    package var isEmpty: Bool { id == 0 }

    /// The bytes of the text, which stay where they are as long as the process runs.
    package var bytes: UnsafeBufferPointer<UInt8> {
        unsafe SymbolTable.shared.withLock { unsafe $0.bytes(of: id) }
    }

    /// Lends the bytes of the text.
    package func withUTF8<Result>(_ body: (borrowing Swift.Span<UInt8>) throws -> Result) rethrows -> Result {
        try unsafe body(bytes.span)
    }

    /// True where the UTF-8 of the text comes before that of another in the order of bytes, which is that of scalars.
    package func precedes(_ other: Symbol) -> Bool {
        unsafe bytes.lexicographicallyPrecedes(other.bytes)
    }
}

extension Symbol: CustomStringConvertible, ExpressibleByStringLiteral {
    package var description: String { text }

    package init(stringLiteral text: String) {
        self.init(text)
    }
}
