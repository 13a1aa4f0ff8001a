import Diagnostics
package import Inventories
import Times

extension Step {
    /// The step as an element of `steps:`, ready to be pasted into an order; ends in a line end.
    ///
    /// Everything is written but places in files; names are those of the inventory.
    package func yaml(in inventory: Inventory) -> String {
        let item = Written.map([Written.Entry("steps", .list([StepWriter(inventory).written(self)]))]).yaml
        // Without the key above it.
        return String(item.drop { $0 != "\n" }.dropFirst())
    }
}

/// Writes steps as orders have them.
struct StepWriter {
    let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    func written(_ step: Step) -> Written {
        var entries = [Written.Entry("id", .text(step.id.text)), Written.Entry("do", .text(step.verb.rawValue))]
        entries += work(of: step)
        if let text = step.text {
            entries.append(Written.Entry(step.verb == .configure ? "what" : "text", .text(text.text)))
        }
        if !step.wishes.isEmpty { entries.append(Written.Entry("for", .flow(step.wishes.map { .text($0.text) }))) }
        if let takes = step.takes { entries.append(Written.Entry("takes", .plain(takes.iso8601))) }
        if let window = step.window { entries.append(Written.Entry("window", .text(window.text))) }
        switch step.undo {
        case .automatic: break
        case .none: entries.append(Written.Entry("undo", .plain("none")))
        case .written(let steps): entries.append(Written.Entry("undo", .list(steps.map { written($0) })))
        }
        if let verify = step.verify { entries.append(Written.Entry("verify", written(verify))) }
        if let procedure = step.procedure { entries.append(Written.Entry("procedure", written(procedure))) }
        if !step.mitigations.isEmpty { entries.append(Written.Entry("mitigations", .flow(step.mitigations.map { .text($0.text) }))) }
        return .map(entries)
    }

    private func work(of step: Step) -> [Written.Entry] {
        switch step.verb {
        case .connect: connections(step.connections)
        case .move: transfers(step.transfers)
        case .install: (step.installation.map { entries(of: $0) } ?? []) + targets(of: step)
        case .replace: targets(of: step) + (step.replacement.map { entries(of: $0) } ?? [])
        case .hold: targets(of: step) + (step.hold.map { entries(of: $0) } ?? [])
        default: targets(of: step)
        }
    }

    // MARK: Targets

    /// The operands that name targets, those of one kind under one key.
    private func targets(of step: Step) -> [Written.Entry] {
        var names: [(key: String, names: [Written])] = []
        var rest: [Written.Entry] = []
        var gear: [Written] = []
        for target in step.targets {
            switch target {
            case .unknownGear(let place, let looks, let photo): gear.append(unrecorded(place, looks, photo))
            case .everything(_, let except): rest += set(step.everythingIn, except)
            case .words: break
            // Of a set, written with it.
            case .unrecorded(let kind, let name, _) where step.everythingIn?.unrecorded.contains { $0 == (kind, name) } == true: break
            default:
                let (key, name) = named(target, in: step)
                if let index = names.firstIndex(where: { $0.key == key }) {
                    names[index].names.append(name)
                } else {
                    names.append((key, [name]))
                }
            }
        }
        if !gear.isEmpty { rest.append(Written.Entry("unrecorded", gear.count == 1 ? gear[0] : .list(gear))) }
        return names.map { Written.Entry($0.key, $0.names.count == 1 ? $0.names[0] : .flow($0.names)) } + rest
    }

    private func named(_ target: Step.Target, in step: Step) -> (key: String, name: Written) {
        switch target {
        case .object(.device) where step.part != nil: ("part", .text(step.part?.text ?? ""))
        case .object(let object): (key(of: object, in: step), .text(name(of: object)))
        case .unit(let rack, let unit): ("rack", .text("\(inventory.name(of: .rack(rack))) U\(unit)"))
        case .unrecorded(let kind, let name, _): (key(ofKind: kind.text, in: step), .text(name.text))
        case .unknownGear, .everything, .words: ("text", .text(""))
        }
    }

    private func key(of object: ObjectRef, in step: Step) -> String {
        switch object {
        case .site: "site"
        case .location: "location"
        case .rack: "rack"
        case .device: "device"
        case .module: "module"
        case .port(let port): key(ofKind: inventory.ports[port].kind == .powerFeed ? "feed" : "port", in: step)
        case .cable: "cable"
        case .circuit: "circuit"
        case .service, .powerPanel: "text"
        }
    }

    /// Verbs on power take outlets where others take ports.
    private func key(ofKind kind: String, in step: Step) -> String {
        kind == "port" && (step.verb == .powerOff || step.verb == .powerOn) ? "outlet" : kind
    }

    private func name(of object: ObjectRef) -> String {
        if case .port(let port) = object, inventory.ports[port].kind == .powerFeed { return feedName(port) }
        guard case .module(let module) = object else { return inventory.name(of: object) }
        let row = inventory.modules[module]
        return "\(inventory.name(of: .device(row.device))):\(row.bay)"
    }

    /// A feed by its name alone where no other has it.
    private func feedName(_ feed: Ref<Port>) -> String {
        let short = inventory.ports[feed].name
        if case .found(feed) = inventory.port(.feed(name: short, panel: nil)) { return short.text }
        return inventory.name(of: .port(feed))
    }

    private func unrecorded(_ place: Symbol, _ looks: Symbol, _ photo: Symbol?) -> Written {
        var entries = [Written.Entry("where", .text(place.text))]
        if !looks.isEmpty { entries.append(Written.Entry("looks", .text(looks.text))) }
        if let photo { entries.append(Written.Entry("photo", .text(photo.text))) }
        return .flowMap(entries)
    }

    private func set(_ place: Selector?, _ except: [ObjectRef]) -> [Written.Entry] {
        let selector = place.map { SelectorWriter(inventory).written($0) } ?? .flowMap([])
        let set = Written.Entry("everything_in", selector)
        return except.isEmpty ? [set] : [set, Written.Entry("except", .flow(except.map { .text(name(of: $0)) }))]
    }

    // MARK: Cords

    func written(_ end: Step.Endpoint) -> Written {
        switch end {
        case .port(let port): .text(inventory.name(of: .port(port)))
        case .unrecorded(let name, _): .text(name.text)
        case .unknown: .plain("unknown")
        }
    }

    func written(_ connection: Step.Connection) -> Written {
        var entries = [Written.Entry("a", written(connection.a)), Written.Entry("b", written(connection.b))]
        if let cable = connection.cable { entries.append(Written.Entry("id", .text(inventory.name(of: .cable(cable))))) }
        if let type = connection.cableType { entries.append(Written.Entry("type", .text(type.text))) }
        if let label = connection.label { entries.append(Written.Entry("label", .text(label.text))) }
        return .flowMap(entries)
    }

    private func connections(_ connections: [Step.Connection]) -> [Written.Entry] {
        let cords = connections.map { written($0) }
        return [Written.Entry("cable", cords.count == 1 ? cords[0] : .list(cords))]
    }

    private func transfers(_ transfers: [Step.Transfer]) -> [Written.Entry] {
        if transfers.count == 1, transfers[0].cable == nil, transfers[0].label == nil, transfers[0].from != .unknown {
            return [Written.Entry("port", written(transfers[0].from)), Written.Entry("to", written(transfers[0].to))]
        }
        let rows = transfers.map { transfer -> Written in
            var entries = [Written.Entry("from", written(transfer.from)), Written.Entry("to", written(transfer.to))]
            if let cable = transfer.cable { entries.append(Written.Entry("cable", .text(inventory.name(of: .cable(cable))))) }
            if let label = transfer.label { entries.append(Written.Entry("label", .text(label.text))) }
            return .flowMap(entries)
        }
        return [Written.Entry("list", .list(rows))]
    }

    // MARK: What some verbs have

    private func entries(of installation: Step.Installation) -> [Written.Entry] {
        var entries = [Written.Entry("device", .text(installation.device.text))]
        if let type = installation.deviceType { entries.append(Written.Entry("device_type", .text(type.text))) }
        if let rack = installation.rack { entries.append(Written.Entry("rack", .text(inventory.name(of: .rack(rack))))) }
        if case .unrecorded(_, let name, _) = installation.place { entries.append(Written.Entry("rack", .text(name.text))) }
        if let position = installation.positionHalves { entries.append(Written.Entry("position", .plain(units(position)))) }
        if let face = installation.face { entries.append(Written.Entry("face", .plain(face.rawValue))) }
        if let height = installation.heightHalves { entries.append(Written.Entry("u_height", .plain(units(height)))) }
        if let draw = installation.draw { entries.append(Written.Entry("draw", .plain(String(draw)))) }
        if !installation.cords.isEmpty { entries.append(Written.Entry("cords", .list(installation.cords.map { written($0) }))) }
        return entries
    }

    /// Half units as units.
    private func units(_ halves: Int) -> String { halves.isMultiple(of: 2) ? String(halves / 2) : "\(halves / 2).5" }

    private func entries(of replacement: Step.Replacement) -> [Written.Entry] {
        var entries: [Written.Entry] = []
        switch replacement.with {
        case .object(let object): entries.append(Written.Entry("with", .text(name(of: object))))
        case .unrecorded(_, let name, _): entries.append(Written.Entry("with", .text(name.text)))
        default: break
        }
        if let cords = replacement.cords { entries.append(Written.Entry("cords", .text(cords.text))) }
        return entries
    }

    private func entries(of hold: Step.Hold) -> [Written.Entry] {
        var entries = [Written.Entry("observe", .text(hold.observe.text))]
        for (key, value) in [("expect", hold.expect), ("how", hold.how), ("by", hold.by), ("else", hold.otherwise)] {
            if let value { entries.append(Written.Entry(key, .text(value.text))) }
        }
        if let witness = hold.witness { entries.append(Written.Entry("witness", .text(inventory.contacts[witness].id.text))) }
        return entries
    }

    private func written(_ verify: Step.Observation) -> Written {
        var entries = [Written.Entry("observe", .text(verify.observe.text))]
        if let expect = verify.expect { entries.append(Written.Entry("expect", .text(expect.text))) }
        if let witness = verify.witness { entries.append(Written.Entry("witness", .text(inventory.contacts[witness].id.text))) }
        return .flowMap(entries)
    }

    private func written(_ procedure: Step.Procedure) -> Written {
        var entries = [Written.Entry("doc", .text(procedure.document.text))]
        if let version = procedure.version { entries.append(Written.Entry("version", .text(version.text))) }
        if let until = procedure.until { entries.append(Written.Entry("until", .plain(inventory.client.timezone.rfc3339(until)))) }
        return .flowMap(entries)
    }
}

/// Writes selectors as files have them.
struct SelectorWriter {
    let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    func written(_ selector: Selector) -> Written {
        let maps = selector.alternatives.map { terms in Written.flowMap(terms.map { entry($0) }) }
        return maps.count == 1 ? maps[0] : .flow(maps)
    }

    private func entry(_ term: Selector.Term) -> Written.Entry {
        switch term {
        case .site(let site): entry("site", .site(site))
        case .location(let location): entry("location", .location(location))
        case .room(let room): entry("room", .location(room))
        case .rack(let rack): entry("rack", .rack(rack))
        case .device(let device): entry("device", .device(device))
        case .role(let role): Written.Entry("role", .text(role.text))
        case .owner(let party): Written.Entry("owner", .text(inventory.parties[party].id.text))
        case .service(let service): Written.Entry("service", .text(inventory.services[service].id.text))
        case .port(let port): entry("port", .port(port))
        case .cable(let cable): entry("cable", .cable(cable))
        case .circuit(let circuit): entry("circuit", .circuit(circuit))
        case .feed(let feed): Written.Entry("feed", .text(inventory.ports[feed].name.text))
        case .tag(let tag): Written.Entry("tag", .text(tag.text))
        case .unrecorded(let key, let name): Written.Entry(key.text, .text(name.text))
        }
    }

    private func entry(_ key: String, _ object: ObjectRef) -> Written.Entry {
        Written.Entry(key, .text(inventory.name(of: object)))
    }
}
