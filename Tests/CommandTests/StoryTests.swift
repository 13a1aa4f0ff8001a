import Diagnostics
import Testing

/// The twenty printers as shipped, checked as a reader of the README checks them.
@Suite struct StoryTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        for part in ["client.yaml"]
            + ["inventory", "orders"].flatMap({ part in Files.names("inventories/vostok/\(part)").map { "\(part)/\($0)" } })
        {
            let path = "inventories/vostok/\(part)"
            folder.write(try #require(Files.text(path), "`\(path)` is not there"), to: path)
        }
    }

    private func check(_ order: String, _ language: Language) throws -> Program.Outcome {
        try primum("check", "inventories/vostok/orders/\(order).yaml", "--now", "2026-11-30T12:00:00+03:00", "--lang", language.rawValue)
    }

    @Test(arguments: Language.allCases)
    func `the order as it was given must not be touched`(_ language: Language) throws {
        let outcome = try check("CO-2026-014", language)
        #expect(outcome.errors == "")
        #expect(outcome.status == 2)
        expectGolden(outcome.output, "story.\(language).txt")
    }

    @Test(arguments: Language.allCases)
    func `the same job without harm waits for a few words`(_ language: Language) throws {
        let outcome = try check("CO-2026-015", language)
        #expect(outcome.errors == "")
        #expect(outcome.status == 1)
        expectGolden(outcome.output, "story-without-harm.\(language).txt")
    }

    @Test func `the verdict, three reasons and who is hit stand on the first screen`() throws {
        let screen = try check("CO-2026-014", .en).output.split(separator: "\n", omittingEmptySubsequences: false).prefix(24)
        #expect(screen.first?.hasPrefix("DO NOT TOUCH") == true)
        #expect(screen.count { ["  1. ", "  2. ", "  3. "].contains($0.prefix(5)) } == 3)
        #expect(screen.contains { $0.hasPrefix("  certainly stops  ") })
        #expect(screen.contains { $0.hasPrefix("  not affected     Printing") })
    }
}
