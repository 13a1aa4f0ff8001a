import Diagnostics
import Rehearsals

/// What the record is silent about, in a line for each reason.
struct Gaps {
    private let facts: Facts
    private let language: Language

    init(_ facts: Facts, _ language: Language) {
        self.facts = facts
        self.language = language
    }

    private static let shownNames = 5

    /// What is not modelled; then gaps of one kind and reason together, the first few objects named.
    var lines: [String] {
        var groups: [(kind: Symbol, why: String, names: [String])] = []
        for gap in facts.gaps {
            let why = (language == .ru && !gap.whyRussian.isEmpty ? gap.whyRussian : gap.why).text.displayed
            let group = groups.firstIndex { $0.kind == gap.kind && $0.why == why } ?? groups.endIndex
            if group == groups.endIndex { groups.append((gap.kind, why, [])) }
            // What is said of the order as a whole needs no name.
            if gap.kind != Self.notModelled, gap.what != facts.order.id { groups[group].names.append(gap.what.text.displayed) }
        }
        let ordered = groups.filter { $0.kind == Self.notModelled } + groups.filter { $0.kind != Self.notModelled }
        return ordered.map { line($0.why, $0.names) }
    }

    private static let notModelled: Symbol = "not-modelled"

    private func line(_ why: String, _ names: [String]) -> String {
        let sentence = why.prefix(1).uppercased() + why.dropFirst()
        guard !names.isEmpty else { return sentence + "." }
        let rest = names.count - Self.shownNames
        let more = rest > 0 ? " \(Phrase.andMore(rest)[language])" : ""
        return "\(sentence): \(names.prefix(Self.shownNames).joined(separator: ", "))\(more)."
    }
}
