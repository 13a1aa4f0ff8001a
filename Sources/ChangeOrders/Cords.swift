package import Diagnostics
package import Inventories

/// Which cord is in which port, as the inventory has it and as the steps played so far have changed it.
///
/// A port that is seen to be occupied without a cable on record holds a cord whose other end is unknown. A planned cable is plugged nowhere.
package struct Cords: Sendable {
    /// A cord and the ports that its ends are in; an end that nobody knows, or that hangs, is not among them.
    package struct Cord: Sendable {
        /// Nil for cords that are in no record, and for those that the order brings.
        package var cable: Ref<Cable>?
        /// Ends of the A side first; ends of an unknown port are `.unknown`.
        package var ends: [Step.Endpoint]
        package var label: Symbol?
        package var type: Symbol?
    }

    private let inventory: Inventory
    private var cords: [Cord] = []
    private var plugged: [Step.Endpoint: [Int]] = [:]
    private var numbers: [Ref<Cable>: Int] = [:]

    /// The cords as the inventory has them.
    package init(_ inventory: Inventory) {
        self.inventory = inventory
        for cable in inventory.cables.refs {
            let row = inventory.cables[cable]
            let isLaid = row.status != .planned
            let ends = isLaid ? inventory.cableEnds[row.ends].map { $0.port.map { Step.Endpoint.port($0) } ?? .unknown } : []
            numbers[cable] = cords.count
            add(Cord(cable: cable, ends: ends, label: row.label, type: row.type))
        }
        for claim in inventory.occupancy.rows where claim.isOccupied && plugged[.port(claim.port)] == nil {
            addNameless(at: claim.port)
        }
        for port in inventory.ports.refs {
            guard let detail = inventory.ports[port].detail, inventory.portDetails[detail].isConnectedMark else { continue }
            if plugged[.port(port)] == nil { addNameless(at: port) }
        }
    }

    private mutating func addNameless(at port: Ref<Port>) {
        add(Cord(cable: nil, ends: [.port(port), .unknown], label: nil, type: nil))
    }

    /// The cords in a port; several where the record has several.
    package func cords(at port: Step.Endpoint) -> [Cord] {
        (plugged[port] ?? []).map { cords[$0] }
    }

    /// Where a cable's ends are.
    package func cord(of cable: Ref<Cable>) -> Cord? {
        numbers[cable].map { cords[$0] }
    }

    private mutating func add(_ cord: Cord) {
        for end in Set(cord.ends) where end != .unknown { plugged[end, default: []].append(cords.count) }
        cords.append(cord)
    }

    private mutating func unplug(_ end: Step.Endpoint) {
        for number in plugged.removeValue(forKey: end) ?? [] { cords[number].ends.removeAll { $0 == end } }
    }

    private mutating func plug(_ number: Int, into end: Step.Endpoint) {
        cords[number].ends.append(end)
        if end != .unknown { plugged[end, default: []].append(number) }
    }
}

// MARK: - Steps

extension Cords {
    /// What a step does to cords; verbs that leave cords alone do nothing.
    package mutating func play(_ step: Step) {
        switch step.verb {
        case .connect: for connection in step.connections { connect(connection) }
        case .install: for connection in step.installation?.cords ?? [] { connect(connection) }
        case .disconnect: for target in step.targets { disconnect(target) }
        case .remove: for target in step.targets { remove(target) }
        case .move:
            // All cords leave their ports before the first is plugged, so that two can change places.
            let numbers = step.transfers.map { plugged[$0.from] ?? [] }
            for transfer in step.transfers { unplug(transfer.from) }
            for (transfer, numbers) in zip(step.transfers, numbers) {
                for number in numbers { plug(number, into: transfer.to) }
            }
        case .inspect, .label, .hold, .replace, .powerOff, .powerOn, .restart, .configure, .reset, .other: break
        }
    }

    private mutating func connect(_ connection: Step.Connection) {
        guard let cable = connection.cable, let number = numbers[cable] else {
            return add(Cord(cable: nil, ends: [connection.a, connection.b], label: connection.label, type: connection.cableType))
        }
        cords[number].ends.removeAll { $0 == .unknown }
        for end in [connection.a, connection.b] where end != .unknown && !cords[number].ends.contains(end) { plug(number, into: end) }
    }

    private mutating func disconnect(_ target: Step.Target) {
        switch target {
        case .object(.port(let port)): unplug(.port(port))
        case .object(.cable(let cable)): for end in cord(of: cable)?.ends ?? [] { unplug(end) }
        case .unrecorded(_, let name, let suggestions): unplug(.unrecorded(name: name, suggestions: suggestions))
        default: break
        }
    }

    private mutating func remove(_ target: Step.Target) {
        switch target {
        case .object(.device(let device)): for port in inventory.devices[device].ports.refs { unplug(.port(port)) }
        case .everything(let objects, _): for object in objects { remove(.object(object)) }
        case .unrecorded(_, let name, _):
            for end in plugged.keys where inventory.device(of: end) == name.text { unplug(end) }
        default: break
        }
    }
}
