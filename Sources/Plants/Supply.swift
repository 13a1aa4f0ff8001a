import Diagnostics
package import Inventories
import Times

/// One inlet of a device and the ways by which power comes to it.
package struct Supply: Sendable {
    package var device: Ref<Device>
    /// A power port, or the interface that takes power over Ethernet.
    package var inlet: Ref<Port>
    package var isPoE: Bool
    /// One is enough. More than one where the record has several cables in it, or an outlet whose inlet nobody wrote.
    package var ways: [PowerWay]
    /// Whether power arrives, by the record of the ways and of what is out at present.
    package var isFed: Knowledge<Bool>

    /// The feeds at which its ways end, each once.
    package var feeds: [Ref<Port>] {
        var found: [Ref<Port>] = []
        for feed in ways.compactMap(\.feed) where !found.contains(feed) { found.append(feed) }
        return found
    }
}

/// A way from an inlet to where power comes from: inlet, cord, outlet, the inlet behind it, and so on to a feed.
package struct PowerWay: Hashable, Sendable {
    /// From an inlet over cords to an outlet, a feed or a port that gives power over Ethernet.
    package struct Hop: Hashable, Sendable {
        package var inlet: Ref<Port>
        package var cables: [Ref<Cable>]
        /// Nil when nobody knows where the cord goes, or where there is none.
        package var source: Ref<Port>?
    }

    /// From the device on.
    package var hops: [Hop]
    /// `complete` at a feed; `open` at an inlet without a cord or gear without inlets; `unknown` where the record is silent or goes in circles.
    package var end: TraceEnd
    package var feed: Ref<Port>?
    package var panel: Ref<PowerPanel>?
    /// False when an outlet on the way does not name its inlet, and its device has several.
    package var isInletKnown: Bool

    /// The ports on the way, from the device on.
    package var ports: [Ref<Port>] { hops.flatMap { [$0.inlet] + ($0.source.map { [$0] } ?? []) } }
    /// The cords on the way, from the device on.
    package var cables: [Ref<Cable>] { hops.flatMap(\.cables) }
}

extension Plant {
    /// The supplies of a device: one for each power port, and one for each interface that takes power over Ethernet.
    package func supplies(of device: Ref<Device>) -> [Supply] {
        inventory.devices[device].ports.refs.compactMap { port in
            let isPoE = takesPoE(port)
            guard isPoE || ports[Int(port.index)].kind == .powerPort else { return nil }
            let ways = powerWays(from: port, behind: [])
            return Supply(device: device, inlet: port, isPoE: isPoE, ways: ways, isFed: isFed(by: ways))
        }
    }

    private func takesPoE(_ port: Ref<Port>) -> Bool {
        let row = ports[Int(port.index)]
        guard row.kind == .interface, let detail = row.detail else { return false }
        return inventory.portDetails[detail].poeMode?.text == "pd"
    }

    private func powerWays(from inlet: Ref<Port>, behind before: [PowerWay.Hop]) -> [PowerWay] {
        let isCircle = before.contains { $0.inlet == inlet } || before.count >= Walk.longest
        if isCircle { return [PowerWay(hops: before, end: .unknown, feed: nil, panel: nil, isInletKnown: true)] }
        return sources(of: inlet).flatMap { source -> [PowerWay] in
            let hops = before + [PowerWay.Hop(inlet: inlet, cables: source.cables, source: source.port)]
            guard let port = source.port else {
                return [PowerWay(hops: hops, end: source.end, feed: nil, panel: nil, isInletKnown: true)]
            }
            return powerWays(on: port, hops)
        }
    }

    private func powerWays(on source: Ref<Port>, _ hops: [PowerWay.Hop]) -> [PowerWay] {
        switch ports[Int(source.index)].holder {
        case .feed(let panel): return [PowerWay(hops: hops, end: .complete, feed: source, panel: panel, isInletKnown: true)]
        case .circuit: return [PowerWay(hops: hops, end: .unknown, feed: nil, panel: nil, isInletKnown: true)]
        case .device(let device):
            let inlets = inlets(behind: source, of: device)
            guard !inlets.isEmpty else { return [PowerWay(hops: hops, end: .open, feed: nil, panel: nil, isInletKnown: true)] }
            return inlets.flatMap { powerWays(from: $0, behind: hops) }.map { way in
                var way = way
                way.isInletKnown = way.isInletKnown && inlets.count == 1
                return way
            }
        }
    }

    /// The inlet that an outlet names; else all of its device.
    private func inlets(behind source: Ref<Port>, of device: Ref<Device>) -> [Ref<Port>] {
        let all = inventory.devices[device].ports.refs.filter { ports[Int($0.index)].kind == .powerPort }
        guard let detail = ports[Int(source.index)].detail, let name = inventory.portDetails[detail].power.inlet else { return Array(all) }
        let named = all.filter { ports[Int($0.index)].name == name }
        return Array(named.isEmpty ? all : named)
    }

    private typealias Source = (port: Ref<Port>?, cables: [Ref<Cable>], end: TraceEnd)

    private func sources(of inlet: Ref<Port>) -> [Source] {
        let plugs = plugs(in: inlet.index)
        if plugs.count == 1, let plug = plugs.first {
            let end = ends[Int(plug)]
            let other = sideEnds(of: end.cable.index, end.side.other)
            if isPlain[Int(end.cable.index)], let port = ends[other.lowerBound].port, !isPassThrough(port) {
                return [(port, [end.cable], .complete)]
            }
        }
        return traces(from: inlet).flatMap { trace -> [Source] in
            guard !trace.isPlanned else { return [(nil, [], .open)] }
            return trace.to.isEmpty ? [(nil, trace.cables, trace.end)] : trace.to.map { ($0, trace.cables, .complete) }
        }
    }

    /// One way that surely brings power is enough; it is surely off when every way is cut by something that is surely down.
    private func isFed(by ways: [PowerWay]) -> Knowledge<Bool> {
        let answers = ways.map { bringsPower($0) }
        let known = answers.filter { $0.isKnown && $0.value == true }
        if let best = known.max(by: { ($0.until ?? .distantPast) < ($1.until ?? .distantPast) }) { return best }
        if !answers.isEmpty, answers.allSatisfy({ $0.isKnown }) { return answers[0] }
        return answers.first { $0.value == true } ?? .unknown
    }

    private func bringsPower(_ way: PowerWay) -> Knowledge<Bool> {
        if !inventory.states.rows.isEmpty {
            let parts = way.ports.map { ObjectRef.port($0) } + way.cables.map { ObjectRef.cable($0) }
            if let cut = parts.lazy.map({ isUp($0) }).first(where: { $0.isKnown && $0.value == false }) { return cut }
        }
        guard way.end == .complete else { return .unknown }
        var (evidence, until): ([Ref<Evidence>], Timestamp?) = ([], nil)
        var isFresh = way.isInletKnown
        for cable in way.cables {
            let row = cables[Int(cable.index)]
            if let own = row.evidence, !evidence.contains(own) { evidence.append(own) }
            guard let end = end(of: .identity, row.evidence) else {
                isFresh = false
                continue
            }
            until = min(until ?? end, end)
        }
        return isFresh ? .known(true, evidence, until: until) : .expired(true, evidence)
    }
}

/// The supplies of all devices of a plant.
package struct Supplies: Sendable {
    package let all: [Supply]
    private let plant: Plant
    private let suppliesOfPort: Adjacency
    private let suppliesOfCable: Adjacency
    private let suppliesOfDevice: Adjacency

    /// Finds the supplies of every device of a plant.
    package init(_ plant: Plant) {
        let all = plant.inventory.devices.refs.flatMap { plant.supplies(of: $0) }
        (self.plant, self.all) = (plant, all)
        suppliesOfPort = Adjacency(rows: plant.ports.count) { pair in
            for (index, supply) in all.enumerated() {
                for port in Set(supply.ways.flatMap(\.ports) + [supply.inlet]) { pair(port.index, UInt32(index)) }
            }
        }
        suppliesOfCable = Adjacency(rows: plant.cables.count) { pair in
            for (index, supply) in all.enumerated() {
                for cable in Set(supply.ways.flatMap(\.cables)) { pair(cable.index, UInt32(index)) }
            }
        }
        suppliesOfDevice = Adjacency(rows: plant.inventory.devices.count) { pair in
            for (index, supply) in all.enumerated() { pair(supply.device.index, UInt32(index)) }
        }
    }

    /// The supplies by which a device itself lives.
    package func supplies(of device: Ref<Device>) -> [Supply] {
        suppliesOfDevice[device.index].map { all[Int($0)] }
    }

    /// The places in `all` of the supplies by which a device itself lives.
    package func places(of device: Ref<Device>) -> [Int] { suppliesOfDevice[device.index].map { Int($0) } }

    /// The supplies that have a way over an object: those that a power-off of it may cut.
    package func supplies(over object: ObjectRef) -> [Supply] { places(over: object).map { all[$0] } }

    /// The places in `all` of the supplies that have a way over an object.
    package func places(over object: ObjectRef) -> [Int] {
        var seen: Set<UInt32> = []
        if case .cable(let cable) = object {
            if Int(cable.index) < plant.cables.count { seen.formUnion(suppliesOfCable[cable.index]) }
        } else {
            for port in plant.ports(of: object) { seen.formUnion(suppliesOfPort[port]) }
        }
        return seen.sorted().map { Int($0) }
    }
}
