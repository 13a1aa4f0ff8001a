package import Diagnostics
package import Times

/// A port as its own device sees it.
package struct ObservedPort: Hashable, Sendable {
    /// The name by which the device tells it apart from its other ports.
    package var name: Symbol
    /// Further names that the device has for it: long form, number, name in its controller.
    package var otherNames: [Symbol] = []
    package var admin: AdminState?
    package var operational: OperationalState?
    /// The state in the device's own word.
    package var stateWord: Symbol?
    /// What people wrote about the port: documentation, which may be as old as the last cable, and no observation.
    package var description: Symbol?
    /// When the link last came or went.
    package var lastChange = LastChange.unknown(.notTold)
    package var mac: MACAddress?
    /// The bundle of links whose member the port is.
    package var bundle: Symbol?
    /// The cage whose breakout cable carries the port.
    package var cage: Symbol?
    /// The number by which the device's tables refer to it (ifIndex).
    package var index: UInt32?
    /// What the port feeds over the data cable, in the device's own word.
    package var powerWord: Symbol?
    package var place: Span

    /// A port of which only the name and the place are known.
    package init(name: Symbol, place: Span) {
        self.name = name
        self.place = place
    }

    /// True where the port stands for hardware that is not there: a stack member, a module, a bundle without members.
    package var isPlaceholder: Bool { operational == .notPresent }
}

/// Whether people want the port to work.
package enum AdminState: String, Hashable, Sendable {
    case up, down, testing
}

/// Whether the port works.
package enum OperationalState: String, Hashable, Sendable {
    case up, down
    /// Switched off by the device after a fault: usually there is still a cable in it.
    case errorDisabled
    /// Held back by the device: a member that does not fit its bundle, a copy for a monitor, the spare of a pair.
    case suspended, monitoring, standby
    /// What it stands on is down: a member's link, a bundle.
    case lowerLayerDown
    /// The hardware is missing.
    case notPresent
    /// No transceiver is seated, so that no cable can be in it.
    case noTransceiver
    case dormant, testing

    /// True where the device sees a signal on the cable, as far as the state says.
    package var hasCarrier: Bool {
        switch self {
        case .up, .monitoring, .testing, .dormant, .standby, .suspended: true
        case .down, .errorDisabled, .lowerLayerDown, .notPresent, .noTransceiver: false
        }
    }
}

/// When a port's link last came or went.
package enum LastChange: Hashable, Sendable {
    case at(Timestamp)
    case unknown(Reason)

    /// Why it is not known.
    package enum Reason: String, Hashable, Sendable {
        case notTold
        /// Zero or minus one, as many devices write where they do not count.
        case notCounted
        /// Before the device was started, or after the moment of capture.
        case impossible
    }

    /// The moment; nil where it is not known.
    package var moment: Timestamp? {
        guard case .at(let moment) = self else { return nil }
        return moment
    }
}
