/// One search for a pattern: the states that the automaton is in, before one scalar and after it.
struct RegexSearch {
    private let instructions: [Regex.Instruction]
    private let sets: [ScalarSet]
    private var current: States
    private var following: States
    private var stack: [Int] = []

    init(_ regex: Regex) {
        instructions = regex.instructions
        sets = regex.sets
        current = States(regex.size)
        following = States(regex.size)
    }

    /// True when the pattern is found anywhere in the text, which is UTF-8.
    ///
    /// - Complexity: the length of the text times the size of the automaton.
    mutating func isFound(in text: borrowing Swift.Span<UInt8>) -> Bool {
        var position = 0
        var previous: UInt32?
        var (scalar, length) = Self.scalar(text, 0)
        while true {
            if enter(0, previous, scalar) { return true }
            swap(&current, &following)
            guard let taken = scalar else { return false }
            position += length
            (scalar, length) = Self.scalar(text, position)
            for index in 0..<current.count {
                let state = current.dense[index]
                if case .scalar(let set) = instructions[state], sets[set].contains(taken), enter(state + 1, taken, scalar) {
                    return true
                }
            }
            current.removeAll()
            previous = taken
        }
    }

    /// Adds a state and all that are reached from it without a scalar to those that follow; true when the pattern is found.
    private mutating func enter(_ state: Int, _ before: UInt32?, _ after: UInt32?) -> Bool {
        stack.append(state)
        while let state = stack.popLast() {
            guard following.insert(state) else { continue }
            switch instructions[state] {
            case .found: return true
            case .scalar: break
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

    private static func holds(_ assertion: Regex.Instruction, _ before: UInt32?, _ after: UInt32?) -> Bool {
        switch assertion {
        case .start: return before == nil
        case .end: return after == nil
        case .lineStart: return before == nil || before == 0x0A
        case .lineEnd: return after == nil || after == 0x0A
        case .boundary: return changesWord(before, after)
        case .noBoundary: return !changesWord(before, after)
        default: return false
        }
    }

    private static func changesWord(_ before: UInt32?, _ after: UInt32?) -> Bool {
        (before.map(ScalarSet.words.contains) ?? false) != (after.map(ScalarSet.words.contains) ?? false)
    }

    /// The scalar at a place and its length; nil at the end.
    @inline(__always)
    private static func scalar(_ text: borrowing Swift.Span<UInt8>, _ position: Int) -> (UInt32?, Int) {
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
        private var sparse: [Int]
        private(set) var count = 0

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
