package import Inventories

extension Plant {
    /// Where a port leads to the very end: a supply is followed through outlets and the gear behind them to its feed.
    ///
    /// A supply has one trace for each way by which power may come; all other ports have those of `traces(from:)`. Where an outlet does not
    /// name its inlet and its device has several, the record does not say which way it is: these end as split.
    package func wholeTraces(from port: Ref<Port>) -> [Trace] {
        guard ports[Int(port.index)].kind == .powerPort, let device = ports[Int(port.index)].device,
            let supply = supplies(of: device).first(where: { $0.inlet == port })
        else { return traces(from: port) }
        return supply.ways.map { trace(of: $0, from: port) }
    }

    private func trace(of way: PowerWay, from port: Ref<Port>) -> Trace {
        var whole = Trace(from: port, segments: [], end: way.end, to: [], network: nil, isLoop: false, isContested: false, isPlanned: false)
        for hop in way.hops {
            let candidates = traces(from: hop.inlet)
            let part = candidates.first { hop.source.map($0.to.contains) ?? true && (hop.cables.isEmpty || $0.cables == hop.cables) }
            guard let part = part ?? candidates.first else { continue }
            let steps = (whole.segments.last?.step ?? -1) + 1
            for var segment in part.segments {
                segment.step += steps
                whole.segments.append(segment)
            }
            whole.isLoop = whole.isLoop || part.isLoop
            whole.isContested = whole.isContested || part.isContested
            whole.isPlanned = whole.isPlanned || part.isPlanned
        }
        if way.end == .complete, !way.isInletKnown { whole.end = .split }
        whole.to = (way.feed ?? way.hops.last?.source).map { [$0] } ?? []
        return whole
    }
}
