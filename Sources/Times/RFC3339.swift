/// How exactly a moment was written down.
package enum Precision: String, Comparable, Sendable, BitwiseCopyable {
    case day, minute, second

    /// A coarser precision is less than a finer one.
    package static func < (left: Precision, right: Precision) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .day: 0
        case .minute: 1
        case .second: 2
        }
    }
}

/// A moment as somebody wrote it: a date, a time to the minute, or an RFC 3339 time.
package struct WrittenMoment: Hashable, Sendable, BitwiseCopyable {
    /// The start of the day (in UTC), of the minute or of the second.
    package let moment: Timestamp
    /// What the writer gave; `.second` also stands for fractions of one.
    package let precision: Precision

    /// Reads any of `2026-11-01`, `2026-12-01T04:40Z` and RFC 3339; nil for everything else.
    package init?(_ text: some StringProtocol) {
        if let moment = Timestamp(rfc3339: text) {
            (self.moment, precision) = (moment, .second)
        } else if let moment = Timestamp(toTheMinute: text) {
            (self.moment, precision) = (moment, .minute)
        } else if let date = CivilDate(iso8601: text) {
            (moment, precision) = (Timestamp(startOf: date), .day)
        } else {
            return nil
        }
    }
}

extension Timestamp {
    /// Reads an RFC 3339 time such as `2026-12-01T04:40:07.25+03:00`: seconds and offset are required, up to nine
    /// digits of a fraction are read, leap seconds are refused because the time scale has none; nil otherwise.
    package init?(rfc3339 text: some StringProtocol) {
        guard let time = CivilTime(rfc3339: text) else { return nil }
        self = time.timestamp
    }

    /// Reads `2026-12-01T04:40Z`, RFC 3339 without the seconds; nil otherwise.
    package init?(toTheMinute text: some StringProtocol) {
        var digits = TimeDigits(text)
        guard let time = digits.civilTime(withSeconds: false), digits.isAtEnd else { return nil }
        self = time.timestamp
    }

    /// The start of a day, in UTC.
    package init(startOf date: CivilDate) {
        self = CivilTime(date: date).timestamp
    }

    /// The moment in RFC 3339, in UTC, with the digits of a fraction that are needed and no more.
    package var rfc3339: String { CivilTime(self).rfc3339 }

    /// The moment in RFC 3339 at a distance from UTC, in seconds east of it; parts of a minute are dropped from what
    /// is written as offset, and the time is then told at that offset.
    package func rfc3339(offset: Int) -> String {
        CivilTime(self, offset: offset / 60 * 60).rfc3339
    }
}

extension CivilTime {
    /// Reads an RFC 3339 time and keeps its offset; nil where `Timestamp(rfc3339:)` is nil.
    package init?(rfc3339 text: some StringProtocol) {
        var digits = TimeDigits(text)
        guard let time = digits.civilTime(withSeconds: true), digits.isAtEnd else { return nil }
        self = time
    }

    /// The time as RFC 3339 writes it, `Z` for offset zero; years outside 0...9999 get a sign, as ISO 8601 has it.
    package var rfc3339: String {
        var text = "\(date.iso8601)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))"
        if nanoseconds != 0 {
            var fraction = String(nanoseconds + 1_000_000_000).dropFirst()
            while fraction.last == "0" { fraction.removeLast() }
            text += ".\(fraction)"
        }
        return text + UTCOffset(seconds: offset).text
    }
}

extension CivilDate {
    /// Reads `2026-11-01`; nil for anything else, days that do not exist included.
    package init?(iso8601 text: some StringProtocol) {
        var digits = TimeDigits(text)
        guard let date = digits.date(), digits.isAtEnd else { return nil }
        self = date
    }

    /// The day as `2026-11-01`; years outside 0...9999 get a sign and at least four digits.
    package var iso8601: String {
        let digits = String(abs(year))
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        let sign = year < 0 ? "-" : year > 9_999 ? "+" : ""
        return "\(sign)\(padding)\(digits)-\(twoDigits(month))-\(twoDigits(day))"
    }
}

/// A distance from UTC and its text.
package struct UTCOffset: Hashable, Sendable, BitwiseCopyable {
    /// Seconds east of UTC.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Reads `Z`, `+03:00` or `-00:30`, up to 23:59 either way; nil for anything else.
    package init?(_ text: some StringProtocol) {
        var digits = TimeDigits(text)
        guard let seconds = digits.offset(), digits.isAtEnd else { return nil }
        self.seconds = seconds
    }

    /// `Z` for zero, otherwise `+03:00`; parts of a minute are left out.
    package var text: String {
        guard seconds != 0 else { return "Z" }
        let minutes = abs(seconds) / 60
        return "\(seconds < 0 ? "-" : "+")\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }
}

/// A number from 0 to 99 in two digits.
func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
}

/// A cursor over the bytes of a written time.
private struct TimeDigits {
    private var rest: ArraySlice<UInt8>

    init(_ text: some StringProtocol) {
        // No written time is longer; a longer text is not worth reading.
        rest = Array(text.utf8.prefix(64))[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func date() -> CivilDate? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        return date.isValid ? date : nil
    }

    mutating func civilTime(withSeconds: Bool) -> CivilTime? {
        guard let date = date(), skip("T") || skip("t"), let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60
        else { return nil }
        var time = CivilTime(date: date, hour: hour, minute: minute)
        if withSeconds {
            guard skip(":"), let second = number(2), second < 60, let nanoseconds = fraction() else { return nil }
            (time.second, time.nanoseconds) = (second, nanoseconds)
        }
        guard let offset = offset() else { return nil }
        time.offset = offset
        return time
    }

    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), hours < 24, skip(":"), let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }

    /// Nanoseconds after a point, zero where there is no point; nil where the point has no digits or too many.
    private mutating func fraction() -> Int32? {
        guard skip(".") else { return 0 }
        let digits = rest.prefix { isDigit($0) }
        guard (1...9).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let written = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 - UInt8(ascii: "0")) }
        return (digits.count..<9).reduce(written) { value, _ in value * 10 }
    }

    private mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(isDigit) else { return nil }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func skip(_ letter: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: letter) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
