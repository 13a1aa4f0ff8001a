import Diagnostics
package import Inventories
import Times

/// What is known of objects besides their connections: owner, existence, configuration, condition.
extension Plant {
    /// The party that administers an object, by the evidence of whatever names it.
    ///
    /// Owners of sites, locations and racks are declarations of the client, not observations, and do not expire. What a device, port or
    /// cable inherits is as good as its source.
    package func owner(of object: ObjectRef) -> Knowledge<Ref<Party>> {
        guard let owner = inventory.owner(of: object) else { return .unknown }
        guard let evidence = ownEvidence(of: object, for: owner) else { return .known(owner, [], until: nil) }
        guard let evidence = evidence.evidence else { return .expired(owner, []) }
        guard let until = end(of: .identity, evidence) else { return .expired(owner, [evidence]) }
        return .known(owner, [evidence], until: until)
    }

    /// The evidence of the record that itself names the owner; nil when the owner comes from a place.
    private func ownEvidence(of object: ObjectRef, for owner: Ref<Party>) -> (evidence: Ref<Evidence>?, Void)? {
        switch object {
        case .device(let device):
            let row = inventory.devices[device]
            return row.owner == owner && placeOwner(of: row) != owner ? (row.evidence, ()) : nil
        case .port(let port):
            return ports[Int(port.index)].device.flatMap { ownEvidence(of: .device($0), for: owner) }
        case .module(let module): return ownEvidence(of: .device(inventory.modules[module].device), for: owner)
        case .cable(let cable):
            let row = cables[Int(cable.index)]
            return row.owner == owner ? (row.evidence, ()) : nil
        case .site, .location, .rack, .circuit, .service, .powerPanel: return nil
        }
    }

    private func placeOwner(of device: Device) -> Ref<Party>? {
        if let rack = device.rack { return inventory.owner(of: .rack(rack)) }
        if let location = device.location { return inventory.owner(of: .location(location)) }
        return device.site.flatMap { inventory.owner(of: .site($0)) }
    }

    /// Whether a cable is there: planned ones are not, and where a port of it is fresh known to be empty the record contradicts itself.
    package func exists(_ cable: Ref<Cable>) -> Knowledge<Bool> {
        let row = cables[Int(cable.index)]
        let evidence = row.evidence.map { [$0] } ?? []
        let isThere = row.status != .planned
        let plugged = (Int(row.ends.start)..<Int(row.ends.start + row.ends.count)).compactMap { ends[$0].port }
        if isThere, plugged.contains(where: { isContested($0) || occupancy(of: $0).isConflicting }) {
            return .conflicting([true, false], evidence)
        }
        guard let until = end(of: .identity, row.evidence) else { return .expired(isThere, evidence) }
        return .known(isThere, evidence, until: until)
    }

    /// Whether the record has several cables in a port that lead to different places.
    package func isContested(_ port: Ref<Port>) -> Bool {
        cables(of: livePlugs(in: port.index)).count > 1
    }

    /// Whether the running configuration is saved.
    package func isConfigurationSaved(of device: Ref<Device>) -> Knowledge<Bool> {
        guard let config = inventory.devices[device].config, let isSaved = config.isSaved else { return .unknown }
        let evidence = config.evidence.map { [$0] } ?? []
        guard let until = end(of: .state, config.evidence) else { return .expired(isSaved, evidence) }
        return .known(isSaved, evidence, until: until)
    }

    /// Whether somebody verified a backup of the configuration; a date alone is not verified (formats.md).
    ///
    /// A backup stays what it is, so this does not expire; one from after `now` is not there yet.
    package func isBackupVerified(of device: Ref<Device>) -> Knowledge<Bool> {
        guard let config = inventory.devices[device].config, let backup = config.backup else { return .unknown }
        let isTaken = backup.taken.map { $0 <= now + .days(1) } ?? false
        return .known(isTaken && backup.verified != nil, config.evidence.map { [$0] } ?? [], until: nil)
    }

    /// Whether something is out at present, by what is written under `state`; unknown where nothing is written.
    package func isUp(_ object: ObjectRef) -> Knowledge<Bool> {
        var answer = Knowledge<Bool>.unknown
        for state in inventory.states.rows where isCurrent(state) && inventory.selects(state.what, object) {
            let isUp = state.condition.text == "up"
            let evidence = state.evidence.map { [$0] } ?? []
            let found: Knowledge<Bool>
            if let until = end(of: .state, state.evidence) {
                found = .known(isUp, evidence, until: state.until.map { min($0, until) } ?? until)
            } else {
                found = .expired(isUp, evidence)
            }
            answer = Self.joined(answer, found)
        }
        return answer
    }

    private func isCurrent(_ state: PlantState) -> Bool {
        (state.since.map { $0 <= now } ?? true) && (state.until.map { now < $0 } ?? true)
    }

    /// Two answers about one thing: fresh before expired, conflicting when both are fresh and differ.
    private static func joined(_ one: Knowledge<Bool>, _ other: Knowledge<Bool>) -> Knowledge<Bool> {
        if one.isConflicting { return one }
        guard one.isKnown, other.isKnown else { return one.isKnown || (one.value != nil && !other.isKnown) ? one : other }
        if one.value == other.value { return (one.until ?? .distantPast) >= (other.until ?? .distantPast) ? one : other }
        return .conflicting([true, false], one.evidence + other.evidence)
    }

    /// Whether a device only passes on what is plugged: all its ports are front or rear ports.
    package func isPassive(_ device: Ref<Device>) -> Bool {
        let ports = inventory.devices[device].ports
        return ports.count > 0 && ports.refs.allSatisfy { self.ports[Int($0.index)].kind.isPassThrough }
    }

    /// Watts that a device draws: what is allocated to its power ports, else their maximum; nil where nobody wrote either.
    package func draw(of device: Ref<Device>) -> Int? {
        let figures = inventory.devices[device].ports.refs.compactMap { port -> Int? in
            let row = ports[Int(port.index)]
            guard row.kind == .powerPort, let detail = row.detail else { return nil }
            let power = inventory.portDetails[detail].power
            return power.allocatedDraw ?? power.maximumDraw
        }
        return figures.isEmpty ? nil : figures.reduce(0, +)
    }

    /// Units of a rack in which no device is mounted, on either face, and that nobody reserved; by their numbers, from the lowest place.
    package func freeUnits(in rack: Ref<Rack>) -> [Int] {
        let row = inventory.racks[rack]
        var taken = Set(row.reservations.flatMap(\.units))
        for device in devices(in: rack) {
            let mounted = inventory.devices[device]
            guard let position = mounted.positionHalves, mounted.heightHalves > 0 else { continue }
            let last = position + mounted.heightHalves - 1
            for unit in (position / 2)...(last / 2) { taken.insert(unit) }
        }
        return (row.startingUnit..<row.startingUnit + max(0, row.height)).filter { !taken.contains($0) }
    }

    /// The ports that belong to an object: of a device, of all devices in a rack or place, the sides of a circuit, the feeds of a panel.
    func ports(of object: ObjectRef) -> [UInt32] {
        switch object {
        case .port(let port): [port.index]
        case .device(let device): inventory.devices[device].ports.refs.map(\.index)
        case .module(let module):
            inventory.devices[inventory.modules[module].device].ports.refs.map(\.index).filter { ports[Int($0)].module == module }
        case .circuit(let circuit):
            [inventory.circuits[circuit].a, inventory.circuits[circuit].z].compactMap { $0?.port.index }
        case .powerPanel(let panel):
            ports.indices.filter { ports[$0].holder == .feed(panel) }.map(UInt32.init)
        case .cable(let cable):
            (Int(cables[Int(cable.index)].ends.start)..<Int(cables[Int(cable.index)].ends.start + cables[Int(cable.index)].ends.count))
                .compactMap { ends[$0].port?.index }
        case .rack(let rack): devices(in: rack).flatMap { ports(of: .device($0)) }
        case .site, .location:
            inventory.devices.refs.filter { inventory.selects(Self.selector(of: object), .device($0)) }
                .flatMap { ports(of: .device($0)) }
        case .service: []
        }
    }

    private static func selector(of place: ObjectRef) -> Selector {
        let term: Selector.Term? =
            switch place {
            case .site(let site): .site(site)
            case .location(let location): .location(location)
            default: nil
            }
        return Selector(alternatives: term.map { [[$0]] } ?? [], span: nil)
    }
}
