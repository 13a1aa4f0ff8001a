package import Diagnostics
package import Inventories
package import Times

/// The planned work, as written and with its names resolved against an inventory.
///
/// A name that is not on record is kept as a target of its own kind: whether that is a fault is for the rules to say.
package struct ChangeOrder: Sendable {
    /// How much is agreed beforehand: a kind of work that stands allowed, a job of its own, or one that cannot wait.
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

    /// An order without steps; it holds W0.
    package init(id: Symbol, title: Symbol = .empty, language: Language = .en) {
        self.id = id
        self.title = title
        kind = .normal
        crew = []
        present = []
        notify = []
        windows = []
        needsOfClient = []
        wishes = [.nothingElseStops(in: language)]
        parts = []
        steps = []
    }

    /// A person as named in the order: a contact, or a name that is none.
    package enum Person: Hashable, Sendable, BitwiseCopyable {
        case contact(Ref<Contact>)
        case text(Symbol)
    }

    /// Somebody who does the work, and as what.
    package struct CrewMember: Sendable {
        package var person: Person
        /// `lead`, `hands`, or what the order says.
        package var task: Symbol
        package var span: Span?

        package init(person: Person, task: Symbol, span: Span? = nil) {
            self.person = person
            self.task = task
            self.span = span
        }
    }

    /// Somebody of a party stands by during some steps.
    package struct Presence: Sendable {
        package var party: Ref<Party>
        /// Who of the party it is; nil for anybody.
        package var contact: Ref<Contact>?
        /// All steps when empty.
        package var steps: [Symbol]

        package init(party: Ref<Party>, contact: Ref<Contact>? = nil, steps: [Symbol]) {
            self.party = party
            self.contact = contact
            self.steps = steps
        }
    }

    /// A party is told beforehand; told is not consented.
    package struct Notice: Sendable {
        package var party: Ref<Party>
        package var before: Period?
        package var span: Span?

        package init(party: Ref<Party>, before: Period? = nil, span: Span? = nil) {
            self.party = party
            self.before = before
            self.span = span
        }
    }

    /// A stretch of time for the work.
    package struct Window: Sendable {
        package var id: Symbol
        package var from: Timestamp
        package var to: Timestamp
        package var span: Span?

        package init(id: Symbol, from: Timestamp, to: Timestamp, span: Span? = nil) {
            self.id = id
            self.from = from
            self.to = to
            self.span = span
        }
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

        package init(id: Symbol, by: Person? = nil, text: Symbol, needs: [Need] = [], acceptedWhen: Symbol? = nil, span: Span? = nil) {
            self.id = id
            self.by = by
            self.text = text
            self.needs = needs
            self.acceptedWhen = acceptedWhen
            self.span = span
        }
    }

    /// A number of something that a wish needs, at a place or anywhere.
    package struct Need: Sendable {
        /// What can be short: a number of things, or of watts.
        package enum Resource: String, CaseIterable, Sendable, BitwiseCopyable {
            case ports, poe, units, outlets
            /// Watts.
            case power
        }

        package var resource: Resource
        package var count: Int
        package var at: Selector?
        package var span: Span?

        package init(resource: Resource, count: Int, at: Selector? = nil, span: Span? = nil) {
            self.resource = resource
            self.count = count
            self.at = at
            self.span = span
        }
    }

    /// A part that goes out and one that comes in, with the codes to read out.
    package struct Part: Sendable {
        package var slot: Symbol
        package var out: Symbol?
        package var `in`: Symbol?
        package var span: Span?

        /// A change of parts in a slot; a code that nobody has read is nil.
        package init(slot: Symbol, out: Symbol? = nil, `in`: Symbol? = nil, span: Span? = nil) {
            self.slot = slot
            self.out = out
            self.in = `in`
            self.span = span
        }
    }
}

extension ChangeOrder.Wish {
    /// The id of the wish that is in every order.
    package static let standingID: Symbol = "W0"

    /// What the client wishes of every order without saying it.
    package static let nothingElseStops = Phrase(en: "nothing else stops", ru: "ничего другого не останавливать")

    /// The wish that is in every order, in the language of the client.
    package static func nothingElseStops(in language: Language) -> ChangeOrder.Wish {
        ChangeOrder.Wish(id: standingID, text: Symbol(nothingElseStops[language]))
    }
}
