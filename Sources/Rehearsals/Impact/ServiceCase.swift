/// One service on a graph: the regions in which its ways can run.
///
/// What it needs counts as its own: it is up when all its demands, and those of all that it needs, are met.
struct ServiceCase {
    /// One endpoint and what it must reach.
    struct Demand {
        var region: Region
        /// The path that it belongs to, counted over the service and all that it needs.
        var path: Int
        var atLeast: Int
    }

    let demands: [Demand]
    /// Devices that live in every world in which the service is up.
    let living: Set<Int32>
    let places: Set<Int32>

    init(_ service: Int, among services: [ImpactService], on graph: ImpactGraph, _ wiring: Wiring) {
        var paths: [ServicePath] = []
        var open = [service]
        var seen: Set<Int> = [service]
        while let one = open.popLast() {
            paths += services[one].paths
            for need in services[one].needs where seen.insert(need).inserted { open.append(need) }
        }
        let endpoints = Set(paths.flatMap { $0.from + $0.to }.map(\.row))
        living = Set(paths.flatMap { $0.from + ($0.to.count == 1 ? $0.to : []) }.map(\.row))
        places = services[service].places
        var demands: [Demand] = []
        for (number, path) in paths.enumerated() {
            let goals = Set(path.to.map(\.row))
            for from in path.from {
                let region = Region(
                    from: from.row, to: goals, over: wiring.a.indices, of: wiring, graph, endpoints: endpoints)
                demands.append(Demand(region: region, path: number, atLeast: path.atLeast))
            }
        }
        self.demands = demands
    }
}
