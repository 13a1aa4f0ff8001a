import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Rehearsals
import Testing
import Times

/// What an order does to each service, step by step, with the shelf life that paper usually has.
struct Impacts {
    let facts: Facts

    init(_ read: ReadCase, now: String) throws {
        let order = try #require(read.order, "\(read.faults)")
        let moment = try #require(Timestamp(rfc3339: now))
        let shelfLife = ShelfLife(periods: [
            .identity: [.traced: .days(180), .lldp: .days(30), .document: .days(180)], .occupancy: [.traced: .days(30), .photo: .days(30)],
            .state: Dictionary(uniqueKeysWithValues: EvidenceSource.allCases.map { ($0, .minutes(15)) }),
        ])
        let plant = Plant(read.folder.inventory, now: moment, shelfLife: shelfLife)
        facts = Rehearsal.rehearse(order, on: plant, effects: Effects(possible: [:])).facts
    }

    /// The certainty of an outage of a service after each step, unchanged ones left out: `S3 certain, S4 excluded`.
    func outages(_ service: String) -> String {
        var last = "excluded"
        var changes: [String] = []
        for step in facts.steps {
            let impact = facts[step.impacts].map { facts.impacts[Int($0.index)] }.first { id(of: $0) == service }
            let certainty = impact?.certainty.text ?? "none"
            if certainty != last { changes.append("\(step.id) \(certainty)") }
            last = certainty
        }
        return changes.joined(separator: ", ")
    }

    /// The services that the facts of the order speak of.
    var services: Set<String> { Set(facts.services.map(\.id.text)) }

    /// The racks that a step touches or stands by.
    var racks: Set<String> { Set(facts.racks.map(\.name.text)) }

    private func id(of impact: ImpactFact) -> String? {
        impact.service.map { facts.services[Int($0.index)].id.text }
    }
}
