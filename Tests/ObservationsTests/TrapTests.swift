import Diagnostics
import Testing
import Times

@testable import Observations

/// How captures mislead, each trap with the reading that does not fall into it.
struct TrapTests {
    @Test func `trap 1: two boxes behind an unmanaged switch stay two neighbours of one port`() throws {
        let said = try Captures.sightings(
            "lldp.json",
            #"""
            {"swp1": [{"remote_chassis_id": "02:9c:00:00:00:21", "remote_port": "02:9c:00:00:00:21", "remote_system_name": "pc-21"},
                      {"remote_chassis_id": "02:9c:00:00:00:22", "remote_port": "02:9c:00:00:00:22", "remote_system_name": "pc-22"}]}
            """#)
        #expect(said.neighbours.map(\.localPort) == ["swp1", "swp1"])
        #expect(said.neighbours.byCable.count == 2)
    }

    @Test func `trap 2: a card's own agent and the system above it are one cable`() throws {
        let said = try Captures.sightings(
            "lldp.json",
            #"""
            {"1/1/3": [{"remote_chassis_id": "00:50:56:00:00:01", "remote_port": "00:50:56:00:00:0a", "remote_port_description": "NIC 1/10Gb"},
                       {"remote_chassis_id": "vmnic5", "remote_port": "00:50:56:00:00:0a", "remote_system_name": "vmhost-20"}],
             "gi1/0/2": [{"remote_chassis_id": "e8:28:c1:00:00:01", "remote_port": "gi1/0/9", "remote_system_name": "sw35.soada"},
                         {"remote_chassis_id": "e8:28:c1:00:00:01", "remote_port": "gi1/0/9", "remote_system_name": "soada-sw35"}],
             "Te0/1": [{"remote_chassis_id": "e8:28:c1:00:00:02", "remote_port": "TenGigE0/0/0/2", "remote_system_name": "rtr"},
                       {"remote_chassis_id": "e8:28:c1:00:00:02", "remote_port": "Bundle-Ether1", "remote_system_name": "rtr"}]}
            """#)
        for port in ["1/1/3", "gi1/0/2", "Te0/1"] as [Symbol] {
            let here = said.neighbours.filter { $0.localPort == port }
            #expect(here.count == 2 && here.byCable.count == 1, "\(port)")
        }
    }

    @Test func `trap 2: CDP beside LLDP from one router is one cable`() {
        let folder = Captures.read([
            (
                "sw-1/lldp.json",
                #"[{"local_interface": "1", "neighbor_name": "rtr-1", "neighbor_port_id": "Gi0/0", "chassis_id": "0001.0203.0405"}]"#
            ),
            ("sw-1/cdp.json", #"[{"local_interface": "1", "neighbor_name": "RTR-1", "neighbor_interface": "GigabitEthernet0/0"}]"#),
        ])
        let neighbours = folder.captures.flatMap(\.sightings.neighbours)
        #expect(neighbours.map(\.discovery) == [.lldp, .cdp])
        #expect(neighbours.byCable.count == 1)
    }

    @Test func `trap 3: behind a phone there are two addresses and one neighbour`() throws {
        let said = try Captures.sightings(
            "bridge-fdb.json",
            #"""
            [{"mac": "02:f0:00:00:00:01", "ifname": "swp2", "vlan": 20, "flags": [], "master": "br0", "state": ""},
             {"mac": "02:9c:00:00:00:17", "ifname": "swp2", "vlan": 10, "flags": [], "master": "br0", "state": ""},
             {"mac": "02:c0:00:00:02:02", "ifname": "swp2", "flags": [], "master": "br0", "state": "permanent"}]
            """#)
        #expect(said.addresses.filter(\.showsStation).map(\.mac.text) == ["02:f0:00:00:00:01", "02:9c:00:00:00:17"])
    }

    @Test func `trap 4: for how long an entry outlives its neighbour is kept with it`() throws {
        let said = try Captures.sightings(
            "lldpcli.json",
            #"""
            {"lldp": {"interface": {"eth0": {"via": "LLDP", "age": "0 day, 00:01:45", "chassis": {"sw-2": {"id": {"type": "mac", "value": "02:c0:00:00:02:01"}}},
             "port": {"id": {"type": "local", "value": "7"}, "ttl": "120"}}}}}
            """#)
        let neighbour = try #require(said.neighbours.first)
        #expect(neighbour.knownFor == Period(seconds: 105))
        #expect(neighbour.timeToLive == Period(seconds: 120))
    }

    @Test func `trap 5: descriptions are kept apart from what names the port`() throws {
        let said = try Captures.sightings(
            "lldp.json",
            #"{"swp5": [{"remote_chassis_id": "02:c0:00:00:03:01", "remote_port": "5", "remote_port_description": "fw-1 inside", "remote_system_name": "sw-acc-2"}]}"#
        )
        #expect(said.neighbours[0].port?.text == "5")
        #expect(said.neighbours[0].portDescription == "fw-1 inside")
    }

    @Test func `trap 6: a port that is up and silent is up`() throws {
        let said = try Captures.sightings(
            "status.txt", "Port Name Status Vlan Duplex Speed Type\nGi1/0/3  printer  connected  10  a-full a-100 10/100BaseTX\n")
        #expect(said.ports[0].operational?.hasCarrier == true)
        #expect(said.neighbours.isEmpty && !said.listsAllNeighbours)
    }

    @Test func `trap 7: the address of a trunk says behind which port it was seen and no more`() throws {
        let table = "Vlan    Mac Address       Type        Ports\n----    -----------       --------    -----\n"
        let rows = (1...6).map { "  10    0200.0000.000\($0)    DYNAMIC     Gi1/0/24\n" }.joined()
        let said = try Captures.sightings("mac.txt", table + rows)
        #expect(said.addresses.count == 6)
        #expect(Set(said.addresses.map(\.port)) == ["Gi1/0/24"])
    }

    @Test func `trap 8: members of a bundle keep their own addresses and name the bundle`() throws {
        let said = try Captures.sightings(
            "ip-d-link.json",
            #"""
            [{"ifindex": 9, "ifname": "bond1", "flags": ["BROADCAST", "MASTER", "UP", "LOWER_UP"], "operstate": "UP", "link_type": "ether",
              "address": "02:c0:00:00:01:03", "linkinfo": {"info_kind": "bond"}},
             {"ifindex": 3, "ifname": "swp3", "flags": ["BROADCAST", "SLAVE", "UP", "LOWER_UP"], "master": "bond1", "operstate": "UP",
              "link_type": "ether", "address": "02:c0:00:00:01:03", "permaddr": "02:c0:00:00:01:13"},
             {"ifindex": 4, "ifname": "swp4", "flags": ["NO-CARRIER", "BROADCAST", "SLAVE", "UP"], "master": "bond1", "operstate": "DOWN",
              "link_type": "ether", "address": "02:c0:00:00:01:03", "permaddr": "02:c0:00:00:01:14"}]
            """#)
        #expect(said.ports.map(\.bundle) == [nil, "bond1", "bond1"])
        #expect(said.ports.map(\.mac?.text) == ["02:c0:00:00:01:03", "02:c0:00:00:01:13", "02:c0:00:00:01:14"])
        #expect(said.ports.map(\.operational) == [.up, .up, .down])
    }

    @Test func `trap 9: four ports of a breakout sit in one cage`() throws {
        let ruler = String(repeating: "-", count: 80)
        let said = try Captures.sightings(
            "breakout.txt",
            "\(ruler)\nParent                     Breakout Map    Breakout Ports\n\(ruler)\nEth1/2                     10g-4x          Eth1/2/1-4\n"
        )
        #expect(said.ports.map(\.name) == ["Eth1/2/1", "Eth1/2/2", "Eth1/2/3", "Eth1/2/4"])
        #expect(said.ports.allSatisfy { $0.cage == "Eth1/2" })
    }

    /// LLDP's port 14 is the port with index 19; the port with index 14 is another one, and down.
    private static let walk = """
        .1.3.6.1.2.1.1.2.0 = OID: .1.3.6.1.4.1.2011.2.23.1
        .1.3.6.1.2.1.1.3.0 = Timeticks: (100000) 0:16:40.00
        .1.3.6.1.2.1.2.2.1.2.14 = STRING: "GigabitEthernet0/0/9"
        .1.3.6.1.2.1.2.2.1.2.19 = STRING: "GigabitEthernet0/0/14"
        .1.3.6.1.2.1.2.2.1.8.14 = INTEGER: down(2)
        .1.3.6.1.2.1.2.2.1.8.19 = INTEGER: 1
        .1.3.6.1.2.1.2.2.1.9.14 = Timeticks: (0) 0:00:00.00
        .1.3.6.1.2.1.2.2.1.9.19 = Timeticks: (40000) 0:06:40.00
        .1.3.6.1.2.1.17.1.4.1.2.3 = INTEGER: 19
        .1.3.6.1.2.1.17.4.3.1.2.2.0.0.0.0.9 = INTEGER: 3
        .1.3.6.1.2.1.17.4.3.1.3.2.0.0.0.0.9 = INTEGER: 3
        .1.0.8802.1.1.2.1.3.7.1.2.14 = INTEGER: 5
        .1.0.8802.1.1.2.1.3.7.1.3.14 = STRING: "GigabitEthernet0/0/14"
        .1.0.8802.1.1.2.1.4.1.1.4.8626.14.1 = INTEGER: 4
        .1.0.8802.1.1.2.1.4.1.1.5.8626.14.1 = Hex-STRING: 14 A0 F8 CF AF 39\u{20}
        .1.0.8802.1.1.2.1.4.1.1.6.8626.14.1 = INTEGER: 5
        .1.0.8802.1.1.2.1.4.1.1.7.8626.14.1 = STRING: "GigabitEthernet0/0/7"
        .1.0.8802.1.1.2.1.4.1.1.9.8626.14.1 = STRING: "LNS"

        """

    @Test func `trap 10: numbers of LLDP and of the bridge are looked up, never taken for indices`() throws {
        let said = try Captures.sightings("walk.txt", Self.walk)
        #expect(said.neighbours.map(\.localPort) == ["GigabitEthernet0/0/14"])
        #expect(said.addresses.map(\.port) == ["GigabitEthernet0/0/14"])
        #expect(said.ports.map(\.operational) == [.down, .up])
        #expect(said.ports.map(\.lastChange) == [.unknown(.notCounted), .at(.captured - .minutes(10))])
    }

    @Test func `trap 10: without the table that tells the port, nothing is guessed`() {
        let bare = Self.walk.split(separator: "\n").filter { !$0.contains("8802.1.1.2.1.3.7") }.joined(separator: "\n")
        let folder = Captures.read([("sw-1/walk.txt", bare)])
        #expect(folder.captures[0].sightings.neighbours.isEmpty)
        #expect(!folder.captures[0].sightings.listsAllNeighbours)
        #expect(folder.log.kept.map(\.code) == ["capture-no-local-port"])
    }

    @Test func `trap 10: rows of RouterOS without a time mark and a port are told, not placed`() throws {
        let said = try Captures.sightings("walk.txt", Self.walk + ".1.0.8802.1.1.2.1.4.1.1.5.25 = \"\"\n")
        #expect(said.neighbours.count == 1)
        #expect(said.unread.count == 1)
    }

    private static let detail = """
        ------------------------------------------------
        Chassis id: a000.f00e.300d
        Port id: Eth1/6
        Port Description: UPLINK
        System Name: core-gw-2.example.com

        System Description:
        Some Software

        Time remaining: 110 seconds

        """

    @Test func `trap 11: a neighbour without a local port waits for the table that has it`() {
        #expect(Captures.refusals([("sw-1/lldp-detail.txt", Self.detail)]) == ["capture-no-local-ports"])
        let table = """
            Device ID           Local Intf     Hold-time  Capability      Port ID
            core-gw-2.example.coGi2/0/6        105        B               Eth1/6

            """
        let folder = Captures.read([("sw-1/lldp-detail.txt", Self.detail), ("sw-1/lldp.txt", table)])
        #expect(folder.refusals.isEmpty)
        #expect(folder.captures.flatMap(\.sightings.neighbours).map(\.localPort) == ["Gi2/0/6", "Gi2/0/6"])
    }

    @Test func `trap 11: two neighbours of a kind cannot be told apart`() {
        let table = """
            Device ID           Local Intf     Hold-time  Capability      Port ID
            core-gw-2.example.coGi2/0/6        105        B               Eth1/6
            core-gw-2.example.coGi2/0/7        105        B               Eth1/6

            """
        let folder = Captures.read([("sw-1/lldp-detail.txt", Self.detail), ("sw-1/lldp.txt", table)])
        #expect(folder.refusals.map(\.diagnostic.code) == ["capture-no-local-ports"])
    }

    @Test(arguments: [
        ("-1.0", LastChange.unknown(.notCounted)), ("0", .unknown(.notCounted)), ("3600", .at(.captured - .hours(1))),
        ("1795288000.5", .at(Timestamp(seconds: 1_795_288_000))), ("4000000000", .unknown(.impossible)),
    ]) func `trap 12: NAPALM's last change is seconds ago or since 1970, or not known`(written: String, change: LastChange) throws {
        let said = try Captures.sightings(
            "get_interfaces.json", #"{"Et1": {"is_up": true, "is_enabled": true, "last_flapped": \#(written), "mac_address": ""}}"#)
        #expect(said.ports[0].lastChange == change)
    }

    @Test func `trap 12: 974 weeks are the age of a clock and not of a link`() {
        #expect(LastChange.ago(Ages.period("974week(s) 3day(s)"), before: .captured) == .unknown(.impossible))
    }

    @Test func `trap 13: a port whose hardware is not there is a placeholder`() throws {
        let said = try Captures.sightings("walk.txt", Self.walk.replacing("INTEGER: down(2)", with: "INTEGER: 6"))
        #expect(said.ports.map(\.isPlaceholder) == [true, false])
    }

    @Test(arguments: ["B8 A4 4F 1B E2 1D", "b8a44f1be21d", "b8a4-4f1b-e21d", "B8:A4:4F:1B:E2:1D", "b8a44f-1be21d"])
    func `trap 14: an address is one in every writing`(written: String) {
        #expect(Identifier(written)?.address?.text == "b8:a4:4f:1b:e2:1d")
        #expect(Identifier(written) == Identifier("b8:a4:4f:1b:e2:1d", kind: .macAddress))
    }

    @Test func `trap 16: lldpcli's json says the same in every shape`() throws {
        let row =
            #"{"via": "LLDP", "chassis": {"sw-2": {"id": {"type": "mac", "value": "02:c0:00:00:02:01"}}}, "port": {"id": {"type": "ifname", "value": "swp7"}}}"#
        let shapes = [
            #"{"lldp": {"interface": {"eth0": \#(row)}}}"#, #"{"lldp": {"interface": [{"eth0": \#(row)}]}}"#,
            #"{"lldp": [{"interface": [{"name": "eth0", "via": "LLDP", "chassis": [{"id": [{"type": "mac", "value": "02:c0:00:00:02:01"}], "name": [{"value": "sw-2"}]}], "port": [{"id": [{"type": "ifname", "value": "swp7"}]}]}]}]}"#,
        ]
        for shape in shapes {
            let said = try Captures.sightings("lldpcli.json", shape)
            #expect(said.neighbours.count == 1)
            #expect(said.neighbours[0].systemName == "sw-2" && said.neighbours[0].port == Identifier("swp7", kind: .interfaceName))
        }
        let twice = try Captures.sightings(
            "lldpcli.json", #"{"lldp": {"interface": [{"eth0": \#(row)}, {"eth0": \#(row.replacing("sw-2", with: "sw-3"))}]}}"#)
        #expect(twice.neighbours.map(\.systemName) == ["sw-2", "sw-3"])
        let none = try Captures.sightings("lldpcli.json", #"{"lldp": {}}"#)
        #expect(none.neighbours.isEmpty && none.listsAllNeighbours)
    }

    @Test(arguments: ["DOWN", "LOWERLAYERDOWN"]) func `trap 17: carrier is read in the flags`(word: String) throws {
        let said = try Captures.sightings(
            "ip-link.json",
            #"[{"ifindex": 3, "ifname": "swp6", "flags": ["NO-CARRIER", "BROADCAST", "UP"], "operstate": "\#(word)", "link_type": "ether", "address": "02:c0:00:00:01:06"}]"#
        )
        #expect(said.ports[0].admin == .up && said.ports[0].operational == .down)
    }

    @Test func `trap 18: a capture in which the device calls itself otherwise is refused, and what lies beside it`() {
        let status =
            "sw-2#show interfaces status\nPort Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\nsw-2#\n"
        let rows = #"[{"local_interface": "Gi1/0/1", "neighbor_name": "rtr-1", "neighbor_interface": "Gi0/0"}]"#
        let folder = Captures.read([("sw-1/status.txt", status), ("sw-1/lldp.json", rows), ("sw-2/status.txt", status)])
        #expect(folder.refusals.map(\.diagnostic.code) == ["capture-other-device", "capture-other-device"])
        #expect(folder.captures.map(\.device) == ["sw-2"])
        #expect(
            folder.refusals[0].diagnostic.summary.en == "the capture lies in the folder of `sw-1`, and the device in it calls itself `sw-2`"
        )
    }

    @Test func `trap 18: a device may be known by a further name`() {
        let status =
            "ACCESS-7.example.com#show interfaces status\nPort Name Status Vlan Duplex Speed Type\nGi1/0/3  x  connected  10  a-full a-100 T\n"
        #expect(Captures.read([("sw-1/status.txt", status)]).captures.isEmpty)
        #expect(Captures.read([("sw-1/status.txt", status)], names: ["sw-1": ["access-7"]]).captures.count == 1)
        // A short name that two devices have proves nothing.
        let two: [Symbol: [Symbol]] = ["sw-1": ["access-7.north"], "sw-2": ["access-7.south"]]
        #expect(Captures.read([("sw-1/status.txt", status)], names: two).captures.isEmpty)
    }
}
