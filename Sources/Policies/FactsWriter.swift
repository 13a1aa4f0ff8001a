import CEL
import Diagnostics
import Inventories
import Rehearsals
import Seals
import Times

/// Writes facts as a document.
///
/// Rows of kinds that have a key everywhere (steps, links, devices, services, people …) stand once in a list of their own, and all
/// else refers to them by key. A row that says something else under a key that is taken, such as a link as one step disturbs it, is written
/// in full where it is referred to.
struct FactsWriter {
    private let facts: Facts
    private let store: FactStore
    private let activation: Activation
    /// The first row of each key, by table.
    private var rowsByKey: [[String: UInt32]]

    init(_ facts: Facts) {
        self.facts = facts
        store = FactStore(facts)
        activation = Activation(FactTables.environment, facts: store)
        rowsByKey = Array(repeating: [:], count: FactTables.all.count)
        for (number, table) in FactTables.all.enumerated() where table.document != nil && table.key != nil {
            for row in 0..<store.count(number) {
                let key = keyText(table, row)
                if rowsByKey[number][key] == nil { rowsByKey[number][key] = row }
            }
        }
    }

    var document: JSON {
        var members: [JSON.Member] = [
            JSON.Member("schema", .string(Facts.schemaName)), JSON.Member("client", .string(facts.client.text)),
            JSON.Member("now", .string(facts.now.rfc3339(offset: 0))),
        ]
        if let end = facts.goodUntil { members.append(JSON.Member("good_until", .string(end.rfc3339(offset: 0)))) }
        members.append(JSON.Member("order", row(0, 0, depth: 0)))
        for (number, table) in FactTables.all.enumerated() {
            guard let name = table.document else { continue }
            let rows = (0..<store.count(number)).filter { table.key == nil || rowsByKey[number][keyText(table, $0)] == $0 }
            members.append(JSON.Member(name, .array(rows) { row(number, $0, depth: 0) }))
        }
        return .object(members)
    }

    private func keyText(_ table: FactTable, _ row: UInt32) -> String {
        table.key?(row, store).symbolValue?.text ?? ""
    }

    /// A row in full.
    private func row(_ number: Int, _ row: UInt32, depth: Int) -> JSON {
        let table = FactTables.all[number]
        return .object(
            table.fields.compactMap { field in
                json(activation.datum(of: field.read(row, store)), depth: depth + 1).map { JSON.Member(field.name, $0) }
            })
    }

    /// A value; nil where there is none.
    private func json(_ value: Datum, depth: Int) -> JSON? {
        switch value {
        case .bool(let truth): .bool(truth)
        case .int(let number): .integer(number)
        case .string(let text): .string(text)
        case .timestamp(let moment): .string(moment.rfc3339(offset: 0))
        case .duration(let nanoseconds): .string(Period(seconds: nanoseconds / 1_000_000_000).iso8601)
        case .optional(let inner): inner.flatMap { json($0, depth: depth) }
        case .list(let elements): .array(elements.compactMap { json($0, depth: depth) })
        case .record(let type, let row, _): reference(type, row, depth)
        default: nil
        }
    }

    /// A row that is referred to: its key where that leads to it, else the row in full.
    private func reference(_ type: Symbol, _ row: UInt32, _ depth: Int) -> JSON? {
        guard let number = FactTables.number(of: type) else { return nil }
        let table = FactTables.all[number]
        guard table.document != nil, table.key != nil else { return self.row(number, row, depth: depth) }
        let key = keyText(table, row)
        if depth >= Self.depthLimit || rowsByKey[number][key] == row || isRepeated(number, row, key) { return .string(key) }
        return self.row(number, row, depth: depth)
    }

    /// True when the row says the same as the first one of its key.
    private func isRepeated(_ number: Int, _ row: UInt32, _ key: String) -> Bool {
        guard let first = rowsByKey[number][key] else { return false }
        return self.row(number, first, depth: Self.depthLimit) == self.row(number, row, depth: Self.depthLimit)
    }

    /// Rows written in full within each other do not go deeper, so that a circle of them ends.
    private static let depthLimit = 6
}
