import Diagnostics
import Inventories
import Rehearsals
import Testing
import Times

/// What a step names, touches and takes, and the way back from it.
struct StepRowTests {
    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}]
        racks: [{name: R1, site: hq, location: comms, owner: it}]
        devices:
          - name: sw-1
            rack: R1
            position: 20
            role: access-switch
            interfaces: [{name: "Gi[1-4]", type: 1000base-t}, {name: mgmt, type: 1000base-t, mgmt_only: true}]
            empty: "Gi4"
          - {name: sw-2, rack: R1, position: 22, role: access-switch, interfaces: [{name: "Gi[1-4]", type: 1000base-t}], empty: "Gi4"}
        cables:
          - {id: C-1, a: "sw-1:Gi1", b: "sw-2:Gi1", label: R1-01}
          - {id: C-2, a: "sw-1:mgmt", b: "sw-2:Gi2"}
          - {id: C-3, a: "sw-1:Gi3", b: "sw-2:Gi3", evidence: {source: document, seen: 2025-01-01, by: ivanov}}

        """

    private static func rehearse(_ steps: String, head: String = "") -> Rehearsed { Rehearsed(plant, head: head, steps: steps) }

    private func targets(_ steps: String, of step: String = "S1") throws -> [String] {
        let order = Self.rehearse(steps)
        return order.facts[try order.step(step).targets].map { row in
            let target = order.facts.targets[Int(row.index)]
            return
                "\(target.kind) \(target.label)\(target.recorded ? "" : " ?")\(order.words(target.suggestions).map { " \($0)" }.joined())"
        }
    }

    // MARK: Targets

    @Test func `what is named is on record or not`() throws {
        #expect(try targets("- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}") == ["port sw-1:Gi1"])
        #expect(try targets("- {id: S1, do: disconnect, port: \"sw-7:Gi1\"}") == ["port sw-7:Gi1 ? sw-1:Gi1"])
        #expect(
            try targets("- {id: S1, do: remove, unrecorded: {where: \"R1 U11\", looks: grey box}}") == ["unknown-gear grey box (R1 U11) ?"])
        #expect(try targets("- {id: S1, do: inspect, rack: R1}") == ["rack R1"])
    }

    @Test func `what the order brings need not be on record`() throws {
        let bringing = """
            - {id: S1, do: install, device: sw-9, rack: R1, position: 30}
            - {id: S2, do: connect, cable: {a: "sw-9:Gi1", b: "sw-1:Gi4"}}
            """
        #expect(try targets(bringing, of: "S2") == ["port sw-9:Gi1", "port sw-1:Gi4"])
        let nobody = "- {id: S1, do: connect, cable: {a: \"new:Gi1\", b: \"sw-1:Gi4\"}}"
        #expect(try targets(nobody).first?.hasPrefix("port new:Gi1 ?") == true)
    }

    @Test func `words alone leave the target open`() throws {
        let order = Self.rehearse("- {id: S1, do: other, text: clean up the corner}")
        #expect(try order.step("S1").open)
        #expect(try order.step("S1").text.text == "clean up the corner")
        #expect(try !Self.rehearse("- {id: S1, do: inspect, rack: R1}").step("S1").open)
        #expect(try !Self.rehearse("- {id: S1, do: hold, observe: \"sw-1:Gi1\", expect: \"on\"}").step("S1").open)
    }

    // MARK: Links

    @Test func `a known link shows its far end, its cables and its label`() throws {
        let order = Self.rehearse("- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}")
        let link = try #require(try order.disturbed().first)
        #expect(link.label.text == "sw-1:Gi1")
        #expect(link.key.text == "sw-1:Gi1|sw-2:Gi1")
        #expect(link.hit.text == "certain")
        let far = try #require(link.farEnd.map { order.facts.knownPorts[Int($0.index)] })
        #expect(far.known && far.value.map { order.facts.ports[Int($0.index)].key.text } == "sw-2:Gi1")
        #expect(order.facts[link.cables].map { order.facts.cables[Int($0.index)].label.text } == ["R1-01"])
        #expect(order.party(link.owner) == "it")
        #expect(order.ids(link.candidateOwners) == ["it"])
        #expect(link.evidenceAge == .hours(39), "since midnight in the client's zone")
        #expect(!link.management)
        #expect(order.facts[far.evidence].map { order.facts.evidence[Int($0.index)].by.text } == ["ivanov"])
    }

    @Test func `an expired end keeps its value and who can be asked`() throws {
        let order = Self.rehearse("- {id: S1, do: disconnect, port: \"sw-1:Gi3\"}")
        let link = try #require(try order.disturbed().first)
        let far = try #require(link.farEnd.map { order.facts.knownPorts[Int($0.index)] })
        #expect(!far.known && !far.fresh && far.value != nil && far.until == nil)
        #expect(order.ids(link.candidateOwners) == ["it"])
        #expect(!order.gaps.contains { $0.hasPrefix("unknown-end") })
    }

    @Test func `a link to a management port is one`() throws {
        #expect(try Self.rehearse("- {id: S1, do: disconnect, port: \"sw-1:mgmt\"}").disturbed().first?.management == true)
    }

    @Test func `a cable that is named by its id is called so`() throws {
        #expect(try Self.rehearse("- {id: S1, do: disconnect, cable: C-1}").disturbed().first?.label.text == "C-1")
    }

    @Test func `records that contradict each other give all ends`() throws {
        let order = Rehearsed(
            Self.plant + "  - {id: C-9, a: \"sw-1:Gi1\", b: \"sw-2:Gi4\", evidence: {source: lldp, seen: 2026-11-29, by: ivanov}}\n",
            steps: "- {id: S1, do: disconnect, port: \"sw-1:Gi1\"}")
        let link = try #require(try order.disturbed().first)
        let far = try #require(link.farEnd.map { order.facts.knownPorts[Int($0.index)] })
        #expect(far.conflicting && far.value == nil)
        let ends = order.facts.pool[Int(far.alternatives.start)..<Int(far.alternatives.start + far.alternatives.count)]
        #expect(Set(ends.map { order.facts.ports[Int($0)].key.text }) == ["sw-2:Gi1", "sw-2:Gi4"])
    }

    // MARK: Ports

    @Test func `a port that is taken is documented, freed or empty`() throws {
        func taken(_ steps: String, by step: String) throws -> PortFact? {
            let order = Self.rehearse(steps)
            try order.requireClean()
            let ports = order.facts[try order.step(step).takesPorts].map { order.facts.ports[Int($0.index)] }
            return ports.first { $0.label.text.hasPrefix("sw-1:") }
        }
        let straight = try #require(try taken("- {id: S1, do: connect, cable: {a: \"sw-1:Gi1\", b: \"sw-2:Gi4\"}}", by: "S1"))
        #expect(straight.documented && !straight.freedByOrder && straight.cable != nil)
        let empty = try #require(try taken("- {id: S1, do: connect, cable: {a: \"sw-1:Gi4\", b: \"sw-2:Gi4\"}}", by: "S1"))
        #expect(!empty.documented && empty.cable == nil)
        let after = "- {id: S1, do: disconnect, cable: C-1}\n- {id: S2, do: connect, cable: {a: \"sw-1:Gi1\", b: \"sw-2:Gi4\"}}"
        #expect(try taken(after, by: "S2")?.freedByOrder == true)
    }

    // MARK: Holds and the way back

    @Test func `a hold stands directly before what it holds`() throws {
        let steps = """
            - {id: S1, do: hold, observe: "sw-2:Gi1", expect: link up, how: LED, witness: petrova}
            - {id: S2, do: disconnect, port: "sw-1:Gi1"}
            - {id: S3, do: disconnect, port: "sw-1:Gi3"}
            """
        let order = Self.rehearse(steps)
        try order.requireClean()
        let held = try #require(try order.step("S2").heldBy)
        let hold = order.facts.holds[Int(held.index)]
        #expect(hold.step.text == "S1" && hold.object.text == "sw-2:Gi1" && hold.how.text == "LED")
        #expect(hold.witness.map { order.facts.people[Int($0.index)].id.text } == "petrova")
        #expect(try order.step("S3").heldBy == nil)
        #expect(try order.step("S1").hold == held)
    }

    @Test func `the way back takes as long as the way there`() throws {
        func undo(_ takes: String, after: String = "S1") throws -> UndoFact {
            let order = Self.rehearse(
                "- {id: S1, do: disconnect, cable: C-1, takes: \(takes)}\n- {id: S2, do: inspect, device: sw-1, takes: PT1M}",
                head: "windows: [{id: N1, from: 2026-12-05T22:00:00Z, to: 2026-12-05T23:00:00Z}]")
            let row = try #require(try order.step(after).undo)
            return order.facts.undos[Int(row.index)]
        }
        let short = try undo("PT25M")
        #expect(short.kind.text == "auto" && short.restores && short.takes == .minutes(25) && short.fitsWindow)
        #expect(short.steps.count == 1)
        #expect(try !undo("PT35M").fitsWindow)
        #expect(try undo("PT35M", after: "S2").takes == .minutes(35))
    }

    @Test func `a step without a way back is irreversible, those after it are not for that`() throws {
        let order = Self.rehearse("- {id: S1, do: reset, device: sw-1}\n- {id: S2, do: disconnect, cable: C-1}")
        #expect(try order.step("S1").irreversible)
        #expect(try !order.step("S2").irreversible)
    }

    @Test func `wishes know their steps`() throws {
        let order = Self.rehearse(
            "- {id: S1, do: inspect, rack: R1, for: [W1]}",
            head: "wishes: [{id: W1, text: look, accepted_when: seen}, {id: W2, text: more}]")
        let wishes = order.facts.wishes
        #expect(wishes.map(\.id.text) == ["W0", "W1", "W2"])
        #expect(wishes.map { order.facts[$0.steps].count } == [0, 1, 0])
        #expect(wishes.map(\.acceptedWhen.text) == ["", "seen", ""])
        #expect(order.facts[try order.step("S1").wishes].map { $0.index } == [1])
    }

    @Test func `the facts hold the order's vicinity and no more`() throws {
        let far = (1...50).map { "  - {name: far-\($0), rack: R9, position: \($0), role: switch, interfaces: [{name: \"Gi[1-48]\"}]}" }
            .joined(
                separator: "\n")
        let order = Rehearsed(
            Self.plant.replacing("sites: [{name: hq}]", with: "sites: [{name: hq}, {name: depot}]")
                .replacing("racks: [", with: "racks: [{name: R9, site: depot, u_height: 60}, {name: R1b, site: hq}, ")
                .replacing("devices:\n", with: "devices:\n  - {name: idle, rack: R1, position: 1, role: server, owner: starlink}\n")
                .replacing("cables:\n", with: "\(far)\ncables:\n"), steps: "- {id: S1, do: disconnect, cable: C-1}")
        try order.requireClean()
        #expect(Set(order.facts.devices.map(\.name.text)) == ["sw-1", "sw-2", "idle"], "with what else stands in the rack")
        #expect(order.facts.ports.count < 20)
    }
}
