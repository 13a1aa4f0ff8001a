import Diagnostics

// Bundles of links and their members, as Cisco and Arista print them.
extension CommandReader {
    @Sendable static func isBundleHeading(_ line: Line) -> Bool {
        line.begins(with: "group port-channel protocol ports") || line.begins(with: "port-channel protocol ports")
            || line.begins(with: "group port- type protocol member")
    }
}

extension OutputReading {
    /// `1  Po1(SU)  LACP  Te6/4(P) Te3/5(P)`: a line without a bundle goes on with the members of the one above.
    mutating func readBundles() {
        var isBelow = false
        for line in lines {
            if CommandReader.isBundleHeading(line) {
                isBelow = true
                continue
            }
            guard isBelow, !line.isBlank, !line.isRuler, !line.isSum, !line.begins(with: "channel") else { continue }
            var words = line.words[...]
            if words.first?.isNumber == true { words = words.dropFirst() }
            guard let first = words.first, let bundle = Member(first) else { continue }
            if line.isIndented, let last = rows.indices.last, !CommandReader.isBundle(bundle.name) {
                for word in words { add(word, to: &rows[last]) }
                rows[last].place.end = line.span.end
                continue
            }
            var row = Row(place: line.span)
            row[.bundleName] = bundle.name
            row[.bundleStatus] = bundle.status
            row.set(.memberInterface, [])
            row.set(.memberInterfaceStatus, [])
            for word in words.dropFirst() { add(word, to: &row) }
            rows.append(row)
        }
    }

    private func add(_ word: Word, to row: inout Row) {
        // A protocol has letters for its state as a port has: `LACP(aF*)`.
        guard let member = Member(word), member.name.utf8.contains(where: isDigit) else { return }
        row.append(.memberInterface, member.name)
        row.append(.memberInterfaceStatus, member.status)
    }

    /// `Te6/4(P)`.
    private struct Member {
        let name: String
        let status: String

        init?(_ word: Word) {
            guard word.bytes.last == UInt8(ascii: ")"), let open = word.bytes.firstIndex(of: UInt8(ascii: "(")),
                open > word.bytes.startIndex
            else {
                return nil
            }
            name = String(decoding: word.bytes[..<open], as: UTF8.self)
            status = String(decoding: word.bytes[(open + 1)...].dropLast(), as: UTF8.self)
        }
    }
}

extension CommandReader {
    /// True for the name of a bundle itself.
    static func isBundle(_ name: String) -> Bool { asciiLowercased(name).hasPrefix("po") }
}
