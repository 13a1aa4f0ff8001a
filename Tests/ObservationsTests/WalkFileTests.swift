import Diagnostics
import Foundation
import LocatedYAML
import Testing
import Times

@testable import Observations

/// Walks of real switches, held against what another program made of the same records.
struct WalkFileTests {
    static let devices = [
        "arubaos-cx", "ciscosb_sg350x-24p", "eltex-mes23xx_mes2324b", "ios_2960x", "junos_qfx5100", "procurve", "vrp_5720",
    ]

    /// The numeric walks of a device, read as the files of one folder.
    static func capture(_ device: String) throws -> Capture? {
        guard ObservedFiles.areHere else { return nil }
        let folder = "snmp/librenms/\(device)/walk"
        let files = try ObservedFiles.paths(below: folder).filter { $0.hasSuffix(".On.txt") }
            .map { try ObservedFiles.text("\(folder)/\($0)", name: "observed/\(device)/\($0)") }
        var texts = SourceTexts()
        let read = ObservedFolder.read(files, of: &texts, capturedAt: WrittenMoment("2026-11-22T00:00Z"))
        #expect(read.refusals.isEmpty)
        return read.captures.first
    }

    private func excerpt(_ device: String) throws -> Node {
        var log = DiagnosticLog()
        let text = try ObservedFiles.text("snmp/librenms/\(device)/\(device).librenms-excerpt.json")
        return try #require(NodeTree.parse(text, file: FileID(index: 0), log: &log).roots.first)
    }

    /// How many neighbours the records hold, and at how many ports (README.md beside the captures).
    private static let counts: [(device: String, neighbours: Int, ports: Int)] = [
        ("arubaos-cx", 18, 11), ("ciscosb_sg350x-24p", 5, 5), ("eltex-mes23xx_mes2324b", 32, 21), ("ios_2960x", 7, 7),
        ("junos_qfx5100", 2, 2),
        ("procurve", 7, 7), ("vrp_5720", 5, 5),
    ]

    @Test func `every neighbour of the records has its port`() throws {
        for (device, count, ports) in Self.counts {
            guard let capture = try Self.capture(device) else { return }
            let lldp = capture.sightings.neighbours.filter { $0.discovery == .lldp || device == "ios_2960x" }
            #expect(lldp.count == count, "\(device)")
            #expect(Set(lldp.map(\.localPort)).count == ports, "\(device)")
        }
    }

    @Test(arguments: devices) func `neighbours are at the ports at which another program finds them`(device: String) throws {
        guard let capture = try Self.capture(device) else { return }
        for link in try excerpt(device)["links"]?.items ?? [] {
            let (port, name) = (link.symbol("ifName"), link.text("remote_hostname"))
            let here = capture.sightings.neighbours.filter { $0.localPort == port }
            #expect(
                here.contains {
                    $0.systemName?.text == name || $0.systemName == nil && $0.systemDescription?.text.hasPrefix(name ?? "") != false
                }, "\(port!) \(name ?? "?")")
        }
    }

    @Test(arguments: devices) func `ports are as another program finds them`(device: String) throws {
        guard let capture = try Self.capture(device) else { return }
        let ports = Dictionary(uniqueKeysWithValues: capture.sightings.ports.map { (Int($0.index ?? 0), $0) })
        var count = 0
        for row in try excerpt(device)["ports"]?.items ?? [] where row.text("ifType") == "ethernetCsmacd" {
            guard let port = ports[Int(row.number("ifIndex") ?? -1)] else {
                Issue.record("\(device): \(row.text("ifName") ?? "?") is missing")
                continue
            }
            #expect(port.name == row.symbol("ifName"))
            #expect(port.admin?.rawValue == row.text("ifAdminStatus"))
            #expect(port.operational?.rawValue == row.text("ifOperStatus"), "\(port.name)")
            #expect(port.mac == row.text("ifPhysAddress").flatMap { MACAddress($0) })
            count += 1
        }
        #expect(count > 10)
    }

    @Test func `trap 12: a last change of zero, or before the start, is not known`() throws {
        func unknown(_ device: String, _ reason: LastChange.Reason) throws -> Int? {
            try Self.capture(device)?.sightings.ports.count { $0.lastChange == .unknown(reason) && !$0.name.text.hasPrefix("Po") }
        }
        guard ObservedFiles.areHere else { return }
        #expect(try unknown("eltex-mes23xx_mes2324b", .impossible) == 21)
        #expect(try unknown("junos_qfx5100", .impossible) == 2)
        #expect(try Self.capture("arubaos-cx")?.sightings.ports.allSatisfy { $0.lastChange == .unknown(.notCounted) } == true)
    }

    @Test func `trap 13: members of a stack that are not there are placeholders`() throws {
        guard let capture = try Self.capture("ciscosb_sg350x-24p") else { return }
        let ports = capture.sightings.ports.filter {
            $0.name.text.hasPrefix("gi") || $0.name.text.hasPrefix("te") || $0.name.text.hasPrefix("tw")
        }
        #expect(ports.count { $0.isPlaceholder && $0.admin == .up } == 180)
        #expect(ports.count == 208)
    }
}
