import Diagnostics
import LocatedYAML

/// A port, or with a range in its name many, as it is written.
struct PortDraft: Imprinted {
    /// How a front port leads to a rear port.
    struct Mapping {
        var position: Symbol?
        var rear: Mention?
        var rearPosition: Symbol?
        var span: Span
    }

    var kind: PortKind
    var name: Mention?
    var type: Symbol?
    var label: Symbol?
    private var extras = Extras.none
    var rear: Mention?
    var rearPosition: Symbol?
    var mappings: [Mapping] = []
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    init(kind: PortKind, span: Span) {
        self.kind = kind
        self.span = span
    }
}

extension PortDraft {
    /// What only some ports have, boxed: it is large, and drafts are handed from step to step.
    private indirect enum Extras {
        case none
        case written(PortDetail)
    }

    /// What only some ports have, as far as it needs no looking up; nil where nothing of it is written.
    var detail: PortDetail? {
        if case .written(let detail) = extras { detail } else { nil }
    }

    /// Changes what only some ports have.
    mutating func amend(_ change: (inout PortDetail) -> Void) {
        var detail = detail ?? PortDetail()
        change(&detail)
        extras = .written(detail)
    }
}

extension Form where Value == PortDraft {
    /// A port of a kind: a map, or its name alone.
    static func port(_ kind: PortKind) -> Form {
        .either(
            scalar: Form<Mention>.name.map { name, node, _ in
                var draft = PortDraft(kind: kind, span: node.span)
                draft.name = name
                return draft
            },
            mapping: .shape(PortDraft.shapes[kind.number]))
    }
}

extension Form where Value == [PortDraft] {
    /// Ports of a kind: a list of maps and names.
    ///
    /// Maps are read here and not through their form, where the type is known: devices have lists of ports by the ten thousand.
    static func ports(_ kind: PortKind) -> Form {
        let one = Form<PortDraft>.port(kind)
        let table = PortDraft.shapes[kind.number].table
        return Form(
            .list(one.schema),
            handingOn: { node, log, use in
                guard node.kind == .sequence else { return log.addMismatch(.list, at: node) }
                var ports: [PortDraft] = []
                ports.reserveCapacity(node.count)
                node.forEachItem { item in
                    guard item.kind == .mapping else {
                        if let port = one.read(item, &log) { ports.append(port) }
                        return
                    }
                    var port = PortDraft(kind: kind, span: item.span)
                    if table.fill(&port, from: item, &log) { ports.append(port) }
                }
                use(ports)
            })
    }
}

extension FieldTable {
    /// Reads a mapping into a draft whose type is known where this is called.
    @inline(__always)
    func fill<Draft>(_ draft: inout Draft, from node: Node, _ log: inout DiagnosticLog) -> Bool {
        unsafe withUnsafeMutablePointer(to: &draft) { unsafe read(node, into: UnsafeMutableRawPointer($0), &log) }
    }
}

extension PortDraft {
    /// The shape of each kind, in the order of `PortKind.number`.
    static let shapes: [Shape<PortDraft>] = PortKind.allCases.map { kind in
        Shape(
            kind.rawValue, about(kind), start: { PortDraft(kind: kind, span: $0.span) },
            fields: [
                Field(
                    "name", .located(.examples("Gi1/0/[1-24]", "[1-20]", "PSU2")), required: true, \.name,
                    "Its name; a range such as `[1-24]`, `[a-c]` or `[1,3,5-7]` makes many."),
                Field("type", .examples("1000base-t", "8p8c", "iec-60320-c14"), \.type, "Its type as NetBox has it."),
                Field("label", .symbol, \.label, "What is printed beside it."),
                Field("mark_connected", .boolean, "True when something is plugged in that no cable on record shows.") { port, mark in
                    port.amend { $0.isConnectedMark = mark }
                },
                Field("cord", .examples("grey, goes up"), "What the cord in it looks like.") { port, cord in
                    port.amend { $0.cordDescription = cord }
                },
                .owner,
            ] + own(kind) + Field.trailer)
    }

    private static func about(_ kind: PortKind) -> String {
        switch kind {
        case .interface: "A network interface."
        case .frontPort: "A pass-through port that a hand reaches from the front."
        case .rearPort: "A pass-through port at the back, with one position or many."
        case .consolePort: "A port by which the device is managed in place."
        case .consoleServerPort: "A port that manages another device."
        case .powerPort: "A supply of the device, or the inlet of a PDU."
        case .powerOutlet: "A socket that feeds another device."
        case .powerFeed: "A breaker with its line."
        case .circuitSide: "A side of a circuit."
        }
    }

    private static func own(_ kind: PortKind) -> [Field<PortDraft>] {
        switch kind {
        case .interface: interfaceFields
        case .frontPort: frontFields
        case .rearPort: rearFields
        case .consolePort, .consoleServerPort: [speed]
        case .powerPort: powerFields
        case .powerOutlet: outletFields
        case .powerFeed, .circuitSide: []
        }
    }

    private static func field<Part>(
        _ key: String, _ form: Form<Part>, _ about: String, _ set: @escaping @Sendable (inout PortDetail, Part) -> Void
    ) -> Field<PortDraft> {
        Field(key, form, about) { port, part in port.amend { set(&$0, part) } }
    }

    private static var speed: Field<PortDraft> {
        field("speed", .integer(in: 0...Int.max), "Bits, thousands of them, a second, as NetBox has it.") { $0.speed = Int64($1) }
    }

    private static var interfaceFields: [Field<PortDraft>] {
        [
            field("enabled", .boolean, "False when it is switched off.") { $0.isEnabled = $1 },
            field("mgmt_only", .boolean, "True when it only manages the device.") { $0.isManagementOnly = $1 },
            field("lag", .examples("Po1"), "The link aggregation that it is a member of.") { $0.lag = $1 },
            field("bridge", .symbol, "The bridge interface that it belongs to.") { $0.bridge = $1 },
            field("parent", .symbol, "The interface of which it is a part.") { $0.parent = $1 },
            field("vlans", .words, "Its VLANs, as text.") { $0.vlans = $1 },
            field("mac_address", .symbol, "Its MAC address.") { $0.mac = $1 },
            field("poe_mode", .examples("pse", "pd"), "pse feeds a device over the cable, pd is fed.") { $0.poeMode = $1 },
            field("poe_type", .examples("type2-ieee802.3at"), "The kind of power over Ethernet.") { $0.poeType = $1 },
            field("rf_role", .examples("ap", "station"), "What it is in a wireless network.") { $0.wireless = $1 },
            field("ssid", .symbol, "The wireless networks that it carries.") { $0.ssid = $1 },
            speed,
        ]
    }

    private static var positions: Field<PortDraft> {
        field("positions", .integer(in: 1...1_024), "How many positions (strands, pairs) it has; 1 where nothing is written.") {
            $0.positions = $1
        }
    }

    private static var color: Field<PortDraft> {
        field("color", .symbol, "Its colour.") { $0.color = $1 }
    }

    private static var frontFields: [Field<PortDraft>] {
        [
            positions, color,
            Field(
                "rear_port", .located(.examples("[1-20]", "MPO-1")), \.rear,
                "The rear port that it leads to; a range runs beside the name's."),
            Field(
                "rear_port_position", .examples("1", "[1-12]"), \.rearPosition,
                "The position on the rear port; a range runs beside the name's."),
            Field("rear_ports", .list(of: .shape(mapping)), "Several ways to rear ports, by position.") { $0.mappings = $1 },
        ]
    }

    private static let mapping = Shape<Mapping>(
        "mapping", "How a position of a front port leads to one of a rear port.", start: { Mapping(span: $0.span) },
        fields: [
            Field("position", .symbol, \.position, "The front port's position; 1 where nothing is written."),
            Field("rear_port", .mention, required: true, \.rear, "The rear port."),
            Field("rear_port_position", .symbol, \.rearPosition, "The rear port's position; 1 where nothing is written."),
        ])

    private static var rearFields: [Field<PortDraft>] { [positions, color] }

    private static var powerFields: [Field<PortDraft>] {
        [
            field("maximum_draw", .integer(in: 0...10_000_000), "The most that it draws, in watts.") { $0.power.maximumDraw = $1 },
            field("allocated_draw", .integer(in: 0...10_000_000), "What is set aside for it, in watts.") { $0.power.allocatedDraw = $1 },
        ]
    }

    private static var outletFields: [Field<PortDraft>] {
        [
            color,
            field("power_port", .symbol, "The inlet of the same device that feeds it.") { $0.power.inlet = $1 },
            field("feed_leg", .feedLeg, "The leg of a three-phase feed: A, B or C.") { $0.power.feedLeg = $1 },
            field("status", .symbol, "enabled, disabled or faulty.") { $0.power.status = $1 },
        ]
    }
}

extension Form where Value == Symbol {
    static var feedLeg: Form {
        Form<String>.choice(["A", "B", "C"]).map { leg, _, _ in Symbol(leg) }
    }

    /// A text, or a list of texts joined by commas.
    static var words: Form {
        .either(
            scalar: .symbol,
            sequence: Form<[String]>.list(of: .text).map { words, _, _ in Symbol(words.joined(separator: ", ")) })
    }
}

/// The lists of ports that devices, device types and modules have.
protocol PortHolding: SendableMetatype {
    var ports: [PortDraft] { get set }
}

extension Field where Value: PortHolding {
    /// The eight lists of ports; device-type-library files write hyphens in their keys.
    static func portLists(hyphens: Bool) -> [Field] {
        lists.map { key, kind, about in
            Field(hyphens ? key.replacingUnderscores : key, .ports(kind), about) { device, ports in
                // Most have one list, which is then taken as it is.
                if device.ports.isEmpty { device.ports = ports } else { device.ports += ports }
            }
        }
    }

    private static var lists: [(String, PortKind, String)] {
        [
            ("interfaces", .interface, "Its network interfaces."),
            ("front_ports", .frontPort, "Its front ports."),
            ("rear_ports", .rearPort, "Its rear ports."),
            ("console_ports", .consolePort, "Its console ports."),
            ("console_server_ports", .consoleServerPort, "Ports that manage other devices."),
            ("power_ports", .powerPort, "Its supplies."),
            ("power_outlets", .powerOutlet, "Its outlets."),
        ]
    }
}

extension String {
    var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
}
