import Synchronization

/// A text that is kept once in the process and compared by number.
///
/// Names recur thousands of times in an inventory; a symbol is four bytes, copies for nothing and is equal exactly when
/// the UTF-8 is equal (never by canonical equivalence, as `String` is). Order by `text` where order is seen.
package struct Symbol: Hashable, Sendable, BitwiseCopyable {
    package let id: UInt32

    /// The empty text.
    package static let empty = Symbol("")

    package init(_ text: String) {
        id = SymbolTable.shared.withLock { $0.id(of: text) }
    }

    package var text: String {
        SymbolTable.shared.withLock { $0.texts[Int(id)] }
    }

    package var isEmpty: Bool { self == .empty }
}

extension Symbol: CustomStringConvertible, ExpressibleByStringLiteral {
    package var description: String { text }

    package init(stringLiteral text: String) {
        self.init(text)
    }
}

/// The process's one table of symbols.
struct SymbolTable {
    static let shared = Mutex(SymbolTable())

    private var ids: [Key: UInt32] = [:]
    fileprivate var texts: [String] = []

    fileprivate mutating func id(of text: String) -> UInt32 {
        let key = Key(text: text)
        if let id = ids[key] { return id }
        let id = UInt32(texts.count)
        texts.append(text)
        ids[key] = id
        return id
    }

    /// A key that compares bytes, not canonical equivalence.
    private struct Key: Hashable {
        var text: String

        static func == (left: Key, right: Key) -> Bool {
            left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }
}
