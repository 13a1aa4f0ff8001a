import Diagnostics

extension NameIndex {
    /// A device by name, `name@site`, `type#id` or one of its `aka`; its own name comes first.
    func device(_ name: String, in inventory: Inventory) -> Resolution<Ref<Device>> {
        resolution(
            deviceRows(name, in: inventory), fullName: { deviceName(Ref($0), in: inventory) },
            near: near(
                .device, rowCount: inventory.devices.count,
                among: inventory.devices.rows.lazy.flatMap { [$0.name.text] + $0.aka.map(\.text) }, name))
    }

    func deviceRows(_ name: String, in inventory: Inventory) -> [Int] {
        let symbol = Symbol(name)
        let rows = devices.rows(symbol)
        if !rows.isEmpty { return rows }
        if let (plain, site) = Self.splitSite(name), let site = sites.only(site) {
            let known = devices.rows(plain) + (devices.rows(plain).isEmpty ? aliases.rows(plain) : [])
            let there = known.filter { inventory.devices[Ref($0)].site == Ref(site) }
            if !there.isEmpty { return there }
        }
        let others = aliases.rows(symbol)
        return others.isEmpty ? origins.rows(symbol) : others
    }

    /// Splits `name@site` at its last `@`.
    static func splitSite(_ name: String) -> (name: Symbol, site: Symbol)? {
        guard let at = name.lastIndex(of: "@") else { return nil }
        return (Symbol(String(name[..<at])), Symbol(String(name[name.index(after: at)...])))
    }

    /// A rack by name or `name@site`.
    func rack(_ name: String, in inventory: Inventory) -> Resolution<Ref<Rack>> {
        var rows = racks.rows(Symbol(name))
        if rows.isEmpty, let (plain, site) = Self.splitSite(name), let site = sites.only(site) {
            rows = racks.rows(plain).filter { inventory.racks[Ref($0)].site == Ref(site) }
        }
        return resolution(
            rows, fullName: { rackName(Ref($0), in: inventory) },
            near: near(.rack, rowCount: inventory.racks.count, among: inventory.racks.rows.lazy.map(\.name.text), name))
    }

    /// A location by name, or `name@site` where several sites have one.
    func location(_ name: String, in inventory: Inventory) -> Resolution<Ref<Location>> {
        var rows = locations.rows(Symbol(name))
        if rows.isEmpty, let (plain, site) = Self.splitSite(name), let site = sites.only(site) {
            rows = locations.rows(plain).filter { inventory.locations[Ref($0)].site == Ref(site) }
        }
        return resolution(
            rows, fullName: { "\(inventory.locations[Ref($0)].name)@\(inventory.sites[inventory.locations[Ref($0)].site].name)" },
            among: inventory.locations.rows.lazy.map(\.name.text), for: name)
    }

    /// A cable by id, else by label.
    func cable(_ name: String, in inventory: Inventory) -> Resolution<Ref<Cable>> {
        let symbol = Symbol(name)
        let rows = cables.rows(symbol)
        return resolution(
            rows.isEmpty ? labels.rows(symbol) : rows, fullName: { cableName(Ref($0), in: inventory) },
            near: near(
                .cable, rowCount: inventory.cables.count,
                among: inventory.cables.rows.lazy.flatMap { [$0.id, $0.label].compactMap { $0?.text } }, name))
    }

    func circuit(_ name: String, in inventory: Inventory) -> Resolution<Ref<Circuit>> {
        resolution(
            circuits.rows(Symbol(name)), fullName: { inventory.circuits[Ref($0)].id.text },
            among: inventory.circuits.rows.lazy.map(\.id.text), for: name)
    }

    func powerPanel(_ name: String, in inventory: Inventory) -> Resolution<Ref<PowerPanel>> {
        resolution(
            powerPanels.rows(Symbol(name)), fullName: { inventory.powerPanels[Ref($0)].name.text },
            among: inventory.powerPanels.rows.lazy.map(\.name.text), for: name)
    }

    /// Turns rows into what they mean, with suggestions where there is none.
    func resolution<Row>(
        _ rows: [Int], fullName: (Int) -> String, among names: some Sequence<String>, for name: String
    ) -> Resolution<Ref<Row>> {
        resolution(rows, fullName: fullName, near: near(names, name))
    }

    /// Turns rows into what they mean; `near` is asked where there is none.
    private func resolution<Row>(
        _ rows: [Int], fullName: (Int) -> String, near: @autoclosure () -> [String]
    ) -> Resolution<Ref<Row>> {
        switch rows.count {
        case 0: .unrecorded(suggestions: near())
        case 1: .found(Ref(rows[0]))
        default: .ambiguous(rows.prefix(8).map(fullName))
        }
    }
}

// MARK: - Ports

extension NameIndex {
    func port(_ reference: PortReference, in inventory: Inventory) -> Resolution<Ref<Port>> {
        switch reference {
        case .text(let text): port(text.text, in: inventory)
        case .parts(let device, let port, let kind): self.port(port.text, kind, on: device.text, in: inventory)
        case .circuitSide(let circuit, let side): self.side(side.text, of: circuit.text, in: inventory)
        case .feed(let name, let panel): feed(name.text, panel: panel?.text, in: inventory)
        }
    }

    private func port(_ text: String, in inventory: Inventory) -> Resolution<Ref<Port>> {
        var other: Resolution<Ref<Port>>?
        for colon in text.indices where text[colon] == ":" {
            let (name, part) = (String(text[..<colon]), String(text[text.index(after: colon)...]))
            guard !name.isEmpty, !part.isEmpty, !deviceRows(name, in: inventory).isEmpty else { continue }
            let result = port(part, nil, on: name, in: inventory)
            if case .found = result { return result }
            other = other ?? result
        }
        return other ?? sideOrFeed(text, in: inventory)
    }

    /// `circuit/A-1:Z` and `feed/F-12`, as names of such ports are printed.
    private func sideOrFeed(_ text: String, in inventory: Inventory) -> Resolution<Ref<Port>> {
        if text.hasPrefix("feed/") {
            let name = String(text.dropFirst(5))
            if !feeds.rows(Symbol(name)).isEmpty { return feed(name, panel: nil, in: inventory) }
            let split = Self.splitSite(name)
            return feed(split?.name.text ?? name, panel: split?.site.text, in: inventory)
        }
        guard let colon = text.lastIndex(of: ":") else { return .malformed(.portReferenceForm) }
        if text.hasPrefix("circuit/") {
            let circuit = String(text[text.index(text.startIndex, offsetBy: 8)..<colon])
            return side(String(text[text.index(after: colon)...]), of: circuit, in: inventory)
        }
        let (name, part) = (String(text.prefix { $0 != ":" }), String(text.drop { $0 != ":" }.dropFirst()))
        guard !name.isEmpty, !part.isEmpty else { return .malformed(.portReferenceForm) }
        return port(part, nil, on: name, in: inventory)
    }

    private func port(_ part: String, _ kind: PortKind?, on device: String, in inventory: Inventory) -> Resolution<Ref<Port>> {
        switch self.device(device, in: inventory) {
        case .found(let device): port(part, kind, on: device, in: inventory)
        case .unrecorded(let near): .unrecorded(suggestions: near.map { "\($0):\(part)" })
        case .ambiguous(let names): .ambiguous(names.map { "\($0):\(part)" })
        case .malformed(let form): .malformed(form)
        }
    }

    /// A port of a known device.
    func port(_ part: String, _ kind: PortKind?, on device: Ref<Device>, in inventory: Inventory) -> Resolution<Ref<Port>> {
        let row = Int(device.index)
        let found = kind.map { port(of: row, named: part, among: [$0]) } ?? port(of: row, named: part)
        switch found {
        case .one(let port): return .found(Ref(port))
        case .several(let ports): return .ambiguous(ports.map { portName(Ref($0), in: inventory) })
        case .none:
            let prefix = deviceName(device, in: inventory) + ":"
            let names = inventory.devices[device].ports.refs.lazy.map { Self.partName(inventory.ports[$0]) }
            let bare = inventory.devices[device].ports.refs.lazy.map { inventory.ports[$0].name.text }
            let full = near(names, part)
            return .unrecorded(suggestions: (full.isEmpty ? near(bare, part) : full).map { prefix + $0 })
        }
    }

    private func side(_ side: String, of circuit: String, in inventory: Inventory) -> Resolution<Ref<Port>> {
        switch self.circuit(circuit, in: inventory) {
        case .found(let ref):
            let row = inventory.circuits[ref]
            let port = side == "A" ? row.a?.port : side == "Z" ? row.z?.port : nil
            let others = [row.a.map { _ in "A" }, row.z.map { _ in "Z" }].compactMap { $0 }
            return port.map { .found($0) } ?? .unrecorded(suggestions: others.map { "circuit/\(circuit):\($0)" })
        case .unrecorded(let near): return .unrecorded(suggestions: near.map { "circuit/\($0):\(side)" })
        case .ambiguous(let names): return .ambiguous(names.map { "circuit/\($0):\(side)" })
        case .malformed(let form): return .malformed(form)
        }
    }

    private func feed(_ name: String, panel: String?, in inventory: Inventory) -> Resolution<Ref<Port>> {
        let rows = feeds.rows(Symbol(name)).filter { row in
            guard let panel else { return true }
            guard case .feed(let holder?) = inventory.ports[Ref(row)].holder else { return false }
            return inventory.powerPanels[holder].name == Symbol(panel)
        }
        let known = inventory.ports.rows.lazy.filter { $0.kind == .powerFeed }.map(\.name.text)
        let result: Resolution<Ref<Port>> = resolution(rows, fullName: { portName(Ref($0), in: inventory) }, among: known, for: name)
        guard case .unrecorded(let near) = result else { return result }
        return .unrecorded(suggestions: near.map { "feed/\($0)" })
    }
}

extension NameIndex {
    /// The name of the device in a reference, up to the first colon; nil for sides of circuits and feeds.
    func deviceName(in reference: PortReference) -> Symbol? {
        switch reference {
        case .text(let text): Symbol(String(text.text.prefix { $0 != ":" }))
        case .parts(let device, _, _): device
        case .circuitSide, .feed: nil
        }
    }

    func deviceRow(in reference: PortReference) -> Ref<Device>? {
        deviceName(in: reference).flatMap { devices.only($0) }.map { Ref($0) }
    }
}

// MARK: - Any object

extension NameIndex {
    func object(_ reference: ObjectReference, in inventory: Inventory) -> Resolution<ObjectRef> {
        switch reference {
        case .port(let port): self.port(port, in: inventory).map { .port($0) }
        case .named(let kind, let name): object(kind, name.text, in: inventory)
        case .name(let name): object(name.text, in: inventory)
        }
    }

    private func object(_ kind: ObjectReference.Kind, _ name: String, in inventory: Inventory) -> Resolution<ObjectRef> {
        switch kind {
        case .device: device(name, in: inventory).map { .device($0) }
        case .rack: rack(name, in: inventory).map { .rack($0) }
        case .cable: cable(name, in: inventory).map { .cable($0) }
        case .circuit: circuit(name, in: inventory).map { .circuit($0) }
        case .powerPanel: powerPanel(name, in: inventory).map { .powerPanel($0) }
        case .location, .room: location(name, in: inventory).map { .location($0) }
        case .site:
            (resolution(
                sites.rows(Symbol(name)), fullName: { inventory.sites[Ref($0)].name.text },
                among: inventory.sites.rows.lazy.map(\.name.text), for: name) as Resolution<Ref<Site>>).map { .site($0) }
        case .service:
            (resolution(
                services.rows(Symbol(name)), fullName: { inventory.services[Ref($0)].id.text },
                among: inventory.services.rows.lazy.map(\.id.text), for: name) as Resolution<Ref<Service>>).map { .service($0) }
        }
    }

    /// A bare name: a port or a part where it has a colon, else whatever has that name; devices and cables come first.
    private func object(_ name: String, in inventory: Inventory) -> Resolution<ObjectRef> {
        var near: [String] = []
        if name.utf8.contains(UInt8(ascii: ":")) || name.hasPrefix("feed/") {
            if let module = module(name, in: inventory) { return .found(module) }
            switch port(.text(Symbol(name)), in: inventory) {
            case .found(let port): return .found(.port(port))
            case .ambiguous(let names): return .ambiguous(names)
            case .unrecorded(let names): near = names
            case .malformed: break
            }
        }
        for kind in [ObjectReference.Kind.device, .cable, .rack, .circuit, .service, .location, .site, .powerPanel] {
            switch object(kind, name, in: inventory) {
            case .found(let object): return .found(object)
            case .ambiguous(let names): return .ambiguous(names)
            case .unrecorded(let names): near += names
            case .malformed: break
            }
        }
        return .unrecorded(suggestions: Array(near.prefix(3)))
    }

    /// What sits in a bay written as `srv-2:bay/3`: a module, or a blade.
    private func module(_ name: String, in inventory: Inventory) -> ObjectRef? {
        guard let (device, bay) = bay(name, in: inventory) else { return nil }
        if let module = inventory.modules.refs.first(where: { inventory.modules[$0].device == device && inventory.modules[$0].bay == bay })
        {
            return .module(module)
        }
        let blade = inventory.devices.refs.first { ref in
            inventory.devices[ref].parent.map { $0.device == device && $0.bay == bay } ?? false
        }
        return blade.map { .device($0) }
    }

    /// The device and the bay of a part such as `srv-2:bay/3`; nil for anything else.
    func bay(_ name: String, in inventory: Inventory) -> (device: Ref<Device>, bay: Symbol)? {
        guard let range = name.firstRange(of: ":bay/") else { return nil }
        return device(String(name[..<range.lowerBound]), in: inventory).value.map { ($0, Symbol(String(name[range.upperBound...]))) }
    }
}

extension String {
    /// Where another text stands in this one for the first time.
    func firstRange(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
