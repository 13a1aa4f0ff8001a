package import Diagnostics

/// Anything that a cable can end on (NetBox's termination).
package enum PortKind: String, CaseIterable, Sendable, BitwiseCopyable {
    case interface
    case frontPort = "front-port"
    case rearPort = "rear-port"
    case consolePort = "console-port"
    case consoleServerPort = "console-server-port"
    case powerPort = "power-port"
    case powerOutlet = "power-outlet"
    case powerFeed = "power-feed"
    case circuitSide = "circuit-side"

    /// Panels are walked through: a passive port is never an end of a link.
    package var isPassThrough: Bool { self == .frontPort || self == .rearPort }

    /// True for what carries power instead of data.
    package var isPower: Bool { self == .powerPort || self == .powerOutlet || self == .powerFeed }
}

/// A port of a device, a side of a circuit, or a power feed.
package struct Port: Sendable, BitwiseCopyable {
    /// What a port belongs to.
    package enum Holder: Hashable, Sendable, BitwiseCopyable {
        case device(Ref<Device>)
        case circuit(Ref<Circuit>)
        case feed(Ref<PowerPanel>?)
    }

    package var holder: Holder
    package var kind: PortKind
    package var name: Symbol
    package var type: Symbol?
    package var label: Symbol?
    package var owner: Ref<Party>?
    package var module: Ref<Module>?
    /// What only some ports have: VLANs, PoE, LAG, power figures.
    package var detail: Ref<PortDetail>?
    package var origin: Symbol?

    /// The device; nil for circuit sides and feeds.
    package var device: Ref<Device>? {
        if case .device(let device) = holder { device } else { nil }
    }
}

/// What only some ports have.
package struct PortDetail: Sendable {
    package var isEnabled: Bool?
    package var isManagementOnly = false
    package var isConnectedMark = false
    package var lag: Symbol?
    package var bridge: Symbol?
    package var parent: Symbol?
    package var vlans: Symbol?
    package var mac: Symbol?
    package var poeMode: Symbol?
    package var poeType: Symbol?
    package var positions = 1
    package var speed: Int64?
    /// What the cord in the port looks like.
    package var cordDescription: Symbol?
    /// `ap` or `station`.
    package var wireless: Symbol?
    package var ssid: Symbol?
    package var color: Symbol?
    package var tags: [Symbol] = []
    package var power = PowerFigures()
}

/// The figures of power ports, outlets and feeds; nil where nobody wrote them.
package struct PowerFigures: Sendable {
    /// Watts.
    package var maximumDraw: Int?
    /// Watts.
    package var allocatedDraw: Int?
    /// The power port of the same device that feeds an outlet.
    package var inlet: Symbol?
    /// `A`, `B` or `C`.
    package var feedLeg: Symbol?
    /// `primary` or `redundant`.
    package var feedType: Symbol?
    /// `single-phase` or `three-phase`.
    package var phase: Symbol?
    /// Volts; negative for some direct current.
    package var voltage: Int?
    /// Amperes.
    package var amperage: Int?
    /// Percent of the rating that may be used; 80 where nobody wrote it, as in NetBox.
    package var share: Int?
    package var rack: Ref<Rack>?
    package var status: Symbol?
    /// `ac` or `dc`.
    package var supply: Symbol?
}

/// How a front port leads to a rear port.
package struct PortMapping: Sendable, BitwiseCopyable {
    package var front: Ref<Port>
    package var frontPosition: UInt16
    package var rear: Ref<Port>
    package var rearPosition: UInt16
}

/// A source of power in a room: a distribution board from which feeds go.
package struct PowerPanel: Sendable {
    package var name: Symbol
    package var site: Ref<Site>?
    package var location: Ref<Location>?
    package var owner: Ref<Party>?
    package var origin: Symbol?
}

/// A company that provides circuits.
package struct Provider: Sendable {
    package var name: Symbol
    package var party: Ref<Party>?
    package var description: Symbol?
    package var origin: Symbol?
}

/// A provider's network, in which circuits end.
package struct ProviderNetwork: Sendable {
    package var name: Symbol
    package var provider: Ref<Provider>
    package var serviceID: Symbol?
    package var description: Symbol?
    package var origin: Symbol?
}

/// A provider's line with an A and a Z side; each side is a port.
package struct Circuit: Sendable {
    /// One side of a circuit and where it ends.
    package struct Side: Sendable {
        package var port: Ref<Port>
        package var site: Ref<Site>?
        package var location: Ref<Location>?
        package var providerNetwork: Ref<ProviderNetwork>?
        package var crossConnect: Symbol?
        package var panelInfo: Symbol?
    }

    package var id: Symbol
    package var provider: Ref<Provider>?
    package var type: Symbol?
    package var status: Symbol?
    package var owner: Ref<Party>?
    package var tenant: Ref<Party>?
    package var a: Side?
    package var z: Side?
    package var evidence: Ref<Evidence>?
    package var tags: [Symbol]
    package var origin: Symbol?
}
