import LocatedYAML

/// The parties and contacts that the export speaks of, and who owns what.
struct People {
    /// Ids in `client.yaml`, by the key of the tenant, provider, owner, group or contact.
    var ids: [String: String] = [:]
    var parties: [Draft] = []
    var contacts: [Draft] = []
    /// The party of a contact that NetBox assigns to an object, by the object's key.
    var assigned: [String: String] = [:]

    func id(of origin: String) -> String? { ids[origin] }
}

extension Mapping {
    /// Makes the parties and contacts, before anything refers to them.
    mutating func mapPeople(_ book: FolderNames) {
        var taken = book.taken["parties"] ?? []
        for tenant in export.objects(.tenants) { addParty(tenant, "department", book, &taken) }
        for provider in export.objects(.providers) { addParty(provider, "provider", book, &taken) }
        if options.ownerFrom == .owner { for owner in export.objects(.owners) { addParty(owner, "department", book, &taken) } }
        mapContacts(book, &taken)
        mapAssignments()
    }

    private mutating func addParty(_ object: ForeignObject, _ kind: String, _ book: FolderNames, _ taken: inout Set<String>) {
        place(object)
        // A provider stands in the folder twice, as who sells lines and as a party: each needs a key of its own.
        let origin = object.endpoint == .providers ? object.origin + "/party" : object.origin
        addParty(origin, object.node, kind, book, &taken)
        people.ids[object.origin] = people.ids[origin]
    }

    private mutating func addParty(_ origin: String, _ node: Node, _ kind: String, _ book: FolderNames, _ taken: inout Set<String>) {
        guard people.ids[origin] == nil, let name = node.text("name") else { return }
        let id = freeID(origin, node.text("slug") ?? slug(name), kind, book, &taken)
        people.ids[origin] = id
        var draft = Draft(origin: origin)
        draft.set("id", text: id)
        draft.set("kind", text: kind)
        draft.set("name", text: name)
        people.parties.append(draft)
    }

    /// The id that the folder already has for it, else the slug, else the slug and a word that tells it apart.
    private func freeID(_ origin: String, _ slug: String, _ kind: String, _ book: FolderNames, _ taken: inout Set<String>) -> String {
        if let known = book.kept[origin] { return known }
        let number = origin.drop { $0 != ":" }.dropFirst().prefix { $0.isNumber }
        let id = [slug, "\(slug)-\(kind)"].first { !taken.contains($0) } ?? "\(slug)-\(number)"
        taken.insert(id)
        return id
    }

    private mutating func mapContacts(_ book: FolderNames, _ taken: inout Set<String>) {
        var takenContacts = book.taken["contacts"] ?? []
        for contact in export.objects(.contacts) {
            place(contact)
            let node = contact.node
            let id = freeID(contact.origin, slug(node.text("name") ?? "contact"), "contact", book, &takenContacts)
            people.ids[contact.origin] = id
            var draft = Draft(origin: contact.origin)
            draft.set("id", text: id)
            draft.set("name", text: node.text("name"))
            draft.set("party", text: party(ofContact: contact, book, &taken))
            draft.set("email", text: node.text("email"))
            draft.set("phone", text: node.text("phone"))
            people.contacts.append(draft)
        }
    }

    /// The party of a contact: the tenant to which NetBox assigns it, else its group, else a party for all others.
    private mutating func party(ofContact contact: ForeignObject, _ book: FolderNames, _ taken: inout Set<String>) -> String {
        for row in export.objects(.contactAssignments) where row.node.reference("contact") == contact.id {
            guard objectType(row.node) == "tenancy.tenant", let tenant = row.node.integer("object_id") else { continue }
            place(row)
            if let id = people.id(of: "tenancy.tenant:\(tenant)") { return id }
        }
        guard let group = contact.node.list("groups").first ?? contact.node.present("group"), let id = group.integer("id") else {
            return commonParty(book, &taken)
        }
        let origin = "tenancy.contactgroup:\(id)"
        addParty(origin, placed(.contactGroups, id)?.node ?? group, "department", book, &taken)
        return people.id(of: origin) ?? commonParty(book, &taken)
    }

    /// The party of contacts of whom NetBox says nothing else.
    private mutating func commonParty(_ book: FolderNames, _ taken: inout Set<String>) -> String {
        let origin = "tenancy.contact:0"
        if let id = people.id(of: origin) { return id }
        let id = freeID(origin, "netbox-contacts", "department", book, &taken)
        people.ids[origin] = id
        var draft = Draft(origin: origin)
        draft.set("id", text: id)
        draft.set("kind", text: "department")
        draft.set("name", text: "NetBox contacts")
        people.parties.append(draft)
        return id
    }

    /// Up to 4.0 the field was `content_type`.
    private func objectType(_ node: Node) -> String? { node.text("object_type") ?? node.text("content_type") }

    /// Who answers for which object; an assignment says who is to be called, so it is an owner only where the import is told so.
    private mutating func mapAssignments() {
        guard options.ownerFrom == .contact else { return }
        let ranks = ["primary": 0, "secondary": 1, "tertiary": 2]
        let rows = export.objects(.contactAssignments).filter { $0.node.choice("priority") != "inactive" }
        let ordered = rows.sorted { left, right in
            (ranks[left.node.choice("priority") ?? ""] ?? 3, left.id) < (ranks[right.node.choice("priority") ?? ""] ?? 3, right.id)
        }
        for row in ordered {
            guard let type = objectType(row.node), let id = row.node.integer("object_id"), let contact = row.node.reference("contact"),
                let draft = people.contacts.first(where: { $0.origin == "tenancy.contact:\(contact)" })
            else { continue }
            place(row)
            let key = "\(type):\(id)"
            if people.assigned[key] == nil { people.assigned[key] = draft.value("party")?.scalar }
        }
    }
}

extension Mapping {
    /// The party that a field refers to; a tenant that the export does not hold becomes a party by its mention.
    mutating func party(_ node: Node, _ field: String, in endpoint: Endpoint) -> String? {
        guard let id = node.reference(field) else { return nil }
        let origin = "\(endpoint.model):\(id)"
        if people.id(of: origin) == nil, let mention = node[field], mention.kind == .mapping {
            var taken = Set(people.ids.values)
            addParty(origin, mention, "department", FolderNames(), &taken)
        }
        return people.id(of: origin)
    }

    /// Who decides over an object, as far as the import is told where NetBox says that.
    mutating func owner(of object: ForeignObject) -> String? {
        switch options.ownerFrom {
        case nil: nil
        case .tenant: party(object.node, "tenant", in: .tenants)
        case .owner: party(object.node, "owner", in: .owners)
        case .contact: people.assigned[object.origin]
        }
    }
}
