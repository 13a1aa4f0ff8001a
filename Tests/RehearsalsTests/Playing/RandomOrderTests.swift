import ChangeOrders
import Diagnostics
import Inventories
import PlantDrawings
import Plants
import Testing

@testable import Rehearsals

/// Orders that a seed decides.
struct RandomOrderTests {
    private static let plant: Plant = {
        let client = """
            client: vostok
            name: Vostok Trading
            timezone: "+03:00"
            parties: [{id: it, kind: department, name: IT}]
            contacts: [{id: ivanov, name: Ivan Ivanov, party: it}]
            services:
              - {id: files, name: Files, paths: [{from: [{device: pc-1}], to: [{device: srv-1}]}]}
              - {id: mail, name: Mail, paths: [{from: [{device: pc-2}], to: [{device: srv-1}]}]}
            """
        let all = """
            evidence: {source: traced, seen: 2026-11-30, by: ivanov}
            sites: [{name: hq, owner: it}]
            racks: [{name: R1, site: hq, u_height: 12}]
            power_panels: [{name: DB, site: hq, feeds: [{name: F1}, {name: F2}]}]
            devices:
              - {name: sw-1, rack: R1, position: 1, role: switch, interfaces: [{name: "[1-4]"}], power_ports: [{name: A}, {name: B}]}
              - {name: sw-2, rack: R1, position: 2, role: switch, interfaces: [{name: "[1-4]"}], power_ports: [{name: A}]}
              - {name: srv-1, rack: R1, position: 4, role: server, interfaces: [{name: eth}]}
              - {name: pc-1, site: hq, role: pc, interfaces: [{name: eth}]}
              - {name: pc-2, site: hq, role: pc, interfaces: [{name: eth}]}
              - {name: pdu-1, rack: R1, role: pdu, power_ports: [{name: in}], power_outlets: [{name: "[1-3]", power_port: in}]}
              - name: PP-1
                rack: R1
                position: 6
                role: patch-panel
                front_ports: [{name: "[1-4]", rear_port: "[1-4]"}]
                rear_ports: [{name: "[1-4]"}]
                occupied: "4"
            cables:
              - {id: C1, a: "pc-1:eth", b: "PP-1:rear/1"}
              - {id: C2, a: "PP-1:1", b: "sw-1:1"}
              - {id: C3, a: "pc-2:eth", b: "sw-2:1"}
              - {id: C4, a: "sw-1:2", b: "sw-2:2"}
              - {id: C5, a: "sw-2:3", b: "srv-1:eth"}
              - {id: C6, a: "PP-1:2", b: unknown}
              - {id: C7, a: "sw-1:3", b: "sw-2:4", evidence: {source: lldp, seen: 2026-11-30, by: ivanov}}
              - {id: P1, a: "sw-1:power/A", b: "pdu-1:outlet/1"}
              - {id: P2, a: "sw-1:power/B", b: {feed: F2}}
              - {id: P3, a: "sw-2:power/A", b: "pdu-1:outlet/2"}
              - {id: P4, a: "pdu-1:power/in", b: {feed: F1}}
            """
        let folder = ClientFolder.read([SourceText(name: "client.yaml", client), SourceText(name: "inventory/all.yaml", all)]) { _ in nil }
        precondition(!folder.log.hasErrors, "\(folder.log.kept.map(\.summary.en))")
        return Plant(folder.inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
    }()

    private var inventory: Inventory { Self.plant.inventory }

    /// A step that can be done on a scene; nil where the dice name nothing that can.
    private func step(_ number: Int, on scene: Scene, _ dice: inout SplitMix) -> Step? {
        var step = Step(id: Symbol("S\(number)"), verb: .connect)
        let isPower = Bool.random(using: &dice)
        let ports = inventory.ports.refs.filter { inventory.ports[$0].kind.isPower == isPower }
        let used = ports.filter { !scene.ends(in: .port($0)).isEmpty }
        let free = ports.filter { scene.ends(in: .port($0)).isEmpty && !scene.isAway(.port($0)) }.shuffled(using: &dice)
        let devices = Array(inventory.devices.refs)
        switch Int.random(in: 0..<8, using: &dice) {
        case 0:
            guard free.count >= 2 else { return nil }
            step.connections = [Step.Connection(a: .port(free[0]), b: .port(free[1]))]
        case 1:
            guard let port = used.randomElement(using: &dice) else { return nil }
            step = Step(id: step.id, verb: .disconnect, targets: [.object(.port(port))])
        case 2:
            guard let cable = inventory.cables.refs.randomElement(using: &dice) else { return nil }
            step = Step(id: step.id, verb: .disconnect, targets: [.object(.cable(cable))])
        case 3:
            guard let from = used.randomElement(using: &dice), let to = free.first else { return nil }
            step.verb = .move
            step.transfers = [Step.Transfer(from: .port(from), to: .port(to))]
        case 4:
            step.verb = .install
            step.installation = Step.Installation(device: Symbol("new-\(number)"))
            step.installation?.rack = Ref(0)
            step.installation?.positionHalves = Int.random(in: 2...24, using: &dice)
        case 5: step = Step(id: step.id, verb: .remove, targets: [.object(.device(devices.randomElement(using: &dice)!))])
        case 6: step = Step(id: step.id, verb: .powerOff, targets: [.object(.device(devices.randomElement(using: &dice)!))])
        default:
            guard let port = ports.randomElement(using: &dice), isPower else { return nil }
            step = Step(id: step.id, verb: Bool.random(using: &dice) ? .powerOff : .powerOn, targets: [.object(.port(port))])
        }
        return step
    }

    private func order(_ seed: UInt64, upTo count: Int) -> ChangeOrder {
        var dice = SplitMix(seed)
        var order = ChangeOrder(id: "CO-1")
        var scene = Scene(Self.plant)
        let wanted = Int.random(in: 1...count, using: &dice)
        for _ in 0..<200 where order.steps.count < wanted {
            guard let step = step(order.steps.count + 1, on: scene, &dice) else { continue }
            var tried = scene
            guard tried.play(step).obstacles.isEmpty else { continue }
            scene = tried
            order.steps.append(step)
        }
        return order
    }

    @Test(arguments: 1...150)
    func `an order followed by its undo restores the plant`(seed: UInt64) {
        let order = order(seed, upTo: 6)
        let played = Played(order, on: Self.plant)
        for step in order.steps.indices {
            #expect(played.obstacles(step + 1) == [], "seed \(seed)\n\(order.yaml(in: inventory))")
            #expect(played.missing(step + 1) == [], "seed \(seed) after step \(step + 1)\n\(order.yaml(in: inventory))")
        }
    }

    @Test(arguments: 1...60)
    func `disconnects commute`(seed: UInt64) {
        var dice = SplitMix(seed)
        let used = inventory.ports.refs.filter { !Scene(Self.plant).ends(in: .port($0)).isEmpty }.shuffled(using: &dice).prefix(4)
        func played(_ ports: [Ref<Port>]) -> Played {
            var order = ChangeOrder(id: "CO-1")
            order.steps = ports.enumerated().map {
                Step(id: Symbol("S\($0.offset)"), verb: .disconnect, targets: [.object(.port($0.element))])
            }
            return Played(order, on: Self.plant)
        }
        // Both ends of one cord are pulled in either order; what counts is where all is at the end.
        let (one, other) = (played(Array(used)), played(used.reversed()))
        for service in ["files", "mail"] {
            let (left, right) = (one.impact(used.count, service), other.impact(used.count, service))
            #expect((left.atBest, left.atWorst, left.outage) == (right.atBest, right.atWorst, right.outage), "seed \(seed) \(service)")
        }
    }

    @Test(arguments: 1...60)
    func `one more disconnect lowers neither bound`(seed: UInt64) {
        var dice = SplitMix(seed)
        let used = inventory.ports.refs.filter { !Scene(Self.plant).ends(in: .port($0)).isEmpty }.shuffled(using: &dice).prefix(5)
        var order = ChangeOrder(id: "CO-1")
        order.steps = used.enumerated().map { Step(id: Symbol("S\($0.offset)"), verb: .disconnect, targets: [.object(.port($0.element))]) }
        let played = Played(order, on: Self.plant)
        for service in ["files", "mail"] {
            for step in 2...used.count {
                let (before, after) = (played.impact(step - 1, service), played.impact(step, service))
                #expect(before.atBest <= after.atBest && before.atWorst <= after.atWorst, "seed \(seed) \(service) step \(step)")
            }
        }
    }
}
