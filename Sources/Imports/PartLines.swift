import Inventories
import LocatedYAML

/// The lists of objects that stand inside others, and where NetBox has them.
struct PartList {
    let key: String
    let endpoint: Endpoint

    static let all = [
        PartList(key: "device_bays", endpoint: .deviceBays), PartList(key: "module_bays", endpoint: .moduleBays),
        PartList(key: "modules", endpoint: .modules), PartList(key: "interfaces", endpoint: .interfaces),
        PartList(key: "front_ports", endpoint: .frontPorts), PartList(key: "rear_ports", endpoint: .rearPorts),
        PartList(key: "console_ports", endpoint: .consolePorts), PartList(key: "console_server_ports", endpoint: .consoleServerPorts),
        PartList(key: "power_ports", endpoint: .powerPorts), PartList(key: "power_outlets", endpoint: .powerOutlets),
        PartList(key: "feeds", endpoint: .powerFeeds),
    ]

    static func isKey(_ key: String) -> Bool { all.contains { $0.key == key } }

    /// True when a value holds objects: the `rear_ports` of a front port are no objects but its mappings.
    static func isList(_ key: String, _ value: Node) -> Bool {
        isKey(key) && value.kind == .sequence && value.items.first?["rear_port"] == nil
    }

    /// A list's objects as they are written: runs as one, except where a name stands for one object only.
    static func lines(_ drafts: [Draft], _ key: String) -> [Draft] {
        ["modules", "feeds"].contains(key) ? drafts : Ranges.collapsed(drafts)
    }
}

/// One line of such a list as the folder has it: an object, or several that are written as one.
struct PartLine {
    let node: Node
    /// The keys of its objects; none for what somebody wrote by hand.
    let origins: [String]
    /// Each object by itself, ranges taken apart, without what stands in it.
    let drafts: [Draft]

    init(_ node: Node) {
        self.node = node
        let origins = FolderOrigins.keys(node.text("origin") ?? "")
        self.origins = origins
        let pairs = node.pairs.filter { $0.key.string != "origin" && !PartList.isList($0.key.string, $0.value) }.map {
            ($0.key.string, Self.values(of: $0.key.string, $0.value, count: origins.count))
        }
        drafts = origins.indices.map { index in
            var draft = Draft(origin: origins[index])
            for (key, values) in pairs { draft.set(key, values.count == 1 ? values[0] : values[index]) }
            return draft
        }
    }

    /// A field's values: one for all, or one for each where it is a range that fits.
    private static func values(of key: String, _ node: Node, count: Int) -> [Value] {
        guard count > 1, Ranges.counted.contains(key), node.kind == .scalar, let names = try? NameRange.names(node.string),
            names.count == count
        else {
            return [node.value]
        }
        return names.map(Value.text)
    }
}

extension Node {
    /// The value as drafts have it. Numbers and truth values keep standing without quotes.
    var value: Value {
        switch kind {
        case .scalar: isQuoted ? .text(string) : isFigure ? .plain(string) : .text(string)
        case .sequence: .list(items.map(\.value))
        case .mapping: .map(pairs.map { .init($0.key.string, $0.value.value) })
        }
    }

    private var isFigure: Bool {
        let text = string
        return text == "true" || text == "false" || Double(text) != nil
    }
}
