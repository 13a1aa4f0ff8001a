import Diagnostics
import LocatedYAML

/// A power panel as it is written.
struct PowerPanelDraft: Imprinted {
    var name: Mention?
    var site: Mention?
    var location: Mention?
    var feeds: [PowerFeedDraft] = []
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<PowerPanelDraft>(
        "power-panel", "A distribution board from which feeds go.", start: { PowerPanelDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("site", .mention, "Its site; the location's, or the client's only one, where nothing is written.") { $0.site = $1 },
            Field("location", .mention, "Its room.") { $0.location = $1 },
            Field(
                "feeds", .list(of: .shape(PowerFeedDraft.shape)), "Its feeds; they may also stand under `power_feeds`."
            ) { $0.feeds = $1 },
            .owner, .tenant,
        ] + Field.trailer)
}

/// A power feed as it is written.
struct PowerFeedDraft: Imprinted {
    var name: Mention?
    var panel: Mention?
    var rack: Mention?
    var type: Symbol?
    var detail = PortDetail()
    var evidence: EvidenceDraft?
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<PowerFeedDraft>(
        "power-feed", "A breaker with its line.", start: { PowerFeedDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("panel", .mention, "The power panel that it comes from.") { $0.panel = $1 },
            Field("rack", .mention, "The rack that it serves.") { $0.rack = $1 },
            Field("type", .feedType, "primary, or redundant.") { $0.detail.power.feedType = $1 },
            Field("status", .symbol, "Its status in the words of the client's records.") { $0.detail.power.status = $1 },
            Field("supply", .examples("ac", "dc"), "Alternating or direct current.") { $0.type = $1 },
            Field("phase", .phase, "single-phase or three-phase.") { $0.detail.power.phase = $1 },
            Field("voltage", .integer(in: -100_000...100_000), "Volts; negative for some direct current.") { $0.detail.power.voltage = $1 },
            Field("amperage", .integer(in: 0...100_000), "Amperes.") { $0.detail.power.amperage = $1 },
            Field("share", .integer(in: 1...100), "Percent of the rating that may be used; 80 where nothing is written.") {
                $0.detail.power.share = $1
            },
            Field("mark_connected", .boolean, "True when something is plugged in that no cable on record shows.") {
                $0.detail.isConnectedMark = $1
            },
            Field("evidence", .evidence, "Where this is known from; the file's where nothing is written.") { $0.evidence = $1 },
            .owner, .tenant,
        ] + Field.trailer)
}

extension Form where Value == Symbol {
    static var feedType: Form {
        Form<String>.choice(["primary", "redundant"]).map { word, _, _ in Symbol(word) }
    }

    static var phase: Form {
        Form<String>.choice(["single-phase", "three-phase"]).map { word, _, _ in Symbol(word) }
    }
}

/// A group of dependence as it is written.
struct GroupDraft: Remarkable {
    var name: Mention?
    var members: [Located<ObjectReference>] = []
    var needs: Int?
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<GroupDraft>(
        "group", "Dependence that is no cable: members, of which a number is needed.", start: { GroupDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field(
                "members", .oneOrMany(of: .located(.object)), required: true,
                "Devices, modules, ports or parts such as `srv-2:bay/[0-4]`; a range makes many."
            ) { $0.members = $1 },
            Field("needs", .integer(in: 0...10_000), "How many of them must stand; all where nothing is written.") { $0.needs = $1 },
        ] + Field.remarks)
}

/// A trip as it is written.
struct TripDraft: Remarkable {
    var when: Symbol?
    var stops: [Located<ObjectReference>] = []
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<TripDraft>(
        "trip", "What stops when something is tripped.", start: { TripDraft(span: $0.span) },
        fields: [
            Field("when", .examples("epo-1"), required: true, "What is tripped: an emergency stop, a breaker, a fire alarm.") {
                $0.when = $1
            },
            Field("stops", .oneOrMany(of: .located(.object)), required: true, "What stops then.") { $0.stops = $1 },
        ] + Field.remarks)
}
