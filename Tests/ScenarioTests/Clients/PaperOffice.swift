import Diagnostics
import PlantDrawings
import Times

/// An office as most clients have it: the paper is fourteen months old, and every third cable has no label.
///
///     pc-1xx ---- PP-1 ==== sw-1 ---- sw-core ---- rtr-1 ---- the provider
///     pc-2xx ---- PP-2 ==== sw-2 ----'
///
/// Everything else is as it should be: owners, a contract, people who may decide and can be reached, saved and compared
/// configurations. What a seed decides is which ports are in use and which cables lack a label.
struct PaperOffice: Sendable {
    /// Of the ports of one access switch, those with a desk behind them.
    let desksOfOne: [Int]
    let desksOfTwo: [Int]
    /// The first port of `sw-2` without a desk, seen to be empty nine days ago.
    let emptyPort: Int
    private let unlabelled: Int

    static let now = "2026-11-30T09:00:00+03:00"
    private static let paper = "2025-09-30"

    init(seed: UInt64) {
        var numbers = SplitMix(seed)
        desksOfOne = Array((1...46).shuffled(using: &numbers).prefix(Int.random(in: 24...40, using: &numbers))).sorted()
        let shuffled = (1...46).shuffled(using: &numbers)
        let count = Int.random(in: 36...45, using: &numbers)
        desksOfTwo = shuffled.prefix(count).sorted()
        emptyPort = shuffled[count]
        unlabelled = Int.random(in: 0...2, using: &numbers)
    }

    var texts: ClientTexts {
        ClientTexts([
            SourceText(name: "client.yaml", Self.client), SourceText(name: "inventory/room.yaml", room),
            SourceText(name: "inventory/desks.yaml", desks),
        ])
    }

    // MARK: Who is who

    private static let client = """
        client: harbour
        name: Harbour Freight Forwarding
        language: en
        timezone: Europe/Moscow
        parties:
          - {id: fitters, kind: contractor, name: The Fitters}
          - {id: it, kind: department, name: IT, record_address: it-records@harbour.example}
          - {id: accounting, kind: department, name: Accounting}
          - {id: sales, kind: department, name: Sales}
          - {id: northline, kind: provider, name: Northline}
        contacts:
          - id: petrova
            name: Anna Petrova
            party: it
            phone: "+7 495 000-01-10"
            reach: "24/7"
            deputy: sidorov
            authority:
              - {over: {owner: it}, may: [any]}
              - {over: {service: accounting}, may: [any]}
              - {over: {service: sales}, may: [any]}
          - {id: sidorov, name: Pavel Sidorov, party: it, phone: "+7 495 000-01-11", reach: "24/7", authority: [{over: {owner: it}, may: [any]}]}
          - {id: ivanov, name: Sergey Ivanov, party: fitters, phone: "+7 495 000-01-40", reach: "24/7"}
          - {id: orlov, name: Dmitry Orlov, party: fitters, phone: "+7 495 000-01-41", reach: "24/7"}
        contract:
          - id: FM-1
            between: [fitters, it]
            covers: {site: office}
            clause: "3.1"
            downtime: PT2H
            resolves: [{contact: petrova, within: PT15M}, {contact: sidorov, within: PT30M}]
            pays: {our-error: fitters, unknown-plant: it}
        questions_to: [{contact: petrova}]
        services:
          - id: accounting
            name: Accounting
            department: accounting
            criticality: normal
            hours: "Mo-Fr 08:00-20:00"
            downtime: PT2H
            paths: [{from: [{device: sw-1}], to: [{device: rtr-1}]}]
          - id: sales
            name: Sales
            department: sales
            criticality: normal
            hours: "Mo-Fr 08:00-20:00"
            downtime: PT2H
            paths: [{from: [{device: sw-2}], to: [{device: rtr-1}]}]
        calendar:
          - {allowed: "Mo-Su 20:00-07:00", over: {site: office}}
        """

    // MARK: The comms room

    private var room: String {
        """
        evidence: {source: document, seen: \(Self.paper), by: ivanov}
        sites:
          - {name: office, owner: it}
        locations:
          - {name: comms, site: office, kind: room}
          - {name: floor, site: office}
          - {name: store, site: office}
        racks:
          - {name: R1, site: office, location: comms, u_height: 42, owner: it}
        power_panels:
          - name: DB-1
            site: office
            location: comms
            feeds:
              - {name: F-A, rack: R1, type: primary, phase: single-phase, voltage: 230, amperage: 16}
              - {name: F-B, rack: R1, type: redundant, phase: single-phase, voltage: 230, amperage: 16}
        devices:
          - {name: pdu-a, role: pdu, rack: R1, power_ports: [{name: inlet}], power_outlets: [{name: "[1-8]", power_port: inlet}]}
          - {name: pdu-b, role: pdu, rack: R1, power_ports: [{name: inlet}], power_outlets: [{name: "[1-8]", power_port: inlet}]}
          - name: rtr-1
            role: router
            rack: R1
            position: 40
            serial: HF-0001
            asset_tag: H-1
            config: {saved: true, backup: {taken: 2026-11-20, by: petrova, verified: compared}}
            interfaces: [{name: "Gi0/[0-3]", type: 1000base-t}]
            power_ports: [{name: PSU1, maximum_draw: 60}]
        \(aggregation("sw-core", position: 38, number: 2))
        \(access("sw-1", position: 30, number: 3))
        \(access("sw-2", position: 26, number: 4))
            empty: [{ports: "Gi1/0/\(emptyPort)", evidence: {source: photo, seen: 2026-11-21, by: ivanov}}]
          - name: sw-9
            role: access-switch
            location: store
            site: office
            serial: HF-0009
            asset_tag: H-9
            config: {saved: true, backup: {taken: 2026-11-20, by: petrova, verified: compared}}
            interfaces: [{name: "Gi1/0/[1-48]", type: 1000base-t, poe_mode: pse, poe_type: type2-ieee802.3at}]
            power_ports: [{name: PSU1, maximum_draw: 740}]
        \(panel("PP-1", position: 32))
        \(panel("PP-2", position: 28))
        providers:
          - {name: Northline, party: northline}
        provider_networks:
          - {name: internet, provider: Northline}
        circuits:
          - {id: NL-4410, provider: Northline, a: {site: office}, z: {provider_network: internet}}
        cables:
        \(roomCables)
        """
    }

    private func aggregation(_ name: String, position: Int, number: Int) -> String {
        device(name, "core-switch", position, number, #""Te1/0/[1-8]", type: 10gbase-x-sfpp"#, draw: 150)
    }

    private func access(_ name: String, position: Int, number: Int) -> String {
        device(
            name, "access-switch", position, number, #""Gi1/0/[1-48]", type: 1000base-t, poe_mode: pse, poe_type: type2-ieee802.3at"#,
            draw: 740)
    }

    private func device(_ name: String, _ role: String, _ position: Int, _ number: Int, _ interfaces: String, draw: Int) -> String {
        """
          - name: \(name)
            role: \(role)
            rack: R1
            position: \(position)
            serial: HF-000\(number)
            asset_tag: H-\(number)
            config: {saved: true, backup: {taken: 2026-11-20, by: petrova, verified: compared}}
            interfaces: [{name: \(interfaces)}]
            power_ports: [{name: PSU1, maximum_draw: \(draw)}]
        """
    }

    private func panel(_ name: String, position: Int) -> String {
        """
          - name: \(name)
            role: patch-panel
            rack: R1
            position: \(position)
            front_ports: [{name: "[1-48]", type: 8p8c, rear_port: "[1-48]"}]
            rear_ports: [{name: "[1-48]", type: 8p8c}]
        """
    }

    // MARK: Cables

    private var roomCables: String {
        let trunks = [
            (#""rtr-1:Gi0/0""#, #""sw-core:Te1/0/1""#), (#""sw-core:Te1/0/2""#, #""sw-1:Gi1/0/48""#),
            (#""sw-core:Te1/0/3""#, #""sw-2:Gi1/0/48""#), (#""rtr-1:Gi0/1""#, "{circuit: NL-4410, side: A}"),
        ]
        let power = [
            (#""pdu-a:power/inlet""#, "{feed: F-A}"), (#""pdu-b:power/inlet""#, "{feed: F-B}"),
            (#""rtr-1:power/PSU1""#, #""pdu-a:outlet/1""#), (#""sw-core:power/PSU1""#, #""pdu-a:outlet/2""#),
            (#""sw-1:power/PSU1""#, #""pdu-a:outlet/3""#), (#""sw-2:power/PSU1""#, #""pdu-b:outlet/3""#),
        ]
        return cables("T", trunks) + "\n" + cables("P", power)
    }

    private var desks: String {
        let rows = [(1, desksOfOne), (2, desksOfTwo)]
        let devices = rows.flatMap { floor, ports in
            ports.map {
                #"  - {name: "pc-\#(floor * 100 + $0)", role: workstation, location: floor, site: office, interfaces: [{name: eth0}]}"#
            }
        }
        let cords = rows.flatMap { floor, ports in ports.map { (#""sw-\#(floor):Gi1/0/\#($0)""#, #""PP-\#(floor):front/\#($0)""#) } }
        let lines = rows.flatMap { floor, ports in
            ports.map { (#""PP-\#(floor):rear/\#($0)""#, #""pc-\#(floor * 100 + $0):eth0""#) }
        }
        return """
            evidence: {source: document, seen: \(Self.paper), by: ivanov}
            devices:
            \(devices.joined(separator: "\n"))
            cables:
            \(cables("C", cords))
            \(cables("D", lines))
            """
    }

    /// Cables with an id on paper; two of three carry it as a label too.
    private func cables(_ series: String, _ ends: [(String, String)]) -> String {
        ends.enumerated().map { index, ends in
            let id = "\(series)-\(index + 1)"
            let label = index % 3 == unlabelled ? "" : ", label: \(id)"
            return "  - {id: \(id), a: \(ends.0), b: \(ends.1), type: cat6\(label)}"
        }.joined(separator: "\n")
    }
}

// MARK: - Routine jobs

extension PaperOffice {
    private func heading(_ order: String, _ title: String, wish: String, needs: String, accepted: String) -> String {
        """
        order: \(order)
        title: \(title)
        contractor: fitters
        type: normal
        requested_by: petrova
        crew: [{contact: ivanov, as: lead}, {contact: orlov, as: hands}]
        notify: [{party: it, before: P2D}, {party: sales, before: P2D}]
        windows: [{id: N1, from: 2026-12-05T22:00:00+03:00, to: 2026-12-06T02:00:00+03:00}]
        wishes: [{id: W1, by: petrova, text: "\(wish)", needs: \(needs), accepted_when: \(accepted)}]
        """
    }

    /// One access point, into a port that is known to be empty.
    var accessPoint: SourceText {
        let heading = heading(
            "HF-101", "One access point in the hall", wish: "Wi-Fi in the hall", needs: "[{ports: 1, at: {device: sw-2}}, {poe: 1}]",
            accepted: "a telephone joins the network in the hall")
        return SourceText(
            name: "orders/HF-101.yaml",
            heading + "\n" + """
                steps:
                  - {id: S1, do: install, device: ap-7, location: floor, for: [W1], takes: PT20M}
                  - id: S2
                    do: connect
                    cable: {a: "ap-7:eth0", b: "sw-2:Gi1/0/\(emptyPort)", type: cat6, label: HF-107}
                    for: [W1]
                    takes: PT5M
                    verify: {observe: "link LED of sw-2:Gi1/0/\(emptyPort)", expect: green, witness: petrova}

                """)
    }

    /// An access switch of 48 ports for its like, every cord into the port of the same name.
    var likeForLike: SourceText {
        let heading = heading(
            "HF-102", "The fan of sw-2 fails; a switch of the same type comes instead", wish: "Sales work on Monday as they did on Friday",
            needs: "[]", accepted: "every desk of sales has a link")
        return SourceText(
            name: "orders/HF-102.yaml",
            heading + "\n" + """
                steps:
                  - {id: S1, do: inspect, device: sw-2, for: [W1], takes: PT10M}
                  - id: S2
                    do: replace
                    device: sw-2
                    with: sw-9
                    cords: same-port
                    for: [W1]
                    takes: PT45M
                    procedure: {doc: HF-P-3, version: 2, until: 2027-06-30}
                    mitigations: [tag, second person, read-back]
                    verify: {observe: "link LEDs of sw-9", expect: as on the photo of S1, witness: petrova}

                """)
    }
}
