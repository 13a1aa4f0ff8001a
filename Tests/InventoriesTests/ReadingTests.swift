import Diagnostics
import Inventories
import Testing
import Times

/// The example of formats.md, whole.
let exampleClient = """
    client: vostok
    name: Vostok Trading
    language: ru                     # of questions and of reports for the client
    timezone: Europe/Moscow
    parties:
      - {id: netmasters, kind: contractor, name: NetMasters}
      - {id: subco,      kind: contractor, name: SubCo, under: netmasters}
      - {id: vostok-it,  kind: department, name: IT, record_address: it-records@vostok.example}
      - {id: supply,     kind: department, name: Supply}
      - {id: accounting, kind: department, name: Accounting}
      - {id: starlink,   kind: vendor,     name: StarLink Integration}
    contacts:
      - id: petrova
        name: Anna Petrova
        party: vostok-it
        email: petrova@vostok.example
        phone: "+7 495 000-00-00"
        reach: "24/7"                # when, in the form of `hours`
        deputy: sidorov
        keys: [ssh-ed25519 AAAA…]
        authority:                   # none written = none held
          - {over: {owner: vostok-it}, may: [any]}
      - {id: sidorov, name: Sidorov, party: vostok-it}
      - {id: ivanov, name: Ivanov, party: netmasters}
      - {id: smirnov, name: Oleg Smirnov, party: supply, authority: [{over: {service: printing}, may: [any]}]}
    contract:
      - id: MSA-7
        between: [netmasters, vostok-it]
        covers: {rack: [R1]}
        clause: "4.2"
        downtime: PT15M
        standing: [{by: petrova, may: [connect], into: known-empty, over: {rack: R1}, until: 2027-01-01}]
        resolves: [{contact: petrova, within: PT15M}, {contact: sidorov}]
        pays: {our-error: netmasters, unknown-plant: vostok-it}
    questions_to: [{contact: petrova}]          # whom to ask where nobody else is named
    services:
      - id: accounting
        department: accounting
        criticality: high            # low | normal | high | life-safety
        hours: "Mo-Fr 08:00-20:00"   # OpenStreetMap opening_hours, the common subset
        downtime: PT15M              # what its owner tolerates
        cost_per_hour: 120000        # the client's own risk analysis, in the client's currency
        paths:
          - {from: [{device: acc-sw}], to: [{device: core-rtr}], at_least: 1}
        reacts: {after: PT1S, how: "the cluster fails over", reversible: true}
      - {id: printing, department: supply}
    calendar:
      - {blackout: {from: 2026-12-25, to: 2027-01-10}, reason: year-end close}
      - {allowed: "Mo-Su 00:00-06:00", over: {site: hq}}

    """

let exampleInventory = """
    evidence: {source: document, seen: 2025-03-02, by: ivanov}   # default for this file's objects
    surveys:                                                     # only here "not written" means "empty"
      - {scope: {rack: R1}, seen: 2026-11-01, by: ivanov, complete: true}
    racks:
      - {name: R1, site: hq, location: comms-room, u_height: 42, owner: vostok-it}
      - {name: R2, site: hq, location: comms-room, u_height: 42, owner: starlink}
    devices:
      - name: sw-1
        device_type: cisco/ws-c2960x-24ts-l      # a NetBox device-type-library file, or ports given here
        serial: FOC1234A5B6
        asset_tag: V-0412
        aka: [SW1, "свитч бухгалтерии"]          # what labels and people call it
        rack: R1
        position: 20
        face: front
        role: access-switch
        owner: vostok-it
        config: {saved: false, backup: {taken: 2026-03-01, by: ivanov, verified: compared}}   # a date alone is not verified
        interfaces: [{name: "Gi1/0/[1-24]", type: 1000base-t}]    # ranges as in NetBox
      - name: PP-1
        role: patch-panel
        front_ports: [{name: "[1-20]", type: 8p8c, rear_port: "[1-20]"}]
        rear_ports:  [{name: "[1-20]", type: 8p8c}]
        occupied: "[1-19]"                       # seen to hold a cord; where it goes may be unknown
        empty: "20"
      - {name: acc-sw, role: access-switch, rack: R1}
      - {name: core-rtr, role: router, rack: R2}
      - {name: ups-1, role: ups}
      - {name: ups-2, role: ups}
      - {name: srv-2, role: server}
    cables:
      - {id: C-0017, a: "sw-1:Gi1/0/7", b: "PP-1:7", label: R1-07, type: cat6, evidence: {source: traced, seen: 2026-11-01, by: ivanov}}
      - {a: "PP-1:12", b: unknown, route: [tray-2, duct-4]}
      - {id: FIBRE-A, a: unknown, b: unknown}
    groups:                                      # dependence that is no cable
      - {name: raid-srv-2, members: "srv-2:bay/[0-4]", needs: 4}
    trips:
      - {when: epo-1, stops: [ups-1, ups-2]}
    state:                                       # what is out at present: faults, drained units, notices, gear already dead
      - {what: {cable: FIBRE-A}, is: down, kind: fault, since: 2026-12-01T04:40Z, by: noc}
    statements:                                  # what people have said before any question was put; reported, so it proves little
      - {by: smirnov, seen: 2026-11-20, says: disclaims, about: "PP-1:12", words: "Не знаю, это не наше"}

    """

let exampleSwitchType = """
    ---
    manufacturer: Cisco
    model: Catalyst 2960X-24TS-L
    slug: cisco-ws-c2960x-24ts-l
    part_number: WS-C2960X-24TS-L
    u_height: 1
    is_full_depth: false
    airflow: front-to-rear
    weight: 4
    weight_unit: kg
    console-ports:
      - {name: con 0, type: rj-45}
    power-ports:
      - {name: PS1, type: iec-60320-c14, maximum_draw: 48}
    interfaces:
      - {name: GigabitEthernet1/0/25, type: 1000base-x-sfp}
      - {name: FastEthernet0, type: 100base-tx, mgmt_only: true}
    module-bays:
      - {name: Stack, position: "1"}

    """

@Suite struct `The example of the formats` {
    let folder = Folder(client: exampleClient, exampleInventory, types: ["cisco/ws-c2960x-24ts-l": exampleSwitchType])

    @Test func `has nothing wrong`() {
        #expect(folder.picture() == "")
        #expect(folder.folder.isReadable)
    }

    @Test func `gives people, contracts, services and the calendar`() throws {
        let inventory = folder.inventory
        let petrova = try #require(inventory.contact("petrova"))
        #expect(inventory.contacts[petrova].deputy == inventory.contact("sidorov"))
        #expect(inventory.contacts[petrova].authority.count == 1)
        #expect(inventory.contacts[petrova].reach?.isAlways == true)
        let contract = try #require(inventory.client.contracts.first)
        #expect(contract.between.map { inventory.parties[$0].id } == ["netmasters", "vostok-it"])
        #expect(contract.standing.first?.may == [.verb(.connect)])
        // A day counts to its end, by the client's clock.
        #expect(contract.standing.first?.until == Timestamp(rfc3339: "2027-01-02T00:00:00+03:00"))
        #expect(contract.resolves.map(\.within) == [.minutes(15), nil])
        #expect(contract.pays.map { inventory.parties[$0.party].id } == ["netmasters", "vostok-it"])
        let accounting = inventory.services[try #require(inventory.service("accounting"))]
        #expect(accounting.criticality == .high)
        #expect(accounting.paths.count == 1)
        #expect(inventory.devices(in: accounting.paths[0].from) == [folder.device("acc-sw")])
        #expect(accounting.reacts?.isReversible == true)
        #expect(inventory.client.questionsTo == [petrova])
        guard case .blackout(let from, let to) = try #require(inventory.client.calendar.first).rule else {
            Issue.record("the first entry is a blackout")
            return
        }
        #expect(from == Timestamp(rfc3339: "2026-12-25T00:00:00+03:00"))
        #expect(to == Timestamp(rfc3339: "2027-01-11T00:00:00+03:00"))
    }

    @Test func `gives devices the ports of their type and their own`() throws {
        let inventory = folder.inventory
        let sw = inventory.devices[try #require(folder.device("sw-1"))]
        #expect(sw.ports.count == 24 + 4)
        #expect(sw.positionHalves == 40)
        #expect(!sw.isFullDepth)
        #expect(sw.config?.isSaved == false)
        #expect(sw.config?.backup?.verified == "compared")
        #expect(sw.bays == ["Stack"])
        #expect(folder.device("SW1") == folder.device("sw-1"))
        #expect(folder.device("свитч бухгалтерии") == folder.device("sw-1"))
        let panel = inventory.devices[try #require(folder.device("PP-1"))]
        #expect(panel.ports.count == 40)
        #expect(panel.mappings.count == 20)
        #expect(inventory.occupancy.rows.count { $0.isOccupied } == 19)
        #expect(inventory.occupancy.rows.count { !$0.isOccupied } == 1)
    }

    @Test func `gives cables their ends and their evidence`() throws {
        let inventory = folder.inventory
        let cable = inventory.cables[try #require(inventory.cable("C-0017").value)]
        let names = inventory.cableEnds[cable.ends].map { $0.port.map { inventory.name(of: .port($0)) } }
        #expect(names == ["sw-1:Gi1/0/7", "PP-1:front/7"])
        #expect(cable.evidence.map { inventory.evidence[$0].source } == .traced)
        #expect(inventory.cable("R1-07").value == inventory.cable("C-0017").value)
        let other = inventory.cables.rows[1]
        #expect(inventory.routes[other.route].map(\.name) == ["tray-2", "duct-4"])
        #expect(other.evidence.map { inventory.evidence[$0].source } == .document)
        #expect(inventory.name(of: .cable(Ref(1))) == "PP-1:front/12--?")
    }

    @Test func `gives groups, trips, states, statements and surveys`() {
        let inventory = folder.inventory
        #expect(inventory.groups.rows.map(\.parts.count) == [5])
        #expect(inventory.trips.rows.map(\.stops.count) == [2])
        #expect(inventory.states.rows.map(\.condition) == ["down"])
        #expect(inventory.statements.rows.map(\.says) == [.disclaims])
        #expect(inventory.statements.rows.map { $0.about == inventory.port("PP-1:12").value.map { .port($0) } } == [true])
        #expect(inventory.surveys.rows.map(\.isComplete) == [true])
    }

    @Test func `inherits owners`() throws {
        let inventory = folder.inventory
        let port = try #require(inventory.port("sw-1:Gi1/0/7").value)
        #expect(inventory.owner(of: .port(port)) == inventory.party("vostok-it"))
        #expect(inventory.owner(of: .device(try #require(folder.device("core-rtr")))) == inventory.party("starlink"))
        #expect(inventory.owner(of: .device(try #require(folder.device("PP-1")))) == nil)
    }
}

@Suite struct `Names of ports` {
    let folder = Folder(client: exampleClient, exampleInventory, types: ["cisco/ws-c2960x-24ts-l": exampleSwitchType])

    @Test(arguments: [
        ("sw-1:Gi1/0/7", "sw-1:Gi1/0/7"), ("sw-1:GigabitEthernet1/0/7", "sw-1:Gi1/0/7"), ("sw-1:gi1/0/7", "sw-1:Gi1/0/7"),
        ("sw-1:gig 1/0/7", "sw-1:Gi1/0/7"), ("SW1:Gi1/0/7", "sw-1:Gi1/0/7"), ("sw-1@hq:Gi1/0/7", "sw-1:Gi1/0/7"),
        ("sw-1:gi1/0/25", "sw-1:GigabitEthernet1/0/25"), ("sw-1:Fa0", "sw-1:FastEthernet0"), ("sw-1:console/con 0", "sw-1:console/con 0"),
        ("sw-1:power/PS1", "sw-1:power/PS1"), ("sw-1:PS1", "sw-1:power/PS1"), ("PP-1:7", "PP-1:front/7"), ("PP-1:front/7", "PP-1:front/7"),
        ("PP-1:rear/7", "PP-1:rear/7"), ("PP-1:rear-port/7", "PP-1:rear/7"),
    ])
    func `mean one port in all their forms`(reference: String, name: String) {
        #expect(folder.port(reference) == name)
        #expect(folder.port(name) == name)
    }

    @Test(arguments: ["sw-1:Gi1/0/07", "sw-1:Gi1/0/70", "sw-1:Te1/0/7", "PP-1:21", "PP-1:rear/21", "sw-9:1", "sw-1"])
    func `that mean none`(reference: String) {
        #expect(folder.port(reference) == nil)
    }
}
