import Testing

@testable import Diagnostics

struct SuggestionTests {
    @Test(arguments: [
        ("intefaces", ["interfaces", "rear_ports", "front_ports"], "interfaces"),
        ("front-ports", ["front_ports", "rear_ports"], "front_ports"),
        ("SW-1", ["sw-2", "sw-1"], "sw-1"), ("devcies", ["devices"], "devices"), ("r1", ["R1"], "R1"),
        ("onwer", ["order", "owner"], "owner"), ("петова", ["сидоров", "петрова"], "петрова"), ("unkown", ["known", "unknown"], "unknown"),
        ("criticality", ["Criticality"], "Criticality"),
    ])
    func `finds what was probably meant`(word: String, names: [String], meant: String) {
        #expect(suggestion(for: word, among: names) == meant)
    }

    @Test(arguments: [
        ("R3", ["R1", "R2"]), ("x", ["y"]), ("accounting", ["warehouse", "supply"]), ("owner", ["owner"]), ("", ["a", "b"]), ("abc", []),
        ("abcdef", ["fedcba"]),
    ])
    func `says nothing where nothing is near`(word: String, names: [String]) {
        #expect(suggestion(for: word, among: names) == nil)
    }

    @Test func `the first of several as near is taken`() {
        #expect(suggestion(for: "sw-0", among: ["sw-1", "sw-2"]) == "sw-1")
        #expect(suggestion(for: "sw-0", among: ["sw-2", "sw-1"]) == "sw-2")
    }

    @Test func `agrees with the textbook's table on all short words of three letters`() {
        var words = [""]
        for _ in 0..<4 { words += words.flatMap { word in ["a", "b", "c"].map { word + $0 } } }
        words = Array(Set(words)).sorted()
        for word in ["abc", "aab", "abca", "cbab"] {
            for other in words where other != word {
                let limit = word.count / 3
                let isNear = textbookDistance(Array(word), Array(other)) <= limit
                #expect((suggestion(for: word, among: [other]) != nil) == isNear, "\(word) \(other)")
            }
        }
    }

    /// Optimal string alignment over the whole table.
    private func textbookDistance(_ left: [Character], _ right: [Character]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count { table[row][0] = row }
        for column in 0...right.count { table[0][column] = column }
        for row in 1..<left.count + 1 {
            for column in 1..<right.count + 1 {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                table[row][column] = min(table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
                }
            }
        }
        return table[left.count][right.count]
    }
}
