import ChangeOrders
package import Diagnostics
import Inventories
import Policies
import Rehearsals
import Times
package import Verdicts

/// The result of a check as text: what a manager reads first, then the findings, then the questions by person.
package struct CheckReport: Sendable {
    let check: Check
    let change: Change?
    /// False where the moment was given by hand, which the report then says.
    let isNowOfClock: Bool
    let typesetter: Typesetter

    package init(_ check: Check, since change: Change? = nil, isNowOfClock: Bool, _ typesetter: Typesetter) {
        self.check = check
        self.change = change
        self.isNowOfClock = isNowOfClock
        self.typesetter = typesetter
    }

    var facts: Facts { check.facts }
    func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }
    func strong(_ text: String) -> String { typesetter.ink.painted(text, .strong) }

    /// The whole report, with line ends.
    package var text: String {
        let bulletins = FindingBulletins(check).all.map { typesetter.text(of: $0, in: check.texts) + "\n" }.joined()
        let parts = [head, reasons, services, waysBack, limits, changes, bulletins + questions + exemptions + tally]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - The first screen

    private var head: String {
        let verdict = check.verdict
        let tone: Tone = verdict <= .asAgreed ? .good : verdict == .hold ? .caution : .danger
        let start = say(verdict.headline).displayWidth + 2
        var text = typesetter.ink.painted(say(verdict.headline), tone) + "  "
        let title = "\(check.order.id.text.displayed) · \(check.order.title.text.displayed)"
        text += strong(typesetter.wrapped(title, indent: 2, from: start)) + "\n"
        var moments = [check.inventory.client.name.text.displayed]
        moments.append(say(isNowOfClock ? .checkedAt(written(check.now)) : .checkedAsOf(written(check.now))))
        moments.append(check.goodUntil.map { say(.verdictGoodUntil(written($0))) } ?? say(.restsOnNothing))
        return text + wrapped(moments.joined(separator: " · "), indent: 0) + "\n" + wrapped(say(verdict.meaning).sentence, indent: 0) + "\n"
    }

    /// The three worst rules, each by its first finding.
    private var reasons: String {
        let open = check.findings.indices.filter { check.findings[$0].settledBy == nil && check.findings[$0].level != .note }
        guard !open.isEmpty else { return "" }
        var rules: Set<Symbol> = []
        let shown = open.filter { rules.insert(check.findings[$0].rule).inserted }.prefix(3)
        var text = strong(say(shown.count < open.count ? .why(shown.count, of: open.count) : .why)) + "\n"
        for (number, reason) in shown.enumerated() {
            text += "  \(number + 1). " + wrapped(say(check.findings[reason].message).displayed, indent: 5) + "\n"
        }
        return text
    }

    private var services: String {
        let affected = check.affected
        let groups: [(Phrase, Tone, [String])] = [
            (.certainly, .danger, names(affected.filter { $0.certainty == "certain" })),
            (.possibly, .caution, names(affected.filter { $0.certainty == "possible" })),
            (.weaker, .caution, names(affected.filter { $0.certainty == "excluded" && $0.atWorst != "no-impact" })),
            (.unexplained, .caution, names(affected.filter { $0.certainty == "unexplained" }) + unreached { !$0.explained }),
            (
                .notAffected, .plain,
                names(affected.filter { $0.certainty == "excluded" && $0.atWorst == "no-impact" }) + unreached { $0.explained }
            ),
        ]
        let lines = groups.filter { !$0.2.isEmpty }
        guard !lines.isEmpty else { return strong(say(.who)) + "\n  \(say(.noServices))\n" }
        let width = lines.map { say($0.0).displayWidth }.max() ?? 0
        return strong(say(.who)) + "\n"
            + lines.map { word, tone, names in
                let label = typesetter.ink.painted(say(word).padded(to: width), tone)
                return "  \(label)  " + wrapped(names.joined(separator: ", "), indent: width + 4) + "\n"
            }.joined()
    }

    private func names(_ affected: [Affected]) -> [String] { affected.map { name(of: facts.services[Int($0.service.index)]) } }

    private func unreached(_ isWanted: (ServiceFact) -> Bool) -> [String] {
        check.unreached.map { facts.services[Int($0.index)] }.filter(isWanted).map { name(of: $0) }
    }

    private func name(of service: ServiceFact) -> String {
        let name = (service.name.isEmpty ? service.id : service.name).text.displayed
        guard let department = service.department else { return name }
        let party = facts.parties[Int(department.index)].name.text.displayed
        return party.isEmpty || party == name ? name : "\(name) (\(party))"
    }

    /// What is undone after each step, in a line each.
    private var waysBack: String {
        let ways = WaysBack(facts).joined
        guard !ways.isEmpty else { return "" }
        let labels = ways.map { say(.afterStep($0.points)) }
        let width = min(labels.map(\.displayWidth).max() ?? 0, 24)
        return strong(say(.wayBack)) + "\n"
            + zip(ways, labels).map { way, label in
                let tone: Tone = way.restores && !way.isStepLost && way.undo.fitsWindow ? .plain : .caution
                let gap = label.displayWidth > width ? "\n" + String(repeating: " ", count: width + 4) : "  "
                return "  \(typesetter.ink.painted(label.padded(to: width), tone))\(gap)" + wrapped(say(way.phrase), indent: width + 4)
                    + "\n"
            }.joined()
    }

    /// What was not modelled, not on record and not asked.
    private var limits: String {
        let lines = Gaps(facts, typesetter.language).lines + unasked
        return strong(say(.limits)) + "\n" + lines.map { "  " + wrapped($0, indent: 2) + "\n" }.joined()
    }

    private var unasked: [String] {
        let (sheets, unaddressed) = (check.questionnaires, check.unaddressed.count)
        let nobody = unaddressed > 0 ? [say(.nobodyToAsk(unaddressed))] : []
        guard !sheets.isEmpty else { return nobody.isEmpty ? [say(.nothingToAsk)] : nobody }
        let shown = sheets.prefix(4).map { sheet in
            let first = sheet.addressees.prefix(2).map { check.name(of: $0) }.joined(separator: ", ")
            let rest = sheet.addressees.count - 2
            return "\(first)\(rest > 0 ? " \(say(.andMore(rest)))" : "") (\(sheet.items.count))"
        }
        return [say(.notAsked(shown, more: sheets.count - shown.count))] + nobody
    }

    // MARK: - Since an earlier result

    private var changes: String {
        guard let change else { return "" }
        let before = change.earlier
        var text = strong(say(.since(writtenMoment(before.now)))) + "\n"
        guard !change.isNone(check) else { return text + "  \(say(.nothingChanged))\n" }
        if before.verdict != check.verdict { text += "  \(say(before.verdict.headline)) → \(say(check.verdict.headline))\n" }
        for index in change.appeared { text += "  + " + wrapped(summary(of: check.findings[index]), indent: 4) + "\n" }
        for (index, old) in change.changed { text += "  ~ \(summary(of: check.findings[index])) (\(say(.before(old))))\n" }
        for entry in change.gone { text += "  − \(entry.rule.displayed): \(entry.message.displayed)\n" }
        return text
    }

    private func summary(of finding: Finding) -> String { "\(finding.rule.text): \(say(finding.message).displayed)" }

    private func writtenMoment(_ text: String) -> String {
        Timestamp(rfc3339: text).map { written($0) } ?? text.displayed
    }

    // MARK: - Behind the findings

    private var questions: String {
        let text = QuestionSheets(check, typesetter).text
        return text.isEmpty ? "" : strong(say(.questions)) + "\n" + text + "\n"
    }

    private var exemptions: String {
        guard !check.exemptions.isEmpty else { return "" }
        let lines = check.exemptions.map { exemption in
            let what = exemption.subjects.map(\.text.displayed).joined(separator: ", ")
            let words = say(
                .exempt(exemption.reason.text.displayed, by: exemption.approvedBy.text.displayed, until: exemption.expires.text.displayed))
            return "  \(exemption.rule.text): " + wrapped("\(what) — \(words)", indent: exemption.rule.text.displayWidth + 4) + "\n"
        }
        return strong(say(.exemptions)) + "\n" + lines.joined() + "\n"
    }

    private var tally: String {
        let counts = Level.allCases.reversed().map { ($0, check.count($0)) }.filter { $0.1 > 0 }
        let settled = check.findings.count { $0.settledBy != nil }
        var parts = counts.map { "\(say($0.phrase)): \($1)" }
        if settled > 0 { parts.append("\(say(.settled)): \(settled)") }
        guard !parts.isEmpty else { return "" }
        return wrapped("\(parts.joined(separator: ", ")). \(say(.explain))", indent: 0) + "\n"
    }

    // MARK: - Setting

    /// A moment on the client's clock: `2026-11-24 12:00 MSK`.
    private func written(_ moment: Timestamp) -> String {
        let zone = check.inventory.client.timezone
        let time = zone.civilTime(at: moment)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(time.date.iso8601) \(two(time.hour)):\(two(time.minute)) \(zone.abbreviation(at: moment))"
    }

    private func wrapped(_ text: String, indent: Int) -> String { typesetter.wrapped(text, indent: indent) }
}
