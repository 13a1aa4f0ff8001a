import Diagnostics
import Testing
import Times

@testable import Imports

/// Power, circuits and people of IMPORT-NOTES.md.
@Suite struct LineCases {
    // panel --feed F1-- [pdu:power In] .. [pdu:outlet 1] -- [sw-1:power PSU]
    @Test func `joins feeds to panels and outlets to inlets`() {
        var box = NetBox.room
        box.add("dcim/power-panels", 1, #""name": "P1", "site": {"id": 1, "name": "HQ"}"#)
        box.add(
            "dcim/power-feeds", 3,
            #""power_panel": {"id": 1}, "name": "F1", "rack": null, "status": {"value": "active"}, "type": {"value": "redundant"}, "#
                + #""supply": {"value": "dc"}, "phase": {"value": "single-phase"}, "voltage": -48, "amperage": 20, "max_utilization": 80"#)
        box.device(3, "pdu", role: "pdu")
        box.port("power-ports", 1, device: 3, "In", #""maximum_draw": 3000, "allocated_draw": 1200"#)
        box.port("power-ports", 2, device: 1, "PSU")
        box.port(
            "power-outlets", 1, device: 3, "1",
            #""power_port": {"id": 1, "name": "In"}, "feed_leg": {"value": "B"}, "status": {"value": "faulty"}"#)
        box.port("power-outlets", 2, device: 3, "spare", #""power_port": null, "feed_leg": null, "status": {"value": "enabled"}"#)
        box.cable(7, ["dcim.powerport:1"], ["dcim.powerfeed:3"])
        box.cable(8, ["dcim.powerport:2"], ["dcim.poweroutlet:1"])
        let text = box.imported().written
        #expect(
            text.contains(
                "- {name: F1, type: redundant, supply: dc, phase: single-phase, voltage: -48, amperage: 20, share: 80, status: active, origin"
            ))
        #expect(text.contains(#"a: "pdu:power/In", b: {feed: F1}"#))
        #expect(text.contains(#"a: "sw-1:power/PSU", b: "pdu:outlet/1""#))
        #expect(text.contains(#"- {name: "1", power_port: In, feed_leg: B, status: faulty, origin"#))
        #expect(text.contains(#"- {name: spare, origin: "dcim.poweroutlet:2"}"#))
    }

    // [sw-1:eth0] --7-- (A: C-1 :Z) == the provider's network
    @Test func `keeps both sides of circuits and what is said of them`() {
        var box = NetBox.room
        box.add("circuits/providers", 1, #""name": "Telia", "slug": "telia""#)
        box.add("circuits/provider-networks", 2, #""name": "MPLS", "provider": {"id": 1, "name": "Telia"}"#)
        box.add(
            "circuits/circuits", 3,
            #""cid": "C-1", "provider": {"id": 1, "name": "Telia"}, "type": {"id": 1, "slug": "mpls"}, "status": {"value": "leased"}"#)
        box.add(
            "circuits/circuit-terminations", 4,
            #""circuit": {"id": 3}, "term_side": "A", "termination_type": "dcim.site", "termination_id": 1, "xconnect_id": "X9", "pp_info": "MMR 3/7", "mark_connected": true"#
        )
        box.add(
            "circuits/circuit-terminations", 5,
            #""circuit": {"id": 3}, "term_side": "Z", "termination_type": "circuits.providernetwork", "termination_id": 2"#)
        box.cable(7, ["dcim.interface:1"], ["circuits.circuittermination:4"])
        let text = box.imported().written
        #expect(
            text.contains(
                #"a: {site: HQ, xconnect_id: X9, pp_info: MMR 3/7, mark_connected: true, origin: "circuits.circuittermination:4"}"#))
        #expect(text.contains(#"z: {provider_network: MPLS, origin: "circuits.circuittermination:5"}"#))
        #expect(text.contains(#"b: {circuit: C-1, side: A}"#))
        #expect(text.contains("status: leased"))
    }

    // 4.1 writes `site` and `provider_network`; a region is no place
    @Test func `reads the places of circuit sides as every version writes them`() {
        var box = NetBox.room
        box.add("circuits/circuits", 3, #""cid": "C-1""#)
        box.add("circuits/circuits", 4, #""cid": "C-1""#)
        box.add(
            "circuits/circuit-terminations", 4,
            #""circuit": 3, "term_side": "A", "site": {"id": 1, "name": "HQ"}, "provider_network": null"#)
        box.add(
            "circuits/circuit-terminations", 5,
            #""circuit": 4, "term_side": "A", "termination_type": "dcim.region", "termination_id": 8, "termination": {"name": "North"}"#)
        let text = box.imported().written
        #expect(text.contains(##"- id: "circuit#3""##))
        #expect(text.contains("a: {site: HQ, origin"))
        #expect(text.contains("a: {description: North, origin"))
    }

    @Test func `takes a tenant for whom it serves and for an owner only when told`() {
        var box = NetBox.room
        box.add("tenancy/tenants", 1, #""name": "Sales", "slug": "sales""#)
        box.change("dcim/racks", 1, #""u_height""#, #""tenant": {"id": 1, "name": "Sales", "slug": "sales"}, "u_height""#)
        let plain = box.imported().text("inventory/netbox-racks.yaml")
        #expect(plain.contains("tenant: sales") && !plain.contains("owner:"))
        let owned = box.imported(ImportOptions(client: "acme", ownerFrom: .tenant)).text("inventory/netbox-racks.yaml")
        #expect(owned.contains("owner: sales, tenant: sales"))
    }

    @Test func `takes owners from contacts, the first by rank, when told`() {
        var box = NetBox.room
        box.add("tenancy/tenants", 1, #""name": "Sales", "slug": "sales""#)
        box.add(
            "tenancy/contacts", 1,
            #""name": "Anna P.", "groups": [{"id": 7, "name": "IT", "slug": "it"}], "email": "a@x.example", "phone": "+7 1""#)
        box.add("tenancy/contacts", 2, #""name": "Bo", "group": null"#)
        box.add(
            "tenancy/contact-assignments", 1,
            #""object_type": "dcim.rack", "object_id": 1, "contact": {"id": 2}, "priority": {"value": "secondary"}"#)
        box.add(
            "tenancy/contact-assignments", 2, #""content_type": "dcim.rack", "object_id": 1, "contact": {"id": 1}, "priority": "primary""#)
        let plain = box.imported()
        #expect(plain.list("tenancy/contact-assignments")?.unplaced == 2)
        let result = box.imported(ImportOptions(client: "acme", ownerFrom: .contact))
        #expect(result.text("inventory/netbox-racks.yaml").contains("owner: it"))
        #expect(result.text("client.yaml").contains(#"- {id: anna-p, name: "#))
        #expect(result.text("client.yaml").contains(#"- {id: bo, name: Bo, party: netbox-contacts, origin: "tenancy.contact:2"}"#))
    }

    @Test func `takes the owner that NetBox 4,5 writes when told, and lists it otherwise`() {
        var box = NetBox.room
        box.change("dcim/racks", 1, #""u_height""#, #""owner": {"id": 4, "name": "Net Team"}, "u_height""#)
        #expect(box.imported().list("dcim/racks")?.fields.map(\.name) == ["owner"])
        let result = box.imported(ImportOptions(client: "acme", ownerFrom: .owner))
        #expect(result.text("inventory/netbox-racks.yaml").contains("owner: net-team"))
        #expect(result.text("client.yaml").contains(#"{id: net-team, kind: department, name: Net Team, origin: "users.owner:4"}"#))
        #expect(result.list("dcim/racks")?.fields.isEmpty == true)
    }

    @Test func `takes evidence from who imports and never from NetBox's dates`() {
        var box = NetBox.room
        box.change("dcim/racks", 1, #""u_height""#, #""created": "2026-01-01", "last_updated": "2026-06-01", "u_height""#)
        #expect(box.imported().text("inventory/netbox-racks.yaml").contains("evidence: {source: document}\n"))
        let day = CivilDate(year: 2026, month: 11, day: 1)
        let vouched = box.imported(ImportOptions(client: "acme", asOf: day, vouchedBy: "ivanov"))
        #expect(vouched.text("inventory/netbox-racks.yaml").contains("evidence: {source: document, seen: 2026-11-01, by: ivanov}\n"))
        let dayOnly = box.imported(ImportOptions(client: "acme", asOf: day))
        #expect(dayOnly.text("inventory/netbox-racks.yaml").contains("evidence: {source: document}\n"))
    }

    @Test func `says that the word of somebody who is no contact is hearsay`() {
        var box = NetBox.room
        let options = ImportOptions(client: "acme", asOf: CivilDate(year: 2026, month: 11, day: 1), vouchedBy: "bo")
        #expect(box.imported(options).log.kept.map(\.code) == ["netbox-voucher"])
        box.add("tenancy/contacts", 2, #""name": "Bo", "group": null"#)
        #expect(box.imported(options).log.kept.map(\.code) == [])
        let client = "client: acme\ncontacts:\n  - {id: bo, name: Bo, party: it}\n"
        let folder = [(path: "client.yaml", text: SourceText(name: "client.yaml", client))]
        #expect(NetBox.room.imported(over: folder, options).log.kept.map(\.code) == [])
    }

    @Test func `counts and names what belongs to nothing in the export`() {
        var box = NetBox.room
        box.port("interfaces", 90, device: 77, "eth0")
        box.port("interfaces", 91, device: 77, "eth1")
        let result = box.imported()
        #expect(result.log.kept.map(\.code) == ["netbox-orphans"])
        #expect(result.log.kept[0].summary.en.contains("2 of `dcim/interfaces`"))
        #expect(result.list("dcim/interfaces")?.unplaced == 2)
    }
}
