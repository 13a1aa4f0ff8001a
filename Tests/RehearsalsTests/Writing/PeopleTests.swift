import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

/// Who owns what is touched, who has the say over it, and who can be asked.
struct PeopleTests {
    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}]
        racks:
          - {name: R1, site: hq, location: comms, owner: it}
          - {name: R2, site: hq, location: comms, owner: starlink}
        devices:
          - {name: sw-1, rack: R1, position: 20, role: access-switch, interfaces: [{name: "Gi[1-4]", type: 1000base-t}], empty: "Gi1"}
          - {name: sl-1, rack: R2, position: 20, role: access-switch, interfaces: [{name: "Gi[1-4]", type: 1000base-t}], empty: "Gi1"}
          - {name: prn-1, site: hq, owner: supply, role: printer, interfaces: [{name: eth0, type: 1000base-t}]}
          - {name: cam-1, site: hq, owner: warehouse, role: camera, interfaces: [{name: eth0, type: 1000base-t}]}
          - {name: box, site: hq, role: server, interfaces: [{name: eth0, type: 1000base-t}]}

        """

    private static let contract = """
        contract:
          - id: MSA-7
            between: [netmasters, it]
            covers: {rack: [R1]}
            clause: "4.2"
            resolves: [{contact: petrova}]
            standing: [{by: petrova, may: [connect], into: known-empty, over: {rack: R1}, until: 2027-01-01}]

        """

    private static func connecting(_ one: String, _ other: String, contract: String = contract, head: String = "") -> Rehearsed {
        Rehearsed(client: contract, plant, head: head, steps: "- {id: S1, do: connect, cable: {a: \"\(one)\", b: \"\(other)\"}}")
    }

    @Test func `a port belongs to whose its rack is`() throws {
        let order = Self.connecting("prn-1:eth0", "sw-1:Gi1")
        try order.requireClean()
        #expect(order.party(try order.touch("sw-1:Gi1").owner) == "it")
        #expect(order.party(try order.touch("prn-1:eth0").owner) == "supply")
    }

    @Test func `nobody's thing could be of whoever has something beside it`() throws {
        let shelf = Self.plant.replacing("racks:\n", with: "racks:\n  - {name: R3, site: hq}\n")
            .replacing("{name: box, site: hq,", with: "{name: box, rack: R3, position: 4,")
            .replacing("{name: cam-1, site: hq,", with: "{name: cam-1, rack: R3, position: 2,")
        let order = Rehearsed(shelf, steps: "- {id: S1, do: restart, device: box}")
        try order.requireClean()
        let touch = try order.touch("box")
        #expect(order.party(touch.owner) == "?")
        #expect(order.ids(touch.candidates) == ["warehouse"])
        #expect(order.gaps.contains("no-owner box"))
        let known = Rehearsed(shelf, steps: "- {id: S1, do: restart, device: cam-1}")
        #expect(known.ids(try known.touch("cam-1").candidates) == [])
        #expect(!known.gaps.contains { $0.hasPrefix("no-owner") })
    }

    @Test func `a contract covers what it names, for who has it`() throws {
        let order = Self.connecting("sl-1:Gi1", "sw-1:Gi1")
        let covered = try order.touch("sw-1:Gi1")
        #expect(covered.covered)
        #expect(covered.clause.text == "4.2")
        #expect(try !order.touch("sl-1:Gi1").covered)
        let other = Self.connecting("sl-1:Gi1", "sw-1:Gi1", contract: Self.contract.replacing("netmasters, it", with: "netmasters, supply"))
        #expect(try !other.touch("sw-1:Gi1").covered)
    }

    @Test func `a subcontractor works under the contract of the firm above it`() throws {
        let order = Rehearsed(
            client: Self.contract.replacing("netmasters, it", with: "subco, it"), Self.plant,
            steps: "- {id: S1, do: inspect, port: \"sw-1:Gi1\"}")
        #expect(try !order.touch("sw-1:Gi1").covered)
        let own = Rehearsed(
            client: Self.contract, Self.plant, steps: "- {id: S1, do: inspect, port: \"sw-1:Gi1\"}", contractor: "subco")
        #expect(try own.touch("sw-1:Gi1").covered)
    }

    @Test func `the requester may what his authority says, and owns what is under his party`() throws {
        let order = Self.connecting("prn-1:eth0", "cam-1:eth0")
        let printer = try order.touch("prn-1:eth0")
        #expect(printer.requesterMay && printer.ownedByRequester)
        let camera = try order.touch("cam-1:eth0")
        #expect(!camera.requesterMay && camera.ownedByRequester)
        let foreign = try Self.connecting("prn-1:eth0", "sw-1:Gi1").touch("sw-1:Gi1")
        #expect(!foreign.requesterMay && !foreign.ownedByRequester)
    }

    @Test func `authority for one verb is none for another, and ends`() throws {
        let reset = Rehearsed(Self.plant, steps: "- {id: S1, do: restart, device: prn-1}")
        #expect(try !reset.touch("prn-1").requesterMay)
        #expect(try Self.connecting("prn-1:eth0", "sw-1:Gi1").touch("prn-1:eth0").requesterMay)
    }

    @Test func `a standing permission holds for its verb, into empty ports, over its rack`() throws {
        #expect(try Self.connecting("prn-1:eth0", "sw-1:Gi1").touch("sw-1:Gi1").standing == false, "the printer's port is not known empty")
        let empty = Self.plant.replacing(
            "eth0, type: 1000base-t}]}\n  - {name: cam", with: "eth0, type: 1000base-t}], empty: eth0}\n  - {name: cam")
        let both = Rehearsed(
            client: Self.contract, empty, steps: "- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"sw-1:Gi1\"}}")
        try both.requireClean()
        #expect(try both.touch("sw-1:Gi1").standing)
        #expect(try !both.touch("prn-1:eth0").standing, "another place")
        let late = Rehearsed(
            client: Self.contract.replacing("2027-01-01", with: "2026-11-01"), empty,
            steps: "- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"sw-1:Gi1\"}}")
        #expect(try !late.touch("sw-1:Gi1").standing)
        let inspect = Rehearsed(client: Self.contract, empty, steps: "- {id: S1, do: inspect, port: \"sw-1:Gi1\"}")
        #expect(try !inspect.touch("sw-1:Gi1").standing)
    }

    @Test(arguments: [
        ("until: 2027-01-01", "untl: 2027-01-01"), ("until: 2027-01-01", "until: next year"), ("may: [connect]", "may: [conect]"),
        ("into: known-empty", "into: empty"), ("by: petrova, may", "may"), ("2027-01-01", "2026-11-30"),
        ("over: {rack: R1}", "over: {rak: R1}"),
        ("over: {rack: R1}", "over: {rack: R2}"), ("over: {rack: R1}", "over: {rack: R99}"),
        ("between: [netmasters, it]", "between: [subco, it]"),
    ])
    func `a standing permission with a fault in it, or of others, permits nothing`(words: String, others: String) throws {
        let empty = Self.plant.replacing(
            "eth0, type: 1000base-t}]}\n  - {name: cam", with: "eth0, type: 1000base-t}], empty: eth0}\n  - {name: cam")
        let steps = "- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"sw-1:Gi1\"}}"
        #expect(try Rehearsed(client: Self.contract, empty, steps: steps).touch("sw-1:Gi1").standing)
        #expect(try !Rehearsed(client: Self.contract.replacing(words, with: others), empty, steps: steps).touch("sw-1:Gi1").standing)
    }

    @Test func `a standing permission holds for work that ends before it does`() throws {
        let empty = Self.plant.replacing(
            "eth0, type: 1000base-t}]}\n  - {name: cam", with: "eth0, type: 1000base-t}], empty: eth0}\n  - {name: cam")
        func isStanding(_ from: String, _ to: String) throws -> Bool {
            let head = "windows: [{id: N1, from: \(from), to: \(to)}]"
            let steps = "- {id: S1, do: connect, takes: PT1H, cable: {a: \"prn-1:eth0\", b: \"sw-1:Gi1\"}}"
            return try Rehearsed(client: Self.contract, empty, head: head, steps: steps).touch("sw-1:Gi1").standing
        }
        // The day counts to its end where the client is, three hours east of UTC.
        #expect(try isStanding("2027-01-01T19:59:00Z", "2027-01-01T23:00:00Z"))
        #expect(try !isStanding("2027-01-01T20:00:00Z", "2027-01-01T23:00:00Z"))
    }

    @Test func `who decides is named nearest first, with deputies`() throws {
        let order = Self.connecting("sl-1:Gi1", "sw-1:Gi1")
        #expect(order.ids(try order.touch("sw-1:Gi1").deciders) == ["petrova", "sidorov"])
        #expect(order.ids(try order.touch("sl-1:Gi1").deciders) == ["orlov"])
    }

    @Test func `crew who are no contacts are known as such`() throws {
        let order = Self.connecting(
            "prn-1:eth0", "sw-1:Gi1", head: "crew: [{contact: ivanov, as: lead}, {contact: petya, as: hands}]")
        let crew = order.facts[order.facts.order.crew].map { order.facts.people[Int($0.index)] }
        #expect(crew.map(\.contact) == [true, false])
        #expect(crew.map(\.crewTask.text) == ["lead", "hands"])
    }

    @Test func `who is touched is affected, and told or present when the order says so`() throws {
        let order = Self.connecting(
            "sl-1:Gi1", "sw-1:Gi1", head: "notify: [{party: it, before: P2D}]\npresent: [{party: starlink, for: [S1]}]")
        try order.requireClean()
        let parties = Dictionary(uniqueKeysWithValues: order.facts.parties.map { ($0.id.text, $0) })
        #expect(Set(order.ids(order.facts.order.affected)) == ["it", "starlink"])
        #expect(parties["it"]?.told == true && parties["it"]?.present == false)
        #expect(parties["starlink"]?.told == false && parties["starlink"]?.present == true)
        let silent = Self.connecting("sl-1:Gi1", "sw-1:Gi1")
        #expect(silent.facts.parties.first { $0.id.text == "it" }?.told == false)
        #expect(silent.facts.parties.first { $0.id.text == "supply" }?.told != false, "the requester's own party knows")
    }

    @Test func `to look at a thing affects nobody`() {
        let order = Rehearsed(Self.plant, steps: "- {id: S1, do: inspect, device: sw-1}")
        #expect(order.ids(order.facts.order.affected) == [])
    }

    @Test func `a resolver is reachable who can be reached all through the window`() throws {
        func window(_ from: String, _ to: String, contract: String = Self.contract) -> Rehearsed {
            Self.connecting("prn-1:eth0", "sw-1:Gi1", contract: contract, head: "windows: [{id: N1, from: \(from), to: \(to)}]")
        }
        let night = window("2026-12-05T22:00:00+03:00", "2026-12-06T02:00:00+03:00")
        try night.requireClean()
        #expect(night.ids(night.facts.windows[0].reachable) == ["petrova"])
        #expect(night.ids(night.facts.windows[0].unreachable) == ["sidorov"])
        let day = window("2026-12-04T10:00:00+03:00", "2026-12-04T12:00:00+03:00")
        #expect(day.ids(day.facts.windows[0].reachable) == ["petrova", "sidorov"])
        let silent = window(
            "2026-12-04T10:00:00+03:00", "2026-12-04T12:00:00+03:00",
            contract: Self.contract.replacing("contact: petrova", with: "contact: ivanov"))
        #expect(silent.ids(silent.facts.windows[0].reachable) == [])
        #expect(silent.gaps.contains("no-reach Ivan Ivanov"))
    }
}
