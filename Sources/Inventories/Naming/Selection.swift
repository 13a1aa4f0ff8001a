package import Diagnostics

extension Inventory {
    /// Whether a selector means an object: directly, or because the object stands in what is meant (a port in a rack).
    ///
    /// A cable stands wherever one of its ends does.
    package func selects(_ selector: Selector, _ object: ObjectRef) -> Bool {
        selector.alternatives.contains { terms in
            terms.allSatisfy { selects($0, object) }
        }
    }

    /// The devices that a selector means, in the order of the table.
    ///
    /// - Complexity: linear in the devices; where many selectors are asked for, ``DeviceSelection`` looks up instead.
    package func devices(in selector: Selector) -> [Ref<Device>] {
        var selection = DeviceSelection(self)
        return selection.devices(in: selector)
    }

    fileprivate func selects(_ term: Selector.Term, _ object: ObjectRef) -> Bool {
        switch term {
        case .owner(let party): return owner(of: object) == party
        case .service(let service): return object == .service(service)
        case .cable(let cable): return object == .cable(cable)
        case .unrecorded: return false
        default: break
        }
        if case .cable(let cable) = object {
            if case .tag(let tag) = term, remarks[object]?.tags.contains(tag) == true { return true }
            return cableEnds[cables[cable].ends].contains { end in
                end.port.map { stands(.port($0), in: term) } ?? false
            }
        }
        return stands(object, in: term)
    }

    /// Whether an object, or something that holds it, is what a term names.
    private func stands(_ object: ObjectRef, in term: Selector.Term) -> Bool {
        var object = object
        // Port, module, blades in chassis, rack, rooms and floors in each other, site: far fewer than this.
        for _ in 0..<64 {
            if isNamed(object, by: term) { return true }
            guard let holder = holder(of: object) else { return false }
            object = holder
        }
        return false
    }

    private func isNamed(_ object: ObjectRef, by term: Selector.Term) -> Bool {
        switch (term, object) {
        case (.site(let site), .site(let other)): site == other
        case (.location(let location), .location(let other)), (.room(let location), .location(let other)): location == other
        case (.rack(let rack), .rack(let other)): rack == other
        case (.device(let device), .device(let other)): device == other
        case (.port(let port), .port(let other)), (.feed(let port), .port(let other)): port == other
        case (.circuit(let circuit), .circuit(let other)): circuit == other
        case (.role(let role), .device(let device)): devices[device].role == role
        case (.tag(let tag), let object): tags(of: object).contains(tag)
        default: false
        }
    }

    /// What an object stands in or on; nil for sites, services and cables.
    package func holder(of object: ObjectRef) -> ObjectRef? {
        switch object {
        case .site, .service, .cable: return nil
        case .location(let location): return locations[location].parent.map { .location($0) } ?? .site(locations[location].site)
        case .rack(let rack): return racks[rack].location.map { .location($0) } ?? .site(racks[rack].site)
        case .module(let module): return .device(modules[module].device)
        case .circuit: return nil
        case .powerPanel(let panel):
            return powerPanels[panel].location.map { .location($0) } ?? powerPanels[panel].site.map { .site($0) }
        case .device(let device):
            let row = devices[device]
            return row.parent.map { .device($0.device) } ?? row.rack.map { .rack($0) } ?? row.location.map { .location($0) }
                ?? row.site.map { .site($0) }
        case .port(let port):
            switch ports[port].holder {
            case .device(let device): return .device(device)
            case .circuit(let circuit): return .circuit(circuit)
            case .feed(let panel): return panel.map { .powerPanel($0) }
            }
        }
    }

    /// The tags of an object itself.
    package func tags(of object: ObjectRef) -> [Symbol] {
        switch object {
        case .site(let site): sites[site].tags
        case .location(let location): locations[location].tags
        case .rack(let rack): racks[rack].tags
        case .device(let device): devices[device].tags
        case .port(let port): ports[port].detail.map { portDetails[$0].tags } ?? []
        case .circuit(let circuit): circuits[circuit].tags
        case .module, .cable, .service, .powerPanel: remarks[object]?.tags ?? []
        }
    }
}

/// The devices that selectors over one inventory mean; what stands at a site is searched for once.
package struct DeviceSelection {
    private let inventory: Inventory
    /// A chassis is meant with its blades, so that a device's name alone may mean several.
    private lazy var hasBlades = inventory.devices.rows.contains { $0.parent != nil }
    private lazy var devicesAtSite = inventory.devicesAtSite

    package init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    /// The devices that a selector means, in the order of the table.
    package mutating func devices(in selector: Selector) -> [Ref<Device>] {
        var found: Set<Ref<Device>> = []
        for terms in selector.alternatives {
            for device in candidates(terms) where terms.allSatisfy({ inventory.selects($0, .device(device)) }) { found.insert(device) }
        }
        return found.sorted { $0.index < $1.index }
    }

    /// Devices among which all are that some terms mean.
    private mutating func candidates(_ terms: [Selector.Term]) -> [Ref<Device>] {
        for term in terms {
            switch term {
            case .device(let device) where !hasBlades: return [device]
            case .site(let site): return devicesAtSite[Int(site.index)]
            default: break
            }
        }
        return inventory.devices.refs.map(\.self)
    }
}

extension Inventory {
    /// What stands at each site, racks, rooms and chassis followed.
    fileprivate var devicesAtSite: [[Ref<Device>]] {
        var all: [[Ref<Device>]] = Array(repeating: [], count: sites.count)
        for device in devices.refs {
            var object = ObjectRef.device(device)
            // As deep as a selector looks.
            for _ in 0..<64 {
                guard let holder = holder(of: object) else { break }
                if case .site(let site) = holder {
                    all[Int(site.index)].append(device)
                    break
                }
                object = holder
            }
        }
        return all
    }
}
