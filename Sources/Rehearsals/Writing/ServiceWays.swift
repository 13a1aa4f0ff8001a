import Inventories
import Plants

/// The shortest recorded ways of services: what they surely lean on when all is as the record says.
///
/// Impact asks for every way (``ImpactStudy``); these only say which rooms and links a service is at home in. A service whose way is
/// not found within `reach` devices, or not at all, counts at home in every room of its sites.
struct ServiceWays {
    private let inventory: Inventory
    /// By the row of the service.
    private var rooms: [Set<Ref<Location>>]
    private var sites: [Set<Ref<Site>>]
    private var linksOfService: [[Ref<Link>]]
    private let servicesOfLink: Adjacency

    /// How many devices are looked at for one path.
    private static let reach = 4_096

    /// The ways of all services of an inventory.
    init(over links: Links, _ inventory: Inventory) {
        self.inventory = inventory
        let roomOfLocation = inventory.locations.refs.map { location in
            inventory.ancestors(of: location).first { inventory.locations[$0].isRoom }
        }
        var search = Search(devices: inventory.devices.count, links: links.count)
        var selection = DeviceSelection(inventory)
        var (rooms, sites) = ([Set<Ref<Location>>](), [Set<Ref<Site>>]())
        var linksOfService: [[Ref<Link>]] = []
        for service in inventory.services.refs {
            search.begin()
            var (own, around) = (Set<Ref<Location>>(), Set<Ref<Site>>())
            for path in inventory.services[service].paths {
                let (from, to) = (selection.devices(in: path.from), selection.devices(in: path.to))
                let isComplete = search.run(from: from, to: to, over: links, inventory, reach: Self.reach)
                Self.add(roomsOf: search.devices, in: inventory, roomOfLocation, to: &own)
                if !isComplete { around.formUnion((from + to).compactMap { inventory.devices[$0].site }) }
            }
            rooms.append(own)
            sites.append(around)
            linksOfService.append(search.links)
        }
        (self.rooms, self.sites, self.linksOfService) = (rooms, sites, linksOfService)
        servicesOfLink = Adjacency(rows: links.count) { pair in
            for (service, links) in linksOfService.enumerated() {
                for link in links { pair(link.index, UInt32(service)) }
            }
        }
    }

    private static func add(
        roomsOf devices: [Ref<Device>], in inventory: Inventory, _ roomOfLocation: [Ref<Location>?], to rooms: inout Set<Ref<Location>>
    ) {
        var last: Ref<Location>?
        for device in devices {
            let rack = inventory.devices[device].rack
            let location = rack.flatMap { inventory.racks[$0].location } ?? inventory.devices[device].location
            // Devices of one room mostly follow each other.
            guard let room = location.flatMap({ roomOfLocation[Int($0.index)] }), room != last else { continue }
            rooms.insert(room)
            last = room
        }
    }

    /// Whether a way of a service goes through a room, by the record or for want of one.
    func goes(_ service: Ref<Service>, through room: Ref<Location>) -> Bool {
        rooms[Int(service.index)].contains(room) || sites[Int(service.index)].contains(inventory.locations[room].site)
    }

    /// The links of the shortest ways of a service.
    func links(of service: Ref<Service>) -> [Ref<Link>] { linksOfService[Int(service.index)] }

    /// The services with a shortest way over a link.
    func services(over link: Ref<Link>) -> [Ref<Service>] { servicesOfLink[link.index].map { Ref(Int($0)) } }
}

/// Breadth-first searches from the targets of paths to their endpoints, one after the other over the same arrays.
private struct Search {
    /// What a device was last reached, wanted and walked over for: numbers of runs; of a link, numbers of services.
    private var reached: [UInt32]
    private var wanted: [UInt32]
    private var walked: [UInt32]
    private var listed: [UInt32]
    /// Over which link and from which device each was reached last; at a target the device itself.
    private var cameBy: [(link: Ref<Link>, device: Ref<Device>)]
    private var run: UInt32 = 0
    private var service: UInt32 = 0
    private var queue: [Ref<Device>] = []

    /// The ends of the path searched last, and the devices on its ways.
    private(set) var devices: [Ref<Device>] = []
    /// The links on the ways of all paths since the beginning, each once.
    private(set) var links: [Ref<Link>] = []

    init(devices: Int, links: Int) {
        reached = Array(repeating: 0, count: devices)
        (wanted, walked) = (reached, reached)
        listed = Array(repeating: 0, count: links)
        cameBy = Array(repeating: (Ref(0), Ref(0)), count: devices)
    }

    /// Begins the list of links anew.
    mutating func begin() {
        service += 1
        links = []
    }

    /// Searches one path; false where an endpoint was not reached.
    mutating func run(from: [Ref<Device>], to: [Ref<Device>], over all: Links, _ inventory: Inventory, reach: Int) -> Bool {
        run += 1
        for device in to { note(device, over: Ref(0), from: device) }
        queue = to
        var missing = 0
        for device in from where reached[Int(device.index)] != run && wanted[Int(device.index)] != run {
            wanted[Int(device.index)] = run
            missing += 1
        }
        var next = 0
        while next < queue.count, missing > 0, queue.count < reach {
            let device = queue[next]
            next += 1
            // What does not forward is an end, but for the targets themselves.
            guard next <= to.count || inventory.forwarding(of: device) != .never else { continue }
            missing -= spread(from: device, over: all, inventory)
        }
        list(from: from, to: to)
        return missing == 0 && !from.isEmpty && !to.isEmpty
    }

    /// Reaches the neighbours of a device; the number of those that were wanted.
    private mutating func spread(from device: Ref<Device>, over all: Links, _ inventory: Inventory) -> Int {
        var found = 0
        for port in inventory.devices[device].ports.refs {
            all.forEachEnd(acrossFrom: port) { link, end in
                guard let other = inventory.ports[end].device, reached[Int(other.index)] != run else { return }
                note(other, over: link, from: device)
                queue.append(other)
                if wanted[Int(other.index)] == run { found += 1 }
            }
        }
        return found
    }

    private mutating func note(_ device: Ref<Device>, over link: Ref<Link>, from other: Ref<Device>) {
        reached[Int(device.index)] = run
        cameBy[Int(device.index)] = (link, other)
    }

    /// Lists what lies on the ways from the endpoints that were reached.
    private mutating func list(from: [Ref<Device>], to: [Ref<Device>]) {
        devices = from + to
        for start in from {
            var device = start
            // Behind a device that a way has passed before, the rest is listed.
            while reached[Int(device.index)] == run, walked[Int(device.index)] != run {
                walked[Int(device.index)] = run
                let step = cameBy[Int(device.index)]
                guard step.device != device else { break }
                devices.append(device)
                if listed[Int(step.link.index)] != service {
                    listed[Int(step.link.index)] = service
                    links.append(step.link)
                }
                device = step.device
            }
        }
    }
}
