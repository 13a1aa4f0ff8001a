import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension Scene {
    /// Does what a step says, as far as it can be done.
    mutating func play(_ step: Step) -> Deed {
        var deed = Deed()
        for target in step.targets where target.isStrange(in: self) { deed.isStrange = true }
        switch step.verb {
        case .inspect, .label, .hold: break
        case .connect: for connection in step.connections { connect(connection, &deed) }
        case .disconnect: for target in step.targets { disconnect(target, &deed) }
        case .move: move(step.transfers, &deed)
        case .install: install(step, &deed)
        case .remove: for target in step.targets { remove(target, part: step.part, &deed) }
        case .replace: replace(step, &deed)
        case .powerOff: for target in step.targets { toggle(target, on: false, &deed) }
        case .powerOn: for target in step.targets { toggle(target, on: true, &deed) }
        case .restart:
            deed.pauses = devices(meantBy: step)
            for device in deed.pauses { stop(device) }
        case .configure, .reset: configure(step, &deed)
        case .other: changes.unknowns.append(step.text ?? step.id)
        }
        return deed
    }

    /// The devices on record that a step names, gear that stands in for one taken for it.
    func devices(meantBy step: Step) -> [Ref<Device>] {
        var found: [Ref<Device>] = []
        func add(_ device: Ref<Device>) { if !found.contains(device) { found.append(device) } }
        for target in step.targets {
            switch target {
            case .object(.device(let device)): add(slot(of: Symbol(inventory.name(of: .device(device)))) ?? device)
            case .object(.module(let module)): add(inventory.modules[module].device)
            case .everything(let objects, _): for case .device(let device) in objects { add(device) }
            case .unrecorded(_, let name, _): if let slot = slot(of: name) { add(slot) }
            default: break
            }
        }
        return found
    }
}

extension Step.Target {
    /// Whether nobody on record says what it is.
    fileprivate func isStrange(in scene: Scene) -> Bool {
        switch self {
        case .unknownGear: true
        case .unrecorded(_, let name, _):
            scene.slot(of: name) == nil
                && !scene.changes.installed.keys.contains { $0 == name || ChangeOrder.deviceName(ofReference: name.text) == $0.text }
        default: false
        }
    }
}
