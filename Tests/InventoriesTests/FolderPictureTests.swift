import Diagnostics
import Inventories
import LocatedYAML
import Testing

/// A client folder with a fault in it, and what a person sees of it.
struct FolderPicture: CustomTestStringConvertible, Sendable {
    let name: String
    let client: String
    let inventory: [String]
    let picture: String

    init(_ name: String, _ inventory: [String], _ picture: String) {
        self.init(name, client: Folder.client, inventory, picture)
    }

    init(_ name: String, client: String, _ picture: String) {
        self.init(name, client: client, [], picture)
    }

    private init(_ name: String, client: String, _ inventory: [String], _ picture: String) {
        self.name = name
        self.client = client
        self.inventory = inventory
        self.picture = picture + "\n"
    }

    var testDescription: String { name }

    var folder: Folder { Folder(client: client, inventory: inventory) }
}

/// Every fault of a folder is drawn under the very token, with its cure where there is one.
struct FolderPictureTests {
    @Test(arguments: cableFaults + portFaults)
    func `of ports and cables`(fault: FolderPicture) {
        #expect(fault.folder.picture() == fault.picture)
    }

    @Test(arguments: placeFaults)
    func `of places, devices and claims`(fault: FolderPicture) {
        #expect(fault.folder.picture() == fault.picture)
    }

    @Test(arguments: clientFaults)
    func `of the client`(fault: FolderPicture) {
        #expect(fault.folder.picture() == fault.picture)
    }

    @Test(arguments: cableFaults + portFaults + placeFaults + clientFaults)
    func `in Russian as well`(fault: FolderPicture) {
        for diagnostic in fault.folder.folder.log.kept {
            for phrase in [diagnostic.summary] + (diagnostic.label.map { [$0] } ?? []) + diagnostic.notes {
                #expect(phrase.ru.unicodeScalars.contains { ("а"..."я").contains($0) }, "\(phrase.ru)")
                #expect(phrase.ru != phrase.en)
            }
        }
    }
}

/// All that is wrong is told in one run, and what is merely unknown is not wrong.
struct FaultTests {
    private static let faulty = """
        locations:
          - {name: floor-1, parent: room-1}
          - {name: room-1, parent: floor-1}
        racks: [{name: R1, u_hight: 42}]
        devices:
          - {name: sw-1, rack: R1, position: 20, interfaces: [{name: "[1-4]"}]}
          - {name: srv-1, rack: R1, position: 20, owner: nobody}
          - {name: PP-1, front_ports: [{name: "1", rear_port: "1"}]}
        cables:
          - {id: C-1, a: "sw-1:1", b: "sw-1:1"}
          - {id: C-2, a: "sw-1:2", b: "sw-1:9"}
          - {id: C-3, a: "sw-1:3", b: "PP-1:1"}
          - {id: C-4, a: "sw-1:3", b: unknown}
        """

    @Test func `all faults of a run are reported together, each file's own first`() {
        let client = Folder.client + "services: [{id: mail, department: nobody, paths: [{from: {device: srv-9}, to: {rack: R1}}]}]\n"
        let folder = Folder(client: client, Self.faulty, "devices: [{name: sw-1}]\n", "")
        #expect(
            folder.faults == [
                "unknown-key", "empty-file", "unknown-party", "cycle", "unknown-party", "duplicate-device", "no-rear-port",
                "units-taken-twice",
                "cable-on-itself", "unknown-port", "port-taken-twice", "unknown-device",
            ])
        #expect(folder.folder.log.errorCount == 12)
        #expect(folder.folder.isReadable)
        // What is sound is there all the same.
        #expect(folder.inventory.cables.rows.map { $0.id?.text } == ["C-3", "C-4"])
    }

    @Test func `what is merely unknown is no fault`() {
        let folder = Folder(
            """
            devices:
              - {name: grey box}
              - {name: sw-1, interfaces: [{name: "[1-4]"}], power_ports: [{name: PSU1}], occupied: "[1-4]"}
              - {name: PP-1, front_ports: [{name: "[1-2]"}]}
            racks: [{name: R1}]
            cables:
              - {a: "sw-1:1", b: unknown}
              - {a: unknown, b: unknown, label: "?"}
              - {a: "sw-1:power/PSU1"}
              - {id: C-1}
            power_feeds: [{name: F-1}]
            circuits: [{id: A-1}]
            statements: [{by: somebody, says: does-not-know, words: not ours}]
            surveys: [{scope: {rack: R1}}]
            """)
        #expect(folder.picture() == "")
        #expect(folder.inventory.cables.count == 4)
    }

    @Test func `different evidence makes a conflict, not a fault`() {
        let folder = Folder(
            """
            devices: [{name: sw-1, interfaces: [{name: "[1-4]"}], empty: "2"}]
            cables:
              - {id: C-1, a: "sw-1:1", evidence: {source: label, seen: 2026-01-01, by: ivanov}}
              - {id: C-2, a: "sw-1:1", evidence: {source: traced, seen: 2026-02-01, by: ivanov}}
              - {id: C-3, a: "sw-1:2", evidence: {source: traced, seen: 2026-02-01, by: ivanov}}
            """)
        #expect(folder.picture() == "")
        #expect(folder.inventory.cables.count == 3)
    }

    @Test func `a cable that is only planned takes no port`() {
        let folder = Folder(
            """
            devices: [{name: sw-1, interfaces: [{name: "[1-4]"}]}]
            cables: [{id: C-1, a: "sw-1:1"}, {id: C-2, a: "sw-1:1", status: planned}]
            """)
        #expect(folder.picture() == "")
    }

    @Test func `without client.yaml nothing can be said`() {
        let folder = Folder([SourceText(name: "inventory/a.yaml", "racks: [{name: R1}]\n")])
        #expect(folder.faults == ["no-client"])
        #expect(!folder.folder.isReadable)
    }

    @Test(arguments: ["", "- 1\n", "client: [a\n", "name: no id\n", "just text\n"])
    func `nor with one that cannot be read`(client: String) {
        let folder = Folder(client: client, "racks: [{name: R1}]\n")
        #expect(folder.folder.log.hasErrors)
        #expect(!folder.folder.isReadable)
    }
}

/// Folders that were made to do harm: an answer in bounded time and memory.
struct HostileFolderTests {
    @Test func `a million faults are counted and a thousand kept`() {
        let folder = Folder("racks: [" + String(repeating: "{}, ", count: 1_000_000) + "{name: R1}]\n")
        #expect(folder.folder.log.count == 1_000_000)
        #expect(folder.folder.log.kept.count == DiagnosticLog.limit)
        #expect(folder.inventory.racks.count == 1)
    }

    @Test func `names that lead nowhere cost no more than others`() {
        let devices = (0..<3_000).map { "  - {name: dev-\($0), interfaces: [{name: eth0}]}\n" }.joined()
        let cables = (0..<20_000).map { "  - {a: \"dew-\($0):eth0\", b: unknown}\n" }.joined()
        let folder = Folder("devices:\n\(devices)cables:\n\(cables)")
        #expect(folder.folder.log.count == 20_000)
        #expect(folder.inventory.devices.count == 3_000)
        // Those that are printed name what was meant; for the rest nobody looks it up.
        #expect(folder.folder.log.kept.count == DiagnosticLog.limit)
        for (number, fault) in folder.folder.log.kept.enumerated() {
            #expect(fault.help.contains { $0.en.contains("`dev-\(number):eth0`") || $0.en.contains("`dev-\(number)`") })
        }
    }

    @Test func `ten thousand locations in a circle are cut once`() {
        let count = 10_000
        let lines = (0..<count).map { "  - {name: l-\($0), parent: l-\(($0 + 1) % count)}\n" }
        let folder = Folder("locations:\n" + lines.joined())
        #expect(folder.faults == ["cycle"])
        #expect(folder.inventory.locations.count == count)
        #expect(folder.inventory.locations.rows.count { $0.parent == nil } == 1)
    }

    @Test func `a hundred circles are cut a hundred times, in the order of the text`() {
        let lines = (0..<100).map { "  - {name: a-\($0), site: hq, parent: b-\($0)}\n  - {name: b-\($0), site: hq, parent: a-\($0)}\n" }
        let folder = Folder("locations:\n" + lines.joined())
        #expect(folder.faults == Array(repeating: "cycle", count: 100))
        let lineNumbers = folder.folder.log.kept.map { folder.folder.texts.place(of: $0.span!).line }
        #expect(lineNumbers == (0..<100).map { 2 + 2 * $0 })
    }

    @Test func `a tail that leads into a circle stays`() {
        let folder = Folder("locations: [{name: c, parent: a}, {name: a, parent: b}, {name: b, parent: a}]\n")
        #expect(folder.faults == ["cycle"])
        let parents = folder.inventory.locations.rows.map { row in row.parent.map { folder.inventory.locations[$0].name.text } }
        #expect(
            Set(zip(folder.inventory.locations.rows.map(\.name.text), parents).map { "\($0) in \($1 ?? "nothing")" }) == [
                "c in a", "a in nothing", "b in a",
            ])
    }

    @Test func `a long chain of locations written from the inside out is read`() {
        let lines = (0..<5_000).map { "  - {name: l-\($0), parent: l-\($0 + 1)}\n" }
        let folder = Folder("locations:\n" + lines.joined() + "  - {name: l-5000, site: hq}\n")
        #expect(folder.faults == [])
        #expect(folder.inventory.locations.rows.count { $0.parent != nil } == 5_000)
    }

    @Test func `a thousand labels of one word are no burden`() {
        let cables = (0..<50_000).map { _ in "  - {a: unknown, b: unknown, label: PATCH}\n" }.joined()
        #expect(Folder("cables:\n\(cables)").inventory.cables.count == 50_000)
    }

    @Test(arguments: ["[1-100000000]", "[1-9999][1-9999]", "[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]", "[1-18446744073709551616]"])
    func `a range that stands for too many names is refused`(range: String) {
        let folder = Folder("devices: [{name: sw-1, interfaces: [{name: \"\(range)\"}]}]\n")
        #expect(folder.faults.contains("bad-range"))
    }
}
