import ArgumentParser
import Diagnostics
import Glibc
import LocatedYAML

/// Damages texts and gives them to the readers, for a count or without end.
@main struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "primum-fuzz", abstract: "Damages texts and gives them to the readers.",
        discussion: """
            The same target, seed and count try the same texts. A text on which a promise is broken is kept; so is the one at \
            hand, as TARGET-last, until the next, so that a crash leaves it behind.
            """)

    @Argument(help: "What reads: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")); every one in turn otherwise.")
    var target: FuzzTarget?
    @Option(help: "How many texts each target gets; without end otherwise.") var count: Int?
    @Option(help: "The number from which chance begins.") var seed: UInt64 = 1
    @Option(help: "Where texts are kept.") var corpus = "fuzz-corpus"
    @Option(help: "A kept text, to be tried alone.") var replay: String?

    mutating func run() throws {
        if let replay {
            guard let target else { throw ValidationError("`--replay` needs a target") }
            let text = try SourceText.readText(atPath: replay).bytes
            if let broken = target.brokenPromise(on: text) { throw ValidationError(broken) }
            return
        }
        unsafe mkdir(corpus, 0o777)
        var failures = 0
        for target in target.map({ [$0] }) ?? FuzzTarget.allCases { failures += try run(target) }
        if failures > 0 { throw ExitCode(1) }
    }

    /// Tries a target's texts; how many broke a promise.
    private func run(_ target: FuzzTarget) throws -> Int {
        var mutator = Mutator(target, seed: seed)
        var failures = 0
        var number = 0
        let last = "\(corpus)/\(target.rawValue)-last"
        while number < count ?? .max {
            let text = mutator.next()
            try keep(text, as: last)
            if let broken = target.brokenPromise(on: text) {
                failures += 1
                let name = "\(corpus)/\(target.rawValue)-\(seed)-\(number)"
                try keep(text, as: name)
                print("\(name): \(broken)")
            }
            number += 1
            if number.isMultiple(of: 10_000) { print("\(target.rawValue): \(number) texts, \(failures) broken promises") }
        }
        unsafe unlink(last)
        print("\(target.rawValue): \(number) texts, \(failures) broken promises")
        return failures
    }

    private func keep(_ text: [UInt8], as path: String) throws {
        guard let file = unsafe fopen(path, "w") else { throw ValidationError("cannot write `\(path)`") }
        _ = unsafe fwrite(text, 1, text.count, file)
        unsafe fclose(file)
    }
}
