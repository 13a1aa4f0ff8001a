import Diagnostics
import Inventories
import Plants

/// What one step did to a scene.
struct Deed: Sendable {
    /// Ends that were pulled, and from where.
    var pulls: [(end: Scene.End, from: Scene.Spot)] = []
    /// Ends that were plugged, and where; what is plugged was pulled first if it was in another port.
    var plugs: [(end: Scene.End, into: Scene.Spot)] = []
    /// The scene when all is pulled and nothing is plugged yet, where the step does both.
    var midway: Scene?
    /// Devices that are out of service while the step lasts, and stand at its end.
    var pauses: [Ref<Device>] = []
    /// Devices that were carried away, put back, switched or reconfigured.
    var devices: [Ref<Device>] = []
    /// Outlets and feeds that were switched.
    var switched: [ObjectRef] = []
    /// Gear on no record, or nobody knows what, was touched.
    var isStrange = false
    /// Something left service of which no record says what runs over it.
    var takesUnknownGear = false
    var obstacles: [Obstacle] = []
}
