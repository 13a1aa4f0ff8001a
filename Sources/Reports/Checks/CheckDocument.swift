import ChangeOrders
package import Diagnostics
import Inventories
import Policies
import Rehearsals
package import Seals
import Times
package import Verdicts

/// The result of a check as a document, `primum.verdict/1`, with texts for people in one language.
package struct CheckDocument: Sendable {
    let check: Check
    let change: Change?
    let language: Language

    /// The document of a check; `change` adds what is different from an earlier result.
    package init(_ check: Check, since change: Change? = nil, _ language: Language) {
        self.check = check
        self.change = change
        self.language = language
    }

    private var facts: Facts { check.facts }

    /// The document; its members keep their order.
    package var json: JSON {
        .object(leavingOutNil: [
            "schema": .string(Check.schemaName),
            "order": .string(check.order.id.text),
            "title": .string(check.order.title.text),
            "client": .string(check.inventory.client.id.text),
            "verdict": .string(check.verdict.word),
            "now": .string(check.now.rfc3339),
            "good_until": check.goodUntil.map { .string($0.rfc3339) } ?? .null,
            "counts": counts,
            "findings": .array(check.findings) { json(of: $0) },
            "questions": .array(check.questionnaires) { json(of: $0) },
            "services": .array(services),
            "undo": .array(WaysBack(facts).all) { $0.json(language) },
            "gaps": .array(facts.gaps) { gap in
                .object(leavingOutNil: [
                    "kind": .string(gap.kind.text), "what": .string(gap.what.text),
                    "why": .string((language == .ru && !gap.whyRussian.isEmpty ? gap.whyRussian : gap.why).text),
                ])
            },
            "exemptions": check.exemptions.isEmpty ? nil : .array(check.exemptions) { json(of: $0) },
            "diagnostics": check.log.count == 0 ? nil : check.log.json(in: check.texts, language),
            "since": change.map { json(of: $0) },
        ])
    }

    private var counts: JSON {
        .object(
            Level.allCases.reversed().map { JSON.Member($0.word, JSON(check.count($0))) } + [
                JSON.Member("settled", JSON(check.findings.count { $0.settledBy != nil })),
                JSON.Member("questions", JSON(check.openQuestionCount)),
            ])
    }

    // MARK: - Findings

    private func json(of finding: Finding) -> JSON {
        .object(leavingOutNil: [
            "rule": .string(finding.rule.text),
            "title": .string(finding.title[language]),
            "level": .string(finding.level.word),
            "level_changed": finding.levelChange.map { json(of: $0) },
            "step": finding.step.map { .string(facts.steps[Int($0.index)].id.text) } ?? .null,
            "subject": json(of: finding.subject),
            "members": .array(finding.members) { member in
                .object(leavingOutNil: [
                    "type": .string(member.subject.type.text), "key": .string(member.subject.key.text),
                    "label": .string(member.subject.label.text), "message": .string(member.message[language]),
                    "fingerprint": .string(member.fingerprint),
                    "ask": finding.members.count > 1 ? member.question.map { json(of: $0) } : nil,
                    "rests_on": finding.members.count > 1 ? member.basis.map { .string($0.digest.text) } : nil,
                ])
            },
            "message": .string(finding.message[language]),
            "fingerprint": .string(finding.fingerprint),
            "at": finding.place.map { check.texts.json(of: $0) } ?? .null,
            "impact": .array(finding.impacts) { json(of: $0) },
            "ask": finding.question.map { json(of: $0) } ?? .null,
            "rests_on": finding.basis.map { .string($0.digest.text) },
            "help": .strings(finding.help.map { $0[language] }),
            "proposal": finding.proposal.map { .string($0[language]) },
            "settled_by": finding.settledBy.map { settlement in
                switch settlement {
                case .hold(let step): ["hold": .string(step.text)]
                }
            } ?? .null,
        ])
    }

    private func json(of change: Finding.LevelChange) -> JSON {
        .object(leavingOutNil: [
            "from": .string(change.from.word),
            "reason": change.reason.isEmpty ? nil : .string(change.reason.text),
            "approved_by": change.approvedBy.isEmpty ? nil : .string(change.approvedBy.text),
            "until": change.until.isEmpty ? nil : .string(change.until.text),
        ])
    }

    private func json(of subject: Finding.Subject) -> JSON {
        .object(leavingOutNil: [
            "type": .string(subject.type.text), "key": .string(subject.key.text), "label": .string(subject.label.text),
        ])
    }

    private func json(of question: Finding.Question) -> JSON {
        .object(leavingOutNil: [
            "whom": .strings(question.whom.map { facts.people[Int($0.index)].id.text }),
            "parties": .strings(question.parties.map { facts.parties[Int($0.index)].id.text }),
            "recall": .string(question.recall[language]),
            "read_back": .string(question.readBack.text),
        ])
    }

    /// What some people are asked: the same of each of them.
    private func json(of sheet: Questionnaire) -> JSON {
        [
            "whom": .array(sheet.addressees) { addressee in
                switch addressee {
                case .contact(let contact): ["contact": .string(check.inventory.contacts[contact].id.text)]
                case .party(let party): ["party": .string(party.text)]
                case .stranger(let name, let party):
                    .object(leavingOutNil: ["name": .string(name.text), "party": party.map { .string($0.text) }])
                }
            },
            "items": .array(sheet.items) { item in
                .object(leavingOutNil: [
                    "recall": .string(item.recall[language]), "read_back": .string(item.readBack.text), "settles": .bool(item.isSettling),
                    "rests_on": check.restsOn(item).map { .string($0.text) },
                    "about": .array(item.parts) { part in
                        [
                            "finding": .string(check.findings[part.finding].fingerprint),
                            "members": .strings(check.members(of: part).map(\.fingerprint)),
                        ]
                    },
                ])
            },
        ]
    }

    private func json(of exemption: UsedExemption) -> JSON {
        .object(leavingOutNil: [
            "rule": .string(exemption.rule.text), "reason": .string(exemption.reason.text),
            "approved_by": .string(exemption.approvedBy.text), "expires": .string(exemption.expires.text),
            "at": check.texts.json(of: exemption.place), "subjects": .strings(exemption.subjects.map(\.text)),
        ])
    }

    // MARK: - Services

    private func json(of impact: Ref<ImpactFact>) -> JSON {
        let row = facts.impacts[Int(impact.index)]
        return .object(leavingOutNil: [
            "service": row.service.map { .string(facts.services[Int($0.index)].id.text) },
            "at_best": .string(row.atBest.text), "at_worst": .string(row.atWorst.text), "certainty": .string(row.certainty.text),
            "since": row.since.map { .string(facts.steps[Int($0.index)].id.text) },
            "until": row.until.map { .string($0.rfc3339) },
            "lasts": row.lasts.map { .string($0.iso8601) },
            "basis": row.basis.isEmpty ? nil : .string(row.basis.text),
            "shown_by": .strings(facts.texts(row.shownBy)),
            "leans_on": row.leansOn.isEmpty ? nil : .strings(facts[row.leansOn].map { facts.links[Int($0.index)].label.text }),
            "proven": row.leansOn.isEmpty ? nil : .bool(row.proven),
        ])
    }

    /// Every service of the facts; those that no step reaches are excluded from harm.
    private var services: [JSON] {
        check.affected.map { affected in
            let row = facts.services[Int(affected.service.index)]
            let worst = facts.impacts[Int(affected.worst.index)]
            return .object(leavingOutNil: [
                "id": .string(row.id.text), "name": .string(row.name.text),
                "department": row.department.map { .string(facts.parties[Int($0.index)].id.text) },
                "criticality": .string(row.criticality.text),
                "at_best": .string(affected.atBest), "at_worst": .string(affected.atWorst), "certainty": .string(affected.certainty),
                "shown_by": .strings(facts.texts(worst.shownBy)),
                "since": worst.since.map { .string(facts.steps[Int($0.index)].id.text) },
            ])
        }
            + check.unreached.map { service in
                let row = facts.services[Int(service.index)]
                return .object(leavingOutNil: [
                    "id": .string(row.id.text), "name": .string(row.name.text),
                    "department": row.department.map { .string(facts.parties[Int($0.index)].id.text) },
                    "criticality": .string(row.criticality.text), "at_best": "no-impact", "at_worst": "no-impact",
                    "certainty": row.explained ? "excluded" : "unexplained", "shown_by": [],
                ])
            }
    }

    // MARK: - Changes

    private func json(of change: Change) -> JSON {
        .object(leavingOutNil: [
            "now": .string(change.earlier.now),
            "verdict": .string(change.earlier.verdict.word),
            "appeared": .strings(change.appeared.map { check.findings[$0].fingerprint }),
            "gone": .array(change.gone) { entry in
                .object(leavingOutNil: [
                    "fingerprint": .string(entry.fingerprint), "rule": .string(entry.rule), "level": .string(entry.level),
                    "message": .string(entry.message),
                ])
            },
            "changed": .array(change.changed) { index, before in
                .object(leavingOutNil: [
                    "fingerprint": .string(before.fingerprint), "level_before": .string(before.level),
                    "settled_before": .bool(before.isSettled),
                    "level": .string(check.findings[index].level.word), "settled": .bool(check.findings[index].settledBy != nil),
                ])
            },
        ])
    }
}

extension Facts {
    /// The texts of a list.
    func texts(_ list: Refs<Symbol>) -> [String] { self[list].map { Symbol(id: $0.index).text } }
}
