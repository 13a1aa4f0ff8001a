import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension FactWriter {
    /// What wishes and steps need of each resource at each place, against what is free there.
    mutating func writeDemand() {
        var all: [Ref<DemandFact>] = []
        let plugging = PortUse(of: played, in: order)
        for (index, wish) in order.wishes.enumerated() {
            var own: [Ref<DemandFact>] = []
            for need in wish.needs {
                var fact = demand(of: need, for: wish.id, plugging)
                fact.key = Symbol("\(wish.id):\(need.resource.rawValue):\(fact.place)")
                fact.wish = Ref(index)
                own.append(enter(fact, in: \.demands))
            }
            facts.wishes[index].needs = facts.list(own)
            all += own
        }
        for tally in StepDemand(self).tallies {
            guard let fact = tally.fact else { continue }
            all.append(enter(fact, in: \.demands))
        }
        facts.order.demand = facts.list(all)
    }

    private func demand(of need: ChangeOrder.Need, for wish: Symbol, _ plugging: PortUse) -> DemandFact {
        let site = Site(of: need, in: self)
        var fact = DemandFact()
        fact.resource = Symbol(need.resource.rawValue)
        fact.place = site.name
        fact.needed = Int64(need.count)
        switch need.resource {
        case .ports, .poe, .outlets:
            let count = plugging.count(of: site.ports(of: need.resource, in: self), for: wish, in: self)
            (fact.free, fact.unclear) = (Int64(count.free), Int64(count.unclear))
        case .units: fact.free = Int64(max(0, site.racks.reduce(0) { $0 + freeUnits(in: $1, for: wish) }))
        case .power:
            let budgets = feeds(of: site.racks).map { FeedBudget(of: $0, in: inventory, played.supplies) }
            // One load hangs on one feed: what is left on several does not add up.
            fact.free = Int64(budgets.compactMap { budget in budget.capacity.map { max(0, $0 - budget.load) } }.max() ?? 0)
            fact.incomplete = budgets.isEmpty || budgets.contains(where: \.isIncomplete)
            if budgets.allSatisfy({ $0.capacity == nil }) { return fact }
        }
        fact.short = max(0, fact.needed - fact.free)
        return fact
    }

    /// Free units of a rack: those that steps for other ends take are gone, those that steps clear are there.
    private func freeUnits(in rack: Ref<Rack>, for wish: Symbol) -> Int {
        let uses = order.steps.map { step in
            let change = unitChange(of: step, in: rack)
            return change > 0 && step.wishes.contains(wish) ? 0 : change
        }
        return plant.freeUnits(in: rack).count - uses.reduce(0, +)
    }

    /// How many units a step takes in a rack; negative when it clears some.
    func unitChange(of step: Step, in rack: Ref<Rack>) -> Int {
        if step.verb == .install, let installation = step.installation, installation.rack == rack {
            let recorded = installation.recorded.map { inventory.devices[$0] }
            // What is already in the rack by the record takes nothing more.
            if recorded?.rack == rack, recorded?.positionHalves != nil { return 0 }
            return ((installation.heightHalves ?? recorded?.heightHalves ?? 2) + 1) / 2
        }
        guard step.verb == .remove, step.part == nil else { return 0 }
        return step.targets.flatMap { $0.objects }.reduce(0) { sum, object in
            guard case .device(let device) = object else { return sum }
            let row = inventory.devices[device]
            return row.rack == rack && row.positionHalves != nil ? sum - (row.heightHalves + 1) / 2 : sum
        }
    }

    /// The feeds of racks: those that are written as theirs, and those at which what stands in them ends.
    func feeds(of racks: [Ref<Rack>]) -> [Ref<Port>] {
        let devices = racks.flatMap { plant.devices(in: $0) }
        var found: [Ref<Port>] = []
        for feed in devices.flatMap({ played.supplies.supplies(of: $0) }).flatMap(\.feeds) where !found.contains(feed) {
            found.append(feed)
        }
        for feed in racks.flatMap({ feedsOfRack[$0] ?? [] }) where !found.contains(feed) { found.append(feed) }
        return found
    }

    /// The feeds that are written as those of a rack.
    static func feedsOfRack(in inventory: Inventory, for order: ChangeOrder) -> [Ref<Rack>: [Ref<Port>]] {
        let isAsked =
            order.steps.contains { $0.installation != nil } || order.wishes.contains { $0.needs.contains { $0.resource == .power } }
        guard isAsked, inventory.powerPanels.count > 0 else { return [:] }
        var found: [Ref<Rack>: [Ref<Port>]] = [:]
        for feed in inventory.ports.refs where inventory.ports[feed].kind == .powerFeed {
            let detail = inventory.ports[feed].detail.map { inventory.portDetails[$0] }
            if let rack = detail?.power.rack { found[rack, default: []].append(feed) }
        }
        return found
    }
}

/// Where a need is: the devices and racks that its selector means, or those of the order's own racks.
private struct Site {
    let name: Symbol
    let devices: [Ref<Device>]
    let racks: [Ref<Rack>]

    init(of need: ChangeOrder.Need, in writer: FactWriter) {
        let inventory = writer.inventory
        if let selector = need.at {
            name = Symbol(writer.words(for: selector))
            let racks = selector.alternatives.compactMap { terms -> Ref<Rack>? in
                if terms.count == 1, case .rack(let rack) = terms[0] { rack } else { nil }
            }
            devices =
                racks.count == selector.alternatives.count
                ? racks.flatMap { writer.plant.devices(in: $0) } : inventory.devices(in: selector)
            var seen: Set<Ref<Rack>> = []
            self.racks = (racks + devices.compactMap { inventory.devices[$0].rack }).filter { seen.insert($0).inserted }
        } else {
            var seen: Set<Ref<Rack>> = []
            let touched = writer.played.steps.flatMap(\.touches).flatMap { writer.racks(of: $0) }.filter { seen.insert($0).inserted }
            racks = touched.isEmpty ? Array(inventory.racks.refs) : touched
            name = touched.isEmpty ? inventory.client.name : Symbol(touched.map { inventory.name(of: .rack($0)) }.joined(separator: ", "))
            devices = racks.flatMap { writer.plant.devices(in: $0) }
        }
    }

    /// The ports of a resource: of panels where there are some, else of what forwards; ports that give power; outlets.
    func ports(of resource: ChangeOrder.Need.Resource, in writer: FactWriter) -> [Ref<Port>] {
        let all = devices.flatMap { writer.inventory.devices[$0].ports.refs.map(\.self) }
        switch resource {
        case .outlets: return all.filter { writer.inventory.ports[$0].kind == .powerOutlet }
        case .poe: return all.filter { writer.inventory.givesPoE($0) }
        case .ports:
            let fronts = all.filter { writer.inventory.ports[$0].kind == .frontPort }
            let copper = fronts.filter { [nil, .twistedPair].contains(writer.inventory.form(of: $0)) }
            if !fronts.isEmpty { return copper.isEmpty ? fronts : copper }
            return all.filter { writer.inventory.isAccess($0) }
        case .units, .power: return []
        }
    }
}

/// Which ports the steps of an order take and free, and for which wishes.
struct PortUse {
    private var takers: [Ref<Port>: [Step]] = [:]
    private var freed: Set<Ref<Port>> = []

    /// A port counts as freed where what was in it is known: to pull a cord that nobody can name makes no room.
    init(of played: PlayedOrder, in order: ChangeOrder) {
        for (step, played) in zip(order.steps, played.steps) {
            for taken in played.takesPorts { takers[taken.port, default: []].append(step) }
        }
        for step in played.steps {
            for disturbance in step.disturbs where !disturbance.comesBackToSamePorts {
                let link =
                    switch disturbance.link {
                    case .recorded(let link): played.links[link]
                    case .added(let number): played.addedLinks[number].link
                    }
                if link.farEnd(from: disturbance.port).isKnown { freed.insert(disturbance.port) }
            }
        }
    }

    /// Whether a step plugs into a port.
    func isTaken(_ port: Ref<Port>) -> Bool { takers[port] != nil }

    /// How many ports are free for a wish, and of how many nobody knows; what its own steps take is a part of its need.
    func count(of ports: [Ref<Port>], for wish: Symbol, in writer: FactWriter) -> (free: Int, unclear: Int) {
        var (free, unclear) = (0, 0)
        for port in ports where !(takers[port] ?? []).contains(where: { !$0.wishes.contains(wish) }) {
            let occupancy = writer.plant.occupancy(of: port)
            if freed.contains(port) || (occupancy.isKnown && occupancy.value == false) {
                free += 1
            } else if occupancy.value == nil {
                unclear += 1
            }
        }
        return (free, unclear)
    }
}
