import Diagnostics
import Inventories
import Plants

/// Labels that a hand can take for each other, among the cables of a rack.
///
/// `R1-07` and `R1-08` are how racks are labelled and no danger; the same label twice, `R1-01` and `R1-O1`, `R1-7` and `R1-07`, digits
/// that changed places in a long number, and one wrong letter in a long word are.
struct LabelBook {
    private var racks: [Ref<Rack>: [Symbol: [Ref<Cable>]]] = [:]

    init() {}

    /// For each of some cables, the others in its racks whose labels can be taken for its own.
    ///
    /// The cables of one link are not held against each other: to pull either is to pull the link.
    mutating func lookAlikes(
        of cables: [Ref<Cable>], in inventory: Inventory, _ plant: Plant
    ) -> [(cable: Ref<Cable>, others: [Ref<Cable>])] {
        var found: [(cable: Ref<Cable>, others: [Ref<Cable>])] = []
        for cable in cables {
            guard let label = inventory.cables[cable].label, !label.isEmpty else { continue }
            var others: [Ref<Cable>] = []
            for rack in Self.racks(of: cable, in: inventory) {
                let book = racks[rack] ?? Self.book(of: rack, in: inventory, plant)
                racks[rack] = book
                for form in Label.forms(of: label.text) {
                    for other in book[Symbol(form)] ?? [] where !cables.contains(other) && !others.contains(other) {
                        others.append(other)
                    }
                }
            }
            if !others.isEmpty { found.append((cable, others.sorted { $0.index < $1.index })) }
        }
        return found
    }

    private static func racks(of cable: Ref<Cable>, in inventory: Inventory) -> Set<Ref<Rack>> {
        let ends = inventory.cableEnds[inventory.cables[cable].ends]
        return Set(ends.compactMap { $0.port.flatMap { inventory.ports[$0].device }.flatMap { inventory.devices[$0].rack } })
    }

    private static func book(of rack: Ref<Rack>, in inventory: Inventory, _ plant: Plant) -> [Symbol: [Ref<Cable>]] {
        var book: [Symbol: [Ref<Cable>]] = [:]
        var seen: Set<Ref<Cable>> = []
        for device in plant.devices(in: rack) {
            for port in inventory.devices[device].ports.refs {
                for cable in plant.cables(in: port) where seen.insert(cable).inserted {
                    guard Int(cable.index) < inventory.cables.count, let label = inventory.cables[cable].label else { continue }
                    for form in Label.forms(of: label.text) { book[Symbol(form), default: []].append(cable) }
                }
            }
        }
        return book
    }
}

/// What an eye makes of a label.
enum Label {
    /// Two labels that share a form can be taken for each other; the prefix of a form says for which reason.
    static func forms(of label: String) -> Set<String> {
        var forms: Set = ["=\(runs(of: label, glyph: alike).map(\.text).joined(separator: "-"))"]
        let runs = runs(of: label) { Character($0.lowercased()) }
        for (index, run) in runs.enumerated() {
            for slip in run.isNumber ? swaps(of: run.text) : slips(of: run.text) {
                let others = runs.enumerated().map { $0 == index ? slip : $1.text }
                forms.insert("~\(others.joined(separator: "-"))")
            }
        }
        return forms
    }

    private struct Run {
        var isNumber: Bool
        /// Without leading zeros.
        var text: String
    }

    /// Stretches of letters and of digits; by what they are divided does not count.
    private static func runs(of label: String, glyph: (Character) -> Character) -> [Run] {
        label.split { !$0.isLetter && !$0.isNumber }.flatMap { word -> [Run] in
            var runs: [Run] = []
            for character in word.map(glyph) {
                if let last = runs.last, last.isNumber == character.isNumber {
                    runs[runs.count - 1].text.append(character)
                } else {
                    runs.append(Run(isNumber: character.isNumber, text: String(character)))
                }
            }
            return runs.map { run in
                let significant = run.isNumber ? run.text.drop { $0 == "0" } : run.text[...]
                return Run(isNumber: run.isNumber, text: significant.isEmpty ? "0" : String(significant))
            }
        }
    }

    /// 0 and O, 1 and I and l, 5 and S, 8 and B are one glyph each.
    private static func alike(_ character: Character) -> Character {
        switch character {
        case "O", "o", "О", "о": "0"
        case "I", "l": "1"
        case "S", "s": "5"
        case "B": "8"
        default: Character(character.lowercased())
        }
    }

    /// A long number with two neighbouring digits marked in the order of their size: the same for two numbers in which they are swapped.
    ///
    /// Not among the last three, where the numbers of any series differ so.
    private static func swaps(of number: String) -> [String] {
        let digits = Array(number)
        guard digits.count >= 5 else { return [] }
        return (0..<digits.count - 4).filter { digits[$0] != digits[$0 + 1] }.map { index in
            let pair = digits[index...index + 1].sorted()
            return "\(String(digits[..<index]))(\(pair[0])\(pair[1]))\(String(digits[(index + 2)...]))"
        }
    }

    /// A long word itself, and with one letter wrong or missing; not the last one, which may count (`uplink-a`, `uplinkb`).
    private static func slips(of word: String) -> [String] {
        guard word.count >= 6 else { return [] }
        let places = word.indices.dropLast()
        return [word] + places.map { "\(word[..<$0])?\(word[word.index(after: $0)...])" }
            + places.map { "\(word[..<$0])\(word[word.index(after: $0)...])" }
    }
}
