import ArgumentParser

/// `primum policy`: the commands on packs of rules.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Lint, test, list, eject and compare packs of rules.",
        subcommands: [
            LintCommand.self, PackTestCommand.self, ListCommand.self, EjectCommand.self, DiffCommand.self,
        ])
}
