import ChangeOrders
import Diagnostics
import Inventories
import Testing

/// The way back of the last of some steps, as it would be written in an order.
private func wayBack(_ steps: String) throws -> String {
    let read = Read("{order: CO-1, steps: [\(steps)]}")
    let order = try #require(read.order, "\(read.pictures())")
    #expect(!read.log.hasErrors, "\(read.pictures())")
    switch order.waysBack(fromStep: order.steps.count, in: Plant.inventory)[0].way {
    case .nothingChanged: return "nothing changed"
    case .none(let reason): return "none: \(reason.rawValue)"
    case .steps(let steps):
        return steps.map { step in
            let lines = step.yaml(in: Plant.inventory).split(separator: "\n").map { $0.dropFirst(4).drop { $0 == " " } }
            return lines.filter { !$0.hasPrefix("id:") }.joined(separator: " | ")
        }.joined(separator: "\n")
    }
}

@Test(
    arguments: [
        ("{do: inspect, rack: R1}", "nothing changed"),
        ("{do: hold, observe: the fan}", "nothing changed"),
        (
            #"{do: connect, cable: {a: "AP-1:eth0", b: "PP-1:20"}}"#,
            #"do: disconnect | port: ["AP-1:eth0", "PP-1:front/20"]"#
        ),
        (
            #"{do: disconnect, port: "PP-1:7"}"#,
            #"do: connect | cable: {a: "sw-1:Gi1/0/7", b: "PP-1:front/7", id: C-0017, type: cat6, label: R1-07}"#
        ),
        (
            #"{do: disconnect, cable: C-0017}"#,
            #"do: connect | cable: {a: "sw-1:Gi1/0/7", b: "PP-1:front/7", id: C-0017, type: cat6, label: R1-07}"#
        ),
        (#"{do: disconnect, port: "PP-1:8"}"#, #"do: connect | cable: {a: unknown, b: "PP-1:front/8", id: C-0018}"#),
        (#"{do: disconnect, port: "PP-1:12"}"#, #"do: connect | cable: {a: unknown, b: "PP-1:front/12"}"#),
        (#"{do: disconnect, port: "PP-1:20"}"#, "nothing changed"),
        (#"{do: move, port: "PP-1:7", to: "PP-1:20"}"#, #"do: move | port: "PP-1:front/20" | to: "PP-1:front/7""#),
        (
            "{do: install, device: sw-77, rack: R1, position: 24}",
            "do: remove | device: sw-77"
        ),
        (
            #"{do: install, device: sw-77, rack: R1, cords: [{a: "sw-77:power/PSU1", b: "pdu-1:outlet/3"}]}"#,
            "do: disconnect | port: [\"sw-77:power/PSU1\", \"pdu-1:outlet/3\"]\ndo: remove | device: sw-77"
        ),
        (
            "{do: remove, device: core-rtr}",
            #"do: install | device: core-rtr | rack: R1 | position: 40 | u_height: 1 | cords: | - {a: "sw-2:Gi1/0/1", b: "core-rtr:ge-0/0/1", id: C-0019}"#
        ),
        ("{do: remove, unrecorded: {where: R7 U11}}", "none: unrecorded"),
        (
            "{do: replace, device: sw-1, with: sw-9, cords: same-port}",
            "do: replace | device: sw-9 | with: sw-1 | cords: same-port"
        ),
        ("{do: power-off, device: sw-1}", "do: power-on | device: sw-1"),
        ("{do: power-on, outlet: \"pdu-1:3\"}", "do: power-off | outlet: \"pdu-1:outlet/3\""),
        ("{do: restart, device: sw-1}", "none: restart"),
        ("{do: reset, device: sw-1}", "none: no-backup"),
        ("{do: reset, device: core-rtr}", "do: configure | device: core-rtr | what: вернуть сохранённую конфигурацию"),
        ("{do: configure, device: sw-2, what: x}", "none: no-configuration"),
        ("{do: other, text: clean up}", "none: words"),
        ("{do: power-off, device: sw-1, undo: none}", "none: written"),
        ("{do: restart, device: sw-1, undo: [{do: inspect, device: sw-1}]}", "do: inspect | device: sw-1"),
    ])
func `each verb is undone as its row of the table says`(steps: String, undone: String) throws {
    #expect(try wayBack(steps) == undone)
}

@Test func `a step is undone from where earlier steps have put the cords`() throws {
    let moved = #"{do: move, port: "PP-1:7", to: "PP-1:20"}, {do: disconnect, port: "PP-1:20"}"#
    #expect(
        try wayBack(moved) == #"do: connect | cable: {a: "sw-1:Gi1/0/7", b: "PP-1:front/20", id: C-0017, type: cat6, label: R1-07}"#)
    let plugged = #"{do: connect, cable: {a: "AP-1:eth0", b: "PP-1:20"}}, {do: disconnect, port: "PP-1:20"}"#
    #expect(try wayBack(plugged) == #"do: connect | cable: {a: "AP-1:eth0", b: "PP-1:front/20"}"#)
    let twice = #"{do: disconnect, port: "PP-1:7"}, {do: disconnect, port: "PP-1:7"}"#
    #expect(try wayBack(twice) == "nothing changed")
}

@Test func `two cords that change places are both moved`() throws {
    let read = Read(
        #"{order: CO-1, steps: [{do: move, list: [{from: "sw-1:Gi1/0/7", to: "sw-2:Gi1/0/1"}, {from: "sw-2:Gi1/0/1", to: "sw-1:Gi1/0/7"}]}]}"#
    )
    let step = try read.step("S1")
    var cords = Cords(Plant.inventory)
    let (left, right) = (step.transfers[0].from, step.transfers[0].to)
    let before = (cords.cords(at: left).map(\.cable), cords.cords(at: right).map(\.cable))
    cords.play(step)
    #expect(cords.cords(at: left).map(\.cable) == before.1)
    #expect(cords.cords(at: right).map(\.cable) == before.0)
}

@Test(arguments: 1...200)
func `steps on cords followed by their ways back leave every cord where it was`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var order = ChangeOrder(id: "CO-1")
    var cords = Cords(Plant.inventory)
    let ports = Plant.inventory.ports.refs.filter {
        Plant.inventory.ports[$0].kind == .interface || Plant.inventory.ports[$0].kind == .frontPort
    }
    for number in 1...Int.random(in: 1...6, using: &numbers) {
        let step = randomStep(number, ports, cords, &numbers)
        order.steps.append(step)
        cords.play(step)
    }
    for (_, way) in order.waysBack(fromStep: order.steps.count, in: Plant.inventory) {
        guard case .steps(let steps) = way else { continue }
        for step in steps { cords.play(step) }
    }
    let start = Cords(Plant.inventory)
    for port in ports {
        let (now, then) = (cords.cords(at: .port(port)), start.cords(at: .port(port)))
        #expect(
            now.map(\.cable) == then.map(\.cable),
            "seed \(seed): \(Plant.inventory.name(of: .port(port)))\n\(order.yaml(in: Plant.inventory))")
    }
}

private func randomStep(_ number: Int, _ ports: [Ref<Port>], _ cords: Cords, _ numbers: inout SeededNumbers) -> Step {
    let free = ports.filter { cords.cords(at: .port($0)).isEmpty }
    let used = ports.filter { !cords.cords(at: .port($0)).isEmpty }
    var step = Step(id: Symbol("S\(number)"), verb: [.connect, .disconnect, .move].randomElement(using: &numbers)!)
    switch step.verb {
    case .connect:
        let ends = free.shuffled(using: &numbers)
        step.connections = [Step.Connection(a: .port(ends[0]), b: .port(ends[1]))]
    case .disconnect: step.targets = [.object(.port(used.randomElement(using: &numbers)!))]
    default:
        step.transfers = [Step.Transfer(from: .port(used.randomElement(using: &numbers)!), to: .port(free.randomElement(using: &numbers)!))]
    }
    return step
}
