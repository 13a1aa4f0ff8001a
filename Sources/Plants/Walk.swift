import Diagnostics
import Inventories

/// A walk from ports over cables and through panels and circuits, level by level.
///
/// A *state* is a port with a stack of positions: on a port that holds several strands, the top of the stack says which one is
/// meant. A level crosses the cables of all its states and then goes through the ports where it arrived. States are kept for the
/// whole walk, so that the way to each end can be told afterwards. States that agree in port and stack are one.
struct Walk {
    struct State {
        var port: UInt32
        /// A row of `stacks`, or -1 for none.
        var stack: Int32
        /// Reached where the record does not say which strand goes where.
        var isDivided: Bool
        /// Reached through a port with several cables.
        var isContested: Bool
    }

    struct Edge {
        var from: Int32
        /// -1 when nobody knows where the cable goes, or where there is nothing more.
        var to: Int32
        /// A cable, or one of the two marks below.
        var cable: UInt32
        var level: Int32

        /// Through a panel or a circuit.
        static let pass = UInt32.max
        /// Not on over a cable: into a provider's network, or to nowhere.
        static let line = UInt32.max - 1

        var isCable: Bool { cable < Self.line }
    }

    struct Outcome {
        var state: Int32
        var end: TraceEnd
        var network: Ref<ProviderNetwork>?
    }

    /// No way has more steps; what is longer goes round in circles.
    static let longest = 256

    let plant: Plant
    private(set) var states: [State] = []
    private(set) var edges: [Edge] = []
    private(set) var outcomes: [Outcome] = []
    private(set) var isLoop = false
    private var stacks: [(position: UInt16, parent: Int32)] = []
    private var visited: Set<UInt64> = []
    private var level: Int32 = 0
    private let purpose: Purpose
    /// Goes on everywhere, also where a trace would have to stop as split.
    private var isSearch = false

    enum Purpose {
        /// To show a way: over planned cables where no other is there, and no further than where it splits.
        case trace
        /// To find all that is joined: nothing runs over planned cables yet, and what splits goes on over every strand.
        case links
    }

    init(_ plant: Plant, for purpose: Purpose = .trace) {
        self.plant = plant
        self.purpose = purpose
    }

    /// Walks from ports over their cables, or over one cable alone in the first step.
    mutating func run(from ports: [UInt32], firstOver cable: UInt32? = nil) {
        reset()
        proceed(ports.map { add($0, -1, from: nil) }, firstOver: cable)
    }

    /// Walks from a pass-through port away from its own cable.
    mutating func run(behind port: UInt32) {
        reset()
        let start = add(port, -1, from: nil)
        proceed(goThrough([start]))
    }

    /// Walks everywhere that can be reached over a pass-through port, whatever the strand.
    mutating func search(around port: UInt32) {
        reset()
        isSearch = true
        let start = add(port, -1, from: nil)
        proceed([start] + goThrough([start]))
    }

    /// Active ports at which the walk arrived.
    var reached: Set<UInt32> {
        Set(outcomes.lazy.filter { $0.end == .complete && $0.network == nil }.map { states[Int($0.state)].port })
    }

    private mutating func reset() {
        states.removeAll(keepingCapacity: true)
        edges.removeAll(keepingCapacity: true)
        outcomes.removeAll(keepingCapacity: true)
        stacks.removeAll(keepingCapacity: true)
        visited.removeAll(keepingCapacity: true)
        (isLoop, isSearch, level) = (false, purpose == .links, 0)
    }

    private mutating func proceed(_ start: [Int32], firstOver cable: UInt32? = nil) {
        var frontier = unvisited(start)
        var only = cable
        while !frontier.isEmpty {
            guard level < Self.longest else { return breakOff(frontier) }
            let arrived = cross(frontier, only: only)
            frontier = unvisited(goThrough(arrived))
            only = nil
            level += 1
        }
    }

    private mutating func breakOff(_ frontier: [Int32]) {
        isLoop = true
        for state in frontier { settle(state, .open) }
    }

    private mutating func unvisited(_ next: [Int32]) -> [Int32] {
        next.filter { index in
            let state = states[Int(index)]
            let key = UInt64(state.port) << 32 | UInt64(UInt32(bitPattern: state.stack))
            if visited.insert(key).inserted { return true }
            isLoop = true
            settle(index, .open)
            return false
        }
    }

    private mutating func settle(_ state: Int32, _ end: TraceEnd, network: Ref<ProviderNetwork>? = nil) {
        outcomes.append(Outcome(state: state, end: end, network: network))
    }

    private mutating func add(_ port: UInt32, _ stack: Int32, from: Int32?) -> Int32 {
        let before = from.map { states[Int($0)] }
        states.append(
            State(port: port, stack: stack, isDivided: before?.isDivided ?? false, isContested: before?.isContested ?? false))
        return Int32(states.count - 1)
    }

    /// The state of a port and stack among those of a level, made if it is not there; with an edge that leads to it.
    private mutating func lead(
        _ from: Int32, to port: UInt32, _ stack: Int32, over cable: UInt32, isDivided: Bool = false, isContested: Bool = false,
        into level: inout [Int32]
    ) {
        let before = states[Int(from)]
        let (divided, contested) = (isDivided || before.isDivided, isContested || before.isContested)
        let found = level.first { states[Int($0)].port == port && states[Int($0)].stack == stack }
        let to = found ?? add(port, stack, from: from)
        if found == nil {
            level.append(to)
            (states[Int(to)].isDivided, states[Int(to)].isContested) = (divided, contested)
        } else {
            states[Int(to)].isDivided = states[Int(to)].isDivided && divided
            states[Int(to)].isContested = states[Int(to)].isContested && contested
        }
        edges.append(Edge(from: from, to: to, cable: cable, level: self.level))
    }

    private mutating func push(_ position: UInt16, on stack: Int32) -> Int32 {
        if let known = stacks.firstIndex(where: { $0.position == position && $0.parent == stack }) { return Int32(known) }
        stacks.append((position, stack))
        return Int32(stacks.count - 1)
    }
}

// MARK: - Over cables

extension Walk {
    /// The states that stand at one side of one cable.
    private struct Crossing {
        var cable: UInt32
        var side: CableSide
        var members: [(state: Int32, end: UInt32)]
        var isContested: Bool
    }

    private mutating func cross(_ frontier: [Int32], only: UInt32?) -> [Int32] {
        var arrived: [Int32] = []
        for crossing in crossings(of: frontier, only: only) {
            if let plan = plant.strandPlan(of: crossing.cable), needsStrands(crossing) {
                for member in crossing.members { follow(plan, member.state, member.end, crossing, into: &arrived) }
            } else {
                followBundle(crossing, into: &arrived)
            }
        }
        return arrived
    }

    private mutating func crossings(of frontier: [Int32], only: UInt32?) -> [Crossing] {
        var crossings: [Crossing] = []
        for state in frontier {
            let port = states[Int(state)].port
            var plugs = plant.livePlugs(in: port)
            if purpose == .links { plugs.removeAll { plant.isPlanned(plant.ends[Int($0)].cable.index) } }
            if let only { plugs.removeAll { plant.ends[Int($0)].cable.index != only } }
            if plugs.isEmpty {
                if level > 0 { edges.append(Edge(from: state, to: -1, cable: Edge.line, level: level)) }
                settle(state, plant.isMarked(port) ? .unknown : .open)
                continue
            }
            let isContested = only == nil && plant.cables(of: plugs).count > 1
            for plug in plugs {
                let end = plant.ends[Int(plug)]
                if let known = crossings.firstIndex(where: { $0.cable == end.cable.index && $0.side == end.side }) {
                    crossings[known].members.append((state, plug))
                } else {
                    crossings.append(
                        Crossing(cable: end.cable.index, side: end.side, members: [(state, plug)], isContested: isContested))
                }
            }
        }
        return crossings
    }

    /// A cable with one end on each side leads from the one to the other whatever its profile says, as long as nothing is shuffled and
    /// the strand that arrives is told by the stack.
    private func needsStrands(_ crossing: Crossing) -> Bool {
        let ends = plant.cables[Int(crossing.cable)].ends
        guard ends.count == 2, let far = plant.sideEnds(of: crossing.cable, crossing.side.other).first else { return true }
        if plant.cables[Int(crossing.cable)].profile?.text.contains("shuffle") == true { return true }
        guard let port = plant.ends[far].port, plant.positionsOfPort[Int(port.index)] > 1 else { return false }
        return crossing.members.contains { states[Int($0.state)].stack < 0 }
    }

    /// Without strands, all ends of one side are joined to all of the other.
    private mutating func followBundle(_ crossing: Crossing, into arrived: inout [Int32]) {
        let far = plant.sideEnds(of: crossing.cable, crossing.side.other)
        let nearCount = plant.sideEnds(of: crossing.cable, crossing.side).count { !plant.looseEnds.contains(UInt32($0)) }
        let nearPorts = Set(crossing.members.map { states[Int($0.state)].port })
        let isDivided = far.count > 1 && nearPorts.count < nearCount
        for (state, _) in crossing.members {
            var endsOpen = false
            var endsUnknown = far.isEmpty
            for end in far {
                if plant.looseEnds.contains(UInt32(end)) {
                    endsOpen = true
                } else if let port = plant.ends[end].port {
                    lead(
                        state, to: port.index, states[Int(state)].stack, over: crossing.cable, isDivided: isDivided,
                        isContested: crossing.isContested, into: &arrived)
                } else {
                    endsUnknown = true
                }
            }
            if endsUnknown || endsOpen { stop(state, over: crossing, endsUnknown ? .unknown : .open) }
        }
    }

    private mutating func follow(
        _ plan: StrandPlan, _ state: Int32, _ plug: UInt32, _ crossing: Crossing, into arrived: inout [Int32]
    ) {
        let (port, stack) = (states[Int(state)].port, states[Int(state)].stack)
        let near = plant.sideEnds(of: crossing.cable, crossing.side)
        var strands = plan.strands(of: plant.ends[Int(plug)], connector: connector(of: Int(plug), among: near))
        var base = stack
        if plant.positionsOfPort[Int(port)] > 1, stack >= 0 {
            let position = Int(stacks[Int(stack)].position)
            guard position <= strands.count else { return stop(state, over: crossing, .open) }
            strands = [strands[position - 1]]
            base = stacks[Int(stack)].parent
        }
        let far = plant.sideEnds(of: crossing.cable, crossing.side.other)
        let farStrands = far.map { plan.strands(of: plant.ends[$0], connector: connector(of: $0, among: far)) }
        var isAnywhere = false
        var isUnknown = far.isEmpty
        for strand in strands {
            guard let partner = plan.partner(of: strand) else { continue }
            for (end, taken) in zip(far, farStrands) {
                guard let rank = taken.firstIndex(of: partner), !plant.looseEnds.contains(UInt32(end)) else { continue }
                guard let target = plant.ends[end].port else {
                    isUnknown = true
                    continue
                }
                isAnywhere = true
                let isMany = plant.positionsOfPort[Int(target.index)] > 1
                lead(
                    state, to: target.index, isMany ? push(UInt16(rank + 1), on: base) : base, over: crossing.cable,
                    isContested: crossing.isContested, into: &arrived)
            }
        }
        if isUnknown { stop(state, over: crossing, .unknown) } else if !isAnywhere { stop(state, over: crossing, .open) }
    }

    private mutating func stop(_ state: Int32, over crossing: Crossing, _ end: TraceEnd) {
        edges.append(Edge(from: state, to: -1, cable: crossing.cable, level: level))
        settle(state, end)
    }

    /// The connector as written; where nobody wrote it, the order of the ends is the order of the connectors.
    private func connector(of end: Int, among side: Range<Int>.SubSequence) -> Int {
        let written = Int(plant.ends[end].connector)
        return written > 0 ? written : end - side.lowerBound + 1
    }
}

// MARK: - Through ports

extension Walk {
    /// From where a level arrived to the ports from which the next one starts; active ports end the walk.
    private mutating func goThrough(_ arrived: [Int32]) -> [Int32] {
        var next: [Int32] = []
        for state in arrived {
            let port = plant.ports[Int(states[Int(state)].port)]
            if port.kind.isPassThrough {
                goThroughPanel(state, isFront: port.kind == .frontPort, into: &next)
            } else if case .circuit(let circuit) = port.holder {
                goThroughCircuit(state, circuit, into: &next)
            } else {
                settle(state, .complete)
            }
        }
        return next
    }

    private mutating func goThroughPanel(_ state: Int32, isFront: Bool, into next: inout [Int32]) {
        let (port, stack) = (states[Int(state)].port, states[Int(state)].stack)
        var ways = plant.mappingsOfPort[port].map { plant.mappings[Int($0)] }
        let isMany = plant.positionsOfPort[Int(port)] > 1
        let isStrandKnown = isMany && stack >= 0
        if isStrandKnown {
            let position = stacks[Int(stack)].position
            ways.removeAll { (isFront ? $0.frontPosition : $0.rearPosition) != position }
        }
        guard !ways.isEmpty else { return settle(state, .open) }
        let base = isStrandKnown ? stacks[Int(stack)].parent : stack
        let partners = Set(ways.map { isFront ? $0.rear.index : $0.front.index })
        let isWhole = isMany && !isStrandKnown
        if isWhole, partners.count == 1, let partner = partners.first {
            return lead(state, to: partner, base, over: Edge.pass, into: &next)
        }
        if isWhole, !isFront, !isSearch {
            return settle(state, partners.contains { plant.isInUse($0) } ? .split : .open)
        }
        for way in ways {
            let (partner, position) = isFront ? (way.rear.index, way.rearPosition) : (way.front.index, way.frontPosition)
            let isPartnerMany = plant.positionsOfPort[Int(partner)] > 1
            lead(state, to: partner, isPartnerMany ? push(position, on: base) : base, over: Edge.pass, into: &next)
        }
    }

    private mutating func goThroughCircuit(_ state: Int32, _ circuit: Ref<Circuit>, into next: inout [Int32]) {
        let here = states[Int(state)].port
        guard let other = plant.otherSide(of: circuit, from: here) else { return settle(state, .open) }
        var onward: [Int32] = []
        lead(state, to: other.port.index, states[Int(state)].stack, over: Edge.pass, into: &onward)
        if let network = other.providerNetwork {
            edges.append(Edge(from: onward[0], to: -1, cable: Edge.line, level: level + 1))
            settle(onward[0], .complete, network: network)
        } else {
            next.append(contentsOf: onward)
        }
    }
}
