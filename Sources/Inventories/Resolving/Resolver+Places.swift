import Diagnostics
import LocatedYAML

extension Resolver {
    mutating func resolveRegions() {
        var parents: [(Ref<Region>, Mention)] = []
        for document in documents {
            for draft in document.draft.regions {
                guard let name = draft.name else { continue }
                guard isFirst(.region, name, regionRows.rows(name.value), in: inventory.regions) else { continue }
                let region = Region(name: name.value, parent: nil, description: draft.remarks.description, origin: draft.imprint.origin)
                let ref = inventory.regions.append(region, at: name.span)
                regionRows.add(name.value, Int(ref.index))
                if let parent = draft.parent { parents.append((ref, parent)) }
            }
        }
        for (ref, mention) in parents { inventory.regions[ref].parent = region(mention) }
        cutCycles(of: parents, in: \.regions, along: \.parent, Phrase.cyclicRegions)
    }

    private mutating func region(_ mention: Mention) -> Ref<Region>? {
        if let row = regionRows.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.regions.rows.lazy.map(\.name.text), mention.value.text)
        return found(.region, mention, .unrecorded(suggestions: near))
    }

    mutating func resolveSites() {
        listsSites = documents.contains { !$0.draft.sites.isEmpty }
        listsLocations = documents.contains { !$0.draft.locations.isEmpty }
        for document in documents {
            for draft in document.draft.sites {
                guard let name = draft.name, isFirst(.site, name, index.sites.rows(name.value), in: inventory.sites) else { continue }
                if let region = draft.region, !inventory.regions.rows.isEmpty { _ = self.region(region) }
                let site = Site(
                    name: name.value, region: draft.region?.value, owner: party(draft.imprint.owner), tags: draft.imprint.tags,
                    origin: draft.imprint.origin)
                keep(draft.remarks, of: .site(addSite(site, at: name.span)))
            }
        }
        if !listsSites { addNamedSites() }
    }

    /// Where no file lists sites, those that are named exist; a client without any is one site.
    private mutating func addNamedSites() {
        for document in documents {
            let draft = document.draft
            let circuits = draft.circuits.flatMap { [$0.a?.site, $0.z?.site] }
            let mentions =
                draft.locations.map(\.site) + draft.racks.map(\.site) + draft.devices.map(\.site) + draft.powerPanels.map(\.site) + circuits
            for case let mention? in mentions where index.sites.only(mention.value) == nil {
                addSite(Site(name: mention.value, region: nil, owner: nil, tags: [], origin: nil), at: mention.span)
            }
        }
        if inventory.sites.count == 0 {
            addSite(Site(name: inventory.client.id, region: nil, owner: nil, tags: [], origin: nil), at: nil)
        }
    }

    @discardableResult
    private mutating func addSite(_ site: Site, at span: Span?) -> Ref<Site> {
        let ref = inventory.sites.append(site, at: span)
        index.sites.add(site.name, Int(ref.index))
        return ref
    }

    mutating func site(_ mention: Mention?) -> Ref<Site>? {
        guard let mention else { return nil }
        if let row = index.sites.only(mention.value) { return Ref(row) }
        let near = index.near(inventory.sites.rows.lazy.map(\.name.text), mention.value.text)
        return found(.site, mention, .unrecorded(suggestions: near))
    }

    /// The client's only site; nil, after a report, when there are several and the object does not say which.
    mutating func onlySite(for kind: NamedThing, _ name: Mention) -> Ref<Site>? {
        if inventory.sites.count == 1 { return Ref(0) }
        report(Diagnostic("missing-site", .error, .missingSite(kind, name.value.text), at: name.span, help: [.writeSite]))
        return nil
    }
}

// MARK: - Locations

extension Resolver {
    mutating func resolveLocations() {
        var kept: [(Ref<Location>, Mention)] = []
        for draft in locationsParentsFirst() {
            guard let ref = addLocation(draft) else { continue }
            if let parent = draft.parent { kept.append((ref, parent)) }
        }
        for (ref, mention) in kept { inventory.locations[ref].parent = location(mention, at: inventory.locations[ref].site) }
        cutCycles(of: kept, in: \.locations, along: \.parent, Phrase.cyclicLocations)
    }

    /// Locations in an order in which one without a site of its own comes after its parent, whose site it takes.
    private func locationsParentsFirst() -> [LocationDraft] {
        let drafts = documents.flatMap(\.draft.locations)
        func awaited(_ draft: LocationDraft) -> Symbol? { draft.site == nil ? draft.parent?.value : nil }
        let named = Set(drafts.compactMap { $0.name?.value })
        let waiting = Dictionary(grouping: drafts.filter { awaited($0).map(named.contains) == true }) { awaited($0)! }
        var ready = drafts.filter { awaited($0).map(named.contains) != true }
        var released: Set<Symbol> = []
        var next = 0
        while next < ready.count {
            if let name = ready[next].name?.value, released.insert(name).inserted { ready += waiting[name] ?? [] }
            next += 1
        }
        // What is left goes round in a circle.
        return ready + drafts.filter { draft in awaited(draft).map { named.contains($0) && !released.contains($0) } == true }
    }

    private mutating func addLocation(_ draft: LocationDraft) -> Ref<Location>? {
        guard let name = draft.name else { return nil }
        let parentSite = draft.parent.flatMap { index.locations.only($0.value) }.map { inventory.locations[Ref($0)].site }
        guard let site = draft.site.map({ site($0) }) ?? parentSite ?? onlySite(for: .location, name) else {
            drop(.location, name.value)
            return nil
        }
        let same = index.locations.rows(name.value).filter { inventory.locations[Ref($0)].site == site }
        guard draft.parent != nil || isFirst(.location, name, same, in: inventory.locations) else { return nil }
        let location = Location(
            name: name.value, site: site, parent: nil, isRoom: draft.isRoom, owner: party(draft.imprint.owner), tags: draft.imprint.tags,
            origin: draft.imprint.origin)
        let ref = inventory.locations.append(location, at: name.span)
        index.locations.add(name.value, Int(ref.index))
        keep(draft.remarks, of: .location(ref))
        return ref
    }

    /// A location of a site, or of any where the site is not known.
    ///
    /// Where no file lists locations, those that are named exist, and are rooms: that is where racks stand.
    mutating func location(_ mention: Mention, at site: Ref<Site>?) -> Ref<Location>? {
        let rows = index.locations.rows(mention.value).filter { site == nil || inventory.locations[Ref($0)].site == site }
        if rows.count == 1 { return Ref(rows[0]) }
        if rows.isEmpty, !listsLocations, let site = site ?? onlySite(for: .location, mention) {
            let location = Location(name: mention.value, site: site, parent: nil, isRoom: true, owner: nil, tags: [], origin: nil)
            let ref = inventory.locations.append(location, at: mention.span)
            index.locations.add(mention.value, Int(ref.index))
            return ref
        }
        if rows.isEmpty, site != nil, !index.locations.rows(mention.value).isEmpty {
            report(Diagnostic("place-mismatch", .error, .locationElsewhere(mention.value.text), at: mention.span, help: [.writeSite]))
            return nil
        }
        return found(
            .location, mention,
            rows.isEmpty
                ? index.location(mention.value.text, in: inventory)
                : .ambiguous(rows.map { index.locationName(Ref($0), in: inventory) }))
    }
}

// MARK: - Racks

extension Resolver {
    mutating func resolveRacks() {
        for document in documents {
            for draft in document.draft.racks { resolve(draft) }
        }
    }

    private mutating func resolve(_ draft: RackDraft) {
        guard let name = draft.name else { return }
        let written = site(draft.site)
        let location = draft.location.flatMap { self.location($0, at: written) }
        guard let site = written ?? location.map({ inventory.locations[$0].site }) ?? (draft.site == nil ? onlySite(for: .rack, name) : nil)
        else {
            return drop(.rack, name.value)
        }
        let same = index.racks.rows(name.value).filter { row in
            let other = inventory.racks[Ref(row)]
            return other.site == site && (other.location == location || other.location == nil || location == nil)
        }
        guard isFirst(.rack, name, same, in: inventory.racks) else { return }
        var rack = Rack(
            name: name.value, site: site, location: location, height: draft.height ?? 42, startingUnit: draft.startingUnit ?? 1,
            descendingUnits: draft.descends ?? false, owner: party(draft.imprint.owner), tenant: party(draft.imprint.tenant),
            status: draft.status, reservations: [], tags: draft.imprint.tags, origin: draft.imprint.origin)
        let units = rack.startingUnit..<rack.startingUnit + rack.height
        for reservation in draft.reservations {
            if let outside = reservation.units.first(where: { !units.contains($0) }) {
                report(Diagnostic("outside-rack", .error, .unitOutsideRack(outside, name.value.text, units), at: reservation.span))
            }
            rack.reservations.append(
                Rack.Reservation(
                    units: reservation.units.filter { units.contains($0) }, party: party(reservation.party),
                    text: reservation.text ?? reservation.remarks.description ?? .empty))
        }
        let ref = inventory.racks.append(rack, at: name.span)
        index.racks.add(name.value, Int(ref.index))
        keep(draft.remarks, of: .rack(ref))
    }
}
