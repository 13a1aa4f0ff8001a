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

    /// True for mappings that by their keys are rows of something.
    private static func isRows(_ list: Node) -> Bool {
        list.count > 0
            && list.items.allSatisfy { item in
                let row = row(item)
                return item.kind == .mapping && row.fields.count >= 2 && RowMeaning.kind(of: row) != nil
            }
    }

    static func rows(_ list: Node) -> [Row] { list.items.map(row) }

    private static func row(_ item: Node) -> Row {
        var row = Row(place: item.extent)
        item.forEachPair { key, value in
            guard let key = RowKey(written: key.string) else { return }
            row.set(key, value.oneOrMany.filter { !$0.isNull }.map(\.string).filter { !isAbsent($0, in: value) })
        }
        return row
    }

    /// A template writes the absence of a match into lists as the word `None`.
    private static func isAbsent(_ text: String, in value: Node) -> Bool {
        text.isEmpty || value.kind == .sequence && text == "None"
    }
}
