import Testing

@testable import Diagnostics

struct LineIndexTests {
    private func places(_ text: String) -> [String] {
        var texts = SourceTexts()
        let file = texts.add(SourceText(name: "t", text))
        return (0...text.utf8.count).map { offset in
            let place = texts.place(of: Span(file: file, start: UInt32(offset), end: UInt32(offset)))
            return "\(place.line):\(place.column)"
        }
    }

    @Test func `every offset has its line and column`() {
        #expect(places("") == ["1:1"])
        #expect(places("ab\nc") == ["1:1", "1:2", "1:3", "2:1", "2:2"])
        #expect(places("a\r\nb\rc\n") == ["1:1", "1:2", "1:3", "2:1", "2:2", "3:1", "3:2", "4:1"])
    }

    @Test func `columns count scalars, and a byte-order mark has none`() {
        // Within a scalar the column is that behind its first byte.
        #expect(places("жx") == ["1:1", "1:2", "1:2", "1:3"])
        #expect(places("\u{FEFF}a\nb") == ["1:1", "1:2", "1:2", "1:1", "1:2", "2:1", "2:2"])
    }

    @Test func `agrees with counting from the start on long lines and many`() {
        let bytes = Array((String(repeating: "ж\u{1F50C}a", count: 3_000) + "\n" + String(repeating: "x\n", count: 3_000)).utf8)
        let text = SourceText(name: "t", bytes: bytes)
        for offset in stride(from: 0, through: bytes.count, by: 97) {
            let lines = bytes[..<offset].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let column = (lines.last ?? []).count { $0 & 0xC0 != 0x80 } + 1
            #expect(text.lines.place(of: offset, in: bytes) == (lines.count, column))
        }
    }

    @Test func `a span behind the end is at the end`() {
        var texts = SourceTexts()
        let file = texts.add(SourceText(name: "t", "a\nbc"))
        #expect(texts.place(of: Span(file: file, start: 900, end: 901)) == Place(file: "t", line: 2, column: 3))
    }
}
