package import Diagnostics
package import LocatedYAML

/// A selector as it is written, its names not yet looked up.
package struct SelectorDraft: Sendable {
    /// One key of a selector with the names under it, any of which may hold.
    package struct Term: Sendable {
        package var key: Key
        package var names: [Located<PortReference>]
    }

    /// The keys of a selector.
    package enum Key: String, CaseIterable, Sendable {
        case site, location, room, rack, device, role, owner, service, port, cable, circuit, feed, tag
    }

    /// A list of maps: one of them must hold, and in it every term.
    package var alternatives: [[Term]]
    package var span: Span

    /// How many alternatives lists of names may make together.
    static let limit = 10_000
}

extension Form where Value == SelectorDraft {
    /// A map over `site`, `location`, `room`, … in which all must hold, or a list of such maps of which one must.
    package static var selector: Form {
        // A map in which nothing could be read has its fault already.
        let one = Form<SelectorDraft>.shape(SelectorDraft.shape).map { draft, node, _ in
            draft.alternatives.allSatisfy(\.isEmpty) && node.count > 0 ? SelectorDraft(alternatives: [], span: draft.span) : draft
        }
        return .either(
            sequence: Form<[SelectorDraft]>.list(of: one).map { drafts, node, _ in
                SelectorDraft(alternatives: drafts.flatMap(\.alternatives), span: node.span)
            },
            mapping: one)
    }
}

extension SelectorDraft {
    static let shape = Shape<SelectorDraft>(
        "selector", "Which objects are meant: all keys of a map must hold; of a list under a key, one.",
        start: { SelectorDraft(alternatives: [[]], span: $0.span) },
        fields: Key.allCases.map { key in
            Field(key.rawValue, .oneOrMany(of: .located(key.form)), key.about) { draft, names in
                draft.alternatives[0].append(Term(key: key, names: names))
            }
        })
}

extension SelectorDraft.Key {
    fileprivate var form: Form<PortReference> {
        self == .port ? .port : Form<Symbol>.symbol.map { name, _, _ in .text(name) }
    }

    fileprivate var about: String {
        switch self {
        case .site: "Everything at a site."
        case .location: "Everything in a part of a site."
        case .room: "Everything in a room."
        case .rack: "Everything in a rack."
        case .device: "A device with its ports, modules and blades."
        case .role: "Devices of a role."
        case .owner: "Everything that a party administers."
        case .service: "A service."
        case .port: "A port, such as `sw-1:Gi1/0/7`, and the cable in it."
        case .cable: "A cable by id or label."
        case .circuit: "A circuit with its sides."
        case .feed: "A power feed."
        case .tag: "Everything with a tag, and what stands in it."
        }
    }
}

// MARK: - Looking up

extension SelectorDraft {
    /// The selector with its names looked up; a name that is not on record stays as such and gives a diagnostic.
    package func resolved(in inventory: Inventory) -> (selector: Selector, faults: [Diagnostic]) {
        resolved(in: inventory, by: inventory.names.made(of: inventory).index)
    }

    func resolved(in inventory: Inventory, by index: NameIndex) -> (selector: Selector, faults: [Diagnostic]) {
        var faults: [Diagnostic] = []
        var alternatives: [[Selector.Term]] = []
        for terms in self.alternatives {
            var products: [[Selector.Term]] = [[]]
            for term in terms {
                let choices = term.names.map { term.key.term($0, in: inventory, by: index, &faults) }
                guard products.count * choices.count <= Self.limit else {
                    faults.append(Diagnostic("selector-too-long", .error, .selectorTooLong(Self.limit), at: span))
                    break
                }
                products = products.flatMap { product in choices.map { product + [$0] } }
            }
            // An empty map would mean everything, an empty list nothing: the first is a fault, the second is meant.
            if terms.isEmpty {
                faults.append(Diagnostic("empty-selector", .error, .selectorEmpty, at: span))
            } else {
                alternatives += products
            }
        }
        return (Selector(alternatives: alternatives, span: span), faults)
    }
}

extension SelectorDraft.Key {
    fileprivate func term(
        _ name: Located<PortReference>, in inventory: Inventory, by index: NameIndex, _ faults: inout [Diagnostic]
    ) -> Selector.Term {
        let text = name.value.text
        let symbol = Symbol(text)
        let found: Resolution<Selector.Term> =
            switch self {
            case .role: .found(.role(symbol))
            case .tag: .found(.tag(symbol))
            case .site:
                index.object(.named(.site, symbol), in: inventory).map {
                    if case .site(let site) = $0 { .site(site) } else { .tag(symbol) }
                }
            case .location: index.location(text, in: inventory).map { .location($0) }
            case .room: index.location(text, in: inventory).map { .room($0) }
            case .rack: index.rack(text, in: inventory).map { .rack($0) }
            case .device: index.device(text, in: inventory).map { .device($0) }
            case .cable: index.cable(text, in: inventory).map { .cable($0) }
            case .circuit: index.circuit(text, in: inventory).map { .circuit($0) }
            case .port: index.port(name.value, in: inventory).map { .port($0) }
            case .feed: index.port(.text(Symbol("feed/" + text)), in: inventory).map { .feed($0) }
            case .owner:
                (index.resolution(
                    index.parties.rows(symbol), fullName: { inventory.parties[Ref($0)].id.text },
                    among: inventory.parties.rows.lazy.map(\.id.text), for: text) as Resolution<Ref<Party>>).map { .owner($0) }
            case .service:
                (index.resolution(
                    index.services.rows(symbol), fullName: { inventory.services[Ref($0)].id.text },
                    among: inventory.services.rows.lazy.map(\.id.text), for: text) as Resolution<Ref<Service>>).map { .service($0) }
            }
        if case .found(.room(let room)) = found, !inventory.locations[room].isRoom {
            faults.append(Diagnostic("not-a-room", .error, .notARoom(text), at: name.span, help: [.writeRoom]))
        }
        if let term = found.value { return term }
        faults.append(.unresolved(NamedThing(rawValue: rawValue) ?? .object, text, found, at: name.span))
        return .unrecorded(key: Symbol(rawValue), name: symbol)
    }
}
