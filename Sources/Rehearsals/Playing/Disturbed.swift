import Inventories
import Plants

/// What one step takes away, while it is found.
struct Disturbed {
    private(set) var rows: [Disturbance] = []
    private var places: [PlayedLink: Int] = [:]
    /// Links that a hand may shake while the step lasts.
    var shaken: Set<Ref<Link>> = []
    /// A device was surely or possibly taken away that was not before.
    private(set) var takesDevices = false
    /// Links and devices that were away before the step.
    private let awayBefore: Fates
    private let devicesBefore: [Ref<Device>: Touches.Fate]

    init(_ player: Player) {
        (awayBefore, devicesBefore) = (player.fates, player.deviceFates)
    }

    var links: [PlayedLink] { rows.map(\.link) }

    /// Notes a link that the step takes away, once; what is sure outweighs what is possible.
    mutating func add(_ link: PlayedLink, seenFrom port: Ref<Port>, isCertain: Bool, of player: Player) {
        if let place = places[link] {
            // What was only in doubt is seen from the port that is touched.
            if isCertain, !rows[place].isCertain { (rows[place].isCertain, rows[place].port) = (true, port) }
            return
        }
        places[link] = rows.count
        rows.append(
            Disturbance(
                link: link, port: port, isCertain: isCertain, isAlreadyDown: isDown(link, player), isRestored: false,
                comesBackToSamePorts: false))
    }

    private func isDown(_ link: PlayedLink, _ player: Player) -> Bool {
        switch link {
        case .recorded(let ref):
            if awayBefore.isAway(ref) { return true }
            let row = player.links[ref]
            return player.graph.isKnownDown(row)
                || row.ends.contains { port in
                    player.inventory.ports[port].device.map { devicesBefore[$0] == .away || player.isDead($0) } ?? false
                }
        case .added(let number):
            return !player.added[number].isPresumed && [nil, .untouched].contains(awayBefore.added[number])
        }
    }

    /// Notes the links of devices that the step stops, or may stop.
    mutating func add(_ fates: [Ref<Device>: Touches.Fate], of player: Player) {
        for (device, fate) in fates.sorted(by: { $0.key.index < $1.key.index }) where fate == .away || fate == .perhaps {
            let before = devicesBefore[device] ?? .untouched
            guard before != fate, before != .away, !player.isDead(device) else { continue }
            takesDevices = true
            for link in player.links.links(over: .device(device)) where !player.graph.planned.contains(link) {
                let row = player.links[link]
                let port = row.ends.first { player.inventory.ports[$0].device == device } ?? row.near
                add(.recorded(link), seenFrom: port, isCertain: fate == .away, of: player)
            }
        }
    }
}

extension Player {
    /// Whether a device did not live before the order.
    func isDead(_ device: Ref<Device>) -> Bool { graph.presence(of: graph[device]) == .absent }
}
