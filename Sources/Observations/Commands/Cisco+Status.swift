import Diagnostics

extension OutputReading {
    /// Reads `show interfaces status`, of NX-OS with the table of tunnels below it.
    mutating func readPortStates() {
        var table: (isTunnels: Bool, column: Int?)?
        for line in lines {
            if line.begins(with: "port name status vlan") {
                // A heading whose blanks were squeezed tells no columns.
                table = (false, line.holds("  status ") ? line.column(of: "status") : nil)
                continue
            }
            if line.begins(with: "interface name status reason") {
                table = (true, nil)
                continue
            }
            guard let table, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            let row = table.isTunnels ? tunnelRow(line) : statusRow(line, near: table.column)
            if let row { rows.append(row) } else { note(line) }
        }
    }

    /// `Gi1/0/2  AccessPoint  connected  8  a-full a-1000 10/100/1000BaseTX`: names may hold blanks and any of these words, so that a word
    /// is the state where a network, a duplex and a speed follow it; of several, the one nearest to its column.
    private func statusRow(_ line: Line, near column: Int?) -> Row? {
        let words = line.words
        guard let port = words.first, words.count >= 2 else { return nil }
        if let row = fibreChannelRow(line, words) { return row }
        let places = words.indices.dropFirst().filter { StatusColumns(words, at: $0) != nil }
        func distance(_ index: Int) -> Int { column.map { abs(words[index].bytes.startIndex - line.bytes.startIndex - $0) } ?? index }
        guard let index = places.min(by: { distance($0) < distance($1) }), let found = StatusColumns(words, at: index) else { return nil }
        var row = Row(place: line.span)
        row[.port] = port.text
        row[.name] = line.text(words[1..<index])
        row[.status] = found.status
        row[.vlanID] = found.vlan
        row[.type] = found.type(line, words)
        return row
    }

    /// NX-OS lists Fibre Channel ports in the same table as sentences: `fc2/5 is down (SFP not present)`.
    private func fibreChannelRow(_ line: Line, _ words: [Word]) -> Row? {
        guard words.count >= 3, words[1].reads("is") else { return nil }
        var row = Row(place: line.span)
        row[.port] = words[0].text
        row[.status] = words[2].text
        if let open = line.bytes.firstIndex(of: UInt8(ascii: "(")), let close = line.bytes.lastIndex(of: UInt8(ascii: ")")), open < close {
            row[.type] = String(decoding: line.bytes[(open + 1)..<close], as: UTF8.self)
        }
        return row
    }

    /// `Tunnel40  Test Tun40  down  admin down  Administratively down`.
    private func tunnelRow(_ line: Line) -> Row? {
        let words = line.words
        guard let port = words.first, port.hasDigit,
            let state = words.dropFirst().firstIndex(where: { $0.isAny(of: "connected", "down", "up") })
        else { return nil }
        var row = Row(place: line.span)
        row[.port] = port.text
        row[.name] = line.text(words[1..<state])
        row[.status] = words[state].text
        return row
    }
}

/// The columns behind the name in a table of port states.
private struct StatusColumns {
    let status: String
    let vlan: String
    private let speed: Int

    /// Reads them from a word on; nil where the words are other ones.
    init?(_ words: [Word], at index: Int) {
        var next = index + 1
        var state = words[index].text
        if state.last == ":" {
            state.removeLast()
            // What is being measured on the cable: `connected: TDR`, cut to the width of the column.
            if next + 1 < words.count, Self.isVLAN(words[next + 1]), Self.isDuplex(words, next + 2) { next += 1 }
        }
        guard StateWords.isState(state), next < words.count else { return nil }
        if words[next].reads("in"), next + 1 < words.count {
            vlan = words[next + 1].text
            next += 2
        } else {
            guard Self.isVLAN(words[next]) else { return nil }
            vlan = words[next].text
            next += 1
        }
        guard Self.isDuplex(words, next), next + 1 < words.count else { return nil }
        status = state
        speed = next + 1
    }

    /// What stands behind the speed: the kind of transceiver. EOS adds columns of flags, which are empty as a rule.
    func type(_ line: Line, _ words: [Word]) -> String { line.text(words[(speed + 1)...]) }

    private static func isVLAN(_ word: Word) -> Bool {
        word.isNumber
            || word.isAny(of: "trunk", "routed", "unassigned", "f-path", "dot1q-tunnel", "private-vlan", "pvlan", "tap", "mirror", "--")
            || word.reads("rspan")
    }

    private static func isDuplex(_ words: [Word], _ index: Int) -> Bool {
        index < words.count
            && words[index].isAny(of: "auto", "full", "half", "a-full", "a-half", "a-auto", "unconf", "--", "n/a", "unknown")
    }
}
