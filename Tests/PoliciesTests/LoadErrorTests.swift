import Diagnostics
import Policies
import Testing

/// What is wrong with a rule is told when it is loaded, at the very token.
struct LoadErrorTests {
    /// What is told of a rule, some lines of which are replaced.
    private func told(_ changes: KeyValuePairs<String, String>) -> String {
        var lines: [(key: String, value: String)] = [
            ("id", "loose-cord"), ("title", "loose cord"), ("why", "Cords fall out."), ("for", "each link in step.disturbs"),
            ("when", "\"!link.already_down\""), ("level", "stop"), ("message", "\"{step.id} handles {link.label}\""),
            ("examples", "[]"),
        ]
        for (key, value) in changes {
            if let place = lines.firstIndex(where: { $0.key == key }) { lines[place].value = value } else { lines.append((key, value)) }
        }
        let text = "rule:\n" + lines.map { "  \($0.key): \($0.value)\n" }.joined()
        let pack = PackText(name: "do-no-harm", files: [SourceText(name: "loose-cord.yaml", text)])
        return Shipped.load([pack]).told
    }

    @Test func `a sound rule is told nothing of`() {
        #expect(told([:]) == "")
    }

    @Test func `a misspelled field, behind escapes`() {
        let expected = #"""
            error[cel-unknown-field]: Port has no field `lable`
             --> loose-cord.yaml:6:47
              |
            6 |   when: "link.hit == \"certain\" && link.port.lable == \"\u0041\""
              |                                               ^^^^^
              |
              = help: did you mean `label`?

            1 error

            """#
        #expect(told(["when": #""link.hit == \"certain\" && link.port.lable == \"\u0041\"""#]) == expected)
    }

    @Test func `a misspelled field in a folded block`() {
        let expected = """
            error[cel-unknown-field]: Link has no field `prt`
             --> loose-cord.yaml:8:13
              |
            8 |     && link.prt.label == 'x'
              |             ^^^
              |
              = help: did you mean `port`?

            1 error

            """
        #expect(told(["when": ">\n    link.hit == 'certain'\n    && link.prt.label == 'x'"]) == expected)
    }

    @Test func `what is not known for certain is not used as if it were`() {
        let expected = """
            error[cel-no-overload]: `!=` does not go with optional(string) and string
             --> loose-cord.yaml:6:32
              |
            6 |   when: 'link.owner.value.kind != ''vendor'''
              |                                ^^
              |
              = help: it may be absent: give a default with `.orValue(…)`, or guard with `.hasValue()` and take `.value()`

            1 error

            """
        #expect(told(["when": "'link.owner.value.kind != ''vendor'''"]) == expected)
    }

    @Test func `a rule cannot decide by what changes without meaning`() {
        let expected = """
            error[volatile-field]: a rule cannot decide by `index`
             --> loose-cord.yaml:6:14
              |
            6 |   when: step.index > 3
              |              ^^^^^
              |
              = help: it changes without meaning, such as an age or a place in a file; messages may show it

            1 error

            """
        #expect(told(["when": "step.index > 3"]) == expected)
    }

    @Test(arguments: [
        ("{whom: \"link.evidence_age == null ? [order.contractor] : []\", recall: what?, read_back: link}", 21),
        ("{whom: link.candidate_owners, recall: 'what? {step.index}', read_back: link}", 59),
        ("{whom: link.candidate_owners, recall: what?, read_back: step.index}", 69),
    ])
    func `nobody is asked by what changes without meaning`(ask: String, column: Int) {
        let told = told(["level": "ask", "ask": ask])
        #expect(
            told.contains("error[volatile-field]: a rule cannot decide by") && told.contains(" --> loose-cord.yaml:10:\(column)\n"),
            "\(told)")
    }

    @Test func `both languages of a text are looked at`() {
        let text = "{en: \"{link.far_end.value}\", ru: \"{step.takes_ports.size(), plural, one {# порт} many {# портов}}\"}"
        let told = told(["message": text])
        #expect(told.contains("error[rule-text]: a text cannot show this: it is optional(Port)\n --> loose-cord.yaml:8:19\n"))
        #expect(told.contains("help: say which value is meant: `.value()` or `.orValue(…)`"))
        #expect(told.contains("error[rule-text]: the form `few` is missing\n --> loose-cord.yaml:8:46\n"))
    }

    @Test(arguments: [
        ("when", "link.label", "error[cel-type-mismatch]: a bool must stand here, and this is string\n --> loose-cord.yaml:6:9\n"),
        ("when", "link.cables.label == 'x'", "error[cel-unknown-field]: list(Cable) has no fields, and so no `label`"),
        ("for", "each link in step.disturb", "error[cel-unknown-field]: Step has no field `disturb`\n --> loose-cord.yaml:5:26\n"),
        ("for", "link in step.disturbs", "error[rule-binding]: `for` says of what the rule is asked\n --> loose-cord.yaml:5:8\n"),
        (
            "for", "each order in step.disturbs",
            "error[rule-binding]: the name `order` already means something else\n --> loose-cord.yaml:5:13\n"
        ),
        (
            "for", "each device in step.device",
            "error[rule-binding]: this is Device, and a rule asks the elements of a list of objects\n --> loose-cord.yaml:5:23\n"
        ),
        ("message", "\"{step.id} and {link.lable}\"", "error[cel-unknown-field]: Link has no field `lable`\n --> loose-cord.yaml:8:33\n"),
        ("message", "\"{step.id handles\"", "error[rule-text]: this brace is not closed; write it twice where it is meant"),
        (
            "message", "\"step}\"",
            "error[rule-text]: this brace closes nothing; write it twice where it is meant\n --> loose-cord.yaml:8:17"
        ),
        ("level", "ask", "error[rule-without-question]: a rule of level `ask` says who is asked what"),
        ("level", "prove", "error[rule-without-reading]: a rule of level `prove` names the reading that settles it"),
        ("level", "inconclusive", "error[wrong-value]: `level` must be one of `stop`, `ask`, `prove`, `note`"),
        ("wen", "true", "error[unknown-key]: unknown key `wen` in `rule`"),
        ("group", "link.cables", "error[rule-group]: findings cannot be grouped by this: it is list(Cable)\n  --> loose-cord.yaml:10:10\n"),
        ("examples", "[{fires: {}, silnt: 2}]", "error[unknown-key]: unknown key `silnt` in `example`"),
        ("examples", "[{fires: {}, silent: {}}]", "error[rule-example]: an example fires or is silent"),
        (
            "ask", "{whom: step.device, recall: what?, read_back: link.far_end}",
            "error[rule-question]: people or parties are asked, and this is Device\n  --> loose-cord.yaml:10:15\n"
        ),
    ])
    func `each fault has its place`(key: String, value: String, expected: String) {
        let told = told([key: value])
        #expect(told.contains(expected), "\(told)")
    }

    @Test func `a rule with an error is not passed over in silence`() {
        let text = "rule: {id: x, title: x, why: x, for: each step in order.steps, when: step.opn, level: stop, message: x, examples: []}\n"
        let (set, told) = Shipped.load([PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])])
        let findings = set.judge(Shipped.facts("{order: {id: CO-1}}"), in: Shipped.surroundings).findings
        #expect(told.contains("Step has no field `opn`"))
        #expect(findings.map(\.rule) == ["no-rules", "rule-failed"])
        #expect(findings.allSatisfy { $0.level == .inconclusive })
    }
}
