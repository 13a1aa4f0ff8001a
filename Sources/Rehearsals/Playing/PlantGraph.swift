import Diagnostics
import Inventories
import Plants

/// The plant as impact sees it, and what its elements are.
///
/// Devices have the rows of the inventory's table; after them come provider networks, lines of providers whose other side nobody
/// wrote, and gear that the order brings. Management, console and power ports carry nothing that a service needs.
struct PlantGraph {
    private(set) var graph = ImpactGraph()
    private(set) var devices: [Ref<Device>?] = []
    private(set) var links: [PlayedLink?] = []
    /// The element of each link of the record; nil where it carries nothing that counts.
    private(set) var elements: [ImpactGraph.Link?] = []
    /// Links over cables that are only planned: they are nothing yet.
    private(set) var planned: Set<Ref<Link>> = []
    /// Links that exist and of which nobody knows what carries them.
    private var dark: [Ref<Link>] = []
    private var darkAt: [Ref<Device>: [Ref<Link>]] = [:]
    private(set) var services: [ImpactService] = []
    /// Devices that are ends of paths.
    private var endpoints: Set<Int32> = []
    private var networks: [Ref<ProviderNetwork>: ImpactGraph.Device] = [:]
    private var lines: [Ref<Circuit>: ImpactGraph.Device] = [:]
    private var guests: [Symbol: ImpactGraph.Device] = [:]

    /// What devices of each role do, so that the words of a role are looked at once.
    private var forwardingOfRole: [Symbol: Forwarding] = [:]

    private let plant: Plant
    /// A chassis stands for its blades where it is named as an end of a path.
    let hasBlades: Bool
    private var inventory: Inventory { _read { yield plant.inventory } }

    init(_ plant: Plant, _ records: Links, _ power: inout Power) {
        self.plant = plant
        hasBlades = plant.inventory.devices.rows.contains { $0.parent != nil }
        devices.reserveCapacity(inventory.devices.count)
        for device in inventory.devices.refs { addDevice(device, life: power.life(of: device)) }
        for network in inventory.providerNetworks.refs { networks[network] = add(nil, .sure, .perhaps) }
        services = services(of: inventory)
        for path in services.flatMap(\.paths) { endpoints.formUnion((path.from + path.to).map(\.row)) }
        elements.reserveCapacity(records.count)
        for ref in records.refs { addRecord(ref, records) }
    }

    subscript(device: Ref<Device>) -> ImpactGraph.Device { ImpactGraph.Device(row: Int32(device.index)) }

    /// The element of a link of the record.
    subscript(link: Ref<Link>) -> ImpactGraph.Link? { elements[Int(link.index)] }

    /// How surely an element is there before the order.
    func presence(of link: ImpactGraph.Link) -> ImpactGraph.Presence { graph.links[Int(link.row)].presence }

    func presence(of device: ImpactGraph.Device) -> ImpactGraph.Presence { graph.devices[Int(device.row)].presence }

    /// The links that may run over a touched port or cord that is not freshly known: those of a device, or all where it is passive.
    func links(thatMayRunOverPortsOf device: Ref<Device>?) -> [Ref<Link>] {
        device.map { darkAt[$0] ?? [] } ?? dark
    }
}

// MARK: - Devices

extension PlantGraph {
    private mutating func addDevice(_ device: Ref<Device>, life: Bounds) {
        let isThere = inventory.devices[device].status?.text != "planned"
        let presence: ImpactGraph.Presence = !isThere || !life.possibly ? .absent : life.surely ? .sure : .possible
        let forwards: ImpactGraph.Forwarding =
            switch forwarding(of: device) {
            case .forwards: .always
            case .never: .never
            case .perhaps: .perhaps
            }
        add(device, presence, forwards)
    }

    private mutating func forwarding(of device: Ref<Device>) -> Forwarding {
        guard let role = inventory.devices[device].role else { return inventory.forwarding(of: device) }
        if let known = forwardingOfRole[role] { return known }
        let forwarding = inventory.forwarding(of: device)
        forwardingOfRole[role] = forwarding
        return forwarding
    }

    @discardableResult
    private mutating func add(
        _ device: Ref<Device>?, _ presence: ImpactGraph.Presence, _ forwards: ImpactGraph.Forwarding
    ) -> ImpactGraph.Device {
        devices.append(device)
        return graph.addDevice(presence, forwards: forwards)
    }

    /// Gear that the order brings and no record holds, by its name; what it does with data nobody wrote.
    mutating func guest(_ name: Symbol) -> ImpactGraph.Device {
        if let known = guests[name] { return known }
        let guest = add(nil, .absent, .perhaps)
        guests[name] = guest
        return guest
    }

    /// What stands for a line's far end: the provider's network, or the line itself where nobody wrote one.
    mutating func end(of circuit: Ref<Circuit>) -> ImpactGraph.Device {
        let sides = [inventory.circuits[circuit].a, inventory.circuits[circuit].z]
        if let network = sides.lazy.compactMap({ $0?.providerNetwork }).first, let known = networks[network] { return known }
        if let known = lines[circuit] { return known }
        let line = add(nil, .sure, .never)
        lines[circuit] = line
        return line
    }

    /// A device that is in no plant: the end of a path of which the record holds nothing.
    mutating func nobody() -> ImpactGraph.Device { add(nil, .absent, .never) }
}

// MARK: - Links

extension PlantGraph {
    private mutating func addRecord(_ ref: Ref<Link>, _ records: Links) {
        let outline = records.outline(of: ref)
        guard !outline.isPlanned else {
            planned.insert(ref)
            return elements.append(nil)
        }
        if !outline.isCarrierKnown, outline.end == .complete { noteDark(ref, outline) }
        // No way of any service can lead over what hangs on such a device.
        guard !isDeadEnd(outline.a), !isDeadEnd(outline.b) else { return elements.append(nil) }
        let element: ImpactGraph.Link?
        if outline.end == .complete, inventory.states.rows.isEmpty {
            // Nearly all are such, and of these no more counts than where they lead and whether that is known.
            element = add(
                Reach(outline), outline.isKnownToExist ? .sure : .possible, isCarrierKnown: outline.isCarrierKnown, isProvenUp: false)
        } else {
            let link = records[ref]
            let presence = presence(of: link, isKnown: outline.isKnownToExist)
            element = add(
                Reach(link, in: inventory), presence, isCarrierKnown: outline.isCarrierKnown, isProvenUp: isProvenUp(link))
        }
        elements.append(element)
        if element != nil { links.append(.recorded(ref)) }
    }

    /// Whether a port is of a device that never forwards and is the end of no path.
    private func isDeadEnd(_ port: Ref<Port>?) -> Bool {
        guard let port, let device = inventory.ports[port].device else { return false }
        let row = Int32(device.index)
        return graph.devices[Int(row)].forwards == .never && !endpoints.contains(row)
    }

    private mutating func noteDark(_ ref: Ref<Link>, _ outline: Links.Outline) {
        let ends = [outline.a, outline.b].compactMap(\.self)
        guard ends.allSatisfy({ carriesData($0) }) else { return }
        dark.append(ref)
        for device in Set(ends.compactMap { inventory.ports[$0].device }) { darkAt[device, default: []].append(ref) }
    }

    /// Adds a link that a step makes, or that must be presumed; nil where it carries nothing that counts.
    mutating func add(
        _ added: AddedLink, number: Int, guest: ImpactGraph.Device?, insteadOf forerunner: ImpactGraph.Link?
    ) -> ImpactGraph.Link? {
        let presence: ImpactGraph.Presence = added.isPresumed ? .possible : .absent
        let element = add(
            Reach(added.link, in: inventory), presence, isCarrierKnown: true, isProvenUp: false, guest: guest, insteadOf: forerunner)
        if element != nil { links.append(.added(number)) }
        return element
    }

    private mutating func add(
        _ reach: Reach, _ presence: ImpactGraph.Presence, isCarrierKnown: Bool, isProvenUp: Bool, guest: ImpactGraph.Device? = nil,
        insteadOf forerunner: ImpactGraph.Link? = nil
    ) -> ImpactGraph.Link? {
        guard let near = reach.near else {
            return guest.map { graph.addLooseEnd(at: $0, presence) } ?? graph.addLooseCable(presence)
        }
        guard let here = element(at: near) else { return nil }
        let there: ImpactGraph.Device?
        if let far = reach.far {
            guard let element = element(at: far) else { return nil }
            there = element
        } else {
            there = guest ?? reach.network.flatMap { networks[$0] } ?? lineEnd(reach.line)
        }
        guard let there else { return graph.addLooseEnd(at: here, presence) }
        guard here != there else { return nil }
        return graph.addLink(here, there, presence, isCarrierKnown: isCarrierKnown, isProvenUp: isProvenUp, insteadOf: forerunner)
    }

    /// Where a way that leaves over a provider's line comes to, when the record has no other side of the line.
    private mutating func lineEnd(_ line: Ref<Circuit>?) -> ImpactGraph.Device? {
        guard let line, inventory.circuits[line].a == nil || inventory.circuits[line].z == nil else { return nil }
        return end(of: line)
    }

    /// The device of a port that carries data; nil for every other port.
    private func element(at port: Ref<Port>) -> ImpactGraph.Device? {
        guard carriesData(port) else { return nil }
        return inventory.ports[port].device.map { self[$0] }
    }

    private func carriesData(_ port: Ref<Port>) -> Bool {
        let row = inventory.ports[port]
        guard row.kind == .interface else { return false }
        return row.detail.map { !inventory.portDetails[$0].isManagementOnly } ?? true
    }

    /// Sure when its existence is freshly known, which for a line into the provider's net the cords on the way show.
    private func presence(of link: Link, isKnown: Bool) -> ImpactGraph.Presence {
        if isKnownDown(link) { return .absent }
        if link.end == .open, link.ends.count == 1 { return isLineKnown(link) ? .sure : .possible }
        return isKnown && !isDoubtful(link) ? .sure : .possible
    }

    private func isLineKnown(_ link: Link) -> Bool {
        !link.cables.isEmpty && !link.isContested && link.cables.allSatisfy { plant.exists($0).isKnown } && !isDoubtful(link)
    }
}

/// Where a link leads, as far as impact asks.
private struct Reach {
    /// The active ports at its ends; `far` only beside `near`.
    var near: Ref<Port>?
    var far: Ref<Port>?
    /// The provider's network at which it ends.
    var network: Ref<ProviderNetwork>?
    /// The line over which it leaves the record.
    var line: Ref<Circuit>?

    init(_ outline: Links.Outline) {
        (near, far, network) = (outline.a, outline.b, outline.network)
    }

    init(_ link: Link, in inventory: borrowing Inventory) {
        (near, far, network) = (link.ends.first, link.ends.count == 2 ? link.ends[1] : nil, link.network)
        if link.end == .open, let last = link.way.last, case .circuit(let circuit) = inventory.ports[last].holder { line = circuit }
    }
}

// MARK: - Condition

extension PlantGraph {
    private func conditions(of link: Link) -> [Knowledge<Bool>] {
        guard !inventory.states.rows.isEmpty else { return [] }
        return link.way.map { plant.isUp(.port($0)) } + link.cables.map { plant.isUp(.cable($0)) }
    }

    /// Whether something on a link's way is known to be down at present.
    func isKnownDown(_ link: Link) -> Bool { conditions(of: link).contains { $0.isKnown && $0.value == false } }

    private func isDoubtful(_ link: Link) -> Bool {
        conditions(of: link).contains { $0.isConflicting || (!$0.isKnown && $0.value == false) }
    }

    private func isProvenUp(_ link: Link) -> Bool {
        let conditions = conditions(of: link)
        return conditions.contains { $0.isKnown && $0.value == true } && !conditions.contains { $0.isConflicting || $0.value == false }
    }
}
