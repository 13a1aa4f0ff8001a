import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Times

/// What people have said, by the object they spoke of.
struct Testimony {
    private var statementsAbout: [ObjectRef: [Ref<Statement>]] = [:]

    init(_ inventory: Inventory) {
        for statement in inventory.statements.refs {
            if let object = inventory.statements[statement].about { statementsAbout[object, default: []].append(statement) }
        }
    }

    /// What was said of an object itself.
    func statements(about object: ObjectRef) -> [Ref<Statement>] { statementsAbout[object] ?? [] }

    /// What was said of any port or cable of a link.
    func statements(about link: Link) -> [Ref<Statement>] {
        guard !statementsAbout.isEmpty else { return [] }
        return link.way.flatMap { statements(about: .port($0)) } + link.cables.flatMap { statements(about: .cable($0)) }
    }
}

extension FactWriter {
    /// The row of a statement.
    mutating func statement(_ statement: Ref<Statement>) -> Ref<StatementFact> {
        if let row = rows.statements[statement] { return row }
        let written = inventory.statements[statement]
        var fact = StatementFact()
        fact.key = Symbol("statement-\(statement.index + 1)")
        fact.by = person(written.by.map { .contact($0) } ?? .text(written.speaker))
        fact.says = Symbol(written.says.rawValue)
        fact.about = written.about.map { label(of: $0) } ?? written.aboutText
        fact.words = written.words
        fact.seen = written.seen
        fact.hasSay = hasSay(statement)
        fact.party = written.by.map { party(inventory.contacts[$0].party) }
        let row = enter(fact, in: \.statements)
        rows.statements[statement] = row
        return row
    }

    /// The speaker has authority over what he speaks of; somebody who is no contact has none.
    func hasSay(_ statement: Ref<Statement>) -> Bool {
        let written = inventory.statements[statement]
        guard let speaker = written.by, let object = written.about else { return false }
        return say.hasSay(speaker, over: object, at: plant.now)
    }

    /// Who owns something by the record; where that says nothing fresh, by the word of who has the say over it.
    func owner(_ recorded: Knowledge<Ref<Party>>, given statements: [Ref<Statement>]) -> Knowledge<Ref<Party>> {
        guard !recorded.isKnown, !recorded.isConflicting else { return recorded }
        var claims: [Knowledge<Ref<Party>>] = []
        for statement in statements where inventory.statements[statement].says == .owns && hasSay(statement) {
            guard let claim = claim(statement), !claims.contains(where: { $0.value == claim.value }) else { continue }
            claims.append(claim)
        }
        let fresh = claims.filter(\.isKnown)
        if fresh.count > 1 { return .conflicting(fresh.compactMap(\.value), []) }
        return fresh.first ?? (recorded.value == nil ? claims.first : nil) ?? recorded
    }

    /// "Ours", as knowledge of who owns it: it holds as long as statements do.
    private func claim(_ statement: Ref<Statement>) -> Knowledge<Ref<Party>>? {
        let written = inventory.statements[statement]
        guard let speaker = written.by else { return nil }
        let party = inventory.contacts[speaker].party
        let evidence = Evidence(source: .statement, seen: written.seen, by: .contact(speaker))
        let isFromTheFuture = written.seen.map { $0 > plant.now + .days(1) } ?? true
        guard !isFromTheFuture, let until = plant.shelfLife.end(of: .identity, evidence), until > plant.now else {
            return .expired(party, [])
        }
        return .known(party, [], until: until)
    }

    /// The parties of the contacts who said one thing.
    func parties(that says: Statement.Says, in statements: [Ref<Statement>]) -> [Ref<Party>] {
        statements.compactMap { statement in
            let written = inventory.statements[statement]
            return written.says == says ? written.by.map { inventory.contacts[$0].party } : nil
        }
    }
}
