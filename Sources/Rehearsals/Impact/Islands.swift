/// What hangs together by links with two known ends. Loose ends, which may be joined in any grouping, lead from one island to another.
///
/// An island on which nothing is touched and no way ends matters to no judgement of that way: wherever a way passes it, it comes by one
/// loose end and leaves by another, and in another world these two are joined without it, all else being the same. No failure there cuts
/// the way, for the same reason.
struct Islands {
    private let roots: [Int32]
    /// Those on which some prefix touches anything.
    let touched: Set<Int32>

    init(_ wiring: Wiring, of graph: ImpactGraph, _ passes: [Bool], _ touched: Touched) {
        var classes = Classes(wiring.vertexCount)
        func join(_ one: Int32, _ other: Int32) {
            if one >= 0, other >= 0, passes[Int(one)], passes[Int(other)] { classes.join(Int(one), Int(other)) }
        }
        for link in graph.links { join(link.a, link.b) }
        for edge in wiring.a.indices where wiring.link[edge] != Wiring.joint { join(wiring.a[edge], wiring.b[edge]) }
        roots = classes.roots(wiring.vertexCount)
        var found: Set<Int32> = []
        for edge in wiring.a.indices where touched.holds(link: wiring.link[edge]) {
            found.formUnion([roots[Int(wiring.a[edge])], roots[Int(wiring.b[edge])]])
        }
        for device in graph.devices.indices where touched.devices[device] { found.insert(roots[device]) }
        self.touched = found
    }

    func island(of vertex: Int32) -> Int32 { roots[Int(vertex)] }
}
