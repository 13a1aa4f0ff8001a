import Diagnostics

/// How far long work has come, on a terminal; nothing where standard error is none or the work is short.
struct Progress {
    private let word: String
    private let count: Int
    private let isShown: Bool
    private var done = 0

    /// Work of so many steps.
    init(_ language: Language, _ word: Phrase, count: Int) {
        self.word = word[language]
        self.count = count
        isShown = count >= 20_000 && Terminal.isTerminal(.errors)
    }

    /// One step is done; the last one takes the line away.
    mutating func step() {
        done += 1
        guard isShown else { return }
        if done == count {
            Terminal.write("\r\u{1B}[K", to: .errors)
        } else if done.isMultiple(of: max(1, count / 100)) {
            Terminal.write("\r\(word): \(done * 100 / count) %", to: .errors)
        }
    }
}
