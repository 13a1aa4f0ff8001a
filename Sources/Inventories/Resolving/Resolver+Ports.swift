import Diagnostics
import LocatedYAML

extension Resolver {
    /// Makes room for the ports of devices and of their types, which are nearly all.
    mutating func reservePorts(of devices: [Pending]) {
        var sum = 0
        for device in devices {
            for port in device.draft.ports { sum += port.name.map { count(of: $0.value) } ?? 0 }
            for port in device.type?.draft.ports ?? [] { sum += port.name.map { count(of: $0.value) } ?? 0 }
        }
        inventory.ports.reserve(sum)
        index.reserve(ports: sum)
    }

    /// Adds a device's ports, which lie beside each other: those of its type, its own, and those of its modules.
    mutating func addPorts(of device: Pending) {
        let start = inventory.ports.count
        var fronts: [(draft: PortDraft, ports: [Int])] = []
        let modules = device.draft.modules + (modulesApart[device.ref] ?? [])
        typePorts = []
        tracksTypePorts = !device.draft.ports.isEmpty || !modules.isEmpty
        if let type = device.type {
            for (number, draft) in type.draft.ports.enumerated() {
                addPorts(draft, detail: type.details[number], on: device.ref, from: start, module: nil, bay: nil, overrides: false, &fronts)
            }
        }
        for draft in device.draft.ports {
            addPorts(draft, detail: detail(draft), on: device.ref, from: start, module: nil, bay: nil, overrides: true, &fronts)
        }
        let bays = (device.type?.draft.bays ?? []) + device.draft.bays
        inventory.devices[device.ref].bays = bays.compactMap(\.name).flatMap { names(of: $0) }
        for module in modules {
            addModule(module, on: device.ref, bays: bays, within: nil, from: start, &fronts)
        }
        inventory.devices[device.ref].ports = Rows(start: start, count: inventory.ports.count - start)
        addMappings(fronts, on: device.ref)
    }

    private mutating func addModule(
        _ draft: ModuleDraft, on device: Ref<Device>, bays: [BayDraft], within parent: Ref<Module>?, from start: Int,
        _ fronts: inout [(draft: PortDraft, ports: [Int])]
    ) {
        guard let bay = draft.bay else { return }
        let known = bays.first { bay in bay.name.map { names(of: $0).contains(draft.bay!.value) } ?? false }
        if known == nil, !bays.isEmpty {
            let all = bays.compactMap(\.name).flatMap { names(of: $0) }
            let near = index.near(all.lazy.map(\.text), bay.value.text)
            report(.unresolved(.bay, bay.value.text, .unrecorded(suggestions: near) as Resolution<Int>, at: bay.span))
            return
        }
        let slot = ModuleSlot(device: device, parent: parent, bay: bay.value)
        guard isFirst(.module, bay, moduleRows[slot].map { [$0] } ?? [], in: inventory.modules) else { return }
        let type = draft.type.flatMap { moduleType($0) }
        if draft.type != nil, type == nil { incompleteDevices.insert(device) }
        let module = inventory.modules.append(
            Module(
                device: device, bay: bay.value, parent: parent, type: draft.type?.value, serial: draft.serial, assetTag: draft.assetTag,
                owner: party(draft.imprint.owner), status: draft.status, origin: draft.imprint.origin), at: bay.span)
        moduleRows[slot] = Int(module.index)
        var remarks = draft.remarks
        remarks.tags = draft.imprint.tags
        keep(remarks, of: .module(module))
        let position = known?.position ?? bay.value
        for port in type?.ports ?? [] {
            addPorts(port, detail: detail(port), on: device, from: start, module: module, bay: position, overrides: false, &fronts)
        }
        for port in draft.ports {
            addPorts(port, detail: detail(port), on: device, from: start, module: module, bay: position, overrides: true, &fronts)
        }
        for inner in draft.modules {
            addModule(inner, on: device, bays: (type?.bays ?? []) + draft.bays, within: module, from: start, &fronts)
        }
    }

    /// Adds the ports that one declaration makes, or changes those of the type that have the same kind and name.
    private mutating func addPorts(
        _ draft: PortDraft, detail: Ref<PortDetail>?, on device: Ref<Device>, from start: Int, module: Ref<Module>?, bay: Symbol?,
        overrides: Bool, _ fronts: inout [(draft: PortDraft, ports: [Int])]
    ) {
        guard let name = draft.name else { return }
        let owner = party(draft.imprint.owner)
        let isMapped = draft.kind == .frontPort && (draft.rear != nil || !draft.mappings.isEmpty)
        var rows: [Int] = []
        let names = names(of: name)
        let origins = origins(of: draft, count: names.count)
        for (number, port) in names.enumerated() {
            let port = placed(port, in: bay)
            let origin = origins?[number] ?? draft.imprint.origin
            let row = Port(
                holder: .device(device), kind: draft.kind, name: port, type: draft.type, label: draft.label, owner: owner, module: module,
                detail: detail, origin: origin)
            let next = inventory.ports.count
            if let known = index.add(row, of: Int(device.index), at: next) {
                guard overrides, typePorts.remove(known) != nil else {
                    report(.duplicate(.port, port.text, at: name.span, first: inventory.ports.span(of: Ref(known))))
                    continue
                }
                change(known, to: row, draft)
                if isMapped { rows.append(known) }
            } else {
                let ref = inventory.ports.append(row, at: name.span)
                if !overrides, tracksTypePorts { typePorts.insert(next) }
                keep(draft.remarks, of: .port(ref))
                if isMapped { rows.append(next) }
            }
        }
        if isMapped { fronts.append((draft, rows)) }
    }

    /// The key of each port that one declaration makes: a range in it, such as `dcim.interface:[3-20,31]`, runs beside the name's.
    ///
    /// Nil where there is no range, and all have the key that is written.
    private func origins(of draft: PortDraft, count: Int) -> [Symbol]? {
        guard count > 1, let written = draft.imprint.origin, let keys = try? NameRange.names(written.text), keys.count == count else {
            return nil
        }
        return keys.map { Symbol($0) }
    }

    /// The name of a module's port: `{module}` stands for the bay's position.
    private func placed(_ name: Symbol, in bay: Symbol?) -> Symbol {
        guard let bay, let range = name.text.firstRange(of: "{module}") else { return name }
        return Symbol(name.text.replacingSubrange(range, with: bay.text))
    }

    /// What the device itself says of a port of its type replaces what the type says.
    private mutating func change(_ port: Int, to row: Port, _ draft: PortDraft) {
        let old = inventory.ports[Ref(port)]
        var row = row
        row.type = row.type ?? old.type
        row.label = row.label ?? old.label
        row.module = row.module ?? old.module
        if let own = row.detail, let base = old.detail {
            let merged = inventory.portDetails[own].completed(by: inventory.portDetails[base], where: draft)
            row.detail = inventory.portDetails.append(merged, at: draft.span)
        } else {
            row.detail = row.detail ?? old.detail
        }
        inventory.ports[Ref(port)] = row
        keep(draft.remarks, of: .port(Ref(port)))
    }

    /// Interfaces name others of the same device, or with its name of another one in the stack; outlets name their inlet.
    mutating func checkNeighbours(of device: Pending) {
        for draft in device.draft.ports { checkNeighbours(of: device, draft) }
        for draft in device.type?.draft.ports ?? [] { checkNeighbours(of: device, draft) }
    }

    private mutating func checkNeighbours(of device: Pending, _ draft: PortDraft) {
        guard let detail = draft.detail else { return }
        for name in [detail.lag, detail.bridge, detail.parent] {
            if let name { checkNeighbour(name, .interface, of: device, draft) }
        }
        if let inlet = detail.power.inlet { checkNeighbour(inlet, .powerPort, of: device, draft) }
    }

    private mutating func checkNeighbour(_ name: Symbol, _ kind: PortKind, of device: Pending, _ draft: PortDraft) {
        let found = index.port(of: Int(device.ref.index), named: name.text, among: [kind])
        guard found == .none, !incompleteDevices.contains(device.ref) else { return }
        if case .found(let other) = index.port(.text(name), in: inventory), inventory.ports[other].kind == kind { return }
        let ports = inventory.ports[inventory.devices[device.ref].ports].lazy.filter { $0.kind == kind }
        let near = index.near(ports.map(\.name.text), name.text)
        report(.unresolved(.port, name.text, .unrecorded(suggestions: near) as Resolution<Int>, at: draft.name?.span ?? draft.span))
    }
}

extension String {
    func replacingSubrange(_ range: Range<Index>, with other: String) -> String {
        var text = self
        text.replaceSubrange(range, with: other)
        return text
    }
}

extension PortDetail {
    /// This detail, completed by another one where it says nothing.
    func completed(by other: PortDetail, where draft: PortDraft) -> PortDetail {
        var detail = self
        detail.isEnabled = isEnabled ?? other.isEnabled
        detail.isManagementOnly = isManagementOnly || other.isManagementOnly
        detail.isConnectedMark = isConnectedMark || other.isConnectedMark
        detail.lag = lag ?? other.lag
        detail.bridge = bridge ?? other.bridge
        detail.parent = parent ?? other.parent
        detail.vlans = vlans ?? other.vlans
        detail.mac = mac ?? other.mac
        detail.poeMode = poeMode ?? other.poeMode
        detail.poeType = poeType ?? other.poeType
        detail.positions = positions == 1 ? other.positions : positions
        detail.speed = speed ?? other.speed
        detail.cordDescription = cordDescription ?? other.cordDescription
        detail.wireless = wireless ?? other.wireless
        detail.ssid = ssid ?? other.ssid
        detail.color = color ?? other.color
        detail.tags += other.tags.filter { !tags.contains($0) }
        detail.power.maximumDraw = power.maximumDraw ?? other.power.maximumDraw
        detail.power.allocatedDraw = power.allocatedDraw ?? other.power.allocatedDraw
        detail.power.inlet = power.inlet ?? other.power.inlet
        detail.power.feedLeg = power.feedLeg ?? other.power.feedLeg
        detail.power.status = power.status ?? other.power.status
        return detail
    }
}
