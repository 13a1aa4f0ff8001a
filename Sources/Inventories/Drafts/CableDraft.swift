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
            Field("id", .name, \.id, "The client's own name of it."),
            Field("a", side, \.a, "The A side: a port, a list of ports, or `unknown`."),
            Field("b", side, \.b, "The B side: a port, a list of ports, or `unknown`."),
            Field("label", .symbol, \.label, "What is written on it."),
            Field(
                "type", .examples("cat6", "smf", "power", "wireless"), \.type, "What it is made of; `wireless` for a link without a cord."),
            Field("evidence", evidence, \.evidence, "Where this is known from; the file's where nothing is written."),
            Field("status", .choice, "connected, planned or decommissioning; connected where nothing is written.") { $0.status = $1 },
            Field("color", .symbol, \.colour, "Its colour."),
            Field("length", .examples("3 m"), \.length, "How long it is."),
            Field("length_unit", .examples("m"), \.lengthUnit, "The unit of a length that is a bare number."),
            Field(
                "profile", .examples("trunk-4c8p", "breakout-1c4p-4c1p"), \.profile, "How connectors and positions of the sides correspond."
            ),
            Field("bundle", .symbol, \.bundle, "The bundle in which it runs."),
            Field("route", .symbols, "Trays, ducts and conduits that it runs through.") { $0.route = $1 },
            Field("owner", .mention, \.owner, "The party that administers it; that of both ends where nothing is written."),
            Field("tenant", .mention, \.tenant, "The party that it serves."),
            Field("tags", .symbols, "Free words by which selectors find it.") { $0.tags = $1 },
            Field("origin", .examples("dcim.cable:7"), \.origin, "Its key in the system that it was imported from."),
        ] + Field.remarks)

    /// A side keeps its node; the schema says what will be accepted.
    private static let side = Form<Node>.node.described(as: .either([CableEndDraft.form.schema, .list(CableEndDraft.form.schema)]))
    private static let evidence = Form<Node>.node.described(as: EvidenceDraft.shape.schema)
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
