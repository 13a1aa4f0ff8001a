import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension Scene {
    mutating func remove(_ target: Step.Target, part: Symbol?, _ deed: inout Deed) {
        switch target {
        case .object(.device(let device)):
            if let part { return take(part, of: device, &deed) }
            remove(device, &deed)
        case .object(.module(let module)):
            let device = inventory.modules[module].device
            for port in inventory.devices[device].ports.refs where inventory.ports[port].module == module {
                pullAll(ends(in: .port(port)), from: .port(port), &deed)
            }
            take(Symbol(inventory.name(of: .module(module))), of: device, &deed)
        case .everything(let objects, _):
            for case .device(let device) in objects where !changes.away.contains(device) { remove(device, &deed) }
        case .unrecorded(_, let name, _):
            if let slot = slot(of: name) { return remove(slot, &deed) }
            guard changes.installed.removeValue(forKey: name) != nil else { return takeUnknown(name, &deed) }
            for spot in Set(changes.spots.values) where isOf(name, spot) { pullAll(ends(in: spot), from: spot, &deed) }
        case .unknownGear(let place, _, _): takeUnknown(place, &deed)
        default: break
        }
    }

    /// Something goes of which no record says what it is, or what runs over it.
    mutating func takeUnknown(_ name: Symbol, _ deed: inout Deed) {
        deed.takesUnknownGear = true
        changes.unknowns.append(name)
    }

    private mutating func remove(_ device: Ref<Device>, _ deed: inout Deed) {
        let name = Symbol(inventory.name(of: .device(device)))
        guard slot(of: name) == nil else { return removeStandIn(name, &deed) }
        guard changes.away.insert(device).inserted else { return deed.obstacles.append(.carriedAway(name.text)) }
        changes.installed[name] = nil
        for port in inventory.devices[device].ports.refs { pullAll(ends(in: .port(port)), from: .port(port), &deed) }
        deed.devices.append(device)
    }

    private mutating func removeStandIn(_ name: Symbol, _ deed: inout Deed) {
        guard let slot = slot(of: name) else { return }
        changes.standIns[slot] = nil
        remove(slot, &deed)
    }

    private mutating func take(_ part: Symbol, of device: Ref<Device>, _ deed: inout Deed) {
        guard changes.parts[part] != false else { return deed.obstacles.append(.carriedAway(part.text)) }
        // A part on record was in, and one that the order put in is out as at the start.
        changes.parts[part] = changes.parts[part] == nil ? false : nil
        deed.devices.append(device)
    }

    mutating func install(_ step: Step, _ deed: inout Deed) {
        guard let installation = step.installation else { return putIn(step, &deed) }
        let name = installation.device
        let obstacle = obstacle(to: installation)
        if let obstacle { deed.obstacles.append(obstacle) }
        if let device = installation.recorded, changes.away.remove(device) != nil {
            deed.devices.append(device)
        } else if obstacle?.kind != Obstacle.alreadyInstalled(name.text).kind {
            changes.installed[name] = Place(installation)
            if let device = installation.recorded { deed.devices.append(device) }
        }
        for connection in installation.cords { connect(connection, &deed) }
    }

    private mutating func putIn(_ step: Step, _ deed: inout Deed) {
        for target in step.targets {
            guard case .object(let object) = target, let name = step.part ?? partName(object) else { continue }
            changes.parts[name] = changes.parts[name] == false ? nil : true
            if case .device(let device) = object { deed.devices.append(device) }
        }
    }

    private func partName(_ object: ObjectRef) -> Symbol? {
        if case .module = object { Symbol(inventory.name(of: object)) } else { nil }
    }

    /// What stands in the way of a device: it is there already, or its units are taken or outside the rack.
    private func obstacle(to installation: Step.Installation) -> Obstacle? {
        let name = installation.device
        let isAway = installation.recorded.map { changes.away.contains($0) } ?? false
        if changes.installed[name] != nil || slot(of: name) != nil { return .alreadyInstalled(name.text) }
        if let device = installation.recorded, !isAway, stands(device) { return .alreadyInstalled(name.text) }
        guard let rack = installation.rack, let halves = Place(installation).halves else { return nil }
        let row = inventory.racks[rack]
        let inside = row.startingUnit * 2..<(row.startingUnit + row.height) * 2
        let rackName = inventory.name(of: .rack(rack))
        if halves.lowerBound < inside.lowerBound || halves.upperBound > inside.upperBound {
            return .outsideRack(name.text, rackName, units: row.height)
        }
        guard let other = occupant(of: rack, halves, installation.face) else { return nil }
        return .unitTaken(name.text, rackName, by: other)
    }

    /// Whether a device on record is mounted: one without a place is a spare, and a planned one has not come.
    private func stands(_ device: Ref<Device>) -> Bool {
        inventory.devices[device].rack != nil && !isToCome(device)
    }

    func isToCome(_ device: Ref<Device>) -> Bool {
        ["planned", "staged", "inventory"].contains(inventory.devices[device].status?.text)
    }

    private func occupant(of rack: Ref<Rack>, _ halves: Range<Int>, _ face: RackFace?) -> String? {
        for device in plant.devices(in: rack) where !changes.away.contains(device) && stands(device) {
            let row = inventory.devices[device]
            guard let position = row.positionHalves, row.heightHalves > 0 else { continue }
            let isOpposite = face != nil && row.face != nil && face != row.face && !row.isFullDepth
            if !isOpposite, halves.overlaps(position..<position + row.heightHalves) { return inventory.name(of: .device(device)) }
        }
        let other = changes.installed.first { place in
            place.value.rack == rack && (place.value.halves?.overlaps(halves) ?? false)
        }
        return other?.key.text
    }

    mutating func replace(_ step: Step, _ deed: inout Deed) {
        guard let replacement = step.replacement else { return }
        if let part = step.part ?? moduleName(replacement.out) {
            changes.parts[part] = changes.parts[part] == nil ? true : nil
            deed.pauses = devices(meantBy: step)
            return
        }
        guard let slot = devices(meantBy: step).first else { return takeUnknown(step.id, &deed) }
        guard !changes.away.contains(slot) else { return deed.obstacles.append(.carriedAway(inventory.name(of: .device(slot)))) }
        let name = name(of: replacement.with)
        if let name, isInUse(name, besides: slot) { deed.obstacles.append(.alreadyInstalled(name.text)) }
        deed.pauses = [slot]
        let own = Symbol(inventory.name(of: .device(slot)))
        changes.standIns[slot] = name == own ? nil : name ?? "?"
        let held = inventory.devices[slot].ports.refs.flatMap { port in ends(in: .port(port)).map { ($0, Spot.port(port)) } }
        for (end, _) in held { pull(end, &deed) }
        deed.midway = self
        guard replacement.cords?.text == "same-port" else { return }
        for (end, spot) in held { plug(end, into: spot, &deed) }
    }

    private func moduleName(_ target: Step.Target) -> Symbol? {
        if case .object(let object) = target { partName(object) } else { nil }
    }

    private func name(of target: Step.Target?) -> Symbol? {
        switch target {
        case .object(let object): Symbol(inventory.name(of: object))
        case .unrecorded(_, let name, _): name
        default: nil
        }
    }

    private func isInUse(_ name: Symbol, besides slot: Ref<Device>) -> Bool {
        if changes.installed[name] != nil || self.slot(of: name) != nil { return true }
        guard case .found(let device) = inventory.device(name.text), device != slot else { return false }
        return stands(device) && !changes.away.contains(device)
    }

    mutating func configure(_ step: Step, _ deed: inout Deed) {
        for device in devices(meantBy: step) {
            deed.devices.append(device)
            if changes.away.contains(device) { deed.obstacles.append(.carriedAway(inventory.name(of: .device(device)))) }
            changes.configurations[device] = step.verb == .reset ? .wiped : .changed
        }
    }

    func isOf(_ name: Symbol, _ spot: Spot) -> Bool {
        guard case .named(let port) = spot else { return false }
        return ChangeOrder.deviceName(ofReference: port.text) == name.text
    }

    func isOfInstalled(_ spot: Spot) -> Bool { changes.installed.keys.contains { isOf($0, spot) } }
}

extension Scene.Place {
    fileprivate init(_ installation: Step.Installation) {
        rack = installation.rack
        face = installation.face
        halves = installation.positionHalves.map { $0..<$0 + (installation.heightHalves ?? 2) }
    }
}
