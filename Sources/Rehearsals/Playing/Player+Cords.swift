import ChangeOrders
import Diagnostics
import Inventories
import Plants

// MARK: - Pulling

extension Player {
    /// Takes out of the plant what a step pulls, and notes the links that go with it.
    mutating func pull(_ deed: Deed, _ index: Int, _ disturbed: inout Disturbed) {
        for (end, spot) in deed.pulls {
            unplug(end, from: spot)
            guard case .port(let port) = spot else { continue }
            loseRecorded(end, at: port, &disturbed)
            loseAdded(end, at: port, &disturbed)
            doubt(end, at: port, index, &disturbed)
        }
        for device in deed.devices { grid.concern(.device(device)) }
        for object in deed.switched { grid.concern(object) }
        for device in deed.pauses { grid.concern(.device(device)) }
        guard deed.takesUnknownGear else { return }
        let doubtful = graph.links(thatMayRunOverPortsOf: nil)
        for link in doubtful { disturb(link, at: nil, &disturbed) }
        fates.doubts[.gear(step: index)] = doubtful
    }

    private mutating func unplug(_ end: Scene.End, from spot: Scene.Spot) {
        if let row = row(of: end) { wired.unplug(row) }
        guard case .port(let port) = spot else { return }
        if inventory.ports[port].kind.isPower { return rewire(end, at: port) }
        // Power over Ethernet runs over every cord of its way.
        grid.rewire(.port(port))
        if case .recorded(let cable) = end.cord { grid.rewire(.cable(cable)) }
    }

    /// The end in the tables of `wired`; nil for a cord that no record knows.
    private func row(of end: Scene.End) -> Ref<CableEnd>? {
        wiredCable(of: end.cord).map { Ref(Int(wired.cable($0).ends.start) + end.number) }
    }

    func wiredCable(of cord: Scene.Cord) -> Ref<Cable>? {
        switch cord {
        case .recorded(let cable): cable
        case .nameless: nil
        case .brought(let number): number < broughtCables.count ? broughtCables[number] : nil
        }
    }

    /// A power cord concerns the device of the inlet in which it ends, on whichever side.
    private mutating func rewire(_ end: Scene.End, at port: Ref<Port>) {
        let spots = [Scene.Spot.port(port)] + scene.ends(of: end.cord).map { scene.spot(of: $0) }
        for case .port(let port) in spots {
            grid.rewire(.port(port))
            if inventory.ports[port].kind == .powerPort, let device = inventory.ports[port].device { grid.rewire(device) }
        }
    }

    /// The links of the record that run over an end of a cord in a port.
    private func records(over end: Scene.End, at port: Ref<Port>) -> [Ref<Link>] {
        switch end.cord {
        case .recorded(let cable):
            let there = links.links(over: .port(port))
            return links.links(over: .cable(cable)).filter { there.contains($0) }
        case .nameless: return links.links(over: .port(port))
        case .brought: return []
        }
    }

    private mutating func loseRecorded(_ end: Scene.End, at port: Ref<Port>, _ disturbed: inout Disturbed) {
        for link in records(over: end, at: port) where scene.firstSpot(of: end) == .port(port) {
            disturbed.add(.recorded(link), seenFrom: port, isCertain: true, of: self)
            _ = fates.pull(end, of: link)
        }
    }

    /// Links that the order has made and that run over the cord.
    private mutating func loseAdded(_ end: Scene.End, at port: Ref<Port>, _ disturbed: inout Disturbed) {
        guard let cable = wiredCable(of: end.cord) else { return }
        for number in added.indices where added[number].link.cables.contains(cable) && added[number].link.way.contains(port) {
            disturbed.add(.added(number), seenFrom: port, isCertain: true, of: self)
            fates.added[number] = .untouched
        }
    }

    /// What nobody has documented may run over the port: links that exist and of which nobody knows the cords.
    private mutating func doubt(_ end: Scene.End, at port: Ref<Port>, _ index: Int, _ disturbed: inout Disturbed) {
        guard !inventory.ports[port].kind.isPower, scene.firstSpot(of: end) == .port(port), !isDocumented(end, at: port) else { return }
        strangePlaces.formUnion(sites.places(of: .port(port)))
        if records(over: end, at: port).isEmpty { presume(end, at: port, index, &disturbed) }
        let device = scene.plant.isPassThrough(port) ? nil : inventory.ports[port].device
        let doubtful = graph.links(thatMayRunOverPortsOf: device)
        guard !doubtful.isEmpty else { return }
        fates.doubts[.cord(end)] = doubtful
        for link in doubtful { disturb(link, at: device, &disturbed) }
    }

    /// Whether it is wholly and freshly known what runs over a port: then nothing else can.
    private func isDocumented(_ end: Scene.End, at port: Ref<Port>) -> Bool {
        if case .brought = end.cord { return true }
        let over = records(over: end, at: port)
        if over.isEmpty, case .recorded(let cable) = end.cord { return scene.plant.exists(cable).isKnown && leadsSomewhere(cable) }
        return !over.isEmpty && over.allSatisfy { links[$0].exists.isKnown }
    }

    private func leadsSomewhere(_ cable: Ref<Cable>) -> Bool { scene.plant.ends(of: cable).allSatisfy { $0.port != nil } }

    private mutating func disturb(_ link: Ref<Link>, at device: Ref<Device>?, _ disturbed: inout Disturbed) {
        disturbed.add(.recorded(link), seenFrom: nearEnd(of: link, at: device), isCertain: false, of: self)
    }

    /// The end of a link at a device, else the first by its name: the order of the record has no say.
    func nearEnd(of link: Ref<Link>, at device: Ref<Device>?) -> Ref<Port> {
        let row = links[link]
        if let own = row.ends.first(where: { device != nil && inventory.ports[$0].device == device }) { return own }
        return row.ends.min { inventory.name(of: .port($0)) < inventory.name(of: .port($1)) } ?? row.near
    }

    /// A port into which nobody has looked is unplugged: whatever was in it goes.
    private mutating func presume(_ end: Scene.End, at port: Ref<Port>, _ index: Int, _ disturbed: inout Disturbed) {
        let link = Link(into: port, isEnd: !scene.plant.isPassThrough(port))
        let number = add(AddedLink(link: link, step: index, isPresumed: true), guest: nil, insteadOf: nil)
        fates.added[number] = .away
        disturbed.add(.added(number), seenFrom: port, isCertain: false, of: self)
    }

    private mutating func add(_ link: AddedLink, guest: ImpactGraph.Device?, insteadOf forerunner: ImpactGraph.Link?) -> Int {
        let number = added.count
        added.append(link)
        addedElements.append(graph.add(link, number: number, guest: guest, insteadOf: forerunner))
        return number
    }
}

// MARK: - Plugging

extension Player {
    /// Puts into the plant what a step plugs: links that come back, and links that it makes.
    mutating func plug(_ deed: Deed, _ index: Int) {
        var cords: [Scene.Cord] = []
        for (end, spot) in deed.plugs {
            if !cords.contains(end.cord) { cords.append(end.cord) }
            plug(end, into: spot)
            guard case .port(let port) = spot, scene.firstSpot(of: end) == spot else { continue }
            for link in records(over: end, at: port) where fates.restore(end, of: link) {
                returns[.recorded(link), default: []].append((index, true))
            }
            for number in added.indices where added[number].isPresumed && added[number].link.way == [port] {
                fates.added[number] = .perhaps
                returns[.added(number), default: []].append((index, true))
            }
            for link in fates.doubts[.cord(end)] ?? [] { returns[.recorded(link), default: []].append((index, true)) }
        }
        for cord in cords where scene.ends(of: cord).allSatisfy({ scene.spot(of: $0) != .hanging }) && !isWhole(cord) {
            makeLinks(over: cord, deed, index)
        }
    }

    /// Whether a cord is where the record has it and carries again all that it carried.
    private func isWhole(_ cord: Scene.Cord) -> Bool {
        guard case .recorded(let cable) = cord, scene.ends(of: cord).allSatisfy({ scene.spot(of: $0) == scene.firstSpot(of: $0) }) else {
            return false
        }
        let records = links.links(over: .cable(cable))
        return !records.isEmpty && !records.contains { fates.isAway($0) }
    }

    private mutating func plug(_ end: Scene.End, into spot: Scene.Spot) {
        if case .brought(let number) = end.cord, number == broughtCables.count { bring(number) }
        let row = row(of: end)
        // An end that nobody knew, or that was only planned, was never pulled.
        if let row { wired.unplug(row) }
        guard case .port(let port) = spot else {
            if let row { wired.lose(row) }
            return
        }
        if let row { wired.plug(row, into: port) }
        if inventory.ports[port].kind.isPower {
            rewire(end, at: port)
            if let cable = wiredCable(of: end.cord) { grid.plugged[cable] = false }
        } else {
            grid.rewire(.port(port))
        }
    }

    /// Lays a cord beside the plant, both ends loose.
    private mutating func bring(_ number: Int) {
        let connection = scene.brought[number]
        var cable = Cable(named: nil)
        cable.label = connection.label
        cable.type = connection.cableType
        broughtCables.append(wired.bring(cable))
    }

    /// The links over a cord that is whole again, or plugged otherwise than before.
    private mutating func makeLinks(over cord: Scene.Cord, _ deed: Deed, _ index: Int) {
        let spots = scene.ends(of: cord).map { scene.spot(of: $0) }
        guard let port = spots.lazy.compactMap({ if case .port(let port) = $0 { port } else { nil } }).first,
            !inventory.ports[port].kind.isPower
        else { return }
        guard let cable = wiredCable(of: cord) else { return makeNamelessLink(cord, at: port, index) }
        let guest = spots.lazy.compactMap { if case .named(let name) = $0 { name } else { nil } }.first
            .flatMap { ChangeOrder.deviceName(ofReference: $0.text) }.map { graph.guest(Symbol($0)) }
        for link in wired.links(through: port) where link.cables.contains(cable) && !isRecorded(link) {
            for end in link.ends { if let device = inventory.ports[end].device { grid.rewire(device) } }
            let isThere = link.ends.count == 2 || link.network != nil || guest != nil || link.end == .unknown
            guard isThere else { continue }
            if let guest { guests.insert(guest) }
            make(link, over: cord, guest: guest, index)
        }
    }

    private mutating func make(_ link: Link, over cord: Scene.Cord, guest: ImpactGraph.Device?, _ index: Int) {
        if let known = added.indices.first(where: { added[$0].link.isSame(as: link) }) {
            fates.added[known] = .perhaps
            returns[.added(known), default: []].append((index, true))
            return
        }
        let forerunner = replaced(by: link, over: cord)
        let number = add(
            AddedLink(link: link, step: index), guest: link.ends.count == 2 ? nil : guest, insteadOf: forerunner.flatMap { graph[$0] })
        fates.added[number] = .perhaps
        for old in replacedLinks(by: link, over: cord) { returns[.recorded(old), default: []].append((index, false)) }
    }

    /// The link whose part an added one takes: the first that ran over the same cord.
    private func replaced(by link: Link, over cord: Scene.Cord) -> Ref<Link>? {
        replacedLinks(by: link, over: cord).first { graph[$0] != nil }
    }

    private func replacedLinks(by link: Link, over cord: Scene.Cord) -> [Ref<Link>] {
        guard case .recorded(let cable) = cord else { return [] }
        return links.links(over: .cable(cable)).filter { old in
            fates.isAway(old) && links[old].ends.contains { link.ends.contains($0) }
        }
    }

    /// A cord that nobody can name goes to another port: it leads from there to wherever it led.
    private mutating func makeNamelessLink(_ cord: Scene.Cord, at port: Ref<Port>, _ index: Int) {
        guard case .nameless(let first) = cord, first != port else { return }
        let link = Link(into: port, isEnd: !scene.plant.isPassThrough(port))
        let number = add(AddedLink(link: link, step: index), guest: nil, insteadOf: nil)
        fates.added[number] = .perhaps
        for old in links.links(over: .port(first)) where fates.isAway(old) {
            returns[.recorded(old), default: []].append((index, false))
        }
    }

    /// Whether a link is one of the record, as it was.
    private func isRecorded(_ link: Link) -> Bool {
        guard let cable = link.cables.first else { return false }
        return links.links(over: .cable(cable)).contains { !graph.planned.contains($0) && links[$0].isSame(as: link) }
    }
}

extension Link {
    fileprivate func isSame(as other: Link) -> Bool {
        Set(ends) == Set(other.ends) && Set(cables) == Set(other.cables) && Set(way) == Set(other.way)
    }
}
