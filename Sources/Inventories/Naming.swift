package import Diagnostics

/// What a name in a file or on a command line turned out to mean.
package enum Resolution<Found: Sendable>: Sendable {
    case found(Found)
    /// Not on record; names that are near it, best first.
    case unrecorded(suggestions: [String])
    /// Several objects have that name; their full names.
    case ambiguous([String])
    /// Not even in the form of a name; what the form should be.
    case malformed(Phrase)

    /// What was found, nil in all other cases.
    package var value: Found? {
        if case .found(let found) = self { found } else { nil }
    }

    func map<Other>(_ transform: (Found) -> Other) -> Resolution<Other> {
        switch self {
        case .found(let found): .found(transform(found))
        case .unrecorded(let suggestions): .unrecorded(suggestions: suggestions)
        case .ambiguous(let names): .ambiguous(names)
        case .malformed(let form): .malformed(form)
        }
    }
}

extension Inventory {
    /// The port that a reference such as `sw-1:Gi1/0/7`, `PP-1:rear/7`, `sw-2:power/PSU2` means.
    package func port(_ reference: String) -> Resolution<Ref<Port>> {
        port(.text(Symbol(reference)))
    }

    /// The port that a reference means.
    package func port(_ reference: PortReference) -> Resolution<Ref<Port>> {
        names.made(of: self).index.port(reference, in: self)
    }

    /// A device by name, `name@site`, `type#id` or one of its `aka`.
    package func device(_ name: String) -> Resolution<Ref<Device>> {
        names.made(of: self).index.device(name, in: self)
    }

    /// A rack by name or `name@site`.
    package func rack(_ name: String) -> Resolution<Ref<Rack>> {
        names.made(of: self).index.rack(name, in: self)
    }

    /// A cable by id or label.
    package func cable(_ name: String) -> Resolution<Ref<Cable>> {
        names.made(of: self).index.cable(name, in: self)
    }

    /// A circuit by its id.
    package func circuit(_ name: String) -> Resolution<Ref<Circuit>> {
        names.made(of: self).index.circuit(name, in: self)
    }

    /// Any object by its name or with the word for its kind.
    package func object(_ reference: ObjectReference) -> Resolution<ObjectRef> {
        names.made(of: self).index.object(reference, in: self)
    }

    /// The contact with an id; nil when there is none.
    package func contact(_ id: String) -> Ref<Contact>? {
        names.made(of: self).index.contacts.only(Symbol(id)).map { Ref($0) }
    }

    /// The party with an id; nil when there is none.
    package func party(_ id: String) -> Ref<Party>? {
        names.made(of: self).index.parties.only(Symbol(id)).map { Ref($0) }
    }

    /// The service with an id; nil when there is none.
    package func service(_ id: String) -> Ref<Service>? {
        names.made(of: self).index.services.only(Symbol(id)).map { Ref($0) }
    }

    /// The site with a name; nil when there is none.
    package func site(_ name: String) -> Ref<Site>? {
        names.made(of: self).index.sites.only(Symbol(name)).map { Ref($0) }
    }

    /// The location with a name; nil when there is none, or more than one.
    package func location(_ name: String) -> Ref<Location>? {
        names.made(of: self).index.location(name, in: self).value
    }

    /// A party, contact or service that no name means exactly: names that are near it, best first.
    package func suggestions(for name: String, among kind: NamedKind) -> [String] {
        func near(_ names: some Sequence<String>) -> [String] {
            suggestion(for: name, among: names).map { [$0] } ?? []
        }
        return switch kind {
        case .party: near(parties.rows.lazy.map(\.id.text))
        case .contact: near(contacts.rows.lazy.map(\.id.text))
        case .service: near(services.rows.lazy.map(\.id.text))
        case .site: near(sites.rows.lazy.map(\.name.text))
        case .location: near(locations.rows.lazy.map(\.name.text))
        }
    }

    /// Kinds of objects that are found by one name alone.
    package enum NamedKind: Sendable {
        case party, contact, service, site, location
    }

    /// The keys of a selector.
    package static var selectorKeys: [String] {
        ["site", "location", "room", "rack", "device", "role", "owner", "service", "port", "cable", "circuit", "feed", "tag"]
    }
}
