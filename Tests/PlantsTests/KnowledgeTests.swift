import Diagnostics
import Inventories
import PlantDrawings
import Plants
import Testing
import Times

struct OccupancyTests {
    /// Occupancy of `PP:front/1` as a word.
    private func occupancy(_ remarks: String) -> String {
        let drawn = Drawing("[PP:front/1 | PP:rear/1]\n" + remarks)
        let known = drawn.plant.occupancy(of: drawn.port("PP:front/1"))
        if known.isConflicting { return "conflicting" }
        guard let value = known.value else { return "unknown" }
        return (known.isKnown ? "" : "expired ") + (value ? "occupied" : "empty")
    }

    @Test func `silence is not empty`() {
        #expect(occupancy("") == "unknown")
    }

    @Test func `only a fresh claim makes a port empty`() {
        #expect(occupancy("PP:front/1 empty (photo 10d)") == "empty")
        #expect(occupancy("PP:front/1 empty (photo 40d)") == "unknown")
        #expect(occupancy("PP:front/1 empty (nobody)") == "unknown")
        #expect(occupancy("PP:front/1 empty (hearsay 1d)") == "unknown")
    }

    @Test func `an expired claim of a cord is never empty`() {
        #expect(occupancy("PP:front/1 occupied (photo 10d)") == "occupied")
        #expect(occupancy("PP:front/1 occupied (photo 400d)") == "expired occupied")
        #expect(occupancy("PP:front/1 occupied (nobody)") == "expired occupied")
        #expect(occupancy("PP:front/1 marked") == "expired occupied")
    }

    @Test func `a cable on record counts as occupied by its own evidence`() {
        #expect(occupancy("[PP:front/1] --C1-- [sw:1]") == "occupied")
        #expect(occupancy("[PP:front/1] --C1(document 170d)-- [sw:1]") == "occupied")
        #expect(occupancy("[PP:front/1] --C1(document 400d)-- [sw:1]") == "expired occupied")
        #expect(occupancy("[PP:front/1] --C1(planned)-- [sw:1]") == "unknown")
    }

    @Test func `a cable and a fresh empty are in conflict`() {
        #expect(occupancy("[PP:front/1] --C1(document 100d)-- [sw:1]\nPP:front/1 empty (photo 1d)") == "conflicting")
        #expect(occupancy("[PP:front/1] --C1(nobody)-- [sw:1]\nPP:front/1 empty (photo 1d)") == "conflicting")
        #expect(occupancy("PP:front/1 occupied (photo 2d)\nPP:front/1 empty (photo 1d)") == "conflicting")
    }

    @Test func `an expired record is superseded by what was seen after it, and only by that`() {
        #expect(occupancy("[PP:front/1] --C1(document 400d)-- [sw:1]\nPP:front/1 empty (photo 1d)") == "empty")
        #expect(occupancy("PP:front/1 occupied (photo 31d)\nPP:front/1 empty (traced 80d)") == "conflicting")
        #expect(occupancy("PP:front/1 occupied (photo 1d)\nPP:front/1 empty (photo 400d)") == "occupied")
    }

    @Test func `the last expiry counts, and a conflict has none`() {
        let drawn = Drawing("[PP:front/1]\nPP:front/1 empty (photo 10d)\nPP:front/1 empty (photo 20d)")
        #expect(drawn.plant.occupancy(of: drawn.port("PP:front/1")).until == Drawing.now + .days(20))
    }

    @Test func `what was seen after the moment of the check is not known yet`() {
        #expect(occupancy("PP:front/1 empty (photo -3d)") == "unknown")
    }
}

struct StandingTests {
    @Test func `a cable exists as long as its evidence holds`() {
        let drawn = Drawing(
            """
            [a:1] --C1-- [b:1]
            [a:2] --C2(document 200d)-- [b:2]
            [a:3] --C3(nobody)-- [b:3]
            [a:4] --C4(planned)-- [b:4]
            [a:5] --C5-- [b:5]
            b:5 empty
            """)
        let standing = ["C1", "C2", "C3", "C4", "C5"].map { drawn.plant.exists(drawn.cable($0)) }
        #expect(standing.map(\.isKnown) == [true, false, false, true, false])
        #expect(standing.map(\.value) == [true, true, true, false, nil])
        #expect(standing[4].isConflicting)
        #expect(standing[0].until == Drawing.now + .days(179))
    }

    @Test func `evidence of somebody who is no contact is hearsay`() {
        let shelfLife = Drawing.shelfLife
        let seen = Drawing.now - .days(1)
        #expect(shelfLife.end(of: .identity, Evidence(source: .traced, seen: seen, by: nil)) != nil)
        #expect(shelfLife.end(of: .identity, Evidence(source: .traced, seen: seen, by: .contact(Ref(0)))) != nil)
        #expect(shelfLife.end(of: .identity, Evidence(source: .traced, seen: seen, by: .text("somebody"))) == nil)
        #expect(shelfLife.end(of: .identity, Evidence(source: .traced, seen: nil, by: nil)) == nil)
    }

    @Test func `panels are passive, switches are not`() {
        let drawn = Drawing("[sw:1] --C1-- [PP:front/1 | PP:rear/1]")
        #expect(drawn.plant.isPassive(drawn.device("PP")))
        #expect(!drawn.plant.isPassive(drawn.device("sw")))
    }
}
