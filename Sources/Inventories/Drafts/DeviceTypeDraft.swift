import Diagnostics
import LocatedYAML

/// A bay as it is written: for modules or for blades.
struct BayDraft: Remarkable {
    var name: Mention?
    /// What stands for `{module}` in the names of a module's ports.
    var position: Symbol?
    var label: Symbol?
    var remarks = Remarks()

    static let shape = Shape<BayDraft>(
        "bay", "A bay for a module or a blade.", start: { _ in BayDraft() },
        fields: [
            Field("name", .name, required: true, "Its name; a range makes many.") { $0.name = $1 },
            Field("position", .symbol, "What stands for `{module}` in the names of a module's ports.") { $0.position = $1 },
            Field("label", .symbol, "What is printed beside it.") { $0.label = $1 },
            Field("origin", .symbol, "Its key in the system that it was imported from, for the next import.") { _, _ in },
        ] + Field.remarks)
}

extension Form where Value == BayDraft {
    /// A bay: a map, or its name alone.
    static var bay: Form {
        .either(scalar: Form<Mention>.name.map { name, _, _ in BayDraft(name: name) }, mapping: .shape(BayDraft.shape))
    }
}

/// A type of device or module as the device-type library or an inventory writes it.
struct DeviceTypeDraft: PortHolding, Remarkable {
    var manufacturer: Mention?
    var model: Mention?
    var slug: Symbol?
    var heightHalves: Int?
    var isFullDepth: Bool?
    var subdeviceRole: Symbol?
    var ports: [PortDraft] = []
    var bays: [BayDraft] = []
    var remarks = Remarks()
    var span: Span

    /// A type given inline in an inventory.
    static let inline = Shape<DeviceTypeDraft>(
        "device-type-inline", "A device type as in NetBox's device-type library, its keys with underscores.",
        start: { DeviceTypeDraft(span: $0.span) },
        fields: fields(hyphens: false) + [
            Field("origin", .symbol, "Its key in the system that it was imported from, for the next import.") { _, _ in }
        ])

    /// A file of the device-type library.
    static let library = Shape<DeviceTypeDraft>(
        "device-type", "A file of NetBox's device-type library.", start: { DeviceTypeDraft(span: $0.span) },
        fields: fields(hyphens: true) + ignored)

    private static func fields(hyphens: Bool) -> [Field<DeviceTypeDraft>] {
        let (moduleBays, deviceBays) = hyphens ? ("module-bays", "device-bays") : ("module_bays", "device_bays")
        return [
            Field("manufacturer", .located(.examples("Cisco")), required: true, "Who makes it.") { $0.manufacturer = $1 },
            Field("model", .located(.examples("Catalyst 2960X-24TS-L")), required: true, "The maker's name of it.") { $0.model = $1 },
            Field("slug", .examples("cisco-ws-c2960x-24ts-l"), "The name by which devices refer to it, without case.") { $0.slug = $1 },
            Field("u_height", .halves, "Its height in units; 1 where nothing is written, 0 for what takes none.") { $0.heightHalves = $1 },
            Field("is_full_depth", .boolean, "True, as where nothing is written, when it takes both faces of the rack.") {
                $0.isFullDepth = $1
            },
            Field(
                "subdevice_role", .examples("parent", "child"), "parent for a chassis with device bays, child for a blade."
            ) { $0.subdeviceRole = $1 },
        ] + Field.portLists(hyphens: hyphens) + [
            Field(moduleBays, .list(of: .bay), "Bays for modules.") { $0.bays += $1 },
            Field(deviceBays, .list(of: .bay), "Bays for blades.") { $0.bays += $1 },
        ] + Field.remarks
    }

    /// Keys of the library that say nothing about what a change can harm.
    private static var ignored: [Field<DeviceTypeDraft>] {
        let keys = [
            "part_number", "airflow", "weight", "weight_unit", "front_image", "rear_image", "is_powered", "inventory-items",
            "default_platform", "profile", "exclude_from_utilization", "cooling_method", "cooling_capacity", "attributes",
        ]
        return keys.map { Field($0, .node, "Read over.") { _, _ in } }
    }
}
