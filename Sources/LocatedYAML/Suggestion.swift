/// The word that was probably meant: the one with the fewest edits, where they are few for its length; nil otherwise.
func nearest(to word: String, among words: [String]) -> String? {
    let written = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (word: String, edits: Int)?
    for candidate in words {
        let edits = editCount(written, Array(candidate.lowercased().unicodeScalars.prefix(64)))
        if edits <= max(1, candidate.unicodeScalars.count / 3), edits < best?.edits ?? Int.max { best = (candidate, edits) }
    }
    return best?.word
}

/// The Damerau-Levenshtein distance in its restricted form: insert, delete, replace, swap neighbours.
private func editCount(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var (earlier, previous) = ([Int](), Array(0...right.count))
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var edits = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other { edits = min(edits, earlier[column - 1] + 1) }
            current.append(edits)
        }
        (earlier, previous) = (previous, current)
    }
    return previous[right.count]
}
