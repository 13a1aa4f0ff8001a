/// One service on a graph: the regions in which its ways can run.
///
/// What it needs counts as its own: it is up when all its demands, and those of all that it needs, are met.
struct ServiceCase {
    /// One endpoint and what it must reach.
    struct Demand {
        var from: Int32
        var to: Set<Int32>
        var region: Region
        /// The path that it belongs to, counted over the service and all that it needs.
        var path: Int
        var atLeast: Int
    }

    let demands: [Demand]
    /// Devices that live in every world in which the service is up.
    let living: Set<Int32>
    /// Where it is, and all that it needs.
    let places: Set<Int32>
    /// The touched elements that can matter to it: it fares alike after prefixes that make the same of these.
    private let touchable: [ImpactGraph.Element]

    init(_ service: Int, among services: [ImpactService], on ground: Ground) {
        let all = Self.needed(by: service, among: services)
        let paths = all.flatMap { services[$0].paths }
        let endpoints = Set(paths.flatMap { $0.from + $0.to }.map(\.row))
        living = Set(paths.flatMap { $0.from + ($0.to.count == 1 ? $0.to : []) }.map(\.row))
        places = all.reduce(into: []) { $0.formUnion(services[$1].places) }
        var demands: [Demand] = []
        for (number, path) in paths.enumerated() {
            let to = Set(path.to.map(\.row))
            let atlas = ground.atlas(for: path.atLeast)
            for from in path.from.map(\.row) {
                let edges = to.contains(from) ? [] : atlas.edges(between: from, and: to)
                let region = Region(from: from, to: to, over: edges, of: atlas.wiring, ground.graph, endpoints: endpoints)
                demands.append(Demand(from: from, to: to, region: region, path: number, atLeast: path.atLeast))
            }
        }
        self.demands = demands
        touchable = Self.touchable(demands, ground)
    }

    /// The service and all that it needs, each once.
    private static func needed(by service: Int, among services: [ImpactService]) -> [Int] {
        var all = [service]
        var at = 0
        while at < all.count {
            for need in services[all[at]].needs where !all.contains(need) { all.append(need) }
            at += 1
        }
        return all
    }

    private static func touchable(_ demands: [Demand], _ ground: Ground) -> [ImpactGraph.Element] {
        var found: Set<ImpactGraph.Element> = []
        func add(_ element: ImpactGraph.Element) { if ground.touched.contains(element) { found.insert(element) } }
        for demand in demands {
            for row in Set(demand.region.deviceA + demand.region.deviceB).union(demand.to).union([demand.from]) where row >= 0 {
                add(.device(.init(row: row)))
            }
            for row in demand.region.link where row >= 0 {
                add(.link(.init(row: row)))
                // A lost link lends its name to the one that takes its part.
                if let old = ground.graph.forerunners[row] { add(.link(.init(row: old))) }
            }
        }
        return Array(found)
    }

    /// What a prefix makes of all that can matter.
    func fates(_ touches: Touches) -> [Touches.Fate] {
        touchable.map { element in
            switch element {
            case .device(let device): touches[device]
            case .link(let link): touches[link]
            }
        }
    }
}

/// A graph, made ready for looking up where ways can run.
struct Ground {
    let graph: ImpactGraph
    /// All elements that some prefix touches.
    let touched: Set<ImpactGraph.Element>
    /// Exact where no more than one failure is asked for.
    private let shrunk: Atlas
    /// Only when a path wants three ways or more.
    private let whole: Atlas?

    init(_ graph: ImpactGraph, for services: [ImpactService], after prefixes: [Touches]) {
        self.graph = graph
        let paths = services.flatMap(\.paths)
        let bedrock = Bedrock(graph, after: prefixes)
        let endpoints = Set(paths.flatMap { $0.from + $0.to }.map(\.row))
        shrunk = Atlas(Wiring(graph, on: bedrock, endpoints: endpoints), of: graph)
        whole = paths.contains { $0.atLeast > 2 } ? Atlas(Wiring(graph, endpoints: endpoints), of: graph) : nil
        touched = prefixes.reduce(into: []) { all, touches in
            for row in touches.links.keys { all.insert(.link(.init(row: row))) }
            for row in touches.devices.keys { all.insert(.device(.init(row: row))) }
        }
    }

    func atlas(for ways: Int) -> Atlas { ways > 2 ? whole ?? shrunk : shrunk }
}
