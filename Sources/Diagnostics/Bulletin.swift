/// Something to be told in the compilers' form: a headline, places in texts, and remarks.
///
/// A diagnostic is one, and so is a finding.
package struct Bulletin: Sendable {
    /// A stretch of a text that is shown with a line under it.
    package struct Excerpt: Sendable {
        package let span: Span
        package let label: Phrase?

        package init(_ span: Span, _ label: Phrase? = nil) {
            self.span = span
            self.label = label
        }
    }

    /// A line below the places, which may hold line ends.
    package struct Remark: Sendable {
        /// What it opens with, such as `help`; nothing where nil.
        package let word: Phrase?
        package let text: Phrase
        /// To be copied as it is, and therefore not broken.
        package let isVerbatim: Bool

        package init(_ word: Phrase? = nil, _ text: Phrase, isVerbatim: Bool = false) {
            self.word = word
            self.text = text
            self.isVerbatim = isVerbatim
        }
    }

    /// What opens the headline: a severity, a level.
    package let word: Phrase
    package let tone: Tone
    /// The permanent name of the matter; no brackets are shown where it is empty.
    package let code: String
    package let summary: Phrase
    /// The place of the matter.
    package let primary: Excerpt?
    /// Other places, each with a picture of its own.
    package let secondary: [Excerpt]
    package let remarks: [Remark]
    /// Long lines are broken between words; those of diagnostics are not, because other programs read them line by line.
    package let isBroken: Bool

    package init(
        _ word: Phrase, _ tone: Tone, code: String, _ summary: Phrase, primary: Excerpt? = nil, secondary: [Excerpt] = [],
        remarks: [Remark] = [], isBroken: Bool = true
    ) {
        self.word = word
        self.tone = tone
        self.code = code
        self.summary = summary
        self.primary = primary
        self.secondary = secondary
        self.remarks = remarks
        self.isBroken = isBroken
    }

    /// A diagnostic as something to be told.
    package init(_ diagnostic: Diagnostic) {
        self.init(
            .severity(diagnostic.severity), diagnostic.severity.tone, code: diagnostic.code, diagnostic.summary,
            primary: diagnostic.span.map { Excerpt($0, diagnostic.label) },
            secondary: diagnostic.related.map { Excerpt($0.span, $0.label) },
            remarks: diagnostic.notes.map { Remark(.note, $0) } + diagnostic.help.map { Remark(.help, $0) },
            isBroken: false)
    }
}

extension Diagnostic.Severity {
    /// The tone in which it is told.
    package var tone: Tone {
        switch self {
        case .note: .remark
        case .warning: .caution
        case .error: .danger
        }
    }
}

extension Phrase {
    /// What opens the line of a diagnostic.
    package static func severity(_ severity: Diagnostic.Severity) -> Phrase {
        switch severity {
        case .note: Phrase(en: "note", ru: "замечание")
        case .warning: Phrase(en: "warning", ru: "предупреждение")
        case .error: Phrase(en: "error", ru: "ошибка")
        }
    }

    /// What opens a remark that explains.
    package static let note = Phrase(en: "note", ru: "примечание")

    /// What opens a remark that tells the cure.
    package static let help = Phrase(en: "help", ru: "подсказка")
}
