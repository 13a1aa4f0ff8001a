/// The part of a plant that can matter between an endpoint and what it must reach, renumbered.
///
/// Vertex 0 is the endpoint, vertex 1 all that it may reach: a way ends where it first meets one of them. What never passes data on
/// is left out unless it is one of these.
struct Region {
    static let from = 0
    static let to = 1

    var vertexCount = 2
    /// The ends of edges, in this region's numbers.
    var a: [Int32] = []
    var b: [Int32] = []
    /// The rows of the devices at the ends, negative where none; at vertex 1 they differ from edge to edge.
    var deviceA: [Int32] = []
    var deviceB: [Int32] = []
    /// The link of each edge, negative for joints between loose ends.
    var link: [Int32] = []
    /// The risk element of each vertex; negative for endpoints and for what is no device.
    var vertexRisk: [Int32] = [-1, -1]
    /// The device of each vertex; negative where there is none or several.
    var device: [Int32] = []
    var starts: [Int32] = []
    var around: [Int32] = []

    /// The number of a device as a risk element; links come first.
    static func risk(ofDevice row: Int32, in graph: ImpactGraph) -> Int32 { Int32(graph.links.count) + row }

    /// The risk element as people see it.
    static func element(ofRisk risk: Int32, in graph: ImpactGraph) -> ImpactGraph.Element {
        let links = Int32(graph.links.count)
        return risk < links ? .link(.init(row: risk)) : .device(.init(row: risk - links))
    }

    /// - Parameters:
    ///   - edges: what can lie on a way, as edges of the wiring.
    ///   - endpoints: the devices of the service that do not count as risk elements.
    init(
        from: Int32, to: Set<Int32>, over edges: some Sequence<Int>, of wiring: Wiring, _ graph: ImpactGraph, endpoints: Set<Int32>
    ) {
        device = [from, to.count == 1 ? to.first! : -1]
        guard !to.contains(from) else {
            append(0, 1, from, from, -1)
            (starts, around) = Wiring.incidence(a, b, vertexCount)
            return
        }
        var numbers: [Int32: Int32] = [from: 0]
        for end in to { numbers[end] = 1 }
        for edge in edges {
            let ends = (wiring.a[edge], wiring.b[edge])
            guard let one = number(ends.0, &numbers, wiring, graph, endpoints),
                let other = number(ends.1, &numbers, wiring, graph, endpoints), one != other
            else { continue }
            let row = wiring.link[edge]
            let devices = Int32(wiring.deviceCount)
            append(one, other, ends.0 < devices ? ends.0 : -1, ends.1 < devices ? ends.1 : -1, row)
        }
        (starts, around) = Wiring.incidence(a, b, vertexCount)
    }

    private mutating func append(_ one: Int32, _ other: Int32, _ deviceOne: Int32, _ deviceOther: Int32, _ row: Int32) {
        a.append(one)
        b.append(other)
        deviceA.append(deviceOne)
        deviceB.append(deviceOther)
        link.append(row)
    }

    /// The number of a vertex here; nil when data never passes it.
    private mutating func number(
        _ vertex: Int32, _ numbers: inout [Int32: Int32], _ wiring: Wiring, _ graph: ImpactGraph, _ endpoints: Set<Int32>
    ) -> Int32? {
        if let known = numbers[vertex] { return known }
        let isDevice = vertex < Int32(wiring.deviceCount)
        if isDevice, graph.devices[Int(vertex)].forwards == .never { return nil }
        let number = Int32(vertexCount)
        numbers[vertex] = number
        vertexCount += 1
        device.append(isDevice ? vertex : -1)
        vertexRisk.append(isDevice && !endpoints.contains(vertex) ? Self.risk(ofDevice: vertex, in: graph) : -1)
        return number
    }

    /// The other end of an edge.
    func far(_ edge: Int, from vertex: Int) -> Int { Int(a[edge] ^ b[edge]) ^ vertex }
}
