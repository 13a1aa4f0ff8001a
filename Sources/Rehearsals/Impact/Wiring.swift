/// The graph as flat arrays: everything that is ever there, loose ends joined.
///
/// Loose ends may be joined in any grouping, so a way can run through several groups, each time over other loose ends. Every loose end
/// therefore has a vertex of its own, and all of these hang on two *hubs*. For blocks that equals joining each with each, and needs only
/// two edges for a loose end. One shared stand-in would be wrong: it can be passed only once, and of a way A=?=B=?=C it would see only
/// the outer ends, so that pulling a cord in the middle seemed harmless.
struct Wiring {
    /// The ends of edges, as vertices: first the devices, then one vertex for each loose end, then the two hubs.
    private(set) var a: [Int32] = []
    private(set) var b: [Int32] = []
    /// The row of the link that is an edge; negative for the joints between loose ends.
    private(set) var link: [Int32] = []
    let deviceCount: Int
    private(set) var vertexCount: Int
    /// For each vertex, where its edges begin in `around`; one more than vertices.
    private(set) var starts: [Int32] = []
    private(set) var around: [Int32] = []

    init(_ graph: ImpactGraph) {
        deviceCount = graph.devices.count
        vertexCount = deviceCount
        a.reserveCapacity(graph.links.count)
        b.reserveCapacity(graph.links.count)
        link.reserveCapacity(graph.links.count)
        var loose: [Int32] = []
        for (row, one) in graph.links.enumerated() {
            let ends = [one.a, one.b].map { end in
                if end >= 0 { return end }
                loose.append(Int32(vertexCount))
                vertexCount += 1
                return loose[loose.count - 1]
            }
            append(ends[0], ends[1], Int32(row))
        }
        if !loose.isEmpty {
            let hubs = Int32(vertexCount)
            vertexCount += 2
            for end in loose {
                append(end, hubs, -1)
                append(end, hubs + 1, -1)
            }
        }
        (starts, around) = Self.incidence(a, b, vertexCount)
    }

    private mutating func append(_ from: Int32, _ to: Int32, _ row: Int32) {
        a.append(from)
        b.append(to)
        link.append(row)
    }

    /// The edges around each vertex: where they begin for each vertex, and the edges.
    static func incidence(_ a: [Int32], _ b: [Int32], _ vertexCount: Int) -> (starts: [Int32], around: [Int32]) {
        var starts = [Int32](repeating: 0, count: vertexCount + 1)
        for edge in a.indices {
            starts[Int(a[edge]) + 1] += 1
            starts[Int(b[edge]) + 1] += 1
        }
        for vertex in 0..<vertexCount { starts[vertex + 1] += starts[vertex] }
        var next = starts
        var around = [Int32](repeating: 0, count: 2 * a.count)
        for edge in a.indices {
            for end in [Int(a[edge]), Int(b[edge])] {
                around[Int(next[end])] = Int32(edge)
                next[end] += 1
            }
        }
        return (starts, around)
    }
}
