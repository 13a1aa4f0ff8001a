import Testing

/// Sizes from the code that people love: a reminder to split the question, never a reason to split a thought.
struct SizeTests {
    private static let lineLimit = 400
    private static let functionLimit = 70

    @Test func `files are of a size to be read`() throws {
        for file in try Repository.sources.get() + Repository.tests.get() {
            let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
            if count > Self.lineLimit { print("long file: \(file.path) has \(count) lines") }
            #expect(count <= 2 * Self.lineLimit, "\(file.path) has \(count) lines")
        }
    }

    @Test func `functions fit on a screen`() throws {
        var lengths: [Int] = []
        for file in try Repository.sources.get() + Repository.tests.get() {
            for function in file.masked.functions {
                let place = "\(file.path):\(function.line): `\(function.name)` has \(function.length) lines"
                if function.length > Self.functionLimit { print("long function: \(place)") }
                #expect(function.length <= 2 * Self.functionLimit, "\(place)")
                if file.path.hasPrefix("Sources/") { lengths.append(function.length) }
            }
        }
        lengths.sort()
        #expect(lengths.count > 100, "the functions were not found")
        let median = lengths[lengths.count / 2]
        print("\(lengths.count) functions, the median has \(median) lines")
        #expect(median <= 10, "functions have grown: the median has \(median) lines")
    }
}
