import Rehearsals

/// A plant small enough that all its worlds can be written out.
struct SmallPlant: CustomStringConvertible {
    /// What is on record between two devices, or at one.
    enum Cable: Hashable {
        case known(Int, Int)
        /// It exists (a neighbour was seen); nobody knows what carries it.
        case dark(Int, Int)
        case expired(Int, Int)
        case loose(Int)
        /// A cord with two unknown ends in passive gear.
        case adrift
        /// What the order adds; it may take the part of an earlier one.
        case added(Int, Int, insteadOf: Int?)
    }

    /// One step: it changes the fate of cables and devices.
    enum Act: Hashable {
        case pull(Int)
        /// Plugged as before: seen to be so, or not.
        case plug(Int, verified: Bool)
        case configure(Int)
        case powerOff(Int)
        case powerOn(Int)
    }

    struct Kind: Hashable {
        var presence: ImpactGraph.Presence = .sure
        var forwards: ImpactGraph.Forwarding = .always
    }

    var kinds: [Kind]
    var cables: [Cable]
    var acts: [Act] = []
    var paths: [Path] = [Path(from: [0], to: [1])]

    struct Path: Hashable {
        var from: [Int]
        var to: [Int]
        var atLeast = 1
    }

    var description: String {
        let list = cables.enumerated().map { number, cable in
            switch cable {
            case .known(let a, let b): "\(number): \(a)--\(b)"
            case .dark(let a, let b): "\(number): \(a)~~\(b)"
            case .expired(let a, let b): "\(number): \(a)··\(b)"
            case .loose(let a): "\(number): \(a)--?"
            case .adrift: "\(number): ?--?"
            case .added(let a, let b, let old): "\(number): \(a)++\(b)" + (old.map { " for \($0)" } ?? "")
            }
        }
        let odd = kinds.enumerated().filter { $0.element != Kind() }.map { "\($0.offset) is \($0.element.presence)/\($0.element.forwards)" }
        return "[\(list.joined(separator: ", "))] \(odd.joined(separator: " ")) \(stages == nil ? "acts \(acts)" : "") paths \(paths)"
    }

    /// The fates after each prefix, written out instead of acts.
    var stages: [Fates]?

    /// The fates after each prefix.
    var fates: [Fates] {
        if let stages { return stages }
        var now = Fates(cables: cables.map { _ in .untouched }, devices: kinds.map { _ in .untouched })
        return acts.map { act in
            switch act {
            case .pull(let cable): now.cables[cable] = isAdded(cable) ? .untouched : .away
            case .plug(let cable, let verified): now.cables[cable] = !verified ? .perhaps : isAdded(cable) ? .there : .untouched
            case .configure(let device): if now.devices[device] != .away { now.devices[device] = .perhaps }
            case .powerOff(let device): now.devices[device] = .away
            case .powerOn(let device): now.devices[device] = .untouched
            }
            return now
        }
    }

    struct Fates: Hashable {
        var cables: [Touches.Fate]
        var devices: [Touches.Fate]
    }

    private func isAdded(_ cable: Int) -> Bool { if case .added = cables[cable] { true } else { false } }
}

// MARK: - What the engine says

extension SmallPlant {
    /// The same plant for the engine.
    func study(effort: Int = 2_000_000) -> ImpactStudy {
        var graph = ImpactGraph()
        let devices = kinds.map { graph.addDevice($0.presence, forwards: $0.forwards) }
        var links: [ImpactGraph.Link] = []
        for cable in cables {
            switch cable {
            case .known(let a, let b): links.append(graph.addLink(devices[a], devices[b]))
            case .dark(let a, let b): links.append(graph.addLink(devices[a], devices[b], isCarrierKnown: false))
            case .expired(let a, let b): links.append(graph.addLink(devices[a], devices[b], .possible))
            case .loose(let a): links.append(graph.addLooseEnd(at: devices[a]))
            case .adrift: links.append(graph.addLooseCable())
            case .added(let a, let b, let old):
                links.append(graph.addLink(devices[a], devices[b], .absent, insteadOf: old.map { links[$0] }))
            }
        }
        let prefixes = fates.map { touches(of: $0, on: graph, devices, links) }
        let service = ImpactService(
            paths.map { path in
                ServicePath(from: path.from.map { devices[$0] }, to: path.to.map { devices[$0] }, atLeast: path.atLeast)
            })
        return ImpactStudy(of: [service], on: graph, after: prefixes, effort: effort)
    }

    private func touches(
        of fates: Fates, on graph: ImpactGraph, _ devices: [ImpactGraph.Device], _ links: [ImpactGraph.Link]
    ) -> Touches {
        var touches = Touches()
        for (cable, fate) in fates.cables.enumerated() where fate != .untouched { touches[links[cable]] = fate }
        for (device, fate) in fates.devices.enumerated() { touches[devices[device]] = fate }
        for (cable, fate) in fates.cables.enumerated() where fate == .away || fate == .perhaps {
            switch cables[cable] {
            case .expired(let a, let b):
                touches.doubt(graph.links(thatMayRunOver: .at(devices[a])))
                touches.doubt(graph.links(thatMayRunOver: .at(devices[b])))
            case .loose(let a): touches.doubt(graph.links(thatMayRunOver: .at(devices[a])))
            case .adrift: touches.doubt(graph.links(thatMayRunOver: .passive))
            case .known, .dark, .added: break
            }
        }
        return touches
    }
}
