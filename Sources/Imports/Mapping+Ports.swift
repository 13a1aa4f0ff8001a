import Inventories
import LocatedYAML

extension Mapping {
    /// What every port has: name, label, type, module.
    private mutating func port(_ object: ForeignObject) -> Draft {
        place(object)
        let node = object.node
        var draft = Draft(origin: object.origin)
        draft.set("name", text: portName(object))
        // A name that would be read as a range stands as the label; the port is then named by its number.
        let written = node.text("name").map(NameRange.isPattern) == true ? node.text("name") : node.text("label")
        draft.set("label", text: written)
        draft.set("type", text: node.choice("type"))
        return draft
    }

    /// What ports have last: colour, owner, what is said about them.
    private mutating func close(_ draft: inout Draft, _ object: ForeignObject) {
        let node = object.node
        draft.set("color", text: node.text("color"))
        if node.flag("mark_connected") == true { draft.set("mark_connected", .yes) }
        if options.ownerFrom == .owner { draft.set("owner", text: owner(of: object)) }
        draft.set("description", text: node.text("description"))
        draft.set("tags", texts: tags(node))
    }

    /// The name of a port in its device.
    func portName(_ object: ForeignObject) -> String {
        guard let name = object.node.text("name"), !NameRange.isPattern(name) else { return NameBook.numbered(object.origin) }
        return name
    }

    mutating func interface(_ object: ForeignObject) -> Draft {
        let node = object.node
        var draft = port(object)
        if node.flag("enabled") == false { draft.set("enabled", .no) }
        if node.flag("mgmt_only") == true { draft.set("mgmt_only", .yes) }
        draft.set("lag", text: sibling(node, "lag"))
        draft.set("bridge", text: sibling(node, "bridge"))
        draft.set("parent", text: sibling(node, "parent"))
        draft.set("vlans", text: vlans(node))
        draft.set("mac_address", text: mac(object))
        draft.set("poe_mode", text: node.choice("poe_mode"))
        draft.set("poe_type", text: node.choice("poe_type"))
        draft.set("rf_role", text: node.choice("rf_role"))
        draft.set("ssid", text: ssid(node))
        draft.set("speed", number: node.integer("speed"))
        close(&draft, object)
        return draft
    }

    /// The interface that another one refers to: by its name, with its device where that is another one (a stack's LAG).
    private func sibling(_ node: Node, _ field: String) -> String? {
        guard let id = node.reference(field) else { return nil }
        let object = export.object(.interfaces, id)
        guard let other = object?.node ?? (node[field]?.kind == .mapping ? node[field] : nil) else { return nil }
        let name = object.map(portName) ?? other.text("name")
        guard let name, let device = other.reference("device"), device != node.reference("device") else { return name }
        return "\(names.name("dcim.device:\(device)")):\(name)"
    }

    /// VLANs in words: `access 10`, `tagged 20,30 untagged 10`.
    private mutating func vlans(_ node: Node) -> String? {
        let tagged = node.list("tagged_vlans").compactMap { vlan in
            _ = placed(.vlans, vlan.integer("id"))
            return vlan.integer("vid")
        }
        _ = placed(.vlans, node.reference("untagged_vlan"))
        var words = node.choice("mode").map { [$0] } ?? []
        if !tagged.isEmpty { words.append((words.last == "tagged" ? "" : "tagged ") + Ranges.list(tagged.sorted())) }
        if let untagged = node["untagged_vlan"]?.integer("vid") {
            words.append(words.last == "access" ? "\(untagged)" : "untagged \(untagged)")
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private mutating func ssid(_ node: Node) -> String? {
        let networks = node.list("wireless_lans").compactMap { network in
            _ = placed(.wirelessLANs, network.integer("id"))
            return network.text("ssid")
        }
        return networks.isEmpty ? nil : networks.joined(separator: ", ")
    }

    /// The address of an interface; from 4.2 on it is an object of its own.
    private mutating func mac(_ object: ForeignObject) -> String? {
        _ = placed(.macAddresses, object.node.reference("primary_mac_address"))
        return object.node.text("mac_address") ?? object.node["primary_mac_address"]?.text("mac_address")
    }

    mutating func frontPort(_ object: ForeignObject) -> Draft {
        let node = object.node
        var draft = port(object)
        if let positions = node.integer("positions"), positions != 1 { draft.set("positions", number: positions) }
        let mappings = self.mappings(node)
        if mappings.count == 1, let only = mappings.first, only.position == 1 {
            draft.set("rear_port", text: only.rear)
            if only.rearPosition != 1 { draft.set("rear_port_position", number: only.rearPosition) }
        } else if !mappings.isEmpty {
            draft.set("rear_ports", .list(mappings.map(\.value)))
        }
        close(&draft, object)
        return draft
    }

    /// How one position of a front port leads to one of a rear port.
    private struct Mapped {
        let position: Int
        let rear: String
        let rearPosition: Int

        var value: Value {
            .map([
                .init("position", .number(position)), .init("rear_port", .text(rear)), .init("rear_port_position", .number(rearPosition)),
            ])
        }
    }

    /// The mappings of a front port: a list from 4.5 on, one rear port and its position before that.
    private func mappings(_ node: Node) -> [Mapped] {
        if node["rear_ports"]?.kind == .sequence {
            return node.list("rear_ports").compactMap { mapping in
                rearName(mapping, "rear_port").map {
                    Mapped(position: mapping.integer("position") ?? 1, rear: $0, rearPosition: mapping.integer("rear_port_position") ?? 1)
                }
            }
        }
        guard let rear = rearName(node, "rear_port") else { return [] }
        return [Mapped(position: 1, rear: rear, rearPosition: node.integer("rear_port_position") ?? 1)]
    }

    private func rearName(_ node: Node, _ field: String) -> String? {
        export.object(.rearPorts, node.reference(field)).map(portName) ?? node[field]?.text("name")
    }

    mutating func rearPort(_ object: ForeignObject) -> Draft {
        var draft = port(object)
        if let positions = object.node.integer("positions"), positions != 1 { draft.set("positions", number: positions) }
        close(&draft, object)
        return draft
    }

    mutating func consolePort(_ object: ForeignObject) -> Draft {
        var draft = port(object)
        draft.set("speed", number: object.node.choice("speed").flatMap { wholeNumber($0) })
        close(&draft, object)
        return draft
    }

    mutating func powerPort(_ object: ForeignObject) -> Draft {
        var draft = port(object)
        draft.set("maximum_draw", number: object.node.integer("maximum_draw"))
        draft.set("allocated_draw", number: object.node.integer("allocated_draw"))
        close(&draft, object)
        return draft
    }

    mutating func powerOutlet(_ object: ForeignObject) -> Draft {
        let node = object.node
        var draft = port(object)
        let inlet = export.object(.powerPorts, node.reference("power_port")).map(portName) ?? node["power_port"]?.text("name")
        draft.set("power_port", text: inlet)
        draft.set("feed_leg", text: node.choice("feed_leg"))
        if let status = node.choice("status"), status != "enabled" { draft.set("status", text: status) }
        close(&draft, object)
        return draft
    }
}
