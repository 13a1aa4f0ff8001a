import Diagnostics
import LocatedYAML

/// A rule as it is written, before anything in it is understood.
struct RuleDraft: Sendable {
    var id = Symbol.empty
    var idSpan: Span
    var title: WrittenText?
    var why: WrittenText?
    var binding: WrittenExpression?
    var condition: WrittenExpression?
    var group: WrittenExpression?
    var level = Level.stop
    var message: WrittenText?
    var ask: AskDraft?
    var prove: ProveDraft?
    var help: [HelpDraft] = []
    /// Nil where the text was read only up to them.
    var examples: [ExampleDraft]?
    var place: Span

    struct AskDraft: Sendable {
        var whom: WrittenExpression?
        var recall: WrittenText?
        var readBack: WrittenExpression?
    }

    struct ProveDraft: Sendable {
        var observe: WrittenExpression?
        var expect: WrittenText?
        var how: WrittenText?
    }

    struct HelpDraft: Sendable {
        var condition: WrittenExpression?
        var text: WrittenText?
    }

    struct ExampleDraft: Sendable {
        var fires: Node?
        var silent: Node?
        var place: Span
    }

    init(_ node: Node) {
        idSpan = node.span
        place = node.span
    }
}

extension RuleDraft {
    /// The levels that a pack can set.
    static let levelForm = Form<Level>.either(
        scalar: Form<String>.choice(["stop", "ask", "prove", "note"]).map { word, _, _ in Level.allCases.first { $0.word == word } })

    /// A file with one rule.
    static let fileForm = fileForm(fields + [examplesField])

    /// A file with one rule, read up to its examples.
    static let headForm = fileForm(fields)

    private static func fileForm(_ fields: [Field<RuleDraft>]) -> Form<RuleDraft?> {
        let rule = Shape(
            "rule", "When it applies, what it does, what it says, and examples that are its tests.", start: { RuleDraft($0) },
            fields: fields)
        return .shape(
            Shape(
                "rule file", "One rule of a pack.", start: { _ in nil },
                fields: [Field("rule", .shape(rule), required: true, "the rule") { $0 = $1 }]))
    }

    private static var fields: [Field<RuleDraft>] {
        [
            Field("id", .identifier, required: true, "names the danger, and reads after \"sign off on …\"") { rule, id, node in
                rule.id = id
                rule.idSpan = node.span
            },
            Field("title", WrittenText.form, required: true, "the danger in a few words") { $0.title = $1 },
            Field("why", WrittenText.form, required: true, "why it matters") { $0.why = $1 },
            Field("for", WrittenExpression.form, required: true, "of what it is asked, such as `each link in step.disturbs`") {
                $0.binding = $1
            },
            Field("group", WrittenExpression.form, "what a person handles: one finding for each value") { $0.group = $1 },
            Field("when", WrittenExpression.form, required: true, "the condition, in CEL") { $0.condition = $1 },
            Field("level", levelForm, required: true, "`stop`, `ask`, `prove` or `note`") { $0.level = $1 },
            Field("message", WrittenText.form, required: true, "what is told, with `{holes}`") { $0.message = $1 },
            Field("ask", .shape(askShape), "whose answer would help, and what is asked") { $0.ask = $1 },
            Field("prove", .shape(proveShape), "the reading that settles it") { $0.prove = $1 },
            Field("help", helpForm, "what to do about it, best first") { $0.help = $1 },
        ]
    }

    private static var examplesField: Field<RuleDraft> {
        Field("examples", .list(of: .shape(exampleShape)), required: true, "facts for which it fires or is silent") { $0.examples = $1 }
    }

    private static let askShape = Shape<AskDraft>(
        "ask", "Whose answer would help, and what is asked.", start: { _ in AskDraft() },
        fields: [
            Field("whom", WrittenExpression.form, required: true, "people or parties, in CEL") { $0.whom = $1 },
            Field("recall", WrittenText.form, required: true, "what the person is asked to recall") { $0.recall = $1 },
            Field("read_back", WrittenExpression.form, required: true, "what the person reads back, in CEL") { $0.readBack = $1 },
        ])

    private static let proveShape = Shape<ProveDraft>(
        "prove", "The reading that settles a finding.", start: { _ in ProveDraft() },
        fields: [
            Field("observe", WrittenExpression.form, required: true, "what is read, in CEL") { $0.observe = $1 },
            Field("expect", WrittenText.form, required: true, "what must be read") { $0.expect = $1 },
            Field("how", WrittenText.form, required: true, "how it is read") { $0.how = $1 },
        ])

    private static let helpForm = Form<[HelpDraft]>.either(
        scalar: Form(.string()) { node, _ in [HelpDraft(text: WrittenText(en: node, ru: node))] },
        sequence: .list(of: .shape(helpShape)),
        mapping: WrittenText.form.map { text, _, _ in [HelpDraft(text: text)] })

    private static let helpShape = Shape<HelpDraft>(
        "help", "One thing to do.", start: { _ in HelpDraft() },
        fields: [
            Field("when", WrittenExpression.form, "when it can be done, in CEL") { $0.condition = $1 },
            Field("text", WrittenText.form, required: true, "what to do") { $0.text = $1 },
        ])

    private static let exampleShape = Shape<ExampleDraft>(
        "example", "Facts for which the rule fires, or is silent.", start: { ExampleDraft(place: $0.span) },
        fields: [
            Field("fires", .node, "facts for which it finds something") { $0.fires = $1 },
            Field("silent", .node, "facts for which it finds nothing") { $0.silent = $1 },
        ])
}
