import ChangeOrders
import Diagnostics
import Inventories
import Plants

// Running configurations: what a device does today may be nowhere but in its memory.

extension Player {
    /// Devices whose running configuration a step puts at risk: those that it stops, changes, wipes or carries away, and those that
    /// surely or possibly fall with their power.
    ///
    /// Gear that stands in for another answers for itself, and what an earlier step has stopped has nothing left to lose but to a reset.
    func devicesAtRisk(_ step: Step, _ before: Scene, _ fallen: [Ref<Device>]) -> [Ref<Device>] {
        let named = step.verb.endsConfigurations ? before.devices(meantBy: step) : []
        var seen: Set<Ref<Device>> = []
        return (named + fallen).filter { step.verb == .reset || deviceFates[$0] != .away }.compactMap { before.occupant(of: $0) }
            .filter { !scene.plant.isPassive($0) && seen.insert($0).inserted }
    }

    /// Devices that lived before the step and surely or possibly do not at its worst moment.
    func fallenDevices(by fates: [Ref<Device>: Touches.Fate]) -> [Ref<Device>] {
        fates.filter { device, fate in
            (fate == .away || fate == .perhaps) && deviceFates[device] != fate && deviceFates[device] != .away && !isDead(device)
        }.keys.sorted { $0.index < $1.index }
    }

    /// Lets what ran unsaved go, where a step surely stops the device.
    mutating func stopUnsaved(_ devices: [Ref<Device>], _ step: Step, _ fates: [Ref<Device>: Touches.Fate]) {
        guard step.verb != .configure, step.verb != .reset else { return }
        for device in devices where fates[device] == .away { scene.stop(device) }
    }
}

extension Scene {
    /// The device on record that stands in the place of one; nil where it is on no record.
    func occupant(of slot: Ref<Device>) -> Ref<Device>? {
        guard let name = changes.standIns[slot] else { return slot }
        if case .found(let device) = inventory.device(name.text) { return device }
        return nil
    }

    /// Whether an earlier step has configured a device, so that what the record says of its configuration is past.
    func isReconfigured(_ device: Ref<Device>) -> Bool { changes.configurations[device] == .changed }
}

extension Verb {
    /// Whether a device that the verb names does not keep its running configuration, or may not.
    fileprivate var endsConfigurations: Bool {
        switch self {
        case .restart, .reset, .configure, .powerOff, .replace, .remove: true
        case .inspect, .label, .hold, .connect, .disconnect, .move, .install, .powerOn, .other: false
        }
    }
}
