package import Diagnostics
package import Inventories
package import Policies
import Rehearsals
package import Seals

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

    /// The part of a finding on which a person is asked: those members of it that are his to speak of.
    package struct Part: Hashable, Sendable {
        /// The place in the check's findings.
        package let finding: Int
        /// Places in the finding's members, in their order.
        package var members: [Int]
    }

    /// One question: what is asked back first, and all that an answer bears on.
    package struct Item: Hashable, Sendable {
        package let recall: Phrase
        package let readBack: Symbol
        /// The gravest first.
        package var parts: [Part]
        /// An answer settles something; else it only helps to know more.
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
            for (addressee, members) in addressees(of: finding) {
                let sheet = sheets.firstIndex { $0.addressees == [addressee] } ?? sheets.endIndex
                if sheet == sheets.endIndex { sheets.append(Questionnaire(addressees: [addressee], items: [])) }
                add(Questionnaire.Part(finding: index, members: members), to: &sheets[sheet])
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
        Set(questionnaires.flatMap(\.items).filter(\.isSettling)).count
    }

    /// Open findings that ask where nobody is named who could answer: the client has no `questions_to`.
    package var unaddressed: [Finding] {
        findings.filter { $0.question != nil && $0.settledBy == nil && addressees(of: $0).isEmpty }
    }

    /// Who is asked about a finding, and about which of its members each; nobody where neither the rule nor the client names anybody.
    package func addressees(of finding: Finding) -> [(addressee: Questionnaire.Addressee, members: [Int])] {
        var found: [(addressee: Questionnaire.Addressee, members: [Int])] = []
        for (index, member) in finding.members.enumerated() {
            for addressee in member.question.map({ addressees(of: $0) }) ?? [] {
                if let known = found.firstIndex(where: { $0.addressee == addressee }) {
                    found[known].members.append(index)
                } else {
                    found.append((addressee, [index]))
                }
            }
        }
        return found
    }

    /// What an answer to a question rests on; nil where it could not be worked out of everything that it bears on.
    package func restsOn(_ item: Questionnaire.Item) -> Digest? {
        let bases = item.parts.compactMap { part -> Basis? in
            let members = members(of: part)
            let bases = members.compactMap(\.basis)
            return bases.count == members.count ? Basis(joining: bases) : nil
        }
        return bases.count == item.parts.count ? Basis.digest(of: bases) : nil
    }

    /// The members of a part, the worst first.
    package func members(of part: Questionnaire.Part) -> [Finding.Member] { part.members.map { findings[part.finding].members[$0] } }

    /// Adds what a person is asked of a finding; about the very same things of the same steps he is asked once, whatever rules ask.
    private func add(_ part: Questionnaire.Part, to sheet: inout Questionnaire) {
        let (level, own) = (findings[part.finding].level, members(of: part))
        let things = Set(own.map(Thing.init))
        if let same = sheet.items.firstIndex(where: { Set(members(of: $0.parts[0]).map(Thing.init)) == things }) {
            sheet.items[same].parts.append(part)
            sheet.items[same].isSettling = sheet.items[same].isSettling || level == .ask
        } else if let question = own.first?.question {
            sheet.items.append(
                Questionnaire.Item(recall: question.recall, readBack: question.readBack, parts: [part], isSettling: level == .ask))
        }
    }

    /// What people take for the same thing: one name at one step.
    private struct Thing: Hashable {
        let label: Symbol
        let step: Ref<StepFact>?

        init(_ member: Finding.Member) {
            (label, step) = (member.subject.label, member.step)
        }
    }
}

extension Check {
    /// Whom a question goes to: of each party one person, the first that the rule names; where it names a party only, its person with the
    /// widest authority.
    private func addressees(of question: Finding.Question) -> [Questionnaire.Addressee] {
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
