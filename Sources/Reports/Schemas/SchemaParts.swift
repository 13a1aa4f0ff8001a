package import LocatedYAML

/// Words in which the schemas of our documents are written.
extension Schema {
    /// One member of an object.
    package typealias Member = (key: String, schema: Schema, about: String, isRequired: Bool)

    /// A text for people, or a name.
    package static let text = Schema.string()
    /// Texts in an order that means something.
    package static let texts = Schema.list(.string())
    /// How many.
    package static let count = Schema.integer(minimum: 0, maximum: nil)
    /// In UTC, as all documents write moments.
    package static let moment = Schema.string(
        pattern: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"#, examples: ["2026-11-24T09:00:00Z"])

    /// An object with its members.
    package static func object(_ name: String, _ about: String, _ members: @escaping @Sendable () -> [Member]) -> Schema {
        .object(name: name, about: about) {
            members().map { FieldSchema(key: $0.key, about: $0.about, isRequired: $0.isRequired, schema: $0.schema) }
        }
    }

    /// The member that says which form a document has.
    package static func form(_ name: String) -> Member { ("schema", .choice([name]), "The form of the document.", true) }

    /// What may also be null.
    package static func orNull(_ schema: Schema) -> Schema { .either([schema, .choice([])]) }

    /// A place in a file.
    static var place: Schema {
        .object("place", "A place in a file, both numbers from 1.") {
            [("file", .text, "The path.", true), ("line", .count, "The line.", true), ("column", .count, "The column.", true)]
        }
    }

    /// One thing that is wrong.
    static var diagnostic: Schema {
        .object("diagnostic", "One thing that is wrong, or worth saying.") {
            [
                ("code", .text, "The permanent name of the kind of fault.", true),
                ("severity", .choice(["error", "warning", "note"]), "How grave it is.", true),
                ("message", .text, "What is wrong.", true), ("at", .place, "Where.", false),
                ("label", .text, "What is to be seen there.", false),
                ("related", .list(related), "Other places that belong to it.", false), ("notes", .texts, "What explains it.", false),
                ("help", .texts, "The cure.", false),
            ]
        }
    }

    private static var related: Schema {
        .object("related", "A second place.") { [("at", .place, "Where.", true), ("label", .text, "What is to be seen there.", true)] }
    }
}
