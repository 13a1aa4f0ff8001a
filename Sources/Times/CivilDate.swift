/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Comparable, Sendable, BitwiseCopyable {
    package var year: Int
    /// 1...12
    package var month: Int
    /// 1...31
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// Days since 1970-01-01.
    ///
    /// The algorithm is Howard Hinnant's `days_from_civil` (chrono-compatible low-level date algorithms).
    package var daysSinceEpoch: Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era) * 146_097 + Int64(dayOfEra) - 719_468
    }

    /// The day with a number of days since 1970-01-01 (Hinnant's `civil_from_days`).
    package init(daysSinceEpoch days: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = Int(shifted - era * 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Monday is 1, Sunday is 7.
    package var weekday: Int {
        let days = daysSinceEpoch + 3
        return Int(((days % 7) + 7) % 7) + 1
    }

    /// True when month and day exist in that year.
    package var isValid: Bool {
        guard (1...12).contains(month), day >= 1 else { return false }
        return CivilDate(daysSinceEpoch: daysSinceEpoch) == self
    }
}

/// A day, a time of it, and its distance from UTC, as RFC 3339 writes them.
package struct CivilTime: Hashable, Sendable, BitwiseCopyable {
    package var date: CivilDate
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var nanoseconds: Int32
    /// Seconds east of UTC.
    package var offset: Int

    package init(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, nanoseconds: Int32 = 0, offset: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanoseconds = nanoseconds
        self.offset = offset
    }

    /// What a clock shows that is `offset` seconds east of UTC.
    package init(_ moment: Timestamp, offset: Int = 0) {
        let local = moment.seconds + Int64(offset)
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        let rest = Int(local - days * 86_400)
        self.init(
            date: CivilDate(daysSinceEpoch: days), hour: rest / 3_600, minute: rest % 3_600 / 60, second: rest % 60,
            nanoseconds: moment.nanoseconds, offset: offset)
    }

    /// The moment that is meant, by the time's own offset.
    package var timestamp: Timestamp {
        let day = date.daysSinceEpoch * 86_400
        return Timestamp(seconds: day + Int64(hour * 3_600 + minute * 60 + second - offset), nanoseconds: nanoseconds)
    }
}
