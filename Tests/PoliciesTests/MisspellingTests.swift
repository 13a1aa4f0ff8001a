import Diagnostics
import LocatedYAML
import Testing

@testable import Policies

/// A misspelled field is an error at load, never a rule that silently does not apply.
struct MisspellingTests {
    @Test func `a misspelling at every field access of the pack is caught at its very place`() throws {
        var (caught, tried) = (0, 0)
        for file in try Shipped.files("do-no-harm") where file.name != "pack.yaml" {
            for access in Self.accesses(in: file.text) {
                for wrong in Self.misspellings(of: String(file.text[access])) {
                    let text = String(file.text[..<access.lowerBound]) + wrong + String(file.text[access.upperBound...])
                    let start = file.text.utf8.distance(from: file.text.startIndex, to: access.lowerBound)
                    tried += 1
                    if Self.errors(in: text).contains(where: { $0 == start..<start + wrong.utf8.count }) {
                        caught += 1
                    } else {
                        Issue.record("\(file.name): `\(wrong)` for `\(file.text[access])` was not caught at its place")
                    }
                }
            }
        }
        print("rules: \(caught) of \(tried) misspellings caught")
        #expect(tried > 2_000 && caught == tried)
    }

    /// The places of all errors that loading a rule's text reports.
    private static func errors(in text: String) -> [Range<Int>] {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let pack = PackText(name: "do-no-harm", files: [SourceText(name: "x.yaml", text)])
        _ = PolicySet.load(packs: [pack], client: nil, of: nil, texts: &texts, log: &log)
        return log.kept.filter { $0.severity == .error }.compactMap { $0.span.map { Int($0.start)..<Int($0.end) } }
    }

    private static func misspellings(of word: String) -> [String] {
        var swapped = Array(word)
        swapped.swapAt(0, swapped.count - 1)
        return [word + "x", "x" + word, String(swapped)].filter { $0 != word }
    }

    /// Words behind a dot in expressions: in `for`, `when`, `group`, `whom`, `read_back` and `observe`, and in the holes of texts.
    private static func accesses(in text: String) -> [Range<String.Index>] {
        let rule = text[..<(text.firstRange(of: "\n  examples:")?.lowerBound ?? text.endIndex)]
        var accesses: [Range<String.Index>] = []
        for line in rule.split(separator: "\n") {
            let isExpression = line.firstMatch(of: #/^[ \-]*(for|when|group|whom|read_back|observe): /#) != nil
            let isText = line.firstMatch(of: #/^[ \-]*(en|ru|text|expect|how): /#) != nil
            let holes = isText ? line.matches(of: #/\{(?!en:|ru:|text:|when:)[a-z][^{}]*[.\[][^{}]*[,}]/#).map { line[$0.range] } : []
            let parts = isExpression ? [line] : holes
            for part in parts { accesses += part.matches(of: #/\.([a-zA-Z_]+)/#).map { $0.output.1.startIndex..<$0.output.1.endIndex } }
        }
        return accesses
    }
}
