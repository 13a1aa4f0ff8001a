package import Diagnostics
package import LocatedYAML

/// A port as somebody wrote it.
package enum PortReference: Hashable, Sendable {
    /// `sw-1:Gi1/0/7`, `PP-1:rear/7`, `sw-2:power/PSU2`.
    case text(Symbol)
    /// A map, for names that hold a colon.
    case parts(device: Symbol, port: Symbol, kind: PortKind?)
    case circuitSide(circuit: Symbol, side: Symbol)
    case feed(name: Symbol, panel: Symbol?)

    /// The reference in one line, as a message quotes it.
    package var text: String {
        switch self {
        case .text(let text): text.text
        case .parts(let device, let port, let kind): "\(device):\(kind.map { "\($0.word)/" } ?? "")\(port)"
        case .circuitSide(let circuit, let side): "circuit/\(circuit):\(side)"
        case .feed(let name, let panel): "feed/\(name)\(panel.map { "@\($0)" } ?? "")"
        }
    }
}

/// Any object as somebody wrote it: by its name alone, or with the word for its kind.
package enum ObjectReference: Hashable, Sendable {
    /// A name that may be a port's, a device's, a cable's, a rack's or another object's.
    case name(Symbol)
    case named(Kind, Symbol)
    case port(PortReference)

    /// The words for kinds of objects in a map such as `{rack: R1}`.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case site, location, room, rack, device, cable, circuit, service
        case powerPanel = "power_panel"
    }

    /// The reference in one line, as a message quotes it.
    package var text: String {
        switch self {
        case .name(let name): name.text
        case .named(_, let name): name.text
        case .port(let port): port.text
        }
    }
}

extension Form where Value == PortReference {
    /// A port: `sw-1:Gi1/0/7`, or a map for circuits, feeds and names that hold a colon.
    package static var port: Form { .either(scalar: .portText, mapping: .portMap) }

    private static var portText: Form {
        Form<Symbol>.examples("sw-1:Gi1/0/7", "PP-1:7", "PP-1:rear/7", "sw-2:power/PSU2").map { text, _, _ in .text(text) }
    }

    static var portMap: Form {
        Form<PortMapDraft>.shape(PortMapDraft.shape).map { draft, node, log in draft.reference(at: node, &log) }
    }
}

extension Form where Value == ObjectReference {
    /// Any object: its name, or a map such as `{rack: R1}` where a name alone may mean several things.
    package static var object: Form {
        .either(
            scalar: Form<Symbol>.examples("sw-1", "PP-1:12", "C-0017", "R1").map { name, _, _ in .name(name) },
            mapping: Form<ObjectMapDraft>.shape(ObjectMapDraft.shape).map { draft, node, log in draft.reference(at: node, &log) })
    }
}

extension Form where Value == Symbol {
    /// A text that a person reads or a name that refers to an object, with examples for the schema.
    static func examples(_ examples: String...) -> Form {
        .symbol.described(as: .string(examples: examples))
    }
}

/// The map form of a port as it is written.
struct PortMapDraft {
    var device: Symbol?
    var port: Symbol?
    var kind: PortKind?
    var circuit: Symbol?
    var side: Symbol?
    var feed: Symbol?
    var panel: Symbol?

    static let shape = Shape<PortMapDraft>(
        "port", "A port whose name holds a colon, a side of a circuit, or a power feed.", start: { _ in PortMapDraft() },
        fields: fields(in: \PortMapDraft.self))

    /// The keys of a port, also for objects that hold them beside their own keys.
    static func fields<Holder>(in path: any WritableKeyPath<Holder, PortMapDraft> & Sendable) -> [Field<Holder>] {
        [
            Field("device", .examples("sw-1"), "The device that has the port.") { $0[keyPath: path].device = $1 },
            Field("port", .examples("et-0/0/1:0"), "The port's name on the device.") { $0[keyPath: path].port = $1 },
            Field("kind", .portKind, "The kind of port: interface, front, rear, console, console-server, power or outlet.") {
                $0[keyPath: path].kind = $1
            },
            Field("circuit", .examples("A-1"), "The circuit whose side is meant.") { $0[keyPath: path].circuit = $1 },
            Field("side", .circuitSide, "The side of the circuit, A or Z.") { $0[keyPath: path].side = $1 },
            Field("feed", .examples("F-12"), "The power feed that is meant.") { $0[keyPath: path].feed = $1 },
            Field("panel", .examples("PDB-1"), "The power panel of the feed, where two feeds have one name.") {
                $0[keyPath: path].panel = $1
            },
        ]
    }

    func reference(at node: Node, _ log: inout DiagnosticLog) -> PortReference? {
        switch (device, circuit, feed) {
        case (let device?, nil, nil):
            if let port { return .parts(device: device, port: port, kind: kind) }
        case (nil, let circuit?, nil):
            if let side { return .circuitSide(circuit: circuit, side: side) }
        case (nil, nil, let feed?): return .feed(name: feed, panel: panel)
        default: break
        }
        log.add(Diagnostic("port-form", .error, .portMapUnclear, at: node.span, help: [.portMapForms]))
        return nil
    }
}

extension Form where Value == PortKind {
    /// The word for a kind of port that devices have; NetBox's long words are accepted too.
    static var portKind: Form {
        let words = PortKind.allCases.filter { $0 != .powerFeed && $0 != .circuitSide }.flatMap {
            $0.word == $0.rawValue ? [$0.word] : [$0.word, $0.rawValue]
        }
        return Form<String>.choice(words).map { word, _, _ in PortKind.kind(word: word) }
    }
}

extension Form where Value == Symbol {
    /// `A` or `Z`.
    static var circuitSide: Form {
        Form<String>.choice(["A", "Z"]).map { side, _, _ in Symbol(side) }
    }
}

/// The map form of any object as it is written.
private struct ObjectMapDraft {
    var port = PortMapDraft()
    var named: [(ObjectReference.Kind, Symbol)] = []
    var wholePort: PortReference?

    static let shape = Shape<ObjectMapDraft>(
        "object", "An object with the word for its kind.", start: { _ in ObjectMapDraft() }, fields: fields)

    static var fields: [Field<ObjectMapDraft>] {
        let abouts: [ObjectReference.Kind: String] = [
            .site: "A site.", .location: "A part of a site.", .room: "A room.", .rack: "A rack.",
            .device: "A device, or the device of `port`.",
            .cable: "A cable by id or label.", .circuit: "A circuit, or with `side` one side of it.", .service: "A service.",
            .powerPanel: "A power panel.",
        ]
        let kinds = ObjectReference.Kind.allCases.map { kind in
            Field<ObjectMapDraft>(kind.rawValue, .symbol, abouts[kind] ?? "") { $0.named.append((kind, $1)) }
        }
        return kinds + [
            Field("port", .symbol, "A port such as `sw-1:Gi1/0/7`; with `device`, its name on that device.") { $0.port.port = $1 },
            Field("kind", .portKind, "The kind of the port.") { $0.port.kind = $1 },
            Field("side", .circuitSide, "The side of the circuit, A or Z.") { $0.port.side = $1 },
            Field("feed", .symbol, "A power feed.") { $0.port.feed = $1 },
            Field("panel", .symbol, "The power panel of the feed.") { $0.port.panel = $1 },
        ]
    }

    func reference(at node: Node, _ log: inout DiagnosticLog) -> ObjectReference? {
        if let port = port.port, named.isEmpty { return .port(.text(port)) }
        if port.port != nil || port.side != nil || port.feed != nil { return portReference(at: node, &log).map { .port($0) } }
        if named.count == 1 { return .named(named[0].0, named[0].1) }
        log.add(Diagnostic("object-form", .error, .objectMapUnclear, at: node.span, help: [.objectMapForms]))
        return nil
    }

    private func portReference(at node: Node, _ log: inout DiagnosticLog) -> PortReference? {
        var draft = port
        for (kind, name) in named {
            switch kind {
            case .device: draft.device = name
            case .circuit: draft.circuit = name
            default: break
            }
        }
        return draft.reference(at: node, &log)
    }
}
