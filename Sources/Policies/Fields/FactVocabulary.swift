import CEL
import ChangeOrders
import Diagnostics
import Inventories
import Rehearsals

/// What fields of the facts can say, and what cannot be so together: by it rules are found that never fire.
enum FactVocabulary {
    static let laws = FieldLaws(
        words: { record, field in words["\(record).\(field)"] },
        exclusions: { record in FactTables.table(of: record)?.known == nil ? [] : ofKnown })

    /// The texts that a field can hold, besides none; nil where they are no closed list.
    static func words(of table: FactTable, _ field: FactField) -> [String]? { words["\(table.word).\(field.name)"] }

    private static let words: [String: [String]] = [
        "Step.verb": Verb.allCases.map(\.rawValue),
        "Order.type": ChangeOrder.Kind.allCases.map(\.rawValue),
        "Service.criticality": Service.Criticality.allCases.map(\.rawValue),
        "Impact.at_best": impactLevels,
        "Impact.at_worst": impactLevels,
        "Impact.certainty": ["certain", "possible", "excluded", "unexplained"],
        "Impact.basis": ["untouched", "survives"],
        "Link.hit": ["certain", "possible"],
        "Demand.resource": ChangeOrder.Need.Resource.allCases.map(\.rawValue),
        "Statement.says": Statement.Says.allCases.map(\.rawValue),
        "Party.kind": Party.Kind.allCases.map(\.rawValue),
        "CalendarEntry.kind": ["outside-allowed", "blackout"],
        "Undo.kind": ["auto", "none", "written"],
        "Device.gear": ["power", "cooling", "fire", "emergency-off"],
        "Evidence.source": EvidenceSource.allCases.map(\.rawValue),
        "Port.kind": PortKind.allCases.map(\.rawValue),
    ]

    private static let impactLevels = ["no-impact", "reduced-redundancy", "degraded", "outage"]

    /// Known means one value, fresh and unopposed; of conflicting values none is the value.
    private static let ofKnown: [[FieldLaws.Claim]] = [
        [FieldLaws.Claim("known", is: true), FieldLaws.Claim("conflicting", is: true)],
        [FieldLaws.Claim("known", is: true), FieldLaws.Claim("fresh", is: false)],
        [FieldLaws.Claim("known", is: true), FieldLaws.Claim("value", isPresence: true, is: false)],
        [FieldLaws.Claim("conflicting", is: true), FieldLaws.Claim("value", isPresence: true, is: true)],
    ]
}

extension Facts {
    /// Texts that their fields never hold, such as an example with a typing error may give: `Impact.certainty` and the text.
    var wordsNeverSaid: [(field: String, word: String, known: [String])] {
        let store = FactStore(self)
        var found: [(field: String, word: String, known: [String])] = []
        for (number, table) in FactTables.all.enumerated() {
            for field in table.fields {
                guard let known = FactVocabulary.words(of: table, field) else { continue }
                for row in 0..<store.count(number) {
                    guard let word = field.read(row, store).symbolValue, !word.isEmpty, !known.contains(word.text) else { continue }
                    found.append(("\(table.word).\(field.name)", word.text, known))
                }
            }
        }
        return found
    }
}
