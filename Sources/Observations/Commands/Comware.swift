import Diagnostics

// HP's and H3C's Comware.
extension CommandReader {
    static let comwareReaders: [CommandReader] = [
        CommandReader(
            kind: .ports, platforms: [.hpComware],
            isHeading: { $0.begins(with: "interface link protocol") || $0.begins(with: "interface link speed") }, read: { $0.readBrief() }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.hpComware], isHeading: { $0.begins(with: "system name local interface chassis id") },
            read: { $0.readNeighbourList() }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.hpComware], isHeading: { $0.begins(with: "lldp neighbor-information of port") },
            read: { $0.readLabels(lldpVerbose) }),
        CommandReader(
            kind: .bundles, platforms: [.hpComware],
            isHeading: { $0.begins(with: "aggregate interface:") || $0.begins(with: "aggregation interface:") }, read: { $0.readMembers() }),
    ]

    /// `LLDP neighbor-information of port 1[Ten-GigabitEthernet1/0/0/1]:`.
    private static let lldpVerbose = Labels(
        begin: { line in
            guard line.begins(with: "lldp neighbor-information of port"), let open = line.bytes.firstIndex(of: UInt8(ascii: "[")),
                let close = line.bytes.lastIndex(of: UInt8(ascii: "]")), open < close
            else { return nil }
            var row = Row(place: line.span)
            row[.localInterface] = String(decoding: line.bytes[(open + 1)..<close], as: UTF8.self)
            return row
        },
        keys: [
            "chassis type": .chassisType, "chassis id": .chassisID, "port id type": .portIDType, "port id": .neighborInterface,
            "port description": .neighborInterfaceDescription, "system name": .neighborName, "management address": .managementAddress,
            "pvid": .vlanID, "port vlan id": .vlanID, "time to live": .ttl,
        ])
}

extension OutputReading {
    /// Two tables: routed ports with a protocol and an address, switched ports with speed, duplex, type and network.
    fileprivate mutating func readBrief() {
        var isRouted: Bool?
        for line in lines {
            if line.begins(with: "interface link protocol") || line.begins(with: "interface link speed") {
                isRouted = line.begins(with: "interface link protocol")
                continue
            }
            if line.begins(with: "brief information") || line.begins(with: "the brief information") { isRouted = nil }
            guard let isRouted, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            if let row = briefRow(line, isRouted: isRouted) { rows.append(row) } else { note(line) }
        }
    }

    private func briefRow(_ line: Line, isRouted: Bool) -> Row? {
        let words = line.words
        guard words.count >= (isRouted ? 3 : 6), StateWords.isState(words[1].text) else { return nil }
        var row = Row(place: line.span)
        row[.interface] = words[0].text
        row[.link] = words[1].text
        if isRouted { row[.protocolState] = words[2].text } else { row[.vlanID] = words[5].text }
        row[.description] = line.text(words.dropFirst(isRouted ? 4 : 6))
        return row
    }

    /// The short list: names are cut to their column and go on in the next line; a dash stands for no name.
    fileprivate mutating func readNeighbourList() {
        var columns: [Int] = []
        for line in lines {
            if line.begins(with: "system name local interface chassis id") {
                columns = [line.column(of: "local interface") ?? 0, line.column(of: "chassis id") ?? 0, line.column(of: "port id") ?? 0]
                continue
            }
            guard !columns.isEmpty, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            let words = line.words
            if words.count == 1, let last = rows.indices.last, words[0].bytes.startIndex == line.bytes.startIndex {
                rows[last].append(.neighborName, words[0].text)
                rows[last].place.end = line.span.end
                continue
            }
            var row = Row(place: line.span)
            let name = line.column(0, columns[0])
            row[.neighborName] = name == "-" ? nil : name
            row[.localInterface] = line.column(columns[0], columns[1])
            row[.chassisID] = line.column(columns[1], columns[2])
            row[.neighborInterface] = line.column(columns[2])
            if row[.localInterface] == nil || row[.chassisID] == nil { note(line) } else { rows.append(row) }
        }
    }

    /// A port with a colon, and below it the bundle that it belongs to.
    fileprivate mutating func readMembers() {
        var port: (name: String, place: Span)?
        for line in lines {
            let text = trimmed(line.bytes)
            if !line.isIndented, text.last == UInt8(ascii: ":"), !text.contains(UInt8(ascii: " ")), line.words.first?.hasDigit == true {
                port = (String(decoding: text.dropLast(), as: UTF8.self), line.span)
            } else if let rest = line.rest(after: "aggregate interface:") ?? line.rest(after: "aggregation interface:"), let member = port {
                var row = Row(place: Span(file: member.place.file, start: member.place.start, end: line.span.end))
                row[.aggregateInterface] = String(decoding: trimmed(rest), as: UTF8.self)
                row[.memberPort] = member.name
                rows.append(row)
                port = nil
            }
        }
    }
}
