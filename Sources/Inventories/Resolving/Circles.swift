/// Where rows that lead to at most one other each go round in a circle: of every circle the row that comes first in `rows`.
///
/// - Parameter rows: every row that leads somewhere, in the order in which they were written.
/// - Complexity: linear in the rows.
func firstRows(ofCirclesAmong rows: [Int], next: (Int) -> Int?) -> [Int] {
    let rank = Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
    /// The walk that passed a row first.
    var walks: [Int: Int] = [:]
    var ranks: [Int] = []
    for (walk, start) in rows.enumerated() {
        var row: Int? = start
        while let passed = row, walks[passed] == nil {
            walks[passed] = walk
            row = next(passed)
        }
        guard let closing = row, walks[closing] == walk else { continue }
        var first = rank[closing] ?? walk
        var member = next(closing)
        while let passed = member, passed != closing {
            first = min(first, rank[passed] ?? first)
            member = next(passed)
        }
        ranks.append(first)
    }
    return ranks.sorted().map { rows[$0] }
}
