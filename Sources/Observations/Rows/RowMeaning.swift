import Diagnostics
import Times

/// What rows mean, whether they came parsed or were cut out of a raw text: one meaning for both.
struct RowMeaning {
    let platform: Platform?
    /// What the rows are of, where their reader knows.
    var kind: CommandKind?
    /// What they may be of, by a file's name: their keys come first.
    var hint: CommandKind?
    let moment: Timestamp

    private func kind(of row: Row) -> CommandKind? {
        if let kind { return kind }
        let own = Self.kind(of: row)
        if own == .neighbours(nil), case .neighbours = hint { return hint }
        return own ?? hint
    }

    func sightings(of rows: [Row]) -> Sightings {
        var sightings = Sightings()
        for row in rows { add(row, to: &sightings) }
        return sightings
    }

    private func add(_ row: Row, to sightings: inout Sightings) {
        let before = (sightings.ports.count, sightings.neighbours.count, sightings.addresses.count, sightings.indications.count)
        switch kind(of: row) {
        case .neighbours(let discovery): addNeighbour(row, discovery, to: &sightings)
        case .addresses: addAddresses(row, to: &sightings)
        case .bundles: addMembers(row, to: &sightings)
        case .breakouts: addBreakout(row, to: &sightings)
        case .power: addPower(row, to: &sightings)
        case .indications: addIndication(row, to: &sightings)
        case .ports, nil: addPort(row, to: &sightings)
        }
        let after = (sightings.ports.count, sightings.neighbours.count, sightings.addresses.count, sightings.indications.count)
        if before == after, !saysNothing(row) { sightings.unread.append(row.place) }
    }

    /// Rows that are whole and say nothing of a port: a port without a neighbour, a bundle without members.
    private func saysNothing(_ row: Row) -> Bool {
        switch kind(of: row) {
        case .neighbours: row.has(.localInterface) && row.first(.neighborName, .neighborInterface, .neighborPortID, .chassisID) == nil
        case .bundles: row.first(.bundleName, .aggregateInterface) != nil
        default: false
        }
    }

    /// What a row is of, by the keys that it has.
    static func kind(of row: Row) -> CommandKind? {
        func has(_ keys: RowKey...) -> Bool { keys.contains { row.has($0) } }
        if has(.breakoutPorts) { return .breakouts }
        if has(.bundleName, .aggregateInterface) { return .bundles }
        if has(.neighborName, .neighborInterface, .neighborPortID, .chassisID, .identity, .chassisData) { return .neighbours(nil) }
        if has(.supply) { return .indications }
        if has(.operationalStatus), has(.power) { return .power }
        if has(.destinationAddress) { return .addresses }
        let hasState = has(
            .status, .linkStatus, .linkState, .linkstate, .link, .phy, .state, .adminState, .interfaceMode, .flags, .defaultName)
        if has(.mac, .macAddress), has(.vlanID), !hasState { return .addresses }
        return has(.interface, .port, .name) ? .ports : nil
    }
}

// MARK: - Neighbours

extension RowMeaning {
    private func addNeighbour(_ row: Row, _ discovery: DiscoveryProtocol?, to sightings: inout Sightings) {
        var neighbour = ObservedNeighbour(place: row.place)
        neighbour.discovery = discovery ?? (platform == .mikrotik ? .mndp : nil)
        neighbour.localPort = localPort(of: row)
        neighbour.chassis = chassis(of: row)
        neighbour.systemName = symbol(row.first(.neighborName, .identity, .systemNameData))
        addPort(of: row, to: &neighbour)
        neighbour.systemDescription = symbol(row.first(.systemDescription, .systemDescriptionData))
        if discovery != .lldp { neighbour.platform = symbol(row[.platform]) }
        neighbour.managementAddresses = (row.all(.managementAddress) + row.all(.interfaceIP) + row.all(.ipAddress)).filter { !$0.isEmpty }
            .map { Symbol($0) }
        neighbour.timeToLive = row.first(.holdtime, .ttl, .expiredTime).flatMap(Ages.period)
        neighbour.heardAgo = row[.age].flatMap(Ages.period)
        guard !neighbour.isNameless else { return }
        sightings.neighbours.append(neighbour)
    }

    /// The port that heard it. RouterOS names the bridge behind a comma: `ether10,bridge_255_mgmt`.
    private func localPort(of row: Row) -> Symbol? {
        let written = row.first(.localInterface, .portText) ?? (platform == .mikrotik ? row[.interface] : nil)
        guard let written else { return nil }
        if platform == .mikrotik, let comma = written.firstIndex(of: ",") { return Symbol(written[..<comma]) }
        return Symbol(Identifier.tidied(written))
    }

    private func chassis(of row: Row) -> Identifier? {
        let kind = row.first(.chassisType, .chassisSubtype, .neighborChassisType, .chassisTypeText).map(Identifier.Kind.init(word:))
        // RouterOS and CDP have no chassis id beside the address or the name.
        let text = row.first(.chassisID, .chassisData) ?? (platform == .mikrotik ? row[.macAddress] : nil)
        return text.flatMap { Identifier($0, kind: kind ?? .unstated) }
    }

    /// Templates call the port id `neighbor_port_id` beside a description, and `neighbor_interface` where they have no other.
    private func addPort(of row: Row, to neighbour: inout ObservedNeighbour) {
        let word = row.first(.portIDType, .portIDSubtype, .portType, .portSubtype, .portIDTypeText)
        let kind = word.map(Identifier.Kind.init(word:)) ?? .unstated
        if platform == .alcatelAOS, row.has(.portSubtype) {
            neighbour.port = row[.macAddress].flatMap { Identifier($0, kind: kind) }
            neighbour.portDescription = symbol(row[.neighborInterface])
        } else if row[.neighborPortID] != nil {
            neighbour.port = row[.neighborPortID].flatMap { Identifier($0, kind: kind) }
            neighbour.portDescription = symbol(row[.neighborInterface])
        } else {
            neighbour.port = row.first(.neighborInterface, .portIDData, .interfaceName).flatMap { Identifier($0, kind: kind) }
        }
        if let description = row.first(.neighborInterfaceDescription, .portDescriptionData) {
            neighbour.portDescription = symbol(description)
        }
        // ProCurve's short table has the port's description under this key, its long one the system's.
        if let text = row[.neighborDescription] {
            if platform == .hpProCurve, !row.has(.neighborChassisType), !row.has(.platform) {
                neighbour.portDescription = symbol(text)
            } else {
                neighbour.systemDescription = symbol(text)
            }
        }
    }
}

// MARK: - Addresses

extension RowMeaning {
    private func addAddresses(_ row: Row, to sightings: inout Sightings) {
        guard let mac = row.first(.destinationAddress, .macAddress, .mac).flatMap({ MACAddress($0) }) else { return }
        let ports = row.all(.destinationPort) + row.all(.ports) + row.all(.port) + row.all(.interface)
        let named = ports.flatMap { $0.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init) }.filter {
            !$0.isEmpty && $0 != "-"
        }
        let vlan = symbol(row.first(.vlanID, .vlanName))
        let kind = kind(ofAddress: row)
        let age = row[.age].flatMap(Ages.period)
        for port in named.isEmpty ? [nil] : named.map(Optional.some) {
            let isOwn = port.map(isOwnPort) ?? false
            var address = ObservedAddress(
                mac: mac, port: isOwn ? nil : symbol(port), vlan: vlan, kind: isOwn && kind != .learned ? .own : kind, place: row.place)
            address.seenAgo = age
            sightings.addresses.append(address)
        }
    }

    private func kind(ofAddress row: Row) -> ObservedAddress.Kind {
        switch row.first(.type, .state).map({ asciiLowercased($0) }) {
        case "dynamic", "learned", "learnt", "d", "dynamically learned", "port-access-security", "security": .learned
        case "static", "s", "permanent", "config", "configured", "system", "blackhole", "secure": .fixed
        case "self", "own", "router", "local", "mgmt", "management", "internal": .own
        case let word?: word.hasPrefix("d") ? .learned : .unstated
        case nil: .unstated
        }
    }

    /// Words in the column of ports that mean the device itself, or nothing.
    private func isOwnPort(_ port: String) -> Bool {
        switch asciiLowercased(port) {
        case "cpu", "switch", "router", "drop", "self", "0", "vpc", "igmp": true
        default: asciiLowercased(port).hasPrefix("sup-")
        }
    }
}

// MARK: - Bundles, breakouts, power, readings

extension RowMeaning {
    private func addMembers(_ row: Row, to sightings: inout Sightings) {
        guard let bundle = row.first(.bundleName, .aggregateInterface) else { return }
        var whole = ObservedPort(name: Symbol(bundle), place: row.place)
        if let word = row[.bundleStatus] {
            whole.stateWord = Symbol(word)
            whole.operational = word.contains("U") ? .up : word.contains("D") ? .down : nil
        }
        sightings.ports.append(whole)
        let states = row.all(.memberInterfaceStatus)
        for (number, name) in (row.all(.memberInterface) + row.all(.memberPort)).enumerated() where !name.isEmpty {
            var member = ObservedPort(name: Symbol(name), place: row.place)
            member.bundle = Symbol(bundle)
            if number < states.count, !states[number].isEmpty { member.stateWord = Symbol(states[number]) }
            sightings.ports.append(member)
        }
    }

    /// `Eth1/2/1-4`: the ports that one cage carries over one cable.
    private func addBreakout(_ row: Row, to sightings: inout Sightings) {
        guard let cage = row[.parent], let range = row[.breakoutPorts], let slash = range.lastIndex(of: "/") else { return }
        let numbers = range[range.index(after: slash)...].split(separator: "-").compactMap { Int($0) }
        guard let first = numbers.first, let last = numbers.last, first <= last, last - first < 64 else { return }
        for number in first...last {
            var port = ObservedPort(name: Symbol("\(range[...slash])\(number)"), place: row.place)
            port.cage = Symbol(cage)
            sightings.ports.append(port)
        }
    }

    private func addPower(_ row: Row, to sightings: inout Sightings) {
        guard let name = row.first(.interface, .port) else { return }
        var port = ObservedPort(name: Symbol(name), place: row.place)
        port.powerWord = symbol(row[.operationalStatus])
        sightings.ports.append(port)
    }

    private func addIndication(_ row: Row, to sightings: inout Sightings) {
        guard let name = row.first(.supply, .name, .port) else { return }
        let word = row.first(.status, .state, .operationalStatus)
        sightings.indications.append(
            Indication(
                part: .supply, name: Symbol(name), isGood: word.flatMap(SupplyWords.isGood), word: symbol(word), place: row.place))
    }

    /// The symbol of a text that says something.
    func symbol(_ text: String?) -> Symbol? {
        guard let text else { return nil }
        let tidy = Identifier.tidied(text)
        return tidy.isEmpty || tidy == "--" ? nil : Symbol(tidy)
    }
}

/// What the words of supplies say.
enum SupplyWords {
    /// Whether a supply gives power; nil where the word does not say.
    static func isGood(_ word: String) -> Bool? {
        let word = asciiLowercased(Identifier.tidied(word))
        if let truth = StateWords.truth(word) { return truth }
        switch word {
        case "powered", "power ok", "normal", "online", "present", "green", "input ok", "active", "connected", "supply", "powering":
            return true
        case "not ok", "shutdown", "failure", "fault", "no input", "no input power", "not powered", "unpowered", "offline", "red", "amber",
            "power loss", "input lost", "abnormal", "removed":
            return false
        default: return nil
        }
    }
}
