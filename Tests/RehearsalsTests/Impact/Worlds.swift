import Rehearsals

/// What is true: every world of a small plant, and the level in each.
///
/// Written without any of the engine's ideas: worlds are listed, and what is cut is found by taking things away.
struct Worlds {
    /// The worst and the best level after each act, over the worlds in which the service is up before; nil when there is none.
    private(set) var truth: [(best: ImpactLevel, worst: ImpactLevel)]?
    /// The elements (cables, then devices) that cut after each act in some world, and did not before; empty where there is none.
    private(set) var freshCuts: [Set<Int>]

    private let plant: SmallPlant
    private let fates: [SmallPlant.Fates]
    private let endpoints: Set<Int>

    init(of plant: SmallPlant) {
        self.plant = plant
        fates = plant.fates
        freshCuts = Array(repeating: [], count: fates.count)
        endpoints = Set(plant.paths.flatMap { $0.from + $0.to })
        chooseDevices(0, World(plant))
    }

    /// One plant that agrees with what is known.
    private struct World {
        var forwards: [Bool]
        var lives: [Bool]
        /// For each cable, whether it is there before, as recorded.
        var stands: [Bool]
        /// For each dark link, the cable that carries it; -1 when it is another, undocumented one.
        var carrier: [Int: Int] = [:]
        /// For each cable, the vertices at its ends: groups of loose ends come after the devices.
        var ends: [(Int, Int)]

        init(_ plant: SmallPlant) {
            forwards = plant.kinds.map { $0.forwards != .never }
            lives = plant.kinds.map { $0.presence != .absent }
            stands = plant.cables.map { _ in true }
            ends = plant.cables.map { cable in
                switch cable {
                case .known(let a, let b), .dark(let a, let b), .expired(let a, let b), .added(let a, let b, _): (a, b)
                case .loose(let a): (a, -1)
                case .adrift: (-1, -1)
                }
            }
        }
    }

    // MARK: Listing

    private mutating func chooseDevices(_ device: Int, _ world: World) {
        guard device < plant.kinds.count else { return chooseCables(0, world) }
        for lives in plant.kinds[device].presence == .possible ? [true, false] : [world.lives[device]] {
            for forwards in plant.kinds[device].forwards == .perhaps ? [true, false] : [world.forwards[device]] {
                var next = world
                next.lives[device] = lives
                next.forwards[device] = forwards
                chooseDevices(device + 1, next)
            }
        }
    }

    private mutating func chooseCables(_ cable: Int, _ world: World) {
        guard cable < plant.cables.count else { return chooseCarriers(0, world) }
        var next = world
        if case .added = plant.cables[cable] { next.stands[cable] = false }
        chooseCables(cable + 1, next)
        guard case .expired = plant.cables[cable] else { return }
        next.stands[cable] = false
        chooseCables(cable + 1, next)
    }

    private mutating func chooseCarriers(_ cable: Int, _ world: World) {
        guard cable < plant.cables.count else {
            let free = plant.cables.indices.filter { world.ends[$0].1 < 0 && !world.carrier.values.contains($0) }
            var ends: [(Int, Bool)] = []
            for one in free { ends += world.ends[one].0 < 0 ? [(one, false), (one, true)] : [(one, true)] }
            return chooseGroups(ends[...], 0, world, Set(free))
        }
        guard case .dark(let a, let b) = plant.cables[cable] else { return chooseCarriers(cable + 1, world) }
        var next = world
        next.carrier[cable] = -1
        chooseCarriers(cable + 1, next)
        for one in plant.cables.indices where !world.carrier.values.contains(one) {
            switch plant.cables[one] {
            case .expired(let c, let d): guard !world.stands[one], !Set([a, b]).isDisjoint(with: [c, d]) else { continue }
            case .loose(let c): guard c == a || c == b else { continue }
            case .adrift: break
            case .known, .dark, .added: continue
            }
            next.carrier[cable] = one
            chooseCarriers(cable + 1, next)
        }
    }

    private mutating func chooseGroups(_ ends: ArraySlice<(Int, Bool)>, _ groups: Int, _ world: World, _ free: Set<Int>) {
        guard let (cable, isSecond) = ends.first else {
            var final = world
            for one in plant.cables.indices where world.ends[one].1 < 0 && !free.contains(one) { final.stands[one] = false }
            return judge(final)
        }
        for group in 0...groups {
            var next = world
            let vertex = plant.kinds.count + group
            if isSecond { next.ends[cable].1 = vertex } else { next.ends[cable].0 = vertex }
            chooseGroups(ends.dropFirst(), max(groups, group + 1), next, free)
        }
    }

    // MARK: Judging

    private mutating func judge(_ world: World) {
        let before = State(stands: world.stands, lives: world.lives)
        guard isUp(world, before) else { return }
        let cutsBefore = cuts(world, before, plant.cables.map { _ in .untouched })
        for (prefix, fates) in fates.enumerated() {
            for after in states(world, fates) {
                let fresh = isUp(world, after) ? cuts(world, after, fates.cables).subtracting(cutsBefore) : []
                freshCuts[prefix].formUnion(fresh)
                let level = level(world, before, after, hasFreshCuts: !fresh.isEmpty)
                if truth == nil { truth = Array(repeating: (.outage, .noImpact), count: self.fates.count) }
                truth![prefix] = (min(truth![prefix].best, level), max(truth![prefix].worst, level))
            }
        }
    }

    /// What is there at a moment.
    private struct State {
        var stands: [Bool]
        var lives: [Bool]
    }

    /// The states after: one for each choice of what perhaps happens.
    private func states(_ world: World, _ fates: SmallPlant.Fates) -> [State] {
        var states = [State(stands: world.stands, lives: world.lives)]
        func fork(_ fate: Touches.Fate, _ set: (inout State, Bool) -> Void) {
            switch fate {
            case .untouched: break
            case .away: for index in states.indices { set(&states[index], false) }
            case .there: for index in states.indices { set(&states[index], true) }
            case .perhaps:
                states += states.map { state in
                    var other = state
                    set(&other, false)
                    return other
                }
            }
        }
        for (device, fate) in fates.devices.enumerated() { fork(fate) { $0.lives[device] = $1 } }
        for (cable, fate) in fates.cables.enumerated() {
            if case .added = plant.cables[cable], fate == .perhaps {
                states += states.map { state in
                    var other = state
                    other.stands[cable] = true
                    return other
                }
                continue
            }
            fork(fate) { state, isThere in
                let carried = world.carrier.first { $0.value == cable }?.key
                state.stands[carried ?? cable] = isThere
            }
        }
        return states
    }

    private func level(_ world: World, _ before: State, _ after: State, hasFreshCuts: Bool) -> ImpactLevel {
        guard isUp(world, after) else { return .outage }
        for path in plant.paths where path.atLeast > 1 {
            if bears(path.atLeast - 1, path, world, before), !bears(path.atLeast - 1, path, world, after) { return .degraded }
        }
        return hasFreshCuts ? .reducedRedundancy : .noImpact
    }

    /// Risk elements: cables, then devices that are no endpoints.
    private var elements: [Int] {
        Array(plant.cables.indices) + plant.kinds.indices.filter { !endpoints.contains($0) }.map { $0 + plant.cables.count }
    }

    /// What is added counts as what it replaces, once that is away.
    private func alias(_ element: Int, _ fates: [Touches.Fate]) -> Int {
        guard element < plant.cables.count, case .added(_, _, let old?) = plant.cables[element] else { return element }
        var root = old
        while case .added(_, _, let older?) = plant.cables[root] { root = older }
        return fates[root] == .away ? root : element
    }

    private func without(_ element: Int, _ state: State) -> State {
        var state = state
        if element >= plant.cables.count {
            state.lives[element - plant.cables.count] = false
        } else {
            state.stands[element] = false
        }
        return state
    }

    private func cuts(_ world: World, _ state: State, _ fates: [Touches.Fate]) -> Set<Int> {
        // An element that is away cuts nothing while the service is up, and everything while it is down.
        Set(elements.filter { !isUp(world, without($0, state)) }.map { alias($0, fates) })
    }

    /// Whether a path stays up whichever risk elements, that many, fail.
    private func bears(_ failures: Int, _ path: SmallPlant.Path, _ world: World, _ state: State) -> Bool {
        guard isUp(path, world, state) else { return false }
        return failures == 0 || elements.allSatisfy { bears(failures - 1, path, world, without($0, state)) }
    }

    private func isUp(_ world: World, _ state: State) -> Bool { plant.paths.allSatisfy { isUp($0, world, state) } }

    private func isUp(_ path: SmallPlant.Path, _ world: World, _ state: State) -> Bool {
        var near = [UInt32](repeating: 0, count: plant.kinds.count + 2 * plant.cables.count)
        for (cable, stands) in state.stands.enumerated() where stands {
            let (a, b) = world.ends[cable]
            near[a] |= 1 << b
            near[b] |= 1 << a
        }
        return path.from.allSatisfy { from in
            guard state.lives[from] else { return false }
            var seen: UInt32 = 1 << from
            var open = seen
            while open != 0 {
                let vertex = open.trailingZeroBitCount
                open &= open - 1
                if vertex < plant.kinds.count {
                    guard state.lives[vertex] else { continue }
                    if path.to.contains(vertex) { return true }
                    guard vertex == from || world.forwards[vertex] else { continue }
                }
                open |= near[vertex] & ~seen
                seen |= near[vertex]
            }
            return false
        }
    }
}
