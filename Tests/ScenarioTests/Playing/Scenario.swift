import Foundation

/// A story in Markdown whose code blocks are inputs and expectations, in the order of the text.
///
/// A block that opens with `yaml orders/CO-1.yaml` (any language, then a path) is a file of the story's folder. A block that opens
/// with `console` is what a person at a terminal sees: after a line `$ command` what it prints, what it says on standard error
/// behind that, and its exit status in brackets unless that is zero. A line that begins with `> ` goes on with the command.
struct Scenario: Equatable {
    struct Exchange: Equatable {
        var command: String
        /// The lines that came, the status among them.
        var output: [String] = []
    }

    enum Piece: Equatable {
        /// A line that is kept as it stands.
        case line(String)
        /// A file that ends here; its lines stand before it.
        case file(path: String, text: String)
        case exchange(Exchange)
    }

    var pieces: [Piece] = []

    init(_ markdown: String) {
        var block = Block.none
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            read(line, &block)
        }
    }

    /// The text of the file, with the outputs that it holds.
    var markdown: String {
        pieces.flatMap { piece -> [String] in
            switch piece {
            case .line(let line): [line]
            case .file: []
            case .exchange(let exchange):
                exchange.command.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                    (index == 0 ? "$ " : "> ") + line
                } + exchange.output
            }
        }.joined(separator: "\n")
    }

    /// The exchanges in the order of the text.
    var exchanges: [Exchange] {
        pieces.compactMap { if case .exchange(let exchange) = $0 { exchange } else { nil } }
    }

    // MARK: Reading

    private enum Block {
        case none, other, console
        case file(path: String, lines: [String])
    }

    private mutating func read(_ line: String, _ block: inout Block) {
        if line.hasPrefix("```") {
            if case .file(let path, let lines) = block { pieces.append(.file(path: path, text: lines.map { $0 + "\n" }.joined())) }
            block = if case .none = block { Self.opened(by: line) } else { .none }
            pieces.append(.line(line))
            return
        }
        switch block {
        case .none, .other: pieces.append(.line(line))
        case .file(let path, let lines):
            block = .file(path: path, lines: lines + [line])
            pieces.append(.line(line))
        case .console: readTranscript(line)
        }
    }

    private static func opened(by line: String) -> Block {
        let words = line.dropFirst(3).split(separator: " ")
        if words.first == "console" { return .console }
        return words.count == 2 ? .file(path: String(words[1]), lines: []) : .other
    }

    private mutating func readTranscript(_ line: String) {
        if line.hasPrefix("$ ") {
            pieces.append(.exchange(Exchange(command: String(line.dropFirst(2)))))
            return
        }
        guard case .exchange(var exchange)? = pieces.last else { return pieces.append(.line(line)) }
        pieces.removeLast()
        if line.hasPrefix("> "), exchange.output.isEmpty {
            exchange.command += "\n" + line.dropFirst(2)
        } else {
            exchange.output.append(line)
        }
        pieces.append(.exchange(exchange))
    }
}
