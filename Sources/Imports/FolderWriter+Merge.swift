import Diagnostics
import LocatedYAML

/// What becomes of one field.
enum FieldDecision {
    case set(key: String, value: Value, was: String?)
    case remove(key: String, was: String)
    /// Somebody wrote another value than NetBox has.
    case keep(key: String, folder: String, netbox: String)
}

extension FolderWriter {
    /// Compares an object of the folder with what NetBox says, field by field.
    ///
    /// - Parameter value: what the folder says in a field.
    func decisions(_ draft: Draft, keys: [String], value: (String) -> String?) -> [FieldDecision] {
        let last = known.fields[draft.origin]
        var decisions: [FieldDecision] = []
        for pair in draft.fields where !isUntouched(pair.key, of: draft.origin) {
            guard let present = value(pair.key) else {
                decisions.append(.set(key: pair.key, value: pair.value, was: nil))
                continue
            }
            let said = Canonical.text(pair.value)
            if present == said { continue }
            if last == nil || last?[pair.key] == present {
                decisions.append(.set(key: pair.key, value: pair.value, was: present))
            } else {
                decisions.append(.keep(key: pair.key, folder: present, netbox: said))
            }
        }
        for key in keys where !isUntouched(key, of: draft.origin) && draft.value(key) == nil {
            if let present = value(key), last?[key] == present { decisions.append(.remove(key: key, was: present)) }
        }
        return decisions
    }

    /// Brings one object up to date, and what stands in it.
    mutating func merge(_ draft: Draft, into entry: Folder.Entry) {
        let node = entry.node
        let found = decisions(draft, keys: node.pairs.map(\.key.string)) { key in node[key].map { Canonical.text($0) } }
        apply(found, draft, to: node, in: entry.file)
        report(found, draft, entry.section)
        for list in PartList.all where export.covers(list.endpoint) {
            mergeParts(draft.parts.first { $0.key == list.key }?.drafts ?? [], list.key, of: draft, in: entry)
        }
        remember(draft)
    }

    private mutating func apply(_ decisions: [FieldDecision], _ draft: Draft, to node: Node, in file: Int) {
        guard !decisions.isEmpty else { return }
        let order = draft.fields.map(\.key)
        edit(file) { text in
            for decision in decisions {
                switch decision {
                case .set(let key, let value, _):
                    text.set(key, to: Layout.flow(value), in: node, after: Array(order.prefix { $0 != key }))
                case .remove(let key, _): text.remove(key, from: node)
                case .keep: break
                }
            }
        }
    }

    mutating func report(_ decisions: [FieldDecision], _ draft: Draft, _ section: String) {
        for decision in decisions {
            switch decision {
            case .set(let key, let value, let was):
                note(draft.origin, draft, section, .changed(field: key, from: was, to: Canonical.text(value)))
            case .remove(let key, let was):
                note(draft.origin, draft, section, .changed(field: key, from: was, to: nil))
            case .keep(let key, let folder, let netbox):
                unconfirmed.insert(draft.origin)
                note(draft.origin, draft, section, .keptByHand(field: key, folder: folder, netbox: netbox))
            }
        }
    }
}

// MARK: - Parts

extension FolderWriter {
    /// Brings a list inside an object up to date, line by line.
    private mutating func mergeParts(_ drafts: [Draft], _ key: String, of owner: Draft, in entry: Folder.Entry) {
        guard let list = entry.node[key], list.kind == .sequence, !list.items.isEmpty else {
            addList(drafts, key, of: owner, in: entry)
            return
        }
        let wanted = Dictionary(drafts.map { ($0.origin, $0) }) { first, _ in first }
        var met: Set<String> = []
        var removed = 0
        for item in list.items {
            let line = PartLine(item)
            guard !line.origins.isEmpty else { continue }
            met.formUnion(line.origins)
            if key == "modules", let origin = line.origins.first {
                if mergeModule(origin, wanted[origin], item, list, entry) { removed += 1 }
            } else if mergeLine(line, wanted, key, list, entry) {
                removed += 1
            }
        }
        let added = drafts.filter { !met.contains($0.origin) }
        for draft in added {
            remember(draft)
            note(draft.origin, draft, key, .added)
        }
        edit(entry.file) { text in
            text.appendElements(Layout.parts(added, key, isFlow: list.isFlow, indent: text.elementIndent(of: list)), to: list)
            if removed == list.items.count, added.isEmpty { text.markEmpty(list) }
        }
    }

    private mutating func addList(_ drafts: [Draft], _ key: String, of owner: Draft, in entry: Folder.Entry) {
        guard !drafts.isEmpty else { return }
        for draft in drafts {
            remember(draft)
            note(draft.origin, draft, key, .added)
        }
        let node = entry.node
        let earlier = owner.fields.map(\.key) + ["origin"] + PartList.all.map(\.key).prefix { $0 != key }
        edit(entry.file) { text in
            let indent = text.indent(of: node.range.lowerBound) + "  "
            let parts = Layout.parts(drafts, key, isFlow: node.isFlow, indent: indent)
            let value = node.isFlow ? "[" + parts.joined(separator: ", ") + "]" : parts.map { "\n\(indent)- \($0)" }.joined()
            text.set(key, to: value, in: node, after: earlier)
        }
    }

    /// Brings a module up to date, and what stands in it; true when it is taken out.
    private mutating func mergeModule(_ origin: String, _ draft: Draft?, _ item: Node, _ list: Node, _ entry: Folder.Entry) -> Bool {
        let place = Folder.Entry(file: entry.file, section: "modules", node: item, parent: entry.parent)
        if let draft {
            merge(draft, into: place)
            return false
        }
        guard isUntouched(origin, place) else {
            note(origin, nil, "modules", .keptGone)
            return false
        }
        edit(entry.file) { $0.removeElement(item, of: list) }
        note(origin, nil, "modules", .removed)
        forget(item)
        return true
    }

    /// Brings one line up to date; true when nothing is left of it.
    private mutating func mergeLine(
        _ line: PartLine, _ wanted: [String: Draft], _ key: String, _ list: Node, _ entry: Folder.Entry
    ) -> Bool {
        var isChanged = false
        var kept: [Draft] = []
        for member in line.drafts {
            guard let draft = wanted[member.origin] else {
                if isUntouched(member, line, entry.file) {
                    isChanged = true
                    memory[member.origin] = nil
                    note(member.origin, member, key, .removed)
                } else {
                    kept.append(member)
                    note(member.origin, member, key, .keptGone)
                }
                continue
            }
            let found = decisions(draft, keys: member.fields.map(\.key)) { field in member.value(field).map { Canonical.text($0) } }
            report(found, draft, key)
            remember(draft)
            kept.append(member.merged(found, order: draft.fields.map(\.key)))
            isChanged = isChanged || found.contains { if case .keep = $0 { false } else { true } }
            if line.drafts.count == 1 { apply(found, draft, to: line.node, in: entry.file) }
        }
        guard isChanged, line.drafts.count > 1 || kept.isEmpty else { return false }
        edit(entry.file) { text in
            if kept.isEmpty {
                text.removeElement(line.node, of: list)
            } else {
                text.replaceElement(line.node, of: list, with: PartList.lines(kept, key).map(Layout.line))
            }
        }
        return kept.isEmpty
    }

    private func isUntouched(_ member: Draft, _ line: PartLine, _ file: Int) -> Bool {
        isAsRemembered(member) && !TextEdits(folder.files[file].text.bytes).hasComment(line.node.range)
    }
}

extension Draft {
    /// The object with decisions carried out, fields in the order of the folder, what is added behind its neighbours.
    fileprivate func merged(_ decisions: [FieldDecision], order: [String]) -> Draft {
        var merged = self
        for decision in decisions {
            switch decision {
            case .set(let key, let value, _):
                if let index = merged.fields.firstIndex(where: { $0.key == key }) {
                    merged.fields[index].value = value
                } else {
                    let earlier = order.prefix { $0 != key }
                    let index = merged.fields.lastIndex { earlier.contains($0.key) }.map { $0 + 1 } ?? merged.fields.count
                    merged.fields.insert(.init(key, value), at: index)
                }
            case .remove(let key, _): merged.fields.removeAll { $0.key == key }
            case .keep: break
            }
        }
        return merged
    }
}
