import Diagnostics
import Testing
import Times

@testable import Imports

/// A newer export over a folder in which people have worked.
@Suite struct UpdateTests {
    typealias Texts = [(path: String, text: SourceText)]

    let cables = "inventory/netbox-hq-cables.yaml"
    let devices = "inventory/netbox-hq-devices.yaml"

    private func edited(_ folder: Texts, _ path: String, _ edits: [(String, String)]) -> Texts {
        folder.map { entry in
            guard entry.path == path else { return entry }
            var text = String(decoding: entry.text.bytes, as: UTF8.self)
            for (old, new) in edits {
                #expect(text.contains(old), "`\(old)` is not in \(path)")
                text = text.replacing(old, with: new)
            }
            return (path, SourceText(name: path, text))
        }
    }

    private func text(_ folder: Texts, _ path: String) -> String {
        folder.first { $0.path == path }.map { String(decoding: $0.text.bytes, as: UTF8.self) } ?? ""
    }

    private var box: NetBox {
        var box = NetBox.room
        box.cable(7, ["dcim.interface:1"], ["dcim.frontport:1"], #""type": "cat6", "label": "L7""#)
        box.cable(8, ["dcim.interface:2"], ["dcim.frontport:2"], #""type": "cat6""#)
        return box
    }

    @Test func `changes nothing when nothing changed`() {
        let first = box.imported()
        let second = box.imported(over: first.folder())
        #expect(second.texts.isEmpty)
        #expect(second.changed.isEmpty)
    }

    @Test func `changes nothing in a folder that was edited when nothing changed in NetBox`() {
        let folder = edited(
            box.imported().folder(), devices,
            [
                ("  - name: sw-1\n", "  # the old one\n  - name: sw-1   # sits low\n    config: {saved: false}\n"),
                ("role: access-switch", "role: core-switch"),
                ("{name: \"eth[0-3]\"", "{cord: grey, name: \"eth[0-3]\""),
            ])
        let second = box.imported(over: folder)
        #expect(second.texts.isEmpty)
        #expect(second.changed.map(\.kind) == [.keptByHand(field: "role", folder: "core-switch", netbox: "access-switch")])
    }

    @Test func `updates a value in place and keeps what stands around it`() {
        let folder = edited(
            box.imported().folder(), cables,
            [
                ("label: L7,", "label: L7,   length: 3 m,"), ("origin: \"dcim.cable:7\"}", "origin: \"dcim.cable:7\"}  # behind the door"),
            ])
        var newer = box
        newer.change("dcim/cables", 7, "cat6", "cat6a")
        let second = newer.imported(over: folder)
        #expect(
            second.text(cables).contains(
                ##"- {id: "cable#7", a: "sw-1:eth0", b: "PP-1:front/1", label: L7,   length: 3 m, type: cat6a, origin: "dcim.cable:7"}  # behind the door"##
            ))
        #expect(second.changed.map(\.kind) == [.changed(field: "type", from: "cat6", to: "cat6a")])
        #expect(newer.imported(over: second.folder(over: folder)).texts.isEmpty)
    }

    @Test func `keeps a value that a person changed, even when NetBox changes it later`() {
        let folder = edited(box.imported().folder(), cables, [("label: L7", "label: L7-new")])
        var newer = box
        newer.change("dcim/cables", 7, "L7", "L8")
        let second = newer.imported(over: folder)
        #expect(second.text(cables).isEmpty)
        #expect(second.changed.map(\.kind) == [.keptByHand(field: "label", folder: "L7-new", netbox: "L8")])
    }

    @Test func `writes a value again where a person took it out`() {
        let folder = edited(box.imported().folder(), cables, [(", label: L7", "")])
        let second = box.imported(over: folder)
        #expect(second.text(cables).contains(#"b: "PP-1:front/1", label: L7, type: cat6"#))
    }

    @Test func `adds and takes out fields of blocks and lines`() {
        var older = box
        older.change("dcim/devices", 1, #""role""#, #""serial": "S1", "asset_tag": "A1", "role""#)
        let folder = edited(older.imported().folder(), devices, [("    serial: S1\n", "    serial: S1   # read it myself\n")])
        var newer = box
        newer.change("dcim/devices", 1, #""role""#, #""position": 7, "face": {"value": "front"}, "role""#)
        let second = newer.imported(over: folder)
        #expect(
            second.text(devices).contains(
                """
                  - name: sw-1
                    role: access-switch
                       # read it myself
                    site: HQ
                    position: 7
                    face: front
                    origin: "dcim.device:1"
                    interfaces:

                """))
    }

    @Test func `recognises a renamed device and names it so everywhere`() {
        let folder = box.imported().folder()
        var newer = box
        newer.change("dcim/devices", 1, "sw-1", "sw-01")
        let second = newer.imported(over: folder)
        #expect(second.text(devices).contains("- name: sw-01\n"))
        #expect(second.text(cables).contains(#"a: "sw-01:eth0""#))
        #expect(second.changed.contains { $0.section == "devices" && $0.kind == .changed(field: "name", from: "sw-1", to: "sw-01") })
        #expect(newer.imported(over: second.folder(over: folder)).texts.isEmpty)
    }

    @Test func `calls a device in cables as a person renamed it`() {
        let folder = edited(box.imported().folder(), devices, [("- name: sw-1\n", "- name: edge-1\n")])
        var newer = box
        newer.cable(9, ["dcim.interface:3"], ["dcim.interface:4"])
        let second = newer.imported(over: folder)
        #expect(second.text(cables).contains(#"{id: "cable#9", a: "edge-1:eth2", b: "edge-1:eth3""#))
        #expect(second.text(cables).contains(#"a: "edge-1:eth0", b: "PP-1:front/1""#))
        #expect(second.text(devices).isEmpty)
    }

    @Test func `takes out what is gone, unless somebody wrote in it`() {
        let folder = edited(
            box.imported().folder(), cables,
            [
                ("label: L7,", "label: L7, route: [tray-2],")
            ])
        var newer = box
        newer.remove("dcim/cables", 7)
        newer.remove("dcim/cables", 8)
        let second = newer.imported(over: folder)
        #expect(second.text(cables).contains("cable#7"))
        #expect(!second.text(cables).contains("cable#8"))
        #expect(second.changed.map(\.kind) == [.keptGone, .removed])
        #expect(newer.imported(over: second.folder(over: folder)).texts.isEmpty)
    }

    @Test func `keeps what is gone when a comment stands at it`() {
        for comment in ["  # ask Anna first\n  - {id: \"cable#7\"", "  - {id: \"cable#7\""] {
            let behind = comment.contains("Anna") ? "" : "   # ask Anna first"
            let folder = edited(
                box.imported().folder(), cables,
                [
                    ("  - {id: \"cable#7\"", comment), ("origin: \"dcim.cable:7\"}", "origin: \"dcim.cable:7\"}" + behind),
                ])
            var newer = box
            newer.remove("dcim/cables", 7)
            #expect(newer.imported(over: folder).changed.map(\.kind) == [.keptGone])
        }
    }

    @Test func `says that a list is empty when all of it is gone`() {
        let folder = box.imported().folder()
        var newer = box
        newer.remove("dcim/cables", 7)
        newer.remove("dcim/cables", 8)
        let second = newer.imported(over: folder)
        #expect(second.text(cables).hasSuffix("\ncables: []\n"))
        newer.cable(9, ["dcim.interface:3"], ["dcim.interface:4"])
        let third = newer.imported(over: second.folder(over: folder))
        #expect(
            third.text(cables).hasSuffix("\ncables:\n  - {id: \"cable#9\", a: \"sw-1:eth2\", b: \"sw-1:eth3\", origin: \"dcim.cable:9\"}\n")
        )
    }

    @Test func `takes apart a line of many ports where one of them changes, goes or comes`() {
        let folder = edited(box.imported().folder(), devices, [("{name: \"eth[0-3]\"", "{cord: grey, name: \"eth[0-3]\"")])
        var newer = box
        newer.change("dcim/interfaces", 2, "1000base-t", "2.5gbase-t")
        newer.port("interfaces", 9, device: 1, "mgmt")
        let second = newer.imported(over: folder)
        #expect(
            second.text(devices).contains(
                """
                    interfaces:
                      - {cord: grey, name: eth0, type: 1000base-t, origin: "dcim.interface:1"}
                      - {cord: grey, name: eth1, type: 2.5gbase-t, origin: "dcim.interface:2"}
                      - {cord: grey, name: "eth[2-3]", type: 1000base-t, origin: "dcim.interface:[3,4]"}
                      - {name: mgmt, origin: "dcim.interface:9"}

                """))
        #expect(newer.imported(over: second.folder(over: folder)).texts.isEmpty)
    }

    @Test func `takes ports out of a line, and the line with the last of them`() {
        let folder = box.imported().folder()
        var newer = box
        newer.remove("dcim/interfaces", 4)
        let second = newer.imported(over: folder)
        #expect(second.text(devices).contains(#"- {name: "eth[0-2]", type: 1000base-t, origin: "dcim.interface:[1-3]"}"#))
        for port in 1...2 { newer.remove("dcim/front-ports", port) }
        let third = newer.imported(over: second.folder(over: folder))
        #expect(third.text(devices).contains("front_ports: []\n"))
    }

    @Test func `leaves alone what the export does not cover`() {
        let folder = box.imported().folder()
        var newer = NetBox()
        newer.site(1, "HQ")
        newer.device(1, "sw-1", role: "access-switch")
        newer.device(2, "PP-1", role: "patch-panel")
        let second = newer.imported(over: folder)
        #expect(second.texts.isEmpty)
        #expect(second.changed.isEmpty)
    }

    @Test func `finds objects that people moved to other files`() {
        var folder = box.imported().folder()
        let line = text(folder, cables).split(separator: "\n").first { $0.contains("cable#7") } ?? ""
        folder = edited(folder, cables, [(line + "\n", "")])
        folder.append(("inventory/mine.yaml", SourceText(name: "inventory/mine.yaml", "cables:\n\(line)\n")))
        var newer = box
        newer.change("dcim/cables", 7, "cat6", "cat6a")
        let second = newer.imported(over: folder)
        #expect(second.text("inventory/mine.yaml").contains("type: cat6a"))
        #expect(second.text(cables).isEmpty)
    }

    @Test func `does not renew the evidence of what people wrote`() {
        func options(_ day: Int) -> ImportOptions {
            ImportOptions(client: "acme", asOf: CivilDate(year: 2026, month: 11, day: day), vouchedBy: "ivanov")
        }
        var folder = box.imported(options(1)).folder()
        folder = edited(folder, cables, [("label: L7", "label: mine"), ("cables:\n", "cables:\n  - {a: \"sw-1:eth3\", b: unknown}\n")])
        let second = box.imported(over: folder, options(2))
        let old = "evidence: {source: document, seen: 2026-11-01, by: ivanov}"
        #expect(second.text(cables).contains("evidence: {source: document, seen: 2026-11-02, by: ivanov}\n"))
        #expect(second.text(cables).contains("- {a: \"sw-1:eth3\", b: unknown, \(old)}"))
        #expect(second.text(cables).contains("label: mine, type: cat6, origin: \"dcim.cable:7\", \(old)}"))
        #expect(second.text(cables).contains("type: cat6, origin: \"dcim.cable:8\"}"))
    }

    @Test func `adds parties to a client file of one's own and leaves all else`() {
        let client = "client: acme\nparties:\n  - {id: it, kind: department, name: IT}   # us\nservices: []\n"
        var newer = box
        newer.add("tenancy/tenants", 1, #""name": "IT", "slug": "it""#)
        let result = newer.imported(over: [("client.yaml", SourceText(name: "client.yaml", client))])
        #expect(
            result.text("client.yaml") == """
                client: acme
                parties:
                  - {id: it, kind: department, name: IT}   # us
                  - {id: it-department, kind: department, name: IT, origin: "tenancy.tenant:1"}
                services: []

                """)
    }

    @Test func `takes NetBox's word where the memory of the last import is lost`() {
        let folder = edited(box.imported().folder(), cables, [("label: L7", "label: mine")]).filter { $0.path != Memory.path }
        let second = box.imported(over: folder)
        #expect(second.text(cables).contains("label: L7"))
        #expect(!second.text(Memory.path).isEmpty)
    }
}
