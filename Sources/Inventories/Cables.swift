package import Diagnostics

/// Which side of a cable: labels, not directions.
package enum CableSide: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case a, b
}

/// A cable or cord: two sides, each of which is a list of ends.
package struct Cable: Sendable, BitwiseCopyable {
    /// Whether it is in place.
    package enum Status: String, CaseIterable, Sendable, BitwiseCopyable {
        case connected, planned, decommissioning
    }

    /// The client's own name of the cable; nil when it has none.
    package var id: Symbol?
    package var label: Symbol?
    package var type: Symbol?
    package var status: Status
    package var colour: Symbol?
    package var profile: Symbol?
    package var bundle: Symbol?
    /// As written, such as `3 m`.
    package var length: Symbol?
    package var owner: Ref<Party>?
    package var tenant: Ref<Party>?
    package var evidence: Ref<Evidence>?
    /// Trays and ducts that it runs through: a range of `Inventory.routes`.
    package var route: Rows<RouteElement>
    /// All ends, the A side's first.
    package var ends: Rows<CableEnd>
    package var origin: Symbol?
}

/// One end of a cable on one side.
package struct CableEnd: Sendable, BitwiseCopyable {
    package var cable: Ref<Cable>
    package var side: CableSide
    /// Nil when nobody knows where it goes.
    package var port: Ref<Port>?
    /// The connector of the cable's profile, from 1; 0 when nobody wrote it.
    package var connector: UInt16
    /// The positions of the connector that this end takes, as a bit set (bit 0 is position 1); 0 when nobody wrote them.
    package var positions: UInt64
}

/// A tray, duct or conduit.
package struct RouteElement: Sendable, BitwiseCopyable {
    package var name: Symbol
}
