import Inventories
import Plants
import Testing

@testable import Rehearsals

/// Power first: what lives, at both bounds, when outlets, feeds, strips and switches lose theirs.
struct PowerTests {
    /// A switch with two supplies on two feeds, a telephone's access point behind it, a server on the other side.
    private static let drawing = """
        [sw-1:power/1] --P1-- [pdu-a:outlet/1]
        [sw-1:power/2] --P2-- [pdu-b:outlet/1]
        [pdu-a:power/in] --PA-- [feed:F1]
        [pdu-b:power/in] --PB-- [feed:F2]
        [ap-1:eth] --C1-- [sw-1:1]
        ap-1:eth is pd
        sw-1:1 is pse
        [ap-1:radio] --W1-- [pc-1:eth]
        [sw-1:2] --C2-- [srv-1:eth]
        """
    private static let services = ["desk: pc-1 > srv-1", "near: ap-1 > srv-1"]

    private func client(needs: Int? = nil, down: [String] = []) -> DrawnClient {
        DrawnClient(Self.drawing, services: Self.services, needs: needs.map { ["sw-1": $0] } ?? [:], down: down)
    }

    @Test func `one of two supplies is enough where nobody wrote more`() {
        let played = client().played(
            """
            {do: power-off, outlet: "pdu-a:outlet/1"}
            {do: power-off, feed: F2}
            """)
        #expect(played.unfed(1) == ["sw-1:power/1"])
        #expect(played.outages("desk") == [.excluded, .certain])
        #expect(Set(played.unfed(2)) == ["sw-1:power/2", "pdu-b:power/in", "ap-1:eth"])
        #expect((1...2).map { played.undo($0).restores } == [true, true])
        #expect(played.step(1).disrupts)
    }

    @Test func `two of two are both needed where that is written`() {
        let played = client(needs: 2).played("{do: power-off, outlet: \"pdu-a:outlet/1\"}")
        #expect(played.outages("desk") == [.certain])
        #expect(played.disturbs(1) == ["ap-1:eth–sw-1:1 certain", "ap-1:radio–pc-1:eth certain", "srv-1:eth–sw-1:2 certain"])
    }

    @Test func `power over Ethernet falls with its switch, and comes back with it`() {
        let played = client().played(
            """
            {do: power-off, device: sw-1}
            {do: power-on, device: sw-1}
            """)
        #expect(played.unfed(1) == ["ap-1:eth"])
        #expect(played.outages("near") == [.certain, .excluded])
        #expect(played.disturbs(1).allSatisfy { $0.hasSuffix("certain back") })
        #expect(played.disturbs(1).count == 3)
    }

    @Test func `power over Ethernet goes with its cord`() {
        let played = client().played(
            """
            {do: disconnect, port: "sw-1:1"}
            {do: connect, cable: {a: "ap-1:eth", b: "sw-1:1"}, verify: {observe: LEDs}}
            """)
        #expect(played.unfed(1) == ["ap-1:eth"])
        #expect(played.outages("desk") == [.certain, .excluded])
    }

    @Test(arguments: [
        ("{do: disconnect, port: \"sw-1:power/1\"}", ["sw-1:power/1"]),
        ("{do: disconnect, cable: PA}", ["sw-1:power/1", "pdu-a:power/in"]),
        ("{do: disconnect, feed: F1}", ["sw-1:power/1", "pdu-a:power/in"]),
        ("{do: power-off, feed: F1}", ["sw-1:power/1", "pdu-a:power/in"]),
        ("{do: power-off, device: pdu-a}", ["sw-1:power/1"]),
        ("{do: remove, device: pdu-a}", ["sw-1:power/1", "pdu-a:power/in"]),
    ])
    func `a supply is cut wherever its way is`(step: String, unfed: [String]) {
        let one = client().played(step)
        #expect(Set(one.unfed(1)) == Set(unfed))
        #expect(one.outages("desk") == [.excluded])
        #expect(one.undo(1).restores)
        #expect(client(needs: 2).played(step).outages("desk") == [.certain])
    }

    @Test func `a chain of strips and a UPS falls with its feed`() {
        let client = DrawnClient(
            """
            [sw-1:power/1] --P1-- [pdu-a:outlet/1]
            [pdu-a:power/in] --P2-- [ups-1:outlet/1]
            [ups-1:power/in] --P3-- [feed:F1]
            [pc-1:eth] --C1-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            """, services: ["files: pc-1 > srv-1"])
        for step in ["{do: power-off, device: ups-1}", "{do: remove, device: ups-1}", "{do: disconnect, cable: P3}"] {
            #expect(client.played(step).outages("files") == [.certain], "\(step)")
        }
    }

    @Test func `a supply of which nobody knows whether it is fed leaves the device in doubt`() {
        let client = DrawnClient(
            """
            [sw-1:power/1] --P1-- [feed:F1]
            [sw-1:power/2] --P2(document 400d)-- [feed:F2]
            [pc-1:eth] --C1-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            """, services: ["files: pc-1 > srv-1"])
        #expect(client.played("{do: power-off, feed: F1}").outages("files") == [.possible])
        #expect(client.played("{do: power-off, feed: F2}").outages("files") == [.excluded])
    }

    @Test func `what is out already gives no power and loses nothing`() {
        let played = client(down: ["pdu-b"]).played("{do: power-off, outlet: \"pdu-a:outlet/1\"}")
        #expect(played.outages("desk") == [.certain])
        let dead = client(down: ["sw-1"]).played("{do: disconnect, port: \"sw-1:2\"}")
        #expect(dead.disturbs(1) == ["srv-1:eth–sw-1:2 certain down"])
        #expect(!dead.step(1).disrupts)
        #expect(dead.outages("desk") == [.unexplained])
    }

    @Test func `a power cord that moves leaves its device without while it moves`() {
        let client = DrawnClient(
            """
            [sw-1:power/1] --P1-- [pdu-a:outlet/1]
            [pdu-a:power/in] --PA-- [feed:F1]
            pdu-a:outlet/2 from in
            pdu-a:outlet/2 empty
            [pc-1:eth] --C1-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            """, services: ["files: pc-1 > srv-1"])
        let played = client.played(
            """
            {do: move, port: "pdu-a:outlet/1", to: "pdu-a:outlet/2"}
            {do: inspect, device: sw-1}
            {do: hold, observe: "pdu-a:outlet/2"}
            """)
        #expect(played.outages("files") == [.certain, .possible, .excluded])
        #expect(played.undo(1).restores)
        #expect(played.unfed(1) == ["sw-1:power/1"])
    }

    @Test func `a new supply carries the device once it is seen`() {
        let client = DrawnClient(
            """
            [sw-1:power/1] --P1-- [feed:F1]
            [sw-1:power/2]
            sw-1:power/2 empty
            feed:F2 empty
            [pc-1:eth] --C1-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            """, services: ["files: pc-1 > srv-1"])
        let steps = """
            {do: connect, cable: {a: "sw-1:power/2", b: "feed:F2"}}
            {do: power-off, feed: F1}
            """.replacing("\"feed:F2\"", with: "{feed: F2}")
        #expect(client.played(steps).outages("files") == [.excluded, .possible])
        let seen = steps.replacing("{feed: F2}}}", with: "{feed: F2}}, verify: {observe: LED green}}")
        #expect(client.played(seen).outages("files") == [.excluded, .excluded])
    }
}
