import Diagnostics
import LocatedYAML

extension Resolver {
    /// Two devices in one unit, and positions outside their rack; faces and depth are respected.
    mutating func checkRackSpace(_ pending: [Pending]) {
        var taken: [Ref<Rack>: [Slot: Ref<Device>]] = [:]
        for entry in pending {
            let device = inventory.devices[entry.ref]
            guard let position = device.positionHalves, let span = entry.draft.position?.span else { continue }
            guard let rack = device.rack else {
                if entry.draft.rack == nil {
                    report(
                        Diagnostic("position-without-rack", .error, .positionWithoutRack(device.name.text), at: span, help: [.writeRack]))
                }
                continue
            }
            guard device.parent == nil, device.heightHalves > 0 else { continue }
            let row = inventory.racks[rack]
            let low = row.startingUnit * 2
            guard position >= low, position + device.heightHalves <= low + row.height * 2 else {
                report(.outsideRack(device, row, at: span))
                inventory.devices[entry.ref].positionHalves = nil
                continue
            }
            check(entry.ref, span, in: &taken[rack, default: [:]])
        }
    }

    /// Half a unit on one face of a rack.
    private struct Slot: Hashable {
        var half: Int
        var face: RackFace
    }

    private mutating func check(_ ref: Ref<Device>, _ span: Span, in taken: inout [Slot: Ref<Device>]) {
        let device = inventory.devices[ref]
        let position = device.positionHalves ?? 0
        let faces: [RackFace] = device.isFullDepth ? [.front, .rear] : [device.face ?? .front]
        var other: Ref<Device>?
        for half in position..<position + device.heightHalves {
            for face in faces {
                let slot = Slot(half: half, face: face)
                if let first = taken[slot] { other = other ?? first } else { taken[slot] = ref }
            }
        }
        if let other {
            report(.unitsTaken(device, inventory.devices[other], at: span, first: inventory.devices.span(of: other)))
        }
    }
}
