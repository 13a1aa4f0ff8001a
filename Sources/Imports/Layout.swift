/// How drafts are written as YAML that people like to read: a field a line, long lists as one flow map a line.
enum Layout {
    /// A value on one line.
    static func flow(_ value: Value) -> String {
        switch value {
        case .text(let text): scalar(text)
        case .plain(let text): text
        case .list(let values): "[" + values.map(flow).joined(separator: ", ") + "]"
        case .map(let pairs): "{" + pairs.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// A draft as one flow map, its parts in it.
    static func line(_ draft: Draft) -> String {
        flow(.map(draft.written))
    }

    /// A draft as an element of a list, without the dash: a field a line, parts one line each.
    static func block(_ draft: Draft, indent: String) -> String {
        var lines = draft.fields.map { "\($0.key): \(flow($0.value))" }
        lines.append("origin: \(flow(.text(draft.origin)))")
        for parts in draft.parts { lines.append(list(parts, indent: indent)) }
        return lines.joined(separator: "\n\(indent)")
    }

    /// Parts under their key, one line each; modules, which have parts of their own, as blocks.
    static func list(_ list: Draft.Parts, indent: String) -> String {
        "\(list.key):" + parts(list.drafts, list.key, isFlow: false, indent: indent + "  ").map { "\n\(indent)  - \($0)" }.joined()
    }

    /// Parts as elements of a list, without the dash.
    ///
    /// - Parameter indent: what stands before the dash.
    static func parts(_ drafts: [Draft], _ key: String, isFlow: Bool, indent: String) -> [String] {
        if key == "modules", !isFlow { return drafts.map { block($0, indent: indent + "  ") } }
        return PartList.lines(drafts, key).map(line)
    }

    /// Drafts as elements of a list.
    static func elements(_ drafts: [Draft], _ layout: DraftSection.Layout, indent: String) -> String {
        drafts.map { draft in
            switch layout {
            case .line: "\(indent)- \(line(draft))\n"
            case .block: "\(indent)- \(block(draft, indent: indent + "  "))\n"
            }
        }.joined()
    }

    /// A text as a scalar, in quotes where a YAML reader of any version would take it for something else.
    static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text.utf8.last != UInt8(ascii: " ") else { return false }
        // `8p8c` and `1000base-t` are no number anywhere; `12e4`, `0x1f` and `1_000` are one somewhere.
        guard first.isPlainLetter || (("0"..."9").contains(first) && text.lowercased().utf8.contains(where: lettersOfNoNumber.contains))
        else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0.isPlainLetter || "0123456789 ._/@+-".unicodeScalars.contains($0) }
            && !words.contains(text.lowercased()) && !text.utf8.contains(UInt8(ascii: "#"))
    }

    private static let lettersOfNoNumber = Set("ghijklmnpqrstuvwyz".utf8)

    /// Words that YAML readers of one version or another take for null, truth or number.
    private static let words: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.mustBeEscaped:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let (letter, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
                quoted += "\\\(letter)" + String(repeating: "0", count: width - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension Unicode.Scalar {
    fileprivate var isPlainLetter: Bool {
        isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic && !mustBeEscaped
    }

    /// Characters that YAML does not let stand in a quoted text, and those that break lines or change the direction of writing.
    fileprivate var mustBeEscaped: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
        default: value == 0xFFFE || value == 0xFFFF
        }
    }
}

extension Draft {
    /// All that stands in the folder: fields, origin, parts.
    var written: [Value.Pair] {
        var pairs = fields
        pairs.append(Value.Pair("origin", .text(origin)))
        for part in parts {
            pairs.append(Value.Pair(part.key, .list(PartList.lines(part.drafts, part.key).map { .map($0.written) })))
        }
        return pairs
    }
}
