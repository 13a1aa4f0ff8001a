/// Escapes and classes in patterns.
extension RegexParser {
    /// A class after a backslash: `\d`, `\pL`, …; nil when something else stands there.
    mutating func escapedClass() throws(RegexFault) -> ScalarSet? {
        guard let letter = next else { return nil }
        let known: ScalarSet
        switch letter {
        case "d": known = .digits
        case "D": known = ScalarSet.digits.inverted
        case "w": known = .words
        case "W": known = ScalarSet.words.inverted
        case "s": known = .blanks
        case "S": known = ScalarSet.blanks.inverted
        case "p", "P": return try property(isInverted: letter == "P")
        default: return nil
        }
        position += 1
        return known
    }

    private mutating func property(isInverted: Bool) throws(RegexFault) -> ScalarSet {
        position += 1
        var name = ""
        if take("{") {
            while let letter = next, letter != "}", let scalar = Unicode.Scalar(letter) {
                name.unicodeScalars.append(scalar)
                position += 1
            }
            guard take("}") else { throw fault(.badClass) }
        } else if let letter = next, let scalar = Unicode.Scalar(letter) {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        let isNegated = name.first == "^"
        guard let set = ScalarProperty.set(named: isNegated ? String(name.dropFirst()) : name) else { throw fault(.unknownProperty) }
        let folded = flags.ignoresCase ? set.folded : set
        return isInverted != isNegated ? folded.inverted : folded
    }

    /// One scalar after a backslash.
    mutating func escapedScalar() throws(RegexFault) -> UInt32 {
        guard let letter = next else { throw fault(.badEscape) }
        position += 1
        switch letter {
        case "a": return 0x07
        case "f": return 0x0C
        case "t": return 0x09
        case "n": return 0x0A
        case "r": return 0x0D
        case "v": return 0x0B
        case "x": return try hexadecimal()
        case 0x30...0x37: return try octal(letter)
        case 0x38...0x39: throw fault(.backreference)
        default:
            // Any other ASCII sign stands for itself; letters and others are refused.
            guard letter < 0x80, !ScalarSet.words.contains(letter) || letter == 0x5F else { throw fault(.badEscape) }
            return letter
        }
    }

    private mutating func octal(_ first: UInt32) throws(RegexFault) -> UInt32 {
        if first != 0x30, !(next.map { (0x30...0x37).contains($0) } ?? false) { throw fault(.backreference) }
        var total = first - 0x30
        for _ in 0..<2 {
            guard let digit = next, (0x30...0x37).contains(digit) else { break }
            total = total * 8 + digit - 0x30
            position += 1
        }
        return total
    }

    private mutating func hexadecimal() throws(RegexFault) -> UInt32 {
        let isLong = take("{")
        var total: UInt32 = 0
        var count = 0
        while count < (isLong ? 8 : 2), let digit = next, digit < 0x80, UInt8(digit).isHexDigit {
            total = total << 4 | UInt8(digit).hexValue
            position += 1
            count += 1
        }
        guard isLong ? count > 0 && take("}") : count == 2, total <= ScalarSet.last else { throw fault(.badEscape) }
        return total
    }

    // MARK: Brackets

    /// What stands between `[` and `]`; a `]` right at the beginning stands for itself.
    mutating func bracketClass() throws(RegexFault) -> ScalarSet {
        let start = position - 1
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while isFirst || !isNext("]") {
            guard next != nil else { throw RegexFault(reason: .missingClosing, offset: start) }
            isFirst = false
            ranges += try classItem()
        }
        position += 1
        let set = flags.ignoresCase ? ScalarSet(ranges).folded : ScalarSet(ranges)
        return isNegated ? set.inverted : set
    }

    private mutating func classItem() throws(RegexFault) -> [ClosedRange<UInt32>] {
        if let set = try posixClass() { return set.ranges }
        if isNext("\\") {
            position += 1
            if let set = try escapedClass() { return set.ranges }
            position -= 1
        }
        let start = position
        let low = try classScalar()
        guard isNext("-"), position + 1 < scalars.count, scalars[position + 1] != "]" else { return [low...low] }
        position += 1
        let high = try classScalar()
        guard low <= high else { throw RegexFault(reason: .badRange, offset: start) }
        return [low...high]
    }

    private mutating func classScalar() throws(RegexFault) -> UInt32 {
        guard let letter = next else { throw fault(.missingClosing) }
        position += 1
        return letter == "\\" ? try escapedScalar() : letter
    }

    /// A class such as `[:alpha:]` inside brackets; nil when `[:` is never closed and so stands for itself.
    private mutating func posixClass() throws(RegexFault) -> ScalarSet? {
        guard isNext("[:"), let last = lastPosixEnd, position + 2 <= last else { return nil }
        let start = position
        position += 2
        let isNegated = take("^")
        let letters = scalars[position...].prefix(Self.longestPosixName).prefix { $0 != ":" }
        let name = String(String.UnicodeScalarView(letters.compactMap { Unicode.Scalar($0) }))
        position += letters.count
        guard take(":]"), let set = ScalarProperty.posix[name] else { throw RegexFault(reason: .badClass, offset: start) }
        return isNegated ? set.inverted : set
    }

    private static let longestPosixName = 8
}
