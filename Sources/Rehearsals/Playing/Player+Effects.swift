import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension Effects {
    /// Whether the possible effects of a verb count.
    func isOn(_ verb: Verb) -> Bool { possible[verb]?.isEmpty == false }
}

extension Player {
    /// Devices that a step's possible effects may stop (the third column of formats.md's table), until somebody has seen them run.
    func doubtedDevices(_ step: Step) -> [Ref<Device>] {
        guard effects.isOn(step.verb) else { return [] }
        switch step.verb {
        case .configure, .restart, .replace, .powerOff: return scene.devices(meantBy: step)
        case .install: return step.installation?.rack.map { scene.plant.devices(in: $0) } ?? []
        case .connect: return step.connections.flatMap { [$0.a, $0.b] }.compactMap { scene.device(at: scene.spot($0)) }
        case .other: return places(of: step).flatMap { devices(in: $0) }
        case .inspect, .label, .hold, .disconnect, .move, .remove, .powerOn, .reset: return []
        }
    }

    /// What a step does besides pulling and plugging: configurations that go, devices that may not come back, cords that a hand shakes.
    mutating func shake(_ step: Step, _ deed: Deed, _ disturbed: inout Disturbed) {
        for device in doubtedDevices(step) where fates.devices[device] != .away { fates.devices[device] = .perhaps }
        switch step.verb {
        case .reset: for device in scene.devices(meantBy: step) { fates.devices[device] = .away }
        case .configure:
            for device in scene.devices(meantBy: step) where fates.devices[device] == .away { fates.devices[device] = .perhaps }
        case .remove where step.part != nil: for device in deed.devices { fates.devices[device] = .perhaps }
        case .inspect, .label, .hold, .other: if effects.isOn(step.verb) { shakeCords(at: places(of: step), &disturbed) }
        default: break
        }
    }

    private mutating func shakeCords(at places: [ObjectRef], _ disturbed: inout Disturbed) {
        for place in places {
            for link in links.links(over: place) where !graph.planned.contains(link) {
                disturbed.shaken.insert(link)
                disturbed.add(.recorded(link), seenFrom: nearEnd(of: link, at: nil), isCertain: false, of: self)
            }
        }
    }

    private func places(of step: Step) -> [ObjectRef] {
        step.targets.flatMap { target -> [ObjectRef] in
            switch target {
            case .object(let object): [object]
            case .unit(let rack, _): [.rack(rack)]
            case .everything(let objects, _): objects
            case .unrecorded, .unknownGear, .words: []
            }
        }
    }

    private func devices(in place: ObjectRef) -> [Ref<Device>] {
        switch place {
        case .rack(let rack): scene.plant.devices(in: rack)
        case .device(let device): [device]
        default: []
        }
    }
}

// MARK: - What is seen

extension Player {
    /// What a step's `verify` shows, and what a reading of a hold or a later `verify` shows by the object that it names.
    mutating func verify(_ step: Step, _ deed: Deed, _ index: Int) {
        if step.verify != nil {
            let cords = Set(deed.plugs.map(\.end.cord))
            see(links: links(back: index), added: added.indices.filter { added[$0].step == index && !added[$0].isPresumed }, cords: cords)
            for device in scene.devices(meantBy: step) + deed.devices where fates.devices[device] == .perhaps {
                fates.devices[device] = nil
            }
        }
        if let object = step.verify?.object { see(object) }
        if let object = step.hold?.object { see(object) }
    }

    private func links(back step: Int) -> [Ref<Link>] {
        fates.unseen.filter { link in returns[.recorded(link)]?.contains { $0.step == step } ?? false }
    }

    private mutating func see(links seen: some Sequence<Ref<Link>>, added numbers: [Int], cords: Set<Scene.Cord>) {
        for link in Array(seen) { fates.see(link) }
        for number in numbers where fates.added[number] == .perhaps { fates.added[number] = .there }
        for cord in cords {
            if let cable = wiredCable(of: cord) { grid.plugged[cable] = true }
            for end in scene.ends(of: cord) where scene.spot(of: end) == scene.firstSpot(of: end) { fates.doubts[.cord(end)] = nil }
        }
    }

    /// A reading of one object shows what runs over it.
    private mutating func see(_ object: ObjectRef) {
        let back = fates.unseen.filter { isOn(object, links[$0]) }
        let numbers = added.indices.filter { isOn(object, added[$0].link) }
        let cords = fates.doubts.keys.compactMap { cause -> Scene.Cord? in
            guard case .cord(let end) = cause, case .port(let port) = scene.firstSpot(of: end) else { return nil }
            return isAt(object, port) ? end.cord : nil
        }
        let plugs = deeds.flatMap(\.plugs).filter { _, spot in
            if case .port(let port) = spot { isAt(object, port) } else { false }
        }.map(\.end.cord)
        see(links: back, added: numbers, cords: Set(cords + plugs))
        if case .device(let device) = object, fates.devices[device] == .perhaps { fates.devices[device] = nil }
    }

    private func isOn(_ object: ObjectRef, _ link: Link) -> Bool {
        if case .cable(let cable) = object { return link.cables.contains(cable) }
        return link.way.contains { isAt(object, $0) }
    }

    private func isAt(_ object: ObjectRef, _ port: Ref<Port>) -> Bool {
        switch object {
        case .port(let other): port == other
        case .device(let device): inventory.ports[port].device == device
        case .circuit(let circuit): inventory.ports[port].holder == .circuit(circuit)
        case .cable(let cable): scene.plant.ends(of: cable).contains { $0.port == port }
        default: false
        }
    }

    /// Notes that links are back whose devices live again.
    mutating func noteReturns(
        from midway: [Ref<Device>: Touches.Fate], to after: [Ref<Device>: Touches.Fate], _ disturbed: Disturbed, _ index: Int
    ) {
        let before = deviceFates
        let back = Set(before.keys).union(midway.keys).filter { device in
            [before[device], midway[device]].contains { $0 == .away || $0 == .perhaps } && after[device] != .away
                && (after[device] != .perhaps || midway[device] == .away || before[device] == .away)
        }
        for device in back {
            for link in links.links(over: .device(device)) where !fates.isAway(link) && !graph.planned.contains(link) {
                returns[.recorded(link), default: []].append((index, true))
            }
        }
        for link in disturbed.shaken { returns[.recorded(link), default: []].append((index, true)) }
    }
}
