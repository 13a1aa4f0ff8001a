package import Diagnostics

/// What the host knows of its records beyond their types: by it conditions are found that cannot hold.
package struct FieldLaws: Sendable {
    /// What is said of one field: that it is true, that it is false, that it is there, that it is not.
    package struct Claim: Hashable, Sendable {
        package let field: String
        package let isPresence: Bool
        package let truth: Bool

        package init(_ field: String, isPresence: Bool = false, is truth: Bool) {
            self.field = field
            self.isPresence = isPresence
            self.truth = truth
        }
    }

    /// The texts that a field can hold, besides none; nil where it can hold any.
    package let words: @Sendable (_ record: Symbol, _ field: String) -> [String]?
    /// Claims about one record that never hold together.
    package let exclusions: @Sendable (_ record: Symbol) -> [[Claim]]

    package init(
        words: @escaping @Sendable (_ record: Symbol, _ field: String) -> [String]?,
        exclusions: @escaping @Sendable (_ record: Symbol) -> [[Claim]]
    ) {
        self.words = words
        self.exclusions = exclusions
    }
}

/// Something in a condition that can only be a mistake.
package struct ReachFault: Sendable {
    /// What is wrong with a part.
    package enum Kind: Sendable {
        /// A text that the field never holds; what it can hold.
        case neverSaid(String, known: [String])
        /// The condition can never be true.
        case neverHolds
        /// Two parts that must both hold and cannot; where the other one is.
        case contradicts(Range<Int>)
        /// An operand that is never true where the whole is.
        case idle
        /// The condition is always true, and does not look so.
        case alwaysHolds
    }

    package let kind: Kind
    /// UTF-8 offsets into the expression.
    package let range: Range<Int>
}

extension Program {
    /// What can be told of a condition without facts, from its form and what the host knows of its records.
    ///
    /// Every way in which the atomic parts can be true or false is tried, but for those that contradict each other. A condition
    /// with too many atomic parts is not judged. Nothing is claimed that some facts could refute.
    package func reachFaults(by laws: FieldLaws) -> [ReachFault] {
        guard type == .bool else { return [] }
        var reader = ConditionReader(checked, environment, laws)
        let condition = reader.formula(checked.syntax.root)
        guard reader.faults.isEmpty else { return reader.faults }
        return ReachStudy(checked, condition, reader.atoms, laws).faults
    }
}

/// Tries all ways in which the atoms of a condition can be true.
struct ReachStudy {
    private let checked: CheckedSyntax
    private let condition: Condition
    private let atoms: [Condition.Atom]
    private let consistency: Consistency
    private static let atomLimit = 14

    init(_ checked: CheckedSyntax, _ condition: Condition, _ atoms: [Condition.Atom], _ laws: FieldLaws) {
        self.checked = checked
        self.condition = condition
        self.atoms = atoms
        consistency = Consistency(atoms, laws)
    }

    var faults: [ReachFault] {
        guard atoms.count <= Self.atomLimit else { return [] }
        let worlds = (0..<UInt32(1) << UInt32(atoms.count)).filter { consistency.admits($0) }
        let holding = worlds.filter { condition.holds(in: $0) }
        if holding.isEmpty { return [impossibility(worlds)] }
        var faults: [ReachFault] = []
        if !isConstant(condition), worlds.count == holding.count { faults.append(ReachFault(kind: .alwaysHolds, range: range(condition))) }
        var idle: [Condition] = []
        collectIdle(condition, holding, &idle)
        return faults + idle.map { ReachFault(kind: .idle, range: range($0)) }
    }

    /// The smallest thing that cannot hold: one operand of the outermost `&&`, two of them, or the whole.
    private func impossibility(_ worlds: [UInt32]) -> ReachFault {
        guard case .all(_, let terms) = condition else { return ReachFault(kind: .neverHolds, range: range(condition)) }
        for term in terms where !worlds.contains(where: { term.holds(in: $0) }) { return ReachFault(kind: .neverHolds, range: range(term)) }
        for (place, term) in terms.enumerated() {
            for other in terms[..<place] where !worlds.contains(where: { term.holds(in: $0) && other.holds(in: $0) }) {
                return ReachFault(kind: .contradicts(range(other)), range: range(term))
            }
        }
        return ReachFault(kind: .neverHolds, range: range(condition))
    }

    /// Operands of `||` that are true in no world in which the whole is, the outermost only.
    private func collectIdle(_ part: Condition, _ holding: [UInt32], _ idle: inout [Condition]) {
        switch part {
        case .all(_, let terms): for term in terms { collectIdle(term, holding, &idle) }
        case .any(_, let terms):
            for term in terms where !isConstant(term) {
                if holding.contains(where: { term.holds(in: $0) }) { collectIdle(term, holding, &idle) } else { idle.append(term) }
            }
        case .constant, .atom, .not, .choice: break
        }
    }

    private func isConstant(_ part: Condition) -> Bool {
        if case .constant = part { true } else { false }
    }

    private func range(_ part: Condition) -> Range<Int> { checked.syntax[part.node].range }
}
