package import Diagnostics
package import Times

// Rows as other modules make them: what is not named is not written. The reader fills rows field by field.

extension Port {
    /// A port of which no more is known.
    package init(in holder: Holder, _ kind: PortKind, named name: Symbol, detail: Ref<PortDetail>? = nil) {
        self.init(
            holder: holder, kind: kind, name: name, type: nil, label: nil, owner: nil, module: nil, detail: detail, origin: nil)
    }
}

extension PortDetail {
    /// A port of which at most the number of its strands is known.
    package init(strands count: Int = 1) {
        self.init()
        positions = count
    }
}

extension PortMapping {
    /// A way from a position of a front port to one of a rear port.
    package init(_ front: Ref<Port>, at frontPosition: Int, to rear: Ref<Port>, at rearPosition: Int) {
        self.init(front: front, frontPosition: UInt16(frontPosition), rear: rear, rearPosition: UInt16(rearPosition))
    }
}

extension Cable {
    /// A cable of which no more is known.
    package init(named id: Symbol?, _ status: Status = .connected, evidence: Ref<Evidence>? = nil, ends: Rows<CableEnd> = .none) {
        self.init(
            id: id, label: nil, type: nil, status: status, colour: nil, profile: nil, bundle: nil, length: nil, owner: nil,
            tenant: nil, evidence: evidence, route: .none, ends: ends, origin: nil)
    }
}

extension CableEnd {
    /// An end without connector and positions.
    package init(of cable: Ref<Cable>, _ side: CableSide, in port: Ref<Port>?) {
        self.init(cable: cable, side: side, port: port, connector: 0, positions: 0)
    }
}

extension Device {
    /// A device of which no more is known.
    package init(named name: Symbol, ports: Rows<Port> = .none, evidence: Ref<Evidence>? = nil) {
        self.init(
            name: name, aka: [], type: nil, role: nil, serial: nil, assetTag: nil, site: nil, location: nil, rack: nil,
            positionHalves: nil, face: nil, heightHalves: 2, isFullDepth: true, parent: nil, virtualChassis: nil, owner: nil,
            tenant: nil, status: nil, config: nil, suppliesNeeded: nil, evidence: evidence, tags: [], origin: nil, ports: ports,
            mappings: .none)
    }
}

extension Circuit {
    /// A circuit of which no more is known.
    package init(named id: Symbol) {
        self.init(id: id, provider: nil, status: nil, owner: nil, a: nil, z: nil, tags: [], origin: nil)
    }
}

extension Circuit.Side {
    /// A side that ends at a port, or in a provider's network.
    package init(at port: Ref<Port>, into network: Ref<ProviderNetwork>? = nil) {
        self.init(port: port, site: nil, location: nil, providerNetwork: network, crossConnect: nil, panelInfo: nil)
    }
}

extension Provider {
    /// A provider of which no more is known.
    package init(named name: Symbol) {
        self.init(name: name, party: nil, origin: nil)
    }
}

extension ProviderNetwork {
    /// A network of a provider.
    package init(named name: Symbol, of provider: Ref<Provider>) {
        self.init(name: name, provider: provider, origin: nil)
    }
}

extension PowerPanel {
    /// A power panel of which no more is known.
    package init(named name: Symbol) {
        self.init(name: name, site: nil, location: nil, owner: nil, origin: nil)
    }
}

extension OccupancyClaim {
    /// What was seen of a port.
    package init(_ port: Ref<Port>, isOccupied: Bool, by evidence: Ref<Evidence>?) {
        self.init(port: port, isOccupied: isOccupied, evidence: evidence)
    }
}

extension Client {
    /// A client of which no more is known.
    package init(named id: Symbol, timezone: TimeZoneRules) {
        self.init(
            id: id, name: id, language: .en, timezone: timezone, contracts: [], questionsTo: [], calendar: [], roles: [:])
    }
}

extension Service {
    /// A service of which only its name and its paths are written.
    package init(named id: Symbol, paths: [Path] = []) {
        self.init(
            id: id, name: id, department: nil, criticality: .normal, hours: nil, downtime: nil, costPerHour: nil, paths: paths, needs: [],
            reacts: nil)
    }
}

extension Service.Path {
    /// One way between endpoints is enough.
    package init(from: Selector, to: Selector) {
        self.init(from: from, to: to, atLeast: 1)
    }
}

extension PlantState {
    /// A fault since nobody knows when.
    package init(_ what: Selector, is condition: Symbol, by evidence: Ref<Evidence>?) {
        self.init(what: what, condition: condition, kind: "fault", since: nil, until: nil, evidence: evidence)
    }
}
