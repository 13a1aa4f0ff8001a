import ArgumentParser
import ChangeOrders
import Diagnostics
import Inventories
import Policies
import Rehearsals
import Reports
import Seals

/// `primum schema`: what files may hold.
struct SchemaCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of a kind of file.",
        discussion: """
            The schemas (draft 2020-12) of what people write are made from the declarations that the readers use. Editors check files with them as \
            they are written: put the line `# yaml-language-server: $schema=client.schema.json` at the top of the file.

            Examples:
              primum schema client > client.schema.json
              primum schema inventory --output inventory.schema.json

            Exit status: 0; 74 when the file cannot be written.
            """)

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case client, inventory, order, policy, rule, facts, verdict

        var document: JSON {
            switch self {
            case .client: JSONSchema.document(rawValue, ClientFolder.clientSchema)
            case .inventory: JSONSchema.document(rawValue, ClientFolder.inventorySchema)
            case .order: JSONSchema.document(rawValue, ChangeOrder.schema)
            case .policy: JSONSchema.document(rawValue, PolicySet.clientSchema)
            case .rule: JSONSchema.document(rawValue, PolicySet.ruleSchema)
            case .facts: Facts.jsonSchema
            case .verdict: CheckDocument.jsonSchema
            }
        }
    }

    @Argument(help: "The kind of file or document.")
    var kind: Kind

    @Option(help: ArgumentHelp("Write the schema to a file instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var speech: LanguageOptions

    func work() throws(Failure) -> ExitStatus {
        try Answer(text: { _ in "" }, document: { kind.document }).give(format: .json, to: output, speech.language)
        return .well
    }
}
