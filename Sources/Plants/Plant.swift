import Diagnostics
package import Inventories
package import Times

/// What is known of a client's installation at a moment: the inventory, and flat arrays over it for fast walks.
///
/// Ports, cables and their ends are row numbers of the inventory's tables (32 bits); who is plugged into whom stands in
/// compressed sparse rows beside them. Making one is linear in the size of the inventory. Knowledge is judged at `now`.
package struct Plant: Sendable {
    /// What is written; cords that the work brings are in the plant alone.
    package internal(set) var inventory: Inventory
    package let now: Timestamp
    package let shelfLife: ShelfLife

    /// The inventory's rows without the table around them, so that a walk is an index into an array.
    let ports: [Port]
    var cables: [Cable]
    var ends: [CableEnd]
    let mappings: [PortMapping]
    let claims: [OccupancyClaim]

    let endsOfPort: Adjacency
    let mappingsOfPort: Adjacency
    let claimsOfPort: Adjacency
    let devicesOfRack: Adjacency
    /// How many strands a front or rear port holds; 1 for all others.
    let positionsOfPort: [UInt16]
    /// Ports of which the record says that something is plugged, without naming a cable.
    let isMarkedOccupied: [Bool]
    /// Cables with one end on either side, both plugged, not planned and not shuffled: a walk needs no more than their two ports.
    var isPlain: [Bool]
    /// Until when each evidence is good, claim by claim; `distantPast` when it never was.
    let evidenceEnds: [[Timestamp]]
    /// Complete surveys that are fresh, and until when.
    let freshSurveys: [(survey: Ref<Survey>, until: Timestamp)]
    /// Ports whose plugs differ from `endsOfPort`, because something was plugged or unplugged since.
    var changedPlugs: [UInt32: [UInt32]] = [:]
    /// Ends that were pulled out and hang loose.
    var looseEnds: Set<UInt32> = []

    /// The plant as it is known at `now`, its evidence judged by the shelf life.
    package init(_ inventory: Inventory, now: Timestamp, shelfLife: ShelfLife) {
        self.inventory = inventory
        self.now = now
        self.shelfLife = shelfLife
        ports = inventory.ports.rows
        cables = inventory.cables.rows
        ends = inventory.cableEnds.rows
        mappings = inventory.mappings.rows
        claims = inventory.occupancy.rows
        endsOfPort = Self.plugs(of: ends, ports: ports.count)
        mappingsOfPort = Self.ways(through: mappings, ports: ports.count)
        claimsOfPort = Self.claims(in: inventory)
        devicesOfRack = Self.contents(of: inventory)
        positionsOfPort = Self.positions(of: ports, mappings: mappings, inventory)
        isMarkedOccupied = Self.marks(of: ports, inventory)
        isPlain = Self.plainness(of: cables, ends)
        evidenceEnds = Self.evidenceEnds(of: inventory, now: now, shelfLife)
        freshSurveys = Self.freshSurveys(in: inventory, now: now, shelfLife)
    }
}

// MARK: - Views

extension Plant {
    /// The cables that are plugged into a port, planned ones too; more than one is a contradiction of the record.
    package func cables(in port: Ref<Port>) -> [Ref<Cable>] {
        var found: [Ref<Cable>] = []
        for end in plugs(in: port.index) {
            let cable = ends[Int(end)].cable
            if !found.contains(cable) { found.append(cable) }
        }
        return found
    }

    /// The devices mounted in a rack, in the order of the record; blades stand in the rack of their chassis if that is written.
    package func devices(in rack: Ref<Rack>) -> [Ref<Device>] {
        devicesOfRack[rack.index].map { Ref(Int($0)) }
    }

    /// The mappings by which a front or rear port leads to the other side of its panel.
    package func mappings(of port: Ref<Port>) -> [Ref<PortMapping>] {
        mappingsOfPort[port.index].map { Ref(Int($0)) }
    }

    /// Whether a walk goes through a port instead of ending there: front and rear ports, and the sides of circuits.
    package func isPassThrough(_ port: Ref<Port>) -> Bool {
        let kind = ports[Int(port.index)].kind
        return kind.isPassThrough || kind == .circuitSide
    }

    /// Whether links end at a port: interfaces and console ports.
    func isDataEnd(_ port: UInt32) -> Bool {
        let kind = ports[Int(port)].kind
        return !kind.isPassThrough && !kind.isPower && kind != .circuitSide
    }

    func plugs(in port: UInt32) -> ArraySlice<UInt32> {
        if !changedPlugs.isEmpty, let changed = changedPlugs[port] { return changed[...] }
        return endsOfPort[port]
    }

    /// Until when a claim is good by its evidence; nil when it has expired, never was good, or comes from after `now`.
    func end(of claim: Claim, _ evidence: Ref<Evidence>?) -> Timestamp? {
        guard let evidence else { return nil }
        let end = evidenceEnds[claim.rank][Int(evidence.index)]
        return end > now ? end : nil
    }
}

extension Claim {
    var rank: Int {
        switch self {
        case .identity: 0
        case .occupancy: 1
        case .state: 2
        }
    }
}

extension Timestamp {
    static let distantPast = Timestamp(seconds: .min)
}

// MARK: - Building

extension Plant {
    private static func plugs(of ends: [CableEnd], ports: Int) -> Adjacency {
        Adjacency(rows: ports) { pair in
            for index in ends.indices {
                if let port = ends[index].port { pair(port.index, UInt32(index)) }
            }
        }
    }

    private static func ways(through mappings: [PortMapping], ports: Int) -> Adjacency {
        Adjacency(rows: ports) { pair in
            for index in mappings.indices {
                pair(mappings[index].front.index, UInt32(index))
                pair(mappings[index].rear.index, UInt32(index))
            }
        }
    }

    private static func claims(in inventory: Inventory) -> Adjacency {
        let claims = inventory.occupancy.rows
        return Adjacency(rows: inventory.ports.count) { pair in
            for index in claims.indices { pair(claims[index].port.index, UInt32(index)) }
        }
    }

    private static func contents(of inventory: Inventory) -> Adjacency {
        let devices = inventory.devices.rows
        return Adjacency(rows: inventory.racks.count) { pair in
            for index in devices.indices {
                if let rack = devices[index].rack { pair(rack.index, UInt32(index)) }
            }
        }
    }

    private static func positions(of ports: [Port], mappings: [PortMapping], _ inventory: Inventory) -> [UInt16] {
        var counts = [UInt16](repeating: 1, count: ports.count)
        let details = inventory.portDetails.rows
        for index in ports.indices where ports[index].kind.isPassThrough {
            if let detail = ports[index].detail {
                counts[index] = UInt16(clamping: max(1, details[Int(detail.index)].positions))
            }
        }
        for mapping in mappings {
            let (front, rear) = (Int(mapping.front.index), Int(mapping.rear.index))
            counts[front] = max(counts[front], mapping.frontPosition)
            counts[rear] = max(counts[rear], mapping.rearPosition)
        }
        return counts
    }

    private static func plainness(of cables: [Cable], _ ends: [CableEnd]) -> [Bool] {
        var isShuffle: [Symbol: Bool] = [:]
        return cables.map { cable in
            guard cable.ends.count == 2, cable.status != .planned else { return false }
            let (first, second) = (ends[Int(cable.ends.start)], ends[Int(cable.ends.start) + 1])
            guard first.side != second.side, first.port != nil, second.port != nil else { return false }
            guard let profile = cable.profile else { return true }
            let known = isShuffle[profile] ?? profile.text.contains("shuffle")
            isShuffle[profile] = known
            return !known
        }
    }

    private static func marks(of ports: [Port], _ inventory: Inventory) -> [Bool] {
        let details = inventory.portDetails.rows
        return ports.map { port in
            guard let detail = port.detail else { return false }
            return details[Int(detail.index)].isConnectedMark
        }
    }

    private static func evidenceEnds(of inventory: Inventory, now: Timestamp, _ shelfLife: ShelfLife) -> [[Timestamp]] {
        let evidence = inventory.evidence.rows
        return [Claim.identity, .occupancy, .state].map { claim in
            evidence.map { end(of: claim, $0, now: now, shelfLife) }
        }
    }

    /// What was seen later than `now` is not known yet. A written day has no time zone, so one day ahead still counts.
    private static func end(of claim: Claim, _ evidence: Evidence, now: Timestamp, _ shelfLife: ShelfLife) -> Timestamp {
        guard let seen = evidence.seen, seen <= now + .days(1) else { return .distantPast }
        return shelfLife.end(of: claim, evidence) ?? .distantPast
    }

    private static func freshSurveys(
        in inventory: Inventory, now: Timestamp, _ shelfLife: ShelfLife
    ) -> [(survey: Ref<Survey>, until: Timestamp)] {
        inventory.surveys.refs.compactMap { ref in
            let survey = inventory.surveys[ref]
            guard survey.isComplete, let evidence = survey.evidence else { return nil }
            let until = end(of: .occupancy, inventory.evidence[evidence], now: now, shelfLife)
            return until > now ? (ref, until) : nil
        }
    }
}
