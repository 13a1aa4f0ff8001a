package import Diagnostics
package import Inventories
package import Times

/// What is known of an order before it is written: `primum order new`.
package struct FirstOrder: Sendable {
    package var id: String
    /// The wish in the client's words; nil when only actions are given.
    package var wish: String?
    package var requestedBy: String?
    package var needs: [ChangeOrder.Need] = []
    /// What is to be done, in words: `unplug PP-1:12`, `выдернуть PP-1:12`.
    package var actions: [String] = []
    /// Ports that displace nobody, best first, as the caller found them.
    package var freePorts: [Ref<Port>] = []
    /// The day of the work, for a proposed window; nil leaves it to be filled in.
    package var day: CivilDate?
    /// The language of the remarks.
    package var language: Language

    package init(id: String, language: Language) {
        self.id = id
        self.language = language
    }
}

/// A first order as the text of a file; nothing when an action was not understood, which is in the log.
package struct FirstOrderText: Sendable {
    package var yaml: String?
    package var log: DiagnosticLog
}

extension FirstOrder {
    /// The order as YAML, with remarks at the places to fill in.
    ///
    /// The text can be read and checked as it is: what is not known is a remark or `unknown`. Words of actions are added to `texts`.
    package func text(in texts: inout SourceTexts, against inventory: Inventory) -> FirstOrderText {
        var log = DiagnosticLog()
        var steps: [Step] = []
        for action in actions {
            let reading = ChangeOrder.read(action: action, in: &texts, against: inventory)
            log.add(contentsOf: reading.log)
            steps += reading.order?.steps ?? []
        }
        guard !log.hasErrors else { return FirstOrderText(yaml: nil, log: log) }
        steps += proposals(after: steps)
        for index in steps.indices {
            steps[index].id = Symbol("S\(index + 1)")
            steps[index].wishes = wish == nil ? [] : ["W1"]
        }
        return FirstOrderText(yaml: FirstOrderWriter(first: self, inventory: inventory).written(steps).yaml, log: log)
    }

    /// A cord into each port that the wish needs, where no action says so already; with neither, a look at the place.
    private func proposals(after steps: [Step]) -> [Step] {
        let wanted = needs.filter { $0.resource == .ports || $0.resource == .poe }.map(\.count).max() ?? 0
        let plugged = steps.reduce(0) { $0 + $1.connections.count + ($1.installation?.cords.count ?? 0) }
        var proposed = freePorts.prefix(max(0, wanted - plugged)).map { port in
            var step = Step(id: .empty, verb: .connect)
            step.connections = [Step.Connection(a: .unknown, b: .port(port))]
            return step
        }
        if steps.isEmpty, proposed.isEmpty {
            var look = Step(id: .empty, verb: .inspect)
            look.text = Symbol(Phrase.placeOfWork[language])
            proposed = [look]
        }
        return proposed
    }
}

/// Writes a first order, with remarks in one language.
private struct FirstOrderWriter {
    let first: FirstOrder
    let inventory: Inventory

    private func say(_ phrase: Phrase) -> String { phrase[first.language] }

    func written(_ steps: [Step]) -> Written {
        .map([
            Written.Entry("order", .text(first.id), above: [say(.howToGoOn(first.id)), ""]),
            Written.Entry("title", .text(title(steps))),
            contractor,
            requester,
            Written.Entry(
                "crew", .list([.flowMap([Written.Entry("contact", .text("…")), Written.Entry("as", .plain("lead"))])]),
                above: [say(.fillCrew)], isProposal: true),
            window,
            wishes,
            Written.Entry("steps", .list(steps.map { written($0) }), above: [say(.aboutSteps)]),
        ])
    }

    private func title(_ steps: [Step]) -> String {
        let words = first.wish ?? first.actions.joined(separator: "; ")
        return words.isEmpty ? "…" : words
    }

    /// The only contractor of the client, or a place to fill in.
    private var contractor: Written.Entry {
        let contractors = inventory.parties.rows.filter { $0.kind == .contractor && $0.under == nil }.map(\.id.text)
        if contractors.count == 1 { return Written.Entry("contractor", .text(contractors[0]), remark: say(.doesTheWork)) }
        return Written.Entry("contractor", .text(contractors.first ?? "…"), above: [say(.fillContractor(contractors))], isProposal: true)
    }

    private var requester: Written.Entry {
        if let requester = first.requestedBy { return Written.Entry("requested_by", .text(requester)) }
        return Written.Entry("requested_by", .text("…"), above: [say(.fillRequester)], isProposal: true)
    }

    private var window: Written.Entry {
        let zone = inventory.client.timezone
        let from = first.day.map { zone.moment(showing: CivilTime(date: $0, hour: 22)) }
        let window = Written.flowMap([
            Written.Entry("id", .text("N1")), Written.Entry("from", from.map { Written.plain(zone.rfc3339($0)) } ?? .text("…")),
            Written.Entry("to", from.map { Written.plain(zone.rfc3339($0 + .hours(2))) } ?? .text("…")),
        ])
        return Written.Entry(
            "windows", .list([window]), above: [say(from == nil ? .fillWindow : .checkWindow)], isProposal: from == nil)
    }

    private var wishes: Written.Entry {
        let nothingElse = "\(say(.wishesAre)) W0: \(say(ChangeOrder.Wish.nothingElseStops))"
        var entries = [Written.Entry("id", .text("W1")), Written.Entry("text", .text(first.wish ?? "…"))]
        if let requester = first.requestedBy { entries.append(Written.Entry("by", .text(requester))) }
        if first.needs.isEmpty {
            let example = Written.flowMap([
                Written.Entry("ports", .plain("3")), Written.Entry("at", .flowMap([Written.Entry("rack", .text(rackExample))])),
            ])
            entries.append(Written.Entry("needs", .list([example]), above: [say(.fillNeeds)], isProposal: true))
        } else {
            entries.append(Written.Entry("needs", .list(first.needs.map { OrderWriter(inventory).written($0) })))
        }
        entries.append(Written.Entry("accepted_when", .text("…"), above: [say(.fillAcceptance)], isProposal: true))
        return Written.Entry("wishes", .list([.map(entries)]), above: [nothingElse], isProposal: first.wish == nil)
    }

    private var rackExample: String {
        inventory.racks.refs.first.map { inventory.name(of: .rack($0)) } ?? "R1"
    }

    private func written(_ step: Step) -> Written {
        guard case .map(var entries) = StepWriter(inventory).written(step) else { preconditionFailure("a step is written as a mapping") }
        if step.connections.contains(where: { $0.a == .unknown || $0.b == .unknown }) { entries[0].above.append(say(.fillEnd)) }
        if case .unrecorded(_, let name, _)? = step.targets.first { entries[0].above.append(say(.notOnRecord(name.text))) }
        if step.verb != .inspect {
            entries.append(Written.Entry("takes", .plain("PT5M"), isProposal: true))
            let observation = Written.flowMap([Written.Entry("observe", .text("…")), Written.Entry("expect", .text("…"))])
            entries.append(Written.Entry("verify", observation, above: [say(.fillVerify)], isProposal: true))
        }
        return .map(entries)
    }
}

extension Phrase {
    fileprivate static var placeOfWork: Phrase { Phrase(en: "the place of the work", ru: "место работ") }

    fileprivate static func howToGoOn(_ id: String) -> Phrase {
        Phrase(
            en: "Fill in what stands behind `#`, then: primum check \(id).yaml",
            ru: "Заполните строки за `#`, затем: primum check \(id).yaml")
    }

    fileprivate static var doesTheWork: Phrase { Phrase(en: "does the work", ru: "выполняет работы") }

    fileprivate static func fillContractor(_ ids: [String]) -> Phrase {
        let list = ids.joined(separator: ", ")
        return Phrase(
            en: "Who does the work" + (ids.isEmpty ? "" : " (on record: \(list))"),
            ru: "Кто выполняет работы" + (ids.isEmpty ? "" : " (в учёте: \(list))"))
    }

    fileprivate static var fillRequester: Phrase {
        Phrase(en: "Who asked for the work: a contact, or a name", ru: "Кто попросил: контактное лицо или имя")
    }

    fileprivate static var fillCrew: Phrase { Phrase(en: "Who comes", ru: "Кто приедет") }
    fileprivate static var fillWindow: Phrase {
        Phrase(
            en: "When the work may be done, from and to: 2026-12-05T22:00:00+03:00",
            ru: "Когда можно работать, с и до: 2026-12-05T22:00:00+03:00")
    }
    fileprivate static var checkWindow: Phrase {
        Phrase(en: "When the work may be done; proposed, to be agreed", ru: "Когда можно работать; предложено, согласуйте")
    }

    fileprivate static var wishesAre: Phrase {
        Phrase(
            en: "What the client wants, in the client's words. In every order by itself,",
            ru: "Чего хочет клиент, его словами. В каждой заявке и так есть")
    }

    fileprivate static var fillNeeds: Phrase {
        Phrase(
            en: "What it needs: ports, poe, units, outlets, power (watts)",
            ru: "Что для этого нужно: ports, poe, units, outlets, power (ватты)")
    }

    fileprivate static var fillAcceptance: Phrase {
        Phrase(en: "How the client will see that it is done", ru: "По чему клиент увидит, что сделано")
    }

    fileprivate static var aboutSteps: Phrase {
        Phrase(en: "The work, step by step, in the order of the hands", ru: "Работа по шагам, в том порядке, как её делают руки")
    }

    fileprivate static var fillEnd: Phrase {
        Phrase(en: "Say which port the other end is in: device:port", ru: "Назовите порт на другом конце: устройство:порт")
    }

    fileprivate static func notOnRecord(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` is not on record", ru: "`\(name)` нет в учёте")
    }

    fileprivate static var fillVerify: Phrase {
        Phrase(en: "What must be seen after the step", ru: "Что должно быть видно после шага")
    }
}
