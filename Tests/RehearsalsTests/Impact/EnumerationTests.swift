import Foundation
import Rehearsals
import Testing

/// Whether something is wanted that is done by hand only, as `NAME=all swift test --filter …`.
func isWanted(_ name: String) -> Bool { ProcessInfo.processInfo.environment[name] != nil }

/// The engine against every world of every small plant: P1 and P2 of the definition of impact.
///
/// All plants with up to three cables and a share of those with four; with `IMPACT_PLANTS=all` in the environment, all of these too.
struct EnumerationTests {
    @Test(arguments: 1...3) func `every plant of up to three cables gets the interval of its worlds`(_ cables: Int) {
        var tally = Tally()
        for (number, plant) in PlantFamily(cables: cables).enumerated() { tally.compare(plant, number) }
        print("\(cables) cables: \(tally)")
        #expect(tally.loose == 0)
        #expect(tally.plants > 20)
    }

    @Test func `a share of the plants of four cables gets the interval of its worlds`() {
        let share = isWanted("IMPACT_PLANTS") ? 1 : 100
        let seed = 11
        var tally = Tally()
        for (number, plant) in PlantFamily(cables: 4).enumerated() where number % share == seed % share { tally.compare(plant, number) }
        print("four cables, one in \(share) from \(seed): \(tally)")
        #expect(tally.loose == 0)
        #expect(tally.plants > 50)
    }

    @Test func `random plants lie in the interval and seldom far from its ends`() {
        var random = Seeded(7)
        var tally = Tally()
        for _ in 0..<6_000 {
            let plant = random.plant()
            if !plant.acts.isEmpty { tally.compare(plant, isExact: false) }
        }
        print("random plants: \(tally)")
        #expect(tally.wider * 200 < tally.compared)
    }
}

/// How the engine compares with the truth over many plants.
private struct Tally: CustomStringConvertible {
    var plants = 0
    var compared = 0
    /// Looser than the truth where it must be exact.
    var loose = 0
    /// Looser than the truth where it may be, by what makes it so.
    var widerBy: [String: Int] = [:]

    var wider: Int { widerBy.values.reduce(0, +) }

    var description: String {
        let reasons = widerBy.sorted { $0.key < $1.key }.map { "\($0.value) with \($0.key)" }.joined(separator: ", ")
        return "\(plants) plants, \(compared) intervals, \(loose) not exact, \(wider) wider than they might be (\(reasons))"
    }

    /// The plant as it is, and odder variants.
    ///
    /// Exactness is due where it is known of every link what carries it: with one way wanted between two living devices in all plants, and in
    /// those of three cables also with several demands, two ways wanted and devices that perhaps live or forward. In all plants of four
    /// cables and their variants 51 of 1,415,818 intervals are wider than they might be for such a reason.
    mutating func compare(_ plant: SmallPlant, _ number: Int) {
        compare(plant, isExact: plant.isDocumented)
        compare(plant.odd(number), isExact: plant.isDocumented && plant.cables.count <= 3)
        if number % 3 == 0 { compare(plant.doubled, isExact: plant.isDocumented && plant.cables.count <= 3) }
    }

    mutating func compare(_ plant: SmallPlant, isExact: Bool) {
        plants += 1
        let worlds = Worlds(of: plant)
        let study = plant.study()
        for (prefix, fates) in plant.fates.enumerated() {
            compared += 1
            let said = study[prefix, 0]
            guard let truth = worlds.truth?[prefix] else {
                #expect(!said.isExplained && said.outage == .unexplained, "\(plant) after \(fates)")
                continue
            }
            #expect(said.holds(truth), "\(truth) is not in \(said): \(plant) after \(fates)")
            if (said.atBest, said.atWorst) == truth { continue }
            widerBy[plant.oddity, default: 0] += 1
            if isExact {
                loose += 1
                Issue.record("\(truth), but \(said.atBest)…\(said.atWorst): \(plant) after \(fates)")
            }
        }
    }
}

extension SmallPlant {
    /// What keeps the interval from being exact.
    fileprivate var oddity: String {
        if !isDocumented { return "unknown carriers" }
        if paths.reduce(0, { $0 + $1.from.count }) > 1 { return "several demands" }
        if !kinds.allSatisfy({ $0.presence == .sure && $0.forwards != .perhaps }) { return "doubtful devices" }
        return paths.contains { $0.atLeast > 1 } ? "two ways wanted" : "nothing odd"
    }
}

extension ServiceImpact {
    /// Whether it says of the levels of all worlds what is true.
    fileprivate func holds(_ truth: (best: ImpactLevel, worst: ImpactLevel)) -> Bool {
        let isOutageRight =
            switch outage {
            case .excluded: truth.worst < .outage
            case .certain: truth.best == .outage
            case .possible: true
            case .unexplained: false
            }
        return isExplained && atBest <= truth.best && truth.worst <= atWorst && isOutageRight && (basis != nil) == (outage == .excluded)
    }
}
