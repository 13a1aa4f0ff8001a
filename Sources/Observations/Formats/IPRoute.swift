import Diagnostics
import LocatedYAML
import Times

/// What `ip -j link` and `bridge -j fdb show` print.
enum IPRoute {
    /// What a document shows; nil for another document.
    static func format(of root: Node) -> CaptureFormat? {
        guard root.kind == .sequence, let first = root.items.first(where: { $0.count > 0 }) else { return nil }
        if first.has("ifindex", "ifname", "flags", "operstate") { return .ipLink }
        return first.has("mac", "ifname") ? .bridgeFDB : nil
    }

    static func sightings(_ root: Node, _ format: CaptureFormat) -> Sightings {
        var sightings = Sightings()
        if format == .ipLink {
            sightings.ports = root.items.compactMap(port)
            sightings.listsAllPorts = true
        } else {
            sightings.addresses = root.items.compactMap(address)
            sightings.listsAllAddresses = true
        }
        return sightings
    }

    /// A port of the box: what it made for itself (loopback, bridge, VLAN) takes no cable, but may be a bundle.
    private static func port(_ row: Node) -> ObservedPort? {
        guard let name = row.symbol("ifname"), row.text("link_type") != "loopback" else { return nil }
        let kind = row["linkinfo"]?.text("info_kind")
        guard kind == nil || ["bond", "team", "veth", "dummy"].contains(kind!) else { return nil }
        var port = ObservedPort(name: name, place: row.span)
        let word = row.text("operstate")
        let flags = row["flags"]?.items.map(\.string) ?? []
        let state = linuxState(flags: flags.joined(separator: ","), word: word)
        port.admin = state.admin
        port.operational = state.operational
        port.stateWord = word.map { Symbol($0) }
        port.description = row.symbol("ifalias")
        // Members of a bundle all show its address; their own is the permanent one.
        port.mac = (row.text("permaddr") ?? row.text("address")).flatMap { MACAddress($0) }
        port.index = row.number("ifindex").flatMap { UInt32(exactly: $0) }
        port.otherNames = row["altnames"]?.items.map(\.symbol).filter { !$0.isEmpty } ?? []
        if flags.contains("SLAVE") { port.bundle = row.symbol("master") }
        return port
    }

    private static func address(_ row: Node) -> ObservedAddress? {
        guard let mac = row.text("mac").flatMap({ MACAddress($0) }), let port = row.symbol("ifname") else { return nil }
        let flags = row["flags"]?.items.map(\.string) ?? []
        let state = row.text("state")
        let kind: ObservedAddress.Kind =
            state == "permanent" ? .own : state == "static" ? .fixed : flags.contains("self") && row["master"] == nil ? .own : .learned
        var address = ObservedAddress(mac: mac, port: port, vlan: row.symbol("vlan"), kind: kind, place: row.span)
        address.seenAgo = row.number("updated").map { Period(seconds: Int64($0)) }
        return address
    }
}
