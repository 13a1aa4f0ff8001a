import Diagnostics

// Words that several readers of rules and policies use.

extension Phrase {
    /// A near miss.
    static func didYouMean(_ word: String) -> Phrase {
        Phrase(en: "did you mean `\(word)`?", ru: "может быть, `\(word)`?")
    }

    /// What can stand there.
    static func words(_ words: [String]) -> Phrase {
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "known are \(list)", ru: "известны \(list)")
    }
}
