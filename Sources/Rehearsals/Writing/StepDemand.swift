import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// What the steps of an order take of units, outlets, power and ports with power over Ethernet, in their order.
struct StepDemand {
    /// One resource at one place while the steps take of it and free some.
    struct Tally {
        var resource: ChangeOrder.Need.Resource
        var place: Symbol
        var free = 0
        var unclear = 0
        /// Nobody wrote what there is: then nothing is short, and nothing is sure.
        var isUnrecorded = false
        var isIncomplete = false
        /// What steps take; negative where they free.
        var changes: [(step: Int, amount: Int)] = []

        /// The worst moment: the one at which most is taken of what is free by then.
        var fact: DemandFact? {
            var (taken, freed) = (0, 0)
            var worst: (step: Int, taken: Int, freed: Int)?
            for change in changes {
                if change.amount < 0 {
                    freed -= change.amount
                } else {
                    taken += change.amount
                    if worst.map({ taken - freed > $0.taken - $0.freed }) ?? true { worst = (change.step, taken, freed) }
                }
            }
            guard let worst else { return nil }
            var fact = DemandFact()
            fact.key = Symbol("\(resource.rawValue):\(place)")
            fact.resource = Symbol(resource.rawValue)
            fact.place = place
            fact.needed = Int64(worst.taken)
            fact.free = Int64(free + worst.freed)
            fact.short = isUnrecorded ? 0 : max(0, fact.needed - fact.free)
            fact.unclear = Int64(unclear)
            fact.step = Ref(worst.step)
            fact.incomplete = isIncomplete || isUnrecorded
            return fact
        }
    }

    private let writer: FactWriter
    private let use: PortUse
    /// In the order in which steps first ask for them.
    private(set) var tallies: [Tally] = []

    init(_ writer: FactWriter) {
        self.writer = writer
        use = PortUse(of: writer.played, in: writer.order)
        for step in writer.order.steps.indices {
            addUnits(step)
            addOutlets(step)
            addPower(step)
            addMovedLoad(step)
            addPoE(step)
        }
    }

    private var inventory: Inventory { _read { yield writer.inventory } }

    private func place(of resource: ChangeOrder.Need.Resource, at place: Symbol) -> Int? {
        tallies.firstIndex { $0.resource == resource && $0.place == place }
    }

    private func tally(of resource: ChangeOrder.Need.Resource, at place: Symbol) -> Tally? {
        self.place(of: resource, at: place).map { tallies[$0] }
    }

    /// Keeps a change of a tally, which is a known one or new.
    private mutating func add(_ amount: Int, by step: Int, to tally: Tally) {
        let index = place(of: tally.resource, at: tally.place) ?? tallies.count
        if index == tallies.count { tallies.append(tally) }
        tallies[index].changes.append((step, amount))
    }
}

// MARK: - Units and outlets

extension StepDemand {
    private mutating func addUnits(_ index: Int) {
        let step = writer.order.steps[index]
        for rack in racks(of: step) {
            let change = writer.unitChange(of: step, in: rack)
            guard change != 0 else { continue }
            let known = tally(of: .units, at: name(of: rack))
            add(
                change, by: index,
                to: known ?? Tally(resource: .units, place: name(of: rack), free: writer.plant.freeUnits(in: rack).count))
        }
    }

    private func racks(of step: Step) -> [Ref<Rack>] {
        let removed = step.targets.flatMap { $0.objects }.flatMap { writer.racks(of: $0) }
        var seen: Set<Ref<Rack>> = []
        return ([step.installation?.rack].compactMap(\.self) + removed).filter { seen.insert($0).inserted }
    }

    private func name(of rack: Ref<Rack>) -> Symbol { Symbol(inventory.name(of: .rack(rack))) }

    /// Plugs for which the order names no outlet; a rack of which nobody wrote outlets says nothing.
    private mutating func addOutlets(_ index: Int) {
        let step = writer.order.steps[index]
        if step.verb == .remove {
            for (rack, count) in freedOutlets(step) { add(-count, by: index, to: outletTally(rack)) }
        }
        guard let installation = step.installation, let rack = installation.rack, sources(of: installation).isEmpty else { return }
        let plugs = installation.recorded.map { device in
            inventory.devices[device].ports.refs.count { inventory.ports[$0].kind == .powerPort }
        }
        let needed = plugs ?? (installation.draw.map { $0 > 0 ? 1 : 0 } ?? 0)
        guard needed > 0, !outlets(in: rack).isEmpty else { return }
        add(needed, by: index, to: outletTally(rack))
    }

    private func outletTally(_ rack: Ref<Rack>) -> Tally {
        if let known = tally(of: .outlets, at: name(of: rack)) { return known }
        let open = outlets(in: rack).filter { !use.isTaken($0) }.map { writer.plant.occupancy(of: $0) }
        return Tally(
            resource: .outlets, place: name(of: rack), free: open.count { $0.isKnown && $0.value == false },
            unclear: open.count { $0.value == nil })
    }

    private func outlets(in rack: Ref<Rack>) -> [Ref<Port>] {
        writer.plant.devices(in: rack).flatMap { inventory.devices[$0].ports.refs.map(\.self) }
            .filter { inventory.ports[$0].kind == .powerOutlet }
    }

    private func freedOutlets(_ step: Step) -> [(rack: Ref<Rack>, count: Int)] {
        var counts: [(rack: Ref<Rack>, count: Int)] = []
        for case .device(let device) in step.targets.flatMap({ $0.objects }) {
            for supply in writer.played.supplies.supplies(of: device) {
                guard let source = supply.ways.first?.hops.first?.source, inventory.ports[source].kind == .powerOutlet,
                    let rack = inventory.ports[source].device.flatMap({ inventory.devices[$0].rack })
                else { continue }
                if let index = counts.firstIndex(where: { $0.rack == rack }) {
                    counts[index].count += 1
                } else {
                    counts.append((rack, 1))
                }
            }
        }
        return counts
    }

    /// Outlets and feeds that the cords of an installation go to.
    private func sources(of installation: Step.Installation) -> [Ref<Port>] {
        installation.cords.flatMap { [$0.a, $0.b] }.compactMap { end in
            guard case .port(let port) = end else { return nil }
            return [.powerOutlet, .powerFeed].contains(inventory.ports[port].kind) ? port : nil
        }
    }
}

// MARK: - Power

extension StepDemand {
    private mutating func addPower(_ index: Int) {
        let step = writer.order.steps[index]
        if step.verb == .remove {
            for case .device(let device) in step.targets.flatMap({ $0.objects }) { release(device, by: index) }
        }
        guard let installation = step.installation, let rack = installation.rack, !hangsOnPoE(installation) else { return }
        let draw = installation.draw ?? installation.recorded.flatMap { writer.plant.draw(of: $0) }
        let feeds = feeds(of: installation, in: rack)
        guard !feeds.isEmpty else {
            return add(draw ?? 0, by: index, to: Tally(resource: .power, place: name(of: rack), isUnrecorded: true))
        }
        for feed in feeds {
            add(draw ?? 0, by: index, to: feedTally(feed))
            if draw == nil, let place = place(of: .power, at: writer.label(of: .port(feed))) { tallies[place].isIncomplete = true }
        }
    }

    private func feedTally(_ feed: Ref<Port>) -> Tally {
        let place = writer.label(of: .port(feed))
        if let known = tally(of: .power, at: place) { return known }
        let budget = FeedBudget(of: feed, in: inventory, writer.played.supplies)
        return Tally(
            resource: .power, place: place, free: max(0, (budget.capacity ?? 0) - budget.load), isUnrecorded: budget.capacity == nil,
            isIncomplete: budget.isIncomplete)
    }

    /// What a device that goes leaves to the feeds it hung on.
    private mutating func release(_ device: Ref<Device>, by step: Int) {
        guard let draw = writer.plant.draw(of: device) else { return }
        for feed in Set(writer.played.supplies.supplies(of: device).flatMap(\.feeds)).sorted(by: { $0.index < $1.index }) {
            add(-draw, by: step, to: feedTally(feed))
        }
    }

    /// What hangs on inlets that a step plugs into an outlet or a feed: it leaves the feeds it hung on, and loads those behind the socket.
    private mutating func addMovedLoad(_ index: Int) {
        let own = writer.order.steps[index].installation?.recorded
        for connection in writer.played.steps[index].connections {
            let ports = [connection.a, connection.b].compactMap { end -> Ref<Port>? in
                if case .port(let port) = end { port } else { nil }
            }
            guard let inlet = ports.first(where: { inventory.ports[$0].kind == .powerPort }),
                let socket = ports.first(where: { [.powerOutlet, .powerFeed].contains(inventory.ports[$0].kind) }),
                own == nil || inventory.ports[inlet].device != own
            else { continue }
            let behind = writer.played.supplies.supplies(over: .port(inlet)) + [ownSupply(of: inlet)].compactMap(\.self)
            let (load, isSilent) = load(of: behind)
            let (old, new) = (Set(behind.flatMap(\.feeds)), Set(feeds(behind: socket)))
            for feed in new.subtracting(old).sorted(by: { $0.index < $1.index }) {
                add(load, by: index, to: feedTally(feed))
                if isSilent, let place = place(of: .power, at: writer.label(of: .port(feed))) { tallies[place].isIncomplete = true }
            }
            for feed in old.subtracting(new).sorted(by: { $0.index < $1.index }) where load > 0 {
                add(-load, by: index, to: feedTally(feed))
            }
        }
    }

    private func ownSupply(of inlet: Ref<Port>) -> Supply? {
        guard let device = inventory.ports[inlet].device else { return nil }
        return writer.played.supplies.supplies(of: device).first { $0.inlet == inlet }
    }

    /// What inlets draw together, each once, and whether nobody wrote it of one; what hands power on draws what hangs on it.
    private func load(of supplies: [Supply]) -> (watts: Int, isSilent: Bool) {
        var (watts, isSilent) = (0, false)
        var seen: Set<Ref<Port>> = []
        for supply in supplies where !supply.isPoE && seen.insert(supply.inlet).inserted {
            guard !inventory.devices[supply.device].ports.refs.contains(where: { inventory.ports[$0].kind == .powerOutlet }) else {
                continue
            }
            let power = inventory.ports[supply.inlet].detail.map { inventory.portDetails[$0].power }
            if let draw = power?.allocatedDraw ?? power?.maximumDraw { watts += draw } else { isSilent = true }
        }
        return (watts, isSilent)
    }

    private func feeds(behind socket: Ref<Port>) -> [Ref<Port>] {
        guard let device = inventory.ports[socket].device else { return [socket] }
        return writer.played.supplies.supplies(of: device).flatMap(\.feeds)
    }

    /// The feeds behind the outlets that are named; else the one of the rack on which most is left.
    private func feeds(of installation: Step.Installation, in rack: Ref<Rack>) -> [Ref<Port>] {
        let named = sources(of: installation).flatMap { feeds(behind: $0) }
        if !named.isEmpty { return Set(named).sorted { $0.index < $1.index } }
        let all = writer.feeds(of: [rack])
        func left(_ feed: Ref<Port>) -> Int {
            let budget = FeedBudget(of: feed, in: inventory, writer.played.supplies)
            return (budget.capacity ?? 0) - budget.load
        }
        return all.max { left($0) < left($1) }.map { [$0] } ?? []
    }

    private func hangsOnPoE(_ installation: Step.Installation) -> Bool {
        guard let device = installation.recorded else { return false }
        let ports = inventory.devices[device].ports.refs
        return ports.contains { writer.inventory.poeMode(of: $0) == "pd" } && !ports.contains { inventory.ports[$0].kind == .powerPort }
    }
}

// MARK: - Power over Ethernet

extension StepDemand {
    /// Things that take power from their port, against what the port at the other end can give.
    private mutating func addPoE(_ index: Int) {
        for connection in writer.played.steps[index].connections {
            let ends = [connection.a, connection.b].map { end -> Ref<Port>? in
                if case .port(let port) = end { port } else { nil }
            }
            guard let taker = ends.firstIndex(where: { $0.map { writer.inventory.poeMode(of: $0) == "pd" } ?? false }),
                let other = ends[1 - taker], let giver = activeEnd(behind: other), let device = inventory.ports[giver].device
            else { continue }
            let place = Symbol(inventory.name(of: .device(device)))
            let gives = writer.inventory.givesPoE(giver)
            let isSilent = !inventory.devices[device].ports.refs.contains { writer.inventory.poeMode(of: $0) != nil }
            add(1, by: index, to: Tally(resource: .poe, place: place, isUnrecorded: isSilent))
            if gives, let tally = self.place(of: .poe, at: place) { tallies[tally].free += 1 }
        }
    }

    /// The active port to which a port leads, itself if it is one; nil when nobody knows.
    private func activeEnd(behind port: Ref<Port>) -> Ref<Port>? {
        guard writer.plant.isPassThrough(port) else { return port }
        let ends = writer.played.links.links(over: .port(port)).flatMap { writer.played.links.ends(of: $0) }
        return Set(ends).count == 1 ? ends.first : nil
    }
}
