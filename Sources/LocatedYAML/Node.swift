package import Diagnostics

/// One value of a text, which knows its place: a view of a row in its tree.
package struct Node: Sendable {
    /// How a value is built; scalars have no type until a form asks.
    package enum Kind: Sendable {
        case scalar, sequence, mapping
    }

    package let tree: NodeTree
    package let index: Int32

    init(tree: NodeTree, index: Int32) {
        self.tree = tree
        self.index = index
    }

    var row: Row { tree.rows[Int(index)] }

    /// How the value is built.
    package var kind: Kind {
        let flags = row.flags
        return flags.contains(.mapping) ? .mapping : flags.contains(.sequence) ? .sequence : .scalar
    }

    /// The token's place: of a scalar all of it with its quotes, of a collection its first token (key or dash or bracket).
    ///
    /// The node behind an alias has the place where it was written.
    package var span: Span {
        let row = row
        return Span(file: tree.file, start: row.start, end: row.isCollection ? row.text : row.end)
    }

    /// From the first token to the end of the last one, trailing comments excluded.
    package var extent: Span {
        let row = row
        return Span(file: tree.file, start: row.start, end: row.end)
    }

    /// A plain scalar that says nothing: empty, `~` or `null`.
    package var isNull: Bool { tree.isNull(row) }

    /// True when the scalar was written in quotes or as a block: such a text is never null.
    package var isQuoted: Bool { row.flags.contains(.quoted) }

    /// True when the collection was written in brackets.
    package var isFlow: Bool { row.flags.contains(.flow) }

    /// True when a fault was reported here while the text was read: forms are then silent.
    package var isBroken: Bool { row.flags.contains(.broken) }

    /// A scalar's text, escapes resolved; empty for collections.
    package var string: String { tree.string(of: row) }

    /// A scalar's text, interned.
    package var symbol: Symbol { tree.symbol(of: row) }

    /// The first byte of a scalar's text, nil where there is none.
    var firstByte: UInt8? {
        let row = row
        return row.isCollection || row.length == 0 ? nil : tree.byte(row, 0)
    }

    /// True when a scalar's text has exactly these bytes.
    func reads(_ text: StaticString) -> Bool {
        tree.words(of: row, equal: text)
    }

    /// How many elements or pairs the value has as written; a duplicate counts.
    package var count: Int {
        let row = row
        return row.isCollection ? Int(row.length) : 0
    }

    /// The key under which this value stands, when it is a value of a mapping and not behind an alias.
    package var key: Node? {
        guard index > 0, tree.rows[Int(index) - 1].flags.contains(.key) else { return nil }
        return Node(tree: tree, index: index - 1)
    }
}

extension Node {
    /// Calls `body` with each element of a sequence; with none for others. Allocates nothing.
    package func forEachItem(_ body: (Node) -> Void) {
        let row = row
        guard row.flags.contains(.sequence) else { return }
        var child = UInt32(index) + 1
        while child < row.next {
            body(tree.node(at: child))
            child = tree.rows[Int(child)].following(child)
        }
    }

    /// Calls `body` with each pair of a mapping in the order of the text; with none for others. Allocates nothing.
    ///
    /// Later duplicates of a key are left out; pairs that `<<` brought come last.
    package func forEachPair(_ body: (_ key: Node, _ value: Node) -> Void) {
        let row = row
        guard row.flags.contains(.mapping) else { return }
        var key = UInt32(index) + 1
        while key < row.next {
            if !tree.rows[Int(key)].flags.contains(.hidden) {
                body(Node(tree: tree, index: Int32(key)), tree.node(at: key + 1))
            }
            key = tree.rows[Int(key) + 1].following(key + 1)
        }
    }

    /// The elements of a sequence; empty for others.
    package var items: [Node] {
        var items: [Node] = []
        items.reserveCapacity(kind == .sequence ? count : 0)
        forEachItem { items.append($0) }
        return items
    }

    /// The pairs of a mapping in the order of the text; empty for others. Later duplicates of a key are left out (and reported).
    package var pairs: [(key: Node, value: Node)] {
        var pairs: [(key: Node, value: Node)] = []
        pairs.reserveCapacity(kind == .mapping ? count : 0)
        forEachPair { pairs.append(($0, $1)) }
        return pairs
    }

    /// The value of a key of a mapping.
    package subscript(key: String) -> Node? {
        var found: Node?
        forEachPair { candidate, value in
            if found == nil, tree.words(of: candidate.row, equal: key) { found = value }
        }
        return found
    }
}
