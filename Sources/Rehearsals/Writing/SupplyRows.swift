import Diagnostics
import Inventories
import Plants

extension FactWriter {
    /// The row of the way of power into a device by one inlet.
    mutating func supply(_ supply: Supply) -> Ref<SupplyFact> {
        if let row = rows.supplies[supply.inlet] { return row }
        let row = enter(SupplyFact(), in: \.supplies)
        rows.supplies[supply.inlet] = row
        var fact = SupplyFact()
        fact.key = key(of: supply.inlet)
        fact.label = label(of: .port(supply.inlet))
        fact.device = device(supply.device)
        let feeds = supply.feeds.map { feed($0) }
        fact.feeds = facts.list(feeds)
        fact.fed = known(supply.isFed)
        fact.redundant = isRedundant(supply)
        facts.supplies[Int(row.index)] = fact
        return row
    }

    /// Enough other supplies of the device are known to be fed.
    private func isRedundant(_ supply: Supply) -> Bool {
        let others = played.supplies.supplies(of: supply.device).filter { $0.inlet != supply.inlet }
        let fed = others.count { $0.isFed.isKnown && $0.isFed.value == true }
        return fed >= max(1, inventory.devices[supply.device].suppliesNeeded ?? 1)
    }

    /// The row of a feed, with what may be drawn from it and what is.
    mutating func feed(_ feed: Ref<Port>) -> Ref<FeedFact> {
        if let row = rows.feeds[feed] { return row }
        let budget = FeedBudget(of: feed, in: inventory, played.supplies)
        var fact = FeedFact()
        fact.name = inventory.ports[feed].name
        if case .feed(let panel?) = inventory.ports[feed].holder { fact.panel = inventory.powerPanels[panel].name }
        fact.capacity = Int64(budget.capacity ?? 0)
        fact.load = Int64(budget.load)
        fact.incomplete = budget.isIncomplete
        let row = enter(fact, in: \.feeds)
        rows.feeds[feed] = row
        return row
    }
}

/// What may be drawn from a feed and what is known to be drawn, in watts.
struct FeedBudget {
    /// Nil when nobody wrote voltage or amperage.
    let capacity: Int?
    let load: Int
    /// Inlets on the feed of which nobody wrote the draw.
    let silent: [Ref<Port>]

    var isIncomplete: Bool { capacity == nil || !silent.isEmpty }

    init(of feed: Ref<Port>, in inventory: Inventory, _ supplies: Supplies) {
        capacity = inventory.ports[feed].detail.flatMap { Self.capacity(inventory.portDetails[$0].power) }
        var (load, silent): (Int, [Ref<Port>]) = (0, [])
        for supply in supplies.supplies(over: .port(feed)) where !supply.isPoE {
            // What hands power on draws what hangs on it, which is counted there.
            let ports = inventory.devices[supply.device].ports.refs
            guard !ports.contains(where: { inventory.ports[$0].kind == .powerOutlet }) else { continue }
            let power = inventory.ports[supply.inlet].detail.map { inventory.portDetails[$0].power }
            if let draw = power?.allocatedDraw ?? power?.maximumDraw { load += draw } else { silent.append(supply.inlet) }
        }
        (self.load, self.silent) = (load, silent)
    }

    /// Voltage times amperage, times √3 for three phases with the voltage between them, times the share that may be used: the
    /// available power of a feed as NetBox computes it, whose default of 80 % for the share is the rule for continuous
    /// load (NFPA 70, 210.20(A)).
    static func capacity(_ figures: PowerFigures) -> Int? {
        guard let voltage = figures.voltage, let amperage = figures.amperage else { return nil }
        let phases = figures.phase?.text == "three-phase" ? 3.0.squareRoot() : 1
        return Int((Double(voltage.magnitude) * Double(amperage) * phases * Double(figures.share ?? 80) / 100).rounded(.down))
    }
}
