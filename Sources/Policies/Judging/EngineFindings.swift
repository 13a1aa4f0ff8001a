import CEL
import Diagnostics
import Inventories
import Rehearsals

// What the engine finds by itself: that something could not be judged as it should, and what is worth saying about the policy.

extension Finding {
    /// The ids of what the engine finds by itself.
    static let ofTheEngine: Set = [
        "no-rules", "no-services", "no-steps", "unreadable-file", "broken-reference", "rule-failed", "exemption-expired",
        "exemption-unused", "level-expired",
    ]
}

extension Scene {
    /// What could not be read or asked at all.
    func findingsOfTheEngine(for set: PolicySet) -> [Finding] {
        var findings: [Finding] = []
        if set.compiled.isEmpty { findings.append(inconclusive("no-rules", .noRulesTitle, [(.noRules, nil)])) }
        if !surroundings.hasServices { findings.append(inconclusive("no-services", .noServicesTitle, [(.noServices, nil)])) }
        if !surroundings.hasSteps { findings.append(inconclusive("no-steps", .noStepsTitle, [(.noSteps, nil)])) }
        func told(_ diagnostics: [Diagnostic]) -> [(Phrase, Span?)] { diagnostics.map { ($0.summary, $0.span) } }
        if !surroundings.unreadableFiles.isEmpty {
            findings.append(inconclusive("unreadable-file", .unreadableTitle, told(surroundings.unreadableFiles)))
        }
        if !surroundings.brokenReferences.isEmpty {
            findings.append(inconclusive("broken-reference", .brokenTitle, told(surroundings.brokenReferences)))
        }
        if !set.faults.isEmpty { findings.append(inconclusive("rule-failed", .policyTitle, told(set.faults))) }
        return findings
    }

    /// The finding that a rule could not be worked out; nil where nothing failed.
    func finding(ofFailures failures: [RuleFailure], in rule: CompiledRule) -> Finding? {
        guard let first = failures.first else { return nil }
        var seen: Set<String> = []
        let told = failures.compactMap { failure -> (Phrase, Span?)? in
            let label = failure.about.subjects.last?.label ?? facts.order.id
            let phrase = Phrase.ruleFailed(rule.id, label, failure.failure.summary)
            return seen.insert(phrase.en).inserted ? (phrase, nil) : nil
        }
        var finding = inconclusive("rule-failed", .ruleFailedTitle, told, about: rule.id)
        finding.step = first.about.step
        finding.place = rule.draft.place
        return finding
    }

    /// Something worth saying about the client's policy.
    func note(_ id: Symbol, _ message: Phrase, _ rule: CompiledRule, _ place: Span) -> Finding {
        let subject = Finding.Subject(type: "Rule", key: rule.id, label: rule.id)
        return finding(id, .policyNoteTitle, .note, subject, [(message, place)])
    }

    private func inconclusive(_ id: Symbol, _ title: Phrase, _ told: [(Phrase, Span?)], about rule: Symbol = .empty) -> Finding {
        let subject = Finding.Subject(
            type: rule.isEmpty ? "Client" : "Rule", key: rule.isEmpty ? facts.client : rule, label: rule.isEmpty ? facts.client : rule)
        return finding(id, title, .inconclusive, subject, told)
    }

    private func finding(
        _ id: Symbol, _ title: Phrase, _ level: Level, _ subject: Finding.Subject, _ told: [(Phrase, Span?)]
    ) -> Finding {
        func fingerprint(_ subjects: [Finding.Subject]) -> String {
            .fingerprint(client: facts.client, order: facts.order.id, rule: id, subjects: subjects)
        }
        let members = told.map { message, _ in
            let own = Finding.Subject(type: "Text", key: Symbol(message.en), label: Symbol(message.en))
            return Finding.Member(subject: own, message: message, fingerprint: fingerprint([subject, own]))
        }
        return Finding(
            rule: id, title: title, level: level, subject: subject, members: members, message: told[0].0,
            fingerprint: fingerprint([subject]), place: told[0].1)
    }
}

extension Phrase {
    fileprivate static var noRulesTitle: Phrase { Phrase(en: "no rules", ru: "нет правил") }

    fileprivate static var noRules: Phrase {
        Phrase(
            en: "the client's policy uses no rule, so nothing was judged",
            ru: "политика клиента не использует ни одного правила, судить было не по чему")
    }

    fileprivate static var noServicesTitle: Phrase { Phrase(en: "no services on record", ru: "в учёте нет сервисов") }

    fileprivate static var noServices: Phrase {
        Phrase(
            en: "no service is on record, so nobody can say what would be missed",
            ru: "в учёте нет ни одного сервиса, и нельзя сказать, чего хватятся")
    }

    fileprivate static var noStepsTitle: Phrase { Phrase(en: "no steps in the order", ru: "в заявке нет шагов") }

    fileprivate static var noSteps: Phrase {
        Phrase(
            en: "the order has no steps, so there was nothing to judge",
            ru: "в заявке нет ни одного шага, судить было не о чем")
    }

    fileprivate static var unreadableTitle: Phrase { Phrase(en: "file that could not be read", ru: "файл, который не удалось прочитать") }

    fileprivate static var brokenTitle: Phrase {
        Phrase(en: "record that could not be used", ru: "запись, которой не удалось воспользоваться")
    }

    fileprivate static var policyTitle: Phrase {
        Phrase(en: "rules or policy with an error", ru: "ошибка в правилах или политике")
    }

    fileprivate static var ruleFailedTitle: Phrase {
        Phrase(en: "rule that could not be applied", ru: "правило, которое не удалось применить")
    }

    fileprivate static func ruleFailed(_ rule: Symbol, _ label: Symbol, _ why: Phrase) -> Phrase {
        Phrase(
            en: "`\(rule)` could not be applied to \(label): \(why.en)", ru: "`\(rule)` не удалось применить, объект \(label): \(why.ru)")
    }

    fileprivate static var policyNoteTitle: Phrase { Phrase(en: "the client's policy", ru: "политика клиента") }

    static func exemptionExpired(_ rule: Symbol, _ exemption: CompiledExemption) -> Phrase {
        Phrase(
            en: "the exemption from `\(rule)` expired on \(exemption.expires) and has no effect",
            ru: "исключение из `\(rule)` истекло \(exemption.expires) и не действует")
    }

    static func exemptionUnused(_ rule: Symbol) -> Phrase {
        Phrase(en: "the exemption from `\(rule)` lets nothing pass", ru: "исключение из `\(rule)` ни к чему не применилось")
    }

    static func levelExpired(_ rule: Symbol, _ change: CompiledLevelChange) -> Phrase {
        Phrase(
            en: "the level `\(change.to.word)` of `\(rule)` was set until \(change.told.until) and has no effect",
            ru: "уровень `\(change.to.word)` для `\(rule)` действовал до \(change.told.until) и больше не действует")
    }
}
