import Foundation
import Testing

/// Another process that appends to a ledger.
final class Appender {
    private let process = Process()
    private let output = Pipe()

    init(_ ledger: String, name: String, count: Int) throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
            path: "LedgerAppender")
        try #require(FileManager.default.isExecutableFile(atPath: program.path), "`LedgerAppender` was not built beside the tests")
        process.executableURL = program
        process.arguments = [ledger, name, "\(count)"]
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        try process.run()
        // Only the process itself holds the other end: reading ends when it ends.
        try? output.fileHandleForWriting.close()
    }

    /// Waits for so many acknowledgements and then kills the process after a while; what it acknowledged in all.
    func kill(after count: Int, microseconds: UInt32) -> [Int] {
        var said = Data()
        while said.filter({ $0 == 0x0A }).count < count {
            let part = output.fileHandleForReading.availableData
            if part.isEmpty { break }
            said += part
        }
        usleep(microseconds)
        Foundation.kill(process.processIdentifier, SIGKILL)
        said += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Self.numbers(said)
    }

    /// Waits for its end; what it acknowledged.
    func wait() -> [Int] {
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Self.numbers(said)
    }

    private static func numbers(_ said: Data) -> [Int] {
        String(decoding: said, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
    }
}
