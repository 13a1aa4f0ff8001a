import Testing

/// Client folders for the tests.
enum Clients {
    /// The client of the story as shipped, under `inventories/vostok`.
    static func write(story folder: Folder) throws {
        let parts = ["inventory", "orders"].flatMap { part in Files.names("inventories/vostok/\(part)").map { "\(part)/\($0)" } }
        for path in (["client.yaml"] + parts).map({ "inventories/vostok/\($0)" }) {
            folder.write(try #require(Files.text(path), "`\(path)` is not there"), to: path)
        }
    }

    /// A small client with a switch, a router, a panel, power and a foreign rack.
    static func write(small folder: Folder, at path: String = "") {
        let prefix = path.isEmpty ? "" : path + "/"
        folder.write(client, to: prefix + "client.yaml")
        folder.write(inventory, to: prefix + "inventory/hq.yaml")
    }

    static let moment = "2026-11-24T12:00:00+03:00"

    static let client = """
        client: small
        name: Small Trading
        timezone: "+03:00"
        parties:
          - {id: it, kind: department, name: IT}
          - {id: crew, kind: contractor, name: Crew}
          - {id: other, kind: vendor, name: Other Vendor}
        contacts:
          - {id: ivanov, name: Sergey Ivanov, party: crew}
          - {id: petrova, name: Anna Petrova, party: it, authority: [{over: {owner: it}, may: [any]}]}
        contract: [{id: A-1, between: [crew, it], covers: {rack: R1}}]
        questions_to: [petrova]
        services:
          - {id: books, name: Bookkeeping, department: it, criticality: high, paths: [{from: [{device: sw-1}], to: [{device: rtr}]}]}

        """

    static let inventory = """
        evidence: {source: traced, seen: 2026-11-20, by: ivanov}
        sites: [{name: hq, owner: it}]
        racks:
          - {name: R1, site: hq, u_height: 6, owner: it}
        power_panels: [{name: DB-1, site: hq}]
        power_feeds: [{name: F-1, panel: DB-1, voltage: 230, amperage: 16}]
        devices:
          - name: sw-1
            role: access-switch
            rack: R1
            position: 4
            interfaces: [{name: "Gi1/0/[1-16]", type: 1000base-t}]
            power_ports: [{name: PSU1}]
          - {name: rtr, role: router, rack: R1, position: 2, interfaces: [{name: "Gi0/[0-1]", type: 1000base-t}]}
          - {name: "их-сервер", role: server, rack: R1, position: 1, owner: other, interfaces: [{name: eth0}]}
          - name: PP-1
            role: patch-panel
            rack: R1
            position: 6
            front_ports: [{name: "[1-8]", type: 8p8c, rear_port: "[1-8]"}]
            rear_ports: [{name: "[1-8]", type: 8p8c}]
            occupied: "[1-3]"
            empty: "8"
          - {name: pdu, role: pdu, rack: R1, power_ports: [{name: inlet}], power_outlets: [{name: "[1-4]", power_port: inlet}]}
        cables:
          - {id: C-1, a: "sw-1:Gi1/0/16", b: "rtr:Gi0/0", label: L-1, type: cat6}
          - {id: C-2, a: "sw-1:Gi1/0/1", b: "PP-1:front/1", type: cat6}
          - {id: P-1, a: "sw-1:power/PSU1", b: "pdu:outlet/1"}
          - {id: P-0, a: "pdu:power/inlet", b: {feed: F-1}}

        """

    static let order = """
        order: CO-1
        title: Move a cord
        contractor: crew
        steps:
          - {id: S1, do: disconnect, port: "PP-1:2"}
          - {id: S2, do: connect, cable: {a: "sw-1:Gi1/0/2", b: "PP-1:2"}}
          - {id: S3, do: remove, device: "их-сервер"}
          - {id: S4, do: install, device: srv-2, rack: R1, position: 3}

        """
}
