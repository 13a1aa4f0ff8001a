import Testing

@testable import Diagnostics

struct TypesetterTests {
    /// Sets one diagnostic on the text in which `⟦…⟧` marks the primary span and `⟪…⟫` a related one.
    private func picture(
        _ marked: String, name: String = "orders/o.yaml", language: Language = .en, width: Int = 80, colored: Bool = false,
        _ make: (Span, Span?) -> Diagnostic
    ) -> String {
        var bytes: [UInt8] = []
        var marks: [Character: UInt32] = [:]
        for character in marked {
            if "⟦⟧⟪⟫".contains(character) { marks[character] = UInt32(bytes.count) } else { bytes += Array(String(character).utf8) }
        }
        var texts = SourceTexts()
        let file = texts.add(SourceText(name: name, bytes: bytes))
        let primary = Span(file: file, start: marks["⟦"] ?? 0, end: marks["⟧"] ?? 0)
        let related = marks["⟪"].map { Span(file: file, start: $0, end: marks["⟫"] ?? $0) }
        return Typesetter(language: language, isColored: colored, width: width).text(of: make(primary, related), in: texts)
    }

    private func plain(_ text: String) -> Phrase { Phrase(verbatim: text) }

    @Test func `the whole picture`() {
        let text = picture("order: CO-1\n\n\n\n\n\n\n\nsteps:\n  - id: ⟪S3⟫\n    do: pull\n    port: ⟦\"PP-1:12\"⟧\n") { primary, related in
            Diagnostic(
                "unknown-port", .error, Phrase(en: "there is no port `PP-1:12`", ru: "порта `PP-1:12` нет"), at: primary,
                label: Phrase(en: "not on `PP-1`", ru: "не на `PP-1`"), related: related.map { [.init($0, plain("in this step"))] } ?? [],
                notes: [plain("`PP-1` has 8 ports")], help: [plain("did you mean `PP-1:2`?")])
        }
        #expect(
            text == """
                error[unknown-port]: there is no port `PP-1:12`
                  --> orders/o.yaml:12:11
                   |
                12 |     port: "PP-1:12"
                   |           ^^^^^^^^^ not on `PP-1`
                  ::: orders/o.yaml:10:9
                   |
                10 |   - id: S3
                   |         -- in this step
                   |
                   = note: `PP-1` has 8 ports
                   = help: did you mean `PP-1:2`?

                """)
    }

    @Test func `in Russian`() {
        let text = picture("порт: ⟦бух⟧", language: .ru) { primary, _ in
            Diagnostic(
                "unknown-port", .warning, Phrase(en: "no", ru: "порта `бух` нет"), at: primary, notes: [plain("раз")],
                help: [plain("два\nтри")])
        }
        #expect(
            text == """
                предупреждение[unknown-port]: порта `бух` нет
                 --> orders/o.yaml:1:7
                  |
                1 | порт: бух
                  |       ^^^
                  |
                  = примечание: раз
                  = подсказка: два
                               три

                """)
    }

    @Test func `a matter without a place`() {
        var texts = SourceTexts()
        _ = texts.add(SourceText(name: "x", ""))
        let diagnostic = Diagnostic("no-file", .error, plain("there is no `client.yaml`"), help: [plain("`primum init` makes one")])
        let text = Typesetter(language: .en).text(of: diagnostic, in: texts)
        #expect(text == "error[no-file]: there is no `client.yaml`\n  = help: `primum init` makes one\n")
    }

    @Test func `wide letters, marks and tabs keep the caret under its token`() {
        let wide = picture("机架: ⟦é⟧ x", { primary, _ in Diagnostic("c", .note, plain("s"), at: primary, label: plain("here")) })
        #expect(wide.hasSuffix("1 | 机架: é x\n  |       ^ here\n"))
        let tabs = picture("\tab\t⟦x⟧", { primary, _ in Diagnostic("c", .note, plain("s"), at: primary) })
        #expect(tabs.hasSuffix("1 |     ab  x\n  |         ^\n"))
        let combining = picture("e\u{301}e\u{301} ⟦a⟧", { primary, _ in Diagnostic("c", .note, plain("s"), at: primary) })
        #expect(combining.hasSuffix("  |    ^\n"))
    }

    @Test func `nothing in a text moves the cursor or turns the direction of writing`() {
        let hostile = "a\u{1B}[2Jb\u{202E}c\u{7F}\u{9B}\u{8}\u{200B}"
        let text = picture("\(hostile)⟦x⟧", name: "f\u{1B}.yaml") { primary, _ in
            Diagnostic(
                "c", .error, plain("no `\(hostile)`\nerror[fake]: x"), at: primary, label: plain(hostile), notes: [plain(hostile)],
                help: [plain("a\nb\u{D}")])
        }
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
        }
        #expect(text.contains("1 | a\\u{1b}[2Jb\\u{202e}c\\u{7f}\\u{9b}\\u{8}\\u{200b}x"))
        #expect(text.hasPrefix("error[c]: no `a\\u{1b}[2Jb\\u{202e}c\\u{7f}\\u{9b}\\u{8}\\u{200b}`\\u{a}error[fake]: x\n"))
        let caret = text.split(separator: "\n").first { $0.contains("^") } ?? ""
        #expect(
            caret.firstIndex(of: "^")
                == caret.index(caret.startIndex, offsetBy: 4 + "a\\u{1b}[2Jb\\u{202e}c\\u{7f}\\u{9b}\\u{8}\\u{200b}".count))
    }

    @Test func `bytes that are no UTF-8 are shown as numbers`() {
        var texts = SourceTexts()
        let file = texts.add(SourceText(name: "t", bytes: [0x61, 0xFF, 0xD0, 0x62, 0xE2, 0x82]))
        let diagnostic = Diagnostic("c", .error, plain("s"), at: Span(file: file, start: 3, end: 4))
        #expect(Typesetter(language: .en).text(of: diagnostic, in: texts).hasSuffix("1 | a\\xff\\xd0b\\xe2\\x82\n  |          ^\n"))
    }

    @Test(arguments: [0, 5, 60, 300, 999, 1_500, 5_000, 99_000])
    func `a long line is cut to a window around the caret`(before: Int) {
        let line = String(repeating: "x", count: before) + "⟦target⟧" + String(repeating: "y", count: 100_000)
        let text = picture(line, width: 60) { primary, _ in Diagnostic("c", .error, plain("s"), at: primary) }
        let lines = text.split(separator: "\n").map(Array.init)
        #expect(lines.allSatisfy { $0.count <= 60 }, "\(text)")
        let column = lines[4].firstIndex(of: "^") ?? 0
        #expect(String(lines[3][column..<column + 6]) == "target")
        #expect(lines[4].count { $0 == "^" } == 6)
        #expect(lines[3].last == "…" && (lines[3].contains("…x") == (before > 29)))
    }

    @Test func `a long wide line is cut too, and a span of many lines is marked on its first`() {
        let wide = picture(String(repeating: "机", count: 200) + "⟦架⟧" + String(repeating: "机", count: 200), width: 50) { primary, _ in
            Diagnostic("c", .error, plain("s"), at: primary)
        }
        for line in wide.split(separator: "\n") { #expect(String(line).displayWidth <= 50) }
        #expect(wide.contains("^^") && wide.contains("架"))
        let many = picture("a: ⟦b\nc: d⟧", { primary, _ in Diagnostic("c", .error, plain("s"), at: primary) })
        #expect(many.hasSuffix("1 | a: b\n  |    ^\n"))
        let end = picture("a: ⟦⟧\nb", { primary, _ in Diagnostic("c", .error, plain("s"), at: primary) })
        #expect(end.hasSuffix("1 | a:\n  |    ^\n"))
        let empty = picture("\n⟦⟧\nb", { primary, _ in Diagnostic("c", .error, plain("s"), at: primary) })
        #expect(empty.hasSuffix("2 |\n  | ^\n"))
    }

    @Test func `a label that does not fit goes below`() {
        let label = String(repeating: "w ", count: 15) + "end"
        let text = picture("key: ⟦some value that is rather long⟧", width: 44) { primary, _ in
            Diagnostic("c", .error, plain("s"), at: primary, label: plain(label))
        }
        #expect(text.hasSuffix("  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n  |      \(label)\n"))
    }

    @Test func `colours come and go as wanted`() {
        let make: (Span, Span?) -> Diagnostic = { primary, _ in
            Diagnostic("c", .error, plain("s"), at: primary, label: plain("l"), help: [plain("h")])
        }
        let colored = picture("a: ⟦b⟧", colored: true, make)
        #expect(colored.contains("\u{1B}[1;31merror[c]\u{1B}[0m") && !picture("a: ⟦b⟧", make).contains("\u{1B}"))
        let bare = colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
        #expect(bare == picture("a: ⟦b⟧", make))
    }

    @Test func `a run ends with its counts`() {
        var log = DiagnosticLog()
        for number in 0..<1_205 { log.add(Diagnostic("c", number < 1_003 ? .error : .warning, plain("s\(number)"))) }
        let texts = SourceTexts()
        #expect(log.kept.count == 1_000 && log.count == 1_205)
        #expect(
            Typesetter(language: .en).text(of: log, in: texts).hasSuffix("\nerror[c]: s999\n\nand 205 more\n1003 errors, 202 warnings\n"))
        #expect(Typesetter(language: .ru).text(of: log, in: texts).hasSuffix("и ещё 205\n1003 ошибки, 202 предупреждения\n"))
        #expect(Typesetter(language: .en).text(of: DiagnosticLog(), in: texts).isEmpty)
    }

    @Test func `what nobody will see is not even made`() {
        var log = DiagnosticLog()
        var made = 0
        for _ in 0..<1_500 {
            log.add(.warning) {
                made += 1
                return Diagnostic("c", .warning, plain("s"))
            }
        }
        #expect(made == 1_000 && log.count == 1_500 && log.warningCount == 1_500 && !log.hasErrors && log.isFull)
    }

    @Test(arguments: [
        (1, "1 error", "1 ошибка"), (2, "2 errors", "2 ошибки"), (5, "5 errors", "5 ошибок"), (11, "11 errors", "11 ошибок"),
        (21, "21 errors", "21 ошибка"), (112, "112 errors", "112 ошибок"),
    ])
    func `a number chooses the form of its noun`(count: Int, english: String, russian: String) {
        #expect(Noun.error.counted(count) == Phrase(en: english, ru: russian))
    }
}
