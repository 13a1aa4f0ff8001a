import Diagnostics
import Inventories
import LocatedYAML

/// Turns an order as written into an order as meant.
struct OrderReader {
    var steps: StepReader
    private var log = DiagnosticLog()

    init(_ inventory: Inventory, list: @escaping (String) -> SourceText?, adopt: @escaping (SourceText) -> FileID) {
        steps = StepReader(naming: Naming(inventory), list: list, adopt: adopt)
    }

    private var inventory: Inventory { steps.inventory }

    mutating func reading(_ draft: OrderDraft) -> OrderReading {
        var order = ChangeOrder(id: draft.id?.value ?? .empty, title: draft.title, language: inventory.client.language)
        order.span = draft.node.extent
        order.kind = draft.kind
        order.contractor = draft.contractor.flatMap { party($0) }
        order.requestedBy = draft.requestedBy.map { person($0) }
        order.crew = draft.crew.map { ChangeOrder.CrewMember(person: person($0.name), task: $0.task, span: $0.span) }
        order.notify = draft.notify.compactMap { notice($0) }
        order.windows = windows(draft.windows)
        order.needsOfClient = draft.needsOfClient
        order.wishes += wishes(draft.wishes)
        order.parts = draft.parts
        readSteps(draft.steps, into: &order)
        order.present = draft.present.compactMap { presence($0, among: order.steps.map(\.id)) }
        return OrderReading(order: order, log: log)
    }
}

// MARK: - People

extension OrderReader {
    /// A contact where the name is one; crew and requester may be anybody.
    private func person(_ name: Symbol) -> ChangeOrder.Person {
        inventory.contact(name.text).map { .contact($0) } ?? .text(name)
    }

    private mutating func party(_ name: Located<Symbol>) -> Ref<Party>? {
        if let party = inventory.party(name.value.text) { return party }
        log.add(.unknown(.party, name.value.text, among: inventory.parties.rows.map(\.id.text), at: name.span))
        return nil
    }

    private mutating func notice(_ draft: OrderDraft.Notice) -> ChangeOrder.Notice? {
        draft.party.flatMap { party($0) }.map { ChangeOrder.Notice(party: $0, before: draft.before, span: draft.span) }
    }

    private mutating func presence(_ draft: OrderDraft.Presence, among ids: [Symbol]) -> ChangeOrder.Presence? {
        let named = draft.steps.flatMap { step in
            let meant = ids.filter { $0 == step.value || $0.text.hasPrefix("\(step.value).") }
            if meant.isEmpty { log.add(.unknown(.step, step.value.text, among: ids.map(\.text), at: step.span)) }
            return meant
        }
        if let contact = draft.contact {
            guard let row = inventory.contact(contact.value.text) else {
                log.add(.unknown(.contact, contact.value.text, among: inventory.contacts.rows.map(\.id.text), at: contact.span))
                return nil
            }
            if let name = draft.party, let party = party(name), party != inventory.contacts[row].party {
                log.add(.presenceOfAnother(contact.value.text, name.value.text, at: contact.span, party: name.span))
            }
            return ChangeOrder.Presence(party: inventory.contacts[row].party, contact: row, steps: named)
        }
        guard let name = draft.party else {
            log.add(.presenceOfNobody(at: draft.span))
            return nil
        }
        return party(name).map { ChangeOrder.Presence(party: $0, steps: named) }
    }
}

// MARK: - Windows and wishes

extension OrderReader {
    private mutating func windows(_ drafts: [OrderDraft.Window]) -> [ChangeOrder.Window] {
        var windows: [ChangeOrder.Window] = []
        for (index, draft) in drafts.enumerated() {
            guard let from = draft.from, let to = draft.to else { continue }
            if to.value <= from.value { log.add(.windowBackwards(at: to.span, from: from.span)) }
            if let previous = windows.last, from.value < previous.to { log.add(.windowsOutOfOrder(at: from.span, previous: previous)) }
            let id = draft.id?.value ?? Symbol("N\(index + 1)")
            if let twin = windows.first(where: { $0.id == id }) {
                log.add(.duplicateID(id.text, at: draft.id?.span ?? draft.span, first: twin.span))
            }
            windows.append(ChangeOrder.Window(id: id, from: from.value, to: to.value, span: draft.id?.span ?? draft.span))
        }
        return windows
    }

    private mutating func wishes(_ drafts: [OrderDraft.Wish]) -> [ChangeOrder.Wish] {
        var wishes: [ChangeOrder.Wish] = []
        for (index, draft) in drafts.enumerated() {
            let id = draft.id?.value ?? Symbol("W\(index + 1)")
            let span = draft.id?.span ?? draft.span
            if id == ChangeOrder.Wish.standingID {
                log.add(.standingWishWritten(at: span))
                continue
            }
            if let twin = wishes.first(where: { $0.id == id }) { log.add(.duplicateID(id.text, at: span, first: twin.span)) }
            wishes.append(
                ChangeOrder.Wish(
                    id: id, by: draft.by.map { person($0) }, text: draft.text, needs: draft.needs.flatMap { needs($0) },
                    acceptedWhen: draft.acceptedWhen, span: span))
        }
        return wishes
    }

    private mutating func needs(_ draft: OrderDraft.Need) -> [ChangeOrder.Need] {
        let place = draft.at.flatMap { SelectorReading.selector($0, in: inventory, &log) }
        if !draft.namesResource { log.add(.needOfNothing(at: draft.span)) }
        return draft.amounts.map { ChangeOrder.Need(resource: $0.resource, count: $0.count, at: place, span: draft.span) }
    }
}

// MARK: - Steps

extension OrderReader {
    private mutating func readSteps(_ drafts: [StepDraft], into order: inout ChangeOrder) {
        steps.wishes = order.wishes.map(\.id)
        steps.windows = order.windows.map(\.id)
        var taken: [Symbol: Span] = [:]
        for draft in drafts {
            guard let id = draft.id else { continue }
            if let first = taken[id.value] {
                log.add(.duplicateID(id.value.text, at: id.span, first: first))
            } else {
                taken[id.value] = id.span
            }
        }
        var ids = Set(taken.keys)
        for (index, draft) in drafts.enumerated() {
            let id = draft.id?.value ?? Self.freeID(from: index + 1, &ids)
            order.steps += steps.steps(draft, id: id)
        }
        log.add(contentsOf: steps.log)
        steps.log = DiagnosticLog()
    }

    /// The id of a step by its place in the order, or the next one that no step has.
    private static func freeID(from number: Int, _ ids: inout Set<Symbol>) -> Symbol {
        var number = number
        while !ids.insert(Symbol("S\(number)")).inserted { number += 1 }
        return Symbol("S\(number)")
    }
}

extension Diagnostic {
    static func windowBackwards(at span: Span, from: Span) -> Diagnostic {
        Diagnostic(
            "window-backwards", .error, .windowBackwards, at: span, label: .endsHere, related: [Diagnostic.Related(from, .beginsHere)],
            help: [.checkDay])
    }

    static func windowsOutOfOrder(at span: Span, previous: ChangeOrder.Window) -> Diagnostic {
        Diagnostic(
            "windows-out-of-order", .error, .windowsOutOfOrder(previous.id.text), at: span, label: .beginsHere,
            related: previous.span.map { [Diagnostic.Related($0, .previousWindow)] } ?? [], help: [.orderWindows])
    }

    static func standingWishWritten(at span: Span) -> Diagnostic {
        Diagnostic("standing-wish", .error, .standingWish, at: span, help: [.nameItW1])
    }

    static func needOfNothing(at span: Span) -> Diagnostic {
        Diagnostic("need-of-nothing", .error, .needOfNothing, at: span, help: [.example("{ports: 3, at: {rack: R1}}")])
    }

    static func presenceOfAnother(_ contact: String, _ party: String, at span: Span, party other: Span) -> Diagnostic {
        Diagnostic(
            "presence-of-another", .error, .presenceOfAnother(contact, party), at: span, related: [Diagnostic.Related(other, .thatParty)],
            help: [.oneOfTheTwo])
    }

    static func presenceOfNobody(at span: Span) -> Diagnostic {
        Diagnostic("presence-of-nobody", .error, .presenceOfNobody, at: span, help: [.example("{party: starlink, for: [S7]}")])
    }
}

extension Phrase {
    fileprivate static var windowBackwards: Phrase {
        Phrase(en: "the window ends before it begins", ru: "окно кончается раньше, чем начинается")
    }

    fileprivate static var endsHere: Phrase { Phrase(en: "it ends here", ru: "конец окна") }
    fileprivate static var beginsHere: Phrase { Phrase(en: "it begins here", ru: "начало окна") }

    fileprivate static var checkDay: Phrase {
        Phrase(en: "a window over midnight ends on the next day", ru: "окно через полночь кончается на следующий день")
    }

    fileprivate static func windowsOutOfOrder(_ previous: String) -> Phrase {
        Phrase(en: "the window begins before `\(previous)` is over", ru: "окно начинается раньше, чем кончилось `\(previous)`")
    }

    fileprivate static var previousWindow: Phrase { Phrase(en: "the window before", ru: "предыдущее окно") }

    fileprivate static var orderWindows: Phrase {
        Phrase(en: "write windows in the order of time, without overlaps", ru: "запишите окна по порядку времени, без наложений")
    }

    fileprivate static var standingWish: Phrase {
        Phrase(en: "`W0` is in every order without being written", ru: "`W0` есть в каждой заявке и без записи")
    }

    fileprivate static var nameItW1: Phrase {
        Phrase(
            en: "W0 says “\(ChangeOrder.Wish.nothingElseStops.en)”; call this wish W1",
            ru: "W0 — это «\(ChangeOrder.Wish.nothingElseStops.ru)»; назовите это пожелание W1")
    }

    fileprivate static var needOfNothing: Phrase {
        Phrase(en: "this need does not say what is needed", ru: "не сказано, что именно нужно")
    }

    fileprivate static func presenceOfAnother(_ contact: String, _ party: String) -> Phrase {
        Phrase(en: "`\(contact)` is not of `\(party)`", ru: "`\(contact)` не из `\(party)`")
    }

    fileprivate static var thatParty: Phrase { Phrase(en: "this party is named", ru: "названа эта сторона") }
    fileprivate static var oneOfTheTwo: Phrase {
        Phrase(en: "the contact alone says whose people stand by", ru: "достаточно назвать человека: его сторона известна")
    }

    fileprivate static var presenceOfNobody: Phrase {
        Phrase(en: "it is not said who stands by", ru: "не сказано, кто присутствует")
    }
}
