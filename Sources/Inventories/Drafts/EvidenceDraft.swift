import Diagnostics
import LocatedYAML
import Times

/// Evidence as it is written.
struct EvidenceDraft {
    var source: EvidenceSource?
    var seen: WrittenMoment?
    var by: Symbol?

    var isEmpty: Bool { source == nil && seen == nil && by == nil }

    static let shape = Shape<EvidenceDraft>(
        "evidence", "Where a fact comes from: its shelf life depends on it.", start: { _ in EvidenceDraft() },
        fields: fields(in: \EvidenceDraft.self))

    /// The keys of evidence, also for objects that hold them beside their own keys.
    static func fields<Holder>(in path: any WritableKeyPath<Holder, EvidenceDraft> & Sendable) -> [Field<Holder>] {
        [
            Field("source", .choice, "How it is known: traced, lldp, mac-table, label, photo, document, statement or hearsay.") {
                $0[keyPath: path].source = $1
            },
            Field("seen", .moment, "When it was seen.") { $0[keyPath: path].seen = $1 },
            Field("by", .examples("ivanov"), "Who stands behind it: a contact; any other name counts as hearsay.") {
                $0[keyPath: path].by = $1
            },
        ]
    }
}

extension Form where Value == EvidenceDraft {
    static var evidence: Form { .shape(EvidenceDraft.shape) }
}

/// A survey as it is written.
struct SurveyDraft {
    var scope: SelectorDraft?
    var evidence = EvidenceDraft()
    var isComplete = false
    var span: Span

    static let shape = Shape<SurveyDraft>(
        "survey", "Somebody looked at a whole place; only here does `not written` mean `empty`.", start: { SurveyDraft(span: $0.span) },
        fields: [
            Field("scope", .selector, required: true, "What was looked at.") { $0.scope = $1 },
            Field("complete", .boolean, "True when nothing there was left out.") { $0.isComplete = $1 },
        ] + EvidenceDraft.fields(in: \.evidence))
}

/// What a person has said, as it is written.
struct StatementDraft {
    var by: Mention?
    var seen: WrittenMoment?
    var says: Statement.Says?
    var about: Located<ObjectReference>?
    var words: Symbol?
    var span: Span

    static let shape = Shape<StatementDraft>(
        "statement", "What a person said before any question was put; reported, so it proves little.",
        start: { StatementDraft(span: $0.span) },
        fields: [
            Field("by", .mention, required: true, "Who said it: a contact, or a name.") { $0.by = $1 },
            Field("seen", .moment, "When it was said.") { $0.seen = $1 },
            Field(
                "says", .choice, required: true, "What it comes to: authorises, owns, disclaims, does-not-know, refuses or heard-from."
            ) { $0.says = $1 },
            Field("about", .located(.object), "The object that it is about.") { $0.about = $1 },
            Field("words", .symbol, "The words themselves.") { $0.words = $1 },
        ])
}

/// Something that is out at present, as it is written.
struct StateDraft {
    var what: SelectorDraft?
    var condition: Symbol?
    var kind: Symbol?
    var since: WrittenMoment?
    var until: WrittenMoment?
    var evidence = EvidenceDraft()
    var span: Span

    static let shape = Shape<StateDraft>(
        "state", "Something that is out at present: a fault, a drained unit, a notice, gear that is already dead.",
        start: { StateDraft(span: $0.span) },
        fields: [
            Field("what", .selector, required: true, "What is out.") { $0.what = $1 },
            Field("is", .examples("down", "drained", "dead"), required: true, "How it is.") { $0.condition = $1 },
            Field("kind", .examples("fault", "maintenance", "notice"), "What kind of state that is.") { $0.kind = $1 },
            Field("since", .moment, "Since when.") { $0.since = $1 },
            Field("until", .moment, "Until when, where that is known; a day counts to its end.") { $0.until = $1 },
        ] + EvidenceDraft.fields(in: \.evidence))
}
