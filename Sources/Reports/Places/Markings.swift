package import ChangeOrders
import Diagnostics
import Inventories
package import Plants
import Rehearsals

/// What an order touches, what it brings, and what must not be touched: the marks on a picture of a place.
package struct Markings: Sendable {
    /// A device that a step puts somewhere.
    struct Arrival: Sendable {
        let step: Symbol
        let device: Symbol
        let rack: Ref<Rack>
        /// In half units, as in `Device`.
        let position: Int
        let height: Int
        let face: RackFace
    }

    /// By what is touched, the steps that do.
    private(set) var devices: [Ref<Device>: [Symbol]] = [:]
    private(set) var ports: [Ref<Port>: [Symbol]] = [:]
    private(set) var arrivals: [Arrival] = []
    /// Free ports for what the order's wishes need beyond what its steps take, best first.
    private(set) var offered: [Ref<Port>] = []
    /// Who the crew works for: what others own must not be touched. Nil where no order is looked at.
    private var clients: Set<Ref<Party>>?
    private let plant: Plant

    /// No order: nothing is marked.
    package init(_ plant: Plant) {
        self.plant = plant
    }

    /// What the steps of an order name, with the devices on which it is.
    package init(of order: ChangeOrder, on plant: Plant) {
        self.plant = plant
        clients = Self.clients(of: order, plant.inventory)
        for step in order.steps { mark(step) }
        var free = FreePorts(plant)
        offered = free.ports(for: order.wishes.flatMap(\.needs).compactMap { rest(of: $0) }, besides: Set(ports.keys))
    }

    /// What is left of a need when the steps have the empty ports that they touch at its place; nil where nothing is.
    private func rest(of need: ChangeOrder.Need) -> ChangeOrder.Need? {
        let taken = ports.keys.count { port in
            plant.isKnownEmpty(port) && (need.at.map { plant.inventory.selects($0, .port(port)) } ?? true)
        }
        var rest = need
        rest.count -= taken
        return rest.count > 0 ? rest : nil
    }

    /// True where an order is looked at.
    var hasOrder: Bool { clients != nil }

    // MARK: - Touched

    private mutating func mark(_ step: Step) {
        for target in step.targets { mark(target, step.id) }
        for connection in step.connections { mark(connection, step.id) }
        for transfer in step.transfers {
            mark(transfer.from, step.id)
            mark(transfer.to, step.id)
            if let cable = transfer.cable { mark(.cable(cable), step.id) }
        }
        if let replacement = step.replacement {
            mark(replacement.out, step.id)
            if let with = replacement.with { mark(with, step.id) }
        }
        if let installation = step.installation { mark(installation, step.id) }
    }

    private mutating func mark(_ target: Step.Target, _ step: Symbol) {
        switch target {
        case .object(let object): mark(object, step)
        case .everything(let objects, let except): for object in objects where !except.contains(object) { mark(object, step) }
        case .unit, .unrecorded, .unknownGear, .words: break
        }
    }

    private mutating func mark(_ connection: Step.Connection, _ step: Symbol) {
        mark(connection.a, step)
        mark(connection.b, step)
        if let cable = connection.cable { mark(ObjectRef.cable(cable), step) }
    }

    private mutating func mark(_ end: Step.Endpoint, _ step: Symbol) {
        if case .port(let port) = end { mark(ObjectRef.port(port), step) }
    }

    private mutating func mark(_ installation: Step.Installation, _ step: Symbol) {
        for cord in installation.cords { mark(cord, step) }
        guard let rack = installation.rack, let position = installation.positionHalves else { return }
        arrivals.append(
            Arrival(
                step: step, device: installation.device, rack: rack, position: position, height: installation.heightHalves ?? 2,
                face: installation.face ?? .front))
    }

    private mutating func mark(_ object: ObjectRef, _ step: Symbol) {
        switch object {
        case .device(let device): note(step, in: \.devices, device)
        case .module(let module): note(step, in: \.devices, plant.inventory.modules[module].device)
        case .port(let port):
            note(step, in: \.ports, port)
            if let device = plant.inventory.ports[port].device { note(step, in: \.devices, device) }
        case .cable(let cable):
            for end in plant.inventory.cableEnds[plant.inventory.cables[cable].ends] {
                if let port = end.port { mark(ObjectRef.port(port), step) }
            }
        case .site, .location, .rack, .circuit, .service, .powerPanel: break
        }
    }

    private mutating func note<Key>(_ step: Symbol, in path: WritableKeyPath<Markings, [Key: [Symbol]]>, _ key: Key) {
        if self[keyPath: path][key]?.contains(step) != true { self[keyPath: path][key, default: []].append(step) }
    }

    // MARK: - Not to be touched

    /// The parties that have a contract with the contractor, and what is under them.
    private static func clients(of order: ChangeOrder, _ inventory: Inventory) -> Set<Ref<Party>> {
        guard let contractor = order.contractor else { return [] }
        let partners = inventory.client.contracts.filter { $0.between.contains(contractor) }.flatMap(\.between)
        let covered = Set(partners).union([contractor])
        return covered.union(inventory.parties.refs.filter { inventory.parties[$0].under.map(covered.contains) ?? false })
    }

    /// Why a device must not be touched; nil where nothing speaks against it, and where no order is looked at.
    func objection(to device: Ref<Device>) -> Phrase? {
        guard let clients else { return nil }
        let owner = plant.owner(of: .device(device))
        if let party = owner.value, !clients.contains(party) { return .foreign(plant.inventory.parties[party].name.text.displayed) }
        if owner.value == nil { return .ownerUnknown }
        let critical = services(ending: device).map { $0.id.text.displayed }
        return critical.isEmpty ? nil : .critical(critical)
    }

    /// Why a port must not be touched: somebody's cord is in it, and nobody knows whose.
    func objection(to port: Ref<Port>, _ state: PortState) -> Phrase? {
        guard hasOrder else { return nil }
        return state == .unknownEnd || state == .conflicting ? .cordOfNobody : nil
    }

    /// Services of high and life-safety criticality that begin or end at a device.
    private func services(ending device: Ref<Device>) -> [Service] {
        plant.inventory.services.rows.filter { service in
            service.criticality >= .high
                && service.paths.contains { path in
                    [path.from, path.to].contains { selector in
                        selector.alternatives.contains { $0.contains(.device(device)) }
                    }
                }
        }
    }
}

extension Phrase {
    fileprivate static func foreign(_ owner: String) -> Phrase {
        Phrase(en: "belongs to \(owner), who has no contract with the crew", ru: "принадлежит \(owner), договора с бригадой нет")
    }

    fileprivate static var ownerUnknown: Phrase { Phrase(en: "nobody knows whose it is", ru: "неизвестно, чьё это") }

    fileprivate static func critical(_ services: [String]) -> Phrase {
        let list = services.joined(separator: ", ")
        return Phrase(en: "critical for \(list)", ru: "критично для: \(list)")
    }

    fileprivate static var cordOfNobody: Phrase {
        Phrase(en: "holds a cord that nobody can name", ru: "в порту шнур, который никто не может назвать")
    }
}
