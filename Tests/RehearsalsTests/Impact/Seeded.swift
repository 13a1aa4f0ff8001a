import Rehearsals

/// A random source that gives the same numbers for the same seed, and small plants from it.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64 (G. Steele, D. Lea and C. Flood, 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// A small plant with up to five devices and cables, and up to three acts on it.
    mutating func plant() -> SmallPlant {
        let n = 2 + below(4)
        var plant = SmallPlant(kinds: kinds(n), cables: [])
        let hasDark = chance(30)
        for _ in 0..<(1 + below(5)) { plant.cables.append(cable(between: n, after: plant.cables, hasDark)) }
        for _ in 0..<(1 + below(3)) {
            if let act = act(on: plant) { plant.acts.append(act) }
        }
        if chance(25) {
            plant.paths = (0..<(1 + below(2))).map { _ in
                SmallPlant.Path(from: ends(n), to: ends(n), atLeast: 1 + below(2))
            }
        } else if chance(40) {
            plant.paths[0].atLeast = 2
        }
        return plant
    }

    private mutating func ends(_ n: Int) -> [Int] { Set((0..<(1 + below(2))).map { _ in below(n) }).sorted() }

    private mutating func kinds(_ n: Int) -> [SmallPlant.Kind] {
        var kinds = Array(repeating: SmallPlant.Kind(), count: n)
        guard chance(30) else { return kinds }
        for device in kinds.indices {
            if chance(30) { kinds[device].forwards = .perhaps }
            if chance(15) { kinds[device].forwards = .never }
            if chance(20) { kinds[device].presence = .possible }
        }
        return kinds
    }

    private mutating func cable(between n: Int, after others: [SmallPlant.Cable], _ hasDark: Bool) -> SmallPlant.Cable {
        let a = below(n)
        let b = (a + 1 + below(n - 1)) % n
        switch below(10) {
        case 0...2: return .known(a, b)
        case 3...5: return .expired(a, b)
        case 6...7: return .loose(a)
        case 8: return hasDark ? .dark(a, b) : chance(30) ? .adrift : .known(a, b)
        default:
            // What is added may take the part of the one before, if that can be pulled.
            let old = others.indices.last { if case .dark = others[$0] { false } else { $0 == others.count - 1 } }
            return .added(a, b, insteadOf: chance(50) ? old : nil)
        }
    }

    private mutating func act(on plant: SmallPlant) -> SmallPlant.Act? {
        let cable = below(plant.cables.count)
        let device = below(plant.kinds.count)
        switch plant.cables[cable] {
        case .dark: return chance(50) ? .configure(device) : nil
        case .added: return .plug(cable, verified: chance(50))
        default:
            if plant.acts.contains(.pull(cable)) { return .plug(cable, verified: chance(50)) }
            if chance(85) { return .pull(cable) }
            return chance(50) ? .configure(device) : chance(60) ? .powerOff(device) : .powerOn(device)
        }
    }
}
