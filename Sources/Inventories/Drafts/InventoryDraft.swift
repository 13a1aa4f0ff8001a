import Diagnostics
import LocatedYAML

/// One document of `inventory/*.yaml` as it is written; its cables are read when all devices are known.
struct InventoryDraft {
    var evidence: EvidenceDraft?
    var surveys: [SurveyDraft] = []
    var regions: [RegionDraft] = []
    var sites: [SiteDraft] = []
    var locations: [LocationDraft] = []
    var racks: [RackDraft] = []
    var deviceTypes: [DeviceTypeDraft] = []
    var moduleTypes: [DeviceTypeDraft] = []
    var devices: [DeviceDraft] = []
    var modules: [ModuleDraft] = []
    var virtualChassis: [VirtualChassisDraft] = []
    var cables: Node?
    var providers: [ProviderDraft] = []
    var providerNetworks: [ProviderNetworkDraft] = []
    var circuits: [CircuitDraft] = []
    var powerPanels: [PowerPanelDraft] = []
    var powerFeeds: [PowerFeedDraft] = []
    var groups: [GroupDraft] = []
    var trips: [TripDraft] = []
    var states: [StateDraft] = []
    var statements: [StatementDraft] = []

    static let shape = Shape<InventoryDraft>(
        "inventory", "What is written about a client's infrastructure: one file or many, any split.",
        start: { _ in InventoryDraft() }, fields: knowledge + places + gear + lines + dependence)

    private static var knowledge: [Field<InventoryDraft>] {
        [
            Field("evidence", .evidence, \.evidence, "Where the facts of this file come from, unless they say otherwise themselves."),
            Field(
                "surveys", .list(of: .shape(SurveyDraft.shape)), replacing: \.surveys,
                "Who looked at which place: only there does `not written` mean `empty`."),
            Field("state", .list(of: .shape(StateDraft.shape)), replacing: \.states, "What is out at present."),
            Field(
                "statements", .list(of: .shape(StatementDraft.shape)), replacing: \.statements,
                "What people have said before any question was put."),
        ]
    }

    private static var places: [Field<InventoryDraft>] {
        [
            Field("regions", .list(of: .shape(RegionDraft.shape)), replacing: \.regions, "Regions."),
            Field(
                "sites", .list(of: .shape(SiteDraft.shape)), replacing: \.sites, "Sites; where none are listed, those that are named exist."
            ),
            Field("locations", .list(of: .shape(LocationDraft.shape)), "Parts of sites; where none are listed, those that are named exist.")
            { $0.locations += $1 },
            Field("rooms", .list(of: .shape(LocationDraft.roomShape)), "Locations that are rooms.") { $0.locations += $1 },
            Field("racks", .list(of: .shape(RackDraft.shape)), replacing: \.racks, "Racks."),
        ]
    }

    private static var gear: [Field<InventoryDraft>] {
        [
            Field(
                "device_types", .list(of: .shape(DeviceTypeDraft.inline)), replacing: \.deviceTypes,
                "Device types, as in the device-type library."),
            Field(
                "module_types", .list(of: .shape(DeviceTypeDraft.inline)), replacing: \.moduleTypes,
                "Module types, as in the device-type library."),
            Field("devices", .devices, replacing: \.devices, "Devices."),
            Field("modules", .list(of: .module), replacing: \.modules, "Modules that are not written with their device."),
            Field(
                "virtual_chassis", .list(of: .shape(VirtualChassisDraft.shape)), replacing: \.virtualChassis,
                "Devices that are managed as one."),
        ]
    }

    private static var lines: [Field<InventoryDraft>] {
        [
            Field("cables", Form<Node>(.list(CableDraft.shape.schema)) { node, _ in node }, \.cables, "Cables and cords."),
            Field("providers", .list(of: .shape(ProviderDraft.shape)), replacing: \.providers, "Who sells lines."),
            Field(
                "provider_networks", .list(of: .shape(ProviderNetworkDraft.shape)), replacing: \.providerNetworks,
                "Providers' networks, in which circuits end."),
            Field("circuits", .list(of: .shape(CircuitDraft.shape)), replacing: \.circuits, "Providers' lines."),
            Field("power_panels", .list(of: .shape(PowerPanelDraft.shape)), replacing: \.powerPanels, "Distribution boards."),
            Field("power_feeds", .list(of: .shape(PowerFeedDraft.shape)), replacing: \.powerFeeds, "Breakers with their lines."),
        ]
    }

    private static var dependence: [Field<InventoryDraft>] {
        [
            Field("groups", .list(of: .shape(GroupDraft.shape)), replacing: \.groups, "Dependence that is no cable."),
            Field("trips", .list(of: .shape(TripDraft.shape)), replacing: \.trips, "What stops when something is tripped."),
        ]
    }
}
