import ChangeOrders
import Diagnostics
import Foundation
import Inventories
import PlantDrawings
import Plants
import Testing

@testable import Rehearsals

/// The orders of `inventories/vostok`, as shipped.
struct StoryTests {
    private static let departments = [
        "accounting-desk", "stock-keeping", "sales-desk", "dispatch", "legal-desk", "personnel-desk", "line-control", "laboratory", "gate",
        "board",
    ]

    private func played(_ order: String) throws -> Played {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "inventories/vostok")
        func text(_ path: String) throws -> SourceText {
            SourceText(name: path, try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "inventory").path).sorted()
        let folder = ClientFolder.read(try [text("client.yaml")] + names.map { try text("inventory/\($0)") }) { _ in nil }
        let plant = Plant(folder.inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
        return Played(order: try String(contentsOf: root.appending(path: "orders/\(order).yaml"), encoding: .utf8), on: plant)
    }

    @Test func `the bad order possibly stops ten departments with the cord, and certainly with the router`() throws {
        let played = try played("CO-2026-014")
        for service in Self.departments {
            #expect(
                played.outages(service) == [.excluded, .excluded, .possible, .possible, .possible, .certain, .certain], "\(service)")
        }
        #expect(played.outages("printing") == Array(repeating: .excluded, count: 7))
        #expect(played.impact(7, "printing").basis == .untouched)
        #expect(played.impact(3, "gate").atBest == .noImpact)
        #expect(played.impact(3, "gate").atWorst == .outage)
    }

    @Test func `the cord of PP-1 12 is a link that nobody can name, and stays hanging`() throws {
        let played = try played("CO-2026-014")
        let disturbs = played.disturbs(3)
        #expect(disturbs.filter { $0.hasSuffix("certain") } == ["PP-1:front/12–? certain"])
        #expect(disturbs.count { $0.contains("sw-1") && $0.hasSuffix("possible") } == 10)
        #expect(disturbs.count == 11)
        #expect(played.dangling(3) == ["PP-1:front/12"])
        #expect(played.touches(3) == ["PP-1:front/12"])
        #expect(played.takes(4) == ["PP-1:front/12 freed"])
        #expect(played.obstacles(4) == [])
    }

    @Test func `wiping the router has no way back`() throws {
        let played = try played("CO-2026-014")
        #expect((1...7).map { played.undo($0).kind } == [.automatic, .automatic, .automatic, .automatic, .automatic, .none, .none])
        #expect((1...7).map { played.undo($0).restores } == [true, true, true, true, true, false, false])
        #expect(played.missing(6) == ["the configuration of `core-rtr` is not restored"])
        #expect(played.step(6).disrupts)
    }

    @Test func `the good order harms nothing`() throws {
        let played = try played("CO-2026-015")
        for service in Self.departments + ["printing"] {
            #expect(played.outages(service) == Array(repeating: .excluded, count: 10))
            #expect(played.impact(10, service).basis == .untouched)
        }
        for step in 1...10 {
            #expect(played.disturbs(step) == [])
            #expect(!played.step(step).disrupts)
            #expect(played.obstacles(step) == [])
            #expect(played.undo(step).restores)
        }
        #expect(played.takes(4) == ["sw-2:Gi1/0/2"])
    }
}
