package import Diagnostics
package import Inventories
package import Times

/// The planned work, as written and with its names resolved against an inventory.
///
/// A name that is not on record is kept as a target of its own kind: whether that is a fault is for the rules to say.
package struct ChangeOrder: Sendable {
    package enum Kind: String, CaseIterable, Sendable, BitwiseCopyable {
        case standard, normal, emergency
    }

    package var id: Symbol
    package var title: Symbol
    package var kind: Kind
    package var contractor: Ref<Party>?
    package var requestedBy: Person?
    package var crew: [CrewMember]
    package var present: [Presence]
    package var notify: [Notice]
    package var windows: [Window]
    /// What the client has to provide, in words.
    package var needsOfClient: [Symbol]
    /// W0 "nothing else stops" is always the first.
    package var wishes: [Wish]
    package var parts: [Part]
    package var steps: [Step]
    package var span: Span?

    /// A person as named in the order: a contact, or a name that is none.
    package enum Person: Hashable, Sendable, BitwiseCopyable {
        case contact(Ref<Contact>)
        case text(Symbol)
    }

    package struct CrewMember: Sendable {
        package var person: Person
        /// `lead`, `hands`, or what the order says.
        package var task: Symbol
        package var span: Span?
    }

    /// Somebody of a party stands by during some steps.
    package struct Presence: Sendable {
        package var party: Ref<Party>
        package var steps: [Symbol]
    }

    /// A party is told beforehand; told is not consented.
    package struct Notice: Sendable {
        package var party: Ref<Party>
        package var before: Period?
        package var span: Span?
    }

    package struct Window: Sendable {
        package var id: Symbol
        package var from: Timestamp
        package var to: Timestamp
        package var span: Span?
    }

    /// The client's initial requirement in the client's own words, with what it needs.
    package struct Wish: Sendable {
        package var id: Symbol
        package var by: Person?
        package var text: Symbol
        package var needs: [Need]
        /// How the client will see that the wish is fulfilled.
        package var acceptedWhen: Symbol?
        package var span: Span?
    }

    /// A number of something that a wish needs, at a place or anywhere.
    package struct Need: Sendable {
        package enum Resource: String, CaseIterable, Sendable, BitwiseCopyable {
            case ports, poe, units, outlets
            /// Watts.
            case power
        }

        package var resource: Resource
        package var count: Int
        package var at: Selector?
        package var span: Span?
    }

    /// A part that goes out and one that comes in, with the codes to read out.
    package struct Part: Sendable {
        package var slot: Symbol
        package var out: Symbol?
        package var `in`: Symbol?
        package var span: Span?
    }
}
