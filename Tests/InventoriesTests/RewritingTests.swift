import Diagnostics
import Inventories
import LocatedYAML
import RandomNumbers
import Testing

/// What an inventory means depends on what is written, not on how.
struct RewritingTests {
    private static let original = InventoryText.lines(
        of: Folder(client: exampleClient, exampleInventory, types: ["cisco/ws-c2960x-24ts-l": exampleSwitchType]).inventory)

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `order of keys and files, line ends, layout and remarks change nothing but places`(seed: UInt64) {
        var scribe = Scribe(seed: seed)
        var texts = [SourceText(name: "client.yaml", scribe.rewritten(exampleClient))]
        for (number, part) in scribe.split(exampleInventory).enumerated() {
            texts.append(SourceText(name: "inventory/part-\(number).yaml", scribe.rewritten(part)))
        }
        texts.shuffle(using: &scribe.numbers)
        let folder = Folder(texts, types: ["cisco/ws-c2960x-24ts-l": scribe.rewritten(exampleSwitchType)])
        #expect(folder.picture() == "")
        let lines = InventoryText.lines(of: folder.inventory)
        #expect(Set(lines).symmetricDifference(Self.original).sorted() == [])
        #expect(lines.count == Self.original.count)
    }

    @Test func `the text of an inventory tells inventories apart`() {
        #expect(Self.original.count > 140)
        for (old, new) in [
            ("PP-1:7", "PP-1:8"), ("cat6", "cat5"), ("position: 20", "position: 21"), ("tray-2", "tray-3"), ("needs: 4", "needs: 3"),
            ("seen: 2025-03-02", "seen: 2025-03-03"), ("disclaims", "owns"), ("saved: false", "saved: true"), ("V-0412", "V-0413"),
        ] {
            let changed = Folder(
                client: exampleClient, exampleInventory.replacing(old, with: new), types: ["cisco/ws-c2960x-24ts-l": exampleSwitchType])
            #expect(InventoryText.lines(of: changed.inventory) != Self.original, "\(old)")
        }
    }
}

/// Writes a text anew in another layout, and splits files.
private struct Scribe {
    var numbers: SeededNumbers

    init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
    }

    /// The same documents with keys in any order, any layout, remarks, and line ends of any system.
    mutating func rewritten(_ text: String) -> String {
        let source = SourceText(name: "a.yaml", text)
        var log = DiagnosticLog()
        let tree = NodeTree.parse(source, file: FileID(index: 0), log: &log)
        let written = tree.roots.map { document($0) }.joined(separator: "---\n")
        return written.replacing("\n", with: ["\n", "\r\n", "\r"].randomElement(using: &numbers)!)
    }

    /// The items of all lists dealt out to one to four files, each with what holds for the whole file.
    mutating func split(_ text: String) -> [String] {
        let source = SourceText(name: "a.yaml", text)
        var log = DiagnosticLog()
        let tree = NodeTree.parse(source, file: FileID(index: 0), log: &log)
        var parts = Array(repeating: [String: [String]](), count: Int.random(in: 1...4, using: &numbers))
        var common = ""
        for (key, value) in tree.roots[0].pairs {
            if value.kind == .mapping { common += "\(key.string): \(flow(value))\n" }
            for item in value.items { parts[Int.random(in: 0..<parts.count, using: &numbers)][key.string, default: []].append(flow(item)) }
        }
        return parts.map { part in
            common + part.map { "\($0.key): [\($0.value.shuffled(using: &numbers).joined(separator: ", "))]\n" }.joined()
        }
    }

    private mutating func document(_ root: Node) -> String {
        root.pairs.shuffled(using: &numbers).map { key, value in
            remark() + "\(written(key)): \(numbers.once(in: 2) ? flow(value) : block(value))\n" + remark()
        }.joined()
    }

    /// A list with each item on a line of its own; anything else in brackets.
    private mutating func block(_ node: Node) -> String {
        guard node.kind == .sequence, node.count > 0 else { return flow(node) }
        return node.items.map { "\n  - \(flow($0))" + (numbers.once(in: 3) ? "  # \u{416}: - {x" : "") }.joined()
    }

    private mutating func flow(_ node: Node) -> String {
        switch node.kind {
        case .scalar: written(node)
        case .sequence: "[" + node.items.map { flow($0) }.joined(separator: comma()) + "]"
        case .mapping:
            "{" + node.pairs.shuffled(using: &numbers).map { "\(written($0.key)): \(flow($0.value))" }.joined(separator: comma()) + "}"
        }
    }

    private mutating func comma() -> String {
        [", ", " ,  ", ",\n    ", ", # remark\n      "].randomElement(using: &numbers)!
    }

    private mutating func remark() -> String {
        numbers.once(in: 3) ? "# a remark: [with marks\n\n" : ""
    }

    /// A scalar as it was, or in quotes where it is text in any case.
    private mutating func written(_ node: Node) -> String {
        let span = node.span
        let token = String(decoding: node.tree.text.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
        let isSafe = !token.contains("\"") && !token.contains("'") && !token.contains("\\")
        guard isSafe, !node.isNull, Double(token) == nil, token != "true", token != "false", !numbers.once(in: 3) else { return token }
        return numbers.once(in: 2) ? "\"\(token)\"" : "'\(token)'"
    }
}
