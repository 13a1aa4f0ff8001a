package import Diagnostics
import Synchronization

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
    let keyCount: Int
    private let documents: [UInt32]
    private let keyFields = Mutex<[ObjectIdentifier: KeyFields]>([:])

    init(_ arena: consuming Arena, text: SourceText, file: FileID) {
        self.text = text
        self.file = file
        isComplete = arena.isComplete
        documents = arena.documents
        keyCount = arena.keys.count
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
    func keyFields(of shape: ShapeIdentity) -> KeyFields {
        keyFields.withLock { known in
            if let fields = known[ObjectIdentifier(shape)] { return fields }
            let fields = KeyFields(count: keyCount)
            known[ObjectIdentifier(shape)] = fields
            return fields
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

/// Which field of one shape each key of one tree names.
final class KeyFields: Sendable {
    /// By the tree's key number: 0 is not yet asked, 1 is none, otherwise the field's number and 2.
    private let fields: Mutex<[UInt16]>

    init(count: Int) {
        fields = Mutex(Array(repeating: 0, count: count))
    }

    /// The field that a key names, nil where it names none; `resolve` is asked once for each key.
    func field(of key: Int, resolve: () -> Int?) -> Int? {
        fields.withLock { fields in
            if fields[key] == 0 { fields[key] = resolve().map { UInt16($0 + 2) } ?? 1 }
            return fields[key] == 1 ? nil : Int(fields[key]) - 2
        }
    }
}
