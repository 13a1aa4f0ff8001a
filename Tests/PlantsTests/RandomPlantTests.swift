import Inventories
import PlantDrawings
import Plants
import Testing

/// Tracing and links on plants drawn at random, from printed seeds.
@Suite struct RandomPlantTests {
    private static let seeds: Range<UInt64> = 0..<150

    @Test(arguments: seeds) func `what a port reaches leads back to it, unless the record does not say by which strand`(_ seed: UInt64) {
        let drawn = Drawing(RandomPlant(seed).text)
        for port in drawn.cabledPorts where !drawn.plant.isPassThrough(port) {
            for trace in drawn.plant.traces(from: port) where trace.end == .complete {
                for end in trace.to {
                    let back = drawn.plant.traces(from: end)
                    #expect(
                        back.contains { $0.to.contains(port) || $0.end == .split },
                        "seed \(seed): \(drawn.name(of: port)) to \(drawn.name(of: end))")
                }
            }
        }
    }

    @Test(arguments: seeds) func `every cable stands in the traces of every port that it is plugged into`(_ seed: UInt64) {
        let drawn = Drawing(RandomPlant(seed).text)
        for port in drawn.cabledPorts {
            let traced = Set(drawn.plant.traces(from: port).flatMap(\.cables))
            for cable in drawn.plant.cables(in: port) {
                #expect(traced.contains(cable), "seed \(seed): \(drawn.name(of: cable)) in \(drawn.name(of: port))")
            }
        }
    }

    @Test(arguments: seeds) func `the order of the rows changes no trace and no link`(_ seed: UInt64) {
        let text = RandomPlant(seed).text
        let (drawn, shuffled) = (Drawing(text), Drawing(text, shuffledBy: seed))
        for port in drawn.cabledPorts {
            let name = drawn.name(of: port)
            #expect(drawn.traces(from: name) == shuffled.traces(from: name), "seed \(seed): \(name)")
        }
        #expect(drawn.links == shuffled.links, "seed \(seed)")
    }

    @Test(arguments: seeds) func `links are the pairs that a flood of strands joins`(_ seed: UInt64) {
        let drawn = Drawing(RandomPlant(seed).text)
        let links = Links(drawn.plant)
        let pairs = links.refs.map { links[$0] }.filter { $0.ends.count == 2 }.map { Set($0.ends.map { drawn.name(of: $0) }) }
        #expect(Set(pairs) == StrandFlood(drawn).pairs, "seed \(seed)\n\(RandomPlant(seed).text)")
        #expect(Set(pairs).count == pairs.count, "seed \(seed): a link is found twice")
    }

    @Test(arguments: seeds) func `links through a port are those of the whole plant that run over it`(_ seed: UInt64) {
        let drawn = Drawing(RandomPlant(seed).text)
        let links = Links(drawn.plant)
        for port in drawn.inventory.ports.refs {
            let whole = links.links(over: .port(port)).map { drawn.text(of: links[$0]) }.sorted()
            #expect(drawn.plant.links(through: port).map { drawn.text(of: $0) }.sorted() == whole, "seed \(seed): \(drawn.name(of: port))")
        }
    }

    @Test(arguments: 0..<40) func `supplies end at the feeds that a search over cords and inlets finds`(_ seed: UInt64) {
        let drawn = Drawing(RandomPlant.power(seed))
        for supply in Supplies(drawn.plant).all {
            let feeds = Set(supply.feeds.map { drawn.name(of: $0) })
            #expect(feeds == drawn.feeds(of: supply.inlet), "seed \(seed): \(drawn.name(of: supply.inlet))")
            for way in supply.ways { #expect((way.feed != nil) == (way.end == .complete)) }
        }
    }
}

/// A plant drawn at random: switches, panels whose rear ports hold one, two or four strands, circuits, cords among them.
struct RandomPlant {
    private(set) var text = ""

    init(_ seed: UInt64) {
        var random = SplitMix(seed)
        var single = (0..<3).flatMap { device in (1...3).map { "sw-\(device):\($0)" } }
        var trunks: [Int: [String]] = [:]
        for panel in 0..<Int.random(in: 1...3, using: &random) {
            var front = 1
            for rear in 1...Int.random(in: 1...3, using: &random) {
                let positions = [1, 1, 2, 4].randomElement(using: &random) ?? 1
                text += "PP-\(panel):rear/\(rear) has \(positions)\n"
                for position in 1...positions {
                    single.append("PP-\(panel):front/\(front)")
                    if Int.random(in: 0..<8, using: &random) > 0 {
                        text += "[PP-\(panel):front/\(front) | PP-\(panel):rear/\(rear)@\(position)]\n"
                    }
                    front += 1
                }
                if positions == 1 {
                    single.append("PP-\(panel):rear/\(rear)")
                } else {
                    trunks[positions, default: []].append("PP-\(panel):rear/\(rear)")
                }
            }
        }
        for circuit in 0..<Int.random(in: 0...2, using: &random) {
            text += "[circuit:L\(circuit)/A | circuit:L\(circuit)/Z]\n"
            single += ["circuit:L\(circuit)/A", "circuit:L\(circuit)/Z"]
        }
        for port in single { text += "[\(port)]\n" }
        cable(single, trunks, using: &random)
    }

    /// Cords between ports of one strand, trunks between rear ports of as many; of both a few are planned or lead nowhere.
    private mutating func cable(_ single: [String], _ trunks: [Int: [String]], using random: inout SplitMix) {
        var pairs: [(String, String)] = []
        for count in trunks.keys.sorted() {
            var ports = (trunks[count] ?? []).shuffled(using: &random)
            while ports.count > 1 { pairs.append((ports.removeLast(), ports.removeLast())) }
            // One that is left is cabled straight to a switch of its own.
            if let left = ports.last { pairs.append((left, "core-\(count):1")) }
        }
        var ports = single.shuffled(using: &random)
        while ports.count > 3 { pairs.append((ports.removeLast(), ports.removeLast())) }
        for (number, pair) in pairs.enumerated() {
            switch Int.random(in: 0..<12, using: &random) {
            case 0: text += "[\(pair.0)] --C\(number)-- [?]\n"
            case 1: text += "[\(pair.0)] --C\(number)(planned)-- [\(pair.1)]\n"
            default: text += "[\(pair.0)] --C\(number)-- [\(pair.1)]\n"
            }
        }
    }

    /// Power strips plugged into each other and into feeds at random.
    static func power(_ seed: UInt64) -> String {
        var random = SplitMix(seed)
        var text = ""
        var sources = (1...3).map { "feed:F\($0)" }
        var inlets: [String] = []
        for strip in 0..<5 {
            let count = Int.random(in: 1...2, using: &random)
            inlets += (1...count).map { "pdu-\(strip):power/\($0)" }
            for outlet in 1...2 {
                sources.append("pdu-\(strip):outlet/\(outlet)")
                if Bool.random(using: &random) {
                    text += "pdu-\(strip):outlet/\(outlet) from \(Int.random(in: 1...count, using: &random))\n"
                }
            }
        }
        inlets += (0..<3).map { "srv-\($0):power/1" }
        sources.shuffle(using: &random)
        for (number, inlet) in inlets.shuffled(using: &random).enumerated() {
            text += number < sources.count - 2 ? "[\(inlet)] --P\(number)-- [\(sources[number])]\n" : "[\(inlet)]\n"
        }
        return text
    }
}

/// The slow way to know what is joined: strand by strand, with nothing but cables, mappings and circuits.
struct StrandFlood {
    private struct Strand: Hashable {
        var port: Ref<Port>
        var position: Int
    }

    private let drawn: Drawing
    private var across: [Strand: [Strand]] = [:]
    private var through: [Strand: [Strand]] = [:]

    init(_ drawn: Drawing) {
        self.drawn = drawn
        let inventory = drawn.inventory
        for cable in inventory.cables.rows where cable.status != .planned {
            let ends = inventory.cableEnds[cable.ends].compactMap(\.port)
            guard ends.count == 2 else { continue }
            let (left, right) = (strands(of: ends[0]), strands(of: ends[1]))
            for (index, strand) in left.enumerated() {
                for other in left.count == right.count ? [right[index]] : right {
                    across[strand, default: []].append(other)
                    across[other, default: []].append(strand)
                }
            }
        }
        for mapping in inventory.mappings.rows {
            join(
                Strand(port: mapping.front, position: Int(mapping.frontPosition)),
                Strand(port: mapping.rear, position: Int(mapping.rearPosition)))
        }
        for circuit in inventory.circuits.rows {
            if let a = circuit.a?.port, let z = circuit.z?.port { join(Strand(port: a, position: 1), Strand(port: z, position: 1)) }
        }
    }

    private mutating func join(_ one: Strand, _ other: Strand) {
        through[one, default: []].append(other)
        through[other, default: []].append(one)
    }

    private func strands(of port: Ref<Port>) -> [Strand] {
        let count = drawn.inventory.ports[port].detail.map { drawn.inventory.portDetails[$0].positions } ?? 1
        return (1...count).map { Strand(port: port, position: $0) }
    }

    /// Names of active ports that are joined, each pair once.
    var pairs: Set<Set<String>> {
        var pairs: Set<Set<String>> = []
        for start in drawn.inventory.ports.refs where !drawn.plant.isPassThrough(start) {
            var seen: Set<Strand> = []
            var frontier = [Strand(port: start, position: 1)]
            while let strand = frontier.popLast() {
                for far in across[strand] ?? [] where seen.insert(far).inserted {
                    if drawn.plant.isPassThrough(far.port) {
                        frontier += through[far] ?? []
                    } else if far.port != start {
                        pairs.insert([drawn.name(of: start), drawn.name(of: far.port)])
                    }
                }
            }
        }
        return pairs
    }
}

extension Drawing {
    /// The feeds behind an inlet, by a search over cords and what each outlet names.
    fileprivate func feeds(of inlet: Ref<Port>) -> Set<String> {
        var (found, seen): (Set<String>, Set<Ref<Port>>) = ([], [])
        var frontier = [inlet]
        while let here = frontier.popLast() {
            guard seen.insert(here).inserted else { continue }
            for end in inventory.cables.rows.map({ inventory.cableEnds[$0.ends].compactMap(\.port) }) where end.contains(here) {
                for source in end where source != here {
                    guard let device = inventory.ports[source].device else {
                        found.insert(name(of: source))
                        continue
                    }
                    let inlets = inventory.devices[device].ports.refs.filter { inventory.ports[$0].kind == .powerPort }
                    let named = inventory.ports[source].detail.flatMap { inventory.portDetails[$0].power.inlet }
                    frontier += inlets.filter { named == nil || inventory.ports[$0].name == named }
                }
            }
        }
        return found
    }
}
