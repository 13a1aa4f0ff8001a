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
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("parent", .mention, "The region that it is part of.") { $0.parent = $1 },
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
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("region", .mention, "The region in which it lies.") { $0.region = $1 },
            Field("status", .symbol, "Its status in the words of the client's records.") { $0.status = $1 },
            Field("address", .symbol, "Where the crew goes.") { $0.address = $1 },
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
                Field("name", .name, required: true, "Its name.") { $0.name = $1 },
                Field("site", .mention, "The site; the parent's, or the client's only one, where nothing is written.") { $0.site = $1 },
                Field("parent", .mention, "The location that it is part of.") { $0.parent = $1 },
                Field("kind", .examples("room", "floor", "building"), "What it is; `room` makes it a room.") {
                    $0.kind = $1
                    $0.isRoom = $0.isRoom || $1 == "room"
                },
                Field("status", .symbol, "Its status in the words of the client's records.") { $0.status = $1 },
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
            Field("name", .name, required: true, "Its name, unique at its site.") { $0.name = $1 },
            Field("site", .mention, "The site; the location's, or the client's only one, where nothing is written.") { $0.site = $1 },
            Field("location", .mention, "The room or other location in which it stands.") { $0.location = $1 },
            Field("u_height", .integer(in: 1...200), "How many units it has; 42 where nothing is written.") { $0.height = $1 },
            Field("starting_unit", .integer(in: 0...200), "The number of the lowest unit; 1 where nothing is written.") {
                $0.startingUnit = $1
            },
            Field("desc_units", .boolean, "True when units are numbered from the top.") { $0.descends = $1 },
            Field("status", .symbol, "Its status in the words of the client's records.") { $0.status = $1 },
            Field("type", .symbol, "Its form, such as 4-post-cabinet.") { $0.type = $1 },
            Field("role", .symbol, "What it is for.") { $0.role = $1 },
            Field("serial", .symbol, "Its serial number.") { $0.serial = $1 },
            Field("asset_tag", .symbol, "The client's number of it.") { $0.assetTag = $1 },
            Field("reservations", .list(of: .shape(reservation)), "Units that are kept for somebody.") { $0.reservations = $1 },
            .owner, .tenant,
        ] + Field.trailer)

    private static let reservation = Shape<Reservation>(
        "reservation", "Units that are kept for somebody.", start: { Reservation(span: $0.span) },
        fields: [
            Field("units", .units, required: true, "The units: a number, a list, or a range such as `7-9`.") { $0.units = $1 },
            Field("party", .mention, "For whom.") { $0.party = $1 },
            Field("text", .symbol, "For what.") { $0.text = $1 },
        ] + Field.remarks)
}
