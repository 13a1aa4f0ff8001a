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
}

extension Inventory {
    /// The port that a reference such as `sw-1:Gi1/0/7`, `PP-1:rear/7`, `sw-2:power/PSU2` means.
    package func port(_ reference: String) -> Resolution<Ref<Port>> { .unrecorded(suggestions: []) }

    /// A device by name, `name@site`, `type#id` or one of its `aka`.
    package func device(_ name: String) -> Resolution<Ref<Device>> { .unrecorded(suggestions: []) }

    package func rack(_ name: String) -> Resolution<Ref<Rack>> { .unrecorded(suggestions: []) }

    /// A cable by id or label.
    package func cable(_ name: String) -> Resolution<Ref<Cable>> { .unrecorded(suggestions: []) }

    package func contact(_ id: String) -> Ref<Contact>? { nil }
    package func party(_ id: String) -> Ref<Party>? { nil }
    package func service(_ id: String) -> Ref<Service>? { nil }
    package func site(_ name: String) -> Ref<Site>? { nil }
    package func location(_ name: String) -> Ref<Location>? { nil }

    /// The name by which people and files refer to an object, unique in the client's folder: `PP-1:front/7`, `sw-1`, `C-0017`.
    ///
    /// A cable without an id is named by its ends.
    package func name(of object: ObjectRef) -> String { "" }

    /// The party that administers an object: its own owner, else inherited from port to device to rack to location to site;
    /// a cable's own or that of both its ends when they agree.
    package func owner(of object: ObjectRef) -> Ref<Party>? { nil }

    /// Whether a selector means an object: directly, or because the object stands in what is meant (a port in a rack).
    package func selects(_ selector: Selector, _ object: ObjectRef) -> Bool { false }

    /// The devices that a selector means, in the order of the table.
    package func devices(in selector: Selector) -> [Ref<Device>] { [] }

    /// Whether a device passes data on between its ports, by its role (decisions.md).
    package func forwarding(of device: Ref<Device>) -> Forwarding { .perhaps }

    /// Reads a selector as formats.md has it, names resolved.
    package static var selectorKeys: [String] {
        ["site", "location", "room", "rack", "device", "role", "owner", "service", "port", "cable", "circuit", "feed", "tag"]
    }
}
