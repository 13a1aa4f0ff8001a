/// Sets bulletins as text in one language, for a width and with or without colour.
///
/// Nothing that was read reaches the terminal as it is: see `String.displayed`.
package struct Typesetter: Sendable {
    package let language: Language
    package let ink: Ink
    /// Columns of the terminal. Lines of texts are cut to it; what people are told is broken between words, but for diagnostics.
    package let width: Int

    /// A typesetter; a width below 40 columns is taken as 40.
    package init(language: Language, isColored: Bool = false, width: Int = 120) {
        self.language = language
        self.ink = Ink(isColored: isColored)
        self.width = max(40, width)
    }

    /// A bulletin as lines, each with its end.
    package func text(of bulletin: Bulletin, in texts: SourceTexts) -> String {
        let excerpts = (bulletin.primary.map { [$0] } ?? []) + bulletin.secondary
        let last = excerpts.map { texts.place(of: $0.span).line }.max() ?? 0
        let frame = Frame(digits: String(last).count, ink: ink)
        var text = headline(bulletin) + "\n"
        if let primary = bulletin.primary {
            text += picture(of: primary, arrow: "-->", mark: "^", bulletin.tone, frame, texts, isBroken: bulletin.isBroken)
        }
        for excerpt in bulletin.secondary {
            text += picture(of: excerpt, arrow: ":::", mark: "-", .frame, frame, texts, isBroken: bulletin.isBroken)
        }
        if !excerpts.isEmpty, !bulletin.remarks.isEmpty { text += frame.empty }
        for remark in bulletin.remarks { text += lines(of: remark, frame, isBroken: bulletin.isBroken && !remark.isVerbatim) }
        return text
    }

    /// A diagnostic as lines, each with its end.
    package func text(of diagnostic: Diagnostic, in texts: SourceTexts) -> String {
        text(of: Bulletin(diagnostic), in: texts)
    }

    /// All diagnostics that were kept, how many were not, and how many there are of each severity.
    package func text(of log: DiagnosticLog, in texts: SourceTexts) -> String {
        guard log.count > 0 else { return "" }
        var text = ""
        for diagnostic in log.kept { text += self.text(of: diagnostic, in: texts) + "\n" }
        let hidden = log.count - log.kept.count
        if hidden > 0 { text += Phrase.andMore(hidden)[language] + "\n" }
        let tone = log.hasErrors ? Tone.danger : log.warningCount > 0 ? .caution : .remark
        return text + ink.painted(log.summary[language], tone) + "\n"
    }

    /// A text broken between words at the width of the terminal, lines behind the first indented.
    ///
    /// - Parameter start: the column at which the first line begins; that of the others where nil.
    package func wrapped(_ text: String, indent: Int, from start: Int? = nil) -> String {
        let lineStart = "\n" + String(repeating: " ", count: indent)
        var wrapped = ""
        var column = start ?? indent
        var isLineEmpty = true
        for word in text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map({ String(Substring($0)) }) {
            let size = word.displayWidth
            if !isLineEmpty, column + 1 + size > width {
                wrapped += lineStart + word
                column = indent + size
                isLineEmpty = word.isEmpty
            } else {
                wrapped += isLineEmpty ? word : " " + word
                column += size + (isLineEmpty ? 0 : 1)
                isLineEmpty = isLineEmpty && word.isEmpty
            }
        }
        return wrapped
    }

    private func headline(_ bulletin: Bulletin) -> String {
        let code = bulletin.code.isEmpty ? "" : "[\(bulletin.code.displayed)]"
        let word = bulletin.word[language] + code
        let line = bulletin.summary[language].displayed
        let summary = bulletin.isBroken ? wrapped(line, indent: 2, from: word.displayWidth + 2) : line
        return ink.painted(word, bulletin.tone) + ink.painted(": \(summary)", .strong)
    }

    private func picture(
        of excerpt: Bulletin.Excerpt, arrow: String, mark: Character, _ tone: Tone, _ frame: Frame, _ texts: SourceTexts, isBroken: Bool
    ) -> String {
        let place = texts.place(of: excerpt.span)
        let room = max(20, width - frame.width)
        let line = LineExcerpt(texts[excerpt.span.file], excerpt.span, room: room)
        let label = excerpt.label?[language].displayed ?? ""
        var text = frame.arrow(arrow, "\(place.file.displayed):\(place.line):\(place.column)") + frame.empty
        text += frame.numbered(place.line, line.text)
        let marks = String(repeating: " ", count: line.column) + ink.painted(String(repeating: mark, count: line.length), tone)
        if label.isEmpty {
            text += frame.unnumbered(marks)
        } else if line.column + line.length + 1 + label.displayWidth <= room {
            text += frame.unnumbered(marks + " " + ink.painted(label, tone))
        } else if isBroken, label.displayWidth > room {
            text += frame.unnumbered(marks)
            for part in wrapped(label, indent: frame.width).split(separator: "\n") {
                text += frame.unnumbered(ink.painted(String(part.drop { $0 == " " }), tone))
            }
        } else {
            let indent = max(0, min(line.column, room - label.displayWidth))
            text += frame.unnumbered(marks) + frame.unnumbered(String(repeating: " ", count: indent) + ink.painted(label, tone))
        }
        return text
    }

    private func lines(of remark: Bulletin.Remark, _ frame: Frame, isBroken: Bool) -> String {
        let word = remark.word.map { "\($0[language]): " } ?? ""
        let parts = remark.text[language].utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(Substring($0)).displayed }
        let indent = String(repeating: " ", count: word.displayWidth)
        return parts.enumerated().map { number, part in
            let text = isBroken ? wrapped(part, indent: frame.width + word.displayWidth) : part
            return number == 0 ? frame.remark(ink.painted(word, .strong) + text) : frame.continuation(indent + text)
        }.joined()
    }
}

/// The gutter at the left of a picture.
private struct Frame {
    let digits: Int
    let ink: Ink

    /// Columns before the text of a line.
    var width: Int { digits + 3 }

    private var padding: String { String(repeating: " ", count: digits) }

    var empty: String { ink.painted("\(padding) |", .frame) + "\n" }

    func arrow(_ arrow: String, _ place: String) -> String {
        ink.painted("\(padding)\(arrow)", .frame) + " \(place)\n"
    }

    func numbered(_ line: Int, _ text: String) -> String {
        let number = String(line)
        let bar = ink.painted("\(number)\(String(repeating: " ", count: digits - number.count)) |", .frame)
        return bar + (text.isEmpty ? "\n" : " \(text)\n")
    }

    func unnumbered(_ text: String) -> String {
        ink.painted("\(padding) |", .frame) + " \(text)\n"
    }

    func remark(_ text: String) -> String {
        ink.painted("\(padding) =", .frame) + " \(text)\n"
    }

    func continuation(_ text: String) -> String {
        "\(padding)   \(text)\n"
    }
}

extension DiagnosticLog {
    /// How many there are of each severity, such as `3 errors, 1 warning`.
    package var summary: Phrase {
        let counts: [(Noun, Int)] = [(.error, errorCount), (.warning, warningCount), (.note, count - errorCount - warningCount)]
        let parts = counts.filter { $0.1 > 0 }.map { $0.0.counted($0.1) }
        return Phrase(en: parts.map(\.en).joined(separator: ", "), ru: parts.map(\.ru).joined(separator: ", "))
    }
}

extension Noun {
    /// Errors, counted.
    package static let error = Noun(en: ("error", "errors"), ru: ("ошибка", "ошибки", "ошибок"))
    /// Warnings, counted.
    package static let warning = Noun(en: ("warning", "warnings"), ru: ("предупреждение", "предупреждения", "предупреждений"))
    /// Notes, counted.
    package static let note = Noun(en: ("note", "notes"), ru: ("замечание", "замечания", "замечаний"))
}

extension Phrase {
    /// What stands where a list was cut.
    package static func andMore(_ count: Int) -> Phrase {
        Phrase(en: "and \(count) more", ru: "и ещё \(count)")
    }
}
