import Diagnostics
import Foundation
import Testing
import Times

@testable import Observations

/// The small site in two states of wiring: what its devices say is what is wired.
struct LabTests {
    /// A state's captures, laid out as a client's folder is.
    private static func read(_ state: String, _ moment: String, without excluded: (String) -> Bool = { _ in false }) throws
        -> ObservedFolder?
    {
        guard ObservedFiles.areHere else { return nil }
        let files = try ObservedFiles.paths(below: "linux-lab/\(state)").filter { !excluded($0) }
            .map { try ObservedFiles.text("linux-lab/\(state)/\($0)", name: "observed/\($0)") }
        var texts = SourceTexts()
        return ObservedFolder.read(files, of: &texts, capturedAt: WrittenMoment(moment))
    }

    private static func neighbours(_ folder: ObservedFolder, _ device: Symbol, _ format: CaptureFormat) -> Set<String> {
        Set(
            folder.captures.filter { $0.device == device && $0.format == format }.flatMap(\.sightings.neighbours).map {
                "\($0.localPort?.text ?? "?") \($0.systemName?.text ?? "?") \($0.port?.text.text ?? "?")"
            })
    }

    @Test func `switches see whom they are wired to`() throws {
        guard let folder = try Self.read("state-a", "2026-11-21T20:32:43Z") else { return }
        #expect(
            Self.neighbours(folder, "sw-core-1", .lldpcliNeighbours) == [
                "swp1 sw-acc-1 swp5", "swp2 sw-acc-2.hq.example.net 5", "swp3 srv-db-1.hq.example.net 02:db:00:00:00:01",
                "swp4 srv-db-1.hq.example.net 02:db:00:00:00:02", "swp5 fw-1.hq.example.net eth1",
            ])
        #expect(
            Self.neighbours(folder, "sw-acc-1", .lldpcliNeighbours) == [
                "swp1 ap-1 eth0", "swp2 phone-1 02:f0:00:00:00:01", "swp5 sw-core-1.hq.example.net swp1",
            ])
    }

    @Test func `a walk and lldpcli see the same`() throws {
        guard let folder = try Self.read("state-b", "2026-11-21T20:38:39Z", without: { $0.contains(".OnQ.") }) else { return }
        for device: Symbol in ["sw-core-1", "sw-acc-1"] {
            let walked = Self.neighbours(folder, device, .walk)
            #expect(walked == Self.neighbours(folder, device, .lldpcliNeighbours))
            #expect(!walked.isEmpty)
        }
    }

    @Test func `a walk without types says the same as one with them`() throws {
        guard let typed = try Self.read("state-a", "2026-11-21T20:32:43Z", without: { $0.contains(".OnQ.") }),
            let bare = try Self.read("state-a", "2026-11-21T20:32:43Z", without: { $0.contains(".On.") })
        else { return }
        for device: Symbol in ["sw-core-1", "sw-acc-1", "sw-acc-2"] {
            func said(_ folder: ObservedFolder) -> [String] {
                folder.captures.filter { $0.device == device && $0.format == .walk }.flatMap { capture in
                    capture.sightings.ports.map { "\($0.name) \($0.mac?.text ?? "-") \($0.operational.map { "\($0)" } ?? "-")" }
                        + capture.sightings.neighbours.map {
                            "\($0.localPort?.text ?? "-") \($0.chassis?.text.text ?? "-") \($0.port?.text.text ?? "-")"
                        }
                }
            }
            #expect(said(typed) == said(bare))
            #expect(said(typed).count > 6)
        }
    }

    @Test func `the shapes of lldpcli say the same`() throws {
        guard let json = try Self.read("state-a", "2026-11-21T20:32:43Z", without: { !$0.hasSuffix("lldpcli-neighbors.json") }),
            let json0 = try Self.read("state-a", "2026-11-21T20:32:43Z", without: { !$0.hasSuffix("lldpcli-neighbors.json0") })
        else { return }
        #expect(json.captures.count == 10)
        for (first, second) in zip(json.captures, json0.captures) {
            #expect(first.device == second.device)
            let (left, right) = (first.sightings.neighbours, second.sightings.neighbours)
            #expect(left.count == right.count)
            for (one, other) in zip(left, right) {
                var other = other
                // The two were printed one after the other.
                (other.place, other.knownFor) = (one.place, one.knownFor)
                #expect(one == other)
            }
        }
    }

    @Test func `no file is taken for another device's`() throws {
        guard let folder = try Self.read("state-a", "2026-11-21T20:32:43Z") else { return }
        #expect(folder.refusals.filter { $0.diagnostic.code == "capture-other-device" }.isEmpty)
        #expect(Set(folder.captures.map(\.device)).count == 14)
    }

    @Test func `only the swapped ports of the core changed when they were swapped`() throws {
        guard let folder = try Self.read("state-b", "2026-11-21T20:38:39Z", without: { $0.contains(".OnQ.") }) else { return }
        let walk = try #require(folder.captures.first { $0.device == "sw-core-1" && $0.format == .walk })
        let changed = walk.sightings.ports.filter { $0.lastChange.moment != nil }.sorted { $0.lastChange.moment! > $1.lastChange.moment! }
        #expect(Set(changed.prefix(2).map(\.name)) == ["swp2", "swp5"])
    }

    @Test func `the box that nobody wrote down shows by its address`() throws {
        guard let folder = try Self.read("state-a", "2026-11-21T20:32:43Z") else { return }
        let addresses = folder.captures.filter { $0.device == "sw-acc-2" && $0.format == .bridgeFDB }.flatMap(\.sightings.addresses)
        let behind = Set(addresses.filter { $0.port == "swp3" && $0.showsStation }.map(\.mac.text))
        #expect(behind.count == 1 && behind.first!.hasPrefix("02:1e:ac"))
    }
}
