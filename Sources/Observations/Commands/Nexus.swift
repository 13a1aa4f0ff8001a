import Diagnostics

// What Cisco's NX-OS prints otherwise than IOS.
extension CommandReader {
    static let nexusReaders: [CommandReader] = [
        CommandReader(
            kind: .ports, platforms: [.ciscoNXOS],
            isHeading: { $0.begins(with: "ethernet vlan type mode") || $0.begins(with: "port vrf status ip address") },
            read: { $0.readBrief() }),
        .table(.breakouts, .ciscoNXOS, heading: { $0.begins(with: "parent breakout map") }, row: breakoutRow),
        CommandReader(
            kind: .ports, platforms: [.ciscoNXOS], isHeading: isInterface, read: { $0.readNexusInterfaces() }),
    ]

    @Sendable private static func breakoutRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count == 3 else { return nil }
        var row = Row(place: line.span)
        row[.parent] = words[0].text
        row[.breakoutMap] = words[1].text
        row[.breakoutPorts] = words[2].text
        return row
    }

    /// `Ethernet1/1 is up`, `fc1/43 is down (SFP not present)`, at the beginning of a line.
    @Sendable fileprivate static func isInterface(_ line: Line) -> Bool {
        let words = line.words
        guard !line.isIndented, words.count >= 3, words[1].reads("is"), words[0].hasDigit else { return false }
        return words[2].isAny(of: "up", "down", "down,", "up,")
    }
}

extension OutputReading {
    /// `show interface`: a sentence, then lines below it.
    fileprivate mutating func readNexusInterfaces() {
        var row: Row?
        for line in lines {
            if CommandReader.isInterface(line) {
                if let row { rows.append(row) }
                row = interface(line)
            } else if row != nil {
                addDetail(line, to: &row!)
            }
        }
        if let row { rows.append(row) }
    }

    private func interface(_ line: Line) -> Row {
        let words = line.words
        var row = Row(place: line.span)
        row[.interface] = words[0].text
        // `Vlan20 is down (VLAN/BD is down), line protocol is down`.
        let end = line.offset(of: ", line protocol") ?? line.bytes.endIndex
        row[.linkStatus] = String(decoding: trimmed(line.bytes[words[2].bytes.startIndex..<end]), as: UTF8.self)
        // A routed VLAN has no `admin state` line: its protocol follows the sentence.
        if let place = line.offset(of: "line protocol is ") {
            row[.adminState] = String(decoding: trimmed(line.bytes[(place + 17)...]), as: UTF8.self)
        }
        return row
    }

    private func addDetail(_ line: Line, to row: inout Row) {
        if let rest = line.rest(after: "admin state is ") ?? line.rest(after: "admin state:") {
            let word = trimmed(rest).prefix { $0 != UInt8(ascii: ",") && $0 > 0x20 }
            if row[.adminState] == nil { row[.adminState] = String(decoding: word, as: UTF8.self) }
        }
        if let place = line.offset(of: "address is ") ?? line.offset(of: "address: "), line.begins(with: "hardware"),
            row[.macAddress] == nil
        {
            let rest = line.bytes[place...].drop { $0 != UInt8(ascii: " ") }
            let words = Line(bytes: line.holds("address is ") ? rest.dropFirst(3) : rest, file: line.file).words
            if let word = words.first(where: { $0.mac != nil }) { row[.macAddress] = word.text }
        }
        if let rest = line.rest(after: "description:"), row[.description] == nil {
            row[.description] = String(decoding: trimmed(rest), as: UTF8.self)
        }
        if let rest = line.rest(after: "port description is "), row[.description] == nil {
            row[.description] = String(decoding: trimmed(rest), as: UTF8.self)
        }
        if let rest = line.rest(after: "last link flapped "), row[.lastLinkFlapped] == nil {
            row[.lastLinkFlapped] = String(decoding: trimmed(rest), as: UTF8.self)
        }
    }

    /// `show interface brief`: one table below the other, each with headings of its own.
    fileprivate mutating func readBrief() {
        var table = Table.other
        var isHeading = false
        for line in lines where !line.isBlank {
            if line.isRuler {
                isHeading.toggle()
                continue
            }
            if isHeading {
                if let next = Table(line) { table = next }
                continue
            }
            guard table != .other else { continue }
            if let row = briefRow(line, table) { rows.append(row) } else { note(line) }
        }
    }

    /// Which table of the brief.
    private enum Table {
        case management, ethernet, channel, vlan, loopback, tunnel, overlay, other

        init?(_ line: Line) {
            if line.begins(with: "port vrf") {
                self = .management
            } else if line.begins(with: "ethernet vlan") {
                self = .ethernet
            } else if line.begins(with: "port-channel vlan") {
                self = .channel
            } else if line.begins(with: "interface secondary") {
                self = .vlan
            } else if line.begins(with: "interface status description") {
                self = .loopback
            } else if line.begins(with: "interface status ip") {
                self = .tunnel
            } else if line.begins(with: "port status") {
                self = .overlay
            } else {
                return nil
            }
        }
    }

    private func briefRow(_ line: Line, _ table: Table) -> Row? {
        let words = line.words
        guard let name = words.first, name.hasDigit, let state = words.dropFirst().firstIndex(where: { $0.isAny(of: "up", "down") }) else {
            return nil
        }
        var row = Row(place: line.span)
        row[.interface] = name.text
        row[.status] = words[state].text
        let rest = words[(state + 1)...]
        switch table {
        case .ethernet, .channel:
            guard state >= 3, rest.count >= 2 else { return nil }
            row[.vlanID] = words[1].text
            // What follows the reason is the speed, and the bundle or its protocol.
            row[.reason] = line.text(rest.dropLast(2))
        case .vlan: row[.reason] = line.text(rest)
        case .overlay: row[.reason] = rest.first?.text
        case .loopback: row[.description] = line.text(rest)
        case .management, .tunnel, .other: break
        }
        return row
    }
}
