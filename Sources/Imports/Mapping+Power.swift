import LocatedYAML

extension Mapping {
    mutating func powerSections() -> [DraftSection] {
        var feeds = Dictionary(grouping: export.objects(.powerFeeds)) { $0.node.reference("power_panel") ?? -1 }
        let panels = export.objects(.powerPanels).map { panel in
            self.panel(panel, feeds: feeds.removeValue(forKey: panel.id) ?? [])
        }
        for lost in feeds.values.flatMap({ $0 }) { orphan(lost) }
        return [DraftSection(path: "inventory/netbox-power.yaml", key: "power_panels", layout: .block, drafts: panels)]
    }

    private mutating func panel(_ panel: ForeignObject, feeds: [ForeignObject]) -> Draft {
        place(panel)
        var draft = Draft(origin: panel.origin)
        draft.set("name", text: names.name(panel.origin))
        draft.set("site", text: name(panel.node, "site", in: .sites))
        draft.set("location", text: name(panel.node, "location", in: .locations))
        setCommon(&draft, panel, status: false)
        draft.set("feeds", parts: feeds.map { feed($0) })
        return draft
    }

    private mutating func feed(_ feed: ForeignObject) -> Draft {
        place(feed)
        let node = feed.node
        var draft = Draft(origin: feed.origin)
        draft.set("name", text: names.name(feed.origin))
        draft.set("rack", text: name(node, "rack", in: .racks))
        draft.set("type", text: node.choice("type"))
        draft.set("supply", text: node.choice("supply"))
        draft.set("phase", text: node.choice("phase"))
        draft.set("voltage", number: node.integer("voltage"))
        draft.set("amperage", number: node.integer("amperage"))
        draft.set("share", number: node.integer("max_utilization"))
        if node.flag("mark_connected") == true { draft.set("mark_connected", .yes) }
        setCommon(&draft, feed)
        return draft
    }
}
