import CEL
import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

@testable import Policies

/// Of what a rule can be asked, and how its findings are grouped.
struct BindingTests {
    /// A rule that holds for whatever it is asked of.
    static func set(_ binding: String, when condition: String = "true", message: String = "found", group: String? = nil) -> (
        PolicySet, String
    ) {
        let grouped = group.map { ", group: \"\($0)\"" } ?? ""
        let text = """
            rule: {id: x, title: t, why: w, for: "\(binding)", when: "\(condition)"\(grouped), level: note, message: "\(message)", examples: []}

            """
        return Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])])
    }

    private func found(
        _ binding: String, in facts: Facts, when condition: String = "true", _ message: String = "found", by group: String? = nil
    )
        -> [[String]]
    {
        let (set, told) = Self.set(binding, when: condition, message: message, group: group)
        #expect(told == "")
        return set.judge(facts, in: Shipped.surroundings).findings.map { $0.members.map(\.message.en) }
    }

    /// Every list of rows in the facts: a list of its own, one of the order, or one that another row holds.
    private static let lists: [(binding: String, word: Symbol)] = {
        var lists: [(String, Symbol)] = FactTables.all.compactMap { table in
            table.isRoot ? table.document.map { ("each item in \($0)", table.word) } : nil
        }
        var reached = Set(lists.map(\.1)).union([OrderFact.word])
        var holders: [(name: String, before: String, word: Symbol)] =
            [("order", "", OrderFact.word)] + lists.map { ("a", $0.0.replacing("item", with: "a") + ", ", $0.1) }
        while let holder = holders.popLast() {
            guard let table = FactTables.table(of: holder.word) else { continue }
            for field in table.fields {
                guard let (path, word) = list(field) else { continue }
                lists.append(("\(holder.before)each item in \(holder.name).\(path)", word))
                guard reached.insert(word).inserted else { continue }
                let name = "b\(reached.count)"
                holders.append((name, "\(holder.before)each \(name) in \(holder.name).\(path), ", word))
            }
        }
        return lists
    }()

    /// A field that is a list of rows, or that knows one.
    private static func list(_ field: FactField) -> (path: String, word: Symbol)? {
        switch field.type {
        case .list(.record(let word)): return (field.name, word)
        case .record(let known):
            guard case .list(.record(let word))? = FactTables.table(of: known)?.known else { return nil }
            return ("\(field.name).value", word)
        default: return nil
        }
    }

    @Test func `a rule is asked of everything that has an identity, wherever it stands`() throws {
        let facts = FullFacts.facts
        var bound: Set<Symbol> = []
        for (binding, word) in Self.lists {
            let table = try #require(FactTables.table(of: word))
            let (set, told) = Self.set(binding)
            guard table.identity != nil else {
                #expect(told.contains("error[rule-binding]: nothing tells one \(word) from another"), "\(binding)\n\(told)")
                continue
            }
            #expect(told == "", "\(binding)")
            let findings = set.judge(facts, in: Shipped.surroundings).findings
            #expect(
                findings.count >= 2 && findings.allSatisfy { $0.rule == "x" && $0.subject.type == word },
                "\(binding): \(findings.map(\.rule))")
            #expect(Set(findings.map(\.fingerprint)).count == findings.count, "\(binding)")
            bound.insert(word)
        }
        let known = FactTables.all.filter { $0.identity != nil && $0.word != OrderFact.word }.map(\.word)
        // The way back, the hold and what is connected stand with their step alone.
        #expect(Set(known).subtracting(bound).subtracting(["Hold", "Undo"]) == [], "no list leads to these")
    }

    @Test func `a rule about what has an identity can group by it`() {
        let facts = Shipped.facts(
            """
            {order: {id: CO-1, steps: [
              {id: S1, verb: move, disrupts: true, takes: PT2M, device: sw-1, disturbs: [{key: a, label: a, hit: certain}, {key: b, label: b}]},
              {id: S2, verb: move, device: sw-1, disturbs: [{key: c, label: c}]}, {id: S3, verb: reset, disturbs: [{key: d, label: d}]}]}}
            """)
        let binding = "each link in step.disturbs"
        #expect(found(binding, in: facts, "{link}") == [["a"], ["b"], ["c"], ["d"]])
        #expect(found(binding, in: facts, "{link}", by: "step.device") == [["a", "b", "c"], ["d"]])
        #expect(found(binding, in: facts, "{link}", by: "step") == [["a", "b"], ["c"], ["d"]])
        #expect(found(binding, in: facts, "{link}", by: "order") == [["a", "b", "c", "d"]])
        #expect(found(binding, in: facts, "{link}", by: "step.verb") == [["a", "b", "c"], ["d"]])
        #expect(found(binding, in: facts, "{link}", by: "step.disrupts") == [["a", "b"], ["c", "d"]])
        #expect(found(binding, in: facts, "{link}", by: "step.disturbs.size()") == [["a", "b"], ["c", "d"]])
    }

    @Test func `step is short for each step, in every place of a binding`() {
        let facts = Shipped.facts(
            "{order: {id: CO-1, steps: [{id: S1, disturbs: [{key: a, label: a}]}, {id: S2, disturbs: [{key: b, label: b}]}]}, services: [{id: till}, {id: desk}]}"
        )
        #expect(found("each link in step.disturbs", in: facts, "{step.id} {link}") == [["S1 a"], ["S2 b"]])
        #expect(found("each step in order.steps, each link in step.disturbs", in: facts, "{step.id} {link}") == [["S1 a"], ["S2 b"]])
        let both = found("each service in services, each link in step.disturbs", in: facts, "{service.id} {step.id} {link}")
        #expect(Set(both.flatMap { $0 }) == ["till S1 a", "till S2 b", "desk S1 a", "desk S2 b"])
        #expect(found("each link in step.disturbs, service in services", in: facts, "{link} {service.id}").count == 4)
        #expect(found("each one in order.steps, each link in one.disturbs", in: facts, "{one.id} {link}") == [["S1 a"], ["S2 b"]])
    }

    @Test func `a list that may be absent has then no elements`() {
        let facts = Shipped.facts(
            "{order: {id: CO-1, steps: [{id: S1, disturbs: [{key: a, carried_by: {known: true, value: [{key: C-1, name: C-1}]}}, {key: b}]}]}}"
        )
        #expect(found("each link in step.disturbs, each cable in link.carried_by.value", in: facts, "{cable}") == [["C-1"]])
        #expect(found("each link in step.device.links", in: facts) == [])
    }

    @Test(arguments: [
        ("each e in order.id", "this is string, and a rule asks the elements of a list of objects"),
        ("each x in step.mitigations", "this is list(string), and a rule asks the elements of a list of objects"),
        ("each e in order.steps.disturbs", "list(Step) has no fields, and so no `disturbs`"),
        ("each step in step.disturbs", "there is no `step` here"), ("each x in nothing", "there is no `nothing` here"),
        ("each x in links, each y in links.cables", "list(Link) has no fields"),
        ("each link in step.disturbs, each e in link.far_end.evidence", "nothing tells one Evidence from another"),
        ("each link in step.disturbs, each link in links", "the name `link` already means something else"),
        ("each steps in order.steps", "the name `steps` already means something else"),
        ("each x in links where x.hit", "`for` says of what the rule is asked"),
        ("each x in links,", "`for` says of what the rule is asked"),
        ("each in links", "`for` says of what the rule is asked"),
    ])
    func `a rule is not asked of what cannot be told apart`(binding: String, expected: String) {
        let told = Self.set(binding).1
        #expect(told.contains(expected), "\(told)")
    }

    @Test(arguments: [
        (0, "0 ports", "0 портов"), (1, "1 port", "1 порт"), (2, "2 ports", "2 порта"), (4, "4 ports", "4 порта"),
        (5, "5 ports", "5 портов"),
        (11, "11 ports", "11 портов"), (12, "12 ports", "12 портов"), (14, "14 ports", "14 портов"), (21, "21 ports", "21 порт"),
        (22, "22 ports", "22 порта"), (25, "25 ports", "25 портов"), (101, "101 ports", "101 порт"), (111, "111 ports", "111 портов"),
        (112, "112 ports", "112 портов"), (1_000_002, "1000002 ports", "1000002 порта"), (-1, "-1 ports", "-1 порт"),
        (-5, "-5 ports", "-5 портов"),
    ])
    func `numbers take the forms of both languages`(count: Int, english: String, russian: String) throws {
        let message =
            "{en: \"{demand.needed, plural, one {# port} other {# ports}}\", ru: \"{demand.needed, plural, one {# порт} few {# порта} many {# портов}}\"}"
        let text =
            "rule: {id: x, title: t, why: w, for: each demand in order.demand, when: 'true', level: note, message: \(message), examples: []}\n"
        let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])])
        #expect(told == "")
        let facts = Shipped.facts("{order: {id: CO-1, demand: [{key: d, needed: \(count)}]}}")
        #expect(set.judge(facts, in: Shipped.surroundings).findings.map(\.message) == [Phrase(en: english, ru: russian)])
    }
}

/// Facts in which every list holds two rows and every reference leads somewhere.
enum FullFacts {
    static let facts: Facts = {
        var facts = Facts()
        facts.client = "vostok"
        for table in FactTables.all where table.word != OrderFact.word { for _ in 0..<2 { _ = table.append(&facts) } }
        facts.pool = [0, 1]
        for table in FactTables.all {
            for row in 0..<UInt32(table.count(facts)) {
                for field in table.fields {
                    if let part = part(field, row) { field.write(&facts, row, part) }
                }
            }
        }
        return facts
    }()

    private static func part(_ field: FactField, _ row: UInt32) -> WrittenPart? {
        var type = field.type
        if case .optional(let inner) = type { type = inner }
        switch type {
        case .string: return .text(Symbol("\(field.name)-\(row)"))
        case .record: return .row(row)
        case .list(.record): return .list(start: 0, count: 2)
        default: return nil
        }
    }
}
