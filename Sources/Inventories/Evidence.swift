package import Diagnostics
package import Times

/// Where a fact comes from; the shelf life of a fact depends on it.
package enum EvidenceSource: String, CaseIterable, Sendable, BitwiseCopyable {
    case traced, lldp
    case macTable = "mac-table"
    case label, photo, document, statement, hearsay
}

/// Who stands behind a fact.
package enum Witness: Hashable, Sendable, BitwiseCopyable {
    case contact(Ref<Contact>)
    /// A name that is no contact of the client: counts as hearsay.
    case text(Symbol)
}

/// Source, moment and person behind a fact. Equal evidence is kept once.
package struct Evidence: Hashable, Sendable, BitwiseCopyable {
    package var source: EvidenceSource
    package var seen: Timestamp?
    package var by: Witness?

    package init(source: EvidenceSource, seen: Timestamp?, by: Witness?) {
        self.source = source
        self.seen = seen
        self.by = by
    }
}

/// What kind of thing a fact claims; each has its own shelf life.
package enum Claim: String, CaseIterable, Sendable, BitwiseCopyable {
    /// What is at the other end, who owns it.
    case identity
    /// Whether something is plugged.
    case occupancy
    /// Whether it is up, fed, saved.
    case state
}

/// "This port was seen to hold a cord", or seen to hold none.
package struct OccupancyClaim: Sendable, BitwiseCopyable {
    package var port: Ref<Port>
    package var isOccupied: Bool
    package var evidence: Ref<Evidence>?
}

/// Somebody looked at a whole place: only here "not written" can mean "empty".
package struct Survey: Sendable {
    package var scope: Selector
    package var evidence: Ref<Evidence>?
    package var isComplete: Bool
}

/// What a person said before any question was put; reported, so it proves little.
package struct Statement: Sendable {
    /// What a statement comes to.
    package enum Says: String, CaseIterable, Sendable {
        case authorises, owns, disclaims
        case doesNotKnow = "does-not-know"
        case refuses
        case heardFrom = "heard-from"
    }

    package var by: Ref<Contact>?
    /// The speaker as written, when he is no contact.
    package var speaker: Symbol
    package var seen: Timestamp?
    package var says: Says
    package var about: ObjectRef?
    package var aboutText: Symbol
    package var words: Symbol
}

/// Something that is out at present: a fault, a drained unit, a notice, gear that is already dead.
package struct PlantState: Sendable {
    package var what: Selector
    package var condition: Symbol
    package var kind: Symbol
    package var since: Timestamp?
    package var until: Timestamp?
    package var evidence: Ref<Evidence>?
}

/// Any object that an inventory names and that somebody can own, touch or speak about.
package enum ObjectRef: Hashable, Sendable, BitwiseCopyable {
    case site(Ref<Site>)
    case location(Ref<Location>)
    case rack(Ref<Rack>)
    case device(Ref<Device>)
    case module(Ref<Module>)
    case port(Ref<Port>)
    case cable(Ref<Cable>)
    case circuit(Ref<Circuit>)
    case service(Ref<Service>)
    case powerPanel(Ref<PowerPanel>)
}
