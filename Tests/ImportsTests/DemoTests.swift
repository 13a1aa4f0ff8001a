import Diagnostics
import Testing
import Times

@testable import Imports

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct DemoTests {
    let options = ImportOptions(
        client: "demo", asOf: CivilDate(year: 2026, month: 11, day: 1), vouchedBy: "dwight-schrute", ownerFrom: .tenant)

    @Test func `drops nothing silently`() throws {
        let lists = try #require(Demo.lists())
        let result = NetBoxImport.run(exports: lists, folder: [], options: options)
        for d in result.log.kept.prefix(20) { print(d.code, d.summary.en) }
        for list in result.report.lists { print(list.path, list.objects, list.imported, list.unplaced, list.fields) }
        print(result.report.skipped)
        if let out = unsafe getenv("OUT") {
            let out = unsafe String(cString: out)
            for (path, text) in result.texts {
                var dir = out
                for part in path.split(separator: "/").dropLast() {
                    dir += "/" + part
                    unsafe mkdir(dir, 0o755)
                }
                let f = unsafe fopen(out + "/" + path, "w")
                _ = unsafe fwrite(text, 1, text.utf8.count, f)
                unsafe fclose(f)
            }
        }
        for list in result.report.lists { #expect(list.objects == list.imported + list.unplaced) }
        let again = NetBoxImport.run(exports: lists, folder: result.folder(), options: options)
        #expect(again.texts.map(\.path) == [])
        for c in again.report.changes.prefix(20) { print(c) }
    }
}
