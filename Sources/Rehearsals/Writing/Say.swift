import Diagnostics
import Inventories
import Times

/// Who may decide what over which objects: the client's `authority`, `contract` and `standing`.
struct Say {
    let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    /// Whether a person may decide a verb over an object, at a moment.
    func may(_ contact: Ref<Contact>, _ verb: Verb, over object: ObjectRef, at moment: Timestamp) -> Bool {
        inventory.contacts[contact].authority.contains { authority in
            isIn(force: authority.until, at: moment) && authority.may.contains { $0 == .any || $0 == .verb(verb) }
                && selects(authority.over, object)
        }
    }

    /// Whether a person decides anything over an object: then what he says of it counts.
    func hasSay(_ contact: Ref<Contact>, over object: ObjectRef, at moment: Timestamp) -> Bool {
        inventory.contacts[contact].authority.contains { authority in
            isIn(force: authority.until, at: moment) && authority.may.contains { $0.isOverObjects } && selects(authority.over, object)
        }
    }

    /// Whether a selector means an object; a cable with an unknown end also where it means the port of the known one, because the say
    /// over an unknown link is the say over its near port (decisions.md).
    private func selects(_ selector: Selector, _ object: ObjectRef) -> Bool {
        if inventory.selects(selector, object) { return true }
        guard case .cable(let cable) = object else { return false }
        let ends = inventory.cableEnds[inventory.cables[cable].ends]
        guard ends.contains(where: { $0.port == nil }) else { return false }
        return ends.contains { $0.port.map { inventory.selects(selector, .port($0)) } ?? false }
    }

    private func isIn(force until: Timestamp?, at moment: Timestamp) -> Bool {
        until.map { moment < $0 } ?? true
    }

    /// People who may decide a verb over an object, nearest first: of the owner's party, of the parties above it, others; after those of
    /// each kind the deputies.
    func deciders(_ verb: Verb, over object: ObjectRef, of owner: Ref<Party>?, at moment: Timestamp) -> [Ref<Contact>] {
        let able = inventory.contacts.refs.filter { may($0, verb, over: object, at: moment) }
        let superiors = owner.map { inventory.superiors(of: $0) } ?? []
        func rank(_ contact: Ref<Contact>) -> Int {
            superiors.firstIndex(of: inventory.contacts[contact].party) ?? superiors.count
        }
        var people: [Ref<Contact>] = []
        for kind in 0...superiors.count {
            let own = able.filter { rank($0) == kind }
            for person in own + own.flatMap({ deputies(of: $0) }) where !people.contains(person) { people.append(person) }
        }
        return people
    }

    /// Who stands in for a person, and for that one.
    func deputies(of contact: Ref<Contact>) -> [Ref<Contact>] {
        var chain = [contact]
        while let deputy = inventory.contacts[chain[chain.count - 1]].deputy, !chain.contains(deputy) { chain.append(deputy) }
        return Array(chain.dropFirst())
    }
}

extension Authorisable {
    fileprivate var isOverObjects: Bool {
        switch self {
        case .any, .verb: true
        case .people, .overrule, .policy, .release: false
        }
    }
}

// MARK: - Contracts

extension Say {
    /// The contracts of a contractor, or of the party that it works under.
    func contracts(of contractor: Ref<Party>?) -> [Contract] {
        guard let contractor else { return [] }
        let able = inventory.superiors(of: contractor)
        return inventory.client.contracts.filter { contract in contract.between.contains { able.contains($0) } }
    }

    /// The contract between a contractor and an owner that covers an object; nil when none does.
    func cover(for object: ObjectRef, of owner: Ref<Party>, by contractor: Ref<Party>?) -> Contract? {
        let owners = inventory.superiors(of: owner)
        return contracts(of: contractor).first { contract in
            contract.between.contains { owners.contains($0) } && inventory.selects(contract.covers, object)
        }
    }

    /// Whether a standing permission of a contract covers a verb over an object.
    ///
    /// - Parameter isIntoKnownEmpty: the step plugs only into ports that are known to be empty.
    func isStanding(
        _ verb: Verb, over object: ObjectRef, by contractor: Ref<Party>?, isIntoKnownEmpty: Bool, at moment: Timestamp
    ) -> Bool {
        contracts(of: contractor).contains { contract in
            contract.standing.contains { standing in
                isIn(force: standing.until, at: moment) && standing.may.contains { $0 == .any || $0 == .verb(verb) }
                    && (standing.into == nil || standing.into?.text == "known-empty" && isIntoKnownEmpty)
                    && selects(standing.over, object)
            }
        }
    }

    /// Who resolves by a contractor's contracts, in their order, each followed by the deputies.
    func resolvers(for contractor: Ref<Party>?) -> [Ref<Contact>] {
        var people: [Ref<Contact>] = []
        let named = contracts(of: contractor).flatMap(\.resolves).map(\.contact)
        for person in named + named.flatMap({ deputies(of: $0) }) where !people.contains(person) { people.append(person) }
        return people
    }
}

// MARK: - Parties

/// Whom a party belongs to, as its neighbours see it: the client with all its departments, or another firm.
enum Organisation: Hashable {
    case client
    case firm(Ref<Party>)
}

extension Inventory {
    /// A party and those that it is under, itself first.
    func superiors(of party: Ref<Party>) -> [Ref<Party>] {
        var chain = [party]
        while let above = parties[chain[chain.count - 1]].under, !chain.contains(above) { chain.append(above) }
        return chain
    }

    /// The organisation of a party; departments of the client are one.
    func organisation(of party: Ref<Party>) -> Organisation {
        let chain = superiors(of: party)
        let isOfClient = chain.contains { [.department, .client].contains(parties[$0].kind) }
        return isOfClient ? .client : .firm(chain[chain.count - 1])
    }
}
