@testable import Imports

extension NetBox {
    /// One of everything that NetBox 4.7 keeps and a client folder can hold, each with all that can be said of it.
    static var full: NetBox {
        var box = NetBox()
        box.addPlaces()
        box.addPeople()
        box.addTypes()
        box.addChassis()
        box.addStack()
        box.addPower()
        box.addLines()
        return box
    }

    private static let site = #""site": {"id": 1, "name": "HQ", "slug": "hq"}"#
    private static let tagged = #""tags": [{"id": 1, "name": "Core", "slug": "core"}], "description": "d", "comments": "c""#
    private static let served = #""tenant": {"id": 1, "name": "Sales", "slug": "sales"}"#
    private static let maker = #""manufacturer": {"id": 1, "name": "Acme Corp", "slug": "acme"}"#

    private mutating func addPlaces() {
        add("dcim/regions", 1, #""name": "North", "slug": "north", "parent": null"#)
        add("dcim/regions", 2, #""name": "Coast", "slug": "coast", "parent": {"id": 1, "name": "North"}, "description": "by the sea""#)
        add(
            "dcim/sites", 1,
            #""name": "HQ", "slug": "hq", "status": {"value": "active"}, "region": {"id": 2, "name": "Coast"}, "physical_address": "1 Main St", "#
                + Self.served + ", " + Self.tagged)
        add("dcim/locations", 1, #""name": "Floor 1", "slug": "f1", "parent": null, "status": {"value": "active"}, \#(Self.site)"#)
        add(
            "dcim/locations", 2,
            #""name": "Comms", "slug": "comms", "parent": {"id": 1, "name": "Floor 1"}, "status": {"value": "active"}, \#(Self.site)"#)
        add(
            "dcim/racks", 1,
            #""name": "R1", \#(Self.site), "location": {"id": 2, "name": "Comms"}, "status": {"value": "active"}, "role": {"id": 1, "name": "Core", "slug": "core"}, "#
                + #""serial": "RS1", "asset_tag": "RA1", "form_factor": {"value": "4-post-cabinet"}, "u_height": 24, "starting_unit": 3, "desc_units": true, "#
                + Self.served + ", " + Self.tagged)
        add("dcim/rack-roles", 1, #""name": "Core", "slug": "core""#)
        add(
            "dcim/rack-reservations", 1,
            #""rack": {"id": 1, "name": "R1"}, "units": [20, 21], "description": "for the UPS", "user": {"id": 1, "username": "ann"}, \#(Self.served)"#
        )
        add("extras/tags", 1, #""name": "Core", "slug": "core""#)
    }

    private mutating func addPeople() {
        add("tenancy/tenants", 1, #""name": "Sales", "slug": "sales""#)
        add("tenancy/contact-groups", 1, #""name": "IT", "slug": "it""#)
        add(
            "tenancy/contacts", 1,
            #""name": "Ann", "groups": [{"id": 1, "name": "IT", "slug": "it"}], "email": "a@x.example", "phone": "1""#)
        add(
            "tenancy/contact-assignments", 1,
            #""object_type": "dcim.site", "object_id": 1, "contact": {"id": 1}, "priority": {"value": "primary"}"#)
    }

    private mutating func addTypes() {
        add("dcim/manufacturers", 1, #""name": "Acme Corp", "slug": "acme""#)
        add("dcim/device-roles", 1, #""name": "Server", "slug": "server""#)
        add("dcim/platforms", 1, #""name": "Linux", "slug": "linux""#)
        add(
            "dcim/device-types", 1,
            Self.maker
                + #", "model": "Box 4", "slug": "box-4", "u_height": 4.0, "is_full_depth": true, "subdevice_role": {"value": "parent"}"#)
        add(
            "dcim/device-types", 2,
            Self.maker + #", "model": "Half", "slug": "half", "u_height": 0.5, "is_full_depth": false, "subdevice_role": null"#)
        add(
            "dcim/device-types", 3,
            Self.maker
                + #", "model": "Blade", "slug": "blade", "u_height": 0.0, "is_full_depth": true, "subdevice_role": {"value": "child"}"#)
        add("dcim/module-types", 1, Self.maker + #", "model": "LC 8""#)
    }

    /// A chassis with a blade and with modules in modules.
    private mutating func addChassis() {
        device(
            1, "box",
            #""device_type": {"id": 1}, "serial": "S1", "asset_tag": "A1", "platform": {"id": 1, "slug": "linux"}, "location": {"id": 2, "name": "Comms"}, "#
                + #""rack": {"id": 1, "name": "R1"}, "position": 4.0, "face": {"value": "front"}, "status": {"value": "active"}, "#
                + Self.served + ", " + Self.tagged)
        device(
            2, "blade",
            #""device_type": {"id": 3}, "rack": {"id": 1, "name": "R1"}, "position": null, "face": null, "parent_device": {"id": 1, "name": "box", "device_bay": {"id": 1, "name": "Bay 1"}}"#
        )
        device(
            3, "half", #""device_type": {"id": 2}, "rack": {"id": 1, "name": "R1"}, "position": 10.5, "face": {"value": "rear"}"#)
        port("device-bays", 1, device: 1, "Bay 1", #""installed_device": {"id": 2}"#)
        port("module-bays", 1, device: 1, "Slot 0", #""position": "0", "label": "L0", "module": null"#)
        port("module-bays", 2, device: 1, "Sub 0", #""position": "1", "module": {"id": 1}"#)
        add(
            "dcim/modules", 1,
            #""device": {"id": 1}, "module_bay": {"id": 1, "name": "Slot 0"}, "module_type": {"id": 1}, "status": {"value": "active"}, "serial": "M1", "asset_tag": "MA1""#
        )
        add(
            "dcim/modules", 2,
            #""device": {"id": 1}, "module_bay": {"id": 2, "name": "Sub 0"}, "module_type": {"id": 1}, "status": {"value": "active"}"#)
        port("interfaces", 1, device: 1, "Te0/1", #""module": {"id": 2}, "label": "up", "type": {"value": "10gbase-x-sfpp"}"#)
        port("console-ports", 1, device: 1, "Con", #""type": {"value": "rj-45"}, "speed": {"value": 9600}"#)
        port("console-server-ports", 1, device: 3, "Line 1", #""type": {"value": "rj-45"}, "speed": {"value": 9600}"#)
        port("power-ports", 1, device: 1, "PSU1", #""type": {"value": "iec-60320-c14"}, "maximum_draw": 500, "allocated_draw": 300"#)
        cable(1, ["dcim.consoleport:1"], ["dcim.consoleserverport:1"])
    }

    /// A stack with everything that an interface can be, and a panel.
    private mutating func addStack() {
        add("dcim/virtual-chassis", 1, #""name": "stack", "domain": "D1", "master": {"id": 4, "name": "sw-1"}"#)
        let member = #""virtual_chassis": {"id": 1, "name": "stack", "master": {"id": 4}}"#
        device(4, "sw-1", role: "access-switch", #"\#(member), "vc_position": 1, "vc_priority": 200"#)
        device(5, "sw-2", role: "access-switch", #"\#(member), "vc_position": 2"#)
        port("interfaces", 10, device: 4, "Po1", #""type": {"value": "lag"}"#)
        port("interfaces", 11, device: 4, "Gi1", #""type": {"value": "1000base-t"}, "lag": {"id": 10, "name": "Po1", "device": {"id": 4}}"#)
        port("interfaces", 12, device: 5, "Gi2", #""lag": {"id": 10, "name": "Po1", "device": {"id": 4}}, "enabled": false"#)
        port("interfaces", 13, device: 4, "br0", #""type": {"value": "bridge"}"#)
        port("interfaces", 14, device: 4, "Gi3", #""bridge": {"id": 13, "name": "br0"}, "mgmt_only": true, "speed": 1000000"#)
        port("interfaces", 15, device: 4, "Gi3.20", #""type": {"value": "virtual"}, "parent": {"id": 14, "name": "Gi3"}"#)
        port(
            "interfaces", 16, device: 4, "Gi4",
            #""mode": {"value": "tagged"}, "untagged_vlan": {"id": 1, "vid": 10}, "tagged_vlans": [{"id": 2, "vid": 20}], "poe_mode": {"value": "pse"}, "#
                + #""poe_type": {"value": "type2-ieee802.3at"}, "primary_mac_address": {"id": 1, "mac_address": "00:11:22:33:44:55"}, "#
                + #""mark_connected": true, "description": "to the roof", "tags": [{"id": 1, "slug": "core"}]"#)
        port(
            "interfaces", 17, device: 4, "wlan0",
            #""type": {"value": "ieee802.11ax"}, "rf_role": {"value": "ap"}, "wireless_lans": [{"id": 1, "ssid": "guests"}]"#)
        port("interfaces", 18, device: 5, "wlan0", #""type": {"value": "ieee802.11ax"}, "rf_role": {"value": "station"}"#)
        add("ipam/vlans", 1, #""vid": 10, "name": "voice""#)
        add("ipam/vlans", 2, #""vid": 20, "name": "data""#)
        add(
            "dcim/mac-addresses", 1,
            #""mac_address": "00:11:22:33:44:55", "assigned_object_type": "dcim.interface", "assigned_object_id": 16"#)
        add("wireless/wireless-lans", 1, #""ssid": "guests""#)
        add(
            "wireless/wireless-links", 1,
            #""interface_a": {"id": 17}, "interface_b": {"id": 18}, "ssid": "yard", "status": {"value": "connected"}"#)
        device(6, "PP-1", role: "patch-panel")
        port("rear-ports", 1, device: 6, "T", #""type": {"value": "mpo"}, "positions": 4, "color": "ff0000""#)
        port(
            "front-ports", 1, device: 6, "1",
            #""type": {"value": "lc"}, "positions": 1, "rear_ports": [{"position": 1, "rear_port": 1, "rear_port_position": 3}]"#)
        port("front-ports", 2, device: 6, "2", #""type": {"value": "lc"}, "positions": 1, "rear_ports": []"#)
        port(
            "front-ports", 3, device: 6, "3",
            #""type": {"value": "lc"}, "positions": 2, "rear_ports": [{"position": 1, "rear_port": 1, "rear_port_position": 1}, {"position": 2, "rear_port": 1, "rear_port_position": 2}]"#
        )
        add("dcim/cable-bundles", 1, #""name": "Loom 3""#)
        cable(
            2, ["dcim.interface:11", "dcim.interface:12"], ["dcim.frontport:1", "dcim.frontport:2"],
            #""type": "smf", "label": "L2", "color": "00ff00", "length": 1.5, "length_unit": {"value": "m"}, "profile": {"value": "trunk-2c1p"}, "#
                + #""bundle": {"id": 1, "name": "Loom 3"}, "# + Self.served + ", " + Self.tagged)
        for (row, end) in [
            ("A", "dcim.interface", 11), ("A", "dcim.interface", 12), ("B", "dcim.frontport", 1), ("B", "dcim.frontport", 2),
        ].enumerated() {
            add(
                "dcim/cable-terminations", row + 1,
                #""cable": 2, "cable_end": "\#(end.0)", "termination_type": "\#(end.1)", "termination_id": \#(end.2), "connector": \#(row % 2 + 1), "positions": [1]"#
            )
        }
    }

    private mutating func addPower() {
        add("dcim/power-panels", 1, #""name": "DB-1", \#(Self.site), "location": {"id": 2, "name": "Comms"}"#)
        add(
            "dcim/power-feeds", 1,
            #""power_panel": {"id": 1, "name": "DB-1"}, "rack": {"id": 1, "name": "R1"}, "name": "F1", "status": {"value": "active"}, "type": {"value": "redundant"}, "#
                + #""supply": {"value": "dc"}, "phase": {"value": "three-phase"}, "voltage": -48, "amperage": 32, "max_utilization": 75"#)
        device(7, "pdu", role: "pdu", #""rack": {"id": 1, "name": "R1"}, "position": null"#)
        port("power-ports", 2, device: 7, "In")
        port(
            "power-outlets", 1, device: 7, "Out 1",
            #""type": {"value": "iec-60320-c13"}, "power_port": {"id": 2, "name": "In"}, "feed_leg": {"value": "B"}"#)
        cable(3, ["dcim.powerport:1"], ["dcim.poweroutlet:1"], #""type": "power""#)
        cable(4, ["dcim.powerport:2"], ["dcim.powerfeed:1"], #""type": "power""#)
    }

    private mutating func addLines() {
        add("circuits/providers", 1, #""name": "Telco", "slug": "telco""#)
        add("circuits/provider-networks", 1, #""name": "MPLS", "provider": {"id": 1, "name": "Telco"}, "service_id": "N-1""#)
        add("circuits/circuit-types", 1, #""name": "Fibre", "slug": "fibre""#)
        add(
            "circuits/circuits", 1,
            #""cid": "C-1", "provider": {"id": 1, "name": "Telco"}, "type": {"id": 1, "name": "Fibre", "slug": "fibre"}, "status": {"value": "active"}, "#
                + Self.served)
        add(
            "circuits/circuit-terminations", 1,
            #""circuit": {"id": 1}, "term_side": "A", "termination_type": "dcim.location", "termination_id": 2, "xconnect_id": "X-1", "pp_info": "MMR 3", "port_speed": 1000"#
        )
        add(
            "circuits/circuit-terminations", 2,
            #""circuit": {"id": 1}, "term_side": "Z", "termination_type": "circuits.providernetwork", "termination_id": 1"#)
        cable(5, ["circuits.circuittermination:1"], ["dcim.rearport:1"])
    }
}
