import ChangeOrders
import Diagnostics
import Inventories
import Plants

/// What playing an order on a plant found, in terms of the inventory: the facts are written from it.
///
/// One value for the whole order. Steps stand in the order's order; what is said of a step is what the step does to the plant as
/// the steps before it left it, and impacts are those of the prefix that ends with it, at its worst moment, against the start.
struct PlayedOrder: Sendable {
    /// The links of the plant before the order.
    var links: Links
    /// The supplies of the plant before the order.
    var supplies: Supplies
    /// Links that steps make.
    var addedLinks: [AddedLink] = []
    var steps: [PlayedStep] = []
    /// The services that were studied, in the order of the study.
    var services: [Ref<Service>] = []
    var study: ImpactStudy
    /// What the elements of the study's graph are.
    var graphDevices: [Ref<Device>?] = []
    var graphLinks: [PlayedLink?] = []
    /// The way back from the point after each step, parallel to `steps`.
    var undos: [PlayedUndo] = []
}

/// A link of the record, or one that the order makes.
enum PlayedLink: Hashable, Sendable {
    case recorded(Ref<Link>)
    /// A place in `addedLinks`.
    case added(Int)
}

/// A link that a step makes, or one that must be presumed where a step unplugs a port into which nobody has looked.
struct AddedLink: Sendable {
    var link: Link
    /// The place of the step in the order, from 0.
    var step: Int
    /// Nobody knows whether it is there: the step takes it away, if it is, and makes nothing.
    var isPresumed = false
}

/// What one step does.
struct PlayedStep: Sendable {
    /// Everything that the crew lays a hand on, each once: ports, devices, cables, racks, circuits, feeds.
    var touches: [ObjectRef] = []
    /// Links that are surely or possibly taken away by this very step.
    var disturbs: [Disturbance] = []
    /// Cords to be plugged, with the ports as far as they are on record.
    var connections: [Step.Connection] = []
    /// Ports on record that the step plugs into, and whether an earlier step (or this one, first) unplugs what is in them.
    var takesPorts: [(port: Ref<Port>, isFreedByOrder: Bool)] = []
    /// Why the step cannot be done as written.
    var obstacles: [Obstacle] = []
    /// Supplies of `PlayedOrder.supplies` (places in `all`) that surely or possibly lose their feed.
    var unfeeds: [Int] = []
    /// Supplies by which devices must live that lose another one, and that nobody has seen fed; places as above.
    var standbys: [Int] = []
    /// Ports from which a cord hangs that this step pulled and no later step plugs or removes.
    var dangling: [Ref<Port>] = []
    /// A later step that makes again what this one breaks, and that could stand before it.
    var couldFollow: Int?
    /// Devices whose only way to be managed is disturbed.
    var cutsManagement: [Ref<Device>] = []
    /// Panels and couplers that "everything in" takes along and that carry links of devices which stay.
    var passiveInUse: [Ref<Device>] = []
    /// Devices that hand on what comes in and that the step links with themselves.
    var loops: [Ref<Device>] = []
    /// Devices that surely or possibly stop with the step and that it does not name.
    var falls: [Ref<Device>] = []
    /// Devices whose running configuration is at risk.
    var atRisk: [Ref<Device>] = []
    /// Those of them that an earlier step has configured.
    var reconfigured: [Ref<Device>] = []
    /// Something is surely or possibly taken away: a link, a device, a supply, a configuration.
    var disrupts = false
}

/// One link that a step takes away.
struct Disturbance: Sendable {
    var link: PlayedLink
    /// The port that is touched, or the nearer active end: the link is seen from it.
    var port: Ref<Port>
    /// Taken away in every world; false when only in some.
    var isCertain: Bool
    /// Nothing runs over it already: it is known to be down, or an earlier step took it away.
    var isAlreadyDown: Bool
    /// This step or a later one makes it again.
    var isRestored: Bool
    /// It comes back to the very same ports.
    var comesBackToSamePorts: Bool
}

/// Why a step cannot be done as written.
struct Obstacle: Sendable {
    /// Such as `already-unplugged`, `occupied`, `not-there`, `unit-taken`, `off`.
    var kind: Symbol
    /// The object, in the user's words.
    var what: Symbol
    var why: Phrase
}

/// The way back from the point after a step: the undo of the whole prefix, played in its turn.
struct PlayedUndo: Sendable {
    enum Kind: String, Sendable {
        case automatic = "auto"
        case none = "none"
        case written = "written"
    }

    var kind: Kind
    /// The steps to be done, the last step's undo first.
    var steps: [Step] = []
    /// Played after the prefix, it restores the plant at the start.
    var restores = false
    /// What stays different, in the user's words.
    var missing: [Phrase] = []
}
