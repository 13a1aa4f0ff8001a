import ChangeOrders
import Diagnostics
import Inventories
import Plants

// What of a step can be said without what follows from it.

extension Player {
    /// Everything on record that the crew lays a hand on, each once.
    func touches(of step: Step, _ before: Scene) -> [ObjectRef] {
        var found: [ObjectRef] = []
        func add(_ object: ObjectRef) { if !found.contains(object) { found.append(object) } }
        func add(portOf spot: Scene.Spot) { if case .port(let port) = spot { add(.port(port)) } }
        for target in step.targets {
            switch target {
            case .object(.cable(let cable)):
                add(.cable(cable))
                for end in before.ends(of: .recorded(cable)) { add(portOf: before.spot(of: end)) }
            case .object(.port(let port)):
                add(portOf: before.spot(.port(port)))
                guard step.verb == .disconnect else { continue }
                for case .recorded(let cable) in before.ends(in: before.spot(.port(port))).map(\.cord) { add(.cable(cable)) }
            case .object(let object): add(object)
            case .unit(let rack, _): add(.rack(rack))
            case .everything(let objects, _): for object in objects { add(object) }
            case .unrecorded, .unknownGear, .words: break
            }
        }
        for connection in step.connections + (step.installation?.cords ?? []) {
            for end in [connection.a, connection.b] { add(portOf: before.spot(end)) }
            if let cable = connection.cable { add(.cable(cable)) }
        }
        for transfer in step.transfers {
            for end in [transfer.from, transfer.to] { add(portOf: before.spot(end)) }
            for case .recorded(let cable) in before.ends(in: before.spot(transfer.from)).map(\.cord) { add(.cable(cable)) }
        }
        if let installation = step.installation {
            if let rack = installation.rack { add(.rack(rack)) }
            if let device = installation.recorded { add(.device(device)) }
        }
        if case .object(let object) = step.replacement?.with { add(object) }
        return found
    }

    /// The cords that a step plugs; of a moved one the end that stays and the port to which the other goes.
    func connections(of step: Step, _ before: Scene) -> [Step.Connection] {
        let moved = step.transfers.map { transfer -> Step.Connection in
            let end = before.ends(in: before.spot(transfer.from)).first { end in
                transfer.cable.map { end.cord == .recorded($0) } ?? true
            }
            var connection = Step.Connection(a: .unknown, b: transfer.to, label: transfer.label, cable: transfer.cable, span: transfer.span)
            guard let end else { return connection }
            if case .recorded(let cable) = end.cord {
                connection.cable = cable
                connection.cableType = inventory.cables[cable].type
                connection.label = connection.label ?? inventory.cables[cable].label
            }
            let partner = before.partners(of: end).map { before.spot(of: $0) }.first { $0 != .hanging && $0 != .unknown }
            connection.a = partner.map { endpoint($0) } ?? .unknown
            return connection
        }
        return step.connections + moved + (step.installation?.cords ?? [])
    }

    private func endpoint(_ spot: Scene.Spot) -> Step.Endpoint {
        switch spot {
        case .port(let port): .port(port)
        case .named(let name): .unrecorded(name: name, suggestions: [])
        case .unknown, .hanging: .unknown
        }
    }

    /// Ports on record that a step plugs into, and whether the order has unplugged them before.
    func takenPorts(by step: Step, _ deed: Deed, _ before: Scene) -> [(port: Ref<Port>, isFreedByOrder: Bool)] {
        let own = Set(deed.pulls.map(\.from))
        var found: [(port: Ref<Port>, isFreedByOrder: Bool)] = []
        let goals = (step.connections + (step.installation?.cords ?? [])).flatMap { [$0.a, $0.b] } + step.transfers.map(\.to)
        for goal in goals {
            guard case .port(let port) = before.spot(goal), !found.contains(where: { $0.port == port }) else { continue }
            // A cord that hangs from a port by its other end is not plugged into that port again.
            let isPlugged = deed.plugs.isEmpty || deed.plugs.contains { $0.into == .port(port) }
            guard isPlugged else { continue }
            found.append((port, before.isEmptiedByOrder(.port(port)) || own.contains(.port(port))))
        }
        return found
    }

    /// Devices that forward and that a link of this step ties to themselves, over however many panels.
    func loops(madeBy index: Int) -> [Ref<Device>] {
        added.filter { $0.step == index && !$0.isPresumed && $0.link.ends.count == 2 }.compactMap { link -> Ref<Device>? in
            let devices = link.link.ends.map { inventory.ports[$0].device }
            guard let device = devices[0], device == devices[1] else { return nil }
            return inventory.forwarding(of: device) == .forwards ? device : nil
        }
    }

    /// Where a step touches what is unknown or another's: a service there that the record cannot explain may hang on it.
    mutating func noteStrange(_ step: Step, _ deed: Deed, _ touched: [ObjectRef]) {
        guard ![.inspect, .label, .hold].contains(step.verb) else { return }
        if deed.isStrange || deed.takesUnknownGear { strangePlaces.formUnion(sites.places(of: touched)) }
        for object in touched where isForeign(object) { strangePlaces.formUnion(sites.places(of: object)) }
    }

    /// Whether an object is, or once was, neither the client's nor the contractor's.
    private func isForeign(_ object: ObjectRef) -> Bool {
        guard let party = scene.plant.owner(of: object).value else { return false }
        switch inventory.parties[party].kind {
        case .department, .client: return false
        case .contractor: return party != order.contractor
        case .vendor, .provider: return true
        }
    }
}

// MARK: - Management

extension Player {
    /// Devices that stay and whose every way to be managed the step disturbs.
    func managementCut(by disturbed: Disturbed, _ fates: [Ref<Device>: Touches.Fate]) -> [Ref<Device>] {
        var found: [Ref<Device>] = []
        for row in disturbed.rows where !row.isAlreadyDown {
            guard case .recorded(let link) = row.link else { continue }
            for port in links[link].ends where isManagement(port) {
                guard let device = inventory.ports[port].device, !found.contains(device), !scene.changes.away.contains(device),
                    fates[device] != .away, fates[device] != .perhaps
                else { continue }
                let ways = inventory.devices[device].ports.refs.filter { isManagement($0) }.flatMap { links.links(over: .port($0)) }
                    .filter { !graph.planned.contains($0) }
                let isLost = ways.allSatisfy { self.fates.isAway($0) || disturbed.links.contains(.recorded($0)) }
                if isLost { found.append(device) }
            }
        }
        return found
    }

    private func isManagement(_ port: Ref<Port>) -> Bool {
        let row = inventory.ports[port]
        if row.kind == .consolePort { return true }
        return row.kind == .interface && (row.detail.map { inventory.portDetails[$0].isManagementOnly } ?? false)
    }

    /// Panels and couplers that "everything in" takes along while links of what stays run through them.
    func passiveInUse(by step: Step) -> [Ref<Device>] {
        guard [.remove, .powerOff].contains(step.verb) else { return [] }
        var taken: Set<Ref<Device>> = []
        for case .everything(let objects, _) in step.targets {
            for case .device(let device) in objects { taken.insert(device) }
        }
        return taken.sorted { $0.index < $1.index }.filter { device in
            scene.plant.isPassive(device)
                && links.links(over: .device(device)).contains { link in
                    let ends = links[link].ends
                    return ends.count < 2 || ends.contains { port in inventory.ports[port].device.map { !taken.contains($0) } ?? true }
                }
        }
    }
}
