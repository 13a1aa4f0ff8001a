import Diagnostics
import Policies
import Testing

/// Packs of rules that a client brings.
struct OwnPackTests {
    private static let ours = PackText(
        name: "./our-rules",
        files: [
            SourceText(name: "our-rules/pack.yaml", "{pack: our-rules, version: 1}\n"),
            SourceText(
                name: "our-rules/no-fridays.yaml",
                "rule: {id: no-fridays, title: t, why: w, for: each step in order.steps, when: 'true', level: stop, message: '{step.id}', examples: []}\n"
            ),
        ])

    private func told(_ policy: String, _ packs: [PackText] = [ours]) -> (set: PolicySet, told: String) {
        Shipped.load(packs, policy: policy + "\n")
    }

    @Test func `a client brings a pack of its own, beside the one that comes with the program or instead of it`() {
        let both = told("use: [{pack: do-no-harm}, {pack: ./our-rules}]")
        #expect(both.told == "")
        #expect(both.set.rules.count == PolicySet.shipped().rules.count + 1)
        #expect(both.set.rule("no-fridays")?.pack == "our-rules" && both.set.rule("no-fridays")?.level == .stop)
        #expect(told("use: [{pack: ./our-rules}]").set.rules.map(\.id) == ["no-fridays"])
        #expect(told("exemptions: []").set.rule("no-fridays") == nil, "what is not used does not count")
    }

    @Test func `an answer rests on the parameters by which its rule decides`() throws {
        func reads(_ most: Int) throws -> [String] {
            var pack = Self.ours
            pack.files[0] = SourceText(name: "our-rules/pack.yaml", "{pack: our-rules, version: 1, parameters: {most: 0, other: 5}}\n")
            pack.files[1] = SourceText(
                name: "our-rules/x.yaml",
                """
                rule: {id: x, title: t, why: w, for: each step in order.steps, when: order.steps.size() > param.most, level: ask, message: m,
                  ask: {whom: order.resolvers, recall: r, read_back: step}, examples: []}

                """)
            let (set, told) = self.told("use: [{pack: ./our-rules, parameters: {most: \(most)}}]", [pack])
            #expect(told == "")
            let steps = (1...5).map { "{id: S\($0)}" }.joined(separator: ", ")
            let found = set.judge(Shipped.facts("{order: {id: CO-1, steps: [\(steps)]}}"), in: Shipped.surroundings).findings
            return try #require(found.first?.basis).parts[0].reads.map { "\($0.path) = \($0.value)" }
        }
        let three = try reads(3)
        #expect(
            three == [
                "Order[CO-1].resolvers = []", "Order[CO-1].steps = [\"S1\",\"S2\",\"S3\",\"S4\",\"S5\"]", "Step[S1] = \"S1\"",
                "param.most = 3",
            ])
        #expect(try reads(4) != reads(3))
    }

    @Test(arguments: [
        ("use: [{pack: ./ours}]", "error[unknown-pack]: there is no folder `./ours` with a pack of rules\n --> policy.yaml:1:14\n"),
        ("use: [{pack: /etc/rules}]", "error[unknown-pack]: there is no folder `/etc/rules` with a pack of rules\n --> policy.yaml:1:14\n"),
        ("use: [{pack: our-rules}]", "error[unknown-pack]: there is no pack `our-rules`\n --> policy.yaml:1:14\n"),
        (
            "use: [{pack: ./our-rules}, {pack: ./our-rules}]",
            "error[repeated-pack]: the pack `./our-rules` is used twice\n --> policy.yaml:1:35\n"
        ),
    ])
    func `a pack that is not there is an error`(policy: String, expected: String) {
        #expect(told(policy).told.contains(expected), "\(told(policy).told)")
        #expect(
            told(policy).set.judge(Shipped.facts("{order: {id: CO-1}}"), in: Shipped.surroundings).findings.contains {
                $0.rule == "rule-failed"
            })
    }

    @Test func `a pack that calls itself like another, has its rules, or has none, is an error`() {
        var like = Self.ours
        like.files[0] = SourceText(name: "our-rules/pack.yaml", "{pack: do-no-harm, version: 1}\n")
        #expect(
            told("use: [{pack: do-no-harm}, {pack: ./our-rules}]", [like]).told.contains(
                "error[repeated-pack]: the pack `do-no-harm` is used twice"))
        var same = Self.ours
        same.files[1] = SourceText(
            name: "our-rules/x.yaml",
            "rule: {id: open-target, title: t, why: w, for: each step in order.steps, when: 'true', level: stop, message: m, examples: []}\n"
        )
        #expect(
            told("use: [{pack: do-no-harm}, {pack: ./our-rules}]", [same]).told.contains(
                "error[repeated-rule]: there are two rules `open-target`"))
        var empty = Self.ours
        empty.files.removeLast()
        #expect(
            told("use: [{pack: do-no-harm}, {pack: ./our-rules}]", [empty]).told.contains(
                "error[empty-pack]: the pack `./our-rules` holds no rule"))
    }
}
