import Diagnostics
import Policies
import Testing
import Verdicts

/// The story that the program must win: what it says the day before the visit.
@Suite struct StoryCheckTests {
    private static func check(_ order: String) throws -> Checked {
        try Checked(
            ClientTexts(shippedIn: "inventories/vostok"), order: ShippedFiles.text("inventories/vostok/orders/\(order).yaml"),
            now: "2026-11-30T12:00:00+03:00")
    }

    @Test func `the bad order must not be touched, for every reason that the story tells`() throws {
        let checked = try Self.check("CO-2026-014")
        #expect(checked.verdict == "do-not-touch")
        for rule in [
            "ports-short", "unknown-link", "disclaimer-as-permission", "requester-without-authority", "foreign-owner",
            "wipe-without-backup", "no-undo", "downtime-exceeded", "outage-possible",
        ] {
            #expect(!checked.findings(rule).isEmpty, "\(rule) is not found:\n\(checked.lines.joined(separator: "\n"))")
        }
        #expect(checked.asked.isSuperset(of: ["petrova", "volkov"]))
    }

    @Test func `the harmless order waits for a few words, and nobody is asked twice`() throws {
        let checked = try Self.check("CO-2026-015")
        #expect(checked.verdict == "hold", "\(checked.lines.joined(separator: "\n"))")
        #expect((1...5).contains(checked.questions.count), "\(checked.lines.joined(separator: "\n"))")
        let asked = checked.questions.compactMap { $0.question.map { "\($0.recall.en) \($0.readBack)" } }
        #expect(Set(asked).count == asked.count)
    }
}
