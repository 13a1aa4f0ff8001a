/// What a command asks for; rows alone do not always tell.
enum CommandKind: Hashable, Sendable {
    case ports
    case neighbours(DiscoveryProtocol?)
    case addresses
    case power
    case bundles
    case breakouts
    case indications

    /// The kind by words of a command or of a file's name, such as `show_lldp_neighbors`; nil where they tell nothing.
    init?(words written: some StringProtocol) {
        let words = Set(
            asciiLowercased(written).utf8.split { !(97...122).contains($0) }.map { String(decoding: $0, as: UTF8.self) })
        func has(_ candidates: String...) -> Bool { candidates.contains(where: words.contains) }
        if has("lldp", "lldprx") {
            self = .neighbours(.lldp)
        } else if has("cdp") {
            self = .neighbours(.cdp)
        } else if has("neighbor", "neighbors", "neighbour", "neighbours") {
            self = .neighbours(nil)
        } else if has("fdb") || has("mac") && has("address", "table") || has("ethernet") && has("switching") && has("table") {
            self = .addresses
        } else if has("inline") {
            self = .power
        } else if has("environment") {
            self = .indications
        } else if has("etherchannel", "lacp", "aggregation") || has("port") && has("channel") {
            self = .bundles
        } else if has("breakout") {
            self = .breakouts
        } else if has("interface", "interfaces", "ports", "link") {
            self = .ports
        } else {
            return nil
        }
    }
}
