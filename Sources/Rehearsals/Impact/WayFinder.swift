/// Finds shortest ways over what surely stands at a moment, as people see them: device, link, device and so on.
///
/// Breadth first from both ends at once, links in the order of their rows, so that the same plant always shows the same way. Each level is
/// walked on the side where it is smaller: where little stands around one end, little is looked at.
struct WayFinder {
    private let graph: ImpactGraph
    private let touched: Touched
    private let starts: [Int32]
    private let around: [Int32]
    /// The link that each entry of `around` is.
    private let rows: [Int32]
    private var round: Int32 = 0
    /// The round in which a device was last seen, positive from the endpoint and negative from the goals.
    private var seen: [Int32]
    /// The link by which it was entered then; negative at the ends.
    private var entry: [Int32]

    /// - Complexity: linear in the graph.
    init(_ graph: ImpactGraph, _ touched: Touched) {
        self.graph = graph
        self.touched = touched
        rows = graph.links.indices.filter { graph.links[$0].a >= 0 && graph.links[$0].b >= 0 }.map(Int32.init)
        (starts, around) = Wiring.incidence(
            rows.map { graph.links[Int($0)].a }, rows.map { graph.links[Int($0)].b }, graph.devices.count)
        seen = Array(repeating: 0, count: graph.devices.count)
        entry = Array(repeating: -1, count: graph.devices.count)
    }

    /// A shortest way over what stands; nil when there is none.
    /// - Complexity: linear in what is nearer to either end than half the way.
    mutating func way(from: Int32, to: Set<Int32>, over standing: Standing) -> [ImpactGraph.Element]? {
        if to.contains(from) { return [.device(.init(row: from))] }
        round += 1
        var near = [from]
        var far = to.sorted().filter { standing.lives($0, touched) }
        for (ends, side) in [(near, round), (far, -round)] {
            for end in ends { (seen[Int(end)], entry[Int(end)]) = (side, -1) }
        }
        while !near.isEmpty, !far.isEmpty {
            let isForward = near.count <= far.count
            if isForward {
                if let (row, one, other) = advance(&near, round, standing) { return walked(one, row, other) }
            } else if let (row, one, other) = advance(&far, -round, standing) {
                return walked(other, row, one)
            }
        }
        return nil
    }

    /// Walks one level; returns the link that closes the way, its end on this side and the other one.
    private mutating func advance(_ level: inout [Int32], _ side: Int32, _ standing: Standing) -> (Int32, Int32, Int32)? {
        var next: [Int32] = []
        for device in level {
            for slot in starts[Int(device)]..<starts[Int(device) + 1] {
                let row = rows[Int(around[Int(slot)])]
                let other = far(row, from: device)
                guard seen[Int(other)] != side, standing.holds(link: row, touched) else { continue }
                if seen[Int(other)] == -side { return (row, device, other) }
                guard graph.devices[Int(other)].forwards == .always, standing.lives(other, touched) else { continue }
                (seen[Int(other)], entry[Int(other)]) = (side, row)
                next.append(other)
            }
        }
        level = next
        return nil
    }

    private func far(_ row: Int32, from device: Int32) -> Int32 { graph.links[Int(row)].a ^ graph.links[Int(row)].b ^ device }

    private func walked(_ one: Int32, _ row: Int32, _ other: Int32) -> [ImpactGraph.Element] {
        tail(from: one).reversed() + [.link(.init(row: row))] + tail(from: other)
    }

    /// From a device back to the end from which it was reached.
    private func tail(from device: Int32) -> [ImpactGraph.Element] {
        var way: [ImpactGraph.Element] = [.device(.init(row: device))]
        var device = device
        while case let row = entry[Int(device)], row >= 0 {
            device = far(row, from: device)
            way += [.link(.init(row: row)), .device(.init(row: device))]
        }
        return way
    }
}
