package import Diagnostics
package import Times

/// A hardware address that was seen behind a port.
package struct ObservedAddress: Hashable, Sendable {
    package var mac: MACAddress
    /// The port behind which it was seen; nil where the table names none.
    package var port: Symbol?
    /// The network as the table writes it: a number, `All`, a name.
    package var vlan: Symbol?
    package var kind: Kind
    /// How long ago it was last seen.
    package var seenAgo: Period?
    package var place: Span

    /// How the address came into the table.
    package enum Kind: String, Hashable, Sendable {
        /// Heard on the wire: somebody with this address is, or was, there.
        case learned
        /// Written by a person or a feature of the device.
        case fixed
        /// The device's own.
        case own
        /// The table does not say.
        case unstated
    }

    /// An address with its place.
    package init(mac: MACAddress, port: Symbol?, vlan: Symbol?, kind: Kind, place: Span) {
        self.mac = mac
        self.port = port
        self.vlan = vlan
        self.kind = kind
        self.place = place
    }

    /// True where the address shows that a station is behind the port: heard there, and no group's.
    package var showsStation: Bool { (kind == .learned || kind == .unstated) && mac.isStation && port != nil }
}
