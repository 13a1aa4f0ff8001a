package import Diagnostics
package import Times

/// A thing in or beside a rack: switch, server, panel, PDU, UPS, telephone.
package struct Device: Sendable {
    package var name: Symbol
    package var aka: [Symbol]
    package var type: Ref<DeviceType>?
    package var role: Symbol?
    package var serial: Symbol?
    package var assetTag: Symbol?
    package var site: Ref<Site>?
    package var location: Ref<Location>?
    package var rack: Ref<Rack>?
    /// The lowest unit, in half units (21 is U10.5); nil for 0U gear, blades and gear whose place nobody wrote.
    package var positionHalves: Int?
    package var face: RackFace?
    /// Height in half units; from the device type, else 2 (one unit).
    package var heightHalves: Int
    package var isFullDepth: Bool
    /// The chassis and its bay, for a blade.
    package var parent: (device: Ref<Device>, bay: Symbol)?
    package var virtualChassis: Symbol?
    package var owner: Ref<Party>?
    package var tenant: Ref<Party>?
    package var status: Symbol?
    package var config: Config?
    /// How many of its supplies it needs to live; nil when nobody wrote it (one is then enough).
    package var suppliesNeeded: Int?
    package var evidence: Ref<Evidence>?
    package var tags: [Symbol]
    package var origin: Symbol?
    /// Its ports lie beside each other in the table of ports.
    package var ports: Rows<Port>
    package var mappings: Rows<PortMapping>
    /// The operating system.
    package var platform: Symbol?
    /// Bays for modules and blades, where they are written.
    package var bays: [Symbol] = []
    package var virtualChassisPosition: Int?

    /// What is known of the running configuration.
    package struct Config: Sendable {
        /// A copy of a configuration, and how it was verified.
        package struct Backup: Sendable {
            package var taken: Timestamp?
            package var by: Witness?
            /// How the backup was verified (`compared`, `restored`); a date alone is not verified.
            package var verified: Symbol?
        }

        /// Whether the running configuration is saved; nil when nobody wrote it.
        package var isSaved: Bool?
        package var backup: Backup?
        package var evidence: Ref<Evidence>?
    }
}

/// A kind of device as the device-type library describes it.
package struct DeviceType: Sendable {
    /// `manufacturer/model`, as the library's slug, without case.
    package var key: Symbol
    package var manufacturer: Symbol
    package var model: Symbol
    package var heightHalves: Int
    package var isFullDepth: Bool
    /// Parent for a chassis with bays, child for a blade.
    package var subdeviceRole: Symbol?
}

/// A module in a bay of a device, or of another module.
package struct Module: Sendable {
    package var device: Ref<Device>
    package var bay: Symbol
    /// The module in whose bay it sits; nil for bays of the device itself.
    package var parent: Ref<Module>?
    package var type: Symbol?
    package var serial: Symbol?
    package var assetTag: Symbol?
    package var owner: Ref<Party>?
    package var status: Symbol?
    package var origin: Symbol?
}

/// Devices that are managed as one.
package struct VirtualChassis: Sendable {
    package var name: Symbol
    package var master: Ref<Device>?
    /// The vendor's number or name of it.
    package var domain: Symbol?
    package var description: Symbol?
    package var origin: Symbol?
}

/// Dependence that is no cable: members, of which a number is needed.
package struct DependenceGroup: Sendable {
    package var name: Symbol
    package var members: [ObjectRef]
    /// Parts such as `srv-2:bay/3` in which nothing on record sits.
    package var parts: [Symbol]
    package var needs: Int?
    package var description: Symbol?
}

/// What stops when something is tripped.
package struct Trip: Sendable {
    package var when: Symbol
    package var stops: [ObjectRef]
    package var description: Symbol?
}
