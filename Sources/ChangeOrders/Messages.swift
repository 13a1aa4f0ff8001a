import Diagnostics
import Inventories

// What is said about names.

extension Diagnostic {
    /// Several objects have the name.
    static func ambiguousName(_ name: String, among names: [String], at span: Span) -> Diagnostic {
        Diagnostic("ambiguous-name", .error, .ambiguousName(name), at: span, label: .meansSeveral(names.count), help: [.writeOneOf(names)])
    }

    /// The text is not even in the form of a name.
    static func malformedName(_ name: String, _ form: Phrase, at span: Span) -> Diagnostic {
        Diagnostic("malformed-name", .error, .malformedName(name), at: span, help: [form])
    }

    /// A device is named where one of its ports is meant.
    static func portNotSaid(_ device: String, _ form: Phrase, at span: Span) -> Diagnostic {
        Diagnostic("port-not-said", .error, .portNotSaid(device), at: span, label: .thisIsADevice, help: [form])
    }

    static func badRange(_ text: String, _ fault: NameRange.Fault, at span: Span) -> Diagnostic {
        switch fault {
        case .unordered(let range): Diagnostic("bad-range", .error, .unorderedRange(range), at: span, help: [.rangeExample])
        case .tooLong: Diagnostic("bad-range", .error, .longRange(text), at: span, help: [.rangeLimit])
        }
    }

    /// A name of a party, contact, wish, step or window that the order or the client does not have.
    static func unknown(_ noun: Referent, _ name: String, among names: [String], at span: Span) -> Diagnostic {
        let near = suggestion(for: name, among: names)
        let others: [Phrase] = names.isEmpty ? [noun.whereDeclared] : [.thereAre(names), noun.whereDeclared]
        return Diagnostic(
            "unknown-\(noun.rawValue)", .error, noun.isUnknown(name), at: span, label: noun.notFound,
            help: near.map { [.didYouMean($0)] } ?? others)
    }

    /// A verb that orders do not have.
    static func unknownVerb(_ word: String, at span: Span) -> Diagnostic {
        let verbs = Verb.allCases.map(\.rawValue)
        let near = Verb(everyday: word)?.rawValue ?? suggestion(for: word, among: verbs)
        return Diagnostic(
            "unknown-verb", .error, .unknownVerb(word), at: span, label: .noSuchVerbInOrders,
            help: (near.map { [.didYouMean($0)] } ?? []) + [.thereAre(verbs)])
    }

    static func duplicateID(_ id: String, at span: Span, first: Span?) -> Diagnostic {
        Diagnostic(
            "duplicate-id", .error, .duplicateID(id), at: span, label: .secondTime,
            related: first.map { [Diagnostic.Related($0, .firstTime)] } ?? [], help: [.giveAnotherID])
    }
}

/// The kinds of things that an order refers to by id.
enum Referent: String {
    case party, contact, wish, step, window

    fileprivate func isUnknown(_ name: String) -> Phrase {
        switch self {
        case .party: Phrase(en: "unknown party `\(name)`", ru: "неизвестная сторона `\(name)`")
        case .contact: Phrase(en: "unknown contact `\(name)`", ru: "неизвестное контактное лицо `\(name)`")
        case .wish: Phrase(en: "unknown wish `\(name)`", ru: "неизвестное пожелание `\(name)`")
        case .step: Phrase(en: "unknown step `\(name)`", ru: "неизвестный шаг `\(name)`")
        case .window: Phrase(en: "unknown window `\(name)`", ru: "неизвестное окно работ `\(name)`")
        }
    }

    fileprivate var notFound: Phrase {
        switch self {
        case .party: Phrase(en: "no such party in client.yaml", ru: "в client.yaml такой стороны нет")
        case .contact: Phrase(en: "no such contact in client.yaml", ru: "в client.yaml такого лица нет")
        case .wish: Phrase(en: "the order has no such wish", ru: "в заявке нет такого пожелания")
        case .step: Phrase(en: "the order has no such step", ru: "в заявке нет такого шага")
        case .window: Phrase(en: "the order has no such window", ru: "в заявке нет такого окна")
        }
    }

    fileprivate var whereDeclared: Phrase {
        switch self {
        case .party: Phrase(en: "add it under `parties` in client.yaml", ru: "добавьте её в `parties` в client.yaml")
        case .contact: Phrase(en: "add the person under `contacts` in client.yaml", ru: "добавьте человека в `contacts` в client.yaml")
        case .wish: Phrase(en: "add it under `wishes`", ru: "добавьте его в `wishes`")
        case .step: Phrase(en: "give the step that is meant this `id`", ru: "дайте нужному шагу такой `id`")
        case .window: Phrase(en: "add it under `windows`", ru: "добавьте его в `windows`")
        }
    }
}

extension Phrase {
    static var moduleForm: Phrase {
        Phrase(en: "a module is written `device:bay`", ru: "модуль пишется как `устройство:отсек`")
    }

    static func didYouMean(_ name: String) -> Phrase {
        Phrase(en: "did you mean `\(name)`?", ru: "может быть, `\(name)`?")
    }

    static func thereAre(_ names: [String]) -> Phrase {
        Phrase(en: names.count == 1 ? "there is only \(names.quotedList)" : "there are \(names.quotedList)", ru: "есть \(names.quotedList)")
    }

    fileprivate static func unknownVerb(_ word: String) -> Phrase {
        Phrase(en: "unknown verb `\(word)`", ru: "неизвестное действие `\(word)`")
    }

    fileprivate static var noSuchVerbInOrders: Phrase {
        Phrase(en: "orders have no such verb", ru: "в заявках такого действия нет")
    }

    fileprivate static func ambiguousName(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` is the name of several objects", ru: "имя `\(name)` носят несколько объектов")
    }

    fileprivate static func meansSeveral(_ count: Int) -> Phrase {
        Phrase(en: "\(count) objects are called so", ru: "так называются объекты: \(count)")
    }

    fileprivate static func writeOneOf(_ names: [String]) -> Phrase {
        Phrase(en: "write one of \(names.quotedList)", ru: "напишите одно из: \(names.quotedList)")
    }

    fileprivate static func malformedName(_ name: String) -> Phrase {
        Phrase(en: "`\(name)` cannot be read as a name of that kind", ru: "`\(name)` не читается как имя такого объекта")
    }

    fileprivate static func portNotSaid(_ device: String) -> Phrase {
        Phrase(en: "it is not said which port of `\(device)`", ru: "не сказано, какой порт у `\(device)`")
    }

    fileprivate static var thisIsADevice: Phrase { Phrase(en: "this is a device", ru: "это устройство") }

    fileprivate static func unorderedRange(_ range: String) -> Phrase {
        Phrase(en: "`\(range)` is no range from a lower to a higher end", ru: "`\(range)` не диапазон от меньшего к большему")
    }

    fileprivate static var rangeExample: Phrase {
        Phrase(en: "for example: `PP-1:[1-3]`", ru: "например: `PP-1:[1-3]`")
    }

    fileprivate static func longRange(_ text: String) -> Phrase {
        Phrase(en: "`\(text)` stands for too many names", ru: "`\(text)` означает слишком много имён")
    }

    fileprivate static var rangeLimit: Phrase {
        Phrase(
            en: "one range may stand for \(NameRange.limit) names at most",
            ru: "одним диапазоном можно назвать не больше \(NameRange.limit) имён")
    }

    fileprivate static func duplicateID(_ id: String) -> Phrase {
        Phrase(en: "the id `\(id)` is used twice", ru: "обозначение `\(id)` использовано дважды")
    }

    fileprivate static var secondTime: Phrase {
        Phrase(en: "for the second time", ru: "второй раз")
    }

    fileprivate static var firstTime: Phrase {
        Phrase(en: "for the first time here", ru: "первый раз здесь")
    }

    fileprivate static var giveAnotherID: Phrase {
        Phrase(en: "give one of the two another id", ru: "дайте одному из двух другое обозначение")
    }
}

extension [String] {
    /// The words in backticks, with commas.
    var quotedList: String { map { "`\($0)`" }.joined(separator: ", ") }
}
