/// One service on a graph: the regions in which its ways can run.
///
/// What it needs counts as its own: it is up when all its demands, and those of all that it needs, are met.
struct ServiceCase {
    /// One endpoint and what it must reach.
    struct Demand {
        /// The first of those that fare alike.
        var from: Int32
        var to: Set<Int32>
        var region: Region
        /// The path that it belongs to, counted over the service and all that it needs.
        var path: Int
        var atLeast: Int
        /// Where nothing is touched.
        var planes: Planes
        /// The edges on some way before: Rel(G).
        var ways: [Int]
        /// What cuts before, in G; nil when that does not connect.
        var cuts: [Int32]?
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
        demands = paths.enumerated().flatMap { [living] number, path in
            Self.endpoints(of: path, on: ground).map { Demand($0, path, number, on: ground, endpoints: endpoints, living: living) }
        }
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

    /// What tells whether two endpoints fare alike: where they hang, and how surely.
    private enum Hanging: Hashable {
        case alone(Int32)
        case on(Int32, ImpactGraph.Presence, ImpactGraph.Presence, isProvenUp: Bool)
    }

    /// The endpoints of a path, of those that fare alike the first: desks by the dozen hang on each switch.
    ///
    /// They hang on one device, each by a link of its own that is known as well as the others' and is not touched. What happens to one of
    /// their ways happens to all, and their own links are no ways that must take over.
    private static func endpoints(of path: ServicePath, on ground: Ground) -> [Int32] {
        let to = Set(path.to)
        var known: Set<Hanging> = []
        return path.from.filter { to.contains($0) || known.insert(hanging($0.row, path, ground)).inserted }.map(\.row)
    }

    private static func hanging(_ device: Int32, _ path: ServicePath, _ ground: Ground) -> Hanging {
        guard !ground.touched.holds(device: device), let (other, link) = ground.atlas(for: path.atLeast).only(neighbourOf: device),
            !ground.touched.holds(link: link)
        else { return .alone(device) }
        let row = ground.graph.links[Int(link)]
        return .on(other, row.presence, ground.graph.devices[Int(device)].presence, isProvenUp: row.isProvenUp)
    }

    private static func touchable(_ demands: [Demand], _ ground: Ground) -> [ImpactGraph.Element] {
        var devices: Set<Int32> = []
        var links: Set<Int32> = []
        for region in demands.map(\.region) {
            for edge in region.touchedEdges {
                devices.formUnion([region.deviceA[edge], region.deviceB[edge]])
                links.insert(region.link[edge])
                // A lost link lends its name to the one that takes its part.
                if let old = ground.graph.forerunners[region.link[edge]] { links.insert(old) }
            }
        }
        return devices.filter { $0 >= 0 && ground.touched.devices[Int($0)] }.map { .device(.init(row: $0)) }
            + links.filter { $0 >= 0 && ground.touched.links[Int($0)] }.map { .link(.init(row: $0)) }
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

extension ServiceCase.Demand {
    init(_ from: Int32, _ path: ServicePath, _ number: Int, on ground: Ground, endpoints: Set<Int32>, living: Set<Int32>) {
        self.from = from
        self.path = number
        atLeast = path.atLeast
        to = Set(path.to.map(\.row))
        let atlas = ground.atlas(for: path.atLeast)
        let edges = to.contains(from) ? [] : atlas.edges(between: from, and: to)
        region = Region(from: from, to: to, over: edges, of: atlas.wiring, endpoints: endpoints, on: ground)
        planes = Planes(of: region, in: ground.graph, living: living)
        ways = region.relevant(planes, in: Planes.mayBefore, sure: 0, firm: 0) ?? []
        cuts = region.cuts(planes) { $0 & Planes.mayBefore != 0 }
    }
}
