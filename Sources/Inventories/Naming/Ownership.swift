import Diagnostics

extension Inventory {
    /// The party that administers an object: its own owner, else inherited from port to device to rack to location to site;
    /// a cable's own or that of both its ends when they agree.
    ///
    /// A blade inherits from its chassis, a side of a circuit from the circuit and its provider, a feed from its panel.
    package func owner(of object: ObjectRef) -> Ref<Party>? {
        switch object {
        case .site(let site): sites[site].owner
        case .location(let location): owner(of: location)
        case .rack(let rack): owner(of: rack)
        case .device(let device): owner(of: device)
        case .module(let module): modules[module].owner ?? owner(of: modules[module].device)
        case .port(let port): owner(of: port)
        case .cable(let cable): owner(of: cable)
        case .circuit(let circuit): owner(of: circuit)
        case .service(let service): services[service].department
        case .powerPanel(let panel): owner(of: panel)
        }
    }

    private func owner(of location: Ref<Location>) -> Ref<Party>? {
        ancestors(of: location).lazy.compactMap { locations[$0].owner }.first ?? sites[locations[location].site].owner
    }

    /// A location and all that it is part of, the smallest first.
    package func ancestors(of location: Ref<Location>) -> [Ref<Location>] {
        var chain = [location]
        while let parent = locations[chain[chain.count - 1]].parent, !chain.contains(parent) { chain.append(parent) }
        return chain
    }

    private func owner(of rack: Ref<Rack>) -> Ref<Party>? {
        let row = racks[rack]
        if let owner = row.owner { return owner }
        return row.location.map { owner(of: $0) } ?? sites[row.site].owner
    }

    private func owner(of device: Ref<Device>) -> Ref<Party>? {
        var device = device
        // A blade's chassis may be a blade in a chassis; eight deep is more than any gear has.
        for _ in 0..<8 {
            let row = devices[device]
            if let owner = row.owner { return owner }
            guard let chassis = row.parent?.device else {
                if let rack = row.rack { return owner(of: rack) }
                if let location = row.location { return owner(of: location) }
                return row.site.flatMap { sites[$0].owner }
            }
            device = chassis
        }
        return nil
    }

    private func owner(of port: Ref<Port>) -> Ref<Party>? {
        let row = ports[port]
        if let owner = row.owner { return owner }
        return switch row.holder {
        case .device(let device): owner(of: device)
        case .circuit(let circuit): owner(of: circuit)
        case .feed(let panel): panel.flatMap { owner(of: $0) }
        }
    }

    private func owner(of cable: Ref<Cable>) -> Ref<Party>? {
        if let owner = cables[cable].owner { return owner }
        let owners = cableEnds[cables[cable].ends].map { end in end.port.flatMap { owner(of: $0) } }
        guard let first = owners.first, owners.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func owner(of circuit: Ref<Circuit>) -> Ref<Party>? {
        circuits[circuit].owner ?? circuits[circuit].provider.flatMap { providers[$0].party }
    }

    private func owner(of panel: Ref<PowerPanel>) -> Ref<Party>? {
        let row = powerPanels[panel]
        if let owner = row.owner { return owner }
        return row.location.map { owner(of: $0) } ?? row.site.flatMap { sites[$0].owner }
    }
}
