import Diagnostics
import LocatedYAML

extension Resolver {
    mutating func resolveParties(_ drafts: [PartyDraft]) {
        var superiors: [(Ref<Party>, Mention)] = []
        for draft in drafts {
            guard let id = draft.id, isFirst(.party, id, index.parties.rows(id.value), in: inventory.parties) else { continue }
            guard let kind = draft.kind else {
                drop(.party, id.value)
                continue
            }
            let party = Party(id: id.value, kind: kind, name: draft.name ?? id.value, under: nil, recordAddress: draft.recordAddress)
            let ref = inventory.parties.append(party, at: id.span)
            index.parties.add(id.value, Int(ref.index))
            if let under = draft.under { superiors.append((ref, under)) }
        }
        for (ref, mention) in superiors { inventory.parties[ref].under = party(mention) }
        cutCycles(of: superiors, in: \.parties, along: \.under, Phrase.cyclicParties)
    }

    mutating func resolveContacts(_ drafts: [ContactDraft]) {
        var deputies: [(Ref<Contact>, Mention)] = []
        for draft in drafts {
            guard let id = draft.id, isFirst(.contact, id, index.contacts.rows(id.value), in: inventory.contacts) else { continue }
            guard let party = party(draft.party) else {
                drop(.contact, id.value)
                continue
            }
            let contact = Contact(
                id: id.value, name: draft.name ?? id.value, party: party, email: draft.email, phone: draft.phone, reach: draft.reach,
                deputy: nil, keys: draft.keys, authority: [])
            let ref = inventory.contacts.append(contact, at: id.span)
            index.contacts.add(id.value, Int(ref.index))
            if let deputy = draft.deputy { deputies.append((ref, deputy)) }
        }
        for (ref, mention) in deputies { inventory.contacts[ref].deputy = contact(mention) }
        cutCycles(of: deputies, in: \.contacts, along: \.deputy, Phrase.cyclicDeputies)
    }

    /// Authorities speak about objects, so that they are looked up when all of these are there.
    mutating func resolveAuthority(_ drafts: [ContactDraft]) {
        for draft in drafts {
            guard let row = draft.id.flatMap({ index.contacts.only($0.value) }) else { continue }
            for authority in draft.authority {
                guard let over = selector(authority.over) else { continue }
                inventory.contacts[Ref(row)].authority.append(
                    Authority(over: over, may: authority.may, until: authority.until.map { end($0) }))
            }
        }
    }

    mutating func resolveServices(_ drafts: [ServiceDraft]) {
        var kept: [(Ref<Service>, ServiceDraft)] = []
        for draft in drafts {
            guard let id = draft.id, isFirst(.service, id, index.services.rows(id.value), in: inventory.services) else { continue }
            let service = Service(
                id: id.value, name: draft.name ?? id.value, department: party(draft.department), criticality: draft.criticality,
                hours: draft.hours, downtime: draft.downtime, costPerHour: draft.costPerHour.map { Int64($0) }, paths: [], needs: [],
                reacts: draft.reacts.map { Service.Reaction(after: $0.after, how: $0.how ?? .empty, isReversible: $0.isReversible) })
            let ref = inventory.services.append(service, at: id.span)
            index.services.add(id.value, Int(ref.index))
            var remarks = draft.remarks
            remarks.tags = draft.tags
            keep(remarks, of: .service(ref))
            kept.append((ref, draft))
        }
        for (ref, draft) in kept { inventory.services[ref].needs = draft.needs.compactMap { service($0) } }
        cutServiceCycles(kept)
    }

    /// The ways of services, when all objects are there.
    mutating func resolvePaths(_ drafts: [ServiceDraft]) {
        for draft in drafts {
            guard let row = draft.id.flatMap({ index.services.only($0.value) }) else { continue }
            inventory.services[Ref(row)].paths = draft.paths.compactMap { path in
                guard let from = selector(path.from), let to = selector(path.to) else { return nil }
                return Service.Path(from: from, to: to, atLeast: path.atLeast)
            }
        }
    }
}

// MARK: - Cycles

extension Resolver {
    /// Cuts each cycle of a table whose rows refer to one row of the same kind, with a report, at its member that was written first.
    mutating func cutCycles<Row>(
        of mentions: [(Ref<Row>, Mention)], in table: any WritableKeyPath<Inventory, Table<Row>> & Sendable,
        along next: WritableKeyPath<Row, Ref<Row>?>, _ fault: ([String]) -> Phrase
    ) {
        let written = Dictionary(mentions.map { (Int($0.0.index), $0.1) }) { first, _ in first }
        let starts = mentions.map { Int($0.0.index) }
        let cuts = firstRows(ofCirclesAmong: starts) { row in
            inventory[keyPath: table][Ref(row)][keyPath: next].map { Int($0.index) }
        }
        for row in cuts {
            inventory[keyPath: table][Ref(row)][keyPath: next] = nil
            guard let mention = written[row] else { continue }
            report(.cycle(fault([mention.value.text]), at: mention.span))
        }
    }

    private mutating func cutServiceCycles(_ drafts: [(Ref<Service>, ServiceDraft)]) {
        /// 0 not visited, 1 on the way, 2 done.
        var marks = [UInt8](repeating: 0, count: inventory.services.count)
        for (start, _) in drafts where marks[Int(start.index)] == 0 {
            var stack: [(service: Ref<Service>, next: Int)] = [(start, 0)]
            marks[Int(start.index)] = 1
            while let (service, next) = stack.last {
                let needs = inventory.services[service].needs
                guard next < needs.count else {
                    marks[Int(service.index)] = 2
                    stack.removeLast()
                    continue
                }
                let needed = needs[next]
                if marks[Int(needed.index)] == 1 {
                    cut(need: next, of: service, needed: needed, drafts)
                    continue
                }
                stack[stack.count - 1].next += 1
                if marks[Int(needed.index)] == 0 {
                    marks[Int(needed.index)] = 1
                    stack.append((needed, 0))
                }
            }
        }
    }

    private mutating func cut(need: Int, of service: Ref<Service>, needed: Ref<Service>, _ drafts: [(Ref<Service>, ServiceDraft)]) {
        let name = inventory.services[needed].id
        inventory.services[service].needs.remove(at: need)
        let draft = drafts.first { $0.0 == service }?.1
        let span = draft?.needs.first { $0.value == name }?.span ?? draft?.span
        report(.cycle(.cyclicServices(inventory.services[service].id.text, name.text), at: span))
    }
}
