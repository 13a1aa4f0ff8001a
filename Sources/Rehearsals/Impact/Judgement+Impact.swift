/// The interval after one prefix, why an outage is excluded, and what shows it.
extension Judgement {
    func impact(showing finder: inout WayFinder) -> ServiceImpact {
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
        // What cuts the service in G is there in every world in which it is up; what cuts it in G′, in every world in which it survives.
        let before = Set(demands.flatMap { $0.cuts ?? [] })
        let up = given(before)
        if demands.indices.allSatisfy(up.keepsRedundancy) {
            up.lean(&impact, cutsBefore: before, &finder)
            return impact
        }
        if let out = demandOut {
            (impact.atBest, impact.atWorst, impact.outage) = (.outage, .outage, .certain)
            impact.shownBy = lostWay(of: out, &finder)
            return impact
        }
        impact.atBest = given(before, untouched: neededAfter).best(cutsBefore: before)
        if let out = up.demands.indices.first(where: { up.outage(of: $0) != nil }) {
            (impact.atWorst, impact.outage) = (.outage, .possible)
            impact.shownBy = up.lostWay(of: out, &finder)
            return impact
        }
        up.fillWorst(&impact, cutsBefore: before, &finder)
        up.lean(&impact, cutsBefore: before, &finder)
        return impact
    }

    private func lean(_ impact: inout ServiceImpact, cutsBefore: Set<Int32>, _ finder: inout WayFinder) {
        var proven = standingAfter
        proven.isProven = true
        proven.borne = cutsBefore.filter { $0 < Int32(graph.links.count) }
        impact.basis = .survives
        impact.leansOn = standingWays(proven, &finder)
        var seen: Set<ImpactGraph.Element> = []
        impact.unproven = impact.leansOn.joined().filter { !proven.isProvenUp($0) && seen.insert($0).inserted }
        impact.isProven = !impact.leansOn.isEmpty && impact.unproven.isEmpty
    }

    /// The level in every world in which the service survives; provided that it survives in some.
    private func best(cutsBefore: Set<Int32>) -> ImpactLevel {
        isSurelyDegraded ? .degraded : isSurelyReduced(cutsBefore: cutsBefore) ? .reducedRedundancy : .noImpact
    }

    /// The level in some world, and what shows it; provided that no outage is possible.
    private func fillWorst(_ impact: inout ServiceImpact, cutsBefore: Set<Int32>, _ finder: inout WayFinder) {
        if let (path, reduction) = possiblyDegraded {
            impact.atWorst = .degraded
            impact.shownBy = elements(reduction, of: path, &finder)
        } else if let reduction = possiblyReduced(cutsBefore: cutsBefore, among: Array(demands.indices)) {
            impact.atWorst = .reducedRedundancy
            impact.shownBy = elements(reduction, of: Array(demands.indices), &finder)
        }
    }

    /// The elements that cut, or a touched way where none was found for certain.
    private func elements(_ reduction: Reduction, of some: [Int], _ finder: inout WayFinder) -> [ImpactGraph.Element] {
        switch reduction {
        case .shown(let cuts): cuts.map { Region.element(ofRisk: $0, in: graph) }
        case .notExcluded: some.first { !isUntouched($0) }.map { touchedWay(of: $0, &finder) } ?? []
        }
    }
}

// MARK: - Ways that are shown

extension Judgement {
    private var standingBefore: Standing { Standing(graph: graph, touches: nil, living: living) }

    private var standingAfter: Standing { Standing(graph: graph, touches: touches, living: living) }

    /// A way that is there before, in every world or in some, and whose touched elements put the demand out when they are away.
    ///
    /// If what surely stands before connects, a shortest way there: what is left of it after does not connect. Otherwise a way of G/S′
    /// through something touched: in the world in which nothing else is there besides what surely stands, it was the only one.
    private func lostWay(of demand: Int, _ finder: inout WayFinder) -> [ImpactGraph.Element] {
        let one = demands[demand]
        if let way = finder.way(from: one.from, to: one.to, over: standingBefore) { return way }
        let contracted = one.region.contracted(
            planes[demand], in: Planes.mayBefore, sure: Planes.sureAfter, firm: Planes.firmAfter)
        return way(throughTouched: contracted, of: demand, &finder) ?? touchedWay(of: demand, &finder)
    }

    /// A way before that runs over something touched.
    private func touchedWay(of demand: Int, _ finder: inout WayFinder) -> [ImpactGraph.Element] {
        let contracted = demands[demand].region.contracted(planes[demand], in: Planes.mayBefore, sure: 0, firm: 0)
        return way(throughTouched: contracted, of: demand, &finder) ?? []
    }

    /// Through what is surely lost if there is such a thing, and the first by row.
    private func way(
        throughTouched contracted: Region.Contracted?, of demand: Int, _ finder: inout WayFinder
    ) -> [ImpactGraph.Element]? {
        let region = demands[demand].region
        let edges = planes[demand].edges
        guard var contracted else { return nil }
        contracted.edges = region.block(of: contracted)
        let touched = contracted.edges.filter { edges[$0] & Planes.hit != 0 }.min { one, other in
            let isLost = (edges[one] & Planes.lost != 0, edges[other] & Planes.lost != 0)
            return isLost.0 == isLost.1 ? one < other : isLost.0
        }
        guard let touched, let way = region.way(through: touched, of: contracted, planes[demand]) else { return nil }
        return elements(of: way, of: demand, &finder)
    }

    /// For each demand that is touched, the way that must take over: one that is proven up if there is such a way, else a shortest one.
    ///
    /// It stands in every world if any does; else it is a way that no touch reaches, for which in other worlds others stand.
    private func standingWays(_ proven: Standing, _ finder: inout WayFinder) -> [[ImpactGraph.Element]] {
        var ways: [[ImpactGraph.Element]] = []
        for (number, one) in demands.enumerated() where !isUntouched(number) {
            let edges = planes[number].edges
            let way =
                finder.way(from: one.from, to: one.to, over: proven) ?? finder.way(from: one.from, to: one.to, over: standingAfter)
                ?? one.region.shortest(Region.from, Region.to) {
                    edges[$0] & Planes.sureAfter != 0 || edges[$0] & (Planes.mayBefore | Planes.hit) == Planes.mayBefore
                }.map { elements(of: $0, of: number, &finder) }
            if let way, !ways.contains(way) { ways.append(way) }
        }
        return ways
    }

    /// A way as people see it. Where it runs through bedrock, a shortest way there.
    private func elements(of way: [Region.Stretch], of demand: Int, _ finder: inout WayFinder) -> [ImpactGraph.Element] {
        let region = demands[demand].region
        var elements: [ImpactGraph.Element] = [.device(.init(row: demands[demand].from))]
        var last = demands[demand].from
        for stretch in way {
            let row = region.link[stretch.edge]
            if row >= 0 { elements.append(.link(.init(row: row))) }
            let device = region.device(atEnd: stretch.end, of: stretch.edge)
            guard device >= 0, device != last else { continue }
            if row == Wiring.given {
                elements += finder.way(from: last, to: [device], over: standingAfter)?.dropFirst() ?? []
            } else {
                elements.append(.device(.init(row: device)))
            }
            last = device
        }
        return elements
    }
}
