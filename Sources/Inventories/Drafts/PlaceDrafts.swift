import Diagnostics
import LocatedYAML

/// A region as it is written.
struct RegionDraft: Imprinted {
    var name: Mention?
    var parent: Mention?
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<RegionDraft>(
        "region", "A part of the world with sites in it.", start: { RegionDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, \.name, "Its name."),
            Field("parent", .mention, \.parent, "The region that it is part of."),
        ] + Field.trailer)
}

/// A site as it is written.
struct SiteDraft: Imprinted {
    var name: Mention?
    var region: Mention?
    var status: Symbol?
    var address: Symbol?
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<SiteDraft>(
        "site", "A building or campus.", start: { SiteDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, \.name, "Its name."),
            Field("region", .mention, \.region, "The region in which it lies."),
            Field("status", .symbol, \.status, "Its status in the words of the client's records."),
            Field("address", .symbol, \.address, "Where the crew goes."),
            .owner, .tenant,
        ] + Field.trailer)
}

/// A location as it is written.
struct LocationDraft: Imprinted {
    var name: Mention?
    var site: Mention?
    var parent: Mention?
    var kind: Symbol?
    var status: Symbol?
    var isRoom: Bool
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = shape("location", "A part of a site: a building, a floor, a room.", isRoom: false)
    static let roomShape = shape("room", "A room: a location with `kind: room`.", isRoom: true)

    private static func shape(_ name: String, _ about: String, isRoom: Bool) -> Shape<LocationDraft> {
        Shape(
            name, about, start: { LocationDraft(isRoom: isRoom, span: $0.span) },
            fields: [
                Field("name", .name, required: true, \.name, "Its name."),
                Field("site", .mention, \.site, "The site; the parent's, or the client's only one, where nothing is written."),
                Field("parent", .mention, \.parent, "The location that it is part of."),
                Field("kind", .examples("room", "floor", "building"), "What it is; `room` makes it a room.") {
                    $0.kind = $1
                    $0.isRoom = $0.isRoom || $1 == "room"
                },
                Field("status", .symbol, \.status, "Its status in the words of the client's records."),
                .owner, .tenant,
            ] + Field.trailer)
    }
}

/// A rack as it is written.
struct RackDraft: Imprinted {
    /// Units kept for somebody.
    struct Reservation: Remarkable {
        var units: [Int] = []
        var party: Mention?
        var text: Symbol?
        var remarks = Remarks()
        var span: Span
    }

    var name: Mention?
    var site: Mention?
    var location: Mention?
    var height: Int?
    var startingUnit: Int?
    var descends: Bool?
    var status: Symbol?
    var type: Symbol?
    var role: Symbol?
    var serial: Symbol?
    var assetTag: Symbol?
    var reservations: [Reservation] = []
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<RackDraft>(
        "rack", "A rack or cabinet.", start: { RackDraft(span: $0.span) },
        fields: [
            Field("name", .name, required: true, \.name, "Its name, unique at its site."),
            Field("site", .mention, \.site, "The site; the location's, or the client's only one, where nothing is written."),
            Field("location", .mention, \.location, "The room or other location in which it stands."),
            Field("u_height", .integer(in: 1...200), \.height, "How many units it has; 42 where nothing is written."),
            Field("starting_unit", .integer(in: 0...200), \.startingUnit, "The number of the lowest unit; 1 where nothing is written."),
            Field("desc_units", .boolean, \.descends, "True when units are numbered from the top."),
            Field("status", .symbol, \.status, "Its status in the words of the client's records."),
            Field("type", .symbol, \.type, "Its form, such as 4-post-cabinet."),
            Field("role", .symbol, \.role, "What it is for."),
            Field("serial", .symbol, \.serial, "Its serial number."),
            Field("asset_tag", .symbol, \.assetTag, "The client's number of it."),
            Field("reservations", .list(of: .shape(reservation)), replacing: \.reservations, "Units that are kept for somebody."),
            .owner, .tenant,
        ] + Field.trailer)

    private static let reservation = Shape<Reservation>(
        "reservation", "Units that are kept for somebody.", start: { Reservation(span: $0.span) },
        fields: [
            Field("units", .units, required: true, "The units: a number, a list, or a range such as `7-9`.") { $0.units = $1 },
            Field("party", .mention, \.party, "For whom."),
            Field("text", .symbol, \.text, "For what."),
        ] + Field.remarks)
}
