import Diagnostics
import Inventories
import Policies
import Rehearsals
import Verdicts

/// Findings in the compilers' form: the level, the rule, the place, and what belongs to it.
struct FindingBulletins {
    private let check: Check
    private static let shownNames = 6

    init(_ check: Check) {
        self.check = check
    }

    private var facts: Facts { check.facts }

    /// All findings in their order. What happens to a service from a step on is told once.
    var all: [Bulletin] {
        var told: Set<Ref<ImpactFact>> = []
        var shown: Set<Span> = []
        return check.findings.map { finding in
            // What is known of a place is said where it is shown first.
            let label = finding.place.flatMap { shown.insert($0).inserted ? finding.step : nil }.flatMap {
                KnownOfTarget(check).label(at: $0)
            }
            return bulletin(of: finding, label, told: &told)
        }
    }

    private func bulletin(of finding: Finding, _ label: Phrase?, told: inout Set<Ref<ImpactFact>>) -> Bulletin {
        var remarks: [Bulletin.Remark] = []
        let impacts = finding.impacts.filter { told.insert($0).inserted }
        // Members that are impacts are told of by what happens to their services.
        let labels = finding.members.filter { !($0.subject.type == "Impact" && !impacts.isEmpty) }.map(\.subject.label.text)
        if Set(labels).count > 1 { remarks.append(Bulletin.Remark(.members, .list(labels, limit: Self.shownNames))) }
        remarks += self.impacts(impacts, at: finding.step)
        if let change = finding.levelChange { remarks.append(Bulletin.Remark(.level, .levelChange(change, to: finding.level))) }
        remarks += finding.help.map { Bulletin.Remark(.help, $0) }
        if finding.question != nil, finding.settledBy == nil {
            let names = check.addressees(of: finding).map { check.name(of: $0.addressee) }
            remarks.append(Bulletin.Remark(.ask, names.isEmpty ? .nobodyNamed : .list(names, limit: Self.shownNames)))
        }
        if case .hold(let step)? = finding.settledBy { remarks.append(Bulletin.Remark(.settledBy, .holdStep(step.text))) }
        if let proposal = finding.proposal, finding.settledBy == nil { remarks.append(Bulletin.Remark(.paste, proposal, isVerbatim: true)) }
        return Bulletin(
            finding.level.phrase, finding.settledBy == nil ? finding.level.tone : .good, code: finding.rule.text, finding.message,
            primary: finding.place.map { Bulletin.Excerpt($0, label) }, remarks: remarks)
    }

    /// Who is hit from this step on, by certainty; with somebody hit, also who is not.
    private func impacts(_ impacts: [Ref<ImpactFact>], at step: Ref<StepFact>?) -> [Bulletin.Remark] {
        let rows = impacts.map { facts.impacts[Int($0.index)] }
        let hit = [("certain", Phrase.certain), ("possible", .possible)].compactMap { certainty, phrase in
            remark(phrase, rows.filter { $0.certainty.text == certainty }, countsDepartments: true)
        }
        guard let step, !hit.isEmpty else {
            return [remark(.excluded, rows.filter { $0.certainty == "excluded" && $0.basis == "survives" })].compactMap { $0 }
        }
        let all = facts[facts.steps[Int(step.index)].impacts].map { facts.impacts[Int($0.index)] }
        return hit + [remark(.excluded, all.filter { $0.certainty == "excluded" && $0.atWorst == "no-impact" })].compactMap { $0 }
    }

    private func remark(_ word: Phrase, _ impacts: [ImpactFact], countsDepartments: Bool = false) -> Bulletin.Remark? {
        let services = impacts.compactMap(\.service).map { facts.services[Int($0.index)] }
        guard !services.isEmpty else { return nil }
        let departments = countsDepartments ? Set(services.compactMap(\.department)).count : 0
        let names = Phrase.list(services.map(\.shownName), limit: Self.shownNames)
        return Bulletin.Remark(word, departments > 1 ? .ofDepartments(names, Noun.department.counted(departments)) : names)
    }
}

extension Phrase {
    fileprivate static let members = Phrase(en: "all of them", ru: "всё это")
    fileprivate static let certain = Phrase(en: "certainly stops", ru: "точно остановится")
    fileprivate static let possible = Phrase(en: "possibly stops", ru: "может остановиться")
    fileprivate static let excluded = Phrase(en: "does not stop", ru: "не остановится")
    fileprivate static func ofDepartments(_ names: Phrase, _ count: Phrase) -> Phrase {
        Phrase(en: "\(names.en) (\(count.en))", ru: "\(names.ru) (\(count.ru))")
    }

    fileprivate static let level = Phrase(en: "level", ru: "уровень")
    fileprivate static let ask = Phrase(en: "ask", ru: "спросить")
    fileprivate static let nobodyNamed = Phrase(
        en: "nobody is named: write in client.yaml with `questions_to` whom to ask",
        ru: "некого: напишите в client.yaml, кому задавать вопросы (`questions_to`)")
    fileprivate static let settledBy = Phrase(en: "settled by", ru: "снято")
    fileprivate static let paste = Phrase(en: "hold step to paste", ru: "шаг hold, который надо добавить")

    fileprivate static func holdStep(_ id: String) -> Phrase { Phrase(en: "the hold step \(id)", ru: "шагом hold \(id)") }

    fileprivate static func levelChange(_ change: Finding.LevelChange, to level: Level) -> Phrase {
        guard !change.reason.isEmpty else {
            return Phrase(
                en: "\(level.phrase.en) instead of \(change.from.phrase.en), set by the client",
                ru: "«\(level.phrase.ru)» вместо «\(change.from.phrase.ru)», задано клиентом")
        }
        return Phrase(
            en:
                "\(level.phrase.en) instead of \(change.from.phrase.en): \(change.reason); claimed to be approved by \(change.approvedBy), until \(change.until)",
            ru:
                "«\(level.phrase.ru)» вместо «\(change.from.phrase.ru)»: \(change.reason); со слов утвердил \(change.approvedBy), до \(change.until)"
        )
    }
}

extension Noun {
    fileprivate static let department = Noun(en: ("department", "departments"), ru: ("отдел", "отдела", "отделов"))
}
