import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension Scene {
    /// Does what a step says, as far as it can be done.
    mutating func play(_ step: Step) -> Deed {
        var deed = Deed()
        for target in step.targets where target.isStrange(in: self) { deed.isStrange = true }
        switch step.verb {
        case .inspect, .label, .hold: break
        case .connect: for connection in step.connections { connect(connection, &deed) }
        case .disconnect: for target in step.targets { disconnect(target, &deed) }
        case .move: move(step.transfers, &deed)
        case .install: install(step, &deed)
        case .remove: for target in step.targets { remove(target, part: step.part, &deed) }
        case .replace: replace(step, &deed)
        case .powerOff: for target in step.targets { toggle(target, on: false, &deed) }
        case .powerOn: for target in step.targets { toggle(target, on: true, &deed) }
        case .restart:
            deed.pauses = devices(meantBy: step)
            for device in deed.pauses { stop(device) }
        case .configure, .reset: configure(step, &deed)
        case .other: changes.unknowns.append(step.text ?? step.id)
        }
        return deed
    }

    /// The devices on record that a step names, gear that stands in for one taken for it.
    func devices(meantBy step: Step) -> [Ref<Device>] {
        var found: [Ref<Device>] = []
        func add(_ device: Ref<Device>) { if !found.contains(device) { found.append(device) } }
        for target in step.targets {
            switch target {
            case .object(.device(let device)): add(slot(of: Symbol(inventory.name(of: .device(device)))) ?? device)
            case .object(.module(let module)): add(inventory.modules[module].device)
            case .everything(let objects, _): for case .device(let device) in objects { add(device) }
            case .unrecorded(_, let name, _): if let slot = slot(of: name) { add(slot) }
            default: break
            }
        }
        return found
    }
}

// MARK: - Cords

extension Scene {
    private mutating func disconnect(_ target: Step.Target, _ deed: inout Deed) {
        switch target {
        case .object(.port(let port)): disconnect(spot(.port(port)), &deed)
        case .unrecorded(_, let name, let near): disconnect(spot(.unrecorded(name: name, suggestions: near)), &deed)
        case .object(.cable(let cable)): disconnect(cable, &deed)
        case .object(.circuit(let circuit)):
            let sides = [inventory.circuits[circuit].a, inventory.circuits[circuit].z].compactMap(\.self)
            for side in sides where !ends(in: .port(side.port)).isEmpty || sides.count == 1 { disconnect(.port(side.port), &deed) }
        case .unknownGear: deed.takesUnknownGear = true
        default: break
        }
    }

    private mutating func disconnect(_ spot: Spot, _ deed: inout Deed) {
        let ends = ends(in: spot)
        if !ends.isEmpty { return pullAll(ends, from: spot, &deed) }
        if isAway(spot) { return deed.obstacles.append(.carriedAway(name(of: spot))) }
        if isEmptiedByOrder(spot) { return deed.obstacles.append(.alreadyUnplugged(name(of: spot))) }
        guard case .port(let port) = spot else {
            guard isOfInstalled(spot) else { return }
            return deed.obstacles.append(.alreadyUnplugged(name(of: spot)))
        }
        if plant.isKnownEmpty(port) { return deed.obstacles.append(.knownEmpty(name(of: spot))) }
        // Nobody has looked into the port: whoever unplugs it finds something there.
        pullAll([End(cord: .nameless(port), number: 0)], from: spot, &deed)
    }

    private mutating func disconnect(_ cable: Ref<Cable>, _ deed: inout Deed) {
        let plugged = ends(of: .recorded(cable)).filter { spot(of: $0) != .hanging }
        guard !plugged.isEmpty else {
            let name = inventory.name(of: .cable(cable))
            let isPlanned = plant.cable(cable).status == .planned && !changes.spots.keys.contains { $0.cord == .recorded(cable) }
            return deed.obstacles.append(isPlanned ? .onlyPlanned(name) : .alreadyUnplugged(name))
        }
        for end in plugged { pull(end, &deed) }
    }

    private mutating func pullAll(_ ends: [End], from spot: Spot, _ deed: inout Deed) {
        for end in ends { pull(end, &deed) }
    }

    private mutating func pull(_ end: End, _ deed: inout Deed) {
        deed.pulls.append((end, spot(of: end)))
        pull(end)
    }

    private mutating func plug(_ end: End, into spot: Spot, _ deed: inout Deed) {
        deed.plugs.append((end, spot))
        plug(end, into: spot)
    }

    private mutating func connect(_ connection: Step.Connection, _ deed: inout Deed) {
        let (a, b) = (spot(connection.a), spot(connection.b))
        for spot in [a, b] where isAway(spot) { return deed.obstacles.append(.carriedAway(name(of: spot))) }
        if let cable = connection.cable { return connect(cable, at: [a, b], &deed) }
        if let end = hangingEnd(between: a, b) { return plug(end, into: spot(of: end, amongst: a, b), &deed) }
        for spot in [a, b] where isFilledByOrder(spot) { return deed.obstacles.append(.filled(name(of: spot))) }
        let cord = bring(connection)
        plug(End(cord: cord, number: 0), into: a, &deed)
        plug(End(cord: cord, number: 1), into: b, &deed)
    }

    /// An end that hangs from one of two spots by its other end, and was in the other spot before: the cord that is plugged back.
    private func hangingEnd(between a: Spot, _ b: Spot) -> End? {
        for (near, far) in [(a, b), (b, a)] where far != .unknown {
            let candidates =
                near == .unknown
                ? lastSpots.keys.filter { lastSpots[$0] == far && partners(of: $0).allSatisfy { spot(of: $0) == .unknown } }
                : ends(in: near).flatMap { partners(of: $0) }
            if let end = candidates.first(where: { spot(of: $0) == .hanging && (near == .unknown || isFree(far)) }) { return end }
        }
        return nil
    }

    private func isFree(_ spot: Spot) -> Bool { ends(in: spot).isEmpty }

    /// Of two spots the one to which a hanging end goes: the one in which its cord is not plugged yet.
    private func spot(of end: End, amongst a: Spot, _ b: Spot) -> Spot {
        if a == .unknown { return b }
        if b == .unknown { return a }
        return partners(of: end).contains { spot(of: $0) == a } ? b : a
    }

    /// Plugs a cable of the record; ends that are there already stay.
    private mutating func connect(_ cable: Ref<Cable>, at spots: [Spot], _ deed: inout Deed) {
        let all = ends(of: .recorded(cable))
        var wanted = spots.filter { $0 != .unknown }
        for end in all { wanted.removeAll { $0 == spot(of: end) } }
        let name = inventory.name(of: .cable(cable))
        guard !wanted.isEmpty else { return deed.obstacles.append(.pluggedAlready(name)) }
        for goal in wanted {
            let free = all.filter { spot(of: $0) == .hanging }
            guard
                let end = free.first(where: { lastSpots[$0] == goal || firstSpot(of: $0) == goal }) ?? free.first
                    ?? all.first(where: { spot(of: $0) == .unknown })
            else { return deed.obstacles.append(.pluggedElsewhere(name, at: all.map { self.name(of: spot(of: $0)) })) }
            if isFilledByOrder(goal) { return deed.obstacles.append(.filled(self.name(of: goal))) }
            plug(end, into: goal, &deed)
        }
    }

    /// All cords leave their ports before the first is plugged, so that two can change places.
    private mutating func move(_ transfers: [Step.Transfer], _ deed: inout Deed) {
        var moving: [(ends: [End], to: Spot)] = []
        for transfer in transfers {
            let (from, to) = (spot(transfer.from), spot(transfer.to))
            if let gone = [from, to].first(where: { isAway($0) }) {
                deed.obstacles.append(.carriedAway(name(of: gone)))
                continue
            }
            let ends = ends(toMove: transfer, from)
            guard !ends.isEmpty else {
                deed.obstacles.append(.noCord(name(of: from)))
                continue
            }
            for end in ends where spot(of: end) != .hanging { pull(end, &deed) }
            moving.append((ends, to))
        }
        deed.midway = self
        for (ends, to) in moving {
            if isFilledByOrder(to) { deed.obstacles.append(.filled(name(of: to))) }
            for end in ends { plug(end, into: to, &deed) }
        }
    }

    private func ends(toMove transfer: Step.Transfer, _ from: Spot) -> [End] {
        let there = from == .unknown ? [] : ends(in: from)
        guard let cable = transfer.cable else {
            guard there.isEmpty, case .port(let port) = from, !isEmptiedByOrder(from), !plant.isKnownEmpty(port) else { return there }
            return [End(cord: .nameless(port), number: 0)]
        }
        let own = there.filter { $0.cord == .recorded(cable) }
        if !own.isEmpty || from != .unknown { return own.isEmpty ? there : own }
        let all = ends(of: .recorded(cable))
        return (all.first { spot(of: $0) == .hanging } ?? all.first { spot(of: $0) == .unknown }).map { [$0] } ?? []
    }
}

// MARK: - Devices

extension Scene {
    private mutating func remove(_ target: Step.Target, part: Symbol?, _ deed: inout Deed) {
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
            guard changes.installed.removeValue(forKey: name) != nil else {
                deed.takesUnknownGear = true
                return
            }
            for spot in Set(changes.spots.values) where isOf(name, spot) { pullAll(ends(in: spot), from: spot, &deed) }
        case .unknownGear:
            deed.takesUnknownGear = true
            changes.unknowns.append("?")
        default: break
        }
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

    private mutating func install(_ step: Step, _ deed: inout Deed) {
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

    private func isToCome(_ device: Ref<Device>) -> Bool {
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

    private mutating func replace(_ step: Step, _ deed: inout Deed) {
        guard let replacement = step.replacement else { return }
        if let part = step.part ?? moduleName(replacement.out) {
            changes.parts[part] = changes.parts[part] == nil ? true : nil
            deed.pauses = devices(meantBy: step)
            return
        }
        guard let slot = devices(meantBy: step).first else {
            deed.takesUnknownGear = true
            return
        }
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

    private mutating func configure(_ step: Step, _ deed: inout Deed) {
        for device in devices(meantBy: step) {
            deed.devices.append(device)
            if changes.away.contains(device) { deed.obstacles.append(.carriedAway(inventory.name(of: .device(device)))) }
            changes.configurations[device] = step.verb == .reset ? .wiped : .changed
        }
    }

    /// A running configuration that nobody saved ends with the device's power.
    private mutating func stop(_ device: Ref<Device>) {
        guard inventory.devices[device].config?.isSaved == false, changes.configurations[device] == nil else { return }
        changes.configurations[device] = .unsavedLost
    }

    private mutating func toggle(_ target: Step.Target, on isOn: Bool, _ deed: inout Deed) {
        switch target {
        case .object(let object): toggle(object, on: isOn, isOne: true, &deed)
        case .everything(let objects, _): for object in objects { toggle(object, on: isOn, isOne: false, &deed) }
        case .unrecorded(_, let name, _):
            if let slot = slot(of: name) { return toggle(.device(slot), on: isOn, isOne: true, &deed) }
            deed.takesUnknownGear = !isOn && changes.installed[name] == nil
        case .unknownGear: deed.takesUnknownGear = !isOn
        default: break
        }
    }

    private mutating func toggle(_ object: ObjectRef, on isOn: Bool, isOne: Bool, _ deed: inout Deed) {
        if case .device(let device) = object, changes.away.contains(device) {
            if isOne { deed.obstacles.append(.carriedAway(inventory.name(of: object))) }
            return
        }
        if isKnown(object, toBe: isOn), isOne {
            deed.obstacles.append(isOn ? .isOn(inventory.name(of: object)) : .isOff(inventory.name(of: object)))
        }
        changes.switches[object] = isOn == firstSwitch(object) ? nil : isOn
        guard case .device(let device) = object else { return deed.switched.append(object) }
        deed.devices.append(device)
        if !isOn { stop(device) }
    }

    /// How something was switched before the order; nil where that is not known.
    private func firstSwitch(_ object: ObjectRef) -> Bool? {
        if case .device(let device) = object, changes.installed[Symbol(inventory.name(of: object))] != nil || isToCome(device) {
            return nil
        }
        let isUp = inventory.states.rows.isEmpty ? .unknown : plant.isUp(object)
        if isUp.isKnown { return isUp.value }
        return isUp.value == nil && !isUp.isConflicting ? true : nil
    }

    private func isKnown(_ object: ObjectRef, toBe isOn: Bool) -> Bool {
        (changes.switches[object] ?? firstSwitch(object)) == isOn
    }

    private func isOf(_ name: Symbol, _ spot: Spot) -> Bool {
        guard case .named(let port) = spot else { return false }
        return ChangeOrder.deviceName(ofReference: port.text) == name.text
    }

    private func isOfInstalled(_ spot: Spot) -> Bool { changes.installed.keys.contains { isOf($0, spot) } }
}

extension Scene.Place {
    fileprivate init(_ installation: Step.Installation) {
        rack = installation.rack
        face = installation.face
        halves = installation.positionHalves.map { $0..<$0 + (installation.heightHalves ?? 2) }
    }
}

extension Step.Target {
    /// Whether nobody on record says what it is.
    fileprivate func isStrange(in scene: Scene) -> Bool {
        switch self {
        case .unknownGear: true
        case .unrecorded(_, let name, _):
            scene.slot(of: name) == nil
                && !scene.changes.installed.keys.contains { $0 == name || ChangeOrder.deviceName(ofReference: name.text) == $0.text }
        default: false
        }
    }
}
