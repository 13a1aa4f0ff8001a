package import Inventories
package import Times

/// One fact as it stands at a moment: known, unknown, expired or conflicting (decisions.md).
package struct Knowledge<Value: Hashable & Sendable>: Sendable {
    /// One value, fresh and unopposed.
    package var isKnown: Bool
    /// The evidence has not expired at `now`.
    package var isFresh: Bool
    package var isConflicting: Bool
    /// Kept when expired; nil when absent or conflicting.
    package var value: Value?
    /// Only when conflicting.
    package var alternatives: [Value]
    package var evidence: [Ref<Evidence>]
    /// Until when it is good; nil when it does not expire or is not known.
    package var until: Timestamp?

    package static var unknown: Knowledge {
        Knowledge(isKnown: false, isFresh: false, isConflicting: false, value: nil, alternatives: [], evidence: [], until: nil)
    }
}

/// How long a claim holds by its source: a policy's parameter `shelf_life`.
///
/// Keys are a claim and a source, or a claim and `any`; what is not named never counts as fresh.
package struct ShelfLife: Sendable {
    package var periods: [Claim: [EvidenceSource: Period]]

    package init(periods: [Claim: [EvidenceSource: Period]]) {
        self.periods = periods
    }

    /// Until when a claim with this evidence is good; nil when it never was.
    package func end(of claim: Claim, _ evidence: Evidence) -> Timestamp? {
        guard let seen = evidence.seen, let period = periods[claim]?[evidence.source] else { return nil }
        return seen + period
    }
}
