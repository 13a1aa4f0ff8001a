package import Diagnostics
package import Inventories

/// What undoes a step, as far as the order and the inventory say (formats.md's table).
package enum WayBack: Sendable {
    /// The step changes nothing.
    case nothingChanged
    /// These put things back, in this order.
    case steps([Step])
    case none(Reason)

    /// Why there is no way back.
    package enum Reason: String, CaseIterable, Sendable, BitwiseCopyable {
        /// The order says `undo: none`.
        case written
        /// A restart is not taken back.
        case restart
        /// The configuration is gone, and no verified backup is on record.
        case noBackup = "no-backup"
        /// The configuration changes, and neither a saved one nor a backup is on record.
        case noConfiguration = "no-configuration"
        /// What is touched is on no record.
        case unrecorded
        /// The step says in words only what it does.
        case words
    }
}

extension ChangeOrder {
    /// What undoes the first `count` steps, the last one first: each with the id of the step that it undoes.
    package func waysBack(fromStep count: Int, in inventory: Inventory) -> [(step: Symbol, way: WayBack)] {
        var cords = Cords(inventory)
        var ways: [(step: Symbol, way: WayBack)] = []
        for step in steps.prefix(count) {
            ways.append((step.id, step.wayBack(in: inventory, from: cords)))
            cords.play(step)
        }
        return ways.reversed()
    }
}

extension Step {
    /// What undoes the step: what the order writes, otherwise what the verb's row of formats.md's table says.
    ///
    /// - Parameter cords: where every cord is before the step.
    package func wayBack(in inventory: Inventory, from cords: Cords) -> WayBack {
        switch undo {
        case .none: .none(.written)
        case .written(let steps): .steps(steps)
        case .automatic: Inversion(step: self, inventory: inventory, cords: cords).wayBack
        }
    }
}

/// The inversion of one step.
private struct Inversion {
    let step: Step
    let inventory: Inventory
    let cords: Cords

    var wayBack: WayBack {
        switch step.verb {
        case .inspect, .label, .hold: .nothingChanged
        case .connect: .steps([disconnection])
        case .disconnect: reconnection
        case .move: .steps([undoing(.move) { $0.transfers = step.transfers.reversed().map(\.reversed) }])
        case .install: removal
        case .remove: reinstallation
        case .replace: replacementBack
        case .powerOff: .steps([undoing(.powerOn) { $0.targets = step.targets }])
        case .powerOn: .steps([undoing(.powerOff) { $0.targets = step.targets }])
        case .restart: .none(.restart)
        case .configure: configuration(orElse: .noConfiguration) { $0.isSaved == true || $0.backup != nil }
        case .reset: configuration(orElse: .noBackup) { $0.backup?.verified != nil }
        case .other: .none(.words)
        }
    }

    private func undoing(_ verb: Verb, _ number: Int? = nil, _ fill: (inout Step) -> Void) -> Step {
        var undo = Step(id: Symbol("\(step.id)-undo\(number.map { "-\($0)" } ?? "")"), verb: verb)
        undo.wishes = step.wishes
        undo.span = step.span
        undo.targetSpan = step.targetSpan
        fill(&undo)
        return undo
    }

    /// Both ends of the cords that were plugged.
    private var disconnection: Step {
        undoing(.disconnect) { undo in
            for connection in step.connections {
                undo.targets += [connection.a, connection.b].compactMap(\.target)
            }
        }
    }

    /// The cords that the step unplugs, back in the same ports.
    private var reconnection: WayBack {
        var connections: [Step.Connection] = []
        for target in step.targets {
            switch target {
            case .object(.port(let port)): connections += self.connections(at: .port(port))
            case .unrecorded(_, let name, let near): connections += self.connections(at: .unrecorded(name: name, suggestions: near))
            case .object(.cable(let cable)):
                guard let cord = cords.cord(of: cable), let first = cord.ends.first else { continue }
                for end in cord.ends.dropFirst() { connections.append(connection(cord, first, end)) }
                if cord.ends.count == 1 { connections.append(connection(cord, .unknown, first)) }
            default: return .none(.unrecorded)
            }
        }
        return connections.isEmpty ? .nothingChanged : .steps([undoing(.connect) { $0.connections = connections }])
    }

    private func connections(at end: Step.Endpoint) -> [Step.Connection] {
        cords.cords(at: end).map { cord in connection(cord, cord.ends.first { $0 != end } ?? .unknown, end) }
    }

    private func connection(_ cord: Cords.Cord, _ a: Step.Endpoint, _ b: Step.Endpoint) -> Step.Connection {
        Step.Connection(a: a, b: b, cableType: cord.type, label: cord.label, cable: cord.cable)
    }

    private var removal: WayBack {
        if step.part != nil || step.targets.contains(where: \.isModule) {
            return .steps([
                undoing(.remove) {
                    $0.targets = step.targets
                    $0.part = step.part
                }
            ])
        }
        guard let installation = step.installation else { return .none(.unrecorded) }
        let device: Step.Target =
            installation.recorded.map { .object(.device($0)) } ?? .unrecorded(kind: "device", name: installation.device, suggestions: [])
        // Cords that came with the device do not stay behind.
        let ends = installation.cords.flatMap { [$0.a, $0.b] }.compactMap(\.target)
        guard !ends.isEmpty else { return .steps([undoing(.remove) { $0.targets = [device] }]) }
        return .steps([undoing(.disconnect, 1) { $0.targets = ends }, undoing(.remove, 2) { $0.targets = [device] }])
    }

    /// Every device back in its place, its cords as they were.
    private var reinstallation: WayBack {
        var steps: [Step] = []
        for target in step.targets {
            switch target {
            case .object(.device) where step.part != nil, .object(.module):
                steps.append(
                    undoing(.install, steps.count + 1) {
                        $0.targets = [target]
                        $0.part = step.part
                    })
            case .object(.device(let device)): steps.append(installation(of: device, steps.count + 1))
            case .everything(let objects, _):
                for case .device(let device) in objects { steps.append(installation(of: device, steps.count + 1)) }
            default: return .none(.unrecorded)
            }
        }
        return .steps(steps)
    }

    private func installation(of device: Ref<Device>, _ number: Int) -> Step {
        let row = inventory.devices[device]
        var installation = Step.Installation(device: Symbol(inventory.name(of: .device(device))), recorded: device)
        installation.deviceType = row.type.map { inventory.deviceTypes[$0].key }
        installation.rack = row.rack
        installation.positionHalves = row.positionHalves
        installation.heightHalves = row.heightHalves
        installation.face = row.face
        for port in row.ports.refs {
            // A cord between two ports of the same device is plugged once.
            installation.cords += connections(at: .port(port)).filter { cord in
                !installation.cords.contains { $0.a == cord.b && $0.b == cord.a }
            }
        }
        return undoing(.install, step.targets.count == 1 && !step.targets[0].isSet ? nil : number) { undo in
            undo.installation = installation
            if row.rack == nil {
                undo.targets = [row.location.map { .object(.location($0)) }, row.site.map { .object(.site($0)) }].compactMap(\.self).prefix(
                    1
                ).map(\.self)
            }
        }
    }

    private var replacementBack: WayBack {
        guard let replacement = step.replacement, let with = replacement.with else { return .none(.unrecorded) }
        if case .unknownGear = replacement.out { return .none(.unrecorded) }
        return .steps([
            undoing(.replace) { undo in
                undo.targets = [with]
                undo.part = step.part
                undo.replacement = Step.Replacement(out: with, with: replacement.out, cords: replacement.cords)
            }
        ])
    }

    /// The configuration that is on record put back, where it is good enough.
    private func configuration(orElse reason: WayBack.Reason, _ isEnough: (Device.Config) -> Bool) -> WayBack {
        for target in step.targets {
            guard case .object(.device(let device)) = target, let config = inventory.devices[device].config, isEnough(config) else {
                return .none(reason)
            }
        }
        guard !step.targets.isEmpty else { return .none(.unrecorded) }
        let words = Phrase(en: "restore the saved configuration", ru: "вернуть сохранённую конфигурацию")
        return .steps([
            undoing(.configure) {
                $0.targets = step.targets
                $0.text = Symbol(words[inventory.client.language])
            }
        ])
    }
}

extension Step.Transfer {
    /// The end back where it was.
    fileprivate var reversed: Step.Transfer { Step.Transfer(from: to, to: from, cable: cable, label: label, span: span) }
}

extension Step.Endpoint {
    /// The end as what a step names; nil where nobody knows it.
    package var target: Step.Target? {
        switch self {
        case .port(let port): .object(.port(port))
        case .unrecorded(let name, let suggestions): .unrecorded(kind: "port", name: name, suggestions: suggestions)
        case .unknown: nil
        }
    }
}

extension Step.Target {
    fileprivate var isModule: Bool {
        if case .object(.module) = self { true } else { false }
    }

    fileprivate var isSet: Bool {
        if case .everything = self { true } else { false }
    }
}
