import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

/// A world that does not let a ledger be read or written: a clear word, and nothing lost.
struct FileTroubleTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
    }

    private func trouble(_ work: () throws(LedgerTrouble) -> Void) -> LedgerTrouble? {
        do {
            try work()
            return nil
        } catch {
            return error
        }
    }

    @Test func `what is missing, a folder, or no ledger is not opened, and not made`() throws {
        let path = bench.path
        #expect(bench.trouble() == .missing(path: path))
        #expect(trouble { () throws(LedgerTrouble) in _ = try Ledger(at: path, for: .writing) } == .missing(path: path))
        #expect(!FileManager.default.fileExists(atPath: path))
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(bench.trouble() == .notALedger(path: path))
        try FileManager.default.removeItem(atPath: path)
        for bytes in [Data(), Data("hello".utf8), Data(count: 5_000)] {
            try bytes.write(to: URL(filePath: path))
            #expect(bench.trouble() == .notALedger(path: path))
            #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
        }
        try FileManager.default.removeItem(atPath: path)
        _ = try bench.run("CREATE TABLE entry (n);")
        #expect(bench.trouble() == .notALedger(path: path))
    }

    @Test func `a ledger that another process holds is waited for, and then said to be locked`() throws {
        let ledger = try bench.makeLedger(answers: 1)
        let impatient = try Ledger(at: bench.path, for: .writing, patience: 0.1)
        var numbers = SeededNumbers(seed: 5)
        var refused: LedgerTrouble?
        // Salts are drawn while the ledger is held.
        var meddler = Meddler {
            guard refused == nil else { return }
            refused = trouble { () throws(LedgerTrouble) in
                _ = try impatient.append(Workbench.answer(3), at: Workbench.start, using: &numbers)
            }
        }
        try ledger.append(Workbench.answer(2), at: Workbench.start, using: &meddler)
        #expect(refused == .locked(path: bench.path))
        // It can be used on.
        #expect(try impatient.append(Workbench.answer(3), at: Workbench.start, using: &numbers) == 3)
        try ledger.refresh()
        #expect(ledger.head.size == 4)
    }

    @Test func `a ledger that is opened for reading is not written`() throws {
        _ = try bench.makeLedger(answers: 2)
        let ledger = try Ledger(at: bench.path, for: .reading)
        #expect(throws: LedgerTrouble.notWritable(path: bench.path)) { try bench.append(3, to: ledger) }
        #expect(try bench.append(3, to: Ledger(at: bench.path, for: .writing)) == 3)
    }

    @Test func `a file that takes the ledger's place is noticed before and after writing`() throws {
        let ledger = try bench.makeLedger(answers: 2)
        let other = bench.folder.appending(path: "other.sqlite")
        try FileManager.default.copyItem(atPath: bench.path, toPath: other.path)
        try FileManager.default.removeItem(atPath: bench.path)
        let path = bench.path
        #expect(trouble { () throws(LedgerTrouble) in try ledger.refresh() } == .missing(path: path))
        try FileManager.default.moveItem(atPath: other.path, toPath: path)
        #expect(throws: LedgerTrouble.swapped(path: path)) { try bench.append(3, to: ledger) }
        #expect(throws: LedgerTrouble.swapped(path: path)) { try ledger.checkpoint(signedBy: bench.signer) }
        // While it writes: what was written is in a file that no name stands for, and is not acknowledged.
        let held = try Ledger(at: path, for: .writing)
        var hasMoved = false
        var meddler = Meddler {
            guard !hasMoved else { return }
            hasMoved = true
            try? FileManager.default.copyItem(atPath: path, toPath: other.path)
            _ = unsafe rename(other.path, path)
        }
        #expect(throws: LedgerTrouble.swapped(path: path)) {
            try held.append(Workbench.answer(3), at: Workbench.start, using: &meddler)
        }
        #expect(try bench.append(3, to: Ledger(at: path, for: .writing)) == 3)
    }

    @Test func `a ledger of another journal is not one that this program wrote`() throws {
        _ = try bench.makeLedger(answers: 1)
        _ = try bench.run("PRAGMA journal_mode = WAL;")
        #expect(bench.trouble() == .schemaChanged(path: bench.path))
    }

    @Test func `a truncated file is damaged`() throws {
        _ = try bench.makeLedger(answers: 9)
        let file = URL(filePath: bench.path)
        let whole = try Data(contentsOf: file)
        for size in stride(from: 0, to: whole.count, by: 1_024) {
            try whole.prefix(size).write(to: file)
            #expect(bench.trouble() != nil, "\(size) of \(whole.count) bytes")
        }
    }
}

/// Random numbers whose drawing gives occasion to do something else.
private struct Meddler: RandomNumberGenerator {
    private var numbers = SeededNumbers(seed: 6)
    private let act: () -> Void

    init(_ act: @escaping () -> Void) {
        self.act = act
    }

    mutating func next() -> UInt64 {
        act()
        return numbers.next()
    }
}
