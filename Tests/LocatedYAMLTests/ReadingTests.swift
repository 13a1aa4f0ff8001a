import Diagnostics
import LocatedYAML
import Testing

/// What is read from well-formed texts.
struct ReadingTests {
    @Test func `reads a mapping in the order of its text`() throws {
        let reading = Reading("a: 1\nb: [x, 'y z', \"w\\n\"]\nc:\n  - d: e\n")
        #expect(reading.faults == [])
        let root = try #require(reading.tree.roots.first)
        #expect(root.pairs.map { $0.key.string } == ["a", "b", "c"])
        #expect(root["b"]?.items.map(\.string) == ["x", "y z", "w\n"])
        #expect(root["c"]?.items.first?["d"]?.string == "e")
    }
}
