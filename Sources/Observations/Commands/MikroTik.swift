import Diagnostics

// MikroTik's RouterOS: records of `key=value`, in lines that begin with a number.
extension CommandReader {
    static let mikrotikReaders: [CommandReader] = [
        CommandReader(
            kind: .neighbours(nil), platforms: [.mikrotik],
            isHeading: {
                recordNumber($0) != nil && $0.holds(" interface=")
                    && ($0.holds("mac-address=") || $0.holds("identity=") || $0.holds("address="))
            },
            read: { $0.readRecords(neighbourKeys) }),
        CommandReader(
            kind: .ports, platforms: [.mikrotik],
            isHeading: { $0.begins(with: "name=") || recordNumber($0) != nil && ($0.holds(" name=") || $0.holds(" ;;; ")) },
            read: { $0.readRecords(portKeys) }),
        CommandReader(
            kind: .ports, platforms: [.mikrotik], isHeading: { $0.begins(with: "name:") && Label($0)?.value.isEmpty == false },
            read: { $0.readLabels(monitor) }),
    ]

    private static let neighbourKeys: [String: RowKey] = [
        "interface": .interface, "address": .ipAddress, "mac-address": .macAddress, "identity": .identity, "platform": .platform,
        "age": .age, "interface-name": .interfaceName, "system-description": .systemDescription,
    ]

    private static let portKeys: [String: RowKey] = [
        "name": .name, "default-name": .defaultName, "mac-address": .macAddress, "last-link-down-time": .lastLinkDownTime,
        "last-link-up-time": .lastLinkUpTime, "comment": .comment, "type": .type,
    ]

    private static let monitor = Labels(
        begin: { line in
            guard let label = Label(line), label.name == "name", !label.value.isEmpty else { return nil }
            var row = Row(place: line.span)
            row[.name] = label.value
            return row
        },
        keys: ["status": .status])

    /// The number with which a record begins, and how far the line was read; nil for another line.
    fileprivate static func recordNumber(_ line: Line) -> (number: String, end: Int)? {
        guard let first = line.words.first, first.isNumber, first.bytes.count <= 6 else { return nil }
        return (first.text, first.bytes.endIndex)
    }
}

extension OutputReading {
    fileprivate mutating func readRecords(_ keys: [String: RowKey]) {
        for line in lines {
            if line.begins(with: "flags:") || line.begins(with: "columns:") || line.isBlank { continue }
            if let (number, end) = CommandReader.recordNumber(line) {
                var row = Row(place: line.span)
                row[.number] = number
                rows.append(row)
                readFlags(line, from: end, keys)
            } else if let last = rows.indices.last {
                rows[last].place.end = line.span.end
                readPairs(line.bytes, keys, into: &rows[last])
            }
        }
        rows.removeAll { $0.first(.name, .interface) == nil }
    }

    /// Letters between the number and the first pair: `D` dynamic, `X` disabled, `R` running, `S` slave.
    private mutating func readFlags(_ line: Line, from start: Int, _ keys: [String: RowKey]) {
        let last = rows.count - 1
        var rest = line.bytes[start...]
        while let word = Line(bytes: rest, file: line.file).words.first, word.bytes.count <= 4,
            word.bytes.allSatisfy({ (65...90).contains($0) })
        {
            for letter in word.bytes {
                if letter == UInt8(ascii: "R") || letter == UInt8(ascii: "X") { rows[last][.status] = String(UnicodeScalar(letter)) }
            }
            rest = rest[word.bytes.endIndex...]
        }
        readPairs(rest, keys, into: &rows[last])
    }

    /// `key=value` and `key="a value"`; an unquoted value goes on to the next word that has an equals sign. `;;;` begins a comment.
    private func readPairs(_ bytes: ArraySlice<UInt8>, _ keys: [String: RowKey], into row: inout Row) {
        let text = trimmed(bytes)
        if text.starts(with: Array(";;;".utf8)) {
            row.append(.description, String(decoding: trimmed(text.dropFirst(3)), as: UTF8.self))
            return
        }
        var rest = text
        guard Self.nextKey(in: rest)?.start == rest.startIndex else {
            // A comment goes on until the pairs begin.
            if row.has(.description), row[.name] == nil { row.append(.description, String(decoding: text, as: UTF8.self)) }
            return
        }
        while let key = Self.nextKey(in: rest) {
            let name = String(decoding: rest[key.start..<key.equals], as: UTF8.self)
            var value = rest[(key.equals + 1)...]
            if value.first == UInt8(ascii: "\"") {
                let end = value.dropFirst().firstIndex(of: UInt8(ascii: "\"")) ?? value.endIndex
                rest = value[min(end + 1, value.endIndex)...]
                value = value[(value.startIndex + 1)..<end]
            } else {
                let end = Self.nextKey(in: value)?.start ?? value.endIndex
                rest = value[end...]
                value = trimmed(value[..<end])
            }
            if let known = keys[name], row[known] == nil { row[known] = String(decoding: value, as: UTF8.self) }
        }
    }

    /// The next word of small letters, digits and hyphens before an equals sign, behind a blank or at the beginning.
    private static func nextKey(in bytes: ArraySlice<UInt8>) -> (start: Int, equals: Int)? {
        var start: Int? = bytes.startIndex
        for index in bytes.indices {
            let byte = bytes[index]
            if byte <= 0x20 {
                start = index + 1
            } else if byte == UInt8(ascii: "="), let first = start, first < index {
                return (first, index)
            } else if !((97...122).contains(byte) || isDigit(byte) || byte == UInt8(ascii: "-")) {
                start = nil
            }
        }
        return nil
    }
}
