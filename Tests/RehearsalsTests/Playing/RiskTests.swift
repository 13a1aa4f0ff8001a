import Diagnostics
import Inventories
import Plants
import Testing

@testable import Rehearsals

/// Whose running configuration a step puts at risk, and what goes with it.
@Suite struct RiskTests {
    /// Two switches on one PDU, a third on another, and an access point that lives by the first.
    private let room = Rehearsed.yaml(
        """
        devices:
          - {name: sw-1, role: switch, config: {saved: false}, interfaces: [{name: "e[1-4]", poe_mode: pse}], power_ports: [{name: P}]}
          - {name: sw-2, role: switch, config: {saved: true}, interfaces: [{name: "e[1-4]"}], power_ports: [{name: P}]}
          - {name: sw-3, role: switch, config: {saved: true}, interfaces: [{name: "e[1-4]"}], power_ports: [{name: P}, {name: Q}]}
          - {name: sw-9, role: switch, config: {saved: true}, interfaces: [{name: "e[1-4]"}]}
          - {name: ap-1, role: access-point, interfaces: [{name: eth0, poe_mode: pd}]}
          - {name: pc-1, role: workstation, interfaces: [{name: eth0}], power_ports: [{name: P}]}
          - {name: pdu-1, role: pdu, power_ports: [{name: inlet}], power_outlets: [{name: "[1-8]", power_port: inlet}]}
          - {name: pdu-2, role: pdu, power_ports: [{name: inlet}], power_outlets: [{name: "[1-8]", power_port: inlet}]}
        power_panels: [{name: DB-1, site: hq, feeds: [{name: F-1}, {name: F-2}]}]
        sites: [{name: hq}]
        cables:
          - {a: "pdu-1:power/inlet", b: {feed: F-1}}
          - {a: "pdu-2:power/inlet", b: {feed: F-2}}
          - {a: "sw-1:power/P", b: "pdu-1:outlet/1"}
          - {a: "sw-2:power/P", b: "pdu-1:outlet/2"}
          - {a: "sw-3:power/P", b: "pdu-1:outlet/3"}
          - {a: "sw-3:power/Q", b: "pdu-2:outlet/1"}
          - {a: "pc-1:power/P", b: "pdu-1:outlet/4"}
          - {a: "ap-1:eth0", b: "sw-1:e1"}
        """)

    private func atRisk(_ step: Rehearsed, _ id: String = "S1") throws -> [String] {
        try step.requireClean()
        return step.names(try step.step(id).atRisk).sorted()
    }

    @Test(arguments: ["restart", "power-off", "configure", "remove"])
    func `every device that is named is at risk, not only the first`(verb: String) throws {
        let what = verb == "configure" ? ", what: VLANs" : ""
        let names = try atRisk(room("- {id: S1, do: \(verb), device: [sw-1, sw-2]\(what)}"))
        #expect(names == (verb == "configure" ? ["sw-1", "sw-2"] : ["ap-1", "sw-1", "sw-2"]))
    }

    @Test func `a reset puts at risk whatever it names`() throws {
        #expect(try atRisk(room("- {id: S1, do: reset, device: [sw-1, pc-1]}")) == ["pc-1", "sw-1"])
    }

    @Test(arguments: [
        "power-off, feed: F-1", "power-off, device: pdu-1", "remove, device: pdu-1", #"disconnect, port: "pdu-1:power/inlet""#,
        #"power-off, outlet: "pdu-1:outlet/[1-2]""#,
    ])
    func `what falls with its power is at risk, and neither the PDU, a desk nor a second supply is`(step: String) throws {
        #expect(try atRisk(room("- {id: S1, do: \(step)}")) == ["ap-1", "sw-1", "sw-2"])
    }

    @Test func `of a replacement what goes is at risk, and not what comes`() throws {
        #expect(try atRisk(room("- {id: S1, do: replace, device: sw-2, with: sw-9, cords: same-port}")) == ["sw-2"])
        let steps = """
            - {id: S1, do: replace, device: sw-2, with: sw-9, cords: same-port}
            - {id: S2, do: restart, device: sw-9}
            """
        #expect(try atRisk(room(steps), "S2") == ["sw-9"])
    }

    @Test func `what an earlier step has stopped is not at risk again`() throws {
        let steps = """
            - {id: S1, do: power-off, device: sw-2}
            - {id: S2, do: remove, device: sw-2}
            """
        #expect(try atRisk(room(steps), "S2") == [])
    }

    @Test func `what an earlier step has configured is told apart`() throws {
        let steps = """
            - {id: S1, do: configure, device: sw-2, what: VLANs}
            - {id: S2, do: restart, device: [sw-1, sw-2]}
            """
        #expect(try atRisk(room(steps), "S2") == ["ap-1", "sw-1", "sw-2"])
        #expect(room(steps).names(try room(steps).step("S2").reconfigured) == ["sw-2"])
    }

    @Test func `what ran unsaved does not come back with the power`() throws {
        let steps = #"- {id: S1, do: power-off, feed: F-1}"#
        let facts = room(steps)
        let undo = try #require(facts.facts.undos.first)
        #expect(!undo.restores)
        #expect(facts.words(undo.missing) == ["the unsaved configuration of `sw-1` is lost"])
    }

    @Test func `what stops without being named is told, whoever owns it`() throws {
        let facts = room(#"- {id: S1, do: power-off, device: pdu-1}"#)
        #expect(facts.names(try facts.step("S1").falls).sorted() == ["ap-1", "pc-1", "sw-1", "sw-2"])
    }

    @Test func `a cable whose ends nobody knows cannot be pulled, and anything may run over it`() throws {
        let facts = Rehearsed("cables: [{id: X, a: unknown, b: unknown}]", steps: "- {id: S1, do: disconnect, cable: X}")
        try facts.requireClean()
        let step = try facts.step("S1")
        #expect(facts.facts[step.obstacles].map { facts.facts.obstacles[Int($0.index)].kind.text } == ["ends-unknown"])
        #expect(step.disrupts)
    }

    @Test(arguments: [
        (#"power-off, feed: F-1"#, ["sw-3:power/Q"]), (#"disconnect, port: "sw-3:power/P""#, ["sw-3:power/Q"]),
        (#"power-off, feed: F-2"#, ["sw-3:power/P"]), ("power-off, device: sw-3", []), ("restart, device: sw-3", []),
        (#"disconnect, port: "sw-1:power/P""#, []),
    ])
    func `what lives on by another supply leans on it`(step: String, inlets: [String]) throws {
        let facts = room("- {id: S1, do: \(step)}")
        try facts.requireClean()
        #expect(facts.facts[try facts.step("S1").standbys].map { facts.facts.supplies[Int($0.index)].key.text } == inlets)
    }

    @Test func `a supply that was seen to be plugged in again is proven`() throws {
        func standbys(verify: String) throws -> Int {
            let facts = room(
                """
                - {id: S1, do: disconnect, port: "sw-3:power/P"}
                - {id: S2, do: connect, cable: {a: "sw-3:power/P", b: "pdu-1:outlet/3"}\(verify)}
                - {id: S3, do: disconnect, port: "sw-3:power/Q"}
                """)
            try facts.requireClean()
            return facts.facts[try facts.step("S3").standbys].count
        }
        #expect(try standbys(verify: "") == 1)
        #expect(try standbys(verify: ", verify: {observe: LED of the supply, expect: green}") == 0)
    }

    @Test(arguments: [(#""sw-2:e1", b: "sw-2:e2""#, ["sw-2"]), (#""sw-2:e1", b: "sw-3:e2""#, []), (#""PP:1", b: "sw-2:e2""#, ["sw-2"])])
    func `a switch that is plugged into itself is told, over a panel too`(ends: String, loops: [String]) throws {
        let facts = Rehearsed(
            """
            devices:
              - {name: sw-2, role: switch, interfaces: [{name: "e[1-4]"}]}
              - {name: sw-3, role: switch, interfaces: [{name: "e[1-4]"}]}
              - {name: PP, role: patch-panel, front_ports: [{name: "1", rear_port: "1"}], rear_ports: [{name: "1"}]}
            cables: [{a: "PP:rear/1", b: "sw-2:e4"}]
            """, steps: "- {id: S1, do: connect, cable: {a: \(ends)}}")
        try facts.requireClean()
        #expect(facts.names(try facts.step("S1").loops) == loops)
    }
}
