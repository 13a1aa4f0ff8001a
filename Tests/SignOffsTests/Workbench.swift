import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

/// A folder with a ledger in it, which goes when the test ends.
final class Workbench {
    static let start = Timestamp(rfc3339: "2026-11-25T09:00:03Z")!
    static let origin = "primum/vostok/1f6c0a52d3b94e77"

    let folder = FileManager.default.temporaryDirectory.appending(path: "primum-ledger-\(UUID().uuidString)")
    let signer = NoteSigner(name: Workbench.origin, seed: [UInt8](repeating: 3, count: 32))!
    var numbers = SeededNumbers(seed: 1)

    var path: String { folder.appending(path: "ledger.sqlite").path }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        _ = unsafe chmod(folder.path, 0o700)
        try? FileManager.default.removeItem(at: folder)
    }

    /// Makes the ledger and opens it.
    func makeLedger() throws -> Ledger {
        try Ledger.create(at: path, key: signer.key, at: Self.start, using: &numbers)
        return try Ledger(at: path, for: .writing)
    }

    /// Makes a ledger with a beginning and so many answers, every third with attachments.
    func makeLedger(answers: Int) throws -> Ledger {
        let ledger = try makeLedger()
        for number in 1..<answers + 1 { try append(number, to: ledger) }
        return ledger
    }

    /// Appends the answer with a number, a minute after the one before.
    @discardableResult
    func append(_ number: Int, to ledger: Ledger) throws -> Int {
        try ledger.append(Self.answer(number), at: Self.start + .minutes(Int64(number)), using: &numbers)
    }

    static func answer(_ number: Int) -> Draft {
        Draft(
            .answer, says: .refuses, order: "CO-2026-014", question: Digest(of: "question \(number)"),
            body: ["by": "petrova", "number": JSON(number), "v": "primum/body/1", "words": "Не отключать: касса."],
            attachments: number.isMultiple(of: 3) ? [Array("scan \(number)".utf8), []] : [])
    }

    /// Changes the file as somebody would who is not stopped by triggers, which are put back behind him.
    func tamper(_ sql: String) throws {
        let schema = try run("SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'")
        let names = try run("SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'")
        _ = try run(names + "\n" + sql + "\n" + schema)
    }

    /// Runs statements in the ledger's file with Python's own SQLite, and returns what they print.
    func run(_ sql: String, ending last: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1], isolation_level=None)
            text, statement = sys.stdin.read(), ""
            for line in text.split("\\n"):
                statement += line + "\\n"
                if sqlite3.complete_statement(statement) or statement.startswith("SELECT"):
                    for row in db.execute(statement): print(row[0])
                    statement = ""
            \(last)
            """
        process.arguments = ["python3", "-c", script, path]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(sql.utf8))
        try input.fileHandleForWriting.close()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Complaint(words: complaint) }
        return said
    }

    /// Runs statements and then ends at once, as a process does that is killed: what was begun is left as it is.
    func abandon(_ sql: String) throws {
        _ = try run(sql, ending: "import os; os._exit(0)")
    }

    struct Complaint: Error {
        let words: String
    }

    /// What stops the ledger from being opened; nil where nothing does.
    func trouble(known: [KnownCheckpoint] = []) -> LedgerTrouble? {
        do {
            _ = try Ledger(at: path, for: .reading, known: known)
            return nil
        } catch {
            return error
        }
    }
}
