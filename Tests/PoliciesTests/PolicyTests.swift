import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Policies
import Rehearsals
import Testing
import Times

/// What a client's `policy.yaml` changes.
struct PolicyTests {
    private static let unlabelled = """
        {client: vostok, now: "2026-11-25T09:00:00Z", order: {id: CO-1, steps: [{id: S1, verb: disconnect, wishes: [W1], device: sw-1,
        disturbs: [{key: k, label: "sw-1:Gi1", far_end: x, hit: certain, cables: [{key: C-1, name: C-1, label: ""}]}]}]}}
        """

    /// What is found in facts under a policy, a line each, and what was wrong with the policy.
    private func found(_ facts: String, _ policy: String?) -> (findings: [String], told: String, judgement: Judgement) {
        let (set, told) = Shipped.load([], policy: policy)
        let judgement = set.judge(Shipped.facts(facts), in: Shipped.surroundings)
        return (judgement.findings.map { "\($0.level.word)[\($0.rule)]: \($0.message.en)" }, told, judgement)
    }

    @Test func `a client without a policy uses all of do-no-harm`() {
        let (findings, told, _) = found(Self.unlabelled, nil)
        #expect(findings == ["note[unlabelled-cable]: S1 handles sw-1:Gi1, whose cable bears no label"])
        #expect(told == "")
    }

    @Test func `an empty use is inconclusive`() {
        let (findings, told, _) = found(Self.unlabelled, "use: []\n")
        #expect(findings == ["inconclusive[no-rules]: the client's policy uses no rule, so nothing was judged"])
        #expect(told == "")
    }

    @Test func `a level is raised by a word`() {
        let (findings, told, judgement) = found(Self.unlabelled, "use: [{pack: do-no-harm, levels: {unlabelled-cable: stop}}]\n")
        #expect(findings == ["stop[unlabelled-cable]: S1 handles sw-1:Gi1, whose cable bears no label"])
        #expect(judgement.findings.first?.levelChange?.from == .note)
        #expect(told == "")
    }

    @Test func `a level raised to ask asks the client's people`() throws {
        let judgement = found(Self.unlabelled, "use: [{pack: do-no-harm, levels: {unlabelled-cable: ask}}]\n").judgement
        let question = try #require(judgement.findings.first?.question)
        #expect(question.whom.map { judgement.facts.people[Int($0.index)].name } == ["Anna Petrova"])
        #expect(question.readBack == "sw-1")
    }
}
