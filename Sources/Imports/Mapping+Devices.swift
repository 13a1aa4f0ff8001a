import LocatedYAML

extension Mapping {
    /// Devices in a file for each site, with everything in them.
    mutating func deviceSections() -> [DraftSection] {
        var bySite: [String: [Draft]] = [:]
        var parts = DeviceParts(export)
        for device in export.objects(.devices) {
            let draft = self.device(device, &parts)
            bySite[siteFile(device.node), default: []].append(draft)
        }
        for lost in parts.rest { orphan(lost) }
        let chassis = DraftSection(
            path: "inventory/netbox-sites.yaml", key: "virtual_chassis", layout: .line, drafts: virtualChassisDrafts())
        return bySite.keys.sorted().map { site in
            DraftSection(path: "inventory/netbox-\(site)devices.yaml", key: "devices", layout: .block, drafts: bySite[site] ?? [])
        } + [chassis]
    }

    /// The beginning of a file's name for what stands at a site: `dm-akron-`, or nothing where the site is not known.
    func siteFile(_ node: Node) -> String {
        guard let site = node["site"], let slug = site.text("slug") ?? site.text("name").map(slug) else { return "" }
        return Imports.slug(slug) + "-"
    }

    private mutating func device(_ device: ForeignObject, _ parts: inout DeviceParts) -> Draft {
        place(device)
        let node = device.node
        var draft = Draft(origin: device.origin)
        draft.set("name", text: names.name(device.origin))
        if node.text("name") == nil, node.present("virtual_chassis") != nil {
            draft.set("aka", texts: [node.text("display")].compactMap { $0 })
        }
        draft.set("device_type", text: deviceType(node))
        draft.set("role", text: role(node))
        draft.set("serial", text: node.text("serial"))
        draft.set("asset_tag", text: node.text("asset_tag"))
        _ = placed(.platforms, node.reference("platform"))
        draft.set("platform", text: node["platform"]?.text("slug"))
        draft.set("site", text: name(node, "site", in: .sites))
        draft.set("location", text: name(node, "location", in: .locations))
        draft.set("rack", text: name(node, "rack", in: .racks))
        draft.set("position", node.figure("position"))
        draft.set("face", text: node.choice("face"))
        draft.set("chassis", chassis(node))
        draft.set("virtual_chassis", virtualChassis(node))
        setCommon(&draft, device)
        let seen = parts.all(of: device.id)
        setParts(&draft, DeviceParts.Holder(device: device.id, module: nil), &parts)
        draft.set("occupied", texts: unexplainedCords(seen))
        return draft
    }

    private mutating func role(_ node: Node) -> String? {
        // Up to 3.5 the field was `device_role`.
        guard let role = node.present("role") ?? node.present("device_role") else { return nil }
        _ = placed(.deviceRoles, role.integer("id"))
        return role.text("slug") ?? role.text("name")
    }

    /// The chassis and its bay, for a blade.
    private mutating func chassis(_ node: Node) -> Value? {
        guard let parent = node.present("parent_device"), let chassis = name(node, "parent_device", in: .devices) else { return nil }
        let bay = placed(.deviceBays, parent.reference("device_bay"))?.node ?? parent["device_bay"]
        return .map([.init("device", .text(chassis)), .init("bay", .text(bay?.text("name") ?? ""))])
    }

    private mutating func virtualChassis(_ node: Node) -> Value? {
        guard let name = name(node, "virtual_chassis", in: .virtualChassis) else { return nil }
        var pairs = [Value.Pair("name", .text(name))]
        if let position = node.integer("vc_position") { pairs.append(.init("position", .number(position))) }
        if let priority = node.integer("vc_priority") { pairs.append(.init("priority", .number(priority))) }
        return pairs.count == 1 ? .text(name) : .map(pairs)
    }

    mutating func virtualChassisDrafts() -> [Draft] {
        export.objects(.virtualChassis).map { chassis in
            place(chassis)
            var draft = Draft(origin: chassis.origin)
            draft.set("name", text: names.name(chassis.origin))
            draft.set("master", text: name(chassis.node, "master", in: .devices))
            draft.set("domain", text: chassis.node.text("domain"))
            setCommon(&draft, chassis, status: false)
            return draft
        }
    }

    /// What stands in a device or in a module: bays, ports, modules, which hold the same in turn.
    private mutating func setParts(_ draft: inout Draft, _ holder: DeviceParts.Holder, _ parts: inout DeviceParts) {
        draft.set("device_bays", parts: parts.take(.deviceBays, holder).map { bay($0) })
        draft.set("module_bays", parts: parts.take(.moduleBays, holder).map { bay($0) })
        let modules = parts.take(.modules, holder)
        draft.set("modules", parts: modules.map { module($0, &parts) })
        draft.set("interfaces", parts: parts.take(.interfaces, holder).map { interface($0) })
        draft.set("front_ports", parts: parts.take(.frontPorts, holder).map { frontPort($0) })
        draft.set("rear_ports", parts: parts.take(.rearPorts, holder).map { rearPort($0) })
        draft.set("console_ports", parts: parts.take(.consolePorts, holder).map { consolePort($0) })
        draft.set("console_server_ports", parts: parts.take(.consoleServerPorts, holder).map { consolePort($0) })
        draft.set("power_ports", parts: parts.take(.powerPorts, holder).map { powerPort($0) })
        draft.set("power_outlets", parts: parts.take(.powerOutlets, holder).map { powerOutlet($0) })
    }

    private mutating func bay(_ bay: ForeignObject) -> Draft {
        place(bay)
        var draft = Draft(origin: bay.origin)
        draft.set("name", text: portName(bay))
        draft.set("position", text: bay.node.text("position"))
        draft.set("label", text: bay.node.text("label"))
        draft.set("description", text: bay.node.text("description"))
        return draft
    }

    private mutating func module(_ module: ForeignObject, _ parts: inout DeviceParts) -> Draft {
        place(module)
        let node = module.node
        var draft = Draft(origin: module.origin)
        let bay = export.object(.moduleBays, node.reference("module_bay"))
        draft.set("bay", text: bay.map { portName($0) } ?? node["module_bay"]?.text("name"))
        draft.set("module_type", text: moduleType(node))
        draft.set("serial", text: node.text("serial"))
        draft.set("asset_tag", text: node.text("asset_tag"))
        setCommon(&draft, module)
        setParts(&draft, DeviceParts.Holder(device: node.reference("device") ?? -1, module: module.id), &parts)
        return draft
    }

    /// Ports that hold a cord of which the export has no cable: occupied, and where it goes is unknown.
    private func unexplainedCords(_ ports: [ForeignObject]) -> [String] {
        ports.filter { port in
            // A channel of an interface repeats the cable of the whole interface.
            guard let cable = port.node.reference("cable"), port.node.choice("type") != "channel" else { return false }
            return export.object(.cables, cable) == nil
        }.map { port in
            let kind = PortWord.words[port.endpoint.model] ?? nil
            return (kind.map { "\($0)/" } ?? "") + portName(port)
        }
    }
}

/// The parts of all devices, by what holds them, each taken once.
struct DeviceParts {
    /// A device, or one of its modules.
    struct Holder: Hashable {
        let device: Int
        let module: Int?
    }

    private var byHolder: [String: [Holder: [ForeignObject]]] = [:]
    private var portsOfDevice: [Int: [ForeignObject]] = [:]

    private static let ports: [Endpoint] = [
        .interfaces, .frontPorts, .rearPorts, .consolePorts, .consoleServerPorts, .powerPorts, .powerOutlets,
    ]

    init(_ export: Export) {
        for list in Self.ports + [.deviceBays, .moduleBays, .modules] {
            byHolder[list.path] = Dictionary(grouping: export.objects(list)) { Self.holder(of: $0, export) }
        }
        portsOfDevice = Dictionary(grouping: Self.ports.flatMap { export.objects($0) }) { $0.node.reference("device") ?? -1 }
    }

    /// A module sits in what holds its bay: the device, or another module.
    private static func holder(of object: ForeignObject, _ export: Export) -> Holder {
        let bay = object.endpoint == .modules ? export.object(.moduleBays, object.node.reference("module_bay")) : object
        let module = export.object(.modules, bay?.node.reference("module"))
        return Holder(device: object.node.reference("device") ?? -1, module: module?.id)
    }

    mutating func take(_ list: Endpoint, _ holder: Holder) -> [ForeignObject] {
        byHolder[list.path]?.removeValue(forKey: holder) ?? []
    }

    /// All ports of a device, those of its modules among them, list by list.
    func all(of device: Int) -> [ForeignObject] { portsOfDevice[device] ?? [] }

    /// Parts of devices or modules that the export does not hold.
    var rest: [ForeignObject] {
        byHolder.values.flatMap { $0.values.flatMap { $0 } }
    }
}
