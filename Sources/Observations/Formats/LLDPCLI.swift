import Diagnostics
import LocatedYAML
import Times

/// What `lldpcli -f json` and `-f json0` print of neighbours and of the box itself.
///
/// `json` leaves brackets out where there is one and makes the name of a port or box a key; `json0` has the same shape always. Both come to
/// the same: lists of one are values, and a key is a name.
enum LLDPCLI {
    /// What a document shows; nil for another document.
    static func format(of root: Node) -> CaptureFormat? {
        if root["local-chassis"] != nil { return .lldpcliChassis }
        guard let lldp = root["lldp"] else { return nil }
        let interfaces = interfaces(in: lldp)
        // `show interfaces` tells what the box announces of itself, port by port, and `show statistics` counts frames.
        if interfaces.isEmpty { return isEmpty(lldp) ? .lldpcliNeighbours : nil }
        guard let first = interfaces.first else { return nil }
        if first.row["via"] != nil { return .lldpcliNeighbours }
        return first.row["status"] != nil && first.row["chassis"] != nil ? .lldpcliChassis : nil
    }

    private static func isEmpty(_ lldp: Node) -> Bool {
        lldp.oneOrMany.allSatisfy { $0.kind == .mapping && $0.count == 0 }
    }

    static func sightings(_ root: Node, _ format: CaptureFormat) -> Sightings {
        var sightings = Sightings()
        if format == .lldpcliNeighbours, let lldp = root["lldp"] {
            sightings.neighbours = interfaces(in: lldp).compactMap(neighbour)
            sightings.listsAllNeighbours = true
            return sightings
        }
        let local = root["local-chassis"]?.oneOrMany ?? []
        let announced = root["lldp"].map { interfaces(in: $0).map(\.row) } ?? []
        for holder in local + announced.prefix(1) {
            guard let chassis = holder["chassis"], let (name, row) = named(chassis) else { continue }
            if let name, !name.symbol.isEmpty { sightings.ownNames.append(OwnName(name: name.symbol, place: name.span)) }
            if let id = identifier(row) { sightings.ownChassis.append(id) }
        }
        return sightings
    }

    /// The ports under `interface`: each with its name and what is told of it.
    private static func interfaces(in lldp: Node) -> [(name: Node, row: Node)] {
        var found: [(Node, Node)] = []
        for holder in lldp.oneOrMany {
            for interface in holder["interface"]?.oneOrMany ?? [] where interface.kind == .mapping {
                if let name = interface["name"], name.kind == .scalar {
                    found.append((name, interface))
                } else {
                    for (key, value) in interface.pairs {
                        for row in value.oneOrMany where row.kind == .mapping { found.append((key, row)) }
                    }
                }
            }
        }
        return found
    }

    /// A chassis with its name: the key above it, or a field of it; a box that sends no name has neither.
    private static func named(_ chassis: Node) -> (name: Node?, row: Node)? {
        guard let first = chassis.oneOrMany.first, first.kind == .mapping else { return nil }
        if first["id"] != nil { return (first["name"].map(value), first) }
        guard let (key, row) = first.pairs.first, row.kind == .mapping else { return nil }
        return (key, row)
    }

    private static func neighbour(_ name: Node, _ row: Node) -> ObservedNeighbour? {
        var neighbour = ObservedNeighbour(place: name.span)
        neighbour.localPort = name.symbol
        neighbour.discovery = discovery(row.text("via"))
        neighbour.knownFor = row.text("age").flatMap(Ages.period)
        if let (name, chassis) = row["chassis"].flatMap(named) {
            neighbour.chassis = identifier(chassis)
            neighbour.systemName = name.flatMap { $0.symbol.isEmpty ? nil : $0.symbol }
            neighbour.systemDescription = text(chassis["descr"])
            neighbour.managementAddresses = texts(chassis["mgmt-ip"])
        }
        if let port = row["port"]?.oneOrMany.first {
            neighbour.port = identifier(port)
            neighbour.portDescription = text(port["descr"])
            neighbour.timeToLive = text(port["ttl"]).flatMap { Ages.period($0.text) }
        }
        return neighbour.isNameless || neighbour.localPort == .empty ? nil : neighbour
    }

    private static func identifier(_ holder: Node) -> Identifier? {
        guard let id = holder["id"]?.oneOrMany.first, let written = id.text("value") else { return nil }
        return Identifier(written, kind: id.text("type").map(Identifier.Kind.init(word:)) ?? .unstated)
    }

    private static func discovery(_ word: String?) -> DiscoveryProtocol? {
        guard let word = word.map({ asciiLowercased($0) }) else { return nil }
        return [.lldp, .cdp, .edp, .fdp].first { word.hasPrefix($0.rawValue) }
    }

    /// `"x"`, `{"value": "x"}` or a list of either.
    private static func value(_ node: Node) -> Node {
        let first = node.oneOrMany.first ?? node
        return first["value"] ?? first
    }

    private static func text(_ node: Node?) -> Symbol? { texts(node).first }

    private static func texts(_ node: Node?) -> [Symbol] {
        (node?.oneOrMany ?? []).map(value).filter { $0.kind == .scalar && !$0.isNull }.map { Identifier.tidied($0.string) }
            .filter { !$0.isEmpty }.map { Symbol($0) }
    }
}
