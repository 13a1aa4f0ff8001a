import Diagnostics
import Inventories
import Policies
import Rehearsals
import Testing
import Times

/// What a finding says, of whom it asks, and what settles it.
struct FindingTests {
    private func judgement(_ facts: String, keeping rule: Symbol? = nil) -> Judgement {
        let set = PolicySet.shipped()
        return (rule.map { set.keeping($0) } ?? set).judge(Shipped.facts(facts), in: Shipped.surroundings)
    }

    private static func links(_ ports: [(port: String, hit: String)]) -> String {
        ports.map { "{key: \"\($0.port)|?\", label: \"\($0.port)\", port: \"\($0.port)\", hit: \($0.hit)}" }.joined(separator: ", ")
    }

    private static func unplugging(_ ports: [(port: String, hit: String)], id: String = "S1") -> String {
        "{id: \(id), verb: disconnect, device: PP-1, disturbs: [\(links(ports))]}"
    }

    @Test func `a group is one finding, its members the worst first and then as people count`() throws {
        let steps = Self.unplugging([("PP-1:10", "possible"), ("PP-1:2", "possible"), ("PP-1:3", "certain")])
        let findings = judgement("{client: c, order: {id: CO-1, steps: [\(steps)]}}", keeping: "unknown-link").findings
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.members.map(\.subject.label) == ["PP-1:3", "PP-1:2", "PP-1:10"])
        #expect(finding.message.en == "S1 unplugs PP-1:3, and nobody knows where it goes")
        #expect(finding.message.ru == "S1 отключает PP-1:3, и никто не знает, куда ведёт эта связь")
        #expect(finding.subject == Finding.Subject(type: "Device", key: "PP-1", label: "PP-1"))
    }

    @Test func `a group is one finding across steps`() {
        let steps = Self.unplugging([("PP-1:10", "possible")]) + ", " + Self.unplugging([("PP-1:2", "certain")], id: "S2")
        let findings = judgement("{client: c, order: {id: CO-1, steps: [\(steps)]}}", keeping: "unknown-link").findings
        #expect(findings.map(\.message.en) == ["S2 unplugs PP-1:2, and nobody knows where it goes"])
    }

    @Test func `what nobody owns is asked of the client's people, and of a group its worst member is read back`() throws {
        let steps = Self.unplugging([("PP-1:10", "possible"), ("PP-1:2", "possible")])
        let judgement = judgement("{client: c, order: {id: CO-1, steps: [\(steps)]}}", keeping: "unknown-link")
        let question = try #require(judgement.findings.first?.question)
        #expect(question.whom.map { judgement.facts.people[Int($0.index)].id } == ["petrova"])
        #expect(question.readBack == "PP-1:2")
        #expect(question.recall.en == "What is connected to PP-1:2? Whose is it?")
    }

    @Test func `a single thing is read back by its port, by the candidates`() throws {
        let link = "{key: k, label: \"PP-1:12\", port: \"PP-1:12\", candidate_owners: [supply, {id: it, name: IT}]}"
        let judgement = judgement(
            "{client: c, order: {id: CO-1, steps: [{id: S1, verb: disconnect, disturbs: [\(link)]}]}}", keeping: "unknown-link")
        let question = try #require(judgement.findings.first?.question)
        #expect(question.whom.isEmpty)
        #expect(question.parties.map { judgement.facts.parties[Int($0.index)].id } == ["supply", "it"])
        #expect(question.readBack == "PP-1:12")
    }

    @Test func `each member is asked of those whom it concerns, in its own words`() throws {
        func impact(_ service: String, _ party: String) -> String {
            "{service: {id: \(service), name: \(service), department: \(party)}, step: S1, at_worst: outage, certainty: possible, since: S1}"
        }
        let facts = "{order: {id: CO-1, steps: [{id: S1, verb: restart, impacts: [\(impact("desk", "it")), \(impact("gate", "guards"))]}]}}"
        let judgement = judgement(facts, keeping: "outage-possible")
        let members = try #require(judgement.findings.first?.members)
        let asked = members.map { member in
            [member.question?.readBack.text, member.question?.recall.en]
                + (member.question?.parties ?? []).map { judgement.facts.parties[Int($0.index)].id.text }
        }
        #expect(
            asked == [
                ["desk", "Over which cords does desk run?", "it"], ["gate", "Over which cords does gate run?", "guards"],
            ])
    }

    @Test func `everybody who may decide over what is touched is asked, each once`() throws {
        let touches = "[{key: a, label: a, deciders: [petrova, ivanov]}, {key: b, label: b, deciders: [ivanov]}, {key: c, label: c}]"
        let facts = "{order: {id: CO-1, steps: [{id: S1, verb: restart, disrupts: true, touches: \(touches)}]}}"
        let judgement = judgement(facts, keeping: "no-undo")
        let question = try #require(judgement.findings.first?.question)
        #expect(question.whom.map { judgement.facts.people[Int($0.index)].id } == ["petrova", "ivanov"])
    }

    @Test func `a reading is proposed, and the hold that takes it settles the finding`() throws {
        let step = "{id: S2, verb: connect, takes_ports: [{key: \"PP-1:front/20\", label: \"PP-1:20\"}]}"
        let open = try #require(
            judgement("{client: c, order: {id: CO-1, steps: [{id: H1, verb: inspect}, \(step)]}}", keeping: "unclear-port").findings.first)
        #expect(open.settledBy == nil)
        #expect(
            open.proposal?.en
                == #"- {id: H2, do: hold, observe: "PP-1:front/20", expect: "no cord in the port", how: "look at the port", by: lead, else: abort}"#
        )
        let hold = "{id: H1, verb: hold, hold: {step: H1, observe: \"PP-1:20\", object: \"PP-1:front/20\"}}"
        let other = "{id: H2, verb: hold, hold: {step: H2, observe: \"sw-1\"}}"
        let held = try #require(
            judgement("{client: c, order: {id: CO-1, steps: [\(hold), \(other), \(step)]}}", keeping: "unclear-port").findings.first)
        #expect(held.settledBy == .hold(step: "H1"))
        #expect(held.proposal == nil)
        let late = try #require(
            judgement("{client: c, order: {id: CO-1, steps: [\(step), \(hold)]}}", keeping: "unclear-port").findings.first)
        #expect(late.settledBy == nil)
    }

    @Test func `help is said where its condition holds`() throws {
        let step = Self.unplugging([("PP-1:12", "possible")])
        let without = judgement("{client: c, order: {id: CO-1, steps: [\(step)]}}", keeping: "unknown-link").findings
        #expect(without.first?.help.map(\.en) == ["trace PP-1:12 to its other end before the visit"])
        let with = judgement(
            "{client: c, order: {id: CO-1, steps: [\(step)], alternatives: [{port: \"PP-1:20\"}]}}", keeping: "unknown-link"
        ).findings
        #expect(with.first?.help.map(\.en).first == "use PP-1:20 instead, which is free")
    }

    @Test func `numbers take their forms, and long lists are cut`() throws {
        let facts = """
            {client: c, order: {id: CO-1, demand: [{key: d, resource: ports, place: PP-1, needed: 3, free: 1, short: 2}],
            alternatives: [{port: a}, {port: b}, {port: c}]}}
            """
        let finding = try #require(judgement(facts, keeping: "ports-short").findings.first)
        #expect(finding.message.en == "3 ports are needed at PP-1, 1 free")
        #expect(finding.message.ru == "PP-1: нужно 3 порта, свободно 1")
        #expect(finding.help.first == Phrase(en: "free and displacing nobody: a, b and c", ru: "свободны и никого не вытесняют: a, b и c"))
        let owners = (1...12).map { "{id: p\($0)}" }.joined(separator: ", ")
        let shared = "{order: {id: CO-1, steps: [{id: S1, disrupts: true, racks: [{name: R1, shared: true, owners: [\(owners)]}]}]}}"
        let message = try #require(judgement(shared, keeping: "shared-rack").findings.first).message
        #expect(message.en == "S1 works in rack R1, which p1, p2, p3, p4, p5, p6, p7 and 5 more share")
    }

    @Test func `moments are told in the client's time zone`() throws {
        let facts = """
            {order: {id: CO-1, steps: [{id: S1, verb: connect, knowledge_ends: "2026-12-01T22:30:00Z", ends: "2026-12-05T00:00:00Z"}]}}
            """
        let message = try #require(judgement(facts, keeping: "knowledge-expires").findings.first).message
        #expect(message.en == "what is known about what S1 touches expires on 2026-12-02 01:30, before the work ends")
    }

    @Test func `the gravest come first, then the order of the work`() {
        let facts = """
            {client: c, order: {id: CO-1, steps: [{id: S2, verb: other, open: true, text: tidy, wishes: [W1]},
            {id: S1, verb: other, open: true, text: tidy}], windows: [{id: N1}]}}
            """
        let told = judgement(facts).findings.map { "\($0.level.word)[\($0.rule)] \($0.subject.label)" }
        #expect(
            told == [
                "stop[open-target] S2", "stop[open-target] S1", "ask[nobody-reachable] N1", "note[unwished-step] CO-1",
            ])
    }

    @Test func `what the engine could not do makes a finding of its own`() {
        var surroundings = Shipped.surroundings
        surroundings.hasServices = false
        surroundings.unreadableFiles = [Diagnostic("x", .error, Phrase(verbatim: "cannot read a.yaml"))]
        surroundings.brokenReferences = [
            Diagnostic("y", .error, Phrase(verbatim: "no port a:1")), Diagnostic("y", .error, Phrase(verbatim: "no port a:2")),
        ]
        let findings = PolicySet.shipped().judge(Shipped.facts("{order: {id: CO-1}}"), in: surroundings).findings
        #expect(findings.map(\.rule) == ["broken-reference", "no-services", "unreadable-file"])
        #expect(findings.allSatisfy { $0.level == .inconclusive })
        #expect(findings.first?.members.map(\.message.en) == ["no port a:1", "no port a:2"])
    }
}

/// Rules that fail while they are asked.
struct FailingRuleTests {
    private func findings(_ when: String, _ message: String) -> [Finding] {
        let text = """
            rule: {id: x, title: the title, why: x, for: each step in order.steps, when: "\(when)", level: note, message: "\(message)", \
            examples: []}

            """
        let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])])
        #expect(told == "")
        let facts = Shipped.facts("{client: c, order: {id: CO-1, steps: [{id: S1}, {id: S2, device: sw-1}]}}")
        return set.judge(facts, in: Shipped.surroundings).findings
    }

    @Test func `a condition without a value is inconclusive, and what it finds elsewhere stands`() {
        let findings = findings("step.device.name == 'sw-1'", "{step.id}")
        #expect(
            findings.map { "\($0.level.word)[\($0.rule)]: \($0.message.en)" } == [
                "inconclusive[rule-failed]: `x` could not be applied to S1: the record is absent", "note[x]: S2",
            ])
    }

    @Test func `a text without a value leaves the title, and is inconclusive`() {
        let findings = findings("step.id == 'S1'", "{step.device.name}")
        #expect(
            findings.map { "\($0.level.word)[\($0.rule)]: \($0.message.en)" } == [
                "inconclusive[rule-failed]: `x` could not be applied to S1: the record is absent", "note[x]: the title",
            ])
    }
}
