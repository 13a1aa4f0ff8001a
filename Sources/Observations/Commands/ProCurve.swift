import Diagnostics

// HP's ProCurve and ArubaOS switches.
extension CommandReader {
    static let procurveReaders: [CommandReader] = [
        .table(
            .ports, .hpProCurve,
            heading: { $0.begins(with: "port type |") || $0.begins(with: "port type") && $0.holds("enabled status mode") }, row: briefRow),
        CommandReader(
            kind: .ports, platforms: [.hpProCurve], isHeading: { $0.begins(with: "port name status config-mode") },
            read: { $0.readStatus() }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.hpProCurve], isHeading: { $0.begins(with: "localport | chassisid") },
            read: { reading in
                reading.readRuledTables { line in
                    guard line.begins(with: "localport | chassisid") else { return nil }
                    return [.localInterface, .chassisID, .neighborInterface, .neighborDescription, .neighborName]
                }
                for index in reading.rows.indices { reading.rows[index].dropBars() }
            }),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.hpProCurve], isHeading: { $0.begins(with: "local port") && Label($0) != nil },
            read: { $0.readLabels(lldpDetail) }),
        CommandReader(
            kind: .neighbours(.cdp), platforms: [.hpProCurve], isHeading: { $0.begins(with: "cdp neighbors information") },
            read: { $0.readLabels(cdpDetail) }),
    ]

    /// `A8*  SFP+SR  | No  Yes  Up  10GigFD  NA  off  0`: the kind of port may be empty.
    @Sendable private static func briefRow(_ line: Line) -> Row? {
        let words = line.words
        guard let bar = words.firstIndex(where: { $0.reads("|") }), bar >= 1, words.count > bar + 3 else { return nil }
        var row = Row(place: line.span)
        let isMarked = words[0].bytes.last == UInt8(ascii: "*")
        row[.port] = String(decoding: isMarked ? words[0].bytes.dropLast() : words[0].bytes, as: UTF8.self)
        row[.type] = line.text(words[1..<bar])
        row[.enabled] = words[bar + 2].text
        row[.status] = words[bar + 3].text
        return row
    }

    private static let lldpDetail = Labels(
        begin: Labels.start(at: "local port", .localInterface),
        keys: [
            "chassistype": .neighborChassisType, "chassisid": .chassisID, "porttype": .portType, "portid": .neighborInterface,
            "sysname": .neighborName, "system descr": .neighborDescription, "portdescr": .neighborInterfaceDescription, "pvid": .vlanID,
            "address": .managementAddress,
        ])

    private static let cdpDetail = Labels(
        begin: Labels.start(at: "port", .localInterface),
        keys: [
            "device id": .chassisID, "address": .managementAddress, "platform": .platform, "device port": .neighborInterface,
            "version": .neighborDescription,
        ])
}

extension Row {
    /// The bar behind the first column is no part of its text.
    fileprivate mutating func dropBars() {
        guard let port = self[.localInterface], let bar = port.firstIndex(of: "|") else { return }
        self[.localInterface] = Identifier.tidied(port[..<bar])
    }
}

extension OutputReading {
    /// Columns under a line of strokes: `Port  Name  Status  Config-mode  Speed  Type  Tagged  Untagged`, some of them empty.
    fileprivate mutating func readStatus() {
        var status: Int?
        var name: Int?
        for line in lines {
            if line.begins(with: "port name status config-mode") {
                (name, status) = (line.column(of: "name"), line.column(of: "status"))
                continue
            }
            guard let name, let status, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            let words = line.words
            guard let port = words.first, let state = words.first(where: { $0.bytes.startIndex - line.bytes.startIndex >= status }),
                state.isAny(of: "up", "down")
            else {
                note(line)
                continue
            }
            var row = Row(place: line.span)
            row[.port] = port.text
            row[.name] = line.column(name, status)
            row[.status] = state.text
            rows.append(row)
        }
    }
}
