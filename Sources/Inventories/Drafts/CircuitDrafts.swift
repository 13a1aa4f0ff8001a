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
            Field("name", .name, required: true, \.name, "The provider's name."),
            Field("party", .mention, \.party, "The party that the provider is among the client's parties."),
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
            Field("name", .name, required: true, \.name, "Its name."),
            Field("provider", .mention, required: true, \.provider, "Whose it is."),
            Field("service_id", .symbol, \.serviceID, "The provider's number of it."),
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
            Field("id", .name, required: true, \.id, "The provider's number of the circuit."),
            Field("provider", .mention, \.provider, "Whose it is."),
            Field("type", .symbol, \.type, "What kind of line it is."),
            Field("status", .symbol, \.status, "Its status in the words of the client's records."),
            Field("a", .shape(side), \.a, "The A side."),
            Field("z", .shape(side), \.z, "The Z side."),
            Field("evidence", .evidence, \.evidence, "Where this is known from; the file's where nothing is written."),
            .owner, .tenant,
        ] + Field.trailer)

    private static let side = Shape<Side>(
        "circuit-side", "Where a side of a circuit ends.", start: { Side(span: $0.span) },
        fields: [
            Field("site", .mention, \.site, "The site at which it ends."),
            Field("location", .mention, \.location, "The location at which it ends."),
            Field("provider_network", .mention, \.providerNetwork, "The provider's network in which it ends."),
            Field("xconnect_id", .symbol, \.crossConnect, "The number of the cross-connect."),
            Field("pp_info", .symbol, \.panelInfo, "Panel and port, in words."),
            Field("port_speed", .integer(in: 0...Int.max), \.speed, "Thousands of bits a second."),
            Field("mark_connected", .boolean, "True when something is plugged in that no cable on record shows.") {
                $0.isConnectedMark = $1
            },
            Field("origin", .symbol, \.origin, "Its key in the system that it was imported from."),
        ] + Field.remarks)
}
