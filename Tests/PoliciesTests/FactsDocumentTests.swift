import Diagnostics
import Foundation
import Inventories
import Rehearsals
import Seals
import Testing
import Times

@testable import Policies

/// The facts as a document, and its schema.
struct FactsDocumentTests {
    private static let facts = Shipped.facts(
        """
        {client: vostok, now: "2026-11-25T09:00:00Z", order: {id: CO-1, takes: PT2H, steps: [
          {id: S1, verb: disconnect, device: PP-1, starts: "2026-12-05T19:00:00Z",
           disturbs: [{key: "PP-1:12|?", label: "PP-1:12", hit: possible, port: "PP-1:12", far_end: {conflicting: true, alternatives: [a, b]}}],
           impacts: [{service: {id: acc, name: Accounting, cost_per_hour: 5}, step: S1, since: S1, at_worst: outage, certainty: possible}]}],
          wishes: [{id: W1, text: print, steps: [S1]}]},
         devices: [{name: PP-1, passive: true, draw: 5, owner: {known: false, value: vostok-it, evidence: [{source: document}]}}],
         gaps: [{kind: no-owner, what: sw-1}]}
        """)

    @Test func `objects stand in their list and are referred to by key`() {
        let json = Self.facts.json
        #expect(json["schema"] == "primum.facts/1")
        #expect(json["now"] == "2026-11-25T09:00:00Z")
        #expect(json["order"]?["steps"] == ["S1"])
        #expect(json["order"]?["takes"] == "PT2H")
        #expect(json["steps"]?[0]?["device"] == "PP-1")
        #expect(json["steps"]?[0]?["disturbs"] == ["PP-1:12|?"])
        #expect(json["steps"]?[0]?["impacts"]?[0]?["service"] == "acc")
        #expect(json["links"]?[0]?["far_end"]?["alternatives"] == ["a", "b"])
        #expect(json["devices"]?[0]?["draw"]?["value"] == 5)
        #expect(json["devices"]?[0]?["owner"]?["known"] == false)
        #expect(json["devices"]?[0]?["owner"]?["value"] == "vostok-it")
        #expect(json["devices"]?[0]?["owner"]?["evidence"]?[0]?["source"] == "document")
        #expect(json["devices"]?[0]?["up"]?["known"] == false)
        #expect(json["devices"]?[0]?["rack"] == nil)
        #expect(json["gaps"]?[0]?["what"] == "sw-1")
    }

    @Test func `a row that says something else under a key that is taken is written in full`() {
        var facts = Self.facts
        var plain = LinkFact()
        plain.key = "PP-1:12|?"
        facts.links.insert(plain, at: 0)
        facts.pool = facts.pool.enumerated().map { place, element in
            facts.steps[0].disturbs.start == UInt32(place) ? element + 1 : element
        }
        let json = facts.json
        #expect(json["links"]?.elements?.count == 1)
        #expect(json["links"]?[0]?["hit"] == "")
        #expect(json["steps"]?[0]?["disturbs"]?[0]?["hit"] == "possible")
    }

    @Test func `the document is what the schema says`() throws {
        let faults = SchemaCheck(Facts.jsonSchema).faults(Self.facts.json)
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
        // The check itself finds what is wrong.
        guard case .object(let members) = Self.facts.json else { return }
        #expect(SchemaCheck(Facts.jsonSchema).faults(.object(members + [JSON.Member("extra", 1)])) == ["#: `extra` is not known"])
        #expect(SchemaCheck(Facts.jsonSchema).faults(.object(members.filter { $0.key != "steps" })) == ["#: `steps` is missing"])
        let said = Facts.jsonSchema["$defs"]?["Impact"]?["properties"]?["certainty"]
        #expect(said?["enum"] == ["", "certain", "possible", "excluded", "unexplained"])
    }

    @Test func `every field of the document is in the schema with its documentation`() throws {
        let definitions = try #require(Facts.jsonSchema["$defs"]?.members)
        #expect(definitions.count > 30)
        for definition in definitions {
            for field in definition.value["properties"]?.members ?? [] {
                #expect(field.value["description"]?.text?.isEmpty == false, "\(definition.key).\(field.key)")
            }
        }
    }

    @Test func `every part of every row is a field`() {
        let rows: [any FactRow.Type] = [
            OrderFact.self, StepFact.self, TargetFact.self, TouchFact.self, ConnectionFact.self, ObstacleFact.self, UndoFact.self,
            ObservationFact.self, HoldFact.self, WishFact.self, WindowFact.self, DemandFact.self, AlternativeFact.self, LinkFact.self,
            PortFact.self, CableFact.self, DeviceFact.self, RackFact.self, RoomFact.self, SupplyFact.self, FeedFact.self, ServiceFact.self,
            ImpactFact.self, PersonFact.self, PartyFact.self, ContractFact.self, StatementFact.self, CalendarFact.self, EvidenceFact.self,
            GapFact.self, KnownFact<Ref<PortFact>>.self, KnownFact<Ref<PartyFact>>.self, KnownFact<Bool>.self, KnownFact<Symbol>.self,
            KnownFact<Int64>.self, KnownFact<Refs<CableFact>>.self,
        ]
        #expect(Set(rows.map { $0.word }) == Set(FactTables.all.map(\.word)))
        for row in rows {
            let parts = Mirror(reflecting: row.init()).children.compactMap(\.label).map(Self.written)
            let fields = Set(FactTables.table(of: row.word)?.fields.map(\.name) ?? [])
            // Numbers and lists of cables cannot stand in a list, so that their alternatives have no place.
            let missing = Set(parts).subtracting(fields).subtracting(
                ["Known<int>", "Known<[Cable]>"].contains(row.word) ? ["alternatives"] : [])
            #expect(missing.isEmpty, "\(row.word) has no field for \(missing.sorted())")
        }
    }

    /// `farEnd` as `far_end`, and `whyRussian` as `why_ru`.
    private static func written(_ name: String) -> String {
        name.replacing("Russian", with: "Ru").flatMap { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.map { String($0) }.joined()
    }

    @Test func `the reference has every kind and field, and says what rules decide by`() {
        #expect(Facts.kinds.contains { $0.name == "Known<Port>" })
        #expect(Facts.kinds.allSatisfy { kind in kind.fields.allSatisfy { !$0.about.en.isEmpty && !$0.about.ru.isEmpty } })
        let read = PolicySet.shipped().fields(readBy: "work-too-long").map { "\($0.name): \($0.type)" }
        #expect(read == ["Step.window: Window", "Step.ends: optional(timestamp)", "Window.to: timestamp"])
    }

    @Test func `examples are read with the place of what is wrong in them`() {
        let text = "{order: {id: CO-1, steps: [{id: S1, vreb: disconnect, disturbs: {key: a}}]}, devces: []}"
        let expected = """
            error[unknown-field]: Step has no field `vreb`
             --> facts.yaml:1:37
              |
            1 | {order: {id: CO-1, steps: [{id: S1, vreb: disconnect, disturbs: {key: a}}]}, devces: []}
              |                                     ^^^^
              |
              = help: did you mean `verb`?

            error[wrong-value]: `disturbs` must be a list
             --> facts.yaml:1:65
              |
            1 | {order: {id: CO-1, steps: [{id: S1, vreb: disconnect, disturbs: {key: a}}]}, devces: []}
              |                                                                 ^ this is a mapping of keys to values
              |
              = help: for example: `disturbs: [a, b]`

            error[unknown-field]: facts has no field `devces`
             --> facts.yaml:1:78
              |
            1 | {order: {id: CO-1, steps: [{id: S1, vreb: disconnect, disturbs: {key: a}}]}, devces: []}
              |                                                                              ^^^^^^
              |
              = help: did you mean `devices`?

            3 errors

            """
        #expect(Shipped.faults(inFacts: text) == expected)
    }
}

/// As much of JSON Schema as the schema of facts uses.
private struct SchemaCheck {
    let root: JSON

    init(_ root: JSON) {
        self.root = root
    }

    func faults(_ value: JSON) -> [String] { faults(value, root, "#") }

    private func faults(_ value: JSON, _ schema: JSON, _ place: String) -> [String] {
        if let pointer = schema["$ref"]?.text {
            guard let target = root["$defs"]?[String(pointer.dropFirst("#/$defs/".count))] else { return ["\(place): no \(pointer)"] }
            return faults(value, target, place)
        }
        if let choices = schema["anyOf"]?.elements {
            let all = choices.map { faults(value, $0, place) }
            return all.contains { $0.isEmpty } ? [] : all.last ?? []
        }
        if let constant = schema["const"] { return constant == value ? [] : ["\(place): not \(constant.compact)"] }
        if let words = schema["enum"]?.elements { return words.contains(value) ? [] : ["\(place): \(value.compact) is never said"] }
        switch (schema["type"]?.text, value) {
        case ("string", .string), ("integer", .integer), ("boolean", .bool): return []
        case ("array", .array(let elements)):
            return elements.enumerated().flatMap { faults($1, schema["items"] ?? .null, "\(place)/\($0)") }
        case ("object", .object(let members)):
            let missing = (schema["required"]?.elements ?? []).compactMap(\.text).filter { value[$0] == nil }
            return missing.map { "\(place): `\($0)` is missing" }
                + members.flatMap { member -> [String] in
                    guard let part = schema["properties"]?[member.key] else { return ["\(place): `\(member.key)` is not known"] }
                    return faults(member.value, part, "\(place)/\(member.key)")
                }
        default: return ["\(place): \(value.compact) is not \(schema["type"]?.text ?? "anything")"]
        }
    }
}
