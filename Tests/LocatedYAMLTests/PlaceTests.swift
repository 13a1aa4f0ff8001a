import Diagnostics
import LocatedYAML
import Testing

/// Every value knows its place, to the byte.
struct PlaceTests {
    @Test(arguments: [
        "plain", "two words", "'single'", "\"double\"", #""esc\naped""#, "'it''s'", "\"\"", "''", "héllo", "Ж", "😀 x", "a:b", "-1",
        "\"два \\u0416 слова\"", "http://host/path", "12:30",
    ])
    func `a scalar's span is its token with its quotes`(token: String) throws {
        for text in ["k: \(token)\nnext: 1\n", "имя: \(token)   # remark\n", "- {😀: \(token), b: c}", "[x, \(token)]", "- \(token)"] {
            let reading = Reading(text)
            #expect(reading.faults == [], "\(text)")
            let root = try #require(reading.root)
            let value = try #require(scalars(of: root).first { reading.token($0.span) == token }, "\(text)")
            #expect(value.extent == value.span)
        }
    }

    @Test(arguments: [
        "plain words\n    and more\n\n\n    of them", "'single\n    ''quoted''\n\n    text'", "\"double  \n    quoted\n\n\n    text\"",
        "|\n    kept\n      further in\n\n    as it is\n", "|2-\n     one\n    two\n\n\n   three", "|+\n\n\n    after empty lines\n\n",
        ">\n    folded\n    to one\n\n\n    line\n", ">-\n    a\n      further in\n    b\n\n      c\n      d\n    e\n    f",
        ">1\n   first further in\n  then not\n  at all\n", ">\n\n    after an empty line\n    ж😀 й\n", "|\n    a\n     \n    b\n",
        ">\n    a\n      \n    b\n    c\n",
        "|\r\n    a\r\n    b\r\n\r\n    c\r\n", ">\r\n    a\r\n    b\r\n\r\n    c\r\n",
    ])
    func `each letter of a scalar is found where it is written`(token: String) throws {
        let reading = Reading("k: \(token)\n")
        #expect(reading.faults == [])
        let node = try #require(reading.root?["k"])
        let text = Array(node.string.utf8)
        #expect(text.contains { $0 > 0x20 })
        for (place, byte) in text.enumerated() where byte > 0x20 {
            let span = node.span(of: place..<place + 1)
            let written = Array(reading.tree.text.bytes[Int(span.start)..<Int(span.end)])
            #expect(written.first == byte, "\(place) of \(node.string.debugDescription)")
        }
    }

    private func scalars(of node: Node) -> [Node] {
        switch node.kind {
        case .scalar: [node]
        case .sequence: node.items.flatMap(scalars)
        case .mapping: node.pairs.flatMap { scalars(of: $0.value) }
        }
    }

    @Test func `a collection's span is its first token and its extent the whole of it`() throws {
        let reading = Reading("a:\n  b: 1\n  c:\n    - x\n    - y z   # remark\n\n# more\nd: [1, 2]\ne: {f: g}\n")
        let root = try #require(reading.root)
        let spans = ["a", "d", "e"].map { root[$0].map { reading.token($0.span) } }
        #expect(spans == ["b", "[", "{"])
        #expect(root["a"].map { reading.token($0.extent) } == "b: 1\n  c:\n    - x\n    - y z")
        #expect(root["a"]?["c"].map { reading.token($0.span) } == "-")
        #expect(root["a"]?["c"].map { reading.token($0.extent) } == "- x\n    - y z")
        #expect(root["d"].map { reading.token($0.extent) } == "[1, 2]")
        #expect(root["e"].map { reading.token($0.extent) } == "{f: g}")
        #expect(reading.token(root.span) == "a")
    }

    @Test func `keys have places of their own`() throws {
        let reading = Reading("'имя' : 1\n\"b\": 2\nc : 3\n")
        let root = try #require(reading.root)
        #expect(root.pairs.map { reading.token($0.key.span) } == ["'имя'", "\"b\"", "c"])
    }

    @Test func `anchors and tags stand before the token`() throws {
        let reading = Reading("a: &x !!str 12\nb: !!map\n  c: d\ne: &y [f]\ng: &z\n  h: i\nj: !!seq # remark\n  - k\n")
        #expect(reading.faults == [])
        let root = try #require(reading.root)
        #expect(["a", "b", "e", "g", "j"].map { root[$0].map { reading.token($0.span) } } == ["12", "c", "[", "h", "-"])
    }

    @Test func `what is behind an alias has the place where it is written`() throws {
        let reading = Reading("a: &x core\nb: *x\n")
        let node = try #require(reading.root?["b"])
        #expect(node.string == "core")
        #expect(reading.texts.place(of: node.span).description == "r1.yaml:1:7")
    }

    @Test func `a missing value is where it would stand`() throws {
        let reading = Reading("a:\nb: 1\n")
        let node = try #require(reading.root?["a"])
        #expect(node.span.start == node.span.end)
        #expect(reading.texts.place(of: node.span).line == 1)
    }

    @Test func `block texts begin at their bar`() throws {
        let reading = Reading("a: |\n  one\n  two\nb: >-\n  three\n")
        let root = try #require(reading.root)
        #expect(root["a"].map { reading.token($0.span) }?.hasPrefix("|\n  one") == true)
        #expect(root["b"].map { reading.texts.place(of: $0.span).description } == "r1.yaml:4:4")
    }

    @Test func `columns count letters, not bytes, and leave the mark at the beginning out`() throws {
        let reading = Reading("\u{feff}имя: {стойка: 😀, x: y}\n")
        let node = try #require(reading.root?["имя"]?["x"])
        #expect(reading.token(node.span) == "y")
        #expect(reading.texts.place(of: node.span).column == 21)
    }
}
