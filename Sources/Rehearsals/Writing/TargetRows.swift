import ChangeOrders
import Diagnostics
import Inventories

extension FactWriter {
    /// The row of what a step names.
    mutating func target(_ target: Step.Target, of step: Int) -> Ref<TargetFact> {
        var fact = TargetFact()
        switch target {
        case .object(let object):
            fact.label = label(of: object)
            fact.kind = kind(of: object)
            fact.recorded = true
        case .unit(let rack, let unit):
            fact.label = Symbol("\(inventory.name(of: .rack(rack))) U\(unit)")
            fact.kind = "unit"
            fact.recorded = true
        case .unrecorded(let kind, let name, let suggestions):
            fact.label = name
            fact.kind = kind
            fact.recorded = isBrought(name, by: step)
            fact.suggestions = facts.list(suggestions)
        case .unknownGear(let place, let looks, let photo):
            fact.label = Symbol(looks.isEmpty ? place.text : place.isEmpty ? looks.text : "\(looks) (\(place))")
            fact.kind = "unknown-gear"
            fact.photo = photo ?? .empty
        case .everything(let places, _):
            fact.label = Symbol(places.map { label(of: $0).text }.joined(separator: ", "))
            fact.kind = places.first.map { kind(of: $0) } ?? "rack"
            fact.recorded = true
        case .words(let words):
            fact.label = words
            fact.kind = "words"
        }
        return enter(fact, in: \.targets)
    }

    /// Whether this step or an earlier one brings the device of a name, or the device itself: then it need not be on record.
    private func isBrought(_ name: Symbol, by step: Int) -> Bool {
        let device = ChangeOrder.deviceName(ofReference: name.text).map { Symbol($0) } ?? name
        let names = order.steps.prefix(step + 1).flatMap { [$0.installation?.device, $0.replacement?.comingName].compactMap(\.self) }
        return names.contains(device)
    }
}

extension Step.Replacement {
    /// The name of what comes when it is not on record.
    fileprivate var comingName: Symbol? {
        if case .unrecorded(_, let name, _) = with { name } else { nil }
    }
}

extension Step {
    /// Everything that the step names, each once: targets, the ends of cords, what goes and what comes.
    var named: [Target] {
        var all = targets
        if let replacement { all += [replacement.out] + (replacement.with.map { [$0] } ?? []) }
        if let recorded = installation?.recorded { all.append(.object(.device(recorded))) }
        if let rack = installation?.rack { all.append(.object(.rack(rack))) }
        if let place = installation?.place { all.append(place) }
        let cords = connections + (installation?.cords ?? [])
        all += cords.compactMap { $0.cable.map { .object(.cable($0)) } }
        all += cords.flatMap { [$0.a, $0.b] }.compactMap(\.target)
        all += transfers.flatMap { [$0.from, $0.to] }.compactMap(\.target)
        var seen: Set<Target> = []
        return all.filter { seen.insert($0).inserted }
    }

    /// The step names nothing that can be checked: no target, or words only.
    var isOpen: Bool {
        if verb == .hold { return false }
        return named.allSatisfy { if case .words = $0 { true } else { false } } && installation == nil
    }
}

extension Step.Target {
    /// The objects on record that it means.
    var objects: [ObjectRef] {
        switch self {
        case .object(let object): [object]
        case .unit(let rack, _): [.rack(rack)]
        case .everything(let objects, _): objects
        case .unrecorded, .unknownGear, .words: []
        }
    }
}
