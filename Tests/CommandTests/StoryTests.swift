import Diagnostics
import Testing

/// The twenty printers as shipped, checked as a reader of the README checks them; `Scenarios/twenty-printers.md` holds every line.
@Suite struct StoryTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        try Clients.write(story: folder)
    }

    @Test func `the verdict, three reasons and who is hit stand on the first screen`() throws {
        let outcome = try primum(
            "check", "inventories/vostok/orders/CO-2026-014.yaml", "--now", "2026-11-30T12:00:00+03:00", "--lang", "en")
        #expect(outcome.status == 2)
        let screen = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
        #expect(screen.first?.hasPrefix("DO NOT TOUCH") == true)
        #expect(screen.count { ["  1. ", "  2. ", "  3. "].contains($0.prefix(5)) } == 3)
        #expect(screen.contains { $0.hasPrefix("  certainly stops  ") })
        #expect(screen.contains { $0.hasPrefix("  not affected     Printing") })
    }
}
