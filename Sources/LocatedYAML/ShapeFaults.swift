import Diagnostics

extension Diagnostic {
    /// A key that the mapping cannot have.
    static func unknownKey(_ key: Node, in shape: String, among keys: [String]) -> Diagnostic {
        let near = suggestion(for: key.string, among: keys)
        return Diagnostic(
            "unknown-key", .error, .unknownKey(key.string, shape), at: key.span, label: .unknownKeyLabel,
            help: [near.map { .didYouMean($0) } ?? .knownKeys(keys)])
    }

    /// A key that the mapping must have.
    static func missingKey(_ key: String, _ about: String, in shape: String, at node: Node) -> Diagnostic {
        Diagnostic("missing-key", .error, .missingKey(key, shape), at: node.span, label: .missingKeyLabel(key), help: [.addKey(key, about)])
    }

    /// A key for the second time.
    static func duplicateKey(_ key: String, at span: Span, first: Span) -> Diagnostic {
        Diagnostic(
            "duplicate-key", .error, .duplicateKey(key), at: span, label: .duplicateKeyLabel,
            related: [Diagnostic.Related(first, .firstKeyLabel)], help: [.removeDuplicate])
    }
}

extension Phrase {
    fileprivate static func unknownKey(_ key: String, _ shape: String) -> Phrase {
        Phrase(en: "unknown key `\(key)` in `\(shape)`", ru: "неизвестный ключ `\(key)` в `\(shape)`")
    }

    fileprivate static var unknownKeyLabel: Phrase {
        Phrase(en: "there is no such key here", ru: "такого ключа здесь нет")
    }

    fileprivate static func knownKeys(_ keys: [String]) -> Phrase {
        let list = keys.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "the keys here are \(list)", ru: "здесь бывают ключи \(list)")
    }

    fileprivate static func missingKey(_ key: String, _ shape: String) -> Phrase {
        Phrase(en: "`\(shape)` has no `\(key)`", ru: "в `\(shape)` нет `\(key)`")
    }

    fileprivate static func missingKeyLabel(_ key: String) -> Phrase {
        Phrase(en: "`\(key)` is missing here", ru: "здесь не хватает `\(key)`")
    }

    fileprivate static func addKey(_ key: String, _ about: String) -> Phrase {
        Phrase(en: "add `\(key)`: \(about)", ru: "добавьте `\(key)`: \(about)")
    }

    fileprivate static func duplicateKey(_ key: String) -> Phrase {
        Phrase(en: "the key `\(key)` is written twice", ru: "ключ `\(key)` написан дважды")
    }

    fileprivate static var duplicateKeyLabel: Phrase {
        Phrase(en: "for the second time; this one is not read", ru: "второй раз; это значение не читается")
    }

    fileprivate static var firstKeyLabel: Phrase {
        Phrase(en: "for the first time here", ru: "первый раз здесь")
    }

    fileprivate static var removeDuplicate: Phrase {
        Phrase(en: "remove one of the two or rename it", ru: "уберите или переименуйте один из двух")
    }
}
