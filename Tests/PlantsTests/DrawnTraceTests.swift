import PlantDrawings
import Testing

/// Cases of tracing, drawn. The drawing decides, also where NetBox's own answer is odd.
struct DrawnTraceTests {
    private func check(_ drawing: String, _ place: SourceLocation = #_sourceLocation) {
        let drawn = Drawing(drawing)
        #expect(!drawn.expected.isEmpty, "the drawing says no trace", sourceLocation: place)
        for disagreement in drawn.disagreements { Issue.record("\(disagreement)", sourceLocation: place) }
    }

    // MARK: Cords and panels

    @Test func `a cord leads from port to port, both ways`() {
        check(
            """
            [sw-1:Gi1] --C1-- [pc:eth0] complete
            > [pc:eth0] --C1-- [sw-1:Gi1] complete
            """)
    }

    @Test func `two panels are walked through`() {
        check(
            """
            [sw-1:Gi1] --C1-- [PP-1:front/7 | PP-1:rear/7] --T1-- [PP-2:rear/7 | PP-2:front/7] --C2-- [pc:eth0] complete
            > [pc:eth0] --C2-- [PP-2:front/7 | PP-2:rear/7] --T1-- [PP-1:rear/7 | PP-1:front/7] --C1-- [sw-1:Gi1] complete
            """)
    }

    @Test func `a port without a cable is open`() {
        check("[sw-1:Gi1] open")
    }

    @Test func `stops at an unpatched port`() {
        check("[sw-1:Gi1] --C1-- [PP-1:front/7 | PP-1:rear/7] --T1-- [PP-2:rear/7 | PP-2:front/7] open")
    }

    @Test func `stops at an unmapped port`() {
        check(
            """
            [sw-1:Gi1] --C1-- [PP-1:front/7] open
            [PP-1:rear/7] --T1-- [PP-2:rear/7]
            """)
    }

    @Test func `both ends of a cord may be on one device`() {
        check("[sw-1:Gi1] --C1-- [sw-1:Gi2] complete")
    }

    @Test func `cables that go round in circles end somewhere`() {
        check(
            """
            [PP-1:front/1] --C1-- [PP-2:front/1]
            [PP-1:rear/1] --C2-- [PP-2:rear/1]
            [PP-1:front/1 | PP-1:rear/1]
            [PP-2:front/1 | PP-2:rear/1]
            > [PP-1:front/1] --C1-- [PP-2:front/1 | PP-2:rear/1] --C2-- [PP-1:rear/1] open
            """)
    }

    // MARK: Several ends and parallel cables

    @Test func `a duplex way over two cables side by side shows both`() {
        check(
            """
            [sw-1:Te1] --C1-- [PP-1:front/1, PP-1:front/2 | PP-1:rear/1, PP-1:rear/2] --T1, T2-- [PP-2:rear/1, PP-2:rear/2 | PP-2:front/1, PP-2:front/2] --C2-- [sw-2:Te1] complete
            > [sw-2:Te1] --C2-- [PP-2:front/1, PP-2:front/2 | PP-2:rear/1, PP-2:rear/2] --T1, T2-- [PP-1:rear/1, PP-1:rear/2 | PP-1:front/1, PP-1:front/2] --C1-- [sw-1:Te1] complete
            """)
    }

    @Test func `a duplex way with one fibre missing is not complete`() {
        check(
            """
            [sw-1:Te1] --C1-- [PP-1:front/1, PP-1:front/2 | PP-1:rear/1, PP-1:rear/2]
            [PP-1:rear/1] --T1-- [PP-2:rear/1 | PP-2:front/1] --C2-- [sw-2:Te1]
            > [sw-1:Te1] --C1-- [PP-1:front/1, PP-1:front/2 | PP-1:rear/1, PP-1:rear/2] --T1-- [PP-2:rear/1 | PP-2:front/1] --C2-- [sw-2:Te1] open
            """)
    }

    @Test func `a breakout without a profile is one bundle`() {
        check(
            """
            [sw-1:Q1] --C1-- [srv-1:e0, srv-2:e0, srv-3:e0, srv-4:e0] complete
            > [srv-1:e0, srv-2:e0, srv-3:e0, srv-4:e0] --C1-- [sw-1:Q1] complete
            """)
    }

    @Test func `many to many without a profile is one bundle`() {
        check("[sw-1:a, sw-1:b] --C1-- [sw-2:a, sw-2:b] complete")
    }

    @Test func `a bundle that continues in part does not say which strand it is`() {
        check(
            """
            [srv-1:e0] --C1-- [PP-1:front/1 | PP-1:rear/1] --T1-- [PP-2:rear/1, PP-2:rear/2]
            [srv-2:e0] --C2-- [PP-1:front/2 | PP-1:rear/2] --T1-- [PP-2:rear/1, PP-2:rear/2]
            [PP-2:rear/1 | PP-2:front/1] --C3-- [sw-1:1]
            [PP-2:rear/2 | PP-2:front/2] --C4-- [sw-1:2]
            > [srv-1:e0] --C1-- [PP-1:front/1 | PP-1:rear/1] --T1-- [PP-2:rear/1, PP-2:rear/2 | PP-2:front/1, PP-2:front/2] --C3, C4-- [sw-1:1, sw-1:2] split
            """)
    }

    @Test func `a cable may lead to two devices at one end`() {
        check("[sw-1:Q1] --C1-- [srv-1:e0, srv-2:e0] complete")
    }

    // MARK: Profiles

    @Test func `a breakout with a profile leads each leg to its own strand`() {
        check(
            """
            [sw-1:Q1#1/1-4] --C1(breakout-1c4p-4c1p)-- [srv-1:e0#1/1, srv-2:e0#2/1, srv-3:e0#3/1, srv-4:e0#4/1] complete
            > [srv-3:e0] --C1-- [sw-1:Q1] complete
            """)
    }

    @Test func `a breakout with unused legs is complete over the others`() {
        check(
            """
            [sw-1:Q1#1/1-4] --C1(breakout-1c4p-4c1p)-- [srv-1:e0#1/1, srv-2:e0#2/1] complete
            > [srv-2:e0] --C1-- [sw-1:Q1] complete
            """)
    }

    @Test func `a breakout into a panel keeps the strands apart`() {
        check(
            """
            [sw-1:Q1#1/1-4] --C1(breakout-1c4p-4c1p)-- [PP:front/1#1/1, PP:front/2#2/1 | PP:rear/1, PP:rear/2] --T1, T2-- [srv-1:e0, srv-2:e0] complete
            > [srv-2:e0] --T2-- [PP:rear/2 | PP:front/2] --C1-- [sw-1:Q1] complete
            """)
    }

    @Test func `a trunk with a profile keeps its connectors apart`() {
        check(
            """
            [sw-1:1] --C1-- [PP-1:front/1 | PP-1:rear/1#1/1] --T(trunk-2c1p)-- [PP-2:rear/1#1/1 | PP-2:front/1] --C3-- [sw-2:1] complete
            [sw-1:2] --C2-- [PP-1:front/2 | PP-1:rear/2#2/1] --T-- [PP-2:rear/2#2/1 | PP-2:front/2] --C4-- [sw-2:2] complete
            """)
    }

    @Test func `a profile without written connectors goes by the order of the ends`() {
        check(
            """
            [sw-1:1, sw-1:2] --T(trunk-2c1p)-- [sw-2:1, sw-2:2]
            > [sw-1:2] --T-- [sw-2:2] complete
            """)
    }

    @Test func `connectors without a profile are strands all the same`() {
        check(
            """
            [sw-1:Q1#1/1-2] --C1-- [srv-1:e0#1/1, srv-2:e0#2/1] complete
            > [srv-2:e0] --C1-- [sw-1:Q1] complete
            """)
    }

    @Test func `a shuffle does not lead straight through`() {
        check(
            """
            [a:1] --A1-- [PP-1:front/1 | PP-1:rear/1@1]
            [a:3] --A3-- [PP-1:front/3 | PP-1:rear/1@3]
            [a:7] --A7-- [PP-1:front/7 | PP-1:rear/2@3]
            [PP-1:rear/1#1/1-4, PP-1:rear/2#2/1-4] --T(trunk-2c4p-shuffle)-- [PP-2:rear/1#1/1-4, PP-2:rear/2#2/1-4]
            [PP-2:rear/1@1 | PP-2:front/1] --B1-- [b:1]
            [PP-2:rear/1@3 | PP-2:front/3] --B3-- [b:3]
            [PP-2:rear/2@1 | PP-2:front/5] --B5-- [b:5]
            [PP-2:rear/2@3 | PP-2:front/7] --B7-- [b:7]
            > [a:1] --A1-- [PP-1:front/1 | PP-1:rear/1] --T-- [PP-2:rear/1 | PP-2:front/1] --B1-- [b:1] complete
            > [a:3] --A3-- [PP-1:front/3 | PP-1:rear/1] --T-- [PP-2:rear/2 | PP-2:front/5] --B5-- [b:5] complete
            > [a:7] --A7-- [PP-1:front/7 | PP-1:rear/2] --T-- [PP-2:rear/2 | PP-2:front/7] --B7-- [b:7] complete
            > [b:5] --B5-- [PP-2:front/5 | PP-2:rear/2] --T-- [PP-1:rear/1 | PP-1:front/3] --A3-- [a:3] complete
            """)
    }

    @Test func `a square shuffle turns connectors into positions`() {
        check(
            """
            [a:1] --A1-- [PP-1:front/1 | PP-1:rear/2@4]
            [PP-1:rear/1#1/1-4, PP-1:rear/2#2/1-4, PP-1:rear/3#3/1-4, PP-1:rear/4#4/1-4] --T(trunk-4c4p-shuffle)-- [PP-2:rear/1#1/1-4, PP-2:rear/2#2/1-4, PP-2:rear/3#3/1-4, PP-2:rear/4#4/1-4]
            [PP-2:rear/4@2 | PP-2:front/1] --B1-- [b:1]
            PP-2:rear/4 has 4
            > [a:1] --A1-- [PP-1:front/1 | PP-1:rear/2] --T-- [PP-2:rear/4 | PP-2:front/1] --B1-- [b:1] complete
            """)
    }

    @Test func `a shuffled breakout leads each leg where it is made to`() {
        check(
            """
            [sw:A#1/1-4, sw:B#2/1-4] --T(breakout-2c4p-8c1p-shuffle)-- [l:1#1/1, l:2#2/1, l:3#3/1, l:4#4/1, l:5#5/1, l:6#6/1, l:7#7/1, l:8#8/1]
            > [sw:A] --T-- [l:1, l:2, l:5, l:6] complete
            > [l:3] --T-- [sw:B] complete
            """)
    }

    @Test func `a shuffle of an unknown kind does not say which strand it is`() {
        check(
            """
            [a:1] --A1-- [PP-1:front/1 | PP-1:rear/1#1/1] --T(odd-shuffle)-- [b:1#1/1, b:2#2/1] split
            [PP-1:rear/2#2/1] --T-- [b:1, b:2]
            """)
    }
}
