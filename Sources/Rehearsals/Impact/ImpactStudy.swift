/// The impact of every prefix of an order on every service (see ``ImpactGraph`` for a worked example).
package struct ImpactStudy: Sendable {
    /// How many prefixes were studied.
    package let prefixCount: Int
    /// How many services were studied.
    package let serviceCount: Int
    /// By prefix, then by service.
    private var impacts: [ServiceImpact]

    /// Studies services on a graph after each prefix.
    package init(of services: [ImpactService], on graph: ImpactGraph, after prefixes: [Touches]) {
        prefixCount = prefixes.count
        serviceCount = services.count
        impacts = Array(repeating: ServiceImpact(), count: prefixes.count * services.count)
        let wiring = Wiring(graph)
        for service in services.indices {
            let one = ServiceCase(service, among: services, on: graph, wiring)
            for (prefix, touches) in prefixes.enumerated() {
                var impact = Judgement(of: one, on: graph, after: touches, budget: 50_000_000).impact
                if !impact.isExplained, !touches.strangePlaces.isDisjoint(with: one.places) {
                    impact.outage = .possible
                    impact.atWorst = .outage
                }
                impact.since = prefix
                if prefix > 0 {
                    let before = self[prefix - 1, service]
                    if (before.atBest, before.atWorst, before.outage) == (impact.atBest, impact.atWorst, impact.outage) {
                        impact.since = before.since
                    }
                }
                impacts[prefix * serviceCount + service] = impact
            }
        }
    }

    /// The impact of the steps up to and with this one on a service.
    package subscript(prefix: Int, service: Int) -> ServiceImpact {
        impacts[prefix * serviceCount + service]
    }
}

extension Judgement {
    /// The interval, and why an outage is excluded; what shows it is added by the caller.
    var impact: ServiceImpact {
        var impact = ServiceImpact()
        guard isExplained else {
            impact.isExplained = false
            impact.outage = .unexplained
            return impact
        }
        if demands.indices.allSatisfy(isUntouched) {
            impact.basis = .untouched
            return impact
        }
        if isOutageCertain {
            (impact.atBest, impact.atWorst, impact.outage) = (.outage, .outage, .certain)
            return impact
        }
        let before = cuts { $0 & Planes.mayBefore != 0 } ?? []
        impact.atBest = isSurelyDegraded ? .degraded : surelyReduced(cutsBefore: before) != nil ? .reducedRedundancy : .noImpact
        if isOutagePossible {
            (impact.atWorst, impact.outage) = (.outage, .possible)
            return impact
        }
        impact.basis = .survives
        if isPossiblyDegraded {
            impact.atWorst = .degraded
        } else if possiblyReduced(cutsBefore: before, among: Array(demands.indices)) != nil {
            impact.atWorst = .reducedRedundancy
        }
        return impact
    }
}
