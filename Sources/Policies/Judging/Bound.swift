import CEL
import Diagnostics
import Inventories
import Rehearsals

/// One binding of a rule's names.
struct Bound {
    /// In the order of the rule's `for`.
    let values: [Value]
    let subjects: [Finding.Subject]
    /// The step that is bound, or to which what is bound belongs.
    let step: Ref<StepFact>?
    let rank: Rank
    /// Of the rule, the step, and what else is bound.
    let fingerprint: String

    /// How bad it is: the greater, the worse.
    struct Rank: Comparable {
        /// 2 for what is surely taken away, 1 for what possibly is.
        var hit = 0
        /// Of an impact: at worst, at best.
        var impact = 0

        static func < (left: Rank, right: Rank) -> Bool { (left.hit, left.impact) < (right.hit, right.impact) }
    }
}

extension Facts {
    /// The fields of a bound row that say how bad it is.
    func rank(_ word: Symbol, _ row: Int) -> Bound.Rank {
        switch word {
        case LinkFact.word: Bound.Rank(hit: links[row].hit == "certain" ? 2 : links[row].hit == "possible" ? 1 : 0)
        case ImpactFact.word:
            Bound.Rank(impact: Self.severity(impacts[row].atWorst) * 4 + Self.severity(impacts[row].atBest))
        case ServiceFact.word: Bound.Rank(impact: services[row].criticality == "life-safety" ? 1 : 0)
        default: Bound.Rank()
        }
    }

    /// An impact's level as a number, `no-impact` being 0.
    private static func severity(_ level: Symbol) -> Int {
        ["no-impact", "reduced-redundancy", "degraded", "outage"].firstIndex(of: level.text) ?? 0
    }

    /// The step to which a row belongs that is no step itself.
    func step(of word: Symbol, _ row: Int) -> Ref<StepFact>? {
        switch word {
        case StepFact.word: Ref(row)
        case ImpactFact.word: impacts[row].step
        case DemandFact.word: demands[row].step
        default: nil
        }
    }
}

/// Compares names as people order them: `PP-1:2` before `PP-1:10`.
func precedesNaturally(_ left: String, _ right: String) -> Bool {
    var (one, two) = (Array(left.unicodeScalars)[...], Array(right.unicodeScalars)[...])
    while let first = one.first, let second = two.first {
        let (digits, others) = (one.prefix(while: isDigit), two.prefix(while: isDigit))
        if !digits.isEmpty, !others.isEmpty {
            let (number, other) = (digits.drop { $0 == "0" }, others.drop { $0 == "0" })
            if number.count != other.count { return number.count < other.count }
            if !number.elementsEqual(other) { return number.lexicographicallyPrecedes(other) }
            one = one.dropFirst(digits.count)
            two = two.dropFirst(others.count)
        } else {
            if first != second { return first < second }
            one = one.dropFirst()
            two = two.dropFirst()
        }
    }
    return one.count < two.count || one.isEmpty && two.isEmpty && left.utf8.lexicographicallyPrecedes(right.utf8)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
