import ChangeOrders
import Diagnostics
import Inventories
import PlantDrawings
import Plants

@testable import Rehearsals

/// An order played on a plant, with questions in the words of the texts.
struct Played {
    let plant: Plant
    let order: ChangeOrder
    let result: PlayedOrder
    /// What the reader said of the order; empty when it was in order.
    let faults: [String]

    /// What policies have on by default.
    static let effects = Effects(possible: [.configure: ["device-down"], .restart: ["not-coming-back"], .replace: ["configuration-lost"]])

    /// - Parameters:
    ///   - steps: the steps of the order as YAML, one for each line.
    init(_ steps: String, on plant: Plant, effects: Effects = Played.effects) {
        let list = steps.split(separator: "\n").map { "  - \($0.drop { $0 == " " || $0 == "-" })" }.joined(separator: "\n")
        self.init(order: "order: CO-1\nsteps:\n\(list)\n", on: plant, effects: effects)
    }

    init(order text: String, on plant: Plant, effects: Effects = Played.effects) {
        var texts = SourceTexts()
        let file = texts.add(SourceText(name: "CO-1.yaml", text))
        let reading = ChangeOrder.read(file, of: &texts, against: plant.inventory) { _ in nil }
        guard let order = reading.order else { preconditionFailure("no order: \(text)") }
        let written = texts
        let faults = reading.log.kept.filter { $0.severity == .error }.map { Typesetter(language: .en).text(of: $0, in: written) }
        self.init(order, on: plant, effects: effects, faults: faults)
    }

    init(_ order: ChangeOrder, on plant: Plant, effects: Effects = Played.effects, faults: [String] = []) {
        (self.plant, self.order, self.faults) = (plant, order, faults)
        result = Player.play(order, on: plant, effects: effects)
    }

    var inventory: Inventory { plant.inventory }

    // MARK: - Steps

    func step(_ number: Int) -> PlayedStep { result.steps[number - 1] }

    /// The links that a step takes away: their ends, `certain` or `possible`, and what becomes of them.
    func disturbs(_ number: Int) -> [String] {
        step(number).disturbs.map { row in
            var words = [ends(of: row.link), row.isCertain ? "certain" : "possible"]
            if row.isAlreadyDown { words.append("down") }
            if row.isRestored { words.append(row.comesBackToSamePorts ? "back" : "elsewhere") }
            return words.joined(separator: " ")
        }.sorted()
    }

    func ends(of played: PlayedLink) -> String {
        let link = link(played)
        var names = link.ends.map { name($0) }.sorted()
        if let network = link.network { names.append(inventory.providerNetworks[network].name.text) }
        while names.count < 2 { names.append("?") }
        if link.ends.isEmpty { names[0] = name(link.way[0]) }
        return names.joined(separator: "–")
    }

    func link(_ link: PlayedLink) -> Link {
        switch link {
        case .recorded(let ref): result.links[ref]
        case .added(let number): result.addedLinks[number].link
        }
    }

    func name(_ port: Ref<Port>) -> String { inventory.name(of: .port(port)) }

    func obstacles(_ number: Int) -> [String] { step(number).obstacles.map { "\($0.kind) \($0.what)" } }

    func dangling(_ number: Int) -> [String] { step(number).dangling.map { name($0) } }

    func touches(_ number: Int) -> [String] { step(number).touches.map { inventory.name(of: $0) } }

    func unfed(_ number: Int) -> [String] { step(number).unfeeds.map { name(result.supplies.all[$0].inlet) } }

    func takes(_ number: Int) -> [String] {
        step(number).takesPorts.map { name($0.port) + ($0.isFreedByOrder ? " freed" : "") }
    }

    func undo(_ number: Int) -> PlayedUndo { result.undos[number - 1] }

    func missing(_ number: Int) -> [String] { undo(number).missing.map(\.en) }

    // MARK: - Services

    func impact(_ number: Int, _ service: String) -> ServiceImpact {
        guard let place = result.services.firstIndex(where: { inventory.services[$0].id.text == service }) else {
            preconditionFailure("no service \(service)")
        }
        return result.study[number - 1, place]
    }

    /// The outage of a service after each step.
    func outages(_ service: String) -> [Certainty] { order.steps.indices.map { impact($0 + 1, service).outage } }
}

/// A drawn plant with services between its devices.
///
/// A device whose name begins with `sw`, `rtr` or `ap` forwards; one that begins with `srv`, `pc`, `pdu` or `ups` does not.
struct DrawnClient {
    let plant: Plant

    /// - Parameters:
    ///   - services: name, from, to, such as `files: pc-1 > srv-1`.
    ///   - needs: how many supplies a device needs.
    ///   - states: devices, ports or cables that are down at present, as fresh evidence has it.
    init(_ drawing: String, services: [String] = [], needs: [String: Int] = [:], down: [String] = []) {
        let drawn = Drawing(drawing)
        var inventory = drawn.inventory
        for device in inventory.devices.refs {
            let name = inventory.devices[device].name.text
            inventory.devices[device].role = Self.role(of: name)
            inventory.devices[device].suppliesNeeded = needs[name]
        }
        for text in services {
            let parts = text.split(whereSeparator: { ":> ".contains($0) }).map(String.init)
            let from = Selector(alternatives: [[.device(drawn.device(parts[1]))]], span: nil)
            let to = Selector(alternatives: parts.dropFirst(2).map { [.device(drawn.device($0))] }, span: nil)
            inventory.services.append(Service(named: Symbol(parts[0]), paths: [Service.Path(from: from, to: to)]), at: nil)
        }
        let evidence = inventory.evidence.append(Evidence(source: .traced, seen: Drawing.now, by: nil), at: nil)
        for name in down {
            let term: Selector.Term = name.contains(":") ? .port(drawn.port(name)) : .device(drawn.device(name))
            let what = Selector(alternatives: [[term]], span: nil)
            inventory.states.append(PlantState(what, is: "down", by: evidence), at: nil)
        }
        plant = Plant(inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
    }

    private static func role(of name: String) -> Symbol? {
        let roles: [(String, Symbol)] = [
            ("sw", "switch"), ("rtr", "router"), ("ap", "access-point"), ("srv", "server"), ("pc", "pc"), ("pdu", "pdu"), ("ups", "ups"),
            ("PP", "patch-panel"),
        ]
        return roles.first { name.hasPrefix($0.0) }?.1
    }

    func played(_ steps: String, effects: Effects = Played.effects) -> Played { Played(steps, on: plant, effects: effects) }
}
