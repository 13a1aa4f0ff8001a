import ArgumentParser
import Diagnostics
import Glibc
import Seals

/// Makes clients up and measures how fast they are read and checked.
@main struct Bench: ParsableCommand {
    /// What is to be done.
    enum Action: String, ExpressibleByArgument, CaseIterable {
        /// Writes the client into a folder.
        case generate
        /// Writes it into `bench-out/` and measures everything, the bare event loop first.
        case measure
        /// Reads a folder that is there once, and tells what that took.
        case check
    }

    static let configuration = CommandConfiguration(
        commandName: "primum-bench", abstract: "Makes clients up and measures how fast they are read and checked.",
        discussion:
            "Figures are JSON on standard output: seconds of the processor, megabytes (10^6 bytes), and ratios to a bare libyaml event loop in C."
    )

    @Argument(help: "generate FOLDER, measure, or check FOLDER.") var action = Action.measure
    @Argument(help: "The client folder; with `measure`, one that is there, instead of one that is made up.") var folder: String?
    @Option(help: "How many cables the client has.") var cables = 100_000
    @Option(help: "The number from which chance begins.") var seed: UInt64 = 1
    @Option(help: "How often each is measured; the best counts.") var times = 5
    @Option(help: "The order of the folder; the first one of `orders/` otherwise.") var order: String?

    mutating func validate() throws {
        guard cables > 0, times > 0 else { throw ValidationError("`--cables` and `--times` are at least 1") }
        if action != .measure, folder == nil { throw ValidationError("`\(action.rawValue)` needs a folder") }
    }

    mutating func run() throws {
        switch action {
        case .generate: try write(SyntheticClient(cables: cables, seed: seed), into: folder!)
        case .check: print(try BenchFolder(folder!, order: order).checkedOnce().pretty)
        case .measure:
            var about: JSON?
            if folder == nil {
                let made = "bench-out/cables-\(cables)-seed-\(seed)"
                try write(SyntheticClient(cables: cables, seed: seed), into: made)
                about = .object([.init("cables", JSON(cables)), .init("seed", JSON(seed))])
                folder = made
            }
            print(try Measurement(BenchFolder(folder!, order: order), times: times).figures(about: about).pretty)
        }
    }

    private func write(_ client: SyntheticClient, into folder: String) throws {
        for file in client.files { try writeText(file.text, to: "\(folder)/\(file.path)") }
    }
}

/// Why the folder cannot be measured.
struct BenchTrouble: Error, CustomStringConvertible {
    let description: String
}

/// Writes a file, and the folders above it where they are missing.
func writeText(_ text: String, to path: String) throws {
    var parent = ""
    for step in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
        parent += "\(step)/"
        unsafe mkdir(parent, 0o777)
    }
    let bytes = Array(text.utf8)
    guard let file = unsafe fopen(path, "w") else { throw BenchTrouble(description: "cannot write `\(path)`") }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else { throw BenchTrouble(description: "cannot write `\(path)`") }
}
