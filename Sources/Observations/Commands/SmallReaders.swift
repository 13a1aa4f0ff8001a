import Diagnostics

// Platforms of which one or two commands are read.
extension CommandReader {
    static let smallReaders: [CommandReader] = [
        .table(.ports, .brocadeFastIron, heading: { $0.begins(with: "port link state dupl") }, row: fastIronRow),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.brocadeFastIron], isHeading: { $0.begins(with: "local port:") },
            read: { $0.readFastIronNeighbours() }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.arubaAOSCX], isHeading: { $0.begins(with: "neighbor chassis-id") },
            read: { $0.readLabels(arubaNeighbours) }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.alcatelAOS], isHeading: { $0.begins(with: "remote lldp agents on local") },
            read: { $0.readAlcatelNeighbours() }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.broadcomICOS], isHeading: { icosColumns($0) != nil },
            read: { $0.readICOSNeighbours() }),
        CommandReader(
            kind: .ports, platforms: [.alcatelAOS], isHeading: { $0.holds("detected", "configured") }, read: { $0.readAlcatelPorts() }),
        .table(.ports, .extremeEXOS, heading: { $0.begins(with: "port flags link") || $0.begins(with: "state /oam") }, row: extremeRow),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.fortinet], isHeading: { $0.holds(" chassis.type:") },
            read: { $0.readFortinetNeighbours() }),
    ]

    /// `1  Up  Forward Full 1G  None  Yes N/A  0  001b.ed6b.2000  to MLX1-`.
    @Sendable private static func fastIronRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 9, let mac = words.firstIndex(where: { $0.mac != nil }) else { return nil }
        var row = Row(place: line.span)
        row[.interface] = words[0].text
        row[.linkstate] = words[1].text
        row[.mac] = words[mac].text
        row[.name] = line.text(words[(mac + 1)...])
        return row
    }

    /// `1  Dmjla---e--fMB---x-  ready  - / -  0 …`.
    @Sendable private static func extremeRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 6, words[0].hasDigit, words[1].bytes.count >= 8 else { return nil }
        var row = Row(place: line.span)
        row[.interface] = words[0].text
        row[.flags] = words[1].text
        row[.linkState] = words[2].text
        return row
    }

    private static let arubaNeighbours = Labels(
        begin: Labels.start(at: "port", .localInterface),
        keys: [
            "neighbor chassis-name": .neighborName, "neighbor chassis-description": .neighborDescription,
            "neighbor chassis-id": .chassisID, "neighbor management-address": .managementAddress, "neighbor port-id": .neighborPortID,
            "neighbor port-desc": .neighborInterface, "ttl": .ttl,
        ])

    fileprivate static func icosColumns(_ line: Line) -> [RowKey?]? {
        guard line.begins(with: "interface remid chassis id") else { return nil }
        return [.localInterface, nil, .chassisID, .neighborInterface, .neighborName]
    }
}

extension OutputReading {
    /// Ports without a neighbour stand in the list by their name alone.
    fileprivate mutating func readICOSNeighbours() {
        readRuledTables(CommandReader.icosColumns)
        for index in rows.indices {
            guard let name = rows[index][.neighborName], name.hasSuffix(" ...") else { continue }
            rows[index][.neighborName] = String(name.dropLast(4))
        }
    }

    fileprivate mutating func readFastIronNeighbours() {
        var local = ""
        for line in lines {
            if let rest = line.rest(after: "local port:") {
                local = String(decoding: trimmed(rest), as: UTF8.self)
            } else if line.begins(with: "neighbor:") {
                var row = Row(place: line.span)
                row[.localInterface] = local
                if let place = line.offset(of: "ttl ") {
                    row[.holdtime] = Line(bytes: line.bytes[(place + 4)...], file: line.file).words.first?.text
                }
                rows.append(row)
            } else if let label = Label(line), let last = rows.indices.last {
                take(label, into: &rows[last])
            }
        }
    }

    private func take(_ label: Label, into row: inout Row) {
        switch label.name {
        case "chassis id":
            row[.chassisID] = label.value
            row[.chassisType] = label.aside
        case "port id":
            row[.neighborPortID] = label.value
            row[.portType] = label.aside
        case "system name": row[.neighborName] = Identifier.tidied(label.value)
        case "port description": row[.neighborInterface] = Identifier.tidied(label.value)
        case "management address": row[.managementAddress] = label.value
        case "port vlan id": row[.vlanID] = label.value
        default: break
        }
    }

    /// `Chassis aa:aa:aa:aa:aa:aa, Port bb:bb:bb:bb:bb:bb:` below the local port, and pairs that end in commas.
    fileprivate mutating func readAlcatelNeighbours() {
        var local = ""
        var isDescription = false
        for line in lines {
            if line.begins(with: "remote lldp agents on local"), let word = line.words.last {
                local = String(decoding: word.bytes.last == UInt8(ascii: ":") ? word.bytes.dropLast() : word.bytes, as: UTF8.self)
            } else if let rest = line.rest(after: "chassis "), let port = line.offset(of: ", port ") {
                var row = Row(place: line.span)
                row[.localInterface] = local
                row[.chassisID] = String(decoding: trimmed(line.bytes[rest.startIndex..<port]), as: UTF8.self)
                let end = line.bytes.last == UInt8(ascii: ":") ? line.bytes.endIndex - 1 : line.bytes.endIndex
                row[.macAddress] = String(decoding: trimmed(line.bytes[(port + 7)..<end]), as: UTF8.self)
                rows.append(row)
            } else if let label = Label(line, separator: UInt8(ascii: "=")), let last = rows.indices.last {
                takePair(label, into: &rows[last])
                isDescription = label.name == "system description" && !label.value.hasSuffix(",")
            } else if isDescription, let last = rows.indices.last, !line.isBlank {
                rows[last].append(.neighborDescription, line.text)
                isDescription = !line.text.hasSuffix(",")
            }
        }
    }

    private func takePair(_ label: Label, into row: inout Row) {
        let value = label.value.hasSuffix(",") ? String(label.value.dropLast()) : label.value
        guard !value.isEmpty, value != "(null)" else { return }
        switch label.name {
        case "chassis subtype": row[.chassisSubtype] = value
        case "port subtype": row[.portSubtype] = value
        case "port description": row[.neighborInterface] = value
        case "system name": row[.neighborName] = value
        case "system description": row[.neighborDescription] = label.value
        case "management ip address": row[.managementAddress] = value
        default: break
        }
    }

    /// Port, administrative state where the release has it, negotiation, and the speed that was detected or a dash.
    fileprivate mutating func readAlcatelPorts() {
        var hasAdmin: Bool?
        for line in lines {
            if line.holds("detected", "configured") { hasAdmin = false }
            if hasAdmin != nil, line.holds("admin") { hasAdmin = true }
            guard let hasAdmin, let name = line.words.first, name.bytes.contains(UInt8(ascii: "/")), name.hasDigit, !line.isRuler else {
                continue
            }
            let words = line.words
            guard words.count >= 5 else {
                note(line)
                continue
            }
            var row = Row(place: line.span)
            row[.port] = name.text
            if hasAdmin { row[.adminStatus] = words[1].text }
            let speed = words[hasAdmin ? 3 : 2].text
            row.set(.detectedSpeed, speed == "-" ? [] : [speed])
            rows.append(row)
        }
    }

    /// `1 chassis.type.txt: interface-mac`: the number of the record, a path, and its value; a text may go on over lines.
    fileprivate mutating func readFortinetNeighbours() {
        var record = ""
        var continued: RowKey?
        for line in lines {
            let words = line.words
            guard words.count >= 2, words[0].isNumber, words[1].bytes.last == UInt8(ascii: ":") else {
                if let continued, let last = rows.indices.last, !line.isBlank { rows[last].append(continued, line.text) }
                continue
            }
            if words[0].text != record || words[1].reads("port:") {
                record = words[0].text
                rows.append(Row(place: line.span))
            }
            continued = nil
            let path = String(decoding: words[1].bytes.dropLast().map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
            guard let key = RowKey(written: path == "mac" ? "mac_address" : path), words.count > 2 else { continue }
            rows[rows.count - 1].append(key, line.text(words[2...]))
            if key == .systemDescriptionData { continued = key }
        }
    }
}
