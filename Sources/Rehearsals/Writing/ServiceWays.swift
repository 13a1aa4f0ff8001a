import Inventories
import Plants

/// The shortest recorded ways of services: what they surely lean on when all is as the record says.
///
/// Impact asks for every way (``ImpactStudy``); these only say which rooms and links a service is at home in. A service whose way is
/// not found within `reach` devices, or not at all, counts at home in every room of its sites.
struct ServiceWays {
    private let inventory: Inventory
    private var rooms: [Ref<Service>: Set<Ref<Location>>] = [:]
    private var sites: [Ref<Service>: Set<Ref<Site>>] = [:]
    private var servicesOfLink: [Ref<Link>: [Ref<Service>]] = [:]
    private var linksOfService: [Ref<Service>: [Ref<Link>]] = [:]

    /// How many devices are looked at for one path.
    private static let reach = 4_096

    init(of services: [Ref<Service>], over links: Links, _ inventory: Inventory) {
        self.inventory = inventory
        var selection = DeviceSelection(inventory)
        for service in services {
            for path in inventory.services[service].paths {
                let (from, to) = (selection.devices(in: path.from), selection.devices(in: path.to))
                add(Search(from: from, to: to, over: links, inventory, reach: Self.reach), between: from + to, of: service)
            }
        }
    }

    private mutating func add(_ search: Search, between ends: [Ref<Device>], of service: Ref<Service>) {
        for device in Set(search.devices + ends) {
            if let room = room(of: device) { rooms[service, default: []].insert(room) }
        }
        for link in search.links where servicesOfLink[link]?.contains(service) != true {
            servicesOfLink[link, default: []].append(service)
            linksOfService[service, default: []].append(link)
        }
        if !search.isComplete { sites[service, default: []].formUnion(ends.compactMap { inventory.devices[$0].site }) }
    }

    private func room(of device: Ref<Device>) -> Ref<Location>? {
        let row = inventory.devices[device]
        let location = row.rack.flatMap { inventory.racks[$0].location } ?? row.location
        return location.flatMap { location in inventory.ancestors(of: location).first { inventory.locations[$0].isRoom } }
    }

    /// Whether a way of a service goes through a room, by the record or for want of one.
    func goes(_ service: Ref<Service>, through room: Ref<Location>) -> Bool {
        rooms[service]?.contains(room) == true || sites[service]?.contains(inventory.locations[room].site) == true
    }

    /// The links of the shortest ways of a service.
    func links(of service: Ref<Service>) -> [Ref<Link>] { linksOfService[service] ?? [] }

    /// The services with a shortest way over a link.
    func services(over link: Ref<Link>) -> [Ref<Service>] { servicesOfLink[link] ?? [] }
}

/// One breadth-first search from the targets of a path to its endpoints.
private struct Search {
    private(set) var devices: [Ref<Device>] = []
    private(set) var links: [Ref<Link>] = []
    /// Every endpoint was reached.
    private(set) var isComplete: Bool

    init(from: [Ref<Device>], to: [Ref<Device>], over all: Links, _ inventory: Inventory, reach: Int) {
        var cameBy: [Ref<Device>: (link: Ref<Link>, device: Ref<Device>)?] = [:]
        var queue: [Ref<Device>] = []
        for device in to {
            cameBy[device] = .some(nil)
            queue.append(device)
        }
        var missing = Set(from).subtracting(to)
        var next = 0
        while next < queue.count, !missing.isEmpty, queue.count < reach {
            let device = queue[next]
            next += 1
            // What does not forward is an end, but for the targets themselves.
            guard next <= to.count || inventory.forwarding(of: device) != .never else { continue }
            for port in inventory.devices[device].ports.refs {
                for link in all.links(over: .port(port)) {
                    for end in all.ends(of: link) where end != port {
                        guard let other = inventory.ports[end].device, cameBy[other] == nil else { continue }
                        cameBy[other] = (link, device)
                        missing.remove(other)
                        queue.append(other)
                    }
                }
            }
        }
        isComplete = missing.isEmpty && !from.isEmpty && !to.isEmpty
        for start in from {
            var device = start
            while let known = cameBy[device], let step = known {
                devices.append(device)
                links.append(step.link)
                device = step.device
            }
        }
    }
}
