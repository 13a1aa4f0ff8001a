import Diagnostics
import LocatedYAML
import Times

/// Devices as the UniFi controller lists them in its answer to `stat/device`.
enum UniFi {
    /// The devices of a document; none in another document.
    static func devices(in root: Node) -> [Node] {
        let list = root["data"]?.items ?? (root.kind == .sequence ? root.items : [root])
        return list.filter { $0.kind == .mapping && $0.has("mac") && $0["port_table"]?.kind == .sequence }
    }

    static func sightings(_ device: Node) -> Sightings {
        var sightings = Sightings()
        if let node = device["name"], let name = device.symbol("name") { sightings.ownNames.append(OwnName(name: name, place: node.span)) }
        if let chassis = device.text("mac").flatMap({ Identifier($0, kind: .macAddress) }) { sightings.ownChassis.append(chassis) }
        for row in device["port_table"]?.items ?? [] {
            guard let port = port(row) else {
                sightings.unread.append(row.span)
                continue
            }
            sightings.ports.append(port)
            sightings.neighbours += (row["lldp_table"]?.items ?? []).compactMap { neighbour($0, at: port.name) }
            sightings.addresses += (row["mac_table"]?.items ?? []).compactMap { address($0, behind: port.name) }
        }
        sightings.neighbours += (device["lldp_table"]?.items ?? []).compactMap { row in
            guard let number = row.text("local_port_idx") ?? row.text("local_port_name") else { return nil }
            return neighbour(row, at: Symbol(number))
        }
        sightings.listsAllPorts = true
        sightings.listsAllNeighbours = true
        sightings.listsAllAddresses = device["port_table"]?.items.contains { $0["mac_table"] != nil } ?? false
        return sightings
    }

    /// A port is known by its number; its name is what people gave it, or `Port 5`.
    private static func port(_ row: Node) -> ObservedPort? {
        guard let number = row.text("port_idx") ?? row.text("ifname") else { return nil }
        var port = ObservedPort(name: Symbol(number), place: row.span)
        port.admin = row.flag("enable").map { $0 ? .up : .down }
        port.operational = row.flag("up").map { $0 ? .up : .down }
        if let name = row.symbol("name") {
            // A name that says no more than the number is none of people's.
            if PortNaming(.unifi).rule(joining: name.text, number) == nil { port.description = name } else { port.otherNames = [name] }
        }
        if row.flag("poe_enable") == true { port.powerWord = row.symbol("poe_power") }
        return port
    }

    private static func neighbour(_ row: Node, at port: Symbol) -> ObservedNeighbour? {
        var neighbour = ObservedNeighbour(place: row.span)
        neighbour.localPort = port
        neighbour.discovery = .lldp
        neighbour.chassis = (row.text("lldp_chassis_id") ?? row.text("chassis_id")).flatMap { Identifier($0) }
        neighbour.port = (row.text("lldp_port_id") ?? row.text("port_id")).flatMap { Identifier($0) }
        neighbour.systemName = row.symbol("lldp_system_name") ?? row.symbol("system_name")
        return neighbour.isNameless ? nil : neighbour
    }

    private static func address(_ row: Node, behind port: Symbol) -> ObservedAddress? {
        guard let mac = row.text("mac").flatMap({ MACAddress($0) }) else { return nil }
        let kind: ObservedAddress.Kind = row.flag("static") == true ? .fixed : .learned
        var address = ObservedAddress(mac: mac, port: port, vlan: row.symbol("vlan"), kind: kind, place: row.span)
        address.seenAgo = row.number("age").map { Period(seconds: Int64($0)) }
        return address
    }
}
