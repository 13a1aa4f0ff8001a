import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// Plays an order on a plant, step by step.
///
/// A step is judged at its worst moment, and the steps after it start from what it leaves behind: a restart is an outage while it
/// lasts, a cord that moves is nowhere between its ports. What a step gives back, or adds, counts only as possibly there until
/// a `verify` of the step, or a later reading, has seen it (architecture.md, "Impact, precisely").
///
///     let played = Player.play(order, on: plant, effects: effects)
///     played.study[2, 0].outage      // after the third step, of the first service
struct Player {
    let order: ChangeOrder
    let effects: Effects
    let sites: SiteNumbers
    /// The plant as the steps so far have wired it.
    var wired: Plant
    var scene: Scene
    var graph: PlantGraph
    let links: Links
    let supplies: Supplies
    var fates = Fates()
    var grid: Grid
    /// The cable in `wired` of each cord that the order brings.
    var broughtCables: [Ref<Cable>] = []
    var added: [AddedLink] = []
    /// The elements of `added` in the graph.
    var addedElements: [ImpactGraph.Link?] = []
    /// Gear that is on no record and has a link.
    var guests: Set<ImpactGraph.Device> = []
    var strangePlaces: Set<Int32> = []
    /// When links came back, and whether to the same ports.
    var returns: [PlayedLink: [(step: Int, isSame: Bool)]] = [:]
    /// What became of devices by the steps so far.
    var deviceFates: [Ref<Device>: Touches.Fate] = [:]
    var scenes: [Scene] = []
    var deeds: [Deed] = []
    var steps: [PlayedStep] = []
    var prefixes: [Touches] = []

    private init(_ order: ChangeOrder, on plant: Plant, effects: Effects) {
        (self.order, self.effects) = (order, effects)
        sites = SiteNumbers(inventory: plant.inventory)
        (links, supplies, scene) = (Links(plant), Supplies(plant), Scene(plant))
        wired = plant
        grid = Grid(Power(plant, supplies, scene))
        graph = PlantGraph(plant, links, &grid.start)
    }

    static func play(_ order: ChangeOrder, on plant: Plant, effects: Effects) -> PlayedOrder {
        var player = Player(order, on: plant, effects: effects)
        for index in order.steps.indices { player.play(index) }
        return player.played()
    }

    var inventory: Inventory { _read { yield scene.inventory } }

    private consuming func played() -> PlayedOrder {
        lookBack()
        var played = PlayedOrder(
            links: links, supplies: supplies, study: ImpactStudy(of: graph.services, on: graph.graph, after: prefixes))
        played.addedLinks = added
        played.steps = steps
        played.services = Array(inventory.services.refs)
        played.graphDevices = graph.devices
        played.graphLinks = graph.links
        played.undos = undos()
        return played
    }
}

// MARK: - One step

extension Player {
    private mutating func play(_ index: Int) {
        let step = order.steps[index]
        let before = scene
        let deed = scene.play(step)
        var played = PlayedStep()
        played.obstacles = deed.obstacles
        played.touches = touches(of: step, before)
        (played.connections, played.takesPorts) = (connections(of: step, before), takenPorts(by: step, deed, before))
        noteStrange(step, deed, played.touches)

        var disturbed = Disturbed(self)
        pull(deed, index, &disturbed)
        shake(step, deed, &disturbed)
        let midway = moment(deed.midway ?? scene, pausing: deed.pauses)
        disturbed.add(midway.fates, of: self)
        let isTransient =
            !deed.plugs.isEmpty && !deed.pulls.isEmpty || !deed.pauses.isEmpty || !disturbed.shaken.isEmpty || !doubtedDevices(step).isEmpty
        if isTransient { prefixes.append(touches(midway.fates, shaken: disturbed.shaken)) }
        played.unfeeds = grid.unfed(at: midway.power)
        played.standbys = grid.standbys(for: played.unfeeds, at: midway.power)
        let fallen = fallenDevices(by: midway.fates)
        let handled = Set(before.devices(meantBy: step) + deed.devices)
        played.falls = fallen.filter { !handled.contains($0) }
        played.atRisk = devicesAtRisk(step, before, fallen)
        played.reconfigured = played.atRisk.filter { before.isReconfigured($0) }
        stopUnsaved(played.atRisk, step, midway.fates)

        plug(deed, index)
        verify(step, deed, index)
        let after = moment(scene, pausing: [])
        noteReturns(from: midway.fates, to: after.fates, disturbed, index)
        deviceFates = after.fates
        grid.settle(after.power)
        if !isTransient { prefixes.append(touches(after.fates, shaken: [])) }

        played.disturbs = disturbed.rows
        played.loops = loops(madeBy: index)
        played.cutsManagement = managementCut(by: disturbed, midway.fates)
        played.passiveInUse = passiveInUse(by: step)
        played.disrupts =
            disturbed.rows.contains { !$0.isAlreadyDown } || !played.unfeeds.isEmpty || disturbed.takesDevices
            || deed.takesUnknownGear || [.configure, .reset].contains(step.verb)
        steps.append(played)
        scenes.append(scene)
        deeds.append(deed)
    }

    /// The fates of devices at a moment, and the power by which they live.
    private mutating func moment(_ scene: Scene, pausing: [Ref<Device>]) -> (fates: [Ref<Device>: Touches.Fate], power: Power) {
        var still = scene
        for device in pausing { still.changes.switches[.device(device)] = false }
        var power = grid.power(wired, supplies, still)
        var fates = self.fates.devices
        for device in grid.affected.union(pausing) {
            let fate = grid.fate(of: device, &power, presence: graph.presence(of: graph[device]))
            if fate == .away || fates[device] == nil { fates[device] = fate == .untouched ? nil : fate }
        }
        return (fates, power)
    }

    private func touches(_ devices: [Ref<Device>: Touches.Fate], shaken: Set<Ref<Link>>) -> Touches {
        var touches = fates.touches(on: graph, addedElements)
        touches.doubt(shaken.compactMap { graph[$0] })
        for (device, fate) in devices { touches[graph[device]] = fate }
        for guest in guests { touches[guest] = .perhaps }
        touches.strangePlaces = strangePlaces
        return touches
    }
}
