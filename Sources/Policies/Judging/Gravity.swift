import Diagnostics
import Inventories
import Rehearsals

/// How much a finding tells of harm: among findings of one level, the one that says most comes first.
package struct Gravity: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Services that the finding's steps stop for certain.
    package var certain = 0
    /// Services that the steps may stop.
    package var possible = 0
    /// One of the steps cannot be taken back.
    package var irreversible = false
    /// How near what the finding is about stands to the harm: 3 for the harm itself, 2 for what is taken away, 1 for the step.
    package var nearness = 0

    package init() {}

    package static func < (left: Gravity, right: Gravity) -> Bool { left.key < right.key }

    private var key: (Int, Int, Int, Int) { (certain, possible, irreversible ? 1 : 0, nearness) }
}

extension Facts {
    /// The gravity of a finding about rows of one kind at some steps, with the impacts that begin there.
    func gravity(of kind: Symbol, at steps: [Ref<StepFact>], _ impacts: [Ref<ImpactFact>]) -> Gravity {
        var gravity = Gravity()
        let rows = impacts.map { self.impacts[Int($0.index)] }
        gravity.certain = Set(rows.filter { $0.certainty == "certain" }.map(\.service)).count
        gravity.possible = Set(rows.filter { $0.certainty == "possible" }.map(\.service)).count
        gravity.irreversible = steps.contains { self.steps[Int($0.index)].irreversible }
        gravity.nearness =
            switch kind {
            case ImpactFact.word: 3
            case LinkFact.word, CableFact.word, SupplyFact.word: 2
            case StepFact.word: 1
            default: 0
            }
        return gravity
    }
}
