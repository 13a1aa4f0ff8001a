/// Scalars between bounds, sorted and apart.
struct ScalarSet: Equatable, Sendable {
    private(set) var ranges: [ClosedRange<UInt32>] = []
    /// Which of the first 128 scalars are in the set, for the letters that most texts have.
    private var ascii = (low: UInt64(0), high: UInt64(0))

    static let last: UInt32 = 0x10FFFF

    init(_ ranges: [ClosedRange<UInt32>] = []) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let previous = merged.last, range.lowerBound <= previous.upperBound &+ 1 {
                merged[merged.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
        for range in merged where range.lowerBound < 128 {
            for scalar in range.lowerBound...min(range.upperBound, 127) { mark(scalar) }
        }
    }

    init(_ scalar: UInt32) {
        ranges = [scalar...scalar]
        if scalar < 128 { mark(scalar) }
    }

    private mutating func mark(_ scalar: UInt32) {
        if scalar < 64 { ascii.low |= 1 << UInt64(scalar) } else { ascii.high |= 1 << UInt64(scalar - 64) }
    }

    static func == (left: ScalarSet, right: ScalarSet) -> Bool { left.ranges == right.ranges }

    static let any = ScalarSet([0...last])
    static let digits = ScalarSet([0x30...0x39])
    static let words = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let blanks = ScalarSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])

    func union(_ other: ScalarSet) -> ScalarSet {
        ScalarSet(ranges + other.ranges)
    }

    var inverted: ScalarSet {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= Self.last { result.append(next...Self.last) }
        return ScalarSet(result)
    }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return ascii.low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return ascii.high >> UInt64(scalar - 64) & 1 == 1 }
        return containsBeyondASCII(scalar)
    }

    private func containsBeyondASCII(_ scalar: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    /// The set with the other cases of its letters.
    var folded: ScalarSet {
        if ranges.count == 1, ranges[0].count == 1 {
            let letter = ranges[0].lowerBound
            guard let others = CaseFolding.orbits[letter] else { return self }
            return ScalarSet(ranges + others.map { $0...$0 })
        }
        var extra: [ClosedRange<UInt32>] = []
        for (letter, others) in CaseFolding.orbits where contains(letter) {
            extra += others.map { $0...$0 }
        }
        return ScalarSet(ranges + extra)
    }
}

/// Which letters are the same but for their case: Unicode's simple case folding.
enum CaseFolding {
    /// For each letter with another case, the others of its orbit.
    static let orbits: [UInt32: [UInt32]] = {
        var groups: [UInt32: Set<UInt32>] = [:]
        for code in 0..<endOfLetters where code != dotlessI {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let properties = scalar.properties
            guard properties.changesWhenCaseMapped || properties.changesWhenCaseFolded else { continue }
            guard let lower = single(properties.lowercaseMapping) else { continue }
            // Letters without a capital of one scalar, such as ß, stand for themselves.
            let key = Unicode.Scalar(lower).flatMap { single($0.properties.uppercaseMapping) } ?? lower
            groups[key, default: [key]].formUnion([code, lower])
        }
        var orbits: [UInt32: [UInt32]] = [:]
        for group in groups.values where group.count > 1 {
            for letter in group { orbits[letter] = group.filter { $0 != letter } }
        }
        return orbits
    }()

    /// Beyond this plane nothing has a case.
    private static let endOfLetters: UInt32 = 0x20000
    /// Its capital is I, but it is another letter than i.
    private static let dotlessI: UInt32 = 0x131

    private static func single(_ text: String) -> UInt32? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first!.value : nil
    }
}
