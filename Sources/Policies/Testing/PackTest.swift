package import Diagnostics
package import LocatedYAML
package import Times

/// A test of a pack as it is written beside it: facts or an order in, findings out.
package struct PackTest: Sendable {
    package var name = Symbol.empty
    /// Facts as examples of rules write them.
    package var facts: Node?
    /// The path of an order, from the folder of the test's file.
    package var order: Located<String>?
    /// The moment at which knowledge is judged, with an order.
    package var now: Node?
    /// What must be found.
    package var fires: [Expected] = []
    /// Rules that must find nothing.
    package var silent: [Located<Symbol>] = []
    /// Nothing else may be found.
    package var isComplete = false
    /// The verdict that the order must end in.
    package var verdict: Located<String>?
    package var place: Span

    /// A finding that must be there; what is not said may be anything.
    package struct Expected: Sendable {
        package var rule = Symbol.empty
        package var step: Symbol?
        /// By label or key.
        package var subject: Symbol?
        package var level: String?
        /// Members that the finding must have, by label or key.
        package var members: [Symbol] = []
        /// The message in either language, whole.
        package var message: String?
        package var place: Span
    }

    /// The moment as written.
    package var moment: WrittenMoment? { now.flatMap { WrittenMoment($0.string) } }
}

extension PackTest {
    /// What a file of tests may hold, for `primum schema tests`.
    package static var schema: Schema { fileForm.schema }

    /// Reads a file of tests; what is wrong is reported, and all else is read.
    package static func read(_ text: SourceText, in texts: inout SourceTexts, log: inout DiagnosticLog) -> [PackTest] {
        let file = texts.add(text)
        guard let root = NodeTree.parse(text, file: file, log: &log).roots.first else {
            log.add(Diagnostic("empty-file", .error, .emptyTests, at: Span(file: file, start: 0, end: 0)))
            return []
        }
        let tests = fileForm.read(root, &log) ?? []
        for test in tests {
            if (test.facts == nil) == (test.order == nil) {
                log.add(Diagnostic("test-input", .error, .oneInput, at: test.place))
            } else if test.order != nil, test.now == nil {
                log.add(Diagnostic("test-input", .error, .noMoment, at: test.place, help: [.sayMoment]))
            } else if test.order == nil, let verdict = test.verdict {
                log.add(Diagnostic("test-input", .error, .verdictOfFacts, at: verdict.span))
            }
        }
        return tests.filter { ($0.facts == nil) != ($0.order == nil) && ($0.order == nil || $0.now != nil) }
    }

    private static let fileForm = Form<[PackTest]>.shape(
        Shape(
            "tests", "Tests of a pack of rules.", start: { _ in [] },
            fields: [Field("tests", .list(of: .shape(shape)), required: true, "the tests") { $0 = $1 }]))

    private static let shape = Shape<PackTest>(
        "test", "Facts or an order, and what the pack must find in it.", start: { PackTest(place: $0.span) },
        fields: [
            Field("name", .identifier, required: true, "what is shown, in a sentence") { test, name, node in
                test.name = name
                test.place = node.span
            },
            Field("facts", .node, "facts as examples of rules write them") { $0.facts = $1 },
            Field("order", .located(.text), "instead of facts: an order's file, from the folder of this file") { $0.order = $1 },
            Field("now", Form<WrittenMoment>.moment.map { _, node, _ in node }, "the moment at which knowledge is judged, with an order") {
                $0.now = $1
            },
            Field("fires", .list(of: expected), "what must be found: rules, or findings") { $0.fires = $1 },
            Field("silent", .list(of: .located(.identifier)), "rules that must find nothing") { $0.silent = $1 },
            Field("only", .boolean, "nothing but what `fires` names may be found") { $0.isComplete = $1 },
            Field("verdict", .located(.choice(["do-not-touch", "inconclusive", "hold", "as-agreed", "no-known-harm"])), "of an order") {
                $0.verdict = $1
            },
        ])

    private static let expected = Form<Expected>.either(
        scalar: Form<Symbol>.identifier.map { id, node, _ in Expected(rule: id, place: node.span) },
        mapping: .shape(
            Shape(
                "finding", "A finding that must be there; what is not said may be anything.", start: { Expected(place: $0.span) },
                fields: [
                    Field("rule", .identifier, required: true, "the rule's id") { finding, id, node in
                        finding.rule = id
                        finding.place = node.span
                    },
                    Field("step", .symbol, "the step's id") { $0.step = $1 },
                    Field("subject", .symbol, "what the finding is about, by label or key") { $0.subject = $1 },
                    Field("level", .choice(["stop", "inconclusive", "ask", "prove", "note"]), "its level") { $0.level = $1 },
                    Field("members", .list(of: .symbol), "members that it must have, by label or key") { $0.members = $1 },
                    Field("message", .text, "its message in either language, whole") { $0.message = $1 },
                ])))
}

extension Phrase {
    fileprivate static let emptyTests = Phrase(en: "the file says nothing", ru: "в файле ничего нет")

    fileprivate static let oneInput = Phrase(
        en: "a test is of `facts` or of an `order`", ru: "тест берёт либо `facts`, либо `order`")

    fileprivate static let noMoment = Phrase(
        en: "a test of an order says at which moment knowledge is judged", ru: "тест заявки говорит, на какой момент судить о сведениях")

    fileprivate static let sayMoment = Phrase(
        en: "for example: `now: 2026-11-24T12:00:00+03:00`", ru: "например: `now: 2026-11-24T12:00:00+03:00`")

    fileprivate static let verdictOfFacts = Phrase(
        en: "only the check of an order ends in a verdict", ru: "вердикт бывает только у проверки заявки")
}
