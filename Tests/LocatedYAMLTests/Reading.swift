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
}
