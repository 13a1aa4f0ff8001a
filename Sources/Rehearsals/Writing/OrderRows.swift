import ChangeOrders
import Diagnostics
import Inventories
import Times

extension FactWriter {
    /// The way back from the point after each step.
    mutating func writeUndos() {
        var hasRestored = true
        for (index, undo) in played.undos.enumerated() where index < order.steps.count {
            var fact = UndoFact()
            fact.after = order.steps[index].id
            fact.kind = Symbol(undo.kind.rawValue)
            fact.restores = undo.restores
            fact.missing = facts.list(undo.missing.map { Symbol($0.en) })
            fact.missingRussian = facts.list(undo.missing.map { Symbol($0.ru) })
            fact.steps = facts.list(undo.steps.map { words(for: $0) })
            fact.takes = takes(undo, after: index)
            fact.fitsWindow = fits(fact.takes, after: index)
            facts.steps[index].undo = enter(fact, in: \.undos)
            // What an earlier step has made impossible is not this one's doing.
            facts.steps[index].irreversible = undo.kind == .none || (!undo.restores && hasRestored)
            hasRestored = undo.restores
        }
        facts.order.undos = facts.list(facts.undos.indices.map { Ref<UndoFact>($0) })
    }

    /// How long the way back takes: what its steps say, else as long as the step that each of them undoes.
    private func takes(_ undo: PlayedUndo, after index: Int) -> Period? {
        var counted: Set<Symbol> = []
        var periods: [Period?] = []
        for step in undo.steps {
            if let takes = step.takes {
                periods.append(takes)
            } else if let undone = order.steps.prefix(index + 1).last(where: { step.id.text.hasPrefix("\($0.id)-undo") }) {
                if counted.insert(undone.id).inserted { periods.append(undone.takes) }
            } else {
                periods.append(nil)
            }
        }
        return Schedule.sum(periods)
    }

    private func fits(_ takes: Period?, after index: Int) -> Bool {
        let slot = schedule.slots[index]
        guard let takes, let ends = slot.ends, let window = slot.window else { return true }
        return ends + takes <= order.windows[window].to
    }

    /// A step as an order would write it in one line: the verb and what it names.
    private func words(for step: Step) -> Symbol {
        let cords = step.connections.map { "\(label(ofEnd: $0.a)) – \(label(ofEnd: $0.b))" }
        let transfers = step.transfers.map { "\(label(ofEnd: $0.from)) → \(label(ofEnd: $0.to))" }
        var targets = step.targets.map { words(for: $0) }
        if let device = step.installation?.device { targets.append(device.text) }
        if let with = step.replacement?.with { targets.append(words(for: with)) }
        var seen: Set<String> = []
        let objects = (cords + transfers + targets).filter { seen.insert($0).inserted }
        return Symbol(([step.verb.rawValue] + [objects.joined(separator: ", ")]).joined(separator: " "))
    }

    private func words(for target: Step.Target) -> String {
        switch target {
        case .object(let object): label(of: object).text
        case .unit(let rack, let unit): "\(inventory.name(of: .rack(rack))) U\(unit)"
        case .unrecorded(_, let name, _): name.text
        case .unknownGear(let place, let looks, _): looks.isEmpty ? place.text : looks.text
        case .everything(let objects, _): objects.map { label(of: $0).text }.joined(separator: ", ")
        case .words(let words): words.text
        }
    }

    /// The client's wishes, but for what they need.
    mutating func writeWishes() {
        for (index, wish) in order.wishes.enumerated() {
            var fact = WishFact()
            fact.id = wish.id
            fact.text = wish.text
            fact.by = wish.by.map { person($0) }
            fact.steps = facts.list(order.steps.indices.filter { order.steps[$0].wishes.contains(wish.id) }.map { Ref<StepFact>($0) })
            fact.acceptedWhen = wish.acceptedWhen ?? .empty
            fact.builtIn = wish.id == ChangeOrder.Wish.standingID
            facts.wishes[index] = fact
        }
    }

    /// The order as a whole.
    mutating func writeOrder() {
        facts.order.id = order.id
        facts.order.title = order.title
        facts.order.type = Symbol(order.kind.rawValue)
        facts.order.windows = facts.list(order.windows.indices.map { Ref<WindowFact>($0) })
        facts.order.steps = facts.list(order.steps.indices.map { Ref<StepFact>($0) })
        facts.order.wishes = facts.list(order.wishes.indices.map { Ref<WishFact>($0) })
        facts.order.takes = order.steps.isEmpty ? nil : Schedule.sum(order.steps.map(\.takes))
        writeAffected()
    }
}
