package import Diagnostics
package import Inventories
package import Times

/// What the engine itself asks of the client's folder when facts are judged, beside the facts.
package struct Surroundings: Sendable {
    /// In which moments are written for people.
    package var timezone: TimeZoneRules
    /// In which the client is asked.
    package var language = Language.en
    /// Whom to ask where nobody else is named.
    package var questionsTo: [Contact]
    /// Texts that could not be read, and references that lead nowhere: what was dropped of the record.
    package var unreadableFiles: [Diagnostic] = []
    package var brokenReferences: [Diagnostic] = []
    /// The record has services at all.
    package var hasServices = true
    /// The order has steps: without any there is nothing to judge.
    package var hasSteps = true

    /// Somebody to ask.
    package struct Contact: Sendable {
        package var id: Symbol
        package var name: Symbol

        package init(id: Symbol, name: Symbol) {
            self.id = id
            self.name = name
        }
    }

    package init(timezone: TimeZoneRules, questionsTo: [Contact] = []) {
        self.timezone = timezone
        self.questionsTo = questionsTo
    }

    /// What a client's folder says.
    package init(_ inventory: Inventory) {
        timezone = inventory.client.timezone
        language = inventory.client.language
        questionsTo = inventory.client.questionsTo.map { contact in
            Contact(id: inventory.contacts[contact].id, name: inventory.contacts[contact].name)
        }
        unreadableFiles = inventory.unreadableFiles
        brokenReferences = inventory.brokenReferences
        hasServices = inventory.services.count > 0
    }
}
