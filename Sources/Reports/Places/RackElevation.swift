package import Diagnostics
package import Inventories
package import Plants

/// A rack from the front and from the rear, unit by unit.
package struct RackElevation: Sendable {
    let plant: Plant
    let markings: Markings
    let typesetter: Typesetter

    /// Pictures of a plant's racks, with the marks of an order or without.
    package init(_ plant: Plant, _ markings: Markings, _ typesetter: Typesetter) {
        self.plant = plant
        self.markings = markings
        self.typesetter = typesetter
    }

    /// What stands in a unit, as one face shows it.
    private struct Occupant {
        let name: String
        let mark: Mark
        /// The uppermost unit of it.
        let isTop: Bool
        /// It is mounted on the other face and reaches through.
        let isBehind: Bool
    }

    private var inventory: Inventory { plant.inventory }
    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }

    /// The columns of a face: the pictures of 42 units with names of ordinary length fit in 80.
    private var faceWidth: Int { min(44, max(14, (typesetter.width - 10) / 2)) }

    /// Every unit from the top down, then what has none, what must not be touched, and the legend.
    package func text(of rack: Ref<Rack>) -> String {
        let row = inventory.racks[rack]
        let mounted = plant.devices(in: rack).filter { inventory.devices[$0].positionHalves != nil }
        let units = Array(row.startingUnit..<row.startingUnit + row.height)
        var text = heading(of: rack) + "\n\n" + border("┌", "┬", "┐")
        for unit in row.descendingUnits ? units : units.reversed() { text += line(unit, of: rack, mounted) }
        text += border("└", "┴", "┘")
        return text + below(rack, mounted) + legend
    }

    // MARK: - The picture

    private func border(_ left: String, _ middle: String, _ right: String) -> String {
        let bar = String(repeating: "─", count: faceWidth)
        let frame = typesetter.ink.painted("    \(left)\(bar)\(middle)\(bar)\(right)", .frame)
        guard left == "┌" else { return frame + "\n" }
        let head = "     \(say(.front).padded(to: faceWidth)) \(say(.rear))"
        return typesetter.ink.painted(head, .frame) + "\n" + frame + "\n"
    }

    private func line(_ unit: Int, of rack: Ref<Rack>, _ mounted: [Ref<Device>]) -> String {
        let bar = typesetter.ink.painted("│", .frame)
        let cells = [RackFace.front, .rear].map { face in
            cell(occupants(of: unit, face, rack, mounted), reservation(of: unit, in: rack))
        }
        return "\(String(unit).rightAligned(to: 3)) \(bar)\(cells[0])\(bar)\(cells[1])\(bar)\n"
    }

    private func cell(_ occupants: [Occupant], _ reservation: String?) -> String {
        guard let first = occupants.first else {
            return (reservation.map { "   " + $0 } ?? "").fitted(to: faceWidth)
        }
        let names = occupants.map { $0.isBehind ? "(\($0.name))" : $0.isTop ? $0.name : "╎" }
        let mark = occupants.map(\.mark).first { $0 != .none } ?? first.mark
        let text = names.joined(separator: " / ").fitted(to: faceWidth - 3)
        let tone = first.isBehind || !first.isTop ? Tone.frame : mark == .none ? .plain : mark.tone
        return " \(typesetter.ink.painted(mark.sign, mark.tone)) \(typesetter.ink.painted(text, tone))"
    }

    private func occupants(of unit: Int, _ face: RackFace, _ rack: Ref<Rack>, _ mounted: [Ref<Device>]) -> [Occupant] {
        let here = mounted.compactMap { device -> Occupant? in
            let row = inventory.devices[device]
            let own = row.face ?? .front
            guard let position = row.positionHalves, Self.meets(unit, position, row.heightHalves), own == face || row.isFullDepth else {
                return nil
            }
            return Occupant(
                name: own == face ? label(of: device, in: rack) : inventory.name(of: .device(device)).displayed, mark: mark(of: device),
                isTop: isTop(unit, position, row.heightHalves, in: rack), isBehind: own != face)
        }
        let coming = markings.arrivals.filter { $0.rack == rack && $0.face == face && Self.meets(unit, $0.position, $0.height) }
        return here
            + coming.map { arrival in
                Occupant(
                    name: "\(arrival.device.text.displayed) (\(arrival.step.text.displayed))", mark: .arriving,
                    isTop: isTop(unit, arrival.position, arrival.height, in: rack), isBehind: false)
            }
    }

    private static func meets(_ unit: Int, _ position: Int, _ height: Int) -> Bool {
        position < unit * 2 + 2 && position + height > unit * 2
    }

    /// The unit that is drawn first of all that a device takes.
    private func isTop(_ unit: Int, _ position: Int, _ height: Int, in rack: Ref<Rack>) -> Bool {
        let units = (position / 2)...((position + max(1, height) - 1) / 2)
        return unit == (inventory.racks[rack].descendingUnits ? units.lowerBound : units.upperBound)
    }

    private func label(of device: Ref<Device>, in rack: Ref<Rack>) -> String {
        let row = inventory.devices[device]
        var words = [inventory.name(of: .device(device)).displayed]
        if let role = row.role { words.append(role.text.displayed) }
        let owner = inventory.owner(of: .device(device))
        if owner != inventory.owner(of: .rack(rack)) { words.append(owner.map { name(of: $0) } ?? say(.nobodys)) }
        if let steps = markings.devices[device] { words.append("← \(steps.map(\.text.displayed).joined(separator: " "))") }
        return words.joined(separator: "  ")
    }

    private func mark(of device: Ref<Device>) -> Mark {
        Mark(isTouched: markings.devices[device] != nil, isForbidden: markings.objection(to: device) != nil)
    }

    private func reservation(of unit: Int, in rack: Ref<Rack>) -> String? {
        inventory.racks[rack].reservations.first { $0.units.contains(unit) }.map { reservation in
            say(.reserved(reservation.text.text.displayed, reservation.party.map { name(of: $0) }))
        }
    }

    // MARK: - Around the picture

    private func heading(of rack: Ref<Rack>) -> String {
        let row = inventory.racks[rack]
        var words = [typesetter.ink.painted(inventory.name(of: .rack(rack)).displayed, .strong)]
        words.append(
            ([row.location.map { inventory.locations[$0].name }, inventory.sites[row.site].name] as [Symbol?])
                .compactMap { $0?.text.displayed }.joined(separator: ", "))
        words.append(inventory.owner(of: .rack(rack)).map { say(.owner(name(of: $0))) } ?? say(.nobodys))
        words.append("\(row.height)U")
        return words.joined(separator: " · ")
    }

    private func below(_ rack: Ref<Rack>, _ mounted: [Ref<Device>]) -> String {
        var text = ""
        let rest = plant.devices(in: rack).filter { !mounted.contains($0) }
        if !rest.isEmpty {
            text += say(.unplaced) + "\n"
            for device in rest { text += "  \(mark(of: device).sign) \(label(of: device, in: rack))\(bay(of: device))\n" }
        }
        guard markings.hasOrder else { return text }
        for device in plant.devices(in: rack) {
            guard let objection = markings.objection(to: device) else { continue }
            let name = inventory.name(of: .device(device)).displayed
            text += typesetter.ink.painted("✗ \(name): \(say(objection))", .danger) + "\n"
        }
        return text
    }

    private func bay(of device: Ref<Device>) -> String {
        inventory.devices[device].parent.map { " (\(inventory.name(of: .device($0.device)).displayed):bay/\($0.bay.text.displayed))" } ?? ""
    }

    private var legend: String {
        markings.hasOrder ? Mark.legend(typesetter, arrivals: true) + "\n" : ""
    }

    private func name(of party: Ref<Party>) -> String { inventory.parties[party].name.text.displayed }
}

extension Phrase {
    fileprivate static let front = Phrase(en: "front", ru: "спереди")
    fileprivate static let rear = Phrase(en: "rear", ru: "сзади")
    fileprivate static let unplaced = Phrase(en: "in the rack, not in a unit on record:", ru: "в стойке, юнит не записан:")
    static let nobodys = Phrase(en: "owner unknown", ru: "владелец неизвестен")

    static func owner(_ name: String) -> Phrase { Phrase(en: "owner \(name)", ru: "владелец \(name)") }

    fileprivate static func reserved(_ text: String, _ party: String?) -> Phrase {
        let whom = party.map { " (\($0))" } ?? ""
        return Phrase(en: "reserved: \(text)\(whom)", ru: "резерв: \(text)\(whom)")
    }
}
