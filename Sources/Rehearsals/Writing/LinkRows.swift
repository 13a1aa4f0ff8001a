import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Times

extension FactWriter {
    /// A link as the player found it.
    func written(_ link: PlayedLink) -> Link {
        switch link {
        case .recorded(let link): played.links[link]
        case .added(let number): played.addedLinks[number].link
        }
    }

    /// The row of a link that no step is looked at for; seen from its nearer end.
    mutating func link(_ link: PlayedLink) -> Ref<LinkFact> {
        if let row = rows.links[link] { return row }
        let written = written(link)
        let row = enter(LinkFact(), in: \.links)
        rows.links[link] = row
        facts.links[Int(row.index)] = fact(of: link, written, from: written.near, named: nil)
        return row
    }

    /// The row of a link that a step takes away, seen from the port that is handled.
    mutating func link(_ disturbance: Disturbance, by step: Int) -> Ref<LinkFact> {
        let written = written(disturbance.link)
        let named = order.steps[step].targets.lazy.compactMap { target -> Ref<Cable>? in
            if case .object(.cable(let cable)) = target, written.cables.contains(cable) { cable } else { nil }
        }.first
        let near = handledEnd(of: written, else: disturbance.port, by: step)
        var fact = fact(of: disturbance.link, written, from: near, named: named)
        fact.hit = disturbance.isCertain ? "certain" : "possible"
        fact.alreadyDown = disturbance.isAlreadyDown
        fact.restored = disturbance.isRestored
        fact.samePort = disturbance.comesBackToSamePorts
        let own = facts[fact.services].map(\.self)
        fact.services = distinct(own + servicesThatMayRun(over: disturbance.link, from: near, by: step))
        let alike = labels.lookAlikes(of: written.cables.filter { isOnRecord($0) }, in: inventory, plant)
        for (cable, others) in alike {
            let others = others.map { self.cable($0) }
            facts.cables[Int(self.cable(cable).index)].lookAlikes = facts.list(others)
        }
        return enter(fact, in: \.links)
    }

    /// The port of a link that is on a device which the step handles as a whole; else the one given.
    private func handledEnd(of link: Link, else port: Ref<Port>, by step: Int) -> Ref<Port> {
        let touches = played.steps[step].touches
        if touches.contains(.port(port)) { return port }
        return link.way.first { port in inventory.ports[port].device.map { touches.contains(.device($0)) } ?? false } ?? port
    }

    private mutating func fact(of link: PlayedLink, _ written: Link, from port: Ref<Port>, named cable: Ref<Cable>?) -> LinkFact {
        let said = testimony.statements(about: written)
        let far = farEnd(of: written, from: port)
        let ownership = owner(recordedOwner(of: written), given: said)
        let candidates = candidates(for: written, from: port, far: far)
        let left = Candidates.left(of: candidates, given: said, self)
        var fact = LinkFact()
        fact.key = key(of: written, from: port)
        fact.label = cable.map { label(of: .cable($0)) } ?? label(of: .port(port))
        fact.port = self.port(port)
        fact.device = inventory.ports[port].device.map { device($0) }
        fact.farEnd = known(far)
        fact.exists = known(written.exists)
        fact.carriedBy = known(written.carriers)
        fact.owner = known(ownership)
        let parties = (ownership.isKnown ? ownership.value.map { [$0] } ?? [] : left).map { party($0) }
        fact.candidateOwners = facts.list(parties)
        fact.orphaned = !ownership.isKnown && !candidates.isEmpty && left.isEmpty
        fact.purpose = known(purpose(of: written, from: port))
        fact.cables = cables(written.cables)
        if case .recorded(let ref) = link {
            let services = ways.services(over: ref).map { service($0) }
            fact.services = facts.list(services)
        }
        let statements = said.map { statement($0) }
        fact.statements = distinct(statements)
        fact.management = written.ends.contains { isManagement($0) }
        fact.evidenceAge = age(of: written, at: port)
        return fact
    }

    /// The sorted ends; of an unknown one the port that is handled and `?` (policy.md).
    private func key(of link: Link, from port: Ref<Port>) -> Symbol {
        let ends = link.ends.map { key(of: $0).text }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if ends.count == 2 { return Symbol(ends.joined(separator: "|")) }
        let network = link.network.map { inventory.providerNetworks[$0].name.text }
        return Symbol("\(ends.first ?? key(of: port).text)|\(network ?? "?")")
    }

    /// Of a port in which the record has several cables, all the ends that they lead to.
    private func farEnd(of link: Link, from port: Ref<Port>) -> Knowledge<Ref<Port>> {
        let far = link.farEnd(from: port)
        guard link.isContested || far.isConflicting else { return far }
        let rivals = played.links.links(over: .port(port)).map { played.links[$0].farEnd(from: port) }
        var ends: [Ref<Port>] = []
        for end in rivals.flatMap({ $0.alternatives + [$0.value].compactMap(\.self) }) where !ends.contains(end) { ends.append(end) }
        return .conflicting(ends.isEmpty ? far.alternatives : ends, link.exists.evidence)
    }

    /// Whose a link is by the record: that of its cables when they agree, else that of both ends.
    private func recordedOwner(of link: Link) -> Knowledge<Ref<Party>> {
        let cables = link.cables.filter { isOnRecord($0) && inventory.cables[$0].owner != nil }
        // The far end of a link into a provider's network is a side of the circuit.
        let ends = link.ends.count == 1 ? link.ends + [link.farEnd(from: link.ends[0]).value].compactMap(\.self) : link.ends
        let owners = cables.isEmpty ? ends.map { plant.owner(of: .port($0)) } : cables.map { plant.owner(of: .cable($0)) }
        guard !cables.isEmpty || ends.count == 2, let first = owners.first, first.value != nil else { return .unknown }
        guard owners.allSatisfy({ $0.value == first.value }) else { return .unknown }
        return owners.first { !$0.isKnown } ?? owners.min { ($0.until ?? .distantFuture) < ($1.until ?? .distantFuture) } ?? first
    }

    /// What somebody wrote about its cables or the port.
    private func purpose(of link: Link, from port: Ref<Port>) -> Knowledge<Symbol> {
        let objects = link.cables.filter { isOnRecord($0) }.map { ObjectRef.cable($0) } + [.port(port)]
        for object in objects {
            guard let words = inventory.remarks[object]?.description, !words.isEmpty else { continue }
            return link.exists.isKnown
                ? .known(words, link.exists.evidence, until: link.exists.until) : .expired(words, link.exists.evidence)
        }
        return .unknown
    }

    private func isManagement(_ port: Ref<Port>) -> Bool {
        let row = inventory.ports[port]
        if row.kind == .consolePort || row.kind == .consoleServerPort { return true }
        return row.detail.map { inventory.portDetails[$0].isManagementOnly } ?? false
    }

    /// How long ago the oldest evidence for a link was seen; of an unknown one, that something is plugged.
    private func age(of link: Link, at port: Ref<Port>) -> Period? {
        let evidence = link.exists.evidence.isEmpty ? plant.occupancy(of: port).evidence : link.exists.evidence
        return evidence.compactMap { inventory.evidence[$0].seen }.min().map { plant.now - $0 }
    }

    /// A link of which nobody knows the far end may carry any service that its step may stop.
    private func servicesThatMayRun(over link: PlayedLink, from port: Ref<Port>, by step: Int) -> [Ref<ServiceFact>] {
        let far = written(link).farEnd(from: port)
        guard far.value == nil, !far.isConflicting, step < played.study.prefixCount else { return [] }
        return played.services.indices.filter { service in
            let impact = played.study[step, service]
            return impact.atWorst == .outage && ImpactCourse(of: service, at: step, in: played.study).since == step
        }.map { service(played.services[$0]) }
    }
}

extension Timestamp {
    static let distantFuture = Timestamp(seconds: .max)
}
