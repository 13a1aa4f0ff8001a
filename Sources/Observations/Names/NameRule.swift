package import Diagnostics

/// What made two names equal, from the surest to the weakest; a report always says which it was.
package enum NameRule: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// Byte for byte.
    case exact
    /// But for quotes, blanks and zero bytes around it.
    case tidied
    /// But for capital and small letters.
    case letterCase
    /// But for long and short words before the number: `Gi1/0/3`, `GigabitEthernet1/0/3`.
    case abbreviation
    /// But for the logical unit of a port: `xe-0/1/0.0`.
    case unit
    /// But for a mark or trunk that a table adds to the name: `A8*`, `A24-Trk1`, `GigabitEthernet0/0/5(v)`.
    case mark
    /// By the number alone: `Port 5`, `0/5`, `5`.
    case portNumber
    /// By what stands before the first dot, which only one name has.
    case shortName
    /// By the short name, which only one name has, although what stands behind the dot differs.
    case otherDomain
    /// By the beginning that a table left of it, which only one name has: `65432p-swi006-g...`.
    case cut
    /// By a hardware address.
    case address

    package static func < (left: NameRule, right: NameRule) -> Bool { left.rawValue < right.rawValue }

    /// How the rule is told, after "the same".
    package var phrase: Phrase {
        switch self {
        case .exact: Phrase(en: "letter by letter", ru: "буква в букву")
        case .tidied: Phrase(en: "without the quotes and blanks around it", ru: "без кавычек и пробелов вокруг")
        case .letterCase: Phrase(en: "without regard to case", ru: "без учёта регистра")
        case .abbreviation: Phrase(en: "long and short form of one port name", ru: "полная и краткая форма имени порта")
        case .unit: Phrase(en: "without the logical unit", ru: "без номера логического интерфейса")
        case .mark: Phrase(en: "without the mark that the table adds", ru: "без пометки, добавленной таблицей")
        case .portNumber: Phrase(en: "by the port number", ru: "по номеру порта")
        case .shortName: Phrase(en: "by the short name, which is unique", ru: "по краткому имени, оно единственное")
        case .otherDomain:
            Phrase(
                en: "by the short name, which is unique; the domains differ", ru: "по краткому имени, оно единственное; домены различаются")
        case .cut:
            Phrase(
                en: "by the beginning that the table shows, which is unique", ru: "по началу имени, показанному таблицей, оно единственное")
        case .address: Phrase(en: "by the hardware address", ru: "по аппаратному адресу")
        }
    }
}

/// What a name turned out to mean.
package enum NameMatch<Value: Sendable>: Sendable {
    /// One thing, and by which rule.
    case found(Value, NameRule)
    /// Several things by the same rule: never guessed.
    case several([Value], NameRule)
    case unknown
}

extension NameMatch: Equatable where Value: Equatable {}
extension NameMatch: Hashable where Value: Hashable {}
