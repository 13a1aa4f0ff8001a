/// A moment: seconds since 1970-01-01T00:00:00Z and nanoseconds, in the proleptic Gregorian calendar.
package struct Timestamp: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// May be negative.
    package var seconds: Int64
    /// 0 ..< 1_000_000_000.
    package var nanoseconds: Int32

    package init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The moment later by a period.
    package static func + (moment: Timestamp, period: Period) -> Timestamp {
        Timestamp(seconds: moment.seconds + period.seconds, nanoseconds: moment.nanoseconds)
    }

    /// The moment earlier by a period.
    package static func - (moment: Timestamp, period: Period) -> Timestamp {
        Timestamp(seconds: moment.seconds - period.seconds, nanoseconds: moment.nanoseconds)
    }

    /// The whole seconds between two moments, parts of a second left aside.
    package static func - (left: Timestamp, right: Timestamp) -> Period {
        Period(seconds: left.seconds - right.seconds)
    }
}

/// A span of time in whole seconds, as ISO 8601 writes it (`PT15M`, `P180D`).
///
/// A day is 24 hours and a week seven of them; months and years are refused, because their length is not known.
package struct Period: Hashable, Comparable, Sendable, BitwiseCopyable {
    package var seconds: Int64

    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// No time at all.
    package static let zero = Period(seconds: 0)

    /// So many times 60 seconds.
    package static func minutes(_ count: Int64) -> Period { Period(seconds: count * 60) }
    /// So many times 3,600 seconds.
    package static func hours(_ count: Int64) -> Period { Period(seconds: count * 3_600) }
    /// So many times 24 hours.
    package static func days(_ count: Int64) -> Period { Period(seconds: count * 86_400) }

    package static func < (left: Period, right: Period) -> Bool { left.seconds < right.seconds }
    /// Both periods, one after the other.
    package static func + (left: Period, right: Period) -> Period { Period(seconds: left.seconds + right.seconds) }
}

extension Period {
    /// Reads `P2D`, `PT15M`, `P1DT12H`, `P2W`; nil for anything else, months and years included.
    package init?(iso8601 text: some StringProtocol) {
        var rest = Array(text.utf8)[...]
        guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var total: Int64 = 0
        var inTime = false
        var lastRank = 0
        var sawUnit = false
        while !rest.isEmpty {
            if rest.first == UInt8(ascii: "T") {
                guard !inTime, rest.count > 1 else { return nil }
                inTime = true
                rest.removeFirst()
            }
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard (1...9).contains(digits.count), let unit = rest.popFirst() else { return nil }
            let count = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
            guard let (rank, seconds) = Self.unit(unit, inTime: inTime), rank > lastRank else { return nil }
            lastRank = rank
            total += count * seconds
            sawUnit = true
        }
        guard sawUnit else { return nil }
        self.init(seconds: total)
    }

    private static func unit(_ letter: UInt8, inTime: Bool) -> (rank: Int, seconds: Int64)? {
        switch (inTime, letter) {
        case (false, UInt8(ascii: "W")): (1, 604_800)
        case (false, UInt8(ascii: "D")): (2, 86_400)
        case (true, UInt8(ascii: "H")): (3, 3_600)
        case (true, UInt8(ascii: "M")): (4, 60)
        case (true, UInt8(ascii: "S")): (5, 1)
        default: nil
        }
    }

    /// The shortest ISO 8601 form, such as `PT1H30M`.
    package var iso8601: String {
        guard seconds != 0 else { return "PT0S" }
        var text = "P"
        let days = seconds / 86_400
        if days != 0 { text += "\(days)D" }
        let rest = seconds % 86_400
        guard rest != 0 else { return text }
        text += "T"
        let parts = [(rest / 3_600, "H"), (rest % 3_600 / 60, "M"), (rest % 60, "S")]
        for (count, letter) in parts where count != 0 { text += "\(count)\(letter)" }
        return text
    }
}
