package import Inventories

/// How a trace ends.
package enum TraceEnd: String, CaseIterable, Sendable, BitwiseCopyable {
    /// At an active port, a provider network or a feed.
    case complete
    /// At a port without a cable, or at an unmapped port.
    case open
    /// Where the way divides and the record does not say which strand goes where.
    case split
    /// At an end that nobody knows.
    case unknown
}

/// The way from a port through cables and pass-through ports to where it ends.
///
/// Of a front port, a rear port or a circuit side it is the whole way through that port, from an active port on.
package struct Trace: Hashable, Sendable {
    /// One cable of the way; where several cables run in parallel, there is a segment for each, with the same `step`.
    package struct Segment: Hashable, Sendable {
        /// Counts from 0 along the way.
        package var step: Int
        package var near: [Ref<Port>]
        /// Nil for the step from a circuit to its provider network, and after a panel or a circuit behind which no cable is on record.
        package var cable: Ref<Cable>?
        /// Empty when nobody knows where the cable goes.
        package var far: [Ref<Port>]
    }

    /// The port that was asked about.
    package var from: Ref<Port>
    package var segments: [Segment]
    package var end: TraceEnd
    /// The active ports that it reaches; also those of an incomplete trace.
    package var to: [Ref<Port>]
    /// The provider network at which a circuit ends.
    package var network: Ref<ProviderNetwork>?
    /// The way comes back to where it was; it ends there as open.
    package var isLoop: Bool
    /// A port on the way holds several cables, which the record cannot mean.
    package var isContested: Bool
    /// A cable on the way is only planned.
    package var isPlanned: Bool

    /// Every port on the way in its order, each once.
    package var ports: [Ref<Port>] {
        var seen: Set<Ref<Port>> = []
        return segments.flatMap { $0.near + $0.far }.filter { seen.insert($0).inserted }
    }

    /// Every cable on the way in its order, each once.
    package var cables: [Ref<Cable>] {
        var seen: Set<Ref<Cable>> = []
        return segments.compactMap(\.cable).filter { seen.insert($0).inserted }
    }
}

// MARK: - Tracing

extension Plant {
    /// Where a port leads.
    ///
    /// An active port has one trace, or one for each cable where the record has several in it. A port that is walked through has one for
    /// each path through it, in each direction; where no path runs through it, the ways that lead away from it. A port without
    /// a cable has one trace without segments.
    package func traces(from port: Ref<Port>) -> [Trace] {
        isPassThrough(port) ? paths(through: port) : traces(fromActive: port)
    }

    private func traces(fromActive port: Ref<Port>) -> [Trace] {
        var walk = Walk(self)
        let cables = cables(of: livePlugs(in: port.index))
        guard cables.count > 1 else {
            walk.run(from: bundle(at: port))
            return [walk.trace(from: port)]
        }
        return cables.map { cable in
            walk.run(from: [port.index], firstOver: cable)
            return walk.trace(from: port)
        }
    }

    /// The port with the others that share its plug: all ends on its side of a cable of which nobody wrote the strands.
    private func bundle(at port: Ref<Port>) -> [UInt32] {
        guard let plug = livePlugs(in: port.index).first else { return [port.index] }
        let end = ends[Int(plug)]
        guard strandPlan(of: end.cable.index) == nil else { return [port.index] }
        let side = sideEnds(of: end.cable.index, end.side).compactMap { ends[$0].port?.index }
        return side.isEmpty ? [port.index] : side
    }

    private func paths(through port: Ref<Port>) -> [Trace] {
        var walk = Walk(self)
        walk.search(around: port.index)
        var paths: [Trace] = []
        for start in walk.reached.sorted() {
            for var path in traces(fromActive: Ref(Int(start))) where path.passes(port) {
                path.from = port
                if !paths.contains(where: { $0.segments == path.segments }) { paths.append(path) }
            }
        }
        return paths.isEmpty ? stubs(from: port) : paths
    }

    /// The ways from a pass-through port that no path runs through: over its own cable, and behind it.
    private func stubs(from port: Ref<Port>) -> [Trace] {
        var walk = Walk(self)
        var stubs: [Trace] = []
        walk.run(from: [port.index])
        let outward = walk.trace(from: port)
        if !outward.segments.isEmpty || outward.end == .unknown { stubs.append(outward) }
        walk.run(behind: port.index)
        let behind = walk.trace(from: port)
        if !behind.segments.isEmpty { stubs.append(behind) }
        return stubs.isEmpty ? [outward] : stubs
    }
}

extension Trace {
    fileprivate func passes(_ port: Ref<Port>) -> Bool {
        segments.contains { $0.near.contains(port) || $0.far.contains(port) }
    }
}
