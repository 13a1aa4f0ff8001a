import Diagnostics
import Foundation
import Inventories
import LocatedYAML
import Policies
import Rehearsals
import Testing
import Times

/// The rules as they lie on disk.
enum Shipped {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "policies")

    /// The files of a pack with their texts, in the order of their names.
    static func files(_ pack: String) throws -> [(name: String, text: String)] {
        let folder = folder.appending(path: pack)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted().map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    /// `do-no-harm` from disk, with all of its texts compiled.
    static let pack = Result {
        load([PackText(name: "do-no-harm", files: try sources("do-no-harm"))])
    }

    static func sources(_ pack: String) throws -> [SourceText] {
        try files(pack).map { SourceText(name: "policies/\(pack)/\($0.name)", $0.text) }
    }

    /// The rules of packs under a policy, and all that was wrong, as people see it.
    static func load(_ packs: [PackText], policy: String? = nil) -> (set: PolicySet, told: String) {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let tree = policy.map { text in
            let source = SourceText(name: "policy.yaml", text)
            return NodeTree.parse(source, file: texts.add(source), log: &log)
        }
        let set = PolicySet.load(packs: packs, client: tree, of: nil, texts: &texts, log: &log)
        return (set, told(log, texts))
    }

    static func told(_ log: DiagnosticLog, _ texts: SourceTexts) -> String {
        Typesetter(language: .en).text(of: log, in: texts)
    }

    static let surroundings = Surroundings(
        timezone: TimeZoneRules(offset: 3 * 3_600), questionsTo: [Surroundings.Contact(id: "petrova", name: "Anna Petrova")])
}

extension Shipped {
    /// Facts as examples write them; the test stops where they are not sound.
    static func facts(_ text: String) -> Facts {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let source = SourceText(name: "facts.yaml", text)
        let tree = NodeTree.parse(source, file: texts.add(source), log: &log)
        guard let root = tree.roots.first else { preconditionFailure("there are no facts") }
        let facts = Facts(example: root, log: &log)
        precondition(!log.hasErrors, told(log, texts))
        return facts
    }

    /// What is wrong with facts as examples write them.
    static func faults(inFacts text: String) -> String {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let tree = NodeTree.parse(SourceText(name: "facts.yaml", text), file: texts.add(SourceText(name: "facts.yaml", text)), log: &log)
        if let root = tree.roots.first { _ = Facts(example: root, log: &log) }
        return told(log, texts)
    }

    /// A client three hours east of UTC with one contact.
    static func inventory() throws -> Inventory {
        let client = """
            {client: vostok, name: Vostok, timezone: "+03:00", parties: [{id: it, kind: department, name: IT}],
             contacts: [{id: petrova, name: Anna Petrova, party: it}], questions_to: [{contact: petrova}]}
            """
        return ClientFolder.read([SourceText(name: "client.yaml", client)]) { _ in nil }.inventory
    }
}
