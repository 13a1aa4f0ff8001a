/// What may carry data in a plant, as far as impact needs it: devices, links between them, and how surely each is there.
///
/// The record is incomplete, so a graph stands for many *worlds* (architecture.md, "Impact, precisely"): a sure element is in every
/// world, a possible one is in some, a loose end leads nowhere or is joined with any other loose ends, and a device that perhaps
/// forwards does so in some. Impact compares before and after in the same world.
///
/// Each element has a presence *before the order*. Elements that the order adds are `absent` before; all of them are in the graph
/// from the start, and what the steps make of them is told by ``Touches``, one for each prefix of the order.
///
/// An access switch has two uplinks, one of them recorded long ago, and a cord that nobody can name; a server hangs on the core:
///
///     var graph = ImpactGraph()
///     let access = graph.addDevice(), core = graph.addDevice()
///     let server = graph.addDevice(forwards: .never)
///     let uplink = graph.addLink(access, core, isProvenUp: true)
///     let old = graph.addLink(access, core, .possible)
///     let cord = graph.addLooseEnd(at: access)
///     graph.addLink(core, server)
///     let files = ImpactService([ServicePath(from: [access], to: [server])])
///
///     var first = Touches()
///     first[old] = .away
///     first[cord] = .away
///     var second = first
///     second[uplink] = .away
///     let study = ImpactStudy(of: [files], on: graph, after: [first, second])
///     study[0, 0].outage      // .excluded: it survives, leaning on the uplink, which is proven up
///     study[1, 0].outage      // .certain: no way is left in any world
package struct ImpactGraph: Sendable {
    /// A device, by its row.
    package struct Device: Hashable, Sendable, BitwiseCopyable {
        package var row: Int32
    }

    /// A link, by its row.
    package struct Link: Hashable, Sendable, BitwiseCopyable {
        package var row: Int32
    }

    /// A device or a link: what a shown way consists of.
    package enum Element: Hashable, Sendable, BitwiseCopyable {
        case device(Device)
        case link(Link)
    }

    /// How surely an element is there (a device: lives) before the order.
    package enum Presence: UInt8, Sendable {
        case absent, possible, sure
    }

    /// Whether a device passes on what it gets; one that perhaps does counts only on the generous plane.
    package enum Forwarding: UInt8, Sendable {
        case never, perhaps, always
    }

    struct DeviceRow {
        var presence: Presence
        var forwards: Forwarding
    }

    struct LinkRow {
        /// Negative where the end is loose.
        var a: Int32
        var b: Int32
        var presence: Presence
        var isCarrierKnown: Bool
        var isProvenUp: Bool
    }

    private(set) var devices: [DeviceRow] = []
    private(set) var links: [LinkRow] = []
    /// For an added link, the link whose part it takes.
    private(set) var forerunners: [Int32: Int32] = [:]

    package init() {}

    /// Adds a device; its presence is whether it lives, which power decides.
    @discardableResult
    package mutating func addDevice(_ presence: Presence = .sure, forwards: Forwarding = .always) -> Device {
        devices.append(DeviceRow(presence: presence, forwards: forwards))
        return Device(row: Int32(devices.count - 1))
    }

    /// Adds a data link between two devices.
    ///
    /// - Parameters:
    ///   - presence: `sure` when its existence is freshly known (LLDP proves it without knowing the cable), `possible` when the record has
    ///     expired, rests on hearsay or conflicts, `absent` when the order adds it.
    ///   - isCarrierKnown: whether it is wholly and freshly known what carries it; if not, ``links(thatMayRunOver:)`` names it.
    ///   - isProvenUp: whether fresh evidence of its state shows it up.
    ///   - forerunner: the link that an added one replaces (a cord moved to another port). The two count as one risk element, so that a
    ///     like-for-like move is no loss of redundancy.
    @discardableResult
    package mutating func addLink(
        _ a: Device, _ b: Device, _ presence: Presence = .sure, isCarrierKnown: Bool = true, isProvenUp: Bool = false,
        insteadOf forerunner: Link? = nil
    ) -> Link {
        append(a.row, b.row, presence, isCarrierKnown, isProvenUp, forerunner)
    }

    /// Adds a cable from a device to an end that nobody knows: it leads nowhere or is joined with other loose ends in any grouping.
    @discardableResult
    package mutating func addLooseEnd(at device: Device, _ presence: Presence = .possible) -> Link {
        append(device.row, -1, presence == .absent ? .absent : .possible, true, false, nil)
    }

    /// Adds a cable of which neither active end is known, as between two panel ports: it may be the middle of any unrecorded way.
    @discardableResult
    package mutating func addLooseCable(_ presence: Presence = .possible) -> Link {
        append(-1, -1, presence == .absent ? .absent : .possible, true, false, nil)
    }

    private mutating func append(
        _ a: Int32, _ b: Int32, _ presence: Presence, _ isCarrierKnown: Bool, _ isProvenUp: Bool, _ forerunner: Link?
    ) -> Link {
        precondition(a < Int32(devices.count) && b < Int32(devices.count), "a link ends at a device of this graph")
        links.append(LinkRow(a: a, b: b, presence: presence, isCarrierKnown: isCarrierKnown, isProvenUp: isProvenUp))
        let row = Int32(links.count - 1)
        if let forerunner { forerunners[row] = forerunners[forerunner.row] ?? forerunner.row }
        return Link(row: row)
    }
}

extension ImpactGraph {
    /// A touched port or cord that is not wholly and freshly known, and so may carry what nobody documented.
    package enum UndocumentedCarrier: Sendable {
        /// On an active device, or a cable of which this device is an end.
        case at(Device)
        /// On passive gear: anything may be patched through it.
        case passive
    }

    /// The links that exist but whose carrier is not known, and that may run over a touched undocumented port.
    ///
    /// Disturbing the port may take any of them away: a player marks them ``Touches/Fate/perhaps``.
    /// - Complexity: linear in the links.
    package func links(thatMayRunOver carrier: UndocumentedCarrier) -> [Link] {
        links.indices.lazy.filter { row in
            guard !links[row].isCarrierKnown, links[row].presence != .absent else { return false }
            switch carrier {
            case .at(let device): return links[row].a == device.row || links[row].b == device.row
            case .passive: return true
            }
        }.map { Link(row: Int32($0)) }
    }
}
