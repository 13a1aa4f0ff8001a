import ArgumentParser
import Diagnostics
import Inventories
import Plants
import Reports

/// `primum trace`: where ports lead.
struct TraceCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Show where a port leads: cables, panels, circuits, and power from the supply to its feed.",
        discussion: """
            A port is anything that a cable can end on, written device:name. On a panel a bare PP-1:7 is the front port; other \
            kinds are written out: PP-1:rear/7, sw-2:power/PSU2, sw-2:console/0, pdu-1:outlet/3, circuit/A-1:Z, feed/F-12. Each \
            cable is shown with its evidence and until when that is good.

            Examples:
              primum trace sw-1:Gi1/0/24
              primum trace PP-1:rear/7 --client inventories/vostok
              primum trace --all --format json --output traces.json

            Exit status: 0; 64 for a port that is not on record; 65 when the client's folder cannot be read.
            """)

    @Argument(help: "The port, such as sw-1:Gi1/0/24.")
    var port: String?

    @Flag(help: "Trace every port in which a cable is on record.")
    var all = false

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        if all == (port != nil) { throw ValidationError("Name one port, or give --all.") }
    }

    func work() throws(Failure) -> ExitStatus {
        let session = try ClientSession(client, moment, answer.language)
        session.warnOfFaults()
        let plant = session.plant()
        let traces = try traces(of: plant, session)
        let isList = all
        try Answer(
            text: { typesetter in
                let drawing = TraceDrawing(plant, typesetter)
                return isList ? drawing.list(traces) : drawing.text(of: traces)
            },
            document: { TraceDocument(plant).json(of: traces) }
        ).give(answer)
        return .well
    }

    private func traces(of plant: Plant, _ session: ClientSession) throws(Failure) -> [Trace] {
        guard let port else { return everyTrace(of: plant) }
        let found: Ref<Port> = try Lookup(session.language).only(plant.inventory.port(port), port)
        return plant.wholeTraces(from: found)
    }

    private func everyTrace(of plant: Plant) -> [Trace] {
        let ports = plant.inventory.ports.refs.filter { !plant.cables(in: $0).isEmpty }
        var progress = Progress(answer.language, .tracing, count: ports.count)
        return ports.flatMap { port in
            progress.step()
            return plant.wholeTraces(from: port)
        }
    }
}

extension Phrase {
    fileprivate static let tracing = Phrase(en: "tracing ports", ru: "прослеживаю порты")
}
