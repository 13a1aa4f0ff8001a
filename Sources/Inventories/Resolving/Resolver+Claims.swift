import Diagnostics
import LocatedYAML

extension Resolver {
    mutating func resolveSurveys() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.surveys {
                guard let scope = selector(draft.scope) else { continue }
                var evidence = draft.evidence
                // A survey is somebody's look, whatever the file's other facts rest on.
                evidence.source = evidence.source ?? .photo
                inventory.surveys.append(
                    Survey(
                        scope: scope, evidence: self.evidence(evidence, else: documents[document].evidence), isComplete: draft.isComplete),
                    at: draft.scope?.span ?? draft.span)
            }
        }
    }

    mutating func resolveStates() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.states {
                guard let what = selector(draft.what), let condition = draft.condition else { continue }
                var evidence = draft.evidence
                if evidence.by != nil || evidence.seen != nil { evidence.source = evidence.source ?? .statement }
                if !evidence.isEmpty { evidence.seen = evidence.seen ?? draft.since }
                inventory.states.append(
                    PlantState(
                        what: what, condition: condition, kind: draft.kind ?? .empty, since: draft.since.map { moment($0) },
                        until: draft.until.map { end($0) }, evidence: self.evidence(evidence, else: documents[document].evidence)),
                    at: draft.what?.span ?? draft.span)
            }
        }
    }

    mutating func resolveStatements() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.statements {
                guard let says = draft.says, let by = draft.by else { continue }
                let about = draft.about.flatMap { object($0) }
                inventory.statements.append(
                    Statement(
                        by: index.contacts.only(by.value).map { Ref($0) }, speaker: by.value, seen: draft.seen.map { moment($0) },
                        says: says,
                        about: about, aboutText: draft.about.map { Symbol($0.value.text) } ?? .empty, words: draft.words ?? .empty),
                    at: draft.by?.span ?? draft.span)
            }
        }
    }

    /// Any object by its name; nil after a report.
    mutating func object(_ mention: Located<ObjectReference>) -> ObjectRef? {
        if case .named(.room, let name) = mention.value, let room = index.location(name.text, in: inventory).value,
            !inventory.locations[room].isRoom
        {
            report(Diagnostic("not-a-room", .error, .notARoom(name.text), at: mention.span, help: [.writeRoom]))
        }
        return found(
            NamedThing(mention.value), Mention(Symbol(mention.value.text), mention.span), index.object(mention.value, in: inventory))
    }

    mutating func resolveGroups() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.groups { resolve(draft) }
            for draft in documents[document].draft.trips {
                guard let when = draft.when else { continue }
                let stops = draft.stops.flatMap { expanded($0) }.compactMap { object($0) }
                inventory.trips.append(Trip(when: when, stops: stops, description: draft.remarks.description), at: draft.span)
            }
        }
    }

    private mutating func resolve(_ draft: GroupDraft) {
        guard let name = draft.name else { return }
        guard isFirst(.group, name, groupRows.rows(name.value), in: inventory.groups) else { return }
        var group = DependenceGroup(name: name.value, members: [], parts: [], needs: draft.needs, description: draft.remarks.description)
        for mention in draft.members.flatMap({ expanded($0) }) {
            if let part = part(mention) { group.parts.append(part) } else if let member = object(mention) { group.members.append(member) }
        }
        let count = group.members.count + group.parts.count
        if let needs = draft.needs, needs > count, draft.members.count > 0 {
            report(Diagnostic("needs-too-many", .error, .needsTooMany(needs, count, name.value.text), at: name.span))
        }
        groupRows.add(name.value, Int(inventory.groups.append(group, at: name.span).index))
    }

    /// A part such as `srv-2:bay/3` in which nothing on record sits; nil for anything else.
    private func part(_ mention: Located<ObjectReference>) -> Symbol? {
        guard case .name(let name) = mention.value, let (device, bay) = index.bay(name.text, in: inventory) else { return nil }
        if case .found = index.object(mention.value, in: inventory) { return nil }
        let bays = inventory.devices[device].bays
        return bays.isEmpty || bays.contains(bay) ? name : nil
    }

    private mutating func expanded(_ mention: Located<ObjectReference>) -> [Located<ObjectReference>] {
        guard case .name(let name) = mention.value else { return [mention] }
        return names(of: Mention(name, mention.span)).map { Located(.name($0), mention.span) }
    }
}

// MARK: - What parties agreed on

extension Resolver {
    mutating func resolveAgreements(_ draft: ClientDraft) {
        inventory.client.questionsTo = draft.questionsTo.compactMap { contact($0) }
        for contract in draft.contracts { resolve(contract) }
        for entry in draft.calendar {
            guard let rule = rule(of: entry) else { continue }
            inventory.client.calendar.append(CalendarEntry(rule: rule, over: selector(entry.over), reason: entry.reason ?? .empty))
        }
    }

    private mutating func resolve(_ draft: ContractDraft) {
        guard let id = draft.id else { return }
        let standing = draft.standing.compactMap { standing in
            selector(standing.over).map { over in
                Contract.Standing(
                    by: contact(standing.by), may: standing.may, into: standing.into, over: over, until: standing.until.map { end($0) })
            }
        }
        let contract = Contract(
            id: id.value, between: draft.between.compactMap { party($0) },
            covers: selector(draft.covers) ?? Selector(alternatives: [], span: nil),
            clause: draft.clause, downtime: draft.downtime, standing: standing,
            resolves: draft.resolves.compactMap { resolver in
                contact(resolver.contact).map { Contract.Resolver(contact: $0, within: resolver.within) }
            },
            // A mapping has no order of its own.
            pays: draft.pays.compactMap { entry in party(entry.value).map { (entry.key, $0) } }.sorted { $0.what.precedes($1.what) })
        inventory.client.contracts.append(contract)
    }

    private mutating func rule(of draft: CalendarDraft) -> CalendarEntry.Rule? {
        switch (draft.blackout, draft.allowed) {
        case (let blackout?, nil):
            guard let from = blackout.from, let to = blackout.to else { return nil }
            let (start, end) = (moment(from), end(to))
            guard start < end else {
                report(Diagnostic("empty-time", .error, .endsBeforeItBegins, at: draft.span))
                return nil
            }
            return .blackout(from: start, to: end)
        case (nil, let hours?): return .allowed(hours)
        default:
            report(Diagnostic("calendar-form", .error, .calendarUnclear, at: draft.span, help: [.calendarForms]))
            return nil
        }
    }
}
