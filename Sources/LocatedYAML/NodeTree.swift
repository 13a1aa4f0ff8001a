package import Diagnostics
import Synchronization
import Times

/// One parsed text: rows in preorder, without types until a field asks.
///
/// The rows point into the text's bytes; a side buffer holds only what escapes changed. An alias is a row that stands for
/// another one, so that nothing is copied.
package final class NodeTree: Sendable {
    package let text: SourceText
    package let file: FileID
    /// False when a fault of syntax ended the reading early: what was read before it is here.
    package let isComplete: Bool
    let rows: [Row]
    let aside: [UInt8]
    private let documents: [UInt32]
    private let moments = Mutex<[Symbol: WrittenMoment?]>([:])
    /// The first of the distinct keys, in the order of their numbers.
    private let keys: [String]
    private let fieldNumbers = Mutex<[FieldNumbers?]>([])

    init(_ arena: consuming Arena, text: SourceText, file: FileID) {
        self.text = text
        self.file = file
        isComplete = arena.isComplete
        documents = arena.documents
        keys = (0..<min(arena.keys.count, FieldNumbers.limit)).map { arena.keys.text(of: UInt32($0)) }
        rows = arena.rows
        aside = arena.aside
    }

    /// The root node of each document of the text; none for an empty one.
    package var roots: [Node] { documents.map { node(at: $0) } }

    /// The node of a row, the one that an alias stands for.
    func node(at index: UInt32) -> Node {
        let row = rows[Int(index)]
        return Node(tree: self, index: Int32(row.flags.contains(.alias) ? row.next : index))
    }

    /// Which field of a shape each key of this tree names, worked out once for each shape.
    func fieldNumbers(in table: FieldTable) -> FieldNumbers {
        fieldNumbers.withLock { known in
            while known.count <= table.number { known.append(nil) }
            if let numbers = known[table.number] { return numbers }
            let numbers = FieldNumbers(table, keys: keys)
            known[table.number] = numbers
            return numbers
        }
    }
}

extension NodeTree {
    /// A scalar's text; empty for collections.
    func string(of row: Row) -> String {
        guard !row.isCollection else { return "" }
        return unsafe withWords(of: row) { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// A scalar's text, interned.
    func symbol(of row: Row) -> Symbol {
        guard !row.isCollection, row.length > 0 else { return .empty }
        return unsafe withWords(of: row) { unsafe Symbol(utf8: $0) }
    }

    /// A scalar's text as a moment; a text repeats few moments thousands of times, so they are kept.
    func moment(of row: Row) -> WrittenMoment? {
        // No written moment is longer, and other texts are not worth keeping.
        guard row.length <= 40 else { return nil }
        let symbol = symbol(of: row)
        return moments.withLock { moments in
            if let known = moments[symbol] { return known }
            let moment = WrittenMoment(symbol.text)
            moments[symbol] = .some(moment)
            return moment
        }
    }

    /// A plain scalar that says nothing: empty, `~` or `null`.
    func isNull(_ row: Row) -> Bool {
        guard row.length <= 4, row.flags.isDisjoint(with: [.sequence, .mapping, .quoted]) else { return false }
        switch row.length {
        case 0: return true
        case 1: return byte(row, 0) == UInt8(ascii: "~")
        case 4:
            // Nearly all words of four letters are other ones.
            guard byte(row, 0) | 0x20 == UInt8(ascii: "n") else { return false }
            return words(of: row, equal: "null" as StaticString) || words(of: row, equal: "Null" as StaticString)
                || words(of: row, equal: "NULL" as StaticString)
        default: return false
        }
    }

    /// A scalar that can be a name: not empty, no space before or after it, no line end in it.
    func isIdentifier(_ row: Row) -> Bool {
        unsafe withWords(of: row) { words in
            guard let first = unsafe words.first, let last = unsafe words.last else { return false }
            return unsafe first > 0x20 && last > 0x20 && words.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
    }

    /// One byte of a scalar's text.
    func byte(_ row: Row, _ offset: Int) -> UInt8 {
        row.flags.contains(.aside) ? aside[Int(row.text) + offset] : text.bytes[Int(row.text) + offset]
    }

    /// True when a scalar's text is exactly this one, byte for byte.
    func words(of row: Row, equal other: String) -> Bool {
        guard !row.isCollection, Int(row.length) == other.utf8.count else { return false }
        return unsafe withWords(of: row) { unsafe $0.elementsEqual(other.utf8) }
    }

    /// True when a scalar's text is exactly this one, byte for byte.
    func words(of row: Row, equal other: StaticString) -> Bool {
        guard !row.isCollection, Int(row.length) == other.utf8CodeUnitCount else { return false }
        let other = unsafe UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
        return unsafe withWords(of: row) { unsafe $0.elementsEqual(other) }
    }

    /// A scalar's text in place; valid only inside `body`.
    func withWords<Result>(of row: Row, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = Int(row.text)..<Int(row.text) + Int(row.length)
        if row.flags.contains(.aside) {
            return unsafe aside.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return unsafe text.bytes.withUnsafeBufferPointer { unsafe body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
