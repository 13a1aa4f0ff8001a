/// Single ways through a region, and how many there are beside each other.
extension Region {
    /// One edge of a way, and the vertex to which it leads.
    struct Stretch {
        var edge: Int
        var end: Int
    }

    /// The size of the smallest set of risk elements that cuts the way over edges with one of these bits, counted up to a limit.
    ///
    /// Links and devices can fail, endpoints cannot. Without shared fate and power that number is the maximum flow in which each risk
    /// element passes one unit (K. Menger, 1927).
    /// - Complexity: limit times the region.
    func ways(_ planes: Planes, _ mask: UInt8, upTo limit: Int, withoutEdge gone: Int = -1) -> Int {
        let edgeCapacity = a.indices.map { edge -> Int32 in
            edge == gone || planes.edges[edge] & mask == 0 ? 0 : planes.risk[edge] >= 0 ? 1 : .max
        }
        var flow = Flow(a, b, starts, around, edgeCapacity: edgeCapacity, vertexCapacity: vertexRisk.map { $0 >= 0 ? 1 : .max })
        var count = 0
        while count < limit, flow.augment() { count += 1 }
        return count
    }

    /// A shortest way between vertices over edges that pass, ties by the order of edges; nil when there is none.
    /// - Complexity: linear in the region.
    func shortest(_ from: Int, _ to: Int, over isIn: (Int) -> Bool) -> [Stretch]? {
        if from == to { return [] }
        var entry = [Int](repeating: -1, count: vertexCount)
        var open = [from]
        var at = 0
        while at < open.count {
            let vertex = open[at]
            at += 1
            for slot in starts[vertex]..<starts[vertex + 1] {
                let edge = Int(around[Int(slot)])
                guard case let next = far(edge, from: vertex), next != from, entry[next] < 0, isIn(edge) else { continue }
                entry[next] = edge
                if next == to { return walked(from, to, entry) }
                open.append(next)
            }
        }
        return nil
    }

    private func walked(_ from: Int, _ to: Int, _ entry: [Int]) -> [Stretch] {
        var way: [Stretch] = []
        var vertex = to
        while vertex != from {
            way.append(Stretch(edge: entry[vertex], end: vertex))
            vertex = far(entry[vertex], from: vertex)
        }
        return way.reversed()
    }

    /// A simple way through an edge of a contracted region, led through the classes over what stands in them; nil when there is none.
    ///
    /// The two halves of the way, from the ends of the edge to the endpoint and to the goal, are two units of flow that share no class.
    /// - Complexity: linear in the region, and in it again for each class on the way.
    func way(through edge: Int, of contracted: Contracted, _ planes: Planes) -> [Stretch]? {
        guard let edges = halves(around: edge, of: contracted) else { return nil }
        let root = contracted.root
        var way: [Stretch] = []
        var vertex = Self.from
        func lead(to goal: Int) -> Bool {
            let inside = shortest(vertex, goal) { one in
                planes.edges[one] & (contracted.sure | contracted.firm) != 0 && root[Int(a[one])] == root[vertex]
                    && root[Int(b[one])] == root[vertex]
            }
            guard let inside else { return false }
            way += inside
            vertex = goal
            return true
        }
        for edge in edges {
            let near = root[Int(a[edge])] == root[vertex] ? Int(a[edge]) : Int(b[edge])
            guard lead(to: near) else { return nil }
            vertex = far(edge, from: near)
            way.append(Stretch(edge: edge, end: vertex))
        }
        return lead(to: Self.to) ? way : nil
    }

    /// The edges of a simple way through an edge, in order from the endpoint on.
    private func halves(around edge: Int, of contracted: Contracted) -> [Int]? {
        let edges = contracted.edges.filter { $0 != edge }
        let root = { (vertex: Int) in contracted.root[vertex] + 2 }
        let ends = (root(Int(a[edge])), root(Int(b[edge])), root(Self.from), root(Self.to))
        let one = edges.map { root(Int(a[$0])) } + [0, 0, ends.2, ends.3]
        let other = edges.map { root(Int(b[$0])) } + [ends.0, ends.1, 1, 1]
        let (starts, around) = Wiring.incidence(one, other, vertexCount + 2)
        var flow = Flow(
            one, other, starts, around, edgeCapacity: Array(repeating: 1, count: one.count),
            vertexCapacity: Array(repeating: 1, count: vertexCount + 2))
        guard flow.augment(), flow.augment() else { return nil }
        let first = flow.course(from: Int(ends.0))
        let second = flow.course(from: Int(ends.1))
        // The last edge of a course leads from the class of the endpoint or of the goal to the sink.
        let isForward = first.last == edges.count + 2
        let (back, on) = isForward ? (first, second) : (second, first)
        return back.dropLast().reversed().map { edges[$0] } + [edge] + on.dropLast().map { edges[$0] }
    }
}
