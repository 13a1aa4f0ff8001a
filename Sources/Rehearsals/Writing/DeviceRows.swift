import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension FactWriter {
    /// The row of a device.
    mutating func device(_ device: Ref<Device>) -> Ref<DeviceFact> {
        if let row = rows.devices[device] { return row }
        let row = enter(DeviceFact(), in: \.devices)
        rows.devices[device] = row
        let written = inventory.devices[device]
        var fact = DeviceFact()
        fact.name = Symbol(inventory.name(of: .device(device)))
        fact.role = written.role ?? .empty
        fact.serial = written.serial ?? .empty
        fact.assetTag = written.assetTag ?? .empty
        fact.rack = written.rack.map { rack($0) }
        fact.room = location(of: .device(device)).flatMap { room(around: $0) }.map { room($0) }
        fact.place = place(of: written)
        fact.owner = known(plant.owner(of: .device(device)))
        fact.configSaved = known(plant.isConfigurationSaved(of: device))
        fact.backupVerified = known(plant.isBackupVerified(of: device))
        fact.up = known(plant.isUp(.device(device)))
        fact.draw = known(plant.draw(of: device).map { .known($0, written.evidence.map { [$0] } ?? [], until: nil) } ?? .unknown)
        fact.passive = plant.isPassive(device)
        fact.gear = Gear.kind(of: written.role)
        fact.configurable = isConfigurable(device)
        fact.identifiers = Int64([fact.name, fact.serial, fact.assetTag, fact.place].count { !$0.isEmpty })
        facts.devices[Int(row.index)] = fact
        return row
    }

    /// Adds what only matters of a device that is worked on as a whole: its supplies and the links that end at it or run through it.
    mutating func detail(_ device: Ref<Device>) {
        let row = Int(self.device(device).index)
        guard facts.devices[row].supplies.isEmpty, facts.devices[row].links.isEmpty else { return }
        let supplies = played.supplies.supplies(of: device).map { supply($0) }
        facts.devices[row].supplies = facts.list(supplies)
        let links = played.links.links(over: .device(device)).map { link(.recorded($0)) }
        facts.devices[row].links = facts.list(links)
    }

    /// As on the rack: `U20`, or the bay of a blade.
    private func place(of device: Device) -> Symbol {
        if let parent = device.parent { return Symbol("\(inventory.name(of: .device(parent.device))):bay/\(parent.bay)") }
        guard let halves = device.positionHalves else { return .empty }
        return Symbol("U\(halves / 2)\(halves % 2 == 0 ? "" : ".5")")
    }

    /// Whether there is a configuration to lose: one is on record, or the role has one; without a role, whatever has interfaces.
    func isConfigurable(_ device: Ref<Device>) -> Bool {
        let written = inventory.devices[device]
        if written.config != nil { return true }
        guard let role = written.role else { return written.ports.refs.contains { inventory.ports[$0].kind == .interface } }
        return Gear.isConfigurable(role)
    }
}

// MARK: - Racks and rooms

extension FactWriter {
    /// The row of a rack, with who has something in it.
    mutating func rack(_ rack: Ref<Rack>) -> Ref<RackFact> {
        if let row = rows.racks[rack] { return row }
        let row = enter(RackFact(), in: \.racks)
        rows.racks[rack] = row
        var fact = RackFact()
        fact.name = Symbol(inventory.name(of: .rack(rack)))
        fact.owner = known(plant.owner(of: .rack(rack)))
        fact.room = inventory.racks[rack].location.flatMap { room(around: $0) }.map { room($0) }
        let owners = owners(in: rack)
        fact.shared = Set(owners.compactMap { foreignOrganisation(of: $0) }).count > 1
        let parties = owners.map { party($0) }
        fact.owners = facts.list(parties)
        fact.freeUnits = Int64(plant.freeUnits(in: rack).count)
        facts.racks[Int(row.index)] = fact
        return row
    }

    /// Writes what else stands in the racks that steps are in. No rule rests on it, so it ends nothing.
    mutating func writeNeighbours() {
        let goodUntil = facts.goodUntil
        let touched = Set(facts.steps.flatMap { facts[$0.racks].map(\.self) })
        for (rack, row) in rows.racks.sorted(by: { $0.key.index < $1.key.index }) where touched.contains(row) {
            for device in plant.devices(in: rack) { _ = self.device(device) }
        }
        facts.goodUntil = goodUntil
    }

    /// Whose gear stands in a rack, and whose the rack is; each once, the rack's owner first.
    func owners(in rack: Ref<Rack>) -> [Ref<Party>] {
        let all = [inventory.owner(of: .rack(rack))] + plant.devices(in: rack).map { inventory.owner(of: .device($0)) }
        var seen: Set<Ref<Party>> = []
        return all.compactMap(\.self).filter { seen.insert($0).inserted }
    }

    /// The organisation of an owner, as its neighbours see it; nil for who does the work, who is no stranger there.
    private func foreignOrganisation(of party: Ref<Party>) -> Organisation? {
        let organisation = inventory.organisation(of: party)
        return organisation == order.contractor.map { inventory.organisation(of: $0) } ? nil : organisation
    }

    /// The row of a room, with the services whose ways go through it.
    mutating func room(_ room: Ref<Location>) -> Ref<RoomFact> {
        if let row = rows.rooms[room] { return row }
        let row = enter(RoomFact(), in: \.rooms)
        rows.rooms[room] = row
        let services = inventory.services.refs.filter { ways.goes($0, through: room) }
        var fact = RoomFact()
        fact.name = Symbol(inventory.name(of: .location(room)))
        fact.site = inventory.sites[inventory.locations[room].site].name
        fact.critical = services.contains { inventory.services[$0].criticality >= .high }
        let refs = services.map { service($0) }
        fact.services = facts.list(refs)
        facts.rooms[Int(row.index)] = fact
        return row
    }

    /// The racks in a room.
    mutating func racks(in room: Ref<Location>) -> [Ref<Rack>] {
        if racksOfRoom == nil {
            var found: [Ref<Location>: [Ref<Rack>]] = [:]
            for rack in inventory.racks.refs {
                if let room = inventory.racks[rack].location.flatMap({ self.room(around: $0) }) { found[room, default: []].append(rack) }
            }
            racksOfRoom = found
        }
        return racksOfRoom?[room] ?? []
    }
}
