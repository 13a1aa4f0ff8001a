import Testing

@testable import Times

struct TimeZoneRulesTests {
    private func moment(_ text: String) throws -> Timestamp {
        try #require(Timestamp(rfc3339: text))
    }

    private func local(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> CivilTime {
        CivilTime(date: CivilDate(year: year, month: month, day: day), hour: hour, minute: minute)
    }

    @Test func `Berlin skips an hour in spring`() throws {
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        #expect(try berlin.rfc3339(moment("2026-03-29T00:59:59Z")) == "2026-03-29T01:59:59+01:00")
        #expect(try berlin.rfc3339(moment("2026-03-29T01:00:00Z")) == "2026-03-29T03:00:00+02:00")
        #expect(berlin.moments(showing: local(2026, 3, 29, 2, 30)).isEmpty)
        #expect(berlin.moment(showing: local(2026, 3, 29, 2, 30)).rfc3339 == "2026-03-29T01:30:00Z")
        #expect(berlin.moment(showing: local(2026, 3, 29, 2)).rfc3339 == "2026-03-29T01:00:00Z")
        #expect(berlin.abbreviation(at: try moment("2026-03-29T01:00:00Z")) == "CEST")
    }

    @Test func `Berlin shows an hour twice in autumn`() throws {
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        let both = berlin.moments(showing: local(2026, 10, 25, 2, 30)).map(\.rfc3339)
        #expect(both == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
        #expect(berlin.moment(showing: local(2026, 10, 25, 2, 30)).rfc3339 == "2026-10-25T00:30:00Z")
    }

    @Test func `the rule of the footer holds long after the last listed change`() throws {
        let berlin = try TimeZoneRules(named: "Europe/Berlin")
        // The last Sunday of March 2399 is the 28th.
        #expect(try berlin.offset(at: moment("2399-03-28T00:59:59Z")) == 3_600)
        #expect(try berlin.offset(at: moment("2399-03-28T01:00:00Z")) == 7_200)
        let sydney = try TimeZoneRules(named: "Australia/Sydney")
        #expect(try sydney.offset(at: moment("2200-01-01T00:00:00Z")) == 39_600)
        #expect(try sydney.offset(at: moment("2200-07-01T00:00:00Z")) == 36_000)
    }

    @Test func `Moscow's history`() throws {
        let moscow = try TimeZoneRules(named: "Europe/Moscow")
        let history: [(String, Int)] = [
            ("1879-12-31T00:00:00Z", 9_017), ("1900-01-01T00:00:00Z", 9_017), ("1917-01-01T00:00:00Z", 9_079),
            ("1919-06-15T00:00:00Z", 16_279), ("1921-04-01T00:00:00Z", 18_000), ("1925-01-01T00:00:00Z", 7_200),
            ("1960-01-01T00:00:00Z", 10_800), ("1985-07-01T00:00:00Z", 14_400), ("1991-07-01T00:00:00Z", 10_800),
            ("1991-12-01T00:00:00Z", 7_200), ("2010-07-01T00:00:00Z", 14_400), ("2011-01-01T00:00:00Z", 10_800),
            ("2011-03-26T23:00:00Z", 14_400), ("2014-10-25T21:59:59Z", 14_400), ("2014-10-25T22:00:00Z", 10_800),
            ("2026-12-05T19:00:00Z", 10_800), ("2300-07-01T00:00:00Z", 10_800),
        ]
        for (text, offset) in history { #expect(try moscow.offset(at: moment(text)) == offset, "\(text)") }
        #expect(try moscow.abbreviation(at: moment("2026-12-05T19:00:00Z")) == "MSK")
    }

    @Test func `Samoa left out a day`() throws {
        let apia = try TimeZoneRules(named: "Pacific/Apia")
        #expect(apia.moments(showing: local(2011, 12, 30, 12)).isEmpty)
        #expect(apia.startOfDay(CivilDate(year: 2011, month: 12, day: 30)).rfc3339 == "2011-12-30T10:00:00Z")
        #expect(apia.date(at: try moment("2011-12-30T09:59:59Z")) == CivilDate(year: 2011, month: 12, day: 29))
        #expect(apia.date(at: try moment("2011-12-30T10:00:00Z")) == CivilDate(year: 2011, month: 12, day: 31))
    }

    @Test(arguments: [
        "Europe/Berlin", "Europe/Moscow", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe", "Europe/Dublin",
    ])
    func `a moment is among those that show what it shows`(name: String) throws {
        let zone = try TimeZoneRules(named: name)
        // Every 7 h 13 min from 1900 to 2100 meets every hour of the day and both sides of each change.
        var seconds: Int64 = -2_208_988_800
        while seconds < 4_102_444_800 {
            let moment = Timestamp(seconds: seconds)
            let found = zone.moments(showing: zone.civilTime(at: moment))
            if !found.contains(moment) || found.count > 2 {
                Issue.record("\(name) at \(moment.rfc3339): \(found.map(\.rfc3339))")
                return
            }
            seconds += 25_980
        }
    }

    @Test func `offsets are zones too`() throws {
        let fixed = try TimeZoneRules(named: "+03:00")
        #expect(fixed == TimeZoneRules(offset: 10_800) && fixed.name == "+03:00")
        #expect(try fixed.rfc3339(moment("2026-12-05T19:00:00Z")) == "2026-12-05T22:00:00+03:00")
        #expect(fixed.moment(showing: local(2026, 12, 5, 22)).rfc3339 == "2026-12-05T19:00:00Z")
        #expect(try TimeZoneRules(named: "UTC") == .utc)
        #expect(try TimeZoneRules(named: "-09:30").offset(at: Timestamp(seconds: 0)) == -34_200)
    }

    @Test(arguments: ["", "Europe/", "/etc/passwd", "../../etc/passwd", "Europe/../Moscow", "Europe Moscow", "+3", "Moskau\u{0}"])
    func `a name that is none never reaches the file system`(name: String) {
        #expect(throws: TimeZoneFault.notAName(name)) { try TimeZoneRules(named: name) }
    }

    @Test func `tells what is missing from what is damaged`() throws {
        #expect(throws: TimeZoneFault.notFound("Europe/Atlantis")) { try TimeZoneRules(named: "Europe/Atlantis") }
        #expect(throws: TimeZoneFault.notFound("Europe")) { try TimeZoneRules(named: "Europe") }
        #expect(throws: TimeZoneFault.damaged("passwd")) { try TimeZoneRules(named: "passwd", directory: "/etc") }
    }

    @Test func `no cut and no changed byte of a file crashes the reader`() throws {
        let bytes = try #require(zoneFileBytes("\(TimeZoneRules.directory)/Europe/Berlin"))
        for count in 0..<bytes.count where ZoneData(tzif: Array(bytes.prefix(count))) != nil {
            Issue.record("read a file cut to \(count) bytes")
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0xFF
            if let data = ZoneData(tzif: changed) { _ = data.kind(at: 1_796_497_200) }
        }
    }

    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z", -14_400, -18_000),
        ("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", -7_200, -10_800),
        ("IST-2IDT,M3.4.4/26,M10.5.0", "2026-03-27T00:00:00Z", "2026-10-24T23:00:00Z", 10_800, 7_200),
        ("AAA0BBB,J60/0,J61/0", "2028-03-01T00:00:00Z", "2028-03-01T23:00:00Z", 3_600, 0),
        ("AAA0BBB,59/0,60/1", "2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z", 3_600, 0),
    ])
    func `POSIX rules`(rule: String, begins: String, ends: String, summer: Int, winter: Int) throws {
        let footer = try #require(ZoneFooter(posix: Array(rule.utf8)[...]))
        let (begin, end) = (try moment(begins).seconds, try moment(ends).seconds)
        #expect(footer.kind(at: begin - 1).offset == winter && footer.kind(at: begin).offset == summer)
        #expect(footer.kind(at: end - 1).offset == summer && footer.kind(at: end).offset == winter)
    }

    @Test(arguments: [
        "", "X", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-200", "<CET-1", "CET-1CEST,M3.5.0,M10.5.0x",
    ])
    func `refuses what is no POSIX rule`(rule: String) {
        #expect(ZoneFooter(posix: Array(rule.utf8)[...]) == nil)
    }
}
