import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

/// Devices, racks and power, as far as people must know them.
struct DeviceTests {
    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}]
        racks:
          - {name: R1, site: hq, location: comms, owner: it, u_height: 10}
          - {name: R2, site: hq, location: comms, owner: it, u_height: 10}
          - {name: R3, site: hq, location: comms, owner: it, u_height: 10}
        devices:
          - {name: sw-1, rack: R1, position: 5, role: access-switch, serial: FOC1, asset_tag: V-1}
          - {name: srv-1, rack: R1, position: 1, role: server, config: {saved: true}}
          - {name: srv-2, rack: R1, role: server}
          - {name: prn-1, rack: R1, position: 3, role: printer, owner: supply}
          - name: pdu-1
            rack: R1
            role: rack-pdu
            power_ports: [{name: IN, type: iec-60320-c20}]
            power_outlets: [{name: "[1-4]", type: iec-60320-c13, power_port: IN}]
          - name: dual
            rack: R2
            position: 2
            role: router
            power_ports: [{name: "PSU[1-2]", type: iec-60320-c14, allocated_draw: 200}]
          - {name: sl-1, rack: R2, position: 5, role: firewall, owner: starlink}
          - {name: own, rack: R3, position: 5, role: router, owner: netmasters}
          - {name: PP-1, rack: R3, position: 7, front_ports: [{name: "1", type: 8p8c}]}
        cables:
          - {id: P-0, a: "pdu-1:power/IN", b: {feed: F-1}}
          - {id: P-1, a: "dual:power/PSU1", b: "pdu-1:outlet/1"}
          - {id: P-2, a: "dual:power/PSU2", b: {feed: F-3}}
        power_panels:
          - name: PDB
            site: hq
            feeds:
              - {name: F-1, rack: R1, voltage: 230, amperage: 16}
              - {name: F-3, rack: R2, voltage: 400, amperage: 16, phase: three-phase, share: 100}
              - {name: F-0, rack: R3}

        """

    private static func looking(_ device: String, verb: String = "restart") -> Rehearsed {
        Rehearsed(plant, steps: "- {id: S1, do: \(verb), device: \(device)}")
    }

    @Test func `identifiers are the name, the serial, the asset tag and the place`() throws {
        try Self.looking("sw-1").requireClean()
        #expect(try Self.looking("sw-1").device("sw-1").identifiers == 4)
        #expect(try Self.looking("srv-1").device("srv-1").identifiers == 2)
        #expect(try Self.looking("srv-2").device("srv-2").identifiers == 1)
        #expect(try Self.looking("sw-1").device("sw-1").place.text == "U5")
    }

    @Test(arguments: [("sw-1", true), ("srv-1", true), ("srv-2", false), ("prn-1", false), ("pdu-1", false), ("PP-1", false)])
    func `a configuration can be lost where the role has one, or one is on record`(device: String, isConfigurable: Bool) throws {
        #expect(try Self.looking(device).device(device).configurable == isConfigurable)
    }

    @Test(arguments: [
        ("ups", "power"), ("rack-pdu", "power"), ("transfer_switch", "power"), ("CRAC", "cooling"), ("fire-panel", "fire"),
        ("epo", "emergency-off"), ("access-switch", ""), ("print-server", ""), ("patch-panel", ""),
    ])
    func `gear that keeps a room alive is known by its role`(role: String, gear: String) throws {
        let order = Rehearsed(
            "sites: [{name: hq}]\ndevices: [{name: x, site: hq, role: \(role)}]", steps: "- {id: S1, do: inspect, device: x}")
        try order.requireClean()
        #expect(try order.device("x").gear.text == gear)
    }

    @Test func `a panel is passive`() throws {
        #expect(try Self.looking("PP-1", verb: "inspect").device("PP-1").passive)
        #expect(try !Self.looking("dual", verb: "inspect").device("dual").passive)
    }

    @Test func `configuration that nobody wrote down is a gap where a step may lose it`() {
        #expect(Self.looking("sw-1").gaps.contains("no-config sw-1"))
        #expect(!Self.looking("srv-1").gaps.contains("no-config srv-1"))
        #expect(!Self.looking("sw-1", verb: "inspect").gaps.contains("no-config sw-1"))
        #expect(Self.looking("sw-1").gaps.contains("no-ports sw-1"))
    }

    // MARK: Racks

    @Test func `a rack is shared by organisations, not by departments nor with who does the work`() throws {
        let departments = Self.looking("sw-1")
        #expect(try !departments.rack("R1").shared)
        #expect(departments.ids(try departments.rack("R1").owners) == ["it", "supply"])
        #expect(try Self.looking("dual").rack("R2").shared)
        #expect(try !Self.looking("own").rack("R3").shared)
    }

    @Test func `free units are those without a device`() throws {
        #expect(try Self.looking("sw-1").rack("R1").freeUnits == 7)
    }

    // MARK: Power

    @Test func `a feed bears voltage times amperage, phases and share`() throws {
        let order = Self.looking("dual")
        let feeds = Dictionary(uniqueKeysWithValues: order.facts.feeds.map { ($0.name.text, $0) })
        let single = try #require(feeds["F-1"])
        #expect(single.capacity == 2_944, "230 × 16 × 0.8")
        #expect(single.load == 200 && !single.incomplete)
        #expect(single.panel.text == "PDB")
        let three = try #require(feeds["F-3"])
        #expect(three.capacity == 11_085, "400 × 16 × √3")
        #expect(feeds["F-0"] == nil, "nothing that is handled hangs on it")
    }

    @Test func `a supply is redundant while another is known to be fed`() throws {
        let order = Self.looking("dual")
        let supplies = order.facts[try order.device("dual").supplies].map { order.facts.supplies[Int($0.index)] }
        #expect(supplies.map(\.key.text) == ["dual:power/PSU1", "dual:power/PSU2"])
        #expect(supplies.map(\.redundant) == [true, true])
        let alone = Rehearsed(
            Self.plant.replacing("  - {id: P-2, a: \"dual:power/PSU2\", b: {feed: F-3}}\n", with: ""),
            steps: "- {id: S1, do: restart, device: dual}")
        let first = try #require(alone.facts[try alone.device("dual").supplies].first)
        #expect(!alone.facts.supplies[Int(first.index)].redundant)
    }

    @Test func `the draw of a device is known where somebody wrote it`() throws {
        let order = Self.looking("dual")
        let draw = try #require(try order.device("dual").draw)
        #expect(order.facts.knownNumbers[Int(draw.index)].value == 400)
        let silent = try #require(try Self.looking("sw-1").device("sw-1").draw)
        #expect(Self.looking("sw-1").facts.knownNumbers[Int(silent.index)].value == nil)
    }

    // MARK: Handled or not

    @Test func `to plug into an outlet is no work on the strip`() throws {
        let order = Rehearsed(
            Self.plant, steps: "- {id: S1, do: connect, cable: {a: \"dual:power/PSU2\", b: \"pdu-1:outlet/2\"}}")
        let devices = order.facts[try order.step("S1").devices].map { order.facts.devices[Int($0.index)].name.text }
        #expect(devices == ["dual"])
        let off = Rehearsed(Self.plant, steps: "- {id: S1, do: power-off, outlet: \"pdu-1:outlet/1\"}")
        #expect(off.facts[try off.step("S1").devices].map { off.facts.devices[Int($0.index)].name.text }.contains("pdu-1"))
    }
}
