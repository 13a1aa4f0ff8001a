package import Diagnostics
package import Policies
package import Seals

/// What the tests of a pack came to.
package struct PackTestReport: Sendable {
    let pack: String
    /// Examples of rules and tests of files, and how many of each did not pass.
    let examples: (count: Int, failed: Int)
    let tests: (count: Int, failed: Int)
    let coverage: RuleCoverage
    /// What failed, at its place.
    let log: DiagnosticLog
    let texts: SourceTexts

    package init(
        pack: String, examples: (count: Int, failed: Int), tests: (count: Int, failed: Int), coverage: RuleCoverage, _ log: DiagnosticLog,
        _ texts: SourceTexts
    ) {
        self.pack = pack
        self.examples = examples
        self.tests = tests
        self.coverage = coverage
        self.log = log
        self.texts = texts
    }

    /// The name of the document's form.
    package static let schemaName = "primum.policy-test/1"

    /// True where nothing failed.
    package var passes: Bool { log.count == 0 }

    /// What failed with its pictures, counts, the line of coverage, and what was not seen.
    package func text(_ typesetter: Typesetter) -> String {
        let language = typesetter.language
        var text = log.count == 0 ? "" : typesetter.text(of: log, in: texts) + "\n"
        let counts = [Phrase.examples(examples.count, failed: examples.failed), .tests(tests.count, failed: tests.failed)]
        text += "\(pack.displayed): " + counts.map { $0[language] }.joined(separator: "; ")
        text += passes ? ", \(typesetter.ink.painted(Phrase.passed[language], .good))\n" : "\n"
        text += Phrase.coverage(coverage)[language] + "\n"
        if !coverage.silent.isEmpty {
            let rules = coverage.silent.map(\.text).joined(separator: ", ")
            text += "  " + typesetter.wrapped("\(Phrase.neverFired[language]): \(rules)", indent: 4, from: 2) + "\n"
        }
        let width = coverage.missing.map(\.rule.text.displayWidth).max() ?? 0
        for missing in coverage.missing {
            let start = "  \(missing.rule.text.padded(to: width))  "
            let line = "\(Phrase.never(missing.truth)[language]): \(missing.text)"
            text += start + typesetter.wrapped(line.displayed, indent: start.displayWidth) + "\n"
        }
        return text
    }

    /// The same as a document, `primum.policy-test/1`.
    package func json(_ language: Language) -> JSON {
        [
            "schema": .string(Self.schemaName), "pack": .string(pack), "passed": .bool(passes),
            "examples": ["count": JSON(examples.count), "failed": JSON(examples.failed)],
            "tests": ["count": JSON(tests.count), "failed": JSON(tests.failed)],
            "coverage": [
                "rules": JSON(coverage.ruleCount), "fired": JSON(coverage.firedCount), "branches": JSON(coverage.branchCount),
                "seen": JSON(coverage.seenCount), "never_fired": .strings(coverage.silent.map(\.text)),
                "missing": .array(coverage.missing) { missing in
                    [
                        "rule": .string(missing.rule.text), "text": .string(missing.text), "never": .bool(missing.truth),
                        "at": texts.json(of: missing.place),
                    ]
                },
            ],
            "diagnostics": log.json(in: texts, language),
        ]
    }
}

extension Phrase {
    fileprivate static let passed = Phrase(en: "all passed", ru: "всё прошло")
    fileprivate static let neverFired = Phrase(en: "never fired", ru: "не сработали ни разу")

    fileprivate static func examples(_ count: Int, failed: Int) -> Phrase {
        counted(Noun(en: ("example", "examples"), ru: ("пример", "примера", "примеров")), count, failed)
    }

    fileprivate static func tests(_ count: Int, failed: Int) -> Phrase {
        counted(Noun(en: ("test", "tests"), ru: ("тест", "теста", "тестов")), count, failed)
    }

    private static func counted(_ noun: Noun, _ count: Int, _ failed: Int) -> Phrase {
        let all = noun.counted(count)
        return failed == 0 ? all : Phrase(en: "\(all.en), \(failed) failed", ru: "\(all.ru), не прошло: \(failed)")
    }

    fileprivate static func coverage(_ coverage: RuleCoverage) -> Phrase {
        let share = coverage.branchCount == 0 ? 1_000 : coverage.seenCount * 1_000 / coverage.branchCount
        let percent = "\(share / 10).\(share % 10)"
        return Phrase(
            en: """
                coverage: \(coverage.firedCount) of \(coverage.ruleCount) rules fired, \(coverage.seenCount) of \(coverage.branchCount) \
                branches seen (\(percent) %)
                """,
            ru: """
                покрытие: сработали \(coverage.firedCount) из \(coverage.ruleCount) правил, пройдено ветвей \(coverage.seenCount) из \
                \(coverage.branchCount) (\(percent) %)
                """)
    }

    fileprivate static func never(_ truth: Bool) -> Phrase {
        truth ? Phrase(en: "never true", ru: "ни разу не истинно") : Phrase(en: "never false", ru: "ни разу не ложно")
    }
}
