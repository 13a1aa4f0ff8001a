import Inventories

/// Finds links and keeps them flat.
///
/// Most ways are cords between ports of one strand each; these are walked with a few integers. Whatever branches, shuffles,
/// contradicts itself or passes a circuit goes to the full walk.
struct LinkFinder {
    let plant: Plant
    private(set) var rows: [Links.Row] = []
    private(set) var ways: [UInt32] = []
    private(set) var cables: [UInt32] = []
    private var walk: Walk
    /// The links that end at a port, as chains: the last one found, and before each its predecessor for either end.
    private var lastLink: [UInt32]
    private var earlier: [(UInt32, UInt32)] = []
    private var isOnWay: [Bool]
    /// Active ports from which one way leads, and to another active port.
    private var isSettled: [Bool]

    private var path: [UInt32] = []
    private var pathCables: [UInt32] = []
    private var strands: [UInt16] = []

    init(_ plant: Plant) {
        self.plant = plant
        walk = Walk(plant, for: .links)
        lastLink = Array(repeating: Links.Row.none, count: plant.ports.count)
        isOnWay = Array(repeating: false, count: plant.ports.count)
        isSettled = isOnWay
    }

    mutating func findAll() {
        let active = plant.ports.indices.lazy.map(UInt32.init).filter { [plant] in plant.isDataEnd($0) && plant.isPlugged($0) }
        find(from: Array(active))
        findStubs(at: plant.ports.indices.lazy.map(UInt32.init))
    }

    /// The links of all that a port is joined to by cables, mappings and circuits, whatever the strands: the same as in the whole plant.
    mutating func find(around port: UInt32) {
        guard !plant.ports[Int(port)].kind.isPower else { return }
        let region = region(around: port)
        find(from: region.filter { [plant] in plant.isDataEnd($0) && plant.isPlugged($0) })
        findStubs(at: region)
    }

    private func region(around port: UInt32) -> [UInt32] {
        var (seen, frontier): (Set<UInt32>, [UInt32]) = ([port], [port])
        while let here = frontier.popLast() {
            guard here == port || !plant.isDataEnd(here) else { continue }
            for next in plant.neighbours(of: here) where seen.insert(next).inserted { frontier.append(next) }
        }
        return seen.sorted()
    }

    /// A plugged port of one strand comes before the many of a trunk, so that each strand is a link of its own whatever the order of the rows.
    private mutating func findStubs(at ports: some Collection<UInt32>) {
        for port in ports where plant.positionsOfPort[Int(port)] == 1 && plant.isPlugged(port) { findStub(at: port) }
        for port in ports where plant.positionsOfPort[Int(port)] > 1 { findStub(at: port) }
    }

    private mutating func find(from active: [UInt32]) {
        for port in active { findComplete(from: port) }
        for port in active { findDangling(from: port) }
    }
}

// MARK: - Between two ends

extension LinkFinder {
    private mutating func findComplete(from port: UInt32) {
        switch plainEnd(from: port) {
        case .at(let other, let isSymmetric):
            isSettled[Int(port)] = true
            // A symmetric way is found from its other end too, and kept once.
            if !isSymmetric || port < other { keep(port, other) }
        case .none: break
        case .branching: walkComplete(from: port)
        }
    }

    private enum PlainEnd {
        /// `isSymmetric`: the same way leads back.
        case at(UInt32, isSymmetric: Bool)
        case none
        case branching
    }

    /// Follows single cords and single strands; leaves the way in `path` and `pathCables`.
    private mutating func plainEnd(from start: UInt32) -> PlainEnd {
        path.removeAll(keepingCapacity: true)
        pathCables.removeAll(keepingCapacity: true)
        strands.removeAll(keepingCapacity: true)
        var here = start
        for _ in 0..<Walk.longest {
            let plugs = plant.plugs(in: here)
            guard let plug = plugs.first else { return .none }
            guard plugs.count == 1 else { return .branching }
            let cable = plant.ends[Int(plug)].cable.index
            guard plant.isPlain[Int(cable)] else { return .branching }
            let first = plant.cables[Int(cable)].ends.start
            guard let far = plant.ends[Int(plug == first ? first + 1 : first)].port?.index else { return .branching }
            path.append(here)
            path.append(far)
            pathCables.append(cable)
            let kind = plant.ports[Int(far)].kind
            guard kind.isPassThrough else {
                return kind == .circuitSide ? .branching : .at(far, isSymmetric: strands.isEmpty)
            }
            guard let next = plainPartner(of: far, isFront: kind == .frontPort) else { return .branching }
            here = next
        }
        return .branching
    }

    private mutating func plainPartner(of port: UInt32, isFront: Bool) -> UInt32? {
        let mappings = plant.mappingsOfPort[port]
        var found: PortMapping?
        if plant.positionsOfPort[Int(port)] > 1 {
            guard let strand = strands.popLast() else { return nil }
            for row in mappings {
                let mapping = plant.mappings[Int(row)]
                guard (isFront ? mapping.frontPosition : mapping.rearPosition) == strand else { continue }
                guard found == nil else { return nil }
                found = mapping
            }
        } else {
            guard mappings.count == 1, let row = mappings.first else { return nil }
            found = plant.mappings[Int(row)]
        }
        guard let found else { return nil }
        let (partner, position) = isFront ? (found.rear.index, found.rearPosition) : (found.front.index, found.frontPosition)
        if plant.positionsOfPort[Int(partner)] > 1 { strands.append(position) }
        return partner
    }

    private mutating func keep(_ port: UInt32, _ other: UInt32) {
        guard port != other, !isKnown(port, other) else { return }
        append(ends: (port, other), path, pathCables, .complete)
    }

    private func isKnown(_ port: UInt32, _ other: UInt32) -> Bool {
        var link = lastLink[Int(port)]
        while link != Links.Row.none {
            let ends = rows[Int(link)].ends
            if ends == (port, other) || ends == (other, port) { return true }
            link = ends.0 == port ? earlier[Int(link)].0 : earlier[Int(link)].1
        }
        return false
    }

    private mutating func walkComplete(from port: UInt32) {
        walk.run(from: [port])
        var done: Set<UInt32> = []
        for outcome in walk.outcomes where outcome.end == .complete {
            let end = walk.states[Int(outcome.state)].port
            if let network = outcome.network {
                let way = walk.way(to: [outcome.state])
                append(
                    ends: (port, Links.Row.none), way.ports, way.cables, .complete, network: network.index,
                    isContested: walk.states[Int(outcome.state)].isContested)
                continue
            }
            guard end != port, done.insert(end).inserted, !isKnown(port, end) else { continue }
            let arrivals = walk.outcomes.lazy.filter { [walk] in walk.states[Int($0.state)].port == end }.map(\.state)
            let way = walk.way(to: Array(arrivals))
            append(
                ends: (port, end), way.ports, way.cables, .complete,
                isStrandKnown: !arrivals.allSatisfy { [walk] in walk.states[Int($0)].isDivided },
                isContested: arrivals.allSatisfy { [walk] in walk.states[Int($0)].isContested })
        }
    }

    private mutating func append(
        ends: (UInt32, UInt32), _ ports: [UInt32], _ way: [UInt32], _ end: TraceEnd, network: UInt32 = Links.Row.none,
        isStrandKnown: Bool = true, isContested: Bool = false
    ) {
        let (firstPort, firstCable) = (UInt32(ways.count), UInt32(cables.count))
        ways.append(contentsOf: ports)
        cables.append(contentsOf: way)
        for port in ports { isOnWay[Int(port)] = true }
        let index = UInt32(rows.count)
        rows.append(
            Links.Row(
                ends: ends, way: firstPort..<UInt32(ways.count), cables: firstCable..<UInt32(cables.count), end: end,
                network: network, isStrandKnown: isStrandKnown, isContested: isContested))
        earlier.append((chain(ends.0, to: index), chain(ends.1, to: index)))
    }

    private mutating func chain(_ port: UInt32, to link: UInt32) -> UInt32 {
        guard port != Links.Row.none else { return Links.Row.none }
        defer { lastLink[Int(port)] = link }
        return lastLink[Int(port)]
    }
}

// MARK: - Into the unknown

extension LinkFinder {
    /// A link with one end: where the way from an active port is lost, unless another end was found to lead here.
    private mutating func findDangling(from port: UInt32) {
        let isLinked = lastLink[Int(port)] != Links.Row.none
        if isSettled[Int(port)] { return }
        walk.run(from: [port])
        let lost = walk.outcomes.filter { outcome in
            outcome.end == .unknown || (outcome.end != .complete && !isLinked && !plant.isKnownEmpty(walk.states[Int(outcome.state)].port))
        }
        guard !lost.isEmpty else { return }
        var way = walk.way(to: lost.map(\.state))
        if way.ports.isEmpty { way.ports = [port] }
        let end: TraceEnd = lost.contains { $0.end == .unknown } ? .unknown : lost.contains { $0.end == .split } ? .split : .open
        append(ends: (port, Links.Row.none), way.ports, way.cables, end)
    }

    /// A link without known ends: a pass-through port of which only is known that something is plugged.
    private mutating func findStub(at port: UInt32) {
        guard plant.isPassThrough(Ref(Int(port))), !isOnWay[Int(port)] else { return }
        walk.run(from: [port])
        let isLost = walk.outcomes.contains { $0.end == .unknown }
        let outward = walk.everything
        walk.run(behind: port)
        guard isLost || walk.outcomes.contains(where: { $0.end == .unknown }) else { return }
        let behind = walk.everything
        append(
            ends: (Links.Row.none, Links.Row.none), outward.ports.reversed() + behind.ports.filter { !outward.ports.contains($0) },
            outward.cables + behind.cables.filter { !outward.cables.contains($0) }, .unknown)
    }
}
