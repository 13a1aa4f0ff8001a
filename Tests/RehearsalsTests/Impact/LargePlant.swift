import Rehearsals

/// A plant as large as they come, from a seed: for measuring, and for comparing the whole with its parts.
struct LargePlant {
    var graph = ImpactGraph()
    var services: [ImpactService] = []
    var prefixes: [Touches] = []
    private var devices: [ImpactGraph.Device] = []
    private var made: [ImpactGraph.Link] = []

    /// Cores, distribution and access switches in a tree with two uplinks each, cross links between them, and servers on access switches.
    ///
    /// - Parameters:
    ///   - switches: the share of devices that forward, in percent.
    ///   - open: the share of links whose record has expired, in percent.
    init(devices: Int, links: Int, services: Int, prefixes: Int, switches: Int, open: Int, looseEnds: Int, seed: UInt64) {
        var random = Seeded(seed)
        let forwarding = max(4, devices * switches / 100)
        let all = (0..<devices).map { graph.addDevice(forwards: $0 < forwarding ? .always : .never) }
        func link(_ a: Int, _ b: Int) {
            made.append(graph.addLink(all[a], all[b], random.chance(open) ? .possible : .sure, isProvenUp: random.chance(50)))
        }
        for device in 1..<devices {
            let above = max(1, min(device / 8, forwarding))
            for _ in 0..<(device < forwarding ? 2 : 1) {
                link(device, device < forwarding ? random.below(above) : random.below(forwarding))
            }
        }
        while made.count < links - looseEnds {
            let a = random.below(forwarding)
            link(a, (a + 1 + random.below(forwarding - 1)) % forwarding)
        }
        let recorded = made
        let cords = (0..<looseEnds).map { _ in graph.addLooseEnd(at: all[random.below(forwarding)]) }
        made += cords
        self.devices = all
        self.services = (0..<services).map { _ in
            ImpactService([ServicePath(from: [all[random.below(devices)]], to: [all[random.below(devices)]])])
        }
        var touches = Touches()
        for prefix in 0..<prefixes {
            // One link anywhere, one near the edge so that some services fall, one cord; and sometimes a switch is configured.
            touches[recorded[random.below(recorded.count)]] = .away
            touches[recorded[recorded.count / 8 + random.below(recorded.count / 16)]] = .away
            if let cord = cords.randomElement(using: &random) { touches[cord] = .away }
            if prefix % 5 == 3 { touches[all[random.below(forwarding)]] = .perhaps }
            self.prefixes.append(touches)
        }
    }

    func study() -> ImpactStudy { ImpactStudy(of: services, on: graph, after: prefixes) }

    /// A prefix that touches all there is.
    var everythingAway: Touches {
        var all = Touches()
        for link in made { all[link] = .away }
        for device in devices { all[device] = .away }
        return all
    }
}
