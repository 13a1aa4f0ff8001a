import ChangeOrders
import Diagnostics
import Inventories
import Testing

/// The twenty printers, as shipped.
@Suite struct StoryTests {
    private static func read(_ order: String) throws -> ReadCase {
        ReadCase(try ClientTexts(shippedIn: "inventories/vostok"), order: try ShippedFiles.text("inventories/vostok/orders/\(order).yaml"))
    }

    @Test(arguments: ["CO-2026-014", "CO-2026-015"])
    func `the story is read without a complaint`(order: String) throws {
        let read = try Self.read(order)
        #expect(read.faults == "")
        #expect(read.order != nil)
    }

    @Test func `every row of the story's table stands in the folder`() throws {
        let inventory = try Self.read("CO-2026-014").folder.inventory
        let departments = Set(inventory.services.rows.compactMap(\.department)).filter { inventory.parties[$0].kind == .department }
        #expect(departments.count == 11, "ten departments beside supply")
        #expect(Set(inventory.racks.refs.compactMap { inventory.racks[$0].owner }).count == 2)
        guard case .found(let panel) = inventory.device("PP-1") else {
            Issue.record("there is no corner panel")
            return
        }
        let claims = inventory.occupancy.rows.filter { inventory.ports[$0.port].device == panel }
        #expect(claims.count { $0.isOccupied } == 19)
        #expect(claims.count { !$0.isOccupied } == 1)
    }

    @Test func `the harmless order unplugs, moves, resets and removes nothing`() throws {
        let order = try #require(try Self.read("CO-2026-015").order)
        #expect(Set(order.steps.map(\.verb)) == [.inspect, .install, .connect])
        #expect(
            order.steps.allSatisfy { step in
                if case .none = step.undo { false } else { true }
            })
    }

    @Test func `the harmless order brings all that was asked for`() throws {
        let order = try #require(try Self.read("CO-2026-015").order)
        let inventory = try Self.read("CO-2026-015").folder.inventory
        let plugged = order.steps.flatMap(\.connections).compactMap { connection -> String? in
            switch connection.a {
            case .port(let port): inventory.ports[port].device.map { inventory.devices[$0].name.text }
            case .unrecorded(let name, _): ChangeOrder.deviceName(ofReference: name.text)
            case .unknown: nil
            }
        }
        #expect(plugged.count { $0.hasPrefix("prn-") && $0 != "prn-sw" } == 20)
        #expect(plugged.count { $0.hasPrefix("ps-") } == 2)
        #expect(plugged.count { $0.hasPrefix("ap-") } == 4)
        #expect(order.steps.map(\.id.text) == (1...10).map { "S\($0)" })
    }
}
