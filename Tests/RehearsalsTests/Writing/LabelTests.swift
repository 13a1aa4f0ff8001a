import Diagnostics
import Inventories
import Rehearsals
import Testing

/// Labels that a hand can take for each other.
struct LabelTests {
    /// The cables that can be taken for the first of some labels, all in one rack.
    private func taken(for labels: String...) throws -> [String] {
        let cables = labels.enumerated().map { "  - {id: C-\($0), a: \"sw-1:Gi\($0 + 1)\", b: \"sw-2:Gi\($0 + 1)\", label: \"\($1)\"}" }
        let inventory = """
            sites: [{name: hq, owner: it}]
            racks: [{name: R1, site: hq}, {name: R2, site: hq}]
            devices:
              - {name: sw-1, rack: R1, position: 1, role: switch, interfaces: [{name: "Gi[1-9]"}]}
              - {name: sw-2, rack: R2, position: 1, role: switch, interfaces: [{name: "Gi[1-9]"}]}
            cables:
            \(cables.joined(separator: "\n"))
            """
        let order = Rehearsed(inventory, steps: "- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}")
        try order.requireClean()
        let link = try #require(try order.disturbed().first)
        let cable = try #require(order.facts[link.cables].first)
        return order.facts[order.facts.cables[Int(cable.index)].lookAlikes].map { order.facts.cables[Int($0.index)].label.text }
    }

    @Test func `neighbours in a row of numbers are no danger`() throws {
        #expect(try taken(for: "R1-07", "R1-08", "R1-17", "R1-70", "R2-07") == [])
        #expect(try taken(for: "C-0012", "C-0021", "C-0120") == [])
        #expect(try taken(for: "uplinka", "uplinkb") == [])
        #expect(try taken(for: "A-01", "B-01", "C-01") == [])
    }

    @Test(arguments: [
        ("R1-01", "R1-O1"), ("R1-10", "R1-I0"), ("R1-11", "R1-l1"), ("R1-05", "R1-0S"), ("R1-08", "R1-0B"), ("R1-07", "R1-07"),
        ("R1-07", "r1/07"), ("R1-07", "R1-7"), ("4711234", "4171234"), ("printer-1", "priter-1"), ("printer-1", "prinfer-1"),
    ])
    func `what one glance cannot tell apart is`(one: String, other: String) throws {
        #expect(try taken(for: one, other) == [other])
    }

    @Test func `a cable is held only against those in its racks`() throws {
        let inventory = """
            sites: [{name: hq, owner: it}]
            racks: [{name: R1, site: hq}, {name: R2, site: hq}]
            devices:
              - {name: sw-1, rack: R1, position: 1, role: switch, interfaces: [{name: "Gi[1-4]"}]}
              - {name: sw-2, rack: R2, position: 1, role: switch, interfaces: [{name: "Gi[1-4]"}]}
            cables:
              - {id: C-1, a: "sw-1:Gi1", b: "sw-1:Gi2", label: R1-01}
              - {id: C-2, a: "sw-2:Gi1", b: "sw-2:Gi2", label: R1-O1}
            """
        let order = Rehearsed(inventory, steps: "- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}")
        try order.requireClean()
        #expect(order.facts.cables.map(\.lookAlikes.count) == [0])
    }

    @Test func `both cords of one link may bear one label`() throws {
        let inventory = """
            sites: [{name: hq, owner: it}]
            racks: [{name: R1, site: hq}]
            devices:
              - {name: sw-1, rack: R1, position: 1, role: switch, interfaces: [{name: "Gi[1-4]"}]}
              - {name: sw-2, rack: R1, position: 2, role: switch, interfaces: [{name: "Gi[1-4]"}]}
              - {name: PP-1, rack: R1, position: 3, front_ports: [{name: "1", rear_port: "1"}], rear_ports: [{name: "1"}]}
            cables:
              - {id: C-1, a: "sw-1:Gi1", b: "PP-1:1", label: R1-01}
              - {id: C-2, a: "PP-1:rear/1", b: "sw-2:Gi1", label: R1-01}
            """
        let order = Rehearsed(inventory, steps: "- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}")
        try order.requireClean()
        #expect(order.facts.cables.count == 2)
        #expect(order.facts.cables.map(\.lookAlikes.count) == [0, 0])
    }
}
