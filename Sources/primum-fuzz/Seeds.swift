import Imports
import Seals
import Times

/// Sound texts, out of which damaged ones are made.
enum Seeds {
    /// When the damaged texts are read.
    static let now = Timestamp(rfc3339: "2026-11-24T12:00:00Z")!
    static let importOptions = ImportOptions(
        client: "vostok", asOf: CivilDate(year: 2026, month: 11, day: 1), vouchedBy: "petrova", ownerFrom: .tenant)
    static let cutSheet = "from,to,label\nsw-1:Gi1/0/1,sw-1:Gi1/0/5,C-1\n"

    /// The folder against which orders are read.
    static let folder = [(path: "client.yaml", text: client), (path: "inventory/r1.yaml", text: inventory)]

    static let client = """
        client: vostok
        name: Vostok Trading
        language: ru
        timezone: Europe/Moscow
        parties:
          - {id: netmasters, kind: contractor, name: NetMasters}
          - {id: subco, kind: contractor, name: SubCo, under: netmasters}
          - {id: it, kind: department, name: IT, record_address: it@vostok.example}
        contacts:
          - id: petrova
            name: Анна Петрова
            party: it
            reach: "24/7"
            deputy: ivanov
            authority: [{over: {owner: it}, may: [any]}, {over: [{rack: R1}, {device: sw-1}], may: [connect, move], until: 2027-01-01}]
          - {id: ivanov, name: Ivanov, party: netmasters}
        contract:
          - {id: MSA-7, between: [netmasters, it], covers: {rack: [R1]}, downtime: PT15M, resolves: [{contact: petrova, within: PT15M}],
             standing: [{by: petrova, may: [connect], into: known-empty, over: {rack: R1}, until: 2027-01-01}], pays: {our-error: netmasters}}
        questions_to: [{contact: petrova}]
        services:
          - {id: mail, department: it, criticality: high, hours: "Mo-Fr 08:00-20:00", downtime: PT15M, needs: [dns],
             paths: [{from: [{device: srv-1}], to: [{device: sw-1}], at_least: 1}], reacts: {after: PT1S, how: waits, reversible: true}}
          - {id: dns, department: it}
        calendar:
          - {blackout: {from: 2026-12-25, to: 2027-01-10}, reason: year end}
          - {allowed: "Mo-Su 00:00-06:00", over: {rack: R1}}

        """

    static let inventory = """
        evidence: {source: document, seen: 2026-10-02, by: ivanov}
        surveys:
          - {scope: {rack: R1}, seen: 2026-11-01, by: ivanov, complete: true}
        sites: [{name: hq, owner: it}]
        locations:
          - {name: floor-1, site: hq, kind: floor}
          - {name: room-1, parent: floor-1, kind: room}
        racks:
          - {name: R1, site: hq, location: room-1, u_height: 42, owner: it, reservations: [{units: "7-9", party: it, text: spare}]}
        device_types:
          - {manufacturer: Acme, model: SW 24, slug: acme-sw-24, u_height: 1, interfaces: [{name: "Gi1/0/[1-8]", type: 1000base-t}]}
        devices:
          - name: sw-1
            device_type: acme/sw-24
            aka: [SW1]
            rack: R1
            position: 20
            face: front
            role: access-switch
            config: {saved: false, backup: {taken: 2026-03-01, by: ivanov, verified: compared}}
            power_ports: [{name: PSU1, type: iec-60320-c14, maximum_draw: 120}]
          - name: PP-1
            rack: R1
            position: 19
            role: patch-panel
            front_ports: [{name: "[1-6]", type: 8p8c, rear_port: "[1-6]"}]
            rear_ports: [{name: "[1-6]", type: 8p8c}]
            occupied: "[1-4]"
            empty: "6"
          - {name: MPO-1, front_ports: [{name: "[1-4]", rear_port: R, rear_port_position: "[1-4]"}], rear_ports: [{name: R, positions: 4}]}
          - {name: srv-1, role: server, rack: R1, position: 10.5, u_height: 0.5, interfaces: [{name: eth0}, {name: bond0, type: lag}], needs: 1,
             power_ports: [{name: A}, {name: B}], module_bays: [{name: "[0-4]"}]}
          - {name: pdu-1, role: pdu, power_ports: [{name: IN}], power_outlets: [{name: "[1-4]", power_port: IN}]}
        power_panels:
          - {name: PN-1, site: hq, feeds: [{name: F-1, rack: R1, voltage: 230, amperage: 16}]}
        providers: [{name: Telco}]
        circuits:
          - {id: A-1, provider: Telco, a: {site: hq}, z: {site: hq}}
        cables:
          - {id: C-1, a: "sw-1:Gi1/0/1", b: "PP-1:1", label: R1-01, type: cat6, evidence: {source: traced, seen: 2026-11-01, by: ivanov}}
          - {a: "PP-1:2", b: unknown, route: [tray-2]}
          - {id: C-2, a: "PP-1:rear/1", b: "srv-1:eth0"}
          - {id: C-3, a: "sw-1:power/PSU1", b: "pdu-1:outlet/1", type: power}
          - {id: C-4, a: "pdu-1:power/IN", b: {feed: F-1}, type: power}
          - {id: C-5, a: ["sw-1:Gi1/0/2", "sw-1:Gi1/0/3"], b: "MPO-1:rear/R", profile: breakout-1c4p-4c1p}
          - {id: C-6, a: {device: sw-1, port: Gi1/0/4}, b: {circuit: A-1, side: A}}
        groups:
          - {name: raid, members: "srv-1:bay/[0-4]", needs: 4}
        trips:
          - {when: epo-1, stops: [pdu-1]}
        state:
          - {what: {cable: C-2}, is: down, kind: fault, since: 2026-11-01T04:40Z, by: noc}
        statements:
          - {by: petrova, seen: 2026-11-20, says: disclaims, about: "PP-1:2", words: "Не знаю"}

        """

    static let order = """
        order: CO-1
        title: Принтеры
        contractor: netmasters
        type: normal
        requested_by: petrova
        crew: [{contact: ivanov, as: lead}]
        present: [{party: it, for: [S3]}]
        notify: [{party: it, before: P2D}]
        windows: [{id: N1, from: 2026-12-05T22:00:00+03:00, to: 2026-12-06T02:00:00+03:00}]
        wishes:
          - {id: W1, by: petrova, text: printing, needs: [{ports: 3, at: {rack: R1}}, {poe: 4}], accepted_when: a page prints}
        parts: [{slot: "srv-1:bay/3", out: "?", in: S/N 77A1}]
        steps:
          - {id: S1, do: inspect, rack: R1, takes: PT10M}
          - id: S3
            do: disconnect
            port: "PP-1:2"
            for: [W1]
            undo: auto
            verify: {observe: "link LED of sw-1:Gi1/0/7", expect: "on", witness: petrova}
          - {id: S4, do: connect, cable: {a: "sw-1:Gi1/0/5", b: "PP-1:5", type: cat6}, for: [W1]}
          - {id: S5, do: replace, device: sw-1, with: sw-9, cords: same-port}
          - {id: S6, do: move, list: moves.csv}
          - {id: S7, do: remove, everything_in: {rack: R1}, except: [PP-1]}
          - {id: S8, do: remove, unrecorded: {where: "R1 U11", looks: grey box, photo: 12.jpg}}
          - {id: S9, do: hold, observe: "sw-1:power/PSU1", expect: input ok, how: LED green, by: lead, else: abort}
          - {id: S10, do: reset, device: sw-1, for: [W1], takes: PT20M, procedure: {doc: P-12, version: 4, until: 2026-12-31}}
          - {id: S11, do: other, text: clean up the corner}
          - {id: S12, do: power-off, device: srv-1}
          - {id: S13, do: install, device: {name: ap-1, role: access-point}, rack: R1, position: 3}

        """

    static let json = """
        {"a": [1, -0.5e+3, true, false, null, "x\\n\\ud83d\\ude00Ж"], "b": {"c": {}, "d": []}, "e": "\\u0041\\/", "f": [[[]]],
         "devices": [{"name": "sw-1", "interfaces": [{"name": "Gi1/0/[1-4]"}]}]}
        """

    static let yaml = """
        # Everything that YAML has.
        base: &base {type: cat6, 'it''s': "a\\tb \\u0416 \\
          folded", x: [1, [2, {y: z}]]}
        merged: {<<: *base, own: 1}
        list:
        - one
        -   two: 2
            three: |
              a block
                of text
        - >-
          folded
          text

          more
        - !!str 12
        - ? key
          : value
        plain text
          over lines: no
        """

    /// NetBox's answers in one text: each object says by its address of which list it is.
    static let netbox = #"""
        {"count": 1, "next": null, "previous": null, "results": [
        {"id": 1, "url": "http://n/api/dcim/sites/1/", "name": "HQ", "slug": "hq", "status": {"value": "active"}},
        {"id": 1, "url": "http://n/api/dcim/locations/1/", "name": "Room", "slug": "room", "site": {"id": 1}, "parent": null},
        {"id": 1, "url": "http://n/api/dcim/racks/1/", "name": "R1", "site": {"id": 1}, "location": {"id": 1}, "u_height": 42, "starting_unit": 1},
        {"id": 1, "url": "http://n/api/dcim/devices/1/", "name": "sw-1", "role": {"id": 1, "slug": "switch"}, "site": {"id": 1}, "rack": {"id": 1}, "position": 20.0, "face": {"value": "front"}, "tenant": {"id": 1, "name": "IT", "slug": "it"}},
        {"id": 2, "url": "http://n/api/dcim/devices/2/", "name": null, "role": {"id": 2, "slug": "patch-panel"}, "site": {"id": 1}},
        {"id": 1, "url": "http://n/api/dcim/interfaces/1/", "device": {"id": 1}, "name": "eth0", "type": {"value": "1000base-t"}, "enabled": true, "lag": null},
        {"id": 2, "url": "http://n/api/dcim/interfaces/2/", "device": {"id": 1}, "name": "eth: \"1\"", "type": {"value": "lag"}, "description": "Ж: #"},
        {"id": 1, "url": "http://n/api/dcim/rear-ports/1/", "device": {"id": 2}, "name": "1", "type": {"value": "8p8c"}, "positions": 1},
        {"id": 1, "url": "http://n/api/dcim/front-ports/1/", "device": {"id": 2}, "name": "1", "type": {"value": "8p8c"}, "positions": 1, "rear_ports": [{"position": 1, "rear_port": 1, "rear_port_position": 1}]},
        {"id": 1, "url": "http://n/api/dcim/power-ports/1/", "device": {"id": 1}, "name": "PSU1", "type": null, "maximum_draw": 120},
        {"id": 1, "url": "http://n/api/dcim/power-feeds/1/", "name": "F1", "power_panel": {"id": 1}, "rack": {"id": 1}, "voltage": -48, "amperage": 16},
        {"id": 1, "url": "http://n/api/dcim/power-panels/1/", "name": "P1", "site": {"id": 1}},
        {"id": 1, "url": "http://n/api/circuits/providers/1/", "name": "Telco", "slug": "telco"},
        {"id": 1, "url": "http://n/api/circuits/circuits/1/", "cid": "A-1", "provider": {"id": 1, "name": "Telco"}, "status": {"value": "active"}},
        {"id": 1, "url": "http://n/api/tenancy/tenants/1/", "name": "IT", "slug": "it"},
        {"id": 7, "url": "http://n/api/dcim/cables/7/", "a_terminations": [{"object_type": "dcim.interface", "object_id": 1}], "b_terminations": [{"object_type": "dcim.frontport", "object_id": 1}], "label": "R1-07", "status": {"value": "connected"}, "length": 3.5, "length_unit": {"value": "m"}},
        {"id": 8, "url": "http://n/api/dcim/cables/8/", "a_terminations": [{"object_type": "dcim.powerport", "object_id": 1}], "b_terminations": [{"object_type": "dcim.powerfeed", "object_id": 1}], "label": ""}
        ]}
        """#
}

extension FuzzTarget {
    /// Sound texts of what the target reads.
    var seeds: [String] {
        switch self {
        case .yaml: [Seeds.yaml, Seeds.client, Seeds.order]
        case .json: [Seeds.json, Seeds.netbox]
        case .client: [Seeds.client, Seeds.inventory, Seeds.inventory]
        case .order: [Seeds.order]
        case .netbox: [Seeds.netbox]
        case .napalm: CaptureSeeds.napalm
        case .rows: CaptureSeeds.rows
        case .lldpcli: CaptureSeeds.lldpcli
        case .iproute: CaptureSeeds.ipRoute
        case .unifi: CaptureSeeds.unifi
        case .walk: CaptureSeeds.walk
        case .log: CaptureSeeds.log
        case .sheet: CaptureSeeds.sheet
        case .rule, .check, .evaluate: Seeds.rules
        case .pattern: Seeds.patterns
        case .answers: [SignOffSeeds.answers, SignOffSeeds.refusal]
        case .signature: SignOffSeeds.signatures
        case .note: [SignOffSeeds.checkpoint.note.written, SignOffSeeds.cosigned.note.written]
        case .proof: [SignOffSeeds.proof.written]
        }
    }

    /// Words that lead somewhere in what the target reads.
    var words: [String] {
        switch self {
        case .yaml, .json: []
        case .napalm, .rows, .lldpcli, .iproute, .unifi, .walk, .log, .sheet: CaptureSeeds.words
        case .rule, .check, .evaluate: Seeds.ruleWords
        case .pattern: Seeds.patternWords
        case .client:
            [
                "sw-1", "PP-1", "sw-1:Gi1/0/1", "PP-1:rear/1", "R1", "it", "petrova", "unknown", "position: 100000", "u_height: 0",
                "positions: 1024",
                "rear_port_position: 0", "name: \"[1-9][1-9]\"", "{circuit: A-1, side: Z}", "{feed: F-1}",
                "chassis: {device: sw-1, bay: \"1\"}",
                "parent: floor-1", "name: ''", "devices:\n", "cables:\n", "unknown, unknown", "connector: 1024", "positions: [1, 64]",
            ]
        case .order:
            [
                "do: move", "do: remove", "do: connect", "everything_in: {site: hq}", "port: \"PP-1:1\"", "device: sw-1", "list: moves.csv",
                "to: ",
                "id: S3", "for: [W9]", "undo: none", "undo: []", "cords: ", "unknown", "\"?\"", "steps:\n", "takes: PT0S", "except: [sw-1]",
            ]
        case .netbox:
            [
                "\"id\": 1", "\"id\": -1", "\"device\": {\"id\": 2}", "null", "\"a_terminations\": []", "dcim.rearport", "dcim.interface",
                "\"positions\": 0",
                "\"name\": \"\"", "\"position\": 0.5", "\"parent\": {\"id\": 1}", "\"results\": ", "/dcim/devices/", "/dcim/interfaces/",
            ]
        case .answers:
            [
                "\"says\":\"refuses\"", "\"check\":2", "\"condition\":\"x\"", "<b>", "&lt;", "\u{202e}", "РР-1:12", "sha256:", "Z\"",
                "[[[[[[[[[[[[[[[[",
            ]
        case .signature: ["AAAA", "=", "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n", "AAAAB3NzaC1yc2E", "U1NIU0lH"]
        case .note: ["\n\n", "— ", "— vostok/ci ", "+", "0\n", "\(SignOffSeeds.origin)\n"]
        case .proof:
            ["index 3\n", "extra Zm9v\n", "\n\n", "c2sp.org/tlog-proof@v1\n", "— ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"]
        }
    }
}
