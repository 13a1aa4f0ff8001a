import Diagnostics
import LocatedYAML
import Testing

/// What is read from well-formed texts.
struct ReadingTests {
    @Test func `reads a mapping in the order of its text`() throws {
        let reading = Reading("a: 1\nb: [x, 'y z', \"w\\n\"]\nc:\n  - d: e\n")
        #expect(reading.faults == [])
        let root = try #require(reading.root)
        #expect(root.pairs.map { $0.key.string } == ["a", "b", "c"])
        #expect(root["b"]?.items.map(\.string) == ["x", "y z", "w\n"])
        #expect(root["c"]?.items.first?["d"]?.string == "e")
    }

    @Test(arguments: [
        ("name: NO", "NO"), ("name: 012", "012"), ("name: 1e3", "1e3"), ("name: 12:30", "12:30"), ("name: 0x1F", "0x1F"),
        ("name: 1_000", "1_000"), ("name: .inf", ".inf"), ("name: 2026-11-24", "2026-11-24"), ("name: =", "="), ("name: yes", "yes"),
    ])
    func `leaves a scalar as it is written until a field asks`(text: String, value: String) throws {
        let reading = Reading(text)
        #expect(reading.faults == [])
        #expect(reading.root?["name"]?.string == value)
        #expect(reading.value(.map(of: .text))?.map(\.value) == [value])
    }

    @Test(arguments: ["", "~", "null", "Null", "NULL", "!!null ''", "# nothing"])
    func `takes nothing, a tilde and null for null`(value: String) {
        #expect(Reading("name: \(value)").root?["name"]?.isNull == (value != "!!null ''"))
    }

    @Test(arguments: ["'null'", "\"~\"", "''", "nULL", "NaN", "|\n  null", "~x"])
    func `takes nothing else for null`(value: String) {
        #expect(Reading("name: \(value)").root?["name"]?.isNull == false)
    }

    @Test(arguments: [
        (#""\0\a\b\e\f\n\r\t\v""#, "\0\u{7}\u{8}\u{1b}\u{c}\n\r\t\u{b}"),
        (#""\" \\ \/ \_ \N \L \P""#, "\" \\ / \u{a0} \u{85} \u{2028} \u{2029}"),
        (#""\x41\u0416\U0001F600""#, "AЖ😀"),
        ("\"a\\\n   b\"", "ab"), ("\"a\n\n  b\"", "a\nb"), ("'it''s'", "it's"), ("'a\n  b'", "a b"),
        ("|\n  a\n   b\n\n  c\n", "a\n b\n\nc\n"), ("|-\n  a\n  b\n", "a\nb"), ("|+\n  a\n\n", "a\n\n"),
        (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
        ("|2\n    a\n", "  a\n"), ("a\n  b", "a b"), ("a # no", "a"), ("a#no", "a#no"), ("http://x/y", "http://x/y"),
    ])
    func `resolves escapes and folds lines`(written: String, value: String) throws {
        let reading = Reading("name: \(written)")
        #expect(reading.faults == [])
        #expect(reading.root?["name"]?.string == value)
    }

    @Test func `reads several documents`() {
        let reading = Reading("---\na: 1\n---\n- b\n...\n---\nc\n")
        #expect(reading.faults == [])
        #expect(reading.tree.roots.map(outline) == ["{a: 1}", "[b]", "c"])
    }

    @Test(arguments: ["", "\n\n", "# only a remark\n", "\u{feff}"])
    func `finds no document where there is none`(text: String) {
        let reading = Reading(text)
        #expect(reading.faults == [])
        #expect(reading.tree.roots.isEmpty)
        #expect(reading.tree.isComplete)
    }

    @Test func `finds an empty document between two marks`() {
        let reading = Reading("---\n---\na: 1\n")
        #expect(reading.tree.roots.map(\.isNull) == [true, false])
    }

    @Test func `finds values by key, and none where there is no such key`() {
        let root = Reading("a: {b: 1}\nc: [2]\n").root
        #expect(root?["a"]?["b"]?.string == "1")
        #expect(root?["x"] == nil)
        #expect(root?["c"]?["b"] == nil)
        #expect(root?["a"]?["b"]?["c"] == nil)
        #expect(root?["c"]?.items.first?.key == nil)
        #expect(root?["a"]?.key?.string == "a")
    }

    @Test func `tells keys apart by bytes, not by how they look`() {
        let root = Reading("\u{e9}: 1\ne\u{301}: 2\n").root
        #expect(root?.pairs.map { $0.value.string } == ["1", "2"])
        #expect(root?["e\u{301}"]?.string == "2")
    }
}

/// Lines end as they do on any system, and a mark may stand in front.
struct LineEndTests {
    private static let lines = ["a: 1", "b:", "  - x", "  - 'y", "    z'", "c: |", "  one", "  two", "d: [p,", "  q]"]

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{feff}"])
    func `do not matter`(end: String, mark: String) throws {
        let reading = Reading(mark + Self.lines.map { $0 + end }.joined())
        #expect(reading.faults == [])
        let root = try #require(reading.root)
        #expect(outline(root) == "{a: 1, b: [x, 'y z'], c: 'one\ntwo\n', d: [p, q]}")
        // Only the places differ, and lines stay lines.
        let places = ["a", "b", "c", "d"].map { key in root[key].map { reading.texts.place(of: $0.span).line } }
        #expect(places == [1, 3, 6, 9])
        #expect(root["a"].map { reading.texts.place(of: $0.span).column } == 4)
    }
}
