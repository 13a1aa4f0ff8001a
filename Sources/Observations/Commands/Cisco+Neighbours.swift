import Diagnostics

// Neighbours as Cisco's systems print them, and those who print as they do.
extension CommandReader {
    static let ciscoNeighbours: [CommandReader] = [
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.ciscoIOS, .ciscoNXOS],
            isHeading: { $0.begins(with: "chassis id:") || $0.begins(with: "local intf:") },
            read: { $0.readIOSNeighbours() }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.ciscoIOS, .ciscoXR, .ciscoNXOS, .brocadeFastIron],
            isHeading: { $0.begins(with: "device id local intf hold-time") }, read: { $0.readNeighbourTable() }),
        CommandReader(
            kind: .neighbours(.cdp), platforms: [.ciscoIOS, .ciscoNXOS],
            isHeading: { $0.begins(with: "device id:") || $0.begins(with: "device id :") },
            read: { $0.readCDPDetail() }),
        CommandReader(
            kind: .neighbours(.cdp), platforms: [.ciscoIOS, .ciscoNXOS], isHeading: { $0.begins(with: "device id local intrfce") },
            read: { $0.readCDPTable() }),
    ]

    /// NX-OS tells the device id, with a serial number in brackets, and the system's name apart; IOS has the one for both.
    fileprivate static let cdpDetail = Labels(
        begin: { line in
            guard let rest = line.rest(after: "device id"), let label = Label(line), label.name == "device id" else { return nil }
            let isNexus = rest.first == UInt8(ascii: ":") && rest.dropFirst().first.map { $0 > 0x20 } == true
            var row = Row(place: line.span)
            row[isNexus ? .chassisID : .neighborName] = label.value
            return row
        },
        keys: [
            "system name": .neighborName, "platform": .platform, "interface": .localInterface, "port id": .neighborInterface,
            "holdtime": .holdtime,
            "entry address/ip address": .managementAddress, "management address/ip address": .managementAddress,
            "interface address/ipv4 address": .interfaceIP, "mgmt address/ipv4 address": .managementAddress,
            "native vlan": .vlanID,
        ],
        following: ["version": .neighborDescription])
}

extension OutputReading {
    /// CDP in detail: two labels may share a line, as `Interface: …, Port ID (outgoing port): …` do.
    fileprivate mutating func readCDPDetail() {
        var lines: [Line] = []
        for line in self.lines {
            guard let comma = line.offset(of: ", "), line.holds(", ", ":"), Label(line) != nil,
                line.begins(with: "interface:") || line.begins(with: "platform:")
            else {
                lines.append(line)
                continue
            }
            let second = line.begins(with: "interface:") ? line.offset(of: "port id") : line.offset(of: "capabilities:")
            let end = second.map { line.bytes[..<$0].lastIndex(of: UInt8(ascii: ",")) ?? comma } ?? line.bytes.endIndex
            lines.append(Line(bytes: line.bytes[..<end], file: line.file))
            if let second { lines.append(Line(bytes: line.bytes[second...], file: line.file)) }
        }
        var apart = OutputReading(lines: lines, platform: platform)
        apart.readLabels(CommandReader.cdpDetail)
        rows = apart.rows
    }

    /// LLDP in detail. Older systems print no local port at all; such neighbours wait for another table to tell.
    fileprivate mutating func readIOSNeighbours() {
        var hasLocalFirst = false
        let labels = Labels(
            begin: { line in
                guard line.begins(with: "chassis id:") || line.begins(with: "local intf:"), let label = Label(line) else { return nil }
                var row = Row(place: line.span)
                row[label.name == "local intf" ? .localInterface : .chassisID] = label.value
                return row
            },
            keys: [
                "port id": .neighborPortID, "local port id": .localInterface, "port description": .neighborInterface,
                "system name": .neighborName, "management addresses/ip": .managementAddress, "management address": .managementAddress,
                "vlan id": .vlanID, "peer source mac": .macAddress, "model": .platform,
            ],
            following: ["system description": .neighborDescription])
        readLabels(labels)
        hasLocalFirst = rows.contains { $0.has(.localInterface) && !$0.has(.chassisID) }
        if hasLocalFirst { joinLocalPorts() }
        let isNexus = platform == .ciscoNXOS || lines.contains { $0.begins(with: "local port id:") }
        for index in rows.indices {
            dropUnsaid(&rows[index])
            if isNexus { nameAsNexus(&rows[index]) }
        }
    }

    /// `Local Intf:` began a record of its own, which goes on with the chassis below it.
    private mutating func joinLocalPorts() {
        var joined: [Row] = []
        var local: Row?
        for row in rows {
            if row.has(.chassisID), let port = local?[.localInterface] {
                var row = row
                row[.localInterface] = port
                row.place = Span(file: row.place.file, start: local!.place.start, end: row.place.end)
                joined.append(row)
                local = nil
            } else if row.has(.chassisID) {
                joined.append(row)
            } else {
                local = row
            }
        }
        rows = joined
    }

    /// Templates for NX-OS have the port's id where those for IOS have its description.
    private func nameAsNexus(_ row: inout Row) {
        (row[.neighborInterface], row[.neighborInterfaceDescription]) = (row[.neighborPortID], row[.neighborInterface])
        row[.neighborPortID] = nil
    }

    /// `- not advertised` says that the neighbour says nothing.
    private func dropUnsaid(_ row: inout Row) {
        for key in [RowKey.neighborInterface, .neighborName, .neighborDescription, .vlanID, .managementAddress] {
            if row[key].map({ asciiLowercased($0).hasSuffix("not advertised") }) ?? false { row[key] = nil }
        }
    }

    /// The short table of LLDP: a name that is too long stands alone on its line, or is glued to the next column.
    fileprivate mutating func readNeighbourTable() {
        var columns: (local: Int, hold: Int, capability: Int, port: Int)?
        var pending: Line?
        for line in lines {
            if line.begins(with: "device id local intf hold-time") {
                let places = [
                    line.column(of: "local intf"), line.column(of: "hold-time"), line.column(of: "capability"), line.column(of: "port id"),
                ]
                columns = (places[0] ?? 0, places[1] ?? 0, places[2] ?? 0, places[3] ?? 0)
                continue
            }
            guard let columns, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            let words = line.words
            if words.count == 1, pending == nil, !line.isIndented {
                pending = line
                continue
            }
            guard let row = neighbourRow(line, words, columns, after: pending) else {
                note(line)
                continue
            }
            rows.append(row)
            pending = nil
        }
        if let pending { unread.append(pending.span) }
    }

    private func neighbourRow(
        _ line: Line, _ words: [Word], _ columns: (local: Int, hold: Int, capability: Int, port: Int), after pending: Line?
    ) -> Row? {
        // The hold time is the number behind the local port; names before it may hold blanks.
        guard let hold = words.firstIndex(where: { $0.isNumber && $0.bytes.startIndex - line.bytes.startIndex + 1 >= columns.hold }),
            hold >= 1
        else { return nil }
        var row = Row(place: line.span)
        let head = line.bytes[..<words[hold].bytes.startIndex]
        if let pending {
            row[.neighborName] = pending.text
            row[.localInterface] = String(decoding: trimmed(head), as: UTF8.self)
            row.place.start = pending.span.start
        } else {
            // A name of twenty letters leaves no blank before the port.
            let cut = min(line.bytes.startIndex + columns.local, head.endIndex)
            row[.neighborName] = String(decoding: trimmed(head[..<cut]), as: UTF8.self)
            row[.localInterface] = String(decoding: trimmed(head[cut...]), as: UTF8.self)
        }
        guard row[.localInterface] != nil else { return nil }
        row[.holdtime] = words[hold].text
        let rest = words[(hold + 1)...]
        // The capability is there where something stands left of the port's column.
        let hasCapability = rest.count > 1 && rest.first!.bytes.startIndex - line.bytes.startIndex < columns.port - 1
        row[.neighborInterface] = line.text(hasCapability ? rest.dropFirst() : rest)
        return row
    }

    /// The short table of CDP, whose columns other tools squeeze: what is a port has a word before its number.
    fileprivate mutating func readCDPTable() {
        var platformColumn: Int?
        var pending: Line?
        for line in lines {
            if line.begins(with: "device id local intrfce") {
                platformColumn = line.holds("  platform") ? line.column(of: "platform") : nil
                continue
            }
            guard !line.isBlank, !line.isRuler, !line.isSum, !line.begins(with: "capability codes"), !line.holds(" - ") else { continue }
            let words = line.words
            if words.count == 1 {
                pending = line
                continue
            }
            guard let row = cdpRow(line, words, platformColumn, after: pending) else {
                note(line)
                continue
            }
            rows.append(row)
            pending = nil
        }
        if let pending { unread.append(pending.span) }
    }

    private func cdpRow(_ line: Line, _ words: [Word], _ platformColumn: Int?, after pending: Line?) -> Row? {
        let start = pending == nil ? 1 : 0
        guard let hold = words.dropFirst(start + 1).firstIndex(where: \.isNumber) else { return nil }
        var row = Row(place: line.span)
        row[.neighborName] = pending?.text ?? words[0].text
        if let pending { row.place.start = pending.span.start }
        row[.localInterface] = line.text(words[start..<hold])
        row[.holdtime] = words[hold].text
        var rest = words[(hold + 1)...]
        if let platformColumn {
            rest = rest.drop { $0.bytes.startIndex - line.bytes.startIndex < platformColumn }
        } else {
            rest = rest.drop { $0.bytes.count == 1 && $0.bytes.first.map { !isDigit($0) } == true }
        }
        // A port is a word with a number in it, or a word and a number: `Gig 0/0`, `Port 1`, `eth0`.
        guard let last = rest.last, rest.count >= 1 else { return nil }
        let isSplit = rest.count >= 2 && last.bytes.first.map(isDigit) == true
        let port = isSplit ? rest.suffix(2) : rest.suffix(1)
        row[.neighborInterface] = line.text(port)
        row[.platform] = line.text(rest.dropLast(port.count))
        return row
    }
}
