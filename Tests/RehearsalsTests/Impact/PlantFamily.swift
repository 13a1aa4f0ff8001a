import Rehearsals

/// All small plants with so many cables between four devices, each once up to renaming.
///
/// The service is asked between devices 0 and 1; as ways have no direction, these two may change names, and so may the other two. Of the
/// plants that renaming makes of each other the one with the smallest code is kept. Everything that a step can do to a cable is tried in
/// one study: each combination of fates is a prefix.
struct PlantFamily: Sequence {
    let cables: Int

    /// A kind of cable between two devices, or at one, or at none.
    private struct Code: Comparable {
        var kind: Int
        var a: Int
        var b: Int

        static func < (left: Code, right: Code) -> Bool { (left.kind, left.a, left.b) < (right.kind, right.a, right.b) }

        func renamed(_ names: [Int]) -> Code {
            let ends = [a, b].map { $0 < 0 ? $0 : names[$0] }.sorted(by: >)
            return Code(kind: kind, a: ends[0], b: ends[1])
        }
    }

    private static let codes: [Code] = {
        var codes = [Code(kind: 5, a: -1, b: -1)]
        for a in 0..<4 {
            codes.append(Code(kind: 4, a: a, b: -1))
            for b in 0..<a { codes += (0..<4).map { Code(kind: $0, a: a, b: b) } }
        }
        return codes.sorted()
    }()

    private static let renamings = [[1, 0, 2, 3], [0, 1, 3, 2], [1, 0, 3, 2]]

    func makeIterator() -> AnyIterator<SmallPlant> {
        var chosen = [Int](repeating: 0, count: cables)
        var isDone = false
        return AnyIterator {
            while !isDone {
                let codes = chosen.map { Self.codes[$0] }
                isDone = !Self.advance(&chosen)
                if Self.isFirst(codes) { return Self.plant(codes) }
            }
            return nil
        }
    }

    /// The next multiset of codes, as a falling sequence.
    private static func advance(_ chosen: inout [Int]) -> Bool {
        for place in chosen.indices.reversed() {
            if chosen[place] < (place == 0 ? codes.count - 1 : chosen[place - 1]) {
                chosen[place] += 1
                for later in chosen.indices where later > place { chosen[later] = 0 }
                return true
            }
        }
        return false
    }

    private static func isFirst(_ codes: [Code]) -> Bool {
        let own = codes.sorted()
        return renamings.allSatisfy { names in !codes.map { $0.renamed(names) }.sorted().lexicographicallyPrecedes(own) }
    }

    private static func plant(_ codes: [Code]) -> SmallPlant {
        let kept = codes.firstIndex { $0.kind < 2 }
        let cables = codes.enumerated().map { place, code -> SmallPlant.Cable in
            switch code.kind {
            case 0: .known(code.a, code.b)
            case 1: .expired(code.a, code.b)
            case 2: .dark(code.a, code.b)
            // Every other added one takes the part of a recorded one.
            case 3: .added(code.a, code.b, insteadOf: kept.flatMap { $0 < place && code.a % 2 == 0 ? $0 : nil })
            case 4: .loose(code.a)
            default: .adrift
            }
        }
        var plant = SmallPlant(kinds: Array(repeating: SmallPlant.Kind(), count: 4), cables: cables)
        plant.stages = plant.combinations
        return plant
    }
}

extension SmallPlant {
    /// Every combination of fates of the cables but the one where nothing is touched; in some, a device is touched as well.
    fileprivate var combinations: [Fates] {
        var all = [Fates(cables: [], devices: kinds.map { _ in .untouched })]
        for cable in cables {
            let fates: [Touches.Fate] =
                switch cable {
                case .known, .expired, .loose, .adrift: [.untouched, .away, .perhaps]
                case .dark: [.untouched, .away]
                case .added: [.untouched, .perhaps, .there]
                }
            all = all.flatMap { some in fates.map { Fates(cables: some.cables + [$0], devices: some.devices) } }
        }
        for place in all.indices {
            switch place % 6 {
            case 2: all[place].devices[2] = .away
            case 3: all[place].devices[2] = .perhaps
            case 5: all[place].devices[0] = .perhaps
            default: break
            }
        }
        return Array(all.dropFirst())
    }

    /// The same plant with something odd about a device, or with two ways wanted.
    func odd(_ number: Int) -> SmallPlant {
        var odd = self
        switch number % 6 {
        case 0: odd.kinds[2].forwards = .perhaps
        case 1: odd.kinds[2].presence = .possible
        case 2: odd.kinds[2].forwards = .never
        case 3: odd.kinds[1] = Kind(presence: .possible, forwards: .never)
        case 4: odd.paths = [Path(from: [0], to: [1, 3])]
        default: odd.paths = [Path(from: [0, 2], to: [1])]
        }
        return odd
    }

    /// The same plant with two ways wanted.
    var doubled: SmallPlant {
        var doubled = self
        doubled.paths[0].atLeast = 2
        return doubled
    }

    /// Whether it is known of every link what carries it.
    var isDocumented: Bool { !cables.contains { if case .dark = $0 { true } else { false } } }
}
