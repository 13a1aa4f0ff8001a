import Diagnostics
import LocatedYAML

// Nearly half of a rule's text are its examples, and a check needs none of them.

extension RuleDraft {
    /// Where the examples of a rule's file begin, in bytes; nil where the whole of the file must be read.
    static func head(of file: SourceText) -> Int? {
        let key = "  examples:".utf8
        var line = file.bytes[...]
        while let end = line.firstIndex(of: UInt8(ascii: "\n")) {
            line = file.bytes[(end + 1)...]
            if line.starts(with: key) { return line.startIndex }
        }
        return nil
    }

    /// The examples, read from the text where they have not been.
    var allExamples: [ExampleDraft] {
        if let examples { return examples }
        guard let node = (binding ?? condition)?.node else { return [] }
        var log = DiagnosticLog()
        let tree = NodeTree.parse(node.tree.text, file: place.file, log: &log)
        return tree.roots.first.flatMap { RuleDraft.fileForm.read($0, &log) ?? nil }?.examples ?? []
    }
}
