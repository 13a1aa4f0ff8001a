package import ChangeOrders
package import Diagnostics
package import Inventories
package import Plants

/// Ports into which a cord can go without displacing anybody, best first: the one ranking behind the alternatives of the facts, the
/// ports that a first order proposes, and those that a picture offers.
package struct FreePorts {
    private let inventory: Inventory
    private let plant: Plant
    private var emptyPorts: EmptyPorts
    private var racksOfRoom: [Ref<Location>: [Ref<Rack>]]?
    /// More than a job of some cords needs helps nobody to choose.
    static let offered = 12
    /// Of one device.
    private static let offeredOfDevice = 4

    /// The ports of a plant, looked up when they are first asked for.
    package init(_ plant: Plant) {
        self.plant = plant
        inventory = plant.inventory
        emptyPorts = EmptyPorts(plant)
    }

    /// A free port, and why it would do.
    package struct Offer: Sendable {
        package let port: Ref<Port>
        package let why: Phrase
    }

    /// A port that somebody wants to plug into, and for what.
    struct Wanted {
        var port: Ref<Port>
        var needsPoE: Bool
    }

    /// How near a free port is to the one that is wanted.
    private enum Nearness: CaseIterable {
        case device, rack, room
    }

    /// Free ports that would do instead of one that is wanted: on its device, then in its rack, then in its room.
    mutating func offers(insteadOf wanted: Wanted, isTaken: (Ref<Port>) -> Bool) -> [Offer] {
        guard let device = inventory.ports[wanted.port].device else { return [] }
        var found: [Offer] = []
        var seen: Set<Ref<Device>> = []
        for nearness in Nearness.allCases where found.count < Self.offered {
            let devices = devices(nearness, to: device).filter { seen.insert($0).inserted }
            var offers: [Ref<Device>: Int] = [:]
            for port in ranked(devices, for: wanted) where port != wanted.port && !isTaken(port) {
                guard let holder = inventory.ports[port].device, offers[holder, default: 0] < Self.offeredOfDevice else { continue }
                offers[holder, default: 0] += 1
                found.append(Offer(port: port, why: why(port, nearness, to: device, for: wanted)))
            }
        }
        return found
    }

    /// Free ports at the places of what is needed, as many as are needed, each once.
    ///
    /// - Parameter taken: ports that are used otherwise.
    package mutating func ports(for needs: [ChangeOrder.Need], besides taken: Set<Ref<Port>> = []) -> [Ref<Port>] {
        var found: [Ref<Port>] = []
        for need in needs where need.resource == .ports || need.resource == .poe {
            let devices = need.at.map { inventory.devices(in: $0) } ?? Array(inventory.devices.refs)
            guard let first = firstPort(for: need.resource, of: devices) else { continue }
            let wanted = Wanted(port: first, needsPoE: need.resource == .poe)
            let free = ranked(devices, for: wanted).filter { port in
                !taken.contains(port) && !found.contains(port) && (need.resource == .ports || inventory.givesPoE(port))
            }
            found += free.prefix(need.count)
        }
        return found
    }

    /// The port like which one is needed: of a panel where there is one, else of what forwards; for power over Ethernet one that gives it.
    func firstPort(for resource: ChangeOrder.Need.Resource, of devices: [Ref<Device>]) -> Ref<Port>? {
        let ports = devices.lazy.flatMap { inventory.devices[$0].ports.refs.map(\.self) }
        switch resource {
        case .outlets: return ports.first { inventory.ports[$0].kind == .powerOutlet }
        case .poe: return ports.first { inventory.givesPoE($0) }
        default: return ports.first { inventory.ports[$0].kind == .frontPort } ?? ports.first { inventory.isAccess($0) }
        }
    }

    // MARK: - Rank

    /// The empty ports of devices that would do, best first; then in the order of the record.
    private mutating func ranked(_ devices: [Ref<Device>], for wanted: Wanted) -> [Ref<Port>] {
        var ranked: [(rank: Int, port: Ref<Port>)] = []
        for port in devices.flatMap({ emptyPorts.ports(of: $0) }) {
            if let rank = rank(of: port, for: wanted) { ranked.append((rank, port)) }
        }
        return ranked.sorted { ($0.rank, $0.port.index) < ($1.rank, $1.port.index) }.map(\.port)
    }

    /// 0 for a port of the same kind and form, more for one that is less like it; nil for one that would not do.
    private func rank(of port: Ref<Port>, for wanted: Wanted) -> Int? {
        let (row, want) = (inventory.ports[port], inventory.ports[wanted.port])
        guard inventory.form(of: port) != PlugForm.none else { return nil }
        if let one = inventory.form(of: port), let other = inventory.form(of: wanted.port), one != other { return nil }
        let isData = [.frontPort, .interface].contains(want.kind)
        if isData {
            guard row.kind == .frontPort || inventory.isAccess(port) else { return nil }
            if wanted.needsPoE, row.kind == .interface, !inventory.givesPoE(port) { return nil }
        } else {
            guard row.kind == want.kind else { return nil }
        }
        let givesWhatIsWanted = !wanted.needsPoE || inventory.givesPoE(port)
        let isForPeople = row.kind == .frontPort || row.device.map { isSwitch($0) } ?? false
        return (row.kind == want.kind ? 0 : 2) + (row.type == want.type ? 0 : 1) + (givesWhatIsWanted ? 0 : 1) + (isForPeople ? 0 : 4)
    }

    /// A free port of a router or a firewall is rarely meant for what people plug in.
    private func isSwitch(_ device: Ref<Device>) -> Bool {
        inventory.devices[device].role?.text.lowercased().hasSuffix("switch") ?? false
    }

    // MARK: - Places

    private mutating func devices(_ nearness: Nearness, to device: Ref<Device>) -> [Ref<Device>] {
        switch nearness {
        case .device: [device]
        case .rack: inventory.devices[device].rack.map { plant.devices(in: $0) } ?? []
        case .room: room(of: device).map { racks(in: $0).flatMap { plant.devices(in: $0) } } ?? []
        }
    }

    private func room(of device: Ref<Device>) -> Ref<Location>? {
        let row = inventory.devices[device]
        return (row.rack.flatMap { inventory.racks[$0].location } ?? row.location).flatMap { room(around: $0) }
    }

    private func room(around location: Ref<Location>) -> Ref<Location>? {
        inventory.ancestors(of: location).first { inventory.locations[$0].isRoom }
    }

    private mutating func racks(in room: Ref<Location>) -> [Ref<Rack>] {
        if let known = racksOfRoom { return known[room] ?? [] }
        var found: [Ref<Location>: [Ref<Rack>]] = [:]
        for rack in inventory.racks.refs {
            if let room = inventory.racks[rack].location.flatMap({ self.room(around: $0) }) { found[room, default: []].append(rack) }
        }
        racksOfRoom = found
        return found[room] ?? []
    }

    private func why(_ port: Ref<Port>, _ nearness: Nearness, to device: Ref<Device>, for wanted: Wanted) -> Phrase {
        let poe = wanted.needsPoE && inventory.givesPoE(port)
        switch nearness {
        case .device: return .freeOnSameDevice(inventory.name(of: .device(device)), poe: poe)
        case .rack: return .freeInSameRack(inventory.devices[device].rack.map { inventory.name(of: .rack($0)) } ?? "", poe: poe)
        case .room: return .freeInSameRoom(room(of: device).map { inventory.name(of: .location($0)) } ?? "", poe: poe)
        }
    }
}

// MARK: - What ports are good for

extension Inventory {
    /// What can be plugged into a port; nil when the record does not say.
    func form(of port: Ref<Port>) -> PlugForm? { PlugForm.form(ports[port].kind, ports[port].type) }

    func poeMode(of port: Ref<Port>) -> String? { ports[port].detail.flatMap { portDetails[$0].poeMode?.text } }

    /// A port that gives power over Ethernet.
    func givesPoE(_ port: Ref<Port>) -> Bool { poeMode(of: port) == "pse" }

    /// A port of a switch or the like into which people plug things.
    func isAccess(_ port: Ref<Port>) -> Bool {
        let row = ports[port]
        guard row.kind == .interface, let device = row.device, forwarding(of: device) == .forwards else { return false }
        if let detail = row.detail, portDetails[detail].isManagementOnly || portDetails[detail].isEnabled == false { return false }
        return form(of: port) != PlugForm.none
    }
}

extension Phrase {
    private static func withPower(_ phrase: Phrase, _ poe: Bool) -> Phrase {
        poe ? Phrase(en: "\(phrase.en), with power over Ethernet", ru: "\(phrase.ru), с PoE") : phrase
    }

    fileprivate static func freeOnSameDevice(_ device: String, poe: Bool) -> Phrase {
        withPower(Phrase(en: "known to be empty, also on \(device)", ru: "точно свободен, тоже на \(device)"), poe)
    }

    fileprivate static func freeInSameRack(_ rack: String, poe: Bool) -> Phrase {
        withPower(Phrase(en: "known to be empty, in the same rack \(rack)", ru: "точно свободен, в той же стойке \(rack)"), poe)
    }

    fileprivate static func freeInSameRoom(_ room: String, poe: Bool) -> Phrase {
        withPower(Phrase(en: "known to be empty, in the same room \(room)", ru: "точно свободен, в том же помещении \(room)"), poe)
    }
}
