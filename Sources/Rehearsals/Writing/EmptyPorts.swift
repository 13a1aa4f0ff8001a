import Inventories
import Plants

/// The ports that are known to be empty, device by device, looked up when they are first asked for.
///
/// Where nobody surveyed a whole place, only a claim makes a port empty, and the claims there are say which ones.
struct EmptyPorts {
    private let plant: Plant
    private var found: [Ref<Device>: [Ref<Port>]] = [:]
    /// Ports of which somebody wrote that they are empty; nil until they are asked for.
    private var claimed: [Ref<Device>: [Ref<Port>]]?

    init(_ plant: Plant) {
        self.plant = plant
    }

    /// The empty ports of a device in the order of the record.
    mutating func ports(of device: Ref<Device>) -> [Ref<Port>] {
        if let known = found[device] { return known }
        let ports = candidates(of: device).filter { plant.isKnownEmpty($0) }
        found[device] = ports
        return ports
    }

    private mutating func candidates(of device: Ref<Device>) -> [Ref<Port>] {
        if plant.inventory.surveys.rows.contains(where: \.isComplete) { return Array(plant.inventory.devices[device].ports.refs) }
        let claimed = claimed ?? claims()
        self.claimed = claimed
        return Set(claimed[device] ?? []).sorted { $0.index < $1.index }
    }

    private func claims() -> [Ref<Device>: [Ref<Port>]] {
        var ports: [Ref<Device>: [Ref<Port>]] = [:]
        for claim in plant.inventory.occupancy.rows where !claim.isOccupied {
            if let device = plant.inventory.ports[claim.port].device { ports[device, default: []].append(claim.port) }
        }
        return ports
    }
}
