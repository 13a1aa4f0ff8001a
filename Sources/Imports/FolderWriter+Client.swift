import Diagnostics
import LocatedYAML

extension FolderWriter {
    /// Brings parties and contacts into `client.yaml`; a folder without one gets one.
    mutating func writeClient(_ people: People) {
        guard folder.file("client.yaml") != nil else {
            for draft in people.parties + people.contacts { remember(draft) }
            addText("client.yaml", newClient(people))
            return
        }
        writePeople("parties", people.parties)
        writePeople("contacts", people.contacts)
    }

    private mutating func writePeople(_ section: String, _ drafts: [Draft]) {
        write(DraftSection(path: "client.yaml", key: section, layout: .line, drafts: drafts))
    }

    private func newClient(_ people: People) -> String {
        func list(_ key: String, _ drafts: [Draft]) -> String {
            drafts.isEmpty ? "\(key): []\n" : "\(key):\n" + Layout.elements(drafts, .line, indent: "  ")
        }
        return """
            client: \(Layout.scalar(options.client))
            name: \(Layout.scalar(options.client))
            language: en
            timezone: UTC
            \(list("parties", people.parties))\(list("contacts", people.contacts))\
            # Whom to ask where nobody else is named. Nobody has the say over anything until `authority` is written at a contact:
            #   authority: [{over: {owner: it}, may: [any]}]
            questions_to: []
            # What the client's people would miss, which NetBox does not know. Without services a check ends INCONCLUSIVE or
            # DO NOT TOUCH. Write them as:
            #   - id: accounting
            #     department: accounting
            #     criticality: high
            #     hours: "Mo-Fr 08:00-20:00"
            #     downtime: PT15M
            #     paths:
            #       - {from: [{device: acc-sw}], to: [{device: core-rtr}]}
            services: []

            """
    }
}

// MARK: - Evidence

extension FolderWriter {
    /// Renews the evidence of the files that imports write.
    ///
    /// What does not rest on this export (written by hand, changed by hand, no longer in NetBox) keeps the old evidence, at itself.
    mutating func keepOldEvidence() {
        let evidence = Layout.flow(options.evidence)
        for (index, file) in folder.files.enumerated() where file.path.hasPrefix("inventory/netbox-") {
            guard let root = file.root, let old = root["evidence"], Canonical.text(old) != Canonical.text(options.evidence) else {
                continue
            }
            let before = old.isFlow ? String(decoding: file.text.bytes[old.range], as: UTF8.self) : Layout.flow(old.value)
            for section in ["devices", "cables"] {
                for item in root[section]?.items ?? [] where !restsOnExport(item) && item["evidence"] == nil {
                    let fields = item.pairs.map(\.key.string).filter { !PartList.isKey($0) }
                    edit(index) { $0.set("evidence", to: before, in: item, after: fields) }
                }
            }
            edit(index) { $0.set("evidence", to: evidence, in: root, after: []) }
        }
    }

    private func restsOnExport(_ item: Node) -> Bool {
        guard let origin = item.text("origin") else { return false }
        return isConfirmed(origin) && !unconfirmed.contains(origin)
    }
}
