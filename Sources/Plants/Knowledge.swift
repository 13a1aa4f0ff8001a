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

    /// No value, and nobody who says one.
    package static var unknown: Knowledge {
        Knowledge(isKnown: false, isFresh: false, isConflicting: false, value: nil, alternatives: [], evidence: [], until: nil)
    }

    /// One value, fresh and unopposed; `until` nil when it does not expire.
    package static func known(_ value: Value, _ evidence: [Ref<Evidence>], until: Timestamp?) -> Knowledge {
        Knowledge(isKnown: true, isFresh: true, isConflicting: false, value: value, alternatives: [], evidence: evidence, until: until)
    }

    /// A value that was known once, or that nobody stands behind.
    package static func expired(_ value: Value, _ evidence: [Ref<Evidence>]) -> Knowledge {
        Knowledge(isKnown: false, isFresh: false, isConflicting: false, value: value, alternatives: [], evidence: evidence, until: nil)
    }

    /// Values that exclude each other.
    package static func conflicting(_ alternatives: [Value], _ evidence: [Ref<Evidence>]) -> Knowledge {
        Knowledge(
            isKnown: false, isFresh: false, isConflicting: true, value: nil, alternatives: alternatives, evidence: evidence, until: nil)
    }

    /// The same standing of another value.
    package func map<Other>(_ transform: (Value) -> Other) -> Knowledge<Other> {
        Knowledge<Other>(
            isKnown: isKnown, isFresh: isFresh, isConflicting: isConflicting, value: value.map(transform),
            alternatives: alternatives.map(transform), evidence: evidence, until: until)
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
    ///
    /// What somebody says who is no contact of the client counts as hearsay (decisions.md).
    package func end(of claim: Claim, _ evidence: Evidence) -> Timestamp? {
        var source = evidence.source
        if case .text = evidence.by { source = .hearsay }
        guard let seen = evidence.seen, let period = periods[claim]?[source] else { return nil }
        return seen + period
    }
}
