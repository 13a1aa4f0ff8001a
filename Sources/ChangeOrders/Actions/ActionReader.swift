import Diagnostics
import Inventories

/// Turns the clauses of an action into steps.
struct ActionReader {
    var names: ActionNames
    private(set) var steps: [Step] = []

    init(_ inventory: Inventory) {
        names = ActionNames(inventory)
    }

    var inventory: Inventory { names.inventory }

    mutating func read(_ words: Clause) {
        var clause = words
        clause.joinPorts { kind(of: $0) == .device }
        let (before, stepsBefore) = (names.log.count, steps.count)
        switch clause.act {
        case .connect: connect(clause)
        case .powerOn where !clause.goals.isEmpty: connect(clause)
        case .move: move(clause)
        case .swap: swap(clause)
        case .install: install(clause)
        case .replace: replace(clause)
        case .inspect, .label, .restart, .cycle, .configure, .reset, .unplug, .takeOut, .remove, .cutOff, .powerOff, .powerOn:
            work(clause)
        }
        if names.log.count == before, steps.count == stepsBefore {
            names.log.add(.nothingNamed(clause))
        }
    }

    /// Adds a step of a verb; its id is its place.
    mutating func add(_ verb: Verb, _ targets: [Step.Target] = [], of clause: Clause, _ fill: (inout Step) -> Void = { _ in }) {
        var step = Step(id: Symbol("S\(steps.count + 1)"), verb: verb, targets: targets)
        // W0 is in every order, so that an action is not taken for work that nobody wished for.
        step.wishes = [ChangeOrder.Wish.standingID]
        step.span = clause.span
        step.targetSpan = clause.targetSpan
        fill(&step)
        steps.append(step)
    }

    mutating func reject(_ clause: Clause, _ phrase: NamePhrase, _ kind: Operand) {
        names.log.add(.wrongKind(clause, phrase.text, kind, at: phrase.span))
    }
}

extension Clause {
    var span: Span {
        var span = verb[0].span
        for phrase in objects + sources + goals + substitutes + replaced + exceptions + holders {
            span.end = max(span.end, phrase.span.end)
        }
        return span
    }

    var targetSpan: Span? { (objects.first ?? sources.first ?? goals.first)?.span }
}

// MARK: - Verbs that work on what they name

extension ActionReader {
    private mutating func work(_ clause: Clause) {
        for phrase in workPhrases(of: clause) {
            guard let meaning = names.meaning(of: phrase) else { continue }
            switch meaning {
            case .nothing: names.log.add(.nothingNamed(clause))
            case .everything: workOnSet(clause, phrase)
            case .targets(let targets, .rack) where clause.act.verbForSet != nil: workOnSet(clause, phrase, targets)
            case .targets(let targets, let kind): work(clause, phrase, targets, kind)
            }
        }
    }

    /// The phrases that name what is worked on.
    ///
    /// A cord is pulled *from* a port: then the port is what the step names.
    private func workPhrases(of clause: Clause) -> [NamePhrase] {
        // `the router` may be what people call a device, though both words are nouns and fillers elsewhere.
        let objects = clause.objects.filter { !NamedThing($0).name.isEmpty || NamedThing($0).isEverything || kind(of: $0) != nil }
        if objects.isEmpty { return clause.holders + clause.sources + clause.goals }
        if objects.contains(where: { NamedThing($0).isEverything }) { return Array(objects.prefix(1)) }
        let isPulled = [.unplug, .takeOut, .remove, .cutOff].contains(clause.act)
        if isPulled, clause.sources.count == 1, objects.count == 1, kind(of: clause.sources[0]) == .port, kind(of: objects[0]) != .port {
            return [clause.sources[0]]
        }
        return objects
    }

    /// The kind of what a phrase names, nothing reported.
    func kind(of phrase: NamePhrase) -> Operand? {
        var probe = names
        guard case .targets(_, let kind)? = probe.meaning(of: phrase) else { return nil }
        return kind
    }

    private mutating func work(_ clause: Clause, _ phrase: NamePhrase, _ targets: [Step.Target], _ kind: Operand) {
        switch clause.act.effect(on: effectiveKind(kind, targets)) {
        case .verb(let verb):
            let text = verb == .configure ? Symbol(clause.text) : nil
            let targets = verb == .configure ? targets.map { deviceOfPort($0) } : targets
            add(verb, targets, of: clause) {
                $0.targetSpan = phrase.span
                $0.text = text
            }
        case .offAndOn:
            add(.powerOff, targets, of: clause) { $0.targetSpan = phrase.span }
            add(.powerOn, targets, of: clause) { $0.targetSpan = phrase.span }
        case .none: reject(clause, phrase, kind)
        }
    }

    /// Outlets and feeds are ports that are switched.
    private func effectiveKind(_ kind: Operand, _ targets: [Step.Target]) -> Operand {
        guard kind == .port, case .object(.port(let port))? = targets.first else { return kind }
        return switch inventory.ports[port].kind {
        case .powerOutlet: .outlet
        case .powerFeed: .feed
        default: .port
        }
    }

    private func deviceOfPort(_ target: Step.Target) -> Step.Target {
        if case .object(.port(let port)) = target, let device = inventory.ports[port].device { .object(.device(device)) } else { target }
    }

    /// Everything in a rack or another place.
    private mutating func workOnSet(_ clause: Clause, _ phrase: NamePhrase, _ racks: [Step.Target] = []) {
        guard let verb = clause.act.verbForSet else { return reject(clause, phrase, .rack) }
        var terms: [Selector.Term] = []
        for place in racks.isEmpty ? clause.sources + clause.goals + clause.holders : [] {
            if case .targets(let targets, _)? = names.meaning(of: place) { terms += targets.compactMap(\.place) }
        }
        terms += racks.compactMap(\.place)
        guard !terms.isEmpty else {
            names.log.add(.everythingWhere(at: phrase.span))
            return
        }
        let selector = Selector(alternatives: terms.map { [$0] }, span: phrase.span)
        let excepted = exceptions(of: clause)
        let all = inventory.devices(in: selector).map { ObjectRef.device($0) }
        add(verb, [.everything(in: all.filter { !excepted.contains($0) }, except: excepted)], of: clause) { $0.everythingIn = selector }
    }

    private mutating func exceptions(of clause: Clause) -> [ObjectRef] {
        clause.exceptions.flatMap { phrase -> [ObjectRef] in
            guard case .targets(let targets, _)? = names.meaning(of: phrase) else { return [] }
            return targets.compactMap { target in
                if case .object(let object) = target { return object }
                if case .unrecorded(_, let name, let near) = target {
                    names.log.add(.unknownException(name.text, near.map(\.text), at: phrase.span))
                }
                return nil
            }
        }
    }
}

extension Step.Target {
    /// The term of a selector that means the place.
    fileprivate var place: Selector.Term? {
        switch self {
        case .object(.rack(let rack)): .rack(rack)
        case .object(.location(let location)): .location(location)
        case .object(.site(let site)): .site(site)
        case .unrecorded(let kind, let name, _): .unrecorded(key: kind, name: name)
        default: nil
        }
    }
}

extension Clause {
    /// The action in the words that were used, prepositions aside.
    var text: String { (verb.map(\.text) + (objects + goals + substitutes).map(\.text)).joined(separator: " ") }
}

extension Act {
    enum Effect {
        case verb(Verb)
        case offAndOn
        case none
    }

    /// The verb that an act comes to on a kind of thing.
    func effect(on kind: Operand) -> Effect {
        let isCord = [.port, .cable, .circuit].contains(kind)
        let isFed = [.outlet, .feed].contains(kind)
        switch self {
        case .inspect, .label: return .verb(verb)
        case .unplug: return isCord || isFed || kind == .unrecorded ? .verb(.disconnect) : .none
        case .takeOut, .remove:
            return isCord || isFed ? .verb(.disconnect) : [.device, .module, .unrecorded].contains(kind) ? .verb(.remove) : .none
        case .cutOff: return isCord || kind == .unrecorded ? .verb(.disconnect) : isFed || kind == .device ? .verb(.powerOff) : .none
        case .powerOff, .powerOn: return isFed || [.device, .unrecorded].contains(kind) ? .verb(verb) : .none
        case .cycle: return isFed ? .offAndOn : [.device, .unrecorded].contains(kind) ? .verb(.restart) : .none
        case .configure: return [.device, .port, .unrecorded].contains(kind) ? .verb(.configure) : .none
        case .restart, .reset: return [.device, .unrecorded].contains(kind) ? .verb(verb) : .none
        case .connect, .move, .swap, .install, .replace: return .none
        }
    }

    /// The verb for everything in a place; nil for acts that are never done to a whole place.
    fileprivate var verbForSet: Verb? {
        switch self {
        case .takeOut, .remove: .remove
        case .cutOff, .powerOff: .powerOff
        case .powerOn: .powerOn
        case .restart, .cycle: .restart
        default: nil
        }
    }
}
