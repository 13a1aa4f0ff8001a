import Diagnostics
package import LocatedYAML
package import Seals

/// The JSON Schema (draft 2020-12) of what a reader accepts, made from the reader's own declarations.
///
/// Objects are written once, under `$defs`. A choice of nothing stands for null. A text may be written as a number or a truth value, because readers of ours take
/// `name: 012` as it stands.
package struct JSONSchema {
    private var names: [String: [String]] = [:]
    private var definitions: [JSON.Member] = []
    private let isOurs: Bool

    /// The document for a kind of file, such as `client`.
    ///
    /// - Parameter isOurs: it is a kind of document that we write: a text is a string, and nothing else.
    package static func document(_ kind: String, _ schema: Schema, isOurs: Bool = false) -> JSON {
        var writer = JSONSchema(isOurs: isOurs)
        guard case .object(let root) = writer.json(of: schema) else { preconditionFailure("a kind of document is an object") }
        let definitions = writer.definitions.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return .object(
            [
                JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
                JSON.Member("$id", .string("urn:primum:\(kind):1")),
                JSON.Member("title", .string("primum \(kind)")),
            ] + root + [JSON.Member("$defs", .object(definitions))])
    }

    private init(isOurs: Bool) {
        self.isOurs = isOurs
    }

    private mutating func json(of schema: Schema) -> JSON {
        switch schema {
        case .string(let pattern, let examples):
            return .object(leavingOutNil: [
                "type": isOurs ? "string" : ["string", "number", "boolean"], "pattern": pattern.map { .string($0) },
                "examples": examples.isEmpty ? nil : .strings(examples),
            ])
        case .integer(let minimum, let maximum):
            return .object(leavingOutNil: [
                "type": "integer", "minimum": minimum.map { .integer($0) }, "maximum": maximum.map { .integer($0) },
            ])
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .choice(let words): return ["enum": words.isEmpty ? [.null] : .strings(words)]
        case .list(let element): return ["type": "array", "items": json(of: element)]
        case .map(let values): return ["type": "object", "additionalProperties": json(of: values)]
        case .either(let forms): return ["anyOf": .array(forms.map { json(of: $0) })]
        case .object(let name, let about, let fields): return ["$ref": .string("#/$defs/\(definition(name, about, fields()))")]
        case .anything: return true
        case .lazy(let make): return json(of: make())
        }
    }

    /// The name under which an object stands; objects of one name with other keys get a number.
    private mutating func definition(_ name: String, _ about: String, _ fields: [Schema.FieldSchema]) -> String {
        let keys = fields.map(\.key)
        // A pointer takes no spaces.
        let name = name.replacing(" ", with: "-")
        var own = name
        var number = 2
        while let known = names[own] {
            if known == keys { return own }
            own = "\(name)-\(number)"
            number += 1
        }
        // Known before its parts are written, because an object may hold itself.
        names[own] = keys
        let properties = fields.map { JSON.Member($0.key, described(json(of: $0.schema), $0.about)) }
        let required = fields.filter(\.isRequired).map(\.key)
        definitions.append(
            JSON.Member(
                own,
                .object(leavingOutNil: [
                    "description": .string(about), "type": "object", "properties": .object(properties),
                    "required": required.isEmpty ? nil : .strings(required), "additionalProperties": false,
                ])))
        return own
    }

    private func described(_ schema: JSON, _ about: String) -> JSON {
        guard case .object(let members) = schema else { return ["description": .string(about)] }
        return .object([JSON.Member("description", .string(about))] + members)
    }
}
