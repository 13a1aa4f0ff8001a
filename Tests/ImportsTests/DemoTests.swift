import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Testing

@testable import Imports

/// The whole of the demo data through the import.
@Suite struct DemoTests {
    @Test func `drops nothing silently`() throws {
        let lists = try #require(Demo.lists())
        let report = try #require(Demo.imported()).report
        let raw = try Demo.announcedCounts(lists)
        #expect(Dictionary(uniqueKeysWithValues: report.lists.map { ($0.path, $0.objects) }) == raw)
        for list in report.lists { #expect(list.objects == list.imported + list.unplaced, "\(list.path)") }
        #expect(report.skipped.sorted() == ["openapi-excerpt.json", "traces-sample.json"])
        // Manufacturers, roles and the like stand in the folder as words of what uses them; the rest is used by nothing.
        let partial = report.lists.filter { $0.imported > 0 && $0.unplaced > 0 }.map { "\($0.path) \($0.unplaced)" }
        #expect(
            partial == [
                "circuits/circuit-types 1", "dcim/device-roles 1", "dcim/manufacturers 8", "dcim/platforms 2", "extras/tags 1",
                "tenancy/contact-groups 1",
            ])
    }

    @Test func `gives every object of the field its row`() throws {
        let demo = try #require(Demo.plant())
        let (held, export) = (demo.plant.inventory.origins, demo.export)
        for list in [
            Endpoint.regions, .sites, .locations, .racks, .devices, .virtualChassis, .modules, .interfaces, .frontPorts, .rearPorts,
            .consolePorts, .consoleServerPorts, .powerPorts, .powerOutlets, .powerPanels, .powerFeeds, .cables, .providers,
            .providerNetworks, .circuits, .circuitTerminations,
        ] {
            let missing = export.objects(list).map(\.origin).filter { !held.contains($0) }
            #expect(missing == [], "\(list.path)")
        }
    }

    @Test func `passes validation without a word`() throws {
        let result = try #require(Demo.imported())
        #expect(result.log.kept.map { "\($0.code): \($0.summary.en)" } == [])
        let folder = Demo.folder(of: result)
        #expect(folder.log.kept.map { "\($0.code): \($0.summary.en)" } == [])
        #expect(folder.isReadable)
    }

    @Test func `changes nothing when it is done again`() throws {
        let lists = try #require(Demo.lists())
        let first = try #require(Demo.imported())
        let again = NetBoxImport.run(exports: lists.reversed(), folder: first.folder(), options: Demo.options)
        #expect(!again.log.hasErrors)
        #expect(again.texts.map(\.path) == [])
        #expect(again.report.changes == [])
    }
}

extension Inventory {
    /// The keys of all rows that were imported.
    fileprivate var origins: Set<String> {
        var origins: [Symbol?] = regions.rows.map(\.origin) + sites.rows.map(\.origin) + locations.rows.map(\.origin)
        origins += racks.rows.map(\.origin) + devices.rows.map(\.origin) + modules.rows.map(\.origin) + ports.rows.map(\.origin)
        origins += virtualChassis.rows.map(\.origin) + powerPanels.rows.map(\.origin) + cables.rows.map(\.origin)
        origins += providers.rows.map(\.origin) + providerNetworks.rows.map(\.origin) + circuits.rows.map(\.origin)
        return Set(origins.compactMap { $0?.text })
    }
}
