import Diagnostics
import Inventories
import LocatedYAML

extension StepReader {
    /// Reports operands that the verb does not take, and those that it lacks.
    mutating func checkOperands(of draft: StepDraft, _ form: VerbForm) {
        let allowed = form.operands
        for (operand, node) in draft.operands where !allowed.contains(operand) {
            log.add(.operandNotTaken(operand, by: form, at: node.key?.span ?? node.span))
        }
        let verb = draft.verb?.span ?? draft.node.span
        let missing = form.needs.filter { group in !group.contains { draft[$0] != nil } }.map { group in
            // A list stands for port and place together, so that half of the one does not ask for the other.
            group.filter { $0 != .list || draft.operands.isEmpty }
        }
        if !missing.isEmpty, !draft.hasMisspelling(of: missing.flatMap { $0 }) { log.add(.operandMissing(missing, of: form, at: verb)) }
        if let except = draft[.except], draft[.everythingIn] == nil, allowed.contains(.except) {
            log.add(.exceptWithoutSet(at: except.key?.span ?? except.span))
        }
    }
}

extension StepDraft {
    /// Whether a key that is none, and is reported as such, was probably meant to be one of some operands.
    fileprivate func hasMisspelling(of operands: [Operand]) -> Bool {
        let keys = Self.keys
        return node.pairs.contains { key, _ in
            !keys.contains(key.string) && suggestion(for: key.string, among: operands.map(\.rawValue)) != nil
        }
    }
}

extension Diagnostic {
    static func operandNotTaken(_ operand: Operand, by form: VerbForm, at span: Span) -> Diagnostic {
        Diagnostic(
            "operand-not-taken", .error, .notTaken(operand.rawValue, form.verb.rawValue), at: span, label: .notOf(form.verb.rawValue),
            help: [.takes(form), .example(form.example)])
    }

    static func operandMissing(_ missing: [[Operand]], of form: VerbForm, at span: Span) -> Diagnostic {
        // A long list of places is told by its usual ones.
        let groups = missing.map { group in group.prefix(6).map(\.rawValue) }
        return Diagnostic(
            "operand-missing", .error, .missing(groups, form.verb.rawValue), at: span, label: .missingHere(groups),
            help: [.example(form.example)])
    }

    static func exceptWithoutSet(at span: Span) -> Diagnostic {
        Diagnostic(
            "except-without-set", .error, .exceptAlone, at: span,
            help: [.example("{do: remove, everything_in: {rack: R2}, except: [PP-9]}")])
    }

    static func unknownException(_ name: String, _ near: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            "unknown-exception", .warning, .unknownException(name), at: span, label: .protectsNothing,
            help: near.isEmpty ? [] : [.didYouMean(near[0])])
    }

    static func oneAtATime(_ verb: Verb, _ count: Int, at span: Span) -> Diagnostic {
        Diagnostic("one-at-a-time", .error, .oneAtATime(verb.rawValue), at: span, label: .namesSeveral(count), help: [.aStepEach])
    }

    static func onePosition(_ count: Int, at span: Span) -> Diagnostic {
        Diagnostic("one-position", .error, .onePosition(count), at: span, help: [.aStepEach])
    }
}

extension Phrase {
    fileprivate static func notTaken(_ operand: String, _ verb: String) -> Phrase {
        Phrase(en: "`\(verb)` does not take `\(operand)`", ru: "`\(verb)` не принимает `\(operand)`")
    }

    fileprivate static func notOf(_ verb: String) -> Phrase {
        Phrase(en: "this says nothing to `\(verb)`", ru: "для `\(verb)` это ничего не значит")
    }

    fileprivate static func takes(_ form: VerbForm) -> Phrase {
        let keys = form.operands.reduce(into: [String]()) { keys, operand in
            if !keys.contains(operand.rawValue) { keys.append(operand.rawValue) }
        }
        return Phrase(
            en: "`\(form.verb.rawValue)` takes \(keys.quotedList)", ru: "`\(form.verb.rawValue)` принимает \(keys.quotedList)")
    }

    static func example(_ text: String) -> Phrase {
        Phrase(en: "for example: `\(text)`", ru: "например: `\(text)`")
    }

    fileprivate static func missing(_ groups: [[String]], _ verb: String) -> Phrase {
        Phrase(
            en: "`\(verb)` needs " + groups.map { $0.alternatives(or: "or") }.joined(separator: ", and "),
            ru: "`\(verb)` требует " + groups.map { $0.alternatives(or: "или") }.joined(separator: ", а также "))
    }

    fileprivate static func missingHere(_ groups: [[String]]) -> Phrase {
        guard groups.allSatisfy({ $0.count == 1 }) else { return Phrase(en: "it names none of them", ru: "ничего из этого не названо") }
        let keys = groups.map { $0[0] }
        return Phrase(en: "\(keys.quotedList) is missing", ru: "не хватает \(keys.quotedList)")
    }

    fileprivate static var exceptAlone: Phrase {
        Phrase(en: "`except` without `everything_in` excepts nothing", ru: "`except` без `everything_in` ничего не исключает")
    }

    fileprivate static func unknownException(_ name: String) -> Phrase {
        Phrase(en: "`\(name)`, which is to be left alone, is not on record", ru: "`\(name)` велено не трогать, но в учёте такого нет")
    }

    fileprivate static var protectsNothing: Phrase {
        Phrase(en: "this exception protects nothing", ru: "это исключение ничего не защищает")
    }

    fileprivate static func oneAtATime(_ verb: String) -> Phrase {
        Phrase(en: "one `\(verb)` takes one thing", ru: "в одном шаге `\(verb)` заменяют что-то одно")
    }

    fileprivate static func namesSeveral(_ count: Int) -> Phrase {
        Phrase(en: "\(count) are named here", ru: "здесь названо: \(count)")
    }

    fileprivate static func onePosition(_ count: Int) -> Phrase {
        Phrase(en: "\(count) devices cannot stand in one position", ru: "\(count) устройств не встанут на одно место")
    }

    fileprivate static var aStepEach: Phrase {
        Phrase(en: "write a step for each", ru: "напишите по шагу на каждое")
    }
}

extension [String] {
    /// The words in backticks, the last joined by `or`.
    fileprivate func alternatives(or word: String) -> String {
        guard count > 1, let last else { return quotedList }
        return "\(Array(dropLast()).quotedList) \(word) `\(last)`"
    }
}
