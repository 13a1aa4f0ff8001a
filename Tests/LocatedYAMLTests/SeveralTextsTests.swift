import Diagnostics
import LocatedYAML
import Testing

/// Texts that are read together come out as if each had been read alone, in their order.
struct SeveralTextsTests {
    /// Texts of very different lengths, every third with a fault in it: the long ones are still being read when others are done.
    private static func texts(_ count: Int, lines: Int) -> [SourceText] {
        (0..<count).map { number in
            let line = "- {name: dev-\(number), ports: [a, 'b', \"c\\n\"], more: &m {x: 1}}\n"
            let body = String(repeating: line, count: number.isMultiple(of: 5) ? lines : number)
            return SourceText(name: "inventory/\(number).yaml", body + (number.isMultiple(of: 3) ? "- {twice: 1, twice: 2}\n- [\n" : ""))
        }
    }

    private func expectSame(_ texts: [SourceText]) {
        var (together, alone) = (SourceTexts(), SourceTexts())
        var read: [(tree: NodeTree, log: DiagnosticLog)] = []
        let files = texts.map { (text: $0, file: together.add($0)) }
        NodeTree.parse(files) { read.append(($0, $1)) }
        #expect(read.count == texts.count)
        for (text, (tree, log)) in zip(texts, read) {
            var own = DiagnosticLog()
            let other = NodeTree.parse(text, file: alone.add(text), log: &own)
            #expect(tree.file == other.file)
            #expect(tree.text.name == text.name)
            #expect(tree.isComplete == other.isComplete)
            #expect(tree.roots.map(outline) == other.roots.map(outline))
            #expect(Self.pictures(of: log, in: together) == Self.pictures(of: own, in: alone))
        }
    }

    private static func pictures(of log: DiagnosticLog, in texts: SourceTexts) -> [String] {
        log.kept.map { Typesetter(language: .en).text(of: $0, in: texts) }
    }

    @Test func `many large ones, which several threads read`() {
        let texts = Self.texts(40, lines: 1_500)
        #expect(texts.reduce(0) { $0 + $1.bytes.count } > 600_000)
        expectSame(texts)
    }

    @Test(arguments: [0, 1, 7])
    func `a few small ones`(count: Int) {
        expectSame(Self.texts(count, lines: 3))
    }

    @Test func `one large one`() {
        expectSame(Array(Self.texts(1, lines: 15_000)))
    }
}
