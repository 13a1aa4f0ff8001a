import Diagnostics

// Tables of hardware addresses: on each line one address, and around it what the heading promises.
extension CommandReader {
    static let addressTables: [CommandReader] = [
        // Catalyst 6500 and its like, with two tables, of which the second lists groups that belong to nobody.
        CommandReader(
            kind: .addresses, platforms: [.ciscoIOS],
            isHeading: { $0.begins(with: "vlan mac address type protocols") || $0.begins(with: "vlan mac address type learn") },
            read: { $0.readCatalystAddresses() }),
        // IOS, EOS: `Vlan  Mac Address  Type  Ports`.
        .table(.addresses, .ciscoIOS, .aristaEOS, heading: { $0.begins(with: "vlan mac address type ports") }) { line in
            addressRow(line, .destinationAddress, .destinationPort) { before, after in
                Columns(vlan: before.last, type: after.first, ports: after.dropFirst().first.map { [$0] } ?? [])
            }
        },
        // NX-OS: the age, two flags and then the port.
        .table(.addresses, .ciscoNXOS, heading: { $0.begins(with: "vlan mac address type age") }) { line in
            addressRow(line, .macAddress, .ports) { before, after in
                Columns(
                    vlan: before.last, type: after.first, ports: after.count >= 5 ? Array(after.dropFirst(4)) : [],
                    age: after.dropFirst().first)
            }
        },
        // Cisco Small Business and Eltex: the port before the type.
        .table(.addresses, .ciscoSmallBusiness, .eltex, heading: { $0.begins(with: "vlan mac address port type") }) { line in
            addressRow(line, .destinationAddress, .destinationPort) { before, after in
                Columns(vlan: before.last, type: after.last, ports: after.first.map { [$0] } ?? [])
            }
        },
        .table(.addresses, .hpComware, heading: { $0.begins(with: "mac addr") && $0.holds("vlan id", "state", "port") }) { line in
            addressRow(line, .macAddress, .interface, type: .state) { _, after in
                Columns(vlan: after.first, type: after.dropFirst().first, ports: after.count > 2 ? [after[after.startIndex + 2]] : [])
            }
        },
        .table(.addresses, .huaweiVRP, heading: { $0.begins(with: "mac address vlan/vsi") }, row: huaweiRow),
        .table(.addresses, .hpProCurve, heading: { $0.begins(with: "mac address port") }, row: procurveRow),
        .table(.addresses, .arubaAOSCX, heading: { $0.begins(with: "mac address vlan type port") }) { line in
            addressRow(line, .macAddress, .port) { _, after in
                Columns(vlan: after.first, type: after.dropFirst().first, ports: after.last.map { [$0] } ?? [])
            }
        },
        .table(.addresses, .alcatelAOS, heading: { $0.begins(with: "domain vlan/srvcid") }) { line in
            addressRow(line, .mac, .interface) { before, after in
                Columns(vlan: before.last, type: after.first, ports: after.last.map { [$0] } ?? [])
            }
        },
        CommandReader(
            kind: .addresses, platforms: [.extremeEXOS], isHeading: { $0.begins(with: "mac vlan name( tag)") },
            read: { $0.readExtremeAddresses() }),
    ]

    /// What stands around an address.
    fileprivate struct Columns {
        var vlan: Word?
        var type: Word?
        var ports: [Word]
        var age: Word?
    }

    /// A row around the first address on a line; nil where there is none.
    fileprivate static func addressRow(
        _ line: Line, _ address: RowKey, _ port: RowKey, type: RowKey = .type,
        columns: (_ before: ArraySlice<Word>, _ after: ArraySlice<Word>) -> Columns
    ) -> Row? {
        let words = line.words
        guard let place = words.firstIndex(where: { $0.mac != nil }) else { return nil }
        let found = columns(words[..<place], words[(place + 1)...])
        var row = Row(place: line.span)
        row[address] = words[place].text
        row[.vlanID] = found.vlan?.text
        row[type] = found.type?.text
        row.set(port, found.ports.map(\.text))
        if let age = found.age?.text { row[.age] = age }
        return row
    }

    /// Anonymous tables hide addresses as `xxxx-xxxx-xxxx`: such rows are not understood. VLAN and service instance share a column.
    @Sendable private static func huaweiRow(_ line: Line) -> Row? {
        addressRow(line, .destinationAddress, .destinationPort) { _, after in
            let vlan = after.first.map { Word(bytes: $0.bytes.prefix { $0 != UInt8(ascii: "/") }) }
            return Columns(vlan: vlan, type: after.last, ports: after.dropFirst().first.map { [$0] } ?? [])
        }
    }

    @Sendable private static func procurveRow(_ line: Line) -> Row? {
        addressRow(line, .macAddress, .port) { _, after in
            Columns(vlan: after.count > 1 ? after.last : nil, type: nil, ports: after.first.map { [$0] } ?? [])
        }
    }
}

extension OutputReading {
    fileprivate mutating func readCatalystAddresses() {
        var (isBelow, isGroups) = (false, false)
        for line in lines {
            if line.begins(with: "vlan mac address type") {
                isBelow = !isGroups
                continue
            }
            if line.begins(with: "unicast entries") || line.begins(with: "multicast entries") {
                (isBelow, isGroups) = (false, line.begins(with: "multicast entries"))
            }
            guard isBelow, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            let row = CommandReader.addressRow(line, .destinationAddress, .destinationPort) { before, after in
                // With an age, `-` in the last column is no port; the first word may be a mark before the network.
                let last = after.count >= 3 ? after.last : nil
                let isPort = last.map { $0.bytes.count > 1 } ?? false
                return CommandReader.Columns(vlan: before.last, type: after.first, ports: isPort ? [last!] : [])
            }
            if let row { rows.append(row) } else { note(line) }
        }
    }

    /// `00:0c:29:4b:34:cf  v101(0101) 0041  d m D  1:2, 1:45`.
    fileprivate mutating func readExtremeAddresses() {
        var isBelow = false
        for line in lines {
            if line.begins(with: "mac vlan name( tag)") {
                isBelow = true
                continue
            }
            if line.begins(with: "flags :") { isBelow = false }
            guard isBelow, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            if let row = extremeRow(line) { rows.append(row) } else { note(line) }
        }
    }

    private func extremeRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 4, words[0].mac != nil, let open = words[1].bytes.firstIndex(of: UInt8(ascii: "(")), words[2].isNumber,
            let tag = Int(String(decoding: words[1].bytes[(open + 1)...].dropLast(), as: UTF8.self)), let age = Int(words[2].text),
            let port = words.dropFirst(3).firstIndex(where: { word in word.hasDigit })
        else { return nil }
        var row = Row(place: line.span)
        row[.macAddress] = words[0].text
        row[.vlanName] = String(decoding: words[1].bytes[..<open], as: UTF8.self)
        row[.vlanID] = String(tag)
        row[.age] = String(age)
        row[.interface] = line.text(words[port...])
        row[.type] = words[3].text
        return row
    }
}
