import Seals

/// How long whole processes of the program take: one that does nothing, and the check of an order that people wait for.
struct Story {
    /// Where the program lies.
    let program: String
    /// The path of the order.
    let order: String

    /// Each figure is the best of several, interleaved, so that both see the same machine.
    func figures(times: Int) throws -> JSON {
        var (empty, check) = (Best(), Best())
        for _ in 0..<max(times, Self.leastTimes) {
            try empty.add(run([Self.nothing], mayEnd: [0]))
            // The verdict is the exit status.
            try check.add(run(["check", order], mayEnd: 0...3))
        }
        return .object([
            .init("order", .string(order)), .init("empty_process", empty.json), .init("empty_process_runs", .string(Self.nothing)),
            .init("check", check.json),
            .init(
                "ratios_to_empty_process",
                .object([
                    .init("check_processor", .ratio(check.processor / empty.processor)),
                    .init("check_elapsed", .ratio(check.elapsed / empty.elapsed)),
                ])),
        ])
    }

    /// What the process is asked for that does nothing: it starts, parses this and says who it is.
    private static let nothing = "--version"

    /// Processes are short, so that it costs little to measure them often, and what disturbs them weighs much.
    private static let leastTimes = 20

    private func run(_ arguments: [String], mayEnd statuses: some Collection<Int32>) throws -> ChildProcess {
        let child = try ChildProcess(program, arguments)
        guard let status = child.status, statuses.contains(status) else {
            throw BenchTrouble(description: "`\(program) \(arguments.joined(separator: " "))` failed")
        }
        return child
    }

    private struct Best {
        var processor = Double.infinity
        var elapsed = Double.infinity

        mutating func add(_ child: ChildProcess) {
            processor = min(processor, child.processorSeconds)
            elapsed = min(elapsed, child.elapsedSeconds)
        }

        var json: JSON {
            .object([.init("processor_seconds", .seconds(processor)), .init("elapsed_seconds", .seconds(elapsed))])
        }
    }
}
