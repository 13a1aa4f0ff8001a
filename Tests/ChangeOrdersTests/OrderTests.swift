import ChangeOrders
import Diagnostics
import Inventories
import LocatedYAML
import Testing

private let read = Read(EveryVerb.order, lists: ["moves.csv": EveryVerb.moves])

@Test func `every verb and operand is read without a complaint`() {
    #expect(read.log.count == 0, "\(read.pictures())")
}

@Test func `an order is written as it was meant`() throws {
    let order = try #require(read.order)
    #expect(order.yaml(in: Plant.inventory) == everyVerbWritten)
}

@Test func `what was written is read as it was meant`() throws {
    let order = try #require(read.order)
    let again = Read(order.yaml(in: Plant.inventory))
    #expect(again.log.count == 0, "\(again.pictures())")
    #expect(meaning(of: again.order as Any) == meaning(of: order))
}

@Test func `nothing else stops is the first wish of every order`() throws {
    let order = try #require(Read("{order: CO-1, steps: []}").order)
    #expect(order.wishes.map(\.id) == ["W0"])
    #expect(order.wishes[0].text == "ничего другого не останавливать")
    #expect(ChangeOrder.Wish.nothingElseStops(in: .en).text == "nothing else stops")
}

@Test func `steps and windows without an id are numbered by their place`() throws {
    let order = try #require(
        Read(
            """
            order: CO-1
            steps:
              - {do: inspect, rack: R1}
              - {do: inspect, rack: R1, id: S3}
              - {do: inspect, rack: R1}
              - {do: inspect, rack: R1}
            """
        ).order)
    #expect(order.steps.map(\.id) == ["S1", "S3", "S4", "S5"])
}

@Test func `line ends, comments and a mark at the beginning change nothing but places`() throws {
    let order = try #require(read.order)
    let lines = EveryVerb.order.split(separator: "\n", omittingEmptySubsequences: false)
    let variants = [
        lines.joined(separator: "\r\n"),
        lines.joined(separator: "  # as agreed\n# and so on\n") + "\n",
        "\u{FEFF}" + EveryVerb.order,
        "\n\n---\n" + EveryVerb.order + "\n...\n",
    ]
    for variant in variants {
        let other = Read(variant, lists: ["moves.csv": EveryVerb.moves.split(separator: "\n").joined(separator: "\r\n")])
        #expect(other.log.count == 0, "\(other.pictures())")
        #expect(meaning(of: other.order as Any) == meaning(of: order))
    }
}

@Test(arguments: 1...20)
func `the order of keys changes nothing but places`(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let order = try #require(read.order)
    let shuffled = shuffledKeys(of: order.yaml(in: Plant.inventory), with: &numbers)
    let other = Read(shuffled)
    #expect(other.log.count == 0, "seed \(seed): \(other.pictures())")
    #expect(meaning(of: other.order as Any) == meaning(of: order), "seed \(seed)")
}

/// The blocks of a text in another order: the keys at the margin, and those of each step.
private func shuffledKeys(of yaml: String, with numbers: inout SeededNumbers) -> String {
    var blocks: [[String]] = []
    for line in yaml.split(separator: "\n").map(String.init) {
        if line.first == " ", !blocks.isEmpty { blocks[blocks.count - 1].append(line) } else { blocks.append([line]) }
    }
    for index in blocks.indices where ["steps:", "wishes:"].contains(blocks[index][0]) {
        var items: [[[String]]] = []
        for line in blocks[index].dropFirst() {
            if line.hasPrefix("  - ") {
                items.append([["    " + line.dropFirst(4)]])
            } else if line.hasPrefix("     ") {
                items[items.count - 1][items[items.count - 1].count - 1].append(line)
            } else {
                items[items.count - 1].append([line])
            }
        }
        let lines = items.flatMap { item -> [String] in
            let keys = item.shuffled(using: &numbers).flatMap { $0 }
            return ["  - " + keys[0].dropFirst(4)] + keys.dropFirst()
        }
        blocks[index] = [blocks[index][0]] + lines
    }
    return blocks.shuffled(using: &numbers).flatMap { $0 }.joined(separator: "\n")
}

@Test func `a port of a device that an earlier step installs has no suggestions`() throws {
    let order = try #require(read.order)
    let index = try #require(order.steps.firstIndex { $0.installation?.device == "sw-77" })
    #expect(order.steps[index + 1].connections[0].a == .unrecorded(name: "sw-77:Gi1/0/1", suggestions: []))
    #expect(order.installation(of: "sw-77", before: index + 1)?.draw == 120)
    #expect(order.installation(of: "sw-77", before: index) == nil)
}

@Test func `a target that is not on record is no error and comes with names near it`() throws {
    let read = Read("{order: CO-1, steps: [{do: power-off, device: sw-3}]}")
    #expect(read.log.count == 0)
    guard case .unrecorded(let kind, let name, let near) = try read.step("S1").targets[0] else {
        Issue.record("sw-3 is taken for something on record")
        return
    }
    #expect(kind == "device" && name == "sw-3")
    #expect(near == ["sw-1"])
}

@Test func `the schema names every verb with its own operands`() throws {
    guard case .object(let name, _, let fields) = ChangeOrder.schema, name == "order" else {
        Issue.record("an order is no mapping")
        return
    }
    let steps = try #require(fields().first { $0.key == "steps" })
    guard case .list(.either(let forms)) = steps.schema else {
        Issue.record("steps are no list of verbs")
        return
    }
    let names = forms.compactMap { form in if case .object(let name, _, _) = form { name } else { nil } }
    #expect(names == Verb.allCases.map { "step-\($0.rawValue)" })
}
