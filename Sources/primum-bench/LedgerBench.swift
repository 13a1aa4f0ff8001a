import GRDBSQLite
import Glibc
import RandomNumbers
import Seals
import SignOffs
import Times

/// What a ledger costs: appending beside a bare insert that is as durable, and checking all of it.
struct LedgerBench {
    private static let origin = "primum/bench/0123456789abcdef"
    private let folder: String
    private let signer = NoteSigner(name: Self.origin, seed: [UInt8](repeating: 1, count: 32))!
    private let times: Int

    init(folder: String, times: Int) {
        self.folder = folder
        self.times = times
    }

    /// All figures; the large ledger is kept for the next time.
    func figures(entries: Int) throws -> JSON {
        let small = try ledger(of: 10_000)
        let large = try ledger(of: entries)
        let (append, bare) = try appends(count: 300)
        var (checkSmall, checkLarge) = (Double.infinity, Double.infinity)
        for _ in 0..<times {
            checkSmall = min(checkSmall, try secondsOfCheck(small))
            checkLarge = min(checkLarge, try secondsOfCheck(large))
        }
        return .object([
            .init("times", JSON(times)), .init("entries", JSON(entries)),
            .init("appends_per_second", .number((1 / append).rounded())), .init("bare_inserts_per_second", .number((1 / bare).rounded())),
            .init("append_ratio_to_bare_insert", .ratio(bare / append)), .init("check_10000_seconds", .seconds(checkSmall)),
            .init("check_seconds", .seconds(checkLarge)),
            .init("checked_entries_per_second", .number((Double(entries) / checkLarge).rounded())),
        ])
    }

    private static func draft(_ number: Int) -> Draft {
        Draft(
            .answer, says: .refuses, order: "CO-2026-014", question: Digest(of: "question \(number)"),
            body: [
                "answers": .string(Digest(of: "file \(number)").text), "by": "petrova", "grade": "A",
                "key": "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", "recorder": "ivanov", "v": "primum/body/1",
                "words": "Не отключать: касса.",
            ])
    }

    /// A ledger of so many entries, every tenth of them under a checkpoint as far as ten thousand; made where it is not there.
    private func ledger(of entries: Int) throws -> String {
        let path = "\(folder)/ledger-\(entries).sqlite"
        if let ledger = try? Ledger(at: path, for: .reading), ledger.head.size == entries { return path }
        unsafe unlink(path)
        var numbers = SeededNumbers(seed: UInt64(entries))
        let start = Timestamp(rfc3339: "2026-11-25T09:00:00Z")!
        try Ledger.create(at: path, key: signer.key, at: start, using: &numbers)
        let ledger = try Ledger(at: path, for: .writing)
        while ledger.head.size < entries {
            let size = ledger.head.size
            let batch = size < 10_000 ? 10 - size % 10 : 10_000
            let drafts = (size..<min(entries, size + batch)).map(Self.draft)
            try ledger.append(drafts, at: start + Period(seconds: Int64(size)), using: &numbers)
            if size < 10_000 { _ = try ledger.checkpoint(signedBy: signer) }
        }
        return path
    }

    private func secondsOfCheck(_ path: String) throws -> Double {
        try spent { _ = try Ledger(at: path, for: .reading) }.processor
    }

    /// Seconds of the clock for one append and one bare insert, in turns: most of them are the disk's.
    private func appends(count: Int) throws -> (append: Double, bare: Double) {
        let (path, barePath) = ("\(folder)/appended.sqlite", "\(folder)/bare.sqlite")
        unsafe unlink(path)
        unsafe unlink(barePath)
        var numbers = SeededNumbers(seed: 1)
        let start = Timestamp(rfc3339: "2026-11-25T09:00:00Z")!
        try Ledger.create(at: path, key: signer.key, at: start, using: &numbers)
        let ledger = try Ledger(at: path, for: .writing)
        let bare = try BareTable(at: barePath)
        var (append, insert) = ([Double](), [Double]())
        for number in 0..<count {
            append.append(try spent { try ledger.append(Self.draft(number), at: start, using: &numbers) }.elapsed)
            let entry = try ledger.entry(number + 1)
            let (leaf, body) = (entry.leaf.canonicalBytes, entry.body!)
            insert.append(spent { bare.insert(number, leaf, body.salt.bytes, body.bytes) }.elapsed)
        }
        return (append.sorted()[count / 2], insert.sorted()[count / 2])
    }
}

/// A table without guards, with the ledger's journal and durability.
@safe private final class BareTable {
    private var connection = unsafe OpaquePointer?.none
    private var statement = unsafe OpaquePointer?.none

    init(at path: String) throws {
        let sql = """
            PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;
            CREATE TABLE entry (n INTEGER PRIMARY KEY, leaf TEXT NOT NULL, salt BLOB, body TEXT) STRICT;
            """
        guard unsafe sqlite3_open(path, &connection) == SQLITE_OK, unsafe sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK,
            unsafe sqlite3_prepare_v2(connection, "INSERT INTO entry VALUES (?, ?, ?, ?)", -1, &statement, nil) == SQLITE_OK
        else { throw BenchTrouble(description: "cannot write `\(path)`") }
    }

    deinit {
        unsafe sqlite3_finalize(statement)
        unsafe sqlite3_close(connection)
    }

    func insert(_ number: Int, _ leaf: [UInt8], _ salt: [UInt8], _ body: [UInt8]) {
        let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        unsafe sqlite3_bind_int64(statement, 1, Int64(number))
        unsafe sqlite3_bind_text(statement, 2, String(decoding: leaf, as: UTF8.self), Int32(leaf.count), copied)
        unsafe sqlite3_bind_blob(statement, 3, salt, Int32(salt.count), copied)
        unsafe sqlite3_bind_text(statement, 4, String(decoding: body, as: UTF8.self), Int32(body.count), copied)
        precondition(unsafe sqlite3_step(statement) == SQLITE_DONE, "a bare insert failed")
        unsafe sqlite3_reset(statement)
    }
}
