import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension FactWriter {
    /// How many free ports are offered: more than a job of some cords needs helps nobody to choose.
    private static let offered = 12
    /// Of one device.
    private static let offeredOfDevice = 4

    /// Free ports that would do instead of those that the order wants and cannot have for sure, best first.
    mutating func writeAlternatives() {
        let use = PortUse(of: played, in: order)
        var found: [(port: Ref<Port>, why: Phrase)] = []
        for wanted in wantedPorts() {
            for alternative in alternatives(to: wanted, use) where !found.contains(where: { $0.port == alternative.port }) {
                found.append(alternative)
            }
            if found.count >= Self.offered { break }
        }
        let rows = found.prefix(Self.offered).map { alternative -> Ref<AlternativeFact> in
            var fact = AlternativeFact()
            fact.port = port(alternative.port)
            fact.why = Symbol(alternative.why.en)
            fact.whyRussian = Symbol(alternative.why.ru)
            return enter(fact, in: \.alternatives)
        }
        facts.order.alternatives = facts.list(rows)
    }

    /// A port that somebody wants to plug into, and for what.
    private struct Wanted {
        var port: Ref<Port>
        var needsPoE: Bool
    }

    /// Ports that steps plug into and that are not known to be empty, ports that they empty of what nobody can name, and a port of each
    /// place that has too few.
    private mutating func wantedPorts() -> [Wanted] {
        var wanted: [Wanted] = []
        func add(_ port: Ref<Port>, needsPoE: Bool) {
            if !wanted.contains(where: { $0.port == port }) { wanted.append(Wanted(port: port, needsPoE: needsPoE)) }
        }
        for (index, step) in played.steps.enumerated() {
            for taken in step.takesPorts where !plant.isKnownEmpty(taken.port) {
                add(taken.port, needsPoE: needsPoE(taken.port, by: index))
            }
            for disturbance in step.disturbs where !disturbance.isAlreadyDown && !disturbance.comesBackToSamePorts {
                let far = written(disturbance.link).farEnd(from: disturbance.port)
                if far.value == nil { add(disturbance.port, needsPoE: needsPoE(disturbance.port, by: index)) }
            }
        }
        for wish in order.wishes {
            let asksForPoE = wish.needs.contains { $0.resource == .poe }
            for need in wish.needs where [.ports, .poe, .outlets].contains(need.resource) {
                let isShort = facts.demands.contains {
                    $0.short > 0 && $0.wish.map { order.wishes[Int($0.index)].id } == wish.id && $0.resource.text == need.resource.rawValue
                }
                guard isShort, let port = need.at.flatMap({ firstPort(of: need.resource, in: $0) }) else { continue }
                add(port, needsPoE: asksForPoE)
            }
        }
        return wanted
    }

    private func firstPort(of resource: ChangeOrder.Need.Resource, in selector: Selector) -> Ref<Port>? {
        let ports = inventory.devices(in: selector).lazy.flatMap { inventory.devices[$0].ports.refs.map(\.self) }
        switch resource {
        case .outlets: return ports.first { inventory.ports[$0].kind == .powerOutlet }
        default: return ports.first { inventory.ports[$0].kind == .frontPort } ?? ports.first { isAccess($0) }
        }
    }

    /// The other end of the cord that a step plugs in there takes power, or a wish that the step serves asks for it.
    private func needsPoE(_ port: Ref<Port>, by step: Int) -> Bool {
        let taker = played.steps[step].connections.contains { connection in
            let ends = [connection.a, connection.b]
            guard ends.contains(.port(port)) else { return false }
            return ends.contains { if case .port(let other) = $0 { poeMode(of: other) == "pd" } else { false } }
        }
        let wishes = order.wishes.filter { order.steps[step].wishes.contains($0.id) }
        return taker || wishes.contains { $0.needs.contains { $0.resource == .poe } }
    }
}

// MARK: - One port

extension FactWriter {
    /// How near a free port is to the one that is wanted.
    private enum Nearness: CaseIterable {
        case device, rack, room
    }

    private mutating func alternatives(to wanted: Wanted, _ use: PortUse) -> [(port: Ref<Port>, why: Phrase)] {
        guard let device = inventory.ports[wanted.port].device else { return [] }
        var found: [(port: Ref<Port>, why: Phrase)] = []
        var seen: Set<Ref<Device>> = []
        for nearness in Nearness.allCases where found.count < Self.offered {
            let devices = devices(nearness, to: device).filter { seen.insert($0).inserted }
            var ranked: [(rank: Int, port: Ref<Port>)] = []
            for port in devices.flatMap({ emptyPorts.ports(of: $0) }) {
                guard !use.isTaken(port), let rank = rank(of: port, for: wanted) else { continue }
                ranked.append((rank, port))
            }
            ranked.sort { ($0.rank, $0.port.index) < ($1.rank, $1.port.index) }
            var offers: [Ref<Device>: Int] = [:]
            for (_, port) in ranked {
                guard let holder = inventory.ports[port].device, offers[holder, default: 0] < Self.offeredOfDevice else { continue }
                offers[holder, default: 0] += 1
                found.append((port, why(port, nearness, to: device, for: wanted)))
            }
        }
        return found
    }

    private mutating func devices(_ nearness: Nearness, to device: Ref<Device>) -> [Ref<Device>] {
        switch nearness {
        case .device: return [device]
        case .rack: return inventory.devices[device].rack.map { plant.devices(in: $0) } ?? []
        case .room:
            guard let room = location(of: .device(device)).flatMap({ room(around: $0) }) else { return [] }
            return racks(in: room).flatMap { plant.devices(in: $0) }
        }
    }

    /// 0 for a port of the same kind and form, more for one that is less like it; nil for one that would not do.
    private func rank(of port: Ref<Port>, for wanted: Wanted) -> Int? {
        let (row, want) = (inventory.ports[port], inventory.ports[wanted.port])
        guard port != wanted.port, form(of: port) != PlugForm.none else { return nil }
        if let one = form(of: port), let other = form(of: wanted.port), one != other { return nil }
        let isData = [.frontPort, .interface].contains(want.kind)
        if isData {
            guard row.kind == .frontPort || isAccess(port) else { return nil }
            if wanted.needsPoE, row.kind == .interface, !givesPoE(port) { return nil }
        } else {
            guard row.kind == want.kind else { return nil }
        }
        let givesWhatIsWanted = !wanted.needsPoE || givesPoE(port)
        let isForPeople = row.kind == .frontPort || row.device.map { isSwitch($0) } ?? false
        return (row.kind == want.kind ? 0 : 2) + (row.type == want.type ? 0 : 1) + (givesWhatIsWanted ? 0 : 1) + (isForPeople ? 0 : 4)
    }

    /// A free port of a router or a firewall is rarely meant for what people plug in.
    private func isSwitch(_ device: Ref<Device>) -> Bool {
        inventory.devices[device].role?.text.lowercased().hasSuffix("switch") ?? false
    }

    private func why(_ port: Ref<Port>, _ nearness: Nearness, to device: Ref<Device>, for wanted: Wanted) -> Phrase {
        let poe = wanted.needsPoE && givesPoE(port)
        switch nearness {
        case .device: return .freeOnSameDevice(label(of: .device(device)), poe: poe)
        case .rack: return .freeInSameRack(inventory.devices[device].rack.map { label(of: .rack($0)) } ?? .empty, poe: poe)
        case .room:
            let room = location(of: .device(device)).flatMap { self.room(around: $0) }
            return .freeInSameRoom(room.map { label(of: .location($0)) } ?? .empty, poe: poe)
        }
    }
}

extension Phrase {
    private static func withPower(_ phrase: Phrase, _ poe: Bool) -> Phrase {
        poe ? Phrase(en: "\(phrase.en), with power over Ethernet", ru: "\(phrase.ru), с PoE") : phrase
    }

    fileprivate static func freeOnSameDevice(_ device: Symbol, poe: Bool) -> Phrase {
        withPower(Phrase(en: "known to be empty, also on \(device)", ru: "точно свободен, тоже на \(device)"), poe)
    }

    fileprivate static func freeInSameRack(_ rack: Symbol, poe: Bool) -> Phrase {
        withPower(Phrase(en: "known to be empty, in the same rack \(rack)", ru: "точно свободен, в той же стойке \(rack)"), poe)
    }

    fileprivate static func freeInSameRoom(_ room: Symbol, poe: Bool) -> Phrase {
        withPower(Phrase(en: "known to be empty, in the same room \(room)", ru: "точно свободен, в том же помещении \(room)"), poe)
    }
}
