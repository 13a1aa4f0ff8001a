import Diagnostics
import Inventories
import Testing
import Times

@testable import Imports

/// Every kind of thing that an inventory can hold and NetBox has, from NetBox's form to the rows of the inventory.
@Suite struct EveryKindTests {
    private static let options = ImportOptions(
        client: "acme", asOf: CivilDate(year: 2026, month: 11, day: 1), vouchedBy: "ann", ownerFrom: .contact)
    private let result = NetBox.full.imported(options)
    private let inventory: Inventory

    init() {
        inventory = Demo.folder(of: result).inventory
    }

    private func device(_ name: String) throws -> Device {
        inventory.devices[try #require(inventory.device(name).value)]
    }

    private func port(_ name: String) throws -> (row: Port, detail: PortDetail) {
        let row = inventory.ports[try #require(inventory.port(name).value, "\(name)")]
        return (row, row.detail.map { inventory.portDetails[$0] } ?? PortDetail())
    }

    @Test func `all of it has a place, and the reader has nothing to say`() {
        #expect(result.log.kept.map(\.summary.en) == [])
        #expect(Demo.folder(of: result).log.kept.map { "\($0.code): \($0.summary.en)" } == [])
        for list in result.report.lists {
            #expect(list.unplaced == 0, "\(list.path)")
            #expect(list.fields.map(\.name) == [], "\(list.path)")
        }
    }

    @Test func `regions, sites, locations and racks`() throws {
        #expect(inventory.regions.rows.map(\.name.text) == ["North", "Coast"])
        #expect(inventory.regions.rows[1].parent == Ref(0))
        let site = inventory.sites.rows[0]
        #expect(site.region == "Coast")
        #expect(site.owner.map { inventory.parties[$0].id.text } == "it")
        #expect(inventory.locations.rows.map(\.parent) == [nil, Ref(0)])
        let rack = inventory.racks.rows[0]
        #expect((rack.height, rack.startingUnit, rack.descendingUnits) == (24, 3, true))
        #expect(rack.location == Ref(1))
        #expect(rack.tags == ["core"])
        #expect(rack.reservations.flatMap(\.units) == [20, 21])
    }

    @Test func `devices, their types, depth, height and place`() throws {
        let box = try device("box")
        #expect((box.serial, box.assetTag, box.platform) == ("S1", "A1", "linux"))
        #expect((box.heightHalves, box.positionHalves, box.face, box.isFullDepth) == (8, 8, .front, true))
        #expect(box.tenant.map { inventory.parties[$0].name.text } == "Sales")
        let half = try device("half")
        #expect((half.heightHalves, half.positionHalves, half.face, half.isFullDepth) == (1, 21, .rear, false))
        let blade = try device("blade")
        #expect(blade.parent?.device == inventory.device("box").value)
        #expect(blade.parent?.bay == "Bay 1")
        #expect(inventory.deviceTypes.rows.map(\.subdeviceRole) == ["parent", "child", nil])
    }

    @Test func `modules in modules, and virtual chassis`() throws {
        #expect(inventory.modules.rows.map(\.bay) == ["Slot 0", "Sub 0"])
        #expect(inventory.modules.rows.map(\.parent) == [nil, Ref(0)])
        #expect(result.written.contains(#"{name: Slot 0, position: "0", label: L0, origin"#))
        #expect((inventory.modules.rows[0].serial, inventory.modules.rows[0].assetTag) == ("M1", "MA1"))
        #expect(try port("box:Te0/1").row.module == Ref(1))
        let stack = inventory.virtualChassis.rows[0]
        #expect((stack.name, stack.domain) == ("stack", "D1"))
        #expect(stack.master == inventory.device("sw-1").value)
        #expect(try device("sw-2").virtualChassis == "stack")
        #expect(try device("sw-2").virtualChassisPosition == 2)
    }

    @Test func `what interfaces are`() throws {
        #expect(try port("sw-1:Gi1").detail.lag == "Po1")
        #expect(try port("sw-2:Gi2").detail.lag == "sw-1:Po1")
        #expect(try port("sw-2:Gi2").detail.isEnabled == false)
        let managed = try port("sw-1:Gi3").detail
        #expect((managed.bridge, managed.isManagementOnly, managed.speed) == ("br0", true, 1_000_000))
        #expect(try port("sw-1:Gi3.20").detail.parent == "Gi3")
        let access = try port("sw-1:Gi4").detail
        #expect((access.vlans, access.poeMode, access.poeType) == ("tagged 20 untagged 10", "pse", "type2-ieee802.3at"))
        #expect((access.mac, access.isConnectedMark, access.tags) == ("00:11:22:33:44:55", true, ["core"]))
        let radio = try port("sw-1:wlan0").detail
        #expect((radio.wireless, radio.ssid) == ("ap", "guests"))
    }

    @Test func `front and rear ports with several mappings and none`() throws {
        let ways = inventory.mappings.rows.map { way in
            [inventory.ports[way.front].name.text, "\(way.frontPosition)", inventory.ports[way.rear].name.text, "\(way.rearPosition)"]
        }
        #expect(ways == [["1", "1", "T", "3"], ["3", "1", "T", "1"], ["3", "2", "T", "2"]])
        #expect(try port("PP-1:rear/T").detail.positions == 4)
        #expect(try port("PP-1:rear/T").detail.color == "ff0000")
    }

    @Test func `cables with several ends, connectors, and everything that is said of them`() throws {
        let cable = try #require(inventory.cables.rows.first { $0.id == "cable#2" })
        #expect((cable.label, cable.type, cable.colour, cable.length) == ("L2", "smf", "00ff00", "1.5 m"))
        #expect((cable.profile, cable.bundle) == ("trunk-2c1p", "Loom 3"))
        #expect(cable.tenant.map { inventory.parties[$0].name.text } == "Sales")
        let ends = inventory.cableEnds[cable.ends]
        #expect(ends.map(\.connector) == [1, 2, 1, 2])
        #expect(ends.map(\.positions) == [1, 1, 1, 1])
        #expect(inventory.cables.rows.map { $0.type?.text ?? "" }.sorted() == ["", "", "power", "power", "smf", "wireless"])
        #expect(inventory.evidence[try #require(cable.evidence)].source == .document)
    }

    @Test func `console ports, supplies, outlets with inlet and leg, feeds and panels`() throws {
        #expect(try port("box:console/Con").detail.speed == 9600)
        #expect(try port("half:console-server/Line 1").row.kind == .consoleServerPort)
        let supply = try port("box:power/PSU1").detail.power
        #expect((supply.maximumDraw, supply.allocatedDraw) == (500, 300))
        let outlet = try port("pdu:outlet/Out 1").detail.power
        #expect((outlet.inlet, outlet.feedLeg) == ("In", "B"))
        let feed = try #require(inventory.ports.rows.first { $0.kind == .powerFeed })
        let figures = inventory.portDetails[try #require(feed.detail)].power
        #expect((figures.voltage, figures.amperage, figures.share) == (-48, 32, 75))
        #expect((figures.feedType, figures.phase, figures.supply) == ("redundant", "three-phase", "dc"))
        #expect(figures.rack == Ref(0))
        #expect(inventory.powerPanels.rows.map(\.location) == [Ref(1)])
    }

    @Test func `providers, their networks, and circuits with cross-connects`() throws {
        let circuit = inventory.circuits.rows[0]
        #expect((circuit.id, circuit.type, circuit.status) == ("C-1", "fibre", "active"))
        #expect((circuit.a?.crossConnect, circuit.a?.panelInfo) == ("X-1", "MMR 3"))
        #expect(circuit.a?.location == Ref(1))
        #expect(circuit.z?.providerNetwork == Ref(0))
        #expect(inventory.providerNetworks.rows.map(\.serviceID) == ["N-1"])
        #expect(inventory.providers.rows[0].party.map { inventory.parties[$0].kind } == .provider)
    }

    @Test func `parties and contacts, without any authority`() throws {
        let contact = try #require(inventory.contacts.rows.first)
        #expect(contact.name == "Ann")
        #expect(contact.email == "a@x.example")
        #expect(contact.authority.isEmpty)
    }

    @Test func `the forms of 4,2 to 4,4 give the same folder`() {
        var older = NetBox.full
        older.change(
            "dcim/front-ports", 1, #""rear_ports": [{"position": 1, "rear_port": 1, "rear_port_position": 3}]"#,
            #""rear_port": {"id": 1, "name": "T"}, "rear_port_position": 3"#)
        older.change("dcim/front-ports", 2, #""positions": 1, "rear_ports": []"#, #""rear_port": null"#)
        older.change(
            "dcim/interfaces", 16, #""primary_mac_address": {"id": 1, "mac_address": "00:11:22:33:44:55"}"#,
            #""mac_address": "00:11:22:33:44:55", "primary_mac_address": {"id": 1, "mac_address": "00:11:22:33:44:55"}"#)
        older.change(
            "tenancy/contacts", 1, #""groups": [{"id": 1, "name": "IT", "slug": "it"}]"#, #""group": {"id": 1, "name": "IT", "slug": "it"}"#
        )
        older.change("dcim/racks", 1, #""form_factor": "#, #""type": "#)
        older.change(
            "circuits/circuit-terminations", 2, #""termination_type": "circuits.providernetwork", "termination_id": 1"#,
            #""provider_network": {"id": 1, "name": "MPLS"}, "site": null"#)
        #expect(older.imported(Self.options).texts.map(\.text) == result.texts.map(\.text))
        #expect(zip(older.texts, NetBox.full.texts).count { $0.bytes != $1.bytes } == 5)
    }

    @Test func `a repeated import finds all of it again`() {
        let again = NetBox.full.imported(over: result.folder(), Self.options)
        #expect(again.log.kept.map(\.summary.en) == [])
        #expect(again.texts.map(\.path) == [])
        #expect(again.changed.isEmpty)
    }
}
