package import Diagnostics

/// Which objects are meant: one of the alternatives must hold, and in it every term.
package struct Selector: Sendable {
    /// One condition; what is not on record is kept by its name and matches nothing.
    package enum Term: Hashable, Sendable {
        case site(Ref<Site>)
        case location(Ref<Location>)
        case room(Ref<Location>)
        case rack(Ref<Rack>)
        case device(Ref<Device>)
        case role(Symbol)
        case owner(Ref<Party>)
        case service(Ref<Service>)
        case port(Ref<Port>)
        case cable(Ref<Cable>)
        case circuit(Ref<Circuit>)
        case feed(Ref<Port>)
        case tag(Symbol)
        /// A name that is not on record: selects nothing, and is reported where that matters.
        case unrecorded(key: Symbol, name: Symbol)
    }

    package var alternatives: [[Term]]
    package var span: Span?

    package init(alternatives: [[Term]], span: Span?) {
        self.alternatives = alternatives
        self.span = span
    }
}
