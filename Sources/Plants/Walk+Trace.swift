import Inventories

extension Walk {
    /// The walk as one trace: cables of a level beside each other, ends joined.
    func trace(from port: Ref<Port>) -> Trace {
        var trace = Trace(
            from: port, segments: [], end: .open, to: [], network: outcomes.lazy.compactMap(\.network).first, isLoop: isLoop,
            isContested: states.contains(where: \.isContested), isPlanned: false)
        for edge in edges where edge.cable != Edge.pass { join(edge, to: &trace.segments) }
        trace.isPlanned = trace.segments.contains { $0.cable.map { plant.cables[Int($0.index)].status == .planned } ?? false }
        for outcome in outcomes where outcome.end == .complete && outcome.network == nil {
            let end = Ref<Port>(Int(states[Int(outcome.state)].port))
            if !trace.to.contains(end) { trace.to.append(end) }
        }
        trace.end = end
        return trace
    }

    private func join(_ edge: Edge, to segments: inout [Trace.Segment]) {
        let cable = edge.isCable ? Ref<Cable>(Int(edge.cable)) : nil
        var segment = Trace.Segment(step: Int(edge.level), near: [], cable: cable, far: [])
        let known = segments.lastIndex { $0.step == segment.step && $0.cable == cable }
        if let known { segment = segments[known] }
        let near = Ref<Port>(Int(states[Int(edge.from)].port))
        if !segment.near.contains(near) { segment.near.append(near) }
        if edge.to >= 0 {
            let far = Ref<Port>(Int(states[Int(edge.to)].port))
            if !segment.far.contains(far) { segment.far.append(far) }
        }
        if let known { segments[known] = segment } else { segments.append(segment) }
    }

    /// The end of the walk as a whole: the worst of its ends; split when it divides and the branches end apart.
    private var end: TraceEnd {
        let ends = Set(outcomes.map { states[Int($0.state)].port })
        let isDivided = outcomes.contains { states[Int($0.state)].isDivided || states[Int($0.state)].isContested }
        if ends.count > 1, isDivided { return .split }
        for end in [TraceEnd.unknown, .split, .open] where outcomes.contains(where: { $0.end == end }) { return end }
        return outcomes.isEmpty ? .open : .complete
    }
}

// MARK: - Ways

extension Walk {
    /// The ports and cables by which the walk came to some of its states, in the order of the walk, each once.
    ///
    /// The way to a state at which a cable ends in the unknown includes that cable.
    func way(to arrivals: [Int32]) -> (ports: [UInt32], cables: [UInt32]) {
        var isWanted = [Bool](repeating: false, count: states.count)
        for state in arrivals { isWanted[Int(state)] = true }
        var taken: [Edge] = []
        // An edge is made after all edges that lead to its start, so one pass from the last to the first finds the way.
        for edge in edges.reversed() {
            guard edge.to < 0 ? arrivals.contains(edge.from) : isWanted[Int(edge.to)] else { continue }
            isWanted[Int(edge.from)] = true
            taken.append(edge)
        }
        return parts(of: taken.reversed())
    }

    /// All ports and cables that the walk touched.
    var everything: (ports: [UInt32], cables: [UInt32]) {
        let parts = parts(of: edges)
        return parts.ports.isEmpty ? (states.map(\.port), []) : parts
    }

    private func parts(of edges: [Edge]) -> (ports: [UInt32], cables: [UInt32]) {
        var (ports, cables): ([UInt32], [UInt32]) = ([], [])
        func note(_ port: UInt32) {
            if !ports.contains(port) { ports.append(port) }
        }
        for edge in edges {
            note(states[Int(edge.from)].port)
            if edge.to >= 0 { note(states[Int(edge.to)].port) }
            if edge.isCable, !cables.contains(edge.cable) { cables.append(edge.cable) }
        }
        return (ports, cables)
    }
}
