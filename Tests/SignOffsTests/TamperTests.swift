import Foundation
import RandomNumbers
import Seals
import SignOffs
import Testing
import Times

/// What somebody does to a ledger's file behind the program's back is found, with a kept checkpoint where that is needed.
struct TamperTests {
    private let bench: Workbench
    private let known: KnownCheckpoint

    init() throws {
        bench = try Workbench()
        let ledger = try bench.makeLedger(answers: 9)
        try ledger.redact(2, why: "asked to be forgotten", at: Workbench.start + .hours(1), using: &bench.numbers)
        known = KnownCheckpoint(try ledger.checkpoint(signedBy: bench.signer), at: "a receipt")
    }

    @Test(arguments: [
        "INSERT INTO entry (n, leaf, salt, body) VALUES (3, 'x', randomblob(32), '{}');",
        "INSERT OR REPLACE INTO entry (n, leaf, salt, body) SELECT n, leaf, salt, body FROM entry WHERE n = 3;",
        "INSERT OR REPLACE INTO entry (n, leaf, salt, body) VALUES (10, 'x', randomblob(32), '{}');",
        "INSERT INTO entry (n, leaf, salt, body) VALUES (12, 'x', randomblob(32), '{}');",
        "INSERT INTO entry (leaf, salt, body) VALUES ('x', randomblob(32), '{}');", "INSERT INTO entry (n, leaf) VALUES (11, 'x');",
        "UPDATE entry SET leaf = 'x' WHERE n = 10;", "UPDATE entry SET n = 11 WHERE n = 10;",
        "UPDATE entry SET salt = NULL, body = NULL WHERE n = 3;", "UPDATE entry SET body = '{}' WHERE n = 2;",
        "UPDATE OR REPLACE entry SET n = 3 WHERE n = 4;", "DELETE FROM entry WHERE n = 10;", "DELETE FROM entry;",
        "INSERT INTO attachment (n, place, salt, bytes) VALUES (3, 2, randomblob(32), x'00');",
        "INSERT OR REPLACE INTO attachment (id, n, place, salt, bytes) SELECT id, n, place, salt, x'00' FROM attachment;",
        "UPDATE attachment SET bytes = x'00';", "DELETE FROM attachment WHERE n = 3;",
        "INSERT INTO checkpoint (size, note) VALUES (11, 'x');", "INSERT OR REPLACE INTO checkpoint (size, note) VALUES (11, 'x');",
        "INSERT INTO checkpoint (size, note) VALUES (12, 'x');", "UPDATE checkpoint SET note = 'x';", "DELETE FROM checkpoint;",
    ])
    func `the guards stop what is no appending`(sql: String) throws {
        let complaint = #expect(throws: Workbench.Complaint.self) { try bench.run("PRAGMA recursive_triggers = ON;\n" + sql) }
        #expect(complaint?.words.contains("IntegrityError") == true, "\(complaint?.words ?? "")")
        #expect(bench.trouble(known: [known]) == nil)
    }

    @Test func `guards that are missing or other ones are seen`() throws {
        for sql in [
            "DROP TRIGGER entry_is_kept;", "CREATE INDEX more ON entry (leaf);", "CREATE TABLE more (a);",
            "PRAGMA writable_schema = ON;\nUPDATE sqlite_schema SET sql = replace(sql, 'n >= 0', 'n >= 1') WHERE name = 'entry';",
        ] {
            let bench = try Workbench()
            _ = try bench.makeLedger(answers: 1)
            _ = try bench.run(sql)
            #expect(bench.trouble() == .schemaChanged(path: bench.path), "\(sql)")
        }
    }

    /// Every thirteenth bit or so, which are bits of every place in a byte; all of them with `PRIMUM_EVERY_BIT`.
    private func bits(of count: Int, each: Int) -> StrideTo<Int> {
        stride(from: 0, to: count * 8, by: ProcessInfo.processInfo.environment["PRIMUM_EVERY_BIT"] != nil ? 1 : each)
    }

    @Test(arguments: ["leaf", "salt", "body"])
    func `every changed bit of an entry is found`(column: String) throws {
        let file = URL(filePath: bench.path)
        let whole = try Data(contentsOf: file)
        for number in [0, 5] {
            let entry = try Ledger(at: bench.path, for: .reading).entry(number)
            let bytes = column == "leaf" ? entry.leaf.canonicalBytes : column == "salt" ? entry.body!.salt.bytes : entry.body!.bytes
            let place = try #require(whole.range(of: Data(bytes)))
            for bit in bits(of: bytes.count, each: 13) {
                var changed = whole
                changed[place.lowerBound + bit / 8] ^= 1 << UInt8(bit % 8)
                try changed.write(to: file)
                defer { try? whole.write(to: file) }
                #expect(bench.trouble() != nil, "bit \(bit) of the \(column) of entry \(number)")
            }
        }
    }

    /// Bits that mean nothing (free room, counters) may change; what is read never does.
    @Test func `no changed bit of the file changes what is read`() throws {
        let ledger = try Ledger(at: bench.path, for: .reading)
        let (entries, checkpoints) = (try ledger.entries(0..<11), try ledger.checkpoints())
        let file = URL(filePath: bench.path)
        let whole = try Data(contentsOf: file)
        var (tried, found) = (0, 0)
        for bit in bits(of: whole.count, each: 997) {
            var changed = whole
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            try changed.write(to: file)
            do {
                let ledger = try Ledger(at: bench.path, for: .reading, known: [known])
                #expect(try ledger.entries(0..<100) == entries && ledger.checkpoints() == checkpoints, "bit \(bit)")
            } catch {
                found += 1
            }
            tried += 1
        }
        print("\(found) of \(tried) changed bits of the file were found; the others mean nothing")
        #expect(found > tried / 30)
    }

    @Test(arguments: [
        ("DELETE FROM attachment WHERE n = 5; DELETE FROM entry WHERE n = 5;", LedgerTrouble.Damage.place, 5),
        ("DELETE FROM entry WHERE n = 0;", .genesis, 0),
        ("UPDATE entry SET n = 99 WHERE n = 4; UPDATE entry SET n = 4 WHERE n = 5; UPDATE entry SET n = 5 WHERE n = 99;", .place, 4),
        (
            "UPDATE entry SET n = n + 100 WHERE n > 4; UPDATE entry SET n = n - 99 WHERE n > 4; "
                + "INSERT INTO entry SELECT 5, leaf, salt, body FROM entry WHERE n = 4;", .place, 5
        ),
        ("UPDATE entry SET salt = NULL, body = NULL WHERE n = 4;", .contentMissing, 4),
        (
            "UPDATE entry SET salt = (SELECT salt FROM entry WHERE n = 5), body = (SELECT body FROM entry WHERE n = 5) WHERE n = 4;", .body,
            4
        ),
        ("UPDATE entry SET body = body || ' ' WHERE n = 7;", .body, 7),
        ("DELETE FROM attachment WHERE n = 3 AND place = 1;", .attachment(place: 1), 3),
        ("DELETE FROM attachment WHERE n = 3 AND place = 0;", .attachment(place: 0), 3),
        (
            "UPDATE attachment SET place = 1 - place + 10 WHERE n = 3; UPDATE attachment SET place = place - 10 WHERE n = 3;",
            .attachment(place: 0), 3
        ),
        ("INSERT INTO attachment (n, place, salt, bytes) VALUES (4, 0, randomblob(32), x'00');", .attachment(place: 0), 4),
        ("UPDATE attachment SET bytes = x'00' WHERE n = 6 AND place = 0;", .attachment(place: 0), 6),
        (
            "INSERT INTO attachment (n, place, salt, bytes) SELECT 2, 0, salt, bytes FROM attachment WHERE n = 3 AND place = 0;",
            .attachment(place: 0), 2
        ),
    ])
    func `what is deleted, inserted, put elsewhere or swapped is found`(sql: String, damage: LedgerTrouble.Damage, entry: Int) throws {
        try bench.tamper(sql.replacing("; ", with: ";\n"))
        #expect(bench.trouble() == .damaged(damage, entry: entry))
    }

    @Test func `what is cut off behind is found, by the ledger's own checkpoint and by one that was kept`() throws {
        try bench.tamper("DELETE FROM entry WHERE n > 8;\nDELETE FROM attachment WHERE n > 8;")
        #expect(bench.trouble() == .damagedCheckpoint(size: 11))
        try bench.tamper("DELETE FROM checkpoint;")
        // The redaction was cut off as well; what it destroyed is not there all the same.
        #expect(bench.trouble() == .damaged(.contentMissing, entry: 2))
    }

    @Test func `an older copy put in the ledger's place is found with a kept checkpoint, and not without`() throws {
        let bench = try Workbench()
        let ledger = try bench.makeLedger(answers: 5)
        let copy = try Data(contentsOf: URL(filePath: bench.path))
        try bench.append(6, to: ledger)
        let kept = KnownCheckpoint(try ledger.checkpoint(signedBy: bench.signer), at: "a receipt")
        try copy.write(to: URL(filePath: bench.path))
        #expect(bench.trouble(known: [kept]) == .rolledBack(size: 6, known: kept))
        #expect(bench.trouble() == nil)
        // The open ledger sees that it stands on entries that are gone, or that its file is another one.
        #expect(throws: LedgerTrouble.self) { try bench.append(7, to: ledger) }
    }

    @Test func `a history written anew with good digests is found with a kept checkpoint`() throws {
        let other = try Workbench()
        other.numbers = SeededNumbers(seed: 2)
        let ledger = try other.makeLedger(answers: 12)
        #expect(other.trouble() == nil)
        #expect(other.trouble(known: [known]) == .otherHistory(known: known))
        // One that continues differently behind the checkpoint agrees with it.
        let agreeing = KnownCheckpoint(try ledger.checkpoint(signedBy: other.signer), at: "a mail")
        try other.append(13, to: ledger)
        #expect(other.trouble(known: [agreeing]) == nil)
    }

    @Test func `a checkpoint that nobody's key signed proves nothing`() throws {
        let stranger = try #require(NoteSigner(name: Workbench.origin, seed: [UInt8](repeating: 77, count: 32)))
        let forged = Checkpoint(origin: Workbench.origin, head: TreeHead(size: 500, root: Digest(of: "x"))).signed(by: stranger)
        let other = Checkpoint(origin: Workbench.origin, head: TreeHead(size: 5, root: Digest(of: "x"))).signed(by: stranger)
        let forgeries = [KnownCheckpoint(forged, at: "a mail"), KnownCheckpoint(other, at: "a mail")]
        #expect(bench.trouble(known: forgeries) == nil)
        #expect(try Ledger(at: bench.path, for: .reading, known: forgeries + [known]).unproven == forgeries)
    }

    @Test func `a key that was not handed over is found`() throws {
        let new = try #require(NoteSigner(name: Workbench.origin, seed: [UInt8](repeating: 9, count: 32)))
        let ledger = try Ledger(at: bench.path, for: .writing)
        try ledger.handOver(to: new.key, signedBy: bench.signer, at: Workbench.start + .days(1), using: &bench.numbers)
        let entry = try ledger.entry(11)
        let record = try #require(entry.record)
        // The same hand-over for another place is none: its signature names the entry.
        let handover = try #require(record["handover"]?.text)
        let moved = handover.replacing("\n11\n", with: "\n12\n")
        let body: JSON = ["handover": .string(moved), "key": record["key"]!, "v": "primum/body/1"]
        let bytes = try body.canonicalBytes()
        let leaf = Leaf.resealed(entry.leaf, body: Digest(committing: bytes, entry.body!.salt))
        try bench.tamper(
            "UPDATE entry SET leaf = '\(leaf)', body = '\(String(decoding: bytes, as: UTF8.self).replacing("\n", with: "\\n"))' WHERE n = 11;"
        )
        #expect(bench.trouble() == .damaged(.record, entry: 11))
    }
}

extension Leaf {
    /// The text of a leaf with another commitment to the body.
    fileprivate static func resealed(_ leaf: Leaf, body: Digest) -> String {
        String(decoding: leaf.canonicalBytes, as: UTF8.self).replacing(leaf.body.text, with: body.text)
    }
}
