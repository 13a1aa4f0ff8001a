import Diagnostics

extension Inventory {
    /// The name by which people and files refer to an object, unique in the client's folder: `PP-1:front/7`, `sw-1`, `C-0017`.
    ///
    /// A cable without an id is named by its ends.
    package func name(of object: ObjectRef) -> String {
        names.made(of: self).name(of: object, in: self)
    }
}

extension NameCache.Made {
    /// Here and not in the inventory, so that the index is used in place.
    fileprivate func name(of object: ObjectRef, in inventory: Inventory) -> String {
        switch object {
        case .site(let site): inventory.sites[site].name.text
        case .location(let location): index.locationName(location, in: inventory)
        case .rack(let rack): index.rackName(rack, in: inventory)
        case .device(let device): index.deviceName(device, in: inventory)
        case .module(let module):
            "\(index.deviceName(inventory.modules[module].device, in: inventory)):bay/\(inventory.modules[module].bay)"
        case .port(let port): index.portName(port, in: inventory)
        case .cable(let cable): index.cableName(cable, in: inventory)
        case .circuit(let circuit): inventory.circuits[circuit].id.text
        case .service(let service): inventory.services[service].id.text
        case .powerPanel(let panel): inventory.powerPanels[panel].name.text
        }
    }
}

extension NameIndex {
    /// The name, else `name@site`, else `type#id`.
    func deviceName(_ ref: Ref<Device>, in inventory: Inventory) -> String {
        let device = inventory.devices[ref]
        let same = devices.rows(device.name)
        if same.count <= 1 { return device.name.text }
        if let site = device.site, same.count(where: { inventory.devices[Ref($0)].site == site }) == 1 {
            return "\(device.name)@\(inventory.sites[site].name)"
        }
        return Self.typedName(of: device.origin)?.text ?? device.name.text
    }

    func rackName(_ ref: Ref<Rack>, in inventory: Inventory) -> String {
        let rack = inventory.racks[ref]
        return racks.rows(rack.name).count <= 1 ? rack.name.text : "\(rack.name)@\(inventory.sites[rack.site].name)"
    }

    func locationName(_ ref: Ref<Location>, in inventory: Inventory) -> String {
        let location = inventory.locations[ref]
        return locations.rows(location.name).count <= 1 ? location.name.text : "\(location.name)@\(inventory.sites[location.site].name)"
    }

    /// `sw-1:Gi1/0/7`; ports of panels, power and console ports always with their kind.
    func portName(_ ref: Ref<Port>, in inventory: Inventory) -> String {
        let port = inventory.ports[ref]
        switch port.holder {
        case .device(let device): return "\(deviceName(device, in: inventory)):\(Self.partName(port))"
        case .circuit(let circuit): return "circuit/\(inventory.circuits[circuit].id):\(port.name)"
        case .feed(let panel):
            guard let panel, feeds.rows(port.name).count > 1 else { return "feed/\(port.name)" }
            return "feed/\(port.name)@\(inventory.powerPanels[panel].name)"
        }
    }

    /// The words after the device's name.
    static func partName(_ port: Port) -> String {
        guard port.kind == .interface else { return "\(port.kind.word)/\(port.name)" }
        return PortKind.prefixed(port.name.text) == nil ? port.name.text : "interface/\(port.name)"
    }

    /// The id; without one the ends, such as `PP-1:front/12 to unknown`; the label where the ends say nothing.
    func cableName(_ ref: Ref<Cable>, in inventory: Inventory) -> String {
        let cable = inventory.cables[ref]
        if let id = cable.id { return id.text }
        let ends = inventory.cableEnds[cable.ends]
        func side(_ side: CableSide) -> String {
            let names = ends.filter { $0.side == side }.map { $0.port.map { portName($0, in: inventory) } ?? "?" }
            return names.isEmpty ? "?" : names.joined(separator: "+")
        }
        return "\(side(.a))--\(side(.b))"
    }
}
