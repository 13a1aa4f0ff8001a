/// How well it is shown who said something; the least one is the last.
package enum Grade: String, Comparable, CaseIterable, Sendable {
    /// Signed with a vouched key, or by hand on the printed sheet that bears the digest of the questions.
    case a = "A"
    /// Signed with a key that only we claim; it counts as C until the party vouches for that very key.
    case b = "B"
    /// Written, and the carrier kept: the raw mail, the scan of a page.
    case c = "C"
    /// Reported by one of us. It never settles anything.
    case d = "D"

    package static func < (left: Grade, right: Grade) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .a: 3
        case .b: 2
        case .c: 1
        case .d: 0
        }
    }

    /// True where it reaches a grade that policy names; D reaches none, and B no further than C.
    package func reaches(_ wanted: Grade) -> Bool {
        self != .d && (wanted == .a ? self == .a : true)
    }
}

/// Whose a key is, as the record has it.
package enum KeyStanding: Hashable, Sendable {
    /// The party has vouched that it is this contact's.
    case vouched(contact: String)
    /// Only we say that it is this contact's.
    case claimed(contact: String)
    case stranger
}

/// That a key counts no more.
package struct Revocation: Hashable, Sendable {
    /// The entry that says so: what stands behind it does not count.
    package let entry: Int
    /// The time from which it may have been in other hands; what was entered since is doubtful. In seconds since 1970; nil for none.
    package let lostSince: Int64?

    package init(entry: Int, lostSince: Int64? = nil) {
        self.entry = entry
        self.lostSince = lostSince
    }
}
