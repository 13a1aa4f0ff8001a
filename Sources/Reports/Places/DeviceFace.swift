package import Diagnostics
package import Inventories
package import Plants

/// A device's ports in rows as they are on its front, with what is plugged into them.
package struct DeviceFace: Sendable {
    let plant: Plant
    let markings: Markings
    let typesetter: Typesetter
    private let standing: Standing

    /// Pictures of a plant's devices, with the marks of an order or without.
    package init(_ plant: Plant, _ markings: Markings, _ typesetter: Typesetter) {
        self.plant = plant
        self.markings = markings
        self.typesetter = typesetter
        standing = Standing(plant)
    }

    /// Ports of one kind whose names differ in the number at their end only.
    private struct Group {
        let kind: PortKind
        let prefix: String
        var ports: [(port: Ref<Port>, label: String)]
    }

    private var inventory: Inventory { plant.inventory }
    private func say(_ phrase: Phrase) -> String { phrase[typesetter.language] }

    /// The ports in their rows, below them what is in each.
    package func text(of device: Ref<Device>) -> String {
        var text = heading(of: device) + "\n"
        if let objection = markings.objection(to: device) {
            text += typesetter.ink.painted("✗ \(say(objection))", .danger) + "\n"
        }
        let groups = groups(of: device)
        if groups.isEmpty { return text + "\n" + say(.noPorts) + "\n" }
        for group in groups { text += "\n" + picture(of: group) }
        let list = list(of: device)
        if !list.isEmpty { text += "\n" + list }
        return text + "\n" + legend
    }

    // MARK: - The rows of ports

    private func groups(of device: Ref<Device>) -> [Group] {
        var groups: [Group] = []
        for port in inventory.devices[device].ports.refs {
            let row = inventory.ports[port]
            let name = row.name.text.displayed
            let digits = name.reversed().prefix { ("0"..."9").contains($0) }.count
            let prefix = digits == 0 ? "" : String(name.dropLast(digits))
            let label = String(name.dropFirst(prefix.count))
            if let last = groups.lastIndex(where: { $0.kind == row.kind && $0.prefix == prefix }) {
                groups[last].ports.append((port, label))
            } else {
                groups.append(Group(kind: row.kind, prefix: prefix, ports: [(port, label)]))
            }
        }
        return groups
    }

    /// Switches have odd ports above even ones; panels have their ports in one row after the other.
    private func picture(of group: Group) -> String {
        let width = (group.ports.map(\.label.displayWidth).max() ?? 1) + 3
        let perRow = max(1, min(24, (typesetter.width - 2) / width))
        let isStacked = group.kind == .interface && group.ports.count > 12 && !group.prefix.isEmpty
        var text = typesetter.ink.painted("\(say(group.kind.phrase)) \(group.prefix)".trimmed, .frame) + "\n"
        var rest = group.ports[...]
        while !rest.isEmpty {
            let block = rest.prefix(isStacked ? perRow * 2 : perRow)
            rest = rest.dropFirst(block.count)
            let rows = isStacked ? [0, 1].map { odd in block.enumerated().filter { $0.offset % 2 == odd }.map(\.element) } : [Array(block)]
            for row in rows where !row.isEmpty { text += "  " + row.map { cell($0.port, $0.label, width) }.joined() + "\n" }
        }
        return text
    }

    private func cell(_ port: Ref<Port>, _ label: String, _ width: Int) -> String {
        let state = plant.state(of: port)
        let mark = mark(of: port, state)
        let ink = typesetter.ink
        return ink.painted(mark.sign, mark.tone) + label.rightAligned(to: width - 3) + ink.painted(state.sign, state.tone) + " "
    }

    private func mark(of port: Ref<Port>, _ state: PortState) -> Mark {
        Mark(
            isTouched: markings.ports[port] != nil, isForbidden: markings.objection(to: port, state) != nil,
            isOffered: markings.offered.contains(port))
    }

    // MARK: - The list of ports

    /// Ports in a row of which the same is to be told.
    private struct Entry {
        var ports: [String]
        let sign: String
        let content: String
    }

    private func list(of device: Ref<Device>) -> String {
        var entries: [Entry] = []
        for port in inventory.devices[device].ports.refs {
            guard let entry = entry(for: port) else { continue }
            if let last = entries.last, last.sign == entry.sign, last.content == entry.content {
                entries[entries.count - 1].ports += entry.ports
            } else {
                entries.append(entry)
            }
        }
        let names = entries.map { $0.ports.count == 1 ? $0.ports[0] : "\($0.ports[0]) … \($0.ports[$0.ports.count - 1])" }
        let width = min(30, names.map(\.displayWidth).max() ?? 0)
        return zip(entries, names).map { "  \($0.sign) \($1.padded(to: width))  \($0.content)\n" }.joined()
    }

    /// What is in a port; nil for one that is neither in use nor touched.
    private func entry(for port: Ref<Port>) -> Entry? {
        let state = plant.state(of: port)
        let steps = markings.ports[port]
        guard steps != nil || (state != .empty && state != .unseen) else { return nil }
        let mark = mark(of: port, state)
        let sign = typesetter.ink.painted(mark.sign, mark.tone) + typesetter.ink.painted(state.sign, state.tone)
        let name = String(inventory.name(of: .port(port)).displayed.drop { $0 != ":" }.dropFirst())
        let tail = steps.map { "  ← \($0.map(\.text.displayed).joined(separator: " "))" } ?? ""
        return Entry(ports: [name], sign: sign, content: say(content(of: port, state)) + tail)
    }

    private func content(of port: Ref<Port>, _ state: PortState) -> Phrase {
        let cables = plant.cables(in: port)
        guard !cables.isEmpty else {
            return state == .unseen ? state.phrase : .stated(state.phrase, standing.words(for: plant.occupancy(of: port)))
        }
        let ways = cables.map { cable in
            let peers = plant.peers(of: port, over: cable).map { inventory.name(of: .port($0)).displayed }
            let row = inventory.cables[cable]
            let names = [row.id, row.label].compactMap { $0?.text.displayed }
            let label = names.isEmpty ? "" : "  [\(Set(names).count == 1 ? names[0] : names.joined(separator: ", "))]"
            return "→ \(peers.isEmpty ? "?" : peers.joined(separator: ", "))\(label)"
        }
        return .stated(Phrase(verbatim: ways.joined(separator: "; ")), standing.words(for: plant.exists(cables[0])))
    }

    // MARK: - Around the picture

    private func heading(of device: Ref<Device>) -> String {
        let row = inventory.devices[device]
        var words = [typesetter.ink.painted(inventory.name(of: .device(device)).displayed, .strong)]
        words += [row.role?.text, row.type.map { inventory.deviceTypes[$0].key.text }].compactMap { $0?.displayed }
        words.append(place(of: row))
        words.append(inventory.owner(of: .device(device)).map { say(.owner(inventory.parties[$0].name.text.displayed)) } ?? say(.nobodys))
        if let serial = row.serial { words.append("S/N \(serial.text.displayed)") }
        if let tag = row.assetTag { words.append(tag.text.displayed) }
        if let steps = markings.devices[device] { words.append("← \(steps.map(\.text.displayed).joined(separator: " "))") }
        return words.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func place(of device: Device) -> String {
        let unit = device.positionHalves.map { " U\($0 / 2)\($0.isMultiple(of: 2) ? "" : ".5")" } ?? ""
        let rack = device.rack.map { inventory.name(of: .rack($0)).displayed + unit }
        let location = device.location.map { inventory.locations[$0].name.text.displayed }
        let site = device.site.map { inventory.sites[$0].name.text.displayed }
        return [rack, location, site].compactMap { $0 }.joined(separator: ", ")
    }

    private var legend: String {
        let states = PortState.all.map { "\(typesetter.ink.painted($0.sign, $0.tone)) \(say($0.phrase))" }.joined(separator: "   ")
        return states + "\n" + (markings.hasOrder ? Mark.legend(typesetter, arrivals: false) + "\n" : "")
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}

extension PortKind {
    fileprivate var phrase: Phrase {
        switch self {
        case .interface: Phrase(en: "interfaces", ru: "интерфейсы")
        case .frontPort: Phrase(en: "front ports", ru: "порты спереди")
        case .rearPort: Phrase(en: "rear ports", ru: "порты сзади")
        case .consolePort: Phrase(en: "console ports", ru: "консольные порты")
        case .consoleServerPort: Phrase(en: "console server ports", ru: "порты консольного сервера")
        case .powerPort: Phrase(en: "power ports", ru: "вводы питания")
        case .powerOutlet: Phrase(en: "outlets", ru: "розетки")
        case .powerFeed: Phrase(en: "feeds", ru: "линии питания")
        case .circuitSide: Phrase(en: "circuit sides", ru: "стороны канала связи")
        }
    }
}

extension Phrase {
    fileprivate static let noPorts = Phrase(en: "no ports are on record", ru: "портов в учёте нет")

    fileprivate static func stated(_ what: Phrase, _ evidence: Phrase) -> Phrase {
        Phrase(en: "\(what.en)  (\(evidence.en))", ru: "\(what.ru)  (\(evidence.ru))")
    }
}
