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
        #expect(question.readBack == "sw-1:Gi1")
    }

    @Test(arguments: [
        "", "use: [{pack: do-no-harm, parameters: {shelf_life: {identity: {document: P30D}}, effects: {restart: {possible: none}}}}]\n",
        "use: []\n",
    ])
    func `the parameters alone are those of the whole policy`(_ policy: String) {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let text = SourceText(name: "policy.yaml", policy)
        let client = policy.isEmpty ? nil : NodeTree.parse(text, file: texts.add(text), log: &log)
        let whole = PolicySet.load(client: client, of: nil, texts: &texts, log: &log)
        let alone = PolicySet.parameters(client: client)
        #expect(alone.shelfLife.periods == whole.shelfLife.periods)
        #expect(alone.effects.possible == whole.effects.possible)
        #expect(!log.hasErrors)
    }

    private static let lowered = """
        use: [{pack: do-no-harm, levels: {open-target: {to: note, reason: agreed by letter, approved_by: petrova, until: 2026-11-24}}}]

        """
    private static let open = """
        {client: vostok, now: "NOW", order: {id: CO-1, steps: [{id: S1, verb: other, open: true, text: tidy, wishes: [W1]}]}}
        """

    @Test(arguments: [
        ("2026-11-24T20:59:59Z", ["note[open-target]: S1 says \"tidy\" and names nothing that can be checked"]),
        (
            "2026-11-24T21:00:00Z",
            [
                "stop[open-target]: S1 says \"tidy\" and names nothing that can be checked",
                "note[level-expired]: the level `note` of `open-target` was set until 2026-11-24 and has no effect",
            ]
        ),
    ])
    func `a lowered level holds to the end of its day where the client is`(now: String, expected: [String]) throws {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let source = SourceText(name: "policy.yaml", Self.lowered)
        let tree = NodeTree.parse(source, file: texts.add(source), log: &log)
        let set = PolicySet.load(client: tree, of: try Shipped.inventory(), texts: &texts, log: &log)
        #expect(Shipped.told(log, texts) == "")
        let facts = Shipped.facts(Self.open.replacing("NOW", with: now))
        let findings = set.judge(facts, in: Shipped.surroundings).findings
        #expect(findings.map { "\($0.level.word)[\($0.rule)]: \($0.message.en)" } == expected)
    }

    @Test func `an exemption lets pass what it names, and says so`() throws {
        let policy = """
            exemptions:
              - {rule: unlabelled-cable, where: "link.label.startsWith('sw-1:')", reason: relabelling, approved_by: petrova, expires: 2026-12-31}

            """
        let (findings, told, judgement) = found(Self.unlabelled, policy)
        #expect(told == "")
        #expect(findings == [])
        let used = try #require(judgement.exemptions.first)
        #expect(
            used.rule == "unlabelled-cable" && used.subjects == ["sw-1:Gi1"] && used.approvedBy == "petrova" && used.expires == "2026-12-31"
        )
    }

    @Test func `an exemption that matches nothing is a note, and an expired one has no effect`() {
        let unused = found(
            Self.unlabelled, "exemptions: [{rule: open-target, reason: x, approved_by: petrova, expires: 2026-12-31}]\n")
        #expect(unused.findings.contains("note[exemption-unused]: the exemption from `open-target` lets nothing pass"))
        let expired = found(
            Self.unlabelled, "exemptions: [{rule: unlabelled-cable, reason: x, approved_by: petrova, expires: 2026-11-24}]\n")
        #expect(
            expired.findings.sorted() == [
                "note[exemption-expired]: the exemption from `unlabelled-cable` expired on 2026-11-24 and has no effect",
                "note[unlabelled-cable]: S1 handles sw-1:Gi1, whose cable bears no label",
            ])
    }

    @Test(arguments: [
        ("use: [{pack: do-no-harn}]", "error[unknown-pack]: there is no pack `do-no-harn`\n --> policy.yaml:1:14\n"),
        (
            "use: [{pack: do-no-harm, levels: {opn-target: stop}}]",
            "error[unknown-rule]: there is no rule `opn-target`\n --> policy.yaml:1:35\n"
        ),
        ("use: [{pack: do-no-harm, levels: {open-target: halt}}]", "error[wrong-value]: `open-target` must be one of"),
        (
            "use: [{pack: do-no-harm, levels: {open-target: note}}]",
            "error[lowered-level]: to lower `stop` to `note`, somebody must say why, approve it, and set an end\n --> policy.yaml:1:48\n"
        ),
        (
            "use: [{pack: do-no-harm, levels: {unlabelled-cable: prove}}]",
            "error[rule-without-reading]: `unlabelled-cable` names no reading"
        ),
        ("exemptions: [{rule: open-target, approved_by: petrova, expires: 2027-01-01}]", "error[missing-key]: `exemption` has no `reason`"),
        ("exemptions: [{rule: open-target, reason: x, expires: 2027-01-01}]", "error[missing-key]: `exemption` has no `approved_by`"),
        ("exemptions: [{rule: open-target, reason: x, approved_by: petrova}]", "error[missing-key]: `exemption` has no `expires`"),
        (
            "exemptions: [{rule: open-target, where: step.opn, reason: x, approved_by: petrova, expires: 2027-01-01}]",
            "error[cel-unknown-field]: Step has no field `opn`\n --> policy.yaml:1:46\n"
        ),
        (
            "use: [{pack: do-no-harm, parameters: {shelf_life: {identity: {document: P4000D}}}}]",
            "error[parameter-out-of-range]: evidence holds for longer than nothing and at most ten years\n --> policy.yaml:1:73\n"
        ),
        ("use: [{pack: do-no-harm, parameters: {shelf_lif: {}}}]", "error[unknown-parameter]: the pack has no parameter `shelf_lif`"),
        (
            "use: [{pack: do-no-harm, parameters: {shelf_life: {identitty: {document: P1D}}}}]",
            "error[unknown-word]: `identitty` is not known here"
        ),
    ])
    func `each fault of a policy has its place`(policy: String, expected: String) {
        let told = Shipped.load([], policy: policy + "\n").told
        #expect(told.contains(expected), "\(told)")
    }

    @Test func `a fault of the policy is inconclusive, and lessens nothing`() {
        let findings = found(
            Self.open.replacing("NOW", with: "2026-11-25T09:00:00Z"), "use: [{pack: do-no-harm, levels: {open-target: note}}]\n"
        ).findings
        #expect(
            findings == [
                "stop[open-target]: S1 says \"tidy\" and names nothing that can be checked",
                "inconclusive[rule-failed]: to lower `stop` to `note`, somebody must say why, approve it, and set an end",
            ])
    }

    @Test func `who approves is a contact of the client`() throws {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let source = SourceText(
            name: "policy.yaml", "exemptions: [{rule: open-target, reason: x, approved_by: petrov, expires: 2027-01-01}]\n")
        let tree = NodeTree.parse(source, file: texts.add(source), log: &log)
        _ = PolicySet.load(client: tree, of: try Shipped.inventory(), texts: &texts, log: &log)
        #expect(Shipped.told(log, texts).contains("error[unknown-person]: `petrov` is no contact of the client\n --> policy.yaml:1:58\n"))
    }

    @Test func `parameters are those of the pack, with what the client sets`() {
        let set = Shipped.load(
            [],
            policy:
                "use: [{pack: do-no-harm, parameters: {shelf_life: {identity: {document: P30D}}, effects: {inspect: {possible: cord-disturbed}}}}]\n"
        ).set
        #expect(set.shelfLife.periods[.identity]?[.document] == .days(30))
        #expect(set.shelfLife.periods[.identity]?[.traced] == .days(180))
        #expect(set.shelfLife.periods[.state]?[.lldp] == .minutes(15))
        #expect(set.shelfLife.periods[.state]?[.hearsay] == nil)
        #expect(set.effects.possible[.inspect] == ["cord-disturbed"])
        #expect(set.effects.possible[.configure] == ["device-down"])
    }

    @Test func `rules name parameters of their pack`() {
        let pack = PackText(
            name: "own",
            files: [
                SourceText(name: "own/pack.yaml", "{pack: own, version: 1, parameters: {most: 1, calm: PT5M}}\n"),
                SourceText(
                    name: "own/long.yaml",
                    "rule: {id: long, title: t, why: w, for: each step in order.steps, when: 'step.takes.orValue(param.calm) > param.calm && order.steps.size() > param.most', level: note, message: '{step.takes.value()}', examples: []}\n"
                ),
            ])
        let facts = Shipped.facts("{order: {id: CO-1, steps: [{id: S1, takes: PT1H10M}, {id: S2, takes: PT1M}]}}")
        for (policy, expected) in [("use: [{pack: own}]\n", ["1 h 10 min"]), ("use: [{pack: own, parameters: {most: 2}}]\n", [])] {
            let (set, told) = Shipped.load([pack], policy: policy)
            #expect(told == "")
            #expect(set.judge(facts, in: Shipped.surroundings).findings.map(\.message.en) == expected)
        }
        #expect(Shipped.load([pack], policy: "use: [{pack: own, parameters: {most: often}}]\n").told.contains("error[wrong-parameter]"))
    }
}
