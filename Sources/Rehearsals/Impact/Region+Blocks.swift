/// Which part of a region a way must or can use: the blocks between the endpoint and what it must reach.
///
/// Tarjan's lowest numbers (R. Tarjan, "Depth-first search and linear graph algorithms", 1972), without recursion.
extension Region {
    /// Whether an edge falls with a risk element: itself or one of its ends.
    func falls(_ edge: Int, with element: Int32, _ planes: Planes) -> Bool {
        element >= 0
            && (planes.risk[edge] == element || vertexRisk[Int(a[edge])] == element || vertexRisk[Int(b[edge])] == element)
    }

    /// Whether a way exists over edges that have one of these bits, without a risk element.
    /// - Complexity: linear in the region.
    func connects(_ planes: Planes, _ mask: UInt8, without element: Int32 = -1) -> Bool {
        var seen = [Bool](repeating: false, count: vertexCount)
        var open = [Self.from]
        seen[Self.from] = true
        while let vertex = open.popLast() {
            for slot in starts[vertex]..<starts[vertex + 1] {
                let edge = Int(around[Int(slot)])
                guard planes.edges[edge] & mask != 0, element < 0 || !falls(edge, with: element, planes),
                    case let next = far(edge, from: vertex),
                    !seen[next]
                else {
                    continue
                }
                if next == Self.to { return true }
                seen[next] = true
                open.append(next)
            }
        }
        return false
    }

    /// The single risk elements that cut the way over edges that pass; nil when there is none to cut.
    ///
    /// - Parameter byLink: name an edge by its link even where that takes the part of another.
    /// - Complexity: linear in the region.
    func cuts(_ planes: Planes, byLink: Bool = false, over isIn: (UInt8) -> Bool) -> [Int32]? {
        let name = byLink ? link : planes.risk
        var walk = Walk(vertexCount)
        walk.run(from: Self.from, starts, around, a, b, over: planes.edges.map(isIn))
        guard walk.number[Self.to] > 0 else { return nil }
        var found: [Int32] = []
        var vertex = Self.to
        while vertex != Self.from {
            let edge = Int(walk.entry[vertex])
            let parent = far(edge, from: vertex)
            if walk.low[vertex] > walk.number[parent], name[edge] >= 0 { found.append(name[edge]) }
            if walk.low[vertex] >= walk.number[parent], vertexRisk[parent] >= 0 { found.append(vertexRisk[parent]) }
            vertex = parent
        }
        return found
    }

    /// The edges of `host` on some simple way, once what surely stands is contracted: Rel(host/sure). Nil when what surely stands connects.
    /// - Complexity: linear in the region.
    func relevant(
        _ planes: Planes, in host: UInt8, sure: UInt8, firm: UInt8, without: Int32 = -1, kept: Int32 = -1
    ) -> [Int]? {
        contracted(planes, in: host, sure: sure, firm: firm, without: without, kept: kept).map(block(of:))
    }

    /// A region in which what surely stands is one vertex.
    struct Contracted {
        var edges: [Int]
        /// The vertex that stands for each one's class.
        var root: [Int32]
        /// The bits over which classes hang together.
        var sure: UInt8
        var firm: UInt8
    }

    /// The edges of `host` between classes of what surely stands; nil when that connects.
    ///
    /// A vertex that perhaps forwards or lives is not contracted, yet in the worlds in which a way passes it, its firm edges stand
    /// together. Three consequences are drawn, each only shrinking the result: beside a firm edge no parallel one matters; such a vertex
    /// with a firm edge to one end of the way belongs to that end; with firm edges to both it can bring no harm.
    /// - Parameters:
    ///   - sure: the bit of what is contracted; `firm` that of what stands if its ends do.
    ///   - without: a risk element taken out altogether.
    ///   - kept: a risk element that is there but not contracted.
    func contracted(
        _ planes: Planes, in host: UInt8, sure: UInt8, firm: UInt8, without: Int32 = -1, kept: Int32 = -1
    ) -> Contracted? {
        let solid = sure == Planes.sureAfter ? planes.isSolidAfter : planes.isSolidBefore
        var classes = Classes(vertexCount)
        let bits = planes.edges
        let present = a.indices.filter { bits[$0] & (host | sure) != 0 && (without < 0 || !falls($0, with: without, planes)) }
        let stands = { [self] (edge: Int, bit: UInt8) in bits[edge] & bit != 0 && (kept < 0 || !falls(edge, with: kept, planes)) }
        for edge in present where stands(edge, sure) { classes.join(Int(a[edge]), Int(b[edge])) }
        guard classes.root(Self.from) != classes.root(Self.to) else { return nil }

        let firmOnly = present.filter { stands($0, firm) && !stands($0, sure) }
        let gone = firmOnly.isEmpty ? [] : settle(firmOnly, solid, kept, &classes)
        var edges: [Int] = []
        if classes.root(Self.from) != classes.root(Self.to) {
            edges = present.filter { edge in
                let ends = (Int(a[edge]), Int(b[edge]))
                return bits[edge] & host != 0 && classes.root(ends.0) != classes.root(ends.1)
                    && !gone.contains(ends.0) && !gone.contains(ends.1)
            }
        }
        if !firmOnly.isEmpty { edges = withoutParallels(edges, firmOnly, solid, &classes) }
        return Contracted(edges: edges, root: classes.roots(vertexCount), sure: sure, firm: firm)
    }

    /// Gives vertices that perhaps stand to the end of the way to which they have a firm edge; returns those that have one to both.
    private func settle(_ firmOnly: [Int], _ solid: [Bool], _ kept: Int32, _ classes: inout Classes) -> Set<Int> {
        let ends = (classes.root(Self.from), classes.root(Self.to))
        var near: [Int: UInt8] = [:]
        for edge in firmOnly {
            for (vertex, other) in [(Int(a[edge]), Int(b[edge])), (Int(b[edge]), Int(a[edge]))] where !solid[vertex] && solid[other] {
                if vertexRisk[other] >= 0, vertexRisk[other] == kept { continue }
                if classes.root(other) == ends.0 { near[vertex, default: 0] |= 1 }
                if classes.root(other) == ends.1 { near[vertex, default: 0] |= 2 }
            }
        }
        for (vertex, side) in near where side != 3 { classes.join(vertex, side == 1 ? Self.from : Self.to) }
        return Set(near.filter { $0.value == 3 }.keys)
    }

    /// The edges without those that lie beside a firm one which stands whenever they can be used.
    private func withoutParallels(_ edges: [Int], _ firmOnly: [Int], _ solid: [Bool], _ classes: inout Classes) -> [Int] {
        struct Pair: Hashable {
            var one: Int
            var other: Int
        }
        func pair(_ edge: Int) -> Pair {
            let ends = (classes.root(Int(a[edge])), classes.root(Int(b[edge])))
            return Pair(one: min(ends.0, ends.1), other: max(ends.0, ends.1))
        }
        func doubtful(_ edge: Int) -> Set<Int> { Set([Int(a[edge]), Int(b[edge])].filter { !solid[$0] }) }
        var beside: [Pair: [Int]] = [:]
        for edge in firmOnly { beside[pair(edge), default: []].append(edge) }
        let firm = Set(firmOnly)
        return edges.filter { edge in
            guard !firm.contains(edge), let others = beside[pair(edge)] else { return true }
            return !others.contains { doubtful($0).isSubset(of: doubtful(edge)) }
        }
    }

    /// The edges in one block with an imagined edge between the endpoint and its goal: those on some simple way.
    func block(of contracted: Contracted) -> [Int] {
        let (edges, root) = (contracted.edges, contracted.root)
        if edges.isEmpty { return [] }
        let one = edges.map { root[Int(a[$0])] }
        let other = edges.map { root[Int(b[$0])] }
        let (starts, around) = Wiring.incidence(one, other, vertexCount)
        var walk = Walk(vertexCount)
        // The imagined edge is walked first: its block is what is left on the stack of edges when all smaller ones are popped.
        walk.enter(Int(root[Self.from]))
        let left = walk.stack(from: Int(root[Self.to]), starts, around, one, other)
        return left.map { edges[$0] }
    }
}

/// Classes of vertices that surely stand together.
struct Classes {
    private var parent: [Int32]

    init(_ count: Int) { parent = (0..<Int32(count)).map { $0 } }

    mutating func root(_ vertex: Int) -> Int {
        var at = vertex
        while parent[at] != at {
            parent[at] = parent[Int(parent[at])]
            at = Int(parent[at])
        }
        return at
    }

    mutating func join(_ one: Int, _ other: Int) {
        let roots = (root(one), root(other))
        parent[max(roots.0, roots.1)] = Int32(min(roots.0, roots.1))
    }

    mutating func roots(_ count: Int) -> [Int32] { (0..<count).map { Int32(root($0)) } }
}
