package import Inventories
import Times

extension Plant {
    /// Whether something is plugged in a port.
    ///
    /// Empty only when a fresh `empty` says so, or a fresh complete survey of the port's place does not list it. An expired `occupied` is
    /// never empty; an expired `empty` is unknown. A cable on record counts as occupied by the cable's evidence. What an
    /// expired record says is superseded by what was seen after it; where it is not, the two are in conflict.
    package func occupancy(of port: Ref<Port>) -> Knowledge<Bool> {
        let occupied = testimony(thatOccupied: port.index)
        let empty = testimony(thatEmpty: port)
        let all = (occupied.claims + empty.claims).compactMap(\.evidence)
        if let until = empty.until {
            if occupied.claims.contains(where: { opposes($0, empty) }) { return .conflicting([true, false], all) }
            return .known(false, empty.claims.compactMap(\.evidence), until: until)
        }
        if let until = occupied.until { return .known(true, occupied.claims.compactMap(\.evidence), until: until) }
        if !occupied.claims.isEmpty { return .expired(true, all) }
        var unknown = Knowledge<Bool>.unknown
        unknown.evidence = all
        return unknown
    }

    /// Whether a port is empty beyond doubt.
    package func isKnownEmpty(_ port: Ref<Port>) -> Bool {
        let occupancy = occupancy(of: port)
        return occupancy.isKnown && occupancy.value == false
    }

    func isKnownEmpty(_ port: UInt32) -> Bool { isKnownEmpty(Ref(Int(port))) }

    /// What speaks for one answer: each claim with its evidence and until when it is good.
    private struct Testimony {
        var claims: [(evidence: Ref<Evidence>?, until: Timestamp?)] = []

        /// The last expiry: one fresh claim is enough.
        var until: Timestamp? { claims.compactMap(\.until).max() }

        mutating func add(_ evidence: Ref<Evidence>?, until: Timestamp?) {
            claims.append((evidence, until))
        }
    }

    private func testimony(thatOccupied port: UInt32) -> Testimony {
        var testimony = Testimony()
        for row in claimsOfPort[port] where claims[Int(row)].isOccupied {
            let evidence = claims[Int(row)].evidence
            testimony.add(evidence, until: end(of: .occupancy, evidence))
        }
        for plug in plugs(in: port) {
            let cable = cables[Int(ends[Int(plug)].cable.index)]
            guard cable.status != .planned else { continue }
            // Whoever knows where a cord goes has seen that it is plugged.
            let until = [end(of: .occupancy, cable.evidence), end(of: .identity, cable.evidence)].compactMap { $0 }.max()
            testimony.add(cable.evidence, until: until)
        }
        if isMarkedOccupied[Int(port)] {
            let evidence = ports[Int(port)].device.flatMap { inventory.devices[$0].evidence }
            testimony.add(evidence, until: end(of: .occupancy, evidence))
        }
        return testimony
    }

    private func testimony(thatEmpty port: Ref<Port>) -> Testimony {
        var testimony = Testimony()
        for row in claimsOfPort[port.index] where !claims[Int(row)].isOccupied {
            let evidence = claims[Int(row)].evidence
            testimony.add(evidence, until: end(of: .occupancy, evidence))
        }
        guard !isInUse(port.index) else { return testimony }
        for (survey, until) in freshSurveys where inventory.selects(inventory.surveys[survey].scope, .port(port)) {
            testimony.add(inventory.surveys[survey].evidence, until: until)
        }
        return testimony
    }

    /// Whether a claim that a port is occupied stands against fresh claims that it is empty.
    private func opposes(_ claim: (evidence: Ref<Evidence>?, until: Timestamp?), _ empty: Testimony) -> Bool {
        if claim.until != nil { return true }
        guard let evidence = claim.evidence, let seen = inventory.evidence[evidence].seen else { return true }
        return !empty.claims.contains { other in
            guard other.until != nil, let evidence = other.evidence, let later = inventory.evidence[evidence].seen else { return false }
            return later > seen
        }
    }
}
