import ArgumentParser
import Diagnostics
import Inventories
import LocatedYAML
import Policies
import Reports
import Verdicts

/// `primum policy diff`: what another pack would have said of past orders.
struct DiffCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say which verdicts and findings of past orders would change with another pack, before anyone adopts it.",
        discussion: """
            Every order in the folders, those below them included, is checked by both packs. A client whose policy uses OLD is \
            judged by it as that policy says, and by NEW in its place, with the same levels, exemptions and parameters; any \
            other client by either pack as it comes. Findings are the same by their fingerprints.

            Packs are named as by primum policy test.

            Examples:
              primum policy diff do-no-harm policies/do-no-harm --orders acme/orders
              primum policy diff do-no-harm ./stricter --orders acme globex --now 2026-11-24 --format json

            Exit status: 0 when nothing would change, 1 when something would; 65 when a pack, a folder or an order cannot be read.
            """)

    @Argument(help: "The pack that is used: its name, or its folder.")
    var old: String

    @Argument(help: "The pack that may be used instead.")
    var new: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Folders with past orders, or single orders; several may follow.", valueName: "folder"))
    var orders: [String]

    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let language = answer.language
        let (first, second) = (try sound(old), try sound(new))
        let paths = try OrderFiles(language).paths(in: orders)
        var trials = OrderTrials(at: moment.now, language)
        var changes: [PolicyChange] = []
        for path in paths {
            let trial = try trials.trial(of: path)
            // The client's policy names the pack that it uses, and the other one stands in for it.
            let name = trial.name(of: first)
            func check(by door: PackDoor) throws(Failure) -> Check {
                try trial.check(by: PackText(name: name ?? first.pack.name, files: door.pack.files), alone: name == nil)
            }
            changes.append(PolicyChange(path, from: try check(by: first), to: try check(by: second), language))
        }
        let report = PolicyDiffReport(old: old, new: new, changes)
        try Answer(text: { report.text($0) }, document: { report.json(language) }).give(answer)
        return report.isNone ? .well : .hold
    }

    /// A pack without a fault: one that errs would change every verdict, and say nothing by it.
    private func sound(_ word: String) throws(Failure) -> PackDoor {
        let door = try PackDoor(word, answer.language)
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        for trouble in door.troubles { log.add(trouble) }
        _ = PolicySet.load(alone: door.pack, texts: &texts, log: &log)
        if log.hasErrors { throw .input(log, texts, answer.language) }
        return door
    }
}

/// Finds orders on the disk.
struct OrderFiles {
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// The orders in folders and below them, in the order of their paths: files that hold an `order`. What is named is taken as it is.
    ///
    /// - Throws: bad input for what is not there, and where there is no order at all.
    func paths(in words: [String]) throws(Failure) -> [String] {
        var paths: [String] = []
        for word in words {
            switch Files.kind(of: word) {
            case .folder: paths += try self.paths(below: word.count > 1 && word.hasSuffix("/") ? String(word.dropLast()) : word, depth: 0)
            case .file, .other: paths.append(word)
            case nil: throw Failure(Diagnostic("folder-missing", .error, .notThere(word)), language)
            }
        }
        guard !paths.isEmpty else { throw Failure(Diagnostic("no-orders", .error, .noOrders(words)), language) }
        return paths
    }

    private func paths(below folder: String, depth: Int) throws(Failure) -> [String] {
        let names: [String]
        do {
            names = try Files.names(in: folder)
        } catch {
            throw Failure(error, language)
        }
        var paths: [String] = []
        for path in names.map({ Files.path(folder, $0) }) {
            // Links may lead in a circle.
            if Files.kind(of: path) == .folder {
                if depth < 32 { paths += try self.paths(below: path, depth: depth + 1) }
            } else if [".yaml", ".yml", ".json"].contains(where: { path.hasSuffix($0) }), try isOrder(path) {
                paths.append(path)
            }
        }
        return paths
    }

    /// Whether a file holds an order, and is no document of ours about one. A file that cannot be read may be one.
    private func isOrder(_ path: String) throws(Failure) -> Bool {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let text: SourceText
        do {
            text = try Files.text(at: path)
        } catch {
            throw Failure(error, language)
        }
        let tree = NodeTree.parse(text, file: texts.add(text), log: &log)
        if log.hasErrors { throw .input(log, texts, language) }
        guard let root = tree.roots.first, root.kind == .mapping else { return false }
        return root["order"] != nil && root["schema"] == nil
    }
}

extension OrderTrials.Trial {
    /// How the client's policy names a pack: by its name, or by its path from the client's folder; nil where it does not use it.
    fileprivate func name(of door: PackDoor) -> String? {
        let uses = session.folder.policy?.roots.first.flatMap { $0["use"] }
        let names = uses.map { $0.items.compactMap { $0["pack"]?.string } } ?? ["do-no-harm"]
        return names.first { name in
            name == door.pack.name || door.folder.map { Files.isSame(Files.path(session.path, name), $0) } ?? false
        }
    }
}

extension Phrase {
    fileprivate static func notThere(_ path: String) -> Phrase {
        Phrase(en: "there is no `\(path)`", ru: "`\(path)` не существует")
    }

    fileprivate static func noOrders(_ paths: [String]) -> Phrase {
        let list = paths.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "there is no order in \(list)", ru: "заявок нет: \(list)")
    }
}
