import Rehearsals
import Testing

/// What impact need not look at twice, or at all.
struct LikenessTests {
    ///     [desk]──┐
    ///     [desk]──[access]──uplink──[core]
    ///     [desk]──┘   └┄┄┄old┄┄┄┄┄┄┄┘
    private struct Floor {
        var graph = ImpactGraph()
        var desks: [ImpactGraph.Device] = []
        var drops: [ImpactGraph.Link] = []
        let core: ImpactGraph.Device
        let uplink, old, cord: ImpactGraph.Link

        init(desks count: Int) {
            let access = graph.addDevice()
            core = graph.addDevice()
            uplink = graph.addLink(access, core)
            old = graph.addLink(access, core, .possible)
            cord = graph.addLooseEnd(at: access)
            for _ in 0..<count {
                let desk = graph.addDevice(forwards: .never)
                desks.append(desk)
                drops.append(graph.addLink(desk, access))
            }
        }

        /// Another floor, which loose ends alone could join to this one.
        mutating func addFarFloor() {
            let (access, core) = (graph.addDevice(), graph.addDevice())
            graph.addLink(access, core)
            for device in [access, access, core] { graph.addLooseEnd(at: device) }
        }

        func impact(after fates: KeyValuePairs<ImpactGraph.Link, Touches.Fate>) -> ServiceImpact {
            var touches = Touches()
            for (link, fate) in fates { touches[link] = fate }
            return ImpactStudy(of: [ImpactService([ServicePath(from: desks, to: [core])])], on: graph, after: [touches])[0, 0]
        }
    }

    @Test func `many desks on one switch fare as one of them does`() {
        let (one, many) = (Floor(desks: 1), Floor(desks: 24))
        #expect(many.impact(after: [many.old: .away]) == one.impact(after: [one.old: .away]))
        #expect(many.impact(after: [many.old: .away, many.cord: .away]) == one.impact(after: [one.old: .away, one.cord: .away]))
        #expect(many.impact(after: [many.uplink: .perhaps]) == one.impact(after: [one.uplink: .perhaps]))
        #expect(many.impact(after: [many.uplink: .perhaps]).outage == .possible)
    }

    @Test(arguments: [0, 1, 23]) func `a desk whose own link is taken away is seen among the others`(place: Int) {
        let floor = Floor(desks: 24)
        let impact = floor.impact(after: [floor.drops[place]: .away])
        #expect(impact.outage == .certain)
        #expect(impact.shownBy.contains(.link(floor.drops[place])))
    }

    @Test func `a floor that only loose ends could join changes nothing`() {
        let alone = Floor(desks: 2)
        var beside = alone
        beside.addFarFloor()
        for fates in [[alone.old: .away], [alone.uplink: .away], [alone.cord: .perhaps], [alone.uplink: .perhaps, alone.cord: .away]]
            as [KeyValuePairs<ImpactGraph.Link, Touches.Fate>]
        {
            #expect(alone.impact(after: fates) == beside.impact(after: fates))
        }
    }
}
