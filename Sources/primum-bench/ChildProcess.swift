import Foundation

/// Other processes that are measured.
enum ChildProcess {
    /// What a program writes to standard output; nil where it cannot be started or fails.
    static func output(of program: String, _ arguments: [String]) -> String? {
        let process = Process()
        // A link that names the process that follows it would name the child.
        process.executableURL = URL(fileURLWithPath: program).resolvingSymlinksInPath()
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
