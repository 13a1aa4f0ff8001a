import CEL
import Diagnostics
import Rehearsals
import Seals

/// The JSON Schema of the facts document, from the field tables.
enum FactsSchema {
    static var document: JSON {
        var properties: [JSON.Member] = [
            JSON.Member("schema", ["const": .string(Facts.schemaName)]), JSON.Member("client", ["type": "string"]),
            JSON.Member("now", moment), JSON.Member("good_until", moment), JSON.Member("order", reference(to: FactTables.all[0])),
        ]
        for table in FactTables.all {
            guard let name = table.document else { continue }
            properties.append(
                JSON.Member(
                    name, ["type": "array", "description": .string(table.about.en), "items": reference(to: table)]))
        }
        return [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:primum:facts:1",
            "title": .string(Facts.schemaName), "description": .string(Phrase.facts.en), "type": "object",
            "properties": .object(properties),
            "required": .strings(properties.map(\.key).filter { $0 != "good_until" }), "additionalProperties": false,
            "$defs": .object(FactTables.all.map { JSON.Member(definition($0), schema(of: $0)) }),
        ]
    }

    /// The name of a kind's definition; `Known<[Cable]>` becomes `Known-list-Cable`, because a pointer takes no brackets.
    private static func definition(_ table: FactTable) -> String {
        String(
            table.word.text.flatMap { letter -> String in
                switch letter {
                case "<": "-"
                case "[": "list-"
                case ">", "]": ""
                default: String(letter)
                }
            })
    }

    private static func schema(of table: FactTable) -> JSON {
        [
            "type": "object", "description": .string(table.about.en),
            "properties": .object(
                table.fields.map { field in
                    guard case .object(let members) = schema(of: field, in: table) else { return JSON.Member(field.name, [:]) }
                    return JSON.Member(field.name, .object(members + [JSON.Member("description", .string(field.about.en))]))
                }),
            "required": .strings(table.fields.filter { isAlwaysThere($0.type) }.map(\.name)), "additionalProperties": false,
        ]
    }

    /// A field that holds one of a few words, or none, says which.
    private static func schema(of field: FactField, in table: FactTable) -> JSON {
        FactVocabulary.words(of: table, field).map { ["enum": .strings([""] + $0)] } ?? schema(of: field.type)
    }

    /// What may be absent is left out of the document; `Known` is always there, and says that nobody knows.
    private static func isAlwaysThere(_ type: ValueType) -> Bool {
        switch type {
        case .optional: false
        case .record(let word): FactTables.table(of: word)?.known != nil
        default: true
        }
    }

    private static func schema(of type: ValueType) -> JSON {
        switch type {
        case .string: ["type": "string"]
        case .int: ["type": "integer"]
        case .bool: ["type": "boolean"]
        case .timestamp: moment
        case .duration: ["type": "string", "pattern": "^-?P.+$"]
        case .list(let element): ["type": "array", "items": schema(of: element)]
        case .optional(let inner): schema(of: inner)
        case .record(let word): FactTables.table(of: word).map(schemaOfReference) ?? [:]
        default: preconditionFailure("no field of facts has the type \(type)")
        }
    }

    private static func schemaOfReference(to table: FactTable) -> JSON {
        guard table.document != nil, table.key != nil else { return reference(to: table) }
        return ["anyOf": [["type": "string"], reference(to: table)]]
    }

    private static func reference(to table: FactTable) -> JSON { ["$ref": .string("#/$defs/\(definition(table))")] }

    private static var moment: JSON { ["type": "string", "format": "date-time"] }
}

extension Phrase {
    fileprivate static var facts: Phrase {
        Phrase(
            en: """
                What the rehearsal of an order found. Rows that have a key stand once in a list of their own and are referred to by key; a \
                row that says something else under the same key, such as a link as one step disturbs it, is written in full.
                """,
            ru: """
                Что показала репетиция заявки. Строки, у которых есть ключ, стоят один раз в своём списке, и на них ссылаются по ключу; \
                строка, в которой под тем же ключом сказано иное, например связь, какой её задевает шаг, написана целиком.
                """)
    }
}
