import Testing

@testable import Imports

/// Devices, ports, modules and racks of IMPORT-NOTES.md.
@Suite struct GearCases {
    @Test func `names devices alone, by site, or by number`() {
        var box = NetBox.room
        box.site(2, "DC")
        box.device(3, "twin")
        box.device(4, "twin", site: (2, "DC"))
        box.device(5, "triplet")
        box.device(6, "triplet")
        box.device(7, nil)
        let text = box.imported().written
        for name in ["sw-1", "twin@HQ", "twin@DC", "\"device#5\"", "\"device#6\"", "\"device#7\""] {
            #expect(text.contains("  - name: \(name)\n"), "\(name)")
        }
    }

    @Test func `names an unnamed member of a stack as NetBox shows it`() {
        var box = NetBox.room
        box.add("dcim/virtual-chassis", 1, #""name": "stack", "master": {"id": 9, "name": null}"#)
        box.device(9, nil, #""display": "stack:1", "virtual_chassis": {"id": 1, "name": "stack"}, "vc_position": 1, "vc_priority": 128"#)
        let text = box.imported().written
        #expect(text.contains(#"aka: ["stack:1"]"#))
        #expect(text.contains("virtual_chassis: {name: stack, position: 1, priority: 128}"))
        #expect(text.contains(##"- {name: stack, master: "device#9", origin: "dcim.virtualchassis:1"}"##))
    }

    @Test func `writes ports that count up as one and keeps the key of each`() {
        var box = NetBox.room
        for port in 10...12 { box.port("interfaces", port + port % 2 * 10, device: 1, "Gi1/0/\(port)") }
        let text = box.imported().written
        #expect(text.contains(#"- {name: "eth[0-3]", type: 1000base-t, origin: "dcim.interface:[1-4]"}"#))
        #expect(text.contains(#"- {name: "[1-2]", type: 8p8c, rear_port: "[1-2]", origin: "dcim.frontport:[1,2]"}"#))
        // 10, 12 and 21 by number: only neighbours in that order count up.
        #expect(text.contains(#"- {name: Gi1/0/10, origin: "dcim.interface:10"}"#))
    }

    @Test func `keeps the width of numbers with leading zeros`() {
        var box = NetBox.room
        for port in 8...11 { box.port("interfaces", 50 + port, device: 1, "p\(port < 10 ? "0" : "")\(port)") }
        #expect(box.imported().written.contains(#"name: "p[08-11]""#))
    }

    @Test func `names a port whose name would be read as a range by its number`() {
        var box = NetBox.room
        box.port("interfaces", 9, device: 1, "Gi[1-2]")
        #expect(box.imported().written.contains(##"- {name: "interface#9", label: "Gi[1-2]", origin: "dcim.interface:9"}"##))
    }

    @Test func `keeps what interfaces are`() {
        var box = NetBox.room
        box.port("interfaces", 10, device: 1, "Po1", #""type": {"value": "lag"}"#)
        box.port("interfaces", 11, device: 1, "a", #""lag": {"id": 10, "name": "Po1"}, "enabled": false, "mark_connected": true"#)
        box.port("interfaces", 12, device: 1, "b", #""parent": 11, "bridge": {"id": 1}, "mgmt_only": true"#)
        box.port(
            "interfaces", 13, device: 1, "c",
            #""mode": {"value": "tagged"}, "untagged_vlan": {"id": 1, "vid": 10}, "tagged_vlans": [{"id": 2, "vid": 21}, {"id": 3, "vid": 20}]"#
        )
        box.port(
            "interfaces", 14, device: 1, "d",
            #""poe_mode": {"value": "pse"}, "poe_type": {"value": "type2-ieee802.3at"}, "mac_address": "AA:BB"#
                + #"", "speed": 1000000, "mtu": 9000, "mode": {"value": "access"}, "untagged_vlan": {"id": 1, "vid": 10}"#)
        let result = box.imported()
        #expect(result.written.contains(#"{name: a, enabled: false, lag: Po1, mark_connected: true, origin"#))
        #expect(result.written.contains(#"{name: b, mgmt_only: true, bridge: eth0, parent: a, origin"#))
        #expect(result.written.contains(#"{name: c, vlans: "tagged 20,21 untagged 10", origin"#))
        #expect(
            result.written.contains(
                #"{name: d, vlans: access 10, mac_address: "AA:BB", poe_mode: pse, poe_type: type2-ieee802.3at, speed: 1000000, origin"#))
        #expect(result.list("dcim/interfaces")?.fields.map(\.name) == ["mtu"])
    }

    // front 1 (2 positions) -> rear T:1, T:2     front 2 -> nothing     front 3 -> T:3 as NetBox 4.4 writes it
    @Test func `keeps several mappings, none, and the form before 4,5`() {
        var box = NetBox.room
        box.device(3, "MPO")
        box.port("rear-ports", 9, device: 3, "T", #""type": {"value": "mpo"}, "positions": 12"#)
        box.port(
            "front-ports", 11, device: 3, "x",
            #""positions": 2, "rear_ports": [{"position": 1, "rear_port": 9, "rear_port_position": 1}, {"position": 2, "rear_port": 9, "rear_port_position": 2}]"#
        )
        box.port("front-ports", 12, device: 3, "y", #""positions": 1, "rear_ports": []"#)
        box.port("front-ports", 13, device: 3, "z", #""rear_port": {"id": 9, "name": "T"}, "rear_port_position": 3"#)
        let text = box.imported().written
        #expect(
            text.contains(
                "{name: x, positions: 2, rear_ports: [{position: 1, rear_port: T, rear_port_position: 1}, "
                    + "{position: 2, rear_port: T, rear_port_position: 2}], origin"))
        #expect(text.contains(#"{name: "y", origin: "dcim.frontport:12"}"#))
        #expect(text.contains("{name: z, rear_port: T, rear_port_position: 3, origin"))
        #expect(text.contains("{name: T, type: mpo, positions: 12, origin"))
    }

    // core: Slot 0 [LC: Bay A [SFP: xe0]]
    @Test func `puts modules into their bays, and their ports into them`() {
        var box = NetBox.room
        box.device(9, "core")
        box.port("module-bays", 1, device: 9, "Slot 0", #""module": null, "position": "0""#)
        box.port("module-bays", 2, device: 9, "Bay A", #""module": {"id": 5}"#)
        let maker = #""manufacturer": {"id": 1, "name": "Juniper", "slug": "juniper"}"#
        box.add("dcim/module-types", 1, maker + #", "model": "EX9200-32XS""#)
        box.add(
            "dcim/modules", 5,
            #""device": {"id": 9}, "module_bay": {"id": 1, "name": "Slot 0"}, "module_type": {"id": 1}, "status": {"value": "active"}"#)
        box.add("dcim/modules", 6, #""device": {"id": 9}, "module_bay": {"id": 2}, "module_type": {"id": 1}, "serial": "S6""#)
        box.port("interfaces", 20, device: 9, "xe0", #""module": {"id": 6}"#)
        #expect(
            box.imported().written.contains(
                """
                    module_bays:
                      - {name: Slot 0, position: "0", origin: "dcim.modulebay:1"}
                    modules:
                      - bay: Slot 0
                        module_type: juniper/ex9200-32xs
                        status: active
                        origin: "dcim.module:5"
                        module_bays:
                          - {name: Bay A, origin: "dcim.modulebay:2"}
                        modules:
                          - bay: Bay A
                            module_type: juniper/ex9200-32xs
                            serial: S6
                            origin: "dcim.module:6"
                            interfaces:
                              - {name: xe0, origin: "dcim.interface:20"}

                """))
    }

    // a module in a bay of itself
    @Test func `leaves out modules that hold each other and counts them`() {
        var box = NetBox.room
        box.port("module-bays", 1, device: 1, "B", #""module": {"id": 5}"#)
        box.add("dcim/modules", 5, #""device": {"id": 1}, "module_bay": {"id": 1}"#)
        #expect(box.imported().list("dcim/modules")?.unplaced == 1)
    }

    @Test func `places blades, halves and faces`() {
        var box = NetBox.room
        box.port("device-bays", 1, device: 1, "Bay 1", #""installed_device": {"id": 9}"#)
        box.device(9, "blade", #""parent_device": {"id": 1, "name": "sw-1", "device_bay": {"id": 1, "name": "Bay 1"}}, "position": null"#)
        box.device(
            10, "half",
            #""rack": {"id": 1, "name": "R1"}, "position": 10.5, "face": {"value": "rear"}, "serial": "0123", "asset_tag": "12E4""#)
        let text = box.imported().written
        #expect(text.contains("chassis: {device: sw-1, bay: Bay 1}"))
        #expect(text.contains("rack: R1\n    position: 10.5\n    face: rear"))
        #expect(text.contains("serial: \"0123\"\n    asset_tag: \"12E4\""))
    }

    @Test func `keeps what racks are and for whom units are kept`() {
        var box = NetBox.room
        box.change(
            "dcim/racks", 1, #""starting_unit": 1, "desc_units": false"#,
            #""starting_unit": 5, "desc_units": true, "status": {"value": "half-full"}"#)
        box.add(
            "dcim/rack-reservations", 1, #""rack": {"id": 1}, "units": [7, 8], "description": "for the UPS", "user": {"username": "alice"}"#
        )
        #expect(
            box.imported().written.contains(
                #"{name: R1, site: HQ, u_height: 42, starting_unit: 5, desc_units: true, status: half-full, "#
                    + #"reservations: [{units: [7, 8], text: "for the UPS (alice)"}], origin: "dcim.rack:1"}"#))
    }

    @Test func `writes types of devices once, their ports being at the devices`() {
        var box = NetBox.room
        let maker = #""manufacturer": {"id": 1, "name": "HP Inc.", "slug": "hewlett"}"#
        box.add(
            "dcim/device-types", 4,
            maker + #", "model": "DL 380", "slug": "dl380", "u_height": 2.0, "is_full_depth": false, "subdevice_role": {"value": "parent"}"#
        )
        box.device(9, "srv", #""device_type": {"id": 4}"#)
        let text = box.imported().written
        #expect(text.contains("device_type: hp-inc/dl380"))
        #expect(
            text.contains(
                "- {manufacturer: HP Inc., model: DL 380, slug: hp-inc-dl380, u_height: 2, is_full_depth: false, subdevice_role: parent, "
                    + #"origin: "dcim.devicetype:4"}"#))
    }
}
