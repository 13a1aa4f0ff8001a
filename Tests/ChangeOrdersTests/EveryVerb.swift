/// An order that uses every verb with every operand, as people write it.
enum EveryVerb {
    static let order = """
        order: CO-2026-014
        title: Connect 20 printers
        contractor: netmasters
        type: emergency
        requested_by: smirnov
        crew: [{contact: ivanov, as: lead}, {contact: orlov, as: hands}, sidorov]
        present: [{party: starlink, for: [S7, S5]}, {contact: petrova}]
        notify: [{party: vostok-it, before: P2D}]
        windows:
          - {id: N1, from: 2026-12-05T22:00:00+03:00, to: 2026-12-06T02:00:00+03:00}
          - {from: "2026-12-06T22:00:00+03:00", to: 2026-12-07T02:00:00+03:00}
        needs: {client: [escort to the comms room, somebody from IT awake]}
        wishes:
          - {id: W1, by: smirnov, text: "Печать 24/7 всей фирмой", needs: [{ports: 3, at: {rack: R1}}, {poe: 4}], accepted_when: a test page prints}
          - {text: "Wi-Fi in the hall", needs: {units: 2, outlets: 1, power: 300, at: [{rack: R1}, {site: hq, role: access-switch}]}}
        parts: [{slot: "srv-2:bay/3", out: "?", in: S/N 77A1}]
        steps:
          - {do: inspect, rack: R1, takes: PT10M}
          - {do: inspect, everything_in: {rack: R2}, except: PP-9, window: N2}
          - id: S3
            do: disconnect
            port: "PP-1:12"
            for: [W1]
            takes: PT2M
            undo: auto
            verify: {observe: "link LED of sw-1:Gi1/0/7", expect: "off", witness: petrova}
            mitigations: [read-back, second person]
          - {id: S4, do: connect, cable: {a: "AP-1:eth0", b: "PP-1:12", type: cat6, label: R1-12}, for: [W1, W2]}
          - {id: S5, do: replace, device: sw-1, with: sw-9, cords: same-port}
          - {id: S6, do: move, list: moves.csv}
          - {id: S7, do: remove, everything_in: {rack: R2}, except: [PP-9]}
          - {id: S8, do: remove, unrecorded: {where: "R7 U11", looks: grey box, photo: 12.jpg}}
          - {id: S9, do: hold, observe: "sw-1:power/PSU1", expect: input ok, how: LED green, by: lead, else: abort, witness: petrova}
          - {id: S10, do: reset, device: core-rtr, for: [W1], takes: PT20M, procedure: {doc: P-12, version: 4, until: 2026-12-31}}
          - {id: S11, do: other, text: clean up the corner}
          - {do: label, port: "PP-1:[1-3]", text: R1}
          - {do: label, rack: R1, position: 7}
          - {do: hold, observe: the fan, device: srv-2}
          - {do: connect, a: "sw-2:Gi1/0/3", b: "PP-1:13", cable: C-0018}
          - {do: connect, cable: [{a: "sw-2:Gi1/0/[4-5]", b: "PP-1:[14-15]"}, {a: unknown, b: {device: PP-1, port: "16", kind: front}}]}
          - {do: disconnect, cable: [C-0017, C-0019]}
          - {do: disconnect, outlet: "pdu-1:2"}
          - {do: disconnect, circuit: A-1}
          - {do: disconnect, unrecorded: {where: behind R2}}
          - {do: move, port: "PP-1:[9-10]", to: "PP-1:[19-20]"}
          - {do: move, cable: C-0019, from: "sw-2:Gi1/0/1", to: "sw-2:Gi1/0/8"}
          - {do: move, list: [{from: "PP-1:11", to: "PP-1:17", label: R1-11}, {from: unknown, to: "PP-1:18", cable: C-0018}]}
          - id: S24
            do: install
            device: sw-77
            device_type: cisco/ws-c2960x-24ts-l
            rack: R1
            position: 24.5
            face: front
            u_height: 1
            draw: 120
            cords: [{a: "sw-77:power/PSU1", b: "pdu-1:outlet/3"}]
          - {do: connect, cable: {a: "sw-77:Gi1/0/1", b: "PP-1:17"}}
          - {do: install, device: "AP-[21-23]", room: comms-room}
          - {do: install, module: "srv-2:slot-1"}
          - {do: remove, device: [sw-2, sw-3]}
          - {do: remove, module: "srv-2:slot-1"}
          - {do: replace, part: "srv-2:bay/3", with: S/N 77A1}
          - {do: power-off, outlet: "pdu-1:outlet/2"}
          - {do: power-on, feed: F-12}
          - {do: power-off, device: sw-2, undo: [{do: power-on, device: sw-2}, {id: U2, do: restart, device: sw-2}]}
          - {do: restart, device: sw-1, undo: none}
          - {do: configure, device: sw-1, what: VLAN 20 on Gi1/0/7}
          - {do: inspect, location: comms-room}
          - {do: inspect, site: hq}
          - {do: other, text: ask the guard, device: srv-2}
        """

    static let moves = """
        Откуда;Куда;Метка
        # the printers
        PP-1:9;PP-1:1;R1-09
        "PP-1:10";"PP-1:2";
        """
}
