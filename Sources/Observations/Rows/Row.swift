import Diagnostics

/// One row that a command's output comes to, in the words of ntc-templates' keys; only those that mean something here.
struct Row: Hashable, Sendable {
    private(set) var fields: [RowKey: [String]] = [:]
    var place: Span

    init(place: Span) {
        self.place = place
    }

    /// The texts under a key; none where the key is absent.
    func all(_ key: RowKey) -> [String] { fields[key] ?? [] }

    /// Whether the key is there, even with an empty text.
    func has(_ key: RowKey) -> Bool { fields[key] != nil }

    /// The one text under a key: what a table wrapped over lines is put together. Nil where it is empty.
    subscript(key: RowKey) -> String? {
        get {
            guard let values = fields[key] else { return nil }
            let text = values.count == 1 ? values[0] : values.joined(separator: key.isProse ? " " : "")
            return text.isEmpty ? nil : text
        }
        set { fields[key] = newValue.map { [$0] } }
    }

    /// The first of some keys that has a text.
    func first(_ keys: RowKey...) -> String? {
        for key in keys {
            if let text = self[key] { return text }
        }
        return nil
    }

    /// Puts a list of texts under a key.
    mutating func set(_ key: RowKey, _ values: [String]) { fields[key] = values }

    /// Puts one more text under a key.
    mutating func append(_ key: RowKey, _ value: String) { fields[key, default: []].append(value) }
}

/// The keys of rows that say something of ports, neighbours and addresses, as ntc-templates spells them.
enum RowKey: String, CaseIterable, Hashable, Sendable {
    // Which port.
    case interface, port, name, parent
    case localInterface = "local_interface"
    case parentInterface = "parent_interface"
    case interfaceName = "interface_name"
    case defaultName = "default_name"
    case portText = "port_txt"

    // How it is.
    case status, state, link, phy, enabled, reason, linkstate, flags
    case protocolState = "protocol"
    case linkStatus = "link_status"
    case protocolStatus = "protocol_status"
    case linkState = "link_state"
    case adminState = "admin_state"
    case adminStatus = "admin_status"
    case operationalStatus = "operational_status"
    case detectedSpeed = "detected_speed"
    case interfaceMode = "interface_mode"
    case uptime, downtime, since
    case upTime = "up_time"
    case lastLinkFlapped = "last_link_flapped"
    case lastLinkDownTime = "last_link_down_time"
    case lastLinkUpTime = "last_link_up_time"

    // What is written of it.
    case description, alias, comment
    case master, power, device, disabled
    case memberOf = "member_of"
    case powerClass = "class"

    // What it belongs to.
    case bundleName = "bundle_name"
    case bundleStatus = "bundle_status"
    case memberInterface = "member_interface"
    case memberInterfaceStatus = "member_interface_status"
    case aggregateInterface = "aggregate_interface"
    case memberPort = "member_port"
    case breakoutPorts = "breakout_ports"
    case breakoutMap = "breakout_map"

    // Who is at the other end.
    case neighborName = "neighbor_name"
    case neighborInterface = "neighbor_interface"
    case neighborPortID = "neighbor_port_id"
    case neighborDescription = "neighbor_description"
    case neighborInterfaceDescription = "neighbor_interface_description"
    case neighborChassisType = "neighbor_chassis_type"
    case chassisID = "chassis_id"
    case chassisType = "chassis_type"
    case chassisSubtype = "chassis_subtype"
    case portType = "port_type"
    case portSubtype = "port_subtype"
    case portIDType = "port_id_type"
    case portIDSubtype = "port_id_subtype"
    case managementAddress = "mgmt_address"
    case holdtime, age, ttl, identity, platform, number
    case expiredTime = "expired_time"
    case interfaceIP = "interface_ip"
    case chassisData = "chassis_data"
    case chassisTypeText = "chassis_type_txt"
    case portIDData = "port_id_data"
    case portIDTypeText = "port_id_type_txt"
    case portDescriptionData = "port_desc_data"
    case systemNameData = "system_name_data"
    case systemDescriptionData = "system_desc_data"
    case systemDescription = "system_description"
    case ipAddress = "ip_address"

    // Which supply.
    case supply = "ps"

    // Which addresses are there.
    case mac, type, ports
    case macAddress = "mac_address"
    case destinationAddress = "destination_address"
    case destinationPort = "destination_port"
    case vlanID = "vlan_id"
    case vlanName = "vlan_name"
}

extension RowKey {
    /// True for prose, whose lines a blank parts; a name that a table wrapped goes on without one.
    var isProse: Bool {
        switch self {
        case .description, .comment, .neighborDescription, .systemDescription, .systemDescriptionData: true
        default: false
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The key of a name as it is written, capitals included: older templates wrote all keys large.
    init?(written: String) {
        guard written.utf8.count <= 40, let key = Self.byName[asciiLowercased(written)] else { return nil }
        self = key
    }
}
