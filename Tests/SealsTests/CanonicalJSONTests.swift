import Seals
import Testing

struct CanonicalJSONTests {
    private func canonical(_ value: JSON) throws -> String {
        String(decoding: try value.canonicalBytes(), as: UTF8.self)
    }

    @Test func `keys ascend and nothing is between the values`() throws {
        #expect(try canonical(["b": 1, "a": ["z", false], "a_1": [:], "a1": -7]) == #"{"a":["z",false],"a1":-7,"a_1":{},"b":1}"#)
        #expect(try canonical("\u{7F}\u{2028}é\u{1}\n") == "\"\u{7F}\u{2028}é\\u0001\\n\"")
    }

    @Test(arguments: [
        "{}", "[]", "0", "-1", "9007199254740991", "-9007199254740991", "true", "false", #""""#, #"{"a":[{},[],"b"],"b":{"c_2":"д"}}"#,
        #""\"\\\b\t\n\f\r\u0000\u001f/é""#, "\"\u{FEFF}\u{7F}\u{1F50C}\"", "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
    ])
    func `what is canonical is read and written as it is`(text: String) throws {
        let value = try JSON(canonical: Array(text.utf8))
        #expect(try canonical(value) == text)
    }

    @Test(arguments: [
        ("", CanonicalJSON.Fault.Kind.cutShort, 0), (" {}", .notCanonical, 0), ("{} ", .trailing, 2), ("{}\n", .trailing, 2),
        ("\u{FEFF}{}", .notCanonical, 0), ("null", .valueWithoutForm, 0), ("1.0", .valueWithoutForm, 1), ("1e3", .valueWithoutForm, 1),
        ("01", .notCanonical, 0), ("-0", .notCanonical, 0), ("-", .cutShort, 1), ("+1", .notCanonical, 0),
        ("9007199254740992", .integerTooLarge, 0), ("99999999999999999999", .integerTooLarge, 0), ("tru", .cutShort, 0),
        ("trux", .notCanonical, 0),
        (#"{"a": 1}"#, .notCanonical, 5), (#"{"a":1,}"#, .notCanonical, 7), (#"{"b":1,"a":2}"#, .keyOrder("a"), 7),
        (#"{"a":1,"a":2}"#, .duplicateKey("a"), 7), (#"{"A":1}"#, .key("A"), 1), (#"{"":1}"#, .key(""), 1), (#"{"_a":1}"#, .key("_a"), 1),
        (#"{"\u0061":1}"#, .notCanonical, 2), (#""\/""#, .notCanonical, 1), (#""\u001F""#, .notCanonical, 1),
        (#""\u000a""#, .notCanonical, 1),
        (#""\u0020""#, .notCanonical, 1), (#""\u00e9""#, .notCanonical, 1), (#""\ud83d\ude00""#, .notCanonical, 1),
        ("\"\u{1}\"", .notCanonical, 1),
        ("\"a", .cutShort, 2), (#""\"#, .cutShort, 2), ("[1,]", .notCanonical, 3), ("[1", .cutShort, 2), ("[1 ,2]", .notCanonical, 2),
        ("[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]", .tooDeep, 16),
    ])
    func `what is not canonical is refused, with its place`(text: String, kind: CanonicalJSON.Fault.Kind, offset: Int) {
        do {
            let value = try JSON(canonical: Array(text.utf8))
            Issue.record("read \(text) as \(value)")
        } catch {
            #expect(error.kind == kind && error.offset == offset, "\(error)")
        }
    }

    @Test func `bytes that are no UTF-8 and documents that are too large are refused`() {
        #expect(throws: CanonicalJSON.Fault.self) { try JSON(canonical: [0x22, 0xFF, 0x22]) }
        #expect(throws: CanonicalJSON.Fault.self) { try JSON(canonical: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
        let largest = JSON.string(String(repeating: "x", count: CanonicalJSON.sizeLimit - 2))
        #expect(throws: Never.self) { try JSON(canonical: try largest.canonicalBytes()) }
        #expect(throws: CanonicalJSON.Fault.self) { try JSON.array([largest]).canonicalBytes() }
    }

    @Test func `values without a canonical form are refused`() {
        for value: JSON in [.null, .number(1), ["a": .null], ["Ä": 1], [9_007_199_254_740_992], .object([.init("a", 1), .init("a", 1)])] {
            #expect(throws: CanonicalJSON.Fault.self, "\(value)") { try value.canonicalBytes() }
        }
        let deep = (0..<17).reduce(JSON.integer(1)) { value, _ in [value] }
        #expect(throws: CanonicalJSON.Fault.self) { try deep.canonicalBytes() }
    }

    @Test func `every change of one byte is refused or gives another canonical document`() throws {
        let text = Array(#"{"at":"2026-11-25T09:02:03Z","files":["sha256:00"],"n":2,"ok":true,"words":"\n\u0001я"}"#.utf8)
        var readable = 0
        for index in text.indices {
            for byte in UInt8.min...UInt8.max where byte != text[index] {
                var changed = text
                changed[index] = byte
                guard let value = try? JSON(canonical: changed) else { continue }
                readable += 1
                #expect(try value.canonicalBytes() == changed)
            }
        }
        #expect(readable > 1_000)
    }
}
