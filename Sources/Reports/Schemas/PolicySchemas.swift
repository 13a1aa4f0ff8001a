import LocatedYAML
import Policies
package import Seals

extension RuleBook {
    /// The JSON Schema (2020-12) of a list of rules.
    package static var jsonSchema: JSON { JSONSchema.document("rules", PolicySchemas.rules, isOurs: true) }
}

extension RulePage {
    /// The JSON Schema (2020-12) of one rule as `explain` tells it.
    package static var jsonSchema: JSON { JSONSchema.document("explained-rule", PolicySchemas.page, isOurs: true) }
}

extension InquiryReport {
    /// The JSON Schema (2020-12) of why a rule found something.
    package static var jsonSchema: JSON { JSONSchema.document("explanation", PolicySchemas.explanation, isOurs: true) }
}

extension PackTestReport {
    /// The JSON Schema (2020-12) of what the tests of a pack came to.
    package static var jsonSchema: JSON { JSONSchema.document("policy-test", PolicySchemas.test, isOurs: true) }
}

extension PolicyDiffReport {
    /// The JSON Schema (2020-12) of what would change with another pack.
    package static var jsonSchema: JSON { JSONSchema.document("policy-diff", PolicySchemas.diff, isOurs: true) }
}

/// Documents about rules.
private enum PolicySchemas {
    private static let level = Schema.choice(["stop", "inconclusive", "ask", "prove", "note"])

    // MARK: Rules

    static let rules = Schema.object("rules", "Rules with all that explains them.") {
        [Schema.form("primum.rules/1"), ("rules", .list(rule), "In the order of their ids.", true)]
    }

    static let page = Schema.object("explained-rule", "One rule, or a finding of the engine's own.") {
        [Schema.form("primum.rule/1")] + members.map { ($0.key, $0.schema, $0.about, ["rule", "level", "title", "why"].contains($0.key)) }
    }

    private static let rule = Schema.object("rule", "One rule.") { members }

    private static var members: [Schema.Member] {
        [
            ("rule", .text, "Its id.", true), ("pack", .text, "The pack that it comes from.", true),
            ("level", level, "As it is used.", true),
            ("title", .text, "The danger.", true), ("why", .text, "Why it matters.", true), ("for", .text, "Of what it is asked.", true),
            ("when", .text, "The condition, in CEL.", true), ("group", .text, "One finding for each value.", false),
            ("message", .text, "What is told, with holes.", true), ("ask", question, "What is asked of whom.", false),
            ("prove", reading, "The reading that settles it.", false), ("help", .list(help), "What to do, best first.", true),
            ("settled_by", .text, "How its findings go away.", true), ("examples", .list(example), "Its tests.", true),
        ]
    }

    private static let question = Schema.object("question", "What is asked of whom.") {
        [
            ("whom", .text, "People or parties, in CEL.", true), ("recall", .text, "The question.", true),
            ("read_back", .text, "What is named in the answer, in CEL.", true),
        ]
    }

    private static let reading = Schema.object("reading", "A reading.") {
        [
            ("observe", .text, "What is read, in CEL.", true), ("expect", .text, "What must be read.", true),
            ("how", .text, "How it is read.", true),
        ]
    }

    private static let help = Schema.object("help", "One thing to do.") {
        [("when", .text, "When it can be done, in CEL.", false), ("text", .text, "What to do.", true)]
    }

    private static let example = Schema.object("example", "Facts, and whether the rule fires on them.") {
        [("fires", .boolean, "It fires.", true), ("facts", .text, "The facts as written.", true)]
    }

    // MARK: Explanations

    static let explanation = Schema.object("explanation", "Why a rule found something in an order, or did not.") {
        [
            Schema.form(InquiryReport.schemaName), ("order", .text, "The order's number.", true), ("rule", .text, "The rule's id.", true),
            ("pack", .text, "The pack that it comes from.", true), ("level", level, "As it is used.", true),
            ("title", .text, "The danger.", true),
            ("for", .text, "Of what it is asked.", true), ("when", .text, "The condition, in CEL.", true),
            ("counts", .map(values: .count), "How many subjects came to what.", true),
            ("failures", .texts, "Lists of `for` that could not be worked out.", true),
            ("cases", .list(found), "One for each subject, or for those that were asked for.", true),
        ]
    }

    private static let found = Schema.object("case", "One subject.") {
        [
            ("outcome", .choice(RuleInquiry.Outcome.allCases.map(\.rawValue)), "What came of it.", true),
            ("step", .text, "The step that is bound, or to which it belongs.", false),
            ("names", .list(name), "What the rule's names stand for.", true),
            ("group", .text, "The finding that it is a member of.", false),
            ("decided_by", .texts, "The parts that decided.", true), ("condition", part, "The condition, part by part.", true),
        ]
    }

    private static let name = Schema.object("name", "What a name stands for.") {
        [
            ("name", .text, "The name.", true), ("type", .text, "Its kind in the facts.", true), ("key", .text, "Its key.", true),
            ("label", .text, "Its name for people.", true),
        ]
    }

    private static var part: Schema {
        .object("part", "A part of the condition: with a value, failed, or not looked at.") {
            [
                ("text", .text, "As it is written.", true), ("element", element, "The element of the macro around it.", false),
                ("value", .anything, "What it came to.", false), ("failed", .text, "Why it has no value.", false),
                ("not_looked_at", .boolean, "Something before it had decided.", false), ("deciding", .boolean, "It decided.", false),
                ("parts", .list(.lazy { Self.part }), "The parts below.", false),
            ]
        }
    }

    private static let element = Schema.object("element", "An element of a list.") {
        [("name", .text, "The name that it was given.", true), ("value", .text, "What it is.", true)]
    }

    // MARK: Tests

    static let test = Schema.object("policy-test", "What the tests of a pack came to.") {
        [
            Schema.form(PackTestReport.schemaName), ("pack", .text, "The pack.", true), ("passed", .boolean, "Nothing failed.", true),
            ("examples", counted, "The rules' examples.", true), ("tests", counted, "The tests in files.", true),
            ("coverage", coverage, "What was seen of the conditions.", true), ("diagnostics", .list(.diagnostic), "What failed.", true),
        ]
    }

    private static let counted = Schema.object("counted", "How many there are, and how many failed.") {
        [("count", .count, "How many.", true), ("failed", .count, "How many failed.", true)]
    }

    private static let coverage = Schema.object("coverage", "What was seen of the conditions.") {
        [
            ("rules", .count, "Rules.", true), ("fired", .count, "Rules that fired.", true),
            ("branches", .count, "Parts that decide, each twice: true and false.", true),
            ("seen", .count, "Branches that were seen.", true),
            ("never_fired", .texts, "Rules that never fired.", true), ("missing", .list(missing), "Branches that were not seen.", true),
        ]
    }

    private static let missing = Schema.object("missing", "A part that was never true, or never false.") {
        [
            ("rule", .text, "The rule.", true), ("text", .text, "The part.", true), ("never", .boolean, "What it never was.", true),
            ("at", .place, "Where it is written.", true),
        ]
    }

    // MARK: Comparisons

    static let diff = Schema.object("policy-diff", "What would change for orders with another pack.") {
        [
            Schema.form(PolicyDiffReport.schemaName), ("old", .text, "The pack that is used.", true),
            ("new", .text, "The other one.", true),
            ("changed", .boolean, "Anything would change.", true), ("orders", .list(order), "The orders, by path.", true),
        ]
    }

    private static let order = Schema.object("order", "One order.") {
        [
            ("order", .text, "Its number.", true), ("file", .text, "Its file.", true),
            ("now", .moment, "The moment of the knowledge.", true),
            ("changed", .boolean, "Anything would change.", true), ("verdict", verdicts, "By either pack.", true),
            ("appeared", .list(finding), "Findings that would come.", true), ("gone", .list(finding), "Findings that would go.", true),
            ("altered", .list(altered), "Findings with another level, or settled or not.", true),
        ]
    }

    private static let verdicts = Schema.object("verdicts", "By either pack.") {
        [("old", verdict, "By the one that is used.", true), ("new", verdict, "By the other one.", true)]
    }

    private static let verdict = Schema.choice(["do-not-touch", "inconclusive", "hold", "as-agreed", "no-known-harm"])

    private static let finding = Schema.object("finding", "A finding of one of the packs.") {
        [
            ("fingerprint", .text, "The same for the same finding.", true), ("rule", .text, "The rule's id.", true),
            ("level", level, "Its level.", true),
            ("message", .text, "What is wrong.", true),
        ]
    }

    private static let altered = Schema.object("altered", "A finding of both packs.") {
        [
            ("fingerprint", .text, "The same for the same finding.", true), ("rule", .text, "The rule's id.", true),
            ("old", state, "Before.", true),
            ("new", state, "After.", true), ("message", .text, "What is wrong.", true),
        ]
    }

    private static let state = Schema.object("state", "How a finding stands.") {
        [("level", level, "Its level.", true), ("settled", .boolean, "It is settled.", true)]
    }
}
