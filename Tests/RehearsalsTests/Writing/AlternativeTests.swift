import Diagnostics
import Inventories
import Rehearsals
import Testing

/// Which free ports are offered instead.
struct AlternativeTests {
    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}, {name: attic, site: hq, kind: room}]
        racks:
          - {name: R1, site: hq, location: comms, owner: it}
          - {name: R2, site: hq, location: comms, owner: it}
          - {name: R3, site: hq, location: attic, owner: it}
        devices:
          - name: PP-1
            rack: R1
            position: 8
            role: patch-panel
            front_ports: [{name: "[1-20]", type: 8p8c, rear_port: "[1-20]"}]
            rear_ports: [{name: "[1-20]", type: 8p8c}]
            occupied: "[1-19]"
            empty: "20"
          - name: sw-1
            rack: R1
            position: 6
            role: access-switch
            interfaces: [{name: "Gi[1-3]", type: 1000base-t}, {name: "Po[1-2]", type: 1000base-t, poe_mode: pse}, {name: Te1, type: 10gbase-x-sfpp}]
            empty: ["Gi2", "Po2", "Te1"]
          - {name: srv-1, rack: R1, position: 1, role: server, interfaces: [{name: eno1, type: 1000base-t}], empty: eno1}
          - {name: sw-2, rack: R2, position: 6, role: access-switch, interfaces: [{name: "Gi[1-3]", type: 1000base-t}], empty: "Gi3"}
          - {name: sw-3, rack: R3, position: 6, role: access-switch, interfaces: [{name: "Gi[1-3]", type: 1000base-t}], empty: "Gi1"}
          - {name: prn-1, site: hq, owner: supply, role: printer, interfaces: [{name: eth0, type: 1000base-t}], empty: eth0}
          - {name: ap-1, site: hq, owner: it, role: access-point, interfaces: [{name: eth0, type: 1000base-t, poe_mode: pd}], empty: eth0}

        """

    private static func offered(_ steps: String, head: String = "") -> (order: Rehearsed, ports: [String]) {
        let order = Rehearsed(plant, head: head, steps: steps)
        let ports = order.facts[order.facts.order.alternatives].compactMap { order.facts.alternatives[Int($0.index)].port }
        return (order, ports.map { order.facts.ports[Int($0.index)].label.text })
    }

    @Test func `the same panel comes first, then the rack, then the room`() throws {
        let (order, ports) = Self.offered("- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"PP-1:12\"}}")
        try order.requireClean()
        #expect(ports == ["PP-1:20", "sw-1:Gi2", "sw-1:Po2", "sw-2:Gi3"])
        let why = order.facts.alternatives[0]
        #expect(why.why.text == "known to be empty, also on PP-1")
        #expect(why.whyRussian.text == "точно свободен, тоже на PP-1")
        #expect(order.facts.alternatives.map(\.displaces.count) == [0, 0, 0, 0])
    }

    @Test func `nothing is offered where the port is known to be empty`() {
        #expect(Self.offered("- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"PP-1:20\"}}").ports == [])
    }

    @Test func `to empty a port of what nobody can name asks for another port`() {
        #expect(Self.offered("- {id: S1, do: disconnect, port: \"PP-1:12\"}").ports.first == "PP-1:20")
    }

    @Test func `a port that the order takes is offered to nobody`() {
        let ports = Self.offered(
            """
            - {id: S1, do: connect, cable: {a: "prn-1:eth0", b: "PP-1:20"}}
            - {id: S2, do: connect, cable: {a: "ap-1:eth0", b: "PP-1:12"}}
            """
        ).ports
        #expect(!ports.contains("PP-1:20"))
        #expect(ports.first == "sw-1:Po2", "the one that gives power")
    }

    @Test func `where power is wanted, ports that give none are left out`() {
        let ports = Self.offered("- {id: S1, do: connect, cable: {a: \"ap-1:eth0\", b: \"sw-1:Gi1\"}}").ports
        #expect(ports == ["sw-1:Po2", "PP-1:20"])
    }

    @Test func `a wish that is short of ports gets the ports around`() {
        let head = "wishes: [{id: W1, by: smirnov, text: print, needs: [{ports: 3, at: {rack: R1}}]}]"
        let ports = Self.offered("- {id: S1, do: inspect, rack: R1, for: [W1]}", head: head).ports
        #expect(ports == ["PP-1:20", "sw-1:Gi2", "sw-1:Po2", "sw-2:Gi3"])
        let enough = head.replacing("ports: 3", with: "ports: 1")
        #expect(Self.offered("- {id: S1, do: inspect, rack: R1, for: [W1]}", head: enough).ports == [])
    }

    @Test func `of one device a few are enough, and a router's come last`() throws {
        let more = Self.plant.replacing(
            "Gi[1-3]\", type: 1000base-t}], empty: \"Gi3\"}", with: "Gi[1-9]\", type: 1000base-t}], empty: \"Gi[3-9]\"}"
        )
        .replacing("{name: srv-1, rack: R1, position: 1, role: server,", with: "{name: rtr-1, rack: R1, position: 1, role: router,")
        let order = Rehearsed(more, steps: "- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"sw-1:Gi1\"}}")
        try order.requireClean()
        let ports = order.facts.alternatives.compactMap(\.port).map { order.facts.ports[Int($0.index)].label.text }
        #expect(ports == ["sw-1:Gi2", "sw-1:Po2", "PP-1:20", "rtr-1:eno1", "sw-2:Gi3", "sw-2:Gi4", "sw-2:Gi5", "sw-2:Gi6"])
    }
}
