import Diagnostics
import Inventories

/// What the role of a device says of the harm that work on it can do: NetBox's usual slugs and everyday ones.
enum Gear {
    private static let kinds: [(kind: Symbol, roles: Set<String>)] = [
        (
            "power",
            [
                "ups", "pdu", "rpdu", "rack-pdu", "ats", "sts", "transfer-switch", "generator", "genset", "rectifier", "battery",
                "batteries", "power-supply", "breaker-panel", "power-panel", "switchgear", "distribution-board", "transformer", "inverter",
            ]
        ),
        (
            "cooling",
            [
                "crac", "crah", "air-conditioner", "air-conditioning", "cooling", "cooler", "chiller", "hvac", "in-row-cooler",
                "condenser", "heat-exchanger",
            ]
        ),
        (
            "fire",
            [
                "fire-panel", "fire-suppression", "fire-alarm", "fire-detection", "fire-detector", "smoke-detector", "vesda", "sprinkler",
                "gas-suppression",
            ]
        ),
        ("emergency-off", ["epo", "emergency-off", "emergency-stop", "emergency-power-off"]),
    ]

    /// Gear whose work is in what somebody configured, also where nobody wrote down the configuration.
    private static let configurable: Set<String> = [
        "switch", "router", "firewall", "gateway", "leaf", "spine", "superspine", "tor", "core", "distribution", "aggregation", "access",
        "edge", "border", "ap", "wap", "access-point", "wireless-ap", "wifi-ap", "controller", "wireless-controller", "load-balancer",
        "fabric-interconnect", "bridge", "wireless-bridge", "vpn", "vpn-gateway", "ids", "ips", "waf", "proxy", "pbx",
        "session-border-controller",
        "console-server", "terminal-server", "storage-controller",
    ]

    /// `power`, `cooling`, `fire`, `emergency-off`; empty for everything else.
    static func kind(of role: Symbol?) -> Symbol {
        guard let role else { return .empty }
        return endings(of: role).lazy.compactMap { ending in kinds.first { $0.roles.contains(ending) }?.kind }.first ?? .empty
    }

    /// Whether a device of the role has a configuration that can be lost.
    static func isConfigurable(_ role: Symbol) -> Bool {
        // A transfer switch is no switch.
        guard kind(of: role).isEmpty else { return false }
        return endings(of: role).contains { configurable.contains($0) }
    }

    /// `campus-access-switch` is a switch: the whole slug, then its last words.
    private static func endings(of role: Symbol) -> [String] {
        let words = role.text.lowercased().split { $0 == "-" || $0 == "_" || $0 == " " }
        return (0..<min(words.count, 4)).map { words.suffix(min(words.count, 4) - $0).joined(separator: "-") }
    }
}
