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
    }

    /// The impact of the steps up to and with this one on a service.
    package subscript(prefix: Int, service: Int) -> ServiceImpact {
        impacts[prefix * serviceCount + service]
    }
}
