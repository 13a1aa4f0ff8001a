/// A pattern in RE2's syntax that is searched for in time linear in the text.
///
/// The pattern becomes a nondeterministic automaton (Thompson 1968) whose set of states is followed scalar by scalar;
/// nothing is ever tried twice, so no pattern can make the search slow.
struct Regex: Sendable {
    enum Instruction: Sendable {
        case set(ScalarSet)
        case split(Int, Int)
        case jump(Int)
        case start, end, lineStart, lineEnd, boundary, noBoundary
        case found
    }

    private static let sizeLimit = 20_000
    private(set) var instructions: [Instruction] = []

    /// How many instructions the automaton has; a step costs no more than that.
    var size: Int { instructions.count }

    /// - Throws: what is wrong with the pattern, and where.
    init(_ pattern: String) throws(RegexFault) {
        var parser = RegexParser(pattern)
        let node = try parser.parse()
        try append(node)
        instructions.append(.found)
    }

    // MARK: Compilation

    private mutating func append(_ node: RegexNode) throws(RegexFault) {
        guard size < Self.sizeLimit else { throw RegexFault(reason: .tooLarge, offset: 0) }
        switch node {
        case .empty: break
        case .set(let set): instructions.append(.set(set))
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

    // MARK: Search

    /// True when the pattern is found anywhere in the text, which is UTF-8.
    func isFound(in text: [UInt8]) -> Bool {
        var current = States(size)
        var following = States(size)
        var position = 0
        var previous: UInt32?
        var stack: [Int] = []
        while true {
            let (scalar, length) = Self.scalar(text, position)
            if follow(0, &current, &stack, previous, scalar) { return true }
            guard let scalar else { return false }
            let (after, _) = Self.scalar(text, position + length)
            for index in 0..<current.count {
                if case .set(let set) = instructions[current.dense[index]], set.contains(scalar),
                    follow(current.dense[index] + 1, &following, &stack, scalar, after)
                {
                    return true
                }
            }
            swap(&current, &following)
            following.removeAll()
            previous = scalar
            position += length
        }
    }

    /// Adds a state and all that are reached from it without a scalar; true when the pattern is found.
    private func follow(_ state: Int, _ states: inout States, _ stack: inout [Int], _ before: UInt32?, _ after: UInt32?) -> Bool {
        stack.append(state)
        while let state = stack.popLast() {
            guard states.insert(state) else { continue }
            switch instructions[state] {
            case .found:
                stack.removeAll()
                return true
            case .set: break
            case .jump(let target): stack.append(target)
            case .split(let one, let two):
                stack.append(two)
                stack.append(one)
            case let assertion:
                if Self.holds(assertion, before, after) { stack.append(state + 1) }
            }
        }
        return false
    }

    private static func holds(_ assertion: Instruction, _ before: UInt32?, _ after: UInt32?) -> Bool {
        switch assertion {
        case .start: return before == nil
        case .end: return after == nil
        case .lineStart: return before == nil || before == 0x0A
        case .lineEnd: return after == nil || after == 0x0A
        case .boundary, .noBoundary:
            let changes = (before.map(ScalarSet.words.contains) ?? false) != (after.map(ScalarSet.words.contains) ?? false)
            if case .boundary = assertion { return changes }
            return !changes
        default: return false
        }
    }

    /// The scalar at a place and its length; nil at the end.
    @inline(__always)
    private static func scalar(_ text: [UInt8], _ position: Int) -> (UInt32?, Int) {
        guard position < text.count else { return (nil, 0) }
        let first = UInt32(text[position])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard position + length <= text.count else { return (0xFFFD, text.count - position) }
        var scalar = first & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[position + offset]) & 0x3F }
        return (scalar, length)
    }

    /// A set of states that is emptied for nothing and keeps the order of entry (Briggs and Torczon 1993).
    private struct States {
        var dense: [Int]
        var sparse: [Int]
        var count = 0

        init(_ size: Int) {
            dense = Array(repeating: 0, count: size)
            sparse = Array(repeating: 0, count: size)
        }

        mutating func insert(_ state: Int) -> Bool {
            let place = sparse[state]
            if place < count, dense[place] == state { return false }
            dense[count] = state
            sparse[state] = count
            count += 1
            return true
        }

        mutating func removeAll() {
            count = 0
        }
    }
}
