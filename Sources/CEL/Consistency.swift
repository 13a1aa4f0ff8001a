import Diagnostics

/// Which atoms can be true together.
struct Consistency {
    /// Each gives whether an assignment of truth to the atoms, a bit for each, can be.
    private var tests: [@Sendable (UInt32) -> Bool] = []

    init(_ atoms: [Condition.Atom], _ laws: FieldLaws) {
        for (place, atom) in atoms.enumerated() {
            for (other, second) in atoms.enumerated() where other != place { relate(place, atom, other, second) }
        }
        addRecordLaws(atoms, laws)
        addValues(atoms)
    }

    /// Whether the atoms whose bits are set can be true while the others are false.
    func admits(_ world: UInt32) -> Bool { tests.allSatisfy { $0(world) } }

    /// Whether a condition over so many atoms holds nowhere.
    func admitsNone(of condition: Condition, _ count: Int) -> Bool {
        !(0..<UInt32(1) << UInt32(count)).contains { admits($0) && condition.holds(in: $0) }
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
        case (.fallback(let term, let byDefault), .field(let owner, _, let field, true)) where term == "\(owner).\(field)":
            exclude(one, !byDefault, two, false)
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
