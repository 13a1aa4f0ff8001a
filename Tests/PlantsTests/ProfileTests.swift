import PlantDrawings
import Plants
import Testing

/// Every profile of cables that NetBox has, drawn between panels with a switch behind each strand.
struct ProfileTests {
    private static let profiles = [
        "single-1c1p", "single-1c2p", "single-1c4p", "single-1c6p", "single-1c8p", "single-1c12p", "single-1c16p", "trunk-2c1p",
        "trunk-2c2p", "trunk-2c4p", "trunk-2c4p-shuffle", "trunk-2c6p", "trunk-2c8p", "trunk-2c12p", "trunk-4c1p", "trunk-4c2p",
        "trunk-4c4p", "trunk-4c4p-shuffle", "trunk-4c6p", "trunk-4c8p", "trunk-8c4p", "breakout-1c2p-2c1p", "breakout-1c4p-4c1p",
        "breakout-1c6p-6c1p", "breakout-1c8p-8c1p", "breakout-2c4p-8c1p-shuffle",
    ]

    @Test(arguments: profiles) func `every strand has one partner and leads back from there`(_ profile: String) throws {
        let sides = Self.sides(of: profile)
        let drawn = Drawing(Self.drawing(profile, sides))
        var partners: [Int] = []
        for strand in 1...sides.a.connectors * sides.a.positions {
            let trace = try #require(drawn.plant.traces(from: drawn.port("a:\(strand)")).first)
            #expect(trace.end == .complete)
            let end = try #require(trace.to.first)
            #expect(trace.to.count == 1)
            #expect(drawn.plant.traces(from: end).map(\.to) == [[drawn.port("a:\(strand)")]])
            partners.append(try #require(Int(drawn.name(of: end).dropFirst(2))))
        }
        let straight = Array(1...partners.count)
        #expect(partners.sorted() == straight)
        #expect((partners == straight) == !profile.hasSuffix("shuffle"))
    }

    private struct Side {
        var connectors: Int
        var positions: Int
    }

    /// `breakout-1c4p-4c1p`: one connector of four positions on the A side, four of one on the other.
    private static func sides(of profile: String) -> (a: Side, b: Side) {
        let sides = profile.matches(of: #/(\d+)c(\d+)p/#).map { Side(connectors: Int($0.1) ?? 0, positions: Int($0.2) ?? 0) }
        return (sides[0], sides[sides.count - 1])
    }

    private static func drawing(_ profile: String, _ sides: (a: Side, b: Side)) -> String {
        let ends = [("A", sides.a), ("B", sides.b)].map { panel, side in
            (1...side.connectors).map { "\(panel):rear/\($0)#\($0)/1-\(side.positions)" }.joined(separator: ", ")
        }
        return "[\(ends[0])] --T(\(profile))-- [\(ends[1])]\n" + cords("a", "A", sides.a) + cords("b", "B", sides.b)
    }

    /// A switch's cord to each front port of a panel, and the strand behind it.
    private static func cords(_ device: String, _ panel: String, _ side: Side) -> String {
        (0..<side.connectors * side.positions).map { index in
            let (rear, position) = (index / side.positions + 1, index % side.positions + 1)
            let number = index + 1
            return "[\(device):\(number)] --\(device)\(number)-- [\(panel):front/\(number) | \(panel):rear/\(rear)@\(position)]\n"
        }.joined()
    }
}
