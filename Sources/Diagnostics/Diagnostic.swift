/// One thing that is wrong with what was read, or worth saying about it.
///
/// The summary can stand alone in one line; there is at most one primary place.
package struct Diagnostic: Hashable, Sendable {
    /// How grave it is; errors are what keeps a text from being read as it stands.
    package enum Severity: String, Comparable, Sendable {
        case note, warning, error

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A second place that belongs to the matter, with what is to be seen there.
    package struct Related: Hashable, Sendable {
        package let span: Span
        package let label: Phrase

        package init(_ span: Span, _ label: Phrase) {
            self.span = span
            self.label = label
        }
    }

    /// The permanent name of the kind of fault, such as `unknown-key`; never reused.
    package let code: String
    package var severity: Severity
    package var summary: Phrase
    /// The primary place; absent when the fault is not in a text (a missing file).
    package var span: Span?
    /// What stands under the caret.
    package var label: Phrase?
    package var related: [Related]
    package var notes: [Phrase]
    /// The cure.
    package var help: [Phrase]

    package init(
        _ code: String, _ severity: Severity = .error, _ summary: Phrase, at span: Span? = nil, label: Phrase? = nil,
        related: [Related] = [], notes: [Phrase] = [], help: [Phrase] = []
    ) {
        self.code = code
        self.severity = severity
        self.summary = summary
        self.span = span
        self.label = label
        self.related = related
        self.notes = notes
        self.help = help
    }
}

/// The diagnostics of a run: all are counted, the first thousand are kept.
package struct DiagnosticLog: Sendable {
    /// How many are kept.
    package static let limit = 1_000

    package private(set) var kept: [Diagnostic] = []
    package private(set) var count = 0
    package private(set) var errorCount = 0
    package private(set) var warningCount = 0

    package init() {}

    /// True when there was an error, kept or not.
    package var hasErrors: Bool { errorCount > 0 }

    /// True when what is added is counted and no longer kept.
    package var isFull: Bool { kept.count >= Self.limit }

    /// Counts a diagnostic, and keeps it where there is room.
    package mutating func add(_ diagnostic: Diagnostic) {
        add(diagnostic.severity) { diagnostic }
    }

    /// Counts a diagnostic, and makes it only where it is still kept: suggestions are not sought for what nobody sees.
    package mutating func add(_ severity: Diagnostic.Severity = .error, making diagnostic: () -> Diagnostic) {
        count += 1
        if severity == .error { errorCount += 1 }
        if severity == .warning { warningCount += 1 }
        if !isFull { kept.append(diagnostic()) }
    }

    /// Adds what another log counted and kept, behind what is here.
    package mutating func add(contentsOf other: DiagnosticLog) {
        let room = max(0, Self.limit - kept.count)
        kept.append(contentsOf: other.kept.prefix(room))
        count += other.count
        errorCount += other.errorCount
        warningCount += other.warningCount
    }
}
