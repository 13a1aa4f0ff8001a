import LocatedYAML

extension Mapping {
    /// Every list of the export: its objects counted, and what has no place listed by field.
    func accounts() -> [ImportReport.List] {
        export.lists.keys.sorted().map { path in
            let objects = export.lists[path] ?? []
            let held = objects.filter { placed[path]?.contains($0.id) == true }
            return ImportReport.List(
                path: path, objects: objects.count, imported: held.count, unplaced: objects.count - held.count,
                fields: unplacedFields(of: held))
        }
    }

    /// NetBox's owner of an object is written only where the import is told that it decides.
    private func hasPlace(_ field: String, of endpoint: Endpoint) -> Bool {
        endpoint.placed.contains(field) && (field != "owner" || options.ownerFrom == .owner)
    }

    /// Fields of imported objects that say something and have no place.
    private func unplacedFields(of objects: [ForeignObject]) -> [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for object in objects {
            object.node.forEachPair { key, value in
                let field = key.string
                guard !hasPlace(field, of: object.endpoint), !object.endpoint.repeats(field), !value.saysNothing else { return }
                if field == "custom_fields" {
                    value.forEachPair { name, value in
                        if !value.saysNothing { counts["custom_fields.\(name.string)", default: 0] += 1 }
                    }
                } else {
                    counts[field, default: 0] += 1
                }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
