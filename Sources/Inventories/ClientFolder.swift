package import Diagnostics
package import LocatedYAML
import Times

/// What was read of a client's folder: the inventory as far as it could be read, all texts, and all that was wrong.
package struct ClientFolder: Sendable {
    package var inventory: Inventory
    package var texts: SourceTexts
    package var log: DiagnosticLog
    /// `policy.yaml`, which the policy engine reads; nil when the client has none.
    package var policy: NodeTree?
    /// Packs of rules that the client brings: the path that `policy.yaml` names, and the texts in that folder.
    package var packs: [(path: String, texts: [SourceText])] = []
    /// False when `client.yaml` itself could not be read: then nothing can be said at all.
    package var isReadable: Bool

    /// Reads a client folder from its texts, in the order given.
    ///
    /// - Parameters:
    ///   - texts: `client.yaml`, `policy.yaml` and `inventory/*.yaml`, named by their paths below the folder's.
    ///   - folder: the folder's own path in these names; `.` where they do not hold it.
    ///   - deviceType: the text of a device type by its slug (`cisco/ws-c2960x-24ts-l`), from the folder's `device-types/` or a library;
    ///     nil when there is none.
    package static func read(_ texts: [SourceText], at folder: String = ".", deviceType: (String) -> SourceText?) -> ClientFolder {
        withoutActuallyEscaping(deviceType) { deviceType in
            var reading = FolderReading(path: folder, library: Library(text: deviceType))
            reading.read(texts)
            return reading.folder()
        }
    }
}

/// The files of a folder while they are read.
private struct FolderReading {
    let path: String
    let library: Library
    var texts = SourceTexts()
    var log = DiagnosticLog()
    var unreadable: [Diagnostic] = []
    var client: ClientDraft?
    var clientIsWhole = false
    var drafts: [InventoryDraft] = []
    var policy: NodeTree?

    init(path: String, library: Library) {
        self.path = path
        self.library = library
    }

    /// What a file of the folder is, by its path.
    private enum Part {
        case client, policy, inventory

        init(_ name: String, in folder: String) {
            let above = folder == "." ? 0 : folder.split(separator: "/").count
            let steps = name.split(separator: "/").dropFirst(above)
            let isInside = steps.dropLast().contains("inventory")
            switch steps.last {
            case "client.yaml" where !isInside, "client.yml" where !isInside, "client.json" where !isInside: self = .client
            case "policy.yaml" where !isInside, "policy.yml" where !isInside: self = .policy
            default: self = .inventory
            }
        }
    }

    mutating func read(_ all: [SourceText]) {
        let files = all.map { (text: $0, file: texts.add($0)) }
        NodeTree.parse(files) { tree, found in read(tree, found) }
    }

    private mutating func read(_ tree: NodeTree, _ found: DiagnosticLog) {
        let text = tree.text
        var own = found
        if text.bytes.isEmpty {
            own.add(Diagnostic("empty-file", .error, .emptyFile(text.name), at: Span(file: tree.file, start: 0, end: 0)))
        }
        log.add(contentsOf: own)
        unreadable += own.kept.filter { $0.severity == .error }
        switch Part(text.name, in: path) {
        case .client: readClient(tree)
        case .policy: policy = tree
        case .inventory:
            for root in tree.roots where !root.isNull {
                if let draft = InventoryDraft.shape.read(root, &log) { drafts.append(draft) }
            }
        }
    }

    private mutating func readClient(_ tree: NodeTree) {
        if let root = tree.roots.first { client = ClientDraft.shape.read(root, &log) }
        clientIsWhole = tree.isComplete && client?.id != nil
    }

    consuming func folder() -> ClientFolder {
        if client == nil, !log.hasErrors { log.add(Diagnostic("no-client", .error, .noClient, help: [.writeClient])) }
        let written = client ?? ClientDraft()
        let client = Client(
            id: written.id ?? "client", name: written.name ?? written.id ?? "client", language: written.language,
            timezone: written.timezone,
            contracts: [], questionsTo: [], calendar: [], roles: Dictionary(written.roles.map { ($0.key, $0.value) }) { first, _ in first })
        var resolver = Resolver(client: client, texts: texts, library: library)
        resolver.log = log
        texts = SourceTexts()
        // Not kept here as well, so that the resolver can let go of what it has read.
        resolver.documents = drafts.map { Resolver.Document(draft: $0, evidence: nil) }
        drafts = []
        resolver.resolve(written)
        var inventory = resolver.inventory
        inventory.unreadableFiles = unreadable
        let errors = resolver.log.kept.filter { $0.severity == .error }
        inventory.brokenReferences = errors.filter { !unreadable.contains($0) }
        inventory.names.keep(resolver.index, of: inventory)
        return ClientFolder(inventory: inventory, texts: resolver.texts, log: resolver.log, policy: policy, isReadable: clientIsWhole)
    }
}

extension Resolver {
    /// The whole of the work, in the order in which things refer to each other.
    mutating func resolve(_ client: ClientDraft) {
        resolveParties(client.parties)
        resolveContacts(client.contacts)
        for document in 0..<documents.count { documents[document].evidence = evidence(documents[document].draft.evidence, else: nil) }
        resolveServices(client.services)
        resolveRegions()
        resolveSites()
        resolveLocations()
        resolveRacks()
        collectTypes()
        resolveDevices()
        resolveProviders()
        resolvePower()
        resolveCircuits()
        resolveCables()
        resolveGroups()
        resolvePaths(client.services)
        resolveAuthority(client.contacts)
        resolveAgreements(client)
        resolveSurveys()
        resolveStates()
        resolveStatements()
    }
}
