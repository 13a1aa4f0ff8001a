import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension Scene {
    mutating func disconnect(_ target: Step.Target, _ deed: inout Deed) {
        switch target {
        case .object(.port(let port)): disconnect(spot(.port(port)), &deed)
        case .unrecorded(_, let name, let near): disconnect(spot(.unrecorded(name: name, suggestions: near)), &deed)
        case .object(.cable(let cable)): disconnect(cable, &deed)
        case .object(.circuit(let circuit)):
            let sides = [inventory.circuits[circuit].a, inventory.circuits[circuit].z].compactMap { $0.map { Spot.port($0.port) } }
            let plugged = sides.filter { !ends(in: $0).isEmpty }
            for side in plugged.isEmpty ? Array(sides.prefix(1)) : plugged { disconnect(side, &deed) }
        case .unknownGear(let place, _, _): takeUnknown(place, &deed)
        default: break
        }
    }

    private mutating func disconnect(_ spot: Spot, _ deed: inout Deed) {
        let ends = ends(in: spot)
        if !ends.isEmpty { return pullAll(ends, from: spot, &deed) }
        if isAway(spot) { return deed.obstacles.append(.carriedAway(name(of: spot))) }
        if isEmptiedByOrder(spot) { return deed.obstacles.append(.alreadyUnplugged(name(of: spot))) }
        guard case .port(let port) = spot else {
            guard isOfInstalled(spot) else { return takeUnknown(Symbol(name(of: spot)), &deed) }
            return deed.obstacles.append(.alreadyUnplugged(name(of: spot)))
        }
        if plant.isKnownEmpty(port) { return deed.obstacles.append(.knownEmpty(name(of: spot))) }
        // Nobody has looked into the port: whoever unplugs it finds something there.
        pullAll([End(cord: .nameless(port), number: 0)], from: spot, &deed)
    }

    private mutating func disconnect(_ cable: Ref<Cable>, _ deed: inout Deed) {
        let plugged = ends(of: .recorded(cable)).filter { spot(of: $0) != .hanging }
        guard !plugged.isEmpty else {
            let name = inventory.name(of: .cable(cable))
            let isPlanned = plant.cable(cable).status == .planned && !changes.spots.keys.contains { $0.cord == .recorded(cable) }
            return deed.obstacles.append(isPlanned ? .onlyPlanned(name) : .alreadyUnplugged(name))
        }
        if plugged.allSatisfy({ spot(of: $0) == .unknown }) {
            let name = inventory.name(of: .cable(cable))
            deed.obstacles.append(.endsUnknown(name))
            takeUnknown(Symbol(name), &deed)
        }
        for end in plugged { pull(end, &deed) }
    }

    mutating func pullAll(_ ends: [End], from spot: Spot, _ deed: inout Deed) {
        for end in ends { pull(end, &deed) }
    }

    mutating func pull(_ end: End, _ deed: inout Deed) {
        deed.pulls.append((end, spot(of: end)))
        pull(end)
    }

    mutating func plug(_ end: End, into spot: Spot, _ deed: inout Deed) {
        deed.plugs.append((end, spot))
        plug(end, into: spot)
    }

    mutating func connect(_ connection: Step.Connection, _ deed: inout Deed) {
        let (a, b) = (spot(connection.a), spot(connection.b))
        for spot in [a, b] where isAway(spot) { return deed.obstacles.append(.carriedAway(name(of: spot))) }
        if let cable = connection.cable { return connect(cable, at: [a, b], &deed) }
        if let end = hangingEnd(between: a, b) { return plug(end, into: spot(of: end, amongst: a, b), &deed) }
        for spot in [a, b] where isFilledByOrder(spot) { return deed.obstacles.append(.filled(name(of: spot))) }
        let cord = bring(connection)
        plug(End(cord: cord, number: 0), into: a, &deed)
        plug(End(cord: cord, number: 1), into: b, &deed)
    }

    /// An end that hangs from one of two spots by its other end, and was in the other spot before: the cord that is plugged back.
    private func hangingEnd(between a: Spot, _ b: Spot) -> End? {
        for (near, far) in [(a, b), (b, a)] where far != .unknown {
            let candidates =
                near == .unknown
                ? lastSpots.keys.filter { lastSpots[$0] == far && partners(of: $0).allSatisfy { spot(of: $0) == .unknown } }
                : ends(in: near).flatMap { partners(of: $0) }
            if let end = candidates.first(where: { spot(of: $0) == .hanging && (near == .unknown || isFree(far)) }) { return end }
        }
        return nil
    }

    private func isFree(_ spot: Spot) -> Bool { ends(in: spot).isEmpty }

    /// Of two spots the one to which a hanging end goes: the one in which its cord is not plugged yet.
    private func spot(of end: End, amongst a: Spot, _ b: Spot) -> Spot {
        if a == .unknown { return b }
        if b == .unknown { return a }
        return partners(of: end).contains { spot(of: $0) == a } ? b : a
    }

    /// Plugs a cable of the record; ends that are there already stay.
    private mutating func connect(_ cable: Ref<Cable>, at spots: [Spot], _ deed: inout Deed) {
        let all = ends(of: .recorded(cable))
        var wanted = spots.filter { $0 != .unknown }
        for end in all { wanted.removeAll { $0 == spot(of: end) } }
        let name = inventory.name(of: .cable(cable))
        guard !wanted.isEmpty else { return deed.obstacles.append(.pluggedAlready(name)) }
        for goal in wanted {
            let free = all.filter { spot(of: $0) == .hanging }
            guard
                let end = free.first(where: { lastSpots[$0] == goal || firstSpot(of: $0) == goal }) ?? free.first
                    ?? all.first(where: { spot(of: $0) == .unknown })
            else { return deed.obstacles.append(.pluggedElsewhere(name, at: all.map { self.name(of: spot(of: $0)) })) }
            if isFilledByOrder(goal) { return deed.obstacles.append(.filled(self.name(of: goal))) }
            plug(end, into: goal, &deed)
        }
    }

    /// All cords leave their ports before the first is plugged, so that two can change places.
    mutating func move(_ transfers: [Step.Transfer], _ deed: inout Deed) {
        var moving: [(ends: [End], to: Spot)] = []
        for transfer in transfers {
            let (from, to) = (spot(transfer.from), spot(transfer.to))
            if let gone = [from, to].first(where: { isAway($0) }) {
                deed.obstacles.append(.carriedAway(name(of: gone)))
                continue
            }
            let ends = ends(toMove: transfer, from)
            guard !ends.isEmpty else {
                deed.obstacles.append(.noCord(name(of: from)))
                continue
            }
            for end in ends where spot(of: end) != .hanging { pull(end, &deed) }
            moving.append((ends, to))
        }
        deed.midway = self
        for (ends, to) in moving {
            if isFilledByOrder(to) { deed.obstacles.append(.filled(name(of: to))) }
            for end in ends { plug(end, into: to, &deed) }
        }
    }

    private func ends(toMove transfer: Step.Transfer, _ from: Spot) -> [End] {
        let there = from == .unknown ? [] : ends(in: from)
        guard let cable = transfer.cable else {
            guard there.isEmpty, case .port(let port) = from, !isEmptiedByOrder(from), !plant.isKnownEmpty(port) else { return there }
            return [End(cord: .nameless(port), number: 0)]
        }
        let own = there.filter { $0.cord == .recorded(cable) }
        if !own.isEmpty || from != .unknown { return own.isEmpty ? there : own }
        let all = ends(of: .recorded(cable))
        return (all.first { spot(of: $0) == .hanging } ?? all.first { spot(of: $0) == .unknown }).map { [$0] } ?? []
    }
}
