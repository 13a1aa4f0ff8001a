import LocatedYAML
package import Seals
import Verdicts

extension CheckDocument {
    /// The JSON Schema (2020-12) of the result of a check.
    package static var jsonSchema: JSON { JSONSchema.document("verdict", VerdictSchema.document) }
}

/// What the result of a check holds; `null` stands where there is none of what is not required.
enum VerdictSchema {
    private static let text = Schema.string()
    private static let texts = Schema.list(.string())
    private static let count = Schema.integer(minimum: 0, maximum: nil)
    private static let moment = Schema.string(pattern: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"#, examples: ["2026-11-24T09:00:00Z"])
    private static let digest = Schema.string(pattern: #"^sha256:[0-9a-f]{64}$"#)
    private static let level = Schema.choice(["stop", "inconclusive", "ask", "prove", "note"])
    private static let impactLevel = Schema.choice(["no-impact", "reduced-redundancy", "degraded", "outage"])
    private static let certainty = Schema.choice(["certain", "possible", "excluded", "unexplained"])

    private typealias Member = (key: String, schema: Schema, about: String, isRequired: Bool)

    private static func object(_ name: String, _ about: String, _ members: [Member]) -> Schema {
        let fields = members.map { Schema.FieldSchema(key: $0.key, about: $0.about, isRequired: $0.isRequired, schema: $0.schema) }
        return .object(name: name, about: about) { fields }
    }

    static var document: Schema {
        object(
            "verdict", "The result of a check.",
            [
                ("schema", .choice([Check.schemaName]), "The form of the document.", true),
                ("order", text, "The order's number.", true),
                ("title", text, "The order's title.", true),
                ("client", text, "The client's id.", true),
                ("verdict", .choice(Verdict.allCases.reversed().map(\.word)), "The worst that applies.", true),
                ("now", moment, "The moment at which knowledge was judged.", true),
                ("good_until", orNull(moment), "The first expiry of what the verdict rests on.", true),
                ("counts", counts, "How many findings are open, by level.", true),
                ("findings", .list(finding), "By level, the gravest first.", true),
                ("questions", .list(questionnaire), "The open questions by person.", true),
                ("services", .list(service), "What the whole order does to each service, the worst first.", true),
                ("undo", .list(undo), "The way back from the point after each step.", true),
                ("gaps", .list(gap), "What is not on record, not modelled, not checked.", true),
                ("exemptions", .list(.anything), "What exemptions of the client left out.", false),
                ("diagnostics", .list(.anything), "What was wrong with folder, order and rules.", false),
                ("since", .anything, "What changed since an earlier result.", false),
            ])
    }

    private static func orNull(_ schema: Schema) -> Schema { .either([schema, .choice([])]) }

    private static var counts: Schema {
        object(
            "counts", "How many findings are open, by level.",
            ["stop", "inconclusive", "ask", "prove", "note", "settled", "questions"].map { ($0, count, "How many.", true) })
    }

    private static var finding: Schema {
        object(
            "finding", "A rule that applies to a subject.",
            [
                ("rule", text, "The rule's id.", true),
                ("title", text, "The rule's title.", true),
                ("level", level, "What it does to the verdict.", true),
                ("level_changed", .anything, "Where the client changed the level: from which, why, who approved it, until when.", false),
                ("step", orNull(text), "The step's id.", true),
                ("subject", subject, "What a person handles and is asked about.", true),
                ("members", .list(member), "What the rule applies to, worst first.", true),
                ("message", text, "What is wrong.", true),
                ("fingerprint", text, "The same for the same finding in every run.", true),
                ("at", orNull(place), "Where the step's target is written.", true),
                ("impact", .list(impact), "Impacts that begin with the step.", true),
                ("ask", orNull(question), "What is asked of whom.", true),
                ("rests_on", digest, "The digest of what an answer rests on: while it stays, an answer holds.", false),
                ("help", texts, "What to do about it, best first.", true),
                ("proposal", text, "The hold step that settles it, ready to paste.", false),
                ("settled_by", orNull(.map(values: text)), "What settled it.", true),
            ])
    }

    private static var subject: Schema {
        object(
            "subject", "What a rule bound.",
            [
                ("type", text, "Its kind in the facts.", true), ("key", text, "Its key.", true),
                ("label", text, "Its name for people.", true),
            ])
    }

    private static var member: Schema {
        object(
            "member", "One binding for which the rule holds.",
            [
                ("type", text, "Its kind in the facts.", true), ("key", text, "Its key.", true),
                ("label", text, "Its name for people.", true),
                ("message", text, "What is wrong with it.", true), ("fingerprint", text, "Its own fingerprint.", true),
                ("ask", question, "What is asked about it alone, where the finding has several members.", false),
                ("rests_on", digest, "What an answer about it alone rests on.", false),
            ])
    }

    private static var place: Schema {
        object(
            "place", "A place in a file, from 1.",
            [("file", text, "The path.", true), ("line", count, "The line.", true), ("column", count, "The column.", true)])
    }

    private static var question: Schema {
        object(
            "question", "What is asked of whom.",
            [
                ("whom", texts, "People by id.", true), ("parties", texts, "Parties by id.", true), ("recall", text, "The question.", true),
                ("read_back", text, "What the person names in the answer.", true),
            ])
    }

    private static var questionnaire: Schema {
        let addressee = object(
            "addressee", "A contact of the client, somebody else by name, or somebody of a party.",
            [
                ("contact", text, "The contact's id.", false), ("name", text, "Somebody who is no contact.", false),
                ("party", text, "The party's id.", false),
            ])
        let part = object(
            "part", "What an answer bears on.",
            [("finding", text, "The finding's fingerprint.", true), ("members", texts, "The fingerprints of its members.", true)])
        let item = object(
            "item", "One question.",
            [
                ("recall", text, "What is asked first.", true), ("read_back", text, "What the person names in the answer.", true),
                ("settles", .boolean, "An answer settles something; else it only adds knowledge.", true),
                ("rests_on", digest, "What an answer rests on: all that it bears on.", false),
                ("about", .list(part), "What an answer bears on, the gravest first.", true),
            ])
        return object(
            "questionnaire", "The questions of those who get the very same.",
            [("whom", .list(addressee), "Who is asked.", true), ("items", .list(item), "The questions.", true)])
    }

    private static var impact: Schema {
        object(
            "impact", "What the steps up to one do to a service.",
            [
                ("service", text, "The service's id.", true), ("at_best", impactLevel, "In the best world.", true),
                ("at_worst", impactLevel, "In the worst world.", true), ("certainty", certainty, "Of an outage.", true),
                ("since", text, "The first step from which it is so.", false), ("until", moment, "When it is over.", false),
                ("lasts", text, "How long it lasts.", false), ("basis", text, "Why an outage is excluded.", false),
                ("shown_by", texts, "The way or the elements that show it.", true), ("leans_on", texts, "What must take over.", false),
                ("proven", .boolean, "Fresh evidence shows that up.", false),
            ])
    }

    private static var service: Schema {
        object(
            "service", "What the whole order does to a service.",
            [
                ("id", text, "The service's id.", true), ("name", text, "Its name.", true),
                ("department", text, "The party it belongs to.", false),
                ("criticality", text, "As the client wrote it.", true), ("at_best", impactLevel, "In the best world.", true),
                ("at_worst", impactLevel, "In the worst world.", true), ("certainty", certainty, "Of an outage.", true),
                ("shown_by", texts, "The way or the elements that show it.", true),
                ("since", text, "The step with which it begins.", false),
            ])
    }

    private static var undo: Schema {
        object(
            "undo", "The way back from the point after one step.",
            [
                ("after", text, "The step after which the work stops.", true),
                ("kind", .choice(["auto", "none", "written"]), "Where the undo of the step itself comes from.", true),
                ("restores", .boolean, "Everything is then as it was before the order.", true),
                ("steps", texts, "What is done first, in order.", true),
                ("then_as_after", text, "The point whose way back follows; without it the steps are all.", false),
                ("missing", texts, "What stays different, beyond what already did after the step before.", true),
                ("takes", text, "How long the whole way back takes.", false),
                ("fits_window", .boolean, "It ends before the window does; true where a time is not known.", true),
            ])
    }

    private static var gap: Schema {
        object(
            "gap", "Silence that matters.",
            [("kind", text, "Its kind.", true), ("what", text, "The object.", true), ("why", text, "What follows from it.", true)])
    }
}
