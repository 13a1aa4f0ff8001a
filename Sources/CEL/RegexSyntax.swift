/// A regular expression as it was written.
indirect enum RegexNode {
    case empty
    case set(ScalarSet)
    case start, end, lineStart, lineEnd, boundary, noBoundary
    case sequence([RegexNode])
    case choice([RegexNode])
    /// At least, at most; nil is without end.
    case repetition(RegexNode, Int, Int?)
}

/// Why a pattern cannot be read.
struct RegexFault: Error {
    enum Reason {
        case missingClosing, unexpectedClosing, badRepetition, repetitionTooLarge, nothingToRepeat, badEscape, badClass, badRange
        case badGroup, unknownProperty, tooLarge, lookAround, backreference
    }

    let reason: Reason
    /// The place in the pattern, in Unicode scalars.
    let offset: Int
}

/// Scalars between bounds, sorted and apart.
struct ScalarSet: Equatable, Sendable {
    private(set) var ranges: [ClosedRange<UInt32>] = []

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
    }

    init(_ scalar: UInt32) {
        ranges = [scalar...scalar]
    }

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
        if ranges.count == 1 { return ranges[0].contains(scalar) }
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    /// The set with the other cases of its letters.
    var folded: ScalarSet {
        var extra: [ClosedRange<UInt32>] = []
        for (letter, others) in CaseFolding.orbits where contains(letter) {
            extra += others.map { $0...$0 }
        }
        return ScalarSet(ranges + extra)
    }
}

/// Which letters are the same but for their case.
enum CaseFolding {
    /// For each letter with another case, the others of its orbit (by simple mappings of one scalar to one).
    static let orbits: [(UInt32, [UInt32])] = {
        var groups: [UInt32: Set<UInt32>] = [:]
        for code in 0...ScalarSet.last {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let properties = scalar.properties
            guard properties.changesWhenCaseMapped || properties.changesWhenCaseFolded else { continue }
            guard let lower = single(properties.lowercaseMapping), let key = single(Unicode.Scalar(lower)!.properties.uppercaseMapping)
            else {
                continue
            }
            groups[key, default: [key]].formUnion([code, lower])
        }
        return groups.values.flatMap { group in group.map { letter in (letter, group.filter { $0 != letter }) } }
    }()

    private static func single(_ text: String) -> UInt32? {
        let scalars = text.unicodeScalars
        return scalars.count == 1 ? scalars.first!.value : nil
    }
}
