import Diagnostics
import LocatedYAML

/// A provider as it is written.
struct ProviderDraft: Imprinted {
    var name: Mention?
    var party: Mention?
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<ProviderDraft>(
        "provider", "Who sells lines.", start: { ProviderDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, "The provider's name.") { $0.name = $1 },
            Field("party", .mention, "The party that the provider is among the client's parties.") { $0.party = $1 },
        ] + Field.trailer)
}

/// A provider's network as it is written.
struct ProviderNetworkDraft: Imprinted {
    var name: Mention?
    var provider: Mention?
    var serviceID: Symbol?
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<ProviderNetworkDraft>(
        "provider-network", "A provider's network, in which circuits end.", start: { ProviderNetworkDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("provider", .mention, required: true, "Whose it is.") { $0.provider = $1 },
            Field("service_id", .symbol, "The provider's number of it.") { $0.serviceID = $1 },
        ] + Field.trailer)
}

/// A circuit as it is written.
struct CircuitDraft: Imprinted {
    struct Side: Remarkable {
        var site: Mention?
        var location: Mention?
        var providerNetwork: Mention?
        var crossConnect: Symbol?
        var panelInfo: Symbol?
        var speed: Int?
        var isConnectedMark = false
        var origin: Symbol?
        var remarks = Remarks()
        var span: Span
    }

    var id: Mention?
    var provider: Mention?
    var type: Symbol?
    var status: Symbol?
    var a: Side?
    var z: Side?
    var evidence: EvidenceDraft?
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<CircuitDraft>(
        "circuit", "A provider's line with an A and a Z side; each side is a port.", start: { CircuitDraft(span: $0.span) },
        fields: [
            Field("id", .name, required: true, "The provider's number of the circuit.") { $0.id = $1 },
            Field("provider", .mention, "Whose it is.") { $0.provider = $1 },
            Field("type", .symbol, "What kind of line it is.") { $0.type = $1 },
            Field("status", .symbol, "Its status in the words of the client's records.") { $0.status = $1 },
            Field("a", .shape(side), "The A side.") { $0.a = $1 },
            Field("z", .shape(side), "The Z side.") { $0.z = $1 },
            Field("evidence", .evidence, "Where this is known from; the file's where nothing is written.") { $0.evidence = $1 },
            .owner, .tenant,
        ] + Field.trailer)

    private static let side = Shape<Side>(
        "circuit-side", "Where a side of a circuit ends.", start: { Side(span: $0.span) },
        fields: [
            Field("site", .mention, "The site at which it ends.") { $0.site = $1 },
            Field("location", .mention, "The location at which it ends.") { $0.location = $1 },
            Field("provider_network", .mention, "The provider's network in which it ends.") { $0.providerNetwork = $1 },
            Field("xconnect_id", .symbol, "The number of the cross-connect.") { $0.crossConnect = $1 },
            Field("pp_info", .symbol, "Panel and port, in words.") { $0.panelInfo = $1 },
            Field("port_speed", .integer(in: 0...Int.max), "Thousands of bits a second.") { $0.speed = $1 },
            Field("mark_connected", .boolean, "True when something is plugged in that no cable on record shows.") {
                $0.isConnectedMark = $1
            },
            Field("origin", .symbol, "Its key in the system that it was imported from.") { $0.origin = $1 },
        ] + Field.remarks)
}
