import Inventories
import PlantDrawings
import Plants
import Testing

struct SupplyTests {
    /// The ways of a supply, each as the ports from the inlet on, its end and its feed.
    private func ways(_ drawn: Drawing, _ device: String) -> [String] {
        drawn.plant.supplies(of: drawn.device(device)).flatMap { supply in
            supply.ways.map { way in
                let ports = way.hops.flatMap { [$0.inlet] + ($0.source.map { [$0] } ?? []) }.map { drawn.name(of: $0) }
                return ports.joined(separator: " < ") + " " + way.end.rawValue + (way.isInletKnown ? "" : ", inlet not named")
            }
        }
    }

    private static let twoFeeds = """
        [srv:power/1] --P1-- [pdu-a:outlet/3]
        [srv:power/2] --P2-- [pdu-b:outlet/3]
        [pdu-a:power/in] --PA-- [feed:F1]
        [pdu-b:power/in] --PB(document 400d)-- [feed:F2]
        """

    @Test func `a supply is traced to its feed`() {
        let drawn = Drawing(Self.twoFeeds)
        #expect(
            ways(drawn, "srv") == [
                "srv:power/1 < pdu-a:outlet/3 < pdu-a:power/in < feed:F1 complete",
                "srv:power/2 < pdu-b:outlet/3 < pdu-b:power/in < feed:F2 complete",
            ])
        let supplies = drawn.plant.supplies(of: drawn.device("srv"))
        #expect(supplies[0].feeds == [drawn.port("feed:F1")])
        #expect(supplies[0].ways[0].panel != nil)
        #expect(supplies.map(\.isFed.isKnown) == [true, false])
        #expect(supplies.map(\.isFed.value) == [true, true])
    }

    @Test func `supplies are found from what they run over`() {
        let drawn = Drawing(Self.twoFeeds)
        let supplies = Supplies(drawn.plant)
        #expect(supplies.all.count == 4)
        #expect(
            supplies.supplies(over: .port(drawn.port("feed:F1"))).map { drawn.name(of: $0.inlet) } == ["srv:power/1", "pdu-a:power/in"])
        #expect(supplies.supplies(over: .cable(drawn.cable("P2"))).map { drawn.name(of: $0.inlet) } == ["srv:power/2"])
        #expect(supplies.supplies(over: .device(drawn.device("pdu-b"))).count == 2)
        #expect(supplies.supplies(of: drawn.device("srv")).count == 2)
    }

    @Test func `an outlet names its inlet where its device has several`() {
        let drawn = Drawing(
            """
            [srv:power/1] --P1-- [pdu:outlet/3]
            [srv:power/2] --P2-- [pdu:outlet/4]
            [pdu:power/A] --PA-- [feed:F1]
            [pdu:power/B] --PB-- [feed:F2]
            pdu:outlet/3 from B
            """)
        #expect(
            ways(drawn, "srv") == [
                "srv:power/1 < pdu:outlet/3 < pdu:power/B < feed:F2 complete",
                "srv:power/2 < pdu:outlet/4 < pdu:power/A < feed:F1 complete, inlet not named",
                "srv:power/2 < pdu:outlet/4 < pdu:power/B < feed:F2 complete, inlet not named",
            ])
        #expect(!drawn.plant.supplies(of: drawn.device("srv"))[1].isFed.isKnown)
    }

    @Test func `a strip that nobody cabled is open, and a cord to nowhere unknown`() {
        let drawn = Drawing(
            """
            [srv:power/1] --P1-- [pdu:outlet/3]
            [pdu:power/in]
            [box:power/1] --P2-- [?]
            [lone:power/1]
            """)
        #expect(ways(drawn, "srv") == ["srv:power/1 < pdu:outlet/3 < pdu:power/in open"])
        #expect(ways(drawn, "box") == ["box:power/1 unknown"])
        #expect(ways(drawn, "lone") == ["lone:power/1 open"])
        #expect(drawn.plant.supplies(of: drawn.device("srv"))[0].isFed.value == nil)
    }

    @Test func `strips plugged into each other end somewhere`() {
        let drawn = Drawing(
            """
            [a:power/in] --P1-- [b:outlet/1]
            [b:power/in] --P2-- [a:outlet/1]
            """)
        #expect(ways(drawn, "a") == ["a:power/in < b:outlet/1 < b:power/in < a:outlet/1 unknown"])
    }

    @Test func `power over Ethernet comes from the switch and what feeds it`() {
        let drawn = Drawing(
            """
            [sw:1] --C1-- [PP:front/1 | PP:rear/1] --C2-- [ap:eth0]
            ap:eth0 is pd
            sw:1 is pse
            [sw:power/1] --P1-- [feed:F1]
            """)
        let supplies = drawn.plant.supplies(of: drawn.device("ap"))
        #expect(supplies.map(\.isPoE) == [true])
        #expect(ways(drawn, "ap") == ["ap:eth0 < sw:1 < sw:power/1 < feed:F1 complete"])
        #expect(supplies[0].ways[0].cables.map { drawn.name(of: $0) } == ["C2", "C1", "P1"])
    }
}
