import Diagnostics
import Inventories
import Rehearsals
import Testing

/// What an order needs, against what is free.
struct CapacityTests {
    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}]
        racks:
          - {name: R1, site: hq, location: comms, owner: it, u_height: 8}
          - {name: R2, site: hq, location: comms, owner: it, u_height: 8}
        devices:
          - name: PP-1
            rack: R1
            position: 8
            role: patch-panel
            front_ports: [{name: "[1-20]", type: 8p8c, rear_port: "[1-20]"}]
            rear_ports: [{name: "[1-20]", type: 8p8c}]
            occupied: "[1-17]"
            empty: "20"
          - name: sw-1
            rack: R1
            position: 6
            role: access-switch
            interfaces: [{name: "Gi[1-4]", type: 1000base-t, poe_mode: pse}, {name: "Te[1-2]", type: 10gbase-x-sfpp}]
            empty: "Gi[1-2]"
          - {name: srv-1, rack: R1, position: 1, role: server, power_ports: [{name: PSU1, allocated_draw: 500}]}
          - {name: prn-1, site: hq, owner: supply, role: printer, interfaces: [{name: eth0, type: 1000base-t}]}
          - {name: ap-1, site: hq, owner: it, role: access-point, interfaces: [{name: eth0, type: 1000base-t, poe_mode: pd}]}
          - {name: ap-2, site: hq, owner: it, role: access-point, interfaces: [{name: eth0, type: 1000base-t, poe_mode: pd}]}
          - name: pdu-1
            rack: R1
            role: pdu
            power_ports: [{name: IN}]
            power_outlets: [{name: "[1-4]", power_port: IN}]
            empty: "outlet/4"
        cables:
          - {id: K-1, a: "sw-1:Gi4", b: "PP-1:1"}
          - {id: P-0, a: "pdu-1:power/IN", b: {feed: F-1}}
          - {id: P-1, a: "srv-1:power/PSU1", b: "pdu-1:outlet/1"}
        power_panels: [{name: PDB, site: hq, feeds: [{name: F-1, rack: R1, voltage: 230, amperage: 5}]}]

        """

    private static func wishing(_ needs: String, steps: String = "", inventory: String = plant) -> Rehearsed {
        Rehearsed(inventory, head: "wishes: [{id: W1, by: smirnov, text: print, needs: [\(needs)]}]", steps: steps)
    }

    private static let look = "- {id: S1, do: inspect, rack: R1, for: [W1]}"

    // MARK: Ports

    @Test func `only ports that are known to be empty are free`() throws {
        let order = Self.wishing("{ports: 3, at: {rack: R1}}", steps: Self.look)
        try order.requireClean()
        let demand = try order.demand("W1:ports:R1")
        #expect(demand.needed == 3 && demand.free == 1 && demand.short == 2)
        #expect(demand.unclear == 2, "18 and 19")
        #expect(order.gaps.contains("no-occupancy R1"))
        let wish = try #require(order.facts.wishes.first { $0.id.text == "W1" })
        #expect(order.facts[wish.needs].count == 1)
        #expect(order.facts.wishes[0].builtIn && !wish.builtIn)
    }

    @Test func `enough is enough`() throws {
        let demand = try Self.wishing("{ports: 1, at: {rack: R1}}", steps: Self.look).demand("W1:ports:R1")
        #expect(demand.short == 0)
        let device = try Self.wishing("{ports: 2, at: {device: sw-1}}", steps: Self.look).demand("W1:ports:sw-1")
        #expect(device.free == 2 && device.short == 0)
    }

    @Test func `what the wish's own steps take is a part of its need, what others take is gone`() throws {
        func plugging(for wish: String) throws -> DemandFact {
            try Self.wishing(
                "{ports: 1, at: {rack: R1}}",
                steps: "- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"PP-1:20\"}\(wish)}"
            ).demand("W1:ports:R1")
        }
        #expect(try plugging(for: ", for: [W1]").short == 0)
        #expect(try plugging(for: "").short == 1)
    }

    @Test func `a cord that nobody can name makes no room when it is pulled, a known one does`() throws {
        let unknown = Self.wishing("{ports: 2, at: {rack: R1}}", steps: "- {id: S1, do: disconnect, port: \"PP-1:12\", for: [W1]}")
        #expect(try unknown.demand("W1:ports:R1").free == 1)
        let known = Self.plant.replacing("cables:\n", with: "cables:\n  - {id: K-9, a: \"PP-1:19\", b: \"prn-1:eth0\"}\n")
            .replacing("  - {id: K-1, a:", with: "  - {id: K-8, a: \"PP-1:rear/19\", b: \"sw-1:Gi3\"}\n  - {id: K-1, a:")
        let freed = Self.wishing(
            "{ports: 2, at: {rack: R1}}", steps: "- {id: S1, do: disconnect, port: \"PP-1:19\", for: [W1]}", inventory: known)
        try freed.requireClean()
        #expect(try freed.demand("W1:ports:R1").free == 2)
    }

    // MARK: Power over Ethernet

    @Test func `ports that give power are counted where they are free`() throws {
        let demand = try Self.wishing("{poe: 4, at: {rack: R1}}", steps: Self.look).demand("W1:poe:R1")
        #expect(demand.free == 2 && demand.short == 2 && demand.unclear == 1)
    }

    @Test func `what takes power over Ethernet needs a port that gives it`() throws {
        func plugging(_ port: String, inventory: String = Self.plant) throws -> DemandFact {
            let order = Rehearsed(inventory, steps: "- {id: S1, do: connect, cable: {a: \"ap-1:eth0\", b: \"\(port)\"}}")
            return try order.demand("poe:sw-1")
        }
        #expect(try plugging("sw-1:Gi1").short == 0)
        #expect(try plugging("sw-1:Te1").short == 1)
        let silent = try plugging("sw-1:Gi1", inventory: Self.plant.replacing(", poe_mode: pse", with: ""))
        #expect(silent.short == 0 && silent.incomplete, "nobody wrote which ports give power")
        let printer = Rehearsed(Self.plant, steps: "- {id: S1, do: connect, cable: {a: \"prn-1:eth0\", b: \"sw-1:Te1\"}}")
        #expect(!printer.facts.demands.contains { $0.resource == "poe" })
    }

    // MARK: Units

    @Test func `units are counted in the order of the steps`() throws {
        func demand(_ steps: String...) throws -> DemandFact {
            try Rehearsed(Self.plant, steps: steps.joined(separator: "\n")).demand("units:R1")
        }
        let install = "- {id: S1, do: install, device: new-1, rack: R1, position: 2, u_height: 4}"
        #expect(try demand(install).short == 0, "2, 3, 4, 5 and 7 are free")
        let second = "- {id: S2, do: install, device: new-2, rack: R1, position: 7, u_height: 2}"
        let both = try demand(install, second)
        #expect(both.needed == 6 && both.free == 5 && both.short == 1)
        #expect(both.step?.index == 1)
        let removal = "- {id: S0, do: remove, device: srv-1}"
        #expect(try demand(removal, install, second).short == 0)
        #expect(try demand(install, second, removal.replacing("S0", with: "S3")).short == 1, "too late")
    }

    @Test func `a wish for units counts those of its rack`() throws {
        let demand = try Self.wishing("{units: 6, at: {rack: R1}}", steps: Self.look).demand("W1:units:R1")
        #expect(demand.free == 5 && demand.short == 1)
        #expect(try Self.wishing("{units: 8, at: {rack: R2}}", steps: Self.look).demand("W1:units:R2").short == 0)
    }

    // MARK: Outlets and power

    @Test func `a device that comes needs an outlet for each inlet`() throws {
        func demand(_ inlets: String) throws -> DemandFact {
            let device =
                "  - {name: srv-9, site: hq, owner: it, role: server, power_ports: [{name: \"PSU\(inlets)\", allocated_draw: 100}]}\n"
            let order = Rehearsed(
                Self.plant.replacing("cables:\n", with: device + "cables:\n"),
                steps: "- {id: S1, do: install, device: srv-9, rack: R1, position: 3}")
            try order.requireClean()
            return try order.demand("outlets:R1")
        }
        #expect(try demand("1").short == 0)
        let two = try demand("[1-2]")
        #expect(two.needed == 2 && two.free == 1 && two.short == 1 && two.unclear == 2)
    }

    @Test func `a rack without outlets on record says nothing of outlets`() {
        let order = Rehearsed(Self.plant, steps: "- {id: S1, do: install, device: new-1, rack: R2, position: 2, draw: 100}")
        #expect(!order.facts.demands.contains { $0.resource == "outlets" })
    }

    @Test func `a feed bears what is on it and what comes`() throws {
        func demand(_ draw: Int) throws -> DemandFact {
            try Rehearsed(Self.plant, steps: "- {id: S1, do: install, device: new-1, rack: R1, position: 3, draw: \(draw)}").demand(
                "power:feed/F-1")
        }
        let fitting = try demand(420)
        #expect(fitting.free == 420, "230 × 5 × 0.8 - 500")
        #expect(fitting.short == 0 && !fitting.incomplete)
        #expect(try demand(421).short == 1)
    }

    @Test func `a draw that nobody wrote makes the sum incomplete, and nothing short`() throws {
        let order = Rehearsed(Self.plant, steps: "- {id: S1, do: install, device: new-1, rack: R1, position: 3}")
        let demand = try order.demand("power:feed/F-1")
        #expect(demand.incomplete && demand.short == 0)
        #expect(order.gaps.contains("no-draw feed/F-1"))
        let elsewhere = Rehearsed(Self.plant, steps: "- {id: S1, do: install, device: new-1, rack: R2, position: 3, draw: 5000}")
        let unfed = try elsewhere.demand("power:R2")
        #expect(unfed.incomplete && unfed.short == 0)
    }

    @Test func `what goes leaves its draw to what comes`() throws {
        let order = Rehearsed(
            Self.plant,
            steps: "- {id: S1, do: remove, device: srv-1}\n- {id: S2, do: install, device: new-1, rack: R1, position: 3, draw: 900}")
        #expect(try order.demand("power:feed/F-1").short == 0)
    }

    private static let twoFeeds = """
        sites: [{name: hq, owner: it}]
        power_panels: [{name: DB, site: hq, feeds: [{name: F-A, voltage: 230, amperage: 5}, {name: F-B, voltage: 230, amperage: 5}]}]
        devices:
          - {name: pdu-a, role: pdu, site: hq, power_ports: [{name: in}], power_outlets: [{name: "[1-8]", power_port: in}]}
          - {name: pdu-b, role: pdu, site: hq, power_ports: [{name: in}], power_outlets: [{name: "[1-8]", power_port: in}]}
          - {name: srv-1, site: hq, power_ports: [{name: P, maximum_draw: 400}]}
          - {name: srv-2, site: hq, power_ports: [{name: P, maximum_draw: 300}]}
          - {name: srv-3, site: hq, power_ports: [{name: P, maximum_draw: 500}]}
        cables:
          - {a: "pdu-a:power/in", b: {feed: F-A}}
          - {a: "pdu-b:power/in", b: {feed: F-B}}
          - {a: "srv-1:power/P", b: "pdu-a:outlet/1"}
          - {a: "srv-2:power/P", b: "pdu-a:outlet/2"}
          - {a: "srv-3:power/P", b: "pdu-b:outlet/1"}
        """

    @Test(arguments: [
        (#"- {id: S1, do: move, port: "pdu-a:outlet/1", to: "pdu-b:outlet/7"}"#, 400, 0),
        (#"- {id: S1, do: move, port: "pdu-a:outlet/[1-2]", to: "pdu-b:outlet/[7-8]"}"#, 700, 280),
        (
            """
            - {id: S1, do: disconnect, port: "pdu-a:power/in"}
            - {id: S2, do: connect, cable: {a: "pdu-a:power/in", b: "pdu-b:outlet/7"}}
            """, 700, 280
        ),
    ])
    func `cords that move to another feed load it with what hangs on them`(steps: String, needed: Int, short: Int) throws {
        let order = Rehearsed(Self.twoFeeds, steps: steps)
        try order.requireClean()
        let demand = try order.demand("power:feed/F-B")
        #expect((demand.needed, demand.free, demand.short) == (Int64(needed), 420, Int64(short)), "230 × 5 × 0.8 - 500")
    }

    @Test func `a cord that goes back to its feed loads nothing`() throws {
        let order = Rehearsed(
            Self.twoFeeds,
            steps: """
                - {id: S1, do: disconnect, port: "srv-1:power/P"}
                - {id: S2, do: connect, cable: {a: "srv-1:power/P", b: "pdu-a:outlet/5"}}
                """)
        try order.requireClean()
        #expect(order.facts.demands.isEmpty)
    }
}
