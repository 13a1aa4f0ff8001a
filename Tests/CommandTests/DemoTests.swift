import Glibc
import Testing

/// NetBox's own demo data, from `../shared/netbox-demo` or the folder that `NETBOX_DEMO` names.
@Suite struct DemoTests {
    let folder: Folder
    let primum: Program
    let demo: String

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        var named = "../shared/netbox-demo"
        if let own = unsafe getenv("NETBOX_DEMO") { named = unsafe String(cString: own) }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        try #require(unsafe realpath(named, &buffer) != nil, "the demo data is not at `\(named)`: set NETBOX_DEMO to its folder")
        demo = unsafe String(cString: &buffer)
    }

    @Test func `is imported, valid and traced as NetBox traces it`() throws {
        let imported = try primum.run([
            "inventory", "import", "netbox", demo, "--into", "demo", "--as-of", "2026-11-01", "--vouched-by", "dwight-schrute",
            "--owner-from",
            "tenant",
        ])
        #expect(imported.errors == "")
        #expect(imported.status == 0)
        #expect(imported.output.hasPrefix("Objects of NetBox that have a place in demo: "))
        let valid = try primum("inventory", "validate", "--client", "demo")
        #expect(valid.status == 0)
        #expect(valid.output.hasSuffix("no fault was found in the form\n"))
        let trace = try primum("trace", "ncsu128-distswitch1:xe-0/0/0", "--client", "demo", "--now", "2026-11-24")
        let cables = trace.output.split(separator: "\n").filter { $0.contains("│") }.map { $0.split(separator: " ")[1] }
        #expect(cables == ["cable#124", "cable#88", "cable#87", "cable#112"])
        #expect(trace.output.hasSuffix("ncsu-coreswitch1:xe-0/0/4\n= complete: it ends at ncsu-coreswitch1:xe-0/0/4\n"))
        let all = try primum("trace", "--all", "--client", "demo", "--format", "json")
        #expect(all.status == 0)
        #expect(all.output.contains(#""origin": "circuits.providernetwork:1""#))
    }

    @Test func `leaves the folder alone when nothing is newer`() throws {
        let arguments = ["inventory", "import", "netbox", demo, "--into", "demo"]
        let first = try primum.run(arguments)
        #expect(first.output.contains("Nobody vouches for the export"))
        let again = try primum.run(arguments)
        #expect(again.output.contains("the folder says all of this already; nothing was written\n"))
        #expect(again.output.contains("added") == false)
    }
}
