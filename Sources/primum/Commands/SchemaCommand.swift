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
        abstract: "Print the JSON Schema of a kind of file or document.",
        discussion: """
            The schemas (draft 2020-12) of what people write are made from the declarations that the readers use. Editors check files with them as \
            they are written: put the line `# yaml-language-server: $schema=client.schema.json` at the top of the file. Documents that primum \
            writes begin with their kind, such as primum.verdict/1.

            Examples:
              primum schema client > client.schema.json
              primum schema inventory --output inventory.schema.json

            Exit status: 0; 74 when the file cannot be written.
            """)

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case client, inventory, order, policy, rule, pack, tests
        case deviceType = "device-type"
        case facts, verdict, trace, place, statistics, diagnostics
        case imported = "import"
        case rules
        case explainedRule = "explained-rule"
        case explanation
        case policyTest = "policy-test"
        case policyDiff = "policy-diff"

        var document: JSON {
            switch self {
            case .client: JSONSchema.document(rawValue, ClientFolder.clientSchema)
            case .inventory: JSONSchema.document(rawValue, ClientFolder.inventorySchema)
            case .order: JSONSchema.document(rawValue, ChangeOrder.schema)
            case .policy: JSONSchema.document(rawValue, PolicySet.clientSchema)
            case .rule: JSONSchema.document(rawValue, PolicySet.ruleSchema)
            case .pack: JSONSchema.document(rawValue, PolicySet.packSchema)
            case .tests: JSONSchema.document(rawValue, PackTest.schema)
            case .deviceType: JSONSchema.document(rawValue, ClientFolder.deviceTypeSchema)
            case .facts: Facts.jsonSchema
            case .verdict: CheckDocument.jsonSchema
            case .trace: TraceDocument.jsonSchema
            case .place: PlaceDocument.jsonSchema
            case .statistics: Statistics.jsonSchema
            case .diagnostics: ValidationReport.jsonSchema
            case .imported: ImportSummary.jsonSchema
            case .rules: RuleBook.jsonSchema
            case .explainedRule: RulePage.jsonSchema
            case .explanation: InquiryReport.jsonSchema
            case .policyTest: PackTestReport.jsonSchema
            case .policyDiff: PolicyDiffReport.jsonSchema
            }
        }
    }

    @Argument(help: "The kind of file that people write (client to device-type), or of document that primum writes.")
    var kind: Kind

    @Option(help: ArgumentHelp("Write the schema to a file instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var speech: LanguageOptions

    func work() throws(Failure) -> ExitStatus {
        try Answer(text: { _ in "" }, document: { kind.document }).give(format: .json, to: output, speech.language)
        return .well
    }
}
