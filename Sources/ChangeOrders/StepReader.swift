import Diagnostics
package import Inventories
import LocatedYAML
import Times

/// Turns steps as written into steps as meant.
struct StepReader {
    var naming: Naming
    var log = DiagnosticLog()
    /// The text of a cut sheet by its name beside the order.
    let list: (String) -> SourceText?
    /// Adds a text that was read on the way, so that its places can be named.
    let adopt: (SourceText) -> FileID
    /// Ids of the order's wishes, W0 among them.
    var wishes: [Symbol] = []
    var windows: [Symbol] = []

    var inventory: Inventory { naming.inventory }

    /// The step; several where an `install` names a range of devices; none where the verb is not known.
    mutating func steps(_ draft: StepDraft, id: Symbol) -> [Step] {
        guard let verb = draft.verb?.value else { return [] }
        checkOperands(of: draft, VerbForm.of(verb))
        var step = Step(id: id, verb: verb)
        step.span = draft.node.extent
        readCommon(of: draft, into: &step)
        readTargets(of: draft, into: &step)
        switch verb {
        case .connect: readConnections(of: draft, into: &step)
        case .move: readTransfers(of: draft, into: &step)
        case .replace: readReplacement(of: draft, into: &step)
        case .install: return installations(of: draft, step)
        case .hold: step.hold = hold(of: draft, target: step.targets.first)
        default: break
        }
        step.text = words(draft[.text]) ?? words(draft[.what])
        if verb == .other, step.targets.isEmpty, let text = step.text { step.targets = [.words(text)] }
        if verb == .inspect, step.targets.isEmpty, let text = step.text { step.targets = [.words(text)] }
        return [step]
    }

    /// The text of a scalar; anything else is reported.
    mutating func words(_ node: Node?) -> Symbol? {
        node.flatMap { Form<Symbol>.symbol.read($0, &log) }
    }
}

// MARK: - What every step has

extension StepReader {
    private mutating func readCommon(of draft: StepDraft, into step: inout Step) {
        for wish in draft.wishes {
            if wishes.contains(wish.value) {
                step.wishes.append(wish.value)
            } else {
                log.add(.unknown(.wish, wish.value.text, among: wishes.map(\.text), at: wish.span))
            }
        }
        if let window = draft.window {
            if windows.contains(window.value) {
                step.window = window.value
            } else {
                log.add(.unknown(.window, window.value.text, among: windows.map(\.text), at: window.span))
            }
        }
        step.takes = draft.takes
        step.procedure = draft.procedure.map { procedure($0) }
        step.mitigations = draft.mitigations
        step.verify = draft.verify.flatMap { observation($0) }
        step.undo = undo(draft.undo, of: step.id)
    }

    private func procedure(_ draft: ProcedureDraft) -> Step.Procedure {
        let zone = inventory.client.timezone
        let until = draft.until.map { written -> Timestamp in
            guard written.precision == .day else { return written.moment }
            return zone.startOfDay(CivilDate(daysSinceEpoch: CivilTime(written.moment).date.daysSinceEpoch + 1))
        }
        return Step.Procedure(document: draft.document, version: draft.version, until: until)
    }

    private mutating func undo(_ draft: StepDraft.UndoDraft, of id: Symbol) -> Step.Undo {
        switch draft {
        case .automatic: return .automatic
        case .none: return .none
        case .written(let drafts):
            var steps: [Step] = []
            for (index, draft) in drafts.enumerated() {
                steps += self.steps(draft, id: draft.id?.value ?? Symbol("\(id)-undo-\(index + 1)"))
            }
            return .written(steps)
        }
    }

    private mutating func observation(_ draft: ObservationDraft) -> Step.Observation? {
        guard let observe = draft.observe else { return nil }
        let witness = draft.witness.flatMap { contact($0) }
        return Step.Observation(
            observe: observe.value, expect: draft.expect, witness: witness,
            object: inventory.object(namedIn: observe.value.text), span: draft.span)
    }

    private mutating func contact(_ name: Located<Symbol>) -> Ref<Contact>? {
        if let contact = inventory.contact(name.value.text) { return contact }
        log.add(.unknown(.contact, name.value.text, among: inventory.contacts.rows.map(\.id.text), at: name.span))
        return nil
    }

    private mutating func hold(of draft: StepDraft, target: Step.Target?) -> Step.Hold? {
        guard let observe = words(draft[.observe]) else { return nil }
        var hold = Step.Hold(observe: observe)
        if case .object(let object) = target { hold.object = object } else { hold.object = inventory.object(namedIn: observe.text) }
        hold.expect = words(draft[.expect])
        hold.how = words(draft[.how])
        hold.by = words(draft[.by])
        hold.otherwise = words(draft[.otherwise])
        hold.witness = draft[.witness].flatMap { node in words(node).flatMap { contact(Located($0, node.span)) } }
        return hold
    }
}

// MARK: - What the verb works on

extension StepReader {
    private static let setOperands: [Operand] = Operand.places

    /// The operands that name targets, in the order of the text.
    private mutating func readTargets(of draft: StepDraft, into step: inout Step) {
        let isWork = [.connect, .install, .move].contains(step.verb)
        for (operand, node) in draft.operands where !(isWork && !Self.isPlace(operand, of: step.verb)) {
            if Self.setOperands.contains(operand) {
                if step.targetSpan == nil { step.targetSpan = node.extent }
                if operand == .part { step.part = words(node) }
                step.targets += operand == .unrecorded ? unrecorded(node) : naming.targets(operand, node, &log)
            } else if operand == .everythingIn {
                step.targetSpan = node.extent
                step.targets += everything(in: node, except: draft[.except], of: &step)
            }
        }
        if let node = draft[.position], step.verb != .install { readUnit(node, into: &step) }
    }

    /// Whether a verb that names its work otherwise still takes a place from the operand.
    private static func isPlace(_ operand: Operand, of verb: Verb) -> Bool {
        verb == .install && [.location, .room, .site, .module, .part].contains(operand)
    }

    private mutating func readUnit(_ node: Node, into step: inout Step) {
        guard let unit = Form<Int>.integer(in: 0...999).read(node, &log) else { return }
        step.targets = step.targets.map { target in
            if case .object(.rack(let rack)) = target { .unit(rack, unit) } else { target }
        }
    }

    private mutating func unrecorded(_ node: Node) -> [Step.Target] {
        let form = Form<[UnrecordedDraft]>.oneOrMany(of: .shape(UnrecordedDraft.shape))
        return (form.read(node, &log) ?? []).map { .unknownGear(where: $0.place, looks: $0.looks, photo: $0.photo) }
    }

    /// Everything in a place, what is excepted already left out of it.
    private mutating func everything(in node: Node, except: Node?, of step: inout Step) -> [Step.Target] {
        guard let selector = SelectorReading.targets(node, in: inventory, &log) else { return [] }
        step.everythingIn = selector
        let excepted = except.map { exceptions($0) } ?? []
        let all = inventory.devices(in: selector).map { ObjectRef.device($0) }
        let strangers = selector.unrecorded.map { Step.Target.unrecorded(kind: $0.key, name: $0.name, suggestions: []) }
        return [.everything(in: all.filter { !excepted.contains($0) }, except: excepted)] + strangers
    }

    private mutating func exceptions(_ node: Node) -> [ObjectRef] {
        var objects: [ObjectRef] = []
        for item in node.kind == .sequence ? node.items : [node] {
            for target in naming.targets(.device, item, &log) {
                switch target {
                case .object(let object): objects.append(object)
                case .unrecorded(_, let name, let near): log.add(.unknownException(name.text, near.map(\.text), at: item.span))
                default: break
                }
            }
        }
        return objects
    }

    private mutating func readReplacement(of draft: StepDraft, into step: inout Step) {
        if step.targets.count > 1, let span = step.targetSpan { log.add(.oneAtATime(step.verb, step.targets.count, at: span)) }
        guard let out = step.targets.first else { return }
        var replacement = Step.Replacement(out: out, with: nil)
        if let node = draft[.with], let name = words(node) {
            // What comes need not be on record, so that a name that is not one gets no suggestions.
            replacement.with = .unrecorded(kind: "device", name: name, suggestions: [])
            if case .found(let device) = inventory.device(name.text) { replacement.with = .object(.device(device)) }
        }
        replacement.cords = words(draft[.cords])
        step.replacement = replacement
    }
}

extension Inventory {
    /// The object that words name: all of them, or the first reference to a port in them, or else the first device.
    package func object(namedIn words: String) -> ObjectRef? {
        if case .found(let port) = port(words) { return .port(port) }
        if case .found(let device) = device(words) { return .device(device) }
        let names = words.split(whereSeparator: { " ,;()«»\"“”".contains($0) }).map(String.init)
        for name in names where name.utf8.contains(UInt8(ascii: ":")) {
            if case .found(let port) = port(name) { return .port(port) }
        }
        for name in names {
            if case .found(let device) = device(name) { return .device(device) }
        }
        return nil
    }
}
