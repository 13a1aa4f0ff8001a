import Diagnostics
import Inventories
import Plants
import Testing

@testable import Rehearsals

/// What each verb takes away, possibly takes away, adds, and how it is undone: the rows of formats.md's table.
struct VerbTests {
    private static let office = DrawnClient(
        """
        [pc-1:eth] --C1-- [PP-1:front/1 | PP-1:rear/1] --T1-- [sw-1:1]
        [pc-2:eth] --C4-- [PP-1:front/2 | PP-1:rear/2] --T2-- [sw-1:3]
        [PP-1:front/3 | PP-1:rear/3] --T3-- [sw-1:4]
        [sw-1:2] --C2-- [sw-2:2]
        [sw-2:1] --C3-- [srv-1:eth]
        [PP-1:front/4 | PP-1:rear/4]
        PP-1:front/4 occupied (traced 1d)
        sw-1:5 empty
        sw-2:5 empty
        """, services: ["files: pc-1 > srv-1", "mail: pc-2 > srv-1"])

    @Test(arguments: ["inspect, device: sw-1", "label, port: \"sw-1:1\"", "hold, observe: the fan of sw-1"])
    func `looking takes nothing away`(step: String) {
        let played = Self.office.played("{do: \(step)}")
        #expect(played.disturbs(1) == [])
        #expect(played.outages("files") == [.excluded])
        #expect(!played.step(1).disrupts)
        #expect(played.undo(1).restores)
    }

    @Test func `a hand shakes cords where the policy says so, and only while it is there`() {
        let steps = """
            {do: inspect, device: sw-2}
            {do: hold, observe: the fan}
            """
        let played = Self.office.played(steps, effects: Effects(possible: [.inspect: ["cord-disturbed"]]))
        #expect(played.disturbs(1) == ["srv-1:eth–sw-2:1 possible back", "sw-1:2–sw-2:2 possible back"])
        #expect(played.outages("files") == [.possible, .excluded])
    }

    @Test func `disconnecting takes the links over the port, surely`() {
        let played = Self.office.played("{do: disconnect, port: \"PP-1:front/1\"}")
        #expect(played.disturbs(1) == ["pc-1:eth–sw-1:1 certain"])
        #expect(played.outages("files") == [.certain])
        #expect(played.outages("mail") == [.excluded])
        #expect(played.touches(1) == ["PP-1:front/1", "C1"])
        #expect(played.dangling(1) == ["pc-1:eth"])
        #expect(played.undo(1).restores)
        #expect(played.step(1).disrupts)
    }

    @Test func `disconnecting a cable takes it away whole`() {
        let played = Self.office.played("{do: disconnect, cable: C1}")
        #expect(played.disturbs(1) == ["pc-1:eth–sw-1:1 certain"])
        #expect(played.touches(1) == ["C1", "pc-1:eth", "PP-1:front/1"])
        #expect(played.dangling(1) == [])
        #expect(played.undo(1).restores)
    }

    @Test func `what is plugged back counts once somebody has seen it`() {
        let played = Self.office.played(
            """
            {do: disconnect, port: "sw-1:2"}
            {do: connect, cable: {a: "sw-1:2", b: "sw-2:2"}}
            {do: hold, observe: "sw-1:2", expect: green}
            """)
        #expect(played.disturbs(1) == ["sw-1:2–sw-2:2 certain back"])
        #expect(played.outages("files") == [.certain, .possible, .excluded])
        #expect(played.dangling(1) == [])
        #expect(played.takes(2) == ["sw-1:2 freed"])
        #expect((1...3).map { played.undo($0).restores } == [true, true, true])
    }

    @Test func `a verify of the step itself is enough`() {
        let played = Self.office.played(
            """
            {do: disconnect, cable: C2}
            {do: connect, cable: {a: "sw-1:2", b: "sw-2:2", id: C2}, verify: {observe: link LEDs, expect: green}}
            """)
        #expect(played.outages("files") == [.certain, .excluded])
    }

    @Test func `another cord in the same port restores nothing`() {
        let played = Self.office.played(
            """
            {do: disconnect, port: "PP-1:front/1"}
            {do: connect, cable: {a: "new:eth0", b: "PP-1:front/1"}, verify: {observe: link LED}}
            """)
        #expect(played.disturbs(1) == ["pc-1:eth–sw-1:1 certain"])
        #expect(played.outages("files") == [.certain, .certain])
        #expect(played.dangling(1) == ["pc-1:eth"])
        #expect(played.obstacles(2) == [])
        #expect(played.undo(2).restores)
    }

    @Test func `a new link is there once verified`() {
        let steps = """
            {do: connect, cable: {a: "sw-1:5", b: "sw-2:5"}}
            {do: disconnect, cable: C2}
            {do: hold, observe: "sw-1:5"}
            """
        let unseen = Self.office.played(steps)
        #expect(unseen.disturbs(1) == [])
        #expect(unseen.takes(1) == ["sw-1:5", "sw-2:5"])
        #expect(unseen.outages("files") == [.excluded, .possible, .excluded])
        #expect(unseen.result.addedLinks.map { unseen.ends(of: .added(0)) + " \($0.step)" } == ["sw-1:5–sw-2:5 0"])
        let seen = Self.office.played(steps.replacing("sw-2:5\"}}", with: "sw-2:5\"}, verify: {observe: link LED}}"))
        #expect(seen.outages("files") == [.excluded, .excluded, .excluded])
        #expect(seen.impact(2, "files").basis == .survives)
    }

    @Test func `a move takes the link between its ports, and adds it at the new end`() {
        let played = Self.office.played(
            """
            {do: move, port: "PP-1:front/1", to: "PP-1:front/3"}
            {do: hold, observe: "sw-1:4"}
            """)
        #expect(played.disturbs(1) == ["pc-1:eth–sw-1:1 certain elsewhere"])
        #expect(played.outages("files") == [.certain, .excluded])
        #expect(played.result.addedLinks.map { Set($0.link.ends.map { played.name($0) }) } == [["pc-1:eth", "sw-1:4"]])
        #expect(played.dangling(1) == [])
        #expect(played.takes(1) == ["PP-1:front/3"])
        #expect(played.undo(1).restores)
        #expect(played.impact(2, "files").atWorst == .noImpact)
    }

    @Test func `cords that change places are both away in between`() {
        let played = Self.office.played(
            #"{do: move, list: [{from: "PP-1:front/1", to: "PP-1:front/2"}, {from: "PP-1:front/2", to: "PP-1:front/1"}]}"#)
        #expect(played.disturbs(1) == ["pc-1:eth–sw-1:1 certain elsewhere", "pc-2:eth–sw-1:3 certain elsewhere"])
        #expect(played.outages("files") == [.certain])
        #expect(played.takes(1) == ["PP-1:front/2 freed", "PP-1:front/1 freed"])
        #expect(played.obstacles(1) == [])
        #expect(played.undo(1).restores)
    }

    @Test func `a cord that nobody can name takes with it what it may carry`() {
        let client = DrawnClient(
            """
            [pc-1:eth] --C1(lldp 1d)-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            [PP-1:front/1 | PP-1:rear/1]
            PP-1:front/1 occupied (photo 400d)
            """, services: ["files: pc-1 > srv-1", "time: sw-1 > srv-1"])
        let played = client.played(
            """
            {do: disconnect, port: "PP-1:front/1"}
            {do: connect, cable: {a: unknown, b: "PP-1:front/1"}}
            {do: hold, observe: "PP-1:front/1"}
            """)
        #expect(played.disturbs(1) == ["PP-1:front/1–? certain back", "pc-1:eth–sw-1:1 possible back"])
        #expect(played.outages("files") == [.possible, .possible, .excluded])
        #expect(played.outages("time") == [.excluded, .excluded, .excluded])
        #expect(played.dangling(1) == [])
        #expect(played.undo(1).restores)
    }

    @Test func `a port into which nobody has looked may hold anything`() {
        let client = DrawnClient(
            """
            [pc-1:eth] --C1(lldp 1d)-- [sw-1:1]
            [sw-1:2] --C2-- [srv-1:eth]
            [pc-2:eth] --C3(lldp 1d)-- [sw-2:1]
            [sw-1:9]
            """, services: ["files: pc-1 > srv-1"])
        let played = client.played("{do: disconnect, port: \"sw-1:9\"}")
        #expect(played.disturbs(1) == ["pc-1:eth–sw-1:1 possible", "sw-1:9–? possible"])
        #expect(played.obstacles(1) == [])
        #expect(played.outages("files") == [.possible])
        #expect(!played.undo(1).restores)
        #expect(played.missing(1) == ["what was plugged into `sw-1:9` is not back"])
    }

    @Test func `a removed device takes its links and leaves cords hanging`() {
        let played = Self.office.played("{do: remove, device: sw-2}")
        #expect(played.disturbs(1) == ["srv-1:eth–sw-2:1 certain", "sw-1:2–sw-2:2 certain"])
        #expect(played.outages("files") == [.certain])
        #expect(played.dangling(1).sorted() == ["srv-1:eth", "sw-1:2"])
        #expect(played.touches(1) == ["sw-2"])
        #expect(played.undo(1).restores)
    }

    @Test func `a removed panel takes what runs through it`() {
        let played = Self.office.played("{do: remove, device: PP-1}")
        #expect(played.outages("files") == [.certain])
        #expect(played.disturbs(1).count == 4)
        #expect(played.undo(1).restores)
    }

    @Test func `a replacement is an outage while it lasts, and its configuration may be lost`() {
        let played = Self.office.played(
            """
            {do: replace, device: sw-2, with: sw-9, cords: same-port}
            {do: hold, observe: "sw-2"}
            """)
        #expect(played.disturbs(1) == ["srv-1:eth–sw-2:1 certain back", "sw-1:2–sw-2:2 certain back"])
        #expect(played.outages("files")[0] == .certain)
        #expect(played.dangling(1) == [])
        #expect(played.undo(1).restores)
        let verified = Self.office.played(
            """
            {do: replace, device: sw-2, with: sw-9, cords: same-port, verify: {observe: all LEDs}}
            {do: inspect, device: srv-1}
            """)
        #expect(verified.outages("files") == [.certain, .excluded])
        let unverified = Self.office.played(
            """
            {do: replace, device: sw-2, with: sw-9, cords: same-port}
            {do: inspect, device: srv-1}
            """)
        #expect(unverified.outages("files") == [.certain, .possible])
    }

    @Test func `a replacement that says nothing of the cords leaves them hanging`() {
        let played = Self.office.played("{do: replace, device: sw-2, with: sw-9}")
        #expect(played.dangling(1).sorted() == ["srv-1:eth", "sw-1:2"])
        #expect(!played.undo(1).restores)
    }

    @Test func `the ports of what was put in are those of what was taken out`() {
        let played = Self.office.played(
            """
            {do: replace, device: sw-2, with: sw-9, cords: same-port, verify: {observe: all LEDs}}
            {do: disconnect, port: "sw-9:1"}
            {do: replace, device: sw-9, with: sw-2, cords: same-port}
            """)
        #expect(played.disturbs(2) == ["srv-1:eth–sw-2:1 certain"])
        #expect(played.obstacles(2) == [])
        #expect(played.undo(1).restores)
    }

    @Test func `a restart is an outage while it lasts, and may not come back`() {
        let steps = """
            {do: restart, device: sw-2}
            {do: inspect, device: sw-2}
            """
        let played = Self.office.played(steps)
        #expect(played.outages("files") == [.certain, .possible])
        #expect(played.disturbs(1) == ["srv-1:eth–sw-2:1 certain back", "sw-1:2–sw-2:2 certain back"])
        #expect(played.undo(1).kind == .none)
        #expect(Self.office.played(steps, effects: Effects(possible: [:])).outages("files") == [.certain, .excluded])
    }

    @Test func `a configuration possibly stops the device until it is seen to run`() {
        let played = Self.office.played(
            """
            {do: configure, device: sw-2, what: VLAN 20}
            {do: hold, observe: "sw-2"}
            """)
        #expect(played.outages("files") == [.possible, .excluded])
        #expect(played.disturbs(1) == ["srv-1:eth–sw-2:1 possible back", "sw-1:2–sw-2:2 possible back"])
        #expect(played.missing(1) == ["the configuration of `sw-2` is not restored"])
        let harmless = Self.office.played("{do: configure, device: sw-2, what: VLAN 20}", effects: Effects(possible: [:]))
        #expect(harmless.outages("files") == [.excluded])
        #expect(harmless.step(1).disrupts)
    }

    @Test func `a reset takes the device and its configuration`() {
        let played = Self.office.played(
            """
            {do: reset, device: sw-2}
            {do: configure, device: sw-2, what: the old configuration, verify: {observe: all LEDs}}
            {do: inspect, device: sw-2}
            """)
        #expect(played.outages("files") == [.certain, .possible, .excluded])
        #expect(played.undo(1).kind == .none)
        #expect(!played.undo(1).restores)
    }

    @Test func `words alone change what nobody knows`() {
        let played = Self.office.played("{do: other, text: clean up the corner}")
        #expect(played.outages("files") == [.excluded])
        #expect(played.undo(1).kind == .none)
        #expect(played.missing(1) == ["nobody knows what “clean up the corner” changed"])
    }
}
