import CEL
import Diagnostics
import Rehearsals

/// The facts as rules read them: each table's rows in memory of their own, one after another.
final class FactStore: @unchecked Sendable {
    let facts: Facts
    private let tables: [Table]

    init(_ facts: Facts) {
        self.facts = facts
        tables = FactTables.all.map { $0.copy(facts) }
    }

    deinit {
        for table in tables { unsafe table.start.deallocate() }
    }

    /// The rows of one kind; behind them stands one as it is when nothing is written.
    @safe struct Table {
        let start: UnsafeMutableRawPointer
        let count: UInt32
        let stride: Int

        init<Row: FactRow>(_ rows: [Row]) {
            count = UInt32(rows.count)
            stride = MemoryLayout<Row>.stride
            unsafe start = .allocate(byteCount: (rows.count + 1) * stride, alignment: MemoryLayout<Row>.alignment)
            var place = unsafe start
            for row in rows {
                unsafe place.initializeMemory(as: Row.self, to: row)
                unsafe place += stride
            }
            unsafe place.initializeMemory(as: Row.self, to: Row())
        }
    }

    /// The row number that stands for no row: it reads as a row in which nothing is written.
    static let noRow = UInt32.max

    /// Where one row is; that of a row that does not exist is where one is in which nothing is written.
    @inline(__always)
    func place(_ table: Int, _ row: UInt32) -> UnsafeRawPointer {
        unsafe tables.withUnsafeBufferPointer { tables in
            let table = unsafe tables[table]
            return unsafe UnsafeRawPointer(table.start + Int(min(row, table.count)) * table.stride)
        }
    }

    func count(_ table: Int) -> UInt32 { tables[table].count }

    /// The store that a reader is handed.
    @inline(__always)
    static func of(_ store: AnyObject) -> FactStore {
        // Sound because `Activation` checks the class of its store once, against the environment's.
        unsafe unsafeDowncast(store, to: FactStore.self)
    }
}

/// Readers that put a row's key or label together from its fields.
enum FactText {
    /// The texts of several fields, those that are not empty, joined by `@`; references give the key of their row.
    static func joined(_ parts: [RecordType.Reader]) -> RecordType.Reader? {
        switch parts.count {
        case 0: return nil
        case 1: return { row, store in resolved(parts[0](row, store), store, by: \.key) }
        default:
            return { row, store in
                let texts = parts.map { text(resolved($0(row, store), store, by: \.key)) }
                return .symbol(Symbol(texts.filter { !$0.isEmpty }.joined(separator: "@")))
            }
        }
    }

    /// The first of several texts that is not empty; references give the label of their row.
    static func first(_ parts: [RecordType.Reader]) -> RecordType.Reader? {
        guard let last = parts.last else { return nil }
        return { row, store in
            for part in parts.dropLast() {
                let value = resolved(part(row, store), store, by: \.label)
                if value.symbolValue?.isEmpty == false { return value }
            }
            return resolved(last(row, store), store, by: \.label)
        }
    }

    private static func resolved(_ value: Value, _ store: AnyObject, by reader: (FactTable) -> RecordType.Reader?) -> Value {
        guard let (type, row) = value.recordValue else { return value.isNull ? .symbol(.empty) : value }
        return FactTables.table(of: type).flatMap { reader($0)?(row, store) } ?? .symbol(type)
    }

    private static func text(_ value: Value) -> String {
        value.symbolValue?.text ?? value.intValue.map { String($0) } ?? ""
    }
}
