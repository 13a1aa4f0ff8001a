import Diagnostics
import LocatedYAML
import Testing

/// Anchors, aliases and merged keys.
struct AliasTests {
    @Test func `an alias stands for the value that was named`() {
        let reading = Reading("a: &x {b: [1, 2]}\nc: *x\nd: [*x, *x]\n")
        #expect(reading.faults == [])
        #expect(reading.root.map(outline) == "{a: {b: [1, 2]}, c: {b: [1, 2]}, d: [{b: [1, 2]}, {b: [1, 2]}]}")
    }

    @Test func `the last value of a name counts`() {
        #expect(Reading("[&x 1, *x, &x 2, *x]").root.map(outline) == "[1, 1, 2, 2]")
    }

    @Test func `names end with their document`() {
        let reading = Reading("a: &x 1\n---\nb: *x\n")
        #expect(reading.faults == ["unknown-alias"])
        #expect(reading.texts.place(of: reading.log.kept[0].span!).description == "r1.yaml:3:4")
    }

    @Test func `merged keys come last and never replace what is written`() {
        let reading = Reading("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {x: 0, <<: *a}\nd: {<<: [*a, *b], w: 9}\n")
        #expect(reading.faults == [])
        #expect(reading.root?["c"].map(outline) == "{x: 0, y: 2}")
        #expect(reading.root?["d"].map(outline) == "{w: 9, x: 1, y: 2, z: 4}")
    }

    @Test func `merging works through several levels`() {
        let reading = Reading("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n")
        #expect(reading.faults == [])
        #expect(reading.root?["c"].map(outline) == "{z: 3, y: 2, x: 1}")
    }

    @Test func `a quoted merge sign is a key like others`() {
        #expect(Reading("a: &a {x: 1}\nb: {'<<': *a}\n").root?["b"].map(outline) == "{<<: {x: 1}}")
    }

    @Test func `what is merged has the place where it is written`() throws {
        let reading = Reading("a: &a {x: here}\nb: {<<: *a}\n")
        let node = try #require(reading.root?["b"]?["x"])
        #expect(reading.texts.place(of: node.span).description == "r1.yaml:1:11")
    }

    @Test func `a field behind a merge is read like one that is written`() {
        let form = Form<[Entry<Int>]>.map(of: .integer)
        #expect(Reading("&a {x: 1}").value(form)?.map(\.value) == [1])
        #expect(Reading("{<<: {x: 7}, y: 8}").value(form)?.map(\.value) == [8, 7])
    }

    @Test func `a value that holds itself is reported and left out`() {
        let reading = Reading("a: &a\n  b: [*a]\n  c: &c {d: *c}\n  e: 1\n")
        #expect(reading.faults == ["alias-of-itself", "alias-of-itself"])
        #expect(reading.root?["a"]?["e"]?.string == "1")
        #expect(reading.root?["a"]?["b"]?.items.map(\.isBroken) == [true])
    }

    @Test func `faults at aliases leave forms silent`() {
        let reading = Reading("a: *nobody\nb: 1\n")
        #expect(reading.faults == ["unknown-alias"])
        #expect(reading.picture(of: Form<[Entry<Int>]>.map(of: .integer)) == reading.picture())
    }
}

/// What is written once is refused a second time, with both places.
struct DuplicateKeyTests {
    @Test func `every further one is reported, the first is kept`() {
        let reading = Reading("a: 1\nb: 2\na: 3\nc: {d: 4, d: 5}\na: 6\n")
        #expect(reading.faults == ["duplicate-key", "duplicate-key", "duplicate-key"])
        #expect(reading.root.map(outline) == "{a: 1, b: 2, c: {d: 4}}")
        let places = reading.log.kept.map { fault in
            (reading.texts.place(of: fault.span!).line, reading.texts.place(of: fault.related[0].span).line)
        }
        #expect(places.sorted { $0.0 < $1.0 }.map(\.0) == [3, 4, 5])
        #expect(places.allSatisfy { $0.1 == 1 || $0.1 == 4 })
    }

    @Test func `the same key in other mappings is none`() {
        #expect(Reading("a: {x: 1}\nb: {x: 1, y: {x: 2}}\nx: [{x: 1}, {x: 1}]\n").faults == [])
    }

    @Test func `how it is quoted makes no difference`() {
        #expect(Reading(#"{a: 1, "a": 2, 'a': 3, "\x61": 4}"#).faults.count == 3)
    }

    @Test func `many keys are found in linear time`() {
        let text = (0..<200_000).map { "key-\($0): \($0)\n" }.joined() + "key-777: again\n"
        let reading = Reading(text)
        #expect(reading.faults == ["duplicate-key"])
        #expect(reading.root?.pairs.count == 200_000)
    }
}
