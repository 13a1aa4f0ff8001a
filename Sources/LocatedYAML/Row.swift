/// One value of a text in the arena: 24 bytes, in preorder.
///
/// A scalar's words are `length` bytes from `text`, in the source or, with `.aside`, in the side buffer. A collection's
/// children follow it; `text` is then the end of its first token and `length` the number of its children (pairs count once).
struct Row: BitwiseCopyable {
    /// Where the first token begins, in bytes of the source.
    var start: UInt32
    /// Where the whole value ends, excluded.
    var end: UInt32
    /// Of a collection: the row after its last descendant. Of a key: its number in the tree's keys. Of an alias: the row it stands for.
    var next: UInt32
    var text: UInt32
    var length: UInt32
    var flags: Flags

    /// What kind of value a row is and how it was written.
    struct Flags: OptionSet, BitwiseCopyable {
        let rawValue: UInt32

        static let sequence = Flags(rawValue: 1)
        static let mapping = Flags(rawValue: 2)
        /// Stands for another row.
        static let alias = Flags(rawValue: 4)
        /// Written in quotes or as a block: a text whatever it says.
        static let quoted = Flags(rawValue: 8)
        /// The words stand in the side buffer, because escapes or folding changed them.
        static let aside = Flags(rawValue: 16)
        /// A key of a mapping; the row after it is its value.
        static let key = Flags(rawValue: 32)
        /// A key that is passed over: a later duplicate, or `<<` after its keys were merged.
        static let hidden = Flags(rawValue: 64)
        /// A fault was already reported here.
        static let broken = Flags(rawValue: 128)
        /// Written in brackets.
        static let flow = Flags(rawValue: 256)
        /// A key that came from another mapping through `<<`.
        static let merged = Flags(rawValue: 512)
        /// A text in a block, after `|` or `>`.
        static let block = Flags(rawValue: 1_024)
        /// A plain `<<`.
        static let merge = Flags(rawValue: 2_048)

        static let collection: Flags = [.sequence, .mapping]
    }

    var isCollection: Bool { !flags.isDisjoint(with: .collection) }

    /// The row after this one and everything in it.
    func following(_ index: UInt32) -> UInt32 {
        isCollection ? next : index &+ 1
    }
}
