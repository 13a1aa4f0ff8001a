package import Diagnostics
package import Inventories
package import Policies
package import Rehearsals

/// The open questions that one person, or somebody of one party, can answer; each is put once.
package struct Questionnaire: Sendable {
    package enum Addressee: Hashable, Sendable {
        case person(Ref<PersonFact>)
        case party(Ref<PartyFact>)
    }

    /// One question with all findings that it belongs to.
    package struct Item: Sendable {
        package let recall: Phrase
        package let readBack: Symbol
        package var findings: [Int]
        /// An answer settles it; of a stop, it only helps to know more.
        package var isSettling: Bool
    }

    package let addressee: Addressee
    package var items: [Item]
}

extension Check {
    /// The open questions by person, those with most questions first.
    ///
    /// A question that several can answer goes to each of them.
    package var questionnaires: [Questionnaire] {
        var sheets: [Questionnaire] = []
        for (index, finding) in findings.enumerated() where finding.settledBy == nil {
            guard let question = finding.question else { continue }
            for addressee in question.addressees {
                let sheet = sheets.firstIndex { $0.addressee == addressee } ?? sheets.endIndex
                if sheet == sheets.endIndex { sheets.append(Questionnaire(addressee: addressee, items: [])) }
                sheets[sheet].add(question, of: index, isSettling: finding.level == .ask)
            }
        }
        return sheets.enumerated().sorted { ($1.element.items.count, $0.offset) < ($0.element.items.count, $1.offset) }.map(\.element)
    }

    /// How many different questions are open that somebody's word settles.
    package var openQuestionCount: Int {
        Set(
            findings.filter { $0.settledBy == nil && $0.level == .ask }.compactMap { $0.question.map { [$0.recall.en, $0.readBack.text] } }
        ).count
    }
}

extension Finding.Question {
    /// People; a party only where nobody of it is named.
    package var addressees: [Questionnaire.Addressee] {
        whom.isEmpty ? parties.map { .party($0) } : whom.map { .person($0) }
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
