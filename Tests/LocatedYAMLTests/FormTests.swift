import Diagnostics
import LocatedYAML
import Testing
import Times

/// A shape to read in tests.
struct Gadget: Equatable, Sendable {
    enum Face: String, CaseIterable { case front, rear }

    var name: String?
    var units: Int?
    var tags: [String] = []
    var isSaved: Bool?
    var face: Face?
    var inner: [Gadget] = []

    static let shape: Shape<Gadget> = Shape(
        "gadget", "A thing.", start: { _ in Gadget() },
        fields: [
            Field("name", .text, required: true, "What it is called.") { $0.name = $1 },
            Field("units", .integer(in: 1...60), "How many units it takes.") { $0.units = $1 },
            Field("tags", .oneOrMany(of: .text), "Free words.") { $0.tags = $1 },
            Field("saved", .boolean, "Whether it is saved.") { $0.isSaved = $1 },
            Field("face", .choice, "Where it is mounted.") { $0.face = $1 },
            Field("inner", .list(of: .lazy { Form.shape(Gadget.shape) }), "What is in it.") { $0.inner = $1 },
        ])
}

struct ShapeTests {
    private let form = Form<Gadget>.shape(Gadget.shape)

    @Test func `reads every field, shapes in shapes among them`() {
        let value = Reading("{name: a, units: 2, tags: x, saved: true, face: rear, inner: [{name: b, tags: [y, z]}]}").value(form)
        #expect(
            value
                == Gadget(
                    name: "a", units: 2, tags: ["x"], isSaved: true, face: .rear, inner: [Gadget(name: "b", tags: ["y", "z"])]))
    }

    @Test func `reads the same from an escaped key and through a merge`() {
        #expect(Reading(#"{"n\x61me": a}"#).value(form) == Gadget(name: "a"))
        #expect(Reading("{<<: {name: a, units: 3}, units: 4}").value(form) == Gadget(name: "a", units: 4))
    }

    @Test func `reports everything that is wrong and reads the rest`() throws {
        let reading = Reading("{nam: a, units: many, saved: yes, face: reer, inner: [{name: b, colour: red}, 7]}")
        var log = reading.log
        let value = form.read(try #require(reading.root), &log)
        #expect(value == Gadget(inner: [Gadget(name: "b")]))
        #expect(
            log.kept.map(\.code) == [
                "unknown-key", "wrong-value", "wrong-value", "wrong-value", "unknown-key", "wrong-value", "missing-key",
            ])
    }

    @Test func `a list element that is wrong is left out`() {
        var log = DiagnosticLog()
        let reading = Reading("[1, two, 3]")
        #expect(reading.root.flatMap { Form<[Int]>.list(of: .integer).read($0, &log) } == [1, 3])
        #expect(log.kept.map(\.code) == ["wrong-value"])
    }
}

/// Scalars have no type until a form asks, and a form takes only what no other reader of YAML would take otherwise.
struct ScalarFormTests {
    @Test(arguments: [("0", 0), ("-1", -1), ("42", 42), ("9223372036854775807", Int.max)])
    func `a whole number`(text: String, value: Int) {
        #expect(Reading(text).value(.integer) == value)
    }

    @Test(arguments: [
        "01", "+1", "-0", "1.0", "1e3", "0x10", "1_000", "\"1\"", "", "~", "9223372036854775808", "one", "[1]", "{a: 1}", "1 2",
    ])
    func `no whole number`(text: String) {
        #expect(Reading("k: \(text)").value(.map(of: .integer)) == nil)
    }

    @Test(arguments: [("0", 0), ("-1.5", -1.5), ("42", 42), ("0.25", 0.25)])
    func `a number`(text: String, value: Double) {
        #expect(Reading(text).value(.number) == value)
    }

    @Test(arguments: ["1e3", ".5", "5.", ".inf", "NaN", "01.5", "1,5", "'1.5'", "--1", "1.5.2"])
    func `no number`(text: String) {
        #expect(Reading("k: \(text)").value(.map(of: .number)) == nil)
    }

    @Test(arguments: [("true", true), ("false", false)])
    func `a yes or no`(text: String, value: Bool) {
        #expect(Reading(text).value(.boolean) == value)
    }

    @Test(arguments: ["yes", "no", "on", "off", "y", "n", "True", "TRUE", "1", "0", "'true'", "да", "~"])
    func `no yes or no`(text: String) {
        #expect(Reading("k: \(text)").value(.map(of: .boolean)) == nil)
    }

    @Test(arguments: ["sw-1", "A b", "12:30", "имя", "'x'"])
    func `an identifier`(text: String) {
        #expect(Reading("k: \(text)").value(.map(of: .identifier)) != nil)
    }

    @Test(arguments: ["''", "' a'", "'a '", "\"a\\nb\"", "\"a\\tb\"", "~", "[a]", "|\n  a\n"])
    func `no identifier`(text: String) {
        #expect(Reading("k: \(text)").value(.map(of: .identifier)) == nil)
    }

    @Test(arguments: [("PT15M", 900), ("P2D", 172_800), ("P1W", 604_800), ("P1DT1S", 86_401)])
    func `a span of time`(text: String, seconds: Int64) {
        #expect(Reading(text).value(.period) == Period(seconds: seconds))
    }

    @Test(arguments: ["15M", "PT", "P", "P1M", "P1Y", "15 min", "PT1.5H", "-PT1H", "pt1h", "''"])
    func `no span of time`(text: String) {
        #expect(Reading("k: \(text)").value(.map(of: .period)) == nil)
    }

    @Test(arguments: ["2026-12-05T22:00:00+03:00", "2026-12-05T19:00Z", "2026-12-05T22:00:00.000+03:00"])
    func `a moment`(text: String) {
        #expect(Reading(text).value(.timestamp) == Timestamp(rfc3339: "2026-12-05T19:00:00Z"))
    }

    @Test(arguments: ["2026-12-05", "2026-12-05 22:00", "2026-12-05T22:00:00", "2026-13-05T22:00Z", "2026-02-30T22:00Z", "tomorrow"])
    func `no moment`(text: String) {
        #expect(Reading(text).value(.timestamp) == nil)
    }

    @Test func `null is nothing only where it may be`() {
        #expect(Reading("k: ~").value(.map(of: .optional(.integer)))?.map(\.value) == [nil])
        #expect(Reading("k: 1").value(.map(of: .optional(.integer)))?.map(\.value) == [1])
        #expect(Reading("k: ~").value(.map(of: .text)) == nil)
    }

    @Test func `one stands for a list of one`() {
        #expect(Reading("a").value(.oneOrMany(of: .text)) == ["a"])
        #expect(Reading("[a, b]").value(.oneOrMany(of: .text)) == ["a", "b"])
        #expect(Reading("[]").value(.oneOrMany(of: .text)) == [])
    }
}
