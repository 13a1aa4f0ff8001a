import Rehearsals
import Testing

/// Impact by example.
struct ImpactTests {
    ///     [access]──uplink──[core]──[server]      uplink: proven up
    ///     [access]··old·····[core]                old: recorded long ago
    ///     [access]──cord──?
    private struct Office {
        var graph = ImpactGraph()
        let access, core, server: ImpactGraph.Device
        let uplink, old, cord, tail: ImpactGraph.Link

        init() {
            access = graph.addDevice()
            core = graph.addDevice()
            server = graph.addDevice(forwards: .never)
            uplink = graph.addLink(access, core, isProvenUp: true)
            old = graph.addLink(access, core, .possible)
            cord = graph.addLooseEnd(at: access)
            tail = graph.addLink(core, server, isProvenUp: true)
        }

        var files: ImpactService { ImpactService([ServicePath(from: [access], to: [server])]) }

        func study(_ services: [ImpactService]? = nil, after prefixes: [Touches]) -> ImpactStudy {
            ImpactStudy(of: services ?? [files], on: graph, after: prefixes)
        }
    }

    private func touches(_ fates: KeyValuePairs<ImpactGraph.Link, Touches.Fate>) -> Touches {
        var touches = Touches()
        for (link, fate) in fates { touches[link] = fate }
        return touches
    }

    @Test func `a service survives on the uplink that is left, and leans on it`() {
        let o = Office()
        let impact = o.study(after: [touches([o.old: .away, o.cord: .away])])[0, 0]
        #expect(impact.outage == .excluded && impact.basis == .survives)
        #expect(impact.leansOn == [[.device(o.access), .link(o.uplink), .device(o.core), .link(o.tail), .device(o.server)]])
        #expect(impact.isProven)
    }

    @Test func `when the last way goes, the outage is certain and the way is shown`() {
        let o = Office()
        let impact = o.study(after: [touches([o.old: .away, o.cord: .away, o.uplink: .away])])[0, 0]
        #expect(impact.outage == .certain && impact.atBest == .outage)
        #expect(impact.shownBy == [.device(o.access), .link(o.uplink), .device(o.core), .link(o.tail), .device(o.server)])
        #expect(impact.leansOn.isEmpty && !impact.isProven)
    }

    @Test func `what an expired record may hold up is possible`() {
        let o = Office()
        let impact = o.study(after: [touches([o.uplink: .away])])[0, 0]
        // In the worlds in which the old link is there, it is the only one left of two.
        #expect(impact.outage == .possible && (impact.atBest, impact.atWorst) == (.reducedRedundancy, .outage))
        #expect(impact.certainty(of: .reducedRedundancy) == .certain && impact.certainty(of: .degraded) == .possible)
    }

    @Test func `redundancy that is lost names the link that cuts from then on`() {
        var o = Office()
        let second = o.graph.addLink(o.access, o.core)
        let impact = o.study(after: [touches([o.old: .away, second: .away])])[0, 0]
        #expect(impact.outage == .excluded && (impact.atBest, impact.atWorst) == (.reducedRedundancy, .reducedRedundancy))
        #expect(impact.shownBy == [.link(o.uplink)])
    }

    @Test func `a way that is not proven up is named but proves nothing`() {
        var o = Office()
        let second = o.graph.addLink(o.access, o.core)
        let impact = o.study(after: [touches([o.uplink: .away])])[0, 0]
        #expect(impact.basis == .survives && !impact.isProven)
        #expect(impact.leansOn.first?.contains(.link(second)) == true)
    }

    @Test func `of a way that takes over only what the service did not need before is to be proven`() {
        var graph = ImpactGraph()
        let (desk, access, core, server) = (graph.addDevice(), graph.addDevice(), graph.addDevice(), graph.addDevice())
        let cord = graph.addLink(desk, access)
        let (one, other) = (graph.addLink(access, core), graph.addLink(access, core))
        let tail = graph.addLink(core, server)
        let service = ImpactService([ServicePath(from: [desk], to: [server])])
        let impact = ImpactStudy(of: [service], on: graph, after: [touches([one: .away])])[0, 0]
        #expect(
            impact.leansOn.first == [
                .device(desk), .link(cord), .device(access), .link(other), .device(core), .link(tail), .device(server),
            ])
        #expect(impact.unproven == [.link(other)] && !impact.isProven)
    }

    @Test func `a longer way that is proven up is leant on rather than a shorter one that is not`() {
        var o = Office()
        let second = o.graph.addLink(o.access, o.core)
        let detour = o.graph.addDevice()
        let first = o.graph.addLink(o.access, detour, isProvenUp: true)
        let last = o.graph.addLink(detour, o.core, isProvenUp: true)
        let impact = o.study(after: [touches([o.uplink: .away])])[0, 0]
        #expect(impact.isProven && impact.leansOn.first?.contains(.link(second)) == false)
        #expect(impact.leansOn.first?.contains(.link(first)) == true && impact.leansOn.first?.contains(.link(last)) == true)
    }

    @Test func `an unknown cord that may carry an unexplained part of the way is shown`() {
        var graph = ImpactGraph()
        let (one, other) = (graph.addDevice(), graph.addDevice())
        let (near, far) = (graph.addLooseEnd(at: one), graph.addLooseEnd(at: other))
        let service = ImpactService([ServicePath(from: [one], to: [other])])
        let impact = ImpactStudy(of: [service], on: graph, after: [touches([near: .away])])[0, 0]
        // The only way on record is over both cords, so that they must be joined if the service is up.
        #expect(impact.outage == .certain)
        #expect(impact.shownBy == [.device(one), .link(near), .link(far), .device(other)])
    }

    // MARK: What the record cannot explain

    @Test func `a service without a way on record is unexplained, and never certain`() {
        var o = Office()
        let lonely = o.graph.addDevice()
        var service = ImpactService([ServicePath(from: [lonely], to: [o.server])], places: [7])
        var quiet = touches([o.uplink: .away])
        quiet.strangePlaces = [3]
        var near = quiet
        near.strangePlaces = [3, 7]
        let study = o.study([service], after: [quiet, near, near])
        #expect(study[0, 0].outage == .unexplained && !study[0, 0].isExplained && study[0, 0].basis == nil)
        #expect(study[1, 0].outage == .possible && study[1, 0].atBest == .noImpact && study[1, 0].atWorst == .outage)
        #expect(study[2, 0].since == 1)
        #expect(study[1, 0].certainty(of: .outage) == .possible)
        service.places = []
        #expect(o.study([service], after: [near])[0, 0].outage == .unexplained)
    }

    @Test func `strange places matter to no service that the record explains`() {
        let o = Office()
        var service = o.files
        service.places = [7]
        var near = Touches()
        near.strangePlaces = [7]
        #expect(o.study([service], after: [near])[0, 0].outage == .excluded)
    }

    // MARK: What a service needs

    @Test func `a service falls with what it needs, however far down`() {
        var o = Office()
        let alone = o.graph.addDevice()
        let far = o.graph.addDevice()
        let wire = o.graph.addLink(alone, far)
        let own = ImpactService([ServicePath(from: [alone], to: [far])], needs: [1])
        let middle = ImpactService([], needs: [2])
        let study = o.study([own, middle, o.files], after: [touches([o.tail: .away]), touches([wire: .away])])
        #expect(study[0, 0].outage == .certain && study[0, 1].outage == .certain && study[0, 2].outage == .certain)
        #expect(study[0, 0].shownBy.contains(.link(o.tail)))
        #expect(study[1, 0].outage == .certain && study[1, 1].basis == .untouched && study[1, 2].basis == .untouched)
    }

    @Test func `services that need each other are one`() {
        let o = Office()
        let one = ImpactService([ServicePath(from: [o.access], to: [o.server])], needs: [1])
        let other = ImpactService([ServicePath(from: [o.core], to: [o.server])], needs: [0])
        let study = o.study([one, other], after: [touches([o.tail: .away])])
        #expect(study[0, 0].outage == .certain && study[0, 1].outage == .certain)
    }

    @Test func `a service is unexplained if anything it needs is`() {
        var o = Office()
        let lonely = o.graph.addDevice()
        let needed = ImpactService([ServicePath(from: [lonely], to: [o.server])], places: [7])
        var service = o.files
        service.needs = [1]
        var near = Touches()
        near.strangePlaces = [7]
        let study = o.study([service, needed], after: [Touches(), near])
        #expect(study[0, 0].outage == .unexplained && study[1, 0].outage == .possible)
    }

    @Test func `a service without any path is untouched by everything`() {
        let o = Office()
        let impact = o.study([ImpactService([])], after: [touches([o.tail: .away])])[0, 0]
        #expect(impact.basis == .untouched && impact.atWorst == .noImpact)
    }

    // MARK: Prefixes

    @Test func `an impact tells since which prefix it has been so`() {
        let o = Office()
        let out = touches([o.tail: .away])
        let study = o.study(after: [Touches(), out, out, Touches(), out])
        #expect((0..<5).map { study[$0, 0].since } == [0, 1, 1, 3, 4])
    }

    @Test func `what is given back is as it was`() {
        let o = Office()
        var given = touches([o.tail: .away])
        given[o.tail] = .untouched
        #expect(o.study(after: [given])[0, 0].basis == .untouched)
    }

    @Test func `a cord that is moved to another port counts as the same risk`() {
        var o = Office()
        let moved = o.graph.addLink(o.core, o.server, .absent, insteadOf: o.tail)
        let impact = o.study(after: [touches([o.tail: .away, moved: .there])])[0, 0]
        #expect(impact.outage == .excluded && impact.atWorst == .noImpact)
        #expect(impact.leansOn.first?.contains(.link(moved)) == true && impact.isProven)
    }
}
