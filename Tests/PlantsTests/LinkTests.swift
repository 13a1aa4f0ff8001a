import Diagnostics
import Inventories
import PlantDrawings
import Plants
import Testing
import Times

/// A link as a line: its ends, what carries it, and how it stands.
extension Drawing {
    func text(of link: Link) -> String {
        let ends = link.ends.map { name(of: $0) }.sorted()
        let far = link.network.map { inventory.providerNetworks[$0].name.text } ?? (ends.count < 2 ? "?" : nil)
        let line = (ends + (far.map { [$0] } ?? [])).joined(separator: " – ")
        let over = link.cables.map { name(of: $0) }.sorted().joined(separator: ", ")
        let standing =
            link.exists.isConflicting ? "conflicting" : link.exists.isKnown ? "exists" : link.exists.value == nil ? "unknown" : "expired"
        return "\(line) over \(over): \(standing)\(link.isCarrierKnown ? "" : ", carrier unknown")"
    }

    var links: [String] {
        let links = Links(plant)
        return links.refs.map { text(of: links[$0]) }.sorted()
    }

    func links(over object: ObjectRef) -> [String] {
        let links = Links(plant)
        return links.links(over: object).map { text(of: links[$0]) }.sorted()
    }
}

struct LinkTests {
    @Test func `a way through panels is one link over three cables`() {
        let drawn = Drawing("[sw-1:1] --C1-- [PP-1:front/7 | PP-1:rear/7] --T1-- [PP-2:rear/7 | PP-2:front/7] --C2-- [pc:eth0]")
        #expect(drawn.links == ["pc:eth0 – sw-1:1 over C1, C2, T1: exists"])
        for object in [ObjectRef.cable(drawn.cable("T1")), .port(drawn.port("PP-2:front/7")), .device(drawn.device("PP-1"))] {
            #expect(drawn.links(over: object) == drawn.links)
        }
    }

    @Test func `each leg of a breakout is a link of its own`() {
        let drawn = Drawing("[sw:Q1#1/1-4] --C1(breakout-1c4p-4c1p)-- [a:e0#1/1, b:e0#2/1]")
        #expect(drawn.links == ["a:e0 – sw:Q1 over C1: exists", "b:e0 – sw:Q1 over C1: exists"])
        #expect(drawn.links(over: .device(drawn.device("a"))) == ["a:e0 – sw:Q1 over C1: exists"])
    }

    @Test func `a duplex way is one link over all its cables`() {
        let drawn = Drawing(
            "[a:1] --C1-- [P1:front/1, P1:front/2 | P1:rear/1, P1:rear/2] --T1, T2-- [P2:rear/1, P2:rear/2 | P2:front/1, P2:front/2] --C2-- [b:1]"
        )
        #expect(drawn.links == ["a:1 – b:1 over C1, C2, T1, T2: exists"])
        #expect(drawn.links(over: .cable(drawn.cable("T2"))) == drawn.links)
    }

    @Test func `ends of a bundle are joined, but nobody knows which to which`() {
        let drawn = Drawing("[a:1, a:2] --C1-- [b:1, b:2]")
        #expect(drawn.links.count == 4)
        #expect(drawn.links.allSatisfy { $0.hasSuffix("expired, carrier unknown") })
    }

    @Test func `a rear port cabled straight gives the links that its front ports have`() {
        let drawn = Drawing(
            """
            [z:1] --T-- [P:rear/1]
            [a:1] --C1-- [P:front/1 | P:rear/1@1]
            [a:2] --C2-- [P:front/2 | P:rear/1@2]
            """)
        #expect(drawn.links == ["a:1 – z:1 over C1, T: exists", "a:2 – z:1 over C2, T: exists"])
    }

    @Test func `what hears the far end proves the link and names no carrier`() {
        let drawn = Drawing("[sw:1] --C1(lldp 1d)-- [ap:eth0]")
        #expect(drawn.links == ["ap:eth0 – sw:1 over C1: exists, carrier unknown"])
    }

    @Test func `a link is as good as its worst cable`() {
        let drawn = Drawing(
            """
            [sw:1] --C1(document 10d)-- [P:front/1 | P:rear/1] --T(document 400d)-- [b:1]
            [sw:2] --C2(nobody)-- [b:2]
            [sw:3] --C3(traced 170d)-- [P:front/3 | P:rear/3] --T3-- [b:3]
            """)
        #expect(
            drawn.links == [
                "b:1 – sw:1 over C1, T: expired, carrier unknown", "b:2 – sw:2 over C2: expired, carrier unknown",
                "b:3 – sw:3 over C3, T3: exists",
            ])
        let links = Links(drawn.plant)
        let third = links.links(over: .cable(drawn.cable("T3")))[0]
        #expect(links[third].exists.until == Drawing.now + .days(10))
    }

    @Test func `an occupied port without a cable is a link with an unknown end`() {
        let drawn = Drawing(
            """
            [sw:1] open
            [sw:2] open
            sw:1 occupied (photo 400d)
            """)
        #expect(drawn.links == ["sw:1 – ? over : unknown, carrier unknown"])
    }

    @Test func `an occupied panel port with unknown ends is a link of nobody`() {
        let drawn = Drawing(
            """
            [PP:front/12 | PP:rear/12] --T-- [PP-2:rear/12 | PP-2:front/12]
            [PP:front/13 | PP:rear/13]
            PP:front/12 occupied
            PP:front/13 occupied
            """)
        #expect(drawn.links == ["? over : unknown, carrier unknown", "? over T: unknown, carrier unknown"])
        #expect(drawn.links(over: .port(drawn.port("PP-2:front/12"))) == ["? over T: unknown, carrier unknown"])
    }

    @Test func `a dark trunk is no link`() {
        #expect(Drawing("[PP:front/1 | PP:rear/1] --T-- [PP-2:rear/1 | PP-2:front/1]").links.isEmpty)
    }

    @Test func `a cord that ends at a panel port known to be empty is no link`() {
        let text = "[sw:1] --C1-- [PP:front/1 | PP:rear/1]"
        #expect(Drawing(text).links == ["sw:1 – ? over C1: unknown, carrier unknown"])
        #expect(Drawing(text + "\nPP:rear/1 empty").links.isEmpty)
    }

    @Test func `a cable with an unknown side is a link with an unknown end`() {
        let drawn = Drawing(
            """
            [sw:1] --C1-- [?]
            [PP:front/2 | PP:rear/2] --T-- [b:1]
            [PP:front/2] --C2-- [?]
            """)
        #expect(drawn.links == ["b:1 – ? over C2, T: unknown, carrier unknown", "sw:1 – ? over C1: unknown, carrier unknown"])
    }

    @Test func `two cables in one port make conflicting links`() {
        let drawn = Drawing(
            """
            [sw:1] --C1-- [a:1]
            [sw:1] --C2(document 10d)-- [b:1]
            """)
        #expect(drawn.links == ["a:1 – sw:1 over C1: conflicting, carrier unknown", "b:1 – sw:1 over C2: conflicting, carrier unknown"])
        let far = drawn.plant.farEnd(of: drawn.port("sw:1"))
        #expect(far.isConflicting)
        #expect(Set(far.alternatives) == [drawn.port("a:1"), drawn.port("b:1")])
    }

    @Test func `a provider network is an end`() {
        let drawn = Drawing("[r1:0] --C1-- [circuit:L1/A | circuit:L1/Z] ~~ [network:WAN]")
        #expect(drawn.links == ["r1:0 – WAN over C1: exists"])
        #expect(drawn.links(over: .circuit(Ref(0))) == drawn.links)
    }

    @Test func `a circuit with one side leads to an unknown end`() {
        #expect(Drawing("[r1:0] --C1-- [circuit:L1/Z]").links == ["r1:0 – ? over C1: unknown, carrier unknown"])
    }

    @Test func `power and planned cables are no links`() {
        let drawn = Drawing(
            """
            [srv:power/1] --P1-- [pdu:outlet/3]
            [sw:1] --C1(planned)-- [b:1]
            """)
        #expect(drawn.links.isEmpty)
    }

    @Test func `far ends are told from either side, also through panels`() {
        let drawn = Drawing("[sw:1] --C1-- [PP:front/1 | PP:rear/1] --T-- [b:1]")
        #expect(drawn.plant.farEnd(of: drawn.port("sw:1")).value == drawn.port("b:1"))
        #expect(drawn.plant.farEnd(of: drawn.port("b:1")).value == drawn.port("sw:1"))
        #expect(drawn.plant.farEnd(of: drawn.port("PP:front/1")).isKnown)
    }
}
