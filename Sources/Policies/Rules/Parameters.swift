import CEL
import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Rehearsals
import Times

/// The parameters of a pack: how long evidence holds, which effects count, and what its rules name as `param.<name>`.
struct Parameters: Sendable {
    private(set) var shelfLife = ShelfLife(periods: [:])
    private(set) var effects = Effects(possible: [:])
    /// In the order in which the pack has them.
    private(set) var values: [(name: String, type: ValueType, value: Datum)] = []

    /// Words for what a verb may do beyond its work.
    static let effectWords = ["device-down", "not-coming-back", "configuration-lost", "cord-disturbed"]
    /// What is seen once does not hold for ten years.
    private static let longestLife = Period.days(3_650)

    /// Takes what a pack sets.
    mutating func define(_ entries: [Entry<Node>], log: inout DiagnosticLog) {
        for entry in entries {
            switch entry.key {
            case "shelf_life": readShelfLife(entry.value, &log)
            case "effects": readEffects(entry.value, &log)
            default:
                let (type, value) = Self.scalar(entry.value)
                guard entry.value.kind == .scalar, !entry.value.isNull else {
                    log.addMismatch(.text, at: entry.value)
                    continue
                }
                values.append((entry.key.text, type, value))
            }
        }
    }

    /// Takes what a client sets instead; only what the pack has can be set.
    mutating func override(_ entries: [Entry<Node>], log: inout DiagnosticLog) {
        for entry in entries {
            switch entry.key {
            case "shelf_life": readShelfLife(entry.value, &log)
            case "effects": readEffects(entry.value, &log)
            default: override(entry, &log)
            }
        }
    }

    private mutating func override(_ entry: Entry<Node>, _ log: inout DiagnosticLog) {
        guard let place = values.firstIndex(where: { $0.name == entry.key.text }) else {
            let near = suggestion(for: entry.key.text, among: ["shelf_life", "effects"] + values.map(\.name))
            log.add(
                Diagnostic(
                    "unknown-parameter", .error, .unknownParameter(entry.key.text), at: entry.keySpan,
                    help: near.map { [.didYouMean($0)] } ?? []))
            return
        }
        let (type, value) = Self.scalar(entry.value)
        guard entry.value.kind == .scalar, type == values[place].type else {
            log.add(
                Diagnostic("wrong-parameter", .error, .wrongType(entry.key.text, values[place].type.shown), at: entry.value.span))
            return
        }
        values[place].value = value
    }

    /// A parameter's own type: a number, a truth value, a span of time, else a text.
    private static func scalar(_ node: Node) -> (ValueType, Datum) {
        let text = node.string
        if !node.isQuoted {
            if let number = Int64(text) { return (.int, .int(number)) }
            if let number = Double(text), number.isFinite { return (.double, .double(number)) }
            if text == "true" || text == "false" { return (.bool, .bool(text == "true")) }
            if let period = Period(iso8601: text) { return (.duration, .duration(period.seconds * 1_000_000_000)) }
        }
        return (.string, .string(text))
    }
}

// MARK: - Shelf life

extension Parameters {
    private static let sources = EvidenceSource.allCases.map(\.rawValue) + ["any"]

    private mutating func readShelfLife(_ node: Node, _ log: inout DiagnosticLog) {
        let claims = Form<[Entry<[Entry<Located<Period>>]>]>.map(of: .map(of: .located(.period)))
        for claim in claims.read(node, &log) ?? [] {
            guard let known = Claim(rawValue: claim.key.text) else {
                addUnknown(claim.key, claim.keySpan, among: Claim.allCases.map(\.rawValue), &log)
                continue
            }
            var periods = shelfLife.periods[known] ?? [:]
            // What is named counts before `any`, wherever it stands.
            for source in claim.value.filter({ $0.key == "any" }) + claim.value.filter({ $0.key != "any" }) {
                set(source, in: &periods, &log)
            }
            shelfLife.periods[known] = periods
        }
    }

    private func set(_ source: Entry<Located<Period>>, in periods: inout [EvidenceSource: Period], _ log: inout DiagnosticLog) {
        guard source.value.value > .zero, source.value.value <= Self.longestLife else {
            log.add(Diagnostic("parameter-out-of-range", .error, .lifeOutOfRange, at: source.value.span))
            return
        }
        if source.key == "any" {
            // Hearsay never becomes knowledge, however fresh.
            for each in EvidenceSource.allCases where each != .hearsay { periods[each] = source.value.value }
        } else if let known = EvidenceSource(rawValue: source.key.text) {
            periods[known] = source.value.value
        } else {
            addUnknown(source.key, source.keySpan, among: Self.sources, &log)
        }
    }

    private func addUnknown(_ word: Symbol, _ span: Span, among known: [String], _ log: inout DiagnosticLog) {
        let near = suggestion(for: word.text, among: known)
        log.add(
            Diagnostic("unknown-word", .error, .unknownWord(word.text), at: span, help: [near.map { .didYouMean($0) } ?? .words(known)]))
    }
}

// MARK: - Effects

extension Parameters {
    private struct EffectDraft: Sendable {
        var possible: [String] = []
    }

    private static let effectForm = Form<EffectDraft>.shape(
        Shape(
            "effect", "What a verb may do beyond its work.", start: { _ in EffectDraft() },
            fields: [
                Field("possible", .oneOrMany(of: .choice(effectWords + ["none"])), required: true, "the effects that count, or `none`") {
                    $0.possible = $1
                }
            ]))

    private mutating func readEffects(_ node: Node, _ log: inout DiagnosticLog) {
        for entry in Form<[Entry<EffectDraft>]>.map(of: Self.effectForm).read(node, &log) ?? [] {
            guard let verb = Verb(rawValue: entry.key.text) else {
                addUnknown(entry.key, entry.keySpan, among: Verb.allCases.map(\.rawValue), &log)
                continue
            }
            effects.possible[verb] = entry.value.possible.filter { $0 != "none" }.map { Symbol($0) }
        }
    }
}

extension Phrase {
    fileprivate static func unknownParameter(_ name: String) -> Phrase {
        Phrase(en: "the pack has no parameter `\(name)`", ru: "у пакета нет параметра `\(name)`")
    }

    fileprivate static func wrongType(_ name: String, _ type: String) -> Phrase {
        Phrase(en: "the parameter `\(name)` is of another kind: \(type)", ru: "параметр `\(name)` другого вида: \(type)")
    }

    fileprivate static var lifeOutOfRange: Phrase {
        Phrase(en: "evidence holds for longer than nothing and at most ten years", ru: "сведения верны дольше нуля и не дольше десяти лет")
    }

    fileprivate static func unknownWord(_ word: String) -> Phrase {
        Phrase(en: "`\(word)` is not known here", ru: "`\(word)` здесь ничего не значит")
    }
}
