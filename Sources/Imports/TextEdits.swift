import Diagnostics
import LocatedYAML

/// Changes to one text that leave all else as it is: comments, order, spacing.
struct TextEdits {
    private let bytes: [UInt8]
    private var edits: [(range: Range<Int>, text: String)] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isEmpty: Bool { edits.isEmpty }

    /// The text with all changes made; of two that overlap, the one that begins first.
    var text: String {
        var result: [UInt8] = []
        var from = 0
        let ordered = edits.enumerated().sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
        for (_, edit) in ordered where edit.range.lowerBound >= from {
            result += bytes[from..<edit.range.lowerBound]
            result += edit.text.utf8
            from = edit.range.upperBound
        }
        result += bytes[from...]
        return String(decoding: result, as: UTF8.self)
    }

    mutating func replace(_ range: Range<Int>, with text: String) {
        edits.append((range, text))
    }

    mutating func insert(_ text: String, at offset: Int) {
        edits.append((offset..<offset, text))
    }

    /// Adds lines at the end of the text.
    mutating func append(_ lines: String) {
        insert((bytes.isEmpty || bytes.last == .newline ? "" : "\n") + lines, at: bytes.count)
    }
}

// MARK: - Maps

extension TextEdits {
    /// Writes a field of a map: in place where it stands, else behind the fields that come before it.
    mutating func set(_ key: String, to value: String, in map: Node, after earlier: [String]) {
        if let node = map[key] {
            replaceValue(node, with: value)
            return
        }
        let pairs = map.pairs
        let anchor = pairs.last { pair in earlier.contains(pair.key.string) } ?? pairs.first
        guard let anchor else {
            // An empty flow map: `{}`.
            replace(map.range, with: "{\(key): \(value)}")
            return
        }
        if map.isFlow {
            insert(", \(key): \(value)", at: anchor.value.range.upperBound)
        } else {
            insertLine("\(indent(of: pairs[0].key.range.lowerBound))\(key): \(value)", after: anchor.value.range.upperBound)
        }
    }

    /// Puts another value in the place of one that stands under a key; one that begins with a line feed goes below the key.
    mutating func replaceValue(_ node: Node, with value: String) {
        let range = node.range
        if value.hasPrefix("\n"), let key = node.key {
            replace(key.range.upperBound + 1..<max(range.upperBound, key.range.upperBound + 1), with: value)
        } else {
            let needsSpace = range.isEmpty && range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: ":")
            replace(range, with: needsSpace ? " " + value : value)
        }
    }

    /// Takes a field out of a map; a comment behind it stays.
    mutating func remove(_ key: String, from map: Node) {
        let pairs = map.pairs
        guard let position = pairs.firstIndex(where: { $0.key.string == key }) else { return }
        let (start, end) = (pairs[position].key.range.lowerBound, pairs[position].value.range.upperBound)
        if map.isFlow {
            if position > 0 {
                replace(pairs[position - 1].value.range.upperBound..<end, with: "")
            } else if pairs.count > 1 {
                replace(start..<pairs[1].key.range.lowerBound, with: "")
            } else {
                replace(start..<end, with: "")
            }
            return
        }
        let line = lineStart(start)
        let leads = bytes[line..<start].allSatisfy { $0 == UInt8(ascii: " ") }
        if !leads {
            // The first field stands behind the dash of its list: the line must stay.
            replace(pairs[position].value.range, with: "~")
        } else if hasComment(after: end) {
            replace(start..<end, with: "")
        } else {
            replace(line..<nextLine(end), with: "")
        }
    }
}

// MARK: - Lists

extension TextEdits {
    /// Takes an element out of a list.
    mutating func removeElement(_ item: Node, of list: Node) {
        let items = list.items
        guard let position = items.firstIndex(where: { $0.index == item.index }) else { return }
        let range = item.range
        guard list.isFlow else {
            replace(lineStart(dash(of: item))..<nextLine(range.upperBound), with: "")
            return
        }
        if position > 0 {
            replace(items[position - 1].range.upperBound..<range.upperBound, with: "")
        } else if items.count > 1 {
            replace(range.lowerBound..<items[1].range.lowerBound, with: "")
        } else {
            replace(range, with: "")
        }
    }

    /// Says that a list has no elements, after all of them were taken out.
    mutating func markEmpty(_ list: Node) {
        if !list.isFlow, let key = list.key { insert(" []", at: key.range.upperBound + 1) }
    }

    /// Adds elements behind the last one of a list, each as one text; in a block list with a dash of its own.
    mutating func appendElements(_ elements: [String], to list: Node) {
        guard let last = list.items.last else { return }
        for element in elements {
            if list.isFlow {
                insert(", \(element)", at: last.range.upperBound)
            } else {
                insertLine("\(indent(of: dash(of: last)))- \(element)", after: last.range.upperBound)
            }
        }
    }

    /// Puts several elements in the place of one.
    mutating func replaceElement(_ item: Node, of list: Node, with elements: [String]) {
        let separator = list.isFlow ? ", " : "\n\(indent(of: dash(of: item)))- "
        replace(item.range, with: elements.joined(separator: separator))
    }

    /// The spaces that stand before the elements of a block list.
    func elementIndent(of list: Node) -> String {
        list.items.first.map { indent(of: dash(of: $0)) } ?? ""
    }

    /// Where the dash of an element stands.
    private func dash(of item: Node) -> Int {
        var offset = item.range.lowerBound
        while offset > 0, bytes[offset] != UInt8(ascii: "-"), bytes[offset - 1] != .newline { offset -= 1 }
        return offset
    }
}

// MARK: - Lines and comments

extension TextEdits {
    /// True when somebody wrote a comment in a value, behind it, or on the line above it.
    func hasComment(_ range: Range<Int>) -> Bool {
        if hasComment(after: range.upperBound) { return true }
        let start = lineStart(range.lowerBound)
        if start > 0, bytes[lineStart(start - 1)..<start].first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "#") { return true }
        return range.contains { offset in
            bytes[offset] == UInt8(ascii: "#") && offset > 0 && [UInt8(ascii: " "), .newline].contains(bytes[offset - 1])
                && isOutsideQuotes(offset, from: lineStart(offset))
        }
    }

    private func isOutsideQuotes(_ offset: Int, from start: Int) -> Bool {
        bytes[start..<offset].count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
    }

    private func hasComment(after offset: Int) -> Bool {
        bytes[offset..<lineEnd(offset)].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "#")
    }

    /// Adds lines below the one on which an offset is.
    private mutating func insertLine(_ lines: String, after offset: Int) {
        let next = nextLine(offset)
        let isCut = next == bytes.count && bytes.last != .newline
        insert(isCut ? "\n\(lines)" : "\(lines)\n", at: next)
    }

    func lineStart(_ offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    }

    /// The line feed that ends a line, or the end of the text.
    func lineEnd(_ offset: Int) -> Int {
        let end = bytes[offset...].firstIndex(of: .newline) ?? bytes.count
        return end > offset && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    private func nextLine(_ offset: Int) -> Int {
        bytes[offset...].firstIndex(of: .newline).map { $0 + 1 } ?? bytes.count
    }

    /// The spaces that bring a line to the column of an offset.
    func indent(of offset: Int) -> String {
        String(repeating: " ", count: offset - lineStart(offset))
    }
}

extension UInt8 {
    fileprivate static let newline = UInt8(ascii: "\n")
}

extension Node {
    /// The bytes of the whole value.
    var range: Range<Int> {
        let extent = extent
        return Int(extent.start)..<max(Int(extent.start), Int(extent.end))
    }
}
