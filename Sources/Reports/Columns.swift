import Diagnostics

extension String {
    /// The text with spaces behind it up to a number of columns; longer texts stay as they are.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth))
    }

    /// The text with spaces before it up to a number of columns.
    func rightAligned(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - displayWidth)) + self
    }

    /// The text cut to a number of columns, `…` at the cut.
    func cut(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var text = ""
        var room = width - 1
        for character in self {
            room -= String(character).displayWidth
            if room < 0 { break }
            text.append(character)
        }
        return width > 0 ? text + "…" : ""
    }

    /// Exactly so many columns.
    func fitted(to width: Int) -> String { cut(to: width).padded(to: width) }
}
