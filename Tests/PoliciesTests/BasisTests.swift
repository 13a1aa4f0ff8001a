import Diagnostics
import Inventories
import LocatedYAML
import Rehearsals
import Seals
import Testing
import Times

@testable import Policies

/// What an answer rests on.
struct BasisTests {
    private static let unplugging = """
        {client: vostok, order: {id: CO-1, windows: [{id: N1, from: 2026-12-05T19:00:00Z, to: 2026-12-05T23:00:00Z}],
         steps: [{id: S3, verb: disconnect, index: 4, window: N1, takes: PT2M, device: PP-1, wishes: [W1],
          targets: [{kind: port, label: "PP-1:12", recorded: true}],
          disturbs: [{key: "PP-1:12|?", label: "PP-1:12", port: {key: "PP-1:front/12", label: "PP-1:12"}, candidate_owners: [it, supply],
           far_end: {known: false, evidence: [{source: photo, by: ivanov, seen: 2026-11-01T00:00:00Z}, {source: document, by: orlov, seen: 2026-10-01T00:00:00Z}]}}],
          impacts: [{service: {id: till, name: Till}, step: S3, since: S3, at_best: no-impact, at_worst: outage, certainty: possible},
           {service: acc, step: S3, since: S1, at_worst: outage}]}],
         wishes: [{id: W1, text: print}]}}
        """

    private func judged(
        _ facts: String = unplugging, rule: Symbol = "unknown-link", _ change: (inout Facts) -> Void = { _ in }
    ) -> [Finding] {
        var facts = Shipped.facts(facts)
        change(&facts)
        return PolicySet.shipped().keeping(rule).judge(facts, in: Shipped.surroundings).findings
    }

    private func restsOn(_ change: (inout Facts) -> Void = { _ in }) throws -> String {
        try #require(judged(Self.unplugging, change).first?.basis).digest.text
    }

    @Test func `it is the rule, the step, its window, what was read and what follows`() throws {
        let basis = try #require(judged().first?.basis)
        let evidence = """
            "evidence":[{"source":"document","by":"orlov"},{"source":"photo","by":"ivanov"}]
            """
        let expected = """
            {"v":"primum/basis/1","rule":"\(basis.rule.text)","parts":[{"fingerprint":"\(basis.parts[0].fingerprint)",\
            "step":{"id":"S3","verb":"disconnect","text":"","takes":"PT2M","procedure":"","targets":["port PP-1:12"],"connects":[],\
            "wishes":["W1"],"mitigations":[]},\
            "window":{"id":"N1","from":"2026-12-05T19:00:00Z","to":"2026-12-05T23:00:00Z"},"reads":[\
            {"path":"Link[PP-1:12|?].already_down","value":"false"},\
            {"path":"Link[PP-1:12|?].candidate_owners","value":"[\\"it\\",\\"supply\\"]"},\
            {"path":"Link[PP-1:12|?].far_end.conflicting","value":"false",\(evidence)},\
            {"path":"Link[PP-1:12|?].far_end.known","value":"false",\(evidence)},\
            {"path":"Link[PP-1:12|?].far_end.value","value":"[]",\(evidence)},\
            {"path":"Link[PP-1:12|?].label","value":"\\"PP-1:12\\""},\
            {"path":"Link[PP-1:12|?].port","value":"\\"PP-1:front/12\\""},\
            {"path":"Link[PP-1:12|?].restored","value":"false"},\
            {"path":"Port[PP-1:front/12]","value":"\\"PP-1:12\\""},\
            {"path":"Step[S3].device","value":"\\"PP-1\\""},\
            {"path":"Step[S3].id","value":"\\"S3\\""},\
            {"path":"Step[S3].verb","value":"\\"disconnect\\""}],\
            "consequence":[{"service":"till","at_best":"no-impact","at_worst":"outage"}]}]}
            """
        #expect(basis.json.compact == expected)
        #expect(basis.digest.text == Digest(of: try basis.json.canonicalBytes()).text)
        #expect(basis.parts[0].reads.compactMap(\.seen).first == Timestamp(rfc3339: "2026-11-01T00:00:00Z"))
    }

    @Test func `newer evidence of the same value keeps an answer, and so does what changes without meaning`() throws {
        let before = try restsOn()
        #expect(try restsOn { $0.evidence[0].seen = Timestamp(seconds: 1_800_000_000) } == before)
        #expect(try restsOn { $0.evidence[0].until = Timestamp(seconds: 1_800_000_000) } == before)
        #expect(try restsOn { $0.links[0].evidenceAge = .days(400) } == before)
        #expect(try restsOn { $0.steps[0].index = 0 } == before)
        #expect(try restsOn { $0.now = Timestamp(seconds: 1_764_000_000) } == before)
        #expect(try restsOn { $0.goodUntil = Timestamp(seconds: 1_764_000_000) } == before)
        #expect(try restsOn { $0.steps[0].starts = Timestamp(seconds: 1_765_000_000) } == before)
        #expect(
            try restsOn { $0.stepPlaces = [Facts.StepPlace(step: Span(file: FileID(index: 3), start: 5, end: 6), target: nil)] } == before)
        #expect(try restsOn { $0.links[0].candidateOwners = $0.list(Array($0[$0.links[0].candidateOwners].reversed())) } == before)
        #expect(try restsOn { $0.impacts[1].atWorst = "no-impact" } == before)
    }

    @Test func `a change in what the question tells of voids an answer`() throws {
        let before = try restsOn()
        #expect(try restsOn { $0.evidence[0].by = "smirnov" } != before)
        #expect(try restsOn { $0.evidence[0].source = "hearsay" } != before)
        #expect(try restsOn { $0.steps[0].verb = "move" } != before)
        #expect(try restsOn { $0.steps[0].takes = .minutes(9) } != before)
        #expect(try restsOn { $0.targets[0].label = "PP-1:13" } != before)
        #expect(try restsOn { $0.windows[0].to = Timestamp(seconds: 1_765_000_000) } != before)
        #expect(try restsOn { $0.steps[0].window = nil } != before)
        #expect(try restsOn { $0.ports[0].label = "panel 1, port 12" } != before)
        #expect(try restsOn { $0.impacts[0].atWorst = "degraded" } != before)
        #expect(try restsOn { $0.impacts[1].since = Ref(0) } != before)
        #expect(try restsOn { $0.links[0].candidateOwners = $0.list($0[$0.links[0].candidateOwners].prefix(1)) } != before)
    }

    @Test func `a step that stands elsewhere in the order rests on the same`() throws {
        let before = try restsOn()
        let moved = try restsOn { facts in
            var earlier = StepFact()
            (earlier.id, earlier.verb) = ("S1", "inspect")
            facts.steps.append(earlier)
            facts.order.steps = facts.list([Ref<StepFact>(1), Ref<StepFact>(0)])
            facts.steps[0].index = 5
        }
        #expect(moved == before)
    }

    @Test func `a question about the harm to one service rests on that service alone`() throws {
        func impact(_ service: String) -> String {
            "{service: {id: \(service), name: \(service), department: {id: d-\(service)}}, step: S1, since: S1, at_worst: outage, certainty: possible}"
        }
        let order = "{order: {id: CO-1, steps: [{id: S1, verb: restart, impacts: [\(impact("desk")), \(impact("gate"))]}]}}"
        let before = try #require(judged(order, rule: "outage-possible").first)
        let after = try #require(judged(order, rule: "outage-possible") { $0.impacts[1].atBest = "degraded" }.first)
        #expect(before.members.map(\.subject.label) == ["desk", "gate"])
        func digests(_ finding: Finding) -> [String?] { finding.members.map { $0.basis?.digest.text } }
        #expect(Set(digests(before)).intersection(digests(after)).count == 1)
        #expect(before.basis?.digest != after.basis?.digest)
        #expect(before.basis?.parts.count == 2)
    }

    @Test func `what is not asked rests on nothing`() throws {
        let facts = "{order: {id: CO-1, steps: [{id: S1, verb: disconnect, disrupts: true}]}}"
        let finding = try #require(judged(facts, rule: "unverified-step").first)
        #expect(finding.level == .note && finding.basis == nil && finding.members.allSatisfy { $0.basis == nil })
    }

    // MARK: The rule

    private static let rule = """
        rule: {id: x, title: {en: the danger, ru: опасность}, why: {en: because, ru: потому}, for: each step in order.steps, when: "step.open",
          level: ask, message: {en: "{step.id} is open", ru: "{step.id} открыт"},
          ask: {whom: order.resolvers, recall: {en: what is it, ru: что это}, read_back: step.id}, examples: [{silent: {}}]}

        """

    private func restsOn(rule text: String, _ language: Language = .en) throws -> String {
        let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])])
        #expect(told == "")
        var surroundings = Shipped.surroundings
        surroundings.language = language
        let facts = Shipped.facts("{order: {id: CO-1, steps: [{id: S1, open: true}]}}")
        return try #require(set.judge(facts, in: surroundings).findings.first?.basis).digest.text
    }

    @Test(arguments: [("because", "therefore"), ("is open", "is wide open"), ("what is it", "what may it be"), ("the danger", "a danger")])
    func `an answer is given to the rule's own words`(words: String, others: String) throws {
        #expect(try restsOn(rule: Self.rule.replacing(words, with: others)) != restsOn(rule: Self.rule))
        #expect(try restsOn(rule: Self.rule.replacing(words, with: others), .ru) == restsOn(rule: Self.rule, .ru))
    }

    @Test func `examples and the other language are no part of what was asked`() throws {
        let before = try restsOn(rule: Self.rule)
        #expect(try restsOn(rule: Self.rule.replacing("silent: {}", with: "fires: {order: {id: CO-2}}")) == before)
        #expect(try restsOn(rule: Self.rule.replacing("что это", with: "что бы это могло быть")) == before)
        #expect(try restsOn(rule: Self.rule.replacing("что это", with: "что бы это могло быть"), .ru) != restsOn(rule: Self.rule, .ru))
        #expect(try restsOn(rule: Self.rule.replacing("step.open", with: "step.open && true")) != before)
    }

    @Test func `what depends on the order of a list is told by what stood there`() throws {
        let facts =
            "{order: {id: CO-1, steps: [{id: S1, open: true, mitigations: [a, b], targets: [{kind: port, label: x}, {kind: port, label: y}]}]}}"
        let text = Self.rule.replacing("step.open", with: "step.open && step.mitigations[0] != 'c' && step.targets[0].label != 'c'")
        let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])])
        #expect(told == "")
        let reads = try #require(set.judge(Shipped.facts(facts), in: Shipped.surroundings).findings.first?.basis).parts[0].reads
        let told2 = reads.map { "\($0.path) = \($0.value)" }
        #expect(told2.contains("step.mitigations[0] = \"a\""))
        #expect(told2.contains("Step[S1].targets[port@x].label = \"x\""))
    }
}
