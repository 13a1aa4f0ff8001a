import ArgumentParser
import Diagnostics
import Glibc
import Seals

/// Makes clients and ledgers up and measures how fast they are read and checked.
@main struct Bench: ParsableCommand {
    /// What is to be done.
    enum Action: String, ExpressibleByArgument, CaseIterable {
        /// Writes the client into a folder.
        case generate
        /// Writes it into `bench-out/` and measures everything, the bare event loop first.
        case measure
        /// Reads a folder that is there once, and tells what that took.
        case check
        /// Compiles and evaluates rules over facts that are made up.
        case cel
        /// Appends to ledgers in `bench-out/` and checks them whole.
        case ledger
    }

    static let configuration = CommandConfiguration(
        commandName: "primum-bench", abstract: "Makes clients and ledgers up and measures how fast they are read and checked.",
        discussion: """
            Figures are JSON on standard output: seconds, megabytes (10^6 bytes) and ratios; each the best of several, measured \
            in turn.

            bare_loop               libyaml's events in C over the client's files, which do nothing: the measure of the rest
            yaml_reader             the same files read into trees of values that know their places
            folder_read             the client read and resolved from these texts
            check                   from the files on disk to the text of the report, as primum check does it; its parts in check_laps
            ratios_to_bare_loop     these three, divided by the first
            check_peak_megabytes    the most memory that a process had which did one check
            story                   whole processes of primum: one that only tells its version, one that checks --story, their ratios

            `cel` measures the language of rules instead: rules.*.per_second are evaluations by one thread over rows that are \
            read in place, compile_microseconds is what reading, checking and planning rule c takes. facts are \
            the same facts as a tree, for other engines: Tests/Peers/cel_peers.py measures those beside and prints the ratios.

            Of ledgers, with `ledger`:

            appends_per_second           entries appended one by one, each on the disk before the next
            bare_inserts_per_second      rows of the same bytes inserted into a bare table as durably, in turns with the appends
            append_ratio_to_bare_insert  these two, divided; the median of each
            check_10000_seconds          a ledger of 10,000 entries and 1,000 checkpoints checked whole
            check_seconds                one of --entries, and how many of them that is in a second

            Seconds are those of the processor, which a busy machine disturbs least, and those of the clock (elapsed), which people \
            wait for. With more than one processor large folders are read by several threads, and then the clock's are fewer.
            """)

    @Argument(help: "generate FOLDER, measure, check FOLDER, cel, or ledger.") var action = Action.measure
    @Argument(help: "The client folder; with `measure`, one that is there, instead of one that is made up.") var folder: String?
    @Option(help: "How many cables the client has.") var cables = 100_000
    @Option(help: "How many entries the larger ledger has.") var entries = 1_000_000
    @Option(help: "The number from which chance begins.") var seed: UInt64 = 1
    @Option(help: "How often each is measured; the best counts.") var times = 5
    @Option(help: "The order of the folder; the first one of `orders/` otherwise.") var order: String?

    @Option(help: "The order that whole processes of the program check.") var story = "inventories/vostok/orders/CO-2026-014.yaml"
    @Option(help: "The program; the one beside this one otherwise.") var program: String?

    mutating func validate() throws {
        guard cables > 0, entries > 0, times > 0 else { throw ValidationError("`--cables`, `--entries` and `--times` are at least 1") }
        if action == .generate || action == .check, folder == nil { throw ValidationError("`\(action.rawValue)` needs a folder") }
    }

    mutating func run() throws {
        switch action {
        case .generate: try write(SyntheticClient(cables: cables, seed: seed), into: folder!)
        case .cel: print(try RuleSpeed(times: times).json.pretty)
        case .ledger:
            unsafe mkdir("bench-out", 0o777)
            print(try LedgerBench(folder: "bench-out", times: times).figures(entries: entries).pretty)
        case .check: print(try BenchFolder(folder!, order: order).checkedOnce().pretty)
        case .measure:
            var about: JSON?
            if folder == nil {
                let made = "bench-out/cables-\(cables)-seed-\(seed)"
                try write(SyntheticClient(cables: cables, seed: seed), into: made)
                about = .object([.init("cables", JSON(cables)), .init("seed", JSON(seed))])
                folder = made
            }
            let story = Story(program: program ?? ownFolder() + "primum", order: story)
            print(try Measurement(BenchFolder(folder!, order: order), story, times: times).figures(about: about).pretty)
        }
    }

    private func ownFolder() -> String {
        let path = ownPath()
        return String(path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex))
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
