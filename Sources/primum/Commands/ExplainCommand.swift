import ArgumentParser
import ChangeOrders
import Diagnostics
import Inventories
import Policies
import Reports
import Verdicts

/// `primum explain`: a rule's reason and how its findings go away, or why it found something in an order.
struct ExplainCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule: its reason, its condition, its level, examples, and how its findings are settled.",
        discussion: """
            Rules are those of the client's policy where there is a client's folder, else those that come with the program. \
            Without a rule all of them are listed.

            With --facts the rule is asked of an order, as a debugger would: the value of each part of its condition for each \
            subject, what decided (marked >), and what was not looked at because something before it had decided. Subjects for \
            which it fires are shown in full, all others are summed up; --step and --subject show the chosen ones in full.

            Examples:
              primum explain unknown-link
              primum explain --lang ru
              primum explain unknown-link --facts orders/CO-2026-014.yaml
              primum explain unknown-link --facts orders/CO-2026-014.yaml --step S3 --subject PP-1:12

            Exit status: 0; 64 for a rule, a step or a subject that there is not; 65 when the folder or the order cannot be read.
            """)

    @Argument(help: "The rule's id, as it stands in brackets before a finding.")
    var rule: String?

    @Option(help: ArgumentHelp("Ask the rule of this order, and show the value of each part of its condition.", valueName: "order"))
    var facts: String?

    @Option(help: ArgumentHelp("Only what belongs to this step, with --facts.", valueName: "id"))
    var step: String?

    @Option(help: ArgumentHelp("Only this subject, such as PP-1:12, with --facts.", valueName: "name"))
    var subject: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var moment: MomentOptions
    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        if facts == nil, step != nil || subject != nil { throw ValidationError("--step and --subject go with --facts.") }
        if facts != nil, rule == nil { throw ValidationError("Say which rule is to be asked of the order.") }
    }

    func work() throws(Failure) -> ExitStatus {
        if let facts, let rule { return try explain(rule, on: facts) }
        let policy = try PolicyDoor.rules(of: client, answer.language)
        guard let rule else {
            try Answer(text: { RuleBook(policy.rules).list($0) }, document: { RuleBook(policy.rules).json(answer.language) }).give(answer)
            return .well
        }
        let page = try Self.page(of: rule, in: policy, answer.language)
        try Answer(text: { page.text($0) }, document: { page.json(answer.language) }).give(answer)
        return .well
    }

    private static func page(of id: String, in policy: PolicySet, _ language: Language) throws(Failure) -> RulePage {
        if let rule = policy.rule(id) { return .rule(rule) }
        if let own = EngineFinding(rawValue: id) { return .engine(own) }
        throw PolicyDoor.noSuchRule(id, among: policy.rules.map(\.id.text) + EngineFinding.allCases.map(\.rawValue), language)
    }

    // MARK: On an order

    private func explain(_ rule: String, on order: String) throws(Failure) -> ExitStatus {
        let language = answer.language
        let session = try ClientSession(client, moment, above: order, language)
        session.warnOfFaults()
        let read = try OrderDoor(order, in: session)
        let check = try CheckRun(session, read).check()
        var (texts, log) = (session.folder.texts, DiagnosticLog())
        let policy = PolicySet.load(for: session.folder, texts: &texts, log: &log)
        if log.count > 0 { Terminal.tell(log, texts, language) }
        guard let inquiry = policy.inquiry(into: rule, of: check.facts, in: session.inventory.client.timezone) else {
            throw PolicyDoor.noSuchRule(rule, among: policy.rules.map(\.id.text), language)
        }
        let report = InquiryReport(inquiry, order: check.order.id.text, chosen: try chosen(of: inquiry))
        try Answer(text: { report.text($0) }, document: { report.json(language) }).give(answer)
        return .well
    }

    /// The cases that are asked for; nil where all are.
    private func chosen(of inquiry: RuleInquiry) throws(Failure) -> [RuleInquiry.Case]? {
        guard step != nil || subject != nil else { return nil }
        let chosen = inquiry.cases.filter { found in
            let isOfStep = step.map { $0 == found.step?.text } ?? true
            return isOfStep && (subject.map { name in found.names.contains { $0.subject.isNamed(name) } } ?? true)
        }
        guard chosen.isEmpty else { return chosen }
        let known = subject == nil ? inquiry.cases.compactMap(\.step?.text) : inquiry.cases.flatMap { $0.names.map(\.subject.label.text) }
        let near = suggestion(for: subject ?? step ?? "", among: known).map { [Phrase.didYouMean([$0])] } ?? []
        throw .usage(Diagnostic("no-such-subject", .error, .notAsked(inquiry.rule.id.text), help: near), answer.language)
    }
}

extension Finding.Subject {
    fileprivate func isNamed(_ name: String) -> Bool { label.text == name || key.text == name }
}

extension Phrase {
    fileprivate static func notAsked(_ rule: String) -> Phrase {
        Phrase(en: "`\(rule)` is asked of no such step and subject", ru: "о таком шаге и объекте `\(rule)` не спрашивает")
    }
}
