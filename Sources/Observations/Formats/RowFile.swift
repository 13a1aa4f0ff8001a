import Diagnostics
import LocatedYAML

/// Rows as ntc-templates makes them, in JSON or YAML: a list of mappings.
enum RowFile {
    /// The list of a document, also where it stands under one key; nil for another document.
    static func list(in root: Node) -> Node? {
        if root.kind == .sequence { return isRows(root) ? root : nil }
        guard root.kind == .mapping else { return nil }
        let lists = root.pairs.map(\.value).filter { $0.kind == .sequence }
        return lists.count == 1 && root.count == 1 && isRows(lists[0]) ? lists[0] : nil
    }

    /// True for mappings of which each has two of the known keys at least; an empty list is one of no rows.
    private static func isRows(_ list: Node) -> Bool {
        list.items.allSatisfy { row in row.kind == .mapping && row.pairs.count(where: { RowKey(written: $0.key.string) != nil }) >= 2 }
    }

    static func rows(_ list: Node) -> [Row] {
        list.items.map { item in
            var row = Row(place: item.extent)
            for (key, value) in item.pairs {
                guard let key = RowKey(written: key.string) else { continue }
                row.set(key, value.oneOrMany.filter { !$0.isNull }.map(\.string).filter { !isAbsent($0, in: value) })
            }
            return row
        }
    }

    /// A template writes the absence of a match into lists as the word `None`.
    private static func isAbsent(_ text: String, in value: Node) -> Bool {
        text.isEmpty || value.kind == .sequence && text == "None"
    }
}
