/// The languages that `primum` speaks.
package enum Language: String, CaseIterable, Sendable {
    case en, ru
}

/// A text for people, written out in both languages by somebody who speaks them.
///
/// Phrases are made by the factories at the end of a module's files, never in the middle of control flow.
package struct Phrase: Hashable, Sendable {
    package let en: String
    package let ru: String

    package init(en: String, ru: String) {
        self.en = en
        self.ru = ru
    }

    /// A text that is the same in both languages: a name, a code, a quotation.
    package init(verbatim text: String) {
        self.init(en: text, ru: text)
    }

    /// The text in one language.
    package subscript(language: Language) -> String {
        switch language {
        case .en: en
        case .ru: ru
        }
    }
}

/// The forms of a noun that goes with a number.
///
/// English has two, Russian three (1 порт, 2 порта, 5 портов); the choice follows Unicode CLDR's plural rules for
/// whole numbers.
package struct Noun: Hashable, Sendable {
    package let en: (one: String, other: String)
    package let ru: (one: String, few: String, many: String)

    package init(en: (one: String, other: String), ru: (one: String, few: String, many: String)) {
        self.en = en
        self.ru = ru
    }

    /// The number with the noun in the right form, such as `3 ports`, `3 порта`.
    package func counted(_ count: Int) -> Phrase {
        Phrase(en: "\(count) \(english(count))", ru: "\(count) \(russian(count))")
    }

    /// The noun alone in the form for a number.
    package func english(_ count: Int) -> String {
        count == 1 ? en.one : en.other
    }

    /// The noun alone in the form for a number.
    package func russian(_ count: Int) -> String {
        switch Plural.russian(count) {
        case .one: ru.one
        case .few: ru.few
        case .many: ru.many
        }
    }

    package static func == (left: Noun, right: Noun) -> Bool {
        left.en == right.en && left.ru == right.ru
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(en.one)
        hasher.combine(ru.one)
    }
}

/// The plural category of a whole number (Unicode CLDR).
package enum Plural: String, Sendable {
    case one, few, many

    /// The category in Russian; a negative number has that of its magnitude.
    package static func russian(_ count: Int) -> Plural {
        let (tens, units) = (count.magnitude % 100, count.magnitude % 10)
        return switch (tens, units) {
        case (11...14, _): .many
        case (_, 1): .one
        case (_, 2...4): .few
        default: .many
        }
    }
}
