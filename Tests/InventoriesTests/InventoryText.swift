import Diagnostics
import Inventories

/// An inventory written out in full, without places and row numbers: equal for equal meaning.
struct InventoryText {
    private let inventory: Inventory

    /// One line for each row of every table, sorted.
    static func lines(of inventory: Inventory) -> [String] {
        let text = InventoryText(inventory: inventory)
        let tables: [(String, [Any])] = [
            ("party", inventory.parties.rows), ("contact", inventory.contacts.rows), ("service", inventory.services.rows),
            ("region", inventory.regions.rows), ("site", inventory.sites.rows), ("location", inventory.locations.rows),
            ("rack", inventory.racks.rows), ("type", inventory.deviceTypes.rows), ("device", inventory.devices.rows),
            ("module", inventory.modules.rows), ("chassis", inventory.virtualChassis.rows), ("port", inventory.ports.rows),
            ("mapping", inventory.mappings.rows), ("cable", inventory.cables.rows), ("provider", inventory.providers.rows),
            ("network", inventory.providerNetworks.rows), ("circuit", inventory.circuits.rows), ("panel", inventory.powerPanels.rows),
            ("group", inventory.groups.rows), ("trip", inventory.trips.rows), ("occupancy", inventory.occupancy.rows),
            ("survey", inventory.surveys.rows), ("statement", inventory.statements.rows), ("state", inventory.states.rows),
        ]
        var lines = tables.flatMap { name, rows in rows.map { "\(name) \(text.described($0))" } }
        lines += inventory.remarks.map { "remark on \(text.described($0.key)): \(text.described($0.value))" }
        lines += ["client \(inventory.client.id.text)"] + inventory.client.contracts.map { "contract \(text.described($0))" }
        lines += inventory.client.calendar.map { "calendar \(text.described($0))" }
        lines += inventory.client.questionsTo.map { "questions to \(text.described($0))" }
        return lines.sorted()
    }

    private func described(_ value: Any) -> String {
        if let known = named(value) ?? followed(value) { return known }
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional { return mirror.children.first.map { described($0.value) } ?? "-" }
        if mirror.children.isEmpty { return "\(value)" }
        let parts = mirror.children.map { child in (child.label.map { "\($0): " } ?? "") + described(child.value) }
        return "(" + parts.joined(separator: ", ") + ")"
    }

    /// What is told by its name.
    private func named(_ value: Any) -> String? {
        switch value {
        case let symbol as Symbol: "`\(symbol.text)`"
        case is Span: "somewhere"
        case let ref as Ref<Party>: inventory.parties[ref].id.text
        case let ref as Ref<Contact>: inventory.contacts[ref].id.text
        case let ref as Ref<Service>: inventory.services[ref].id.text
        case let ref as Ref<Region>: inventory.regions[ref].name.text
        case let ref as Ref<Site>: inventory.sites[ref].name.text
        case let ref as Ref<Location>: inventory.name(of: .location(ref))
        case let ref as Ref<Rack>: inventory.name(of: .rack(ref))
        case let ref as Ref<DeviceType>: inventory.deviceTypes[ref].key.text
        case let ref as Ref<Device>: inventory.name(of: .device(ref))
        case let ref as Ref<Module>: inventory.name(of: .module(ref))
        case let ref as Ref<Port>: inventory.name(of: .port(ref))
        case let ref as Ref<Cable>: inventory.name(of: .cable(ref))
        case let ref as Ref<Circuit>: inventory.circuits[ref].id.text
        case let ref as Ref<Provider>: inventory.providers[ref].name.text
        case let ref as Ref<ProviderNetwork>: inventory.providerNetworks[ref].name.text
        case let ref as Ref<PowerPanel>: inventory.powerPanels[ref].name.text
        default: nil
        }
    }

    /// What is told by what it leads to.
    private func followed(_ value: Any) -> String? {
        switch value {
        case let ref as Ref<Evidence>: described(inventory.evidence[ref])
        case let ref as Ref<PortDetail>: described(inventory.portDetails[ref])
        case let rows as Rows<CableEnd>:
            inventory.cableEnds[rows].map { described($0.side) + described($0.port as Any) + "\($0.connector)/\($0.positions)" }
                .joined(separator: " ")
        case let rows as Rows<RouteElement>: inventory.routes[rows].map(\.name.text).joined(separator: "-")
        case let rows as Rows<Port>: "\(rows.count) ports"
        case let rows as Rows<PortMapping>: "\(rows.count) ways"
        default: nil
        }
    }
}
