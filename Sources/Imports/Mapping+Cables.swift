import Diagnostics
import LocatedYAML

extension Mapping {
    /// Cables in a file for each site; those between sites, and without one, in a file of their own.
    mutating func cableSections() -> [DraftSection] {
        let connectors = self.connectors()
        var byFile: [String: [Draft]] = ["": wirelessLinks()]
        for cable in export.objects(.cables) {
            let sides = [ends(cable, "a_terminations"), ends(cable, "b_terminations")]
            let sites = Set(sides.joined().compactMap { site(of: $0) })
            let file = sites.count == 1 ? sites.first.map { $0 } ?? "" : ""
            byFile[file, default: []].append(self.cable(cable, sides, connectors))
        }
        return byFile.keys.sorted().map { file in
            DraftSection(path: "inventory/netbox-\(file)cables.yaml", key: "cables", layout: .line, drafts: byFile[file] ?? [])
        }
    }

    private mutating func cable(_ cable: ForeignObject, _ sides: [[Termination]], _ connectors: [ConnectorKey: ConnectorPlace]) -> Draft {
        place(cable)
        let node = cable.node
        var draft = Draft(origin: cable.origin)
        draft.set("id", text: NameBook.numbered(cable.origin))
        draft.set("a", side(sides[0], of: cable, "A", connectors))
        draft.set("b", side(sides[1], of: cable, "B", connectors))
        draft.set("label", text: node.text("label"))
        draft.set("type", text: node.choice("type"))
        if let status = node.choice("status"), status != "connected" { draft.set("status", text: status) }
        draft.set("color", text: node.text("color"))
        draft.set("length", text: length(node))
        draft.set("profile", text: node.choice("profile"))
        _ = placed(.cableBundles, node.reference("bundle"))
        draft.set("bundle", text: node["bundle"]?.text("name"))
        setCommon(&draft, cable, status: false)
        return draft
    }

    private func length(_ node: Node) -> String? {
        guard let length = node.figure("length")?.scalar else { return nil }
        return [length, node.choice("length_unit")].compactMap { $0 }.joined(separator: " ")
    }

    /// One side of a cable: a port, a list of ports, or `unknown` where NetBox has none.
    private mutating func side(
        _ ends: [Termination], of cable: ForeignObject, _ letter: String, _ connectors: [ConnectorKey: ConnectorPlace]
    ) -> Value {
        let values = ends.compactMap { end in
            endValue(end, connectors[ConnectorKey(cable: cable.id, end: letter, type: end.type, id: end.id)])
        }
        if values.count < ends.count { log.add(lostEnd(cable, letter)) }
        return values.isEmpty ? .text("unknown") : values.count == 1 ? values[0] : .list(values)
    }

    private func lostEnd(_ cable: ForeignObject, _ letter: String) -> Diagnostic {
        let list = letter == "A" ? "a_terminations" : "b_terminations"
        return Diagnostic("netbox-lost-end", .warning, .endNotExported(cable.id, letter), at: cable.node[list]?.span, help: [.exportPorts])
    }
}

// MARK: - Links without a cord

extension Mapping {
    private mutating func wirelessLinks() -> [Draft] {
        export.objects(.wirelessLinks).map { link in
            place(link)
            let node = link.node
            var draft = Draft(origin: link.origin)
            draft.set("id", text: NameBook.numbered(link.origin))
            draft.set("a", radio(node, "interface_a"))
            draft.set("b", radio(node, "interface_b"))
            draft.set("type", text: "wireless")
            if let status = node.choice("status"), status != "connected" { draft.set("status", text: status) }
            let words = [node.text("ssid"), node.text("description")].compactMap { $0 }
            draft.set("owner", text: owner(of: link))
            draft.set("tenant", text: party(node, "tenant", in: .tenants))
            draft.set("description", text: words.joined(separator: ": "))
            draft.set("comments", text: node.text("comments"))
            draft.set("tags", texts: tags(node))
            return draft
        }
    }

    private mutating func radio(_ node: Node, _ side: String) -> Value {
        guard let id = node.reference(side) else { return .text("unknown") }
        return endValue(Termination(type: "dcim.interface", id: id, node: node[side]), nil) ?? .text("unknown")
    }
}

// MARK: - Ends

extension Mapping {
    /// What a cable ends on, as NetBox names it.
    struct Termination {
        let type: String
        let id: Int
        let node: Node?
    }

    /// The connector and the positions of one end, which only the list of terminations has (4.5 and later).
    struct ConnectorPlace {
        var connector: Int
        var positions: [Int]
    }

    struct ConnectorKey: Hashable {
        let cable: Int
        let end: String
        let type: String
        let id: Int
    }

    private mutating func connectors() -> [ConnectorKey: ConnectorPlace] {
        var places: [ConnectorKey: ConnectorPlace] = [:]
        for row in export.objects(.cableTerminations) {
            guard let cable = row.node.reference("cable"), export.object(.cables, cable) != nil else {
                orphan(row)
                continue
            }
            place(row)
            guard let connector = row.node.integer("connector"), let end = row.node.text("cable_end"),
                let type = row.node.text("termination_type"), let id = row.node.integer("termination_id")
            else { continue }
            let positions = row.node.list("positions").compactMap { wholeNumber($0.string) }
            places[ConnectorKey(cable: cable, end: end, type: type, id: id)] = ConnectorPlace(connector: connector, positions: positions)
        }
        return places
    }

    private func ends(_ cable: ForeignObject, _ list: String) -> [Termination] {
        cable.node.list(list).compactMap { end in
            guard let type = end.text("object_type"), let id = end.integer("object_id") else { return nil }
            return Termination(type: type, id: id, node: end["object"])
        }
    }

    /// The port of an end as a reference; nil when the export does not hold it.
    private func endValue(_ end: Termination, _ place: ConnectorPlace?) -> Value? {
        var pairs: [Value.Pair]
        switch end.type {
        case "circuits.circuittermination":
            guard let side = export.object(.circuitTerminations, end.id), let circuit = side.node.reference("circuit"),
                let circuit = export.object(.circuits, circuit)
            else { return nil }
            pairs = [.init("circuit", .text(names.name(circuit.origin))), .init("side", .text(side.node.text("term_side") ?? "A"))]
        case "dcim.powerfeed":
            guard let feed = export.object(.powerFeeds, end.id), export.object(.powerPanels, feed.node.reference("power_panel")) != nil
            else { return nil }
            pairs = [.init("feed", .text(names.name(feed.origin)))]
        default:
            guard let (list, word, kind) = PortWord.kinds[end.type], let port = export.object(list, end.id),
                let device = export.object(.devices, port.node.reference("device"))
            else { return nil }
            let (deviceName, name) = (names.name(device.origin), portName(port))
            if place == nil, let text = reference(deviceName, word, name) { return .text(text) }
            pairs = [.init("device", .text(deviceName)), .init("port", .text(name)), .init("kind", .text(kind))]
        }
        if let place {
            pairs.append(.init("connector", .number(place.connector)))
            // Positions beyond the 64th have no place in an end.
            if !place.positions.isEmpty, place.positions.allSatisfy({ (1...64).contains($0) }) {
                pairs.append(.init("positions", .list(place.positions.map(Value.number))))
            }
        }
        return .map(pairs)
    }

    /// `device:kind/name`; nil when a name holds a colon, or could be read as another one.
    private func reference(_ device: String, _ word: String?, _ port: String) -> String? {
        guard !device.contains(":"), !port.contains(":") else { return nil }
        if let word { return "\(device):\(word)/\(port)" }
        let first = port.prefix { $0 != "/" }
        return PortWord.reserved.contains(String(first)) ? nil : "\(device):\(port)"
    }

    /// The beginning of the file of an end's site.
    private func site(of end: Termination) -> String? {
        switch end.type {
        case "circuits.circuittermination", "dcim.powerfeed": return nil
        default:
            guard let list = PortWord.kinds[end.type]?.list, let port = export.object(list, end.id) else { return nil }
            return export.object(.devices, port.node.reference("device")).map { siteFile($0.node) }
        }
    }
}

extension Phrase {
    fileprivate static func endNotExported(_ cable: Int, _ side: String) -> Phrase {
        Phrase(
            en: "cable #\(cable): an end on side \(side) is not in the export; it is written as unknown",
            ru: "кабель #\(cable): конца на стороне \(side) нет в выгрузке; он записан как неизвестный")
    }

    fileprivate static var exportPorts: Phrase {
        Phrase(
            en: "export the list of these ports and of their devices as well",
            ru: "выгрузите и список этих портов, и список их устройств")
    }
}
