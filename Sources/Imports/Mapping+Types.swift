import LocatedYAML

extension Mapping {
    /// Types of devices and modules, without ports: each device has its own.
    mutating func typeSections() -> [DraftSection] {
        let path = "inventory/netbox-types.yaml"
        let devices = export.objects(.deviceTypes).map { type in
            var draft = self.type(type)
            draft.set("u_height", type.node.figure("u_height"))
            if type.node.flag("is_full_depth") == false { draft.set("is_full_depth", .no) }
            draft.set("subdevice_role", text: type.node.choice("subdevice_role"))
            close(&draft, type)
            return draft
        }
        let modules = export.objects(.moduleTypes).map { type in
            var draft = self.type(type)
            close(&draft, type)
            return draft
        }
        return [
            DraftSection(path: path, key: "device_types", layout: .line, drafts: devices),
            DraftSection(path: path, key: "module_types", layout: .line, drafts: modules),
        ]
    }

    private mutating func type(_ type: ForeignObject) -> Draft {
        place(type)
        _ = placed(.manufacturers, type.node.reference("manufacturer"))
        var draft = Draft(origin: type.origin)
        draft.set("manufacturer", text: type.node["manufacturer"]?.text("name") ?? "unknown")
        draft.set("model", text: type.node.text("model") ?? NameBook.numbered(type.origin))
        draft.set("slug", text: typeName(type.node, separator: "-"))
        return draft
    }

    private mutating func close(_ draft: inout Draft, _ type: ForeignObject) {
        draft.set("description", text: type.node.text("description"))
        draft.set("comments", text: type.node.text("comments"))
    }

    mutating func deviceType(_ node: Node) -> String? { typeReference(node, "device_type", .deviceTypes) }

    mutating func moduleType(_ node: Node) -> String? { typeReference(node, "module_type", .moduleTypes) }

    /// The type of a device or module by name; nil where the export does not hold it, because nothing could be looked up.
    private mutating func typeReference(_ node: Node, _ field: String, _ list: Endpoint) -> String? {
        guard let type = placed(list, node.reference(field)) else { return nil }
        return typeName(type.node, separator: "/")
    }

    /// `manufacturer/model`, as files of the device-type library are named; with a hyphen it is the library's slug.
    private func typeName(_ type: Node, separator: String) -> String {
        let maker = slug(type["manufacturer"]?.text("name") ?? "unknown")
        let model = (type.text("slug") ?? slug(type.text("model") ?? "unknown")).lowercased()
        // Types that came from the library have its slug, which begins with the manufacturer already.
        return maker + separator + (model.hasPrefix(maker + "-") ? String(model.dropFirst(maker.utf8.count + 1)) : model)
    }
}
