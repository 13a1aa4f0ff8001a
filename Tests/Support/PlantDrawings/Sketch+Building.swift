import Diagnostics
import Inventories
import Plants
import Times

extension Sketch {
    struct Built {
        var inventory = Inventory(client: Client(named: "drawn", timezone: .utc))
        var ports: [String: Ref<Port>] = [:]
        var cables: [String: Ref<Cable>] = [:]
        var evidence: [Evidence: Ref<Evidence>] = [:]
        var details: [String: PortDetail] = [:]
    }

    /// Puts what is drawn in another order; the drawing means the same.
    mutating func shuffle(_ seed: UInt64) {
        var random = SplitMix(seed)
        ports.shuffle(using: &random)
        cords.shuffle(using: &random)
        mappings.shuffle(using: &random)
        remarks.shuffle(using: &random)
    }

    func built() -> Built {
        var built = Built()
        for remark in remarks { built.note(remark) }
        for device in holders(where: { !["circuit", "feed"].contains($0) }) { built.addDevice(device, ports(of: device)) }
        for port in ports where port.hasPrefix("circuit:") { built.addSide(port) }
        for port in ports where port.hasPrefix("feed:") { built.addFeed(port) }
        for (side, network) in networks { built.join(side, to: network) }
        for mapping in mappings {
            guard let front = built.ports[mapping.front], let rear = built.ports[mapping.rear] else { continue }
            let row = PortMapping(front, at: mapping.frontPosition, to: rear, at: mapping.rearPosition)
            built.inventory.mappings.append(row, at: nil)
        }
        for cord in cords { built.add(cord) }
        for remark in remarks { built.claim(remark) }
        return built
    }

    private func holders(where isMeant: (String) -> Bool) -> [String] {
        var found: [String] = []
        for port in ports {
            let holder = String(port.prefix { $0 != ":" })
            if isMeant(holder), !found.contains(holder) { found.append(holder) }
        }
        return found
    }

    private func ports(of device: String) -> [String] {
        ports.filter { $0.hasPrefix(device + ":") }
    }
}

extension Sketch.Built {
    mutating func note(_ remark: Sketch.Remark) {
        var detail = details[remark.port] ?? PortDetail(strands: 1)
        switch remark.word {
        case "marked": detail.isConnectedMark = true
        case "from": detail.power.inlet = Symbol(remark.argument)
        case "has": detail.positions = Int(remark.argument) ?? 1
        case "is": detail.poeMode = Symbol(remark.argument)
        default: return
        }
        details[remark.port] = detail
    }

    mutating func addDevice(_ name: String, _ names: [String]) {
        let device = Ref<Device>(inventory.devices.count)
        let start = inventory.ports.count
        for port in names { addPort(port, in: .device(device)) }
        let row = Device(named: Symbol(name), ports: Rows(start: start, count: names.count))
        inventory.devices.append(row, at: nil)
    }

    private mutating func addPort(_ drawn: String, in holder: Port.Holder) {
        let name = String(drawn.drop { $0 != ":" }.dropFirst())
        let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
        let kinds: [String: PortKind] = [
            "front": .frontPort, "rear": .rearPort, "power": .powerPort, "outlet": .powerOutlet, "console": .consolePort,
            "server": .consoleServerPort,
        ]
        var (kind, short) = (PortKind.interface, name)
        switch holder {
        case .circuit: (kind, short) = (.circuitSide, parts[parts.count - 1])
        case .feed: kind = .powerFeed
        case .device: if parts.count == 2, let known = kinds[parts[0]] { (kind, short) = (known, parts[1]) }
        }
        let detail = details[drawn].map { inventory.portDetails.append($0, at: nil) }
        ports[drawn] = inventory.ports.append(Port(in: holder, kind, named: Symbol(short), detail: detail), at: nil)
    }

    mutating func addSide(_ drawn: String) {
        let parts = drawn.dropFirst("circuit:".count).split(separator: "/").map(String.init)
        let id = Symbol(parts[0])
        let circuit =
            inventory.circuits.refs.first { inventory.circuits[$0].id == id }
            ?? inventory.circuits.append(Circuit(named: id), at: nil)
        addPort(drawn, in: .circuit(circuit))
        guard let port = ports[drawn] else { return }
        if parts[1] == "A" { inventory.circuits[circuit].a = .init(at: port) } else { inventory.circuits[circuit].z = .init(at: port) }
    }

    mutating func addFeed(_ drawn: String) {
        let panel = inventory.powerPanels.refs.first ?? inventory.powerPanels.append(PowerPanel(named: "board"), at: nil)
        addPort(drawn, in: .feed(panel))
    }

    mutating func join(_ side: String, to network: String) {
        guard let port = ports[side], case .circuit(let circuit) = inventory.ports[port].holder else { return }
        let provider = inventory.providers.refs.first ?? inventory.providers.append(Provider(named: "carrier"), at: nil)
        let known = inventory.providerNetworks.refs.first { inventory.providerNetworks[$0].name.text == network }
        let joined = known ?? inventory.providerNetworks.append(ProviderNetwork(named: Symbol(network), of: provider), at: nil)
        if inventory.circuits[circuit].a?.port == port {
            inventory.circuits[circuit].a?.providerNetwork = joined
        } else {
            inventory.circuits[circuit].z?.providerNetwork = joined
        }
    }

    mutating func add(_ cord: Sketch.Cord) {
        let ref = Ref<Cable>(inventory.cables.count)
        var cable = Cable(named: Symbol(cord.name), evidence: evidence("traced 1d"))
        for attribute in cord.attributes {
            if let status = Cable.Status(rawValue: attribute) {
                cable.status = status
            } else if attribute == "nobody" || attribute.split(separator: " ").count == 2 {
                cable.evidence = evidence(attribute)
            } else {
                cable.profile = Symbol(attribute)
            }
        }
        let start = inventory.cableEnds.count
        for (side, ends) in zip(CableSide.allCases, cord.sides) {
            for end in ends {
                var row = CableEnd(of: ref, side, in: end.port.flatMap { ports[$0] })
                row.connector = UInt16(end.connector)
                row.positions = end.positions.reduce(0) { $0 | 1 << UInt64($1 - 1) }
                inventory.cableEnds.append(row, at: nil)
            }
        }
        cable.ends = Rows(start: start, count: inventory.cableEnds.count - start)
        cables[cord.name] = inventory.cables.append(cable, at: nil)
    }

    mutating func claim(_ remark: Sketch.Remark) {
        guard ["occupied", "empty"].contains(remark.word), let port = ports[remark.port] else { return }
        let evidence = evidence(remark.argument.isEmpty ? "traced 1d" : remark.argument)
        inventory.occupancy.append(OccupancyClaim(port, isOccupied: remark.word == "occupied", by: evidence), at: nil)
    }

    /// `photo 40d`; nil for `nobody`.
    mutating func evidence(_ text: String) -> Ref<Evidence>? {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let source = EvidenceSource(rawValue: parts[0]), let days = Int64(parts[1].dropLast()) else {
            precondition(text == "nobody", "evidence is a source and an age, such as `photo 40d`, not `\(text)`")
            return nil
        }
        let row = Evidence(source: source, seen: Drawing.now - .days(days), by: nil)
        if let known = evidence[row] { return known }
        let ref = inventory.evidence.append(row, at: nil)
        evidence[row] = ref
        return ref
    }
}

/// A small random source with a seed (Steele, Lea, Flood: SplitMix64).
package struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
