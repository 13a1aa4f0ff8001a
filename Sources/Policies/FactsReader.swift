import CEL
package import Diagnostics
import Inventories
package import LocatedYAML
package import Rehearsals
import Times

extension Facts {
    /// Reads facts as examples of rules write them: objects inline, an object that has a key also by its key alone, and what is known
    /// as `{known: true, value: …}` or just as the value.
    ///
    /// What is wrong is reported at its place, and all else is read.
    package init(example node: Node, log: inout DiagnosticLog) {
        var reader = FactsReader()
        reader.read(node, &log)
        self = reader.facts
    }
}

/// Reads facts by the field tables.
private struct FactsReader {
    var facts = Facts()
    /// Rows by table and key.
    private var rows: [[String: UInt32]] = Array(repeating: [:], count: FactTables.all.count)

    mutating func read(_ node: Node, _ log: inout DiagnosticLog) {
        guard node.kind == .mapping else { return log.addMismatch(.mapping, at: node) }
        let lists = FactTables.all.enumerated().filter { $1.document != nil }
        for (key, value) in node.pairs {
            switch key.string {
            case "schema", "client": if value.kind == .scalar, key.string == "client" { facts.client = value.symbol }
            case "now": if case .moment(let now) = part(.timestamp, value, &log) { facts.now = now }
            case "good_until": if case .moment(let end) = part(.timestamp, value, &log) { facts.goodUntil = end }
            case "order": fill(0, 0, value, &log)
            case let name:
                guard let (number, table) = lists.first(where: { $1.document == name }) else {
                    let known = ["client", "now", "good_until", "order"] + lists.compactMap { $1.document }
                    log.add(.unknownField(key, of: "facts", among: known))
                    continue
                }
                guard value.kind == .sequence else { return log.addMismatch(.list, at: value) }
                for item in value.items { _ = row(number, table, item, &log) }
            }
        }
    }

    /// Fills a row from a mapping.
    private mutating func fill(_ number: Int, _ row: UInt32, _ node: Node, _ log: inout DiagnosticLog) {
        let table = FactTables.all[number]
        guard node.kind == .mapping else { return log.addMismatch(.shape(table.word.text, table.fields.first?.name), at: node) }
        for (key, value) in node.pairs {
            guard let field = table.fields.first(where: { $0.name.utf8.elementsEqual(key.string.utf8) }) else {
                log.add(.unknownField(key, of: table.word.text, among: table.fields.map(\.name)))
                continue
            }
            if let part = part(field.type, value, &log) { field.write(&facts, row, part) }
        }
    }

    /// A value of a type; nil where something else is written, which is then reported.
    private mutating func part(_ type: ValueType, _ node: Node, _ log: inout DiagnosticLog) -> WrittenPart? {
        switch type {
        case .string: Form<Symbol>.symbol.read(node, &log).map { .text($0) }
        case .int: Form<Int>.integer.read(node, &log).map { .number(Int64($0)) }
        case .bool: Form<Bool>.boolean.read(node, &log).map { .truth($0) }
        case .timestamp: Form<Timestamp>.timestamp.read(node, &log).map { .moment($0) }
        case .duration: Form<Period>.period.read(node, &log).map { .period($0) }
        case .optional(let inner): part(inner, node, &log)
        case .list(let element): list(of: element, node, &log)
        case .record(let word):
            FactTables.number(of: word).flatMap { row($0, FactTables.all[$0], node, &log) }.map { .row($0) }
        default: preconditionFailure("no field of facts has the type \(type)")
        }
    }

    private mutating func list(of element: ValueType, _ node: Node, _ log: inout DiagnosticLog) -> WrittenPart? {
        guard node.kind == .sequence else {
            log.addMismatch(.list, at: node)
            return nil
        }
        let pooled = node.items.compactMap { item -> UInt32? in
            switch part(element, item, &log) {
            case .text(let symbol): symbol.id
            case .row(let row): row
            case .truth(let truth): truth ? 1 : 0
            default: nil
            }
        }
        let start = facts.pool.count
        facts.pool += pooled
        return .list(start: start, count: pooled.count)
    }

    /// The row that is meant: the one of that key, or a row of its own.
    private mutating func row(_ number: Int, _ table: FactTable, _ node: Node, _ log: inout DiagnosticLog) -> UInt32? {
        if let known = table.known { return knownRow(number, table, known, node, &log) }
        let keyNode = node.kind == .scalar ? node : table.keyField.flatMap { node[$0] }
        guard let keyField = table.keyField, table.document != nil, let keyNode else {
            guard node.kind == .mapping else {
                log.addMismatch(.shape(table.word.text, table.fields.first?.name), at: node)
                return nil
            }
            let row = table.append(&facts)
            fill(number, row, node, &log)
            return row
        }
        let row = rows[number][keyNode.string] ?? table.append(&facts)
        rows[number][keyNode.string] = row
        if node.kind == .mapping {
            fill(number, row, node, &log)
        } else if let field = table.fields.first(where: { $0.name == keyField }) {
            field.write(&facts, row, .text(keyNode.symbol))
        }
        return row
    }

    private mutating func knownRow(
        _ number: Int, _ table: FactTable, _ known: ValueType, _ node: Node, _ log: inout DiagnosticLog
    ) -> UInt32? {
        let row = table.append(&facts)
        func write(_ name: String, _ part: WrittenPart, _ facts: inout Facts) {
            table.fields.first { $0.name == name }?.write(&facts, row, part)
        }
        let isWrittenOut = node.kind == .mapping && node.pairs.contains { key, _ in table.fields.contains { $0.name == key.string } }
        if isWrittenOut {
            fill(number, row, node, &log)
            if node["fresh"] == nil, node["known"]?.string == "true" { write("fresh", .truth(true), &facts) }
            return row
        }
        guard let value = part(known, node, &log) else { return nil }
        for name in ["known", "fresh"] { write(name, .truth(true), &facts) }
        write("value", value, &facts)
        return row
    }
}

extension Diagnostic {
    fileprivate static func unknownField(_ key: Node, of kind: String, among fields: [String]) -> Diagnostic {
        let near = suggestion(for: key.string, among: fields)
        return Diagnostic(
            "unknown-field", .error, .unknownField(key.string, kind), at: key.span, help: [near.map { .didYouMean($0) } ?? .fields(fields)])
    }
}

extension Phrase {
    fileprivate static func unknownField(_ name: String, _ kind: String) -> Phrase {
        Phrase(en: "\(kind) has no field `\(name)`", ru: "у \(kind) нет поля `\(name)`")
    }

    fileprivate static func fields(_ names: [String]) -> Phrase {
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        return Phrase(en: "its fields are \(list)", ru: "его поля: \(list)")
    }
}
