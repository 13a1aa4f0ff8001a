import Diagnostics
import Glibc
import Testing

/// A text that was looked at once and is expected from there on.
///
/// Where the file is missing, or `RECORD_GOLDENS` is set, it is written and the test fails: somebody has to look at it.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let path = "\(goldens)/\(name)"
    let isRecording = unsafe getenv("RECORD_GOLDENS") != nil
    guard !isRecording, let expected = Files.text(path) else {
        guard let file = unsafe fopen(path, "w") else {
            Issue.record("`\(path)` cannot be written", sourceLocation: sourceLocation)
            return
        }
        var text = text
        _ = text.withUTF8 { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
        unsafe fclose(file)
        Issue.record("`\(path)` was written: look at it, and run the tests again", sourceLocation: sourceLocation)
        return
    }
    if expected == text { return }
    Issue.record("\(difference(from: expected, to: text))\n`\(path)` expects something else", sourceLocation: sourceLocation)
}

private let goldens = #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Goldens"

/// The first lines that differ.
private func difference(from expected: String, to text: String) -> String {
    let (old, new) = (
        expected.split(separator: "\n", omittingEmptySubsequences: false), text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    func shown(_ lines: [Substring], _ sign: String) -> String {
        lines.dropFirst(first).prefix(8).map { "\(sign) \($0)" }.joined(separator: "\n")
    }
    return "from line \(first + 1) on:\n\(shown(old, "-"))\n\(shown(new, "+"))"
}
