import Diagnostics
import Times

// What the tables of a walk say when they are read together.
extension Walk {
    /// The platform by the enterprise number of the system; nil for one that has no rules here.
    var platform: Platform? {
        guard sysObject.starts(with: [1, 3, 6, 1, 4, 1]), sysObject.count > 6 else { return nil }
        switch sysObject[6] {
        case 9:
            return sysObject.starts(with: [1, 3, 6, 1, 4, 1, 9, 12, 3, 1, 3])
                ? .ciscoNXOS : sysObject.starts(with: [1, 3, 6, 1, 4, 1, 9, 6, 1]) ? .ciscoSmallBusiness : .ciscoIOS
        case 11: return .hpProCurve
        case 1588, 1991: return .brocadeFastIron
        case 1916: return .extremeEXOS
        case 2011: return .huaweiVRP
        case 2636: return .juniperJunos
        case 6486: return .alcatelAOS
        case 8072: return .linux
        case 12356: return .fortinet
        case 14988: return .mikrotik
        case 25506: return .hpComware
        case 30065: return .aristaEOS
        case 35265: return .eltex
        case 41112: return .unifi
        case 47196: return .arubaAOSCX
        default: return nil
        }
    }

    /// All that the tables say, for a moment of capture.
    func sightings(at moment: Timestamp) -> Sightings {
        var sightings = Sightings()
        if let name = sysName?.value.text, !name.hasPrefix("<") {
            sightings.ownNames.append(OwnName(name: Symbol(name), place: sysName!.span))
        }
        if let name = localChassis[3]?.value.text, !name.hasPrefix("<") {
            sightings.ownNames.append(OwnName(name: Symbol(name), place: localChassis[3]!.span))
        }
        if let octets = localChassis[2]?.value.octets {
            let kind = localChassis[1]?.value.integer.map { Identifier.Kind(chassisSubtype: Int(clamping: $0)) } ?? .unstated
            if let chassis = Identifier(octets: octets, kind: kind) { sightings.ownChassis.append(chassis) }
        }
        let ports = PortLookup(self)
        sightings.ports = observedPorts(at: moment)
        sightings.neighbours = lldpNeighbours(ports) + cdpNeighbours(ports)
        sightings.addresses = observedAddresses(ports)
        sightings.unread = strays
        sightings.listsAllPorts = trees.contains(.interfaces)
        sightings.listsAllNeighbours = trees.contains(.remotes) || trees.contains(.cdp)
        sightings.listsAllAddresses = trees.contains(.addresses)
        return sightings
    }

    /// Types that a cable can end on, and bundles of such ports (IANAifType).
    private static let cableTypes: Set<Int64> = [6, 26, 62, 69, 71, 117, 161]
    private static let bundleType: Int64 = 161

    /// The port's name: the short one, else the long one.
    func name(of index: UInt32) -> String? {
        interfaces[.name]?[index]?.value.text ?? interfaces[.descr]?[index]?.value.text
    }

    private func observedPorts(at moment: Timestamp) -> [ObservedPort] {
        let indices = Set((interfaces[.descr] ?? [:]).keys).union((interfaces[.operational] ?? [:]).keys)
        let bundles = bundleNames()
        return indices.sorted().compactMap { index in
            if let type = interfaces[.type]?[index]?.value.integer, !Self.cableTypes.contains(type) { return nil }
            guard let name = name(of: index) else { return nil }
            let place = interfaces[.descr]?[index]?.span ?? interfaces[.operational]![index]!.span
            var port = ObservedPort(name: Symbol(name), place: place)
            if let long = interfaces[.descr]?[index]?.value.text, long != name { port.otherNames.append(Symbol(long)) }
            port.index = index
            port.admin = interfaces[.admin]?[index]?.value.integer.flatMap(Self.admin)
            port.operational = interfaces[.operational]?[index]?.value.integer.flatMap(Self.operational)
            port.description = interfaces[.alias]?[index]?.value.text.map { Symbol($0) }
            port.mac = interfaces[.physicalAddress]?[index]?.value.octets.flatMap(Self.address)
            port.lastChange = lastChange(of: index, at: moment)
            port.bundle = bundles[index].map { Symbol($0) }
            return port
        }
    }

    /// The bundle above each port: what stands upon it and is of the type of bundles.
    private func bundleNames() -> [UInt32: String] {
        var names: [UInt32: String] = [:]
        for (higher, lower) in stack where higher != 0 && lower != 0 {
            guard interfaces[.type]?[higher]?.value.integer == Self.bundleType, let name = name(of: higher) else { continue }
            names[lower] = name
        }
        return names
    }

    /// Against the time since the start: what lies before it cannot have been counted since.
    private func lastChange(of index: UInt32, at moment: Timestamp) -> LastChange {
        guard let change = interfaces[.lastChange]?[index]?.value.integer else { return .unknown(.notTold) }
        guard change > 0 else { return .unknown(.notCounted) }
        guard let upTime else { return .unknown(.notTold) }
        guard change <= upTime else { return .unknown(.impossible) }
        return .at(moment - Period(seconds: (upTime - change) / 100))
    }

    private static func admin(_ number: Int64) -> AdminState? {
        switch number {
        case 1: .up
        case 2: .down
        case 3: .testing
        default: nil
        }
    }

    private static func operational(_ number: Int64) -> OperationalState? {
        switch number {
        case 1: .up
        case 2: .down
        case 3: .testing
        case 5: .dormant
        case 6: .notPresent
        case 7: .lowerLayerDown
        default: nil
        }
    }

    /// Bytes, or a text in which leading zeros are missing.
    private static func address(_ octets: [UInt8]) -> MACAddress? {
        let address = MACAddress(octets: octets) ?? MACAddress(octets)
        return address?.value == 0 ? nil : address
    }
}

// MARK: - Neighbours and addresses

extension Walk {
    private func lldpNeighbours(_ ports: PortLookup) -> [ObservedNeighbour] {
        remotes.sorted { $0.key < $1.key }.compactMap { key, columns in
            guard let place = (columns[5] ?? columns[7] ?? columns.values.first)?.span else { return nil }
            var neighbour = ObservedNeighbour(place: place)
            neighbour.discovery = .lldp
            neighbour.localPort = ports.name(ofLLDPPort: key.port).map { Symbol($0) }
            let chassisKind = columns[4]?.value.integer.map { Identifier.Kind(chassisSubtype: Int(clamping: $0)) } ?? .unstated
            neighbour.chassis = columns[5]?.value.octets.flatMap { Identifier(octets: $0, kind: chassisKind) }
            let portKind = columns[6]?.value.integer.map { Identifier.Kind(portSubtype: Int(clamping: $0)) } ?? .unstated
            neighbour.port = columns[7]?.value.octets.flatMap { Identifier(octets: $0, kind: portKind) }
            neighbour.portDescription = columns[8]?.value.text.map { Symbol($0) }
            neighbour.systemName = columns[9]?.value.text.map { Symbol($0) }
            neighbour.systemDescription = columns[10]?.value.text.map { Symbol($0) }
            return neighbour.isNameless ? nil : neighbour
        }
    }

    /// CDP's table is indexed by the port itself.
    private func cdpNeighbours(_ ports: PortLookup) -> [ObservedNeighbour] {
        cdp.sorted { $0.key < $1.key }.compactMap { key, columns in
            guard let place = (columns[6] ?? columns[7] ?? columns.values.first)?.span else { return nil }
            var neighbour = ObservedNeighbour(place: place)
            neighbour.discovery = .cdp
            neighbour.localPort = name(of: key.port).map { Symbol($0) }
            neighbour.systemName = columns[6]?.value.text.map { Symbol($0) }
            neighbour.port = columns[7]?.value.octets.flatMap { Identifier(octets: $0, kind: .interfaceName) }
            neighbour.platform = columns[8]?.value.text.map { Symbol($0) }
            neighbour.systemDescription = columns[5]?.value.text.map { Symbol($0) }
            if let octets = columns[4]?.value.octets, octets.count == 4 {
                neighbour.managementAddresses = [Symbol(octets.map(String.init).joined(separator: "."))]
            }
            return neighbour.isNameless ? nil : neighbour
        }
    }

    private func observedAddresses(_ ports: PortLookup) -> [ObservedAddress] {
        addresses.sorted { $0.key < $1.key }.map { key, row in
            let port = row.port.flatMap { UInt32(exactly: $0) }.flatMap { bridgePorts[$0] }.flatMap(name(of:))
            // Self (4) is the bridge's own, mgmt (5) is written by people.
            let kind: ObservedAddress.Kind =
                switch row.status {
                case 3: .learned
                case 4: .own
                case 5: .fixed
                default: row.port.map { $0 <= 0 } ?? true ? .own : .unstated
                }
            let network = key.table.map { networks[$0].map(String.init) ?? "fdb \($0)" }
            return ObservedAddress(
                mac: key.mac, port: port.map { Symbol($0) }, vlan: network.map { Symbol($0) }, kind: kind, place: row.span)
        }
    }
}

/// Which port LLDP's own numbers mean: by what LLDP calls the port, never because numbers are equal.
struct PortLookup {
    private let walk: Walk
    private var names: PortNameBook<UInt32>
    private var addresses: [MACAddress: [UInt32]] = [:]

    init(_ walk: Walk) {
        self.walk = walk
        names = PortNameBook(walk.platform)
        for column in [Walk.IfColumn.name, .descr] {
            for (index, cell) in walk.interfaces[column] ?? [:] {
                if let text = cell.value.text { names.add(text, index) }
            }
        }
        for (index, cell) in walk.interfaces[.physicalAddress] ?? [:] {
            if let address = cell.value.octets.flatMap({ MACAddress(octets: $0) }) { addresses[address, default: []].append(index) }
        }
    }

    /// The name of a port by LLDP's number for it; nil where its table does not tell.
    func name(ofLLDPPort number: UInt32) -> String? {
        let subtype = walk.localPorts[2]?[number]?.value.integer ?? 0
        guard let octets = walk.localPorts[3]?[number]?.value.octets,
            let id = Identifier(octets: octets, kind: Identifier.Kind(portSubtype: Int(clamping: subtype)))
        else { return nil }
        if let address = id.address {
            if let indices = addresses[address], indices.count == 1 { return walk.name(of: indices[0]) }
        } else if case .found(let index, _) = names.match(id.text.text) {
            return walk.name(of: index)
        } else if walk.platform == .juniperJunos || walk.platform == .hpProCurve, id.kind == .local || id.kind == .unstated,
            let index = UInt32(id.text.text), let name = walk.name(of: index)
        {
            // Junos and ProCurve announce the index of a port as its local id.
            return name
        }
        // What the port is described as may be its name.
        if let text = walk.localPorts[4]?[number]?.value.text, case .found(let index, _) = names.match(text) { return walk.name(of: index) }
        // A port that the tables of ports do not name is told by LLDP's word for it, as its neighbours hear it.
        return walk.interfaces.isEmpty && id.address == nil ? id.text.text : nil
    }
}
