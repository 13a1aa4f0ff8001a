import GRDB
import GRDBSQLite

/// A statement that takes and gives bytes as arrays; GRDB's own interface would give Foundation's `Data`.
struct Query {
    private let statement: Statement

    /// The statement with this text; it is compiled once for each connection.
    init(_ database: Database, _ sql: String) throws {
        statement = try database.cachedStatement(sql: sql)
        _ = unsafe sqlite3_reset(statement.sqliteStatement)
        _ = unsafe sqlite3_clear_bindings(statement.sqliteStatement)
    }

    func bind(_ number: Int, at place: Int32) {
        check(unsafe sqlite3_bind_int64(statement.sqliteStatement, place, Int64(number)))
    }

    func bind(text bytes: [UInt8], at place: Int32) {
        check(
            unsafe bytes.withUnsafeBytes { bytes in
                let letters = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                return unsafe sqlite3_bind_text(statement.sqliteStatement, place, letters, Int32(bytes.count), Self.copied)
            })
    }

    func bind(blob bytes: [UInt8], at place: Int32) {
        check(
            unsafe bytes.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress else { return unsafe sqlite3_bind_zeroblob(statement.sqliteStatement, place, 0) }
                return unsafe sqlite3_bind_blob(statement.sqliteStatement, place, start, Int32(bytes.count), Self.copied)
            })
    }

    /// SQLite's word for values that it is to copy at once.
    private static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func check(_ code: Int32) {
        precondition(code == SQLITE_OK, "a value is bound to a place that the statement has")
    }

    /// Goes to the next row; false behind the last one.
    func next() throws -> Bool {
        switch unsafe sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            _ = unsafe sqlite3_reset(statement.sqliteStatement)
            return false
        default:
            let connection = unsafe sqlite3_db_handle(statement.sqliteStatement)
            let (code, words) = unsafe (sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)))
            _ = unsafe sqlite3_reset(statement.sqliteStatement)
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: words)
        }
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        while try next() {}
    }

    /// Ends reading before the last row.
    func end() {
        _ = unsafe sqlite3_reset(statement.sqliteStatement)
    }

    func number(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(statement.sqliteStatement, column)) }

    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(statement.sqliteStatement, column) == SQLITE_NULL }

    func bytes(_ column: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        append(column, to: &bytes)
        return bytes
    }

    /// Adds the bytes of a column behind others, so that one buffer serves many rows.
    func append(_ column: Int32, to bytes: inout [UInt8]) {
        guard let start = unsafe sqlite3_column_blob(statement.sqliteStatement, column) else { return }
        let count = Int(unsafe sqlite3_column_bytes(statement.sqliteStatement, column))
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
}
