import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Times

extension FactWriter {
    /// The row of a service; every service of the client has one, in the client's order.
    func service(_ service: Ref<Service>) -> Ref<ServiceFact> { Ref(Int(service.index)) }

    /// All services.
    mutating func writeServices() {
        facts.services = inventory.services.rows.map { _ in ServiceFact() }
        for service in inventory.services.refs {
            let written = inventory.services[service]
            var fact = ServiceFact()
            fact.id = written.id
            fact.name = written.name
            fact.department = written.department.map { party($0) }
            fact.criticality = Symbol(written.criticality.rawValue)
            fact.hours = written.hours.map { Symbol($0.text) } ?? .empty
            fact.downtime = written.downtime
            fact.costPerHour = written.costPerHour
            if let studied = played.services.firstIndex(of: service), played.study.prefixCount > 0 {
                fact.explained = played.study[0, studied].isExplained
            }
            facts.services[Int(service.index)] = fact
        }
    }

    /// What every prefix does to every service.
    mutating func writeImpacts() {
        var leaned: Set<Symbol> = []
        for step in order.steps.indices where step < played.study.prefixCount {
            var impacts: [Ref<ImpactFact>] = []
            for service in played.services.indices { impacts.append(impact(of: step, on: service)) }
            facts.steps[step].impacts = facts.list(impacts)
            write(unprovenLinksOf: step, impacts, &leaned)
        }
        let reached = played.services.indices.filter { isReached($0) }
        for service in reached { limit(toWaysOf: played.services[service]) }
        if !reached.isEmpty { limitToStates() }
    }

    /// What services lean on from this step on and not since an earlier one, unless a step has touched it meanwhile.
    private mutating func write(unprovenLinksOf step: Int, _ impacts: [Ref<ImpactFact>], _ leaned: inout Set<Symbol>) {
        for link in facts[facts.steps[step].disturbs] { leaned.remove(facts.links[Int(link.index)].key) }
        let begun = impacts.map { facts.impacts[Int($0.index)] }.filter { $0.since?.index == UInt32(step) }
        let links = begun.flatMap { facts[$0.unproven].map(\.self) }.filter { !leaned.contains(facts.links[Int($0.index)].key) }
        let read = readings(before: step)
        let rows = links.map { seenFromReading($0, among: read) }
        facts.steps[step].unproven = distinct(rows)
        leaned.formUnion(links.map { facts.links[Int($0.index)].key })
    }

    /// What the holds directly before a step look at.
    private func readings(before step: Int) -> [ObjectRef] {
        order.steps[..<step].reversed().prefix { $0.verb == .hold }.compactMap { $0.hold?.object }
    }

    /// A link seen from the end that a hold reads: either end shows it up.
    private mutating func seenFromReading(_ row: Ref<LinkFact>, among readings: [ObjectRef]) -> Ref<LinkFact> {
        guard !readings.isEmpty, let link = rows.links.first(where: { $0.value == row })?.key else { return row }
        guard let end = written(link).ends.first(where: { readings.contains(.port($0)) }) else { return row }
        var fact = facts.links[Int(row.index)]
        let seen = port(end)
        guard fact.port != seen else { return row }
        fact.port = seen
        return enter(fact, in: \.links)
    }

    /// A way of the service is touched at some step.
    private func isReached(_ service: Int) -> Bool {
        (0..<played.study.prefixCount).contains { played.study[$0, service].basis != .untouched }
    }

    /// What is said of a service that the order reaches is good as long as its ways are known.
    private mutating func limit(toWaysOf service: Ref<Service>) {
        for link in ways.links(of: service) {
            guard let until = played.links[link].exists.until else { continue }
            facts.goodUntil = min(facts.goodUntil ?? until, until)
        }
    }

    /// What is said of services rests on what is written of the state of things: which ways are left, and which are out already.
    private mutating func limitToStates() {
        for alternative in inventory.states.rows.flatMap(\.what.alternatives) {
            for until in alternative.compactMap({ $0.object.flatMap { plant.isUp($0).until } }) {
                facts.goodUntil = min(facts.goodUntil ?? until, until)
            }
        }
    }

    private mutating func impact(of step: Int, on service: Int) -> Ref<ImpactFact> {
        let impact = played.study[step, service]
        let course = ImpactCourse(of: service, at: step, in: played.study)
        let written = inventory.services[played.services[service]]
        var fact = ImpactFact()
        fact.service = self.service(played.services[service])
        fact.step = Ref(step)
        fact.atBest = Symbol("\(impact.atBest.word)")
        fact.atWorst = Symbol("\(impact.atWorst.word)")
        fact.certainty = Symbol("\(impact.isExplained ? impact.outage.word : Certainty.unexplained.word)")
        fact.since = Ref(course.since)
        fact.tolerated = tolerated(by: written)
        fact.basis = impact.basis.map { Symbol("\($0.word)") } ?? .empty
        if impact.atWorst > .noImpact {
            fact.starts = schedule.slots[course.since].starts
            let last = lastStep(of: course)
            fact.until = last.flatMap { schedule.slots[$0].ends }
            fact.lasts = last.flatMap { schedule.time(fromStartOf: course.since, toEndOf: $0) }
            fact.inHours = isInHours(of: written, from: fact.starts, until: fact.until)
        }
        let words = impact.shownBy.compactMap { self.words(for: $0) }
        fact.shownBy = facts.list(words)
        fact.leansOn = links(in: impact.leansOn.flatMap { $0 })
        fact.unproven = links(in: impact.unproven)
        fact.proven = impact.isProven
        return enter(fact, in: \.impacts)
    }

    /// The smaller of what the service and the contractor's contracts tolerate.
    private func tolerated(by service: Service) -> Period? {
        let agreed = say.contracts(of: order.contractor).compactMap(\.downtime)
        return (agreed + [service.downtime].compactMap(\.self)).min()
    }

    /// The step with whose end it is over: the one that ends it, or the last of it where that step by itself gives back what it took.
    private func lastStep(of course: ImpactCourse) -> Int? {
        if let over = course.over { return order.steps[over - 1].givesBack ? over - 1 : over }
        let last = order.steps.count - 1
        return last >= 0 && course.since == last && order.steps[last].givesBack ? last : nil
    }

    /// Whether a harm falls into the hours in which a service is used; one that the order does not end does, some day.
    private func isInHours(of service: Service, from: Timestamp?, until: Timestamp?) -> Bool {
        guard let hours = service.hours else { return false }
        guard let from else { return hours.isAlways }
        guard let until else { return !hours.isNever }
        guard from < until else { return hours.contains(from, in: inventory.client.timezone) }
        return !hours.intervals(in: Interval(from: from, to: until), zone: inventory.client.timezone).isEmpty
    }

    /// An element of what shows an impact: a device by name, a link by its ends.
    private func words(for element: ImpactGraph.Element) -> Symbol? {
        switch element {
        case .device(let device): return played.graphDevices[Int(device.row)].map { label(of: .device($0)) }
        case .link(let link):
            guard let link = played.graphLinks[Int(link.row)] else { return nil }
            let written = self.written(link)
            var ends = (written.ends.isEmpty ? [written.near] : written.ends).map { label(of: .port($0)).text }
            if ends.count == 1 { ends.append("?") }
            return Symbol(ends.joined(separator: " – "))
        }
    }

    /// The rows of the links among elements, each once.
    private mutating func links(in elements: [ImpactGraph.Element]) -> Refs<LinkFact> {
        let links = elements.compactMap { element -> PlayedLink? in
            if case .link(let link) = element { played.graphLinks[Int(link.row)] } else { nil }
        }
        let rows = links.map { link($0) }
        return distinct(rows)
    }
}

/// How the impact on a service runs along the order, seen from one step.
struct ImpactCourse {
    /// The first step from which it is so without a break: the same interval, by the same basis, leaning on no more.
    let since: Int
    /// The first later step at which it is over; nil when the order does not end it.
    let over: Int?

    init(of service: Int, at step: Int, in study: ImpactStudy) {
        var since = step
        while since > 0, Self.goesOn(study[since - 1, service], study[since, service]) { since -= 1 }
        let impact = study[step, service]
        self.since = since
        // A certain outage is over when it is not certain any more; what may go on after that is an impact of its own.
        over = (step + 1..<max(step + 1, study.prefixCount)).first { later in
            impact.outage == .certain ? study[later, service].outage != .certain : study[later, service].atWorst < impact.atWorst
        }
    }

    private static func goesOn(_ before: ServiceImpact, _ after: ServiceImpact) -> Bool {
        (before.atBest, before.atWorst, before.outage, before.basis) == (after.atBest, after.atWorst, after.outage, after.basis)
            && Set(after.leansOn.flatMap { $0 }).isSubset(of: before.leansOn.flatMap { $0 })
    }
}

extension Step {
    /// What the step takes away comes back with its end: the device starts again, the cord is in its other port.
    fileprivate var givesBack: Bool {
        switch verb {
        case .restart, .replace, .move, .configure: true
        default: false
        }
    }
}

extension Selector.Term {
    /// The one thing that is named; nil where a kind of things is.
    fileprivate var object: ObjectRef? {
        switch self {
        case .device(let device): .device(device)
        case .port(let port): .port(port)
        case .cable(let cable): .cable(cable)
        case .circuit(let circuit): .circuit(circuit)
        default: nil
        }
    }
}
