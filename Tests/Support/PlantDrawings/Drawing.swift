import Diagnostics
package import Inventories
package import Plants
package import Times

/// A plant drawn in a test, and the traces that the drawing says it has.
///
///     [sw-1:Gi1] --C1-- [PP-1:front/7 | PP-1:rear/7] --T1-- [PP-2:rear/7 | PP-2:front/7] --C2-- [pc:eth0] complete
///
/// A line is a way: ports in brackets, cables between them; the left side of a cable is its A side. `a | b` is a way through a panel or
/// a circuit, and becomes a mapping. Commas join what is in parallel: `[if, if] --C1, C2-- [if, if]`. A line that ends with how a
/// trace ends says that the trace of its first port is just that. A line that begins with `>` says so and draws nothing.
///
/// Ports are `device:name` (an interface), `device:front/1`, `rear/1`, `power/1`, `outlet/1`, `console/1`, `circuit:ID/A`, `feed:NAME`;
/// `?` is an end that nobody knows, `~~ [network:NAME]` follows a circuit. `rear/1@7` is position 7 of a rear port, in a mapping;
/// `if#2/1-4` is connector 2, positions 1 to 4, on a cable. A cable may have attributes: `--C1(breakout-1c4p-4c1p; photo 40d)--` with
/// a profile, a status, and evidence as source and age; `nobody` for none. Without any it was traced the day before.
///
/// Other lines are remarks: `PP-1:front/9 occupied (photo 40d)`, `… empty`, `… marked`, `pdu:outlet/3 from A`, `rear/1 has 48`,
/// `[sw:eth] is pd`.
package struct Drawing: Sendable {
    /// 2026-12-01T00:00:00Z.
    package static let now = CivilTime(date: CivilDate(year: 2026, month: 12, day: 1)).timestamp

    /// Half a year for who has seen or written it, a month for what was read off or photographed, a quarter of an hour for states.
    package static let shelfLife = ShelfLife(periods: [
        .identity: [.traced: .days(180), .document: .days(180), .label: .days(90), .photo: .days(30), .lldp: .days(30)],
        .occupancy: [.traced: .days(90), .document: .days(90), .photo: .days(30)],
        .state: [.traced: .minutes(15), .lldp: .minutes(15)],
    ])

    package let inventory: Inventory
    package let plant: Plant
    /// The traces that the drawing says: from which port, and the way in the form of `text(of:)`.
    package let expected: [(from: String, text: String)]
    private let ports: [String: Ref<Port>]
    private let cables: [String: Ref<Cable>]

    /// - Parameter shuffledBy: a seed by which the rows of the inventory are put in another order; nil leaves them as drawn.
    package init(_ text: String, shuffledBy seed: UInt64? = nil) {
        var sketch = Sketch()
        for line in text.split(separator: "\n") { sketch.read(String(line)) }
        if let seed { sketch.shuffle(seed) }
        let built = sketch.built()
        (inventory, ports, cables, expected) = (built.inventory, built.ports, built.cables, sketch.expected)
        plant = Plant(built.inventory, now: Self.now, shelfLife: Self.shelfLife)
    }

    package func port(_ name: String) -> Ref<Port> {
        guard let port = ports[name] else { preconditionFailure("no port `\(name)` is drawn") }
        return port
    }

    package func cable(_ name: String) -> Ref<Cable> {
        guard let cable = cables[name] else { preconditionFailure("no cable `\(name)` is drawn") }
        return cable
    }

    package func device(_ name: String) -> Ref<Device> {
        guard let device = inventory.devices.refs.first(where: { inventory.devices[$0].name.text == name }) else {
            preconditionFailure("no device `\(name)` is drawn")
        }
        return device
    }

    /// The name by which a port is drawn.
    package func name(of port: Ref<Port>) -> String {
        ports.first { $0.value == port }?.key ?? "?"
    }

    package func name(of cable: Ref<Cable>) -> String {
        cables.first { $0.value == cable }?.key ?? "?"
    }

    /// The ports that have a trace of their own: all with a cable.
    package var cabledPorts: [Ref<Port>] {
        inventory.ports.refs.filter { !plant.cables(in: $0).isEmpty }
    }
}

// MARK: - Drawing traces

extension Drawing {
    /// The traces of a port, drawn, in alphabetical order.
    package func traces(from port: String) -> [String] {
        plant.traces(from: self.port(port)).map { text(of: $0) }.sorted()
    }

    /// A trace as a line of a drawing; what is in parallel stands in alphabetical order.
    package func text(of trace: Trace) -> String {
        let steps = Set(trace.segments.map(\.step)).sorted().map { step in trace.segments.filter { $0.step == step } }
        guard !steps.isEmpty else { return "[\(name(of: trace.from))] \(trace.end.rawValue)" }
        var line = "["
        for (index, step) in steps.enumerated() {
            line += list(step.flatMap(\.near).map { name(of: $0) })
            let cables = step.compactMap(\.cable).map { name(of: $0) }
            if !cables.isEmpty {
                line += "] --\(list(cables))-- ["
                line += list(step.flatMap(\.far).map { name(of: $0) })
                if step.contains(where: { $0.cable != nil && $0.far.isEmpty }) { line += "?" }
                if index + 1 < steps.count { line += " | " }
            } else if let network = trace.network {
                line += "] ~~ [network:\(inventory.providerNetworks[network].name.text)"
            }
        }
        return line + "] \(trace.end.rawValue)"
    }

    private func list(_ names: [String]) -> String {
        Set(names).sorted().joined(separator: ", ")
    }

    /// What the plant says otherwise than the drawing, one line for each; empty when they agree.
    package var disagreements: [String] {
        expected.compactMap { from, text in
            let traces = traces(from: from)
            return traces.contains(text) ? nil : "drawn: \(text)\ntraced: \(traces.joined(separator: "\n        "))"
        }
    }
}
