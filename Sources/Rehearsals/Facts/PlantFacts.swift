package import Diagnostics
package import Inventories
package import Times

/// A link between two active ports, or from an active port into the unknown, seen from the port that is handled.
package struct LinkFact: Sendable, BitwiseCopyable {
    /// The sorted ends, an unknown one as `?`.
    package var key = Symbol.empty
    package var label = Symbol.empty
    /// The port that is touched, or the nearer active end.
    package var port: Ref<PortFact>?
    package var device: Ref<DeviceFact>?
    package var farEnd: Ref<KnownFact<Ref<PortFact>>>?
    package var exists: Ref<KnownFact<Bool>>?
    package var carriedBy: Ref<KnownFact<Refs<CableFact>>>?
    package var owner: Ref<KnownFact<Ref<PartyFact>>>?
    package var candidateOwners = Refs<PartyFact>()
    package var purpose: Ref<KnownFact<Symbol>>?
    package var cables = Refs<CableFact>()
    /// `certain` or `possible` in a step's `disturbs`; empty elsewhere.
    package var hit = Symbol.empty
    package var alreadyDown = false
    /// A later step of the order makes it again.
    package var restored = false
    /// It comes back to the very same ports.
    package var samePort = false
    /// Services that run, or may run, over it.
    package var services = Refs<ServiceFact>()
    package var statements = Refs<StatementFact>()
    /// Every candidate owner has said "not ours".
    package var orphaned = false
    package var management = false
    package var evidenceAge: Period?

    package init() {}
}

/// A port, and what is plugged into it.
package struct PortFact: Sendable, BitwiseCopyable {
    package var key = Symbol.empty
    package var label = Symbol.empty
    package var name = Symbol.empty
    package var kind = Symbol.empty
    package var type = Symbol.empty
    package var device: Ref<DeviceFact>?
    package var rack: Ref<RackFact>?
    package var occupied: Ref<KnownFact<Bool>>?
    /// A cable on record ends here.
    package var documented = false
    package var cable: Ref<CableFact>?
    /// An earlier step of the order unplugs it.
    package var freedByOrder = false

    package init() {}
}

/// A cable on record.
package struct CableFact: Sendable, BitwiseCopyable {
    package var key = Symbol.empty
    /// By id, label or ends, for people.
    package var name = Symbol.empty
    /// What is printed on it; empty when nothing is on record.
    package var label = Symbol.empty
    package var type = Symbol.empty
    package var a: Ref<PortFact>?
    package var b: Ref<PortFact>?
    /// The name of the one rack in which it ends; empty when it runs between racks, or when none is on record.
    package var rack = Symbol.empty
    package var owner: Ref<KnownFact<Ref<PartyFact>>>?
    /// Cables in the same racks whose labels a hand can take for this one's.
    package var lookAlikes = Refs<CableFact>()

    package init() {}
}

/// A device, and what people must know before they touch it.
package struct DeviceFact: Sendable, BitwiseCopyable {
    package var name = Symbol.empty
    package var role = Symbol.empty
    package var serial = Symbol.empty
    package var assetTag = Symbol.empty
    package var rack: Ref<RackFact>?
    package var room: Ref<RoomFact>?
    /// As on the rack, `U20`; empty when nobody wrote it.
    package var place = Symbol.empty
    package var owner: Ref<KnownFact<Ref<PartyFact>>>?
    package var configSaved: Ref<KnownFact<Bool>>?
    /// A backup of the configuration that somebody verified.
    package var backupVerified: Ref<KnownFact<Bool>>?
    package var up: Ref<KnownFact<Bool>>?
    /// Watts.
    package var draw: Ref<KnownFact<Int64>>?
    /// Of devices that are handled as a whole.
    package var supplies = Refs<SupplyFact>()
    /// Links that end at it or run through it; of devices that are handled as a whole.
    package var links = Refs<LinkFact>()
    /// Panels and couplers.
    package var passive = false
    /// `power`, `cooling`, `fire`, `emergency-off`, or empty.
    package var gear = Symbol.empty
    /// How many of name, serial, asset tag and place are on record.
    package var identifiers: Int64 = 0
    /// Has a configuration that can be lost.
    package var configurable = false

    package init() {}
}

/// A rack, and who has something in it.
package struct RackFact: Sendable, BitwiseCopyable {
    package var name = Symbol.empty
    package var owner: Ref<KnownFact<Ref<PartyFact>>>?
    package var room: Ref<RoomFact>?
    /// Owners of what stands in it.
    package var owners = Refs<PartyFact>()
    /// They are of more than one organisation: the client's departments are one, and who does the work does not count.
    package var shared = false
    package var freeUnits: Int64 = 0

    package init() {}
}

/// A room, and what depends on it.
package struct RoomFact: Sendable, BitwiseCopyable {
    package var name = Symbol.empty
    package var site = Symbol.empty
    /// Services whose ways go through the room.
    package var services = Refs<ServiceFact>()
    /// One of them is of high criticality or life safety.
    package var critical = false

    package init() {}
}

/// The way of power into a device by one inlet.
package struct SupplyFact: Sendable, BitwiseCopyable {
    package var key = Symbol.empty
    package var label = Symbol.empty
    package var device: Ref<DeviceFact>?
    package var feeds = Refs<FeedFact>()
    package var fed: Ref<KnownFact<Bool>>?
    /// The device lives on without it by the record.
    package var redundant = false

    package init() {}
}

/// A power feed, and what it bears.
package struct FeedFact: Sendable, BitwiseCopyable {
    package var name = Symbol.empty
    package var panel = Symbol.empty
    /// Watts that may be drawn: voltage, amperage, phase and share.
    package var capacity: Int64 = 0
    /// Watts that are known to be drawn.
    package var load: Int64 = 0
    package var incomplete = false

    package init() {}
}

/// A service of the client.
package struct ServiceFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var name = Symbol.empty
    package var department: Ref<PartyFact>?
    /// `low`, `normal`, `high`, `life-safety`.
    package var criticality = Symbol("normal")
    package var hours = Symbol.empty
    package var downtime: Period?
    package var costPerHour: Int64?
    /// The record explains how it is up before the order.
    package var explained = true

    package init() {}
}

/// What the prefix that ends with a step does to a service, against the start.
package struct ImpactFact: Sendable, BitwiseCopyable {
    package var service: Ref<ServiceFact>?
    package var step: Ref<StepFact>?
    /// `no-impact`, `reduced-redundancy`, `degraded`, `outage`.
    package var atBest = Symbol("no-impact")
    package var atWorst = Symbol("no-impact")
    /// Of an outage: `certain`, `possible`, `excluded`, `unexplained`.
    package var certainty = Symbol("excluded")
    /// The first step from which it is so without a break.
    package var since: Ref<StepFact>?
    package var starts: Timestamp?
    /// When it is over; nil when the order does not end it or times are not known.
    package var until: Timestamp?
    /// How long it lasts, where times are known.
    package var lasts: Period?
    /// What is tolerated: the contract's and the service's downtime, the smaller.
    package var tolerated: Period?
    /// It falls into the hours in which the service is used.
    package var inHours = false
    /// `untouched`, `survives`, or empty.
    package var basis = Symbol.empty
    /// The way or elements that show it, in order.
    package var shownBy = Refs<Symbol>()
    /// The ways that must take over.
    package var leansOn = Refs<LinkFact>()
    /// Links of them that nothing shows up: neither fresh evidence nor that the service works.
    package var unproven = Refs<LinkFact>()
    /// None of them is without proof.
    package var proven = false

    package init() {}
}

/// A person of the order, or one who can be asked.
package struct PersonFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var name = Symbol.empty
    package var party: Ref<PartyFact>?
    /// Known to the client as a contact.
    package var contact = false
    package var reach = Symbol.empty
    package var crewTask = Symbol.empty

    package init() {}
}

/// An organisation or department.
package struct PartyFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var name = Symbol.empty
    package var kind = Symbol.empty
    /// The order tells it beforehand.
    package var told = false
    package var present = false
    /// Something of it surely or possibly stops, or is touched.
    package var affected = false

    package init() {}
}

/// What two parties agreed on.
package struct ContractFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var clause = Symbol.empty
    package var downtime: Period?

    package init() {}
}

/// What a person said, as far as it concerns what the order touches.
package struct StatementFact: Sendable, BitwiseCopyable {
    package var key = Symbol.empty
    package var by: Ref<PersonFact>?
    package var says = Symbol.empty
    package var about = Symbol.empty
    package var words = Symbol.empty
    package var seen: Timestamp?
    /// The speaker has the say over what he speaks of.
    package var hasSay = false
    package var party: Ref<PartyFact>?

    package init() {}
}

/// Hours that a step meets: outside what is allowed, or inside what is forbidden.
package struct CalendarFact: Sendable, BitwiseCopyable {
    /// `outside-allowed` or `blackout`.
    package var kind = Symbol.empty
    package var reason = Symbol.empty
    package var over = Symbol.empty
    package var from: Timestamp?
    package var to: Timestamp?

    package init() {}
}
