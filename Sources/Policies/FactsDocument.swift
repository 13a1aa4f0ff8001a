package import Rehearsals
package import Seals

extension Facts {
    /// The name of the facts document's form.
    package static let schemaName = "primum.facts/1"

    /// The facts as a document, `primum.facts/1`; `schema facts` describes it.
    package var json: JSON { FactsWriter(self).document }

    /// The JSON Schema (2020-12) of the facts document.
    package static var jsonSchema: JSON { FactsSchema.document }
}
