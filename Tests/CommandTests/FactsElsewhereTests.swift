import Testing

/// The example of the documentation that judges the facts in another language, run as it stands there.
struct FactsElsewhereTests {
    private static func script() throws -> String {
        let article = try #require(Files.text("Sources/primum/primum.docc/FactsElsewhere.md"))
        let opened = try #require(article.split(separator: "```python\n", maxSplits: 1).last)
        return String(try #require(opened.split(separator: "```", maxSplits: 1).first))
    }

    @Test(arguments: [
        ("CO-2026-014", "S3 takes away PP-1:12, and nobody knows where it goes\n", Int32(1)), ("CO-2026-015", "\n", Int32(0)),
    ])
    func `the documented rule says of the facts what our own rule says`(order: String, expected: String, status: Int32) throws {
        let folder = try Folder()
        let program = Program(in: folder)
        try Clients.write(story: folder)
        folder.write(try Self.script(), to: "unknown_link.py")
        let path = "inventories/vostok/orders/\(order).yaml"
        let outcome = try program.shell(
            "set -o pipefail; primum facts \(path) --now \(Clients.moment) | /usr/bin/python3 unknown_link.py")
        #expect(outcome.errors == "")
        #expect(outcome.output == expected)
        #expect(outcome.status == status)
        let own = try program("check", path, "--now", Clients.moment, "--format", "json")
        #expect(own.output.contains("\"rule\": \"unknown-link\"") == (status == 1))
    }
}
