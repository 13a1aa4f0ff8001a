import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Rehearsals
import Testing
import Times

/// The facts of an order on a client, both written as YAML, at noon of 2026-12-01.
struct Rehearsed {
    let facts: Facts
    /// Everything that was wrong with the texts.
    let faults: String

    /// - Parameters:
    ///   - client: what stands in `client.yaml` beside parties and contacts.
    ///   - inventory: what stands in the inventory beside its evidence, a day old.
    ///   - head: what stands in the order beside its steps.
    ///   - timezone: the client's, as YAML writes it.
    init(
        client: String = "", _ inventory: String, head: String = "", steps: String = "", contractor: String = "netmasters",
        timezone: String = "+03:00"
    ) {
        let texts = [
            SourceText(name: "client.yaml", Self.client.replacing("\"+03:00\"", with: timezone) + client),
            SourceText(name: "inventory/all.yaml", "evidence: {source: traced, seen: 2026-11-30, by: ivanov}\n" + inventory),
        ]
        let folder = ClientFolder.read(texts) { _ in nil }
        var sources = folder.texts
        let order =
            """
            order: CO-1
            title: Some work
            contractor: \(contractor)
            requested_by: smirnov
            \(head)
            steps:
            \(steps.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
            """
        let file = sources.add(SourceText(name: "orders/CO-1.yaml", order))
        let reading = ChangeOrder.read(file, of: &sources, against: folder.inventory) { _ in nil }
        let typesetter = Typesetter(language: .en)
        faults = (folder.log.kept + reading.log.kept).map { typesetter.text(of: $0, in: sources) }.joined(separator: "\n")
        let plant = Plant(folder.inventory, now: Self.now, shelfLife: Self.shelfLife)
        facts = Rehearsal.rehearse(reading.order ?? ChangeOrder(id: "none"), on: plant, effects: Effects(possible: [:])).facts
    }

    static let now = Timestamp(rfc3339: "2026-12-01T12:00:00Z")!

    static let shelfLife = ShelfLife(periods: [
        .identity: [.traced: .days(180), .lldp: .days(30), .document: .days(180), .statement: .days(180)],
        .occupancy: [.traced: .days(30), .photo: .days(30), .document: .days(14)],
        .state: Dictionary(uniqueKeysWithValues: EvidenceSource.allCases.map { ($0, .minutes(15)) }),
    ])

    private static let client = """
        client: vostok
        name: Vostok Trading
        timezone: "+03:00"
        parties:
          - {id: netmasters, kind: contractor, name: NetMasters}
          - {id: subco, kind: contractor, name: SubCo, under: netmasters}
          - {id: it, kind: department, name: IT}
          - {id: supply, kind: department, name: Supply}
          - {id: warehouse, kind: department, name: Warehouse, under: supply}
          - {id: starlink, kind: vendor, name: StarLink}
        contacts:
          - {id: petrova, name: Anna Petrova, party: it, reach: "24/7", deputy: sidorov, authority: [{over: {owner: it}, may: [any]}]}
          - {id: sidorov, name: Pavel Sidorov, party: it, reach: "Mo-Fr 09:00-18:00"}
          - {id: smirnov, name: Oleg Smirnov, party: supply, authority: [{over: {role: printer}, may: [connect]}]}
          - {id: orlov, name: Petr Orlov, party: starlink, authority: [{over: {owner: starlink}, may: [any]}]}
          - {id: ivanov, name: Ivan Ivanov, party: netmasters}

        """
}

// MARK: - Looking at facts

extension Rehearsed {
    /// The texts were read without a fault.
    func requireClean() throws {
        try #require(faults.isEmpty, "\(faults)")
    }

    func step(_ id: String) throws -> StepFact {
        try #require(facts.steps.first { $0.id.text == id }, "\(faults)")
    }

    func touch(_ label: String, in step: String = "S1") throws -> TouchFact {
        let touches = facts[try self.step(step).touches].map { facts.touches[Int($0.index)] }
        return try #require(touches.first { $0.label.text == label }, "\(touches.map(\.label)) \(faults)")
    }

    func disturbed(_ step: String = "S1") throws -> [LinkFact] {
        facts[try self.step(step).disturbs].map { facts.links[Int($0.index)] }
    }

    func device(_ name: String) throws -> DeviceFact {
        try #require(facts.devices.first { $0.name.text == name }, "\(facts.devices.map(\.name)) \(faults)")
    }

    func rack(_ name: String) throws -> RackFact {
        try #require(facts.racks.first { $0.name.text == name }, "\(facts.racks.map(\.name)) \(faults)")
    }

    func demand(_ key: String) throws -> DemandFact {
        try #require(facts.demands.first { $0.key.text == key }, "\(facts.demands.map(\.key)) \(faults)")
    }

    func impact(on service: String, of step: String = "S1") throws -> ImpactFact {
        let impacts = facts[try self.step(step).impacts].map { facts.impacts[Int($0.index)] }
        return try #require(impacts.first { $0.service.map { facts.services[Int($0.index)].id.text } == service }, "\(faults)")
    }

    func ids(_ people: Refs<PersonFact>) -> [String] { facts[people].map { facts.people[Int($0.index)].id.text } }

    func ids(_ parties: Refs<PartyFact>) -> [String] { facts[parties].map { facts.parties[Int($0.index)].id.text } }

    func labels(_ ports: Refs<PortFact>) -> [String] { facts[ports].map { facts.ports[Int($0.index)].label.text } }

    func names(_ devices: Refs<DeviceFact>) -> [String] { facts[devices].map { facts.devices[Int($0.index)].name.text } }

    /// What rehearses steps on one inventory.
    static func yaml(_ inventory: String) -> (String) -> Rehearsed {
        { steps in Rehearsed(inventory, steps: steps) }
    }

    func words(_ texts: Refs<Symbol>) -> [String] {
        facts.pool[Int(texts.start)..<Int(texts.start + texts.count)].map { Symbol(id: $0).text }
    }

    /// The id of a known party; `?` when it is not known.
    func party(_ known: Ref<KnownFact<Ref<PartyFact>>>?) -> String {
        guard let known = known.map({ facts.knownParties[Int($0.index)] }), known.known, let party = known.value else { return "?" }
        return facts.parties[Int(party.index)].id.text
    }

    /// The kinds and objects of the gaps.
    var gaps: [String] { facts.gaps.map { "\($0.kind) \($0.what)" } }
}
