/// How bad it is for a service, in the words of maintenance notices.
package enum ImpactLevel: UInt8, Sendable, Comparable, CaseIterable {
    case noImpact, reducedRedundancy, degraded, outage

    /// As it is written in documents.
    package var word: StaticString {
        switch self {
        case .noImpact: "no-impact"
        case .reducedRedundancy: "reduced-redundancy"
        case .degraded: "degraded"
        case .outage: "outage"
        }
    }

    package static func < (left: ImpactLevel, right: ImpactLevel) -> Bool { left.rawValue < right.rawValue }
}

/// In which worlds something happens: in none, in some or in all of those in which the service was up before.
package enum Certainty: UInt8, Sendable {
    case excluded
    case possible
    case certain
    /// The record has no way for the service even before the order.
    case unexplained

    /// As it is written in documents.
    package var word: StaticString {
        switch self {
        case .excluded: "excluded"
        case .possible: "possible"
        case .certain: "certain"
        case .unexplained: "unexplained"
        }
    }
}

/// What a prefix of the order does to a service, against the start, over all worlds.
package struct ServiceImpact: Sendable, Equatable {
    /// Why an outage is excluded.
    package enum Basis: UInt8, Sendable {
        /// No way that it can have is touched.
        case untouched
        /// Ways are touched, and others take over.
        case survives

        /// As it is written in documents.
        package var word: StaticString { self == .untouched ? "untouched" : "survives" }
    }

    package var atBest = ImpactLevel.noImpact
    package var atWorst = ImpactLevel.noImpact
    /// Of an outage.
    package var outage = Certainty.excluded
    /// The record has a way for it before the order.
    package var isExplained = true
    /// The first prefix from which the interval is so without a break.
    package var since = 0
    /// Only when an outage is excluded.
    package var basis: Basis?
    /// What shows the worst level.
    ///
    /// Of an outage, the way that is lost or may be lost, in order from the endpoint on: device, link, device. Where it runs over cords with
    /// unknown ends, these follow each other. Of lost redundancy, single elements that cut from now on. Where no single one can be named
    /// (three ways or more are wanted, or the effort is spent), a way that is touched.
    package var shownBy: [ImpactGraph.Element] = []
    /// The ways that must take over, each in order from its endpoint on; only when it survives.
    ///
    /// One for each path that is touched: one proven up if there is such a way, else a shortest one of those that surely stand, else one that
    /// stands if it is there at all.
    package var leansOn: [[ImpactGraph.Element]] = []
    /// The links of these ways that nothing shows up: neither fresh evidence nor that the service works, which it does not without a
    /// link that was its only one.
    package var unproven: [ImpactGraph.Element] = []
    /// There are ways that take over, and each of their links is shown up.
    package var isProven = false

    package init() {}

    /// The certainty that the level is at least this.
    package func certainty(of level: ImpactLevel) -> Certainty {
        if !isExplained { return outage }
        if atBest >= level { return .certain }
        return atWorst < level ? .excluded : .possible
    }
}
