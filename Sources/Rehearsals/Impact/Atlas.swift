/// Where ways can run, for every pair of ends at once: the blocks of all that is ever there and passes data on.
///
/// A simple way runs only through the blocks between its ends in the block tree, so a service's region is found without looking at the
/// rest of the plant. A device that never forwards is in no block; a way begins or ends there by one of its neighbours.
///
/// A class, because it is as large as the plant and handed to every service.
final class Atlas {
    let wiring: Wiring
    private let tree: BlockTree
    private let passes: [Bool]
    private let islands: Islands
    /// The edges of each block, those of an island beside each other; without idle ones, which only matter to the ends of a way.
    private let places: [Place]

    /// An edge in its block and on its island.
    private struct Place: Comparable {
        var block: Int32
        var island: Int32
        var edge: Int32

        static func < (left: Place, right: Place) -> Bool {
            (left.block, left.island, left.edge) < (right.block, right.island, right.edge)
        }
    }

    /// - Complexity: linear in the wiring, but for sorting its edges.
    init(_ wiring: Wiring, of graph: ImpactGraph, _ touched: Touched) {
        let passes = (0..<wiring.vertexCount).map { $0 >= wiring.deviceCount || graph.devices[$0].forwards != .never }
        let isIn = zip(wiring.a, wiring.b).map { passes[Int($0)] && passes[Int($1)] }
        let tree = BlockTree(wiring.vertexCount, wiring.starts, wiring.around, wiring.a, wiring.b, over: isIn)
        let islands = Islands(wiring, of: graph, passes, touched)
        let placed = wiring.a.indices.filter { isIn[$0] && !wiring.isIdle($0) }.map { edge in
            Place(
                block: Int32(tree.block(wiring.a[edge], wiring.b[edge])), island: islands.island(of: wiring.a[edge]), edge: Int32(edge))
        }
        places = placed.sorted()
        (self.wiring, self.tree, self.passes, self.islands) = (wiring, tree, passes, islands)
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
        let visited = islands.touched.union((near + far).map(islands.island(of:)))
        return (found + blocks.flatMap { block in visited.flatMap { edges(of: block, on: $0) } }).sorted()
    }

    private func edges(of block: Int32, on island: Int32) -> [Int] {
        let first = places.partitioningIndex { ($0.block, $0.island) >= (block, island) }
        return places[first...].prefix { ($0.block, $0.island) == (block, island) }.map { Int($0.edge) }
    }

    /// The one device that something at the end of all ways hangs on, and the link between them; nil where it hangs on more or passes data on.
    func only(neighbourOf end: Int32) -> (device: Int32, link: Int32)? {
        let edges = around(end)
        guard !passes[Int(end)], edges.count == 1, wiring.link[edges[0]] >= 0 else { return nil }
        let other = wiring.a[edges[0]] ^ wiring.b[edges[0]] ^ end
        return other < Int32(wiring.deviceCount) ? (other, wiring.link[edges[0]]) : nil
    }

    private func doors(of end: Int32) -> [Int32] {
        passes[Int(end)] ? [end] : around(end).map { wiring.a[$0] ^ wiring.b[$0] ^ end }.filter { passes[Int($0)] }
    }

    private func around(_ vertex: Int32) -> [Int] {
        wiring.around[Int(wiring.starts[Int(vertex)])..<Int(wiring.starts[Int(vertex) + 1])].map(Int.init)
    }
}

extension Array {
    /// The first index whose element meets a condition that all elements behind it meet too.
    fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
