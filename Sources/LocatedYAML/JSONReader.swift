import Diagnostics

/// Reads JSON (RFC 8259) into an arena; strings are quoted scalars, all other words plain ones.
@safe struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset: Int
    private var arena: Arena
    private var scratch: [UInt8] = []

    /// Reads the one value of the text from `start` up to the end of `bytes`.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, file: FileID) -> Arena {
        var reader = unsafe JSONReader(bytes: bytes, offset: start, arena: Arena(file: file, size: bytes.count))
        if let fault = reader.readText() {
            reader.arena.log.add(fault)
            reader.arena.closeAll(end: UInt32(min(reader.offset, bytes.count)))
        }
        return reader.arena
    }

    /// The fault that ended the reading early.
    private mutating func readText() -> Diagnostic? {
        skipSpace()
        if let fault = readValue() { return fault }
        skipSpace()
        return unsafe offset == bytes.count ? nil : .jsonMore(at: place())
    }

    private mutating func readValue() -> Diagnostic? {
        switch peek() {
        case UInt8(ascii: "{"): return readCollection(.mapping, until: UInt8(ascii: "}"))
        case UInt8(ascii: "["): return readCollection(.sequence, until: UInt8(ascii: "]"))
        case UInt8(ascii: "\""): return readString()
        case nil: return .jsonEnd(at: place())
        default: return readWord()
        }
    }

    private mutating func readCollection(_ kind: Row.Flags, until closing: UInt8) -> Diagnostic? {
        guard arena.depth < Arena.depthLimit else { return .tooDeep(at: place()) }
        let opened = UInt32(offset)
        arena.open([kind, .flow], start: opened, text: opened + 1)
        offset += 1
        skipSpace()
        var isFirst = true
        while peek() != closing {
            if !isFirst {
                guard peek() == UInt8(ascii: ",") else { return missing(closing, opened: opened) }
                offset += 1
                skipSpace()
            }
            isFirst = false
            if kind == .mapping, let fault = readKey() { return fault }
            if let fault = readValue() { return fault }
            skipSpace()
        }
        offset += 1
        arena.close(end: UInt32(offset))
        return nil
    }

    private mutating func readKey() -> Diagnostic? {
        guard peek() == UInt8(ascii: "\"") else { return peek() == nil ? .jsonEnd(at: place()) : .jsonKey(at: place()) }
        if let fault = readString() { return fault }
        skipSpace()
        guard peek() == UInt8(ascii: ":") else { return peek() == nil ? .jsonEnd(at: place()) : .jsonColon(at: place()) }
        offset += 1
        skipSpace()
        return nil
    }

    private func missing(_ closing: UInt8, opened: UInt32) -> Diagnostic {
        let bracket = String(UnicodeScalar(closing))
        return unsafe offset < bytes.count
            ? .jsonComma(bracket, at: place(), opened: arena.span(opened, opened + 1))
            : .jsonBracket(closing == UInt8(ascii: "}") ? "{" : "[", bracket, at: arena.span(opened, opened + 1))
    }

    /// A number, `true`, `false` or `null`.
    private mutating func readWord() -> Diagnostic? {
        let start = offset
        while let byte = peek(), isWordByte(byte) { offset += 1 }
        let words = unsafe UnsafeBufferPointer(rebasing: bytes[start..<offset])
        guard unsafe isWord(words) else {
            defer { offset = start }
            return .jsonWord(at: arena.span(UInt32(start), UInt32(max(offset, start + 1))))
        }
        let row = Row(
            start: UInt32(start), end: UInt32(offset), next: 0, text: UInt32(start), length: UInt32(words.count), flags: [])
        unsafe arena.addScalar(row, words: words)
        return nil
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }

    private func isWord(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        for word in ["true", "false", "null"] where unsafe words.elementsEqual(word.utf8) { return true }
        var rest = unsafe Array(words)[...]
        func digits() -> Int {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            return digits.count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, whole == 1 || !startsWithZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}

// MARK: - Strings

extension JSONReader {
    private mutating func readString() -> Diagnostic? {
        let start = offset
        offset += 1
        while let byte = peek(), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { offset += 1 }
        if peek() == UInt8(ascii: "\"") {
            offset += 1
            let words = unsafe UnsafeBufferPointer(rebasing: bytes[start + 1..<offset - 1])
            let row = Row(
                start: UInt32(start), end: UInt32(offset), next: 0, text: UInt32(start) + 1, length: UInt32(words.count), flags: .quoted)
            unsafe arena.addScalar(row, words: words)
            return nil
        }
        scratch.removeAll(keepingCapacity: true)
        unsafe scratch.append(contentsOf: bytes[start + 1..<offset])
        if let fault = readEscaped(from: start) { return fault }
        var row = Row(
            start: UInt32(start), end: UInt32(offset), next: 0, text: UInt32(arena.aside.count), length: UInt32(scratch.count),
            flags: [.quoted, .aside])
        if scratch.isEmpty { row.text = 0 }
        arena.aside.append(contentsOf: scratch)
        unsafe scratch.withUnsafeBufferPointer { unsafe arena.addScalar(row, words: $0) }
        return nil
    }

    /// The rest of a string from its first escape on, into `scratch`.
    private mutating func readEscaped(from start: Int) -> Diagnostic? {
        while let byte = peek() {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return nil
            case UInt8(ascii: "\\"):
                if let fault = readEscape() { return fault }
            case 0..<0x20:
                offset -= 1
                return .jsonControl(at: place(), isLineEnd: byte == 10 || byte == 13, quote: arena.span(UInt32(start), UInt32(start) + 1))
            default: scratch.append(byte)
            }
        }
        return .jsonQuote(at: arena.span(UInt32(start), UInt32(start) + 1))
    }

    private mutating func readEscape() -> Diagnostic? {
        let start = offset - 1
        let simple: UInt8? =
            switch peek() {
            case UInt8(ascii: "\""): 0x22
            case UInt8(ascii: "\\"): 0x5C
            case UInt8(ascii: "/"): 0x2F
            case UInt8(ascii: "b"): 0x08
            case UInt8(ascii: "f"): 0x0C
            case UInt8(ascii: "n"): 0x0A
            case UInt8(ascii: "r"): 0x0D
            case UInt8(ascii: "t"): 0x09
            default: nil
            }
        if let simple {
            scratch.append(simple)
            offset += 1
            return nil
        }
        guard peek() == UInt8(ascii: "u"), let scalar = readScalar() else {
            let end = unsafe min(max(offset, start + 2), bytes.count)
            return .jsonEscape(at: arena.span(UInt32(start), UInt32(end)))
        }
        scratch.append(contentsOf: Array(String(scalar).utf8))
        return nil
    }

    /// `u` and four hexadecimal digits, or a pair of them that are surrogates.
    private mutating func readScalar() -> Unicode.Scalar? {
        guard let first = readUnit() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard peek() == UInt8(ascii: "\\") else { return nil }
        offset += 1
        guard let second = readUnit(), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func readUnit() -> UInt32? {
        guard peek() == UInt8(ascii: "u") else { return nil }
        offset += 1
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt32(digit)
            offset += 1
        }
        return unit
    }

    private func peek() -> UInt8? {
        unsafe offset < bytes.count ? unsafe bytes[offset] : nil
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    /// The character at hand; nothing at the end of the text.
    private func place() -> Span {
        var end = unsafe min(offset + 1, bytes.count)
        while unsafe end < bytes.count, unsafe bytes[end] & 0xC0 == 0x80 { end += 1 }
        return arena.span(UInt32(offset), UInt32(end))
    }
}
