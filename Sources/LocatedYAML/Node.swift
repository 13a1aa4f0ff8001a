package import Diagnostics

/// One parsed text: rows in preorder, without types until a field asks.
///
/// The rows point into the text's bytes; a side buffer holds only what escapes changed.
package final class NodeTree: Sendable {
    package let text: SourceText
    package let file: FileID

    init(text: SourceText, file: FileID) {
        self.text = text
        self.file = file
    }

    /// The root node of each document of the text.
    package var roots: [Node] { [] }
}

/// One value of a text, which knows its place: a view of a row in its tree.
package struct Node: Sendable {
    package enum Kind: Sendable {
        case scalar, sequence, mapping
    }

    package let tree: NodeTree
    package let index: Int32

    package var kind: Kind { .scalar }

    /// The token's place: of a scalar all of it with its quotes, of a collection its first token (key or dash or bracket).
    package var span: Span { Span(file: tree.file, start: 0, end: 0) }

    /// A plain scalar that says nothing: empty, `~` or `null`.
    package var isNull: Bool { false }

    /// True when the scalar was written in quotes or as a block: such a text is never null.
    package var isQuoted: Bool { false }

    /// A scalar's text, escapes resolved; empty for collections.
    package var string: String { "" }

    /// A scalar's text, interned.
    package var symbol: Symbol { Symbol.empty }

    /// The elements of a sequence; empty for others.
    package var items: [Node] { [] }

    /// The pairs of a mapping in the order of the text; empty for others. Later duplicates of a key are left out (and reported).
    package var pairs: [(key: Node, value: Node)] { [] }

    /// The value of a key of a mapping.
    package subscript(key: String) -> Node? { nil }
}
