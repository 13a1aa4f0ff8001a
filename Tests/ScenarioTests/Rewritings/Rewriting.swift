import Diagnostics
import LocatedYAML
import PlantDrawings
import Testing

/// Another way to write the same client folder: nothing that it says changes, only how it is written.
struct Rewriting: Sendable, CustomTestStringConvertible {
    let name: String
    /// What becomes of a text of the folder, or of an order.
    let text: @Sendable (SourceText) -> SourceText
    /// What becomes of the folder's list of files.
    let files: @Sendable ([SourceText]) -> [SourceText]

    var testDescription: String { name }

    func callAsFunction(_ client: ClientTexts) -> ClientTexts {
        var rewritten = client
        rewritten.texts = files(client.texts.map(text))
        return rewritten
    }

    private init(
        _ name: String, text: @escaping @Sendable (SourceText) -> SourceText = { $0 },
        files: @escaping @Sendable ([SourceText]) -> [SourceText] = { $0 }
    ) {
        self.name = name
        self.text = text
        self.files = files
    }
}

extension Rewriting {
    /// The rewritings that keep every name.
    static let all: [Rewriting] =
        [carriageReturns, remarks, blanks, apart] + (1...3).flatMap { [keys(seed: $0), order(seed: $0)] }

    static let carriageReturns = Rewriting(
        "line ends of Windows", text: { text in text.edited { $0.replacing("\n", with: "\r\n") } })

    static let remarks = Rewriting(
        "remarks between the lines",
        text: { text in
            text.edited { yaml in
                yaml.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.allSatisfy { $0 == " " } ? String(line) : "\(line)  # as agreed: {on}, [off]"
                }.joined(separator: "\n# - and: so on\n")
            }
        })

    static let blanks = Rewriting("a byte order mark and a document's head", text: { text in text.edited { "\u{FEFF}---\n\($0)\n...\n" } })

    /// Mappings in another order, each on one line.
    static func keys(seed: UInt64) -> Rewriting {
        Rewriting("keys in another order, seed \(seed)", text: { $0.withShuffledKeys(seed: seed) })
    }

    static func order(seed: UInt64) -> Rewriting {
        Rewriting(
            "files in another order, seed \(seed)",
            files: { texts in
                var numbers = SplitMix(seed)
                return texts.shuffled(using: &numbers)
            })
    }

    /// Each list of an inventory in a file of its own, with the evidence of the file that it comes from.
    static let apart = Rewriting("a file for each list", files: { texts in texts.flatMap(\.apart) })
}

extension SourceText {
    fileprivate func edited(_ edit: (String) -> String) -> SourceText {
        SourceText(name: name, edit(String(decoding: bytes, as: UTF8.self)))
    }

    /// The roots of its documents.
    private var roots: [Node] {
        var log = DiagnosticLog()
        var texts = SourceTexts()
        return NodeTree.parse(self, file: texts.add(self), log: &log).roots
    }

    fileprivate func withShuffledKeys(seed: UInt64) -> SourceText {
        var numbers = SplitMix(seed)
        let documents = roots.map { root in
            root.pairs.shuffled(using: &numbers).map { "\($0.key.flow(&numbers)): \($0.value.flow(&numbers))\n" }.joined()
        }
        return SourceText(name: name, documents.joined(separator: "---\n"))
    }

    fileprivate var apart: [SourceText] {
        guard name.split(separator: "/").contains("inventory") else { return [self] }
        var numbers = SplitMix(0)
        return roots.flatMap { root -> [SourceText] in
            let evidence = root["evidence"].map { "evidence: \($0.flow(&numbers))\n" } ?? ""
            return root.pairs.filter { $0.key.string != "evidence" }.map { key, value in
                SourceText(
                    name: name.replacing(".yaml", with: "-\(key.string).yaml"), "\(evidence)\(key.string): \(value.flow(&numbers))\n")
            }
        }
    }
}

extension Node {
    /// The value on one line, the keys of its mappings shuffled.
    fileprivate func flow(_ numbers: inout SplitMix) -> String {
        switch kind {
        case .sequence: return "[" + items.map { $0.flow(&numbers) }.joined(separator: ", ") + "]"
        case .mapping:
            return "{"
                + pairs.shuffled(using: &numbers).map { "\($0.key.flow(&numbers)): \($0.value.flow(&numbers))" }.joined(separator: ", ")
                + "}"
        case .scalar:
            if isNull { return "null" }
            let isPlain =
                !isQuoted
                && string.utf8.allSatisfy { byte in
                    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
                        || byte == 0x2E
                }
            return isPlain ? string : "\"" + string.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
    }
}
