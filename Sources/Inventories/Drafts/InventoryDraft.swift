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
            Field("evidence", .evidence, "Where the facts of this file come from, unless they say otherwise themselves.") {
                $0.evidence = $1
            },
            Field(
                "surveys", .list(of: .shape(SurveyDraft.shape)), "Who looked at which place: only there does `not written` mean `empty`."
            ) { $0.surveys = $1 },
            Field("state", .list(of: .shape(StateDraft.shape)), "What is out at present.") { $0.states = $1 },
            Field(
                "statements", .list(of: .shape(StatementDraft.shape)), "What people have said before any question was put."
            ) { $0.statements = $1 },
        ]
    }

    private static var places: [Field<InventoryDraft>] {
        [
            Field("regions", .list(of: .shape(RegionDraft.shape)), "Regions.") { $0.regions = $1 },
            Field(
                "sites", .list(of: .shape(SiteDraft.shape)), "Sites; where none are listed, those that are named exist."
            ) { $0.sites = $1 },
            Field("locations", .list(of: .shape(LocationDraft.shape)), "Parts of sites; where none are listed, those that are named exist.")
            { $0.locations += $1 },
            Field("rooms", .list(of: .shape(LocationDraft.roomShape)), "Locations that are rooms.") { $0.locations += $1 },
            Field("racks", .list(of: .shape(RackDraft.shape)), "Racks.") { $0.racks = $1 },
        ]
    }

    private static var gear: [Field<InventoryDraft>] {
        [
            Field(
                "device_types", .list(of: .shape(DeviceTypeDraft.inline)), "Device types, as in the device-type library."
            ) { $0.deviceTypes = $1 },
            Field(
                "module_types", .list(of: .shape(DeviceTypeDraft.inline)), "Module types, as in the device-type library."
            ) { $0.moduleTypes = $1 },
            Field("devices", .devices, "Devices.") { $0.devices = $1 },
            Field("modules", .list(of: .module), "Modules that are not written with their device.") { $0.modules = $1 },
            Field(
                "virtual_chassis", .list(of: .shape(VirtualChassisDraft.shape)), "Devices that are managed as one."
            ) { $0.virtualChassis = $1 },
        ]
    }

    private static var lines: [Field<InventoryDraft>] {
        [
            Field("cables", Form<Node>(.list(CableDraft.shape.schema)) { node, _ in node }, "Cables and cords.") { $0.cables = $1 },
            Field("providers", .list(of: .shape(ProviderDraft.shape)), "Who sells lines.") { $0.providers = $1 },
            Field(
                "provider_networks", .list(of: .shape(ProviderNetworkDraft.shape)), "Providers' networks, in which circuits end."
            ) { $0.providerNetworks = $1 },
            Field("circuits", .list(of: .shape(CircuitDraft.shape)), "Providers' lines.") { $0.circuits = $1 },
            Field("power_panels", .list(of: .shape(PowerPanelDraft.shape)), "Distribution boards.") { $0.powerPanels = $1 },
            Field("power_feeds", .list(of: .shape(PowerFeedDraft.shape)), "Breakers with their lines.") { $0.powerFeeds = $1 },
        ]
    }

    private static var dependence: [Field<InventoryDraft>] {
        [
            Field("groups", .list(of: .shape(GroupDraft.shape)), "Dependence that is no cable.") { $0.groups = $1 },
            Field("trips", .list(of: .shape(TripDraft.shape)), "What stops when something is tripped.") { $0.trips = $1 },
        ]
    }
}
