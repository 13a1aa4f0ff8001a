import PlantDrawings
import Plants
import Testing

/// Panels of many positions, circuits, planned and contested cables, ends that nobody knows; drawn.
struct DrawnPanelTests {
    private func check(_ drawing: String, _ place: SourceLocation = #_sourceLocation) {
        let drawn = Drawing(drawing)
        #expect(!drawn.expected.isEmpty, "the drawing says no trace", sourceLocation: place)
        for disagreement in drawn.disagreements { Issue.record("\(disagreement)", sourceLocation: place) }
    }

    /// Two panels whose rear ports hold 48 positions, joined by one trunk, with four services over it.
    private static let trunk48 = """
        [sw-1:1] --A1-- [PP-1:front/1 | PP-1:rear/1@1] --T-- [PP-2:rear/1@1 | PP-2:front/1] --B1-- [sw-2:1]
        [sw-1:2] --A2-- [PP-1:front/2 | PP-1:rear/1@2] --T-- [PP-2:rear/1@2 | PP-2:front/2] --B2-- [sw-2:2]
        [sw-1:3] --A3-- [PP-1:front/3 | PP-1:rear/1@3] --T-- [PP-2:rear/1@3 | PP-2:front/3] --B3-- [sw-2:3]
        [sw-1:4] --A4-- [PP-1:front/48 | PP-1:rear/1@48] --T-- [PP-2:rear/1@48 | PP-2:front/48] --B4-- [sw-2:4]
        """

    // MARK: Positions

    @Test func `a rear port with 48 positions comes out at the strand where it went in`() {
        check(
            Self.trunk48 + """

                > [sw-1:2] --A2-- [PP-1:front/2 | PP-1:rear/1] --T-- [PP-2:rear/1 | PP-2:front/2] --B2-- [sw-2:2] complete
                > [sw-2:4] --B4-- [PP-2:front/48 | PP-2:rear/1] --T-- [PP-1:rear/1 | PP-1:front/48] --A4-- [sw-1:4] complete
                """)
    }

    @Test func `a trunk of 48 positions with four services has eight traces`() {
        let drawn = Drawing(Self.trunk48)
        #expect(drawn.traces(from: "PP-1:rear/1").count == 8)
        #expect(drawn.traces(from: "PP-2:rear/1") == drawn.traces(from: "PP-1:rear/1"))
        #expect(
            drawn.traces(from: "PP-2:front/3") == [
                "[sw-1:3] --A3-- [PP-1:front/3 | PP-1:rear/1] --T-- [PP-2:rear/1 | PP-2:front/3] --B3-- [sw-2:3] complete",
                "[sw-2:3] --B3-- [PP-2:front/3 | PP-2:rear/1] --T-- [PP-1:rear/1 | PP-1:front/3] --A3-- [sw-1:3] complete",
            ])
    }

    @Test func `positions are stacked where a trunk runs through another`() {
        check(
            """
            [a:1] --C1-- [P1:front/1 | P1:rear/1@2] --T1-- [P2:front/1 | P2:rear/1@3] --T2-- [P3:rear/1@3 | P3:front/1] --T3-- [P4:rear/1@2 | P4:front/1] --C2-- [b:1] complete
            > [b:1] --C2-- [P4:front/1 | P4:rear/1] --T3-- [P3:front/1 | P3:rear/1] --T2-- [P2:rear/1 | P2:front/1] --T1-- [P1:rear/1 | P1:front/1] --C1-- [a:1] complete
            P1:rear/1 has 4
            P4:rear/1 has 4
            """)
    }

    @Test func `a panel of one position in between keeps the strand`() {
        check(
            """
            [a:1] --C1-- [P1:front/1 | P1:rear/1@2] --T1-- [P2:rear/1 | P2:front/1] --T2-- [P3:rear/1@2 | P3:front/1] --C2-- [b:1] complete
            """)
    }

    @Test func `a rear port of several positions cabled straight splits from one side only`() {
        check(
            """
            [a:1] --C1-- [P1:front/1 | P1:rear/1@1] --T-- [b:1] complete
            [a:2] --C2-- [P1:front/2 | P1:rear/1@2] --T-- [b:1] complete
            > [b:1] --T-- [P1:rear/1] split
            """)
    }

    @Test func `a rear port of several positions with nothing behind it is open`() {
        check(
            """
            [b:1] --T-- [P1:rear/1] open
            [P1:front/1, P1:front/2 | P1:rear/1]
            """)
    }

    @Test func `a front port with several rear ports leads over all of them`() {
        check(
            """
            [a:1] --C1-- [P1:front/1 | P1:rear/1, P1:rear/2] --T1, T2-- [P2:rear/1, P2:rear/2 | P2:front/1] --C2-- [b:1] complete
            > [b:1] --C2-- [P2:front/1 | P2:rear/1, P2:rear/2] --T1, T2-- [P1:rear/1, P1:rear/2 | P1:front/1] --C1-- [a:1] complete
            """)
    }

    @Test func `a whole multi-fibre port leads to its one partner`() {
        check(
            """
            [a:Q1] --C1-- [P1:front/1@1 | P1:rear/1@1] --T-- [P2:rear/1@1 | P2:front/1@1] --C2-- [b:Q1] complete
            [P1:front/1@2 | P1:rear/1@2]
            [P2:front/1@2 | P2:rear/1@2]
            """)
    }

    // MARK: Ends that nobody knows

    @Test func `a cable with an unknown side leads nowhere that is known`() {
        check(
            """
            [PP-1:front/12] --C1-- [?]
            [sw-1:1] --C2-- [?] unknown
            > [PP-1:front/12] --C1-- [?] unknown
            """)
    }

    @Test func `an occupied port without a cable is unknown, not open`() {
        check(
            """
            [sw-1:1] unknown
            sw-1:1 occupied
            [sw-1:2] --C1-- [PP-1:front/2 | PP-1:rear/2] unknown
            PP-1:rear/2 occupied (photo 400d)
            [sw-1:3] unknown
            sw-1:3 marked
            """)
    }

    @Test func `a trunk between rear ports with nothing behind has a way of its own`() {
        check(
            """
            [PP-1:front/1 | PP-1:rear/1] --T-- [PP-2:rear/1 | PP-2:front/1]
            > [PP-1:rear/1] --T-- [PP-2:rear/1 | PP-2:front/1] open
            """)
    }

    // MARK: Contested and planned

    @Test func `a port with two cables has a trace for each`() {
        let drawn = Drawing(
            """
            [sw-1:1] --C1-- [a:1]
            [sw-1:1] --C2(document 10d)-- [b:1]
            """)
        #expect(drawn.traces(from: "sw-1:1") == ["[sw-1:1] --C1-- [a:1] complete", "[sw-1:1] --C2-- [b:1] complete"])
    }

    @Test func `a way through a port with two cables is split`() {
        check(
            """
            [sw-1:1] --C1-- [PP:front/1 | PP:rear/1] --C2-- [a:1]
            [PP:rear/1] --C3(document 10d)-- [b:1]
            > [sw-1:1] --C1-- [PP:front/1 | PP:rear/1] --C2, C3-- [a:1, b:1] split
            """)
    }

    @Test func `a planned cable gives way to the one that is there`() {
        let drawn = Drawing(
            """
            [sw-1:1] --C1-- [a:1]
            [sw-1:1] --C2(planned)-- [b:1]
            [sw-1:2] --C3(planned)-- [b:2]
            """)
        #expect(drawn.traces(from: "sw-1:1") == ["[sw-1:1] --C1-- [a:1] complete"])
        #expect(drawn.traces(from: "sw-1:2") == ["[sw-1:2] --C3-- [b:2] complete"])
        #expect(drawn.plant.traces(from: drawn.port("sw-1:2"))[0].isPlanned)
        #expect(!drawn.plant.traces(from: drawn.port("sw-1:1"))[0].isPlanned)
    }

    @Test func `a cable to nowhere says nothing beside one that leads somewhere`() {
        let drawn = Drawing(
            """
            [sw-1:1] --C1-- [a:1]
            [sw-1:1] --C2-- [?]
            """)
        #expect(drawn.traces(from: "sw-1:1") == ["[sw-1:1] --C1-- [a:1] complete"])
        #expect(!drawn.plant.isContested(drawn.port("sw-1:1")))
    }

    // MARK: Circuits

    @Test func `a circuit is walked through from side to side`() {
        check(
            """
            [r1:0] --C1-- [circuit:L1/A | circuit:L1/Z] --C2-- [r2:0] complete
            > [r2:0] --C2-- [circuit:L1/Z | circuit:L1/A] --C1-- [r1:0] complete
            """)
    }

    @Test func `a circuit into a provider network is complete`() {
        check("[r1:0] --C1-- [circuit:L1/A | circuit:L1/Z] ~~ [network:WAN] complete")
    }

    @Test func `circuits in a row are traced through all of them`() {
        check(
            """
            [r1:0] --C1-- [circuit:L1/A | circuit:L1/Z] --C2-- [circuit:L2/A | circuit:L2/Z] --C3-- [r2:0] complete
            > [r2:0] --C3-- [circuit:L2/Z | circuit:L2/A] --C2-- [circuit:L1/Z | circuit:L1/A] --C1-- [r1:0] complete
            """)
    }

    @Test func `a circuit with one side is open`() {
        check("[r1:0] --C1-- [circuit:L1/Z] open")
    }

    @Test func `a circuit without a cable on its far side is open there`() {
        check("[r1:0] --C1-- [circuit:L1/A | circuit:L1/Z] open")
    }

    @Test func `a circuit between panels keeps the strand`() {
        check(
            """
            [a:1] --C1-- [P1:front/3 | P1:rear/1@3] --T1-- [circuit:F/A | circuit:F/Z] --T2-- [P2:rear/1@3 | P2:front/3] --C2-- [b:1] complete
            > [b:1] --C2-- [P2:front/3 | P2:rear/1] --T2-- [circuit:F/Z | circuit:F/A] --T1-- [P1:rear/1 | P1:front/3] --C1-- [a:1] complete
            """)
    }

    // MARK: What a trace does not cross

    @Test func `power stops at the outlet`() {
        check(
            """
            [srv:power/1] --P1-- [pdu:outlet/3] complete
            [pdu:power/in] --P2-- [feed:F1] complete
            > [pdu:outlet/3] --P1-- [srv:power/1] complete
            """)
    }

    @Test func `a console cord leads to its server`() {
        check("[sw-1:console/0] --C1-- [ts-1:server/4] complete")
    }
}
