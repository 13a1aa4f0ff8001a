/// What a prefix of an order has made of the plant, compared with its start: the fates of the elements that it touched.
///
/// Prefixes are compared with the start and not with each other, so a player keeps one value, changes it step by step and takes a
/// copy after each step; what a step gives back is set to `untouched` (it is as it was) or `there` (seen to be there).
package struct Touches: Sendable {
    /// What became of an element.
    package enum Fate: UInt8, Sendable {
        /// As before the order, in every world.
        case untouched
        /// Surely taken away: hit⁻ and hit⁺.
        case away
        /// Possibly taken away (hit⁺ only), or added and not verified.
        case perhaps
        /// Added or given back, and verified.
        case there
    }

    private(set) var links: [Int32: Fate] = [:]
    private(set) var devices: [Int32: Fate] = [:]
    /// The places (numbers of the player's choice) at which the prefix has touched something unknown or foreign.
    package var strangePlaces: Set<Int32> = []

    package init() {}

    /// The fate of a link.
    package subscript(_ link: ImpactGraph.Link) -> Fate {
        get { links[link.row] ?? .untouched }
        set { links[link.row] = newValue == .untouched ? nil : newValue }
    }

    /// The fate of a device: of its life, which power decides, and of its forwarding with it.
    package subscript(_ device: ImpactGraph.Device) -> Fate {
        get { devices[device.row] ?? .untouched }
        set { devices[device.row] = newValue == .untouched ? nil : newValue }
    }

    /// Marks links as possibly away, unless they are away already.
    package mutating func doubt(_ doubtful: some Sequence<ImpactGraph.Link>) {
        for link in doubtful where self[link] != .away { self[link] = .perhaps }
    }
}
