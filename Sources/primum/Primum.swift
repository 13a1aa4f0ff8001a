import ArgumentParser

/// The root of the commands.
struct Primum: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "primum",
        abstract: "First, do no harm: checks a planned on-site change before anybody touches anything.",
        discussion: """
            A client's folder (client.yaml, inventory/) and a change order go in, a verdict comes out: what the work does to \
            whom, what nobody knows, and who must be asked.

            Exit status:
              0   no known harm, or none beyond what was agreed; the command did its work
              1   hold: somebody must answer, or a reading is to be taken
              2   do not touch
              3   inconclusive: the check itself could not be done as it should
              64  wrong usage
              65  bad input: the client's folder or the order cannot be read
              70  internal error
              74  input or output error
            """,
        version: "primum 0.1.0",
        subcommands: [
            CheckCommand.self, WhatIfCommand.self, ExplainCommand.self, FactsCommand.self, TraceCommand.self, ShowCommand.self,
            InventoryCommand.self, OrderCommand.self, PolicyCommand.self, InitCommand.self, SchemaCommand.self,
        ])

    /// What asks for the help of the program.
    static var helpRequest: any Error { CleanExit.helpRequest(Primum.self) }
}

/// A command that does something; groups of commands do not.
protocol Action: ParsableCommand {
    /// Does what was asked for.
    func work() throws(Failure) -> ExitStatus
}
