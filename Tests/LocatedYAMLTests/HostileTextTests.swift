import Diagnostics
import LocatedYAML
import Testing

/// Texts that were damaged on the way, or written to do harm: an answer with a place, in bounded time and memory.
struct HostileTextTests {
    private static let sample = """
        evidence: {source: document, seen: 2025-03-02, by: ivanov}   # default
        racks: &racks
          - {name: R1, "имя": 'it''s', site: hq, u_height: 42}
        devices:
          - name: sw-1
            aka: [SW1, "свитч \\"бухгалтерии\\" \\u0416"]
            more: *racks
            <<: {position: 20}
            text: |
              one
              two
        ...
        ---
        ? key
        : value
        """

    @Test func `a file cut at any byte gives a diagnostic or a whole tree`() {
        let bytes = Array(Self.sample.utf8)
        for length in 0...bytes.count {
            let reading = Reading(bytes: Array(bytes[..<length]))
            expectSound(reading, length: length)
        }
    }

    @Test func `so does JSON`() {
        let json = Array(#"{"a": [1, -2.5e3, true, null, "x\n\ud83d\ude00Ж"], "b": {"c": {}, "d": []}}"#.utf8)
        for length in 0..<json.count {
            let reading = Reading(bytes: Array(json[..<length]), name: "a.json")
            expectSound(reading, length: length)
            #expect(!reading.tree.isComplete)
        }
        #expect(Reading(bytes: json, name: "a.json").faults == [])
    }

    /// Either the tree is whole, or there is an error; all places lie within the text, and everything can be walked.
    private func expectSound(_ reading: Reading, length: Int) {
        #expect(reading.tree.isComplete || reading.log.hasErrors, "cut at \(length)")
        for fault in reading.log.kept {
            for span in [fault.span!] + fault.related.map(\.span) {
                #expect(span.start <= span.end && Int(span.end) <= length, "\(length)")
            }
        }
        for root in reading.tree.roots {
            _ = outline(root)
            #expect(Int(root.extent.end) <= length)
        }
        _ = reading.picture(.ru)
    }

    @Test func `what stands before a fault is kept`() throws {
        let reading = Reading("racks:\n  - {name: R1}\n  - {name: R2\nx: @\n")
        #expect(reading.faults == ["yaml-bracket"])
        #expect(!reading.tree.isComplete)
        #expect(reading.root?["racks"]?.items.first.map(outline) == "{name: R1}")
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "[{b: "])
    func `ten thousand levels are refused at the 129th`(opening: String) {
        let reading = Reading(String(repeating: opening, count: 10_000))
        #expect(reading.faults.last == "too-deep")
        #expect(!reading.tree.isComplete)
    }

    @Test func `so are a hundred thousand in JSON`() {
        let reading = Reading(String(repeating: "[", count: 100_000), name: "a.json")
        #expect(reading.faults == ["too-deep"])
        #expect(reading.texts.place(of: reading.log.kept[0].span!).column == 129)
    }

    @Test func `128 levels are read`() {
        let text = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        #expect(Reading(text, name: "a.json").faults == [])
        #expect(Reading(text).faults == [])
        #expect(Reading("[" + text + "]", name: "a.json").faults == ["too-deep"])
        #expect(Reading("x: " + text).faults == ["too-deep"])
    }

    @Test func `an alias bomb is defused`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text += "a\(level): &a\(level) [" + repeatElement("*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
        }
        let reading = Reading(text)
        #expect(reading.faults == ["too-many-aliases"])
        #expect(!reading.tree.isComplete)
    }

    @Test func `a bomb of merged keys is defused`() {
        var text = "a0: &a0 {" + (0..<1_000).map { "k\($0): 1" }.joined(separator: ", ") + "}\nlist:\n"
        text += String(repeating: "  - {<<: *a0}\n", count: 20_000)
        #expect(Reading(text).faults == ["too-many-aliases"])
    }

    @Test func `an ordinary use of aliases is none`() {
        var text = "base: &base {type: cat6, color: blue, site: hq}\ncables:\n"
        text += (0..<20_000).map { "  - {<<: *base, id: C-\($0)}\n" }.joined()
        #expect(Reading(text).faults == [])
    }

    @Test func `a scalar of a hundred megabytes is read as one`() throws {
        let size = 100_000_000
        var bytes = [UInt8]("a: \"".utf8)
        bytes += repeatElement(UInt8(ascii: "x"), count: size)
        bytes += "\"\nb: 1\n".utf8
        let reading = Reading(bytes: bytes)
        #expect(reading.faults == [])
        let span = try #require(reading.root?["a"]?.span)
        #expect(Int(span.end - span.start) == size + 2)
        #expect(reading.root?["b"]?.string == "1")
    }

    /// Bytes, and the offset of the one that belongs to no character.
    private static let badBytes: [([UInt8], Int)] = [
        ([0xFF], 0), ([UInt8]("a: \u{e9}\nb: ".utf8) + [0xC3, 0x28], 9), ([UInt8]("a: ".utf8) + [0xE2, 0x82], 3),
        ([UInt8]("- x\n- ".utf8) + [0xED, 0xA0, 0x80], 6), ([UInt8]("a: ".utf8) + [0xC0, 0xAF], 3), ([0xF4, 0x90, 0x80, 0x80], 0),
    ]

    @Test(arguments: badBytes)
    func `bytes that are no UTF-8 are shown where they stand`(bytes: [UInt8], offset: Int) {
        for name in ["r1.yaml", "r1.json"] {
            let reading = Reading(bytes: bytes, name: name)
            #expect(reading.faults == ["not-utf8"])
            #expect(reading.log.kept.last?.span.map { Int($0.start) } == offset)
            #expect(reading.picture().contains("\\x"))
        }
    }

    @Test func `what stands before a bad byte is read`() {
        let reading = Reading(bytes: Array("a: 1\nb: 2\nc: ".utf8) + [0xFF, 0x0A])
        #expect(reading.faults == ["not-utf8"])
        #expect(reading.root.map(outline) == "{a: 1, b: 2}")
    }

    private static let wideTexts: [[UInt8]] = [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x3A, 0], [0, 0x61, 0, 0x3A]]

    @Test(arguments: wideTexts)
    func `UTF-16 is called by its name`(bytes: [UInt8]) {
        let reading = Reading(bytes: bytes)
        #expect(reading.faults == ["not-utf8"])
        #expect(reading.picture().hasPrefix("error[not-utf8]: the file is UTF-16\n"))
    }

    @Test func `a fault far behind in a large file is found in linear time`() {
        let text = String(repeating: "- {имя: стойка, x: [1, 2]}\n", count: 100_000) + "- {a: b\n"
        let reading = Reading(text)
        #expect(reading.faults == ["yaml-bracket"])
        #expect(reading.texts.place(of: reading.log.kept[0].span!).line == 100_001)
    }

    @Test func `a million faults are counted and a thousand kept`() {
        let reading = Reading("[" + String(repeating: "*x, ", count: 1_000_000) + "]")
        #expect(reading.log.count == 1_000_000)
        #expect(reading.log.kept.count == DiagnosticLog.limit)
    }
}
