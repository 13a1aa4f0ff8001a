import RandomNumbers

/// Makes texts out of a target's seeds by damaging them, the same ones for the same seed.
struct Mutator {
    private let seeds: [[UInt8]]
    private let tokens: [[UInt8]]
    private var numbers: SeededNumbers
    /// No text gets longer: readers are to be tried often rather than long.
    private static let longest = 16_384

    init(_ target: FuzzTarget, seed: UInt64) {
        seeds = target.seeds.map { Array($0.utf8) }
        tokens = (Self.marks + target.words).map { Array($0.utf8) } + Self.bytes
        numbers = SeededNumbers(seed: seed)
    }

    /// The next text: a seed with one to six damages.
    mutating func next() -> [UInt8] {
        var text = seeds.randomElement(using: &numbers)!
        for _ in 0..<Int.random(in: 1...6, using: &numbers) { damage(&text) }
        return Array(text.prefix(Self.longest))
    }

    private mutating func damage(_ text: inout [UInt8]) {
        switch Int.random(in: 0..<12, using: &numbers) {
        case 0: flipBit(&text)
        case 1: text.insert(UInt8.random(in: 0...255, using: &numbers), at: place(in: text))
        case 2: text.removeSubrange(stretch(of: text, upTo: 24))
        case 3, 4: text.insert(contentsOf: tokens.randomElement(using: &numbers)!, at: place(in: text))
        case 5: text.replaceSubrange(stretch(of: text, upTo: 8), with: tokens.randomElement(using: &numbers)!)
        case 6: text.insert(contentsOf: text[stretch(of: text, upTo: 200)], at: place(in: text))
        case 7: text.removeSubrange(place(in: text)...)
        case 8: splice(&text)
        case 9: nest(&text)
        case 10: swapLines(&text)
        default: repeatLine(&text)
        }
    }

    private mutating func place(in text: [UInt8]) -> Int {
        Int.random(in: 0...text.count, using: &numbers)
    }

    private mutating func stretch(of text: [UInt8], upTo length: Int) -> Range<Int> {
        let start = place(in: text)
        return start..<min(text.count, start + Int.random(in: 1...length, using: &numbers))
    }

    private mutating func flipBit(_ text: inout [UInt8]) {
        guard !text.isEmpty else { return }
        text[Int.random(in: 0..<text.count, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
    }

    /// The beginning of one text and the end of another.
    private mutating func splice(_ text: inout [UInt8]) {
        let other = seeds.randomElement(using: &numbers)!
        text = Array(text[..<place(in: text)] + other[place(in: other)...])
    }

    private mutating func nest(_ text: inout [UInt8]) {
        let opening = ["[", "{a: ", "- ", "{\"a\":", "\n  "].randomElement(using: &numbers)!
        let depth = [2, 10, 126, 130, 1_000].randomElement(using: &numbers)!
        text.insert(contentsOf: Array(String(repeating: opening, count: depth).utf8), at: place(in: text))
    }

    private mutating func swapLines(_ text: inout [UInt8]) {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lines.swapAt(Int.random(in: 0..<lines.count, using: &numbers), Int.random(in: 0..<lines.count, using: &numbers))
        text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    private mutating func repeatLine(_ text: inout [UInt8]) {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.randomElement(using: &numbers)!
        lines.insert(line, at: Int.random(in: 0...lines.count, using: &numbers))
        text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// What has a meaning to one of the readers.
    private static let marks = [
        "\n", "\r\n", "\r", "\t", " ", "\u{feff}", "\0", "#", ": ", "- ", "? ", "---\n", "...\n", "&a ", "*a", "<<: *a", "!!str ", "!x ",
        "%YAML 1.2\n",
        "|\n", ">-\n", "|2\n", "'", "\"", "\\", "\\u0416", "\\ud83d", "\\ude00", "\\x", "[", "]", "{", "}", ",", ", ,", "{}", "[]", "~",
        "null", "true",
        "-1", "0", "007", "1e999", "9223372036854775808", "99999999999999999999", "0.5", "[1-9]", "[1-100000]", "[a-z][0-9]", "\u{301}",
        "Ж", "😀",
        "2026-02-30", "2026-11-01", "PT99999999999H", "Mo-Su 24:00-00:00",
    ]

    /// Bytes that are no UTF-8.
    private static let bytes: [[UInt8]] = [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]
}
