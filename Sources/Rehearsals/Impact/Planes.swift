/// For each edge of a region, on which planes it is after a prefix: before and after, strict (sure) and generous (possible).
struct Planes {
    /// Before, possibly: G.
    static let mayBefore: UInt8 = 1
    /// After, possibly: G′.
    static let mayAfter: UInt8 = 2
    /// Before, surely, both ends passing data on: S.
    static let sureBefore: UInt8 = 4
    /// After, surely: S′.
    static let sureAfter: UInt8 = 8
    /// Possibly taken away: hit⁺.
    static let hit: UInt8 = 16
    /// Sure before in every world in which its ends live and forward.
    static let firmBefore: UInt8 = 32
    /// Sure after in every world in which its ends lived and forwarded before.
    static let firmAfter: UInt8 = 64
    /// Surely taken away: hit⁻.
    static let lost: UInt8 = 128

    private(set) var edges: [UInt8]
    /// The risk element of each edge: its link, or the lost one whose part it takes; negative when it cannot fail.
    private(set) var risk: [Int32]
    /// Whether a vertex surely lives and forwards, before and after; endpoints always do, in the worlds that count.
    private(set) var isSolidBefore: [Bool]
    private(set) var isSolidAfter: [Bool]
    /// A device that the prefix has touched.
    private var isTouched: [Bool]
    private(set) var hasHits = false
    /// Something may be there after that was not before.
    private(set) var hasAdditions = false

    /// The planes where nothing is touched.
    ///
    /// - Parameter living: devices that live in every world in which the service is up.
    init(of region: Region, in graph: ImpactGraph, living: Set<Int32>) {
        isSolidBefore = Array(repeating: true, count: region.vertexCount)
        isSolidAfter = isSolidBefore
        isTouched = Array(repeating: false, count: region.vertexCount)
        risk = region.link
        edges = Array(repeating: 0, count: region.link.count)
        update(vertices: 2..<max(2, region.vertexCount), edges: 0..<edges.count, of: region, in: graph, after: Touches(), living)
    }

    /// The planes after a prefix, given those where nothing is touched.
    /// - Complexity: a copy, and time linear in what the region has that some prefix touches.
    init(_ untouched: Planes, of region: Region, in graph: ImpactGraph, after touches: Touches, living: Set<Int32>) {
        self = untouched
        update(vertices: region.touchedVertices, edges: region.touchedEdges, of: region, in: graph, after: touches, living)
        if graph.forerunners.isEmpty { return }
        for edge in region.touchedEdges {
            if let old = graph.forerunners[risk[edge]], touches.links[old] == .away { risk[edge] = old }
        }
    }

    private mutating func update(
        vertices: some Sequence<Int>, edges: some Sequence<Int>, of region: Region, in graph: ImpactGraph, after touches: Touches,
        _ living: Set<Int32>
    ) {
        let stay = { (row: Int32) in
            row < 0 ? Stay.given : Stay(graph.devices[Int(row)].presence, touches.devices[row], isGiven: living.contains(row))
        }
        for vertex in vertices where region.device[vertex] >= 0 {
            let forwards = graph.devices[Int(region.device[vertex])].forwards == .always
            let life = stay(region.device[vertex])
            isSolidBefore[vertex] = forwards && life.sureBefore
            isSolidAfter[vertex] = forwards && life.sureAfter
            isTouched[vertex] = life.isTouched
        }
        for edge in edges {
            let row = region.link[edge]
            var one =
                switch row {
                case Wiring.joint: Stay.joint
                case Wiring.given: Stay.given
                default: Stay(graph.links[Int(row)].presence, touches.links[row], isGiven: false)
                }
            one.join(stay(region.deviceA[edge]), isPassage: region.a[edge] > 1)
            one.join(stay(region.deviceB[edge]), isPassage: region.b[edge] > 1)
            let ends = (Int(region.a[edge]), Int(region.b[edge]))
            set(edge, one, isSolidBefore[ends.0] && isSolidBefore[ends.1], isSolidAfter[ends.0] && isSolidAfter[ends.1])
        }
    }

    /// The same planes in the worlds in which more is there before; what is touched may be away after all the same.
    ///
    /// - Parameters:
    ///   - edges: edges that are there.
    ///   - elements: links and devices that are there.
    ///   - untouched: links and devices that are there unless they are touched.
    func with(certain edges: some Sequence<Int>, _ elements: Set<Int32>, untouched: Set<Int32>, in region: Region) -> Planes {
        var more = self
        for vertex in 2..<max(2, region.vertexCount) {
            let element = region.vertexRisk[vertex]
            guard element >= 0, elements.contains(element) || (untouched.contains(element) && !isTouched[vertex]) else { continue }
            more.isSolidBefore[vertex] = true
            if !isTouched[vertex] { more.isSolidAfter[vertex] = true }
        }
        for edge in edges { more.firm(edge) }
        for edge in region.a.indices {
            let element = region.link[edge]
            if element >= 0, elements.contains(element) || (untouched.contains(element) && more.edges[edge] & Self.hit == 0) {
                more.firm(edge)
            }
            let ends = (Int(region.a[edge]), Int(region.b[edge]))
            let bits = more.edges[edge]
            if bits & Self.firmBefore != 0, more.isSolidBefore[ends.0], more.isSolidBefore[ends.1] { more.edges[edge] |= Self.sureBefore }
            if bits & Self.firmAfter != 0, more.isSolidAfter[ends.0], more.isSolidAfter[ends.1] { more.edges[edge] |= Self.sureAfter }
        }
        return more
    }

    private mutating func firm(_ edge: Int) {
        guard edges[edge] & Self.mayBefore != 0 else { return }
        edges[edge] |= Self.firmBefore
        if edges[edge] & Self.hit == 0 { edges[edge] |= Self.firmAfter }
    }

    private mutating func set(_ edge: Int, _ stay: Stay, _ isSolidBefore: Bool, _ isSolidAfter: Bool) {
        var bits: UInt8 = 0
        if stay.mayBefore { bits |= Self.mayBefore }
        if stay.mayAfter { bits |= Self.mayAfter }
        if stay.mayBefore, stay.isTouched { bits |= Self.hit }
        if stay.mayBefore, stay.isAway { bits |= Self.lost }
        if stay.firmBefore { bits |= Self.firmBefore }
        if stay.firmAfter { bits |= Self.firmAfter }
        if stay.firmBefore, isSolidBefore { bits |= Self.sureBefore }
        if stay.firmAfter, isSolidAfter { bits |= Self.sureAfter }
        if bits & Self.hit != 0 { hasHits = true }
        if bits & (Self.mayBefore | Self.mayAfter) == Self.mayAfter { hasAdditions = true }
        edges[edge] = bits
    }
}

/// Where one element is: before and after, possibly and surely.
private struct Stay {
    var mayBefore: Bool
    var mayAfter: Bool
    var sureBefore: Bool
    var sureAfter: Bool
    var isTouched: Bool
    var isAway: Bool
    var firmBefore: Bool
    var firmAfter: Bool

    init(_ presence: ImpactGraph.Presence, _ fate: Touches.Fate?, isGiven: Bool) {
        let fate = fate ?? .untouched
        mayBefore = presence != .absent
        sureBefore = presence == .sure || (isGiven && presence == .possible)
        mayAfter = fate == .there || fate == .perhaps || (fate == .untouched && mayBefore)
        sureAfter = fate == .there || (fate == .untouched && sureBefore)
        isTouched = fate == .away || fate == .perhaps
        isAway = fate == .away
        firmBefore = sureBefore
        firmAfter = sureAfter
    }

    private init(sure: Bool) {
        (mayBefore, mayAfter, isTouched, isAway) = (true, true, false, false)
        (sureBefore, sureAfter, firmBefore, firmAfter) = (sure, sure, sure, sure)
    }

    /// A joint between loose ends: in some world.
    static let joint = Stay(sure: false)
    /// What needs nothing but its device.
    static let given = Stay(sure: true)

    /// An edge is there when its link is and its ends live; a passage that perhaps lives leaves it firm, as that is the passage's matter.
    mutating func join(_ life: Stay, isPassage: Bool) {
        mayBefore = mayBefore && life.mayBefore
        mayAfter = mayAfter && life.mayAfter
        isTouched = isTouched || life.isTouched
        isAway = isAway || life.isAway
        firmBefore = firmBefore && (isPassage ? life.mayBefore : life.sureBefore)
        firmAfter = firmAfter && (isPassage ? life.mayAfter && !life.isTouched : life.sureAfter)
    }
}
