import Diagnostics

// Ports as Cisco's IOS prints them, and those who print as it does.
extension CommandReader {
    static let ciscoPorts: [CommandReader] = [
        CommandReader(
            kind: .ports, platforms: [.ciscoIOS, .aristaEOS, .ciscoNXOS], isHeading: { $0.begins(with: "port name status vlan") },
            read: { $0.readPortStates() }),
        .table(.ports, .ciscoIOS, .aristaEOS, heading: { $0.begins(with: "interface status protocol description") }, row: describedRow),
        CommandReader(
            kind: .ports, platforms: [.ciscoIOS], isHeading: { $0.begins(with: "port name down time") }, read: { $0.readLinkTimes() }),
        .table(.power, .ciscoIOS, heading: isPowerHeading, row: powerRow),
        CommandReader(
            kind: .ports, platforms: [.ciscoIOS, .aristaEOS], isHeading: { $0.holds(" is ", ", line protocol is ") },
            read: { $0.readInterfaces() }),
        CommandReader(
            kind: .bundles, platforms: [.ciscoIOS, .ciscoNXOS, .aristaEOS], isHeading: isBundleHeading, read: { $0.readBundles() }),
    ]

    /// `Gi0/9  admin down  down  text`: the state is one word or two.
    @Sendable private static func describedRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 3 else { return nil }
        let isTwo = words[1].reads("admin") || words[1].reads("administratively")
        guard !isTwo || words.count >= 4 else { return nil }
        let last = isTwo ? 2 : 1
        var row = Row(place: line.span)
        row[.port] = words[0].text
        row[.status] = line.text(words[1...last])
        row[.protocolState] = words[last + 1].text
        row[.description] = line.text(words[(last + 2)...])
        return row
    }

    @Sendable private static func isPowerHeading(_ line: Line) -> Bool {
        line.begins(with: "interface admin oper") && line.holds("power")
    }

    /// `Gi2/5  auto  on  16.2  15.4  Ieee PD  4`: one figure of power or two, then what is fed, its class and perhaps a maximum.
    @Sendable private static func powerRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 4, words[0].hasDigit, !isFigure(words[1]), isFigure(words[3]) else { return nil }
        let figures = words[3...].prefix(while: isFigure)
        var row = Row(place: line.span)
        row[.interface] = words[0].text
        row[.adminStatus] = words[1].text
        row[.operationalStatus] = words[2].text
        // Where there are two, the first is what the supply gives and the second what the device gets.
        row[.power] = figures[min(4, figures.endIndex - 1)].text
        var rest = words[figures.endIndex...]
        if rest.count >= 3, let maximum = rest.last, isFigure(maximum) { rest = rest.dropLast() }
        guard rest.count >= 2, let last = rest.last else { return row }
        row[.powerClass] = last.text
        row[.device] = line.text(rest.dropLast())
        return row
    }

    @Sendable private static func isFigure(_ word: Word) -> Bool {
        word.bytes.contains(UInt8(ascii: ".")) && word.bytes.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
    }

}

extension OutputReading {
    /// `GigabitEthernet0/0 is up, line protocol is down (notconnect)`, and lines below it.
    fileprivate mutating func readInterfaces() {
        for line in lines {
            if !line.isIndented, let middle = line.offset(of: " is "), let comma = line.offset(of: ", line protocol is ", from: middle) {
                var row = Row(place: line.span)
                row[.interface] = String(decoding: trimmed(line.bytes[..<middle]), as: UTF8.self)
                row[.linkStatus] = String(decoding: trimmed(line.bytes[(middle + 4)..<comma]), as: UTF8.self)
                row[.protocolStatus] = String(decoding: trimmed(line.bytes[(comma + 19)...]), as: UTF8.self)
                rows.append(row)
            } else if let last = rows.indices.last {
                addDetail(line, to: &rows[last])
            }
        }
    }

    private func addDetail(_ line: Line, to row: inout Row) {
        if let rest = line.rest(after: "description:"), row[.description] == nil {
            row[.description] = Identifier.tidied(String(decoding: rest, as: UTF8.self))
        } else if row[.macAddress] == nil, line.begins(with: "hardware is"), let place = line.offset(of: "address is ") {
            let word = Line(bytes: line.bytes[(place + 11)...], file: line.file).words.first
            if let word, word.mac != nil { row[.macAddress] = word.text }
        } else if let place = line.offset(of: "vlan id"), line.begins(with: "encapsulation") {
            let digits = line.bytes[(place + 7)...].drop { !isDigit($0) }.prefix(while: isDigit)
            row[.vlanID] = String(decoding: digits, as: UTF8.self)
        } else if let rest = line.rest(after: "member of "), row[.memberOf] == nil {
            row[.memberOf] = String(decoding: trimmed(rest), as: UTF8.self)
        } else if row[.lastLinkFlapped] == nil, line.isIndented, let rest = line.rest(after: "up ") ?? line.rest(after: "down "),
            rest.first.map(isDigit) == true
        {
            // EOS: `Up 14 minutes, 2 seconds`.
            row[.lastLinkFlapped] = String(decoding: trimmed(rest), as: UTF8.self)
        }
    }

    /// Reads `show interface link`: how long each port has been up or down, in columns that the heading fixes.
    fileprivate mutating func readLinkTimes() {
        var columns: (name: Int, down: Int, second: Int, isUp: Bool)?
        for line in lines {
            if line.begins(with: "port name down time"), let name = line.column(of: "name"), let down = line.column(of: "down time") {
                let up = line.column(of: "up time")
                columns = (name, down, up ?? line.column(of: "down since") ?? .max, up != nil)
                continue
            }
            guard let columns, !line.isBlank, !line.isRuler, !line.isSum else { continue }
            if let row = linkTimes(line, columns) { rows.append(row) } else { note(line) }
        }
    }

    private func linkTimes(_ line: Line, _ columns: (name: Int, down: Int, second: Int, isUp: Bool)) -> Row? {
        guard let port = line.words.first, port.hasDigit else { return nil }
        var row = Row(place: line.span)
        row[.port] = port.text
        row[.name] = line.column(max(columns.name, port.bytes.count), columns.down)
        if columns.isUp {
            row[.downtime] = line.column(columns.down, columns.second)
            row[.uptime] = line.column(columns.second)
            return row
        }
        // The time down overflows its column: `Down Since` begins with a clock.
        let start = min(line.bytes.endIndex, line.bytes.startIndex + max(columns.down, port.bytes.count))
        let rest = Line(bytes: line.bytes[start...], file: line.file).words[...]
        let clock = rest.firstIndex { $0.bytes.count == 8 && $0.bytes.filter { $0 == UInt8(ascii: ":") }.count == 2 }
        row[.downtime] = line.text(rest[..<(clock ?? rest.endIndex)])
        if let clock { row[.since] = line.text(rest[clock...]) }
        return row
    }
}
