/// What a stretch of text is, which decides its colour on a terminal.
package enum Tone: Sendable {
    /// What stops the work, and errors.
    case danger
    /// What needs a person's word, and warnings.
    case caution
    /// What is worth knowing.
    case remark
    /// What is well.
    case good
    /// Rulers, gutters, arrows.
    case frame
    /// What stands out without meaning.
    case strong
    case plain
}

/// Colour, or the lack of it: ANSI escape sequences around text.
package struct Ink: Hashable, Sendable {
    package let isColored: Bool

    package init(isColored: Bool) {
        self.isColored = isColored
    }

    /// The text in the colour of a tone, the text itself without colours.
    package func painted(_ text: String, _ tone: Tone) -> String {
        guard isColored, tone != .plain, !text.isEmpty else { return text }
        return "\u{1B}[\(Self.code(tone))m\(text)\u{1B}[0m"
    }

    /// Bold and a basic colour, which every theme of a terminal keeps readable.
    private static func code(_ tone: Tone) -> String {
        switch tone {
        case .danger: "1;31"
        case .caution: "1;33"
        case .remark: "1;36"
        case .good: "1;32"
        case .frame: "1;34"
        case .strong: "1"
        case .plain: "0"
        }
    }
}
