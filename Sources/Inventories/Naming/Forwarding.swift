import Diagnostics
import Synchronization

extension Inventory {
    /// Whether a device passes data on between its ports, by its role (decisions.md).
    ///
    /// What the client declares under `roles:` comes first; a role in neither table, and no role: perhaps.
    package func forwarding(of device: Ref<Device>) -> Forwarding {
        guard let role = devices[device].role else { return .perhaps }
        return client.roles[role] ?? RoleTable.forwarding(of: role)
    }
}

/// Which roles forward: NetBox's usual slugs and everyday ones.
enum RoleTable {
    /// Switches, routers, firewalls, access points, converters, bridges and phones.
    private static let forwarding: Set<String> = [
        "switch", "router", "firewall", "gateway", "hub", "leaf", "spine", "tor", "superspine", "bridge", "ap", "wap", "aps",
        "access-point", "wireless-ap", "wireless-access-point", "wifi-ap", "media-converter", "converter", "fiber-converter",
        "phone", "telephone", "ip-phone", "voip-phone", "wireless-bridge", "fabric-interconnect", "repeater", "access", "distribution",
        "core", "aggregation", "edge", "border",
    ]

    /// Gear that ends connections, and gear without data ports.
    private static let ending: Set<String> = [
        "server", "hypervisor", "host", "pc", "workstation", "desktop", "laptop", "notebook", "thin-client", "printer", "mfp", "mfu",
        "plotter", "scanner", "pdu", "ups", "ats", "sts", "transfer-switch", "automatic-transfer-switch", "generator", "genset",
        "power-supply", "rectifier", "battery", "breaker-panel", "panel", "patch-panel", "fiber-panel", "odf", "coupler", "splitter",
        "storage", "nas", "san", "disk-shelf", "tape-library", "camera", "ip-camera", "nvr", "dvr", "console-server", "terminal-server",
        "kvm", "kvm-switch", "sensor", "monitor", "display", "projector", "tv", "terminal", "pos", "clock", "time-server", "intercom",
        "door-controller", "access-control", "alarm", "fire-panel", "air-conditioner", "crac", "cable-management", "shelf", "blank",
        "blanking-panel", "chassis", "video-conference", "badge-reader", "plc", "controller-card",
    ]

    /// Devices are many and roles few.
    private static let known = Mutex<[Symbol: Forwarding]>([:])

    static func forwarding(of role: Symbol) -> Forwarding {
        known.withLock { known in
            if let forwarding = known[role] { return forwarding }
            let forwarding = forwarding(of: role.text)
            known[role] = forwarding
            return forwarding
        }
    }

    private static func forwarding(of role: String) -> Forwarding {
        let slug = String(InterfaceNames.lowercased(role).map { $0 == "_" || $0 == " " ? "-" : $0 })
        if ending.contains(slug) { return .never }
        if forwarding.contains(slug) { return .forwards }
        // `campus-access-switch` is a switch and `print-server` a server: the last words say what it is.
        let words = slug.split(separator: "-")
        for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
            let tail = words.suffix(count).joined(separator: "-")
            if ending.contains(tail) { return .never }
            if forwarding.contains(tail) { return .forwards }
        }
        return .perhaps
    }
}
