import Diagnostics
import Inventories
import Plants

/// Power while an order is played: which devices it may concern, and how supplies were fed before the step.
struct Grid {
    /// Power before the order.
    var start: Power
    /// Devices whose life steps so far may have changed.
    private(set) var affected: Set<Ref<Device>> = []
    /// Devices whose inlets are wired otherwise than before the order.
    private(set) var rewired: Set<Ref<Device>> = []
    /// Cables that steps have plugged: whether somebody has seen that they are.
    var plugged: [Ref<Cable>: Bool] = [:]
    /// How supplies of affected devices are fed, by their places.
    private var fed: [Int: Bounds] = [:]

    init(_ start: Power) {
        self.start = start
    }

    /// Power as a plant is wired and switched at a moment.
    func power(_ plant: Plant, _ supplies: Supplies, _ scene: Scene) -> Power {
        Power(plant, supplies, scene, rewired: rewired, plugged: plugged)
    }

    /// Something over which power comes was switched, carried away or put back.
    mutating func concern(_ object: ObjectRef) {
        if case .device(let device) = object { affected.insert(device) }
        for place in start.supplies.places(over: object) { affected.insert(start.supplies.all[place].device) }
    }

    /// What is plugged has changed at a port or in a cable over which power may come.
    mutating func rewire(_ object: ObjectRef) {
        for place in start.supplies.places(over: object) {
            let device = start.supplies.all[place].device
            rewired.insert(device)
            affected.insert(device)
        }
    }

    /// What is plugged into a device's inlet has changed: it concerns what the device feeds, too.
    mutating func rewire(_ device: Ref<Device>) {
        rewired.insert(device)
        concern(.device(device))
    }

    /// What became of a device, power considered.
    mutating func fate(of device: Ref<Device>, _ power: inout Power, presence: ImpactGraph.Presence) -> Touches.Fate {
        let life = power.life(of: device)
        guard presence != .absent else { return life.possibly && isBrought(device, power.scene) ? .perhaps : .untouched }
        guard life.possibly else { return .away }
        if life.surely { return presence == .sure ? .untouched : .there }
        if presence != .possible { return .perhaps }
        // It perhaps lived before. Where it has lost a supply there is a world in which that was the one.
        let hasLost = start.supplies.places(of: device).contains { place in
            let (before, now) = (start.fed(place: place), power.fed(place: place))
            return isLess(now, before)
        }
        return hasLost ? .perhaps : .untouched
    }

    /// Whether steps have put in or switched on a device that was not there or not alive.
    private func isBrought(_ device: Ref<Device>, _ scene: Scene) -> Bool {
        scene.changes.switches[.device(device)] == true
            || scene.changes.installed.keys.contains(Symbol(scene.inventory.name(of: .device(device))))
    }

    /// The places of supplies that are less surely fed at a moment than before the step.
    mutating func unfed(at moment: Power) -> [Int] {
        var moment = moment
        return places.filter { place in
            let before = fed[place] ?? start.fed(place: place)
            return isLess(moment.fed(place: place), before)
        }
    }

    /// The places of supplies on which devices live on that lose some, where neither fresh evidence nor the order has shown them fed.
    ///
    /// What loses its last supply leans on nothing.
    func standbys(for unfed: [Int], at moment: Power) -> [Int] {
        var moment = moment
        let lost = Set(unfed)
        var found: Set<Int> = []
        for place in unfed {
            let device = start.supplies.all[place].device
            guard !moment.scene.changes.away.contains(device), moment.life(of: device).possibly else { continue }
            for other in start.supplies.places(of: device) where !lost.contains(other) && moment.fed(place: other).possibly {
                if !isShownFed(start.supplies.all[other], moment) { found.insert(other) }
            }
        }
        return found.sorted()
    }

    private func isShownFed(_ supply: Supply, _ moment: Power) -> Bool {
        let isUp = moment.plant.isUp(.port(supply.inlet))
        if isUp.isKnown { return isUp.value == true }
        return moment.plant.cables(in: supply.inlet).contains { plugged[$0] == true }
    }

    /// Keeps how supplies are fed after a step.
    mutating func settle(_ power: Power) {
        var power = power
        for place in places { fed[place] = power.fed(place: place) }
    }

    private var places: [Int] { affected.flatMap { start.supplies.places(of: $0) }.sorted() }

    private func isLess(_ now: Bounds, _ before: Bounds) -> Bool {
        (before.surely && !now.surely) || (before.possibly && !now.possibly)
    }
}
