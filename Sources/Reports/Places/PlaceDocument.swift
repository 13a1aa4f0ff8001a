package import Diagnostics
package import Inventories
package import Plants
package import Seals
import Times

/// A rack or a device as a document, `primum.place/1`.
package struct PlaceDocument: Sendable {
    let plant: Plant
    let markings: Markings
    let language: Language

    /// Documents of a plant's places; objections are written in one language.
    package init(_ plant: Plant, _ markings: Markings, _ language: Language) {
        self.plant = plant
        self.markings = markings
        self.language = language
    }

    private var inventory: Inventory { plant.inventory }

    /// A rack with all that is in it, and what an order puts there.
    package func json(of rack: Ref<Rack>) -> JSON {
        let row = inventory.racks[rack]
        return document([
            "rack": .string(inventory.name(of: .rack(rack))),
            "site": .string(inventory.sites[row.site].name.text),
            "owner": inventory.owner(of: .rack(rack)).map { id(of: $0) },
            "units": JSON(row.height),
            "starting_unit": JSON(row.startingUnit),
            "descending_units": .bool(row.descendingUnits),
            "devices": .array(plant.devices(in: rack)) { device(of: $0) },
            "arriving": markings.arrivals.isEmpty
                ? nil
                : .array(markings.arrivals.filter { $0.rack == rack }) { arrival in
                    .object(leavingOutNil: [
                        "name": .string(arrival.device.text), "step": .string(arrival.step.text), "position": units(arrival.position),
                        "height": units(arrival.height), "face": .string(arrival.face.rawValue),
                    ])
                },
        ])
    }

    /// A device with all its ports.
    package func json(of device: Ref<Device>) -> JSON {
        document([
            "device": self.device(of: device),
            "ports": .array(inventory.devices[device].ports.refs) { port in
                let state = plant.state(of: port)
                return .object(leavingOutNil: [
                    "port": inventory.json(of: port),
                    "state": .string(state.word),
                    "cables": .array(plant.cables(in: port)) { cable in
                        .object(leavingOutNil: [
                            "cable": .string(inventory.name(of: .cable(cable))),
                            "to": .array(plant.peers(of: port, over: cable)) { inventory.json(of: $0) },
                        ])
                    },
                    "steps": markings.ports[port].map { .strings($0.map(\.text)) },
                    "objection": markings.objection(to: port, state).map { .string($0[language]) },
                    "offered": markings.offered.contains(port) ? true : nil,
                ])
            },
        ])
    }

    private func document(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        guard case .object(let own) = JSON.object(leavingOutNil: members) else { return .null }
        return .object(
            [
                JSON.Member("schema", "primum.place/1"), JSON.Member("client", .string(inventory.client.id.text)),
                JSON.Member("now", .string(plant.now.rfc3339)),
            ] + own)
    }

    private func device(of device: Ref<Device>) -> JSON {
        let row = inventory.devices[device]
        return .object(leavingOutNil: [
            "name": .string(inventory.name(of: .device(device))),
            "role": row.role.map { .string($0.text) },
            "position": row.positionHalves.map { units($0) },
            "height": units(row.heightHalves),
            "face": row.face.map { .string($0.rawValue) },
            "full_depth": .bool(row.isFullDepth),
            "owner": inventory.owner(of: .device(device)).map { id(of: $0) },
            "origin": row.origin.map { .string($0.text) },
            "steps": markings.devices[device].map { .strings($0.map(\.text)) },
            "objection": markings.objection(to: device).map { .string($0[language]) },
        ])
    }

    /// Half units as units: 21 is 10.5.
    private func units(_ halves: Int) -> JSON { halves.isMultiple(of: 2) ? JSON(halves / 2) : .number(Double(halves) / 2) }

    private func id(of party: Ref<Party>) -> JSON { .string(inventory.parties[party].id.text) }
}
