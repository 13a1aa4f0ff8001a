import Rehearsals

/// A random source that gives the same numbers for the same seed, and small plants from it.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &self) }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func plant() -> SmallPlant {
        let n = 2 + below(4)
        var plant = SmallPlant(kinds: (0..<n).map { _ in SmallPlant.Kind() }, cables: [])
        if chance(30) {
            for d in 0..<n {
                if chance(30) { plant.kinds[d].forwards = .perhaps }
                if chance(15) { plant.kinds[d].forwards = .never }
                if chance(20) { plant.kinds[d].presence = .possible }
            }
        }
        let hasDark = chance(30)
        for _ in 0..<(1 + below(5)) {
            let a = below(n)
            var b = below(n - 1)
            if b >= a { b += 1 }
            switch below(10) {
            case 0...2: plant.cables.append(.known(a, b))
            case 3...5: plant.cables.append(.expired(a, b))
            case 6...7: plant.cables.append(.loose(a))
            case 8: plant.cables.append(hasDark ? .dark(a, b) : chance(30) ? .adrift : .known(a, b))
            default:
                plant.cables.append(
                    .added(
                        a, b,
                        insteadOf: chance(50) && !plant.cables.isEmpty
                            && !(plant.cables.last.map { if case .dark = $0 { true } else { false } } ?? false)
                            ? plant.cables.count - 1 : nil))
            }
        }
        for _ in 0..<(1 + below(3)) {
            let c = below(plant.cables.count)
            switch plant.cables[c] {
            case .dark: if chance(50) { plant.acts.append(.configure(below(n))) }
            case .added: plant.acts.append(.plug(c, verified: chance(50)))
            default:
                let pulled = plant.acts.contains(.pull(c))
                if pulled {
                    plant.acts.append(.plug(c, verified: chance(50)))
                } else if chance(85) {
                    plant.acts.append(.pull(c))
                } else {
                    let d = below(n)
                    plant.acts.append(chance(50) ? .configure(d) : chance(60) ? .powerOff(d) : .powerOn(d))
                }
            }
        }
        if chance(25) {
            plant.paths = (0..<(1 + below(2))).map { _ in
                let from = Array(Set((0..<(1 + below(2))).map { _ in below(n) }))
                let to = Array(Set((0..<(1 + below(2))).map { _ in below(n) }))
                return SmallPlant.Path(from: from, to: to, atLeast: 1 + below(2))
            }
        } else if chance(40) {
            plant.paths[0].atLeast = 2
        }
        return plant
    }
}
