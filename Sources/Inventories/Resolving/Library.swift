import Diagnostics
import LocatedYAML

/// Where the texts of device types come from that no inventory file holds.
struct Library {
    /// The text of a device type or module type by its slug, nil when there is none.
    let text: (String) -> SourceText?
}

/// A device type in use: its row and how its parts were written.
///
/// A class, because it is large, and every device of the type refers to it.
final class KnownType {
    let ref: Ref<DeviceType>
    let draft: DeviceTypeDraft
    /// The detail rows of `draft.ports`, shared by all devices of the type.
    let details: [Ref<PortDetail>?]

    init(ref: Ref<DeviceType>, draft: DeviceTypeDraft, details: [Ref<PortDetail>?]) {
        self.ref = ref
        self.draft = draft
        self.details = details
    }
}

extension Resolver {
    /// Device types and module types that files give inline, under all their names.
    mutating func collectTypes() {
        for document in documents {
            for draft in document.draft.deviceTypes { collect(draft, .deviceType, into: \.inlineTypes) }
            for draft in document.draft.moduleTypes { collect(draft, .moduleType, into: \.moduleTypes) }
        }
    }

    private mutating func collect(
        _ draft: DeviceTypeDraft, _ kind: NamedThing, into types: any WritableKeyPath<Resolver, [Symbol: DeviceTypeDraft]> & Sendable
    ) {
        guard let model = draft.model else { return }
        let keys = Self.keys(of: draft)
        if let first = self[keyPath: types][keys[0]] {
            return report(.duplicate(kind, model.value.text, at: model.span, first: first.model?.span))
        }
        for key in keys where self[keyPath: types][key] == nil { self[keyPath: types][key] = draft }
    }

    /// The names by which a type is referred to, all without case: slug, `manufacturer/model`, and model alone.
    private static func keys(of draft: DeviceTypeDraft) -> [Symbol] {
        let maker = slug(draft.manufacturer?.value.text ?? "")
        let model = slug(draft.model?.value.text ?? "")
        var keys = ["\(maker)/\(model)", "\(maker)-\(model)", model]
        if let own = draft.slug?.text {
            let own = InterfaceNames.lowercased(own)
            keys.insert(own, at: 0)
            keys.append("\(maker)/\(own)")
            if own.hasPrefix(maker + "-") { keys.append("\(maker)/\(own.dropFirst(maker.count + 1))") }
        }
        return keys.map { Symbol($0) }
    }

    /// A text as a slug: small letters and digits, all else a hyphen.
    private static func slug(_ text: String) -> String {
        var slug = ""
        for character in text.lowercased() {
            if character.isLetter || character.isNumber || character == "_" {
                slug.append(character)
            } else if !slug.isEmpty, !slug.hasSuffix("-") {
                slug.append("-")
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }

    /// The type of a device by its slug: given inline, else from the library; nil after a report.
    mutating func deviceType(_ mention: Mention) -> KnownType? {
        let key = Symbol(InterfaceNames.lowercased(mention.value.text))
        if let known = knownTypes[key] { return known }
        let draft = inlineTypes[key] ?? libraryType(key, shape: DeviceTypeDraft.library)
        guard let draft else {
            let near = index.near(inlineTypes.keys.lazy.map(\.text), mention.value.text)
            report(.unknownType(.deviceType, mention.value.text, near, at: mention.span))
            knownTypes[key] = .some(nil)
            return nil
        }
        let known = add(draft, key: key)
        knownTypes[key] = known
        return known
    }

    /// The type of a module; nil after a report.
    mutating func moduleType(_ mention: Mention) -> DeviceTypeDraft? {
        let key = Symbol(InterfaceNames.lowercased(mention.value.text))
        if let known = moduleTypes[key] { return known }
        if let draft = libraryType(key, shape: DeviceTypeDraft.library) {
            moduleTypes[key] = draft
            return draft
        }
        let near = index.near(moduleTypes.keys.lazy.map(\.text), mention.value.text)
        report(.unknownType(.moduleType, mention.value.text, near, at: mention.span))
        return nil
    }

    private mutating func libraryType(_ key: Symbol, shape: Shape<DeviceTypeDraft>) -> DeviceTypeDraft? {
        guard let text = library.text(key.text) else { return nil }
        let file = texts.add(text)
        var own = DiagnosticLog()
        let tree = NodeTree.parse(text, file: file, log: &own)
        let draft = tree.roots.first.flatMap { shape.read($0, &own) }
        for var diagnostic in own.kept {
            // The library grows keys faster than we do; that one of them is passed over breaks nothing.
            if diagnostic.code == "unknown-key" { diagnostic.severity = .note }
            report(diagnostic)
        }
        return draft
    }

    private mutating func add(_ draft: DeviceTypeDraft, key: Symbol) -> KnownType {
        let type = DeviceType(
            key: key, manufacturer: draft.manufacturer?.value ?? .empty, model: draft.model?.value ?? .empty,
            heightHalves: draft.heightHalves ?? 2, isFullDepth: draft.isFullDepth ?? true, subdeviceRole: draft.subdeviceRole)
        let ref = inventory.deviceTypes.append(type, at: draft.model?.span)
        return KnownType(ref: ref, draft: draft, details: draft.ports.map { detail($0) })
    }

    /// The row of what only some ports have; ports of one declaration share it.
    mutating func detail(_ draft: PortDraft) -> Ref<PortDetail>? {
        let written = draft.detail
        guard written != nil || !draft.imprint.tags.isEmpty else { return nil }
        var detail = written ?? PortDetail()
        detail.tags = draft.imprint.tags
        return inventory.portDetails.append(detail, at: draft.span)
    }
}
