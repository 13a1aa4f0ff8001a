import Diagnostics
import LocatedYAML
import Times

/// What NAPALM's getters return, as JSON.
struct NAPALM {
    let platform: Platform?
    let moment: Timestamp

    /// Which getter a document is the answer of; nil for another document.
    static func format(of root: Node) -> CaptureFormat? {
        if root.kind == .sequence {
            guard let first = root.items.first, first.has("mac", "interface", "vlan"), first.has("static") || first.has("active") else {
                return nil
            }
            return .napalmAddresses
        }
        guard root.kind == .mapping, let first = root.pairs.first?.value else { return nil }
        if root.has("hostname", "interface_list") { return .napalmFacts }
        if root.has("power"), root.has("fans") || root.has("temperature") { return .napalmEnvironment }
        if first.kind == .mapping, first.has("is_up", "is_enabled") { return .napalmInterfaces }
        guard first.kind == .sequence, let row = root.pairs.lazy.compactMap({ $0.value.items.first }).first else { return nil }
        if row.has("remote_port") || row.has("remote_chassis_id") { return .napalmNeighboursDetail }
        return row.has("hostname", "port") ? .napalmNeighbours : nil
    }

    func sightings(_ root: Node, _ format: CaptureFormat) -> Sightings {
        var sightings = Sightings()
        switch format {
        case .napalmInterfaces:
            sightings.ports = root.pairs.compactMap(port)
            sightings.listsAllPorts = true
        case .napalmNeighbours, .napalmNeighboursDetail:
            for (key, list) in root.pairs { sightings.neighbours += list.items.compactMap { neighbour(key, $0) } }
            sightings.listsAllNeighbours = true
        case .napalmAddresses:
            for row in root.items { add(row, to: &sightings) }
            sightings.listsAllAddresses = true
        case .napalmEnvironment: sightings.indications = indications(root)
        case .napalmFacts:
            for key in ["hostname", "fqdn"] {
                guard let node = root[key], let name = root.symbol(key), name.text != "Unknown" else { continue }
                sightings.ownNames.append(OwnName(name: name, place: node.span))
            }
        default: preconditionFailure("a document that no getter returned")
        }
        return sightings
    }

    private func port(_ key: Node, _ row: Node) -> ObservedPort? {
        guard !key.symbol.isEmpty else { return nil }
        var port = ObservedPort(name: key.symbol, place: key.span)
        port.admin = row.flag("is_enabled").map { $0 ? .up : .down }
        port.operational = row.flag("is_up").map { $0 ? .up : .down }
        port.description = row.symbol("description")
        port.mac = row.text("mac_address").flatMap { MACAddress($0) }
        port.lastChange = lastChange(row.number("last_flapped"))
        return port
    }

    /// Minus one where it is not known. EOS, IOS XR and NX-OS count seconds since 1970, Junos seconds ago; which it is shows by the size:
    /// no link has been up for thirty years, and none flapped before 1990.
    private func lastChange(_ flapped: Double?) -> LastChange {
        guard let flapped, flapped.isFinite else { return .unknown(.notTold) }
        guard flapped > 0 else { return .unknown(.notCounted) }
        let seconds = Int64(flapped)
        if platform == .juniperJunos || seconds < 631_152_000 { return .ago(Period(seconds: seconds), before: moment) }
        return .told(Timestamp(seconds: seconds), captured: moment)
    }

    private func neighbour(_ key: Node, _ row: Node) -> ObservedNeighbour? {
        guard row.kind == .mapping, !key.symbol.isEmpty else { return nil }
        var neighbour = ObservedNeighbour(place: row.span)
        neighbour.discovery = .lldp
        neighbour.localPort = key.symbol
        neighbour.chassis = row.text("remote_chassis_id").flatMap { Identifier($0) }
        neighbour.port = (row.text("remote_port") ?? row.text("port")).flatMap { Identifier($0) }
        neighbour.portDescription = row.symbol("remote_port_description")
        neighbour.systemName = row.symbol("remote_system_name") ?? row.symbol("hostname")
        neighbour.systemDescription = row.symbol("remote_system_description")
        return neighbour.isNameless ? nil : neighbour
    }

    private func add(_ row: Node, to sightings: inout Sightings) {
        guard let mac = row.text("mac").flatMap({ MACAddress($0) }) else {
            sightings.unread.append(row.span)
            return
        }
        let ports = row.text("interface").map { $0.split(separator: ",").map { Identifier.tidied($0) } } ?? []
        let kind: ObservedAddress.Kind = row.flag("static").map { $0 ? .fixed : .learned } ?? .unstated
        for port in ports.isEmpty ? [nil] : ports.map(Optional.some) {
            let isOwn = port.map { ["cpu", "switch", "router", "drop", "routing-engine"].contains(asciiLowercased($0)) } ?? false
            sightings.addresses.append(
                ObservedAddress(
                    mac: mac, port: isOwn ? nil : port.map { Symbol($0) }, vlan: row.symbol("vlan"), kind: isOwn ? .own : kind,
                    place: row.span))
        }
    }

    /// Supplies with `status`, fans with `status`, temperatures with `is_alert`.
    private func indications(_ root: Node) -> [Indication] {
        var indications: [Indication] = []
        for (section, part) in [("power", Indication.Part.supply), ("fans", .fan), ("temperature", .temperature)] {
            for (key, row) in root[section]?.pairs ?? [] where row.kind == .mapping {
                let isGood = part == .temperature ? row.flag("is_alert").map { !$0 } : row.flag("status")
                let word = part == .temperature ? row.symbol("temperature") : row.symbol("output")
                indications.append(Indication(part: part, name: key.symbol, isGood: isGood, word: word, place: key.span))
            }
        }
        return indications
    }
}
