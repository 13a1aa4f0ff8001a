import Diagnostics

// What `ip link show` prints without `-j`.
extension CommandReader {
    static let linuxReaders: [CommandReader] = [
        CommandReader(
            kind: .ports, platforms: [.linux], isHeading: { linkHead($0) != nil }, read: { $0.readLinks() })
    ]

    /// `2: eth0@if31: <BROADCAST,UP,LOWER_UP> mtu 1500 …`.
    fileprivate static func linkHead(_ line: Line) -> (name: String, flags: String, words: [Word])? {
        let words = line.words
        guard words.count >= 3, let number = words.first, number.bytes.last == UInt8(ascii: ":"),
            number.bytes.dropLast().allSatisfy(isDigit),
            words[1].bytes.last == UInt8(ascii: ":"), words[2].bytes.first == UInt8(ascii: "<"), words[2].bytes.last == UInt8(ascii: ">")
        else { return nil }
        let name = words[1].bytes.dropLast().prefix { $0 != UInt8(ascii: "@") }
        return (
            String(decoding: name, as: UTF8.self), String(decoding: words[2].bytes.dropFirst().dropLast(), as: UTF8.self),
            Array(words[3...])
        )
    }
}

extension OutputReading {
    fileprivate mutating func readLinks() {
        for line in lines {
            if let head = CommandReader.linkHead(line) {
                var row = Row(place: line.span)
                row[.interface] = head.name
                row[.flags] = head.flags
                for (word, value) in zip(head.words, head.words.dropFirst()) {
                    if word.reads("state") { row[.state] = value.text }
                    if word.reads("master") { row[.master] = value.text }
                }
                rows.append(row)
            } else if let last = rows.indices.last {
                let words = line.words
                guard let kind = words.first else { continue }
                if kind.bytes.starts(with: Array("link/".utf8)) {
                    if words.count > 1, words[1].mac != nil { rows[last][.macAddress] = words[1].text }
                    rows[last].place.end = line.span.end
                } else if kind.reads("alias") {
                    rows[last][.alias] = line.text(words[1...])
                }
            }
        }
    }
}
