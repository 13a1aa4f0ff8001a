/// A pattern in RE2's syntax that is searched for in time linear in the text.
///
/// The pattern becomes a nondeterministic automaton (Thompson 1968) whose set of states is followed scalar by scalar;
/// nothing is ever tried twice, so no pattern can make the search slow. The automaton's size is bounded, and so is what
/// one scalar of the text can cost.
struct Regex: Sendable {
    enum Instruction: Sendable {
        /// One scalar of a set, by its place in `sets`.
        case scalar(Int)
        /// Both ways.
        case split(Int, Int)
        case jump(Int)
        case start, end, lineStart, lineEnd, boundary, noBoundary
        case found
    }

    static let sizeLimit = 20_000
    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []

    /// How many instructions the automaton has; a step costs no more than that.
    var size: Int { instructions.count }

    /// - Throws: what is wrong with the pattern, and where.
    init(_ pattern: String) throws(RegexFault) {
        var parser = RegexParser(pattern)
        let node = try parser.parse()
        try append(node)
        instructions.append(.found)
    }

    private mutating func append(_ node: RegexNode) throws(RegexFault) {
        guard size < Self.sizeLimit else { throw RegexFault(reason: .tooLarge, offset: 0) }
        switch node {
        case .empty: break
        case .set(let set):
            instructions.append(.scalar(sets.count))
            sets.append(set)
        case .start: instructions.append(.start)
        case .end: instructions.append(.end)
        case .lineStart: instructions.append(.lineStart)
        case .lineEnd: instructions.append(.lineEnd)
        case .boundary: instructions.append(.boundary)
        case .noBoundary: instructions.append(.noBoundary)
        case .sequence(let parts):
            for part in parts { try append(part) }
        case .choice(let branches): try append(branches: branches)
        case .repetition(let inner, let least, let most): try append(inner, least, most)
        }
    }

    private mutating func append(branches: [RegexNode]) throws(RegexFault) {
        var jumps: [Int] = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                try append(branch)
                break
            }
            let split = size
            instructions.append(.split(split + 1, 0))
            try append(branch)
            jumps.append(size)
            instructions.append(.jump(0))
            instructions[split] = .split(split + 1, size)
        }
        for jump in jumps { instructions[jump] = .jump(size) }
    }

    private mutating func append(_ inner: RegexNode, _ least: Int, _ most: Int?) throws(RegexFault) {
        for _ in 0..<least { try append(inner) }
        guard let most else {
            let split = size
            instructions.append(.split(split + 1, 0))
            try append(inner)
            instructions.append(.jump(split))
            instructions[split] = .split(split + 1, size)
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(size)
            instructions.append(.split(size + 1, 0))
            try append(inner)
        }
        for split in splits { instructions[split] = .split(split + 1, size) }
    }
}
