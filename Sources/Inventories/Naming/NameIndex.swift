import Diagnostics

/// Which rows have which names: built while an inventory is read, and again when rows were added to it.
struct NameIndex: Sendable {
    var parties = NameMap()
    var contacts = NameMap()
    var services = NameMap()
    var sites = NameMap()
    var locations = NameMap()
    var racks = NameMap()
    var circuits = NameMap()
    var feeds = NameMap()
    var powerPanels = NameMap()
    var providers = NameMap()
    var providerNetworks = NameMap()
    var cables = NameMap()
    var labels = NameMap()
    private(set) var devices = NameMap()
    private(set) var aliases = NameMap()
    /// Names such as `device#14`, made of an import's key.
    private(set) var origins = NameMap()
    private var ports = IntegerMap()
    /// Ports by the one form of their names, where that is another; the largest number where two ports share it.
    private var loosePorts = IntegerMap()
    /// The one form of names of interfaces, and the small letters of others.
    private var looseNames = IntegerMap()
    private var smallNames = IntegerMap()
    private let prepared = PreparedNames()
    /// The kinds of ports that each device has, one bit each.
    private var kinds: [UInt16] = []

    static let several = UInt32.max
    /// False when nobody will read suggestions any more.
    var suggests = true

    init() {}

    mutating func add(_ device: Device, at row: Int) {
        devices.add(device.name, row)
        for name in device.aka { aliases.add(name, row) }
        if let name = Self.typedName(of: device.origin) { origins.add(name, row) }
    }

    /// Makes room for the names of as many devices in all.
    mutating func reserve(devices count: Int) {
        devices.reserve(count)
        kinds.reserveCapacity(count)
    }

    /// Makes room for the names of as many ports in all.
    mutating func reserve(ports count: Int) { ports.reserve(count) }

    /// Adds a port of a device; where the device has one of that kind and name, that one stays and its row is returned.
    @discardableResult
    mutating func add(_ port: Port, of device: Int, at row: Int) -> Int? {
        let key = Self.key(device, port.kind, port.name)
        if let known = ports.insert(key, UInt32(row)) { return Int(known) }
        while kinds.count <= device { kinds.append(0) }
        kinds[device] |= 1 << UInt16(port.kind.number)
        let name = looseName(port.name, port.kind)
        if name != port.name {
            let loose = Self.key(device, port.kind, name)
            if loosePorts.insert(loose, UInt32(row)) != nil { loosePorts.set(loose, to: Self.several) }
        }
        return nil
    }

    /// The name that is nearest to a text, where one is near and somebody will read it.
    func near(_ names: some Sequence<String>, _ text: String) -> [String] {
        guard suggests, let name = suggestion(for: text, among: names) else { return [] }
        return [name]
    }

    /// The same, for kinds of things of which there are thousands.
    func near(_ kind: NamedThing, rowCount: Int, among names: some Sequence<String>, _ text: String) -> [String] {
        guard suggests, let name = prepared.nearest(kind, rowCount: rowCount, among: names, to: text) else { return [] }
        return [name]
    }

    /// The name `device#14` for the key `dcim.device:14`.
    static func typedName(of origin: Symbol?) -> Symbol? {
        guard let text = origin?.text, let colon = text.lastIndex(of: ":") else { return nil }
        let type = text[..<colon].split(separator: ".").last ?? ""
        return Symbol("\(type)#\(text[text.index(after: colon)...])")
    }

    private mutating func looseName(_ name: Symbol, _ kind: PortKind) -> Symbol {
        let isInterface = kind == .interface
        if let known = isInterface ? looseNames[UInt64(name.id)] : smallNames[UInt64(name.id)] { return Symbol(id: known) }
        let loose = Symbol(isInterface ? InterfaceNames.canonical(name.text) : InterfaceNames.lowercased(name.text))
        if isInterface { looseNames.set(UInt64(name.id), to: loose.id) } else { smallNames.set(UInt64(name.id), to: loose.id) }
        return loose
    }

    private static func key(_ device: Int, _ kind: PortKind, _ name: Symbol) -> UInt64 {
        UInt64(device) << 36 | UInt64(kind.number) << 32 | UInt64(name.id)
    }
}

// MARK: - Ports

extension NameIndex {
    /// What a name of a port led to.
    enum Found: Equatable {
        case one(Int)
        case several([Int])
        case none
    }

    func port(of device: Int, _ kind: PortKind, _ name: Symbol) -> Int? {
        ports[Self.key(device, kind, name)].map { Int($0) }
    }

    func has(_ kind: PortKind, _ device: Int) -> Bool {
        device < kinds.count && kinds[device] & 1 << UInt16(kind.number) != 0
    }

    /// The port that the words after a device's name mean: `Gi1/0/7`, `rear/7`, `power/PSU2`.
    func port(of device: Int, named part: String) -> Found {
        if let (kind, name) = PortKind.prefixed(part) {
            let found = port(of: device, named: name, among: [kind])
            if found != .none { return found }
        }
        return port(of: device, named: part, among: bareKinds(of: device))
    }

    /// The port of a name among some kinds, by the exact name, else by the one form of it.
    ///
    /// Front ports come before interfaces and these before all others: what a hand can reach.
    func port(of device: Int, named name: String, among kinds: [PortKind]) -> Found {
        let exact = Symbol(name)
        let found = choice(kinds) { port(of: device, $0, exact) }
        guard found == .none else { return found }
        let (loose, lower) = (Symbol(InterfaceNames.canonical(name)), Symbol(InterfaceNames.lowercased(name)))
        return choice(kinds) { kind in
            let key = Self.key(device, kind, kind == .interface ? loose : lower)
            guard let row = loosePorts[key] else { return ports[key].map { Int($0) } }
            return row == Self.several || ports[key] != nil ? nil : Int(row)
        }
    }

    private func choice(_ kinds: [PortKind], _ row: (PortKind) -> Int?) -> Found {
        var rows: [Int] = []
        for kind in kinds {
            guard let found = row(kind) else { continue }
            if kind == .frontPort || kind == .interface { return .one(found) }
            rows.append(found)
        }
        return rows.count > 1 ? .several(rows) : rows.first.map { .one($0) } ?? .none
    }

    /// The kinds that a bare name may mean, in the order in which they are tried; never a rear port where there are front ports.
    private func bareKinds(of device: Int) -> [PortKind] {
        let order: [PortKind] = [.frontPort, .interface, .rearPort, .consolePort, .consoleServerPort, .powerPort, .powerOutlet]
        return order.filter { has($0, device) && ($0 != .rearPort || !has(.frontPort, device)) }
    }

    /// The port of a reference in its plainest form, the exact names of a device and of a port; nil when that needs a closer look.
    func plainPort(of name: Symbol, _ part: PlainPart) -> Int? {
        guard let device = devices.only(name) else { return nil }
        if let kind = part.kind { return port(of: device, kind, part.name) }
        let front = has(.frontPort, device) ? port(of: device, .frontPort, part.name) : nil
        return front ?? port(of: device, .interface, part.name)
    }
}

/// The words after a device's name, `7` or `rear/7`, taken apart.
struct PlainPart {
    /// The kind that is written before a slash.
    let kind: PortKind?
    let name: Symbol

    init(_ part: Symbol) {
        if let (kind, name) = PortKind.prefixed(part.text) {
            (self.kind, self.name) = (kind, Symbol(name))
        } else {
            (kind, name) = (nil, part)
        }
    }
}

extension PortKind {
    /// The word before a slash that names a kind: `PP-1:rear/7`.
    package var word: String {
        switch self {
        case .interface: "interface"
        case .frontPort: "front"
        case .rearPort: "rear"
        case .consolePort: "console"
        case .consoleServerPort: "console-server"
        case .powerPort: "power"
        case .powerOutlet: "outlet"
        case .powerFeed: "feed"
        case .circuitSide: "circuit"
        }
    }

    /// Kinds that a device can have, by their words; the long names of the kinds are accepted too.
    static func kind(word: some StringProtocol) -> PortKind? {
        let length = word.utf8.count
        return allCases.first { kind in
            kind != .powerFeed && kind != .circuitSide
                && [kind.word, kind.rawValue].contains { $0.utf8.count == length && $0.utf8.elementsEqual(word.utf8) }
        }
    }

    /// Splits `rear/7` into its kind and `7`; nil when the words before the slash name no kind.
    static func prefixed(_ part: String) -> (kind: PortKind, name: String)? {
        guard let slash = part.firstIndex(of: "/"), let kind = kind(word: part[..<slash]) else { return nil }
        return (kind, String(part[part.index(after: slash)...]))
    }

    /// The place of the kind among all.
    var number: Int {
        switch self {
        case .interface: 0
        case .frontPort: 1
        case .rearPort: 2
        case .consolePort: 3
        case .consoleServerPort: 4
        case .powerPort: 5
        case .powerOutlet: 6
        case .powerFeed: 7
        case .circuitSide: 8
        }
    }
}

// MARK: - The whole inventory

extension NameIndex {
    init(_ inventory: borrowing Inventory) {
        for (row, party) in inventory.parties.rows.enumerated() { parties.add(party.id, row) }
        for (row, contact) in inventory.contacts.rows.enumerated() { contacts.add(contact.id, row) }
        for (row, service) in inventory.services.rows.enumerated() { services.add(service.id, row) }
        for (row, site) in inventory.sites.rows.enumerated() { sites.add(site.name, row) }
        for (row, location) in inventory.locations.rows.enumerated() { locations.add(location.name, row) }
        for (row, rack) in inventory.racks.rows.enumerated() { racks.add(rack.name, row) }
        for (row, circuit) in inventory.circuits.rows.enumerated() { circuits.add(circuit.id, row) }
        for (row, panel) in inventory.powerPanels.rows.enumerated() { powerPanels.add(panel.name, row) }
        for (row, provider) in inventory.providers.rows.enumerated() { providers.add(provider.name, row) }
        for (row, network) in inventory.providerNetworks.rows.enumerated() { providerNetworks.add(network.name, row) }
        for (row, device) in inventory.devices.rows.enumerated() { add(device, at: row) }
        for (row, port) in inventory.ports.rows.enumerated() {
            switch port.holder {
            case .device(let device): add(port, of: Int(device.index), at: row)
            case .feed: feeds.add(port.name, row)
            case .circuit: break
            }
        }
        for (row, cable) in inventory.cables.rows.enumerated() { add(cable, at: row) }
    }

    mutating func add(_ cable: Cable, at row: Int) {
        if let id = cable.id { cables.add(id, row) }
        if let label = cable.label { labels.add(label, row) }
    }
}
