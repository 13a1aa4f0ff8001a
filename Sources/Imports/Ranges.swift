import Inventories

/// Runs of objects that differ in a number are written once: `Gi1/0/[1-24]`, as in NetBox's forms.
///
/// The name counts up by one, and whatever goes with it (the rear port behind it) counts up as well; of the origins only the
/// last number differs, and they are written as `dcim.interface:[3-20,31-36]`, so that every port keeps its own.
enum Ranges {
    /// Fields that a pattern may stand for. All others are equal in a run.
    static let counted: Set<String> = ["name", "rear_port", "rear_port_position"]

    /// The drafts as they are written: runs of neighbours as one, the others as they are.
    static func collapsed(_ drafts: [Draft]) -> [Draft] {
        var written: [Draft] = []
        var run: [Draft] = []
        var shape: [String: Int]?
        for draft in drafts {
            if let last = run.last, run.count < NameRange.limit, let next = step(from: last, to: draft), shape == nil || shape == next {
                run.append(draft)
                shape = next
            } else {
                written.append(contentsOf: one(run, shape))
                (run, shape) = ([draft], nil)
            }
        }
        written.append(contentsOf: one(run, shape))
        return written
    }

    /// Which fields count up between two neighbours, each with the number of the cut; nil where the two do not go together.
    private static func step(from left: Draft, to right: Draft) -> [String: Int]? {
        guard left.fields.count == right.fields.count, left.parts.isEmpty, right.parts.isEmpty else { return nil }
        var shape: [String: Int] = [:]
        for (old, new) in zip(left.fields, right.fields) {
            guard old.key == new.key else { return nil }
            if old.value == new.value { continue }
            guard counted.contains(old.key), let from = old.value.scalar, let to = new.value.scalar, let cut = cut(from, countsUpTo: to)
            else { return nil }
            shape[old.key] = cut
        }
        return shape["name"] == nil || model(left.origin) != model(right.origin) ? nil : shape
    }

    private static func one(_ run: [Draft], _ shape: [String: Int]?) -> [Draft] {
        guard let first = run.first, let last = run.last, run.count > 1, let shape else { return run }
        let numbers = run.compactMap { Int($0.origin.drop { $0 != ":" }.dropFirst()) }
        guard numbers.count == run.count else { return run }
        var one = Draft(origin: "\(model(first.origin)):[\(list(numbers))]")
        for (from, to) in zip(first.fields, last.fields) {
            guard let cut = shape[from.key], let start = from.value.scalar, let end = to.value.scalar else {
                one.fields.append(from)
                continue
            }
            let (low, high) = (cuts(start)[cut], cuts(end)[cut])
            one.set(from.key, .text("\(low.before)[\(low.digits)-\(high.digits)]\(low.after)"))
        }
        return [one]
    }

    private static func model(_ origin: String) -> Substring { origin.prefix { $0 != ":" } }

    /// Numbers as a range's body: `3-20,31,36`.
    static func list(_ numbers: [Int]) -> String {
        var parts: [String] = []
        var start = 0
        for index in 1...max(1, numbers.count) where index == numbers.count || numbers[index] != numbers[index - 1] &+ 1 {
            let (low, high) = (numbers[start], numbers[index - 1])
            parts.append(low == high ? "\(low)" : high == low + 1 ? "\(low),\(high)" : "\(low)-\(high)")
            start = index
        }
        return parts.joined(separator: ",")
    }
}

extension Ranges {
    /// A text cut at one of its numbers: `Gi1/0/`, `7`, ``.
    private struct Cut {
        let before: Substring
        let digits: Substring
        let after: Substring
    }

    /// Every way to cut a text at one of its numbers, the last number first; none where it holds brackets of its own.
    private static func cuts(_ text: String) -> [Cut] {
        let bytes = text.utf8
        guard !bytes.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else { return [] }
        var cuts: [Cut] = []
        var end = bytes.endIndex
        while let last = bytes[..<end].lastIndex(where: \.isDigit) {
            let stop = bytes.index(after: last)
            let start = bytes[..<stop].lastIndex { !$0.isDigit }.map { bytes.index(after: $0) } ?? bytes.startIndex
            if bytes.distance(from: start, to: stop) <= 9 {
                cuts.append(Cut(before: text[..<start], digits: text[start..<stop], after: text[stop...]))
            }
            end = start
        }
        return cuts
    }

    /// The cut at which `next` is `text` with a number one higher, of the same width where it has leading zeros.
    private static func cut(_ text: String, countsUpTo next: String) -> Int? {
        let (from, to) = (cuts(text), cuts(next))
        guard from.count == to.count else { return nil }
        return from.indices.first { index in
            let (low, high) = (from[index], to[index])
            guard low.before == high.before, low.after == high.after, let number = Int(low.digits) else { return false }
            let width = low.digits.hasPrefix("0") ? low.digits.utf8.count : 0
            let expected = String(number + 1)
            return high.digits == String(repeating: "0", count: max(0, width - expected.utf8.count)) + expected
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
