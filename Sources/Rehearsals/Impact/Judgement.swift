/// A service after one prefix: what holds in all worlds, and what in some.
///
/// A world counts when the service is up in it before the order. The level in a world: an outage when it is not up after; degraded when
/// a path then has fewer ways than `at_least` and had enough before; reduced when a single element then cuts it that did not before.
/// Nothing here lists worlds. All of them lie between two plants, before and after: S and S′ hold what is surely there, G and G′ what is there
/// in some world, and any part of what is between may be there (``Planes`` has a bit for each). Four remarks carry the rest:
///
/// 1. The service is up in some world exactly when it is in G, and out in all exactly when it is in G′.
/// 2. It is out in some world exactly when something touched lies on a simple way of G once S′ is contracted (see `outage(of:without:)`).
/// 3. What cuts in G is there in every world that counts, and so may be taken for sure (`given`). That brings S and G nearer to each
///    other without losing a world.
/// 4. An element cuts from now on, in a world in which it did not, exactly when the same question without that element is an outage.
///    So redundancy is remark 2 asked again for each element that may cut at all: those that cut S′.
///
/// With one demand, one way wanted and known carriers and forwarders both bounds are exact, as far as all plants of four cables tell. With
/// several demands, with more ways wanted, with devices that perhaps live or forward and with unknown carriers they hold every world,
/// and rarely more: a demand is then judged without the others, and two ways as if they could meet.
struct Judgement {
    let graph: ImpactGraph
    let demands: [ServiceCase.Demand]
    private(set) var planes: [Planes]
    let touches: Touches
    let living: Set<Int32>
    /// The edges that may be visited for one question. What is not settled then stays possible, and is not certain.
    private let effort: Int

    init(of service: ServiceCase, on graph: ImpactGraph, after touches: Touches, effort: Int) {
        self.graph = graph
        self.touches = touches
        self.effort = effort
        living = service.living
        demands = service.demands
        planes = demands.map { Planes($0.planes, of: $0.region, in: graph, after: touches, living: service.living) }
    }

    /// Up in the most generous world before: the record can explain it.
    var isExplained: Bool { demands.allSatisfy { $0.cuts != nil } }

    /// A demand that is out in every world: the outage is certain.
    var demandOut: Int? { demands.indices.first { !demands[$0].region.connects(planes[$0], Planes.mayAfter) } }

    /// A touched edge whose loss puts a demand out in some world, in the plant without one element.
    ///
    /// Something possibly taken away must lie on a simple way once what surely stands after is contracted (Rel(G/S′)). Then it is: in the
    /// world in which nothing but that way is there besides, the way is lost. And only then: where an outage happens, a way of that
    /// world has lost an edge between two classes, and cut short to a simple way of G/S′ it still has.
    func outage(of demand: Int, without element: Int32 = -1) -> Int? {
        guard planes[demand].hasHits else { return nil }
        return demands[demand].region.relevant(
            planes[demand], in: Planes.mayBefore, sure: Planes.sureAfter, firm: Planes.firmAfter, without: element)?
            .first { planes[demand].edges[$0] & Planes.hit != 0 }
    }

    /// Touched things lie on no way that a demand can have: Rel(G) without hit⁺.
    func isUntouched(_ demand: Int) -> Bool {
        guard planes[demand].hasHits else { return true }
        return !demands[demand].ways.contains { planes[demand].edges[$0] & Planes.hit != 0 }
    }

    /// What surely stands after connects, and nothing cuts there that does not cut in every world before: no harm at any level.
    func keepsRedundancy(_ demand: Int) -> Bool {
        if !planes[demand].hasHits { return true }
        guard demands[demand].atLeast <= 2, let after = cuts(demand, { $0 & Planes.sureAfter != 0 }) else { return false }
        return after.isEmpty || Set(demands[demand].cuts ?? []).isSuperset(of: after)
    }

    /// The single elements that cut the service on a plane; nil when it is not up there.
    func cuts(_ demand: Int, _ isIn: (UInt8) -> Bool) -> [Int32]? {
        demands[demand].region.cuts(planes[demand], over: isIn)
    }

    /// The union over demands; nil when one is not up.
    func cuts(_ isIn: (UInt8) -> Bool) -> Set<Int32>? {
        var all: Set<Int32> = []
        for demand in demands.indices {
            guard let some = cuts(demand, isIn) else { return nil }
            all.formUnion(some)
        }
        return all
    }
}

// MARK: - What must be there

extension Judgement {
    /// The same judgement over the worlds in which these elements are there before, some of them unless they are touched.
    func given(_ elements: Set<Int32>, untouched: Set<Int32> = []) -> Judgement {
        if elements.isEmpty && untouched.isEmpty { return self }
        var sharper = self
        for demand in demands.indices {
            let region = demands[demand].region
            sharper.planes[demand] = planes[demand].with(certain: EmptyCollection(), elements, untouched: untouched, in: region)
        }
        return sharper
    }

    /// What every way after needs, each by its own name and not by what it replaces.
    var neededAfter: Set<Int32> {
        var all: Set<Int32> = []
        for demand in demands.indices {
            all.formUnion(demands[demand].region.cuts(planes[demand], byLink: true) { $0 & Planes.mayAfter != 0 } ?? [])
        }
        return all
    }
}

// MARK: - Redundancy

extension Judgement {
    /// An element may have cut a demand alone before the order, in some world in which the demand was up and survives.
    ///
    /// In such a world the way that survives runs over the element both times: before, once what surely stood is contracted, and after,
    /// once what surely stands is. Where something is added the way after need not have been there before, and only the first is asked.
    private func mayCutBefore(_ element: Int32, _ demand: Int) -> Bool {
        let region = demands[demand].region
        let plane = planes[demand]
        func cuts(_ host: UInt8, _ sure: UInt8, _ firm: UInt8) -> Bool {
            region.relevant(plane, in: host, sure: sure, firm: firm, kept: element)?
                .contains { region.falls($0, with: element, plane) } ?? false
        }
        guard cuts(Planes.mayBefore, Planes.sureBefore, Planes.firmBefore) else { return false }
        return plane.hasAdditions || cuts(Planes.mayAfter, Planes.sureAfter, Planes.firmAfter)
    }

    /// Elements that cut in every world after, and cut in none before; provided that it is up after in some world.
    func isSurelyReduced(cutsBefore: Set<Int32>) -> Bool {
        guard let after = cuts({ $0 & Planes.mayAfter != 0 }) else { return false }
        let size = demands.reduce(1) { $0 + $1.region.a.count }
        return after.subtracting(cutsBefore).sorted().prefix(effort / size).contains { element in
            !demands.indices.contains { mayCutBefore(element, $0) }
        }
    }

    /// Elements that in some world cut after and did not before; provided that no outage is possible.
    ///
    /// In some world `e` cuts after and not before exactly when, in the plant without `e`, the same touches may put the service out.
    func possiblyReduced(cutsBefore: Set<Int32>, among some: [Int]) -> Reduction? {
        var spent = 0
        for demand in some where !isUntouched(demand) {
            let region = demands[demand].region
            // What may survive everything: an element that cuts there, and did not in G, cuts in the most generous world.
            if let after = cuts(demand, { $0 & Planes.sureAfter != 0 || $0 & (Planes.mayBefore | Planes.hit) == Planes.mayBefore }),
                case let fresh = Set(after).subtracting(cutsBefore), !fresh.isEmpty
            {
                return .shown(fresh.sorted())
            }
            for element in candidates(demand) where !cutsBefore.contains(element) {
                spent += region.a.count
                if spent > effort { return .notExcluded }
                if outage(of: demand, without: element) != nil { return .shown([element]) }
            }
        }
        return nil
    }

    /// What may cut a demand on the strict plane after, and lies on a way at all.
    private func candidates(_ demand: Int) -> [Int32] {
        let region = demands[demand].region
        if let cuts = cuts(demand, { $0 & Planes.sureAfter != 0 }) { return cuts.sorted() }
        let ways = region.relevant(planes[demand], in: Planes.mayBefore | Planes.sureAfter, sure: 0, firm: 0) ?? []
        var elements: Set<Int32> = []
        for edge in ways {
            elements.formUnion([planes[demand].risk[edge], region.vertexRisk[Int(region.a[edge])], region.vertexRisk[Int(region.b[edge])]])
        }
        elements.remove(-1)
        return elements.sorted()
    }

    /// How a loss of redundancy was found.
    enum Reduction: Equatable {
        /// Each of these cuts after, in some world in which it did not before.
        case shown([Int32])
        /// Not every element could be tried, or elements alone do not show it.
        case notExcluded
    }
}

// MARK: - Degradation

extension Judgement {
    /// The demands of each path that wants more than one way.
    private var wanting: [[Int]] {
        Dictionary(grouping: demands.indices.filter { demands[$0].atLeast > 1 }) { demands[$0].path }.sorted { $0.key < $1.key }.map(
            \.value)
    }

    private func ways(_ path: [Int], _ mask: UInt8, upTo limit: Int) -> Int {
        path.map { demands[$0].region.ways(planes[$0], mask, upTo: limit) }.min() ?? limit
    }

    /// Too few ways in every world after, and enough in every world before in which the path survives.
    var isSurelyDegraded: Bool {
        wanting.contains { path in
            let limit = demands[path[0]].atLeast
            guard ways(path, Planes.mayAfter, upTo: limit) < limit else { return false }
            if ways(path, Planes.sureBefore, upTo: limit) >= limit { return true }
            return limit == 2 && path.allSatisfy(neverSingle)
        }
    }

    /// No element cuts the demand alone before, in any world in which it survives.
    private func neverSingle(_ demand: Int) -> Bool {
        guard let single = cuts(demand, { $0 & Planes.sureBefore != 0 }) else { return false }
        return !single.contains { mayCutBefore($0, demand) }
    }

    /// A path that in some world has too few ways after, and had enough before; provided that no outage is possible.
    var possiblyDegraded: (path: [Int], by: Reduction)? {
        for path in wanting {
            if let reduction = possibleDegradation(of: path) { return (path, reduction) }
        }
        return nil
    }

    private func possibleDegradation(of path: [Int]) -> Reduction? {
        let limit = demands[path[0]].atLeast
        guard !path.allSatisfy(isUntouched), ways(path, Planes.mayBefore, upTo: limit) >= limit,
            ways(path, Planes.sureAfter, upTo: limit) < limit
        else { return nil }
        var sharper = self
        for demand in path {
            sharper.planes[demand] = planes[demand].with(
                certain: needed(demand, limit), [], untouched: [], in: demands[demand].region)
        }
        guard sharper.ways(path, Planes.sureAfter, upTo: limit) < limit else { return nil }
        return limit > 2 ? .notExcluded : sharper.possiblyReduced(cutsBefore: [], among: path)
    }

    /// Edges that are there in every world in which a demand has that many ways before: without one of them there are fewer.
    private func needed(_ demand: Int, _ limit: Int) -> [Int] {
        let region = demands[demand].region
        let open = region.a.indices.filter {
            planes[demand].edges[$0] & (Planes.mayBefore | Planes.firmBefore) == Planes.mayBefore
        }
        guard open.count * region.a.count <= effort else { return [] }
        return open.filter { region.ways(planes[demand], Planes.mayBefore, upTo: limit, withoutEdge: $0) < limit }
    }
}
