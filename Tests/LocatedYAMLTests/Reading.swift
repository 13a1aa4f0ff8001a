import Diagnostics
import LocatedYAML

/// A text read for a test.
struct Reading {
    let tree: NodeTree
    let log: DiagnosticLog
    let texts: SourceTexts

    init(_ text: String, name: String = "r1.yaml") {
        self.init(bytes: Array(text.utf8), name: name)
    }

    init(bytes: [UInt8], name: String = "r1.yaml") {
        var texts = SourceTexts()
        let source = SourceText(name: name, bytes: bytes)
        let file = texts.add(source)
        var log = DiagnosticLog()
        tree = NodeTree.parse(source, file: file, log: &log)
        self.log = log
        self.texts = texts
    }

    /// The codes of what is wrong.
    var faults: [String] { log.kept.map(\.code) }

    /// The root of the only document; nil where there are none or several.
    var root: Node? { tree.roots.count == 1 ? tree.roots[0] : nil }

    /// What a person sees of everything that is wrong.
    func picture(_ language: Language = .en) -> String {
        pictures(of: log, language)
    }

    /// What a person sees when a form reads the root of the text.
    func picture<Value>(of form: Form<Value>, _ language: Language = .en) -> String {
        var log = log
        for root in tree.roots { _ = form.read(root, &log) }
        return pictures(of: log, language)
    }

    /// The value that a form reads from the root; nil where it reports a fault or the text has one.
    func value<Value>(_ form: Form<Value>) -> Value? {
        var log = log
        let value = root.flatMap { form.read($0, &log) }
        return log.count == 0 ? value : nil
    }

    /// The very bytes under a span.
    func token(_ span: Span) -> String {
        String(decoding: tree.text.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    private func pictures(of log: DiagnosticLog, _ language: Language) -> String {
        log.kept.map { Typesetter(language: language).text(of: $0, in: texts) }.joined(separator: "\n")
    }
}

/// A tree written out: what was read, without places.
func outline(_ node: Node) -> String {
    switch node.kind {
    case .scalar: node.isQuoted ? "'\(node.string)'" : node.string
    case .sequence: "[" + node.items.map(outline).joined(separator: ", ") + "]"
    case .mapping: "{" + node.pairs.map { "\($0.key.string): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
}
