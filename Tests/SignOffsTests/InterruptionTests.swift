import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

/// Processes that are killed while they append, and several at once: nothing that was acknowledged is lost.
@Suite(.serialized) struct InterruptionTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
    }

    /// Forty kills, or as many as `PRIMUM_KILLS` says.
    @Test func `nothing that was acknowledged is lost to a kill`() throws {
        _ = try bench.makeLedger()
        let kills = ProcessInfo.processInfo.environment["PRIMUM_KILLS"].flatMap { Int($0) } ?? 40
        var numbers = SeededNumbers(seed: 11)
        var known: [KnownCheckpoint] = []
        var (acknowledged, unacknowledged) = (0, 0)
        for round in 0..<kills {
            let appender = try Appender(bench.path, name: "round \(round)", count: 1_000)
            let wait = UInt32.random(in: 0..<30_000, using: &numbers)
            let said = appender.kill(after: Int.random(in: 0...4, using: &numbers), microseconds: wait)
            let before = known.last?.checkpoint.head.size ?? 1
            let ledger = try Ledger(at: bench.path, for: .writing, known: known)
            #expect(said == Array(before..<before + said.count), "round \(round)")
            let entries = try ledger.entries(before..<ledger.head.size)
            // An entry may be on the disk and the word of it not yet said.
            #expect(entries.count == said.count || entries.count == said.count + 1, "round \(round): \(said.count) of \(entries.count)")
            for (index, entry) in entries.enumerated() {
                #expect(entry.record?["by"]?.text == "round \(round)" && entry.record?["index"]?.wholeNumber == Int64(index))
            }
            known = [KnownCheckpoint(try ledger.checkpoint(signedBy: bench.signer), at: "a state folder")]
            acknowledged += said.count
            unacknowledged += entries.count - said.count
        }
        print("\(kills) kills: \(acknowledged) entries acknowledged, \(unacknowledged) written and not acknowledged, none lost")
        #expect(acknowledged > kills / 2)
    }

    @Test func `several processes append one after another, and none overwrites another`() throws {
        _ = try bench.makeLedger()
        let appenders = try (0..<4).map { try Appender(bench.path, name: "process \($0)", count: 25) }
        let said = appenders.map { $0.wait() }
        #expect(said.allSatisfy { $0.count == 25 } && said.flatMap { $0 }.sorted() == Array(1...100))
        let ledger = try Ledger(at: bench.path, for: .reading)
        for (number, process) in said.enumerated().flatMap({ process in process.element.map { ($0, process.offset) } }) {
            #expect(try ledger.entry(number).record?["by"]?.text == "process \(process)")
        }
        #expect(ledger.head.size == 101)
    }

    @Test func `who only reads does not clean up behind a writer that was interrupted, and says so`() throws {
        let ledger = try bench.makeLedger(answers: 3)
        let size = ledger.head.size
        try bench.abandon(
            """
            PRAGMA cache_size = 1;
            BEGIN IMMEDIATE;
            INSERT INTO entry (n, leaf, salt, body) VALUES (4, 'x', randomblob(32), '{}');
            INSERT INTO attachment (n, place, salt, bytes) VALUES (4, 0, randomblob(32), zeroblob(300000));
            """)
        try #require(FileManager.default.fileExists(atPath: bench.path + "-journal"))
        #expect(bench.trouble() == .interrupted(path: bench.path))
        #expect(try Ledger(at: bench.path, for: .writing).head.size == size)
        #expect(bench.trouble() == nil)
    }
}
