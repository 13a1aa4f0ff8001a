import Diagnostics
import Inventories
package import Plants
import Times

/// What people are told of evidence: source, day, person, and whether it still holds.
package struct Standing: Sendable {
    let plant: Plant

    package init(_ plant: Plant) {
        self.plant = plant
    }

    /// The evidence itself: `photo, 2025-03-02, ivanov`.
    func words(for evidence: Ref<Evidence>) -> Phrase {
        let row = plant.inventory.evidence[evidence]
        let day = row.seen.map { plant.inventory.client.timezone.date(at: $0).iso8601 }
        let person: String? =
            switch row.by {
            case .contact(let contact)?: plant.inventory.contacts[contact].id.text
            case .text(let name)?: name.text
            case nil: nil
            }
        let rest = [day, person].compactMap { $0 }
        return Phrase(
            en: ([row.source.phrase.en] + rest).joined(separator: ", "), ru: ([row.source.phrase.ru] + rest).joined(separator: ", "))
    }

    /// The evidence of a fact and how it stands: `traced, 2026-11-20, ivanov; good until 2027-05-19`.
    func words<Value>(for fact: Knowledge<Value>) -> Phrase {
        let sources = fact.evidence.map { words(for: $0) }
        let standing = standing(of: fact)
        guard !sources.isEmpty else { return standing }
        return Phrase(
            en: "\(sources.map(\.en).joined(separator: " + ")); \(standing.en)",
            ru: "\(sources.map(\.ru).joined(separator: " + ")); \(standing.ru)")
    }

    private func standing<Value>(of fact: Knowledge<Value>) -> Phrase {
        if fact.isConflicting { return .conflicting }
        if fact.isKnown { return fact.until.map { .goodUntil(day($0)) } ?? .known }
        if fact.value != nil { return fact.evidence.isEmpty ? .withoutEvidence : .expired }
        return .notKnown
    }

    /// A moment as a day of the client's calendar.
    func day(_ moment: Timestamp) -> String {
        plant.inventory.client.timezone.date(at: moment).iso8601
    }
}

extension EvidenceSource {
    /// What people call it.
    var phrase: Phrase {
        switch self {
        case .traced: Phrase(en: "traced", ru: "прослежено")
        case .lldp: Phrase(en: "LLDP", ru: "LLDP")
        case .macTable: Phrase(en: "MAC table", ru: "таблица MAC")
        case .label: Phrase(en: "label", ru: "бирка")
        case .photo: Phrase(en: "photo", ru: "фото")
        case .document: Phrase(en: "document", ru: "документ")
        case .statement: Phrase(en: "statement", ru: "слова")
        case .hearsay: Phrase(en: "hearsay", ru: "слухи")
        }
    }
}

extension Phrase {
    fileprivate static var conflicting: Phrase { Phrase(en: "the records contradict each other", ru: "записи противоречат друг другу") }
    fileprivate static var known: Phrase { Phrase(en: "known", ru: "известно") }
    fileprivate static var expired: Phrase { Phrase(en: "expired", ru: "устарело") }
    fileprivate static var withoutEvidence: Phrase { Phrase(en: "nobody stands behind it", ru: "никто за этим не стоит") }
    fileprivate static var notKnown: Phrase { Phrase(en: "not known", ru: "неизвестно") }

    fileprivate static func goodUntil(_ day: String) -> Phrase {
        Phrase(en: "good until \(day)", ru: "годно до \(day)")
    }
}
