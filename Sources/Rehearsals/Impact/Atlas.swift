/// Where ways can run, for every pair of ends at once: the blocks of all that is ever there and passes data on.
///
/// A simple way runs only through the blocks between its ends in the block tree, so a service's region is found without looking at the
/// rest of the plant. A device that never forwards is in no block; a way begins or ends there by one of its neighbours.
struct Atlas {
    let wiring: Wiring
    private let tree: BlockTree
    private let passes: [Bool]
    /// The edges of each block, and where they begin; without idle ones, which only matter to the ends of a way.
    private var starts: [Int32]
    private var edges: [Int32]

    /// - Complexity: linear in the wiring.
    init(_ wiring: Wiring, of graph: ImpactGraph) {
        self.wiring = wiring
        let passes = (0..<wiring.vertexCount).map { $0 >= wiring.deviceCount || graph.devices[$0].forwards != .never }
        let isIn = zip(wiring.a, wiring.b).map { passes[Int($0)] && passes[Int($1)] }
        tree = BlockTree(wiring.vertexCount, wiring.starts, wiring.around, wiring.a, wiring.b, over: isIn)
        self.passes = passes
        starts = Array(repeating: 0, count: tree.head.count + 1)
        edges = []
        sort(wiring.a.indices.filter { isIn[$0] && !wiring.isIdle($0) })
    }

    private mutating func sort(_ walked: [Int]) {
        let blocks = walked.map { tree.block(wiring.a[$0], wiring.b[$0]) }
        for block in blocks { starts[block + 1] += 1 }
        for block in tree.head.indices { starts[block + 1] += starts[block] }
        var next = starts
        edges = Array(repeating: 0, count: walked.count)
        for (edge, block) in zip(walked, blocks) {
            edges[Int(next[block])] = Int32(edge)
            next[block] += 1
        }
    }

    /// The edges that a way between a device and any of some others can use, in their order, and perhaps some more.
    /// - Complexity: linear in the result and in the depth of the block tree.
    func edges(between from: Int32, and to: Set<Int32>) -> [Int] {
        let near = doors(of: from)
        let far = to.sorted().flatMap(doors)
        var blocks: Set<Int32> = []
        // In a tree, the ways of one near end to all far ends and of one far end to all near ones cover those between any two.
        for (some, others) in [(near, far), (far, near)] {
            for door in some {
                guard let end = others.first(where: { tree.isConnected(door, $0) }) else { continue }
                blocks.formUnion(tree.blocks(between: door, and: end))
            }
        }
        var found = Set<Int>()
        for end in to.union([from]) { found.formUnion(around(end).filter { !passes[Int(end)] || wiring.isIdle($0) }) }
        return (found + blocks.flatMap { edges[Int(starts[Int($0)])..<Int(starts[Int($0) + 1])].map(Int.init) }).sorted()
    }

    private func doors(of end: Int32) -> [Int32] {
        passes[Int(end)] ? [end] : around(end).map { wiring.a[$0] ^ wiring.b[$0] ^ end }.filter { passes[Int($0)] }
    }

    private func around(_ vertex: Int32) -> [Int] {
        wiring.around[Int(wiring.starts[Int(vertex)])..<Int(wiring.starts[Int(vertex) + 1])].map(Int.init)
    }
}
