package import Diagnostics
import Synchronization

/// The forms that nearly all values have: where a shape's field is a stored property, they are read straight into it.
///
/// Each stands for the form of the same name and gives what that gives, without a call for each value.
@usableFromInline enum PlainForm: Sendable, BitwiseCopyable {
    /// Any text, as a `Symbol?`.
    case symbol
    /// Any text with its place, as a `Located<Symbol>?`.
    case locatedSymbol
    /// A name that other places can refer to, as a `Symbol?`.
    case identifier
    /// Such a name with its place, as a `Located<Symbol>?`.
    case locatedIdentifier
    /// The value as it is written, as a `Node?`.
    case node

    /// Whether only names are accepted.
    var isName: Bool { self == .identifier || self == .locatedIdentifier }

    /// Whether the place is kept with the value.
    var isLocated: Bool { self == .locatedSymbol || self == .locatedIdentifier }

    /// The same form with the place; nil where there is none.
    @usableFromInline var located: PlainForm? {
        switch self {
        case .symbol: .locatedSymbol
        case .identifier: .locatedIdentifier
        case .locatedSymbol, .locatedIdentifier, .node: nil
        }
    }
}

/// The keys of a shape, and how each is read into a value that lies at an address.
///
/// Apart from the shape because it is not generic: a million values are read without looking up the layout of any type.
@safe package final class FieldTable: Sendable {
    @usableFromInline typealias Reader = @Sendable (UnsafeMutableRawPointer, Node, inout DiagnosticLog) -> Void

    /// A field that is a stored property.
    @usableFromInline struct PlainField: Sendable, BitwiseCopyable {
        @usableFromInline var form: PlainForm
        /// In bytes from the beginning of the value.
        @usableFromInline var offset: Int

        @inlinable init(form: PlainForm, offset: Int) {
            self.form = form
            self.offset = offset
        }
    }

    /// One key: what is said of it, and how it is read.
    @safe @usableFromInline struct Entry: Sendable {
        @usableFromInline let key: String
        @usableFromInline let about: String
        @usableFromInline let isRequired: Bool
        @usableFromInline let schema: Schema
        @usableFromInline let read: Reader
        /// Where and how it is read without a call; nil for all but plain forms in stored properties.
        @usableFromInline var plain: PlainField?

        @inlinable init(key: String, about: String, isRequired: Bool, schema: Schema, read: @escaping Reader) {
            self.key = key
            self.about = about
            self.isRequired = isRequired
            self.schema = schema
            unsafe self.read = unsafe read
        }
    }

    let name: String
    let keys: [String]
    let entries: [Entry]
    /// The number of this table among all of the process.
    let number: Int
    private let plain: [PlainField?]
    private let readers: [Reader]
    /// One bit for each required field.
    private let required: UInt128

    private static let count = Atomic<Int>(0)

    /// At most 128 fields.
    @usableFromInline init(_ name: String, _ entries: [Entry]) {
        precondition(entries.count <= 128, "a shape has at most 128 keys")
        self.name = name
        self.entries = entries
        keys = entries.map(\.key)
        plain = entries.map(\.plain)
        unsafe readers = entries.map { unsafe $0.read }
        required = entries.indices.reduce(0) { entries[$1].isRequired ? $0 | 1 << UInt128($1) : $0 }
        number = Self.count.add(1, ordering: .relaxed).oldValue
    }

    /// Reads a mapping into the value at an address: every key it knows, whatever is wrong with the others.
    ///
    /// - Returns: false, after a report, when the node is no mapping.
    package func read(_ node: Node, into address: UnsafeMutableRawPointer, _ log: inout DiagnosticLog) -> Bool {
        let (tree, mapping) = (node.tree, node.row)
        guard mapping.flags.contains(.mapping) else {
            log.addMismatch(.shape(name, (required == 0 ? keys.first : keys[required.trailingZeroBitCount])), at: node)
            return false
        }
        let numbers = tree.fieldNumbers(in: self)
        var seen: UInt128 = 0
        var key = UInt32(node.index) + 1
        while key < mapping.next {
            let row = tree.rows[Int(key)]
            if !row.flags.contains(.hidden) {
                if let field = numbers.field(of: row, tree, in: self) {
                    seen |= 1 << UInt128(field)
                    unsafe read(field, of: tree, at: key + 1, into: address, &log)
                } else {
                    log.add { .unknownKey(Node(tree: tree, index: Int32(key)), in: name, among: keys) }
                }
            }
            key = tree.rows[Int(key) + 1].following(key + 1)
        }
        if seen & required != required { reportMissing(seen, at: node, &log) }
        return true
    }

    @inline(__always)
    private func read(
        _ field: Int, of tree: NodeTree, at index: UInt32, into address: UnsafeMutableRawPointer, _ log: inout DiagnosticLog
    ) {
        guard let plain = plain[field] else { return unsafe readers[field](address, tree.node(at: index), &log) }
        let place = unsafe address + plain.offset
        if plain.form == .node {
            unsafe place.assumingMemoryBound(to: Node?.self).pointee = tree.node(at: index)
            return
        }
        let first = tree.rows[Int(index)]
        let row = first.flags.contains(.alias) ? tree.rows[Int(first.next)] : first
        let isName = plain.form.isName
        guard !row.isCollection, !tree.isNull(row), !isName || tree.isIdentifier(row) else {
            return log.addMismatch(isName ? .identifier : .text, at: tree.node(at: index))
        }
        let symbol = tree.symbol(of: row)
        if plain.form.isLocated {
            let span = Span(file: tree.file, start: row.start, end: row.end)
            unsafe place.assumingMemoryBound(to: Located<Symbol>?.self).pointee = Located(symbol, span)
        } else {
            unsafe place.assumingMemoryBound(to: Symbol?.self).pointee = symbol
        }
    }

    /// Which field a key names, by its bytes.
    func field(named row: Row, in tree: NodeTree) -> Int? {
        keys.firstIndex { tree.words(of: row, equal: $0) }
    }

    private func reportMissing(_ seen: UInt128, at node: Node, _ log: inout DiagnosticLog) {
        for field in keys.indices where required & ~seen & (1 << UInt128(field)) != 0 {
            log.add { .missingKey(keys[field], entries[field].about, in: name, at: node) }
        }
    }
}

/// Which field of one table each key of one tree names.
final class FieldNumbers: Sendable {
    /// By the tree's key number, for the first keys: texts have few, and those with free keys have them behind.
    private let known: [UInt8]

    static let none = UInt8.max
    /// How many keys are known by their number; others are compared with the table's each time.
    static let limit = 256

    init(_ table: FieldTable, keys: [String]) {
        known = keys.map { key in
            let length = key.utf8.count
            // Lengths differ nearly always, and they are at hand.
            let field = table.keys.firstIndex { $0.utf8.count == length && $0.utf8.elementsEqual(key.utf8) }
            return field.map { UInt8($0) } ?? Self.none
        }
    }

    /// The field that a key names, nil where it names none.
    func field(of key: Row, _ tree: NodeTree, in table: FieldTable) -> Int? {
        guard Int(key.next) < known.count else { return table.field(named: key, in: tree) }
        let field = known[Int(key.next)]
        return field == Self.none ? nil : Int(field)
    }
}
