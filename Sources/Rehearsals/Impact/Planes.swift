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
    private(set) var hasHits = false
    /// Something may be there after that was not before.
    private(set) var hasAdditions = false

    /// - Parameter living: devices that live in every world in which the service is up.
    init(of region: Region, in graph: ImpactGraph, after touches: Touches, living: Set<Int32>) {
        isSolidBefore = Array(repeating: true, count: region.vertexCount)
        isSolidAfter = isSolidBefore
        for vertex in 2..<max(2, region.vertexCount) {
            guard case let row = region.device[vertex], row >= 0 else {
                isSolidBefore[vertex] = false
                isSolidAfter[vertex] = false
                continue
            }
            let forwards = graph.devices[Int(row)].forwards == .always
            let life = Stay(graph.devices[Int(row)].presence, touches.devices[row], isGiven: living.contains(row))
            isSolidBefore[vertex] = forwards && life.sureBefore
            isSolidAfter[vertex] = forwards && life.sureAfter
        }
        edges = []
        edges.reserveCapacity(region.link.count)
        for edge in region.link.indices {
            let bits = Self.bits(of: edge, in: region, graph, touches, living, isSolidBefore, isSolidAfter)
            if bits & Self.hit != 0 { hasHits = true }
            if bits & (Self.mayBefore | Self.mayAfter) == Self.mayAfter { hasAdditions = true }
            edges.append(bits)
        }
        risk = region.link
        if !graph.forerunners.isEmpty {
            risk = risk.map { row in
                guard let old = graph.forerunners[row], touches.links[old] == .away else { return row }
                return old
            }
        }
    }

    /// The same planes with edges known to be there, before and (unless they are touched) after.
    func with(certain known: some Sequence<Int>, in region: Region) -> Planes {
        var more = self
        for edge in known {
            more.edges[edge] |= Self.firmBefore
            let ends = (Int(region.a[edge]), Int(region.b[edge]))
            if isSolidBefore[ends.0], isSolidBefore[ends.1] { more.edges[edge] |= Self.sureBefore }
            guard edges[edge] & Self.hit == 0 else { continue }
            more.edges[edge] |= Self.firmAfter
            if isSolidAfter[ends.0], isSolidAfter[ends.1] { more.edges[edge] |= Self.sureAfter }
        }
        return more
    }

    private static func bits(
        of edge: Int, in region: Region, _ graph: ImpactGraph, _ touches: Touches, _ living: Set<Int32>, _ before: [Bool], _ after: [Bool]
    ) -> UInt8 {
        let row = region.link[edge]
        var stay = row >= 0 ? Stay(graph.links[Int(row)].presence, touches.links[row], isGiven: false) : .joint
        if row < 0, region.deviceA[edge] >= 0, region.deviceA[edge] == region.deviceB[edge] { stay = .given }
        for (device, vertex) in [(region.deviceA[edge], region.a[edge]), (region.deviceB[edge], region.b[edge])] where device >= 0 {
            let life = Stay(graph.devices[Int(device)].presence, touches.devices[device], isGiven: living.contains(device))
            stay.join(life, isPassage: vertex > 1)
        }
        var bits: UInt8 = 0
        if stay.mayBefore { bits |= mayBefore }
        if stay.mayAfter { bits |= mayAfter }
        if stay.mayBefore, stay.isTouched { bits |= hit }
        if stay.mayBefore, stay.isAway { bits |= lost }
        if stay.firmBefore { bits |= firmBefore }
        if stay.firmAfter { bits |= firmAfter }
        let ends = (Int(region.a[edge]), Int(region.b[edge]))
        if stay.firmBefore, before[ends.0], before[ends.1] { bits |= sureBefore }
        if stay.firmAfter, after[ends.0], after[ends.1] { bits |= sureAfter }
        return bits
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
