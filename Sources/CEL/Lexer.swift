import Diagnostics

/// Cuts an expression's UTF-8 into tokens.
///
/// The grammar is that of the language definition (cel-spec, doc/langdef.md, "Syntax").
struct Lexer {
    let bytes: [UInt8]
    private var position = 0
    private(set) var faults: [Fault] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    @inline(__always)
    private func byte(_ offset: Int) -> UInt8 {
        offset < bytes.count ? bytes[offset] : 0
    }

    /// The next token; at the end of the text, `end` again and again.
    mutating func next() -> Token {
        skipBlanks()
        let start = position
        guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
        let first = bytes[start]
        if first.isIdentifierStart { return word(start) }
        if first.isDigit || first == UInt8(ascii: ".") && byte(start + 1).isDigit { return number(start) }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return text(start, kind: .string, quote: start, isRaw: false)
        case UInt8(ascii: "`"): return quotedName(start)
        default: return punctuation(start, first)
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
            case UInt8(ascii: "/") where byte(position + 1) == UInt8(ascii: "/"):
                while position < bytes.count, bytes[position] != 0x0A { position += 1 }
            default: return
            }
        }
    }

    private mutating func token(_ kind: Token.Kind, _ start: Int, to end: Int) -> Token {
        position = end
        return Token(kind: kind, start: start, end: end)
    }

    private mutating func word(_ start: Int) -> Token {
        var end = start + 1
        while byte(end).isIdentifierPart { end += 1 }
        if let quote = byte(end).isQuote ? end : nil, let prefix = literalPrefix(start..<end) {
            return text(start, kind: prefix.kind, quote: quote, isRaw: prefix.isRaw)
        }
        return token(keyword(start..<end) ?? .identifier, start, to: end)
    }

    private func literalPrefix(_ range: Range<Int>) -> (kind: Token.Kind, isRaw: Bool)? {
        let letters = bytes[range].map { $0 | 0x20 }
        switch letters {
        case [UInt8(ascii: "r")]: return (.string, true)
        case [UInt8(ascii: "b")]: return (.bytes, false)
        case [UInt8(ascii: "b"), UInt8(ascii: "r")]: return (.bytes, true)
        default: return nil
        }
    }

    private func keyword(_ range: Range<Int>) -> Token.Kind? {
        func matches(_ word: StaticString) -> Bool {
            guard word.utf8CodeUnitCount == range.count else { return false }
            return unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount).elementsEqual(bytes[range])
        }
        switch range.count {
        case 2: return matches("in") ? .in : nil
        case 4: return matches("true") ? .true : matches("null") ? .null : nil
        case 5: return matches("false") ? .false : nil
        default: return nil
        }
    }

    private mutating func number(_ start: Int) -> Token {
        var end = start
        if byte(end) == UInt8(ascii: "0"), byte(end + 1) == UInt8(ascii: "x"), byte(end + 2).isHexDigit {
            end += 2
            while byte(end).isHexDigit { end += 1 }
            return wholeNumber(start, end)
        }
        while byte(end).isDigit { end += 1 }
        var isDouble = false
        if byte(end) == UInt8(ascii: "."), byte(end + 1).isDigit {
            isDouble = true
            end += 1
            while byte(end).isDigit { end += 1 }
        }
        if byte(end) | 0x20 == UInt8(ascii: "e") {
            var digits = end + 1
            if byte(digits) == UInt8(ascii: "+") || byte(digits) == UInt8(ascii: "-") { digits += 1 }
            if byte(digits).isDigit {
                isDouble = true
                end = digits
                while byte(end).isDigit { end += 1 }
            }
        }
        return isDouble ? token(.double, start, to: end) : wholeNumber(start, end)
    }

    private mutating func wholeNumber(_ start: Int, _ end: Int) -> Token {
        byte(end) | 0x20 == UInt8(ascii: "u") ? token(.uint, start, to: end + 1) : token(.int, start, to: end)
    }

    /// A text or bytes literal; what stands between its quotes is decoded by `Literal`.
    private mutating func text(_ start: Int, kind: Token.Kind, quote: Int, isRaw: Bool) -> Token {
        let mark = bytes[quote]
        let isTriple = byte(quote + 1) == mark && byte(quote + 2) == mark
        var end = quote + (isTriple ? 3 : 1)
        while end < bytes.count {
            let next = bytes[end]
            if next == UInt8(ascii: "\\"), !isRaw {
                end += 2
                continue
            }
            if !isTriple, next == 0x0A || next == 0x0D { break }
            if next == mark, !isTriple { return token(kind, start, to: end + 1) }
            if next == mark, byte(end + 1) == mark, byte(end + 2) == mark { return token(kind, start, to: end + 3) }
            end += 1
        }
        end = min(end, bytes.count)
        faults.append(Fault(.literal, .textNotClosed, at: start..<end, help: .closeText(String(UnicodeScalar(mark)), isTriple)))
        return token(.fault, start, to: end)
    }

    private mutating func quotedName(_ start: Int) -> Token {
        var end = start + 1
        while byte(end).isQuotedNamePart { end += 1 }
        if byte(end) == UInt8(ascii: "`"), end > start + 1 { return token(.quoted, start, to: end + 1) }
        while end < bytes.count, bytes[end] != UInt8(ascii: "`"), bytes[end] != 0x0A { end += 1 }
        end = min(end + 1, bytes.count)
        faults.append(Fault(.literal, .badQuotedName, at: start..<end, help: .quotedNameLetters))
        return token(.fault, start, to: end)
    }

    private mutating func punctuation(_ start: Int, _ first: UInt8) -> Token {
        let second = byte(start + 1)
        switch (first, second) {
        case (UInt8(ascii: "="), UInt8(ascii: "=")): return token(.equal, start, to: start + 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): return token(.notEqual, start, to: start + 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): return token(.lessEqual, start, to: start + 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): return token(.greaterEqual, start, to: start + 2)
        case (UInt8(ascii: "&"), UInt8(ascii: "&")): return token(.and, start, to: start + 2)
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): return token(.or, start, to: start + 2)
        default: break
        }
        if let kind = Self.single(first) { return token(kind, start, to: start + 1) }
        return stray(start, first)
    }

    private static func single(_ byte: UInt8) -> Token.Kind? {
        switch byte {
        case UInt8(ascii: "("): .leftParen
        case UInt8(ascii: ")"): .rightParen
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "?"): .question
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .star
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "!"): .bang
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        default: nil
        }
    }

    /// A character that begins no token: one fault for the whole character.
    private mutating func stray(_ start: Int, _ first: UInt8) -> Token {
        var end = start + 1
        while byte(end) & 0xC0 == 0x80 { end += 1 }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        let cure: Phrase? =
            switch first {
            case UInt8(ascii: "="): .useInstead("==")
            case UInt8(ascii: "&"): .useInstead("&&")
            case UInt8(ascii: "|"): .useInstead("||")
            default: nil
            }
        faults.append(Fault(.syntax, .strayCharacter(text), at: start..<end, help: cure))
        return token(.fault, start, to: end)
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isHexDigit: Bool { isDigit || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x66 }
    var isIdentifierStart: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A || self == UInt8(ascii: "_") }
    var isIdentifierPart: Bool { isIdentifierStart || isDigit }
    var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
    fileprivate var isQuotedNamePart: Bool {
        isIdentifierPart || self == UInt8(ascii: ".") || self == UInt8(ascii: "-") || self == UInt8(ascii: "/") || self == 0x20
    }

    /// The number that a hexadecimal digit stands for.
    var hexValue: UInt32 {
        isDigit ? UInt32(self - 0x30) : UInt32((self | 0x20) - 0x61) + 10
    }
}

extension Phrase {
    fileprivate static var textNotClosed: Phrase {
        Phrase(en: "the text is not closed", ru: "строка не закрыта")
    }

    fileprivate static func closeText(_ mark: String, _ isTriple: Bool) -> Phrase {
        let marks = isTriple ? mark + mark + mark : mark
        return Phrase(en: "end it with `\(marks)`", ru: "закройте её знаком `\(marks)`")
    }

    fileprivate static var badQuotedName: Phrase {
        Phrase(en: "this is no field name in backticks", ru: "это не имя поля в обратных кавычках")
    }

    fileprivate static var quotedNameLetters: Phrase {
        Phrase(
            en: "letters, digits, `_`, `.`, `-`, `/` and blanks may stand between the backticks",
            ru: "между обратными кавычками допустимы буквы, цифры, `_`, `.`, `-`, `/` и пробелы")
    }

    fileprivate static func strayCharacter(_ text: String) -> Phrase {
        Phrase(en: "`\(text)` has no meaning here", ru: "`\(text)` здесь ничего не значит")
    }

    /// The form that the language has for what was written.
    static func useInstead(_ text: String) -> Phrase {
        Phrase(en: "write `\(text)`", ru: "пишите `\(text)`")
    }
}
