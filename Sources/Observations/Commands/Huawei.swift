import Diagnostics

// Huawei's VRP.
extension CommandReader {
    static let huaweiReaders: [CommandReader] = [
        .table(.ports, .huaweiVRP, heading: { $0.begins(with: "interface phy protocol") }, row: portRow),
        CommandReader(
            kind: .neighbours(.lldp), platforms: [.huaweiVRP], isHeading: { neighbourHead($0) != nil }, read: { $0.readHuaweiNeighbours() }),
    ]

    /// `GE0/0/1  up  up  <C4> work - station 1`; the brief table has figures in place of the text.
    @Sendable private static func portRow(_ line: Line) -> Row? {
        let words = line.words
        guard words.count >= 3, StateWords.isState(words[1].text) else { return nil }
        var row = Row(place: line.span)
        row[.interface] = words[0].text
        row[.phy] = words[1].text
        row[.protocolState] = words[2].text
        let rest = words[3...]
        let isBrief = rest.count == 4 && (rest.first!.bytes.last == UInt8(ascii: "%") || rest.first!.reads("--"))
        if !isBrief { row[.description] = line.text(rest) }
        return row
    }

    /// `GigabitEthernet0/0/1 has 1 neighbor(s):`: the port and how many there are.
    fileprivate static func neighbourHead(_ line: Line) -> (port: String, count: Int)? {
        guard !line.isIndented else { return nil }
        let words = line.words
        guard words.count >= 4, words[1].reads("has"), let count = Int(words[2].text), words[3].bytes.starts(with: Array("neighbor".utf8))
        else {
            return nil
        }
        return (words[0].text, count)
    }
}

extension OutputReading {
    fileprivate mutating func readHuaweiNeighbours() {
        var local = ""
        let lines = lines
        var heads: [Int: String] = [:]
        for (number, line) in lines.enumerated() {
            if let head = CommandReader.neighbourHead(line) { local = head.port }
            if line.begins(with: "neighbor index") { heads[line.bytes.startIndex] = local }
            _ = number
        }
        let ports = heads
        readLabels(
            Labels(
                begin: { line in
                    guard let port = ports[line.bytes.startIndex] else { return nil }
                    var row = Row(place: line.span)
                    row[.localInterface] = port
                    return row
                },
                keys: [
                    "chassis type": .chassisType, "chassis id": .chassisID, "port id type": .portIDType, "port id subtype": .portIDSubtype,
                    "port id": .neighborPortID, "port description": .neighborInterface, "system name": .neighborName,
                    "management address": .managementAddress, "management address value": .managementAddress, "port vlan id": .vlanID,
                    "expired time": .expiredTime,
                ],
                following: ["system description": .neighborDescription], keepsLines: true,
                end: { CommandReader.neighbourHead($0) != nil }))
        for index in rows.indices {
            // `102s`.
            if let time = rows[index][.expiredTime], time.hasSuffix("s") { rows[index][.expiredTime] = String(time.dropLast()) }
        }
    }
}
