import Diagnostics

/// Which rows of one kind have a name; most names have one row.
struct NameMap: Sendable {
    private static let several: UInt32 = 1 << 31

    private var map = IntegerMap()
    private var lists: [[UInt32]] = []

    init() {}

    /// Makes room for as many names in all.
    mutating func reserve(_ count: Int) { map.reserve(count) }

    /// Adds a row under a name; the same row under the same name counts once. Rows are added one after the other, each under all its names.
    mutating func add(_ name: Symbol, _ row: Int) {
        let (key, row) = (UInt64(name.id), UInt32(row))
        guard let present = map.insert(key, row) else { return }
        if present & Self.several != 0 {
            let list = Int(present & ~Self.several)
            if lists[list].last != row { lists[list].append(row) }
        } else if present != row {
            lists.append([present, row])
            map.set(key, to: UInt32(lists.count - 1) | Self.several)
        }
    }

    /// The only row with a name; nil when there is none, or more than one.
    func only(_ name: Symbol) -> Int? {
        guard let row = map[UInt64(name.id)], row & Self.several == 0 else { return nil }
        return Int(row)
    }

    /// The row that was added first under a name; nil when there is none.
    func first(_ name: Symbol) -> Int? {
        guard let row = map[UInt64(name.id)] else { return nil }
        return row & Self.several == 0 ? Int(row) : Int(lists[Int(row & ~Self.several)][0])
    }

    /// All rows with a name, in the order in which they were added.
    func rows(_ name: Symbol) -> [Int] {
        guard let row = map[UInt64(name.id)] else { return [] }
        return row & Self.several == 0 ? [Int(row)] : lists[Int(row & ~Self.several)].map { Int($0) }
    }
}
