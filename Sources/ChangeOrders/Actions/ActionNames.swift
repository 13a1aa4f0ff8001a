import Diagnostics
import Inventories

/// Resolves the names in an action, whatever kind they are of.
struct ActionNames {
    var naming: Naming
    var log = DiagnosticLog()

    init(_ inventory: Inventory) {
        naming = Naming(inventory)
    }

    var inventory: Inventory { naming.inventory }

    /// What a phrase turned out to mean.
    enum Meaning {
        /// Objects of one kind; several for a range.
        case targets([Step.Target], kind: Operand)
        case everything
        /// Nouns without a name: `the cord`.
        case nothing
    }

    private static let kinds: [Operand] = [.port, .device, .cable, .rack, .circuit, .feed, .location, .site]

    /// What a phrase means; nil where it is ambiguous or says more than was understood, which is reported.
    mutating func meaning(of phrase: NamePhrase) -> Meaning? {
        // A name may hold words that are nouns elsewhere, so that the whole phrase is tried first.
        if phrase.holder == nil, let whole = recorded(phrase.text, as: Self.kinds), whole.count == 1 {
            return .targets([whole[0].target], kind: whole[0].kind)
        }
        let thing = NamedThing(phrase)
        if thing.name.isEmpty {
            if thing.isEverything { return .everything }
            // `switch` may be all there is of a name.
            return .nothing
        }
        if let holder = phrase.holder { return port(of: holder, thing) }
        return meaning(of: thing)
    }

    private mutating func meaning(of thing: NamedThing) -> Meaning? {
        let text = thing.text
        if let kind = thing.kind, let target = recorded(text, as: kind.alike)?.first { return .targets([target.target], kind: target.kind) }
        if let found = recorded(text, as: Self.kinds) {
            if found.count == 1 { return .targets([found[0].target], kind: found[0].kind) }
            log.add(.ambiguousKind(text, found.map(\.kind), at: thing.phrase.span))
            return nil
        }
        if let found = deviceAndPort(thing) { return .targets([found], kind: .port) }
        if NameRange.isPattern(text), let range = range(text, thing) { return range }
        if let rest = strayWords(of: thing) {
            log.add(.strayWords(rest.text, at: rest.span))
            return nil
        }
        return unrecorded(thing)
    }

    /// A port whose device stands before it: `PP-1 12`, `PP-1 port 12`.
    private func deviceAndPort(_ thing: NamedThing) -> Step.Target? {
        let isParted = thing.name.count == 3 && Nouns.kind(thing.name[1]) == .port
        guard thing.name.count == 2 || isParted, let first = thing.name.first, let last = thing.name.last else { return nil }
        return recorded("\(first.text):\(last.text)", as: [.port])?.first?.target
    }

    /// The words beside a name that is on record, where the whole is not: what they say is not understood.
    private func strayWords(of thing: NamedThing) -> NamePhrase? {
        guard thing.name.count > 1, RackUnit.split(thing.text) == nil else { return nil }
        for count in (1..<thing.name.count).reversed() {
            if isRecorded(thing.name.prefix(count)) { return NamePhrase(words: Array(thing.name.dropFirst(count))) }
            if isRecorded(thing.name.suffix(count)) { return NamePhrase(words: Array(thing.name.dropLast(count))) }
        }
        return nil
    }

    private func isRecorded(_ words: ArraySlice<Word>) -> Bool {
        recorded(NamePhrase(words: Array(words)).text, as: Self.kinds) != nil
    }

    /// The objects of each kind that have a name; nil when none has.
    private func recorded(_ text: String, as kinds: [Operand]) -> [(target: Step.Target, kind: Operand)]? {
        let found = kinds.compactMap { kind in
            self.found(text, as: kind).map { (target: $0, kind: kind) }
        }
        // A feed is a port, and may be found under both.
        var unlike: [(target: Step.Target, kind: Operand)] = []
        for (target, kind) in found where !unlike.contains(where: { $0.target == target }) { unlike.append((target, kind)) }
        return unlike.isEmpty ? nil : unlike
    }

    /// The object of a name; letters that are small where the record has great ones make no difference in speech.
    private func found(_ text: String, as kind: Operand) -> Step.Target? {
        switch naming.resolution(kind, text) {
        case .found(let target): return target
        case .unrecorded(let near):
            let alike = near.filter { $0.lowercased() == text.lowercased() }
            guard alike.count == 1, case .found(let target) = naming.resolution(kind, alike[0]) else { return nil }
            return target
        default: return nil
        }
    }

    private mutating func port(of holder: String, _ thing: NamedThing) -> Meaning? {
        let whole = "\(holder):\(thing.text)"
        if NameRange.isPattern(whole), let range = range(whole, thing) { return range }
        return .targets([naming.target(.port, Naming.Name(text: whole, span: thing.phrase.span), &log)], kind: .port)
    }

    private mutating func range(_ text: String, _ thing: NamedThing) -> Meaning? {
        guard let names = try? NameRange.names(text) else { return nil }
        let kind: Operand = thing.kind ?? (ChangeOrder.deviceName(ofReference: text) == nil ? .device : .port)
        return .targets(names.map { naming.target(kind, Naming.Name(text: $0, span: thing.phrase.span), &log) }, kind: kind)
    }

    /// A name that is on no record, of the kind that its form or a noun gives; one that several objects have is reported.
    private mutating func unrecorded(_ thing: NamedThing) -> Meaning? {
        let text = thing.text
        var near: [Symbol] = []
        for kind in thing.kind?.alike ?? Self.kinds {
            switch naming.resolution(kind, text) {
            case .ambiguous(let names):
                log.add(.ambiguousName(text, among: names, at: thing.phrase.span))
                return nil
            case .unrecorded(let suggestions):
                for name in suggestions where !near.contains(Symbol(name)) { near.append(Symbol(name)) }
            default: break
            }
        }
        let kind = thing.kind ?? (ChangeOrder.deviceName(ofReference: text) == nil ? .device : .port)
        let isGuess = thing.kind == nil && kind == .device
        return .targets(
            [.unrecorded(kind: Symbol(kind.kindName), name: Symbol(text), suggestions: near)], kind: isGuess ? .unrecorded : kind)
    }
}

extension Operand {
    /// The kinds that a noun can mean.
    fileprivate var alike: [Operand] {
        switch self {
        case .room: [.room, .location]
        case .outlet: [.outlet, .port]
        default: [self]
        }
    }
}
