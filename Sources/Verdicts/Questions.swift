package import Diagnostics
package import Inventories
package import Policies
import Rehearsals

/// The open questions that one person, or somebody of one party, can answer; each is put once.
package struct Questionnaire: Sendable {
    /// Who is asked.
    package enum Addressee: Hashable, Sendable {
        case contact(Ref<Contact>)
        /// Somebody of a party of which no person is on record.
        case party(Symbol)
        /// A person who is no contact of the client, of a party where that is known.
        case stranger(Symbol, of: Symbol?)
    }

    /// One question with all findings that it belongs to, as places in the check's findings.
    package struct Item: Hashable, Sendable {
        package let recall: Phrase
        package let readBack: Symbol
        package var findings: [Int]
        /// An answer settles it; of a stop, it only helps to know more.
        package var isSettling: Bool
    }

    /// Those who get the very same questions.
    package var addressees: [Addressee]
    package var items: [Item]
}

extension Check {
    /// The open questions by person, those with most questions first; who get the very same questions stand together.
    package var questionnaires: [Questionnaire] {
        var sheets: [Questionnaire] = []
        for (index, finding) in findings.enumerated() where finding.settledBy == nil {
            guard let question = finding.question else { continue }
            for addressee in addressees(of: question) {
                let sheet = sheets.firstIndex { $0.addressees == [addressee] } ?? sheets.endIndex
                if sheet == sheets.endIndex { sheets.append(Questionnaire(addressees: [addressee], items: [])) }
                sheets[sheet].add(question, of: index, isSettling: finding.level == .ask)
            }
        }
        let joined = sheets.reduce(into: [Questionnaire]()) { joined, sheet in
            if let same = joined.firstIndex(where: { $0.items == sheet.items }) {
                joined[same].addressees += sheet.addressees
            } else {
                joined.append(sheet)
            }
        }
        return joined.enumerated().sorted { ($1.element.items.count, $0.offset) < ($0.element.items.count, $1.offset) }.map(\.element)
    }

    /// How many different questions are open that somebody's word settles.
    package var openQuestionCount: Int {
        Set(
            findings.filter { $0.settledBy == nil && $0.level == .ask }.compactMap { $0.question.map { [$0.recall.en, $0.readBack.text] } }
        )
        .count
    }

    /// Whom a question goes to: of each party one person, the first that the rule names; where it names a party only, its person with the
    /// widest authority.
    package func addressees(of question: Finding.Question) -> [Questionnaire.Addressee] {
        var found: [Questionnaire.Addressee] = []
        var parties: Set<Symbol> = []
        for person in question.whom {
            let row = facts.people[Int(person.index)]
            let party = row.party.map { facts.parties[Int($0.index)].id }
            if let party, !parties.insert(party).inserted { continue }
            found.append(inventory.contact(row.id.text).map { .contact($0) } ?? .stranger(row.name.isEmpty ? row.id : row.name, of: party))
        }
        for party in question.parties {
            let row = facts.parties[Int(party.index)]
            if parties.insert(row.id).inserted { found.append(speaker(for: row.id).map { .contact($0) } ?? .party(row.id)) }
        }
        return found
    }

    private func speaker(for party: Symbol) -> Ref<Contact>? {
        let people = inventory.contacts.refs.filter { inventory.parties[inventory.contacts[$0].party].id == party }
        func reach(_ contact: Ref<Contact>) -> Int {
            inventory.contacts[contact].authority.flatMap(\.may).reduce(0) { $0 + ($1 == .any ? Verb.allCases.count : 1) }
        }
        // The first of equals: `max` keeps the last of them.
        return people.max { (reach($0), $1.index) < (reach($1), $0.index) }
    }
}

extension Questionnaire {
    fileprivate mutating func add(_ question: Finding.Question, of finding: Int, isSettling: Bool) {
        if let same = items.firstIndex(where: { $0.recall == question.recall && $0.readBack == question.readBack }) {
            items[same].findings.append(finding)
            items[same].isSettling = items[same].isSettling || isSettling
        } else {
            items.append(Item(recall: question.recall, readBack: question.readBack, findings: [finding], isSettling: isSettling))
        }
    }
}
