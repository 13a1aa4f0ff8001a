import ArgumentParser
import Diagnostics
import Policies
import Reports
import Seals

/// `primum policy list`: all rules at a glance, or as a reference.
struct ListCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rules of a pack, or those in use, as a table, as JSON or as a reference in Markdown.",
        discussion: """
            Without a pack the rules are those of the client's policy where there is a client's folder, else those that come \
            with the program.

            Examples:
              primum policy list
              primum policy list do-no-harm --format markdown --output rules.md
              primum policy list policies/house --format json

            Exit status: 0; 65 when there is no such pack, or a rule of it cannot be read.
            """)

    /// The form of the list.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown
    }

    @Argument(help: "The pack's name, or its folder.")
    var pack: String?

    @Option(help: "The form of the answer.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write the answer to a file, whole or not at all, instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var speech: LanguageOptions

    func work() throws(Failure) -> ExitStatus {
        let language = speech.language
        let rules = try rules(language)
        let answer =
            switch format {
            case .text, .json: Answer(text: { RuleBook(rules).list($0) }, document: { RuleBook(rules).json(language) })
            case .markdown: Answer(text: { _ in RuleReference(rules, language).markdown }, document: { .null })
            }
        try answer.give(format: format == .json ? .json : .text, to: output, language)
        return .well
    }

    private func rules(_ language: Language) throws(Failure) -> [Rule] {
        guard let pack else { return try PolicyDoor.rules(of: client, language).rules }
        let door = try PackDoor(pack, language)
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        for trouble in door.troubles { log.add(trouble) }
        let policy = PolicySet.load(alone: door.pack, texts: &texts, log: &log)
        if log.hasErrors { throw .input(log, texts, language) }
        return policy.rules
    }
}
