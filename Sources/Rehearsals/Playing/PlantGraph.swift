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
    private var dark: [ImpactGraph.Link] = []
    private var darkAt: [ImpactGraph.Device: [ImpactGraph.Link]] = [:]
    private var networks: [Ref<ProviderNetwork>: ImpactGraph.Device] = [:]
    private var lines: [Ref<Circuit>: ImpactGraph.Device] = [:]
    private var guests: [Symbol: ImpactGraph.Device] = [:]

    private let plant: Plant
    private var inventory: Inventory { plant.inventory }

    init(_ plant: Plant, _ records: Links, _ power: inout Power) {
        self.plant = plant
        devices.reserveCapacity(inventory.devices.count)
        for device in inventory.devices.refs { addDevice(device, life: power.life(of: device)) }
        for network in inventory.providerNetworks.refs { networks[network] = add(nil, .sure, .perhaps) }
        elements.reserveCapacity(records.count)
        for ref in records.refs { addRecord(ref, records[ref]) }
    }

    subscript(device: Ref<Device>) -> ImpactGraph.Device { ImpactGraph.Device(row: Int32(device.index)) }

    /// The element of a link of the record.
    subscript(link: Ref<Link>) -> ImpactGraph.Link? { elements[Int(link.index)] }

    /// How surely an element is there before the order.
    func presence(of link: ImpactGraph.Link) -> ImpactGraph.Presence { graph.links[Int(link.row)].presence }

    func presence(of device: ImpactGraph.Device) -> ImpactGraph.Presence { graph.devices[Int(device.row)].presence }

    /// The links that may run over a touched port or cord that is not freshly known.
    func links(thatMayRunOver carrier: ImpactGraph.UndocumentedCarrier) -> [ImpactGraph.Link] {
        switch carrier {
        case .at(let device): darkAt[device] ?? []
        case .passive: dark
        }
    }
}

// MARK: - Devices

extension PlantGraph {
    private mutating func addDevice(_ device: Ref<Device>, life: Bounds) {
        let isThere = inventory.devices[device].status?.text != "planned"
        let presence: ImpactGraph.Presence = !isThere || !life.possibly ? .absent : life.surely ? .sure : .possible
        let forwards: ImpactGraph.Forwarding =
            switch inventory.forwarding(of: device) {
            case .forwards: .always
            case .never: .never
            case .perhaps: .perhaps
            }
        add(device, presence, forwards)
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
    private mutating func addRecord(_ ref: Ref<Link>, _ link: Link) {
        guard link.cables.allSatisfy({ plant.cable($0).status != .planned }) else {
            planned.insert(ref)
            return elements.append(nil)
        }
        let element = add(link, presence(of: link), isCarrierKnown: link.isCarrierKnown, isProvenUp: isProvenUp(link))
        elements.append(element)
        guard let element else { return }
        links.append(.recorded(ref))
        if !link.isCarrierKnown, link.end == .complete { noteDark(element) }
    }

    /// Adds a link that a step makes, or that must be presumed; nil where it carries nothing that counts.
    mutating func add(
        _ added: AddedLink, number: Int, guest: ImpactGraph.Device?, insteadOf forerunner: ImpactGraph.Link?
    ) -> ImpactGraph.Link? {
        let presence: ImpactGraph.Presence = added.isPresumed ? .possible : .absent
        let element = add(added.link, presence, isCarrierKnown: true, isProvenUp: false, guest: guest, insteadOf: forerunner)
        if element != nil { links.append(.added(number)) }
        return element
    }

    private mutating func noteDark(_ element: ImpactGraph.Link) {
        dark.append(element)
        let row = graph.links[Int(element.row)]
        for end in Set([row.a, row.b]) where end >= 0 { darkAt[ImpactGraph.Device(row: end), default: []].append(element) }
    }

    private mutating func add(
        _ link: Link, _ presence: ImpactGraph.Presence, isCarrierKnown: Bool, isProvenUp: Bool, guest: ImpactGraph.Device? = nil,
        insteadOf forerunner: ImpactGraph.Link? = nil
    ) -> ImpactGraph.Link? {
        guard link.ends.allSatisfy({ carriesData($0) }) else { return nil }
        let ends = link.ends.compactMap { inventory.ports[$0].device }.map { self[$0] }
        guard ends.count == link.ends.count else { return nil }
        guard let near = ends.first else {
            return guest.map { graph.addLooseEnd(at: $0, presence) } ?? graph.addLooseCable(presence)
        }
        let far = ends.count == 2 ? ends[1] : guest ?? link.network.flatMap { networks[$0] } ?? lineEnd(of: link)
        guard let far else { return graph.addLooseEnd(at: near, presence) }
        guard near != far else { return nil }
        return graph.addLink(
            near, far, presence, isCarrierKnown: isCarrierKnown, isProvenUp: isProvenUp, insteadOf: forerunner)
    }

    /// Where a way that leaves over a provider's line comes to, when the record has no other side of the line.
    private mutating func lineEnd(of link: Link) -> ImpactGraph.Device? {
        guard link.end == .open, let last = link.way.last, case .circuit(let circuit) = inventory.ports[last].holder else { return nil }
        let sides = inventory.circuits[circuit]
        guard sides.a == nil || sides.z == nil else { return nil }
        return end(of: circuit)
    }

    private func carriesData(_ port: Ref<Port>) -> Bool {
        let row = inventory.ports[port]
        guard row.kind == .interface else { return false }
        return row.detail.map { !inventory.portDetails[$0].isManagementOnly } ?? true
    }

    /// Sure when its existence is freshly known, which for a line into the provider's net the cords on the way show.
    private func presence(of link: Link) -> ImpactGraph.Presence {
        if isKnownDown(link) { return .absent }
        if link.end == .open, link.ends.count == 1 { return isLineKnown(link) ? .sure : .possible }
        return link.exists.isKnown && link.exists.value == true && !isDoubtful(link) ? .sure : .possible
    }

    private func isLineKnown(_ link: Link) -> Bool {
        !link.cables.isEmpty && !link.isContested && link.cables.allSatisfy { plant.exists($0).isKnown } && !isDoubtful(link)
    }
}

// MARK: - Condition

extension PlantGraph {
    private func conditions(of link: Link) -> [Knowledge<Bool>] {
        guard !inventory.states.rows.isEmpty else { return [] }
        return link.way.map { plant.isUp(.port($0)) } + link.cables.map { plant.isUp(.cable($0)) }
    }

    private func isKnownDown(_ link: Link) -> Bool { conditions(of: link).contains { $0.isKnown && $0.value == false } }

    private func isDoubtful(_ link: Link) -> Bool {
        conditions(of: link).contains { $0.isConflicting || (!$0.isKnown && $0.value == false) }
    }

    private func isProvenUp(_ link: Link) -> Bool {
        let conditions = conditions(of: link)
        return conditions.contains { $0.isKnown && $0.value == true } && !conditions.contains { $0.isConflicting || $0.value == false }
    }
}
