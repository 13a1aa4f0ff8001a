import Diagnostics
import LocatedYAML
import Times

/// A device as it is written.
///
/// A class, because it is large, there are many, and they are handed from step to step.
final class DeviceDraft: PortHolding, Imprinted {
    var name: Mention?
    var aka: [Symbol] = []
    var type: Mention?
    var role: Symbol?
    var serial: Symbol?
    var assetTag: Symbol?
    var site: Mention?
    var location: Mention?
    var rack: Mention?
    var position: Located<Int>?
    var face: RackFace?
    var heightHalves: Int?
    var isFullDepth: Bool?
    var chassis: ChassisDraft?
    var virtualChassis: VirtualChassisMemberDraft?
    var status: Symbol?
    var platform: Symbol?
    var config: ConfigDraft?
    var suppliesNeeded: Int?
    var evidence: EvidenceDraft?
    var ports: [PortDraft] = []
    var bays: [BayDraft] = []
    var modules: [ModuleDraft] = []
    var occupied: [OccupancyDraft] = []
    var empty: [OccupancyDraft] = []
    var imprint = Imprint()
    var remarks = Remarks()
    let span: Span

    init(span: Span) {
        self.span = span
    }

    static let shape = Shape<DeviceDraft>(
        "device", "A thing in or beside a rack: switch, server, panel, PDU, UPS, telephone.", start: { DeviceDraft(span: $0.span) },
        fields: identity + place + [.owner, .tenant] + life + Field.portLists(hyphens: false) + contents + Field.trailer)

    private static var identity: [Field<DeviceDraft>] {
        [
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("aka", .symbols, "What labels and people call it.") { $0.aka = $1 },
            Field(
                "device_type", .located(.examples("cisco/ws-c2960x-24ts-l")),
                "Its type by slug: of `device_types`, the folder's `device-types/` or the device-type library."
            ) { $0.type = $1 },
            Field("role", .examples("access-switch", "patch-panel", "ups"), "What it is for; says whether it passes data on.") {
                $0.role = $1
            },
            Field("serial", .symbol, "Its serial number.") { $0.serial = $1 },
            Field("asset_tag", .symbol, "The client's number of it.") { $0.assetTag = $1 },
            Field("platform", .symbol, "Its operating system.") { $0.platform = $1 },
            Field("status", .examples("active", "planned", "offline"), "Its status in the words of the client's records.") {
                $0.status = $1
            },
            Field("virtual_chassis", .virtualChassis, "The stack or virtual chassis that it is a member of.") { $0.virtualChassis = $1 },
        ]
    }

    private static var place: [Field<DeviceDraft>] {
        [
            Field("site", .mention, "Its site; the rack's where nothing is written.") { $0.site = $1 },
            Field("location", .mention, "Its room; the rack's where nothing is written.") { $0.location = $1 },
            Field("rack", .mention, "Its rack.") { $0.rack = $1 },
            Field("position", .located(.halves), "Its lowest unit; none for gear beside the units.") { $0.position = $1 },
            Field("face", .choice, "The face on which it is mounted.") { $0.face = $1 },
            Field("u_height", .halves, "Its height in units; the type's, else 1, where nothing is written.") { $0.heightHalves = $1 },
            Field("is_full_depth", .boolean, "True when it takes both faces; the type's, else true, where nothing is written.") {
                $0.isFullDepth = $1
            },
            Field("chassis", .shape(ChassisDraft.shape), "For a blade: the chassis and its bay.") { $0.chassis = $1 },
        ]
    }

    private static var life: [Field<DeviceDraft>] {
        [
            Field("config", .shape(ConfigDraft.shape), "What is known of its running configuration.") { $0.config = $1 },
            Field("needs", .integer(in: 0...64), "How many of its supplies it needs to live.") { $0.suppliesNeeded = $1 },
            Field("evidence", .evidence, "Where this is known from; the file's where nothing is written.") { $0.evidence = $1 },
        ]
    }

    private static var contents: [Field<DeviceDraft>] {
        [
            Field("module_bays", .list(of: .bay), "Its bays for modules.") { $0.bays += $1 },
            Field("device_bays", .list(of: .bay), "Its bays for blades.") { $0.bays += $1 },
            Field("modules", .list(of: .module), "The modules in its bays.") { $0.modules = $1 },
            Field("occupied", .occupancy, "Ports that were seen to hold a cord; where it goes may be unknown.") { $0.occupied = $1 },
            Field("empty", .occupancy, "Ports that were seen to hold none.") { $0.empty = $1 },
        ]
    }
}

extension Form where Value == [DeviceDraft] {
    /// Devices: read here and not through their form, as lists of ports are.
    static var devices: Form {
        let table = DeviceDraft.shape.table
        return Form(
            .list(DeviceDraft.shape.schema),
            handingOn: { node, log, use in
                guard node.kind == .sequence else { return log.addMismatch(.list, at: node) }
                var devices: [DeviceDraft] = []
                devices.reserveCapacity(node.count)
                node.forEachItem { item in
                    var device = DeviceDraft(span: item.span)
                    if table.fill(&device, from: item, &log) { devices.append(device) }
                }
                use(devices)
            })
    }
}

/// The chassis and bay of a blade, as they are written.
struct ChassisDraft {
    var device: Mention?
    var bay: Mention?

    static let shape = Shape<ChassisDraft>(
        "chassis", "The chassis of a blade and its bay.", start: { _ in ChassisDraft() },
        fields: [
            Field("device", .mention, required: true, "The chassis.") { $0.device = $1 },
            Field("bay", .mention, required: true, "The bay.") { $0.bay = $1 },
        ])
}

/// A device's place in a virtual chassis, as it is written.
struct VirtualChassisMemberDraft {
    var name: Symbol?
    var position: Int?
    var priority: Int?

    static let shape = Shape<VirtualChassisMemberDraft>(
        "virtual-chassis-member", "A device's place in a virtual chassis.", start: { _ in VirtualChassisMemberDraft() },
        fields: [
            Field("name", .symbol, required: true, "The virtual chassis.") { $0.name = $1 },
            Field("position", .integer(in: 0...255), "Its number in it.") { $0.position = $1 },
            Field("priority", .integer(in: 0...255), "Its priority when a master is chosen.") { $0.priority = $1 },
        ])
}

extension Form where Value == VirtualChassisMemberDraft {
    /// The name of the virtual chassis, or a map with the device's place in it.
    static var virtualChassis: Form {
        .either(
            scalar: Form<Symbol>.symbol.map { name, _, _ in VirtualChassisMemberDraft(name: name) },
            mapping: .shape(VirtualChassisMemberDraft.shape))
    }
}

/// What is known of a running configuration, as it is written.
struct ConfigDraft {
    struct Backup {
        var taken: WrittenMoment?
        var by: Symbol?
        var verified: Symbol?
    }

    var isSaved: Bool?
    var backup: Backup?
    var evidence: EvidenceDraft?

    static let shape = Shape<ConfigDraft>(
        "config", "What is known of a running configuration.", start: { _ in ConfigDraft() },
        fields: [
            Field("saved", .boolean, "True when what runs is saved.") { $0.isSaved = $1 },
            Field("backup", .shape(backup), "The last backup.") { $0.backup = $1 },
            Field("evidence", .evidence, "Where this is known from; the device's where nothing is written.") { $0.evidence = $1 },
        ])

    private static let backup = Shape<Backup>(
        "backup", "A backup of a configuration.", start: { _ in Backup() },
        fields: [
            Field("taken", .moment, "When it was taken.") { $0.taken = $1 },
            Field("by", .symbol, "Who took it.") { $0.by = $1 },
            Field("verified", .examples("compared", "restored"), "How it was verified; a date alone is not.") { $0.verified = $1 },
        ])
}

/// Ports that were seen to hold a cord, or none, as they are written.
struct OccupancyDraft {
    var ports: [Mention] = []
    var evidence: EvidenceDraft?
    var cord: Symbol?

    static let shape = Shape<OccupancyDraft>(
        "occupancy", "Ports that were seen to hold a cord, or none.", start: { _ in OccupancyDraft() },
        fields: [
            Field("ports", .portNames, required: true, "The ports' names on the device, ranges among them.") { $0.ports = $1 },
            Field("evidence", .evidence, "Where this is known from; the device's where nothing is written.") { $0.evidence = $1 },
            Field("cord", .examples("grey, goes up"), "What the cord looks like.") { $0.cord = $1 },
        ])
}

extension Form where Value == [Mention] {
    /// Names of ports on a device: `"[1-19]"`, or a list.
    static var portNames: Form { .oneOrMany(of: .located(.examples("[1-19]", "20", "rear/[1-4]"))) }
}

extension Form where Value == [OccupancyDraft] {
    /// Names of ports, or with evidence of their own a map or a list of maps.
    static var occupancy: Form {
        let one = Form<OccupancyDraft>.either(
            scalar: Form<Mention>.located(.examples("[1-19]", "20", "rear/[1-4]")).map { name, _, _ in OccupancyDraft(ports: [name]) },
            mapping: .shape(OccupancyDraft.shape))
        return .oneOrMany(of: one)
    }
}

/// A module as it is written, in its device or apart.
struct ModuleDraft: PortHolding, Imprinted {
    var device: Mention?
    var bay: Mention?
    var type: Mention?
    var serial: Symbol?
    var assetTag: Symbol?
    var status: Symbol?
    var ports: [PortDraft] = []
    var bays: [BayDraft] = []
    var modules: [ModuleDraft] = []
    var imprint = Imprint()
    var remarks = Remarks()
    var span: Span

    static let shape = Shape<ModuleDraft>(
        "module", "A module in a bay of a device or of another module.", start: { ModuleDraft(span: $0.span) },
        fields: [
            Field("device", .mention, "The device, where the module is written apart from it.") { $0.device = $1 },
            Field("bay", .mention, required: true, "The bay.") { $0.bay = $1 },
            Field("module_type", .mention, "Its type: the model or slug of one of `module_types`, or of the library.") { $0.type = $1 },
            Field("serial", .symbol, "Its serial number.") { $0.serial = $1 },
            Field("asset_tag", .symbol, "The client's number of it.") { $0.assetTag = $1 },
            Field("status", .symbol, "Its status in the words of the client's records.") { $0.status = $1 },
        ] + Field.portLists(hyphens: false) + [
            Field("module_bays", .list(of: .bay), "Its own bays.") { $0.bays = $1 },
            Field("modules", .list(of: .lazy { .module }), "The modules in its own bays.") { $0.modules = $1 },
        ] + Field.trailer)
}

extension Form where Value == ModuleDraft {
    static var module: Form { .shape(ModuleDraft.shape) }
}

/// A virtual chassis as it is written.
struct VirtualChassisDraft: Imprinted {
    var name: Mention?
    var master: Mention?
    var domain: Symbol?
    var imprint = Imprint()
    var remarks = Remarks()

    static let shape = Shape<VirtualChassisDraft>(
        "virtual-chassis", "Devices that are managed as one.", start: { _ in VirtualChassisDraft() },
        fields: [
            Field("name", .name, required: true, "Its name.") { $0.name = $1 },
            Field("master", .mention, "The member that leads.") { $0.master = $1 },
            Field("domain", .symbol, "The vendor's domain number or name.") { $0.domain = $1 },
        ] + Field.trailer)
}
