import Testing

@testable import Times

struct OpeningHoursTests {
    private let moscow = TimeZoneRules(offset: 10_800)

    private func moment(_ text: String) throws -> Timestamp {
        try #require(Timestamp(toTheMinute: text))
    }

    /// The open minutes of the week that begins on Monday 2026-11-30, as `Mo 08:00-20:00` lines.
    private func week(_ text: String) throws -> [String] {
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
        let monday = Timestamp(seconds: CivilDate(year: 2026, month: 11, day: 30).daysSinceEpoch * 86_400)
        let hours = try OpeningHours(text)
        return hours.intervals(in: Interval(from: monday, to: monday + .days(7)), zone: .utc).map { open in
            let ends = [open.from, open.to].map { moment in
                let time = CivilTime(moment)
                return "\(names[time.date.weekday - 1]) \(twoDigits(time.hour)):\(twoDigits(time.minute))"
            }
            return ends.joined(separator: " – ")
        }
    }

    @Test func `rules of days and times`() throws {
        #expect(try week("24/7") == ["Mo 00:00 – Mo 00:00"])
        #expect(try week("Mo-Su") == ["Mo 00:00 – Mo 00:00"])
        #expect(try week("Sa,Mo 08:00-20:00") == ["Mo 08:00 – Mo 20:00", "Sa 08:00 – Sa 20:00"])
        #expect(try week("Sa-Mo 10:00-11:00") == ["Mo 10:00 – Mo 11:00", "Sa 10:00 – Sa 11:00", "Su 10:00 – Su 11:00"])
        #expect(try week("Tu 08:00-12:00, 13:00-17:00") == ["Tu 08:00 – Tu 12:00", "Tu 13:00 – Tu 17:00"])
        #expect(try week("Mo-Su 00:00-06:00; Tu-Sa off") == ["Mo 00:00 – Mo 06:00", "Su 00:00 – Su 06:00"])
        #expect(try week("Mo-We 09:00-17:00; Tu 10:00-12:00") == ["Mo 09:00 – Mo 17:00", "Tu 10:00 – Tu 12:00", "We 09:00 – We 17:00"])
        #expect(try week("Mo 09:00-17:00, Mo 20:00-21:00") == ["Mo 09:00 – Mo 17:00", "Mo 20:00 – Mo 21:00"])
        #expect(try week("We 00:00-24:00") == ["We 00:00 – Th 00:00"])
        #expect(try week("Mo-We 8:00-9:00 open; Tu closed") == ["Mo 08:00 – Mo 09:00", "We 08:00 – We 09:00"])
        #expect(try week("24/7; Mo-Sa off") == ["Su 00:00 – Mo 00:00"])
        #expect(try week("off").isEmpty)
    }

    @Test func `hours past midnight belong to the day on which they begin`() throws {
        #expect(try week("Fr 22:00-04:00; Sa off") == ["Fr 22:00 – Sa 04:00"])
        #expect(try week("Su 22:00-02:00") == ["Mo 00:00 – Mo 02:00", "Su 22:00 – Mo 00:00"])
        #expect(try week("Fr 22:00-26:00") == ["Fr 22:00 – Sa 02:00"])
        #expect(try week("Fr 22:00-04:00; Sa 01:00-02:00 off") == ["Fr 22:00 – Sa 01:00", "Sa 02:00 – Sa 04:00"])
        #expect(try week("Su 22:00-04:00; Mo 01:00-02:00 off") == ["Mo 00:00 – Mo 01:00", "Mo 02:00 – Mo 04:00", "Su 22:00 – Mo 00:00"])
        #expect(try week("Mo-Su 12:00-12:00") == ["Mo 00:00 – Mo 00:00"])
    }

    @Test(arguments: [
        ("", OpeningHours.Fault.Kind.empty, 0..<0), ("  ", .empty, 0..<2), ("Mo-Fr 08:00-20:00; PH off", .holidays, 19..<21),
        ("Mo-Fr 08:00-", .openEnd, 6..<12), ("Mon-Fri 08:00-20:00", .unknownWord, 0..<7), ("Mo-Fr 25:00-26:00", .noSuchTime, 6..<11),
        ("Mo-Fr 08:70-09:00", .noSuchTime, 6..<11), ("Mo-Fr 10:00+", .openEnd, 6..<11), ("Jan-Mar 08:00-20:00", .unsupported, 0..<7),
        ("sunrise-sunset", .unsupported, 0..<14), ("Mo-Fr 08:00-20:00 \"by appointment\"", .unsupported, 18..<21),
        ("Mo-Fr 08:00-20:00 || off", .unsupported, 18..<20), ("Mo-", .cutShort, 3..<3),
        ("Mo-Fr 8-20", .noSuchTime, 6..<7),
        ("Пн-Пт 08:00-20:00", .unknownWord, 0..<9), ("Mo 08:00-20:00 Tu", .unknownWord, 15..<17), ("; Mo", .unknownWord, 0..<1),
    ])
    func `says what cannot be read and where`(text: String, kind: OpeningHours.Fault.Kind, range: Range<Int>) {
        do {
            let hours = try OpeningHours(text)
            Issue.record("read \(text) as \(hours.spans)")
        } catch {
            #expect(error.kind == kind && error.range == range, "\(error)")
            #expect(error.found.utf8.count == range.count && error.english != error.russian)
        }
    }

    @Test func `contains, by the clock of the zone`() throws {
        let hours = try OpeningHours("Mo-Fr 08:00-20:00")
        // Thursday in Moscow.
        #expect(try hours.contains(moment("2026-12-03T05:00Z"), in: moscow))
        #expect(try !hours.contains(moment("2026-12-03T04:59Z"), in: moscow))
        #expect(try hours.contains(moment("2026-12-03T16:59Z"), in: moscow))
        #expect(try !hours.contains(moment("2026-12-03T17:00Z"), in: moscow))
        #expect(try !hours.contains(moment("2026-12-05T10:00Z"), in: moscow))
    }

    @Test func `a window's open and closed parts`() throws {
        let hours = try OpeningHours("Mo-Su 00:00-06:00; Su off")
        let window = Interval(from: try moment("2026-12-05T19:00Z"), to: try moment("2026-12-06T23:00Z"))
        // Saturday 22:00 to Monday 02:00 in Moscow: Sunday is off, Monday opens at midnight.
        #expect(hours.intervals(in: window, zone: moscow).map(\.from.rfc3339) == ["2026-12-06T21:00:00Z"])
        #expect(hours.gaps(in: window, zone: moscow) == [Interval(from: window.from, to: try moment("2026-12-06T21:00Z"))])
        #expect(!hours.covers(window, in: moscow))
        let night = Interval(from: try moment("2026-12-06T21:00Z"), to: try moment("2026-12-07T03:00Z"))
        #expect(hours.covers(night, in: moscow))
        #expect(hours.gaps(in: night, zone: moscow).isEmpty)
    }

    @Test func `the next opening`() throws {
        let hours = try OpeningHours("We 10:00-11:00")
        #expect(try hours.nextOpening(from: moment("2026-12-02T07:30Z"), in: moscow)?.rfc3339 == "2026-12-02T07:30:00Z")
        #expect(try hours.nextOpening(from: moment("2026-12-02T08:00Z"), in: moscow)?.rfc3339 == "2026-12-09T07:00:00Z")
        #expect(try OpeningHours("off").nextOpening(from: moment("2026-12-02T08:00Z"), in: moscow) == nil)
    }

    @Test func `hours follow the clock when it changes`() throws {
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        let hours = try OpeningHours("Su 01:00-04:00")
        let spring = Interval(from: try moment("2026-03-29T00:00Z"), to: try moment("2026-03-29T12:00Z"))
        #expect(hours.intervals(in: spring, zone: berlin).map(\.length) == [.hours(2)])
        let autumn = Interval(from: try moment("2026-10-24T12:00Z"), to: try moment("2026-10-25T12:00Z"))
        #expect(hours.intervals(in: autumn, zone: berlin).map(\.length) == [.hours(4)])
        // An opening that the clock skips does not happen.
        let skipped = try OpeningHours("Su 02:00-03:00")
        #expect(skipped.intervals(in: spring, zone: berlin).map(\.length) == [])
    }

    @Test func `contains agrees with the open intervals at every minute`() throws {
        let texts = ["Mo-Fr 08:00-12:00,13:00-17:30; We off", "Mo-Su 22:00-04:00; Sa off", "Su 23:00-01:00; Mo 00:30-00:45 off", "24/7"]
        let window = Interval(from: try moment("2026-11-30T00:00Z"), to: try moment("2026-12-08T00:00Z"))
        for text in texts {
            let hours = try OpeningHours(text)
            let open = hours.intervals(in: window, zone: moscow)
            var at = window.from
            while at < window.to {
                if hours.contains(at, in: moscow) != open.contains(where: { $0.contains(at) }) {
                    Issue.record("\(text) at \(at.rfc3339)")
                }
                at = at + .minutes(7)
            }
        }
    }
}
