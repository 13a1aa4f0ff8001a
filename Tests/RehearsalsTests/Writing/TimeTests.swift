import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

/// When steps are done, and which hours they meet.
struct TimeTests {
    private static let plant = """
        sites: [{name: hq}, {name: depot}]
        racks: [{name: R1, site: hq, owner: it}, {name: R9, site: depot, owner: it}]
        devices:
          - {name: sw-1, rack: R1, position: 20, role: access-switch, interfaces: [{name: "Gi[1-4]", type: 1000base-t}]}
          - {name: sw-9, rack: R9, position: 20, role: access-switch, interfaces: [{name: "Gi[1-4]", type: 1000base-t}]}

        """

    private static let window = "windows: [{id: N1, from: 2026-12-05T22:00:00+03:00, to: 2026-12-06T02:00:00+03:00}]"

    private static func looking(_ steps: String..., client: String = "", head: String = window) -> Rehearsed {
        let lines = steps.enumerated().map { "- {id: S\($0 + 1), do: inspect, device: sw-1\($1)}" }
        return Rehearsed(client: client, plant, head: head, steps: lines.joined(separator: "\n"))
    }

    private static func moment(_ text: String) -> Timestamp? { Timestamp(rfc3339: text) }

    @Test func `steps follow each other in their window`() throws {
        let order = Self.looking(", takes: PT10M", ", takes: PT1H", ", takes: PT5M")
        try order.requireClean()
        #expect(try order.step("S2").starts == Self.moment("2026-12-05T22:10:00+03:00"))
        #expect(try order.step("S2").ends == Self.moment("2026-12-05T23:10:00+03:00"))
        #expect(try order.step("S3").ends == Self.moment("2026-12-05T23:15:00+03:00"))
        #expect(order.facts.order.takes == .minutes(75))
    }

    @Test func `after a step that says nothing of its length nobody knows the time`() throws {
        let order = Self.looking(", takes: PT10M", "", ", takes: PT5M")
        #expect(try order.step("S2").starts == Self.moment("2026-12-05T22:10:00+03:00"))
        #expect(try order.step("S2").ends == nil)
        #expect(try order.step("S3").starts == nil)
        #expect(order.facts.order.takes == nil)
        #expect(order.gaps.contains("no-duration S2"))
    }

    @Test func `without a window there are no times`() throws {
        let order = Self.looking(", takes: PT10M", head: "")
        #expect(try order.step("S1").starts == nil)
        #expect(order.gaps.contains("no-window CO-1"))
    }

    @Test func `a step that names a window is done in it, and one that does not fit moves on`() throws {
        let two =
            "windows:\n  - {id: N1, from: 2026-12-05T22:00:00Z, to: 2026-12-05T23:00:00Z}\n"
            + "  - {id: N2, from: 2026-12-06T22:00:00Z, to: 2026-12-06T23:00:00Z}"
        let named = Self.looking(", takes: PT10M, window: N2", ", takes: PT10M", head: two)
        #expect(try named.step("S1").starts == Self.moment("2026-12-06T22:00:00Z"))
        #expect(try named.step("S2").starts == Self.moment("2026-12-06T22:10:00Z"))
        let full = Self.looking(", takes: PT40M", ", takes: PT40M", head: two)
        #expect(try full.step("S2").starts == Self.moment("2026-12-06T22:00:00Z"))
    }

    // MARK: Calendar

    private func met(_ order: Rehearsed, _ step: String = "S1") throws -> [String] {
        order.facts[try order.step(step).calendar].map { order.facts.calendar[Int($0.index)].kind.text }
    }

    @Test func `a blackout is met when it overlaps the step`() throws {
        func calendar(_ from: String, _ to: String) -> String { "calendar: [{blackout: {from: \(from), to: \(to)}, reason: inventory}]\n" }
        #expect(try met(Self.looking(", takes: PT1H", client: calendar("2026-12-05T22:30:00+03:00", "2026-12-07"))) == ["blackout"])
        #expect(try met(Self.looking(", takes: PT1H", client: calendar("2026-12-05T23:00:00+03:00", "2026-12-07"))) == [])
        #expect(try met(Self.looking("", client: calendar("2026-12-05T23:00:00+03:00", "2026-12-07"))) == ["blackout"], "the whole window")
    }

    @Test func `hours hold over what they name`() throws {
        let hours = "calendar: [{allowed: \"Mo-Su 00:00-06:00\", over: {site: hq}, reason: nights}]\n"
        #expect(try met(Self.looking(", takes: PT1H", client: hours)) == ["outside-allowed"])
        let elsewhere = Rehearsed(
            client: hours.replacing("site: hq", with: "site: depot"), Self.plant, head: Self.window,
            steps: "- {id: S1, do: inspect, device: sw-1, takes: PT1H}")
        #expect(try met(elsewhere) == [])
        let inside = Self.looking(
            ", takes: PT1H", client: hours, head: Self.window.replacing("2026-12-05T22:00:00", with: "2026-12-06T00:00:00"))
        #expect(try met(inside) == [])
    }

    @Test func `hours of several entries add up`() throws {
        let hours =
            "calendar:\n  - {allowed: \"Mo-Su 00:00-06:00\", reason: nights}\n  - {allowed: \"Sa 21:00-24:00\", reason: Saturdays}\n"
        #expect(try met(Self.looking(", takes: PT3H", client: hours)) == [])
        #expect(try met(Self.looking(", takes: PT3H", client: hours.replacing("21:00", with: "23:00"))) == ["outside-allowed"])
    }

    /// What a step meets that is done in Berlin, where clocks are changed on 2026-10-25 and on 2027-03-28.
    private func metInBerlin(_ calendar: String, from: String, takes: String) throws -> [String] {
        let head = "windows: [{id: N1, from: \(from), to: 2027-12-31T00:00:00Z}]"
        let order = Rehearsed(
            client: "calendar: [\(calendar)]\n", Self.plant, head: head, steps: "- {id: S1, do: inspect, device: sw-1, takes: \(takes)}",
            timezone: "Europe/Berlin")
        try order.requireClean()
        return try met(order)
    }

    @Test func `a night in which clocks are changed is as long as it really is`() throws {
        let nights = "{allowed: \"Mo-Su 00:00-03:00\", reason: nights}"
        let (spring, autumn) = ("2027-03-28T00:00:00+01:00", "2026-10-25T00:00:00+02:00")
        #expect(try metInBerlin(nights, from: spring, takes: "PT2H") == [])
        #expect(try metInBerlin(nights, from: spring, takes: "PT2H1S") == ["outside-allowed"])
        #expect(try metInBerlin(nights, from: autumn, takes: "PT4H") == [])
        #expect(try metInBerlin(nights, from: autumn, takes: "PT4H1S") == ["outside-allowed"])
        // The hour that comes twice is allowed both times, and the one that is left out is nowhere.
        let hour = "{allowed: \"Mo-Su 02:00-03:00\", reason: one hour}"
        #expect(try metInBerlin(hour, from: "2026-10-25T02:00:00+02:00", takes: "PT2H") == [])
        #expect(try metInBerlin(hour, from: "2027-03-28T01:59:00+01:00", takes: "PT2M") == ["outside-allowed"])
    }

    @Test func `a day in which clocks are changed is closed from its midnight to the next`() throws {
        let spring = "{blackout: {from: 2027-03-28, to: 2027-03-28}, reason: spring}"
        #expect(try metInBerlin(spring, from: "2027-03-27T22:30:00Z", takes: "PT30M") == [])
        #expect(try metInBerlin(spring, from: "2027-03-27T22:30:00Z", takes: "PT30M1S") == ["blackout"])
        #expect(try metInBerlin(spring, from: "2027-03-28T21:59:59Z", takes: "PT1H") == ["blackout"])
        #expect(try metInBerlin(spring, from: "2027-03-28T22:00:00Z", takes: "PT1H") == [])
        let autumn = "{blackout: {from: 2026-10-25, to: 2026-10-25}, reason: autumn}"
        #expect(try metInBerlin(autumn, from: "2026-10-25T22:59:59Z", takes: "PT1H") == ["blackout"])
        #expect(try metInBerlin(autumn, from: "2026-10-25T23:00:00Z", takes: "PT1H") == [])
    }

    // MARK: Knowledge

    @Test func `knowledge ends with the first that expires of what is touched`() throws {
        let cable = "cables: [{id: C-1, a: \"sw-1:Gi1\", b: \"sw-9:Gi1\", evidence: {source: lldp, seen: 2026-11-20, by: ivanov}}]\n"
        let order = Rehearsed(Self.plant + cable, head: Self.window, steps: "- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}")
        try order.requireClean()
        let ends = try #require(try order.step("S1").knowledgeEnds)
        #expect(ends == Self.moment("2026-12-20T00:00:00+03:00"))
        let goodUntil = try #require(order.facts.goodUntil)
        #expect(goodUntil <= ends)
        #expect(try Self.looking("").step("S1").knowledgeEnds == nil, "owners by place do not expire")
    }

    @Test func `the facts are good until what is written of the state of a way expires`() throws {
        let order = ImpactRowTests.rehearse(
            ImpactRowTests.two + "\nstate: [{what: {port: \"sw-1:Gi2\"}, is: up, since: 2026-12-01T11:55:00Z, by: ivanov}]\n",
            ImpactRowTests.outAndBack)
        try order.requireClean()
        #expect(order.facts.goodUntil == Self.moment("2026-12-01T12:10:00Z"))
    }
}
