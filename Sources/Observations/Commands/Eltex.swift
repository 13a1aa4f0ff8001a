import Diagnostics

// Eltex and Cisco Small Business, whose tables are marked by strokes under headings of one to three lines.
extension CommandReader {
    static let eltexReaders: [CommandReader] = [
        CommandReader(
            kind: .ports, platforms: [.eltex, .ciscoSmallBusiness], isHeading: { statusColumns($0) != nil },
            read: { $0.readRuledTables(statusColumns) }),
        CommandReader(
            kind: .ports, platforms: [.eltex, .ciscoSmallBusiness], isHeading: { descriptionColumns($0) != nil },
            read: { $0.readRuledTables(descriptionColumns) }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.ciscoSmallBusiness, .eltex],
            isHeading: { $0.begins(with: "port device id port id system name") },
            read: { $0.readRuledTables(neighbourColumns) }),
    ]

    /// The columns of port states, whose names stand in two lines: the lower one is met here.
    private static func statusColumns(_ line: Line) -> [RowKey?]? {
        let isPorts = line.begins(with: "port type") && line.holds("state") || line.begins(with: "ch ") && line.holds("state")
        guard isPorts, !line.holds("description") else { return nil }
        // `Neg`, `ctrl`, `Port Mode` and their like part the columns: the state is found among them by its place.
        let names = ["type", "duplex", "bw", "speed", "neg", "ctrl", "control", "state", "(d,h:m:s)", "pressure", "mode", "port"]
        var columns: [RowKey?] = [.interface]
        for word in line.words.dropFirst() {
            let name = asciiLowercased(word.text)
            guard names.contains(name) else { continue }
            switch name {
            case "type": columns.append(.type)
            case "state": columns.append(.linkState)
            case "(d,h:m:s)": columns.append(.upTime)
            case "port": continue
            case "mode" where word.bytes.startIndex > 0 && isPortMode(word, on: line): columns.append(.interfaceMode)
            default: columns.append(nil)
            }
        }
        return columns
    }

    /// `Port Mode` is one column of two words.
    private static func isPortMode(_ word: Word, on line: Line) -> Bool {
        let words = line.words
        guard let place = words.firstIndex(where: { $0.bytes.startIndex == word.bytes.startIndex }), place > 0 else { return false }
        return words[place - 1].reads("port") && word.bytes.startIndex - words[place - 1].bytes.endIndex == 1
    }

    private static func descriptionColumns(_ line: Line) -> [RowKey?]? {
        if line.begins(with: "port state state description") || line.begins(with: "ch state state description")
            || line.begins(with: "loopback state state description")
        {
            return [.interface, .adminState, .linkState, .description]
        }
        if line.begins(with: "vlan admin state link state description") { return [nil, nil, nil, nil] }
        if line.begins(with: "port description") || line.begins(with: "ch description") { return [.interface, .description] }
        return nil
    }

    private static func neighbourColumns(_ line: Line) -> [RowKey?]? {
        guard line.begins(with: "port device id port id system name") else { return nil }
        return [.localInterface, .chassisID, .neighborInterface, .neighborName, nil, .ttl]
    }
}
