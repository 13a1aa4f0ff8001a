import RandomNumbers

/// One site of a made-up client: what stands there, and its file.
struct SyntheticSite {
    let number: Int
    private(set) var racks: [String] = []
    private(set) var devices: [String] = []
    /// Names of what stands on desks.
    private(set) var desks: [String] = []
    /// One line for each cable.
    private(set) var cables: [String] = []
    private var feeds: [String] = []

    /// A site of at most so many cables.
    init(number: Int, cables limit: Int, _ numbers: inout SeededNumbers) {
        self.number = number
        devices.append(
            "{name: \(name)-core, rack: \(name)-r1, position: 42, role: router, owner: it, "
                + "interfaces: [{name: \"Te1/0/[1-48]\", type: 10gbase-x-sfpp}], power_ports: [{name: PSU1, type: iec-60320-c14, maximum_draw: 300}]}"
        )
        for rack in 1...SyntheticClient.racksAtSite where cables.count < limit { addRack(rack, &numbers) }
        if cables.count > limit { cables.removeLast(cables.count - limit) }
    }

    var name: String { "s\(number)" }

    var text: String {
        var text = "# Site \(name).\nevidence: {source: document, seen: 2026-10-01, by: ivanov}\n"
        text += "sites:\n  - {name: \(name), owner: it}\n"
        text += "locations:\n  - {name: comms-\(name), site: \(name), kind: room}\n  - {name: floor-\(name), site: \(name), kind: floor}\n"
        for (section, lines) in [("racks", racks), ("devices", devices), ("cables", cables)] where !lines.isEmpty {
            text += "\(section):\n"
            for line in lines { text += "  - \(line)\n" }
        }
        text += "power_panels:\n  - name: pp-\(name)\n    site: \(name)\n    feeds:\n"
        for feed in feeds { text += "      - \(feed)\n" }
        return text
    }
}

// MARK: - Racks

extension SyntheticSite {
    private mutating func addRack(_ rack: Int, _ numbers: inout SeededNumbers) {
        let name = "\(name)-r\(rack)"
        let owner = numbers.once(in: 12) ? "starlink" : "it"
        racks.append("{name: \(name), site: \(self.name), location: comms-\(self.name), u_height: 42, owner: \(owner)}")
        feeds.append("{name: F-\(name), rack: \(name), type: primary, supply: ac, phase: single-phase, voltage: 230, amperage: 16}")
        devices.append(
            "{name: \(name)-pdu, rack: \(name), role: pdu, power_ports: [{name: IN, type: iec-60309-2p-e-6h, maximum_draw: 3680}], "
                + "power_outlets: [{name: \"[1-12]\", type: iec-60320-c13, power_port: IN}]}")
        addCable("a: \"\(name)-pdu:power/IN\", b: {feed: F-\(name)}, type: power", "P-\(name)-0", &numbers)
        if rack == 1 {
            addCable("a: \"\(self.name)-core:power/PSU1\", b: \"\(name)-pdu:outlet/12\", type: power", "P-\(name)-12", &numbers)
        }
        for unit in 1...2 { addSwitch(unit, in: name, rack: rack, &numbers) }
        for port in 1...94 { addDesk(port, in: name, &numbers) }
    }

    private mutating func addSwitch(_ unit: Int, in rack: String, rack number: Int, _ numbers: inout SeededNumbers) {
        devices.append(
            "{name: \(rack)-sw\(unit), rack: \(rack), position: \(40 - unit * 4), face: front, role: access-switch, owner: it, "
                + "serial: FOC\(Int.random(in: 100_000...999_999, using: &numbers)), "
                + "config: {saved: true, backup: {taken: 2026-10-01, by: ivanov, verified: compared}}, interfaces: ["
                + "{name: \"Gi1/0/[1-48]\", type: 1000base-t}, {name: \"Te1/1/[1-4]\", type: 10gbase-x-sfpp}], "
                + "power_ports: [{name: PSU1, type: iec-60320-c14, maximum_draw: 120}]}")
        devices.append(
            "{name: \(rack)-pp\(unit), rack: \(rack), position: \(39 - unit * 4), face: front, role: patch-panel, "
                + "front_ports: [{name: \"[1-48]\", type: 8p8c, rear_port: \"[1-48]\"}], rear_ports: [{name: \"[1-48]\", type: 8p8c}]}")
        addCable("a: \"\(rack)-sw\(unit):power/PSU1\", b: \"\(rack)-pdu:outlet/\(unit)\", type: power", "P-\(rack)-\(unit)", &numbers)
        addCable(
            "a: \"\(rack)-sw\(unit):Te1/1/1\", b: \"\(name)-core:Te1/0/\(number * 2 + unit - 2)\", type: smf, color: yellow",
            "U-\(rack)-\(unit)", &numbers)
    }

    /// What stands on a desk, its wire in the wall, and the cord that patches it through.
    private mutating func addDesk(_ port: Int, in rack: String, _ numbers: inout SeededNumbers) {
        let (unit, place) = ((port - 1) / 47 + 1, (port - 1) % 47 + 1)
        let role = ["workstation", "workstation", "workstation", "phone", "printer", "access-point"].randomElement(using: &numbers)!
        let owner = ["sales", "works", "it"].randomElement(using: &numbers)!
        let colour = ["blue", "grey", "red", "green"].randomElement(using: &numbers)!
        addCable(
            "a: \"\(rack)-sw\(unit):Gi1/0/\(place)\", b: \"\(rack)-pp\(unit):front/\(place)\", type: cat6, color: \(colour)",
            "C-\(rack)-\(port)", &numbers)
        if numbers.once(in: 50) {
            addCable("a: \"\(rack)-pp\(unit):rear/\(place)\", b: unknown", "W-\(rack)-\(port)", &numbers)
            return
        }
        desks.append("\(rack)-d\(port)")
        devices.append(
            "{name: \(rack)-d\(port), site: \(name), location: floor-\(name), role: \(role), owner: \(owner), "
                + "interfaces: [{name: eth0, type: 1000base-t}]}")
        addCable(
            "a: \"\(rack)-pp\(unit):rear/\(place)\", b: \"\(rack)-d\(port):eth0\", type: cat6a, length: \(Int.random(in: 8...90, using: &numbers)) m",
            "W-\(rack)-\(port)", &numbers)
    }

    private mutating func addCable(_ ends: String, _ id: String, _ numbers: inout SeededNumbers) {
        var line = "{id: \(id), \(ends)"
        if !numbers.once(in: 3) { line += ", label: \(id)" }
        if numbers.once(in: 7) { line += ", evidence: {source: traced, seen: 2026-11-01, by: ivanov}" }
        if numbers.once(in: 10) { line += ", route: [tray-\(Int.random(in: 1...9, using: &numbers))]" }
        cables.append(line + "}")
    }
}
