package import Diagnostics
import Inventories
package import LocatedYAML

/// The text of a pack's files.
package struct PackText: Sendable {
    package var name: String
    /// `pack.yaml` and one file for each rule, named by their paths as people know them.
    package var files: [SourceText]

    package init(name: String, files: [SourceText]) {
        self.name = name
        self.files = files
    }
}

extension PackText {
    /// The packs that a client brings.
    static func own(of folder: ClientFolder) -> [PackText] {
        folder.packs.map { PackText(name: $0.path, files: $0.texts) }
    }

    /// True for a folder of the client's, as `policy.yaml` names it; else it is the name of a pack that comes with the program.
    static func isPath(_ name: String) -> Bool { name.hasPrefix(".") || name.contains("/") }

    /// The pack's own file alone, which holds the parameters.
    var withoutRules: PackText { PackText(name: name, files: files.filter(Self.isPackFile)) }

    fileprivate static func isPackFile(_ file: SourceText) -> Bool { file.name.hasSuffix("/pack.yaml") || file.name == "pack.yaml" }
}

/// A pack as it is written: its parameters, and its rules before they are compiled.
struct PackDraft: Sendable {
    var name = Symbol.empty
    var version = 0
    var parameters: [Entry<Node>] = []
    var rules: [RuleDraft] = []

    fileprivate static let form = Form<PackDraft>.shape(
        Shape(
            "pack", "A folder of rules.", start: { _ in PackDraft() },
            fields: [
                Field("pack", .identifier, required: true, "the pack's name") { $0.name = $1 },
                Field("version", .integer(in: 1...Int.max), required: true, "grows with each change of meaning") { $0.version = $1 },
                Field("parameters", .map(of: .node), "what clients can set") { $0.parameters = $1 },
            ]))

    /// Reads a pack's files; what is wrong is reported, and all else is read.
    ///
    /// - Parameter readsExamples: false leaves the examples of rules until somebody asks, and does not notice what is wrong with them.
    static func read(
        _ text: PackText, readsExamples: Bool = true, texts: inout SourceTexts, log: inout DiagnosticLog
    ) -> PackDraft {
        var pack = PackDraft()
        var rules: [RuleDraft] = []
        pack.name = text.name.split(separator: "/").last.map { Symbol(String($0)) } ?? .empty
        for file in text.files {
            let number = texts.add(file)
            let end = readsExamples ? nil : RuleDraft.startOfExamples(in: file)
            let tree = NodeTree.parse(file, file: number, upTo: end, log: &log)
            guard let root = tree.roots.first else {
                log.add(Diagnostic("empty-file", .error, .emptyFile, at: Span(file: number, start: 0, end: 0)))
                continue
            }
            log.refuseMore(than: root, in: tree)
            if PackText.isPackFile(file) {
                if let read = form.read(root, &log) { pack = read }
            } else if let rule = (end == nil ? RuleDraft.fileForm : RuleDraft.headForm).read(root, &log) ?? nil {
                rules.append(rule)
            }
        }
        pack.rules = rules
        return pack
    }
}

extension PolicySet {
    /// The folders of the client's that a `policy.yaml` names as packs, each once.
    package static func ownPacks(in policy: NodeTree?) -> [String] {
        var log = DiagnosticLog()
        let read = policy?.roots.first.flatMap { ClientPolicy.shape.read($0, &log) }
        let names = (read?.uses ?? []).map(\.pack.value.text).filter { PackText.isPath($0) && !$0.hasPrefix("/") }
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What the files of packs and a client's `policy.yaml` hold, for their JSON Schemas.
    package static var fileSchemas: [(name: String, schema: Schema)] {
        [("rule", RuleDraft.fileForm.schema), ("pack", PackDraft.form.schema), ("policy", ClientPolicy.shape.schema)]
    }
}

extension DiagnosticLog {
    /// Reports a second document, of which nothing would be read.
    mutating func refuseMore(than root: Node, in tree: NodeTree) {
        guard let second = tree.roots.dropFirst().first else { return }
        add(
            Diagnostic(
                "second-document", .error, .secondDocument, at: second.span, related: [Diagnostic.Related(root.span, .firstDocument)]))
    }
}

extension Phrase {
    fileprivate static var secondDocument: Phrase {
        Phrase(en: "one file holds one document, and this is another", ru: "в файле должен быть один документ, а это ещё один")
    }

    fileprivate static var firstDocument: Phrase {
        Phrase(en: "the first one is here", ru: "первый здесь")
    }

    fileprivate static var emptyFile: Phrase {
        Phrase(en: "the file says nothing", ru: "в файле ничего нет")
    }
}
