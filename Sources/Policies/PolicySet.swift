package import Diagnostics
package import Inventories
package import LocatedYAML
package import Plants
package import Rehearsals

/// The rules by which a client's orders are judged: packs as the client's `policy.yaml` uses them.
///
/// Made by `load`, which reports all that is wrong with packs and policy. What could be read counts; a rule that could not be read is
/// an error in the log and makes a `rule-failed` finding, so that nothing is judged more kindly because of a typing error.
package struct PolicySet: Sendable {
    /// The rules in force, in the order of their ids.
    package private(set) var rules: [Rule] = []
    /// How long each kind of evidence holds.
    package private(set) var shelfLife = ShelfLife(periods: [:])
    /// Which possible effects of verbs count.
    package private(set) var effects = Effects(possible: [:])

    /// The rules that come with the program, as a client without a `policy.yaml` uses them.
    package static func shipped() -> PolicySet {
        preconditionFailure("the rules are not linked")
    }

    /// Reads the packs that a client's `policy.yaml` uses.
    ///
    /// - Parameters:
    ///   - packs: all packs at hand; `PackText.shipped` holds those that come with the program.
    ///   - client: `policy.yaml`; nil uses the pack `do-no-harm` whole.
    ///   - inventory: whose contacts can approve; nil takes every name.
    ///   - texts: takes in the texts of the packs, so that diagnostics can show places in them.
    package static func load(
        packs: [PackText], client: NodeTree?, of inventory: Inventory?, texts: inout SourceTexts, log: inout DiagnosticLog
    ) -> PolicySet {
        preconditionFailure("the rules are not linked")
    }

    /// The rule with an id; nil where no pack in use has it.
    package func rule(_ id: String) -> Rule? {
        rules.first { $0.id.text == id }
    }

    /// What the rules say of the facts.
    package func judge(_ facts: Facts, in surroundings: Surroundings) -> Judgement {
        preconditionFailure("the rules are not linked")
    }
}

/// What the rules said of an order's facts.
package struct Judgement: Sendable {
    /// The facts that were judged, with people added who are asked only because the client names nobody else; findings refer to them.
    package var facts: Facts
    /// By level, the gravest first, then by step and rule.
    package var findings: [Finding] = []
    /// Exemptions of the client that are in force and took something away.
    package var exemptions: [UsedExemption] = []
}

/// An exemption of the client that took something away.
package struct UsedExemption: Sendable {
    package var rule: Symbol
    package var reason: Symbol
    package var approvedBy: Symbol
    /// As written.
    package var expires: Symbol
    package var place: Span
    /// What would have been found, as people name it.
    package var subjects: [Symbol]
}

/// The text of a pack's files.
package struct PackText: Sendable {
    package var name: String
    /// `pack.yaml` and one file for each rule, named by their paths as people know them.
    package var files: [SourceText]

    package init(name: String, files: [SourceText]) {
        self.name = name
        self.files = files
    }
}
