package import Diagnostics
package import Seals

/// What is wrong with a pack of rules.
package struct LintReport: Sendable {
    let pack: String
    let ruleCount: Int
    let log: DiagnosticLog
    let texts: SourceTexts

    package init(pack: String, ruleCount: Int, _ log: DiagnosticLog, _ texts: SourceTexts) {
        self.pack = pack
        self.ruleCount = ruleCount
        self.log = log
        self.texts = texts
    }

    /// Every diagnostic with its picture, and at the end what was looked at.
    package func text(_ typesetter: Typesetter) -> String {
        let rules = "\(pack.displayed): \(Noun.rule.counted(ruleCount)[typesetter.language])"
        guard log.count > 0 else { return "\(rules), \(typesetter.ink.painted(Phrase.nothingFound[typesetter.language], .good))\n" }
        return typesetter.text(of: log, in: texts) + rules + "\n"
    }

    /// The same as a document, `primum.diagnostics/1`.
    package func json(_ language: Language) -> JSON {
        [
            "schema": "primum.diagnostics/1", "pack": .string(pack), "valid": .bool(log.count == 0),
            "counts": [
                "error": JSON(log.errorCount), "warning": JSON(log.warningCount),
                "note": JSON(log.count - log.errorCount - log.warningCount),
            ],
            "objects": ["rules": JSON(ruleCount)], "diagnostics": log.json(in: texts, language),
        ]
    }
}

extension Noun {
    static let rule = Noun(en: ("rule", "rules"), ru: ("правило", "правила", "правил"))
}

extension Phrase {
    fileprivate static let nothingFound = Phrase(en: "nothing to report", ru: "замечаний нет")
}
