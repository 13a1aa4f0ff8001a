import Diagnostics
package import Inventories
package import Plants
package import Seals
import Times

/// Traces as a document, `primum.trace/1`.
package struct TraceDocument: Sendable {
    let plant: Plant

    package init(_ plant: Plant) {
        self.plant = plant
    }

    /// The traces in their order.
    package func json(of traces: [Trace]) -> JSON {
        .object(leavingOutNil: [
            "schema": "primum.trace/1",
            "client": .string(plant.inventory.client.id.text),
            "now": .string(plant.now.rfc3339),
            "traces": .array(traces) { json(of: $0) },
        ])
    }

    private func json(of trace: Trace) -> JSON {
        .object(leavingOutNil: [
            "from": plant.inventory.json(of: trace.from),
            "segments": .array(trace.segments) { segment in
                .object(leavingOutNil: [
                    "near": .array(segment.near) { plant.inventory.json(of: $0) },
                    "cable": segment.cable.map { json(of: $0) } ?? .null,
                    "far": .array(far(of: segment, in: trace)),
                    "step": JSON(segment.step),
                ])
            },
            "end": .string(trace.end.rawValue),
            "to": .array(trace.to.map { plant.inventory.json(of: $0) } + (trace.network.map { [network($0)] } ?? [])),
            "loop": trace.isLoop ? true : nil,
            "contested": trace.isContested ? true : nil,
            "planned": trace.isPlanned ? true : nil,
        ])
    }

    /// The ports at the far side; of the step out of a circuit, the provider's network.
    private func far(of segment: Trace.Segment, in trace: Trace) -> [JSON] {
        if segment.cable == nil, segment.far.isEmpty, let network = trace.network { return [self.network(network)] }
        return segment.far.map { plant.inventory.json(of: $0) }
    }

    private func json(of cable: Ref<Cable>) -> JSON {
        let row = plant.inventory.cables[cable]
        let exists = plant.exists(cable)
        return .object(leavingOutNil: [
            "id": row.id.map { .string($0.text) },
            "label": row.label.map { .string($0.text) },
            "type": row.type.map { .string($0.text) },
            "status": .string(row.status.rawValue),
            "origin": row.origin.map { .string($0.text) },
            "known": .bool(exists.isKnown),
            "conflicting": exists.isConflicting ? true : nil,
            "until": exists.until.map { .string($0.rfc3339) },
            "evidence": row.evidence.map { evidence($0) },
        ])
    }

    private func evidence(_ ref: Ref<Evidence>) -> JSON {
        let row = plant.inventory.evidence[ref]
        let person: Symbol? =
            switch row.by {
            case .contact(let contact)?: plant.inventory.contacts[contact].id
            case .text(let name)?: name
            case nil: nil
            }
        return .object(leavingOutNil: [
            "source": .string(row.source.rawValue),
            "seen": row.seen.map { .string($0.rfc3339) },
            "by": person.map { .string($0.text) },
        ])
    }

    private func network(_ ref: Ref<ProviderNetwork>) -> JSON {
        let row = plant.inventory.providerNetworks[ref]
        return .object(leavingOutNil: [
            "kind": "provider-network",
            "name": .string(row.name.text),
            "provider": .string(plant.inventory.providers[row.provider].name.text),
            "origin": row.origin.map { .string($0.text) },
        ])
    }
}

extension Inventory {
    /// A port in documents: `device`, or what holds it instead, `kind` and `name`.
    package func json(of port: Ref<Port>) -> JSON {
        let row = ports[port]
        var holder: (device: JSON?, circuit: JSON?, panel: JSON?)
        switch row.holder {
        case .device(let device): holder.device = .string(name(of: .device(device)))
        case .circuit(let circuit): holder.circuit = .string(circuits[circuit].id.text)
        case .feed(let panel): holder.panel = panel.map { .string(powerPanels[$0].name.text) }
        }
        return .object(leavingOutNil: [
            "device": holder.device,
            "circuit": holder.circuit,
            "panel": holder.panel,
            "kind": .string(row.kind.rawValue),
            "name": .string(row.name.text),
            "origin": row.origin.map { .string($0.text) },
        ])
    }
}
