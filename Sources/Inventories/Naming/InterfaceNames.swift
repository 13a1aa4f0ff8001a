import Diagnostics

/// Long and short names of interfaces: `GigabitEthernet1/0/7`, `Gi1/0/7` and `gi1/0/7` are one.
///
/// Only the letters before the first digit are brought to one form; numbers are never touched.
enum InterfaceNames {
    /// A short form and the names that vendors write for the same kind of interface.
    private static let families: [(short: String, names: [String])] = [
        ("eth", ["e", "et", "eth", "ethernet"]),
        ("fa", ["fa", "fe", "fastethernet"]),
        ("gi", ["gi", "ge", "gig", "gige", "gigethernet", "gigabitethernet"]),
        ("tw", ["tw", "two", "twogigabitethernet"]),
        ("fi", ["fi", "fivegigabitethernet"]),
        ("te", ["te", "ten", "tengige", "tengigabitethernet", "xge", "xgigabitethernet"]),
        ("twe", ["twe", "twentyfivegige", "twentyfivegigabitethernet"]),
        ("fo", ["fo", "fortygige", "fortygigabitethernet"]),
        ("hu", ["hu", "hundredgige", "hundredgigabitethernet"]),
        ("fou", ["fou", "fourhundredgige", "fourhundredgigabitethernet"]),
        ("po", ["po", "port-channel", "portchannel"]),
        ("be", ["be", "bundle-ether"]),
        ("lag", ["lag", "trk"]),
        ("vl", ["vl", "vlan", "vlan-interface", "vlanif"]),
        ("lo", ["lo", "loopback"]),
        ("tu", ["tu", "tunnel"]),
        ("ma", ["ma", "mgmt", "management", "mgmteth", "managementethernet"]),
        ("se", ["se", "serial"]),
    ]

    private static let shortForms: [String: String] = {
        var forms: [String: String] = [:]
        for family in families {
            for name in family.names { forms[name] = family.short }
        }
        return forms
    }()

    /// The one form of an interface's name: letters small and short, spaces between letters and number left out.
    static func canonical(_ name: String) -> String {
        let lower = lowercased(name)
        guard let digit = lower.firstIndex(where: { ("0"..."9").contains($0) }), digit > lower.startIndex else { return lower }
        let letters = lower[..<digit].filter { $0 != " " }
        guard !letters.isEmpty else { return lower }
        return short(String(letters)) + lower[digit...]
    }

    /// Latin letters small; all else as it is.
    static func lowercased(_ name: String) -> String {
        String(decoding: name.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// The short form of a family's name, or of a beginning of two letters and more that only one family has.
    private static func short(_ letters: String) -> String {
        if let short = shortForms[letters] { return short }
        guard letters.utf8.count >= 2 else { return letters }
        let fitting = families.filter { family in family.names.contains { $0.hasPrefix(letters) } }
        return fitting.count == 1 ? fitting[0].short : letters
    }
}
