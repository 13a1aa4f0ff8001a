/// Reads a pattern in RE2's syntax (github.com/google/re2/wiki/Syntax).
struct RegexParser {
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotTakesNewline = false
    }

    let scalars: [UInt32]
    var position = 0
    private var flags = Flags()
    private var depth = 0
    private static let depthLimit = 200
    private static let repetitionLimit = 1_000

    init(_ pattern: String) {
        scalars = pattern.unicodeScalars.map(\.value)
    }

    /// The whole pattern.
    mutating func parse() throws(RegexFault) -> RegexNode {
        let node = try choice()
        if position < scalars.count { throw fault(.unexpectedClosing) }
        return node
    }

    func fault(_ reason: RegexFault.Reason) -> RegexFault {
        RegexFault(reason: reason, offset: position)
    }

    var next: UInt32? { position < scalars.count ? scalars[position] : nil }

    func isNext(_ text: String, at offset: Int = 0) -> Bool {
        let letters = text.unicodeScalars.map(\.value)
        let start = position + offset
        return start + letters.count <= scalars.count && scalars[start..<start + letters.count].elementsEqual(letters)
    }

    mutating func take(_ text: String) -> Bool {
        guard isNext(text) else { return false }
        position += text.unicodeScalars.count
        return true
    }

    private mutating func choice() throws(RegexFault) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw fault(.tooLarge) }
        let outer = flags
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        flags = outer
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(RegexFault) -> RegexNode {
        var parts: [RegexNode] = []
        while let letter = next, letter != "|", letter != ")" {
            if take("\\Q") {
                while position < scalars.count, !isNext("\\E") {
                    parts.append(literal(scalars[position]))
                    position += 1
                }
                _ = take("\\E")
                if !parts.isEmpty { parts.append(try repeated(parts.removeLast())) }
                continue
            }
            guard let atom = try atom() else { continue }
            parts.append(try repeated(atom))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    private func literal(_ letter: UInt32) -> RegexNode {
        let set = ScalarSet(letter)
        return .set(flags.ignoresCase ? set.folded : set)
    }

    // MARK: Repetition

    private mutating func repeated(_ atom: RegexNode) throws(RegexFault) -> RegexNode {
        guard let bounds = try bounds() else { return atom }
        _ = take("?")
        let node = RegexNode.repetition(atom, bounds.least, bounds.most)
        // RE2 refuses `a**` and its like.
        if try self.bounds() != nil { throw fault(.badRepetition) }
        return node
    }

    private mutating func bounds() throws(RegexFault) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard isNext("{") else { return nil }
        let start = position
        position += 1
        guard let least = number() else {
            position = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            position = start
            return nil
        }
        guard least <= Self.repetitionLimit, most ?? 0 <= Self.repetitionLimit else { throw fault(.repetitionTooLarge) }
        guard most.map({ $0 >= least }) ?? true else { throw fault(.badRepetition) }
        return (least, most)
    }

    private mutating func number() -> Int? {
        let start = position
        var total = 0
        while let digit = next, (0x30...0x39).contains(digit) {
            total = min(total * 10 + Int(digit - 0x30), 100_000)
            position += 1
        }
        return position > start ? total : nil
    }

    // MARK: Atoms

    /// What stands here; nil for a group that only sets flags.
    private mutating func atom() throws(RegexFault) -> RegexNode? {
        guard let letter = next else { return nil }
        position += 1
        switch letter {
        case "(": return try group()
        case "[": return .set(try bracketClass())
        case ".": return .set(flags.dotTakesNewline ? .any : ScalarSet(0x0A).inverted)
        case "^": return flags.isMultiline ? .lineStart : .start
        case "$": return flags.isMultiline ? .lineEnd : .end
        case "*", "+", "?":
            position -= 1
            throw fault(.nothingToRepeat)
        case "\\": return try escape()
        default: return literal(letter)
        }
    }

    private mutating func group() throws(RegexFault) -> RegexNode? {
        if take("?") {
            if isNext("=") || isNext("!") || isNext("<=") || isNext("<!") { throw fault(.lookAround) }
            if take("P<") || take("<") {
                try groupName()
            } else if try setFlags() {
                return nil
            } else {
                return try closed()
            }
        }
        let outer = flags
        defer { flags = outer }
        return try closed()
    }

    private mutating func closed() throws(RegexFault) -> RegexNode {
        let inner = try choiceKeepingFlags()
        guard take(")") else { throw fault(.missingClosing) }
        return inner
    }

    /// The inside of a group; flags set in front of it hold to its end.
    private mutating func choiceKeepingFlags() throws(RegexFault) -> RegexNode {
        let node = try choice()
        if let saved = groupFlags.popLast() { flags = saved }
        return node
    }

    /// Flags to come back to at the end of groups such as `(?i:…)`.
    private var groupFlags: [Flags] = []

    private mutating func groupName() throws(RegexFault) {
        let start = position
        while let letter = next, ScalarSet.words.contains(letter) { position += 1 }
        guard position > start, take(">") else { throw fault(.badGroup) }
    }

    /// Reads flags; true when they stand alone, as in `(?i)`.
    private mutating func setFlags() throws(RegexFault) -> Bool {
        let outer = flags
        var isOn = true
        var count = 0
        while let letter = next {
            position += 1
            switch letter {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotTakesNewline = isOn
            case "U": break
            case "-" where isOn:
                isOn = false
                count = -1
            case ")" where count > 0: return true
            case ":" where count > 0 || isOn:
                groupFlags.append(outer)
                return false
            default: throw fault(.badGroup)
            }
            count += 1
            if letter == "-" { count = 0 }
        }
        throw fault(.missingClosing)
    }

    // MARK: Escapes

    private mutating func escape() throws(RegexFault) -> RegexNode {
        guard let letter = next else { throw fault(.badEscape) }
        switch letter {
        case "A":
            position += 1
            return .start
        case "z":
            position += 1
            return .end
        case "b":
            position += 1
            return .boundary
        case "B":
            position += 1
            return .noBoundary
        default: break
        }
        if let set = try escapedClass() { return .set(set) }
        return literal(try escapedScalar())
    }

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

    // MARK: Classes

    private mutating func bracketClass() throws(RegexFault) -> ScalarSet {
        let isNegated = take("^")
        var set = ScalarSet()
        var isFirst = true
        while true {
            guard let letter = next else { throw fault(.missingClosing) }
            if letter == "]", !isFirst { break }
            isFirst = false
            set = set.union(try classItem(letter))
        }
        position += 1
        if flags.ignoresCase { set = set.folded }
        return isNegated ? set.inverted : set
    }

    private mutating func classItem(_ letter: UInt32) throws(RegexFault) -> ScalarSet {
        if isNext("[:"), let set = try posixClass() { return set }
        if letter == "\\", position + 1 < scalars.count {
            position += 1
            if let set = try escapedClass() { return set }
            position -= 1
        }
        let low = try classScalar()
        guard isNext("-"), position + 1 < scalars.count, scalars[position + 1] != "]" else { return ScalarSet(low) }
        position += 1
        let high = try classScalar()
        guard low <= high else { throw fault(.badRange) }
        return ScalarSet([low...high])
    }

    private mutating func classScalar() throws(RegexFault) -> UInt32 {
        guard let letter = next else { throw fault(.missingClosing) }
        position += 1
        return letter == "\\" ? try escapedScalar() : letter
    }

    private mutating func posixClass() throws(RegexFault) -> ScalarSet? {
        var end = position + 2
        while end + 1 < scalars.count, !(scalars[end] == ":" && scalars[end + 1] == "]") { end += 1 }
        guard end + 1 < scalars.count else { return nil }
        var name = String(String.UnicodeScalarView(scalars[(position + 2)..<end].compactMap { Unicode.Scalar($0) }))
        let isNegated = name.first == "^"
        if isNegated { name.removeFirst() }
        guard let set = ScalarProperty.posix[name] else { throw fault(.badClass) }
        position = end + 2
        return isNegated ? set.inverted : set
    }
}

extension UInt32 {
    /// Patterns are compared with single letters.
    fileprivate static func ~= (letter: Unicode.Scalar, code: UInt32) -> Bool { letter.value == code }
    fileprivate static func == (code: UInt32, letter: Unicode.Scalar) -> Bool { letter.value == code }
    fileprivate static func != (code: UInt32, letter: Unicode.Scalar) -> Bool { letter.value != code }
}
