import Diagnostics
import Testing

@testable import Imports

/// Exports that are no exports: each is an error with its place, and nothing is written.
@Suite struct BadExportTests {
    /// What is wrong with an export of one file beside a sound one.
    private func faults(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
        let result = NetBoxImport.run(
            exports: NetBox.room.texts + [SourceText(name: name, text)], folder: [], options: ImportOptions(client: "acme"))
        if result.log.hasErrors { #expect(result.texts.isEmpty, sourceLocation: sourceLocation) }
        for fault in result.log.kept where fault.severity == .error {
            #expect(fault.span != nil || fault.code == "netbox-nothing", "\(fault.code) has no place", sourceLocation: sourceLocation)
            #expect(fault.summary.ru != fault.summary.en, sourceLocation: sourceLocation)
        }
        return result.log.kept.filter { $0.severity == .error }.map(\.code)
    }

    @Test func `a list cut off in the middle`() {
        for cut in [1, 20, 60, 100] {
            let whole =
                #"{"count": 2, "next": null, "results": [{"id": 1, "name": "A", "slug": "a"}, {"id": 2, "name": "B", "slug": "b"}]}"#
            #expect(!faults("dcim.regions.json", String(whole.prefix(cut))).isEmpty, "\(cut)")
        }
        #expect(!faults("dcim.regions.json", "").isEmpty)
    }

    @Test func `a web page instead of JSON`() {
        let page = "\n<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head></html>"
        #expect(faults("dcim.cables.json", page) == ["netbox-page"])
        #expect(faults("cables", page) == ["netbox-page"])
    }

    @Test func `an answer that refuses`() {
        #expect(faults("dcim.cables.json", #"{"detail": "Invalid token"}"#) == ["netbox-refused"])
        #expect(faults("anything.json", #"{"detail": "Not found."}"#) == ["netbox-refused"])
    }

    @Test func `one object instead of a list`() {
        let object = #"{"id": 7, "url": "http://n/api/dcim/cables/7/", "label": "L7", "a_terminations": []}"#
        #expect(faults("cable.json", object) == ["netbox-one-object"])
        #expect(faults("dcim.cables.json", "{}") == ["netbox-no-list"])
        #expect(faults("dcim.cables.json", "7") == ["netbox-no-list"])
        #expect(faults("dcim.cables.json", #"{"count": 1, "results": {"id": 7}}"#) == ["netbox-no-list"])
    }

    @Test func `JSON that is no export is passed over and named`() {
        let result = NetBoxImport.run(
            exports: NetBox.room.texts + [
                SourceText(name: "package.json", #"{"name": "x"}"#), SourceText(name: "cables.csv", "id,label\n7,L7\n"),
            ], folder: [], options: ImportOptions(client: "acme"))
        #expect(result.report.skipped == ["package.json", "cables.csv"])
        #expect(!result.log.hasErrors)
    }

    @Test func `nothing but other files`() {
        let result = NetBoxImport.run(
            exports: [SourceText(name: "cables.csv", "id,label\n7,L7\n")], folder: [], options: ImportOptions(client: "acme"))
        #expect(result.log.kept.map(\.code) == ["netbox-nothing"])
        #expect(result.texts.isEmpty)
    }

    @Test(arguments: [
        "7", "null", #""x""#, "[]", "{}", #"{"id": null}"#, #"{"id": -1}"#, #"{"id": "seven"}"#, #"{"id": 1.5}"#, #"{"id": [1]}"#,
        #"{"id": 1e300}"#, #"{"id": 9223372036854775807}"#,
    ])
    func `an object without a number`(_ object: String) {
        #expect(faults("dcim.regions.json", #"{"count": 1, "next": null, "results": [\#(object)]}"#) == ["netbox-object"])
    }

    @Test func `pages that are missing`() {
        let page = #""results": [{"id": 1, "name": "A"}]"#
        #expect(faults("dcim.regions.json", #"{"count": 2, "next": "http://n/api/dcim/regions/?offset=1", \#(page)}"#) == ["netbox-pages"])
        #expect(faults("dcim.regions.json", #"{"count": 2, "next": null, \#(page)}"#) == ["netbox-pages"])
        #expect(faults("dcim.regions.json", #"{"next": "http://n/api/dcim/regions/?offset=1", \#(page)}"#) == ["netbox-pages"])
        #expect(faults("dcim.regions.json", #"{"count": 1, "next": null, \#(page)}"#) == [])
    }

    @Test func `pages in any order and split`() {
        var pages: [SourceText] = []
        for (number, id) in [3, 1, 2].enumerated() {
            let next = number == 0 ? "null" : #""http://n/api/dcim/regions/?offset=\#(id)""#
            pages.append(
                SourceText(
                    name: "page \(number)",
                    #"{"count": 3, "next": \#(next), "results": [{"id": \#(id), "url": "http://n/api/dcim/regions/\#(id)/", "name": "R\#(id)"}]}"#
                ))
        }
        let result = NetBoxImport.run(exports: pages, folder: [], options: ImportOptions(client: "acme"))
        #expect(result.log.kept.isEmpty)
        #expect(result.text("inventory/netbox-sites.yaml").contains("- {name: R1, origin: \"dcim.region:1\"}\n  - {name: R2"))
    }

    @Test func `an object told twice counts once, and is an error where it is told differently`() {
        let region = #"{"id": 1, "name": "A"}"#
        #expect(faults("dcim.regions.json", #"{"results": [\#(region), \#(region)]}"#) == [])
        #expect(faults("dcim.regions.json", #"{"results": [\#(region), {"id": 1, "name": "B"}]}"#) == ["netbox-twice"])
    }

    @Test func `places that lie in each other`() {
        let regions =
            #"{"results": [{"id": 1, "name": "A", "parent": {"id": 2}}, {"id": 2, "name": "B", "parent": 1}, {"id": 3, "name": "C", "parent": 1}]}"#
        #expect(faults("dcim.regions.json", regions) == ["netbox-ring"])
        #expect(faults("dcim.locations.json", #"{"results": [{"id": 1, "name": "A", "parent": {"id": 1}}]}"#) == ["netbox-ring"])
    }

    // a sits in b, b sits in a
    @Test func `devices that sit in each other`() {
        var box = NetBox.room
        box.device(8, "a", #""parent_device": {"id": 9, "name": "b", "device_bay": {"id": 1, "name": "1"}}"#)
        box.device(9, "b", #""parent_device": {"id": 8, "name": "a", "device_bay": {"id": 2, "name": "1"}}"#)
        #expect(box.imported().log.kept.map(\.code) == ["netbox-ring"])
    }

    @Test func `fields of another type than NetBox's are as good as not written`() {
        let devices =
            #"{"results": [{"id": 5, "name": {"a": 1}, "site": "HQ", "rack": [1], "position": "high", "face": 3, "serial": [], "tags": "x"}]}"#
        #expect(faults("dcim.devices.json", devices) == [])
        #expect(
            faults("dcim.cables.json", #"{"results": [{"id": 5, "a_terminations": {"object_id": 1}, "b_terminations": [null, 7]}]}"#) == [])
    }

    @Test func `a folder that cannot be read`() {
        let folder = [(path: "inventory/mine.yaml", text: SourceText(name: "inventory/mine.yaml", "cables: [\n"))]
        let result = NetBox.room.imported(over: folder)
        #expect(result.log.hasErrors)
        #expect(result.texts.isEmpty)
    }
}
