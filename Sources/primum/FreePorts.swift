import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// Ports that a cord can go into without displacing anybody.
struct FreePorts {
    private let plant: Plant

    init(_ plant: Plant) {
        self.plant = plant
    }

    /// Ports known to be empty at the places of what is needed, those of active gear first, then in the order of the record.
    func best(for needs: [ChangeOrder.Need]) -> [Ref<Port>] {
        let wanted = needs.filter { $0.resource == .ports || $0.resource == .poe }
        return wanted.reduce(into: [Ref<Port>]()) { found, need in
            let free = plant.inventory.ports.refs.filter { !found.contains($0) && serves($0, need) }
            found += free.sorted { rank($0) < rank($1) }.prefix(need.count)
        }
    }

    private func serves(_ port: Ref<Port>, _ need: ChangeOrder.Need) -> Bool {
        let row = plant.inventory.ports[port]
        let detail = row.detail.map { plant.inventory.portDetails[$0] }
        guard row.kind == .interface || row.kind == .frontPort, detail?.isManagementOnly != true, detail?.isEnabled != false else {
            return false
        }
        if need.resource == .poe, detail?.poeMode?.text != "pse" { return false }
        if let place = need.at, !plant.inventory.selects(place, .port(port)) { return false }
        return plant.isKnownEmpty(port)
    }

    private func rank(_ port: Ref<Port>) -> (Int, UInt32) {
        (plant.inventory.ports[port].kind == .interface ? 0 : 1, port.index)
    }
}
