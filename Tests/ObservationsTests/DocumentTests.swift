import Diagnostics
import Testing
import Times

@testable import Observations

/// Captures that are JSON.
struct DocumentTests {
    @Test func `NAPALM's environment tells supplies, fans and heat`() throws {
        let said = try Captures.sightings(
            "get_environment.json",
            #"""
            {"power": {"PSU1": {"status": true, "capacity": 715.0, "output": 86.0}, "PSU2": {"status": false, "capacity": 715.0, "output": 0.0}},
             "fans": {"Fan 1": {"status": true}}, "temperature": {"CPU": {"is_alert": false, "is_critical": false, "temperature": 44.0}},
             "cpu": {}, "memory": {}}
            """#)
        #expect(said.indications.map(\.name) == ["PSU1", "PSU2", "Fan 1", "CPU"])
        #expect(said.indications.map(\.isGood) == [true, false, true, true])
        #expect(said.indications.map(\.part) == [.supply, .supply, .fan, .temperature])
    }

    @Test func `NAPALM's facts tell the device's own name`() {
        let facts = #"{"hostname": "sw-2", "fqdn": "sw-2.hq.example.net", "interface_list": ["Gi1"], "vendor": "Cisco"}"#
        #expect(Captures.refusals([("sw-1/get_facts.json", facts)]) == ["capture-other-device"])
        #expect(Captures.refusals([("sw-2/get_facts.json", facts)]).isEmpty)
    }

    @Test func `NAPALM's table of addresses is read`() throws {
        let said = try Captures.sightings(
            "get_mac_address_table.json",
            #"""
            [{"mac": "02:00:00:00:00:01", "interface": "Gi1/0/1", "vlan": 10, "static": false, "active": true, "moves": 0, "last_move": 0.0},
             {"mac": "02:00:00:00:00:02", "interface": "Gi1/0/2,Po1", "vlan": 10, "static": true, "active": true, "moves": 0, "last_move": 0.0},
             {"mac": "02:00:00:00:00:03", "interface": "CPU", "vlan": 10, "static": true, "active": true, "moves": 0, "last_move": 0.0},
             {"mac": "nonsense", "interface": "Gi1/0/3", "vlan": 10, "static": false, "active": true, "moves": 0, "last_move": 0.0}]
            """#)
        #expect(said.addresses.map(\.port) == ["Gi1/0/1", "Gi1/0/2", "Po1", nil])
        #expect(said.addresses.map(\.kind) == [.learned, .fixed, .fixed, .own])
        #expect(said.unread.count == 1)
    }

    private static func device(_ name: String, _ rest: String) -> String {
        #"{"mac": "f0:9f:c2:00:00:01", "name": "\#(name)", "type": "usw", \#(rest)}"#
    }

    @Test func `UniFi tells neighbours by port and by device`() throws {
        let old = Self.device(
            "sw-1",
            #""port_table": [{"port_idx": 5, "name": "Port 5", "up": true, "enable": true, "lldp_table": [{"lldp_chassis_id": "78:8a:20:00:00:01", "lldp_port_id": "eth1", "lldp_system_name": "USG"}]}, {"port_idx": 6, "name": "Касса", "up": false, "enable": false}]"#
        )
        let said = try Captures.sightings("stat.json", old)
        #expect(said.ports.map(\.name) == ["5", "6"])
        #expect(said.ports.map(\.description) == [nil, "Касса"])
        #expect(said.ports.map(\.operational) == [.up, .down] && said.ports.map(\.admin) == [.up, .down])
        #expect(said.neighbours.map(\.localPort) == ["5"] && said.neighbours[0].systemName == "USG")
        let new = Self.device(
            "sw-1",
            #""port_table": [{"port_idx": 1, "name": "Port 1", "up": true, "enable": true}], "lldp_table": [{"local_port_idx": 1, "local_port_name": "eth0", "chassis_id": "fc:ec:00:00:00:01", "port_id": "Port 7"}]"#
        )
        #expect(try Captures.sightings("stat.json", new).neighbours.map(\.localPort) == ["1"])
    }

    @Test func `a controller's answer names its devices itself`() {
        let answer =
            #"{"meta": {"rc": "ok"}, "data": [\#(Self.device("sw-1", #""port_table": []"#)), \#(Self.device("sw-2", #""port_table": []"#))]}"#
        let folder = Captures.read([("stat.json", answer)])
        #expect(folder.captures.map(\.device) == ["sw-1", "sw-2"])
        #expect(folder.refusals.isEmpty)
    }

    @Test func `rows are read with small keys and large ones, as JSON and as YAML`() throws {
        let json = #"[{"PORT": "Gi1/0/1", "NAME": "x", "STATUS": "connected", "VLAN": "1"}]"#
        let yaml = "- port: Gi1/0/1\n  name: x\n  status: connected\n  vlan_id: '1'\n"
        for (name, text) in [("cisco_ios_show_interfaces_status.json", json), ("cisco_ios_show_interfaces_status.yaml", yaml)] {
            let said = try Captures.sightings(name, text)
            #expect(said.ports.map(\.operational) == [.up] && said.ports[0].description == "x")
        }
    }

    @Test func `supplies are read in rows`() throws {
        let said = try Captures.sightings(
            "show_environment_power.json", #"[{"ps": "PS1", "status": "OK"}, {"ps": "PS2", "status": "No Input Power"}]"#)
        #expect(said.indications.map(\.isGood) == [true, false])
    }

    @Test func `what a box announces of itself is no neighbour`() throws {
        let own =
            #"{"lldp": {"interface": [{"swp1": {"status": "RX and TX", "chassis": {"sw-1": {"id": {"type": "mac", "value": "02:c0:00:00:02:01"}}}, "port": {"id": {"type": "ifname", "value": "swp1"}}}}]}}"#
        let said = try Captures.sightings("lldpcli-interfaces.json", own)
        #expect(said.neighbours.isEmpty && said.ownNames.map(\.name) == ["sw-1"])
        #expect(said.ownChassis.map(\.address?.text) == ["02:c0:00:00:02:01"])
    }

    @Test func `neighbours without a name are neighbours`() throws {
        let said = try Captures.sightings(
            "lldpcli.json0",
            #"{"lldp": [{"interface": [{"name": "eth0", "via": "LLDP", "chassis": [{"id": [{"type": "mac", "value": "02:c0:00:00:02:01"}]}], "port": [{"id": [{"type": "mac", "value": "02:c0:00:00:02:01"}]}]}]}]}"#
        )
        #expect(said.neighbours.count == 1 && said.neighbours[0].systemName == nil)
    }
}
