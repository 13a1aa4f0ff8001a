/// The words before a port's number, by vendor.
enum PortWords {
    /// A short form, the words for the same kind of port, and the platforms that have them; all platforms where none is named.
    private struct Family {
        let short: String
        let words: [String]
        var platforms: Set<Platform>?
    }

    private static let families: [Family] = [
        Family(short: "et", words: ["et", "eth", "ethernet"]),
        Family(short: "fa", words: ["fa", "fe", "fastethernet"]),
        Family(short: "gi", words: ["gi", "gig", "gige", "gigabitethernet"]),
        Family(short: "gi", words: ["ge"], platforms: [.hpComware, .huaweiVRP]),
        Family(short: "tw", words: ["tw", "two", "twogigabitethernet"]),
        Family(short: "fi", words: ["fi", "fivegigabitethernet"]),
        Family(short: "te", words: ["te", "ten", "tengige", "tengigabitethernet", "ten-gigabitethernet"]),
        // Comware's Ten-GigabitEthernet; Huawei's XGigabitEthernet.
        Family(short: "te", words: ["xge"], platforms: [.hpComware]),
        Family(short: "xg", words: ["xge", "xgigabitethernet"], platforms: [.huaweiVRP]),
        Family(short: "twe", words: ["twe", "twentyfivegige", "twentyfivegigabitethernet", "twenty-fivegige"]),
        Family(short: "fo", words: ["fo", "fortygige", "fortygigabitethernet"]),
        Family(short: "fo", words: ["fge"], platforms: [.hpComware]),
        Family(short: "hu", words: ["hu", "hundredgige", "hundredgigabitethernet"]),
        Family(short: "fou", words: ["fou", "fourhundredgige", "fourhundredgigabitethernet"]),
        Family(short: "ap", words: ["ap", "appgigabitethernet"], platforms: [.ciscoIOS]),
        Family(short: "po", words: ["po", "port-channel", "portchannel"]),
        Family(short: "be", words: ["be", "bundle-ether"], platforms: [.ciscoXR]),
        Family(short: "bagg", words: ["bagg", "bridge-aggregation"], platforms: [.hpComware]),
        Family(short: "eth-trunk", words: ["eth-trunk"], platforms: [.huaweiVRP]),
        Family(short: "vl", words: ["vl", "vlan", "vlan-interface", "vlanif"]),
        Family(short: "lo", words: ["lo", "loopback"]),
        Family(short: "tu", words: ["tu", "tunnel"]),
        Family(short: "ma", words: ["ma", "management"], platforms: [.aristaEOS]),
        Family(short: "m-gi", words: ["m-ge", "m-gigabitethernet"], platforms: [.hpComware]),
        Family(short: "mg", words: ["mg", "mgmteth"], platforms: [.ciscoXR]),
        Family(short: "se", words: ["se", "serial"]),
    ]

    /// The families of a platform, those that only it has first.
    private static func families(on platform: Platform?) -> [Family] {
        families.filter { family in
            guard let own = family.platforms else { return true }
            return platform.map(own.contains) ?? false
        }
    }

    private static let tables: [Platform?: (short: [String: String], words: [(word: String, short: String)])] = {
        var tables: [Platform?: (short: [String: String], words: [(word: String, short: String)])] = [:]
        for platform in [nil] + Platform.allCases.map(Optional.some) {
            let words = families(on: platform).flatMap { family in family.words.map { (word: $0, short: family.short) } }
            tables[platform] = (Dictionary(words.map { ($0.word, $0.short) }) { first, _ in first }, words)
        }
        return tables
    }()

    /// The short form of a word, or of a beginning of three letters and more that only one family has; else the word.
    static func short(_ word: String, on platform: Platform?) -> String {
        // `Port 6` is a port of its own, and no short form of Port-channel6.
        guard let table = tables[platform], word.utf8.count <= 32, word != "port" else { return word }
        if let short = table.short[word] { return short }
        guard word.utf8.count >= 3 else { return word }
        let fitting = Set(table.words.filter { $0.word.hasPrefix(word) }.map(\.short))
        return fitting.count == 1 ? fitting.first! : word
    }
}
