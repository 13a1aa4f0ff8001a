import Diagnostics
import Inventories

/// How the strands of a cable run from the connectors and positions of one side to those of the other.
///
/// Strands are numbered across a side: connector 1 holds the first ones, connector 2 the next. Strand n of one side is strand n of
/// the other, whatever the connectors are (straight, trunk, breakout), but for the shuffles.
struct StrandPlan {
    /// How many positions each connector of a side has.
    private let positions: (a: Int, b: Int)
    private let shuffle: Shuffle?

    /// The two ways in which cables are made shuffled.
    ///
    /// Source: NetBox 4.5, `dcim/cable_profiles.py`: `trunk-2c4p-shuffle` and `breakout-2c4p-8c1p-shuffle` exchange the inner
    /// pairs of two connectors of four, `trunk-4c4p-shuffle` turns a square of four by four. Both are their own inverse.
    private enum Shuffle {
        case innerPairs, square

        func partner(of strand: Int) -> Int? {
            switch self {
            case .innerPairs:
                let order = [1, 2, 5, 6, 3, 4, 7, 8]
                return order.indices.contains(strand - 1) ? order[strand - 1] : nil
            case .square:
                return (1...16).contains(strand) ? (strand - 1) % 4 * 4 + (strand - 1) / 4 + 1 : nil
            }
        }
    }

    /// Nil when the record does not say which strand goes where: no profile and no connectors, or a shuffle of an unknown kind.
    init?(_ cable: Cable, ends: some Sequence<CableEnd>) {
        let isNumbered = ends.contains { $0.connector != 0 }
        guard cable.profile != nil || isNumbered else { return nil }
        let name = cable.profile?.text ?? ""
        switch name {
        case "trunk-2c4p-shuffle", "breakout-2c4p-8c1p-shuffle": shuffle = .innerPairs
        case "trunk-4c4p-shuffle": shuffle = .square
        default:
            if name.contains("shuffle") { return nil }
            shuffle = nil
        }
        positions = Self.positions(named: name) ?? Self.positions(seenIn: ends)
    }

    /// The strands that an end of a cable takes, in the order of its positions.
    func strands(of end: CableEnd, connector: Int) -> [Int] {
        let width = end.side == .a ? positions.a : positions.b
        let first = (connector - 1) * width
        guard end.positions != 0 else { return (1...width).map { first + $0 } }
        return (0..<64).filter { end.positions & (1 << UInt64($0)) != 0 }.map { first + $0 + 1 }
    }

    /// The strand of the other side that is the same piece of glass or copper.
    func partner(of strand: Int) -> Int? {
        guard let shuffle else { return strand }
        return shuffle.partner(of: strand)
    }

    /// Reads `single-1c4p`, `trunk-2c4p`, `breakout-1c4p-4c1p`: NetBox's names count connectors and positions of the A side, then of
    /// the B side where it differs.
    private static func positions(named name: String) -> (a: Int, b: Int)? {
        let counts = name.split(separator: "-").compactMap { part -> Int? in
            let halves = part.split(separator: "c", omittingEmptySubsequences: false)
            guard halves.count == 2, Int(halves[0]) != nil, halves[1].hasSuffix("p") else { return nil }
            return Int(halves[1].dropLast()).flatMap { (1...64).contains($0) ? $0 : nil }
        }
        guard let first = counts.first else { return nil }
        return (first, counts.count > 1 ? counts[1] : first)
    }

    /// Where a side has no positions written, its connectors share the strands of the other side evenly.
    private static func positions(seenIn ends: some Sequence<CableEnd>) -> (a: Int, b: Int) {
        var (a, b) = (Side(), Side())
        for end in ends {
            if end.side == .a { a.add(end) } else { b.add(end) }
        }
        let (width, otherWidth) = (max(1, a.width), max(1, b.width))
        return (
            a.width > 0 ? width : max(1, b.connectors * otherWidth / a.connectors),
            b.width > 0 ? otherWidth : max(1, a.connectors * width / b.connectors)
        )
    }

    private struct Side {
        var connectors = 1
        /// The highest position written; 0 when none is.
        var width = 0

        mutating func add(_ end: CableEnd) {
            connectors = max(connectors, Int(end.connector))
            width = max(width, 64 - end.positions.leadingZeroBitCount)
        }
    }
}
