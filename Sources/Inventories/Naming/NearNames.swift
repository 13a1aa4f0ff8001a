/// Names that somebody who wrote another one may have meant.
enum NearNames {
    /// Up to three names that are near a text, best first; none where every one is further than a third of its letters.
    static func best(of candidates: some Sequence<String>, for text: String) -> [String] {
        let written = Array(InterfaceNames.lowercased(text).unicodeScalars.prefix(64))
        let allowed = max(1, written.count / 3)
        var near: [(distance: Int, name: String)] = []
        for candidate in candidates {
            let name = Array(InterfaceNames.lowercased(candidate).unicodeScalars.prefix(64))
            guard abs(name.count - written.count) <= allowed else { continue }
            let distance = distance(written, name)
            if distance <= allowed, !near.contains(where: { $0.name.utf8.elementsEqual(candidate.utf8) }) {
                near.append((distance, candidate))
            }
        }
        near.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return near.prefix(3).map(\.name)
    }

    /// How many letters must be added, left out, changed or swapped with their neighbour (optimal string alignment).
    private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var line = [row + 1]
            for (column, other) in second.enumerated() {
                var best = min(above[column] + (letter == other ? 0 : 1), above[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                    best = min(best, before[column - 1] + 1)
                }
                line.append(best)
            }
            (before, above) = (above, line)
        }
        return above[second.count]
    }
}
