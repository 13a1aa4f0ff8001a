package import Diagnostics
package import Inventories
package import LocatedYAML
package import Plants
package import Rehearsals
import Times

/// The rules by which a client's orders are judged: packs as the client's `policy.yaml` uses them.
///
/// Made by `load`, which reports all that is wrong with packs and policy. What is sound counts; each error makes a `rule-failed`
/// finding, so that nothing is judged more kindly because of a typing error.
package struct PolicySet: Sendable {
    /// The rules in force, in the order of their ids.
    package var rules: [Rule] { compiled.map(\.rule) }
    /// How long each kind of evidence holds.
    package internal(set) var shelfLife = ShelfLife(periods: [:])
    /// Which possible effects of verbs count.
    package internal(set) var effects = Effects(possible: [:])

    var compiled: [CompiledRule] = []
    /// What was wrong with packs and policy.
    var faults: [Diagnostic] = []

    /// The rule with an id; nil where no pack in use has it.
    package func rule(_ id: String) -> Rule? {
        compiled.first { $0.id.text == id }?.rule
    }

    /// What the rules say of the facts.
    ///
    /// - Parameter tracesReads: whether members say what the rules read of the facts, on which an answer would rest.
    package func judge(_ facts: Facts, in surroundings: Surroundings, tracesReads: Bool = true) -> Judgement {
        var judge = Judge(self, Scene(facts, surroundings, tracesReads: tracesReads))
        return judge.judge()
    }
}

/// What the rules said of an order's facts.
package struct Judgement: Sendable {
    /// The facts that were judged, with people added who are asked only because the client names nobody else; findings refer to them.
    package var facts: Facts
    /// The gravest first, by level and by the harm that they tell of; then by step and rule.
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

extension PolicySet {
    /// The rules that come with the program, as a client without a `policy.yaml` uses them.
    package static func shipped() -> PolicySet {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let set = load(client: nil, of: nil, texts: &texts, log: &log)
        precondition(!log.hasErrors, "the rules that come with the program are sound")
        return set
    }

    /// Reads the packs that a client's `policy.yaml` uses.
    ///
    /// - Parameters:
    ///   - packs: packs at hand beside those that come with the program.
    ///   - client: `policy.yaml`; nil uses the pack `do-no-harm` whole.
    ///   - inventory: whose contacts can approve; nil takes every name.
    ///   - texts: takes in the texts of the packs, so that places in them can be shown.
    package static func load(
        packs: [PackText] = [], client: NodeTree?, of inventory: Inventory?, texts: inout SourceTexts, log: inout DiagnosticLog
    ) -> PolicySet {
        var loader = PolicyLoader(inventory)
        loader.load(packs, client, &texts)
        log.add(contentsOf: loader.log)
        var set = loader.set
        set.faults = loader.log.kept.filter { $0.severity == .error }
        set.compiled.sort { $0.id.precedes($1.id) }
        return set
    }

    /// What a client's `policy.yaml` and the packs that it uses say of evidence and verbs, without reading a rule; what is wrong with
    /// them is not told.
    ///
    /// - Parameter client: `policy.yaml`; nil uses the pack `do-no-harm`.
    package static func parameters(packs: [PackText] = [], client: NodeTree?) -> (shelfLife: ShelfLife, effects: Effects) {
        var loader = PolicyLoader(nil, readsRules: false)
        var texts = SourceTexts()
        loader.load(packs, client, &texts)
        return (loader.set.shelfLife, loader.set.effects)
    }
}
