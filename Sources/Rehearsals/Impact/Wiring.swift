/// The graph as flat arrays: everything that is ever there and can matter, loose ends joined.
///
/// Loose ends may be joined in any grouping, so a way can run through several groups, each time over other loose ends. Every loose end
/// therefore has a vertex of its own, and all of these hang on two *hubs*. For blocks that equals joining each with each, and needs only
/// two edges for a loose end (two loose ends alone need one joint). One shared stand-in would be wrong: it can be passed only once, and of
/// a way A=?=B=?=C it would see only the outer ends, so that pulling a cord in the middle seemed harmless.
struct Wiring {
    /// Stands for the link of an edge between loose ends, which is there in some world.
    static let joint: Int32 = -1
    /// Stands for the link of an edge that is there whenever its devices live.
    static let given: Int32 = -2

    /// The ends of edges, as vertices: first the devices, then the loose ends, then the hubs.
    private(set) var a: [Int32] = []
    private(set) var b: [Int32] = []
    /// The row of the link that is an edge, or `joint` or `given`.
    private(set) var link: [Int32] = []
    let deviceCount: Int
    private(set) var vertexCount: Int
    /// For each vertex, whether it does more than to end on the hubs of one block of bedrock.
    private(set) var isAttached: [Bool] = []
    /// For each vertex, where its edges begin in `around`; one more than vertices.
    private(set) var starts: [Int32] = []
    private(set) var around: [Int32] = []

    /// - Parameters:
    ///   - bedrock: what is shrunk; nil where more than one failure is asked for.
    ///   - endpoints: all devices at which ways begin or end; of the others, those that never forward are left out.
    init(_ graph: ImpactGraph, on bedrock: Bedrock? = nil, endpoints: Set<Int32>) {
        deviceCount = graph.devices.count
        vertexCount = deviceCount
        let isDeaf = graph.devices.indices.map { graph.devices[$0].forwards == .never && !endpoints.contains(Int32($0)) }
        var loose: [Int32] = []
        var tally = Bedrock.Tally()
        for (row, one) in graph.links.enumerated() {
            if (one.a >= 0 && isDeaf[Int(one.a)]) || (one.b >= 0 && isDeaf[Int(one.b)]) { continue }
            if let bedrock, bedrock.swallows(row, one) || tally.isFull(row, one, on: bedrock) { continue }
            let ends = (vertex(one.a, &loose), vertex(one.b, &loose))
            append(ends.0, ends.1, Int32(row))
        }
        join(loose)
        if let bedrock { found(on: bedrock, endpoints) }
        (starts, around) = Self.incidence(a, b, vertexCount)
    }

    private mutating func vertex(_ end: Int32, _ loose: inout [Int32]) -> Int32 {
        if end >= 0 { return end }
        loose.append(newVertex())
        return loose[loose.count - 1]
    }

    private mutating func newVertex() -> Int32 {
        vertexCount += 1
        return Int32(vertexCount - 1)
    }

    private mutating func join(_ loose: [Int32]) {
        if loose.count == 2 { return append(loose[0], loose[1], Self.joint) }
        if loose.count > 2 { fan(loose, Self.joint) }
    }

    private mutating func found(on bedrock: Bedrock, _ endpoints: Set<Int32>) {
        isAttached = Array(repeating: false, count: deviceCount)
        for end in a + b where end < Int32(deviceCount) { isAttached[Int(end)] = true }
        var isKept = isAttached
        for end in endpoints { isKept[Int(end)] = true }
        var isFounded = [Bool](repeating: false, count: deviceCount)
        for block in bedrock.blocks(isKept) {
            fan(block, Self.given)
            for device in block.map(Int.init) {
                if isFounded[device] { isAttached[device] = true }
                isFounded[device] = true
            }
        }
    }

    /// Whether an edge joins to bedrock what nothing else is attached to: it matters only if a way begins or ends there.
    func isIdle(_ edge: Int) -> Bool { link[edge] == Self.given && !isAttached[Int(a[edge])] }

    /// Joins vertices through two hubs.
    private mutating func fan(_ vertices: [Int32], _ link: Int32) {
        let hubs = (newVertex(), newVertex())
        for vertex in vertices {
            append(vertex, hubs.0, link)
            append(vertex, hubs.1, link)
        }
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
            around[Int(next[Int(a[edge])])] = Int32(edge)
            next[Int(a[edge])] += 1
            around[Int(next[Int(b[edge])])] = Int32(edge)
            next[Int(b[edge])] += 1
        }
        return (starts, around)
    }
}
