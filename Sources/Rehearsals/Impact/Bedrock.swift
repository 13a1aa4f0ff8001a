/// What stands in every world, before the order and after each of its prefixes: sure links between sure forwarding devices, all untouched.
///
/// Nothing that concerns a service can happen *inside* a block of bedrock: as long as at most one element fails, the vertices of the
/// block that are left stay connected. Impact asks for no more than one failure, except where three ways or more are wanted. So a
/// block is replaced by two hubs, each joined to the vertices at which anything else is attached: these stay connected whichever of them
/// fails, and no hub alone cuts, so that the blocks of every plane, and with them all ways and cuts outside, are as before. A large,
/// well-meshed plant shrinks to what is open, what is touched and what hangs on a single link.
final class Bedrock {
    private let tree: BlockTree
    private let isLinkTouched: [Bool]
    private let isSettled: [Bool]
    /// Devices that surely live and forward, untouched.
    private let isFirm: [Bool]

    /// - Complexity: linear in the graph.
    init(_ graph: ImpactGraph, _ touched: Touched) {
        let isLinkTouched = touched.links
        let isFirm = graph.devices.indices.map {
            graph.devices[$0].presence == .sure && graph.devices[$0].forwards == .always && !touched.devices[$0]
        }
        let isSettled = graph.links.indices.map { row in
            let one = graph.links[row]
            return one.presence == .sure && !isLinkTouched[row] && one.a >= 0 && one.b >= 0 && isFirm[Int(one.a)] && isFirm[Int(one.b)]
        }
        let settled = graph.links.indices.filter { isSettled[$0] }
        let a = settled.map { graph.links[$0].a }
        let b = settled.map { graph.links[$0].b }
        let (starts, around) = Wiring.incidence(a, b, graph.devices.count)
        tree = BlockTree(graph.devices.count, starts, around, a, b, over: Array(repeating: true, count: a.count))
        self.isLinkTouched = isLinkTouched
        self.isSettled = isSettled
        self.isFirm = isFirm
    }

    /// Whether a link makes no difference: it lies in a block, or beside one and is not touched.
    func swallows(_ row: Int, _ link: ImpactGraph.LinkRow) -> Bool {
        if isLinkTouched[row] { return false }
        if link.a < 0 || link.b < 0 {
            // Loose ends may be joined with each other anyhow, so that a cable between two of them is needed by none.
            return link.a < 0 && link.b < 0 && link.presence != .absent
        }
        if isSettled[row] { return !tree.isBridge[tree.block(link.a, link.b)] }
        return tree.isFast(link.a, link.b)
    }

    /// The blocks that something is attached to at several vertices, with these vertices.
    ///
    /// - Parameter isAttached: for each device, whether anything that is kept ends there.
    func blocks(_ isAttached: [Bool]) -> [[Int32]] {
        var isAttached = isAttached
        var members: [[Int32]] = Array(repeating: [], count: tree.head.count)
        var found: [[Int32]] = []
        for (device, block) in tree.home.enumerated() where block >= 0 && !tree.isBridge[Int(block)] {
            members[Int(block)].append(Int32(device))
        }
        for block in members.indices.reversed() where !members[block].isEmpty {
            let attached = members[block].filter { isAttached[Int($0)] }
            guard !attached.isEmpty else { continue }
            isAttached[Int(tree.head[block])] = true
            found.append([tree.head[block]] + attached)
        }
        return found
    }

    /// Equal ways between something and a block of bedrock, counted, to keep no more than can matter.
    ///
    /// Untouched links of one presence from one device to a block differ only in what may fail: each itself and its end in the block. With
    /// three that end at different devices no single failure, nor one of them left out beside it, parts the two, and a further one adds
    /// nothing. Untouched loose ends count as links to one device, as all of them lead to the same hubs.
    struct Tally {
        private struct Key: Hashable {
            var block: Int32
            var far: Int32
            var isSure: Bool
        }

        private var counted: [Key: [Int32]] = [:]

        /// Whether a link is one too many; it is counted if not.
        mutating func isFull(_ row: Int, _ link: ImpactGraph.LinkRow, on bedrock: Bedrock) -> Bool {
            guard link.presence != .absent, !bedrock.isLinkTouched[row] else { return false }
            for (near, far) in [(link.a, link.b), (link.b, link.a)] where near >= 0 && (far < 0 || !bedrock.isFirm[Int(far)]) {
                guard case let block = bedrock.fastHome(near), block >= 0 else { continue }
                let key = Key(block: block, far: far, isSure: link.presence == .sure)
                if counted[key, default: []].contains(near) { return counted[key]!.count >= 3 }
                if counted[key, default: []].count >= 3 { return true }
                counted[key, default: []].append(near)
            }
            return false
        }
    }

    /// A block in which a device lies that is more than an edge; negative when there is none.
    private func fastHome(_ device: Int32) -> Int32 {
        let home = tree.home[Int(device)]
        return home >= 0 && !tree.isBridge[Int(home)] ? home : -1
    }
}
