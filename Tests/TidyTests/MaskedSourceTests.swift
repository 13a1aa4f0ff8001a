import Testing

struct MaskedSourceTests {
    @Test func `comments and literals are blank, code within interpolations is not`() {
        let source = MaskedSource(
            """
            let a = "func { \\(f("}")) {" // func b() {
            /* { /* { */ */ let c = #"" { "\\#(x)"#
            let d = #/{/#; let e = "\\\\" + g()
            """)
        let words = source.lines.map { $0.split(separator: " ") }
        #expect(words == [["let", "a", "=", "f(", ")"], ["let", "c", "=", "x"], ["let", "d", "=", ";", "let", "e", "=", "+", "g()"]])
    }

    @Test func `three quotation marks within a line open no text of many lines`() {
        let quotes = String(repeating: "\"", count: 3)
        let source = MaskedSource("let a = #\(quotes)\"#; let b = 1\nlet c = \(quotes)\n  func {\n\(quotes); let d = 2")
        let words = source.lines.map { $0.split(separator: " ") }
        #expect(words == [["let", "a", "=", ";", "let", "b", "=", "1"], ["let", "c", "="], [], [";", "let", "d", "=", "2"]])
    }

    @Test func `functions and their lengths`() {
        let source = MaskedSource(
            """
            struct A {
                init?(x: Int) {
                    self.x = x
                }
                func one() { let s = "}" }
                func two(
                    a: Int
                ) -> Int {
                    func inner() {}
                    if a > 0 {
                        return 1
                    }
                    return 2
                }
                subscript(i: Int) -> Int {
                    i
                }
            }
            protocol P {
                func none()
                func noneEither() -> Int
            }
            """)
        let expected: [(String, Int, Int)] = [("init", 2, 3), ("one", 5, 1), ("two", 6, 9), ("inner", 9, 1), ("subscript", 15, 3)]
        #expect(source.functions == expected.map { MaskedSource.Function(name: $0.0, line: $0.1, length: $0.2) })
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
