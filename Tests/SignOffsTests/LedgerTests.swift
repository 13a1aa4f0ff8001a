import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

struct LedgerTests {
    private let bench: Workbench

    init() throws {
        bench = try Workbench()
    }

    @Test func `what is appended is read again, attachments included`() throws {
        let ledger = try bench.makeLedger(answers: 7)
        #expect(ledger.head.size == 8 && ledger.origin == Workbench.origin)
        for opened in [ledger, try Ledger(at: bench.path, for: .reading)] {
            #expect(opened.head == ledger.head && opened.keys.map(\.key) == [bench.signer.key])
            let entry = try opened.entry(3)
            #expect(
                entry.leaf.kind == .answer && entry.leaf.says == .refuses && entry.leaf.order == "CO-2026-014" && entry.leaf.number == 3)
            #expect(entry.leaf.at == Workbench.start + .minutes(3) && entry.leaf.question == Digest(of: "question 3"))
            #expect(entry.record?["words"]?.text == "Не отключать: касса." && entry.record?["number"] == 3)
            #expect(entry.attachments.map(\.bytes) == [Array("scan 3".utf8), []])
            #expect(try opened.entries(2..<100).map(\.leaf.number) == Array(2..<8))
            #expect(throws: LedgerTrouble.noSuchEntry(8)) { try opened.entry(8) }
        }
    }

    @Test func `a leaf is canonical JSON, and a commitment opens with salt and content alone`() throws {
        let ledger = try bench.makeLedger(answers: 3)
        let entry = try ledger.entry(3)
        let value = try JSON(canonical: entry.leaf.canonicalBytes)
        #expect(value["n"] == 3 && value["v"] == "primum/entry/1" && value["files"]?.elements?.count == 2)
        let body = try #require(entry.body)
        #expect(Digest(of: body.salt.bytes + body.bytes) == entry.leaf.body)
        #expect(Set(try ledger.entries(0..<4).flatMap { [$0.body!.salt] + $0.attachments.map(\.salt) }).count == 6)
    }

    @Test func `a clock that goes back is marked`() throws {
        let ledger = try bench.makeLedger(answers: 1)
        try ledger.append(Workbench.answer(2), at: Workbench.start, using: &bench.numbers)
        #expect(try ledger.entry(2).leaf.isClockBack && !ledger.entry(1).leaf.isClockBack)
        #expect(bench.trouble() == nil)
    }

    @Test func `a checkpoint is signed once for each size, by the ledger's own key alone`() throws {
        let ledger = try bench.makeLedger(answers: 4)
        let first = try ledger.checkpoint(signedBy: bench.signer)
        #expect(first.isSigned(by: bench.signer.key) && first.head == ledger.head)
        #expect(try ledger.checkpoint(signedBy: bench.signer) == first)
        let other = try #require(NoteSigner(name: Workbench.origin, seed: [UInt8](repeating: 4, count: 32)))
        #expect(throws: LedgerTrouble.wrongKey) { try ledger.checkpoint(signedBy: other) }
        try bench.append(5, to: ledger)
        let second = try ledger.checkpoint(signedBy: bench.signer)
        #expect(try ledger.checkpoints() == [first, second])
        #expect(try ledger.consistency(from: first.head.size, to: second.head.size).holds(from: first.head, to: second.head))
    }

    @Test func `every entry has a proof that the text of it bears out`() throws {
        let ledger = try bench.makeLedger(answers: 10)
        #expect(try ledger.proof(of: 0) == nil)
        _ = try ledger.checkpoint(signedBy: bench.signer)
        try bench.append(11, to: ledger)
        #expect(try ledger.proof(of: 11) == nil)
        for number in 0..<11 {
            let proof = try #require(try ledger.proof(of: number))
            let read = try #require(LogProof(Array(proof.written.utf8)))
            #expect(read.holds(for: Digest(leaf: try ledger.entry(number).leaf.canonicalBytes), signedBy: bench.signer.key))
        }
    }

    @Test func `a key is handed over by the one before, and the old one signs no more`() throws {
        let ledger = try bench.makeLedger(answers: 2)
        let early = try ledger.checkpoint(signedBy: bench.signer)
        let new = try #require(NoteSigner(name: Workbench.origin, seed: [UInt8](repeating: 9, count: 32)))
        #expect(throws: LedgerTrouble.wrongKey) {
            try ledger.handOver(to: bench.signer.key, signedBy: new, at: Workbench.start, using: &bench.numbers)
        }
        #expect(try ledger.handOver(to: new.key, signedBy: bench.signer, at: Workbench.start + .hours(1), using: &bench.numbers) == 3)
        #expect(throws: LedgerTrouble.wrongKey) { try ledger.checkpoint(signedBy: bench.signer) }
        let late = try ledger.checkpoint(signedBy: new)
        let known = [KnownCheckpoint(early, at: "a mail"), KnownCheckpoint(late, at: "a mail")]
        let opened = try Ledger(at: bench.path, for: .reading, known: known)
        #expect(opened.keys.map(\.since) == [0, 3] && opened.key(atSize: 3) == bench.signer.key && opened.key(atSize: 4) == new.key)
    }

    @Test func `a redaction destroys content and salt, keeps every proof, and is done once`() throws {
        let ledger = try bench.makeLedger(answers: 6)
        let checkpoint = try ledger.checkpoint(signedBy: bench.signer)
        let before = try ledger.entry(3)
        #expect(try ledger.redact(3, why: "asked to be forgotten", at: Workbench.start + .hours(2), using: &bench.numbers) == 7)
        for opened in [ledger, try Ledger(at: bench.path, for: .reading, known: [KnownCheckpoint(checkpoint, at: "a mail")])] {
            let after = try opened.entry(3)
            #expect(after.isRedacted && after.attachments.isEmpty && after.leaf == before.leaf && after.leaf.says == .refuses)
            #expect(try opened.redacted == [3] && !opened.entry(6).isRedacted)
            let proof = try #require(try opened.proof(of: 3))
            #expect(proof.holds(for: Digest(leaf: after.leaf.canonicalBytes), signedBy: bench.signer.key))
        }
        let raw = try Data(contentsOf: URL(filePath: bench.path))
        #expect(raw.range(of: Data("scan 3".utf8)) == nil && raw.range(of: Data("scan 6".utf8)) != nil)
        #expect(raw.range(of: Data(before.body!.salt.bytes)) == nil)
        for number in [0, 3, 7] {
            #expect(throws: LedgerTrouble.notRedactable(number)) {
                try ledger.redact(number, why: "", at: Workbench.start, using: &bench.numbers)
            }
        }
        #expect(throws: LedgerTrouble.noSuchEntry(9)) { try ledger.redact(9, why: "", at: Workbench.start, using: &bench.numbers) }
    }

    @Test func `a new ledger quotes the last known checkpoint of the one that was lost`() throws {
        let lost = try bench.makeLedger(answers: 2).checkpoint(signedBy: bench.signer)
        let path = bench.folder.appending(path: "next.sqlite").path
        let origin = Ledger.origin(client: "vostok", using: &bench.numbers)
        #expect(Ledger.isOrigin(origin) && origin != Workbench.origin)
        let signer = try #require(NoteSigner(name: origin, seed: [UInt8](repeating: 5, count: 32)))
        try Ledger.create(
            at: path, key: signer.key, replacing: (lost, "the disk broke"), at: Workbench.start + .days(1), using: &bench.numbers)
        // The old ledger's checkpoints say nothing of the new one.
        let next = try Ledger(at: path, for: .reading, known: [KnownCheckpoint(lost, at: "a mail")])
        let older = try #require(try next.entry(0).record?["older"])
        #expect(older["checkpoint"]?.text == lost.note.written && older["why"] == "the disk broke")
    }

    @Test func `a ledger is never made over a file that is there`() throws {
        _ = try bench.makeLedger(answers: 1)
        #expect(throws: LedgerTrouble.exists(path: bench.path)) {
            try Ledger.create(at: bench.path, key: bench.signer.key, at: Workbench.start, using: &bench.numbers)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) == ["ledger.sqlite"])
    }

    @Test func `what has no place in a ledger is not appended`() throws {
        let ledger = try bench.makeLedger()
        func unfit(_ draft: Draft) -> LedgerTrouble? {
            do {
                _ = try ledger.append(draft, at: Workbench.start, using: &bench.numbers)
                return nil
            } catch {
                return error
            }
        }
        for order in ["", "a\"b", "a\\b", "a\nb", String(repeating: "ж", count: 101)] {
            #expect(unfit(Draft(.stop, order: order, body: [:])) == .unfit(.orderName))
        }
        #expect(unfit(Draft(.stop, body: "x")) == .unfit(.body) && unfit(Draft(.stop, body: ["A": 1])) == .unfit(.body))
        #expect(unfit(Draft(.stop, body: ["a": .null])) == .unfit(.body))
        #expect(unfit(Draft(.stop, body: [:], attachments: Array(repeating: [], count: 65))) == .unfit(.tooManyAttachments))
        for kind in [EntryKind.genesis, .redacted, .ledgerKey] { #expect(unfit(Draft(kind, body: [:])) == .unfit(.kindOfLedger)) }
        #expect(ledger.head.size == 1 && bench.trouble() == nil)
    }

    @Test func `two that write see each other's entries before they build on them`() throws {
        let first = try bench.makeLedger(answers: 1)
        let second = try Ledger(at: bench.path, for: .writing)
        for number in 2..<20 { #expect(try bench.append(number, to: number.isMultiple(of: 3) ? first : second) == number) }
        try first.refresh()
        try second.refresh()
        #expect(first.head == second.head && first.head.size == 20)
        try first.redact(4, why: "x", at: Workbench.start + .days(1), using: &bench.numbers)
        try second.refresh()
        #expect(second.redacted == [4])
    }
}
