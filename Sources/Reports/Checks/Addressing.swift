import Diagnostics
import Inventories
import Times
import Verdicts

extension Check {
    /// Who is asked, as people say it: `Anna Petrova (IT)`; the party alone where no person is known.
    func name(of addressee: Questionnaire.Addressee) -> String {
        switch addressee {
        case .contact(let contact):
            let row = inventory.contacts[contact]
            return "\(row.name.text) (\(inventory.parties[row.party].name.text))".displayed
        case .party(let party): return partyName(party)
        case .stranger(let name, let party): return name.text.displayed + (party.map { " (\(partyName($0)))" } ?? "")
        }
    }

    /// The name with the ways to reach the person.
    func address(of addressee: Questionnaire.Addressee) -> String {
        guard case .contact(let contact) = addressee else { return name(of: addressee) }
        let row = inventory.contacts[contact]
        let ways = [row.phone?.text, row.email?.text, row.reach?.text].compactMap { $0?.displayed }
        return ([name(of: addressee)] + ways).joined(separator: ", ")
    }

    private func partyName(_ id: Symbol) -> String {
        (inventory.party(id.text).map { inventory.parties[$0].name } ?? id).text.displayed
    }
}
