import Diagnostics
import Inventories
import LocatedYAML
import Times

// Cords that are plugged, ends that move, devices that come: what has a form of its own in a step.

extension StepReader {
    mutating func readConnections(of draft: StepDraft, into step: inout Step) {
        step.targetSpan = (draft[.cable] ?? draft[.a] ?? draft[.b])?.extent
        if let a = draft[.a], let b = draft[.b] {
            var cord = CordDraft(node: draft.node)
            cord.a = a
            cord.b = b
            if let cable = draft[.cable], let name = words(cable) { cord.id = Located(name, cable.span) }
            step.connections = connections(cord)
        } else if let node = draft[.cable] {
            guard node.kind != .scalar else {
                log.add(.cordWithoutEnds(node.string, at: node.span))
                return
            }
            step.connections = connections(node)
        }
    }

    /// The cords of a mapping or of a list of them.
    mutating func connections(_ node: Node) -> [Step.Connection] {
        let cords = Form<[CordDraft]>.oneOrMany(of: .shape(CordDraft.shape)).read(node, &log) ?? []
        return cords.flatMap { connections($0) }
    }

    /// One cord, or as many as the ranges at both its ends have names.
    private mutating func connections(_ cord: CordDraft) -> [Step.Connection] {
        guard let a = cord.a, let b = cord.b else { return [] }
        let (left, right) = (endpoints(a), endpoints(b))
        guard left.count == right.count else {
            log.add(.unequalRanges(left.count, right.count, at: b.span, other: a.span))
            return []
        }
        let cable = cord.id.flatMap { recordedCable($0) }
        return zip(left, right).map { a, b in
            Step.Connection(a: a, b: b, cableType: cord.type, label: cord.label, cable: cable, span: cord.node.extent)
        }
    }

    private mutating func endpoints(_ node: Node) -> [Step.Endpoint] {
        guard node.kind == .scalar, !node.isNull else { return [naming.endpoint(node, &log)] }
        let names = naming.names(node, .port, &log)
        if names.count == 1 { return [naming.endpoint(node, &log)] }
        return names.map { naming.endpoint($0, &log) }
    }

    /// A cable on record by id or label; nil for a name that is not, which is then only a label.
    private mutating func recordedCable(_ name: Located<Symbol>) -> Ref<Cable>? {
        switch inventory.cable(name.value.text) {
        case .found(let cable): return cable
        case .ambiguous(let names): log.add(.ambiguousName(name.value.text, among: names, at: name.span))
        case .malformed(let form): log.add(.malformedName(name.value.text, form, at: name.span))
        case .unrecorded: break
        }
        return nil
    }
}

// MARK: - Moves

extension StepReader {
    mutating func readTransfers(of draft: StepDraft, into step: inout Step) {
        step.targetSpan = (draft[.list] ?? draft[.port] ?? draft[.cable])?.extent
        if let list = draft[.list] { step.transfers += transfers(list: list) }
        guard let to = draft[.to] else { return }
        if let port = draft[.port] { step.transfers += transfers(from: port, to: to) }
        if let cable = draft[.cable] { step.transfers += transfers(cable: cable, from: draft[.from], to: to) }
    }

    private mutating func transfers(from: Node, to: Node, cord: Located<Symbol>? = nil, label: Located<Symbol>? = nil) -> [Step.Transfer] {
        let sources = from.kind == .sequence ? from.items.flatMap { endpoints($0) } : endpoints(from)
        let goals = to.kind == .sequence ? to.items.flatMap { endpoints($0) } : endpoints(to)
        guard sources.count == goals.count else {
            log.add(.unequalRanges(sources.count, goals.count, at: to.span, other: from.span))
            return []
        }
        let cable = cord.flatMap { recordedCable($0) } ?? label.flatMap { labelledCable($0.value) }
        return zip(sources, goals).map { source, goal in
            Step.Transfer(from: source, to: goal, cable: cable, label: label?.value, span: from.span)
        }
    }

    private func labelledCable(_ label: Symbol) -> Ref<Cable>? {
        if case .found(let cable) = inventory.cable(label.text) { cable } else { nil }
    }

    /// One end of a cable moves: the one that `from` names, or the only one that is known.
    private mutating func transfers(cable node: Node, from: Node?, to: Node) -> [Step.Transfer] {
        let goal = naming.endpoint(to, &log)
        guard let target = naming.targets(.cable, node, &log).first else { return [] }
        guard case .object(.cable(let cable)) = target else {
            let source = from.map { naming.endpoint($0, &log) } ?? .unknown
            return [Step.Transfer(from: source, to: goal, label: node.symbol, span: node.span)]
        }
        let ends = inventory.cableEnds[inventory.cables[cable].ends].compactMap(\.port)
        let source: Step.Endpoint
        if let from {
            source = naming.endpoint(from, &log)
            if case .port(let port) = source, !ends.contains(port) {
                log.add(.notAnEnd(from.string, of: node.string, inventory.portNames(ends), at: from.span))
            }
        } else if ends.count == 1 {
            source = .port(ends[0])
        } else {
            log.add(.whichEnd(node.string, inventory.portNames(ends), at: node.span))
            source = .unknown
        }
        return [Step.Transfer(from: source, to: goal, cable: cable, label: inventory.cables[cable].label, span: node.span)]
    }

    private mutating func transfers(list node: Node) -> [Step.Transfer] {
        guard node.kind == .scalar else {
            let rows = Form<[TransferDraft]>.list(of: .shape(TransferDraft.shape)).read(node, &log) ?? []
            return rows.flatMap { row in
                guard let from = row.from, let to = row.to else { return [Step.Transfer]() }
                return transfers(from: from, to: to, cord: row.cable, label: row.label)
            }
        }
        guard let text = list(node.string) else {
            log.add(.listMissing(node.string, at: node.span))
            return []
        }
        let sheet = CutSheet.read(text, file: adopt(text), &log)
        return sheet.map { row in
            Step.Transfer(
                from: endpoint(row.from), to: endpoint(row.to), cable: row.label.flatMap { labelledCable($0) },
                label: row.label, span: row.span)
        }
    }

    private mutating func endpoint(_ cell: CutSheet.Cell) -> Step.Endpoint {
        if ["", "unknown", "?"].contains(cell.text) { return .unknown }
        return naming.endpoint(Naming.Name(text: cell.text, span: cell.span), &log)
    }
}

// MARK: - Installations

extension StepReader {
    /// One step for each device that an `install` names.
    mutating func installations(of draft: StepDraft, _ step: Step) -> [Step] {
        guard let node = draft[.device] else { return [step] }
        let names = (node.kind == .sequence ? node.items : [node]).flatMap { item -> [Naming.Name] in
            guard item.kind == .scalar, !item.isNull else {
                log.addMismatch(.identifier, at: item)
                return []
            }
            return naming.names(item, .device, &log)
        }
        if names.count > 1, let position = draft[.position] { log.add(.onePosition(names.count, at: position.span)) }
        for name in names { naming.installed.insert(Symbol(name.text)) }
        var cords = draft[.cords].map { connections($0) } ?? []
        return names.enumerated().map { index, name in
            var step = step
            step.targetSpan = node.extent
            if names.count > 1 { step.id = Symbol("\(step.id).\(index + 1)") }
            step.takes = step.takes?.share(index, of: names.count)
            var installation = installation(of: draft, name)
            installation.cords = names.count == 1 ? cords : take(from: &cords, ofDevice: name.text)
            step.installation = installation
            return step
        }
    }

    private mutating func installation(of draft: StepDraft, _ name: Naming.Name) -> Step.Installation {
        var installation = Step.Installation(device: Symbol(name.text))
        if case .found(let device) = inventory.device(name.text) { installation.recorded = device }
        installation.deviceType = words(draft[.deviceType])
        installation.positionHalves = draft[.position].flatMap { halves($0) }
        installation.heightHalves = draft[.height].flatMap { halves($0) }
        installation.face = draft[.face].flatMap { Form<RackFace>.choice.read($0, &log) }
        installation.draw = draft[.draw].flatMap { Form<Int>.integer(in: 0...1_000_000).read($0, &log) }
        if let rack = draft[.rack] { readRack(rack, into: &installation) }
        return installation
    }

    private mutating func readRack(_ node: Node, into installation: inout Step.Installation) {
        for target in naming.targets(.rack, node, &log) {
            switch target {
            case .object(.rack(let rack)): installation.rack = rack
            case .unit(let rack, let unit):
                installation.rack = rack
                installation.positionHalves = installation.positionHalves ?? unit * 2
            default: installation.place = target
            }
        }
    }

    /// Units in halves: 10.5 is 21.
    private mutating func halves(_ node: Node) -> Int? {
        guard let units = Form<Double>.number.read(node, &log) else { return nil }
        let halves = units * 2
        guard halves == halves.rounded(), (0...2_000).contains(halves) else {
            log.addMismatch(.other(.wholeOrHalfUnits, example: "10.5"), at: node)
            return nil
        }
        return Int(halves)
    }

    /// Of the cords of a range of devices, those of one of them.
    private func take(from cords: inout [Step.Connection], ofDevice name: String) -> [Step.Connection] {
        let own = cords.filter { inventory.device(of: $0.a) == name || inventory.device(of: $0.b) == name }
        cords.removeAll { cord in own.contains { $0.a == cord.a && $0.b == cord.b } }
        return own
    }
}

extension Period {
    /// What one of several steps takes that take so long together; the first ones have the odd seconds.
    fileprivate func share(_ index: Int, of count: Int) -> Period {
        let (each, odd) = seconds.quotientAndRemainder(dividingBy: Int64(count))
        return Period(seconds: each + (Int64(index) < odd ? 1 : 0))
    }
}

extension Inventory {
    /// The names of ports, for a diagnostic.
    func portNames(_ ports: [Ref<Port>]) -> [String] { ports.map { name(of: .port($0)) } }

    /// The name of the device that an end belongs to.
    func device(of endpoint: Step.Endpoint) -> String? {
        switch endpoint {
        case .port(let port): ports[port].device.map { devices[$0].name.text }
        case .unrecorded(let name, _): ChangeOrder.deviceName(ofReference: name.text)
        case .unknown: nil
        }
    }
}
