/// Swift source with the content of comments and string literals blanked out, line for line and byte for byte, so
/// that words and braces can be looked for without a parser.
struct MaskedSource {
    let lines: [String]

    init(_ text: String) {
        var masker = Masker(Array(text.utf8))
        lines = masker.masked().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// A function, initialiser or subscript with a body.
    struct Function: Equatable {
        let name: String
        /// From 1.
        let line: Int
        /// Lines from the one that names it to the one that closes it.
        let length: Int
    }

    /// All functions, those within others included.
    var functions: [Function] {
        var found: [Function] = []
        for (index, line) in lines.enumerated() where line.contains("func ") || line.contains("init") || line.contains("subscript") {
            guard let match = line.firstMatch(of: #/(?:^|\s)(?:func\s+([^\s(<]+)|(init)[?!]?\s*[(<]|(subscript)\s*[(<])/#),
                !line.contains(".init("), let end = endOfBody(from: index)
            else { continue }
            let name = match.1 ?? match.2 ?? match.3 ?? ""
            found.append(Function(name: String(name), line: index + 1, length: end - index + 1))
        }
        return found
    }

    /// The index of the line that closes the body of what is declared at a line; nil for a declaration without one.
    private func endOfBody(from start: Int) -> Int? {
        var (braces, brackets) = (0, 0)
        for index in start..<lines.count {
            // What begins behind the declaration's own line at its own depth is another declaration.
            if index > start, braces == 0, brackets == 0, lines[index].contains(#/^\s*(?:///|@|package|func|var|let|case|init|\})/#) {
                return nil
            }
            for byte in lines[index].utf8 {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
                case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
                case UInt8(ascii: "{"): braces += 1
                case UInt8(ascii: "}"):
                    braces -= 1
                    if braces < 0 { return nil }
                    if braces == 0, brackets == 0 { return index }
                default: break
                }
            }
            if index > start + 2_000 { return nil }
        }
        return nil
    }
}

/// Walks over source and replaces what is no code by spaces.
private struct Masker {
    private let source: [UInt8]
    private var output: [UInt8] = []
    private var position = 0

    init(_ source: [UInt8]) {
        self.source = source
    }

    mutating func masked() -> [UInt8] {
        code(isInterpolation: false)
        return output
    }

    /// Copies code to the end, or behind the parenthesis that closes an interpolation.
    private mutating func code(isInterpolation: Bool) {
        var depth = 0
        while position < source.count {
            let byte = source[position]
            if starts(with: "//") {
                while position < source.count, source[position] != UInt8(ascii: "\n") { blank() }
            } else if starts(with: "/*") {
                comment()
            } else if let hashes = literalStart() {
                literal(hashes: hashes)
            } else {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if depth < 0, isInterpolation {
                    blank()
                    return
                }
                copy()
            }
        }
    }

    private mutating func comment() {
        var depth = 0
        repeat {
            if starts(with: "/*") { depth += 1 } else if starts(with: "*/") { depth -= 1 }
            blank()
            blank()
            while depth > 0, position < source.count, !starts(with: "/*"), !starts(with: "*/") { blank() }
        } while depth > 0 && position < source.count
    }

    /// The number of `#` before a quotation mark or a regular expression that begins here; nil where none begins.
    private func literalStart() -> Int? {
        var index = position
        while index < source.count, source[index] == UInt8(ascii: "#") { index += 1 }
        guard index < source.count else { return nil }
        let isQuote = source[index] == UInt8(ascii: "\"") || source[index] == UInt8(ascii: "/") && index > position
        return isQuote ? index - position : nil
    }

    private mutating func literal(hashes: Int) {
        for _ in 0..<hashes { blank() }
        let isRegex = source[position] == UInt8(ascii: "/")
        // Three quotation marks open many lines only at the end of one: `#""""#` holds two of them.
        let quotes = isRegex ? "/" : starts(with: "\"\"\"\n") ? "\"\"\"" : "\""
        let tail = String(repeating: "#", count: hashes)
        for _ in quotes.utf8 { blank() }
        while position < source.count, !starts(with: quotes + tail) {
            if !isRegex, starts(with: "\\" + tail + "(") {
                for _ in 0..<hashes + 2 { blank() }
                code(isInterpolation: true)
            } else if starts(with: "\\" + tail) {
                for _ in 0..<hashes + 2 { blank() }
            } else {
                blank()
            }
        }
        for _ in (quotes + tail).utf8 { blank() }
    }

    private func starts(with text: String) -> Bool {
        var index = position
        for byte in text.utf8 {
            guard index < source.count, source[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func copy() {
        output.append(source[position])
        position += 1
    }

    private mutating func blank() {
        guard position < source.count else { return }
        output.append(source[position] == UInt8(ascii: "\n") ? UInt8(ascii: "\n") : UInt8(ascii: " "))
        position += 1
    }
}
