/// Texts in the core of the language.
extension Library {
    static let texts: [Function] = [
        .binary("contains", [.member(.string, [.string], .bool)]) { activation, text, part in
            guard text.kind.isText, part.kind.isText else { return activation.failure(.noOverload) }
            return .bool(activation.firstPlace(of: activation.bytes(of: part), in: activation.bytes(of: text)) != nil)
        },
        .binary("startsWith", [.member(.string, [.string], .bool)]) { activation, text, part in
            guard text.kind.isText, part.kind.isText else { return activation.failure(.noOverload) }
            return .bool(
                activation.withBytes(text, part) { text, part in
                    guard part.count <= text.count, activation.spend(part.count >> 5) else { return false }
                    for index in 0..<part.count where part[index] != text[index] { return false }
                    return true
                })
        },
        .binary("endsWith", [.member(.string, [.string], .bool)]) { activation, text, part in
            guard text.kind.isText, part.kind.isText else { return activation.failure(.noOverload) }
            return .bool(
                activation.withBytes(text, part) { text, part in
                    let start = text.count - part.count
                    guard start >= 0, activation.spend(part.count >> 5) else { return false }
                    for index in 0..<part.count where part[index] != text[start + index] { return false }
                    return true
                })
        },
        .binary("matches", [.member(.string, [.string], .bool), .global([.string, .string], .bool)]) { activation, text, pattern in
            guard text.kind.isText, pattern.kind.isText else { return activation.failure(.noOverload) }
            guard let regex = activation.regex(of: pattern) else { return activation.failure(.badPattern, about: pattern) }
            return activation.matches(text, regex)
        },
    ]
}

extension Activation {
    /// How many Unicode scalars a text has.
    func scalarCount(of value: Value) -> Int {
        withBytes(value) { bytes in
            var count = 0
            _ = spend(bytes.count >> 5)
            for index in 0..<bytes.count where bytes[index] & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    /// Whether a pattern is found in a text, in time linear in the text.
    func matches(_ value: Value, _ regex: Regex) -> Value {
        var search = RegexSearch(regex)
        let count = withBytes(value) { $0.count }
        guard spend((count + 1) * regex.size >> 1) else { return failure(.exhausted) }
        return .bool(withBytes(value) { search.isFound(in: $0) })
    }

    /// The pattern that a text made at run time writes; the last one is kept.
    fileprivate func regex(of pattern: Value) -> Regex? {
        let bytes = bytes(of: pattern)
        if let lastPattern, lastPattern.bytes == bytes { return lastPattern.regex }
        let regex = try? Regex(text(of: pattern))
        // To read a pattern takes time that grows with it and with what it becomes.
        _ = spend(bytes.count + (regex?.size ?? 0))
        lastPattern = (bytes, regex)
        return regex
    }

    /// The first place at which bytes stand in others (Knuth, Morris and Pratt; linear); nil when they do not.
    func firstPlace(of part: [UInt8], in text: [UInt8], from start: Int = 0) -> Int? {
        guard !part.isEmpty else { return start }
        guard part.count <= text.count - start else { return nil }
        var borders = Array(repeating: 0, count: part.count)
        var length = 0
        for index in 1..<max(1, part.count) {
            while length > 0, part[index] != part[length] { length = borders[length - 1] }
            if part[index] == part[length] { length += 1 }
            borders[index] = length
        }
        length = 0
        for index in start..<text.count {
            while length > 0, text[index] != part[length] { length = borders[length - 1] }
            if text[index] == part[length] { length += 1 }
            if length == part.count { return index - length + 1 }
        }
        return nil
    }
}
