/// The rule that holds after the last listed change: a POSIX `TZ` text with RFC 8536's extensions, such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneFooter: Hashable, Sendable {
    /// The kind with daylight saving, and when in a year it begins and ends.
    struct Daylight: Hashable, Sendable {
        var kind: ZoneKind
        var begins: YearlyMoment
        var ends: YearlyMoment
    }

    var standard: ZoneKind
    var daylight: Daylight?

    /// Reads the text; nil where it is not one, or names daylight saving without saying when.
    init?(posix text: ArraySlice<UInt8>) {
        var cursor = FooterCursor(rest: text)
        guard let name = cursor.name(), let west = cursor.clock() else { return nil }
        standard = ZoneKind(offset: -west, isDaylight: false, abbreviation: name)
        guard !cursor.rest.isEmpty else { return }
        guard let summerName = cursor.name() else { return nil }
        var offset = standard.offset + 3_600
        if cursor.rest.first != UInt8(ascii: ",") {
            guard let west = cursor.clock() else { return nil }
            offset = -west
        }
        guard cursor.skip(","), let begins = cursor.yearlyMoment(), cursor.skip(","), let ends = cursor.yearlyMoment(), cursor.rest.isEmpty
        else { return nil }
        daylight = Daylight(
            kind: ZoneKind(offset: offset, isDaylight: true, abbreviation: summerName), begins: begins, ends: ends)
    }

    func kind(at seconds: Int64) -> ZoneKind {
        guard let daylight else { return standard }
        let year = CivilTime(Timestamp(seconds: seconds), offset: standard.offset).date.year
        let begins = daylight.begins.seconds(in: year) - Int64(standard.offset)
        let ends = daylight.ends.seconds(in: year) - Int64(daylight.kind.offset)
        // South of the equator the year begins and ends in summer.
        let inSummer = begins < ends ? (begins..<ends).contains(seconds) : !(ends..<begins).contains(seconds)
        return inSummer ? daylight.kind : standard
    }
}

/// A moment that comes every year, by the local clock that is about to change.
struct YearlyMoment: Hashable, Sendable {
    enum Day: Hashable, Sendable {
        /// 1...365; the 29th of February is never counted.
        case julian(Int)
        /// 0...365; the 29th of February is counted.
        case ordinal(Int)
        /// A weekday (0 is Sunday) in a week of a month (5 is the last).
        case weekday(month: Int, week: Int, weekday: Int)
    }

    var day: Day
    /// Seconds after midnight, -167...167 hours.
    var clock: Int

    /// Seconds between 1970-01-01 and the moment, both by the local clock.
    func seconds(in year: Int) -> Int64 {
        days(in: year) * 86_400 + Int64(clock)
    }

    private func days(in year: Int) -> Int64 {
        let newYear = CivilDate(year: year, month: 1, day: 1).daysSinceEpoch
        switch day {
        case .ordinal(let ordinal):
            return newYear + Int64(ordinal)
        case .julian(let ordinal):
            let isLeap = CivilDate(year: year, month: 2, day: 29).isValid
            return newYear + Int64(ordinal - 1 + (isLeap && ordinal >= 60 ? 1 : 0))
        case .weekday(let month, let week, let weekday):
            let first = CivilDate(year: year, month: month, day: 1)
            let firstMatch = (weekday - first.weekday % 7 + 7) % 7 + 1
            var day = firstMatch + (week - 1) * 7
            while !CivilDate(year: year, month: month, day: day).isValid { day -= 7 }
            return CivilDate(year: year, month: month, day: day).daysSinceEpoch
        }
    }
}

/// A cursor over a POSIX `TZ` text.
private struct FooterCursor {
    var rest: ArraySlice<UInt8>

    mutating func skip(_ letter: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: letter) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Three or more letters, or anything between `<` and `>`.
    mutating func name() -> String? {
        if skip("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            defer { rest = rest[(end + 1)...] }
            return String(decoding: rest[..<end], as: UTF8.self)
        }
        let letters = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        guard letters.count >= 3 else { return nil }
        rest = rest.dropFirst(letters.count)
        return String(decoding: letters, as: UTF8.self)
    }

    /// Hours, and minutes and seconds where they are given, with an optional sign; in seconds.
    mutating func clock() -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        guard var seconds = number(below: 168).map({ $0 * 3_600 }) else { return nil }
        for unit in [60, 1] where skip(":") {
            guard let part = number(below: 60) else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    mutating func yearlyMoment() -> YearlyMoment? {
        guard let day = yearlyDay() else { return nil }
        guard skip("/") else { return YearlyMoment(day: day, clock: 2 * 3_600) }
        return clock().map { YearlyMoment(day: day, clock: $0) }
    }

    private mutating func yearlyDay() -> YearlyMoment.Day? {
        if skip("J") {
            return number(below: 366).flatMap { $0 > 0 ? .julian($0) : nil }
        }
        guard skip("M") else { return number(below: 366).map { .ordinal($0) } }
        guard let month = number(below: 13), month > 0, skip("."), let week = number(below: 6), week > 0, skip("."),
            let weekday = number(below: 7)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }

    private mutating func number(below limit: Int) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return number < limit ? number : nil
    }
}
