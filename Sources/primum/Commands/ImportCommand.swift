import ArgumentParser
import Diagnostics
import Imports
import Inventories
import LocatedYAML
import Times

/// `primum inventory import`: foreign systems into a client's folder.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Bring what a foreign system knows into a client's folder.", subcommands: [NetBoxCommand.self])
}

extension ImportOptions.OwnerSource: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
    /// A day as it is typed: `2026-11-01`.
    package init?(argument: String) {
        self.init(iso8601: argument)
    }
}

/// `primum inventory import netbox`: the lists of NetBox's REST API.
struct NetBoxCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "netbox",
        abstract: "Import the answers of NetBox's REST API (4.2 to 4.7) into a client's folder.",
        discussion: """
            Give the answers of the lists, such as GET /api/dcim/devices/?limit=0, as JSON files: all pages of a list together, \
            in any number of files, or the folder that holds them. A newer export updates the folder: what people wrote by hand \
            stays, comments included, and what changed is said. What has no place in a client's folder is counted and listed.

            NetBox does not say how old its knowledge is, nor who decides. Without --as-of and --vouched-by everything imported \
            counts as expired, and without --owner-from nothing has an owner.

            Examples:
              primum inventory import netbox export/ --into clients/acme --as-of 2026-11-01 --vouched-by ivanov --owner-from tenant
              primum inventory import netbox dcim.*.json --into clients/acme --dry-run

            Exit status: 0; 65 when the export or the folder cannot be used, and then nothing is written; 74 when the folder \
            cannot be written.
            """)

    @Argument(help: ArgumentHelp("Files of the export, or folders that hold them.", valueName: "file-or-folder"))
    var exports: [String]

    @Option(help: ArgumentHelp("The client's folder; made where it is not there.", valueName: "folder"))
    var into: String

    @Option(help: ArgumentHelp("The day of the export, such as 2026-11-01: on it everything was so.", valueName: "date"))
    var asOf: CivilDate?

    @Option(help: ArgumentHelp("The contact who stands behind the export.", valueName: "contact"))
    var vouchedBy: String?

    @Option(help: ArgumentHelp("Where NetBox says who decides over an object: tenant, contact or owner.", valueName: "field"))
    var ownerFrom: ImportOptions.OwnerSource?

    @Option(help: ArgumentHelp("The id of the client, for a folder without client.yaml (default: the folder's name).", valueName: "id"))
    var id: String?

    @Flag(help: "Say what would change, and write nothing.")
    var dryRun = false

    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let language = answer.language
        let result = NetBoxImport.run(exports: try exportTexts(), folder: try presentTexts(), options: options)
        guard !result.log.hasErrors else { throw .input(result.log, result.sources, language) }
        if !dryRun { try write(result.texts) }
        if result.log.count > 0 { Terminal.tell(result.log, result.sources, language) }
        let summary = ImportSummary(result, folder: into, isDryRun: dryRun)
        try Answer(text: { summary.text($0) }, document: { summary.json }).give(answer)
        return .well
    }

    private var options: ImportOptions {
        let name = Files.name(of: into)
        return ImportOptions(
            client: id ?? (name.allSatisfy { $0 == "." } ? "client" : name), asOf: asOf, vouchedBy: vouchedBy, ownerFrom: ownerFrom)
    }

    private func exportTexts() throws(Failure) -> [SourceText] {
        do {
            var texts: [SourceText] = []
            for path in exports {
                guard Files.kind(of: path) == .folder else {
                    texts.append(try Files.text(at: path))
                    continue
                }
                for name in try Files.names(in: path) where name.hasSuffix(".json") {
                    texts.append(try Files.text(at: Files.path(path, name)))
                }
            }
            return texts
        } catch {
            throw Failure(error, answer.language)
        }
    }

    /// The texts of the folder as it is, by their paths inside it.
    private func presentTexts() throws(Failure) -> [(path: String, text: SourceText)] {
        guard Files.kind(of: into) != nil else { return [] }
        do {
            return try paths(below: "", depth: 0).filter { NetBoxImport.reads($0) }.map { path throws(FileTrouble) in
                (path, try Files.text(at: Files.path(into, path)))
            }
        } catch {
            throw Failure(error, answer.language)
        }
    }

    private func paths(below folder: String, depth: Int) throws(FileTrouble) -> [String] {
        var found: [String] =
            folder.isEmpty && Files.kind(of: Files.path(into, NetBoxImport.memoryPath)) == .file ? [NetBoxImport.memoryPath] : []
        for name in try Files.names(in: folder.isEmpty ? into : Files.path(into, folder)) {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if Files.kind(of: Files.path(into, path)) == .folder {
                // Only the inventory is read, and links may lead in a circle.
                if folder.isEmpty ? name == "inventory" : depth < 32 { found += try paths(below: path, depth: depth + 1) }
            } else if path != NetBoxImport.memoryPath {
                found.append(path)
            }
        }
        return found
    }

    private func write(_ texts: [(path: String, text: String)]) throws(Failure) {
        do {
            try Files.makeFolder(into)
            for (path, text) in texts {
                let target = Files.path(into, path)
                try Files.makeFolder(Files.parent(of: target))
                try Files.write(text, to: target)
            }
        } catch {
            throw .system(error.cured, answer.language)
        }
    }
}
