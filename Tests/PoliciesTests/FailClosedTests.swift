import Diagnostics
import Inventories
import LocatedYAML
import Rehearsals
import Testing

@testable import Policies

/// What could not be judged is never a pass, and the reason stands first.
struct FailClosedTests {
    private static func rule(_ id: String, for binding: String = "each step in order.steps", when condition: String) -> SourceText {
        SourceText(
            name: "\(id).yaml",
            "rule: {id: \(id), title: t, why: w, for: \"\(binding)\", when: \"\(condition)\", level: note, message: \"{step.id}\", examples: []}\n"
        )
    }

    private func findings(_ rules: [SourceText], _ facts: String = "{order: {id: CO-1, steps: [{id: S1}, {id: S2, device: sw-1}]}}")
        -> [Finding]
    {
        let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: rules)])
        #expect(told == "")
        return set.judge(Shipped.facts(facts), in: Shipped.surroundings).findings
    }

    private func told(_ findings: [Finding]) -> [String] { findings.map { "\($0.level.word)[\($0.rule)]: \($0.message.en)" } }

    @Test func `no rules`() {
        #expect(told(findings([])) == ["inconclusive[no-rules]: the client's policy uses no rule, so nothing was judged"])
    }

    @Test func `a rule that errs on one subject of many`() {
        let steps = (1...50).map { "{id: S\($0), device: sw-\($0)}" } + ["{id: S51}"]
        let found = findings(
            [Self.rule("x", when: "step.device.name == 'sw-7'")], "{order: {id: CO-1, steps: [\(steps.joined(separator: ", "))]}}")
        #expect(told(found) == ["inconclusive[rule-failed]: `x` could not be applied to S51: the record is absent", "note[x]: S7"])
    }

    @Test func `an error that another operand outweighs is none`() {
        #expect(told(findings([Self.rule("x", when: "step.device.name == 'sw-1' || step.id == 'S1'")])) == ["note[x]: S1", "note[x]: S2"])
    }

    @Test func `a budget exceeded`() {
        let steps = (1...70).map { "{id: S\($0)}" }.joined(separator: ", ")
        let nested = "order.steps.all(a, order.steps.all(b, order.steps.all(c, order.steps.all(d, a.id + b.id + c.id + d.id != step.id))))"
        let found = findings([Self.rule("x", when: "step.id == 'S1' && \(nested)")], "{order: {id: CO-1, steps: [\(steps)]}}")
        #expect(
            told(found) == [
                "inconclusive[rule-failed]: `x` could not be applied to S1: the evaluation takes too many steps or too much room"
            ])
    }

    @Test func `too many bindings`() {
        let steps = (1...110).map { "{id: S\($0)}" }.joined(separator: ", ")
        let binding = "each step in order.steps, each b in order.steps, each c in order.steps, each d in order.steps"
        let found = findings([Self.rule("x", for: binding, when: "false")], "{order: {id: CO-1, steps: [\(steps)]}}")
        #expect(found.map(\.rule) == ["rule-failed"] && found.allSatisfy { $0.level == .inconclusive })
        #expect(found.first?.message.en.hasSuffix("the evaluation takes too many steps or too much room") == true)
    }

    // MARK: The policy

    private static let facts = """
        {client: vostok, now: "2026-11-25T09:00:00Z", order: {id: CO-1, steps: [{id: S1, verb: other, open: true, text: tidy, wishes: [W1]}]}}
        """
    private static let stop = "stop[open-target]: S1 says \"tidy\" and names nothing that can be checked"

    /// What is found under a policy with a fault in it; stops come before what could not be judged.
    private func found(under policy: String) throws -> (lines: [String], told: String) {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let source = SourceText(name: "policy.yaml", policy + "\n")
        let tree = NodeTree.parse(source, file: texts.add(source), log: &log)
        let set = PolicySet.load(client: tree, of: try Shipped.inventory(), texts: &texts, log: &log)
        return (told(set.judge(Shipped.facts(Self.facts), in: Shipped.surroundings).findings), Shipped.told(log, texts))
    }

    @Test(arguments: [
        "{rule: open-target, whre: \"step.id == 'S9'\", reason: x, approved_by: petrova, expires: 2026-12-31}",
        "{rule: open-target, where: {step: S9}, reason: x, approved_by: petrova, expires: 2026-12-31}",
        "{rule: open-target, where: \"step.id = 'S1'\", reason: x, approved_by: petrova, expires: 2026-12-31}",
        "{rule: open-target, where: step.id, reason: x, approved_by: petrova, expires: 2026-12-31}",
        "{rule: open-target, where: step.index == 0, reason: x, approved_by: petrova, expires: 2026-12-31}",
        "{rule: open-target, reason: x, approved_by: petrov, expires: 2026-12-31}",
        "{rule: open-target, reason: \"  \", approved_by: petrova, expires: 2026-12-31}",
        "{rule: open-target, reason: x, approved_by: petrova, expires: soon}", "{rule: open-target, reason: x, approved_by: petrova}",
        "{rule: open-target, approved_by: petrova, expires: 2026-12-31}", "{rule: open-target, reason: x, expires: 2026-12-31}",
        "{rule: open-target, reason: x, approved_by: petrova, expires: 2026-12-31, rule: open-target}", "[open-target]", "open-target",
    ])
    func `an unreadable exemption`(exemption: String) throws {
        let (lines, told) = try found(under: "exemptions: [\(exemption)]")
        #expect(told.contains("error[") && told.contains(" --> policy.yaml:1:"), "\(told)")
        #expect(lines.first == Self.stop, "\(lines)")
        if told.contains("error[duplicate-key]") { return }
        #expect(lines.count == 2 && lines[1].hasPrefix("inconclusive[rule-failed]: "), "\(lines)")
    }

    @Test func `an exemption that errs on one subject`() throws {
        let exemption = "{rule: open-target, where: \"step.device.name == 'x'\", reason: x, approved_by: petrova, expires: 2026-12-31}"
        let lines = try found(under: "exemptions: [\(exemption)]").lines
        #expect(lines.contains(Self.stop))
        #expect(lines.contains("inconclusive[rule-failed]: `open-target` could not be applied to S1: the record is absent"), "\(lines)")
    }

    @Test(arguments: [
        "use: [{pack: do-no-harm, levels: {open-target: {to: note, reson: x, approved_by: petrova, until: 2026-12-31}}}]",
        "use: [{pack: do-no-harm, levels: {open-target: {to: note, reason: \" \", approved_by: petrova, until: 2026-12-31}}}]",
        "use: [{pack: do-no-harm, levels: {open-target: {to: note, reason: x, approved_by: petrov, until: 2026-12-31}}}]",
        "use: [{pack: do-no-harm, levels: {open-target: {to: note, reason: x, approved_by: petrova, until: later}}}]",
        "use: [{pack: do-no-harm, levels: {open-target: {to: note, reason: x, approved_by: petrova}}}]",
        "use: [{pack: do-no-harm, levels: {open-target: inconclusive}}]", "use: [{pack: do-no-harm, levels: {open-targets: note}}]",
        "use: [{pack: do-no-harm, levels: {open-target: note, open-target: note}}]",
        "use: [{pack: do-no-harm, level: {open-target: note}}]",
        "use: do-no-harm", "[]", "use: [{pack: do-no-harm}]\n---\nuse: []", "use: [{pack: do-no-harm}, {pack: do-no-harm}]",
        "use: [{pack: do-no-harm}, {pack: ./missing}]", "use: [", "\"use\": [{pack: do-no-harm}", "use: [{pack: do-no-harm}]\nuse: []",
    ])
    func `an unreadable policy`(policy: String) throws {
        let (lines, told) = try found(under: policy)
        #expect(told.contains("error["), "\(told)")
        // What is wrong with the text itself is the folder's own finding.
        if !told.contains("error[yaml"), !told.contains("error[duplicate-key]") {
            #expect(lines.first == Self.stop && lines.contains { $0.hasPrefix("inconclusive[rule-failed]: ") }, "\(lines)\n\(told)")
        }
    }

    @Test(arguments: ["rule-failed", "no-rules", "no-services", "no-steps", "unreadable-file", "broken-reference", "exemption-expired"])
    func `what the engine finds itself is no matter of policy`(id: String) throws {
        for policy in [
            "use: [{pack: do-no-harm, levels: {\(id): {to: note, reason: x, approved_by: petrova, until: 2027-01-01}}}]",
            "use: [{pack: do-no-harm, levels: {\(id): note}}]",
            "exemptions: [{rule: \(id), reason: x, approved_by: petrova, expires: 2027-01-01}]",
        ] {
            let (lines, told) = try found(under: policy)
            #expect(
                told.contains(
                    "error[engine-finding]: `\(id)` is found by the engine itself: no pack sets it, no policy changes or exempts it"),
                "\(told)")
            #expect(lines.contains { $0.hasPrefix("inconclusive[rule-failed]: ") })
        }
    }

    @Test func `no pack makes findings of the engine's own level`() {
        let told = Shipped.load([
            PackText(
                name: "do-no-harm",
                files: [
                    SourceText(
                        name: "x.yaml",
                        "rule: {id: no-rules, title: t, why: w, for: each step in order.steps, when: 'true', level: note, message: m, examples: []}\n"
                    )
                ])
        ]).told
        #expect(told.contains("error[engine-finding]"), "\(told)")
    }
}
