import LocatedYAML

extension Mapping {
    mutating func circuitSections() -> [DraftSection] {
        let path = "inventory/netbox-circuits.yaml"
        let providers = export.objects(.providers).map { provider($0) }
        let networks = export.objects(.providerNetworks).map { providerNetwork($0) }
        var sides = Dictionary(grouping: export.objects(.circuitTerminations)) { $0.node.reference("circuit") ?? -1 }
        let circuits = export.objects(.circuits).map { circuit in
            self.circuit(circuit, sides: sides.removeValue(forKey: circuit.id) ?? [])
        }
        for lost in sides.values.flatMap({ $0 }) { orphan(lost) }
        return [
            DraftSection(path: path, key: "providers", layout: .line, drafts: providers),
            DraftSection(path: path, key: "provider_networks", layout: .line, drafts: networks),
            DraftSection(path: path, key: "circuits", layout: .block, drafts: circuits),
        ]
    }

    private mutating func provider(_ provider: ForeignObject) -> Draft {
        place(provider)
        var draft = Draft(origin: provider.origin)
        draft.set("name", text: names.name(provider.origin))
        draft.set("party", text: people.id(of: provider.origin))
        setCommon(&draft, provider, status: false)
        return draft
    }

    private mutating func providerNetwork(_ network: ForeignObject) -> Draft {
        place(network)
        var draft = Draft(origin: network.origin)
        draft.set("name", text: names.name(network.origin))
        draft.set("provider", text: name(network.node, "provider", in: .providers))
        draft.set("service_id", text: network.node.text("service_id"))
        setCommon(&draft, network, status: false)
        return draft
    }

    private mutating func circuit(_ circuit: ForeignObject, sides: [ForeignObject]) -> Draft {
        place(circuit)
        let node = circuit.node
        var draft = Draft(origin: circuit.origin)
        draft.set("id", text: names.name(circuit.origin))
        draft.set("provider", text: name(node, "provider", in: .providers))
        _ = placed(.circuitTypes, node.reference("type"))
        draft.set("type", text: node["type"]?.text("slug"))
        setCommon(&draft, circuit)
        draft.set("a", side(sides, "A"))
        draft.set("z", side(sides, "Z"))
        return draft
    }

    /// One side of a circuit: where it ends, and the hints that the provider gave.
    private mutating func side(_ sides: [ForeignObject], _ letter: String) -> Value? {
        guard let side = sides.first(where: { $0.node.text("term_side") == letter }) else { return nil }
        place(side)
        let node = side.node
        var draft = Draft(origin: side.origin)
        setPlace(&draft, node)
        draft.set("xconnect_id", text: node.text("xconnect_id"))
        draft.set("pp_info", text: node.text("pp_info"))
        draft.set("port_speed", number: node.integer("port_speed"))
        if node.flag("mark_connected") == true { draft.set("mark_connected", .yes) }
        if draft.value("description") == nil { draft.set("description", text: node.text("description")) }
        draft.set("origin", text: side.origin)
        return .map(draft.fields)
    }

    /// Where a side ends: up to 4.1 a site or a provider network, from 4.2 on any of the places that `termination_type` names.
    private mutating func setPlace(_ draft: inout Draft, _ node: Node) {
        guard let type = node.text("termination_type"), let id = node.integer("termination_id") else {
            draft.set("site", text: name(node, "site", in: .sites))
            draft.set("provider_network", text: name(node, "provider_network", in: .providerNetworks))
            return
        }
        let places: [(type: String, key: String, list: Endpoint)] = [
            ("dcim.site", "site", .sites), ("dcim.location", "location", .locations),
            ("circuits.providernetwork", "provider_network", .providerNetworks),
        ]
        guard let place = places.first(where: { $0.type == type }) else {
            // A region or a group of sites is no place at which a hand can find a socket; it is kept in words.
            let place = node["termination"]?.text("name") ?? NameBook.numbered("\(type):\(id)")
            draft.set("description", text: [place, node.text("description")].compactMap { $0 }.joined(separator: ": "))
            return
        }
        let object = placed(place.list, id)
        draft.set(place.key, text: object.map { names.name($0.origin) } ?? node["termination"]?.text("name"))
    }
}
