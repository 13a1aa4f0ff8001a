import Diagnostics
import LocatedYAML

/// What holds for every answer of a reader, whatever the text.
enum Promises {
    /// The first promise that diagnostics break, nil where they keep all: places lie within their texts, and what people
    /// are told can be set in both languages.
    static func broken(by log: DiagnosticLog, in texts: SourceTexts) -> String? {
        guard log.count >= log.kept.count, log.errorCount + log.warningCount <= log.count else {
            return "the counts of diagnostics disagree"
        }
        for diagnostic in log.kept {
            for span in (diagnostic.span.map { [$0] } ?? []) + diagnostic.related.map(\.span) {
                guard Int(span.file.index) < texts.texts.count else { return "`\(diagnostic.code)` is in a text that was not read" }
                let size = texts[span.file].bytes.count
                guard span.start <= span.end, Int(span.end) <= size else {
                    return "`\(diagnostic.code)` is at \(span.start)..<\(span.end) of \(size) bytes"
                }
            }
        }
        for diagnostic in log.kept.prefix(3) {
            for language in [Language.en, .ru] {
                let picture = Typesetter(language: language).text(of: diagnostic, in: texts)
                if picture.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) { return "a control character is shown" }
            }
        }
        return nil
    }

    /// The first promise that a tree breaks, nil where it keeps all: it is whole or there is an error, and every value
    /// lies within what holds it.
    static func broken(by tree: NodeTree, _ log: DiagnosticLog) -> String? {
        if !tree.isComplete, !log.hasErrors { return "the text was not read to its end, and nothing is said of it" }
        var walked = 0
        for root in tree.roots {
            if let broken = broken(by: root, within: 0..<UInt32(tree.text.bytes.count), &walked) { return broken }
        }
        return nil
    }

    private static func broken(by node: Node, within bounds: Range<UInt32>, _ walked: inout Int) -> String? {
        walked += 1
        let (span, extent) = (node.span, node.extent)
        guard span.start <= span.end, extent.start <= extent.end, span.start >= extent.start, Int(extent.end) <= node.tree.text.bytes.count
        else { return "a value is at \(span.start)..<\(span.end), and its extent \(extent.start)..<\(extent.end)" }
        // Aliases can unfold a text a millionfold.
        guard walked < 20_000 else { return nil }
        if String(decoding: node.string.utf8, as: UTF8.self) != node.string { return "a scalar is no UTF-8" }
        for item in node.items {
            if let broken = broken(by: item, within: bounds, &walked) { return broken }
        }
        for (key, value) in node.pairs {
            guard key.span.start <= key.span.end else { return "a key is at \(key.span.start)..<\(key.span.end)" }
            if let broken = broken(by: value, within: bounds, &walked) { return broken }
        }
        return nil
    }

    /// What was said, so that two runs can be compared.
    static func summary(of log: DiagnosticLog) -> String {
        "\(log.count) \(log.errorCount) "
            + log.kept.map { "\($0.code)@\($0.span?.start ?? 0)-\($0.span?.end ?? 0):\($0.summary.en)" }.joined()
    }
}
