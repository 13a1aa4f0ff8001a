import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Times

/// Writes the facts of a rehearsed order.
///
/// Rows are written when something first refers to them, and once: `port(_:)`, `device(_:)` and the like look a row up or make it. So
/// the facts hold the vicinity of the order and no more, and their size does not grow with the client's. Rows that refer to each
/// other in a circle (a device and its rack) are entered before they are filled.
struct FactWriter {
    let order: ChangeOrder
    let plant: Plant
    let inventory: Inventory
    let played: PlayedOrder
    let schedule: Schedule
    let say: Say
    let testimony: Testimony
    let ways: ServiceWays
    let feedsOfRack: [Ref<Rack>: [Ref<Port>]]

    var facts = Facts()
    var rows = Entered()
    var labels = LabelBook()
    var racksOfRoom: [Ref<Location>: [Ref<Rack>]]?
    /// Owners of what is plugged into a device and of what stands around it.
    var neighboursOfDevice: [Ref<Device>: [Ref<Party>]] = [:]
    var emptyPorts: EmptyPorts

    /// Which row an object has, once it has one.
    struct Entered {
        var ports: [Ref<Port>: Ref<PortFact>] = [:]
        var cables: [Ref<Cable>: Ref<CableFact>] = [:]
        var devices: [Ref<Device>: Ref<DeviceFact>] = [:]
        var racks: [Ref<Rack>: Ref<RackFact>] = [:]
        var rooms: [Ref<Location>: Ref<RoomFact>] = [:]
        var feeds: [Ref<Port>: Ref<FeedFact>] = [:]
        var supplies: [Ref<Port>: Ref<SupplyFact>] = [:]
        var links: [PlayedLink: Ref<LinkFact>] = [:]
        var services: [Ref<Service>: Ref<ServiceFact>] = [:]
        var parties: [Ref<Party>: Ref<PartyFact>] = [:]
        var people: [ChangeOrder.Person: Ref<PersonFact>] = [:]
        var statements: [Ref<Statement>: Ref<StatementFact>] = [:]
        var evidence: [Ref<Evidence>: Ref<EvidenceFact>] = [:]
        var calendar: [Int: Ref<CalendarFact>] = [:]
    }

    init(_ played: PlayedOrder, of order: ChangeOrder, on plant: Plant) {
        self.order = order
        self.plant = plant
        self.played = played
        inventory = plant.inventory
        schedule = Schedule(order)
        say = Say(plant.inventory)
        testimony = Testimony(plant.inventory)
        emptyPorts = EmptyPorts(plant)
        feedsOfRack = Self.feedsOfRack(in: plant.inventory, for: order)
        ways = ServiceWays(over: played.links, plant.inventory)
    }

    /// The facts of an order that was played on a plant.
    static func facts(of played: PlayedOrder, for order: ChangeOrder, on plant: Plant) -> Facts {
        var writer = FactWriter(played, of: order, on: plant)
        writer.write()
        return writer.facts
    }

    private mutating func write() {
        facts.client = inventory.client.id
        facts.now = plant.now
        // Steps, wishes and windows have the numbers that they have in the order.
        facts.steps = order.steps.map { _ in StepFact() }
        facts.wishes = order.wishes.map { _ in WishFact() }
        facts.windows = order.windows.map { _ in WindowFact() }
        writePeople()
        writeServices()
        writeWindows()
        for step in order.steps.indices { writeStep(step) }
        writeImpacts()
        writeUndos()
        writeWishes()
        writeDemand()
        writeAlternatives()
        writeOrder()
        writeNeighbours()
        writeGaps()
    }
}

// MARK: - Rows

extension FactWriter {
    /// Enters a row in a table.
    mutating func enter<Row>(_ row: Row, in table: WritableKeyPath<Facts, [Row]>) -> Ref<Row> {
        facts[keyPath: table].append(row)
        return Ref(facts[keyPath: table].count - 1)
    }

    /// A list of each element once, in the order of the first.
    mutating func distinct<Row>(_ refs: some Sequence<Ref<Row>>) -> Refs<Row> {
        var seen: Set<Ref<Row>> = []
        return facts.list(refs.filter { seen.insert($0).inserted })
    }

    /// Writes what is known with what stands behind it; what expires narrows until when the facts are good.
    mutating func known<Value, Row: BitwiseCopyable>(
        _ knowledge: Knowledge<Value>, in table: WritableKeyPath<Facts, [KnownFact<Row>]>,
        _ row: (inout FactWriter, Value) -> Row, _ number: (Row) -> UInt32
    ) -> Ref<KnownFact<Row>> {
        var fact = KnownFact<Row>()
        fact.known = knowledge.isKnown
        fact.fresh = knowledge.isFresh
        fact.conflicting = knowledge.isConflicting
        fact.value = knowledge.value.map { row(&self, $0) }
        if knowledge.isConflicting {
            let numbers = knowledge.alternatives.map { number(row(&self, $0)) }
            fact.alternatives = Refs(start: facts.pool.count, count: numbers.count)
            facts.pool.append(contentsOf: numbers)
        }
        let evidence = knowledge.evidence.map { self.evidence($0, until: knowledge.until) }
        fact.evidence = facts.list(evidence)
        fact.until = knowledge.until
        if let until = knowledge.until { facts.goodUntil = min(facts.goodUntil ?? until, until) }
        return enter(fact, in: table)
    }

    mutating func known(_ knowledge: Knowledge<Ref<Port>>) -> Ref<KnownFact<Ref<PortFact>>> {
        known(knowledge, in: \.knownPorts, { $0.port($1) }, \.index)
    }

    mutating func known(_ knowledge: Knowledge<Ref<Party>>) -> Ref<KnownFact<Ref<PartyFact>>> {
        known(knowledge, in: \.knownParties, { $0.party($1) }, \.index)
    }

    mutating func known(_ knowledge: Knowledge<Bool>) -> Ref<KnownFact<Bool>> {
        known(knowledge, in: \.knownTruths, { $1 }, { $0 ? 1 : 0 })
    }

    mutating func known(_ knowledge: Knowledge<Symbol>) -> Ref<KnownFact<Symbol>> {
        known(knowledge, in: \.knownTexts, { $1 }, \.id)
    }

    mutating func known(_ knowledge: Knowledge<Int>) -> Ref<KnownFact<Int64>> {
        known(knowledge, in: \.knownNumbers, { Int64($1) }, { UInt32(clamping: $0) })
    }

    mutating func known(_ knowledge: Knowledge<[Ref<Cable>]>) -> Ref<KnownFact<Refs<CableFact>>> {
        known(knowledge, in: \.knownCables, { $0.cables($1) }, \.start)
    }

    /// Source, moment and person behind a fact; one row for each, with the first expiry of what rests on it.
    mutating func evidence(_ evidence: Ref<Evidence>, until: Timestamp?) -> Ref<EvidenceFact> {
        if let row = rows.evidence[evidence] {
            let earlier = [facts.evidence[Int(row.index)].until, until].compactMap(\.self).min()
            facts.evidence[Int(row.index)].until = earlier
            return row
        }
        let written = inventory.evidence[evidence]
        var fact = EvidenceFact()
        fact.source = Symbol(written.source.rawValue)
        fact.seen = written.seen
        fact.until = until
        switch written.by {
        case .contact(let contact): fact.by = inventory.contacts[contact].id
        case .text(let name): fact.by = name
        case nil: break
        }
        let row = enter(fact, in: \.evidence)
        rows.evidence[evidence] = row
        return row
    }
}
