import Diagnostics

// What Arista's EOS prints otherwise than Cisco's systems.
extension CommandReader {
    static let aristaReaders: [CommandReader] = [
        .table(.neighbours(.lldp), .aristaEOS, heading: { $0.begins(with: "port neighbor device id") }, row: neighbourRow),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.aristaEOS],
            isHeading: { $0.begins(with: "interface") && $0.holds(" detected ", " lldp neighbors") },
            read: { $0.readEOSNeighbours() }),
    ]

    /// `Et2  arista2  Ethernet2  120`.
    @Sendable private static func neighbourRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 4, let last = words.last, last.isNumber, words[0].hasDigit else { return nil }
        var row = Row(place: line.span)
        row[.localInterface] = words[0].text
        row[.ttl] = last.text
        // The port's id follows the name behind two blanks at least where either holds one.
        let body = Array(words[1..<(words.count - 1)])
        let gap = body.indices.dropFirst().first { body[$0].bytes.startIndex - body[$0 - 1].bytes.endIndex >= 2 } ?? 1
        row[.neighborName] = line.text(body[..<gap])
        row[.neighborInterface] = line.text(body[gap...])
        return row
    }
}

extension OutputReading {
    /// `Interface Ethernet1 detected 1 LLDP neighbors:`, and below it a block for each.
    fileprivate mutating func readEOSNeighbours() {
        var local = ""
        var row: Row?
        for line in lines {
            if line.begins(with: "interface"), let end = line.offset(of: " detected "), let rest = line.rest(after: "interface") {
                if let row { rows.append(row) }
                row = nil
                local = String(decoding: trimmed(line.bytes[rest.startIndex..<end]), as: UTF8.self)
            } else if let rest = line.rest(after: "neighbor "), rest.contains(UInt8(ascii: "/")) {
                if let row { rows.append(row) }
                var next = Row(place: line.span)
                next[.localInterface] = local
                if let age = line.offset(of: ", age ") { next[.age] = String(decoding: trimmed(line.bytes[(age + 6)...]), as: UTF8.self) }
                row = next
            } else if let label = Label(line), let key = Self.eosKeys[label.name], row != nil {
                if row![key] == nil { row![key] = Identifier.tidied(label.value) }
            }
        }
        if let row { rows.append(row) }
    }

    private static let eosKeys: [String: RowKey] = [
        "chassis id type": .chassisType, "chassis id": .chassisID, "port id type": .portType, "port id": .neighborInterface,
        "system name": .neighborName, "system description": .neighborDescription, "management address": .managementAddress,
        "port description": .neighborInterfaceDescription, "time to live": .ttl,
    ]
}
