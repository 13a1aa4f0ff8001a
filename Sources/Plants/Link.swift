package import Inventories

/// A trace between two active ports: what is lost when any cable of it is unplugged.
///
/// That it exists and what carries it are two facts: LLDP proves the first and says nothing of the second.
package struct Link: Sendable {
    /// Active ports at its ends: two, or one when the other end is unknown.
    package var ends: [Ref<Port>]
    /// Every port on the way, pass-through ports included, from the first end on.
    package var way: [Ref<Port>]
    /// The cables on the way.
    package var cables: [Ref<Cable>]
    package var exists: Knowledge<Bool>
    package var isCarrierKnown: Bool
    package var isPower: Bool
}

/// How a trace ends.
package enum TraceEnd: String, Sendable {
    /// At an active port, a provider network or a feed.
    case complete
    /// At a port without a cable, or at an unmapped port.
    case open
    /// Where the way divides and the record does not say which strand goes where.
    case split
    /// At an end that nobody knows.
    case unknown
}

/// The way from a port through cables and pass-through ports to where it ends.
package struct Trace: Sendable {
    package struct Segment: Sendable {
        package var near: [Ref<Port>]
        /// Nil for the step from a circuit to its provider network.
        package var cable: Ref<Cable>?
        package var far: [Ref<Port>]
    }

    package var from: Ref<Port>
    package var segments: [Segment]
    package var end: TraceEnd
    package var to: [Ref<Port>]
    /// The provider network at which a circuit ends.
    package var network: Ref<ProviderNetwork>?
}
