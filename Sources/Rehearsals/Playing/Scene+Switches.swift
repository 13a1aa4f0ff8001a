import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension Scene {
    /// A running configuration that nobody saved ends with the device's power.
    mutating func stop(_ device: Ref<Device>) {
        guard inventory.devices[device].config?.isSaved == false, changes.configurations[device] == nil else { return }
        changes.configurations[device] = .unsavedLost
    }

    mutating func toggle(_ target: Step.Target, on isOn: Bool, _ deed: inout Deed) {
        switch target {
        case .object(let object): toggle(object, on: isOn, isOne: true, &deed)
        case .everything(let objects, _): for object in objects { toggle(object, on: isOn, isOne: false, &deed) }
        case .unrecorded(_, let name, _):
            if let slot = slot(of: name) { return toggle(.device(slot), on: isOn, isOne: true, &deed) }
            deed.takesUnknownGear = !isOn && changes.installed[name] == nil
        case .unknownGear: deed.takesUnknownGear = !isOn
        default: break
        }
    }

    private mutating func toggle(_ object: ObjectRef, on isOn: Bool, isOne: Bool, _ deed: inout Deed) {
        if case .device(let device) = object, changes.away.contains(device) {
            if isOne { deed.obstacles.append(.carriedAway(inventory.name(of: object))) }
            return
        }
        if isKnown(object, toBe: isOn), isOne {
            deed.obstacles.append(isOn ? .isOn(inventory.name(of: object)) : .isOff(inventory.name(of: object)))
        }
        changes.switches[object] = isOn == firstSwitch(object) ? nil : isOn
        guard case .device(let device) = object else { return deed.switched.append(object) }
        deed.devices.append(device)
        if !isOn { stop(device) }
    }

    /// How something was switched before the order; nil where that is not known.
    private func firstSwitch(_ object: ObjectRef) -> Bool? {
        if case .device(let device) = object, changes.installed[Symbol(inventory.name(of: object))] != nil || isToCome(device) {
            return nil
        }
        let isUp = inventory.states.rows.isEmpty ? .unknown : plant.isUp(object)
        if isUp.isKnown { return isUp.value }
        return isUp.value == nil && !isUp.isConflicting ? true : nil
    }

    private func isKnown(_ object: ObjectRef, toBe isOn: Bool) -> Bool {
        (changes.switches[object] ?? firstSwitch(object)) == isOn
    }
}
