/// The ways that a service needs: it is up when every `from` of every path reaches some `to`, and all that it needs is up.
package struct ImpactService: Sendable {
    package var paths: [ServicePath]
    /// Services (by position in the study) without which it is down. Their ways count as its own, at every level.
    package var needs: [Int]
    /// Where it is (numbers as in ``Touches/strangePlaces``): matters only for a service that the record cannot explain.
    package var places: Set<Int32>

    package init(_ paths: [ServicePath], needs: [Int] = [], places: Set<Int32> = []) {
        self.paths = paths
        self.needs = needs
        self.places = places
    }
}

/// A path of a service: between endpoints and what they must reach.
package struct ServicePath: Sendable {
    package var from: [ImpactGraph.Device]
    package var to: [ImpactGraph.Device]
    /// The ways below which it counts as degraded. One means that only an outage is worse than lost redundancy.
    package var atLeast: Int

    package init(from: [ImpactGraph.Device], to: [ImpactGraph.Device], atLeast: Int = 1) {
        self.from = from
        self.to = to
        self.atLeast = atLeast
    }
}
