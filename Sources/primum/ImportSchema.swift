import LocatedYAML
import Reports
import Seals

extension ImportSummary {
    /// The JSON Schema (2020-12) of what an import did.
    static var jsonSchema: JSON { JSONSchema.document("import", schema, isOurs: true) }

    private static let schema = Schema.object("import", "What an import did.") {
        [
            Schema.form("primum.import/1"), ("folder", .text, "The client's folder.", true),
            ("written", .boolean, "Files were written; false for a dry run.", true), ("files", .texts, "The files.", true),
            ("vouched", .boolean, "A day and a person stand behind what was imported.", true),
            ("owners", .boolean, "What was imported has owners.", true), ("lists", .list(list), "By list of the export.", true),
            ("skipped", .texts, "Texts in which no list was found.", true), ("changes", .list(change), "Object by object.", true),
        ]
    }

    private static let list = Schema.object("list", "One list of the export.") {
        [
            ("path", .text, "Its path in the API.", true), ("objects", .count, "Objects in it.", true),
            ("imported", .count, "Objects that stand in the folder.", true), ("unplaced", .count, "Objects without a place.", true),
            ("fields_without_place", .map(values: .count), "Fields without a place: how many objects have each.", true),
        ]
    }

    private static let change = Schema.object("change", "What happened to one object.") {
        [
            ("section", .text, "The list of the folder.", true), ("name", .text, "The object's name.", true),
            ("origin", .text, "Its key in the export.", true),
            ("change", .choice(["added", "changed", "kept-by-hand", "removed", "kept-gone"]), "What happened.", true),
            ("field", .text, "The field.", false), ("from", .orNull(.text), "The value before.", false),
            ("to", .orNull(.text), "The value after.", false), ("folder", .text, "The value that a person wrote.", false),
            ("netbox", .text, "The value of the export.", false),
        ]
    }
}
