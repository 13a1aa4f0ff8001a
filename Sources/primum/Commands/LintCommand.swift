import ArgumentParser
import Diagnostics
import Policies
import Reports

/// `primum policy lint`: all that is wrong with a pack.
struct LintCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Report all that is wrong with a pack of rules, each fault at its place.",
        discussion: """
            Besides what keeps a rule from being loaded: conditions that can never be true, parts that never count, comparisons \
            with a word that the field never holds, examples that do not hold (and what decided), a language that is missing, \
            and style: a question ends with ?, a message takes no full stop, an id names a danger.

            A pack is one that comes with primum, by its name, or a folder with pack.yaml; a folder that is named like a pack \
            is written ./name.

            Examples:
              primum policy lint
              primum policy lint policies/house --lang ru
              primum policy lint policies/house --format json

            Exit status: 0 when nothing is found, 1 with anything; 65 when there is no such pack.
            """)

    @Argument(help: "The pack's name, or its folder.")
    var pack = "do-no-harm"

    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let door = try PackDoor(pack, answer.language)
        var texts = SourceTexts()
        let lint = PackLint(door.pack, texts: &texts)
        var log = DiagnosticLog()
        for trouble in door.troubles { log.add(trouble) }
        log.add(contentsOf: lint.log)
        let report = LintReport(pack: door.pack.name, ruleCount: lint.ruleCount, log, texts)
        try Answer(text: { report.text($0) }, document: { report.json(answer.language) }).give(answer)
        return log.count == 0 ? .well : .hold
    }
}
