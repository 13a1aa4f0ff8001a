import Diagnostics
import LocatedYAML
import Testing

/// JSON has a reader of its own into the same tree.
struct JSONTests {
    @Test func `reads every kind of value`() {
        let reading = Reading(#" {"a": [1, -0.5e+3, true, false, null, "x"], "b": {}, "c": []} "#, name: "a.json")
        #expect(reading.faults == [])
        #expect(reading.root.map(outline) == "{a: [1, -0.5e+3, true, false, null, 'x'], b: {}, c: []}")
        #expect(reading.root?["a"]?.items.map(\.isNull) == [false, false, false, false, true, false])
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u0416\u00e9""#, "Жé"), (#""\ud83d\ude00!""#, "😀!"),
        (#""\uD83D\uDE00""#, "😀"), (#""\u0000""#, "\0"), ("\"Ж😀\"", "Ж😀"), ("\"\"", ""), (#""\u005c""#, "\\"),
    ])
    func `resolves escapes, surrogate pairs among them`(written: String, value: String) {
        for text in [written, "[\(written)]", "{\"k\": \(written)}"] {
            let reading = Reading(text, name: "a.json")
            #expect(reading.faults == [])
            #expect(reading.root.map { $0.items.first ?? $0["k"] ?? $0 }?.string == value)
        }
    }

    @Test func `resolves escapes in keys`() {
        let reading = Reading(#"{"\u0061": 1, "b": 2, "a": 3}"#, name: "a.json")
        #expect(reading.faults == ["duplicate-key"])
        #expect(reading.root?["a"]?.string == "1")
    }

    @Test(arguments: ["0", "-0", "10", "1.5", "1e5", "1E-5", "-12.30e+4", "123456789012345678901234567890"])
    func `takes every number of JSON`(number: String) {
        #expect(Reading(number, name: "a.json").faults == [])
        #expect(Reading(number, name: "a.json").root?.string == number)
    }

    @Test(arguments: ["01", "-", "1.", ".5", "+1", "1e", "1e+", "0x1", "1_0", "NaN", "Infinity", "-Infinity", "--1", "1a", "TRUE"])
    func `takes nothing else for one`(number: String) {
        #expect(Reading(number, name: "a.json").faults == ["json-syntax"])
    }

    @Test func `knows places to the byte`() throws {
        let reading = Reading("{\n  \"имя\": [10, \"\\ud83d\\ude00\"],\n  \"b\": {\"c\": true}\n}\n", name: "a.json")
        let root = try #require(reading.root)
        #expect(root.pairs.map { reading.token($0.key.span) } == ["\"имя\"", "\"b\""])
        #expect(root["имя"]?.items.map { reading.token($0.span) } == ["10", "\"\\ud83d\\ude00\""])
        #expect(root["b"].map { reading.token($0.extent) } == "{\"c\": true}")
        #expect(reading.token(root.span) == "{")
        #expect(reading.texts.place(of: root["b"]!["c"]!.span).description == "a.json:3:14")
    }

    @Test func `is recognised without its name, where it is whole`() {
        #expect(Reading(#"{"a": "\ud83d\ude00"}"#, name: "r1.yaml").root?["a"]?.string == "😀")
        #expect(Reading("\u{feff} [1]", name: "r1.yaml").root.map(outline) == "[1]")
        // What only looks like it is YAML.
        #expect(Reading("{a: 1, b: [x, y]}", name: "r1.yaml").root.map(outline) == "{a: 1, b: [x, y]}")
        #expect(Reading("[1, 2] # remark", name: "r1.yaml").faults == [])
        #expect(Reading("{a: [}", name: "r1.yaml").faults.first?.hasPrefix("yaml-") == true)
    }

    @Test func `is never YAML under its name`() {
        #expect(Reading("a: 1", name: "a.json").faults == ["json-syntax"])
        #expect(Reading("", name: "a.json").faults == ["json-syntax"])
    }

    @Test func `reads the same tree as YAML does`() {
        let text = #"{"a": [1, "x y", {"b": null}], "c": {"d": "e\n", "f": [[], {}]}}"#
        let (json, yaml) = (Reading(text, name: "a.json"), Reading("---\n" + text, name: "a.yaml"))
        #expect(json.root.map(outline) == yaml.root.map(outline))
        #expect(json.root.map(outline) != nil)
    }
}
