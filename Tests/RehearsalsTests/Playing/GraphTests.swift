import Diagnostics
import Inventories
import PlantDrawings
import Plants
import Testing

@testable import Rehearsals

/// What of a plant carries data, and how surely.
struct GraphTests {
    /// The services of a client, by hand, as selectors that a drawing has no words for.
    private func client(_ drawing: String, to term: (Drawing) -> Selector.Term) -> Plant {
        let drawn = Drawing(drawing)
        var inventory = drawn.inventory
        for device in inventory.devices.refs {
            let name = inventory.devices[device].name.text
            inventory.devices[device].role = name.hasPrefix("rtr") ? "router" : "pc"
        }
        let path = Service.Path(
            from: Selector(alternatives: [[.device(drawn.device("pc-1"))]], span: nil),
            to: Selector(alternatives: [[term(drawn)]], span: nil))
        inventory.services.append(Service(named: "web", paths: [path]), at: nil)
        return Plant(inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
    }

    @Test func `a line ends at its provider's network, which a path can name by the line`() {
        let plant = client(
            """
            [pc-1:eth] --C1-- [rtr-1:1]
            [rtr-1:2] --C2-- [circuit:A-1/A | circuit:A-1/Z] ~~ [network:internet]
            """, to: { _ in .circuit(Ref(0)) })
        let played = Played("{do: disconnect, port: \"rtr-1:2\"}", on: plant)
        #expect(played.disturbs(1) == ["rtr-1:2–internet certain"])
        #expect(played.outages("web") == [.certain])
        #expect(Played("{do: disconnect, circuit: A-1}", on: plant).outages("web") == [.certain])
    }

    @Test func `a line of which nobody wrote the other side is an end of its own`() {
        let plant = client(
            """
            [pc-1:eth] --C1-- [rtr-1:1]
            [rtr-1:2] --C2-- [circuit:A-1/A]
            """, to: { _ in .circuit(Ref(0)) })
        #expect(Played("{do: disconnect, cable: C2}", on: plant).outages("web") == [.certain])
        #expect(Played("{do: inspect, device: rtr-1}", on: plant).outages("web") == [.excluded])
    }

    @Test func `a port stands for its device, and what is on no record explains nothing`() {
        let drawing = """
            [pc-1:eth] --C1-- [rtr-1:1]
            [rtr-1:2] --C2-- [srv-1:eth]
            """
        let named = client(drawing) { .port($0.port("srv-1:eth")) }
        #expect(Played("{do: disconnect, cable: C2}", on: named).outages("web") == [.certain])
        let missing = client(drawing) { _ in .unrecorded(key: "device", name: "nobody") }
        #expect(Played("{do: disconnect, cable: C2}", on: missing).outages("web") == [.unexplained])
    }

    @Test func `console cords carry nothing`() {
        let client = DrawnClient(
            """
            [pc-1:eth] --C1-- [sw-1:1]
            [sw-1:console/0] --C2-- [srv-1:server/1]
            """, services: ["files: pc-1 > srv-1"])
        #expect(client.played("{do: disconnect, cable: C2}").outages("files") == [.unexplained])
    }

    @Test func `what was known once survives nothing for sure`() {
        let twoWays = """
            [pc-1:eth] --C1-- [sw-1:1]
            [sw-1:2] --C2-- [sw-2:2]
            [sw-1:3] --C3(%)-- [sw-2:3]
            [sw-2:1] --C4-- [srv-1:eth]
            """
        let services = ["files: pc-1 > srv-1"]
        let fresh = DrawnClient(twoWays.replacing("%", with: "traced 1d"), services: services)
        #expect(fresh.played("{do: disconnect, cable: C2}").outages("files") == [.excluded])
        #expect(fresh.played("{do: disconnect, cable: C2}").impact(1, "files").atBest == .reducedRedundancy)
        let expired = DrawnClient(twoWays.replacing("%", with: "document 400d"), services: services)
        #expect(expired.played("{do: disconnect, cable: C2}").outages("files") == [.possible])
        let planned = DrawnClient(twoWays.replacing("%", with: "planned"), services: services)
        #expect(planned.played("{do: disconnect, cable: C2}").outages("files") == [.certain])
    }

    @Test func `of two cords on record in one port either may be there`() {
        let client = DrawnClient(
            """
            [pc-1:eth] --C1(traced 1d)-- [sw-1:1]
            [pc-1:eth] --C2(document 2d)-- [sw-2:1]
            [sw-1:2] --C3-- [srv-1:eth]
            [sw-2:2] --C4-- [srv-1:eth2]
            """, services: ["files: pc-1 > srv-1"])
        let played = client.played("{do: disconnect, cable: C3}")
        #expect(played.outages("files") == [.possible])
        #expect(client.played("{do: disconnect, port: \"pc-1:eth\"}").outages("files") == [.certain])
    }

    @Test func `a planned cable that is laid is a link`() {
        let client = DrawnClient(
            """
            [pc-1:eth] --C1(planned)-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            [pc-2:eth] --C3-- [sw-1:3]
            """, services: ["files: pc-2 > srv-1"])
        let played = client.played(
            """
            {do: connect, cable: {a: "pc-1:eth", b: "sw-1:1", id: C1}}
            {do: disconnect, cable: C1}
            """)
        #expect(played.obstacles(1) == [])
        #expect(played.result.addedLinks.count == 1)
        #expect(played.disturbs(2) == ["pc-1:eth–sw-1:1 certain"])
        #expect((1...2).map { played.undo($0).restores } == [true, true])
    }

    @Test func `a cord hangs until a later step plugs it or takes it away`() {
        let client = DrawnClient(
            """
            [pc-1:eth] --C1-- [PP-1:front/1 | PP-1:rear/1] --T1-- [sw-1:1]
            sw-1:5 empty
            """)
        let pull = "{do: disconnect, port: \"PP-1:front/1\"}\n"
        #expect(client.played(pull).dangling(1) == ["pc-1:eth"])
        for later in [
            "{do: disconnect, port: \"pc-1:eth\"}", "{do: disconnect, cable: C1}", "{do: remove, device: pc-1}",
            "{do: connect, cable: {a: \"pc-1:eth\", b: \"sw-1:5\", id: C1}}",
            "{do: connect, cable: {a: \"pc-1:eth\", b: \"PP-1:front/1\"}}",
        ] {
            let played = client.played(pull + later)
            #expect(played.obstacles(2) == [], "\(later)")
            #expect(played.dangling(1) == [], "\(later)")
            #expect(played.undo(2).restores, "\(later)")
        }
    }

    @Test func `an undo that is written out is played as written`() {
        let client = DrawnClient("[pc-1:eth] --C1-- [sw-1:1]")
        let good = client.played(
            "{do: disconnect, port: \"sw-1:1\", undo: [{do: connect, cable: {a: \"pc-1:eth\", b: \"sw-1:1\", id: C1}}]}")
        #expect(good.undo(1).kind == .written)
        #expect(good.undo(1).restores)
        let bad = client.played("{do: disconnect, port: \"sw-1:1\", undo: [{do: inspect, device: sw-1}]}")
        #expect(!bad.undo(1).restores)
        #expect(bad.missing(1) == ["cable `C1` is not back in `sw-1:1`"])
    }
}
