import Diagnostics
import Times

// Older systems tell of a neighbour in detail and not at which port it is; their short table has the port.
extension FolderReading {
    /// Gives neighbours the local port that their own text leaves out, where another capture of the device, taken within minutes, has the
    /// same neighbour with it; drops those that remain.
    mutating func findLocalPorts() {
        let captures = folder.captures
        folder.captures = []
        for var capture in captures {
            let neighbours = capture.sightings.neighbours
            if neighbours.contains(where: { $0.localPort == nil }) {
                let lookup = LocalPorts(of: neighbours, in: captures.filter { Self.isBeside($0, capture) })
                capture.sightings.neighbours = neighbours.compactMap { placed($0, lookup) }
                if capture.sightings.neighbours.count < neighbours.count { capture.sightings.listsAllNeighbours = false }
                // Neighbours without a port, and nothing else, say nothing.
                if capture.sightings.neighbours.isEmpty, capture.sightings.ports.isEmpty, capture.sightings.addresses.isEmpty {
                    refuse(capture.files[0], .noLocalPorts(at: start(of: capture.files[0])))
                    continue
                }
            }
            folder.captures.append(capture)
        }
    }

    private static func isBeside(_ other: Capture, _ capture: Capture) -> Bool {
        other.device == capture.device && abs(other.moment.timestamp.seconds - capture.moment.timestamp.seconds) <= 600
    }

    private mutating func placed(_ neighbour: ObservedNeighbour, _ lookup: LocalPorts) -> ObservedNeighbour? {
        var neighbour = neighbour
        if neighbour.localPort == nil { neighbour.localPort = lookup.port(of: neighbour) }
        if neighbour.localPort != nil { return neighbour }
        folder.log.add(.noLocalPort(at: neighbour.place))
        return nil
    }
}

/// At which port each neighbour is, by the tables that tell.
private struct LocalPorts {
    /// The same port of the same box. Tables cut names to twenty letters.
    private struct Key: Hashable {
        let port: Identifier
        let name: [UInt8]

        init?(_ neighbour: ObservedNeighbour) {
            guard let port = neighbour.port else { return nil }
            self.port = port
            name = Array((neighbour.systemName?.text ?? "").utf8.prefix(20))
        }
    }

    private var counts: [Key: Int] = [:]
    private var ports: [Key: Set<Symbol>] = [:]

    init(of neighbours: [ObservedNeighbour], in captures: [Capture]) {
        for key in neighbours.compactMap(Key.init) { counts[key, default: 0] += 1 }
        for neighbour in captures.flatMap(\.sightings.neighbours) {
            if let port = neighbour.localPort, let key = Key(neighbour) { ports[key, default: []].insert(port) }
        }
    }

    /// The one port at which the same neighbour is listed; two of a kind cannot be told apart.
    func port(of neighbour: ObservedNeighbour) -> Symbol? {
        guard let key = Key(neighbour), counts[key] == 1, let found = ports[key], found.count == 1 else { return nil }
        return found.first
    }
}
