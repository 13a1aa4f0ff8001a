import Diagnostics
import LocatedYAML

/// Brings drafts into a folder: new objects are added, those that an import wrote before are updated, field by field.
///
/// For each field there are three values: what the folder says, what NetBox says, and what NetBox said last time. A value that
/// a person has changed since stays; every other follows NetBox.
struct FolderWriter {
    let folder: Folder
    let export: Export
    let options: ImportOptions
    let known: Memory
    var memory: Memory
    var changes: [ImportReport.Change] = []
    var edits: [Int: TextEdits] = [:]
    private var additions: [Addition] = []
    private var newTexts: [(path: String, text: String)] = []
    /// The keys of all drafts, parts among them.
    private var confirmed: Set<String> = []
    /// Objects of the folder of which something does not rest on this export.
    var unconfirmed: Set<String> = []

    private struct Addition {
        let path: String
        let key: String
        let layout: DraftSection.Layout
        var drafts: [Draft]
    }

    init(_ folder: Folder, memory: Memory, export: Export, options: ImportOptions) {
        self.folder = folder
        known = memory
        self.memory = memory
        self.export = export
        self.options = options
    }

    mutating func write(_ sections: [DraftSection], people: People) {
        for section in sections { write(section) }
        writeClient(people)
        removeGone()
        forgetGone()
        keepOldEvidence()
        place()
        if !memory.isEmpty || !known.isEmpty { addText(Memory.path, memory.text) }
    }

    /// The texts that differ from those of the folder, by path.
    func texts() -> [(path: String, text: String)] {
        let changed = edits.filter { !$0.value.isEmpty }.map { (path: folder.files[$0.key].path, text: $0.value.text) }
        return (changed + newTexts).sorted { $0.path < $1.path }
    }

    private mutating func confirm(_ draft: Draft) {
        confirmed.insert(draft.origin)
        for parts in draft.parts { for part in parts.drafts { confirm(part) } }
    }

    /// True when this export holds the object.
    func isConfirmed(_ origin: String) -> Bool { confirmed.contains(origin) }

    mutating func write(_ section: DraftSection) {
        var added: [Draft] = []
        for draft in section.drafts {
            confirm(draft)
            if let entry = folder.entries[draft.origin], entry.parent == nil {
                merge(draft, into: entry)
            } else {
                added.append(draft)
                remember(draft)
                note(draft.origin, draft, section.key, .added)
            }
        }
        if !added.isEmpty { additions.append(Addition(path: section.path, key: section.key, layout: section.layout, drafts: added)) }
    }

    /// Changes the text of a file of the folder.
    mutating func edit(_ file: Int, _ change: (inout TextEdits) -> Void) {
        var text = edits[file] ?? TextEdits(folder.files[file].text.bytes)
        change(&text)
        edits[file] = text
    }

    mutating func note(_ origin: String, _ draft: Draft?, _ section: String, _ kind: ImportReport.Change.Kind) {
        let name = (draft?.value(FolderNames.key(of: section)) ?? draft?.value("bay"))?.scalar ?? folder.name(origin)
        changes.append(.init(origin: origin, name: name, section: section, kind: kind))
    }

    /// Keeps what NetBox says of an object, for the next import.
    mutating func remember(_ draft: Draft) {
        var own = Draft(origin: draft.origin)
        own.fields = draft.fields.filter { !isUntouched($0.key, of: draft.origin) }
        // What this import does not look at stays as it was.
        own.fields += known[draft.origin]?.fields.filter { isUntouched($0.key, of: draft.origin) } ?? []
        memory[draft.origin] = own
        for parts in draft.parts { for part in parts.drafts { remember(part) } }
    }

    /// True for a field of an object of which this export says nothing, though another one might.
    func isUntouched(_ field: String, of origin: String) -> Bool {
        switch field {
        case "owner": options.ownerFrom == nil
        case "reservations": !export.covers(.reservations)
        case "a", "z": origin.hasPrefix("circuits.circuit:") && !export.covers(.circuitTerminations)
        default: false
        }
    }
}

// MARK: - Gone

extension FolderWriter {
    /// Takes out objects that are no longer in NetBox, unless somebody wrote in them.
    private mutating func removeGone() {
        var removed: [ListPlace: Int] = [:]
        for origin in folder.order where !confirmed.contains(origin) {
            guard let entry = folder.entries[origin], entry.parent == nil, isCovered(origin), let list = folder.list(of: entry) else {
                continue
            }
            if isUntouched(origin, entry) {
                edit(entry.file) { $0.removeElement(entry.node, of: list) }
                note(origin, nil, entry.section, .removed)
                forget(entry.node)
                removed[ListPlace(file: entry.file, section: entry.section), default: 0] += 1
            } else {
                unconfirmed.insert(origin)
                note(origin, nil, entry.section, .keptGone)
            }
        }
        for (place, count) in removed { markEmpty(place, count) }
    }

    private struct ListPlace: Hashable {
        let file: Int
        let section: String
    }

    private mutating func markEmpty(_ place: ListPlace, _ removed: Int) {
        let file = folder.files[place.file]
        guard let list = file.root?[place.section], list.items.count == removed else { return }
        if additions.contains(where: { $0.path == file.path && $0.key == place.section }) { return }
        edit(place.file) { $0.markEmpty(list) }
    }

    private func isCovered(_ origin: String) -> Bool {
        let model = origin.prefix { $0 != ":" }
        return Endpoint.placed.first { $0.model == model }.map { export.covers($0) } ?? false
    }

    mutating func forget(_ node: Node) {
        for origin in FolderOrigins.keys(node.text("origin") ?? "") { memory[origin] = nil }
        node.forEachPair { _, value in value.forEachItem { forget($0) } }
    }

    /// Drops what is known of objects that are neither in the folder nor in the export.
    private mutating func forgetGone() {
        for origin in known.origins where folder.entries[origin] == nil && !confirmed.contains(origin) { memory[origin] = nil }
    }

    /// True when an object holds nothing but what an import wrote.
    func isUntouched(_ origin: String, _ entry: Folder.Entry) -> Bool {
        guard let fields = known.fields[origin] else { return false }
        let text = edits[entry.file] ?? TextEdits(folder.files[entry.file].text.bytes)
        return !text.hasComment(entry.node.range)
            && entry.node.pairs.allSatisfy { key, value in
                key.string == "origin" || fields[key.string] == Canonical.text(value) || isUntouchedList(key.string, value)
            }
    }

    /// True when an object holds no field but those that an import wrote, as it wrote them.
    func isAsRemembered(_ draft: Draft) -> Bool {
        guard let fields = known.fields[draft.origin] else { return false }
        return draft.fields.allSatisfy { fields[$0.key] == Canonical.text($0.value) }
    }

    private func isUntouchedList(_ key: String, _ list: Node) -> Bool {
        guard PartList.isList(key, list) else { return false }
        return list.items.allSatisfy { item in
            let members = PartLine(item)
            return !members.origins.isEmpty && members.drafts.allSatisfy { isAsRemembered($0) }
                && item.pairs.allSatisfy { !PartList.isList($0.key.string, $0.value) || isUntouchedList($0.key.string, $0.value) }
        }
    }
}

// MARK: - Additions

extension FolderWriter {
    private mutating func place() {
        var fresh: [String: [Addition]] = [:]
        for addition in additions {
            if let file = folder.files.firstIndex(where: { $0.path == addition.path }) {
                place(addition, in: file)
            } else {
                fresh[addition.path, default: []].append(addition)
            }
        }
        for path in fresh.keys.sorted() { addText(path, newFile(fresh[path] ?? [])) }
    }

    private mutating func place(_ addition: Addition, in file: Int) {
        let list = folder.files[file].root?[addition.key]
        edit(file) { text in
            if let list, list.kind == .sequence, !list.items.isEmpty {
                let indent = text.elementIndent(of: list) + "  "
                let elements = addition.drafts.map { draft in
                    addition.layout == .block && !list.isFlow ? Layout.block(draft, indent: indent) : Layout.line(draft)
                }
                text.appendElements(elements, to: list)
            } else if let list {
                text.replaceValue(list, with: "\n" + Layout.elements(addition.drafts, addition.layout, indent: "  ").dropLast())
            } else {
                text.append("\n\(addition.key):\n" + Layout.elements(addition.drafts, addition.layout, indent: "  "))
            }
        }
    }

    private func newFile(_ additions: [Addition]) -> String {
        let head = """
            # From NetBox. The next import updates what NetBox says here, and keeps what people add or change.
            evidence: \(Layout.flow(options.evidence))

            """
        return head + additions.map { "\n\($0.key):\n" + Layout.elements($0.drafts, $0.layout, indent: "  ") }.joined()
    }

    /// Adds a text, unless the folder has the very same.
    mutating func addText(_ path: String, _ text: String) {
        guard folder.text(path)?.bytes.elementsEqual(text.utf8) != true else { return }
        newTexts.append((path, text))
    }
}
