import Diagnostics

// Juniper's Junos.
extension CommandReader {
    static let junosReaders: [CommandReader] = [
        .table(
            .neighbours(.lldp), .juniperJunos, heading: { $0.begins(with: "local interface parent interface chassis id") },
            row: neighbourRow),
        CommandReader(
            kind: .ports, platforms: [.juniperJunos],
            isHeading: { $0.begins(with: "physical interface:") || $0.begins(with: "logical interface ") },
            read: { $0.readJunosInterfaces() }),
        CommandReader(
            kind: .bundles, platforms: [.juniperJunos], isHeading: { $0.begins(with: "aggregated interface:") },
            read: { $0.readAggregates() }),
    ]

    /// `xe-0/1/1  ae7  00:1c:73:ee:c0:46  Ethernet3/29/1  core01.sjc01`: ports and names may hold blanks, so that wide gaps part them.
    @Sendable private static func neighbourRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 4 else { return nil }
        var row = Row(place: line.span)
        row[.localInterface] = words[0].text
        row[.parentInterface] = words[1].text
        row[.chassisID] = words[2].text
        let rest = words[3...]
        let gap = rest.indices.dropFirst().last { words[$0].bytes.startIndex - words[$0 - 1].bytes.endIndex >= 2 }
        row[.neighborInterface] = line.text(rest[..<(gap ?? rest.endIndex)])
        if let gap { row[.neighborName] = line.text(rest[gap...]) }
        return row
    }
}

extension OutputReading {
    /// `Physical interface: ge-0/0/0, Enabled, Physical link is Up`, and units below it.
    fileprivate mutating func readJunosInterfaces() {
        for line in lines {
            if let rest = line.rest(after: "physical interface:") {
                rows.append(physical(Line(bytes: rest, file: line.file), line))
            } else if let rest = line.rest(after: "logical interface "), let word = Line(bytes: rest, file: line.file).words.first {
                var row = Row(place: line.span)
                row[.interface] = word.text
                rows.append(row)
            } else if let last = rows.indices.last {
                addDetail(line, to: &rows[last])
            }
        }
    }

    private func physical(_ rest: Line, _ line: Line) -> Row {
        var row = Row(place: line.span)
        let parts = rest.bytes.split(separator: UInt8(ascii: ",")).map { String(decoding: trimmed($0), as: UTF8.self) }
        row[.interface] = parts.first
        for part in parts.dropFirst() {
            let words = part.split(separator: " ")
            if words.count == 1 {
                row[.adminState] = part
            } else if asciiLowercased(part).hasPrefix("physical link is"), let last = words.last {
                row[.linkStatus] = String(last)
            } else if asciiLowercased(part).hasPrefix("administratively down") {
                row[.adminState] = "Disabled"
            }
        }
        return row
    }

    private func addDetail(_ line: Line, to row: inout Row) {
        if let rest = line.rest(after: "description:"), row[.description] == nil {
            row[.description] = String(decoding: trimmed(rest), as: UTF8.self)
        } else if let rest = line.rest(after: "last flapped"), row[.since] == nil {
            // `Last flapped   : 2016-02-09 13:37:59 UTC (23:39:35 ago)`.
            row[.since] = String(decoding: trimmed(trimmed(rest).dropFirst()), as: UTF8.self)
        } else if let rest = line.rest(after: "flags:"), row[.linkStatus] == nil, let word = Line(bytes: rest, file: line.file).words.first,
            word.isAny(of: "up", "down", "hardware-down")
        {
            row[.linkStatus] = word.reads("up") ? word.text : "Down"
        } else if let place = line.offset(of: "current address:") {
            let words = Line(bytes: line.bytes[(place + 16)...], file: line.file).words
            if let word = words.first { row[.macAddress] = String(decoding: word.bytes.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self) }
        }
    }

    /// `Aggregated interface: ae111`, and its members under `LACP protocol:`.
    fileprivate mutating func readAggregates() {
        var isMembers = false
        for line in lines {
            if let rest = line.rest(after: "aggregated interface:") {
                var row = Row(place: line.span)
                row[.bundleName] = String(decoding: trimmed(rest), as: UTF8.self)
                row.set(.memberInterface, [])
                rows.append(row)
                isMembers = false
            } else if line.begins(with: "lacp protocol:") {
                isMembers = true
            } else if isMembers, let last = rows.indices.last, let word = line.words.first, word.hasDigit, line.isIndented {
                rows[last].append(.memberInterface, word.text)
                rows[last].place.end = line.span.end
            }
        }
    }
}
