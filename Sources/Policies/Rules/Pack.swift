package import Diagnostics
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
        pack.name = Symbol(text.name)
        for file in text.files {
            let number = texts.add(file)
            let head = readsExamples ? nil : RuleDraft.head(of: file)
            let tree = NodeTree.parse(file, file: number, upTo: head, log: &log)
            guard let root = tree.roots.first else {
                log.add(Diagnostic("empty-file", .error, .emptyFile, at: Span(file: number, start: 0, end: 0)))
                continue
            }
            if PackText.isPackFile(file) {
                if let read = form.read(root, &log) { pack = read }
            } else if let rule = (head == nil ? RuleDraft.fileForm : RuleDraft.headForm).read(root, &log) ?? nil {
                rules.append(rule)
            }
        }
        pack.rules = rules
        return pack
    }
}

extension PolicySet {
    /// What the files of packs and a client's `policy.yaml` hold, for their JSON Schemas.
    package static var fileSchemas: [(name: String, schema: Schema)] {
        [("rule", RuleDraft.fileForm.schema), ("pack", PackDraft.form.schema), ("policy", ClientPolicy.shape.schema)]
    }
}

extension Phrase {
    fileprivate static var emptyFile: Phrase {
        Phrase(en: "the file says nothing", ru: "в файле ничего нет")
    }
}
