import CEL
import Diagnostics
import Inventories
import Rehearsals
import Seals
import Testing
import Times

@testable import Policies

/// Facts that agree on what was read give the same finding; those that do not give another basis.
///
/// Every field of every row of the rules' own examples is changed, one at a time.
struct AgreementTests {
    private static let rules = PolicySet.shipped().compiled.map(\.id.text)

    @Test(arguments: rules)
    func `facts that agree on what was read give the same finding`(id: String) throws {
        var set = PolicySet.shipped().keeping(Symbol(id))
        // Whatever is asked carries what an answer would rest on.
        let told = Finding.LevelChange(from: .note, reason: .empty, approvedBy: .empty, until: .empty)
        set.compiled[0].levelChange = CompiledLevelChange(to: .ask, told: told, end: nil, place: set.compiled[0].draft.place)
        var (outside, inside) = (0, 0)
        for example in set.compiled[0].rule.examples where example.fires {
            var log = DiagnosticLog()
            let facts = Facts(example: example.node, log: &log)
            let before = Asked.of(set, facts)
            let reading = Reading(set.compiled[0], facts)
            #expect(!before.isEmpty && Set(before.keys) == Set(reading.cells.keys), "\(id)")
            for change in Change.all(of: facts) {
                let after = Asked.of(set, change.facts)
                for (fingerprint, asked) in before {
                    let standing = reading.standing(of: change.cell, for: fingerprint)
                    let what = "\(id): \(change.what), \(fingerprint)"
                    if let now = after[fingerprint], now.restsOn == asked.restsOn {
                        #expect(now == asked, "\(what) changed the finding and not what it rests on")
                        if standing == .read, change.isSeen { Issue.record("\(what) was read and voids nothing") }
                    } else if standing == .unread {
                        Issue.record("\(what) was not read and voids the answer")
                    }
                    if standing == .read { inside += 1 }
                    if standing == .unread { outside += 1 }
                }
            }
        }
        #expect(outside > 0 && inside > 0, "\(id): \(outside) changes outside of what was read, \(inside) inside")
    }
}

/// What a member of a finding says and asks.
private struct Asked: Equatable {
    let restsOn: String?
    let message: String
    let recall: String?
    let readBack: Symbol?
    let people: [Symbol]
    let parties: [Symbol]

    static func of(_ set: PolicySet, _ facts: Facts) -> [String: Asked] {
        let judgement = set.judge(facts, in: Shipped.surroundings)
        var all: [String: Asked] = [:]
        for member in judgement.findings.filter({ $0.level == .ask }).flatMap(\.members) {
            all[member.fingerprint] = Asked(
                restsOn: member.basis?.digest.text, message: member.message.en, recall: member.question?.recall.en,
                readBack: member.question?.readBack,
                people: (member.question?.whom.map { judgement.facts.people[Int($0.index)].id } ?? []).sorted { $0.precedes($1) },
                parties: (member.question?.parties.map { judgement.facts.parties[Int($0.index)].id } ?? []).sorted { $0.precedes($1) })
        }
        return all
    }
}

/// One field of one row.
private struct Cell: Hashable {
    let table: Int
    let row: UInt32
    let field: Int

    var declaration: FactField { FactTables.all[table].fields[field] }
}

/// Which cells a rule read for each of its findings' members.
private struct Reading {
    private(set) var cells: [String: Set<Cell>] = [:]
    /// Cells on which it depends whether there is a member at all, and those of the step itself and its consequence.
    private var around: Set<Cell> = []

    enum Standing { case read, unread, around }

    init(_ rule: CompiledRule, _ facts: Facts) {
        let scene = Scene(facts, Shipped.surroundings)
        let activation = Activation(rule.binding.environment, facts: scene.store)
        var log = DiagnosticLog()
        let texts = rule.texts(log: &log)
        var programs = [rule.condition] + [rule.group, texts.question?.whom, texts.question?.readBack].compactMap { $0 }
        for text in [texts.message, texts.question?.recall] { programs += text?.en.programs ?? [] }
        bind(rule, activation, scene, programs, values: [])
        around.formUnion(Self.ownCells(facts))
    }

    private mutating func bind(_ rule: CompiledRule, _ activation: Activation, _ scene: Scene, _ programs: [Program], values: [Value]) {
        guard values.count < rule.binding.parts.count else {
            guard case .success(let holds) = rule.condition.evaluate(activation), holds.isTrue else { return }
            let fingerprint = scene.bound(rule, values, activation).fingerprint
            cells[fingerprint, default: []].formUnion(programs.flatMap { Self.cells($0.trace(activation).reads) })
            return
        }
        let part = rule.binding.parts[values.count]
        around.formUnion(Self.cells(part.list.trace(activation).reads))
        guard case .success(let list) = part.list.evaluate(activation) else { return }
        for element in (0..<activation.count(of: list)).map({ activation.element(of: list, at: $0) }) {
            activation.bind(part.name, element)
            bind(rule, activation, scene, programs, values: values + [element])
        }
    }

    private static func cells(_ reads: [Read]) -> [Cell] {
        reads.compactMap { read in
            guard let (word, row) = read.record?.recordValue, let field = read.field, let table = FactTables.number(of: word) else {
                return nil
            }
            return Cell(table: table, row: row, field: field)
        }
    }

    /// What the order says of steps, and what they do to services.
    private static func ownCells(_ facts: Facts) -> Set<Cell> {
        let own: [Symbol: [String]] = [
            "Step": [
                "id", "verb", "text", "takes", "window", "wishes", "targets", "procedure", "mitigations", "connects", "verify", "hold",
                "undo", "impacts",
            ],
            "Window": ["from", "to"], "Connection": ["cable_type"], "Undo": ["kind"], "Observation": ["observe", "expect", "witness"],
            "Hold": ["observe", "expect", "how", "witness"], "Impact": ["service", "at_best", "at_worst", "since", "step"],
        ]
        var cells: Set<Cell> = []
        for (number, table) in FactTables.all.enumerated() {
            for (place, field) in table.fields.enumerated() where own[table.word]?.contains(field.name) == true {
                for row in 0..<table.count(facts) { cells.insert(Cell(table: number, row: UInt32(row), field: place)) }
            }
        }
        return cells
    }

    func standing(of cell: Cell, for fingerprint: String) -> Standing {
        if cells[fingerprint]?.contains(cell) == true { return .read }
        // By these objects are known, and findings with them.
        let names = [
            "key", "id", "name", "label", "place", "kind", "what", "reason", "over", "after", "port", "words", "site", "panel", "step",
        ]
        return around.contains(cell) || names.contains(cell.declaration.name) ? .around : .unread
    }
}

/// One change of one field.
private struct Change {
    let facts: Facts
    let cell: Cell
    /// False for what rules read through and never look at itself, and for what they cannot decide by.
    let isSeen: Bool

    var what: String { "\(FactTables.all[cell.table].word)[\(cell.row)].\(cell.declaration.name)" }

    static func all(of facts: Facts) -> [Change] {
        let store = FactStore(facts)
        return FactTables.all.enumerated().flatMap { number, table in
            (0..<UInt32(table.count(facts))).flatMap { row in
                table.fields.indices.compactMap { field -> Change? in
                    let cell = Cell(table: number, row: row, field: field)
                    var changed = facts
                    guard let part = other(table.fields[field].type, table.fields[field].read(row, store), &changed) else { return nil }
                    table.fields[field].write(&changed, row, part)
                    return Change(facts: changed, cell: cell, isSeen: isSeen(table.fields[field]))
                }
            }
        }
    }

    private static func isSeen(_ field: FactField) -> Bool {
        if case .record(let word) = field.type { return FactTables.table(of: word)?.known == nil }
        return !field.isVolatile
    }

    /// Another value for a field; nil where there is none at hand.
    private static func other(_ type: ValueType, _ value: Value, _ facts: inout Facts) -> WrittenPart? {
        switch type {
        case .string: return .text(Symbol((value.symbolValue?.text ?? "") + "!"))
        case .int: return .number((value.intValue ?? 0) + 1)
        case .bool: return .truth(value.boolValue == false)
        case .timestamp: return .moment(Timestamp(seconds: 2_000_000_000))
        case .duration: return .period(.days(9))
        case .record(let word):
            if !value.isNull, value.recordValue?.row != FactStore.noRow { return .nothing }
            return FactTables.table(of: word).flatMap { $0.count(facts) > 0 ? .row(0) : nil }
        case .optional(let inner): return value.isEmptyOptional ? other(inner, .null, &facts) : .nothing
        case .list(let element):
            if Activation(FactTables.environment, facts: FactStore(facts)).count(of: value) > 0 { return .list(start: 0, count: 0) }
            guard case .record(let word) = element, let table = FactTables.table(of: word), table.count(facts) > 0 else { return nil }
            facts.pool.append(0)
            return .list(start: facts.pool.count - 1, count: 1)
        default: return nil
        }
    }
}
