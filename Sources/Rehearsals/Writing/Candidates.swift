import Diagnostics
import Inventories
import Plants

/// Whose something could be when nobody knows.
enum Candidates {
    /// Who is left when those are gone who said "not ours", with those who said "ours" in front.
    static func left(of candidates: [Ref<Party>], given statements: [Ref<Statement>], _ writer: FactWriter) -> [Ref<Party>] {
        let claimants = writer.parties(that: .owns, in: statements)
        let disclaimants = Set(writer.parties(that: .disclaims, in: statements)).subtracting(claimants)
        var seen: Set<Ref<Party>> = []
        return (claimants + candidates).filter { !disclaimants.contains($0) && seen.insert($0).inserted }
    }
}

extension FactWriter {
    /// Owners of the port, its device and rack, of the other end, of what else is plugged into the device, and of the racks around it.
    mutating func candidates(for link: Link, from port: Ref<Port>, far: Knowledge<Ref<Port>>) -> [Ref<Party>] {
        var found: [Ref<Party>] = []
        func add(_ owners: [Ref<Party>?]) {
            for owner in owners.compactMap(\.self) where !found.contains(owner) { found.append(owner) }
        }
        let ends = [port] + link.ends + [far.value].compactMap(\.self) + far.alternatives
        add(ends.map { inventory.owner(of: .port($0)) })
        add(link.cables.filter { isOnRecord($0) }.map { inventory.owner(of: .cable($0)) })
        if far.value == nil { add(neighbours(of: port)) }
        return found
    }

    /// The same for any object.
    mutating func candidates(for object: ObjectRef) -> [Ref<Party>] {
        var found: [Ref<Party>] = []
        func add(_ owners: [Ref<Party>?]) {
            for owner in owners.compactMap(\.self) where !found.contains(owner) { found.append(owner) }
        }
        add([inventory.owner(of: object)])
        if case .cable(let cable) = object {
            for end in inventory.cableEnds[inventory.cables[cable].ends] { add([end.port.flatMap { inventory.owner(of: .port($0)) }]) }
        }
        for rack in racks(of: object) { add(owners(in: rack)) }
        if case .port(let port) = object { add(neighbours(of: port)) }
        return found
    }

    private mutating func neighbours(of port: Ref<Port>) -> [Ref<Party>] {
        guard let device = inventory.ports[port].device else { return [] }
        if let known = neighboursOfDevice[device] { return known }
        var seen: Set<Ref<Party>> = []
        let found = neighbours(of: device).compactMap(\.self).filter { seen.insert($0).inserted }
        neighboursOfDevice[device] = found
        return found
    }

    private mutating func neighbours(of device: Ref<Device>) -> [Ref<Party>?] {
        let far = played.links.links(over: .device(device)).flatMap { played.links.ends(of: $0) }
        let plugged = far.map { inventory.owner(of: .port($0)) }
        guard let rack = inventory.devices[device].rack else { return plugged }
        let around = inventory.racks[rack].location.flatMap { room(around: $0) }.map { racks(in: $0) } ?? []
        return plugged + owners(in: rack) + around.map { inventory.owner(of: .rack($0)) }
    }
}
