import ChangeOrders
import Diagnostics
import Foundation
import Inventories
import Plants
import Policies
import Rehearsals
import Testing
import Times
import Verdicts

/// What a check of a client's texts found, in words that tests compare.
struct Checked {
    let check: Check

    /// Checks an order with the rules as shipped.
    init(_ client: ClientTexts, order text: SourceText, now: String, lists: [String: SourceText] = [:]) throws {
        let folder = client.folder
        var texts = folder.texts
        let file = texts.add(text)
        let reading = ChangeOrder.read(file, of: &texts, against: folder.inventory) { lists[$0] }
        let moment = try #require(Timestamp(rfc3339: now))
        check = try #require(Check(reading, in: texts, of: folder, at: moment, packs: []), "the order could not be read")
    }

    var verdict: String { check.verdict.word }

    /// Findings that put a question to somebody.
    var questions: [Finding] { check.findings.filter { $0.level == .ask && $0.settledBy == nil } }

    /// The findings of a rule.
    func findings(_ rule: String) -> [Finding] { check.findings.filter { $0.rule.text == rule } }

    /// Each finding in a line: level, rule, step, what it is about, and what it says.
    var lines: [String] {
        check.findings.map { finding in
            let step = finding.step.map { check.facts.steps[Int($0.index)].id.text } ?? "-"
            let members = finding.members.map(\.subject.label.text).sorted()
            return
                "\(finding.level.word)[\(finding.rule)] \(step) \(finding.subject.label) (\(members.joined(separator: ", "))): \(finding.message.en)"
        }
    }

    /// The ids of the people and parties who are asked anything.
    var asked: Set<String> {
        Set(
            check.findings.compactMap(\.question).flatMap { question in
                question.whom.map { check.facts.people[Int($0.index)].id.text }
                    + question.parties.map { check.facts.parties[Int($0.index)].id.text }
            })
    }
}
