import Foundation

/// A fresh folder in which a scenario is played with the program as it was built.
struct ScenarioStage: ~Copyable {
    let folder: URL

    /// An empty folder; `inventories` in it leads to those of the package.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "scenario-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "inventories"), withDestinationURL: ShippedFiles.root.appending(path: "inventories"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The scenario with the outputs that came this time.
    func play(_ scenario: Scenario) throws -> Scenario {
        var played = scenario
        for index in played.pieces.indices {
            switch played.pieces[index] {
            case .line: break
            case .file(let path, let text): try write(text, to: path)
            case .exchange(let exchange):
                played.pieces[index] = .exchange(Scenario.Exchange(command: exchange.command, output: try output(of: exchange.command)))
            }
        }
        return played
    }

    private func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// What a command prints, what it says on standard error, and its status unless that is zero.
    private func output(of command: String) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = Self.programs.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["NO_COLOR"] = "1"
        environment["LANG"] = "C.UTF-8"
        environment["COLUMNS"] = "120"
        process.environment = environment
        // Files, not pipes: a pipe that nobody reads stops who writes into it.
        let out = try Spool()
        let err = try Spool()
        process.standardOutput = out.handle
        process.standardError = err.handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let status = process.terminationStatus
        return try out.lines() + err.lines() + (status == 0 ? [] : ["[\(status)]"])
    }

    /// Where the build puts the program: beside the tests themselves.
    private static var programs: URL {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    }
}

/// A file that takes what a process writes.
private struct Spool: ~Copyable {
    private let url: URL
    let handle: FileHandle

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "spool-\(UUID().uuidString)")
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
    }

    deinit {
        try? handle.close()
        try? FileManager.default.removeItem(at: url)
    }

    func lines() throws -> [String] {
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.last == "" ? Array(lines.dropLast()) : lines
    }
}
