import LocatedYAML

extension Mapping {
    mutating func siteSections() -> [DraftSection] {
        let path = "inventory/netbox-sites.yaml"
        let sites = export.objects(.sites).map { site($0) }
        let locations = export.objects(.locations).map { location($0) }
        return [
            DraftSection(path: path, key: "regions", layout: .line, drafts: regions()),
            DraftSection(path: path, key: "sites", layout: .line, drafts: sites),
            DraftSection(path: path, key: "locations", layout: .line, drafts: locations),
        ]
    }

    private mutating func regions() -> [Draft] {
        export.objects(.regions).map { region in
            place(region)
            var draft = Draft(origin: region.origin)
            draft.set("name", text: names.name(region.origin))
            draft.set("parent", text: name(region.node, "parent", in: .regions))
            draft.set("description", text: region.node.text("description"))
            return draft
        }
    }

    private mutating func site(_ site: ForeignObject) -> Draft {
        place(site)
        var draft = Draft(origin: site.origin)
        draft.set("name", text: names.name(site.origin))
        draft.set("region", text: name(site.node, "region", in: .regions))
        draft.set("address", text: site.node.text("physical_address"))
        setCommon(&draft, site)
        return draft
    }

    private mutating func location(_ location: ForeignObject) -> Draft {
        place(location)
        var draft = Draft(origin: location.origin)
        draft.set("name", text: names.name(location.origin))
        draft.set("site", text: name(location.node, "site", in: .sites))
        draft.set("parent", text: name(location.node, "parent", in: .locations))
        setCommon(&draft, location)
        return draft
    }

    mutating func rackSections() -> [DraftSection] {
        let reservations = Dictionary(grouping: export.objects(.reservations)) { $0.node.reference("rack") }
        let racks = export.objects(.racks).map { rack($0, reservations[$0.id] ?? []) }
        for (rack, lost) in reservations where export.object(.racks, rack) == nil {
            for reservation in lost { orphan(reservation) }
        }
        return [DraftSection(path: "inventory/netbox-racks.yaml", key: "racks", layout: .line, drafts: racks)]
    }

    private mutating func rack(_ rack: ForeignObject, _ reservations: [ForeignObject]) -> Draft {
        place(rack)
        let node = rack.node
        var draft = Draft(origin: rack.origin)
        draft.set("name", text: names.name(rack.origin))
        draft.set("site", text: name(node, "site", in: .sites))
        draft.set("location", text: name(node, "location", in: .locations))
        draft.set("u_height", number: node.integer("u_height"))
        if let start = node.integer("starting_unit"), start != 1 { draft.set("starting_unit", number: start) }
        if node.flag("desc_units") == true { draft.set("desc_units", .yes) }
        draft.set("type", text: node.choice("form_factor") ?? node.choice("type"))
        _ = placed(.rackRoles, node.reference("role"))
        draft.set("role", text: node["role"]?.text("slug"))
        draft.set("serial", text: node.text("serial"))
        draft.set("asset_tag", text: node.text("asset_tag"))
        setCommon(&draft, rack)
        if !reservations.isEmpty { draft.set("reservations", .list(reservations.map { reservation($0) })) }
        return draft
    }

    private mutating func reservation(_ reservation: ForeignObject) -> Value {
        place(reservation)
        let units = reservation.node.list("units").compactMap { wholeNumber($0.string) }
        let text = [reservation.node.text("description"), reservation.node["user"]?.text("username").map { "(\($0))" }]
        var pairs = [Value.Pair("units", .list(units.map(Value.number)))]
        if let tenant = party(reservation.node, "tenant", in: .tenants) { pairs.append(.init("party", .text(tenant))) }
        pairs.append(.init("text", .text(text.compactMap { $0 }.joined(separator: " "))))
        return .map(pairs)
    }

    /// What most objects have: owner, tenant, status, description, tags.
    mutating func setCommon(_ draft: inout Draft, _ object: ForeignObject, status: Bool = true) {
        draft.set("owner", text: owner(of: object))
        draft.set("tenant", text: party(object.node, "tenant", in: .tenants))
        if status { draft.set("status", text: object.node.choice("status")) }
        draft.set("description", text: object.node.text("description"))
        draft.set("comments", text: object.node.text("comments"))
        draft.set("tags", texts: tags(object.node))
    }
}
