import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

/// What steps do to services: since when, for how long, in which hours, and what shows it.
struct ImpactRowTests {
    static let client = """
        services:
          - id: files
            name: Files
            department: supply
            criticality: high
            hours: "Mo-Su 20:00-23:00"
            downtime: PT30M
            paths: [{from: [{device: sw-1}], to: [{device: core}]}]
          - {id: ghost, name: Ghost, department: supply, paths: [{from: [{device: sw-1}], to: [{device: lost}]}]}
        contract: [{id: MSA-7, between: [netmasters, it], covers: {rack: [R1]}, downtime: PT15M}]

        """

    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}, {name: attic, site: hq, kind: room}]
        racks: [{name: R1, site: hq, location: comms, owner: it}, {name: R2, site: hq, location: attic, owner: it}]
        devices:
          - {name: sw-1, rack: R1, position: 20, role: access-switch, interfaces: [{name: "Gi[1-4]", type: 1000base-t}]}
          - {name: core, rack: R1, position: 30, role: router, interfaces: [{name: "Gi[1-4]", type: 1000base-t}]}
          - {name: lost, rack: R2, position: 30, role: server, interfaces: [{name: "Gi[1-4]", type: 1000base-t}]}
          - {name: ups-1, rack: R1, position: 1, role: ups, power_outlets: [{name: "[1-2]"}]}
          - {name: ups-2, rack: R2, position: 1, role: ups, power_outlets: [{name: "[1-2]"}]}

        """

    static let one = "cables: [{id: C-1, a: \"sw-1:Gi1\", b: \"core:Gi1\"}]\n"
    static let two = "cables: [{id: C-1, a: \"sw-1:Gi1\", b: \"core:Gi1\"}, {id: C-2, a: \"sw-1:Gi2\", b: \"core:Gi2\"}]\n"

    static func rehearse(_ cables: String, _ steps: String, window: String = "2026-12-05T22:00:00+03:00") -> Rehearsed {
        let end = window.replacing("T22", with: "T23").replacing("T02", with: "T06")
        return Rehearsed(client: client, plant + cables, head: "windows: [{id: N1, from: \(window), to: \(end)}]", steps: steps)
    }

    static let outAndBack = """
        - {id: S1, do: inspect, device: sw-1, takes: PT5M}
        - {id: S2, do: disconnect, port: "sw-1:Gi1", takes: PT5M}
        - {id: S3, do: inspect, device: sw-1, takes: PT5M}
        - {id: S4, do: connect, cable: {a: "sw-1:Gi1", b: "core:Gi1"}, takes: PT5M, verify: {observe: "link LED of sw-1:Gi1", expect: "on"}}
        """

    @Test func `an outage lasts until the end of the step that ends it`() throws {
        let order = Self.rehearse(Self.one, Self.outAndBack)
        try order.requireClean()
        let impact = try order.impact(on: "files", of: "S2")
        #expect(impact.certainty.text == "certain")
        #expect(impact.since?.index == 1)
        #expect(impact.starts == Timestamp(rfc3339: "2026-12-05T22:05:00+03:00"))
        #expect(impact.lasts == .minutes(15))
        #expect(try order.impact(on: "files", of: "S3").since?.index == 1)
        #expect(try order.impact(on: "files", of: "S1").certainty.text == "excluded")
        #expect(try order.impact(on: "files", of: "S4").certainty.text == "excluded")
    }

    @Test func `an outage that the order does not end has no length`() throws {
        let order = Self.rehearse(Self.one, "- {id: S1, do: disconnect, port: \"sw-1:Gi1\", takes: PT5M}")
        let impact = try order.impact(on: "files")
        #expect(impact.certainty.text == "certain")
        #expect(impact.lasts == nil && impact.until == nil)
    }

    @Test func `the smaller downtime is tolerated`() throws {
        let order = Self.rehearse(Self.one, Self.outAndBack)
        #expect(try order.impact(on: "files", of: "S2").tolerated == .minutes(15))
        #expect(try order.impact(on: "ghost", of: "S2").tolerated == .minutes(15))
        let other = Rehearsed(
            client: Self.client.replacing("[netmasters, it]", with: "[starlink, it]"), Self.plant + Self.one, steps: Self.outAndBack)
        #expect(try other.impact(on: "files", of: "S2").tolerated == .minutes(30))
        #expect(try other.impact(on: "ghost", of: "S2").tolerated == nil)
    }

    @Test func `harm is in the hours of a service when it meets them`() throws {
        #expect(try Self.rehearse(Self.one, Self.outAndBack).impact(on: "files", of: "S2").inHours)
        let night = Self.rehearse(Self.one, Self.outAndBack, window: "2026-12-05T02:00:00+03:00")
        #expect(try !night.impact(on: "files", of: "S2").inHours)
        let endless = Self.rehearse(
            Self.one, "- {id: S1, do: disconnect, port: \"sw-1:Gi1\", takes: PT5M}", window: "2026-12-05T02:00:00+03:00")
        #expect(try endless.impact(on: "files").inHours, "it goes on until somebody uses it")
        #expect(try !Self.rehearse(Self.two, Self.outAndBack).impact(on: "ghost", of: "S2").inHours, "nobody wrote its hours")
    }

    @Test func `a service without a way is unexplained`() throws {
        let order = Self.rehearse(Self.one, Self.outAndBack)
        #expect(order.facts.services.map(\.explained) == [true, false])
        #expect(try order.impact(on: "ghost", of: "S2").certainty.text == "unexplained")
        #expect(order.gaps.contains("unexplained Ghost"))
        #expect(!order.gaps.contains { $0.hasPrefix("no-services") })
    }

    @Test func `a client without services is a gap`() {
        let order = Rehearsed(Self.plant, steps: "- {id: S1, do: inspect, device: sw-1}")
        #expect(order.gaps.contains("no-services Vostok Trading"))
    }

    // MARK: Rooms

    @Test func `a room is critical when a critical service is at home in it`() throws {
        let explained = Self.client.replacing("[{device: lost}]", with: "[{device: core}]")
        func critical(_ device: String) throws -> Bool {
            let order = Rehearsed(client: explained, Self.plant + Self.one, steps: "- {id: S1, do: power-off, device: \(device)}")
            let room = try #require(try order.device(device).room)
            return order.facts.rooms[Int(room.index)].critical
        }
        #expect(try critical("ups-1"))
        #expect(try !critical("ups-2"))
    }

    @Test func `a service that nothing explains is at home in every room of its site`() throws {
        let order = Rehearsed(client: Self.client, Self.plant + Self.one, steps: "- {id: S1, do: power-off, device: ups-2}")
        let room = try #require(try order.device("ups-2").room)
        let services = order.facts[order.facts.rooms[Int(room.index)].services].map { order.facts.services[Int($0.index)].id.text }
        #expect(services == ["ghost"])
    }

    @Test func `a link carries the services whose ways it is`() throws {
        let order = Self.rehearse(Self.one, Self.outAndBack)
        let link = try #require(try order.disturbed("S2").first)
        #expect(order.facts[link.services].map { order.facts.services[Int($0.index)].id.text } == ["files"])
    }
}
