import ChangeOrders
import Diagnostics
import Inventories
import Testing

@Suite struct NetBoxDemoTests {
    @Test(arguments: ["campus", "akron"])
    func `every cable, port and device of the orders is on record`(name: String) throws {
        let read = try NetBoxDemo.read(name)
        let order = try #require(read.order)
        for step in order.steps {
            for target in step.targets {
                if case .unrecorded(let kind, let name, _) = target { Issue.record("\(step.id): \(kind) \(name) is not on record") }
            }
            for end in step.connections.flatMap({ [$0.a, $0.b] }) + step.transfers.flatMap({ [$0.from, $0.to] }) {
                guard case .port = end else {
                    Issue.record("\(step.id): \(end) is not on record")
                    continue
                }
            }
        }
    }

    @Test(arguments: [("campus", ["cable#108", "cable#109", "cable#110", "cable#111"]), ("akron", ["cable#35", "cable#62"])])
    func `what moves are cords that are plugged where the order says`(name: String, moved: [String]) throws {
        let read = try NetBoxDemo.read(name)
        let order = try #require(read.order)
        let inventory = read.folder.inventory
        var cords = Cords(inventory)
        var found: [String] = []
        for step in order.steps {
            for transfer in step.transfers {
                let plugged = cords.cords(at: transfer.from).compactMap(\.cable)
                found += plugged.map { inventory.name(of: .cable($0)) }
                #expect(transfer.cable == nil || plugged == [transfer.cable], "\(step.id)")
            }
            cords.play(step)
        }
        #expect(found == moved)
    }
}
