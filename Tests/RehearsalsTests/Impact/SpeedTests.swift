import Rehearsals
import Testing

/// How long the study of a large plant takes. By hand, in release mode, as it depends on the machine: set `IMPACT_SPEED`.
struct SpeedTests {
    @Test(.enabled(if: isWanted("IMPACT_SPEED")), arguments: [(20, 0, 0), (20, 20, 1_000), (100, 20, 1_000)])
    func `a plant of a hundred thousand links is studied in a quarter of a second`(_ switches: Int, _ open: Int, _ looseEnds: Int) {
        let plant = LargePlant(
            devices: 20_000, links: 100_000, services: 300, prefixes: 10, switches: switches, open: open, looseEnds: looseEnds, seed: 1)
        var study = plant.study()
        // The best of several, as other work on the machine only adds.
        let time = (0..<5).map { _ in ContinuousClock().measure { study = plant.study() } }.min()!
        let last = (0..<300).map { study[9, $0] }
        print(
            "\(switches) % switches, \(open) % open, \(looseEnds) loose ends: \(time), certain \(last.count { $0.outage == .certain }),",
            "possible \(last.count { $0.outage == .possible }), survives \(last.count { $0.basis == .survives })")
        #expect(time < .milliseconds(250))
    }
}
