import Diagnostics
import Inventories
import Policies

/// The rules that a command speaks of.
enum PolicyDoor {
    /// The client's rules where there is a client, else those that come with the program; what is wrong with them is told.
    static func rules(of client: ClientOptions, _ language: Language) throws(Failure) -> PolicySet {
        let door: ClientDoor
        do {
            door = try ClientDoor.find(client, language)
        } catch {
            if client.client != nil { throw error }
            return .shipped()
        }
        let folder = try door.read(deviceTypes: client.deviceTypes)
        var (texts, log) = (folder.texts, DiagnosticLog())
        let policy = PolicySet.load(for: folder, texts: &texts, log: &log)
        if log.count > 0 { Terminal.tell(log, texts, language) }
        return policy
    }

    /// What is said of a rule that there is not.
    static func noSuchRule(_ id: String, among known: [String], _ language: Language) -> Failure {
        let near = suggestion(for: id, among: known).map { [Phrase.didYouMean([$0])] } ?? [.listThem]
        return .usage(Diagnostic("no-such-rule", .error, .noSuchRule(id), help: near), language)
    }
}

extension Phrase {
    fileprivate static func noSuchRule(_ id: String) -> Phrase {
        Phrase(en: "there is no rule `\(id)`", ru: "правила `\(id)` нет")
    }

    fileprivate static let listThem = Phrase(
        en: "all rules are listed by: primum explain", ru: "все правила перечисляет команда: primum explain")
}
