import ArgumentParser
import Diagnostics
import Inventories
import Plants
import Policies
import Reports

/// `primum inventory`: the commands on what is written about a client.
struct InventoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory", abstract: "Validate what is written about a client, count it, or import it.",
        subcommands: [ValidateCommand.self, StatsCommand.self, ImportCommand.self])
}

/// `primum inventory validate`: all that is wrong with a client's folder.
struct ValidateCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Report all that is wrong with a client's folder, each fault at its place.",
        discussion: """
            Everything is checked in one run: forms and keys, every reference, ports with two cables, units with two devices, the policy. \
            What is merely unknown (no owner, no draw, a far end nobody knows) is no fault.

            Examples:
              primum inventory validate
              primum inventory validate --client inventories/vostok --format json

            Exit status: 0 without errors, 65 with any.
            """)

    @OptionGroup var client: ClientOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let door = try ClientDoor.find(client, answer.language)
        let (log, texts, inventory) = try read(door)
        try Answer(
            text: { typesetter in ValidationReport(log, texts, inventory).text(typesetter) },
            document: { ValidationReport(log, texts, inventory).json(answer.language) }
        ).give(answer)
        return log.hasErrors ? .badInput : .well
    }

    /// Here even a `client.yaml` that cannot be read is an answer and no failure.
    private func read(_ door: ClientDoor) throws(Failure) -> (DiagnosticLog, SourceTexts, Inventory?) {
        do {
            let folder = try door.read(deviceTypes: client.deviceTypes)
            var (texts, log) = (folder.texts, folder.log)
            if folder.policy != nil { _ = PolicySet.load(for: folder, texts: &texts, log: &log) }
            return (log, texts, folder.inventory)
        } catch .input(let log, let texts, _) {
            return (log, texts, nil)
        }
    }
}

/// `primum inventory stats`: how much is written, and how much of it is known.
struct StatsCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what is written, how much of it is known, and when that expires.",
        discussion: """
            Known is what fresh evidence shows and nothing contradicts. Expired evidence is not knowledge.

            Examples:
              primum inventory stats
              primum inventory stats --now 2027-03-01 --format json

            Exit status: 0; 65 when the client's folder cannot be read.
            """)

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let session = try ClientSession(client, moment, answer.language)
        session.warnOfFaults()
        let statistics = Statistics(of: session.plant())
        try Answer(text: { statistics.text($0) }, document: { statistics.json }).give(answer)
        return .well
    }
}
