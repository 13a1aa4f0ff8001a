import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Testing
import Times

@testable import Imports

/// NetBox's own answers on the demo data, against the traces of the imported folder.
///
/// The demo has no case in which NetBox is odd (parallel cables, breakouts, wireless links), so nothing is tolerated here: those are
/// drawn, and the drawing decides.
@Suite struct DemoTraceTests {
    /// The lists whose ports cables end on, with what NetBox calls them.
    private static let cabled: [Endpoint] = [.interfaces, .powerPorts, .powerOutlets, .consolePorts, .powerFeeds]

    @Test func `leads where NetBox's samples lead, step by step`() throws {
        let demo = try #require(Demo.plant())
        let samples = try #require(Demo.samples())
        #expect(samples.count == 20)
        for sample in samples {
            let from = try #require(demo.ports[sample.origin], "\(sample.origin)")
            let traces = demo.plant.traces(from: from)
            #expect(traces.map { demo.steps(of: $0) }.sorted() == sample.ways.map(\.steps).sorted(), "\(sample.origin)")
            #expect(Set(traces.map(\.end)) == Set(sample.ways.map(\.end)), "\(sample.origin)")
        }
    }

    @Test func `draws the segments of NetBox's samples`() throws {
        let demo = try #require(Demo.plant())
        let samples = try #require(Demo.samples()).filter { !$0.segments.isEmpty }
        #expect(samples.count == 17)
        for sample in samples {
            let trace = try #require(demo.trace(of: sample.origin))
            #expect(trace.segments.map { demo.text(of: $0, in: trace) } == sample.segments, "\(sample.origin)")
        }
    }

    @Test func `ends where NetBox says that each port is connected`() throws {
        let demo = try #require(Demo.plant())
        var connected = 0
        for list in Self.cabled {
            for object in demo.export.objects(list) {
                let trace = try #require(demo.trace(of: object.origin))
                let theirs = Demo.connectedEndpoints(of: object)
                #expect(demo.ends(of: trace) == theirs, "\(object.origin)")
                #expect((trace.end == .complete) == !theirs.isEmpty, "\(object.origin)")
                #expect(trace.segments.isEmpty == (object.node.reference("cable") == nil), "\(object.origin)")
                connected += theirs.isEmpty ? 0 : 1
            }
        }
        #expect(connected == 141)
    }

    @Test func `finds the peers of every port that is plugged`() throws {
        let demo = try #require(Demo.plant())
        for list in Self.cabled + [.frontPorts, .rearPorts, .circuitTerminations] {
            for object in demo.export.objects(list) {
                let port = try #require(demo.ports[object.origin])
                let peers = demo.plant.cables(in: port).flatMap { cable in
                    demo.plant.inventory.cableEnds[demo.plant.inventory.cables[cable].ends].compactMap(\.port).filter { $0 != port }
                }
                #expect(peers.map { demo.origin(of: $0) } == Demo.peers(of: object), "\(object.origin)")
            }
        }
    }
}

/// The demo as a plant, with the keys of its ports.
struct DemoPlant {
    let plant: Plant
    let export: Export
    let ports: [String: Ref<Port>]

    init(_ inventory: Inventory, export: Export) {
        let lives = ShelfLife(periods: [.identity: [.document: .days(180)], .occupancy: [.document: .days(180)]])
        plant = Plant(inventory, now: CivilTime(date: CivilDate(year: 2026, month: 11, day: 20)).timestamp, shelfLife: lives)
        self.export = export
        let named = inventory.ports.refs.compactMap { port in inventory.ports[port].origin.map { ($0.text, port) } }
        ports = Dictionary(uniqueKeysWithValues: named)
    }

    /// The trace of an active port; nil where nothing with the key was imported.
    func trace(of origin: String) -> Trace? {
        ports[origin].flatMap { plant.traces(from: $0).first }
    }

    func origin(of port: Ref<Port>) -> String { plant.inventory.ports[port].origin?.text ?? "?" }

    /// A trace as NetBox stores a path: ports and cables in a row.
    func steps(of trace: Trace) -> String {
        let steps = trace.segments.flatMap { segment in
            segment.near.map { origin(of: $0) } + (segment.cable.map { [origin(of: $0)] } ?? []) + far(of: segment, in: trace)
        }
        return steps.joined(separator: " ")
    }

    /// A segment as NetBox draws it: near ports, cable, far ports.
    func text(of segment: Trace.Segment, in trace: Trace) -> String {
        let near = segment.near.map { origin(of: $0) }.joined(separator: " ")
        return "\(near) --\(segment.cable.map { origin(of: $0) } ?? "")-- \(far(of: segment, in: trace).joined(separator: " "))"
    }

    /// The active ports and provider networks that a trace reaches.
    func ends(of trace: Trace) -> [String] {
        trace.to.map { origin(of: $0) } + (trace.network.map { [origin(of: $0)] } ?? [])
    }

    private func far(of segment: Trace.Segment, in trace: Trace) -> [String] {
        let network = segment.cable == nil ? trace.network : nil
        return segment.far.map { origin(of: $0) } + (network.map { [origin(of: $0)] } ?? [])
    }

    private func origin(of cable: Ref<Cable>) -> String { plant.inventory.cables[cable].origin?.text ?? "?" }

    private func origin(of network: Ref<ProviderNetwork>) -> String { plant.inventory.providerNetworks[network].origin?.text ?? "?" }
}

/// One of NetBox's answers to what a port is connected to.
struct TraceSample {
    struct Way {
        var steps: String
        var end: TraceEnd
    }

    let origin: String
    /// Of an endpoint one, of what is walked through every stored path.
    let ways: [Way]
    /// Of an endpoint, each as near ports, cable, far ports.
    let segments: [String]

    init?(_ node: Node) {
        guard let type = node.text("type"), let id = node.integer("id") else { return nil }
        origin = "\(type):\(id)"
        let paths = node.list("paths")
        ways = (paths.isEmpty ? [node] : paths).map { Way(steps: Self.steps($0), end: Self.end($0)) }
        segments = node.list("path").map { segment in
            let parts = segment.items
            let cable = parts[1].isNull ? "" : Self.key(parts[1])
            return "\(Self.keys(parts[0])) --\(cable)-- \(Self.keys(parts[2]))"
        }
    }

    private static func steps(_ path: Node) -> String {
        path.list("nodes").flatMap(\.items).map { $0.kind == .scalar ? $0.string : key($0) }.joined(separator: " ")
    }

    private static func end(_ path: Node) -> TraceEnd {
        path.flag("split") == true ? .split : path.flag("complete") == true ? .complete : .open
    }

    private static func keys(_ list: Node) -> String { list.items.map { key($0) }.joined(separator: " ") }

    private static func key(_ object: Node) -> String { "\(object.text("type") ?? "?"):\(object.integer("id") ?? -1)" }
}

extension Demo {
    /// The demo imported and read; nil, and a failure that says so, where the data is not there.
    static func plant() -> DemoPlant? {
        lists() == nil ? nil : readPlant
    }

    private static let readPlant: DemoPlant? = {
        guard let lists = lists(), let result = imported() else { return nil }
        var log = DiagnosticLog()
        return DemoPlant(folder(of: result).inventory, export: Export(lists.map { ($0, FileID(index: 0)) }, log: &log))
    }()

    static func samples() -> [TraceSample]? {
        let path = "\(folder)/traces-sample.json"
        guard let bytes = text(path) else {
            Issue.record("NetBox's answers are not at `\(path)`: set NETBOX_DEMO to the folder of the demo data")
            return nil
        }
        var log = DiagnosticLog()
        let tree = NodeTree.parse(SourceText(name: path, bytes: bytes), file: FileID(index: 0), log: &log)
        return tree.roots.first?.items.compactMap { TraceSample($0) } ?? []
    }

    static func connectedEndpoints(of object: ForeignObject) -> [String] { keys(object.node.list("connected_endpoints")) }

    static func peers(of object: ForeignObject) -> [String] { keys(object.node.list("link_peers")) }

    /// The keys of objects that a list mentions, as their addresses say.
    private static func keys(_ objects: [Node]) -> [String] {
        objects.compactMap { object in
            guard let list = object.text("url").flatMap(Endpoint.named(byAddress:)), let id = object.integer("id") else { return nil }
            return "\(list.model):\(id)"
        }
    }
}
