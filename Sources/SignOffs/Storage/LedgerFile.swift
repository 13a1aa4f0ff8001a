import GRDB
import GRDBSQLite
import Glibc

/// A ledger's file, opened so that what SQLite says is done is done, and that nothing but a ledger is opened.
///
/// The journal is the rollback journal, not the write-ahead log: a copy of the one file is a copy of the ledger, folders may be
/// read-only, and no erased word stays beside it. `synchronous` is EXTRA: the folder, too, is written to the disk.
struct LedgerFile {
    let path: String
    let queue: DatabaseQueue
    /// Which file it was when it was opened.
    private let identity: FileIdentity

    /// Opens a ledger that is there.
    init(at path: String, for access: Ledger.Access, patience: Double) throws {
        self.path = path
        identity = try FileIdentity(path)
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { try Self.harden($0) }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try requireUnswapped()
        try queue.inDatabase { try Self.requireLedger($0, path: path) }
        if access == .writing { try LedgerSchema.migrator.migrate(queue) }
        try queue.inDatabase { try Self.requireSchema($0, path: path) }
    }

    /// Makes a file that is not there, whole or not at all: a beginning is written beside it and then gets its name.
    static func create(at path: String, filling fill: (Database) throws -> Void) throws {
        let beginning = "\(path).begun-\(getpid())"
        defer { unsafe unlink(beginning) }
        guard unsafe unlink(beginning) == 0 || errno == ENOENT else { throw LedgerTrouble.notWritable(path: beginning) }
        var configuration = Configuration()
        configuration.prepareDatabase { try harden($0) }
        let queue = try DatabaseQueue(path: beginning, configuration: configuration)
        try LedgerSchema.migrator.migrate(queue)
        try queue.inDatabase { database in
            try database.inTransaction(.immediate) {
                try fill(database)
                return .commit
            }
        }
        try queue.close()
        // A link, not a renaming: it never takes the place of a file that is there.
        guard unsafe link(beginning, path) == 0 else {
            throw errno == EEXIST ? LedgerTrouble.exists(path: path) : LedgerTrouble.notWritable(path: path)
        }
        try writeFolder(of: path)
    }

    /// Brings the names in the folder of a path to the disk.
    private static func writeFolder(of path: String) throws {
        let folder = path.contains("/") ? String(path[...path.lastIndex(of: "/")!]) : "."
        let file = unsafe open(folder, O_RDONLY | O_DIRECTORY)
        guard file >= 0 else { throw LedgerTrouble.notWritable(path: path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw LedgerTrouble.notWritable(path: path) }
    }

    private static func harden(_ database: Database) throws {
        try database.execute(
            sql: """
                PRAGMA trusted_schema = OFF;
                PRAGMA recursive_triggers = ON;
                PRAGMA secure_delete = ON;
                PRAGMA cell_size_check = ON;
                PRAGMA synchronous = EXTRA;
                PRAGMA temp_store = MEMORY;
                PRAGMA mmap_size = 0;
                """)
    }

    private static func requireLedger(_ database: Database, path: String) throws {
        guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == LedgerSchema.applicationID else {
            throw LedgerTrouble.notALedger(path: path)
        }
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "delete" else { throw LedgerTrouble.schemaChanged(path: path) }
        guard try !LedgerSchema.migrator.hasBeenSuperseded(database) else { throw LedgerTrouble.newer(path: path) }
    }

    private static func requireSchema(_ database: Database, path: String) throws {
        guard try LedgerSchema.statements(of: database) == LedgerSchema.expectedStatements.get() else {
            throw LedgerTrouble.schemaChanged(path: path)
        }
    }

    /// Refuses to go on where the name has come to stand for another file: what is written would be written to nowhere.
    func requireUnswapped() throws {
        guard try FileIdentity(path) == identity else { throw LedgerTrouble.swapped(path: path) }
    }

    /// Reads with one view of the ledger.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try requireUnswapped()
        return try queue.read(body)
    }

    /// Writes all of it or nothing; what is returned was brought to the disk before.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try requireUnswapped()
        let value = try queue.inDatabase { database in
            var value: Value?
            try database.inTransaction(.immediate) {
                value = try body(database)
                return .commit
            }
            return value!
        }
        try requireUnswapped()
        return value
    }
}

/// Which file a name stands for.
private struct FileIdentity: Equatable {
    private let device: UInt
    private let number: UInt

    init(_ path: String) throws {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? LedgerTrouble.missing(path: path) : LedgerTrouble.notReadable(path: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw LedgerTrouble.notALedger(path: path) }
        (device, number) = (UInt(status.st_dev), UInt(status.st_ino))
    }
}
