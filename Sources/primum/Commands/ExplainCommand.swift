import ArgumentParser
import Diagnostics
import Inventories
import Policies
import Reports

/// `primum explain`: a rule's reason and how its findings go away.
struct ExplainCommand: Action {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule: its reason, its condition, its level, examples, and how its findings are settled.",
        discussion: """
            Rules are those of the client's policy where there is a client's folder, else those that come with the program. \
            Without a rule all of them are listed.

            Examples:
              primum explain unknown-link
              primum explain --lang ru

            Exit status: 0; 64 for a rule that there is not.
            """)

    @Argument(help: "The rule's id, as it stands in brackets before a finding.")
    var rule: String?

    @OptionGroup var client: ClientOptions
    @OptionGroup var answer: AnswerOptions

    func work() throws(Failure) -> ExitStatus {
        let policy = try policy()
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
        let known = policy.rules.map(\.id.text) + EngineFinding.allCases.map(\.rawValue)
        let near = suggestion(for: id, among: known).map { [Phrase.didYouMean([$0])] } ?? [.listThem]
        throw .usage(Diagnostic("no-such-rule", .error, .noSuchRule(id), help: near), language)
    }

    /// The client's rules where there is a client, else the shipped ones.
    private func policy() throws(Failure) -> PolicySet {
        let door: ClientDoor
        do {
            door = try ClientDoor.find(client, answer.language)
        } catch {
            if client.client != nil { throw error }
            return .shipped()
        }
        let folder = try door.read(deviceTypes: client.deviceTypes)
        var (texts, log) = (folder.texts, DiagnosticLog())
        let policy = PolicySet.load(for: folder, texts: &texts, log: &log)
        if log.count > 0 { Terminal.tell(log, texts, answer.language) }
        return policy
    }
}

extension Phrase {
    fileprivate static func noSuchRule(_ id: String) -> Phrase {
        Phrase(en: "there is no rule `\(id)`", ru: "правила `\(id)` нет")
    }

    fileprivate static let listThem = Phrase(
        en: "all rules are listed by: primum explain", ru: "все правила перечисляет команда: primum explain")
}
