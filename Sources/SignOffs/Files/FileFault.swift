package import Diagnostics
package import Seals

/// Why a file is not of the form that it should have, and where.
package struct FileFault: Error, Hashable, Sendable {
    /// The kinds of fault.
    package enum Kind: Hashable, Sendable {
        /// The bytes are not canonical JSON; too large and too deep are among the reasons.
        case notCanonical(CanonicalJSON.Fault.Kind)
        /// Another version of the form, or another kind of file.
        case version(String)
        case missing, unknownKey
        /// A value of another type than is wanted here.
        case type
        case tooLong, tooMany, empty
        /// A character that acts or hides instead of being seen, by its number.
        case hiddenCharacter(UInt32)
        /// What a browser would take for HTML.
        case markup
        case notAMoment, notADigest, notANonce, notAKey, notAWord, notAName
        /// The same id, key or address as somewhere before.
        case twice
        /// The number of a choice that is not there.
        case notAChoice
        /// The checkpoint is none.
        case notACheckpoint
    }

    /// Keys and numbers from the outside in: `questions[2].read_back.code`; empty for the file as a whole.
    package let place: String
    package let kind: Kind

    package init(_ kind: Kind, at place: String = "") {
        self.place = place
        self.kind = kind
    }
}

extension FileFault {
    /// The fault in words, fit for the summary of a diagnostic.
    package var phrase: Phrase {
        let words = kind.phrase
        guard !place.isEmpty else { return words }
        return Phrase(en: "`\(place)`: \(words.en)", ru: "`\(place)`: \(words.ru)")
    }
}

extension FileFault.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .notCanonical(let kind): kind.phrase
        case .version(let version):
            Phrase(en: "`\(version.displayed)` is not the version that is read here", ru: "версия `\(version.displayed)` здесь не читается")
        case .missing: Phrase(en: "it is missing", ru: "отсутствует")
        case .unknownKey: Phrase(en: "no such key is known here", ru: "такого ключа здесь нет")
        case .type: Phrase(en: "a value of another type is wanted here", ru: "здесь нужно значение другого типа")
        case .tooLong: Phrase(en: "it is too long", ru: "слишком длинно")
        case .tooMany: Phrase(en: "there are too many", ru: "их слишком много")
        case .empty: Phrase(en: "it is empty", ru: "пусто")
        case .hiddenCharacter(let number):
            Phrase(
                en: "it holds the character \(number.scalarName), which acts or hides instead of being seen",
                ru: "в тексте есть знак \(number.scalarName), который не виден, а действует или скрывает")
        case .markup: Phrase(en: "it holds HTML, which is not text", ru: "в тексте есть HTML, а нужен просто текст")
        case .notAMoment: Phrase(en: "this is not a time in UTC with whole seconds", ru: "это не время в UTC с целыми секундами")
        case .notADigest: Phrase(en: "this is not a digest", ru: "это не хеш SHA-256")
        case .notANonce: Phrase(en: "this is not 32 hexadecimal digits", ru: "это не 32 шестнадцатеричные цифры")
        case .notAKey: Phrase(en: "this is not a key that counts", ru: "это не ключ, который принимается")
        case .notAWord: Phrase(en: "this word has no meaning here", ru: "такое слово здесь ничего не значит")
        case .notAName: Phrase(en: "this is not a name of a ledger", ru: "это не имя журнала")
        case .twice: Phrase(en: "it stands twice", ru: "указано дважды")
        case .notAChoice: Phrase(en: "there is no such choice", ru: "такого варианта нет")
        case .notACheckpoint: Phrase(en: "this is not a signed checkpoint", ru: "это не подписанная контрольная точка")
        }
    }
}

extension UInt32 {
    fileprivate var scalarName: String {
        let digits = String(self, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
    }
}
