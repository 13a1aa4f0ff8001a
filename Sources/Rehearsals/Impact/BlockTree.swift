/// The blocks of a graph (what no single vertex cuts in two) and how they hang together.
///
/// Read off one depth-first walk with lowest numbers (J. Hopcroft and R. Tarjan, "Efficient algorithms for graph manipulation", 1973): a
/// vertex whose subtree reaches nothing above its parent opens a block that hangs on that parent, any other is in the block over which its
/// parent hangs; and an edge lies in the block over which its later end hangs.
struct BlockTree {
    /// The block over which a vertex hangs; negative for the first vertex of a component.
    private(set) var home: [Int32]
    /// The vertex on which a block hangs; blocks further down the tree come later.
    private(set) var head: [Int32] = []
    /// Whether a block is one edge only.
    private(set) var isBridge: [Bool] = []
    /// The first vertex of each vertex's component.
    private var first: [Int32]
    private var depth: [Int32]
    private let number: [Int32]

    /// - Complexity: linear in vertices and edges.
    init(_ vertexCount: Int, _ starts: [Int32], _ around: [Int32], _ a: [Int32], _ b: [Int32], over isIn: [Bool]) {
        var walk = Walk(vertexCount)
        for vertex in 0..<vertexCount where walk.number[vertex] == 0 { walk.run(from: vertex, starts, around, a, b, over: isIn) }
        number = walk.number
        home = Array(repeating: -1, count: vertexCount)
        first = home
        depth = Array(repeating: 0, count: vertexCount)
        var order = [Int](repeating: 0, count: vertexCount)
        for vertex in 0..<vertexCount { order[Int(number[vertex]) - 1] = vertex }
        for vertex in order {
            guard case let entry = walk.entry[vertex], entry >= 0 else {
                first[vertex] = Int32(vertex)
                continue
            }
            hang(vertex, under: Int(a[Int(entry)] ^ b[Int(entry)]) ^ vertex, walk.low[vertex])
        }
    }

    private mutating func hang(_ vertex: Int, under parent: Int, _ low: Int32) {
        first[vertex] = first[parent]
        if low < number[parent] {
            home[vertex] = home[parent]
        } else {
            home[vertex] = Int32(head.count)
            head.append(Int32(parent))
            isBridge.append(low > number[parent])
        }
        depth[vertex] = depth[Int(head[Int(home[vertex])])] + 1
    }

    /// The block of an edge that was walked, by its ends.
    func block(_ one: Int32, _ other: Int32) -> Int { Int(home[Int(number[Int(one)] > number[Int(other)] ? one : other)]) }

    /// Whether no failure but their own parts two vertices: they lie in one block that is more than an edge.
    func isFast(_ one: Int32, _ other: Int32) -> Bool {
        let homes = (home[Int(one)], home[Int(other)])
        let shared = homes.0 == homes.1 ? homes.0 : hangs(homes.0, on: other) ? homes.0 : hangs(homes.1, on: one) ? homes.1 : -1
        return shared >= 0 && !isBridge[Int(shared)]
    }

    private func hangs(_ block: Int32, on vertex: Int32) -> Bool { block >= 0 && head[Int(block)] == vertex }

    /// Whether a way leads from one vertex to the other.
    func isConnected(_ one: Int32, _ other: Int32) -> Bool { first[Int(one)] == first[Int(other)] }

    /// The blocks that simple ways between two connected vertices run through.
    func blocks(between one: Int32, and other: Int32) -> Set<Int32> {
        var found: Set<Int32> = []
        var (low, high) = (Int(one), Int(other))
        while low != high {
            if depth[low] < depth[high] { swap(&low, &high) }
            found.insert(home[low])
            low = Int(head[Int(home[low])])
        }
        return found
    }
}
