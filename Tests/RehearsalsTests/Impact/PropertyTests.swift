import Rehearsals
import Testing

/// What must hold of any impact, whatever the plant: P3 to P7 of its definition, and what the study promises beside.
struct PropertyTests {
    /// Plants with one way between living devices wanted, whose fates are told by a few prefixes.
    private func plants(_ seed: UInt64, _ count: Int, isDocumented: Bool = true) -> [SmallPlant] {
        var random = Seeded(seed)
        var plants: [SmallPlant] = []
        while plants.count < count {
            var plant = random.plant()
            plant.kinds = plant.kinds.map { SmallPlant.Kind(forwards: $0.forwards) }
            plant.paths = [SmallPlant.Path(from: [0], to: [1])]
            if !plant.acts.isEmpty, !isDocumented || plant.isDocumented { plants.append(plant) }
        }
        return plants
    }

    @Test func `fresh true evidence only narrows the interval, and forgetting widens it`() {
        var narrowed = 0
        for plant in plants(31, 1_500) {
            for (place, cable) in plant.cables.enumerated() {
                guard case .expired(let a, let b) = cable else { continue }
                var sharper = plant
                sharper.stages = plant.fates
                sharper.cables[place] = .known(a, b)
                let (before, after) = (plant.study(), sharper.study())
                for prefix in plant.fates.indices where before[prefix, 0].isExplained {
                    let (wide, narrow) = (before[prefix, 0], after[prefix, 0])
                    #expect(wide.atBest <= narrow.atBest && narrow.atWorst <= wide.atWorst, "cable \(place) of \(plant)")
                    if (wide.atBest, wide.atWorst) != (narrow.atBest, narrow.atWorst) { narrowed += 1 }
                }
            }
        }
        #expect(narrowed > 50)
    }

    @Test func `one more disconnect never lowers either bound`() {
        var raised = 0
        for plant in plants(41, 1_500) {
            let replaced = plant.cables.compactMap { if case .added(_, _, let old) = $0 { old } else { nil } }
            for (place, cable) in plant.cables.enumerated() where !replaced.contains(place) {
                if case .added = cable { continue }
                var worse = plant
                worse.stages = plant.fates.map { fates in
                    var fates = fates
                    fates.cables[place] = .away
                    return fates
                }
                let (less, more) = (plant.study(), worse.study())
                for prefix in plant.fates.indices where less[prefix, 0].isExplained {
                    #expect(less[prefix, 0].atBest <= more[prefix, 0].atBest, "cable \(place) of \(plant)")
                    #expect(less[prefix, 0].atWorst <= more[prefix, 0].atWorst, "cable \(place) of \(plant)")
                    if less[prefix, 0].atWorst < more[prefix, 0].atWorst { raised += 1 }
                }
            }
        }
        #expect(raised > 50)
    }

    @Test func `a disjoint plant without unknown ends stays excluded`() {
        for plant in plants(51, 600, isDocumented: false) {
            var both = plant
            both.stages = plant.fates.map {
                SmallPlant.Fates(cables: $0.cables + [.untouched], devices: $0.devices + [.untouched, .untouched])
            }
            both.kinds += [SmallPlant.Kind(), SmallPlant.Kind()]
            both.cables.append(.known(plant.kinds.count, plant.kinds.count + 1))
            both.paths = [SmallPlant.Path(from: [plant.kinds.count], to: [plant.kinds.count + 1])]
            let study = both.study()
            for prefix in plant.fates.indices {
                #expect(study[prefix, 0].outage == .excluded && study[prefix, 0].basis == .untouched, "\(plant)")
                #expect(study[prefix, 0].atWorst == .noImpact)
            }
        }
    }

    @Test func `disconnects commute`() {
        for plant in plants(61, 600, isDocumented: false) {
            let pulls = plant.cables.indices.filter { if case .added = plant.cables[$0] { false } else { true } }.map(SmallPlant.Act.pull)
            var (forth, back) = (plant, plant)
            forth.acts = pulls
            back.acts = pulls.reversed()
            guard let last = pulls.indices.last else { continue }
            var (one, other) = (forth.study()[last, 0], back.study()[last, 0])
            // Since when it is so is the one thing that depends on the order.
            (one.since, other.since) = (0, 0)
            #expect(one == other, "\(plant)")
        }
    }

    @Test func `a known parallel link never makes an outage possible`() {
        for plant in plants(71, 1_000, isDocumented: false) {
            for cable in plant.cables {
                guard case .known(let a, let b) = cable else { continue }
                var doubled = plant
                doubled.stages = plant.fates.map { SmallPlant.Fates(cables: $0.cables + [.untouched], devices: $0.devices) }
                doubled.cables.append(.known(a, b))
                let (single, parallel) = (plant.study(), doubled.study())
                for prefix in plant.fates.indices where single[prefix, 0].isExplained && single[prefix, 0].atWorst < .outage {
                    #expect(parallel[prefix, 0].atWorst < .outage, "\(cable) of \(plant)")
                }
            }
        }
    }

    @Test func `what is not settled with little effort is possible and not certain`() {
        var wider = 0
        for plant in plants(81, 1_500) + plants(82, 500).map(\.doubled) {
            let (full, hasty) = (plant.study(), plant.study(effort: 0))
            for prefix in plant.fates.indices {
                let (exact, wide) = (full[prefix, 0], hasty[prefix, 0])
                #expect(wide.atBest <= exact.atBest && exact.atWorst <= wide.atWorst && wide.outage == exact.outage, "\(plant)")
                if wide.atBest != exact.atBest || wide.atWorst != exact.atWorst { wider += 1 }
            }
        }
        #expect(wider > 10)
    }

    /// Whatever nobody touches in any prefix is shrunk; touching all of it in a second prefix keeps all of it.
    @Test func `what other prefixes touch changes nothing`() {
        for seed in 1...150 as ClosedRange<UInt64> {
            var plant = LargePlant(
                devices: 14, links: 26, services: 6, prefixes: 1, switches: 70, open: 25, looseEnds: Int(seed % 3) * 4, seed: seed)
            let alone = plant.study()
            plant.prefixes.append(plant.everythingAway)
            let together = plant.study()
            for service in plant.services.indices {
                let (one, other) = (alone[0, service], together[0, service])
                #expect(
                    (one.atBest, one.atWorst, one.outage, one.basis) == (other.atBest, other.atWorst, other.outage, other.basis),
                    "seed \(seed)")
                #expect(one.isProven == other.isProven && one.leansOn.isEmpty == other.leansOn.isEmpty, "seed \(seed)")
            }
        }
    }
}
