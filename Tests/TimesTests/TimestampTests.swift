import Testing

@testable import Times

struct TimestampTests {
    @Test func `all days from 1600 to 2400 round trip, in order and with their weekdays`() throws {
        var date = CivilDate(year: 1600, month: 1, day: 1)
        var days = date.daysSinceEpoch
        // 1600-01-01 was a Saturday.
        var weekday = 6
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        while date.year <= 2400 {
            #expect(date.daysSinceEpoch == days && CivilDate(daysSinceEpoch: days) == date && date.isValid && date.weekday == weekday)
            #expect(CivilDate(iso8601: date.iso8601) == date)
            let isLeap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
            let length = date.month == 2 && isLeap ? 29 : lengths[date.month - 1]
            days += 1
            weekday = weekday % 7 + 1
            if date.day < length {
                date.day += 1
            } else if date.month < 12 {
                date = CivilDate(year: date.year, month: date.month + 1, day: 1)
            } else {
                date = CivilDate(year: date.year + 1, month: 1, day: 1)
            }
        }
        #expect(days == CivilDate(year: 2401, month: 1, day: 1).daysSinceEpoch)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00Z"),
        ("2026-12-05T22:00:00+03:00", 1_796_497_200, 0, "2026-12-05T19:00:00Z"),
        ("2026-12-05T22:00:00-00:30", 1_796_509_800, 0, "2026-12-05T22:30:00Z"),
        ("1969-12-31T23:59:59.5Z", -1, 500_000_000, "1969-12-31T23:59:59.5Z"),
        ("2009-02-13T23:31:30.000000001Z", 1_234_567_890, 1, "2009-02-13T23:31:30.000000001Z"),
        ("0001-01-01T00:00:00Z", -62_135_596_800, 0, "0001-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
        ("2000-02-29t12:00:00.120z", 951_825_600, 120_000_000, "2000-02-29T12:00:00.12Z"),
    ])
    func `reads and writes RFC 3339`(text: String, seconds: Int64, nanoseconds: Int32, written: String) throws {
        let moment = try #require(Timestamp(rfc3339: text))
        #expect(moment == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
        #expect(moment.rfc3339 == written)
    }

    @Test(arguments: [
        "", "2026-12-01", "2026-12-01T04:40Z", "2026-12-01T04:40:00", "2026-12-01 04:40:00Z", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-12-01T24:00:00Z", "2026-12-01T23:60:00Z", "2016-12-31T23:59:60Z", "2026-12-01T04:40:00.Z", "2026-12-01T04:40:00.1234567890Z",
        "2026-12-01T04:40:00+3:00", "2026-12-01T04:40:00+24:00", "2026-12-01T04:40:00Z ", "２026-12-01T04:40:00Z", "26-12-01T04:40:00Z",
        "2026-1-01T04:40:00Z", "-026-12-01T04:40:00Z", "2026-12-00T04:40:00Z", "2026-12-01T04:40:00Zz",
    ])
    func `refuses what is not RFC 3339`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func `keeps how exactly a moment was written`() throws {
        let day = try #require(WrittenMoment("2026-11-01"))
        #expect(day.precision == .day && day.moment.rfc3339 == "2026-11-01T00:00:00Z")
        let minute = try #require(WrittenMoment("2026-12-01T04:40Z"))
        #expect(minute.precision == .minute && minute.moment.rfc3339 == "2026-12-01T04:40:00Z")
        let local = try #require(WrittenMoment("2026-12-01T04:40+03:00"))
        #expect(local.moment.rfc3339 == "2026-12-01T01:40:00Z")
        #expect(WrittenMoment("2026-12-01T04:40:01Z")?.precision == .second)
        #expect(Precision.day < .minute && Precision.minute < .second)
        for text in ["yesterday", "2026-11", "2026-11-31", "2026-11-01T04Z", "2026-11-01T04:40"] { #expect(WrittenMoment(text) == nil) }
    }

    @Test func `writes a moment as the clock of an offset shows it`() {
        let moment = Timestamp(seconds: 1_796_497_200)
        #expect(moment.rfc3339(offset: 10_800) == "2026-12-05T22:00:00+03:00")
        #expect(moment.rfc3339(offset: -34_200) == "2026-12-05T09:30:00-09:30")
        // Moscow's local mean time had seconds; what is written must still be the same moment.
        #expect(Timestamp(rfc3339: moment.rfc3339(offset: 9_017)) == moment)
    }

    @Test(arguments: [("PT15M", 900), ("P180D", 15_552_000), ("P1DT12H", 129_600), ("P2W", 1_209_600), ("PT1H30M5S", 5_405), ("PT0S", 0)])
    func `reads periods of a known length`(text: String, seconds: Int64) {
        #expect(Period(iso8601: text)?.seconds == seconds)
        #expect(Period(iso8601: Period(seconds: seconds).iso8601)?.seconds == seconds)
    }

    @Test(arguments: ["P1M", "P1Y", "P", "PT", "P1", "1D", "PT5M3H", "P1.5D", "P-1D", "PT15m", "P1DT", "P1234567890D"])
    func `refuses periods whose length is not known`(text: String) {
        #expect(Period(iso8601: text) == nil)
    }
}
