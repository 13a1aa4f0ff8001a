package import Diagnostics
package import Times

/// An organisation or department that can own, administer, serve or speak.
package struct Party: Sendable {
    /// What a party is to the client.
    package enum Kind: String, CaseIterable, Sendable {
        case department, contractor, vendor, provider, client
    }

    package var id: Symbol
    package var kind: Kind
    package var name: Symbol
    package var under: Ref<Party>?
    package var recordAddress: Symbol?
}

/// What a person may decide: a verb of the orders, everything of that kind, or one of the acts that `any` does not include.
package enum Authorisable: Hashable, Sendable, BitwiseCopyable {
    /// All verbs of orders; never `people`, `overrule`, `policy`, `release`.
    case any
    case verb(Verb)
    case people, overrule, policy, release
}

/// Over which objects a person may decide which actions, and until when.
package struct Authority: Sendable {
    package var over: Selector
    package var may: [Authorisable]
    package var until: Timestamp?
}

/// A person of a party.
package struct Contact: Sendable {
    package var id: Symbol
    package var name: Symbol
    package var party: Ref<Party>
    package var email: Symbol?
    package var phone: Symbol?
    /// When the person can be reached; nil when nobody wrote it.
    package var reach: OpeningHours?
    package var deputy: Ref<Contact>?
    package var keys: [Symbol]
    package var authority: [Authority]
}

/// What two parties agreed on.
package struct Contract: Sendable {
    /// Something that has been allowed once and for all.
    package struct Standing: Sendable {
        package var by: Ref<Contact>?
        package var may: [Authorisable]
        package var into: Symbol?
        package var over: Selector
        package var until: Timestamp?
    }

    /// Somebody who decides when something goes wrong, and how soon.
    package struct Resolver: Sendable {
        package var contact: Ref<Contact>
        package var within: Period?
    }

    package var id: Symbol
    package var between: [Ref<Party>]
    package var covers: Selector
    package var clause: Symbol?
    package var downtime: Period?
    package var standing: [Standing]
    package var resolves: [Resolver]
    package var pays: [(what: Symbol, party: Ref<Party>)]
}

/// What the client's people would miss.
package struct Service: Sendable {
    /// How much the client's people would miss it, the least first.
    package enum Criticality: String, CaseIterable, Comparable, Sendable, BitwiseCopyable {
        case low, normal, high
        case lifeSafety = "life-safety"

        package static func < (left: Criticality, right: Criticality) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }

    /// One way that the service needs: every `from` reaches some `to`.
    package struct Path: Sendable {
        package var from: Selector
        package var to: Selector
        /// How many ways must stand for the service not to be degraded.
        package var atLeast: Int
    }

    /// What a service does when it loses a way.
    package struct Reaction: Sendable {
        package var after: Period?
        package var how: Symbol
        package var isReversible: Bool?
    }

    package var id: Symbol
    package var name: Symbol
    package var department: Ref<Party>?
    package var criticality: Criticality
    package var hours: OpeningHours?
    package var downtime: Period?
    package var costPerHour: Int64?
    package var paths: [Path]
    package var needs: [Ref<Service>]
    package var reacts: Reaction?
}

/// When work is forbidden, or alone allowed, and over what.
package struct CalendarEntry: Sendable {
    /// A time in which no work may be done, or in which alone it may.
    package enum Rule: Sendable {
        case blackout(from: Timestamp, to: Timestamp)
        case allowed(OpeningHours)
    }

    package var rule: Rule
    package var over: Selector?
    package var reason: Symbol
}

/// `client.yaml` as meant, but for the tables of parties, contacts and services, which stand in the inventory.
package struct Client: Sendable {
    package var id: Symbol
    package var name: Symbol
    package var language: Language
    package var timezone: TimeZoneRules
    package var contracts: [Contract]
    package var questionsTo: [Ref<Contact>]
    package var calendar: [CalendarEntry]
    /// Role slugs that the client declares to forward, or not to.
    package var roles: [Symbol: Forwarding]
}

/// Whether a device of a role passes data on between its ports.
package enum Forwarding: String, CaseIterable, Sendable, BitwiseCopyable {
    case forwards, never, perhaps
}
