import CEL
import Diagnostics
import Inventories
import Rehearsals

/// Values that the record may know: each gives a kind of rows, `Known<…>`.
protocol KnownPart: FactPart {
    static var knownWord: Symbol { get }
    static var knownList: Symbol { get }
    static var knownRows: FieldPath<Facts, [KnownFact<Self>]> { get }
}

extension KnownFact: FactListed where Value: KnownPart {
    static var list: Symbol { Value.knownList }
    static var elementType: ValueType { .record(Value.knownWord) }
    static func element(_ pooled: UInt32) -> CEL.Value { .record(Value.knownWord, row: pooled) }
}

extension KnownFact: FactRow where Value: KnownPart {
    static var word: Symbol { Value.knownWord }
    static var rows: FieldPath<Facts, [KnownFact<Value>]> { Value.knownRows }
    /// Silence is not knowing, so that rules need not ask first whether there is a row.
    static var absent: CEL.Value { .record(word, row: FactStore.noRow) }
}

extension Ref: KnownPart where Row: KnownRow {
    static var knownWord: Symbol { Row.knownWord }
    static var knownList: Symbol { Row.knownList }
    static var knownRows: FieldPath<Facts, [KnownFact<Ref<Row>>]> { Row.knownRows }
}

/// Rows to which a fact can point.
protocol KnownRow: FactRow {
    static var knownWord: Symbol { get }
    static var knownList: Symbol { get }
    static var knownRows: FieldPath<Facts, [KnownFact<Ref<Self>>]> { get }
}

extension PortFact: KnownRow {
    static let knownWord: Symbol = "Known<Port>"
    static let knownList: Symbol = "[Known<Port>]"
    static var knownRows: FieldPath<Facts, [KnownFact<Ref<PortFact>>]> { \.knownPorts }
}

extension PartyFact: KnownRow {
    static let knownWord: Symbol = "Known<Party>"
    static let knownList: Symbol = "[Known<Party>]"
    static var knownRows: FieldPath<Facts, [KnownFact<Ref<PartyFact>>]> { \.knownParties }
}

extension Bool: KnownPart {
    static let knownWord: Symbol = "Known<bool>"
    static let knownList: Symbol = "[Known<bool>]"
    static var knownRows: FieldPath<Facts, [KnownFact<Bool>]> { \.knownTruths }
}

extension Symbol: KnownPart {
    static let knownWord: Symbol = "Known<string>"
    static let knownList: Symbol = "[Known<string>]"
    static var knownRows: FieldPath<Facts, [KnownFact<Symbol>]> { \.knownTexts }
}

extension Int64: KnownPart {
    static let knownWord: Symbol = "Known<int>"
    static let knownList: Symbol = "[Known<int>]"
    static var knownRows: FieldPath<Facts, [KnownFact<Int64>]> { \.knownNumbers }
}

extension Refs: KnownPart where Row == CableFact {
    static var knownWord: Symbol { CableFact.knownCables }
    static var knownList: Symbol { CableFact.knownCablesList }
    static var knownRows: FieldPath<Facts, [KnownFact<Refs<CableFact>>]> { \.knownCables }
}

extension CableFact {
    fileprivate static let knownCables: Symbol = "Known<[Cable]>"
    fileprivate static let knownCablesList: Symbol = "[Known<[Cable]>]"
}

extension FactTables {
    static var knownTables: [DeclaredTable] {
        [
            listed(KnownFact<Ref<PortFact>>.self, "a port", "порт"), listed(KnownFact<Ref<PartyFact>>.self, "a party", "сторона"),
            listed(KnownFact<Bool>.self, "a truth value", "да или нет"), listed(KnownFact<Symbol>.self, "a text", "текст"),
            known("a number", "число", fields(of: Int64.self)), known("cables", "кабели", fields(of: Refs<CableFact>.self)),
        ]
    }

    /// What is known of values that can stand in a list, so that alternatives can be told.
    private static func listed<Part: KnownPart & FactListed>(
        _ row: KnownFact<Part>.Type, _ en: String, _ ru: String
    ) -> DeclaredTable {
        let alternatives: DeclaredField<KnownFact<Part>> = .field(
            "alternatives", \.alternatives, "The values that exclude each other; only where `conflicting`.",
            "Взаимоисключающие значения; только при `conflicting`.")
        return known(en, ru, fields(of: Part.self) + [alternatives])
    }

    private static func known<Part: KnownPart>(
        _ en: String, _ ru: String, _ fields: [DeclaredField<KnownFact<Part>>]
    ) -> DeclaredTable {
        .table(
            KnownFact<Part>.self, "What is known, and by which evidence: \(en).", "Что известно и на каком основании: \(ru).",
            known: Part.type, fields)
    }

    private static func fields<Part: KnownPart>(of part: Part.Type) -> [DeclaredField<KnownFact<Part>>] {
        [
            .field("known", \.known, "One value, fresh and unopposed.", "Одно значение, свежее и без возражений."),
            .field("fresh", \.fresh, "The evidence has not expired.", "Сведения не устарели."),
            .field("conflicting", \.conflicting, "Values that exclude each other.", "Значения исключают друг друга."),
            .optional(
                "value", \.value, "The value; kept when expired, absent when nobody knows or when values conflict.",
                "Значение; устаревшее сохраняется, а если никто не знает или записи расходятся, его нет."),
            .field("evidence", \.evidence, "What stands behind it.", "Чем подтверждено."),
            .field("until", \.until, "Until when it is good.", "До какого времени верно.", isVolatile: true),
        ]
    }
}
