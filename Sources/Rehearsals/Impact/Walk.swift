/// A depth-first walk that numbers vertices and finds, for each, the lowest number that its subtree reaches.
struct Walk {
    /// The order in which vertices were entered, from 1; 0 for those never seen.
    private(set) var number: [Int32]
    /// The lowest number reached from a vertex's subtree by at most one edge back.
    private(set) var low: [Int32]
    /// The edge over which a vertex was entered; -1 for a start.
    private(set) var entry: [Int32]
    private var count: Int32 = 0
    /// For each vertex, the slot of its next edge to walk.
    private var next: [Int32] = []

    init(_ vertexCount: Int) {
        number = Array(repeating: 0, count: vertexCount)
        low = number
        entry = Array(repeating: -1, count: vertexCount)
    }

    /// Numbers a vertex without walking on from it.
    mutating func enter(_ vertex: Int) {
        count += 1
        number[vertex] = count
        low[vertex] = count
    }

    /// Walks everything that a vertex reaches over edges that pass.
    @inline(never)  // Inlined, it keeps counting references to the caller's arrays.
    mutating func run(from start: Int, _ starts: [Int32], _ around: [Int32], _ a: [Int32], _ b: [Int32], over isIn: [Bool]) {
        if next.isEmpty { next = starts }
        var path = [start]
        enter(start)
        while let vertex = path.last {
            guard next[vertex] < starts[vertex + 1] else {
                path.removeLast()
                if let parent = path.last { low[parent] = min(low[parent], low[vertex]) }
                continue
            }
            let edge = Int(around[Int(next[vertex])])
            next[vertex] += 1
            guard edge != entry[vertex], isIn[edge] else { continue }
            let other = Int(a[edge] ^ b[edge]) ^ vertex
            if number[other] == 0 {
                entry[other] = Int32(edge)
                enter(other)
                path.append(other)
            } else {
                low[vertex] = min(low[vertex], number[other])
            }
        }
    }

    /// Walks from a vertex and returns the edges that lie in one block with what was numbered before.
    mutating func stack(from start: Int, _ starts: [Int32], _ around: [Int32], _ a: [Int32], _ b: [Int32]) -> [Int] {
        var next = starts
        var path = [start]
        var edges: [Int] = []
        var depth: [Int] = [0]
        enter(start)
        while let vertex = path.last {
            guard next[vertex] < starts[vertex + 1] else {
                path.removeLast()
                let mark = depth.removeLast()
                guard let parent = path.last else { break }
                if low[vertex] >= number[parent] { edges.removeSubrange(mark...) }
                low[parent] = min(low[parent], low[vertex])
                continue
            }
            let edge = Int(around[Int(next[vertex])])
            next[vertex] += 1
            guard edge != entry[vertex] else { continue }
            let other = Int(a[edge] ^ b[edge]) ^ vertex
            if number[other] == 0 {
                entry[other] = Int32(edge)
                depth.append(edges.count)
                edges.append(edge)
                enter(other)
                path.append(other)
            } else if number[other] < number[vertex] {
                edges.append(edge)
                low[vertex] = min(low[vertex], number[other])
            }
        }
        return edges
    }
}
