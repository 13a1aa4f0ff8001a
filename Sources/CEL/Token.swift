/// One word of an expression's text.
struct Token {
    enum Kind: UInt8 {
        case end, identifier, quoted, int, uint, double, string, bytes
        case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
        case dot, comma, colon, question, plus, minus, star, slash, percent, bang
        case equal, notEqual, less, lessEqual, greater, greaterEqual, and, or
        case `in`, `true`, `false`, null, fault
    }

    var kind: Kind
    var start: Int
    var end: Int

    var range: Range<Int> { start..<end }
}

extension Token.Kind {
    /// Words that the grammar keeps for itself: fine as fields and methods, never as names.
    static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while",
    ]
}
