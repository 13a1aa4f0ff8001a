/// How many failures a service bears: disjoint ways by maximum flow.
extension Region {
    /// The size of the smallest set of risk elements that cuts the way over edges with one of these bits, counted up to a limit.
    ///
    /// Links and devices can fail, endpoints cannot. Without shared fate and power that number is the maximum flow in which each risk
    /// element passes one unit (Menger; Ford and Fulkerson), found by breadth-first augmenting ways.
    /// - Complexity: limit times the region.
    func ways(_ planes: Planes, _ mask: UInt8, upTo limit: Int, withoutEdge gone: Int = -1) -> Int {
        var flow = Flow(self, without: gone)
        var count = 0
        while count < limit, flow.augment(planes, mask) { count += 1 }
        return count
    }
}

/// A flow in a region whose passages are split in an inner and an outer half.
private struct Flow {
    private let region: Region
    /// Flow over each edge, positive from `a` to `b`.
    private var over: [Int32]
    /// Flow through each vertex, from its inner to its outer half.
    private var through: [Int32]

    private let gone: Int

    init(_ region: Region, without gone: Int) {
        self.region = region
        self.gone = gone
        over = Array(repeating: 0, count: region.a.count)
        through = Array(repeating: 0, count: region.vertexCount)
    }

    /// Nodes are 2v (inner half) and 2v+1 (outer half); the way begins at the endpoint's outer half and ends at the goal's inner one.
    mutating func augment(_ planes: Planes, _ mask: UInt8) -> Bool {
        let start = 2 * Region.from + 1
        let goal = 2 * Region.to
        var came = [Int32](repeating: -1, count: 2 * region.vertexCount)
        came[start] = Int32(start)
        var open = [start]
        var at = 0
        while at < open.count, came[goal] < 0 {
            let node = open[at]
            at += 1
            for next in steps(from: node, planes, mask) where came[next.node] < 0 {
                came[next.node] = Int32(node)
                viaEdge[next.node] = next.edge
                open.append(next.node)
            }
        }
        guard came[goal] >= 0 else { return false }
        var node = goal
        while node != start {
            let before = Int(came[node])
            push(before, node, viaEdge[node] ?? -1)
            node = before
        }
        return true
    }

    private var viaEdge: [Int: Int] = [:]

    private func capacity(_ risk: Int32) -> Int32 { risk >= 0 ? 1 : .max }

    private func steps(from node: Int, _ planes: Planes, _ mask: UInt8) -> [(node: Int, edge: Int)] {
        let vertex = node / 2
        var found: [(node: Int, edge: Int)] = []
        let isInner = node % 2 == 0
        if isInner, vertex != Region.to, through[vertex] < capacity(region.vertexRisk[vertex]) { found.append((2 * vertex + 1, -1)) }
        if !isInner, through[vertex] > 0 { found.append((2 * vertex, -1)) }
        for slot in region.starts[vertex]..<region.starts[vertex + 1] {
            let edge = Int(region.around[Int(slot)])
            guard planes.edges[edge] & mask != 0, edge != gone else { continue }
            let other = region.far(edge, from: vertex)
            let outward = Int(region.a[edge]) == vertex ? over[edge] : -over[edge]
            if isInner {
                // Back against what flows in from the other's outer half.
                if outward < 0 { found.append((2 * other + 1, edge)) }
            } else if outward < capacity(planes.risk[edge]), other != Region.from {
                found.append((2 * other, edge))
            }
        }
        return found
    }

    private mutating func push(_ before: Int, _ node: Int, _ edge: Int) {
        guard edge >= 0 else {
            through[node / 2] += node % 2 == 1 ? 1 : -1
            return
        }
        over[edge] += Int(region.a[edge]) == before / 2 ? 1 : -1
    }
}
