import Inventories
import Plants

/// What became of the links of the record and of those that the order makes: the fates from which `Touches` are written.
///
/// A link of the record is away while an end of a cord on its way is out of its port. One that is back as it was counts as possibly
/// away until somebody has seen it: a cord pushed in again is not yet a link.
struct Fates: Sendable {
    /// What is out of its port, link by link.
    private(set) var out: [Ref<Link>: Set<Scene.End>] = [:]
    /// Back in their ports, and nobody has looked.
    private(set) var unseen: Set<Ref<Link>> = []
    /// Back and seen to be up.
    private(set) var seen: Set<Ref<Link>> = []
    /// What may run over something that nobody knows, while it is out or back unseen.
    var doubts: [Cause: [Ref<Link>]] = [:]
    /// Links that the order makes: whether they are there, and seen.
    var added: [Int: Touches.Fate] = [:]
    /// Devices that a configuration may have stopped, or a reset has.
    var devices: [Ref<Device>: Touches.Fate] = [:]

    /// What of which nobody knows what runs over it.
    enum Cause: Hashable, Sendable {
        case cord(Scene.End)
        /// Gear that is on no record, and that a step takes.
        case gear(step: Int)
    }

    func isAway(_ link: Ref<Link>) -> Bool { out[link]?.isEmpty == false }

    /// An end of its way was pulled; true when that takes the link away.
    mutating func pull(_ end: Scene.End, of link: Ref<Link>) -> Bool {
        let wasAway = isAway(link)
        out[link, default: []].insert(end)
        unseen.remove(link)
        seen.remove(link)
        return !wasAway
    }

    /// An end is back in its port; true when the link is whole again.
    mutating func restore(_ end: Scene.End, of link: Ref<Link>) -> Bool {
        guard out[link]?.remove(end) != nil, out[link]?.isEmpty == true else { return false }
        out[link] = nil
        unseen.insert(link)
        return true
    }

    /// Somebody has seen a link up.
    mutating func see(_ link: Ref<Link>) {
        if unseen.remove(link) != nil { seen.insert(link) }
    }

    /// The fates as impact wants them, but for what power decides.
    func touches(on graph: PlantGraph, _ addedElements: [ImpactGraph.Link?]) -> Touches {
        var touches = Touches()
        for link in seen {
            guard let element = graph[link] else { continue }
            touches[element] = graph.presence(of: element) == .sure ? .untouched : .there
        }
        for links in doubts.values { touches.doubt(links.compactMap { graph[$0] }) }
        for link in unseen { if let element = graph[link] { touches[element] = .perhaps } }
        for (link, ends) in out where !ends.isEmpty { if let element = graph[link] { touches[element] = .away } }
        for (number, fate) in added { if let element = addedElements[number] { touches[element] = fate } }
        return touches
    }
}
