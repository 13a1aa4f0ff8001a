/// One drawn way: groups of ports, and the cables between them.
struct Line {
    struct Port {
        var port: String?
        var position: Int?
        var connector = 0
        var positions: [Int] = []

        init(_ text: String) {
            var rest = text.trimmed
            if let mark = rest.lastIndex(of: "#") {
                let parts = rest[rest.index(after: mark)...].split(separator: "/")
                connector = Int(parts[0]) ?? 0
                positions = parts.count > 1 ? Self.numbers(parts[1]) : []
                rest = String(rest[..<mark])
            }
            if let mark = rest.lastIndex(of: "@") {
                position = Int(rest[rest.index(after: mark)...])
                rest = String(rest[..<mark])
            }
            port = rest == "?" || rest.isEmpty ? nil : rest
        }

        private static func numbers(_ text: Substring) -> [Int] {
            let bounds = text.split(separator: "-").compactMap { Int($0) }
            return bounds.isEmpty ? [] : Array(bounds[0]...bounds[bounds.count - 1])
        }
    }

    struct Group {
        /// Where the way comes in.
        var into: [Port]
        /// Where it goes on; the same ports where it does not go through a panel or circuit.
        var out: [Port]
        var isThrough: Bool
    }

    struct Cable {
        var name: String
        var attributes: [String]

        init(_ text: String) {
            let parts = text.split(separator: "(", maxSplits: 1)
            name = String(parts[0]).trimmed
            attributes = parts.count > 1 ? String(parts[1]).trimming(" )").split(separator: ";").map { String($0).trimmed } : []
        }
    }

    var groups: [Group] = []
    /// Empty for `~~`.
    var cables: [[Cable]] = []
    /// How the trace ends, if the line says so.
    var end: String?

    init(_ text: String) {
        var rest = text[...]
        while let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") {
            let between = String(rest[..<open]).trimmed
            if !groups.isEmpty { cables.append(Self.cables(between)) }
            groups.append(Self.group(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        precondition(!groups.isEmpty, "a way has at least one port: \(text)")
        end = String(rest).trimmed
        if end == "" { end = nil }
    }

    private static func group(_ text: String) -> Group {
        let sides = text.split(separator: "|", omittingEmptySubsequences: false).map { side in
            side.split(separator: ",").map { Port(String($0)) }
        }
        let ports = sides.map { $0.isEmpty ? [Port("?")] : $0 }
        return Group(into: ports[0], out: ports[ports.count - 1], isThrough: ports.count > 1)
    }

    private static func cables(_ text: String) -> [Cable] {
        if text == "~~" { return [] }
        precondition(text.hasPrefix("--") && text.hasSuffix("--"), "cables are drawn as --C1--, not \(text)")
        return text.dropFirst(2).dropLast(2).split(separator: ",").map { Cable(String($0)) }
    }

    /// The line without what only builds: as `Drawing.text(of:)` writes it.
    var text: String {
        var line = ""
        for (index, group) in groups.enumerated() {
            line += group.isThrough ? "[\(Self.list(group.into)) | \(Self.list(group.out))]" : "[\(Self.list(group.out))]"
            guard index < cables.count else { continue }
            let names = Set(cables[index].map(\.name)).sorted().joined(separator: ", ")
            line += names.isEmpty ? " ~~ " : " --\(names)-- "
        }
        return line + " " + (end ?? "")
    }

    private static func list(_ ports: [Port]) -> String {
        Set(ports.map { $0.port ?? "?" }).sorted().joined(separator: ", ")
    }
}
