import Diagnostics
import Inventories

/// What is drawn, line by line, before it becomes rows.
struct Sketch {
    struct End {
        /// Nil when nobody knows it.
        var port: String?
        var connector = 0
        var positions: [Int] = []
    }

    struct Cord {
        var name: String
        var attributes: [String] = []
        var sides: [[End]] = [[], []]
    }

    struct Mapping {
        var front: String
        var frontPosition: Int
        var rear: String
        var rearPosition: Int
    }

    struct Remark {
        var port: String
        var word: String
        var argument: String
    }

    var ports: [String] = []
    var cords: [Cord] = []
    var mappings: [Mapping] = []
    var remarks: [Remark] = []
    /// A circuit side and the network behind it.
    var networks: [(side: String, network: String)] = []
    var expected: [(from: String, text: String)] = []

    mutating func read(_ line: String) {
        let text = line.trimmed
        if text.isEmpty || text.hasPrefix("#") { return }
        if text.hasPrefix(">") { return expect(Line(String(text.dropFirst()).trimmed)) }
        guard text.hasPrefix("["), !text.contains("] is ") else { return remark(text) }
        let line = Line(text)
        draw(line)
        if line.end != nil { expect(line) }
    }

    private mutating func expect(_ line: Line) {
        expected.append((line.groups[0].into[0].port ?? "?", line.text))
    }

    private mutating func draw(_ line: Line) {
        for (index, group) in line.groups.enumerated() {
            for end in group.into + group.out { note(end.port) }
            map(group)
            guard index < line.cables.count else { continue }
            plug(line.cables[index], from: group.out, to: line.groups[index + 1].into)
        }
    }

    private mutating func note(_ port: String?) {
        guard let port, !port.hasPrefix("network:"), !ports.contains(port) else { return }
        ports.append(port)
    }

    private mutating func plug(_ cables: [Line.Cable], from a: [Line.Port], to b: [Line.Port]) {
        if cables.isEmpty {
            networks.append((a[0].port ?? "", String((b[0].port ?? "").dropFirst("network:".count))))
        }
        for (index, cable) in cables.enumerated() {
            let pair = cables.count == 1 ? (a, b) : ([a[min(index, a.count - 1)]], [b[min(index, b.count - 1)]])
            let known = cords.firstIndex { $0.name == cable.name }
            var cord = known.map { cords[$0] } ?? Cord(name: cable.name)
            cord.attributes += cable.attributes
            for (side, ends) in [pair.0, pair.1].enumerated() {
                for end in ends where end.port == nil || !cord.sides.joined().contains(where: { $0.port == end.port }) {
                    cord.sides[side].append(End(port: end.port, connector: end.connector, positions: end.positions))
                }
            }
            if let known { cords[known] = cord } else { cords.append(cord) }
        }
    }

    /// Pairs what stands on both sides of `|`: one to one, or one to many with positions from 1 on where none are drawn.
    private mutating func map(_ group: Line.Group) {
        guard group.isThrough, let kind = group.into[0].port, !kind.hasPrefix("circuit:") else { return }
        let count = max(group.into.count, group.out.count)
        for index in 0..<count {
            let ends = [group.into, group.out].map { $0[min(index, $0.count - 1)] }
            let isFrontFirst = ends[0].port?.contains(":front/") ?? false
            let (front, rear) = isFrontFirst ? (ends[0], ends[1]) : (ends[1], ends[0])
            let (fronts, rears) = isFrontFirst ? (group.into, group.out) : (group.out, group.into)
            let mapping = Mapping(
                front: front.port ?? "", frontPosition: front.position ?? (fronts.count < count ? index + 1 : 1), rear: rear.port ?? "",
                rearPosition: rear.position ?? (rears.count < count ? index + 1 : 1))
            let isKnown = mappings.contains {
                $0.front == mapping.front && $0.rear == mapping.rear && $0.frontPosition == mapping.frontPosition
            }
            if !isKnown { mappings.append(mapping) }
        }
    }

    private mutating func remark(_ text: String) {
        var words = text.replacing("[", with: "").replacing("]", with: "").split(separator: " ").map(String.init)
        precondition(words.count >= 2, "a remark names a port and says something: \(text)")
        let (port, word) = (words.removeFirst(), words.removeFirst())
        note(port)
        remarks.append(Remark(port: port, word: word, argument: words.joined(separator: " ").trimming("()")))
    }
}

extension String {
    var trimmed: String { trimming(" \t") }

    func trimming(_ characters: String) -> String {
        var rest = self[...]
        while let first = rest.first, characters.contains(first) { rest.removeFirst() }
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }

    func replacing(_ old: Character, with new: String) -> String {
        reduce(into: "") { $0 += $1 == old ? new : String($1) }
    }
}
