import ArgumentParser
import Diagnostics
import Policies
import Reports

/// `primum policy test`: the tests of a pack.
struct PackTestCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the tests of a pack of rules: the examples of its rules, and the files in tests/ beside them.",
        discussion: """
            A file of tests holds facts, or names an order, and says what must be found; primum schema tests documents it. \
            Orders are judged by the pack alone, whatever their client's policy says. At the end stands how much was seen: which \
            rules fired, and which parts of their conditions were true once and false once.

            A pack is one that comes with primum, by its name (its examples alone), or a folder with pack.yaml.

            Examples:
              primum policy test
              primum policy test policies/house
              primum policy test policies/house --format json

            Exit status: 0 when all passed, 1 when anything failed; 65 when there is no such pack.
            """)

    @Argument(help: "The pack's name, or its folder.")
    var pack = "do-no-harm"

    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        var run = PackTestRun(try PackDoor(pack, answer.language), answer.language)
        let report = try run.report()
        try Answer(text: { report.text($0) }, document: { report.json(answer.language) }).give(answer)
        return report.passes ? .well : .hold
    }
}
