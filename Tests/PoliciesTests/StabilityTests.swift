import CEL
import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

@testable import Policies

/// What changes a finding, and what does not.
struct StabilityTests {
    private func fingerprints(_ facts: Facts, of rule: Symbol) -> [String] {
        PolicySet.shipped().keeping(rule).judge(facts, in: Shipped.surroundings).findings.flatMap {
            [$0.fingerprint] + $0.members.map(\.fingerprint)
        }
    }

    @Test func `a fingerprint is of client, order, rule, step and names alone`() throws {
        let facts = Shipped.facts(
            "{client: vostok, order: {id: CO-1, steps: [{id: S3, device: PP-1, disturbs: [{key: \"PP-1:12|?\", label: \"PP-1:12\"}]}]}}")
        let expected = [
            // The digests of ["f1","vostok","CO-1","unknown-link",[["Device","PP-1"]]] and of
            // ["f1","vostok","CO-1","unknown-link","S3",[["Link","PP-1:12|?"]]], by sha256sum.
            "f1:c832904cf6bf4110c0c10c16f2beba05", "f1:1da0b64502b13e42d3e5921778ab5de9",
        ]
        #expect(fingerprints(facts, of: "unknown-link") == expected)

        var moved = facts
        // Other rows before these, another place in the order, other files: what is bound has the same names.
        moved.steps[0].index = 7
        moved.links[0].label = "panel 1, port 12"
        moved.links[0].hit = "certain"
        moved.stepPlaces = [Facts.StepPlace(step: Span(file: FileID(index: 3), start: 5, end: 6), target: nil)]
        var earlier = StepFact()
        earlier.id = "S1"
        moved.steps.append(earlier)
        moved.order.steps = moved.list([Ref<StepFact>(1), Ref<StepFact>(0)])
        #expect(fingerprints(moved, of: "unknown-link") == expected)

        var renamed = facts
        renamed.links[0].key = "PP-1:13|?"
        #expect(fingerprints(renamed, of: "unknown-link") != expected)
        renamed = facts
        renamed.order.id = "CO-2"
        #expect(fingerprints(renamed, of: "unknown-link") != expected)
    }

    @Test func `the order of rules changes nothing`() throws {
        let facts = Shipped.facts(
            """
            {client: c, order: {id: CO-1, steps: [{id: S1, verb: reset, disrupts: true, irreversible: true, at_risk: [{name: core, draw: 1}],
            touches: [{key: a, label: a}]}, {id: S2, verb: other, open: true, text: tidy}], windows: [{id: N1}]}}
            """)
        func told(_ set: PolicySet) -> [String] {
            set.judge(facts, in: Shipped.surroundings).findings.map {
                "\($0.rule) \($0.fingerprint) \($0.message) \($0.question?.readBack ?? "")"
            }
        }
        let set = PolicySet.shipped()
        var random = Random(seed: 20_261_124)
        #expect(told(set).count >= 8)
        for _ in 0..<5 {
            var shuffled = set
            shuffled.compiled.shuffle(using: &random)
            #expect(told(shuffled) == told(set), "seed 20261124")
        }
    }

    /// Facts that differ only in what a rule did not read give the same finding.
    @Test func `facts that agree on what was read give the same finding`() throws {
        let seed: UInt64 = 14_071
        var random = Random(seed: seed)
        var (changed, compared) = (0, 0)
        let set = PolicySet.shipped()
        for rule in set.compiled {
            let alone = set.keeping(rule.rule.id)
            for example in rule.rule.examples where example.fires {
                var log = DiagnosticLog()
                let facts = Facts(example: example.node, log: &log)
                let before = Essence.of(alone, facts)
                let read = Reading.of(rule, facts)
                for _ in 0..<20 {
                    guard let mutant = Mutation.random(facts, sparing: read, &random) else { continue }
                    changed += 1
                    let after = Essence.of(alone, mutant.facts)
                    #expect(after == before, "seed \(seed): \(rule.rule.id) did not read \(mutant.what), and it changed the finding")
                    compared += after.count
                }
            }
        }
        #expect(changed > 300 && compared > 300, "\(changed) changes, \(compared) findings compared")
    }

    @Test func `what was read is told by path and value`() throws {
        let facts = Shipped.facts(
            "{client: vostok, order: {id: CO-1, steps: [{id: S3, device: PP-1, disturbs: [{key: \"PP-1:12|?\", label: \"PP-1:12\"}]}]}}")
        let findings = PolicySet.shipped().keeping("unknown-link").judge(facts, in: Shipped.surroundings).findings
        let reads = try #require(findings.first?.members.first).reads.map { "\($0.path) = \($0.value)" }
        #expect(reads.contains("Link[PP-1:12|?].far_end.known = false"))
        #expect(reads.contains("Link[PP-1:12|?].far_end.value = []"))
        #expect(reads.contains("Link[PP-1:12|?].label = \"PP-1:12\""))
        #expect(reads.contains("Link[PP-1:12|?].candidate_owners = []"))
        #expect(reads.contains("Step[S3].id = \"S3\""))
        #expect(!reads.contains { $0.contains("index") })
    }
}

/// What must not change: who is found, what is said, and who is asked.
private struct Essence: Equatable {
    let fingerprint: String
    let message: Phrase
    let recall: Phrase?
    let people: [Symbol]
    let parties: [Symbol]

    static func of(_ set: PolicySet, _ facts: Facts) -> [Essence] {
        let judgement = set.judge(facts, in: Shipped.surroundings, tracesReads: false)
        return judgement.findings.map { finding in
            Essence(
                fingerprint: finding.fingerprint, message: finding.message, recall: finding.question?.recall,
                people: finding.question?.whom.map { judgement.facts.people[Int($0.index)].id } ?? [],
                parties: finding.question?.parties.map { judgement.facts.parties[Int($0.index)].id } ?? [])
        }
    }
}

/// Which fields of which rows a rule read of facts.
private struct Reading {
    private var cells: Set<String> = []

    static func cell(_ table: Int, _ row: UInt32, _ field: Int) -> String { "\(table).\(row).\(field)" }

    func holds(_ table: Int, _ row: UInt32, _ field: Int) -> Bool { cells.contains(Self.cell(table, row, field)) }

    static func of(_ rule: CompiledRule, _ facts: Facts) -> Reading {
        var reading = Reading()
        let store = FactStore(facts)
        let activation = Activation(rule.binding.environment, facts: store)
        var log = DiagnosticLog()
        let texts = rule.texts(log: &log)
        var programs = [rule.condition]
        if let group = rule.group { programs.append(group) }
        for text in [texts.message, texts.question?.recall] { programs += text.map { $0.en.programs + $0.ru.programs } ?? [] }
        if let whom = texts.question?.whom { programs.append(whom) }
        reading.bind(rule, activation, programs, place: 0)
        return reading
    }

    private mutating func bind(_ rule: CompiledRule, _ activation: Activation, _ programs: [Program], place: Int) {
        guard place < rule.binding.parts.count else {
            for program in programs { note(program.trace(activation).reads) }
            return
        }
        let part = rule.binding.parts[place]
        note(part.list.trace(activation).reads)
        guard case .success(let list) = part.list.evaluate(activation) else { return }
        for element in (0..<activation.count(of: list)).map({ activation.element(of: list, at: $0) }) {
            activation.bind(part.name, element)
            bind(rule, activation, programs, place: place + 1)
        }
    }

    private mutating func note(_ reads: [Read]) {
        for read in reads {
            guard let (word, row) = read.record?.recordValue, let field = read.field, let table = FactTables.number(of: word) else {
                continue
            }
            cells.insert(Self.cell(table, row, field))
        }
    }
}

/// One change of one field.
private struct Mutation {
    let facts: Facts
    let what: String

    /// A change of a field that was not read, nil where the dice fall on nothing that can be changed.
    static func random(_ facts: Facts, sparing read: Reading, _ random: inout Random) -> Mutation? {
        let tables = FactTables.all.indices.filter { FactTables.all[$0].count(facts) > 0 }
        guard let number = tables.randomElement(using: &random) else { return nil }
        let table = FactTables.all[number]
        let row = UInt32.random(in: 0..<UInt32(table.count(facts)), using: &random)
        guard let field = table.fields.indices.randomElement(using: &random), !read.holds(number, row, field),
            // Names are what findings are known by.
            !["key", "id", "name", "label", "place", "kind", "what", "reason", "over"].contains(table.fields[field].name),
            let part = other(table.fields[field], row, facts)
        else { return nil }
        var changed = facts
        table.fields[field].write(&changed, row, part)
        return Mutation(facts: changed, what: "\(table.word)[\(row)].\(table.fields[field].name)")
    }

    private static func other(_ field: FactField, _ row: UInt32, _ facts: Facts) -> WrittenPart? {
        let value = field.read(row, FactStore(facts))
        switch field.type {
        case .string: return .text(Symbol((value.symbolValue?.text ?? "") + "!"))
        case .int: return .number((value.intValue ?? 0) + 1)
        case .bool: return .truth(value.boolValue == false)
        case .timestamp, .optional(.timestamp): return .moment(Timestamp(seconds: 2_000_000_000))
        case .duration, .optional(.duration): return .period(.days(9))
        case .optional(.int): return .number(9)
        case .optional(.string): return .text("!")
        case .optional(.bool): return .truth(true)
        default: return nil
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
