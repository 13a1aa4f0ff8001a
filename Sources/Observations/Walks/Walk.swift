import Diagnostics
import Times

/// The tables of one device out of one walk, or out of several that were taken together.
struct Walk {
    /// Rows of a table by their index.
    typealias Table<Key: Hashable> = [Key: (value: WalkValue, span: Span)]

    var sysName: (value: WalkValue, span: Span)?
    var sysObject: [UInt32] = []
    /// Hundredths of a second since the agent was started.
    var upTime: Int64?
    /// Columns of ifTable and ifXTable by the index of the port.
    var interfaces: [IfColumn: Table<UInt32>] = [:]
    /// What stands upon what: (higher, lower).
    var stack: [(higher: UInt32, lower: UInt32)] = []
    var localChassis: [UInt32: (value: WalkValue, span: Span)] = [:]
    /// Columns of lldpLocPortTable by LLDP's own number of the port.
    var localPorts: [UInt32: Table<UInt32>] = [:]
    /// Columns of lldpRemTable.
    var remotes: [RemoteKey: [UInt32: (value: WalkValue, span: Span)]] = [:]
    var cdp: [CDPKey: [UInt32: (value: WalkValue, span: Span)]] = [:]
    /// The port behind each number of the bridge.
    var bridgePorts: [UInt32: UInt32] = [:]
    var addresses: [AddressKey: (port: Int64?, status: Int64?, span: Span)] = [:]
    /// The network behind each number of a forwarding table.
    var networks: [UInt32: UInt32] = [:]
    var strays: [Span] = []
    /// The trees that were walked, whether they held anything or not.
    var trees: Set<Tree> = []

    enum Tree: Hashable { case system, interfaces, remotes, localPorts, cdp, bridgePorts, addresses }

    enum IfColumn: UInt32 {
        case descr = 2
        case type = 3
        case physicalAddress = 6
        case admin = 7
        case operational = 8
        case lastChange = 9
        case name = 1001
        case alias = 1018
    }

    /// An index of lldpRemTable: since when, at which of LLDP's ports, the how manieth.
    struct RemoteKey: Hashable, Comparable {
        var timeMark: UInt32
        var port: UInt32
        var index: UInt32

        static func < (left: Self, right: Self) -> Bool {
            (left.port, left.index, left.timeMark) < (right.port, right.index, right.timeMark)
        }
    }

    struct CDPKey: Hashable, Comparable {
        var port: UInt32
        var index: UInt32

        static func < (left: Self, right: Self) -> Bool { (left.port, left.index) < (right.port, right.index) }
    }

    /// An address in one of the bridge's tables; nil where the bridge has only one.
    struct AddressKey: Hashable, Comparable {
        var table: UInt32?
        var mac: MACAddress

        static func < (left: Self, right: Self) -> Bool { (left.table ?? 0, left.mac) < (right.table ?? 0, right.mac) }
    }

    private static let system: [UInt32] = [1, 3, 6, 1, 2, 1, 1]
    private static let ifEntry: [UInt32] = [1, 3, 6, 1, 2, 1, 2, 2, 1]
    private static let ifXEntry: [UInt32] = [1, 3, 6, 1, 2, 1, 31, 1, 1, 1]
    private static let ifStack: [UInt32] = [1, 3, 6, 1, 2, 1, 31, 1, 2, 1, 3]
    private static let bridgePort: [UInt32] = [1, 3, 6, 1, 2, 1, 17, 1, 4, 1, 2]
    private static let forwarding: [UInt32] = [1, 3, 6, 1, 2, 1, 17, 4, 3, 1]
    private static let vlanForwarding: [UInt32] = [1, 3, 6, 1, 2, 1, 17, 7, 1, 2, 2, 1]
    private static let vlanTables: [UInt32] = [1, 3, 6, 1, 2, 1, 17, 7, 1, 4, 2, 1, 3]
    private static let lldpLocal: [UInt32] = [1, 0, 8802, 1, 1, 2, 1, 3]
    private static let lldpRemote: [UInt32] = [1, 0, 8802, 1, 1, 2, 1, 4, 1, 1]
    private static let cdpEntry: [UInt32] = [1, 3, 6, 1, 4, 1, 9, 9, 23, 1, 2, 1, 1]

    private static let wanted = [
        system, ifEntry, ifXEntry, ifStack, bridgePort, forwarding, vlanForwarding, vlanTables, lldpLocal, lldpRemote, cdpEntry,
    ]

    /// Takes the tables of one text in.
    mutating func read(_ text: SourceText, file: FileID) {
        var lines = WalkLines(text, file: file)
        while let entry = lines.next(where: { oid in Self.wanted.contains { oid.starts(with: $0) } }) {
            guard entry.value != .missing else { continue }
            take(entry)
        }
    }

    private mutating func take(_ entry: WalkEntry) {
        func index(_ root: [UInt32]) -> ArraySlice<UInt32>? { entry.oid.starts(with: root) ? entry.oid[root.count...] : nil }
        let value = (value: entry.value, span: entry.span)
        if let rest = index(Self.ifEntry) {
            trees.insert(.interfaces)
            takeInterface(rest, value, shift: 0)
        } else if let rest = index(Self.ifXEntry) {
            takeInterface(rest, value, shift: 1_000)
        } else if let rest = index(Self.lldpRemote) {
            trees.insert(.remotes)
            takeRemote(rest, value)
        } else if let rest = index(Self.lldpLocal) {
            takeLocal(rest, value)
        } else if let rest = index(Self.cdpEntry) {
            trees.insert(.cdp)
            if rest.count == 3 {
                cdp[CDPKey(port: rest[rest.startIndex + 1], index: rest[rest.startIndex + 2]), default: [:]][rest.first!] = value
            }
        } else if let rest = index(Self.forwarding) {
            if rest.count == 7 { takeAddress(nil, rest.dropFirst(), column: rest.first!, value) }
        } else if let rest = index(Self.vlanForwarding) {
            if rest.count == 8 { takeAddress(rest[rest.startIndex + 1], rest.dropFirst(2), column: rest.first!, value) }
        } else if let rest = index(Self.vlanTables) {
            if rest.count == 2, let table = value.value.integer.flatMap({ UInt32(exactly: $0) }) { networks[table] = rest.last! }
        } else if let rest = index(Self.bridgePort) {
            trees.insert(.bridgePorts)
            if rest.count == 1, let port = value.value.integer.flatMap({ UInt32(exactly: $0) }) { bridgePorts[rest.first!] = port }
        } else if let rest = index(Self.ifStack) {
            if rest.count == 2 { stack.append((rest.first!, rest.last!)) }
        } else if let rest = index(Self.system) {
            takeSystem(rest, value)
        }
    }

    private mutating func takeSystem(_ rest: ArraySlice<UInt32>, _ value: (value: WalkValue, span: Span)) {
        trees.insert(.system)
        switch rest.first {
        case 2: if case .object(let oid) = value.value { sysObject = oid }
        case 3: upTime = value.value.integer
        case 5: sysName = value
        default: break
        }
    }

    private mutating func takeInterface(_ rest: ArraySlice<UInt32>, _ value: (value: WalkValue, span: Span), shift: UInt32) {
        guard rest.count == 2, let first = rest.first, first < 1_000, let column = IfColumn(rawValue: first + shift) else { return }
        interfaces[column, default: [:]][rest.last!] = value
    }

    private mutating func takeLocal(_ rest: ArraySlice<UInt32>, _ value: (value: WalkValue, span: Span)) {
        let rest = Array(rest)
        if rest.count == 2, rest[0] <= 3 { localChassis[rest[0]] = value }
        guard rest.count == 4, rest[0] == 7, rest[1] == 1 else { return }
        trees.insert(.localPorts)
        localPorts[rest[2], default: [:]][rest[3]] = value
    }

    /// RouterOS has rows with no time mark and no port: nothing tells where they belong.
    private mutating func takeRemote(_ rest: ArraySlice<UInt32>, _ value: (value: WalkValue, span: Span)) {
        let rest = Array(rest)
        guard rest.count == 4 else {
            strays.append(value.span)
            return
        }
        remotes[RemoteKey(timeMark: rest[1], port: rest[2], index: rest[3]), default: [:]][rest[0]] = value
    }

    private mutating func takeAddress(
        _ table: UInt32?, _ octets: ArraySlice<UInt32>, column: UInt32, _ value: (value: WalkValue, span: Span)
    ) {
        trees.insert(.addresses)
        guard octets.allSatisfy({ $0 < 256 }), let mac = MACAddress(octets: octets.map { UInt8($0) }) else { return }
        let key = AddressKey(table: table, mac: mac)
        var row = addresses[key] ?? (nil, nil, value.span)
        if column == 2 { row = (value.value.integer, row.status, value.span) }
        if column == 3 { row.status = value.value.integer }
        addresses[key] = row
    }
}
