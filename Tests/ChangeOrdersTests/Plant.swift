import ChangeOrders
import Diagnostics
import Inventories
import Testing

/// A small client with one of everything that orders name.
enum Plant {
    static let folder = ClientFolder.read(
        [SourceText(name: "client.yaml", client), SourceText(name: "inventory/all.yaml", all)], deviceType: { _ in nil })

    static var inventory: Inventory { folder.inventory }

    private static let client = """
        client: vostok
        name: Vostok Trading
        language: ru
        timezone: "+03:00"
        parties:
          - {id: netmasters, kind: contractor, name: NetMasters}
          - {id: vostok-it, kind: department, name: IT}
          - {id: supply, kind: department, name: Supply}
          - {id: starlink, kind: vendor, name: StarLink Integration}
        contacts:
          - {id: petrova, name: Anna Petrova, party: vostok-it}
          - {id: smirnov, name: Oleg Smirnov, party: supply}
          - {id: ivanov, name: Ivan Ivanov, party: netmasters}
        """

    private static let all = """
        sites:
          - {name: hq}
        locations:
          - {name: comms-room, site: hq, kind: room}
        racks:
          - {name: R1, site: hq, location: comms-room, u_height: 42, owner: vostok-it}
          - {name: R2, site: hq, location: comms-room, u_height: 42, owner: starlink}
        devices:
          - name: sw-1
            aka: ["свитч бухгалтерии"]
            rack: R1
            position: 20
            role: access-switch
            config: {saved: true}
            interfaces: [{name: "Gi1/0/[1-8]", type: 1000base-t}]
            power_ports: [{name: PSU1}]
          - {name: sw-2, rack: R1, position: 22, role: access-switch, interfaces: [{name: "Gi1/0/[1-8]", type: 1000base-t}]}
          - {name: sw-9, role: access-switch, site: hq, interfaces: [{name: "Gi1/0/[1-8]", type: 1000base-t}]}
          - name: PP-1
            role: patch-panel
            rack: R1
            position: 30
            front_ports: [{name: "[1-20]", type: 8p8c, rear_port: "[1-20]"}]
            rear_ports: [{name: "[1-20]", type: 8p8c}]
            occupied: "[9-19]"
            empty: "20"
          - {name: AP-1, role: access-point, site: hq, interfaces: [{name: eth0, type: 1000base-t}]}
          - name: core-rtr
            aka: [the router]
            role: router
            rack: R1
            position: 40
            config: {saved: false, backup: {taken: 2026-03-01, by: ivanov, verified: compared}}
            interfaces: [{name: "ge-0/0/[0-3]", type: 1000base-t}]
          - name: srv-2
            role: server
            rack: R1
            position: 10
            interfaces: [{name: "eno[1-2]", type: 1000base-t}]
            module_bays: ["slot-1"]
            modules: [{bay: slot-1, module_type: nic}]
          - {name: pdu-1, role: pdu, rack: R1, power_outlets: [{name: "[1-8]"}]}
          - {name: sl-sw, role: access-switch, rack: R2, position: 12, interfaces: [{name: "Gi0/[1-4]", type: 1000base-t}]}
          - name: PP-9
            role: patch-panel
            rack: R2
            position: 14
            front_ports: [{name: "[1-4]", type: 8p8c, rear_port: "[1-4]"}]
            rear_ports: [{name: "[1-4]", type: 8p8c}]
          - {name: R-twin, role: server, rack: R2, position: 20}
        module_types:
          - {manufacturer: acme, model: nic}
        cables:
          - {id: C-0017, a: "sw-1:Gi1/0/7", b: "PP-1:7", label: R1-07, type: cat6}
          - {id: C-0018, a: "PP-1:8", b: unknown}
          - {id: C-0019, a: "sw-2:Gi1/0/1", b: "core-rtr:ge-0/0/1"}
          - {id: P-1, a: "sw-1:power/PSU1", b: "pdu-1:outlet/1"}
          - {id: R-twin, a: "srv-2:eno1", b: "sw-2:Gi1/0/2"}
        providers:
          - {name: Telco}
        circuits:
          - {id: A-1, provider: Telco, a: {site: hq}}
        power_panels:
          - {name: PDB-1, site: hq, feeds: [{name: F-12, rack: R1, voltage: 230, amperage: 16}]}
        """
}

@Test func `the plant of these tests is in order`() {
    let text = Typesetter(language: .en).text(of: Plant.folder.log, in: Plant.folder.texts)
    #expect(!Plant.folder.log.hasErrors, "\(text)")
}

/// An order that was read, with what was said about it.
struct Read {
    var order: ChangeOrder?
    var log: DiagnosticLog
    var texts = SourceTexts()

    init(_ yaml: String, lists: [String: String] = [:]) {
        self.init(bytes: Array(yaml.utf8), lists: lists)
    }

    init(bytes: [UInt8], lists: [String: String] = [:]) {
        let file = texts.add(SourceText(name: "CO-1.yaml", bytes: bytes))
        let reading = ChangeOrder.read(file, of: &texts, against: Plant.inventory) { name in
            lists[name].map { SourceText(name: name, $0) }
        }
        order = reading.order
        log = reading.log
    }

    init(action: String) {
        let reading = ChangeOrder.read(action: action, in: &texts, against: Plant.inventory)
        order = reading.order
        log = reading.log
    }

    /// The diagnostics as the user sees them.
    func pictures(_ language: Language = .en) -> String {
        log.kept.map { Typesetter(language: language).text(of: $0, in: texts) }.joined(separator: "\n")
    }

    /// A step by its id.
    func step(_ id: String) throws -> Step {
        try #require(order?.steps.first { $0.id == Symbol(id) }, "\(pictures())")
    }
}

/// A value in words, its places in texts left out: what stays the same when only the writing changes.
func meaning(of value: Any) -> String {
    if value is Span? { return "" }
    if let symbol = value as? Symbol { return "'\(symbol.text)'" }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .optional { return mirror.children.first.map { meaning(of: $0.value) } ?? "nil" }
    if mirror.children.isEmpty { return "\(value)" }
    let parts = mirror.children.compactMap { child -> String? in
        guard !(child.value is Span?) else { return nil }
        return (child.label.map { "\($0): " } ?? "") + meaning(of: child.value)
    }
    return "(\(parts.joined(separator: ", ")))"
}

/// Numbers that a seed decides (SplitMix64, Steele and others 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
