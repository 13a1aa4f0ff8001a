import Testing
import Times

@testable import Observations

/// The words of states and ages.
struct WordTests {
    @Test(
        arguments: [
            ("connected", AdminState.up, OperationalState.up), ("notconnect", .up, .down), ("disabled", .down, .down),
            ("err-disabled", .up, .errorDisabled),
            ("errdisabled", .up, .errorDisabled), ("suspended", .up, .suspended), ("monitoring", .up, .monitoring),
            ("xcvrAbsen", nil, .noTransceiver),
            ("sfpAbsent", nil, .noTransceiver), ("noOperMem", .up, .lowerLayerDown), ("channelDo", .up, .lowerLayerDown),
            ("Down", nil, .down),
            ("Down (nc)", .up, .down), ("Down (adm)", .down, .down), ("*down", .down, .down), ("^down", .up, .standby), ("up(l)", nil, .up),
            ("admin down", .down, .down), ("deleted", .down, .down), ("Not Present", nil, .notPresent),
            ("lowerlayerdown", .up, .lowerLayerDown),
            ("connected: TDR", .up, .up), ("down (SFP not present)", nil, .noTransceiver), ("UP(s)", nil, .up),
        ] as [(String, AdminState?, OperationalState?)])
    func `words of state say what they say`(word: String, admin: AdminState?, operational: OperationalState?) {
        #expect(StateWords.state(of: word) == StateWords.State(admin: admin, operational: operational))
    }

    @Test(arguments: ["", "10", "trunk", "Gi1/0/1", String(repeating: "up", count: 1_000)])
    func `other words say nothing of a state`(word: String) {
        #expect(StateWords.state(of: word) == nil)
    }

    @Test func `a port that was switched off by a fault still holds its cable, and one without a transceiver holds none`() {
        #expect(StateWords.state(of: "err-disabled")?.admin == .up)
        #expect(StateWords.state(of: "xcvrAbsen")?.operational?.hasCarrier == false)
        #expect(OperationalState.monitoring.hasCarrier)
    }

    @Test(arguments: [
        ("43w5d", 26_438_400), ("1d21h", 162_000), ("00:00:24", 24), ("246,19:10:10", 21_323_410), ("0 day, 00:01:45", 105),
        ("2week(s) 1day(s)", 1_296_000), ("37 weeks, 3 days, 5 hours, 52 minutes 18 secs", 22_657_938), ("14 minutes, 2 seconds", 842),
        ("1w5d2h31m30s", 1_045_890), ("5 days, 8:24:38", 462_278), ("12 seconds", 12), ("110", 110), ("17s", 17), ("00 secs", 0),
        ("1 year , 25 weeks", 46_656_000),
    ]) func `ages are read in every writing`(written: String, seconds: Int64) {
        #expect(Ages.period(written) == Period(seconds: seconds))
    }

    @Test(arguments: ["", "never", "--", "5 parsecs", "12:", "99999999999", "9999999999y", "1:2:3:4:5", "-5", "Jan 1"])
    func `what is no age is none`(written: String) {
        #expect(Ages.period(written) == nil)
    }

    @Test func `devices' clocks are read in their own forms`() {
        let moment = Timestamp(rfc3339: "2023-07-09T07:18:33Z")
        for written in ["jul/09/2023 07:18:33", "2023-07-09 07:18:33 UTC (23:39:35 ago)", "07:18:33  Sun Jul 9 2023"] {
            #expect(DeviceClock.moment(written) == moment, "\(written)")
        }
        #expect(DeviceClock.moment("jul/39/2023 07:18:33") == nil)
        #expect(LastChange.told(DeviceClock.moment("aug/17/1970 13:33:01")!, captured: .captured) == .unknown(.impossible))
    }
}
