/// The impact of every prefix of an order on every service (see ``ImpactGraph`` for a worked example).
package struct ImpactStudy: Sendable {
    /// How many prefixes were studied.
    package let prefixCount: Int
    /// How many services were studied.
    package let serviceCount: Int
    /// By prefix, then by service.
    private var impacts: [ServiceImpact]

    /// Studies services on a graph after each prefix.
    ///
    /// - Parameter effort: the edges that may be visited to settle one question about the redundancy of one service after one prefix. When
    ///   that is spent the interval is wider than it might be, never narrower.
    package init(
        of services: [ImpactService], on graph: ImpactGraph, after prefixes: [Touches], effort: Int = 2_000_000
    ) {
        prefixCount = prefixes.count
        serviceCount = services.count
        impacts = Array(repeating: ServiceImpact(), count: prefixes.count * services.count)
        let ground = Ground(graph, for: services, after: prefixes)
        var finder = WayFinder(graph, ground.touched)
        for service in services.indices {
            let one = ServiceCase(service, among: services, on: ground)
            var last: (fates: [Touches.Fate], impact: ServiceImpact)?
            for (prefix, touches) in prefixes.enumerated() {
                let fates = one.fates(touches)
                if last == nil || last!.fates != fates {
                    last = (fates, Judgement(of: one, on: graph, after: touches, effort: effort).impact(showing: &finder))
                }
                note(last!.impact, prefix, service, isNearStrange: !touches.strangePlaces.isDisjoint(with: one.places))
            }
        }
    }

    /// - Parameter isNearStrange: something unknown or foreign was touched where the service is; what the record cannot explain may hang on it.
    private mutating func note(_ found: ServiceImpact, _ prefix: Int, _ service: Int, isNearStrange: Bool) {
        var impact = found
        if !impact.isExplained, isNearStrange { (impact.outage, impact.atWorst) = (.possible, .outage) }
        impact.since = prefix
        if prefix > 0, case let before = self[prefix - 1, service],
            (before.atBest, before.atWorst, before.outage) == (impact.atBest, impact.atWorst, impact.outage)
        {
            impact.since = before.since
        }
        impacts[prefix * serviceCount + service] = impact
    }

    /// The impact of the steps up to and with this one on a service.
    package subscript(prefix: Int, service: Int) -> ServiceImpact {
        impacts[prefix * serviceCount + service]
    }
}
