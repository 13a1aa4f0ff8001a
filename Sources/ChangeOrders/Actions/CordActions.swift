import Diagnostics
import Inventories

// Actions on cords: two ends, or one that goes elsewhere.

extension ActionReader {
    mutating func connect(_ clause: Clause) {
        let ends = clause.goals.isEmpty && clause.objects.count == 2 ? (clause.objects[..<1], clause.objects[1...]) : named(clause)
        guard let goal = ends.1.first, !ends.0.isEmpty else {
            let only = clause.objects.first ?? clause.goals.first
            names.log.add(.twoPortsNeeded(clause, at: only?.span ?? clause.span))
            return
        }
        for phrase in ends.0 {
            guard let meaning = names.meaning(of: phrase), case .targets(let targets, let kind) = meaning else { continue }
            let goals = endpoints(goal)
            if kind == .cable, case .object(.cable(let cable))? = targets.first, let end = goals?.first {
                add(.connect, of: clause) { $0.connections = [Step.Connection(a: .unknown, b: end, cable: cable, span: clause.span)] }
                continue
            }
            guard let sources = endpoints(phrase), let goals else { continue }
            guard sources.count == goals.count else {
                names.log.add(.unequalRanges(sources.count, goals.count, at: goal.span, other: phrase.span))
                continue
            }
            add(.connect, of: clause) { step in
                step.connections = zip(sources, goals).map { Step.Connection(a: $0, b: $1, span: clause.span) }
            }
        }
    }

    /// What is plugged and into what: `connect A to B`, `run a cord from A to B`.
    private func named(_ clause: Clause) -> (ArraySlice<NamePhrase>, ArraySlice<NamePhrase>) {
        let objects = clause.objects.filter { !NamedThing($0).name.isEmpty }
        return ((objects.isEmpty ? clause.sources : objects)[...], (clause.goals + clause.substitutes)[...])
    }

    /// The ports that a phrase names; of a device, its only one that carries data. Nil where that is not said, which is reported.
    private mutating func endpoints(_ phrase: NamePhrase) -> [Step.Endpoint]? {
        guard let meaning = names.meaning(of: phrase), case .targets(let targets, let kind) = meaning else { return nil }
        var ends: [Step.Endpoint] = []
        for target in targets {
            switch target {
            case .object(.port(let port)): ends.append(.port(port))
            case .unrecorded(_, let name, let near): ends.append(.unrecorded(name: name, suggestions: near))
            case .object(.device(let device)):
                let ports = inventory.devices[device].ports.refs.filter { inventory.ports[$0].kind == .interface }
                guard ports.count == 1 else {
                    names.log.add(.whichPort(phrase.text, inventory.portNames(Array(ports.prefix(6))), at: phrase.span))
                    return nil
                }
                ends.append(.port(ports[0]))
            default:
                names.log.add(.notAPort(phrase.text, kind, at: phrase.span))
                return nil
            }
        }
        return ends
    }

    mutating func move(_ clause: Clause) {
        let objects = clause.objects.filter { !NamedThing($0).name.isEmpty }
        guard let what = objects.first ?? clause.sources.first, let goal = clause.goals.first else {
            names.log.add(.whereToNeeded(clause, at: clause.span))
            return
        }
        guard let meaning = names.meaning(of: what), case .targets(let targets, let kind) = meaning else { return }
        switch (kind, targets.first) {
        case (.device, let target?): moveDevice(clause, target, what, to: goal)
        case (.cable, .object(.cable(let cable))?): moveCable(clause, cable, what, to: goal)
        default:
            guard let from = endpoints(what), let to = endpoints(goal) else { return }
            guard from.count == to.count else {
                names.log.add(.unequalRanges(from.count, to.count, at: goal.span, other: what.span))
                return
            }
            add(.move, of: clause) { step in
                step.transfers = zip(from, to).map { Step.Transfer(from: $0, to: $1, span: clause.span) }
            }
        }
    }

    private mutating func moveCable(_ clause: Clause, _ cable: Ref<Cable>, _ what: NamePhrase, to goal: NamePhrase) {
        let ends = inventory.cableEnds[inventory.cables[cable].ends].compactMap(\.port)
        var source: Step.Endpoint = .unknown
        if let from = clause.sources.first, let end = endpoints(from)?.first {
            source = end
        } else if ends.count == 1 {
            source = .port(ends[0])
        } else {
            names.log.add(.whichEndInWords(what.text, inventory.portNames(ends), at: what.span))
            return
        }
        guard let to = endpoints(goal)?.first else { return }
        let label = inventory.cables[cable].label
        add(.move, of: clause) { $0.transfers = [Step.Transfer(from: source, to: to, cable: cable, label: label, span: clause.span)] }
    }

    /// A device that goes elsewhere is removed and installed.
    private mutating func moveDevice(_ clause: Clause, _ target: Step.Target, _ what: NamePhrase, to goal: NamePhrase) {
        guard let place = installation(of: what, at: goal, clause) else { return }
        add(.remove, [target], of: clause) { $0.targetSpan = what.span }
        add(.install, place.targets, of: clause) {
            $0.targetSpan = what.span
            $0.installation = place.installation
        }
    }

    /// Two cords change places, or one device comes for another.
    mutating func swap(_ clause: Clause) {
        let pair = clause.objects + clause.goals + clause.substitutes
        guard pair.count == 2 else {
            names.log.add(.twoPortsNeeded(clause, at: clause.span))
            return
        }
        if kind(of: pair[0]) == .device {
            guard !clause.substitutes.isEmpty || !clause.goals.isEmpty else {
                names.log.add(.swapOrReplace(pair[0].text, pair[1].text, at: clause.span))
                return
            }
            var replacing = clause
            replacing.substitutes = [pair[1]]
            replacing.goals = []
            replacing.objects = [pair[0]]
            return replace(replacing)
        }
        guard let left = endpoints(pair[0]), let right = endpoints(pair[1]) else { return }
        guard left.count == right.count else {
            names.log.add(.unequalRanges(left.count, right.count, at: pair[1].span, other: pair[0].span))
            return
        }
        add(.move, of: clause) { step in
            step.transfers = zip(left, right).flatMap {
                [Step.Transfer(from: $0, to: $1, span: clause.span), Step.Transfer(from: $1, to: $0, span: clause.span)]
            }
        }
    }
}

// MARK: - Devices that come

extension ActionReader {
    mutating func install(_ clause: Clause) {
        if let what = clause.objects.first, let old = clause.replaced.first {
            var replacing = clause
            replacing.objects = [old]
            replacing.substitutes = [what]
            return replace(replacing)
        }
        guard let goal = clause.goals.first ?? clause.holders.first, !clause.objects.isEmpty else {
            names.log.add(.whereToNeeded(clause, at: clause.span))
            return
        }
        for what in clause.objects {
            if let place = installation(of: what, at: goal, clause) {
                add(.install, place.targets, of: clause) {
                    $0.targetSpan = what.span
                    $0.installation = place.installation
                }
            }
        }
    }

    /// The device and its place: `R1`, `R1 U20`, `U20 of R1`, a room.
    private mutating func installation(
        of what: NamePhrase, at goal: NamePhrase, _ clause: Clause
    ) -> (installation: Step.Installation, targets: [Step.Target])? {
        let thing = NamedThing(what)
        guard !thing.name.isEmpty else {
            names.log.add(.nothingNamed(clause))
            return nil
        }
        var installation = Step.Installation(device: Symbol(thing.text))
        if case .found(let device) = inventory.device(thing.text) {
            installation.recorded = device
            installation.device = inventory.devices[device].name
        }
        var place = goal
        let unit = NamedThing(goal).name.last.flatMap { RackUnit.number($0.text) }
        if let unit, NamedThing(goal).name.count == 1, let rack = clause.holders.first {
            installation.positionHalves = unit * 2
            place = rack
        }
        guard let meaning = names.meaning(of: place), case .targets(let targets, let kind) = meaning else { return nil }
        switch targets.first {
        case .object(.rack(let rack)): installation.rack = rack
        case .unit(let rack, let unit):
            installation.rack = rack
            installation.positionHalves = unit * 2
        case .object(.location), .object(.site): return (installation, targets)
        case .unrecorded: installation.place = targets.first
        default:
            names.log.add(.notAPlace(place.text, kind, at: place.span))
            return nil
        }
        return (installation, [])
    }

    mutating func replace(_ clause: Clause) {
        guard let what = clause.objects.first ?? clause.replaced.first, let with = clause.substitutes.first else {
            names.log.add(.withWhatNeeded(clause, at: clause.span))
            return
        }
        guard let meaning = names.meaning(of: what), case .targets(let targets, let kind) = meaning, let out = targets.first else { return }
        guard [.device, .module, .unrecorded].contains(kind) else { return reject(clause, what, kind) }
        let thing = NamedThing(with)
        let name = thing.name.isEmpty ? with.text : thing.text
        var comes = Step.Target.unrecorded(kind: "device", name: Symbol(name), suggestions: [])
        if case .found(let device) = inventory.device(name) { comes = .object(.device(device)) }
        add(.replace, [out], of: clause) {
            $0.targetSpan = what.span
            $0.replacement = Step.Replacement(out: out, with: comes, cords: "same-port")
        }
    }
}
