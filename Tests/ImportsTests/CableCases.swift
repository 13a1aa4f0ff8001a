import Diagnostics
import Testing

@testable import Imports

/// The cables of IMPORT-NOTES.md, each drawn above its test.
@Suite struct CableCases {
    // [sw-1:eth0] --7-- [PP-1:front 1]
    @Test func `names both ends and the kind of panel ports`() {
        var box = NetBox.room
        box.cable(
            7, ["dcim.interface:1"], ["dcim.frontport:1"],
            #""type": "cat6", "color": "f44336", "label": "R1-07", "length": 3.0, "length_unit": {"value": "m"}"#)
        #expect(
            box.imported().text("inventory/netbox-hq-cables.yaml").contains(
                #"- {id: "cable#7", a: "sw-1:eth0", b: "PP-1:front/1", label: R1-07, type: cat6, color: f44336, length: 3 m, origin: "dcim.cable:7"}"#
            ))
    }

    // [sw-1:eth0] --7-- nothing: the device at the other end was deleted
    @Test func `writes a side that NetBox lost as unknown`() {
        var box = NetBox.room
        box.cable(7, [], ["dcim.interface:1"])
        #expect(box.imported().written.contains(#"a: unknown, b: "sw-1:eth0""#))
    }

    // [sw-1:eth0] --7-- a port that is not in the export
    @Test func `writes an end outside of the export as unknown and says so`() {
        var box = NetBox.room
        box.cable(7, ["dcim.interface:1"], ["dcim.interface:99"])
        let result = box.imported()
        #expect(result.written.contains(#"a: "sw-1:eth0", b: unknown"#))
        #expect(result.log.kept.map(\.code) == ["netbox-lost-end"])
    }

    // [sw-1:eth0] --+-- [PP-1:front 1]
    //               +-- [PP-1:front 2]
    @Test func `keeps several ends of a side in their order`() {
        var box = NetBox.room
        box.cable(7, ["dcim.interface:1"], ["dcim.frontport:2", "dcim.frontport:1"])
        #expect(box.imported().written.contains(#"a: "sw-1:eth0", b: ["PP-1:front/2", "PP-1:front/1"]"#))
    }

    // [sw-1:eth0] --breakout-1c4p-4c1p--+-- [sw-1:eth1] connector 1
    //                                   +-- [sw-1:eth2] connector 2
    @Test func `takes connectors and positions from the list of terminations`() {
        var box = NetBox.room
        box.cable(7, ["dcim.interface:1"], ["dcim.interface:2", "dcim.interface:3"], #""profile": {"value": "breakout-1c4p-4c1p"}"#)
        box.add(
            "dcim/cable-terminations", 1,
            #""cable": 7, "cable_end": "A", "termination_type": "dcim.interface", "termination_id": 1, "connector": 1, "positions": [1, 2, 3, 4]"#
        )
        box.add(
            "dcim/cable-terminations", 2,
            #""cable": 7, "cable_end": "B", "termination_type": "dcim.interface", "termination_id": 2, "connector": 1, "positions": [1]"#)
        box.add(
            "dcim/cable-terminations", 3,
            #""cable": 7, "cable_end": "B", "termination_type": "dcim.interface", "termination_id": 3, "connector": 2, "positions": null"#)
        let text = box.imported().written
        #expect(text.contains("a: {device: sw-1, port: eth0, kind: interface, connector: 1, positions: [1, 2, 3, 4]}"))
        #expect(
            text.contains(
                "b: [{device: sw-1, port: eth1, kind: interface, connector: 1, positions: [1]}, {device: sw-1, port: eth2, kind: interface, connector: 2}]"
            ))
        #expect(text.contains("profile: breakout-1c4p-4c1p"))
    }

    @Test func `keeps the states of cables and lets connected go without saying`() {
        var box = NetBox.room
        box.cable(7, ["dcim.interface:1"], ["dcim.interface:2"], #""type": null"#)
        box.add("dcim/cables", 8, #""a_terminations": [], "b_terminations": [], "status": {"value": "planned"}, "type": """#)
        let text = box.imported().written
        #expect(text.contains(#"{id: "cable#7", a: "sw-1:eth0", b: "sw-1:eth1", origin: "dcim.cable:7"}"#))
        #expect(text.contains(#"{id: "cable#8", a: unknown, b: unknown, status: planned, origin: "dcim.cable:8"}"#))
    }

    // [PP:B:front 1] and [sw-1:xe-0/0/0:1] hold colons
    @Test func `writes names with colons as maps`() {
        var box = NetBox.room
        box.device(3, "PP:B")
        box.port("front-ports", 9, device: 3, "Port 1", #""rear_ports": []"#)
        box.port("interfaces", 9, device: 1, "xe-0/0/0:1")
        box.cable(7, ["dcim.frontport:9"], ["dcim.interface:9"])
        #expect(
            box.imported().written.contains(
                #"a: {device: "PP:B", port: Port 1, kind: front-port}, b: {device: sw-1, port: "xe-0/0/0:1", kind: interface}"#))
    }

    // an interface named `rear/1`
    @Test func `does not let a name be taken for a kind`() {
        var box = NetBox.room
        box.port("interfaces", 9, device: 1, "rear/1")
        box.cable(7, ["dcim.interface:9"], ["dcim.interface:1"])
        #expect(box.imported().written.contains("a: {device: sw-1, port: rear/1, kind: interface}"))
    }

    // [sw-1:eth0] holds cable 7, of which the export has nothing
    @Test func `marks ports occupied whose cable was not exported`() {
        var box = NetBox.room
        box.port("interfaces", 9, device: 1, "eth9", #""cable": {"id": 77}"#)
        box.port("rear-ports", 9, device: 2, "9", #""cable": 78, "positions": 1"#)
        let text = box.imported().text("inventory/netbox-hq-devices.yaml")
        #expect(text.contains("occupied: [eth9]"))
        #expect(text.contains("occupied: [rear/9]"))
    }

    // [sw-1:eth0] ~~wireless~~ [sw-1:eth1]
    @Test func `writes a wireless link as a cable without a cord`() {
        var box = NetBox.room
        box.add(
            "wireless/wireless-links", 3,
            #""interface_a": {"id": 1}, "interface_b": {"id": 2}, "ssid": "yard", "status": {"value": "connected"}"#)
        #expect(
            box.imported().text("inventory/netbox-cables.yaml").contains(
                #"- {id: "wirelesslink#3", a: "sw-1:eth0", b: "sw-1:eth1", type: wireless, description: yard, origin: "wireless.wirelesslink:3"}"#
            ))
    }

    @Test func `puts cables of one site into its file and others into a common one`() {
        var box = NetBox.room
        box.site(2, "DC")
        box.device(3, "far", site: (2, "DC"))
        box.port("interfaces", 9, device: 3, "eth0")
        box.cable(7, ["dcim.interface:1"], ["dcim.interface:2"])
        box.cable(8, ["dcim.interface:3"], ["dcim.interface:9"])
        let result = box.imported()
        #expect(result.text("inventory/netbox-hq-cables.yaml").contains("cable#7"))
        #expect(result.text("inventory/netbox-cables.yaml").contains("cable#8"))
    }
}
