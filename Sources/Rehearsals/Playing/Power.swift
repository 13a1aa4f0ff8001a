import ChangeOrders
import Inventories
import Plants

/// In which worlds something lives or is fed.
struct Bounds: Equatable, Sendable {
    /// In all of them.
    var surely: Bool
    /// In some of them.
    var possibly: Bool

    static let always = Bounds(surely: true, possibly: true)
    static let perhaps = Bounds(surely: false, possibly: true)
    static let never = Bounds(surely: false, possibly: false)

    /// Both are needed.
    static func && (left: Bounds, right: Bounds) -> Bounds {
        Bounds(surely: left.surely && right.surely, possibly: left.possibly && right.possibly)
    }

    /// One is enough.
    static func || (left: Bounds, right: Bounds) -> Bounds {
        Bounds(surely: left.surely || right.surely, possibly: left.possibly || right.possibly)
    }
}

/// Which devices live: those of whose supplies enough are fed, at both bounds.
///
/// A supply is fed over any of its ways; an outlet lives by its inlet, and a port that gives power over Ethernet by its device. A
/// device none of whose supplies has a cord on record is taken to live: nobody wrote how it is fed, and it stands there all the same.
struct Power {
    /// The plant as it is wired at the moment.
    let plant: Plant
    /// The supplies as they were before the order.
    let supplies: Supplies
    let scene: Scene
    /// Devices whose inlets are wired otherwise than before the order.
    let rewired: Set<Ref<Device>>
    /// Cables that steps have plugged: whether somebody has seen that they are.
    let plugged: [Ref<Cable>: Bool]
    /// By the row of the device.
    private var lives: [Bounds?]
    private var inlets: [Ref<Port>: Bounds] = [:]

    init(_ plant: Plant, _ supplies: Supplies, _ scene: Scene, rewired: Set<Ref<Device>> = [], plugged: [Ref<Cable>: Bool] = [:]) {
        (self.plant, self.supplies, self.scene, self.rewired, self.plugged) = (plant, supplies, scene, rewired, plugged)
        lives = Array(repeating: nil, count: plant.inventory.devices.count)
    }

    private var inventory: Inventory { _read { yield plant.inventory } }

    /// Whether a device lives.
    mutating func life(of device: Ref<Device>) -> Bounds {
        let row = Int(device.index)
        if let known = lives[row] { return known }
        // Gear that feeds itself in a circle lives in some world at best.
        lives[row] = .perhaps
        let life = ownLife(of: device)
        lives[row] = life
        return life
    }

    private mutating func ownLife(of device: Ref<Device>) -> Bounds {
        if scene.changes.away.contains(device) || scene.isOff(.device(device)) { return .never }
        let condition = condition(of: .device(device))
        let own = ownSupplies(of: device)
        // Not by the method's name alone: that would copy all that is known of the plant for each device.
        guard own.contains(where: { isRecorded($0) }) else { return condition }
        let fed = own.map { self.fed($0) }
        let needs = max(1, inventory.devices[device].suppliesNeeded ?? 1)
        return condition && Bounds(surely: fed.count(where: \.surely) >= needs, possibly: fed.count(where: \.possibly) >= needs)
    }

    /// The supplies by which a device lives, as they are wired at the moment.
    private func ownSupplies(of device: Ref<Device>) -> [Supply] {
        rewired.contains(device) ? plant.supplies(of: device) : supplies.supplies(of: device)
    }

    /// Whether a cord is on record for a supply, or the order has changed what is in its inlet.
    private func isRecorded(_ supply: Supply) -> Bool {
        supply.ways.contains { $0.hops.first?.cables.isEmpty == false } || scene.isTouched(.port(supply.inlet))
    }

    /// What is written of something's condition: what is known to be down is, what was known to be once may be.
    private func condition(of object: ObjectRef) -> Bounds {
        guard scene.changes.switches[object] == nil, !inventory.states.rows.isEmpty else { return .always }
        let isUp = plant.isUp(object)
        if isUp.isKnown { return isUp.value == true ? .always : .never }
        return isUp.isConflicting || isUp.value == false ? .perhaps : .always
    }
}

// MARK: - Feeds

extension Power {
    /// Whether power arrives at an inlet.
    mutating func fed(_ supply: Supply) -> Bounds {
        if let known = inlets[supply.inlet] { return known }
        inlets[supply.inlet] = .perhaps
        var hops: [PowerWay.Hop] = []
        var sum = Bounds.never
        for way in supply.ways {
            guard let hop = way.hops.first, !hops.contains(hop) else { continue }
            hops.append(hop)
            let brought = bringsPower(hop, isOpen: way.end == .open)
            sum = sum || brought
        }
        inlets[supply.inlet] = sum
        return sum
    }

    /// Whether a supply is fed as things are, by its place among those before the order.
    mutating func fed(place: Int) -> Bounds {
        let supply = supplies.all[place]
        if scene.changes.away.contains(supply.device) { return .never }
        guard rewired.contains(supply.device) else { return fed(supply) }
        return plant.supplies(of: supply.device).first { $0.inlet == supply.inlet }.map { fed($0) } ?? .never
    }

    private mutating func bringsPower(_ hop: PowerWay.Hop, isOpen: Bool) -> Bounds {
        guard !hop.cables.isEmpty else { return isEmpty(hop.inlet) ? .never : .perhaps }
        let cords = hop.cables.map { presence(of: $0) }.reduce(.always) { $0 && $1 }
        guard let source = hop.source else { return isOpen ? .never : cords && .perhaps }
        guard cords.possibly else { return .never }
        let live = isLive(source)
        return cords && live
    }

    /// Nothing is plugged into an inlet: somebody looked, or the crew pulled it.
    private func isEmpty(_ inlet: Ref<Port>) -> Bool {
        scene.isEmptiedByOrder(.port(inlet)) || plant.isKnownEmpty(inlet)
    }

    private func presence(of cable: Ref<Cable>) -> Bounds {
        if let isSeen = plugged[cable] { return isSeen ? .always : .perhaps }
        let exists = plant.exists(cable)
        let isThere = exists.isKnown ? (exists.value == true ? Bounds.always : .never) : .perhaps
        return isThere && condition(of: .cable(cable))
    }

    /// Whether there is power on an outlet, a feed or a port that gives power over Ethernet.
    private mutating func isLive(_ source: Ref<Port>) -> Bounds {
        if scene.isOff(.port(source)) { return .never }
        let own = condition(of: .port(source))
        guard case .device(let device) = inventory.ports[source].holder else {
            if case .feed = inventory.ports[source].holder { return own }
            return .perhaps
        }
        let behind = inventory.ports[source].kind == .powerOutlet ? outletLife(source, of: device) : life(of: device)
        return own && behind
    }

    /// An outlet lives by the inlet that it names; where several may be meant, by any of them.
    private mutating func outletLife(_ outlet: Ref<Port>, of device: Ref<Device>) -> Bounds {
        if scene.changes.away.contains(device) || scene.isOff(.device(device)) { return .never }
        let row = inventory.devices[device]
        let all = ownSupplies(of: device).filter { !$0.isPoE }
        guard !all.isEmpty else { return .perhaps && condition(of: .device(device)) }
        if row.suppliesNeeded != nil { return life(of: device) }
        let name = inventory.ports[outlet].detail.flatMap { inventory.portDetails[$0].power.inlet }
        let named = name.map { name in all.filter { inventory.ports[$0.inlet].name == name } } ?? []
        let fed = (named.isEmpty ? all : named).map { self.fed($0) }
        let any = Bounds(surely: fed.allSatisfy(\.surely), possibly: fed.contains(where: \.possibly))
        return any && condition(of: .device(device))
    }
}
