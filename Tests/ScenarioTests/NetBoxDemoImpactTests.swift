import Diagnostics
import Testing

/// What the orders of real cables do to whom.
@Suite struct NetBoxDemoImpactTests {
    private static let now = "2026-12-01T09:00:00-05:00"

    @Test(arguments: ["campus", "akron"])
    func `an order of real cables is read against the import without a complaint`(order: String) throws {
        #expect(try NetBoxDemo.read(order).faults == "")
    }

    @Test func `on the campus one building stops with the panel that looks idle, and no other`() throws {
        let impacts = try Impacts(NetBoxDemo.read("campus"), now: Self.now)
        #expect(impacts.outages("butler-communications") == "S9 certain")
        #expect(impacts.outages("grinnells-lab") == "")
        #expect(impacts.outages("weaver-labs") == "")
        for elsewhere in ["akron-office", "akron-wan", "scranton-office"] { #expect(impacts.outages(elsewhere) == "") }
        #expect(impacts.racks.isSuperset(of: ["Plant 1", "R103", "R104", "IDF117"]))
        #expect(impacts.racks.isDisjoint(with: ["Plant 2", "R105"]))
    }

    @Test func `in Akron the desks stop with the last uplink and with the power, and the line to the head office with its cord`() throws {
        let impacts = try Impacts(NetBoxDemo.read("akron"), now: Self.now)
        // The last uplink moves in S3 while the other hangs; S4 and S7 make ways that nobody has seen working.
        #expect(impacts.outages("akron-office") == "S3 certain, S4 possible, S5 certain, S7 possible")
        #expect(impacts.outages("akron-wan") == "S8 certain")
        for elsewhere in ["scranton-office", "weaver-labs", "grinnells-lab"] { #expect(impacts.outages(elsewhere) == "") }
        #expect(impacts.racks == ["Comms closet@DM-Akron"])
    }
}
