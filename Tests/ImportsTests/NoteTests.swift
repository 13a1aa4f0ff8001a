import Diagnostics
import Inventories
import PlantDrawings
import Plants
import Testing

@testable import Imports

/// Every case of tracing that an importer of NetBox data meets, drawn.
///
/// A drawing becomes the answers that NetBox would give of it; these are imported, the folder is read, and every port of it must lead
/// where the drawing says. What is about writing rather than tracing is in `CableCases`, `GearCases` and `LineCases`.
@Suite struct NoteTests {
    private func check(_ text: String, _ forms: [NetBox.Form] = NetBox.Form.allCases, _ place: SourceLocation = #_sourceLocation) {
        let drawing = Drawing(text)
        #expect(!drawing.expected.isEmpty, "the drawing says no trace", sourceLocation: place)
        for disagreement in drawing.disagreements { Issue.record("\(disagreement)", sourceLocation: place) }
        for form in forms {
            let imported = ImportedDrawing(drawing, form)
            #expect(imported.words == [], "\(form)", sourceLocation: place)
            for port in drawing.inventory.ports.refs {
                let name = drawing.name(of: port)
                #expect(imported.traces(from: port) == drawing.traces(from: name), "\(name) in form \(form)", sourceLocation: place)
            }
        }
    }

    // MARK: Cables

    @Test func `a cord between two interfaces`() {
        check("[sw-1:Gi1] --C1-- [pc:eth0] complete")
    }

    @Test func `sides are labels, not directions`() {
        check(
            """
            [sw-1:Gi1] --C1-- [PP:front/1 | PP:rear/1] --T1-- [PQ:rear/1 | PQ:front/1] --C2-- [pc:eth0] complete
            [pc:eth1] --C3-- [PQ:front/2 | PQ:rear/2] --T2-- [PP:rear/2 | PP:front/2] --C4-- [sw-1:Gi2] complete
            """)
    }

    @Test func `both ends on one device`() {
        check("[sw-1:Gi1] --C1-- [sw-1:Gi2] complete")
    }

    @Test func `a breakout without a profile is one bundle`() {
        check("[sw-1:Q1] --C1-- [srv-1:e0, srv-2:e0, srv-3:e0, srv-4:e0] complete")
    }

    @Test func `duplex, one interface on two front ports`() {
        check(
            "[a:1] --C1-- [P:front/1, P:front/2 | P:rear/1, P:rear/2] --T1, T2-- [Q:rear/1, Q:rear/2 | Q:front/1, Q:front/2] --C2-- [b:1] complete"
        )
    }

    @Test func `many to many`() {
        check("[sw-1:a, sw-1:b] --C1-- [sw-2:a, sw-2:b] complete")
    }

    @Test func `ends on two devices at one side`() {
        check("[sw-1:Q1] --C1-- [srv-1:e0, srv-2:e0] complete")
    }

    @Test func `one-ended, because the device at the other end was deleted`() {
        check(
            """
            [sw-1:Gi1] --C1-- [?] unknown
            [?] --C2-- [sw-1:Gi2]
            [pc:eth0] --C3-- [PP:front/1 | PP:rear/1] --T1-- [?] unknown
            """)
    }

    @Test func `every kind of port that a cable can end on`() {
        check(
            """
            [sw:1] --C1-- [PP:front/1 | PP:rear/1] --C2-- [circuit:L/A | circuit:L/Z] --C3-- [r:0] complete
            [sw:console/0] --C4-- [ts:server/4] complete
            [sw:power/1] --C5-- [pdu:outlet/1] complete
            [pdu:power/in] --C6-- [feed:F1] complete
            """)
    }

    @Test func `a planned cable and one that is to go`() {
        check(
            """
            [sw-1:1] --C1(planned)-- [b:1] complete
            [sw-1:2] --C2(decommissioning)-- [b:2] complete
            """)
    }

    // MARK: Profiles

    @Test func `a breakout with a profile leads each leg to its strand`() {
        check(
            """
            [sw-1:Q1#1/1-4] --C1(breakout-1c4p-4c1p)-- [s-1:e#1/1, s-2:e#2/1, s-3:e#3/1, s-4:e#4/1] complete
            > [s-3:e] --C1-- [sw-1:Q1] complete
            """, [.from45])
    }

    @Test func `a breakout with unused legs is complete over the others, where NetBox calls it split`() {
        check(
            """
            [sw-1:Q1#1/1-4] --C1(breakout-1c4p-4c1p)-- [s-1:e#1/1, s-3:e#3/1] complete
            > [s-3:e] --C1-- [sw-1:Q1] complete
            """, [.from45])
    }

    @Test func `strand 3 of connector 1 of a shuffle comes out on connector 2`() {
        check(
            """
            [a:3] --A3-- [P:front/3 | P:rear/1@3]
            [P:rear/1#1/1-4, P:rear/2#2/1-4] --T(trunk-2c4p-shuffle)-- [Q:rear/1#1/1-4, Q:rear/2#2/1-4]
            [Q:rear/2@1 | Q:front/5] --B5-- [b:5]
            > [a:3] --A3-- [P:front/3 | P:rear/1] --T-- [Q:rear/2 | Q:front/5] --B5-- [b:5] complete
            P:rear/2 has 4
            Q:rear/1 has 4
            """, [.from45])
    }

    @Test func `a square shuffle and a shuffled breakout`() {
        check(
            """
            [a:1] --A1-- [P:front/1 | P:rear/2@4]
            [P:rear/1#1/1-4, P:rear/2#2/1-4, P:rear/3#3/1-4, P:rear/4#4/1-4] --T(trunk-4c4p-shuffle)-- [Q:rear/1#1/1-4, Q:rear/2#2/1-4, Q:rear/3#3/1-4, Q:rear/4#4/1-4]
            [Q:rear/4@2 | Q:front/1] --B1-- [b:1]
            P:rear/1 has 4
            Q:rear/4 has 4
            > [a:1] --A1-- [P:front/1 | P:rear/2] --T-- [Q:rear/4 | Q:front/1] --B1-- [b:1] complete
            [sw:A#1/1-4, sw:B#2/1-4] --U(breakout-2c4p-8c1p-shuffle)-- [l:1#1/1, l:2#2/1, l:3#3/1, l:4#4/1, l:5#5/1, l:6#6/1, l:7#7/1, l:8#8/1]
            > [sw:A] --U-- [l:1, l:2, l:5, l:6] complete
            """, [.from45])
    }

    // MARK: Panels

    @Test func `an unmapped front port, and a front port with two rear ports`() {
        check(
            """
            [a:0] --C0-- [P:front/9] open
            [a:1] --C1-- [P:front/1 | P:rear/1, P:rear/2] --T1, T2-- [Q:rear/1, Q:rear/2 | Q:front/1] --C2-- [b:1] complete
            """, [.from45])
    }

    @Test func `a rear port of several positions cabled straight reaches nothing, and each front port reaches it`() {
        check(
            """
            [a:1] --C1-- [P:front/1 | P:rear/1@1] --T-- [b:1] complete
            [a:2] --C2-- [P:front/2 | P:rear/1@2] --T-- [b:1] complete
            > [b:1] --T-- [P:rear/1] split
            """)
    }

    @Test func `one cable between rear ports of 48 positions carries four services`() {
        check(
            """
            [a:1] --A1-- [P:front/1 | P:rear/1@1] --T-- [Q:rear/1@1 | Q:front/1] --B1-- [b:1] complete
            [a:2] --A2-- [P:front/2 | P:rear/1@2] --T-- [Q:rear/1@2 | Q:front/2] --B2-- [b:2] complete
            [a:3] --A3-- [P:front/3 | P:rear/1@3] --T-- [Q:rear/1@3 | Q:front/3] --B3-- [b:3] complete
            [a:4] --A4-- [P:front/48 | P:rear/1@48] --T-- [Q:rear/1@48 | Q:front/48] --B4-- [b:4] complete
            """)
    }

    @Test func `a trunk between rear ports with no interface behind it`() {
        check(
            """
            [P:front/1 | P:rear/1] --T-- [Q:rear/1 | Q:front/1]
            > [P:rear/1] --T-- [Q:rear/1 | Q:front/1] open
            """)
    }

    @Test func `parallel cables in a step are all there, where NetBox shows the first`() {
        let drawing = Drawing(
            "[a:1] --C1-- [P:front/1, P:front/2 | P:rear/1, P:rear/2] --T1, T2-- [Q:rear/1, Q:rear/2 | Q:front/1, Q:front/2] --C2-- [b:1] complete"
        )
        let imported = ImportedDrawing(drawing)
        #expect(imported.traces(from: drawing.port("a:1")).first?.contains("--T1, T2--") == true)
    }

    // MARK: Circuits

    @Test func `a circuit is traced from A to Z`() {
        check("[r1:0] --C1-- [circuit:L/A | circuit:L/Z] --C2-- [r2:0] complete")
    }

    @Test func `Z at a provider network is complete without a cable`() {
        check("[r1:0] --C1-- [circuit:L/A | circuit:L/Z] ~~ [network:WAN] complete")
    }

    @Test func `Z at a site without a cable ends there`() {
        check("[r1:0] --C1-- [circuit:L/A | circuit:L/Z] open")
    }

    @Test func `a one-sided circuit`() {
        check("[r1:0] --C1-- [circuit:L/Z] open")
    }

    @Test func `circuits in a row`() {
        check("[r1:0] --C1-- [circuit:L1/A | circuit:L1/Z] --C2-- [circuit:L2/A | circuit:L2/Z] --C3-- [r2:0] complete")
    }

    @Test func `a far side that only says that something is plugged`() {
        check(
            """
            [r1:0] --C1-- [circuit:L/A | circuit:L/Z] unknown
            circuit:L/Z marked
            """)
    }

    @Test func `dark fibre between panels keeps the strand`() {
        check(
            "[a:1] --C1-- [P:front/3 | P:rear/1@3] --T1-- [circuit:F/A | circuit:F/Z] --T2-- [Q:rear/1@3 | Q:front/3] --C2-- [b:1] complete"
        )
    }

    // MARK: Power

    @Test func `power from a supply over outlet and inlet to its feed`() throws {
        let drawing = Drawing(
            """
            [srv:power/1] --P1-- [pdu:outlet/3] complete
            [srv:power/2] --P2-- [pdu:outlet/4] complete
            [pdu:power/A] --PA-- [feed:F1] complete
            [pdu:power/B] --PB-- [feed:F2] complete
            pdu:outlet/3 from B
            pdu:outlet/4 from A
            """)
        let imported = ImportedDrawing(drawing)
        let inventory = imported.plant.inventory
        let server = try #require(inventory.device("srv").value)
        let feeds = imported.plant.supplies(of: server).map { supply in supply.feeds.map { inventory.ports[$0].name.text } }
        #expect(imported.words == [])
        #expect(feeds == [["F2"], ["F1"]])
        #expect(imported.plant.supplies(of: server).allSatisfy { $0.ways.allSatisfy { $0.isInletKnown && $0.panel != nil } })
    }

    @Test func `an outlet that names no inlet`() throws {
        let drawing = Drawing(
            """
            [srv:power/1] --P1-- [pdu:outlet/3] complete
            [pdu:power/A] --PA-- [feed:F1] complete
            [pdu:power/B] --PB-- [feed:F2] complete
            """)
        let imported = ImportedDrawing(drawing)
        let server = try #require(imported.plant.inventory.device("srv").value)
        let supply = try #require(imported.plant.supplies(of: server).first)
        #expect(supply.ways.map(\.isInletKnown) == [false, false])
        #expect(!supply.isFed.isKnown)
    }

    // MARK: Interfaces

    @Test func `mark_connected is no way, and not free`() {
        check(
            """
            [sw-1:1] unknown
            sw-1:1 marked
            """)
    }

    // [a:wlan0] ~~yard~~ [b:wlan0]: after `trace_paths --force` NetBox leads a back to itself
    @Test func `a wireless link leads to the other side`() throws {
        var box = NetBox.room
        box.add(
            "wireless/wireless-links", 3,
            #""interface_a": {"id": 1}, "interface_b": {"id": 2}, "ssid": "yard", "status": {"value": "connected"}"#)
        #expect(box.ends(of: "sw-1:eth0") == ["complete sw-1:eth1"])
        #expect(box.ends(of: "sw-1:eth1") == ["complete sw-1:eth0"])
    }

    // [sw-1:eth0] --7-- [sw-1:eth1 bridge=eth2] [sw-1:eth2] --8-- [sw-1:eth3]
    @Test func `a bridge is not walked through, from whichever side it is written`() {
        var box = NetBox.room
        box.change("dcim/interfaces", 2, #""name""#, #""bridge": 3, "name""#)
        box.cable(7, ["dcim.interface:1"], ["dcim.interface:2"])
        box.cable(8, ["dcim.interface:3"], ["dcim.interface:4"])
        #expect(box.ends(of: "sw-1:eth0") == ["complete sw-1:eth1"])
        #expect(box.ends(of: "sw-1:eth3") == ["complete sw-1:eth2"])
    }

    // [sw-1:eth0, switched off, of a device that failed] --7-- [sw-1:eth1]
    @Test func `the status of devices and whether an interface is on do not change a way`() {
        var box = NetBox.room
        box.change("dcim/interfaces", 1, #""name""#, #""enabled": false, "name""#)
        box.change("dcim/devices", 1, #""name""#, #""status": {"value": "failed"}, "name""#)
        box.cable(7, ["dcim.interface:1"], ["dcim.interface:2"])
        #expect(box.ends(of: "sw-1:eth0") == ["complete sw-1:eth1"])
    }

    // [sw-1:Q1] --7-- [sw-1:eth0], Q1 in four channels that show its cable
    @Test func `channels of an interface show its cable and hold none of their own`() {
        var box = NetBox.room
        box.port("interfaces", 20, device: 1, "Q1", #""channels": 4, "cable": {"id": 7}"#)
        for channel in 1...4 {
            box.port(
                "interfaces", 20 + channel, device: 1, "Q1/\(channel)",
                #""type": {"value": "channel"}, "parent": {"id": 20, "name": "Q1"}, "channel_id": \#(channel), "cable": {"id": 7}"#)
        }
        box.cable(7, ["dcim.interface:20"], ["dcim.interface:1"])
        #expect(box.ends(of: "sw-1:eth0") == ["complete sw-1:Q1"])
        #expect(box.ends(of: "sw-1:Q1") == ["complete sw-1:eth0"])
        #expect(box.ends(of: "sw-1:Q1/2") == ["open "])
        let written = box.imported().written
        #expect(!written.contains("occupied"))
        #expect(written.contains(#"{name: "Q1/[1-4]", type: channel, parent: Q1, origin: "dcim.interface:[21-24]"}"#))
    }
}

extension NetBox {
    /// How the traces of a port end after an import, and at which ports.
    fileprivate func ends(of port: String) -> [String] {
        let folder = Demo.folder(of: imported())
        #expect(folder.log.kept.map(\.summary.en) == [])
        let plant = Plant(folder.inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
        guard let start = folder.inventory.port(port).value else { return ["no port \(port)"] }
        return plant.traces(from: start).map { trace in
            trace.end.rawValue + " " + trace.to.map { folder.inventory.name(of: .port($0)) }.joined(separator: " ")
        }
    }
}
