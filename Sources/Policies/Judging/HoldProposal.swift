import CEL
import Diagnostics
import Inventories
import Rehearsals
import Seals
import Times

/// A hold step that would settle a finding, ready to be pasted into the order.
struct HoldProposal: Hashable {
    /// What is read, as `observe` takes it.
    let reading: String
    let expect: Phrase
    let how: Phrase

    /// One step for each reading; nil where there is none.
    static func phrase(_ proposals: [HoldProposal], avoiding names: Set<String>) -> Phrase? {
        var (seen, kept): (Set<String>, [HoldProposal]) = ([], [])
        for proposal in proposals where seen.insert(proposal.reading).inserted { kept.append(proposal) }
        guard !kept.isEmpty else { return nil }
        let ids = freeNames(kept.count, names)
        func text(_ language: Language) -> String {
            zip(kept, ids).map { $0.line(id: $1, language) }.joined(separator: "\n")
        }
        return Phrase(en: text(.en), ru: text(.ru))
    }

    private func line(id: String, _ language: Language) -> String {
        "- {id: \(id), do: hold, observe: \(quoted(reading)), expect: \(quoted(expect[language])), how: \(quoted(how[language])), "
            + "by: lead, else: abort}"
    }

    /// A text in double quotes, which YAML reads as JSON does.
    private func quoted(_ text: String) -> String { JSON.string(text).compact }

    private static func freeNames(_ count: Int, _ names: Set<String>) -> [String] {
        var free: [String] = []
        var number = 1
        while free.count < count {
            if !names.contains("H\(number)") { free.append("H\(number)") }
            number += 1
        }
        return free
    }
}

extension Scene {
    /// The ids of all steps of the order.
    var stepNames: Set<String> { Set(facts[facts.order.steps].map { facts.steps[Int($0.index)].id.text }) }

    /// The hold directly before a step, or in a row of holds before it, that takes a reading; its step's id.
    func hold(before step: Ref<StepFact>?, reading: String) -> Symbol? {
        guard let step, !reading.isEmpty else { return nil }
        var candidates: [Ref<HoldFact>] = facts.steps[Int(step.index)].heldBy.map { [$0] } ?? []
        let steps = Array(facts[facts.order.steps])
        for earlier in steps.prefix(while: { $0 != step }).reversed() {
            guard facts.steps[Int(earlier.index)].verb == "hold", steps.contains(step) else { break }
            if let hold = facts.steps[Int(earlier.index)].hold { candidates.append(hold) }
        }
        let wanted = Symbol(reading)
        return candidates.lazy.map { self.facts.holds[Int($0.index)] }.first { $0.object == wanted || $0.observe == wanted }?.step
    }
}

extension Datum {
    /// The value as text that does not depend on the order in which things were read: lists are sorted, objects give their key.
    var canonicalText: String { json.compact }

    private var json: JSON {
        switch self {
        case .null: .null
        case .bool(let truth): .bool(truth)
        case .int(let number): .integer(number)
        case .uint(let number): .string(String(number))
        case .double(let number): .string(String(number))
        case .string(let text): .string(text)
        case .bytes(let bytes): .array(bytes.map { JSON($0) })
        case .list(let elements):
            .array(elements.map(\.json).sorted { $0.compact.utf8.lexicographicallyPrecedes($1.compact.utf8) })
        case .map(let entries): .array(entries.map { .array([$0.key.json, $0.value.json]) })
        case .timestamp(let moment): .string(moment.rfc3339)
        case .duration(let nanoseconds): .string(Period(seconds: nanoseconds / 1_000_000_000).iso8601)
        case .type(let name): .string(name)
        case .optional(let inner): inner.map { .array([$0.json]) } ?? .array([])
        case .record(let type, _, let key): .string(key ?? type.text)
        case .network(_, let text): .string(text)
        }
    }
}
