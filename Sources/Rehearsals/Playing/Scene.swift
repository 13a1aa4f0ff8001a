import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// The plant as the steps so far have left it: what differs from the record, and nothing else.
///
/// A scene answers where every end of every cord is and what stands, runs and is configured as before. It keeps only
/// differences, so a copy costs nothing, and two scenes are equal when the crew has left the same behind.
struct Scene: Sendable {
    /// A cord that somebody can hold in the hand.
    enum Cord: Hashable, Sendable {
        case recorded(Ref<Cable>)
        /// Seen in a port, or presumed there because nobody looked: no cable on record says what it is.
        case nameless(Ref<Port>)
        /// A cord that the order brings, by its number.
        case brought(Int)
    }

    /// One end of a cord.
    struct End: Hashable, Sendable {
        var cord: Cord
        /// The place among the cable's ends; of a nameless cord 0 is the end that was seen, of a brought one 0 is `a`.
        var number: Int
    }

    /// Where an end of a cord can be.
    enum Spot: Hashable, Sendable {
        case port(Ref<Port>)
        /// A port of gear that is on no record, by its name.
        case named(Symbol)
        case unknown
        case hanging
    }

    /// Where a device stands that a step installed.
    struct Place: Equatable, Sendable {
        var rack: Ref<Rack>?
        /// The half units it takes.
        var halves: Range<Int>?
        var face: RackFace?
    }

    /// What became of a configuration.
    enum Configuration: Sendable {
        case changed, wiped
        /// It ran without being saved, and the device was stopped.
        case unsavedLost
    }

    /// What differs from the record.
    struct Changes: Equatable, Sendable {
        /// Ends that are not where they were.
        var spots: [End: Spot] = [:]
        var away: Set<Ref<Device>> = []
        /// What stands in the place of a device and holds its cords.
        var standIns: [Ref<Device>: Symbol] = [:]
        var installed: [Symbol: Place] = [:]
        /// What was switched, and whether it is on.
        var switches: [ObjectRef: Bool] = [:]
        var configurations: [Ref<Device>: Configuration] = [:]
        /// Modules and parts, by name, and whether they are in.
        var parts: [Symbol: Bool] = [:]
        /// Work of which no record says what it changes, by the step's words.
        var unknowns: [Symbol] = []
    }

    let plant: Plant
    var changes = Changes()
    /// Cords that the order brought.
    private(set) var brought: [Step.Connection] = []
    /// What is in ports whose contents have changed.
    private var contents: [Spot: [End]] = [:]
    /// The port from which an end was pulled last.
    private(set) var lastSpots: [End: Spot] = [:]

    init(_ plant: Plant) {
        self.plant = plant
    }

    var inventory: Inventory { _read { yield plant.inventory } }
}

// MARK: - Cords

extension Scene {
    /// The ends in a port; several where the record has several, or where one was plugged beside another.
    func ends(in spot: Spot) -> [End] {
        if let changed = contents[spot] { return changed }
        if case .port(let port) = spot { return recordedEnds(in: port) }
        return []
    }

    private func recordedEnds(in port: Ref<Port>) -> [End] {
        var found: [End] = []
        for cable in plant.cables(in: port) where plant.cable(cable).status != .planned {
            for (number, end) in plant.ends(of: cable).enumerated() where end.port == port {
                found.append(End(cord: .recorded(cable), number: number))
            }
        }
        guard found.isEmpty else { return found }
        let occupancy = plant.occupancy(of: port)
        return occupancy.value == true || occupancy.isConflicting ? [End(cord: .nameless(port), number: 0)] : []
    }

    /// Where an end is.
    func spot(of end: End) -> Spot { changes.spots[end] ?? firstSpot(of: end) }

    /// Where an end was before the order.
    func firstSpot(of end: End) -> Spot {
        switch end.cord {
        case .recorded(let cable):
            guard plant.cable(cable).status != .planned else { return .hanging }
            return plant.ends(of: cable)[end.number].port.map { .port($0) } ?? .unknown
        case .nameless(let port): return end.number == 0 ? .port(port) : .unknown
        case .brought: return .hanging
        }
    }

    func ends(of cord: Cord) -> [End] {
        let count = if case .recorded(let cable) = cord { Int(plant.cable(cable).ends.count) } else { 2 }
        return (0..<count).map { End(cord: cord, number: $0) }
    }

    /// The other ends of the same cord.
    func partners(of end: End) -> [End] { ends(of: end.cord).filter { $0 != end } }

    /// Whether steps so far have put something into a port, or left in it what they did not pull.
    func isFilledByOrder(_ spot: Spot) -> Bool { contents[spot].map { !$0.isEmpty } ?? false }

    /// Whether steps so far have pulled everything out of a port.
    func isEmptiedByOrder(_ spot: Spot) -> Bool { contents[spot].map(\.isEmpty) ?? false }

    /// Whether steps so far have pulled or plugged anything at a spot.
    func isTouched(_ spot: Spot) -> Bool { contents[spot] != nil }

    mutating func pull(_ end: End) {
        let old = spot(of: end)
        guard old != .hanging else { return }
        if old != .unknown { contents[old] = ends(in: old).filter { $0 != end } }
        lastSpots[end] = old
        put(end, at: .hanging)
    }

    mutating func plug(_ end: End, into spot: Spot) {
        if spot != .unknown { contents[spot] = ends(in: spot) + [end] }
        put(end, at: spot)
    }

    private mutating func put(_ end: End, at spot: Spot) {
        changes.spots[end] = spot == firstSpot(of: end) ? nil : spot
    }

    /// Adds a cord that the order brings; both ends are in the hand.
    mutating func bring(_ connection: Step.Connection) -> Cord {
        brought.append(connection)
        return .brought(brought.count - 1)
    }
}

// MARK: - Names

extension Scene {
    /// The spot that a step's endpoint means, gear that stands in for another taken into account.
    func spot(_ endpoint: Step.Endpoint) -> Spot {
        switch endpoint {
        case .unknown: return .unknown
        case .port(let port):
            guard !changes.standIns.isEmpty, let device = inventory.ports[port].device else { return .port(port) }
            let name = Symbol(inventory.name(of: .device(device)))
            guard let slot = changes.standIns.first(where: { $0.value == name })?.key else { return .port(port) }
            return self.port(like: inventory.ports[port], of: slot).map { .port($0) } ?? .port(port)
        case .unrecorded(let name, _):
            guard let device = ChangeOrder.deviceName(ofReference: name.text), let slot = slot(of: Symbol(device)) else {
                return .named(name)
            }
            let rest = name.text.dropFirst(device.utf8.count)
            return inventory.port(inventory.name(of: .device(slot)) + rest).value.map { .port($0) } ?? .named(name)
        }
    }

    /// The device in whose place gear of that name stands.
    func slot(of name: Symbol) -> Ref<Device>? { changes.standIns.first { $0.value == name }?.key }

    private func port(like port: Port, of device: Ref<Device>) -> Ref<Port>? {
        inventory.devices[device].ports.refs.first { inventory.ports[$0].kind == port.kind && inventory.ports[$0].name == port.name }
    }

    /// The device that holds a spot, where it is on record.
    func device(at spot: Spot) -> Ref<Device>? {
        if case .port(let port) = spot { inventory.ports[port].device } else { nil }
    }

    /// Whether the gear that holds a spot was carried away.
    func isAway(_ spot: Spot) -> Bool {
        switch spot {
        case .port: device(at: spot).map { changes.away.contains($0) } ?? false
        case .named, .unknown, .hanging: false
        }
    }

    /// The name of a spot in the user's words.
    func name(of spot: Spot) -> String {
        switch spot {
        case .port(let port): inventory.name(of: .port(port))
        case .named(let name): name.text
        case .unknown, .hanging: "?"
        }
    }

    /// Whether something is off: switched so by a step, or known to be down.
    func isOff(_ object: ObjectRef) -> Bool {
        if let isOn = changes.switches[object] { return !isOn }
        guard !inventory.states.rows.isEmpty else { return false }
        let isUp = plant.isUp(object)
        return isUp.isKnown && isUp.value == false
    }
}
