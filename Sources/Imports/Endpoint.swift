/// One of NetBox's lists: its address, the type of its objects, and what becomes of their fields.
struct Endpoint: Hashable {
    /// The path in the API, such as `dcim/cables`.
    let path: String
    /// The type of its objects, as `termination_type` and the like name it: `dcim.cable`.
    let model: String
    /// Fields that have a place in a client's folder, or that decide where something goes.
    let placed: Set<String>
    /// Fields that only repeat what other lists say.
    let repeated: Set<String>
    /// True when the objects themselves have a place.
    let hasPlace: Bool

    static func == (left: Endpoint, right: Endpoint) -> Bool { left.path == right.path }
    func hash(into hasher: inout Hasher) { hasher.combine(path) }

    /// A list that is known by name only: its objects are counted and listed.
    init(unplaced path: String) {
        self.path = path
        model = path
        placed = []
        repeated = []
        hasPlace = false
    }

    init(_ path: String, _ model: String, placed: String, repeated: String = "") {
        self.path = path
        self.model = model
        self.placed = Set(placed.split(separator: " ").map(String.init))
        self.repeated = Set(repeated.split(separator: " ").map(String.init))
        hasPlace = true
    }

    /// True for a field that needs no place: names of the object itself, counts, dates of the record, and what other lists repeat.
    ///
    /// `created` and `last_updated` say when a row was typed, not when anybody looked: they are no evidence.
    func repeats(_ field: String) -> Bool {
        Self.repeatedEverywhere.contains(field) || repeated.contains(field) || field.hasSuffix("_count") || field.hasPrefix("count_")
    }

    private static let repeatedEverywhere: Set<String> = [
        "id", "url", "display_url", "display", "slug", "created", "last_updated", "_occupied", "_depth", "count",
    ]
}

extension Endpoint {
    /// What a cabled object repeats of the cables.
    private static let cabling =
        "cable cable_end link_peers link_peers_type connected_endpoints connected_endpoints_type connected_endpoints_reachable"

    static let regions = Endpoint("dcim/regions", "dcim.region", placed: "name parent description")
    static let sites = Endpoint(
        "dcim/sites", "dcim.site", placed: "name region tenant owner status tags description comments physical_address")
    static let locations = Endpoint(
        "dcim/locations", "dcim.location", placed: "name site parent tenant owner status tags description comments")
    static let racks = Endpoint(
        "dcim/racks", "dcim.rack",
        placed: "name site location tenant owner status role u_height starting_unit desc_units tags serial asset_tag description comments "
            + "form_factor type")
    static let reservations = Endpoint(
        "dcim/rack-reservations", "dcim.rackreservation", placed: "rack units tenant description user")
    static let deviceTypes = Endpoint(
        "dcim/device-types", "dcim.devicetype",
        placed: "manufacturer model u_height is_full_depth subdevice_role comments description")
    static let moduleTypes = Endpoint("dcim/module-types", "dcim.moduletype", placed: "manufacturer model description comments")
    static let manufacturers = Endpoint("dcim/manufacturers", "dcim.manufacturer", placed: "name")
    static let deviceRoles = Endpoint("dcim/device-roles", "dcim.devicerole", placed: "name")
    static let devices = Endpoint(
        "dcim/devices", "dcim.device",
        placed: "name device_type role tenant owner serial asset_tag site location rack position face parent_device status "
            + "virtual_chassis vc_position vc_priority platform device_role tags description comments")
    static let virtualChassis = Endpoint(
        "dcim/virtual-chassis", "dcim.virtualchassis", placed: "name master domain description comments tags owner", repeated: "members")
    static let deviceBays = Endpoint(
        "dcim/device-bays", "dcim.devicebay", placed: "device name installed_device label description", repeated: "enabled")
    static let moduleBays = Endpoint(
        "dcim/module-bays", "dcim.modulebay", placed: "device module name position label description",
        repeated: "installed_module is_module_compatible enabled")
    static let modules = Endpoint(
        "dcim/modules", "dcim.module", placed: "device module_bay module_type serial asset_tag status description comments tags owner",
        repeated: "is_bay_compatible")
    static let interfaces = Endpoint(
        "dcim/interfaces", "dcim.interface",
        placed: "device module name label type enabled parent bridge lag mac_address primary_mac_address speed mgmt_only description mode "
            + "poe_mode poe_type rf_role wireless_lans untagged_vlan tagged_vlans mark_connected owner tags",
        repeated: cabling + " bridge_interfaces mac_addresses wireless_link")
    static let frontPorts = Endpoint(
        "dcim/front-ports", "dcim.frontport",
        placed:
            "device module name label type positions rear_port rear_port_position rear_ports color mark_connected description owner tags",
        repeated: cabling)
    static let rearPorts = Endpoint(
        "dcim/rear-ports", "dcim.rearport", placed: "device module name label type positions color mark_connected description owner tags",
        repeated: cabling + " front_ports")
    static let consolePorts = Endpoint(
        "dcim/console-ports", "dcim.consoleport", placed: "device module name label type speed mark_connected description owner tags",
        repeated: cabling)
    static let consoleServerPorts = Endpoint(
        "dcim/console-server-ports", "dcim.consoleserverport",
        placed: "device module name label type speed mark_connected description owner tags", repeated: cabling)
    static let powerPorts = Endpoint(
        "dcim/power-ports", "dcim.powerport",
        placed: "device module name label type maximum_draw allocated_draw mark_connected description owner tags", repeated: cabling)
    static let powerOutlets = Endpoint(
        "dcim/power-outlets", "dcim.poweroutlet",
        placed: "device module name label type power_port feed_leg status color mark_connected description owner tags", repeated: cabling)
    static let powerPanels = Endpoint("dcim/power-panels", "dcim.powerpanel", placed: "name site location owner description comments tags")
    static let powerFeeds = Endpoint(
        "dcim/power-feeds", "dcim.powerfeed",
        placed:
            "power_panel rack name status type supply phase voltage amperage max_utilization mark_connected tenant owner description comments "
            + "tags",
        repeated: cabling)
    static let cables = Endpoint(
        "dcim/cables", "dcim.cable",
        placed:
            "type a_terminations b_terminations status profile tenant bundle label color length length_unit description comments owner tags"
    )
    static let cableTerminations = Endpoint(
        "dcim/cable-terminations", "dcim.cabletermination",
        placed: "cable cable_end termination_type termination_id connector positions", repeated: "termination")
    static let cableBundles = Endpoint("dcim/cable-bundles", "dcim.cablebundle", placed: "name")
    static let providers = Endpoint("circuits/providers", "circuits.provider", placed: "name description comments owner tags")
    static let providerNetworks = Endpoint(
        "circuits/provider-networks", "circuits.providernetwork", placed: "name provider service_id description comments owner tags")
    static let circuits = Endpoint(
        "circuits/circuits", "circuits.circuit", placed: "cid provider type status tenant owner tags description comments",
        repeated: "termination_a termination_z assignments")
    static let circuitTypes = Endpoint("circuits/circuit-types", "circuits.circuittype", placed: "name")
    static let circuitTerminations = Endpoint(
        "circuits/circuit-terminations", "circuits.circuittermination",
        placed:
            "circuit term_side termination_type termination_id termination site provider_network xconnect_id pp_info port_speed mark_connected "
            + "description tags",
        repeated: cabling)
    static let tenants = Endpoint("tenancy/tenants", "tenancy.tenant", placed: "name")
    static let contacts = Endpoint("tenancy/contacts", "tenancy.contact", placed: "name phone email group groups")
    static let contactGroups = Endpoint("tenancy/contact-groups", "tenancy.contactgroup", placed: "name")
    static let contactAssignments = Endpoint(
        "tenancy/contact-assignments", "tenancy.contactassignment",
        placed: "object_type content_type object_id contact priority", repeated: "object")
    static let owners = Endpoint("users/owners", "users.owner", placed: "name")
    static let platforms = Endpoint("dcim/platforms", "dcim.platform", placed: "name")
    static let rackRoles = Endpoint("dcim/rack-roles", "dcim.rackrole", placed: "name")
    static let wirelessLANs = Endpoint("wireless/wireless-lans", "wireless.wirelesslan", placed: "ssid")
    static let wirelessLinks = Endpoint(
        "wireless/wireless-links", "wireless.wirelesslink",
        placed: "interface_a interface_b ssid status tenant owner description comments tags")
    static let tags = Endpoint("extras/tags", "extras.tag", placed: "name", repeated: "tagged_items")
    static let vlans = Endpoint("ipam/vlans", "ipam.vlan", placed: "vid name")
    static let macAddresses = Endpoint(
        "dcim/mac-addresses", "dcim.macaddress", placed: "mac_address assigned_object_type assigned_object_id", repeated: "assigned_object")

    /// The lists whose objects have a place in a client's folder.
    static let placed: [Endpoint] = [
        regions, sites, locations, racks, reservations, deviceTypes, moduleTypes, manufacturers, deviceRoles, devices, virtualChassis,
        deviceBays, moduleBays, modules, interfaces, frontPorts, rearPorts, consolePorts, consoleServerPorts, powerPorts, powerOutlets,
        powerPanels, powerFeeds, cables, cableTerminations, cableBundles, providers, providerNetworks, circuits, circuitTypes,
        circuitTerminations, tenants, contacts, contactGroups, contactAssignments, owners, platforms, rackRoles, wirelessLANs,
        wirelessLinks, tags, vlans, macAddresses,
    ]

    /// Lists that are recognised by a file's name though nothing in them has a place.
    private static let unplaced: [Endpoint] = [
        "circuits/circuit-group-assignments", "circuits/circuit-groups", "circuits/provider-accounts", "circuits/virtual-circuits",
        "circuits/virtual-circuit-terminations", "circuits/virtual-circuit-types", "dcim/console-port-templates",
        "dcim/console-server-port-templates", "dcim/device-bay-templates", "dcim/front-port-templates", "dcim/interface-templates",
        "dcim/inventory-item-roles", "dcim/inventory-item-templates", "dcim/inventory-items", "dcim/module-bay-templates",
        "dcim/module-bay-types", "dcim/module-type-profiles", "dcim/power-outlet-templates", "dcim/power-port-templates",
        "dcim/rack-groups", "dcim/rack-types", "dcim/rear-port-templates", "dcim/site-groups",
        "dcim/virtual-device-contexts", "extras/custom-fields", "extras/journal-entries", "extras/image-attachments", "ipam/asns",
        "ipam/ip-addresses", "ipam/prefixes", "ipam/roles", "ipam/vlan-groups", "ipam/vrfs", "ipam/aggregates", "ipam/ip-ranges",
        "ipam/services", "tenancy/contact-roles", "tenancy/tenant-groups", "users/owner-groups", "virtualization/cluster-groups",
        "virtualization/cluster-types", "virtualization/clusters", "virtualization/interfaces", "virtualization/virtual-machines",
        "virtualization/virtual-disks", "wireless/wireless-lan-groups",
    ].map(Endpoint.init(unplaced:))

    private static let known: [String: Endpoint] = Dictionary(
        uniqueKeysWithValues: (placed + unplaced).map { ($0.path, $0) })

    /// The list at a path of the API; one that nobody knows is a list without a place.
    static func at(_ path: String) -> Endpoint {
        known[path] ?? Endpoint(unplaced: path)
    }

    /// The list that an object's `url` names: what stands between `/api/` and its number.
    static func named(byAddress url: String) -> Endpoint? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: true)
        guard let api = parts.lastIndex(of: "api") else { return nil }
        let path = parts[(api + 1)...].prefix { wholeNumber(String($0)) == nil }
        return path.count < 2 ? nil : at(path.joined(separator: "/"))
    }

    /// The list that a file's name speaks of, such as `dcim.cables.json` or `dcim_cables-2.json`; the longest name wins.
    static func named(byFile name: String) -> Endpoint? {
        let words = name.split(separator: "/").last.map(normalised) ?? ""
        return known.values
            .filter { words.contains(normalised(Substring($0.path))) }
            .max { ($0.path.utf8.count, $1.path) < ($1.path.utf8.count, $0.path) }
    }

    /// Letters and digits, everything between them as one dash.
    private static func normalised(_ text: Substring) -> String {
        text.lowercased().split { !$0.isLetter }.joined(separator: "-")
    }
}
