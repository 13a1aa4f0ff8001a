import Diagnostics
import LocatedYAML

/// A cable as it is written; its sides are read when they are looked up, because there are many.
struct CableDraft: Remarkable {
    var id: Mention?
    var a: Node?
    var b: Node?
    var label: Symbol?
    var type: Symbol?
    var status = Cable.Status.connected
    var colour: Symbol?
    var length: Symbol?
    var lengthUnit: Symbol?
    var profile: Symbol?
    var bundle: Symbol?
    var route: [Symbol] = []
    var owner: Mention?
    var tenant: Mention?
    var evidence: Node?
    var origin: Symbol?
    var tags: [Symbol] = []
    var remarks = Remarks()

    static let shape = Shape<CableDraft>(
        "cable", "A cable or cord: two sides, each with one end or several.", start: { _ in CableDraft() },
        fields: [
            Field("id", .name, "The client's own name of it.") { $0.id = $1 },
            Field("a", side, "The A side: a port, a list of ports, or `unknown`.") { $0.a = $1 },
            Field("b", side, "The B side: a port, a list of ports, or `unknown`.") { $0.b = $1 },
            Field("label", .symbol, "What is written on it.") { $0.label = $1 },
            Field("type", .examples("cat6", "smf", "power", "wireless"), "What it is made of; `wireless` for a link without a cord.") {
                $0.type = $1
            },
            Field("evidence", evidence, "Where this is known from; the file's where nothing is written.") { $0.evidence = $1 },
            Field("status", .choice, "connected, planned or decommissioning; connected where nothing is written.") { $0.status = $1 },
            Field("color", .symbol, "Its colour.") { $0.colour = $1 },
            Field("length", .examples("3 m"), "How long it is.") { $0.length = $1 },
            Field("length_unit", .examples("m"), "The unit of a length that is a bare number.") { $0.lengthUnit = $1 },
            Field("profile", .examples("trunk-4c8p", "breakout-1c4p-4c1p"), "How connectors and positions of the sides correspond.") {
                $0.profile = $1
            },
            Field("bundle", .symbol, "The bundle in which it runs.") { $0.bundle = $1 },
            Field("route", .symbols, "Trays, ducts and conduits that it runs through.") { $0.route = $1 },
            Field("owner", .mention, "The party that administers it; that of both ends where nothing is written.") { $0.owner = $1 },
            Field("tenant", .mention, "The party that it serves.") { $0.tenant = $1 },
            Field("tags", .symbols, "Free words by which selectors find it.") { $0.tags = $1 },
            Field("origin", .examples("dcim.cable:7"), "Its key in the system that it was imported from.") { $0.origin = $1 },
        ] + Field.remarks)

    /// A side keeps its node; the schema says what will be accepted.
    private static let side = Form<Node>(.either([CableEndDraft.form.schema, .list(CableEndDraft.form.schema)])) { node, _ in node }
    private static let evidence = Form<Node>(EvidenceDraft.shape.schema) { node, _ in node }
}

/// One end of a cable as it is written; nil where nobody knows where it goes.
struct CableEndDraft {
    var port: PortReference?
    var connector: Int = 0
    var positions: [Int] = []
    var span: Span

    static let unknown = "unknown"

    /// A port, `unknown`, or a map with the connector and positions of the cable's profile.
    static let form: Form<CableEndDraft> = .either(
        scalar: Form<Symbol>.examples("sw-1:Gi1/0/7", "PP-1:7", "unknown").map { text, node, _ in
            CableEndDraft(port: text.text == unknown && !node.isNull ? nil : .text(text), span: node.span)
        },
        mapping: Form<EndMapDraft>.shape(EndMapDraft.shape).map { draft, node, log in draft.end(at: node, &log) })
}

/// The map form of an end.
private struct EndMapDraft {
    var port = PortMapDraft()
    var connector = 0
    var positions: [Int] = []

    static let shape = Shape<EndMapDraft>(
        "cable-end", "An end of a cable with the connector and positions of its profile.", start: { _ in EndMapDraft() },
        fields: PortMapDraft.fields(in: \EndMapDraft.port) + [
            Field("connector", .integer(in: 1...1_024), "The connector of the cable's profile, from 1.") { $0.connector = $1 },
            Field("positions", .oneOrMany(of: .integer(in: 1...64)), "The positions of the connector that this end takes, from 1.") {
                $0.positions = $1
            },
        ])

    func end(at node: Node, _ log: inout DiagnosticLog) -> CableEndDraft? {
        let reference: PortReference?
        if port.device == nil, port.circuit == nil, port.feed == nil, let text = port.port {
            reference = text.text == CableEndDraft.unknown ? nil : .text(text)
        } else {
            guard let known = port.reference(at: node, &log) else { return nil }
            reference = known
        }
        return CableEndDraft(port: reference, connector: connector, positions: positions, span: node.span)
    }
}
