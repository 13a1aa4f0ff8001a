import Diagnostics

/// How an output of labels and values is read: `Chassis id: a000.f00e.300d`, one record below the other.
struct Labels: Sendable {
    /// The line that begins a record, and what it says.
    var begin: @Sendable (Line) -> Row?
    /// Which label says what; `section/label` where one label stands in several sections.
    var keys: [String: RowKey]
    /// What stands between a label and its value.
    var separator: Character = ":"
    /// Labels whose values go on over the lines below: all of them, or the first one only.
    var following: [String: RowKey] = [:]
    /// True where what follows is kept line by line.
    var keepsLines = false
    /// True for a line behind which nothing belongs to the record.
    var end: @Sendable (Line) -> Bool = { _ in false }

    /// A record begins at the line of a label, whose value is the first that it says.
    static func start(at name: String, _ key: RowKey) -> @Sendable (Line) -> Row? {
        { line in
            guard let label = Label(line), label.name == name else { return nil }
            var row = Row(place: line.span)
            row[key] = label.value
            return row
        }
    }
}

/// A label and its value as they stand on a line.
struct Label {
    /// Small letters, single blanks, without marks before it and brackets behind it.
    let name: String
    /// What stood in brackets behind the label.
    let aside: String?
    let value: String

    /// Reads a line up to the first separator within the first 80 bytes; nil where there is none.
    init?(_ line: Line, separator: UInt8 = UInt8(ascii: ":")) {
        let bytes = line.bytes
        guard let place = bytes.prefix(80).firstIndex(of: separator) else { return nil }
        var name = trimmed(bytes[..<place])
        while let mark = name.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") || mark == UInt8(ascii: "*") {
            name = trimmed(name.dropFirst())
        }
        if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")), open > name.startIndex {
            aside = String(decoding: name[(open + 1)...].dropLast(), as: UTF8.self)
            name = trimmed(name[..<open])
        } else {
            aside = nil
        }
        guard !name.isEmpty else { return nil }
        var letters: [UInt8] = []
        for byte in name where byte > 0x20 || letters.last != UInt8(ascii: " ") {
            letters.append(byte <= 0x20 ? UInt8(ascii: " ") : lowered(byte))
        }
        self.name = String(decoding: letters, as: UTF8.self)
        value = String(decoding: trimmed(bytes[(place + 1)...]), as: UTF8.self)
    }
}

extension OutputReading {
    /// Reads records of labels.
    mutating func readLabels(_ labels: Labels) {
        var row: Row?
        var section = ""
        var following: RowKey?
        for line in lines {
            if let first = labels.begin(line) {
                if let row { rows.append(row) }
                (row, section, following) = (first, "", nil)
                continue
            }
            guard row != nil else { continue }
            if labels.end(line) {
                rows.append(row!)
                row = nil
                continue
            }
            let label = Label(line, separator: labels.separator.asciiValue ?? UInt8(ascii: ":"))
            if let key = following {
                if let label, labels.knows(label.name, in: section) {
                    following = nil
                } else {
                    if !line.isBlank { take(line.text, as: key, into: &row!, keeping: labels.keepsLines) }
                    continue
                }
            }
            guard let label else { continue }
            if let key = labels.following[label.name] {
                following = key
                if !label.value.isEmpty { take(label.value, as: key, into: &row!, keeping: labels.keepsLines) }
            } else if let key = labels.keys["\(section)/\(label.name)"] ?? labels.keys[label.name] {
                if row![key] == nil { row![key] = Identifier.tidied(label.value) }
            }
            if label.value.isEmpty { section = label.name }
        }
        if let row { rows.append(row) }
    }

    private func take(_ text: String, as key: RowKey, into row: inout Row, keeping: Bool) {
        if keeping || row[key] == nil { row.append(key, text) }
    }
}

extension Labels {
    func knows(_ name: String, in section: String) -> Bool {
        keys[name] != nil || following[name] != nil || keys["\(section)/\(name)"] != nil || Self.others.contains(name)
    }

    /// Labels that say nothing here, but end the text above them.
    private static let others: Set<String> = [
        "time remaining", "system capabilities", "enabled capabilities", "management addresses", "vlan id", "auto negotiation",
        "system capabilities supported", "system capabilities enabled", "management address type", "expired time",
        "advertisement version",
        "capabilities supported", "remote management address", "media attachment unit type", "version",
    ]
}
