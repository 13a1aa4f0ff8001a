/// How a port is named in a reference, by its type in NetBox.
enum PortWord {
    /// The list, the word before the port's name, and the name of the kind; an interface needs no word.
    static let kinds: [String: (list: Endpoint, word: String?, kind: String)] = [
        "dcim.interface": (.interfaces, nil, "interface"),
        "dcim.frontport": (.frontPorts, "front", "front-port"),
        "dcim.rearport": (.rearPorts, "rear", "rear-port"),
        "dcim.consoleport": (.consolePorts, "console", "console-port"),
        "dcim.consoleserverport": (.consoleServerPorts, "console-server", "console-server-port"),
        "dcim.powerport": (.powerPorts, "power", "power-port"),
        "dcim.poweroutlet": (.powerOutlets, "outlet", "power-outlet"),
    ]

    static let words: [String: String?] = kinds.mapValues(\.word)

    /// Words that a bare name must not begin with, because they name a kind.
    static let reserved: Set<String> = Set(kinds.values.flatMap { [$0.word, $0.kind] }.compactMap { $0 } + ["bay", "feed", "circuit"])
}
