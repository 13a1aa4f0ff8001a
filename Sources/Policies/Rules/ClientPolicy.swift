import CEL
import Diagnostics
import LocatedYAML
import Times

/// A client's `policy.yaml` as it is written.
struct ClientPolicy: Sendable {
    /// Nil where nothing is said: then the pack that comes with the program is used whole.
    var uses: [Use]?
    var exemptions: [Exemption] = []

    /// One pack that is used, and what is changed in it.
    struct Use: Sendable {
        var pack: Located<Symbol>
        var levels: [Entry<LevelChange>] = []
        var parameters: [Entry<Node>] = []

        init(_ node: Node) {
            pack = Located(.empty, node.span)
        }
    }

    /// A level that is set where the pack is used; all but the level is needed to lower one.
    struct LevelChange: Sendable {
        var to = Level.note
        var reason = Symbol.empty
        var approvedBy: Located<Symbol>?
        var until: Node?
        var place: Span
    }

    /// Something that is not found although a rule says so.
    struct Exemption: Sendable {
        var rule: Located<Symbol>?
        var condition: WrittenExpression?
        var reason = Symbol.empty
        var approvedBy: Located<Symbol>?
        var expires: Node?
        var place: Span
    }
}

extension ClientPolicy {
    static let shape = Shape<ClientPolicy>(
        "policy", "Which rules the client's orders are judged by.", start: { _ in ClientPolicy() },
        fields: [
            Field("use", .list(of: .shape(useShape)), "the packs that are used, and what is changed in them") { $0.uses = $1 },
            Field("exemptions", .list(of: .shape(exemptionShape).faultless), "what is let pass, by whom, why and until when") {
                $0.exemptions = $1
            },
        ])

    private static let useShape = Shape<Use>(
        "use", "One pack, and what is changed in it.", start: { Use($0) },
        fields: [
            Field("pack", .located(.identifier), required: true, "the pack's name, such as `do-no-harm`") { $0.pack = $1 },
            Field("levels", .map(of: levelForm), "levels by rule: raised by a word, lowered with reason, approval and end") {
                $0.levels = $1
            },
            Field("parameters", .map(of: .node), "parameters of the pack that the client sets") { $0.parameters = $1 },
        ])

    private static let levelForm = Form<LevelChange>.either(
        scalar: RuleDraft.levelForm.map { level, node, _ in LevelChange(to: level, place: node.span) },
        mapping: .shape(
            Shape(
                "level", "A level and why it is changed.", start: { LevelChange(place: $0.span) },
                fields: [
                    Field("to", RuleDraft.levelForm, required: true, "the level") { $0.to = $1 },
                    Field("reason", reason, "why") { $0.reason = $1 },
                    Field("approved_by", .located(.identifier), "the contact who approved it") { $0.approvedBy = $1 },
                    Field("until", momentNode, "until when") { $0.until = $1 },
                ])
        ).faultless)

    private static let exemptionShape = Shape<Exemption>(
        "exemption", "Something that is let pass.", start: { Exemption(place: $0.span) },
        fields: [
            Field("rule", .located(.identifier), required: true, "the rule's id") { $0.rule = $1 },
            Field("where", WrittenExpression.form, "for which of its bindings, in CEL; all of them where it is missing") {
                $0.condition = $1
            },
            Field("reason", reason, required: true, "why") { $0.reason = $1 },
            Field("approved_by", .located(.identifier), required: true, "the contact who approved it") { $0.approvedBy = $1 },
            Field("expires", momentNode, required: true, "until when; a date counts to its end") { $0.expires = $1 },
        ])

    /// Words that say something.
    private static let reason = Form<Symbol>.scalar(.string(pattern: #"\S"#), .text) { node in
        let words = node.string.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : Symbol(words.joined(separator: " "))
    }

    /// A date or a moment; kept as written, because a date ends when the client's day does.
    private static let momentNode = Form<WrittenMoment>.moment.map { _, node, _ in node }

    /// The moment at which something that is good until then ends.
    static func end(_ written: Node, in timezone: TimeZoneRules) -> Timestamp {
        guard let moment = WrittenMoment(written.string) else { preconditionFailure("the form let a moment pass that is none") }
        guard moment.precision == .day else { return moment.moment }
        let date = CivilTime(moment.moment).date
        return timezone.startOfDay(CivilDate(daysSinceEpoch: date.daysSinceEpoch + 1))
    }
}

/// An exemption compiled for its rule.
struct CompiledExemption: Sendable {
    /// Nil lets everything pass that the rule finds.
    let condition: Program?
    let reason: Symbol
    let approvedBy: Symbol
    /// As written.
    let expires: Symbol
    let end: Timestamp
    let place: Span
}

/// A level that the client changed, and until when.
struct CompiledLevelChange: Sendable {
    let to: Level
    /// What findings say of it.
    let told: Finding.LevelChange
    /// Nil for a raised level without an end.
    let end: Timestamp?
    let place: Span
}
