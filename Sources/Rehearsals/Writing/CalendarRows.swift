import ChangeOrders
import Diagnostics
import Inventories
import Times

extension FactWriter {
    /// The hours and blackouts that a step meets: those of its own time, or of its whole window where its time is not known.
    mutating func calendar(of step: Int, touching objects: [ObjectRef]) -> Refs<CalendarFact> {
        guard let time = time(of: step) else { return Refs() }
        var met: [Ref<CalendarFact>] = []
        for (index, entry) in inventory.client.calendar.enumerated() {
            guard case .blackout(let from, let to) = entry.rule, from < to, applies(entry, to: objects) else { continue }
            let blackout = Interval(from: from, to: to)
            if blackout.overlap(with: time) != nil { met.append(calendar(index, "blackout", blackout)) }
        }
        for (index, gap) in forbidden(time, objects) { met.append(calendar(index, "outside-allowed", gap)) }
        return facts.list(met)
    }

    private func time(of step: Int) -> Interval? {
        let slot = schedule.slots[step]
        guard let window = slot.window.map({ order.windows[$0] }) else { return nil }
        if let starts = slot.starts, let ends = slot.ends, starts < ends { return Interval(from: starts, to: ends) }
        return window.from < window.to ? Interval(from: window.from, to: window.to) : nil
    }

    private func applies(_ entry: CalendarEntry, to objects: [ObjectRef]) -> Bool {
        guard let over = entry.over else { return true }
        return objects.contains { inventory.selects(over, $0) }
    }

    /// The entries that allow some hours for an object of which a time is not one, each with the first moments outside.
    ///
    /// Where several entries hold for one object, their hours add up.
    private func forbidden(_ time: Interval, _ objects: [ObjectRef]) -> [(entry: Int, gap: Interval)] {
        let entries = inventory.client.calendar.enumerated().compactMap { index, entry -> (Int, OpeningHours, Selector?)? in
            if case .allowed(let hours) = entry.rule { (index, hours, entry.over) } else { nil }
        }
        var found: [(entry: Int, gap: Interval)] = []
        for object in objects.map({ Optional($0) }) + [nil] {
            let holding = entries.filter { _, _, over in
                guard let over else { return true }
                return object.map { inventory.selects(over, $0) } ?? false
            }
            guard let first = holding.first else { continue }
            let gaps = holding.reduce([time]) { gaps, entry in
                gaps.flatMap { entry.1.gaps(in: $0, zone: inventory.client.timezone) }
            }
            if let gap = gaps.first, !found.contains(where: { $0.entry == first.0 }) { found.append((first.0, gap)) }
        }
        return found
    }

    private mutating func calendar(_ entry: Int, _ kind: Symbol, _ time: Interval) -> Ref<CalendarFact> {
        let written = inventory.client.calendar[entry]
        var fact = CalendarFact()
        fact.kind = kind
        fact.reason = written.reason
        fact.over = written.over.map { Symbol(words(for: $0)) } ?? .empty
        fact.from = time.from
        fact.to = time.to
        if let row = rows.calendar[entry], facts.calendar[Int(row.index)].from == fact.from { return row }
        let row = enter(fact, in: \.calendar)
        rows.calendar[entry] = row
        return row
    }

    /// A selector as people would say it: `rack R1`, `site hq`.
    func words(for selector: Selector) -> String {
        selector.alternatives.map { $0.map { words(for: $0) }.joined(separator: " ") }.joined(separator: ", ")
    }

    private func words(for term: Selector.Term) -> String {
        switch term {
        case .site(let site): inventory.name(of: .site(site))
        case .location(let location), .room(let location): inventory.name(of: .location(location))
        case .rack(let rack): inventory.name(of: .rack(rack))
        case .device(let device): inventory.name(of: .device(device))
        case .role(let role): role.text
        case .owner(let party): inventory.parties[party].name.text
        case .service(let service): inventory.services[service].name.text
        case .port(let port), .feed(let port): label(of: .port(port)).text
        case .cable(let cable): inventory.name(of: .cable(cable))
        case .circuit(let circuit): inventory.name(of: .circuit(circuit))
        case .tag(let tag): tag.text
        case .unrecorded(_, let name): name.text
        }
    }
}
