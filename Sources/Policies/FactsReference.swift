import CEL
package import Diagnostics
package import Rehearsals

/// One kind of objects in the facts, as a reference for people who write rules shows it.
package struct FactKind: Sendable {
    /// As rules and messages name it, such as `Link`.
    package let name: String
    package let about: Phrase
    package let fields: [Field]

    /// One field of a kind.
    package struct Field: Hashable, Sendable {
        package let name: String
        /// Its type in the language of rules, such as `optional(duration)`.
        package let type: String
        package let about: Phrase
        /// Changes without meaning: texts may show it, conditions may not use it.
        package let isVolatile: Bool
    }
}

extension Facts {
    /// All kinds of objects with their fields.
    package static var kinds: [FactKind] {
        FactTables.all.map { table in
            FactKind(name: table.word.text, about: table.about, fields: table.fields.map(FactKind.Field.init))
        }
    }
}

extension PolicySet {
    /// The fields by which a rule decides, each once and in the order of its condition, under names such as `Link.far_end`.
    package func fields(readBy id: String) -> [FactKind.Field] {
        guard let rule = compiled.first(where: { $0.id.text == id }) else { return [] }
        var fields: [FactKind.Field] = []
        for use in rule.condition.uses {
            guard let record = use.record, let table = FactTables.table(of: record),
                let field = table.fields.first(where: { $0.name == use.name })
            else { continue }
            let named = FactKind.Field(
                name: "\(record).\(field.name)", type: field.type.shown, about: field.about, isVolatile: field.isVolatile)
            if !fields.contains(named) { fields.append(named) }
        }
        return fields
    }
}

extension FactKind.Field {
    fileprivate init(_ field: FactField) {
        self.init(name: field.name, type: field.type.shown, about: field.about, isVolatile: field.isVolatile)
    }
}
