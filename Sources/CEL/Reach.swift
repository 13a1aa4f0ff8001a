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
        let worlds = (0..<1 << UInt32(atoms.count)).lazy.map { UInt32($0) }.filter { consistency.admits($0) }
        let holding = worlds.filter { condition.holds(in: $0) }
        if holding.isEmpty { return [impossibility(worlds)] }
        var faults: [ReachFault] = []
        if !isConstant(condition), worlds.count == holding.count { faults.append(ReachFault(kind: .alwaysHolds, range: range(condition))) }
        var idle: [Condition] = []
        collectIdle(condition, Array(holding), &idle)
        return faults + idle.map { ReachFault(kind: .idle, range: range($0)) }
    }

    /// The smallest thing that cannot hold: one operand of the outermost `&&`, two of them, or the whole.
    private func impossibility(_ worlds: some Collection<UInt32>) -> ReachFault {
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

/// Which atoms can be true together.
struct Consistency {
    /// Each gives whether an assignment of truth to the atoms, a bit for each, can be.
    private var tests: [@Sendable (UInt32) -> Bool] = []

    func admits(_ world: UInt32) -> Bool { tests.allSatisfy { $0(world) } }

    init(_ atoms: [Condition.Atom], _ laws: FieldLaws) {
        for (place, atom) in atoms.enumerated() {
            for (other, second) in atoms.enumerated() where other != place { relate(place, atom, other, second) }
        }
        addRecordLaws(atoms, laws)
        addValues(atoms)
    }

    /// The atom at one place being so excludes that the one at another is so.
    private mutating func exclude(_ one: Int, _ isOne: Bool, _ two: Int, _ isTwo: Bool) {
        tests.append { !(($0 >> UInt32(one) & 1 == 1) == isOne && ($0 >> UInt32(two) & 1 == 1) == isTwo) }
    }

    private mutating func relate(_ one: Int, _ first: Condition.Atom, _ two: Int, _ second: Condition.Atom) {
        switch (first, second) {
        case (.less(let left, let right), .less(let other, let third)) where left == third && right == other: exclude(one, true, two, true)
        case (.less(let left, let right), .same(let other, let third)) where [left, right].sorted() == [other, third].sorted():
            exclude(one, true, two, true)
        // What is true where the default would be false is there.
        case (.fallback(let term, let byDefault), .present(let other)) where term == other: exclude(one, !byDefault, two, false)
        case (.fallback(let term, true), .fallback(let other, false)) where term == other: exclude(one, false, two, true)
        default: break
        }
    }

    private mutating func addRecordLaws(_ atoms: [Condition.Atom], _ laws: FieldLaws) {
        var fields: [String: [(claim: (String, Bool), record: Symbol, place: Int)]] = [:]
        for (place, atom) in atoms.enumerated() {
            guard case .field(let owner, let record, let field, let isPresence) = atom else { continue }
            fields[owner, default: []].append(((field, isPresence), record, place))
        }
        for entries in fields.values {
            for exclusion in laws.exclusions(entries[0].record) {
                let places = exclusion.map { claim in
                    entries.first { $0.claim == (claim.field, claim.isPresence) }.map { (bit: UInt32($0.place), truth: claim.truth) }
                }
                let known = places.compactMap(\.self)
                guard known.count == exclusion.count else { continue }
                tests.append { world in !known.allSatisfy { (world >> $0.bit & 1 == 1) == $0.truth } }
            }
        }
    }

    /// A term is at most one of the values that it is compared with, and numbers keep their order.
    private mutating func addValues(_ atoms: [Condition.Atom]) {
        var terms: [String: [(place: Int, value: Condition.Value)]] = [:]
        for (place, atom) in atoms.enumerated() {
            guard case .value(let term, let value) = atom else { continue }
            terms[term, default: []].append((place, value))
        }
        for (term, entries) in terms {
            let texts = entries.filter { if case .text = $0.value { true } else { false } }.map(\.place)
            if texts.count > 1 { tests.append { world in texts.count { world >> UInt32($0) & 1 == 1 } <= 1 } }
            let numbers = entries.filter { if case .text = $0.value { false } else { true } }
            if !numbers.isEmpty {
                // How many there are is never negative.
                let least: Int64 = term.hasSuffix(".size()") ? 0 : .min
                tests.append { world in Self.hasNumber(numbers.map { ($0.value, world >> UInt32($0.place) & 1 == 1) }, atLeast: least) }
            }
        }
    }

    /// Whether a whole number is as all of the comparisons say.
    private static func hasNumber(_ comparisons: [(Condition.Value, Bool)], atLeast least: Int64) -> Bool {
        var (low, high) = (least, Int64.max)
        var excluded: Set<Int64> = []
        for (value, isTrue) in comparisons {
            switch value {
            case .below(let bound):
                if isTrue {
                    if bound == .min { return false }
                    high = min(high, bound - 1)
                } else {
                    low = max(low, bound)
                }
            case .number(let number):
                if isTrue {
                    low = max(low, number)
                    high = min(high, number)
                } else {
                    excluded.insert(number)
                }
            case .text: break
            }
        }
        while low <= high, excluded.contains(low), low < .max { low += 1 }
        return low <= high && !excluded.contains(low)
    }
}
