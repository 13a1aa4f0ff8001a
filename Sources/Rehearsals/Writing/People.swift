import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Times

extension FactWriter {
    /// The row of a party.
    mutating func party(_ party: Ref<Party>) -> Ref<PartyFact> {
        if let row = rows.parties[party] { return row }
        let written = inventory.parties[party]
        var fact = PartyFact()
        fact.id = written.id
        fact.name = written.name
        fact.kind = Symbol(written.kind.rawValue)
        fact.told = isTold(party)
        fact.present = order.present.contains { $0.party == party }
        let row = enter(fact, in: \.parties)
        rows.parties[party] = row
        return row
    }

    /// The order tells it, or it knows because its own people order the work or do it.
    private func isTold(_ party: Ref<Party>) -> Bool {
        let people = [order.requestedBy].compactMap(\.self) + order.crew.map(\.person)
        let own = people.compactMap { partyOf($0) } + [order.contractor].compactMap(\.self)
        return own.contains(party) || order.notify.contains { $0.party == party }
    }

    private func partyOf(_ person: ChangeOrder.Person) -> Ref<Party>? {
        if case .contact(let contact) = person { inventory.contacts[contact].party } else { nil }
    }

    /// The row of a person: a contact of the client, or a name that is none.
    mutating func person(_ person: ChangeOrder.Person) -> Ref<PersonFact> {
        if let row = rows.people[person] { return row }
        var fact = PersonFact()
        switch person {
        case .contact(let contact):
            let written = inventory.contacts[contact]
            fact.id = written.id
            fact.name = written.name
            fact.party = party(written.party)
            fact.contact = true
            fact.reach = written.reach.map { Symbol($0.text) } ?? .empty
        case .text(let name):
            fact.id = name
            fact.name = name
        }
        let row = enter(fact, in: \.people)
        rows.people[person] = row
        return row
    }

    mutating func person(_ contact: Ref<Contact>) -> Ref<PersonFact> { person(.contact(contact)) }

    /// The people of the order and of the contracts.
    mutating func writePeople() {
        for member in order.crew {
            let row = person(member.person)
            facts.people[Int(row.index)].crewTask = member.task
        }
        facts.contracts = inventory.client.contracts.map { contract in
            var fact = ContractFact()
            fact.id = contract.id
            fact.clause = contract.clause ?? .empty
            fact.downtime = contract.downtime
            return fact
        }
        facts.order.contractor = order.contractor.map { party($0) }
        facts.order.requestedBy = order.requestedBy.map { person($0) }
        let crew = order.crew.map { person($0.person) }
        facts.order.crew = distinct(crew)
        let resolvers = say.resolvers(for: order.contractor).map { person($0) }
        facts.order.resolvers = facts.list(resolvers)
    }

    /// Who can be reached in each window; somebody of whom nobody wrote `reach` cannot.
    mutating func writeWindows() {
        let resolvers = say.resolvers(for: order.contractor)
        for (index, window) in order.windows.enumerated() {
            var fact = WindowFact()
            fact.id = window.id
            fact.from = window.from
            fact.to = window.to
            fact.over = window.to <= plant.now
            let able = resolvers.filter { isReachable($0, in: window) }
            let reachable = able.map { person($0) }
            fact.reachable = facts.list(reachable)
            let others = resolvers.filter { !able.contains($0) }.map { person($0) }
            fact.unreachable = facts.list(others)
            facts.windows[index] = fact
        }
    }

    private func isReachable(_ contact: Ref<Contact>, in window: ChangeOrder.Window) -> Bool {
        guard let reach = inventory.contacts[contact].reach, window.from < window.to else { return false }
        return reach.covers(Interval(from: window.from, to: window.to), in: inventory.client.timezone)
    }

    /// Parties whose services may stop, or whose things are touched.
    mutating func writeAffected() {
        var affected: [Ref<PartyFact>] = []
        for step in facts.steps where !["inspect", "hold", "label"].contains(step.verb.text) {
            for touch in facts[step.touches] {
                guard let owner = facts.touches[Int(touch.index)].owner else { continue }
                if let party = facts.knownParties[Int(owner.index)].value { affected.append(party) }
            }
        }
        for impact in facts.impacts where impact.atWorst.text == "outage" {
            if let party = impact.service.flatMap({ facts.services[Int($0.index)].department }) { affected.append(party) }
        }
        for party in affected { facts.parties[Int(party.index)].affected = true }
        facts.order.affected = distinct(affected)
    }
}
