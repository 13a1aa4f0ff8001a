package import Diagnostics
package import Inventories
package import Times

/// The order as a whole.
package struct OrderFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var title = Symbol.empty
    /// `standard`, `normal` or `emergency`.
    package var type = Symbol("normal")
    package var contractor: Ref<PartyFact>?
    package var requestedBy: Ref<PersonFact>?
    package var crew = Refs<PersonFact>()
    package var windows = Refs<WindowFact>()
    package var steps = Refs<StepFact>()
    package var wishes = Refs<WishFact>()
    /// What wishes and steps need against what is free.
    package var demand = Refs<DemandFact>()
    /// Free ports that displace nobody, best first.
    package var alternatives = Refs<AlternativeFact>()
    /// The way back from every prefix of the order.
    package var undos = Refs<UndoFact>()
    /// Who resolves by the contracts, in their order.
    package var resolvers = Refs<PersonFact>()
    /// Parties to whom something may happen, and whether they are told.
    package var affected = Refs<PartyFact>()
    /// The sum of `takes` of all steps; nil when a step says nothing.
    package var takes: Period?

    package init() {}
}

/// One step, with what the rehearsal found for it.
package struct StepFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var verb = Symbol.empty
    /// Place in the order, from 0; volatile.
    package var index: Int64 = 0
    package var text = Symbol.empty
    package var window: Ref<WindowFact>?
    package var starts: Timestamp?
    package var ends: Timestamp?
    package var takes: Period?
    package var wishes = Refs<WishFact>()
    package var targets = Refs<TargetFact>()
    /// Everything that the crew lays a hand on.
    package var touches = Refs<TouchFact>()
    /// Links that are surely or possibly taken away.
    package var disturbs = Refs<LinkFact>()
    package var connects = Refs<ConnectionFact>()
    /// Ports that the step plugs into.
    package var takesPorts = Refs<PortFact>()
    package var obstacles = Refs<ObstacleFact>()
    /// For each service: the prefix that ends with this step, against the start.
    package var impacts = Refs<ImpactFact>()
    /// Supplies that lose their feed.
    package var unfeeds = Refs<SupplyFact>()
    /// Supplies by which devices must live that lose another one, and that nobody has seen fed.
    package var standbys = Refs<SupplyFact>()
    package var undo: Ref<UndoFact>?
    package var verify: Ref<ObservationFact>?
    package var hold: Ref<HoldFact>?
    /// The hold step that stands directly before this one.
    package var heldBy: Ref<HoldFact>?
    /// Ends that this step leaves hanging and no later step plugs.
    package var dangling = Refs<PortFact>()
    /// The device that is handled, or that holds the port or the nearer end of the cable handled.
    package var device: Ref<DeviceFact>?
    /// Devices that are handled, whole or by their ports; not those of which an outlet only takes or loses a plug.
    package var devices = Refs<DeviceFact>()
    package var racks = Refs<RackFact>()
    package var rooms = Refs<RoomFact>()
    /// Something is surely or possibly taken away.
    package var disrupts = false
    /// The way back is none, or from this step on it does not restore any more.
    package var irreversible = false
    /// No target, or words only.
    package var open = false
    /// Devices whose only way to be managed is disturbed.
    package var cutsManagement = Refs<DeviceFact>()
    /// A later step that makes what this one breaks and could stand before it.
    package var couldFollow: Ref<StepFact>?
    /// Panels and couplers that "everything in" takes along and that carry links of others.
    package var passiveInUse = Refs<DeviceFact>()
    /// Links on which services lean from this step on, and which nothing shows up.
    package var unproven = Refs<LinkFact>()
    /// Devices that hand on what comes in and that the step links with themselves.
    package var loops = Refs<DeviceFact>()
    /// Devices that surely or possibly stop with the step and that it does not name.
    package var falls = Refs<DeviceFact>()
    /// Devices whose running configuration the step puts at risk.
    package var atRisk = Refs<DeviceFact>()
    /// Those of them that an earlier step has configured.
    package var reconfigured = Refs<DeviceFact>()
    package var statements = Refs<StatementFact>()
    /// Hours and blackouts that the step meets.
    package var calendar = Refs<CalendarFact>()
    package var mitigations = Refs<Symbol>()
    package var procedure = Symbol.empty
    /// Until when identity and occupancy of what is touched are known; the earliest.
    package var knowledgeEnds: Timestamp?

    package init() {}
}

/// What a step names: an object on record, or a name that is not.
package struct TargetFact: Sendable, BitwiseCopyable {
    package var label = Symbol.empty
    /// `port`, `device`, `cable`, `rack`, `module`, `unit`, `words`, `unknown-gear`.
    package var kind = Symbol.empty
    package var recorded = false
    package var suggestions = Refs<Symbol>()
    package var photo = Symbol.empty

    package init() {}
}

/// One object that the crew lays a hand on, and who has the say over it.
package struct TouchFact: Sendable, BitwiseCopyable {
    /// `port:sw-1:Gi1/0/7`, `device:sw-1`.
    package var key = Symbol.empty
    package var label = Symbol.empty
    package var kind = Symbol.empty
    package var owner: Ref<KnownFact<Ref<PartyFact>>>?
    package var rack: Ref<RackFact>?
    package var device: Ref<DeviceFact>?
    /// A contract between the contractor and the owner covers the object.
    package var covered = false
    /// The contract's clause, where it is covered.
    package var clause = Symbol.empty
    /// The requester has authority for this verb over the object.
    package var requesterMay = false
    /// The owner is the party of the requester, or one under it.
    package var ownedByRequester = false
    /// A standing permission covers this verb here.
    package var standing = false
    /// People who may decide this verb over this object, nearest first.
    package var deciders = Refs<PersonFact>()
    /// Parties that could own it, when nobody knows.
    package var candidates = Refs<PartyFact>()
    /// What people said of it.
    package var statements = Refs<StatementFact>()

    package init() {}
}

/// One cord to be plugged.
package struct ConnectionFact: Sendable, BitwiseCopyable {
    package var label = Symbol.empty
    package var a: Ref<PortFact>?
    package var b: Ref<PortFact>?
    package var cableType = Symbol.empty
    /// Whether plug and socket go together; true when the record does not say.
    package var fits = true
    /// Why not, in English and Russian.
    package var why = Symbol.empty
    package var whyRussian = Symbol.empty

    package init() {}
}

/// Why a step cannot be done as written.
package struct ObstacleFact: Sendable, BitwiseCopyable {
    /// Such as `already-unplugged`, `occupied`, `not-there`, `unit-taken`, `off`.
    package var kind = Symbol.empty
    package var what = Symbol.empty
    package var why = Symbol.empty
    package var whyRussian = Symbol.empty

    package init() {}
}

/// The way back from the point after a step.
package struct UndoFact: Sendable, BitwiseCopyable {
    /// The id of the step after which the work stops.
    package var after = Symbol.empty
    /// `auto`, `none` or `written`.
    package var kind = Symbol.empty
    /// Played after the prefix, it restores the plant at the start.
    package var restores = false
    /// What stays different, in English and Russian.
    package var missing = Refs<Symbol>()
    package var missingRussian = Refs<Symbol>()
    /// What is done, in order, in words.
    package var steps = Refs<Symbol>()
    package var takes: Period?
    /// Ends before the window does; true when a time is not known.
    package var fitsWindow = true

    package init() {}
}

/// What is to be seen after a step, and who sees it.
package struct ObservationFact: Sendable, BitwiseCopyable {
    package var observe = Symbol.empty
    package var expect = Symbol.empty
    package var witness: Ref<PersonFact>?

    package init() {}
}

/// A reading that a hold step takes before the work goes on.
package struct HoldFact: Sendable, BitwiseCopyable {
    package var step = Symbol.empty
    package var observe = Symbol.empty
    /// The key of the object that is read, where it is on record.
    package var object = Symbol.empty
    package var expect = Symbol.empty
    package var how = Symbol.empty
    package var witness: Ref<PersonFact>?

    package init() {}
}

/// What the client asked for, and what serves it.
package struct WishFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var text = Symbol.empty
    package var by: Ref<PersonFact>?
    package var steps = Refs<StepFact>()
    package var needs = Refs<DemandFact>()
    package var acceptedWhen = Symbol.empty
    /// W0, "nothing else stops", which is in every order.
    package var builtIn = false

    package init() {}
}

/// When work is done, and who can be reached then.
package struct WindowFact: Sendable, BitwiseCopyable {
    package var id = Symbol.empty
    package var from = Timestamp(seconds: 0)
    package var to = Timestamp(seconds: 0)
    /// It has ended already.
    package var over = false
    /// Resolvers and deputies who can be reached all the time.
    package var reachable = Refs<PersonFact>()
    package var unreachable = Refs<PersonFact>()

    package init() {}
}

/// What a wish or a step needs of one resource at one place, and what is free there.
package struct DemandFact: Sendable, BitwiseCopyable {
    package var key = Symbol.empty
    /// `ports`, `poe`, `units`, `outlets`, `power`.
    package var resource = Symbol.empty
    package var place = Symbol.empty
    package var needed: Int64 = 0
    package var free: Int64 = 0
    /// `needed - free`, at least 0; 0 where `incomplete` says that nobody wrote what there is.
    package var short: Int64 = 0
    /// Ports whose state nobody knows: they do not count as free.
    package var unclear: Int64 = 0
    package var wish: Ref<WishFact>?
    package var step: Ref<StepFact>?
    /// Figures that nobody wrote are missing from the sum.
    package var incomplete = false

    package init() {}
}

/// A free port that would do and displaces nobody.
package struct AlternativeFact: Sendable, BitwiseCopyable {
    package var port: Ref<PortFact>?
    package var why = Symbol.empty
    package var whyRussian = Symbol.empty
    package var displaces = Refs<LinkFact>()

    package init() {}
}
