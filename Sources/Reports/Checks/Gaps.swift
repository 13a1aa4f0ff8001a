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

    /// Gaps of one kind and reason together, the first few objects named.
    var lines: [String] {
        var groups: [(kind: Symbol, why: String, names: [String])] = []
        for gap in facts.gaps where gap.kind != "not-modelled" {
            let why = (language == .ru && !gap.whyRussian.isEmpty ? gap.whyRussian : gap.why).text.displayed
            let group = groups.firstIndex { $0.kind == gap.kind && $0.why == why } ?? groups.endIndex
            if group == groups.endIndex { groups.append((gap.kind, why, [])) }
            groups[group].names.append(gap.what.text.displayed)
        }
        return groups.map { group in
            let rest = group.names.count - Self.shownNames
            let more = rest > 0 ? " \(Phrase.andMore(rest)[language])" : ""
            return
                "\(group.why.prefix(1).uppercased() + group.why.dropFirst()): \(group.names.prefix(Self.shownNames).joined(separator: ", "))\(more)."
        }
    }
}
