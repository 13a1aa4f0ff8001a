package import Diagnostics

/// Everything that is written about a client, resolved: tables of rows that refer to each other by number.
package struct Inventory: Sendable {
    package var client: Client
    /// What names mean; made when it is first asked for.
    let names = NameCache()
    /// Words about objects that only people read, and tags of objects whose rows have none.
    package var remarks: [ObjectRef: Remarks] = [:]
    package var parties = Table<Party>()
    package var contacts = Table<Contact>()
    package var services = Table<Service>()
    package var regions = Table<Region>()
    package var sites = Table<Site>()
    package var locations = Table<Location>()
    package var racks = Table<Rack>()
    package var deviceTypes = Table<DeviceType>()
    package var devices = Table<Device>()
    package var modules = Table<Module>()
    package var virtualChassis = Table<VirtualChassis>()
    package var ports = Table<Port>()
    package var portDetails = Table<PortDetail>()
    package var mappings = Table<PortMapping>()
    package var cables = Table<Cable>()
    package var cableEnds = Table<CableEnd>()
    package var routes = Table<RouteElement>()
    package var providers = Table<Provider>()
    package var providerNetworks = Table<ProviderNetwork>()
    package var circuits = Table<Circuit>()
    package var powerPanels = Table<PowerPanel>()
    package var groups = Table<DependenceGroup>()
    package var trips = Table<Trip>()
    package var evidence = Table<Evidence>()
    package var occupancy = Table<OccupancyClaim>()
    package var surveys = Table<Survey>()
    package var statements = Table<Statement>()
    package var states = Table<PlantState>()
    /// What could not be used: broken references and unreadable files. A check over such a folder is at best inconclusive.
    package var brokenReferences: [Diagnostic] = []
    package var unreadableFiles: [Diagnostic] = []

    package init(client: Client) {
        self.client = client
    }
}
