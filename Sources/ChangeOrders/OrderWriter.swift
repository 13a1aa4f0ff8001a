import Diagnostics
package import Inventories
import Times

extension ChangeOrder {
    /// The order as the text of a file; times are those of the client's time zone.
    package func yaml(in inventory: Inventory) -> String {
        OrderWriter(inventory).written(self).yaml
    }
}

/// Writes orders as files have them.
struct OrderWriter {
    let inventory: Inventory

    init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    func written(_ order: ChangeOrder) -> Written {
        var entries = [Written.Entry("order", .text(order.id.text))]
        if !order.title.isEmpty { entries.append(Written.Entry("title", .text(order.title.text))) }
        if let contractor = order.contractor { entries.append(Written.Entry("contractor", party(contractor))) }
        if order.kind != .normal { entries.append(Written.Entry("type", .plain(order.kind.rawValue))) }
        if let requester = order.requestedBy { entries.append(Written.Entry("requested_by", person(requester))) }
        entries.add("crew", order.crew) { member in
            .flowMap([Written.Entry("contact", person(member.person)), Written.Entry("as", .text(member.task.text))])
        }
        entries.add("present", order.present) { presence in
            .flowMap(
                [presence.contact.map { Written.Entry("contact", person(.contact($0))) } ?? Written.Entry("party", party(presence.party))]
                    + (presence.steps.isEmpty ? [] : [Written.Entry("for", .flow(presence.steps.map { .text($0.text) }))]))
        }
        entries.add("notify", order.notify) { notice in
            .flowMap(
                [Written.Entry("party", party(notice.party))] + (notice.before.map { [Written.Entry("before", .plain($0.iso8601))] } ?? []))
        }
        entries.add("windows", order.windows) { window in
            .flowMap([
                Written.Entry("id", .text(window.id.text)), Written.Entry("from", moment(window.from)),
                Written.Entry("to", moment(window.to)),
            ])
        }
        if !order.needsOfClient.isEmpty {
            entries.append(Written.Entry("needs", .map([Written.Entry("client", .list(order.needsOfClient.map { .text($0.text) }))])))
        }
        entries.add("wishes", order.wishes.filter { $0.id != ChangeOrder.Wish.standingID }) { written($0) }
        entries.add("parts", order.parts) { written($0) }
        entries.append(Written.Entry("steps", .list(order.steps.map { StepWriter(inventory).written($0) })))
        return .map(entries)
    }

    private func person(_ person: ChangeOrder.Person) -> Written {
        switch person {
        case .contact(let contact): .text(inventory.contacts[contact].id.text)
        case .text(let name): .text(name.text)
        }
    }

    private func party(_ party: Ref<Party>) -> Written { .text(inventory.parties[party].id.text) }

    /// The moment on the client's clocks.
    func moment(_ moment: Timestamp) -> Written {
        .plain(inventory.client.timezone.rfc3339(moment))
    }

    func written(_ wish: ChangeOrder.Wish) -> Written {
        var entries = [Written.Entry("id", .text(wish.id.text))]
        if let by = wish.by { entries.append(Written.Entry("by", person(by))) }
        entries.append(Written.Entry("text", .text(wish.text.text)))
        entries.add("needs", wish.needs) { written($0) }
        if let accepted = wish.acceptedWhen { entries.append(Written.Entry("accepted_when", .text(accepted.text))) }
        return .map(entries)
    }

    func written(_ need: ChangeOrder.Need) -> Written {
        let amount = Written.Entry(need.resource.rawValue, .plain(String(need.count)))
        return .flowMap([amount] + (need.at.map { [Written.Entry("at", SelectorWriter(inventory).written($0))] } ?? []))
    }

    private func written(_ part: ChangeOrder.Part) -> Written {
        .flowMap([
            Written.Entry("slot", .text(part.slot.text)), Written.Entry("out", .text(part.out?.text ?? "?")),
            Written.Entry("in", .text(part.in?.text ?? "?")),
        ])
    }
}

extension [Written.Entry] {
    /// Adds a list of rows under a key unless it is empty.
    mutating func add<Row>(_ key: String, _ rows: [Row], _ written: (Row) -> Written) {
        if !rows.isEmpty { append(Written.Entry(key, .list(rows.map(written)))) }
    }
}
