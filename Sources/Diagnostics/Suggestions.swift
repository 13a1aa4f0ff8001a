/// Names among which the one that was probably meant is looked for: "did you mean …?".
///
/// The distance is Damerau and Levenshtein's with adjacent swaps (optimal string alignment), in scalars; a difference in
/// case alone is the nearest of all.
package struct Suggestions: Sendable {
    private struct Candidate: Sendable {
        let name: String
        /// One bit for each letter that occurs, letters that are 64 apart sharing one.
        let letters: UInt64
        let length: Int
    }

    private let candidates: [Candidate]

    /// Prepares names, which are preferred in the order they are given where several are as near.
    package init(_ names: some Sequence<String>) {
        candidates = names.map { name in
            let scalars = name.unicodeScalars.map(foldedValue)
            return Candidate(name: name, letters: letterSet(scalars), length: scalars.count)
        }
    }

    /// The name nearest to a word, nil where none is near: at most one change for each three letters, never more than
    /// five, and none but case in a word of one or two.
    ///
    /// - Complexity: linear in the names; all but the few that share nearly all letters cost a comparison of 64 bits.
    package func nearest(to word: String) -> String? {
        guard word.utf8.count <= Self.longest else { return nil }
        let scalars = word.unicodeScalars.map(foldedValue)
        let letters = letterSet(scalars)
        var limit = min(5, scalars.count / 3)
        var best: String?
        var distance = SwapDistance(from: scalars)
        for candidate in candidates {
            guard abs(candidate.length - scalars.count) <= limit, (candidate.letters & ~letters).nonzeroBitCount <= limit,
                (letters & ~candidate.letters).nonzeroBitCount <= limit,
                let found = distance.distance(to: candidate.name.unicodeScalars.map(foldedValue), limit: limit)
            else { continue }
            // The word itself is no suggestion.
            if found == 0, candidate.name.utf8.elementsEqual(word.utf8) { continue }
            best = candidate.name
            guard found > 0 else { break }
            limit = found - 1
        }
        return best
    }

    /// Longer words are no names.
    private static let longest = 256
}

/// The name nearest to a word among some; nil where none is near. Make `Suggestions` where many words are looked up.
package func suggestion(for word: String, among names: some Sequence<String>) -> String? {
    Suggestions(names).nearest(to: word)
}

/// Distances from one word to others, in rows that are reused.
private struct SwapDistance {
    private let word: [UInt32]
    private var before: [Int]
    private var previous: [Int]
    private var current: [Int]

    init(from word: [UInt32]) {
        self.word = word
        before = Array(repeating: 0, count: word.count + 1)
        (previous, current) = (before, before)
    }

    /// The distance to another word; nil above the limit.
    mutating func distance(to other: [UInt32], limit: Int) -> Int? {
        let columns = word.count
        for column in 0...columns { previous[column] = column }
        for row in 0..<other.count {
            current[0] = row + 1
            var least = row + 1
            for column in 0..<columns {
                let isSame = word[column] == other[row]
                var cost = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, word[column] == other[row - 1], word[column - 1] == other[row] {
                    cost = min(cost, before[column - 1] + 1)
                }
                current[column + 1] = cost
                least = min(least, cost)
            }
            // A swap reaches back over one row.
            guard least <= limit || (previous.min() ?? 0) <= limit else { return nil }
            (before, previous, current) = (previous, current, before)
        }
        return previous[columns] <= limit ? previous[columns] : nil
    }
}

/// The scalar in lower case, where that is one scalar; `-`, `_` and space are the same.
private func foldedValue(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar {
    case "_", " ": return UInt32(UInt8(ascii: "-"))
    case "A"..."Z": return scalar.value | 0x20
    case "\0"..."\u{7F}": return scalar.value
    default:
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
    }
}

private func letterSet(_ scalars: [UInt32]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64($1 & 63) }
}
