import Diagnostics
import LocatedYAML

/// NetBox's objects as our format has them.
///
/// Each kind of object has its own file beside this one; all of them note which objects of the export found a place, so that
/// what has none can be counted and listed.
struct Mapping {
    let export: Export
    let options: ImportOptions
    var names = NameBook()
    var people = People()
    var log = DiagnosticLog()
    /// The numbers of the objects that have a place, by the path of their list.
    private(set) var placed: [String: Set<Int>] = [:]
    /// How many objects have no place because what they belong to is not in the export, by the path of their list.
    private(set) var orphans: [String: Int] = [:]

    init(_ export: Export, options: ImportOptions) {
        self.export = export
        self.options = options
    }

    /// Notes that an object stands in the folder.
    mutating func place(_ object: ForeignObject) {
        placed[object.endpoint.path, default: []].insert(object.id)
    }

    /// An object that others refer to, noted as placed; nil when the export does not hold it.
    mutating func placed(_ endpoint: Endpoint, _ id: Int?) -> ForeignObject? {
        guard let object = export.object(endpoint, id) else { return nil }
        place(object)
        return object
    }

    /// Notes that what an object belongs to is not in the export, so that it has no place.
    mutating func orphan(_ object: ForeignObject) {
        orphans[object.endpoint.path, default: 0] += 1
    }

    /// Reports objects that lie in each other, each ring once.
    private mutating func reportRings(of endpoint: Endpoint, by field: String) {
        var done: Set<Int> = []
        for start in export.objects(endpoint) {
            var way: [ForeignObject] = []
            var steps: [Int: Int] = [:]
            var here: ForeignObject? = start
            while let object = here, !done.contains(object.id), steps[object.id] == nil {
                steps[object.id] = way.count
                way.append(object)
                here = export.object(endpoint, object.node.reference(field))
            }
            if let again = here, let first = steps[again.id] {
                let names = (way[first...] + [again]).map { $0.node.text("name") ?? "\($0.id)" }
                log.add(.ring(again, field, names))
            }
            done.formUnion(steps.keys)
        }
    }

    /// All sections of the folder that NetBox's objects fill, in the order in which files list them.
    mutating func sections(_ book: FolderNames) -> [DraftSection] {
        reportRings(of: .regions, by: "parent")
        reportRings(of: .locations, by: "parent")
        reportRings(of: .devices, by: "parent_device")
        mapPeople(book)
        nameAll(book)
        let sections =
            siteSections() + rackSections() + typeSections() + deviceSections() + powerSections() + circuitSections() + cableSections()
        for (path, count) in orphans.sorted(by: { $0.key < $1.key }) {
            log.add(Diagnostic("netbox-orphans", .warning, .orphans(path, count), help: [.exportOwners]))
        }
        return sections
    }
}

extension Mapping {
    /// Names every kind of object whose name others use.
    private mutating func nameAll(_ book: FolderNames) {
        name(.regions, "name", site: nil, book, "regions")
        name(.sites, "name", site: nil, book, "sites")
        name(.locations, "name", site: "site", book, "locations")
        name(.racks, "name", site: "site", book, "racks")
        name(.devices, "name", site: "site", book, "devices")
        name(.virtualChassis, "name", site: nil, book, "virtual_chassis")
        name(.powerPanels, "name", site: "site", book, "power_panels")
        name(.powerFeeds, "name", site: nil, book, "feeds")
        name(.circuits, "cid", site: nil, book, "circuits")
        name(.providers, "name", site: nil, book, "providers")
        name(.providerNetworks, "name", site: nil, book, "provider_networks")
    }

    private mutating func name(_ endpoint: Endpoint, _ field: String, site: String?, _ book: FolderNames, _ section: String) {
        let candidates = export.objects(endpoint).map { object in
            NameBook.Candidate(origin: object.origin, name: object.node.text(field), site: site.flatMap { object.node[$0]?.text("name") })
        }
        names.add(candidates, kept: book.kept, taken: book.taken[section] ?? [])
    }

    /// The name of the object that a field refers to; nil where it refers to none.
    ///
    /// An object that the export does not hold has the name that NetBox mentions.
    mutating func name(_ node: Node, _ field: String, in endpoint: Endpoint) -> String? {
        guard let id = node.reference(field) else { return nil }
        if let object = placed(endpoint, id) { return names.name(object.origin) }
        return node[field]?.text("name") ?? NameBook.numbered("\(endpoint.model):\(id)")
    }

    /// The slugs of an object's tags.
    mutating func tags(_ node: Node) -> [String] {
        node.list("tags").compactMap { tag in
            _ = placed(.tags, tag.integer("id"))
            return tag.text("slug") ?? tag.text("name")
        }
    }
}

extension Phrase {
    fileprivate static func orphans(_ path: String, _ count: Int) -> Phrase {
        Phrase(
            en: "what \(count) of `\(path)` belong to is not in the export: they are left out",
            ru: "в выгрузке нет того, чему принадлежат объекты из `\(path)` (\(count)): они пропущены")
    }

    fileprivate static var exportOwners: Phrase {
        Phrase(
            en: "export the list of the devices, modules, panels, racks, circuits or cables that they are part of as well",
            ru: "выгрузите и список устройств, модулей, щитов, стоек, каналов связи или кабелей, частью которых они являются")
    }
}
