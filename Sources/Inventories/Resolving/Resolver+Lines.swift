import Diagnostics
import LocatedYAML

extension Resolver {
    mutating func resolveProviders() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.providers {
                guard let name = draft.name else { continue }
                guard isFirst(.provider, name, index.providers.rows(name.value), in: inventory.providers) else { continue }
                let provider = Provider(
                    name: name.value, party: party(draft.party), description: draft.remarks.description, origin: draft.imprint.origin)
                let ref = inventory.providers.append(provider, at: name.span)
                index.providers.add(name.value, Int(ref.index))
            }
        }
        for document in 0..<documents.count {
            for draft in documents[document].draft.providerNetworks { resolve(draft) }
        }
    }

    private mutating func resolve(_ draft: ProviderNetworkDraft) {
        guard let name = draft.name else { return }
        guard let provider = draft.provider.flatMap({ provider($0) }) else { return drop(.providerNetwork, name.value) }
        guard isFirst(.providerNetwork, name, index.providerNetworks.rows(name.value), in: inventory.providerNetworks) else { return }
        let network = ProviderNetwork(
            name: name.value, provider: provider, serviceID: draft.serviceID, description: draft.remarks.description,
            origin: draft.imprint.origin)
        let ref = inventory.providerNetworks.append(network, at: name.span)
        index.providerNetworks.add(name.value, Int(ref.index))
    }

    private mutating func provider(_ mention: Mention) -> Ref<Provider>? {
        if let row = index.providers.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.providers.rows.lazy.map(\.name.text), mention.value.text)
        return found(.provider, mention, .unrecorded(suggestions: near))
    }

    private mutating func providerNetwork(_ mention: Mention) -> Ref<ProviderNetwork>? {
        if let row = index.providerNetworks.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.providerNetworks.rows.lazy.map(\.name.text), mention.value.text)
        return found(.providerNetwork, mention, .unrecorded(suggestions: near))
    }

    mutating func resolveCircuits() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.circuits { resolve(draft, documents[document].evidence) }
        }
    }

    private mutating func resolve(_ draft: CircuitDraft, _ common: Ref<Evidence>?) {
        guard let id = draft.id else { return }
        guard isFirst(.circuit, id, index.circuits.rows(id.value), in: inventory.circuits) else { return }
        let circuit = Circuit(
            id: id.value, provider: draft.provider.flatMap { provider($0) }, type: draft.type, status: draft.status,
            owner: party(draft.imprint.owner), tenant: party(draft.imprint.tenant), a: nil, z: nil,
            evidence: evidence(draft.evidence, else: common),
            tags: draft.imprint.tags, origin: draft.imprint.origin)
        let ref = inventory.circuits.append(circuit, at: id.span)
        index.circuits.add(id.value, Int(ref.index))
        keep(draft.remarks, of: .circuit(ref))
        inventory.circuits[ref].a = draft.a.map { side($0, "A", of: ref) }
        inventory.circuits[ref].z = draft.z.map { side($0, "Z", of: ref) }
    }

    private mutating func side(_ draft: CircuitDraft.Side, _ name: Symbol, of circuit: Ref<Circuit>) -> Circuit.Side {
        let written = site(draft.site)
        let location = draft.location.flatMap { self.location($0, at: written) }
        var detail: Ref<PortDetail>?
        if draft.isConnectedMark || draft.speed != nil {
            var row = PortDetail()
            row.isConnectedMark = draft.isConnectedMark
            row.speed = draft.speed.map { Int64($0) }
            detail = inventory.portDetails.append(row, at: draft.span)
        }
        let port = inventory.ports.append(
            Port(
                holder: .circuit(circuit), kind: .circuitSide, name: name, type: nil, label: nil, owner: nil, module: nil, detail: detail,
                origin: draft.origin), at: draft.span)
        keep(draft.remarks, of: .port(port))
        return Circuit.Side(
            port: port, site: written ?? location.map { inventory.locations[$0].site }, location: location,
            providerNetwork: draft.providerNetwork.flatMap { providerNetwork($0) }, crossConnect: draft.crossConnect,
            panelInfo: draft.panelInfo)
    }
}

// MARK: - Power

extension Resolver {
    mutating func resolvePower() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.powerPanels { resolve(draft) }
        }
        for document in 0..<documents.count {
            let (draft, common) = (documents[document].draft, documents[document].evidence)
            for panel in draft.powerPanels {
                guard let name = panel.name else { continue }
                for feed in panel.feeds { resolve(feed, panel: name, common) }
            }
            for feed in draft.powerFeeds { resolve(feed, panel: nil, common) }
        }
    }

    private mutating func resolve(_ draft: PowerPanelDraft) {
        guard let name = draft.name else { return }
        let written = site(draft.site)
        let location = draft.location.flatMap { self.location($0, at: written) }
        let place = written ?? location.map { inventory.locations[$0].site } ?? (inventory.sites.count == 1 ? Ref(0) : nil)
        let same = index.powerPanels.rows(name.value).filter { inventory.powerPanels[Ref($0)].site == place }
        guard isFirst(.powerPanel, name, same, in: inventory.powerPanels) else { return }
        let panel = PowerPanel(
            name: name.value, site: place, location: location, owner: party(draft.imprint.owner), origin: draft.imprint.origin)
        let ref = inventory.powerPanels.append(panel, at: name.span)
        index.powerPanels.add(name.value, Int(ref.index))
        var remarks = draft.remarks
        remarks.tags = draft.imprint.tags
        keep(remarks, of: .powerPanel(ref))
    }

    private mutating func resolve(_ draft: PowerFeedDraft, panel: Mention?, _ common: Ref<Evidence>?) {
        guard let name = draft.name else { return }
        let mention = draft.panel ?? panel
        let holder = mention.flatMap { mention in found(.powerPanel, mention, index.powerPanel(mention.value.text, in: inventory)) }
        guard mention == nil || holder != nil else { return }
        let same = index.feeds.rows(name.value).filter { inventory.ports[Ref($0)].holder == .feed(holder) }
        guard isFirst(.feed, name, same, in: inventory.ports) else { return }
        var detail = draft.detail
        let site = holder.flatMap { inventory.powerPanels[$0].site }
        detail.power.rack = draft.rack.flatMap { rack($0, at: site, nil) }
        detail.power.supply = draft.type
        detail.tags = draft.imprint.tags
        let port = Port(
            holder: .feed(holder), kind: .powerFeed, name: name.value, type: draft.type, label: nil, owner: party(draft.imprint.owner),
            module: nil,
            detail: inventory.portDetails.append(detail, at: draft.span), origin: draft.imprint.origin)
        let ref = inventory.ports.append(port, at: name.span)
        index.feeds.add(name.value, Int(ref.index))
        keep(draft.remarks, of: .port(ref))
    }
}
