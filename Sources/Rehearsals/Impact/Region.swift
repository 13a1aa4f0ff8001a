/// The part of a plant that can matter between an endpoint and what it must reach, renumbered.
///
/// Vertex 0 is the endpoint, vertex 1 all that it may reach: a way ends where it first meets one of them. What never passes data on
/// is left out unless it is one of these.
final class Region {
    static let from = 0
    static let to = 1

    let vertexCount: Int
    /// The ends of edges, in this region's numbers.
    let a: [Int32]
    let b: [Int32]
    /// The rows of the devices at the ends, negative where none; at vertex 1 they differ from edge to edge.
    let deviceA: [Int32]
    let deviceB: [Int32]
    /// The link of each edge, or what stands for it in ``Wiring``.
    let link: [Int32]
    /// The risk element of each vertex; negative for endpoints and for what is no device.
    let vertexRisk: [Int32]
    /// The device of each vertex; negative where there is none or several.
    let device: [Int32]
    /// The edges around each vertex: where they begin in `around`.
    let starts: [Int32]
    let around: [Int32]
    /// The edges whose state some prefix may change, and the vertices that are touched devices.
    let touchedEdges: [Int]
    let touchedVertices: [Int]

    /// - Parameters:
    ///   - edges: what can lie on a way, as edges of the ground's wiring.
    ///   - endpoints: the devices of the service that do not count as risk elements.
    init(from: Int32, to: Set<Int32>, over edges: [Int], of wiring: Wiring, endpoints: Set<Int32>, on ground: Ground) {
        var draft = Draft(from, to)
        if to.contains(from) {
            draft.append(0, 1, from, from, Wiring.given)
        } else {
            for edge in edges { draft.append(wiring, edge, ground.graph, endpoints) }
        }
        vertexCount = draft.device.count
        (a, b, deviceA, deviceB) = (draft.a, draft.b, draft.deviceA, draft.deviceB)
        (link, vertexRisk, device) = (draft.link, draft.vertexRisk, draft.device)
        (starts, around) = Wiring.incidence(a, b, vertexCount)
        let touched = ground.touched
        touchedVertices = device.indices.filter { [device] in touched.holds(device: device[$0]) }
        touchedEdges = link.indices.filter { [link, deviceA, deviceB] edge in
            touched.holds(link: link[edge]) || touched.holds(device: deviceA[edge]) || touched.holds(device: deviceB[edge])
        }
    }

    /// The number of a device as a risk element; links come first.
    static func risk(ofDevice row: Int32, in graph: ImpactGraph) -> Int32 { Int32(graph.links.count) + row }

    /// The risk element as people see it.
    static func element(ofRisk risk: Int32, in graph: ImpactGraph) -> ImpactGraph.Element {
        let links = Int32(graph.links.count)
        return risk < links ? .link(.init(row: risk)) : .device(.init(row: risk - links))
    }

    /// The device at the end of an edge that is this vertex; negative where there is none.
    func device(atEnd vertex: Int, of edge: Int) -> Int32 { Int(a[edge]) == vertex ? deviceA[edge] : deviceB[edge] }

    /// The other end of an edge.
    func far(_ edge: Int, from vertex: Int) -> Int { Int(a[edge] ^ b[edge]) ^ vertex }
}

/// A region while it is written.
private struct Draft {
    var a: [Int32] = []
    var b: [Int32] = []
    var deviceA: [Int32] = []
    var deviceB: [Int32] = []
    var link: [Int32] = []
    var vertexRisk: [Int32] = [-1, -1]
    var device: [Int32]
    private var numbers: [Int32: Int32] = [:]

    init(_ from: Int32, _ to: Set<Int32>) {
        device = [from, to.count == 1 ? to.first! : -1]
        for end in to { numbers[end] = 1 }
        numbers[from] = 0
    }

    mutating func append(_ wiring: Wiring, _ edge: Int, _ graph: ImpactGraph, _ endpoints: Set<Int32>) {
        let ends = (wiring.a[edge], wiring.b[edge])
        guard let one = number(ends.0, wiring, graph, endpoints), let other = number(ends.1, wiring, graph, endpoints), one != other
        else { return }
        let devices = Int32(wiring.deviceCount)
        append(one, other, ends.0 < devices ? ends.0 : -1, ends.1 < devices ? ends.1 : -1, wiring.link[edge])
    }

    mutating func append(_ one: Int32, _ other: Int32, _ deviceOne: Int32, _ deviceOther: Int32, _ row: Int32) {
        a.append(one)
        b.append(other)
        deviceA.append(deviceOne)
        deviceB.append(deviceOther)
        link.append(row)
    }

    /// The number of a vertex here; nil when data never passes it.
    private mutating func number(_ vertex: Int32, _ wiring: Wiring, _ graph: ImpactGraph, _ endpoints: Set<Int32>) -> Int32? {
        if let known = numbers[vertex] { return known }
        let isDevice = vertex < Int32(wiring.deviceCount)
        if isDevice, graph.devices[Int(vertex)].forwards == .never { return nil }
        let number = Int32(device.count)
        numbers[vertex] = number
        device.append(isDevice ? vertex : -1)
        vertexRisk.append(isDevice && !endpoints.contains(vertex) ? Region.risk(ofDevice: vertex, in: graph) : -1)
        return number
    }
}
