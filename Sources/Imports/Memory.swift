import Diagnostics
import LocatedYAML

/// What NetBox said at the last import: so the next one can tell what a person has changed since.
///
/// It is a file of its own in the client folder, with every imported object by its key. Without it nothing is known to be
/// edited, and NetBox's values win.
struct Memory {
    static let path = "imports/netbox.yaml"

    /// The fields of each object as they were written, by its key.
    private(set) var fields: [String: [String: String]] = [:]
    private var drafts: [String: Draft] = [:]

    init() {}

    /// Reads the file; what is no object is passed over.
    init(_ text: SourceText, file: FileID) {
        var log = DiagnosticLog()
        guard let root = NodeTree.parse(text, file: file, log: &log).roots.first else { return }
        root.forEachItem { item in
            for draft in PartLine(item).drafts { self[draft.origin] = draft }
        }
    }

    var isEmpty: Bool { drafts.isEmpty }
    var origins: some Collection<String> { drafts.keys }

    /// What was written of an object, its parts left out.
    subscript(origin: String) -> Draft? {
        get { drafts[origin] }
        set {
            drafts[origin] = newValue
            fields[origin] = newValue.map { draft in
                Dictionary(draft.fields.map { ($0.key, Canonical.text($0.value)) }) { first, _ in first }
            }
        }
    }

    /// True when an import wrote the field, and it says something else since.
    func wasEdited(_ origin: String, _ field: String, _ node: Node?) -> Bool {
        guard let known = fields[origin]?[field] else { return false }
        return node.map { Canonical.text($0) } != known
    }

    /// The file's text, objects in the order of their keys.
    var text: String {
        let head = """
            # What NetBox said at the last import. The next import compares: what people have changed in the inventory since stays,
            # all else follows NetBox. Not to be edited; without this file NetBox wins everywhere.

            """
        let ordered = drafts.keys.map { (key: OriginKey($0), origin: $0) }.sorted { $0.key < $1.key }
        let lines = Ranges.collapsed(ordered.compactMap { drafts[$0.origin] }).map { "- \(Layout.line($0))\n" }
        return head + lines.joined()
    }
}

/// An object's key as it is ordered: by type, then by number, then by what follows it.
private struct OriginKey: Comparable {
    let model: Substring
    let number: Int
    let rest: Substring

    init(_ origin: String) {
        model = origin.prefix { $0 != ":" }
        let digits = origin.dropFirst(model.count + 1).prefix { $0.isNumber }
        number = Int(digits) ?? 0
        rest = origin[digits.endIndex...]
    }

    static func < (left: OriginKey, right: OriginKey) -> Bool {
        (left.model, left.number, left.rest) < (right.model, right.number, right.rest)
    }
}

/// A value without its style: equal for what reads equal.
enum Canonical {
    static func text(_ value: Value) -> String {
        switch value {
        case .text(let text), .plain(let text): text
        case .list(let values): "[" + values.map(text).joined(separator: ", ") + "]"
        case .map(let pairs): "{" + pairs.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    static func text(_ node: Node) -> String {
        switch node.kind {
        case .scalar: node.string
        case .sequence: "[" + node.items.map(text).joined(separator: ", ") + "]"
        case .mapping: "{" + node.pairs.map { "\($0.key.string): \(text($0.value))" }.joined(separator: ", ") + "}"
        }
    }
}
