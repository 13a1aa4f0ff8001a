package import Inventories
import Times

/// A trace between two active ports: what is lost when any cable of it is unplugged.
///
/// That it exists and what carries it are two facts: LLDP proves the first and says nothing of the second. Power is no link.
package struct Link: Sendable {
    /// Active ports at its ends: two; one when the other end is unknown, open or a provider's; none between two unknown ends.
    package var ends: [Ref<Port>]
    /// Every port on the way, pass-through ports included, from the first end on.
    package var way: [Ref<Port>]
    /// The cables on the way.
    package var cables: [Ref<Cable>]
    /// How it ends on the side that has no active port; `complete` with two ends or with a provider network.
    package var end: TraceEnd
    /// The provider network at which it ends.
    package var network: Ref<ProviderNetwork>?
    /// False where the record joins several ends to several and does not say which to which.
    package var isStrandKnown: Bool
    /// A port on the way holds several cables by the record.
    package var isContested: Bool
    package var exists: Knowledge<Bool>
    package var carriers: Knowledge<[Ref<Cable>]>

    /// It is wholly and freshly known what carries it.
    package var isCarrierKnown: Bool { carriers.isKnown }

    /// The port by which people name it: its first end, or where it comes to light.
    package var near: Ref<Port> { ends.first ?? way[0] }

    /// The end opposite to a port of the way; of a port between the ends, the last one.
    ///
    /// A provider's network has no port: a link into it ends at the side of the circuit that faces it.
    package func farEnd(from port: Ref<Port>) -> Knowledge<Ref<Port>> {
        guard let far = ends.count == 2 ? (port == ends[1] ? ends[0] : ends[1]) : sideOfNetwork, far != port else { return .unknown }
        guard !exists.isConflicting else { return .conflicting([far], exists.evidence) }
        return exists.map { _ in far }
    }

    private var sideOfNetwork: Ref<Port>? { network == nil ? nil : way.last }
}

extension Link {
    /// What somebody finds in a port of which no record says where it leads; it has no end on a port that is walked through.
    package init(into port: Ref<Port>, isEnd: Bool) {
        self.init(
            ends: isEnd ? [port] : [], way: [port], cables: [], end: .unknown, network: nil, isStrandKnown: true, isContested: false,
            exists: .unknown, carriers: .unknown)
    }
}

/// All links of a plant, kept flat.
///
/// Making them walks from every active data port once: linear in ports and cables on ways.
package struct Links: Sendable {
    let plant: Plant
    let rows: [Row]
    let ways: [UInt32]
    let cables: [UInt32]
    private let linksOfPort: Adjacency
    private let linksOfCable: Adjacency

    struct Row: Sendable {
        /// `Row.none` where there is no active port.
        var ends: (UInt32, UInt32)
        var way: Range<UInt32>
        var cables: Range<UInt32>
        var end: TraceEnd
        var network: UInt32
        var isStrandKnown: Bool
        var isContested: Bool

        static let none = UInt32.max
    }

    /// Finds all links of a plant.
    package init(_ plant: Plant) {
        var finder = LinkFinder(plant)
        finder.findAll()
        self.init(plant, finder)
    }

    private init(_ plant: Plant, _ finder: LinkFinder) {
        let (rows, ways, cables) = (finder.rows, finder.ways, finder.cables)
        (self.plant, self.rows, self.ways, self.cables) = (plant, rows, ways, cables)
        linksOfPort = Adjacency(rows: plant.ports.count) { pair in
            for (index, row) in rows.enumerated() {
                for place in row.way { pair(ways[Int(place)], UInt32(index)) }
            }
        }
        linksOfCable = Adjacency(rows: plant.cables.count) { pair in
            for (index, row) in rows.enumerated() {
                for place in row.cables { pair(cables[Int(place)], UInt32(index)) }
            }
        }
    }

    /// How many links there are.
    package var count: Int { rows.count }

    /// All links; a ref is good for this table alone.
    package var refs: RefRange<Link> { RefRange(rows.indices) }

    /// The link with its knowledge, judged at the plant's `now`.
    package subscript(ref: Ref<Link>) -> Link {
        plant.link(rows[Int(ref.index)], ways: ways, cables: cables)
    }

    /// The active ports at the ends of a link, as `Link.ends` has them, without judging what is known of it.
    package func ends(of link: Ref<Link>) -> [Ref<Port>] {
        let ends = rows[Int(link.index)].ends
        return [ends.0, ends.1].filter { $0 != Row.none }.map { Ref<Port>(Int($0)) }
    }

    /// Calls `body` with the links over a port and, of each, the active ports at its ends but for the port itself.
    package func forEachEnd(acrossFrom port: Ref<Port>, _ body: (Ref<Link>, Ref<Port>) -> Void) {
        for link in linksOfPort[port.index] {
            let ends = rows[Int(link)].ends
            for end in [ends.0, ends.1] where end != Row.none && end != port.index { body(Ref(Int(link)), Ref(Int(end))) }
        }
    }

    /// The links that run over an object: a port, cable or circuit on their way, or any port of a device, rack or place.
    package func links(over object: ObjectRef) -> [Ref<Link>] {
        switch object {
        case .port(let port): linksOfPort[port.index].map { Ref(Int($0)) }
        case .cable(let cable):
            // A cable that was plugged in after these links were found has none.
            Int(cable.index) < plant.cables.count ? linksOfCable[cable.index].map { Ref(Int($0)) } : []
        default: links(overPorts: plant.ports(of: object))
        }
    }

    private func links(overPorts ports: [UInt32]) -> [Ref<Link>] {
        var seen: Set<UInt32> = []
        for port in ports {
            for link in linksOfPort[port] { seen.insert(link) }
        }
        return seen.sorted().map { Ref(Int($0)) }
    }
}

extension Links {
    /// What impact needs of a link, without the lists of its ports and cables.
    package struct Outline: Sendable {
        /// The active ports at its ends.
        package var a: Ref<Port>?
        package var b: Ref<Port>?
        package var end: TraceEnd
        /// The provider network at which it ends.
        package var network: Ref<ProviderNetwork>?
        /// It is freshly known to exist, and nothing speaks against it.
        package var isKnownToExist: Bool
        /// It is wholly and freshly known what carries it.
        package var isCarrierKnown: Bool
        /// A cable of it is only planned.
        package var isPlanned: Bool
    }

    /// The outline of a link; its answers are those of the link itself.
    package func outline(of ref: Ref<Link>) -> Outline {
        let row = rows[Int(ref.index)]
        let (a, b) = (row.ends.0, row.ends.1)
        var outline = Outline(
            a: a == Row.none ? nil : Ref(Int(a)), b: b == Row.none ? nil : Ref(Int(b)), end: row.end,
            network: row.network == Row.none ? nil : Ref(Int(row.network)), isKnownToExist: false, isCarrierKnown: false, isPlanned: false)
        var (isFresh, isSeen) = (true, true)
        for place in row.cables {
            let cable = plant.cables[Int(cables[Int(place)])]
            if cable.status == .planned { outline.isPlanned = true }
            if plant.end(of: .identity, cable.evidence) == nil { isFresh = false }
            if let evidence = cable.evidence, [.lldp, .macTable].contains(plant.inventory.evidence[evidence].source) { isSeen = false }
        }
        guard row.end == .complete, isFresh, row.isStrandKnown, !row.isContested, !isDenied(row) else { return outline }
        (outline.isKnownToExist, outline.isCarrierKnown) = (true, isSeen)
        return outline
    }

    private func isDenied(_ row: Row) -> Bool {
        row.way.contains { place in
            let port = ways[Int(place)]
            return !plant.claimsOfPort[port].isEmpty && plant.occupancy(of: Ref(Int(port))).isConflicting
        }
    }
}

extension Plant {
    /// The links through a port, found without those of the whole plant; empty for power.
    package func links(through port: Ref<Port>) -> [Link] {
        var finder = LinkFinder(self)
        finder.find(around: port.index)
        return finder.rows.map { link($0, ways: finder.ways, cables: finder.cables) }.filter { $0.way.contains(port) }
    }

    /// What is at the other end of a port's link: the active port, conflicting where the record has several.
    ///
    /// A breakout's parent has one far end for each leg; this is the first.
    package func farEnd(of port: Ref<Port>) -> Knowledge<Ref<Port>> {
        let far = links(through: port).map { $0.farEnd(from: port) }
        let contested = far.filter(\.isConflicting)
        guard contested.isEmpty else {
            return .conflicting(contested.flatMap(\.alternatives), contested.flatMap(\.evidence))
        }
        return far.first ?? .unknown
    }

    fileprivate func link(_ row: Links.Row, ways: [UInt32], cables pool: [UInt32]) -> Link {
        let carriers = row.cables.map { Ref<Cable>(Int(pool[Int($0)])) }
        let way = row.way.map { Ref<Port>(Int(ways[Int($0)])) }
        let ends = [row.ends.0, row.ends.1].filter { $0 != Links.Row.none }.map { Ref<Port>(Int($0)) }
        var link = Link(
            ends: ends, way: way, cables: carriers, end: row.end,
            network: row.network == Links.Row.none ? nil : Ref(Int(row.network)), isStrandKnown: row.isStrandKnown,
            isContested: row.isContested, exists: .unknown, carriers: .unknown)
        link.exists = existence(of: link)
        link.carriers = carriage(of: link)
        return link
    }

    private func existence(of link: Link) -> Knowledge<Bool> {
        guard link.end == .complete else { return .unknown }
        let evidence = evidence(behind: link.cables)
        let isDenied = link.isContested || link.way.contains { !claimsOfPort[$0.index].isEmpty && occupancy(of: $0).isConflicting }
        if isDenied { return .conflicting([true, false], evidence) }
        guard link.isStrandKnown, let until = until(of: link.cables) else { return .expired(true, evidence) }
        return .known(true, evidence, until: until)
    }

    /// What only listens to the far end proves a link and names no cable.
    private func carriage(of link: Link) -> Knowledge<[Ref<Cable>]> {
        guard link.end == .complete, !link.isContested else { return .unknown }
        let evidence = evidence(behind: link.cables)
        let isSeen = evidence.allSatisfy { ![.lldp, .macTable].contains(inventory.evidence[$0].source) }
        guard isSeen, link.exists.isKnown else { return .expired(link.cables, evidence) }
        return .known(link.cables, evidence, until: link.exists.until)
    }

    private func evidence(behind cables: [Ref<Cable>]) -> [Ref<Evidence>] {
        var found: [Ref<Evidence>] = []
        for cable in cables {
            if let evidence = self.cables[Int(cable.index)].evidence, !found.contains(evidence) { found.append(evidence) }
        }
        return found
    }

    /// The first expiry of the evidence of all cables; nil when one of them is not freshly known.
    private func until(of cables: [Ref<Cable>]) -> Timestamp? {
        var first: Timestamp?
        for cable in cables {
            guard let end = end(of: .identity, self.cables[Int(cable.index)].evidence) else { return nil }
            first = min(first ?? end, end)
        }
        return first
    }
}
