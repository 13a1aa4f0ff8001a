import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension FactWriter {
    /// The row of a port.
    mutating func port(_ port: Ref<Port>) -> Ref<PortFact> {
        if let row = rows.ports[port] { return row }
        let row = enter(PortFact(), in: \.ports)
        rows.ports[port] = row
        let written = inventory.ports[port]
        var fact = PortFact()
        fact.key = key(of: port)
        fact.label = label(of: .port(port))
        fact.name = written.name
        fact.kind = Symbol(written.kind.rawValue)
        fact.type = written.type ?? .empty
        fact.device = written.device.map { device($0) }
        fact.rack = written.device.flatMap { inventory.devices[$0].rack }.map { rack($0) }
        fact.occupied = known(plant.occupancy(of: port))
        let plugged = plant.cables(in: port).filter { isOnRecord($0) && inventory.cables[$0].status != .planned }
        fact.documented = !plugged.isEmpty
        fact.cable = plugged.first.map { cable($0) }
        facts.ports[Int(row.index)] = fact
        return row
    }

    /// The row of a cable.
    mutating func cable(_ cable: Ref<Cable>) -> Ref<CableFact> {
        if let row = rows.cables[cable] { return row }
        let row = enter(CableFact(), in: \.cables)
        rows.cables[cable] = row
        let written = inventory.cables[cable]
        var fact = CableFact()
        fact.key = Symbol(inventory.name(of: .cable(cable)))
        fact.label = written.label ?? .empty
        fact.name = written.id ?? written.label ?? fact.key
        fact.type = written.type ?? .empty
        let ends = inventory.cableEnds[written.ends]
        fact.a = ends.first { $0.side == .a }?.port.map { port($0) }
        fact.b = ends.first { $0.side == .b }?.port.map { port($0) }
        fact.owner = known(plant.owner(of: .cable(cable)))
        facts.cables[Int(row.index)] = fact
        return row
    }

    /// The rows of the cables that are on record; cords that the order brings have none.
    mutating func cables(_ cables: [Ref<Cable>]) -> Refs<CableFact> {
        let refs = cables.filter { isOnRecord($0) }.map { cable($0) }
        return facts.list(refs)
    }

    func isOnRecord(_ cable: Ref<Cable>) -> Bool { Int(cable.index) < inventory.cables.count }
}

// MARK: - Names

extension FactWriter {
    /// The unique name of a port.
    func key(of port: Ref<Port>) -> Symbol { Symbol(inventory.name(of: .port(port))) }

    /// An object as people call it: `PP-1:12` where the full name is `PP-1:front/12`.
    func label(of object: ObjectRef) -> Symbol {
        switch object {
        case .port(let port) where inventory.ports[port].kind == .frontPort:
            guard let device = inventory.ports[port].device else { break }
            let short = "\(inventory.name(of: .device(device))):\(inventory.ports[port].name)"
            if inventory.port(short).value == port { return Symbol(short) }
        case .cable(let cable):
            if let name = inventory.cables[cable].id ?? inventory.cables[cable].label { return name }
        case .service(let service): return inventory.services[service].name
        default: break
        }
        return Symbol(inventory.name(of: object))
    }

    /// The word for the kind of an object.
    func kind(of object: ObjectRef) -> Symbol {
        switch object {
        case .site: "site"
        case .location: "location"
        case .rack: "rack"
        case .device: "device"
        case .module: "module"
        case .port(let port):
            switch inventory.ports[port].kind {
            case .powerFeed: "feed"
            case .circuitSide: "circuit"
            default: "port"
            }
        case .cable: "cable"
        case .circuit: "circuit"
        case .service: "service"
        case .powerPanel: "power-panel"
        }
    }

    /// The device that an object is, or is a part of; of a cable the device at its first known end.
    func device(of object: ObjectRef) -> Ref<Device>? {
        switch object {
        case .device(let device): device
        case .module(let module): inventory.modules[module].device
        case .port(let port): inventory.ports[port].device
        case .cable(let cable):
            inventory.cableEnds[inventory.cables[cable].ends].lazy.compactMap { $0.port.flatMap { inventory.ports[$0].device } }.first
        case .site, .location, .rack, .circuit, .service, .powerPanel: nil
        }
    }

    /// The racks that a hand which touches an object is in: of a cable those of all its ends.
    func racks(of object: ObjectRef) -> [Ref<Rack>] {
        switch object {
        case .rack(let rack): return [rack]
        case .cable(let cable):
            var racks: [Ref<Rack>] = []
            for end in inventory.cableEnds[inventory.cables[cable].ends] {
                let device = end.port.flatMap { inventory.ports[$0].device }
                if let rack = device.flatMap({ inventory.devices[$0].rack }), !racks.contains(rack) { racks.append(rack) }
            }
            return racks
        default: return device(of: object).flatMap { inventory.devices[$0].rack }.map { [$0] } ?? []
        }
    }

    /// The location in which an object stands; nil when nobody wrote it.
    func location(of object: ObjectRef) -> Ref<Location>? {
        if case .location(let location) = object { return location }
        if case .powerPanel(let panel) = object { return inventory.powerPanels[panel].location }
        if let rack = racks(of: object).first { return inventory.racks[rack].location }
        return device(of: object).flatMap { inventory.devices[$0].location }
    }

    /// The room around a location, itself included.
    func room(around location: Ref<Location>) -> Ref<Location>? {
        inventory.ancestors(of: location).first { inventory.locations[$0].isRoom }
    }
}
