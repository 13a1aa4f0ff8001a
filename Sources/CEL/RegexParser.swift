/// Reads a pattern in RE2's syntax (github.com/google/re2/wiki/Syntax).
///
/// Only whether a pattern is found counts, so that `*?` means `*`, and groups need no numbers. `\C`, one byte of a
/// letter, is refused as in Go's RE2.
struct RegexParser {
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotTakesNewline = false
    }

    /// A node, and how often repetitions in it repeat their inside at most.
    private struct Part {
        var node: RegexNode
        var repeats = 1
    }

    let scalars: [UInt32]
    /// Where the last `:]` of the pattern begins.
    let lastPosixEnd: Int?
    var position = 0
    var flags = Flags()
    private var depth = 0
    private var groupNames: Set<String> = []
    private static let depthLimit = 200
    private static let lengthLimit = 20_000
    /// RE2's own: of one repetition, and of repetitions inside each other multiplied.
    private static let repetitionLimit = 1_000

    init(_ pattern: String) {
        scalars = pattern.unicodeScalars.map(\.value)
        lastPosixEnd = zip(scalars, scalars.dropFirst()).enumerated().reduce(nil) { last, pair in
            pair.element.0 == ":" && pair.element.1 == "]" ? pair.offset : last
        }
    }

    /// The whole pattern.
    mutating func parse() throws(RegexFault) -> RegexNode {
        guard scalars.count <= Self.lengthLimit else { throw fault(.tooLarge) }
        let part = try choice()
        if position < scalars.count { throw fault(.unexpectedClosing) }
        return part.node
    }

    func fault(_ reason: RegexFault.Reason) -> RegexFault {
        RegexFault(reason: reason, offset: position)
    }

    var next: UInt32? { position < scalars.count ? scalars[position] : nil }

    func isNext(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= scalars.count else { return false }
        for offset in 0..<count where unsafe scalars[position + offset] != UInt32(text.utf8Start[offset]) { return false }
        return true
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard isNext(text) else { return false }
        position += text.utf8CodeUnitCount
        return true
    }

    /// Branches up to the end of the group; flags that are set in it hold to its end, across branches.
    private mutating func choice() throws(RegexFault) -> Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw fault(.tooLarge) }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        guard branches.count > 1 else { return branches[0] }
        return Part(node: .choice(branches.map(\.node)), repeats: branches.reduce(1) { max($0, $1.repeats) })
    }

    private mutating func sequence() throws(RegexFault) -> Part {
        var parts: [Part] = []
        var follows = false
        while let letter = next, letter != "|", letter != ")" {
            let start = position
            if let bounds = try bounds() {
                // RE2 refuses `a**` and its like.
                guard !follows else { throw RegexFault(reason: .badRepetition, offset: start) }
                guard let last = parts.popLast() else { throw RegexFault(reason: .nothingToRepeat, offset: start) }
                parts.append(try repeated(last, bounds, start))
                follows = true
                continue
            }
            follows = false
            if take("\\Q") {
                quoted(into: &parts)
            } else if letter == "(" {
                if let part = try group() { parts.append(part) }
            } else {
                parts.append(Part(node: try atom(letter)))
            }
        }
        let repeats = parts.reduce(1) { max($0, $1.repeats) }
        return Part(node: parts.count == 1 ? parts[0].node : parts.isEmpty ? .empty : .sequence(parts.map(\.node)), repeats: repeats)
    }

    /// Letters that stand for themselves, up to `\E` or the end.
    private mutating func quoted(into parts: inout [Part]) {
        while let letter = next, !isNext("\\E") {
            parts.append(Part(node: literal(letter)))
            position += 1
        }
        _ = take("\\E")
    }

    private func literal(_ letter: UInt32) -> RegexNode {
        let set = ScalarSet(letter)
        return .set(flags.ignoresCase ? set.folded : set)
    }

    // MARK: Repetition

    private typealias Bounds = (least: Int, most: Int?, isCounted: Bool)

    private func repeated(_ part: Part, _ bounds: Bounds, _ start: Int) throws(RegexFault) -> Part {
        var repeats = part.repeats
        let times = bounds.most ?? bounds.least
        if bounds.isCounted, times > 0 {
            repeats *= times
            guard repeats <= Self.repetitionLimit else { throw RegexFault(reason: .repetitionTooLarge, offset: start) }
        }
        return Part(node: .repetition(part.node, bounds.least, bounds.most), repeats: repeats)
    }

    /// A repetition that stands here, with the `?` that makes it take as little as it can.
    private mutating func bounds() throws(RegexFault) -> Bounds? {
        guard let bounds = try greedyBounds() else { return nil }
        _ = take("?")
        return bounds
    }

    private mutating func greedyBounds() throws(RegexFault) -> Bounds? {
        if take("*") { return (0, nil, false) }
        if take("+") { return (1, nil, false) }
        if take("?") { return (0, 1, false) }
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
            // What is no repetition stands for itself.
            position = start
            return nil
        }
        guard least <= Self.repetitionLimit, most ?? 0 <= Self.repetitionLimit else {
            throw RegexFault(reason: .repetitionTooLarge, offset: start)
        }
        guard most.map({ $0 >= least }) ?? true else { throw RegexFault(reason: .badRepetition, offset: start) }
        return (least, most, true)
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

    private mutating func atom(_ letter: UInt32) throws(RegexFault) -> RegexNode {
        position += 1
        switch letter {
        case "[": return .set(try bracketClass())
        case ".": return .set(flags.dotTakesNewline ? .any : ScalarSet(0x0A).inverted)
        case "^": return flags.isMultiline ? .lineStart : .start
        case "$": return flags.isMultiline ? .lineEnd : .end
        case "\\": return try escape()
        default: return literal(letter)
        }
    }

    private mutating func escape() throws(RegexFault) -> RegexNode {
        if take("A") { return .start }
        if take("z") { return .end }
        if take("b") { return .boundary }
        if take("B") { return .noBoundary }
        if let set = try escapedClass() { return .set(set) }
        return literal(try escapedScalar())
    }

    /// What stands in brackets; nil for a group that only sets flags.
    private mutating func group() throws(RegexFault) -> Part? {
        let start = position
        position += 1
        let outer = flags
        if take("?") {
            if isNext("=") || isNext("!") || isNext("<=") || isNext("<!") { throw fault(.lookAround) }
            if isNext("P=") { throw fault(.backreference) }
            if take("P<") || take("<") {
                try groupName()
            } else if try setFlags() {
                return nil
            }
        }
        let inner = try choice()
        guard take(")") else { throw RegexFault(reason: .missingClosing, offset: start) }
        flags = outer
        return inner
    }

    private mutating func groupName() throws(RegexFault) {
        let start = position
        while let letter = next, ScalarSet.words.contains(letter) { position += 1 }
        let name = String(String.UnicodeScalarView(scalars[start..<position].compactMap { Unicode.Scalar($0) }))
        guard !name.isEmpty, take(">") else { throw fault(.badGroup) }
        guard groupNames.insert(name).inserted else { throw RegexFault(reason: .repeatedName, offset: start) }
    }

    /// Reads flags; true when they stand alone, as in `(?i)`.
    private mutating func setFlags() throws(RegexFault) -> Bool {
        var isOn = true
        var count = 0
        while let letter = next {
            position += 1
            count += 1
            switch letter {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotTakesNewline = isOn
            case "U": break
            case "-" where isOn: (isOn, count) = (false, 0)
            case ")" where isOn || count > 1: return true
            case ":" where isOn || count > 1: return false
            default:
                position -= 1
                throw fault(.badGroup)
            }
        }
        throw fault(.missingClosing)
    }
}

extension UInt32 {
    /// Patterns are compared with single letters.
    static func ~= (letter: Unicode.Scalar, code: UInt32) -> Bool { letter.value == code }
    static func == (code: UInt32, letter: Unicode.Scalar) -> Bool { letter.value == code }
    static func != (code: UInt32, letter: Unicode.Scalar) -> Bool { letter.value != code }
}
