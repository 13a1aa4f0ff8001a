import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times
import UnluckyDisk

/// The power fails: of the writes since the last sync any are on the disk, and any are not.
@Suite(.serialized) struct PowerTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
    }

    /// What the disk was asked between two moments at which somebody was told that an entry is kept.
    private struct Stretch {
        var base: WatchedDisk.State
        let events: [WatchedDisk.Event]
        /// How many entries were acknowledged before.
        let acknowledged: Int
    }

    /// Every state that a power failure can leave where at most `limit` writes are pending; seeded ones beyond.
    private func states(_ stretch: Stretch, limit: Int, sampled: Int, _ numbers: inout SeededNumbers) -> Set<WatchedDisk.State> {
        var (synced, pending) = (stretch.base, [WatchedDisk.Event]())
        var states: Set<WatchedDisk.State> = [synced]
        func collect() {
            let masks: [UInt64] =
                pending.count <= limit
                ? Array(0..<(1 << UInt64(pending.count)))
                : (0..<sampled).map { _ in numbers.next() } + [0, .max]
            for mask in masks {
                var state = synced
                for (place, event) in pending.enumerated() where mask >> UInt64(place % 64) & 1 == 1 { state.take(event) }
                states.insert(state)
            }
        }
        for event in stretch.events {
            switch event.kind {
            case unlucky_sync:
                collect()
                for done in pending where done.isJournal == event.isJournal { synced.take(done) }
                pending.removeAll { $0.isJournal == event.isJournal }
            case unlucky_delete:
                // The folder is synced with it: what the journal still had pending is gone as well.
                collect()
                pending.removeAll { $0.isJournal }
                synced.take(event)
            default: pending.append(event)
            }
        }
        collect()
        return states
    }

    /// All subsets up to twelve writes with `PRIMUM_EVERY_SUBSET`, up to five without it.
    @Test func `whatever the power leaves, every acknowledged entry is there and the ledger is sound`() throws {
        _ = try bench.makeLedger(answers: 3)
        var state = WatchedDisk.State(file: Array(try Data(contentsOf: URL(filePath: bench.path))), journal: nil)
        let disk = try WatchedDisk(bench.path)
        let ledger = try Ledger(at: bench.path, for: .writing)
        var stretches: [Stretch] = []
        let acts: [(Ledger) throws -> Void] = [
            { try bench.append(4, to: $0) }, { _ = try $0.checkpoint(signedBy: bench.signer) }, { try bench.append(6, to: $0) },
            { try $0.redact(3, why: "asked", at: Workbench.start + .days(1), using: &bench.numbers) },
        ]
        for act in acts {
            let (start, acknowledged) = (disk.count, ledger.head.size)
            try act(ledger)
            let events = disk.events(from: start)
            stretches.append(Stretch(base: state, events: events, acknowledged: acknowledged))
            for event in events { state.take(event) }
        }
        let file = try Data(contentsOf: URL(filePath: bench.path))
        #expect(state.journal == nil && state.file == Array(file), "the disk was not watched whole")
        let everySubset = ProcessInfo.processInfo.environment["PRIMUM_EVERY_SUBSET"] != nil
        var numbers = SeededNumbers(seed: 21)
        var (tried, before, after) = (0, 0, 0)
        for stretch in stretches {
            let states = states(stretch, limit: everySubset ? 12 : 5, sampled: everySubset ? 2_000 : 24, &numbers)
            for state in states {
                try state.write(to: bench.folder.appending(path: "found.sqlite").path)
                let found = try Ledger(at: bench.folder.appending(path: "found.sqlite").path, for: .writing)
                #expect(found.head.size >= stretch.acknowledged && found.head.size <= stretch.acknowledged + 1)
                if found.head.size == stretch.acknowledged { before += 1 } else { after += 1 }
                tried += 1
            }
        }
        print("\(tried) states of a disk without power: \(before) as before the act, \(after) as after it")
        #expect(before > 0 && after > 0)
    }

    @Test func `the word is given after the last write is synced`() throws {
        _ = try bench.makeLedger(answers: 1)
        let disk = try WatchedDisk(bench.path)
        let ledger = try Ledger(at: bench.path, for: .writing)
        for number in 2..<6 {
            let start = disk.count
            try bench.append(number, to: ledger)
            let events = disk.events(from: start)
            let (lastWrite, lastSync) = (
                events.lastIndex { !$0.isJournal && $0.kind == unlucky_write },
                events.lastIndex { !$0.isJournal && $0.kind == unlucky_sync }
            )
            #expect(lastWrite != nil && lastSync != nil && lastWrite! < lastSync!)
            // The journal's deletion is what commits; its folder is synced with it.
            let last = try #require(events.last)
            #expect(last.isJournal && last.kind == unlucky_delete && last.offset == 1)
        }
    }

    @Test func `a disk that is full at any write costs nothing that was acknowledged`() throws {
        _ = try bench.makeLedger(answers: 3)
        var writes = 0
        while true {
            let disk = try WatchedDisk(bench.path)
            let ledger = try Ledger(at: bench.path, for: .writing)
            let size = ledger.head.size
            disk.fill(after: writes)
            var trouble: LedgerTrouble?
            do { _ = try bench.append(6, to: ledger) } catch { trouble = error as? LedgerTrouble }
            disk.empty()
            guard let trouble else { break }
            #expect(trouble == .full(path: bench.path), "at write \(writes)")
            // Where not even what was there could be written back, the next writer does it.
            let left = bench.trouble()
            #expect(ledger.head.size == size && (left == nil || left == .interrupted(path: bench.path)), "at write \(writes)")
            #expect(try bench.append(7, to: ledger) == size)
            #expect(bench.trouble() == nil)
            writes += 1
        }
        print("an append writes \(writes) times")
        #expect(writes > 5)
    }
}
