import Diagnostics
import Testing

@testable import Policies

/// The caret stands under the very token of an expression, however YAML writes the scalar around it.
struct CaretTests {
    /// The text under the caret of the only error in a rule.
    private func underlined(when written: String, message: String = "x") -> String? {
        let text =
            "rule:\n  id: x\n  title: t\n  why: w\n  for: each step in order.steps\n  when: \(written)\n  level: note\n  message: \(message)\n  examples: []\n"
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let pack = PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])
        _ = PolicySet.load(packs: [pack], client: nil, of: nil, texts: &texts, log: &log)
        let spans = log.kept.filter { $0.severity == .error }.compactMap(\.span)
        #expect(spans.count == 1, "\(Shipped.told(log, texts))")
        return spans.first.map { String(decoding: Array(text.utf8)[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    }

    @Test(arguments: [
        "step.verb == 'x' && step.opn", "'step.verb == ''x'' && step.opn'", "\"step.verb == \\\"x\\\" && step.opn\"",
        "\"step.verb == \\u0022\\x78\\u0022 \\\n      && step.opn\"", "\"step.verb == '\\u0436\\U0001F600\\t' && step.opn\"",
        "'step.verb == ''жжж'' && step.opn'", "step.verb == 'жё😀' && step.opn", ">\n    step.verb == 'x'\n    && step.opn",
        ">-\n    step.verb == 'x'\n\n\n    && step.opn", "|\n    step.verb == 'x' &&\n      step.opn",
        "|2-\n     step.verb == 'x' &&\n    step.opn",
        ">\n      step.verb == 'ж'\n        && true\n      && step.opn", "step.verb == 'x'\n    &&\n    step.opn",
        "\"step.verb == 'x'\n    && \n\n    step.opn\"",
        "'step.verb == ''x''\n\n    && step.opn'", "!!str step.opn", "&anchor \"step.verb == 'x' || step.opn\"", "\"step.opn\" # step.open",
        "\"true\\n && step.opn\"", "\"\\\n    step.\\\n    opn\"",
    ])
    func `under a misspelled field`(written: String) {
        #expect(underlined(when: written) == "opn")
    }

    @Test(arguments: [
        ("step.verb", "step.verb"), ("step.open == 1", "=="), ("'step.verb + 1 == ''x'''", "+"), ("\"has(step)\"", "step"),
        (">\n    step.open\n    && nothing", "nothing"), ("step.disturbs.exists(l, l.hitt == '')", "hitt"), ("step.open &&", "&"),
        ("step.verb.matches('(')", "'('"), ("step.opens()", "opens"), ("'step.verb == \"\\q\"'", "\\q"), ("size(step.open)", "size"),
    ])
    func `under what else is wrong with a condition`(written: String, token: String) {
        #expect(underlined(when: written) == token)
    }

    @Test(arguments: [
        ("\"{step.id} \\u00e9 {step.idd}\"", "idd"), ("'it''s {step.idd}'", "idd"),
        (">\n    some\n    words {step.id}\n    {step.idd}", "idd"),
        ("{en: \"{step.id}\", ru: \"шаг {step.idd}\"}", "idd"), ("\"{step.open}\"", "step.open"),
        ("|\n    a\n    {step.id, plurl, one {x} other {y}}", "plurl"),
    ])
    func `under what is wrong with a text`(message: String, token: String) {
        #expect(underlined(when: "'true'", message: message) == token)
    }
}
