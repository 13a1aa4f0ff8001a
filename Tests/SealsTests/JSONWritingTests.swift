import Seals
import Testing

struct JSONWritingTests {
    private let sample: JSON = [
        "schema": "primum.trace/1", "n": 3, "ok": true, "empty": [:], "none": [], "ways": ["a", ["b": -1]],
    ]

    @Test func `literals keep the order in which they are written`() {
        #expect(sample.compact == #"{"schema":"primum.trace/1","n":3,"ok":true,"empty":{},"none":[],"ways":["a",{"b":-1}]}"#)
    }

    @Test func `pretty has two spaces for each level`() {
        #expect(
            sample.pretty == """
                {
                  "schema": "primum.trace/1",
                  "n": 3,
                  "ok": true,
                  "empty": {},
                  "none": [],
                  "ways": [
                    "a",
                    {
                      "b": -1
                    }
                  ]
                }
                """)
    }

    @Test func `members that are nil are left out`() {
        let until: String? = nil
        let value = JSON.object(leavingOutNil: ["at": "now", "until": until.map { .string($0) }, "n": JSON(UInt8(7))])
        #expect(value.compact == #"{"at":"now","n":7}"#)
        #expect(value["n"] == 7 && value["until"] == nil && value["at"]?.text == "now")
    }

    @Test func `reads back what it holds`() {
        #expect(sample["ways"]?[1]?["b"]?.wholeNumber == -1 && sample["ways"]?[2] == nil && sample["ok"]?.truth == true)
        #expect(sample.members?.count == 6 && sample["ways"]?.elements?.count == 2 && sample["n"]?.text == nil)
        #expect(JSON.array([1, 2]) { JSON($0) } == [1, 2] && JSON.strings(["a"]) == ["a"])
    }

    @Test func `escapes what a terminal would act upon`() {
        let text = JSON.string("\"\\/\u{8}\t\n\u{C}\r\u{1B}\u{0}é\u{7F}\u{9B}\u{202E}\u{E0041}機")
        #expect(text.compact == #""\"\\/\b\t\n\f\r\u001b\u0000é\u007f\u009b\u202e\udb40\udc41機""#)
        #expect(JSON.number(0.5).compact == "0.5" && JSON.null.compact == "null")
    }
}
