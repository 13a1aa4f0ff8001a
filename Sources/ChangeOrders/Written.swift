/// A value of a file as it is written: scalars with the quotes they need, short collections in brackets.
indirect enum Written: Hashable, Sendable {
    /// A text that is quoted where another reader of YAML could change it.
    case text(String)
    /// A number, a moment or a period: never quoted.
    case plain(String)
    case list([Written])
    /// A list on one line.
    case flow([Written])
    case map([Entry])
    /// A mapping on one line.
    case flowMap([Entry])

    struct Entry: Hashable, Sendable {
        var key: String
        var value: Written
        /// Remarks above the entry, a line each.
        var above: [String] = []
        /// A remark behind the value, where it stands on one line.
        var remark: String?
        /// Written as a remark itself: an entry to be filled in.
        var isProposal = false

        init(_ key: String, _ value: Written, above: [String] = [], remark: String? = nil, isProposal: Bool = false) {
            self.key = key
            self.value = value
            self.above = above
            self.remark = remark
            self.isProposal = isProposal
        }
    }
}

extension Written {
    /// The value as the text of a file.
    var yaml: String {
        switch self {
        case .map(let entries): Self.lines(entries).map { $0 + "\n" }.joined()
        default: inline + "\n"
        }
    }

    private static func lines(_ entries: [Entry]) -> [String] {
        entries.flatMap { entry -> [String] in
            let remarks = entry.above.map { $0.isEmpty ? "" : "# \($0)" }
            let body = lines(of: entry)
            return remarks + (entry.isProposal ? body.map { "# \($0)" } : body)
        }
    }

    private static func lines(of entry: Entry) -> [String] {
        let key = scalar(entry.key)
        let remark = entry.remark.map { "  # \($0)" } ?? ""
        switch entry.value {
        case .map(let entries): return ["\(key):"] + lines(entries).map { "  \($0)" }
        case .list(let items) where items.isEmpty: return ["\(key): []\(remark)"]
        case .list(let items): return ["\(key):\(remark)"] + items.flatMap { $0.itemLines.map { "  \($0)" } }
        default: return ["\(key): \(entry.value.inline)\(remark)"]
        }
    }

    /// The value as an element of a list.
    private var itemLines: [String] {
        guard case .map(var entries) = self else { return ["- \(inline)"] }
        // Remarks above the first entry stand before the dash.
        let above = entries.first?.above ?? []
        if !entries.isEmpty { entries[0].above = [] }
        let lines = Self.lines(entries)
        return above.map { "# \($0)" } + lines.enumerated().map { $0.offset == 0 ? "- \($0.element)" : "  \($0.element)" }
    }

    private var inline: String {
        switch self {
        case .text(let text): Self.scalar(text)
        case .plain(let text): text
        case .list(let items), .flow(let items): "[\(items.map(\.inline).joined(separator: ", "))]"
        case .map(let entries), .flowMap(let entries):
            "{\(entries.map { "\(Self.scalar($0.key)): \($0.value.inline)" }.joined(separator: ", "))}"
        }
    }

    /// Words that some reader of YAML takes for something else than text.
    private static let reserved: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "~", "nan", "inf"]

    /// A text with quotes where they are needed anywhere: in flow, as a key, by any reader.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter } == true && text.last != " " && !reserved.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " _-./()+".unicodeScalars.contains(scalar)
            }
        return isPlain ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
