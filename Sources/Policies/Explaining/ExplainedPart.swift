import CEL
package import Diagnostics
import Inventories
import Rehearsals
package import Seals
import Times

/// A part of a rule's condition with what it came to, as people and documents are told it.
package struct ExplainedPart: Sendable {
    /// As it is written, on one line.
    package let text: String
    package let result: Result
    /// The element of the macro around it, for the body of one: its name and what it stood for.
    package let element: (name: String, value: Phrase)?
    /// It is what made the whole come to what it did.
    package let isDeciding: Bool
    /// A literal or a name, whose value says nothing that its text does not.
    package let isPlain: Bool
    /// The parts below, in the order of the text.
    package let parts: [ExplainedPart]

    /// What came of a part.
    package enum Result: Sendable {
        case value(Phrase, JSON)
        case failed(Phrase)
        /// Something before it had decided.
        case notLookedAt
    }

    init(_ explanation: Explanation, of source: String, _ teller: ValueTeller) {
        let bytes = Array(source.utf8)[explanation.range]
        text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        result =
            switch explanation.outcome {
            case .value(let datum): .value(teller.phrase(of: datum), teller.json(of: datum))
            case .failure(let failure): .failed(failure.summary)
            case .notLookedAt: .notLookedAt
            }
        element = explanation.element.map { ($0.name, teller.phrase(of: $0.value)) }
        isDeciding = explanation.isDeciding
        isPlain = explanation.form == .literal || explanation.form == .name
        parts = explanation.parts.map { ExplainedPart($0, of: source, teller) }
    }

    /// The parts that decided, in the order of the text; the innermost only.
    package var deciding: [ExplainedPart] {
        (isDeciding ? [self] : []) + parts.flatMap(\.deciding)
    }
}

/// Tells values of the language of rules to people and documents.
struct ValueTeller {
    private let store: FactStore
    private let timezone: TimeZoneRules
    private let reader: Activation
    /// Longer lists end in "and … more".
    private static let listLimit = 6

    init(_ store: FactStore, _ timezone: TimeZoneRules) {
        self.store = store
        self.timezone = timezone
        reader = Activation(FactTables.environment, store: store)
    }

    /// As people are told it: texts in quotes, objects by their labels, what the record knows as it stands.
    func phrase(of datum: Datum) -> Phrase {
        switch datum {
        case .string(let text): Phrase(verbatim: "\"\(text)\"")
        case .bool(let truth): Phrase(verbatim: truth ? "true" : "false")
        case .int(let number): Phrase(verbatim: String(number))
        case .uint(let number): Phrase(verbatim: String(number))
        case .double(let number): Phrase(verbatim: "\(number)")
        case .timestamp(let moment): Phrase(verbatim: timezone.rfc3339(moment))
        case .duration(let nanoseconds): Phrase(verbatim: Period(seconds: nanoseconds / 1_000_000_000).iso8601)
        case .optional(let inner): inner.map { phrase(of: $0) } ?? .nothing
        case .null: .nothing
        case .list(let elements): list(elements)
        case .record(let word, let row, _): record(word, row)
        case .map(let entries): Phrase(verbatim: "{\(entries.count)}")
        case .bytes, .type, .network: Phrase(verbatim: "…")
        }
    }

    private func list(_ elements: [Datum]) -> Phrase {
        let shown = elements.prefix(Self.listLimit).map { phrase(of: $0) }
        let more = elements.count > shown.count ? [Phrase.andMore(elements.count - shown.count)] : []
        let all = shown + more
        return Phrase(
            en: "[" + all.map(\.en).joined(separator: ", ") + "]", ru: "[" + all.map(\.ru).joined(separator: ", ") + "]")
    }

    private func record(_ word: Symbol, _ row: UInt32) -> Phrase {
        guard let table = FactTables.table(of: word) else { return Phrase(verbatim: word.text) }
        guard table.known == nil else { return known(table, row) }
        let label = table.label?(row, store).symbolValue ?? .empty
        return Phrase(verbatim: label.isEmpty ? word.text : label.text)
    }

    private func known(_ table: FactTable, _ row: UInt32) -> Phrase {
        let fields = known(of: table, row)
        if fields.isConflicting { return .conflicting }
        guard let value = fields.value else { return fields.isKnown ? .known : .unknown }
        return fields.isKnown ? .known(phrase(of: value)) : .expired(phrase(of: value))
    }

    /// As documents hold it: objects by their keys, what nobody wrote as null.
    func json(of datum: Datum) -> JSON {
        switch datum {
        case .string(let text): .string(text)
        case .bool(let truth): .bool(truth)
        case .int(let number): .integer(number)
        case .double(let number): .number(number)
        case .timestamp(let moment): .string(moment.rfc3339(offset: 0))
        case .duration(let nanoseconds): .string(Period(seconds: nanoseconds / 1_000_000_000).iso8601)
        case .optional(let inner): inner.map { json(of: $0) } ?? .null
        case .list(let elements): .array(elements.map { json(of: $0) })
        case .record(let word, let row, let key): json(word, row, key)
        case .null: .null
        case .uint, .map, .bytes, .type, .network: .string(phrase(of: datum).en)
        }
    }

    private func json(_ word: Symbol, _ row: UInt32, _ key: String?) -> JSON {
        guard let table = FactTables.table(of: word), table.known != nil else { return .string(key ?? record(word, row).en) }
        let fields = known(of: table, row)
        return [
            "known": .bool(fields.isKnown), "conflicting": .bool(fields.isConflicting), "value": fields.value.map { json(of: $0) } ?? .null,
        ]
    }

    private func known(of table: FactTable, _ row: UInt32) -> (isKnown: Bool, isConflicting: Bool, value: Datum?) {
        func field(_ name: String) -> Datum? {
            table.fields.first { $0.name == name }.map { reader.datum(of: $0.read(row, store)) }
        }
        let value: Datum? = if case .optional(let inner) = field("value") { inner } else { nil }
        return (field("known") == .bool(true), field("conflicting") == .bool(true), value)
    }
}

extension Phrase {
    fileprivate static let nothing = Phrase(en: "nothing", ru: "нет")
    fileprivate static let unknown = Phrase(en: "unknown", ru: "неизвестно")
    fileprivate static let known = Phrase(en: "known", ru: "известно")
    fileprivate static let conflicting = Phrase(en: "conflicting", ru: "противоречиво")

    fileprivate static func known(_ value: Phrase) -> Phrase {
        Phrase(en: "\(value.en) (known)", ru: "\(value.ru) (известно)")
    }

    fileprivate static func expired(_ value: Phrase) -> Phrase {
        Phrase(en: "\(value.en) (expired)", ru: "\(value.ru) (устарело)")
    }
}
