import Diagnostics
import Inventories
import PlantDrawings
import Plants
import Testing

@testable import Rehearsals

/// A comms room with a rack, read from text.
enum CommsRoom {
    static let plant: Plant = {
        let client = """
            client: vostok
            name: Vostok Trading
            timezone: "+03:00"
            parties:
              - {id: it, kind: department, name: IT}
              - {id: starlink, kind: vendor, name: StarLink}
            contacts:
              - {id: ivanov, name: Ivan Ivanov, party: it}
            services:
              - {id: files, name: Files, paths: [{from: [{device: pc-1}], to: [{device: srv-1}]}]}
              - {id: doors, name: Doors, paths: [{from: [{device: pc-2}], to: [{device: lock}]}]}
              - {id: ghost, name: Ghost, paths: [{from: [{device: pc-1}], to: [{device: nobody}]}]}
              - {id: bare, name: Bare}
            """
        let all = """
            evidence: {source: traced, seen: 2026-11-30, by: ivanov}
            surveys: [{scope: {rack: R1}, seen: 2026-11-30, by: ivanov, complete: true}]
            sites: [{name: hq, owner: it}, {name: annex, owner: it}]
            racks:
              - {name: R1, site: hq, u_height: 42}
              - {name: R2, site: hq, u_height: 12, owner: starlink}
            devices:
              - {name: sw-1, rack: R1, position: 20, role: access-switch, interfaces: [{name: "[1-8]"}, {name: mgmt0, mgmt_only: true}]}
              - {name: sw-2, rack: R1, position: 22, role: access-switch, interfaces: [{name: "[1-8]"}], console_ports: [{name: con}]}
              - {name: sw-9, site: hq, role: access-switch, interfaces: [{name: "[1-8]"}]}
              - {name: srv-1, rack: R1, position: 10, role: server, interfaces: [{name: eth}, {name: ilo, mgmt_only: true}]}
              - {name: cs-1, rack: R1, position: 12, role: console-server, console_server_ports: [{name: "1"}]}
              - {name: pc-1, site: hq, role: pc, interfaces: [{name: eth}]}
              - {name: pc-2, site: annex, role: pc, interfaces: [{name: eth}]}
              - name: PP-2
                rack: R2
                position: 1
                role: patch-panel
                front_ports: [{name: "[1-4]", rear_port: "[1-4]"}]
                rear_ports: [{name: "[1-4]"}]
              - {name: pbx, rack: R2, position: 5, role: server, interfaces: [{name: eth}]}
            cables:
              - {id: C1, a: "pc-1:eth", b: "sw-1:1"}
              - {id: C2, a: "sw-1:2", b: "srv-1:eth"}
              - {id: C3, a: "sw-1:3", b: "PP-2:rear/1"}
              - {id: C4, a: "PP-2:1", b: "pbx:eth"}
              - {id: C5, a: "sw-2:con", b: "cs-1:1"}
              - {id: C6, a: "sw-1:mgmt0", b: "sw-2:8"}
              - {id: C7, a: "sw-1:7", b: "sw-2:7", status: planned}
            """
        let folder = ClientFolder.read([SourceText(name: "client.yaml", client), SourceText(name: "inventory/all.yaml", all)]) { _ in nil }
        return Plant(folder.inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
    }()

    static func played(_ steps: String) -> Played { Played(steps, on: plant) }
}

/// Steps that cannot be done as written.
struct ObstacleTests {
    @Test(arguments: [
        (["{do: disconnect, port: \"sw-1:1\"}", "{do: disconnect, port: \"sw-1:1\"}"], ["already-unplugged sw-1:1"]),
        (["{do: disconnect, cable: C1}", "{do: disconnect, cable: C1}"], ["already-unplugged C1"]),
        (["{do: disconnect, cable: C7}"], ["not-there C7"]),
        (["{do: disconnect, port: \"sw-2:1\"}"], ["already-unplugged sw-2:1"]),
        (["{do: move, port: \"sw-2:1\", to: \"sw-2:2\"}"], ["no-cord sw-2:1"]),
        (
            ["{do: connect, cable: {a: \"new:1\", b: \"sw-2:1\"}}", "{do: connect, cable: {a: \"new:2\", b: \"sw-2:1\"}}"],
            ["occupied sw-2:1"]
        ),
        (
            ["{do: connect, cable: {a: \"new:1\", b: \"sw-2:1\"}}", "{do: move, port: \"sw-1:1\", to: \"sw-2:1\"}"], ["occupied sw-2:1"]
        ),
        (["{do: connect, cable: {a: \"pc-1:eth\", b: \"sw-2:1\", id: C1}}"], ["plugged-twice C1"]),
        (["{do: connect, cable: {a: \"pc-1:eth\", b: \"sw-1:1\", id: C1}}"], ["already-plugged C1"]),
        (["{do: remove, device: sw-1}", "{do: disconnect, port: \"sw-1:1\"}"], ["not-there sw-1:1"]),
        (["{do: remove, device: sw-1}", "{do: connect, cable: {a: \"new:1\", b: \"sw-1:5\"}}"], ["not-there sw-1:5"]),
        (["{do: remove, device: sw-1}", "{do: remove, device: sw-1}"], ["not-there sw-1"]),
        (["{do: remove, device: sw-1}", "{do: power-off, device: sw-1}"], ["not-there sw-1"]),
        (["{do: remove, device: sw-1}", "{do: replace, device: sw-1, with: sw-9}"], ["not-there sw-1"]),
        (["{do: install, device: new, rack: R1, position: 20}"], ["unit-taken new"]),
        (["{do: install, device: new, rack: R2, position: 12, u_height: 2}"], ["unit-outside new"]),
        (["{do: install, device: new, rack: R1, position: 0}"], ["unit-outside new"]),
        (
            ["{do: install, device: new, rack: R1, position: 30}", "{do: install, device: other, rack: R1, position: 30}"],
            ["unit-taken other"]
        ),
        (["{do: install, device: sw-2, rack: R1, position: 30}"], ["already-installed sw-2"]),
        (["{do: install, device: new, rack: R1}", "{do: install, device: new, rack: R2}"], ["already-installed new"]),
        (["{do: replace, device: sw-1, with: sw-2, cords: same-port}"], ["already-installed sw-2"]),
        (["{do: power-off, device: sw-1}", "{do: power-off, device: sw-1}"], ["off sw-1"]),
        (["{do: power-on, device: sw-1}"], ["on sw-1"]),
    ])
    func `a step that cannot be done says why`(steps: [String], obstacles: [String]) {
        let played = CommsRoom.played(steps.joined(separator: "\n"))
        #expect(played.faults == [])
        #expect(played.obstacles(steps.count) == obstacles)
        for step in 1..<steps.count { #expect(played.obstacles(step) == []) }
    }

    @Test(arguments: [
        ["{do: disconnect, port: \"sw-1:1\"}", "{do: connect, cable: {a: \"new:1\", b: \"sw-1:1\"}}"],
        ["{do: remove, device: sw-1}", "{do: install, device: new, rack: R1, position: 20}"],
        ["{do: install, device: sw-9, rack: R1, position: 30}"],
        ["{do: install, device: new, rack: R1, position: 30}", "{do: power-on, device: new}"],
        ["{do: disconnect, cable: C1}", "{do: connect, cable: {a: \"pc-1:eth\", b: \"sw-2:1\", id: C1}}"],
        ["{do: connect, cable: {a: \"sw-1:7\", b: \"sw-2:7\", id: C7}}"],
        ["{do: connect, cable: {a: \"new:1\", b: \"sw-1:2\"}}"],
        ["{do: power-off, device: sw-1}", "{do: power-on, device: sw-1}"],
        ["{do: remove, device: sw-2}", "{do: replace, device: sw-1, with: sw-2, cords: same-port}"],
    ])
    func `what can be done meets no obstacle`(steps: [String]) {
        let played = CommsRoom.played(steps.joined(separator: "\n"))
        #expect(played.faults == [])
        for step in 1...steps.count { #expect(played.obstacles(step) == []) }
    }

    @Test func `everything in a place is what is still there, panels in use among it`() {
        let played = CommsRoom.played(
            """
            {do: remove, device: pbx}
            {do: remove, everything_in: {rack: R2}}
            {do: remove, everything_in: {rack: R1}, except: [sw-2, cs-1, srv-1]}
            """)
        #expect(played.obstacles(2) == [])
        #expect(played.touches(2) == ["PP-2", "pbx"])
        #expect(played.step(2).passiveInUse.map { played.inventory.name(of: .device($0)) } == ["PP-2"])
        #expect(played.outages("files") == [.excluded, .excluded, .certain])
        #expect(played.missing(3) == [])
    }

    @Test func `management that is cut is named`() {
        let played = CommsRoom.played(
            """
            {do: disconnect, cable: C5}
            {do: disconnect, cable: C6}
            {do: remove, device: sw-1}
            """)
        #expect(played.step(1).cutsManagement.map { played.inventory.name(of: .device($0)) } == ["sw-2"])
        #expect(played.step(2).cutsManagement.map { played.inventory.name(of: .device($0)) } == ["sw-1"])
        #expect(played.step(3).cutsManagement == [])
        #expect(played.outages("files") == [.excluded, .excluded, .certain])
    }

    @Test func `what no record explains is possibly hurt where a step touches the unknown at its site`() {
        let played = CommsRoom.played(
            """
            {do: disconnect, cable: C1}
            {do: disconnect, port: "PP-2:1"}
            """)
        #expect(played.outages("doors") == [.unexplained, .unexplained])
        #expect(played.outages("ghost") == [.unexplained, .possible])
        #expect(played.outages("bare") == [.unexplained, .possible])
        #expect(played.impact(2, "bare").atBest == .noImpact)
    }

    @Test func `a later step that could have stood first is found`() {
        let breaking = CommsRoom.played(
            """
            {do: disconnect, cable: C2}
            {do: connect, cable: {a: "sw-1:5", b: "srv-1:eth"}}
            """)
        #expect(breaking.step(1).couldFollow == nil)
        let spare = CommsRoom.played(
            """
            {do: disconnect, cable: C1}
            {do: inspect, rack: R1}
            {do: connect, cable: {a: "sw-1:5", b: "sw-2:5"}}
            """)
        #expect(spare.step(1).couldFollow == nil)
        let client = DrawnClient(
            """
            [sw-1:1] --C1-- [sw-2:1]
            sw-1:2 empty
            sw-2:2 empty
            """)
        let early = client.played(
            """
            {do: disconnect, cable: C1}
            {do: connect, cable: {a: "sw-1:2", b: "sw-2:2"}}
            """)
        #expect(early.step(1).couldFollow == 1)
    }
}
