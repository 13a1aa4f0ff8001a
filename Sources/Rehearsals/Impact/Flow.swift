/// A flow of whole units from vertex 0 to vertex 1 of a network in which edges and vertices have capacities.
///
/// Vertices are split in an inner and an outer half. Shortest augmenting ways (J. Edmonds and R. Karp, 1972).
struct Flow {
    private let a: [Int32]
    private let b: [Int32]
    private let starts: [Int32]
    private let around: [Int32]
    private let edgeCapacity: [Int32]
    private let vertexCapacity: [Int32]
    /// Flow over each edge, positive from `a` to `b`.
    private var over: [Int32]
    /// Flow through each vertex, from its inner to its outer half.
    private var through: [Int32]

    init(
        _ a: [Int32], _ b: [Int32], _ starts: [Int32], _ around: [Int32], edgeCapacity: [Int32], vertexCapacity: [Int32]
    ) {
        (self.a, self.b, self.starts, self.around) = (a, b, starts, around)
        (self.edgeCapacity, self.vertexCapacity) = (edgeCapacity, vertexCapacity)
        over = Array(repeating: 0, count: a.count)
        through = Array(repeating: 0, count: vertexCapacity.count)
    }

    /// Adds one unit; false when no more pass. Nodes are 2v (inner half) and 2v+1 (outer half).
    /// - Complexity: linear in the network.
    mutating func augment() -> Bool {
        let start = 1
        let goal = 2
        var came = [Int32](repeating: -1, count: 2 * vertexCapacity.count)
        var viaEdge = came
        came[start] = Int32(start)
        var open = [start]
        var at = 0
        while at < open.count, came[goal] < 0 {
            let node = open[at]
            at += 1
            forEachStep(from: node) { next, edge in
                guard came[next] < 0 else { return }
                came[next] = Int32(node)
                viaEdge[next] = edge
                open.append(next)
            }
        }
        guard came[goal] >= 0 else { return false }
        var node = goal
        while node != start {
            let before = Int(came[node])
            push(before, node, Int(viaEdge[node]))
            node = before
        }
        return true
    }

    private func forEachStep(from node: Int, _ body: (Int, Int32) -> Void) {
        let vertex = node / 2
        let isInner = node % 2 == 0
        if isInner, vertex != 1, through[vertex] < vertexCapacity[vertex] { body(2 * vertex + 1, -1) }
        if !isInner, through[vertex] > 0 { body(2 * vertex, -1) }
        for slot in starts[vertex]..<starts[vertex + 1] {
            let edge = Int(around[Int(slot)])
            let other = Int(a[edge] ^ b[edge]) ^ vertex
            let outward = Int(a[edge]) == vertex ? over[edge] : -over[edge]
            if isInner {
                // Back against what flows in from the other's outer half.
                if outward < 0 { body(2 * other + 1, Int32(edge)) }
            } else if outward < edgeCapacity[edge], other != 0 {
                body(2 * other, Int32(edge))
            }
        }
    }

    private mutating func push(_ before: Int, _ node: Int, _ edge: Int) {
        guard edge >= 0 else {
            through[node / 2] += node % 2 == 1 ? 1 : -1
            return
        }
        over[edge] += Int(a[edge]) == before / 2 ? 1 : -1
    }

    /// The edges by which a unit goes on from a vertex to vertex 1, where every vertex on the way carries one unit.
    func course(from vertex: Int) -> [Int] {
        var edges: [Int] = []
        var at = vertex
        while at != 1 {
            let next = around[Int(starts[at])..<Int(starts[at + 1])].first { (Int(a[Int($0)]) == at ? over[Int($0)] : -over[Int($0)]) > 0 }
            guard let next else { break }
            edges.append(Int(next))
            at = Int(a[Int(next)] ^ b[Int(next)]) ^ at
        }
        return edges
    }
}
