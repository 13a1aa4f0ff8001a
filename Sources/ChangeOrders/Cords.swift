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

    /// A cord by its row, by the port in which it was seen, or by its number among those that the steps brought.
    private enum Name: Hashable {
        case recorded(Ref<Cable>)
        case nameless(Ref<Port>)
        case brought(Int)
    }

    private let inventory: Inventory
    private let start: PortContents
    /// Ends of cords that are not where they were.
    private var moved: [Name: [Step.Endpoint]] = [:]
    /// What is in ports whose contents have changed.
    private var changed: [Step.Endpoint: [Name]] = [:]
    private var brought: [Cord] = []

    /// The cords as the inventory has them.
    ///
    /// - Complexity: linear in ports and cables, in flat arrays.
    package init(_ inventory: Inventory) {
        self.inventory = inventory
        start = PortContents(inventory)
    }

    /// The cords in a port; several where the record has several.
    package func cords(at port: Step.Endpoint) -> [Cord] { names(at: port).map { cord($0) } }

    /// Where a cable's ends are.
    package func cord(of cable: Ref<Cable>) -> Cord? {
        cable.index < inventory.cables.count ? cord(.recorded(cable)) : nil
    }

    private func names(at end: Step.Endpoint) -> [Name] {
        if let known = changed[end] { return known }
        guard case .port(let port) = end else { return [] }
        let cables = start.cables(in: port)
        if cables.isEmpty { return start.isOccupied(port) ? [.nameless(port)] : [] }
        return cables.map { .recorded($0) }
    }

    private func cord(_ name: Name) -> Cord {
        switch name {
        case .recorded(let cable):
            let row = inventory.cables[cable]
            return Cord(cable: cable, ends: moved[name] ?? start.ends(of: cable, in: inventory), label: row.label, type: row.type)
        case .nameless(let port): return Cord(cable: nil, ends: moved[name] ?? [.port(port), .unknown], label: nil, type: nil)
        case .brought(let number):
            var cord = brought[number]
            cord.ends = moved[name] ?? cord.ends
            return cord
        }
    }

    private mutating func unplug(_ end: Step.Endpoint) {
        for name in names(at: end) { moved[name] = cord(name).ends.filter { $0 != end } }
        if end != .unknown { changed[end] = [] }
    }

    private mutating func plug(_ name: Name, into end: Step.Endpoint) {
        moved[name] = cord(name).ends + [end]
        if end != .unknown { changed[end] = names(at: end) + [name] }
    }

    private mutating func bring(_ connection: Step.Connection) {
        let name = Name.brought(brought.count)
        brought.append(Cord(cable: nil, ends: [connection.a, connection.b], label: connection.label, type: connection.cableType))
        for end in Set([connection.a, connection.b]) where end != .unknown { changed[end] = names(at: end) + [name] }
    }
}

/// What is in every port by the record, in flat arrays.
private struct PortContents: Sendable {
    /// Where the cables of each port begin in `cables`; one more element than ports.
    private var starts: [UInt32]
    private var cables: [Ref<Cable>]
    private var occupied: Set<Ref<Port>> = []

    init(_ inventory: Inventory) {
        var starts = [UInt32](repeating: 0, count: inventory.ports.count + 1)
        let (rows, ends) = (inventory.cables.rows, inventory.cableEnds.rows)
        for end in ends {
            if let port = end.port, rows[Int(end.cable.index)].status != .planned { starts[Int(port.index) + 1] += 1 }
        }
        for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
        var next = starts
        cables = Array(repeating: Ref(0), count: Int(starts[starts.count - 1]))
        for end in ends {
            guard let port = end.port, rows[Int(end.cable.index)].status != .planned else { continue }
            cables[Int(next[Int(port.index)])] = end.cable
            next[Int(port.index)] += 1
        }
        self.starts = starts
        for claim in inventory.occupancy.rows where claim.isOccupied { occupied.insert(claim.port) }
        let details = inventory.portDetails.rows
        for (index, port) in inventory.ports.rows.enumerated() {
            if let detail = port.detail, details[Int(detail.index)].isConnectedMark { occupied.insert(Ref(index)) }
        }
    }

    /// The cables in a port, each once; planned ones are in none.
    func cables(in port: Ref<Port>) -> [Ref<Cable>] {
        var found: [Ref<Cable>] = []
        for cable in cables[Int(starts[Int(port.index)])..<Int(starts[Int(port.index) + 1])] where !found.contains(cable) {
            found.append(cable)
        }
        return found
    }

    func ends(of cable: Ref<Cable>, in inventory: Inventory) -> [Step.Endpoint] {
        let row = inventory.cables[cable]
        guard row.status != .planned else { return [] }
        return inventory.cableEnds[row.ends].map { $0.port.map { .port($0) } ?? .unknown }
    }

    /// Whether something was seen to be plugged in a port.
    func isOccupied(_ port: Ref<Port>) -> Bool { occupied.contains(port) }
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
            let moving = step.transfers.map { names(at: $0.from) }
            for transfer in step.transfers { unplug(transfer.from) }
            for (transfer, names) in zip(step.transfers, moving) {
                for name in names { plug(name, into: transfer.to) }
            }
        case .inspect, .label, .hold, .replace, .powerOff, .powerOn, .restart, .configure, .reset, .other: break
        }
    }

    private mutating func connect(_ connection: Step.Connection) {
        guard let cable = connection.cable, cable.index < inventory.cables.count else { return bring(connection) }
        let name = Name.recorded(cable)
        moved[name] = cord(name).ends.filter { $0 != .unknown }
        for end in [connection.a, connection.b] where end != .unknown && !cord(name).ends.contains(end) { plug(name, into: end) }
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
            for end in Array(changed.keys) where inventory.device(of: end) == name.text { unplug(end) }
        default: break
        }
    }
}
